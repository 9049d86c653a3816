"""
Earning: an order's or an action's way into the ledger. What orders are worth: core.awarding.

reports: what a shop says of an order · recording: how that becomes what is known of it · in_force:
under which rules it earns, whenever it changes · valuing: what changes by it, decided before ·
posting: that, written to the ledger · telling: what the buyer hears · strangers, waiting: orders of
nobody, and who turns out to be their buyer · acting: what is done that is no order · action_awards:
what it gives · chances: what there is to earn.
"""
