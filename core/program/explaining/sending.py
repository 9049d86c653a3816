"""How much and when members are written to, where the program says it itself."""

from collections.abc import Iterator

from core.program.schema import Program
from core.program.sending import Sending
from core.program.sentences import Sentence


def sending(program: Program) -> Iterator[Sentence]:
    """Both sentences, unless all is as usual."""
    said = program.sending
    if said == Sending():
        return
    caps = {name: getattr(said, name) for name in ("a_day", "a_week", "sms_a_day", "sms_a_week")}
    yield Sentence("rules-sending-offers", caps)
    names = ("begin", "end", "sms_begin", "sms_end", "sms_sunday")
    yield Sentence("rules-sending-hours", {name: getattr(said, name) for name in names})
