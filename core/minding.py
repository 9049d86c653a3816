"""
Minding the shops: what owners should hear of before a customer tells them. Codes that run out, a
web shop that has fallen silent, codes it refused. Each is told once for each time it happens.
"""

from datetime import datetime, timedelta

from core import staffing
from core.act import Act
from core.program.rewards import PartnerCodeReward
from core.staffing import Alarm
from core.tables import pools, rhythms, shop_codes, sweeps
from core.tables.rhythms import Rhythm
from core.tables.told import Value
from core.till.finding import SHOP as TILL
from core.transaction import Transaction

LOW = 20  # so few codes are worth a word
RHYTHM = timedelta(days=28)  # what a shop's usual pauses are read from
BUSY = 20  # orders in that time: of a shop with fewer, no silence means anything
PATIENCE, LEAST = 2, timedelta(hours=6)  # so many times its longest pause, and not less than that
SWEEP = "minding"


def mind(tx: Transaction, act: Act) -> bool:
    """Look at everything once an hour, whoever ticks; False when that was done already."""
    hour = f"{act.now:%Y-%m-%dT%H}"
    if sweeps.take(tx, SWEEP, hour, now=act.now) is None:
        return False
    _pools(tx, act)
    _silences(tx, act)
    _refusals(tx, act)
    sweeps.save(tx, SWEEP, hour, last=sweeps.NOBODY, done_at=act.now)
    return True


def is_silent(rhythm: Rhythm, now: datetime) -> bool:
    """Whether a shop that was busy has had no order for suspiciously long."""
    silence = now - rhythm.last
    if rhythm.orders < BUSY or silence > RHYTHM:
        return False
    return silence > max(rhythm.longest * PATIENCE, LEAST)


def _pools(tx: Transaction, act: Act) -> None:
    """Tell of partners' codes that run out, once for what was filled in."""
    for reward in act.program.rewards:
        if not isinstance(reward, PartnerCodeReward):
            continue
        free = pools.count_free(tx, reward.id, most=LOW + 1)
        filled = pools.last_place(tx, reward.id) if free <= LOW else 0
        if filled:
            key = "staff-told-codes-low" if free else "staff-told-codes-out"
            values: dict[str, Value] = {"reward": reward.title, "count": free}
            occasion = f"{reward.id}/{filled}/{'low' if free else 'out'}"
            staffing.tell_owners(tx, act, Alarm.CODES, key, occasion, values)


def _silences(tx: Transaction, act: Act) -> None:
    """Tell of each silence once: it is named by the order it began after."""
    for shop in rhythms.shops(tx):
        if shop == TILL:
            continue  # who stands at it hears no order
        rhythm = rhythms.of_shop(tx, shop, until=act.now, span=RHYTHM)
        if rhythm and is_silent(rhythm, act.now):
            hours = (act.now - rhythm.last) // timedelta(hours=1)
            values: dict[str, Value] = {"shop": shop, "hours": hours}
            occasion = f"silent/{shop}/{rhythm.last.isoformat()}"
            staffing.tell_owners(tx, act, Alarm.SHOPS, "staff-told-silent", occasion, values)


def _refusals(tx: Transaction, act: Act) -> None:
    """Tell of codes a shop refused, once a day as long as there are."""
    for shop, there in shop_codes.waiting(tx).items():
        if there.failed:
            values: dict[str, Value] = {"shop": shop, "count": there.failed}
            occasion = f"refused/{shop}/{act.now:%Y-%m-%d}"
            staffing.tell_owners(tx, act, Alarm.SHOPS, "staff-told-codes-refused", occasion, values)
