"""Web shops of our own: the APIs of Shopify, WooCommerce and BigCommerce on the loopback."""
