"""
What an order earns: pure functions, shared by the ledger and by `loyalty simulate`.

baskets: an order as rules see it · returning: what refunds leave of it · matching: does a condition
hold · claiming: what each rule says the order is worth · settling: that against carries and goals,
and what it earned before · capping: against limits of points · limiting: limits of what is no
order · periods: the stretches they are counted in · award: what stands with the order then.
"""
