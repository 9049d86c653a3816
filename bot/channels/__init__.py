"""How words travel: one adapter a network."""
