"""Rewards that many a test puts on the shelf, each as a program file says it."""

CINEMA_CODE = """
[[rewards]]
id = "cinema"
kind = "partner_code"
title = "Cinema"
partner = "City Cinema"
cost = 10
"""
BIKE = """
[[rewards]]
id = "bike"
kind = "raffle"
title = "A bicycle"
cost = 10
draw_on = 2026-03-20
"""
FIRST_LOOK = """
[[rewards]]
id = "first-look"
kind = "early_access"
title = "First look"
cost = 10
opens = 2026-03-20
days = 2
"""
LOUNGE = """
[[rewards]]
id = "lounge"
kind = "gift"
title = "Lounge"
unlocks_at = 300
"""
