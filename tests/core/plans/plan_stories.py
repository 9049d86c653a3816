"""People with plans: a program on a given day, what was promised kept first."""

from datetime import UTC, datetime

from core import promising
from core.model import Member, MemberId, Voucher
from core.plans import subscribing
from core.tables import subscriptions, vouchers
from core.tables.payments import Payment
from core.tables.subscriptions import PlanStatus, Subscription, find
from tests.core.conftest import Cafe

NOBODY = MemberId(0)


def keep_promises(cafe: Cafe) -> int:
    """What the schedule does at this moment; how many promises were kept."""
    found = promising.due(cafe.tx, cafe.act(), after=NOBODY, limit=9)
    return sum(promising.keep(cafe.tx, cafe.act(), member_id=one) for one in found)


def on(cafe: Cafe, day: str, *, kept: bool = True) -> None:
    """Noon of that day (in the Americas); what fell due until then was done, if the bot was up."""
    cafe.now = datetime.fromisoformat(f"{day}T17:00:00").replace(tzinfo=UTC)
    if kept:
        keep_promises(cafe)


def pays(cafe: Cafe, member: Member, plan: str, reference: str, **more: object) -> Payment:
    """The member pays for a period, now."""
    return subscribing.pay(
        cafe.tx,
        cafe.act(),
        member_id=member.id,
        plan_id=plan,
        paid_at=cafe.now,
        reference=reference,
        **more,  # type: ignore[arg-type]  # the test says which
    )


def state(cafe: Cafe, member: Member, plan: str) -> Subscription:
    """How the member stands to the plan."""
    found = find(cafe.tx, member.id, plan)
    assert found
    return found


def has(cafe: Cafe, member: Member, plan: str) -> bool:
    """Whether the plan is in force now."""
    return plan in subscriptions.in_force(cafe.tx, member.id, cafe.now)


def usable(cafe: Cafe, member: Member) -> list[Voucher]:
    """The vouchers that can be used now."""
    return vouchers.usable(cafe.tx, member.id, cafe.now, limit=99)


def status(cafe: Cafe, member: Member, plan: str) -> PlanStatus:
    """The plan's status."""
    return state(cafe, member, plan).status
