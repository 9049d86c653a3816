"""
Campaigns: whom a day's messages are for, found by what is due, and written to the outbox.

kinds: which sweeps a day has · sweeping: page by page, each once · returning, ending: what a day
brings, and ends · left_carts: what the minutes bring · announcing: a message, and what is given
with it · refreshing: a last look before it goes · comparing: what difference it makes. What an act
causes is told where it is done, by core.notices.
"""

from core.campaigning.kinds import Preview, preview, todo
from core.campaigning.left_carts import tell_left
from core.campaigning.refreshing import refreshed
from core.campaigning.sweeping import KEPT, PAGE, Sweep, skip, step

__all__ = [
    "KEPT",
    "PAGE",
    "Preview",
    "Sweep",
    "preview",
    "refreshed",
    "skip",
    "step",
    "tell_left",
    "todo",
]
