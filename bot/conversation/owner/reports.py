"""How far a broadcast is, in lines and buttons: the same while it runs and at its end."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from bot.conversation.buttons import Rows, button
from bot.conversation.messages import Line, Shown
from core.broadcasting.reports import Report
from core.tables.broadcasts import Broadcast, Stage
from core.tables.outbox import NO_ADDRESS, NOT_SET_UP, State

REASONS_SHOWN = 6
MICROS = Decimal(1_000_000)
ON_ITS_WAY = (Stage.WAITING, Stage.RUNNING, Stage.PAUSED)
WHY: Mapping[str, str] = {
    "no consent": "broadcast-why-consent",
    NO_ADDRESS: "broadcast-why-address",
    NOT_SET_UP: "broadcast-why-address",
    "blocked": "broadcast-why-blocked",
    "too many messages": "broadcast-why-enough",
    "quiet hours": "broadcast-why-hours",
    "stale": "broadcast-why-late",
}


def progress(report: Report) -> tuple[list[Line], Rows]:
    """The lines, and the buttons that change its course."""
    return list(_lines(report)), _rows(report.broadcast)


def _lines(report: Report) -> Iterator[Line]:
    one, post = report.broadcast, report.post
    yield Line("broadcast-title", {"number": one.id, "stage": str(one.stage)})
    if one.stage is Stage.WAITING and one.day:
        yield Line("broadcast-waits", {"date": one.day, "hour": one.hour})
        return
    stopped = (
        report.states.get(State.SUPPRESSED, 0)
        + report.states.get(State.CANCELLED, 0)
        + post.nowhere
    )
    shown: dict[str, Shown] = {
        "members": one.members,
        "sent": post.sent,
        "waiting": post.waiting,
        "failed": post.failed,
        "stopped": stopped,
    }
    yield Line("broadcast-counts", shown)
    for key, count in _why(report).items():
        yield Line("broadcast-reason", {"reason": Line(key), "count": count})
    if {"command", "survey"} & one.button.keys():
        yield Line("broadcast-taps", {"count": report.taps})
    elif report.taps:
        yield Line("broadcast-followed", {"count": report.taps})
    elif one.button:
        yield Line("broadcast-taps-unknown")
    if report.sms_parts:
        cost = Decimal(report.sms_micros) / MICROS
        yield Line("broadcast-sms", {"parts": report.sms_parts, "cost": round(cost, 2)})


def _why(report: Report) -> dict[str, int]:
    """Why some did not arrive, in our words; the most frequent first."""
    found: dict[str, int] = {}
    for _, reason, count in report.reasons:
        ours = next((key for part, key in WHY.items() if part in reason), "broadcast-why-other")
        found[ours] = found.get(ours, 0) + count
    return dict(sorted(found.items(), key=lambda one: -one[1])[:REASONS_SHOWN])


def _rows(one: Broadcast) -> Rows:
    if one.stage not in ON_ITS_WAY:
        return ()
    stopping = button("mailing-cancel", f"broadcast cancel {one.id}")
    if one.stage is Stage.PAUSED:
        return ((button("mailing-resume", f"broadcast resume {one.id}"), stopping),)
    return ((button("mailing-pause", f"broadcast pause {one.id}"), stopping),)
