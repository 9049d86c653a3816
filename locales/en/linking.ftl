### Links from the web shop that tie a customer's account there to the membership.

link-done = 🔗 Done: your account in our web shop belongs to your membership. What you buy there counts by itself.
link-join-first = 🔗 Join, and your account in our web shop is linked at once.
link-others = That account in our web shop belongs to another membership. If both are yours, write to the shop: nothing was changed.
link-others-merge = That account in our web shop belongs to another card. If that is yours too, say MERGE, and the two can become one.
link-over = This link has ended. See the shop or our chat for what's on now.
link-wrong = This link no longer works: each one works once, for a day. Open your account in the web shop and take a new one.
link-shut-out = Too many links that don't work. Try again tomorrow, with a new one from your account in the web shop.

bought-before = { $orders ->
    [one] 🛍 The order you made before counts too. For it: { $points }
   *[other] 🛍 The { $orders } orders you made before count too. For them: { $points }
}
