"""A loopback stand-in for Telegram's Bot API, and the people who chat with the bot there."""
