"""
What an order earns: pure functions, shared by the ledger and by `loyalty simulate`.

baskets: an order as rules see it · matching: does a condition hold · claiming: what each rule says
the order is worth · settling: that against carries and goals, and what it earned before · capping:
against limits of points.
"""
