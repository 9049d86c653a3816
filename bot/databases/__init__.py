"""One file a database: a whole transaction in one hop."""
