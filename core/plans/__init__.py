"""
Memberships that are paid or applied for.

subscribing: what people and shops do · standings: how a member stands then · buying: whether one
can be paid for where the provider takes the money · running: periods, what a plan gives in them,
its end · dividends: a share of a whole year · chosen_days: the one day a year a member picks.
"""
