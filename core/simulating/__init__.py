"""
A program tried on an order history, in memory, before it is launched.

What each order earns comes from core.awarding, which tier that reaches from core.tiering.judging,
and when points expire from core.crediting: the functions the ledger uses, so that both agree.

customers: one customer's state · standing: what counts for their tier · running: the orders one by
one · reports: what came of it.
"""
