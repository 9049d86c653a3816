"""Text messages: the real SDK against the stand-in."""
