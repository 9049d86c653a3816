"""A program that has one of each thing a program can have, to be changed field by field."""

import tomllib
from typing import Any

EVERYTHING = """\
name = "Everything"
currency = "EUR"
timezone = "Europe/Kyiv"
languages = ["en", "uk", "ru", "pl", "ro"]
points.en = { one = "point", other = "points" }
points.uk = { one = "бал", few = "бали", many = "балів", other = "бала" }
points.ru = { one = "балл", few = "балла", many = "баллов", other = "балла" }
points.pl = { one = "punkt", few = "punkty", many = "punktów", other = "punktu" }
points.ro = { one = "punct", few = "puncte", other = "de puncte" }

currencies = [{ code = "GBP", rate = "1.19" }]

earning = [
    { id = "rate", on = "purchase", points = 2, per = "1.50" },
    { id = "share", on = "cashback", percent = "3" },
    { id = "more", on = "multiplier", factor = "4" },
    { id = "order", on = "order", points = 6 },
    { id = "item", on = "item", points = 7, limits = [{ every = "month", points = 8 }] },
    { id = "size", on = "brackets", brackets = [{ from = "9.00", points = 10 }] },
    { id = "goal", on = "challenge", counts = "orders", goal = 11, points = 12 },
    { id = "join", on = "signup", points = 13 },
    { id = "birthday", on = "birthday", points = 15, limits = [{ every = "ever", times = 14 }] },
    { id = "act", on = "action", action = "act", title = "Act", points = 16 },
    { id = "year", on = "dividend", percent = "17", when = { plans = ["club-plus"] } },
]
benefits = [
    { kind = "discount", percent = "18" },
    { kind = "free_shipping" },
    { kind = "early_access", days = 19 },
    { kind = "perk", title = "A perk" },
    { kind = "access" },
]
rewards = [
    { id = "welcome-coupon", kind = "gift", title = "Gift", cost = 20 },
    { id = "product", kind = "product", title = "Product", cost = 21, sku = "MUG" },
    { id = "amount", kind = "amount_off", title = "Amount", cost = 22, amount = "23.00" },
    { id = "flexible", kind = "flexible", title = "Flexible", points = 24, amount = "25.00" },
    { id = "percent", kind = "percent_off", title = "Percent", cost = 26, percent = "27" },
    { id = "shipping", kind = "free_shipping", title = "Shipping", cost = 28 },
    { id = "raffle", kind = "raffle", title = "Raffle", cost = 29, draw_on = 2027-03-04 },
    { id = "event", kind = "event", title = "Event", cost = 30, on = 2027-05-06, place = "Here" },
    { id = "soon", kind = "early_access", title = "Soon", cost = 3, opens = 2027-07-08, days = 5 },
    { id = "partner", kind = "partner_code", title = "Partner", cost = 34, partner = "Cinema" },
    { id = "give", kind = "donation", title = "Give", cost = 32, amount = "33.00", causes = [
        { id = "sea", title = "Sea" },
    ] },
]

[tiers]
window = { kind = "rolling", months = 35 }

[[tiers.levels]]
id = "bronze"
title = "Bronze"
from = 0
factor = "0.5"

[[tiers.levels]]
id = "silver"
title = "The second"
from = { points = 36 }
keep = { orders = 37 }
benefits = [{ kind = "perk", title = "A lounge" }]
grants = [{ id = "of-silver", every = "month", points = 39 }]

[[tiers.levels]]
id = "gold"
title = "Gold"
from = { points = 38 }
factor = "1.5"

[[plans]]
id = "club-plus"
title = "The club"
price = "40.00"
period = "year"
benefits = [{ kind = "free_shipping" }]
grants = [{ id = "of-club", every = "year", points = 41 }]

[[plans]]
id = "club"
title = "Club"
approval = true
period = "month"

[referral]
referrer = 42
friend = 43
milestones = [{ friends = 44, points = 45 }]

[expiry]
kind = "rolling"
months = 46

[counts]
without = { labels = ["tobacco"] }
"""


def everything() -> dict[str, Any]:
    """The program as its file says it, each time anew."""
    return tomllib.loads(EVERYTHING)
