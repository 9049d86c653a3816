"""What both Telegram adapters share. No Telegram library in here."""
