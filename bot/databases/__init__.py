"""The two databases: a whole transaction in one hop to a thread that may wait."""
