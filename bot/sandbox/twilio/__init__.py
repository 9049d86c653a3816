"""A Twilio of our own: its Messages API, its webhooks, and the phones behind it."""
