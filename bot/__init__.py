"""How the program runs: conversation, channels, databases, web."""
