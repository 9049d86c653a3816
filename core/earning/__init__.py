"""
Earning: an order's or an action's way into the ledger. What orders are worth: core.awarding.

recording: an order as the shop reports it, written · valuing: what a report changes, decided
before · acting: what is done that is no order · action_awards: what it gives · chances: what there
is to earn.
"""
