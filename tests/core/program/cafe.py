"""The café's program file, and ways to write it differently."""

CAFE = """\
name = "Corner Café"
currency = "EUR"
timezone = "Europe/Kyiv"
languages = ["en", "uk"]

[points.en]
one = "point"
other = "points"

[points.uk]
one = "бал"
few = "бали"
many = "балів"
other = "бала"

[[earning]]
id = "purchases"
on = "purchase"
points = 1
per = "1.00"

[[earning]]
id = "welcome"
on = "signup"
points = 50

[tiers]
window = { kind = "rolling", months = 12 }
levels = [
    { id = "bronze", title = "Bronze", from = 0 },
    { id = "silver", title = { en = "Silver", uk = "Срібло" }, from = 300, factor = "1.25" },
]

[[rewards]]
id = "coffee"
kind = "gift"
title = "Free coffee"
cost = 60

[[rewards]]
id = "five-off"
kind = "amount_off"
amount = "5.00"
title = "Five off"
cost = 120
tier = "silver"

[referral]
referrer = 100
friend = 50
minimum = "10.00"

[expiry]
kind = "rolling"
months = 12
"""


def cafe(old: str = "", new: str = "") -> str:
    """The café's file with its first ``old`` replaced."""
    assert old in CAFE
    return CAFE.replace(old, new, 1)
