"""mute: what somebody of the staff is written to about."""

from collections.abc import Mapping

from bot.conversation.messages import Answer, Button, Line
from bot.conversation.request import Request
from bot.conversation.words import word
from core.model import Role
from core.staffing import Alarm
from core.tables import staff

ALARMS: Mapping[Alarm, str] = {
    Alarm.GRANTS: "alarm-grants",
    Alarm.GUESSES: "alarm-guesses",
    Alarm.STAFF: "alarm-staff",
    Alarm.PRIVACY: "alarm-privacy",
    Alarm.FEEDBACK: "alarm-feedback",
    Alarm.DELIVERY: "alarm-delivery",
    Alarm.GENEROUS: "alarm-generous",
    Alarm.DIGEST: "alarm-digest",
    Alarm.SHOPS: "alarm-shops",
    Alarm.CODES: "alarm-codes",
}
OFF = "off"


@word("mute", role=Role.MANAGER)
def mute(request: Request) -> Answer:
    """Every alarm with a button to mute it, or to hear it again."""
    colleague = request.colleague
    name, *rest = [*request.args, ""]
    if name in list(Alarm):
        staff.mute(request.tx, colleague, name, muted=rest[0] == OFF)
    muted = staff.mutes(request.tx, colleague)
    rows = tuple((_switch(alarm, muted=alarm in muted),) for alarm in Alarm)
    return Answer(lines=(Line("mute-title"),), buttons=rows, replaces=bool(request.args))


def _switch(alarm: Alarm, *, muted: bool) -> Button:
    label = Line("mute-is-off" if muted else "mute-is-on", {"alarm": Line(ALARMS[alarm])})
    return Button(label=label, command=f"mute {alarm} {'on' if muted else OFF}")
