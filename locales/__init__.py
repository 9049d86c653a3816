"""The bot's words, one folder a language."""
