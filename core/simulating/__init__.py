"""
A program tried on an order history, in memory, before it is launched.

What each order earns comes from core.awarding, what reaches a tier from core.measuring, and when
points expire from core.crediting: the functions the ledger uses, so that both always agree.

customers: one customer's state · running: the orders one by one · reports: what came of it.
"""
