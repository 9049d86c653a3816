"""
What owners ask: how the program does in a stretch of days.

periods: stretches of the shop's days · figures: what is found · gathering: finds it. Everything is
read from the ledger and the orders as they stand; nothing is kept beside them that could drift.
"""
