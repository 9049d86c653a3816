"""profile, language, birthday, phone, notifications, pause, resume: what a member decides."""

from bot.conversation.birthdays import parse_birthday
from bot.conversation.buttons import button
from bot.conversation.messages import Answer, Button, Line
from bot.conversation.request import Request
from bot.conversation.words import word
from core import profile as use_cases
from core.errors import PhoneNotProven
from core.model import Channel, Consent, MemberId, Points, Purpose, Status
from core.tables import chats, consents

LANGUAGE_NAMES = {
    "en": "language-en",
    "uk": "language-uk",
    "ru": "language-ru",
    "pl": "language-pl",
    "ro": "language-ro",
}
SWITCHES = {
    (Channel.TELEGRAM, Purpose.TRANSACTIONAL): ("switch-telegram-service", "consent-service"),
    (Channel.TELEGRAM, Purpose.MARKETING): ("switch-telegram-offers", "consent-offers"),
    (Channel.SMS, Purpose.TRANSACTIONAL): ("switch-sms-service", "consent-sms-service"),
    (Channel.SMS, Purpose.MARKETING): ("switch-sms-offers", "consent-sms-offers"),
}


@word("profile", reads=True)
def profile(request: Request) -> Answer:
    """What the shop knows of the member, and the ways to change it."""
    me = request.me
    lines = [
        Line("profile-name", {"name": me.name}),
        Line(LANGUAGE_NAMES[request.language]),
        Line("profile-phone", {"phone": me.phone}) if me.phone else Line("profile-no-phone"),
        Line("birthday-is", {"date": me.birthday}) if me.birthday else Line("profile-no-birthday"),
        Line("profile-joined", {"date": me.joined_at}),
    ]
    rows = (
        (button("language"), button("notifications")),
        (button("phone"), button("birthday")),
        (button("privacy"),),
    )
    return Answer(lines=tuple(lines), buttons=rows)


@word("language")
def language(request: Request) -> Answer:
    """Choose a language by its button or code; before joining too."""
    wanted = request.args[0].lower() if request.args else ""
    if wanted not in request.program.languages:
        rows = tuple(
            (Button(label=Line(LANGUAGE_NAMES[code]), command=f"language {code}"),)
            for code in request.program.languages
        )
        return Answer(lines=(Line("language-ask"),), buttons=rows)
    if request.member:
        use_cases.set_language(request.tx, member_id=request.member.id, language=wanted)
    request.keep(language=wanted)
    request.language = wanted
    row = (button("points"), button("help")) if request.member else (button("join"),)
    return Answer(lines=(Line("language-done"),), buttons=(row,))


@word("birthday")
def birthday(request: Request) -> Answer:
    """Tell the birthday: day and month, the year if one likes. It is set once."""
    me, rule = request.me, request.program.birthday
    if me.birthday and not request.args:
        lines = [Line("birthday-is", {"date": me.birthday}), Line("birthday-locked")]
        return Answer(lines=tuple(lines), buttons=((button("points"), button("profile")),))
    if not request.args:
        request.keep(question="birthday")
        return Answer(lines=(Line("birthday-ask"),), buttons=((button("later", "help"),),))
    told = parse_birthday(request.text)
    use_cases.set_birthday(request.tx, request.act, member_id=me.id, birthday=told)
    lines = [Line("birthday-is", {"date": told})]
    if rule:
        days = rule.entered_days_before
        lines.append(Line("birthday-bonus", {"points": Points(rule.points), "days": days}))
    return Answer(lines=tuple(lines), buttons=((button("points"), button("profile")),))


@word("phone", menu=False)
def phone(request: Request) -> Answer:
    """Share the phone number: only the sender's own contact is believed."""
    if request.incoming.foreign_contact:
        raise PhoneNotProven
    me = request.me
    if request.incoming.phone is None:
        ask = Button(label=Line("button-contact"), asks_contact=True)
        return Answer(lines=(Line("phone-ask"),), buttons=((ask,),))
    use_cases.set_phone(request.tx, member_id=me.id, phone=request.incoming.phone)
    chats.attach(request.tx, Channel.SMS, request.incoming.phone, me.id)
    lines = (
        Line("phone-done", {"phone": request.incoming.phone}),
        Line("consent-sms-service"),
        Line("consent-sms-offers"),
    )
    rows = (
        (_sms(request, "button-sms-all", "notifications sms all"),),
        (_sms(request, "button-sms-service", "notifications sms transactional on"),),
        (_sms(request, "button-sms-none", "notifications"),),
    )
    return Answer(lines=lines, buttons=rows)


@word("notifications")
def notifications(request: Request) -> Answer:
    """Consent per channel and purpose, each with its switch."""
    me = request.me
    _switch(request, me.id)
    granted = {
        (one.channel, one.purpose) for one in consents.in_force(request.tx, me.id) if one.granted
    }
    lines = [Line("notifications-title")]
    if me.status is Status.PAUSED:
        lines.append(Line("notifications-paused"))
    rows = []
    for (channel, purpose), (key, _) in SWITCHES.items():
        if channel is Channel.SMS and not me.phone:
            continue
        on = (channel, purpose) in granted
        label = Line(key, {"state": "on" if on else "off"})
        command = f"notifications {channel} {purpose} {'off' if on else 'on'}"
        rows.append((Button(label=label, command=command),))
    last = button("resume") if me.status is Status.PAUSED else button("pause")
    return Answer(lines=tuple(lines), buttons=(*rows, (last,)), replaces=True)


@word("pause")
def pause(request: Request) -> Answer:
    """Send nothing until told otherwise; points go on."""
    use_cases.pause(request.tx, member_id=request.me.id, paused=True)
    return Answer(lines=(Line("pause-done"),), buttons=((button("resume"),),))


@word("resume")
def resume(request: Request) -> Answer:
    """Send again what was agreed to."""
    use_cases.pause(request.tx, member_id=request.me.id, paused=False)
    return Answer(lines=(Line("resume-done"),), buttons=((button("notifications"),),))


def _switch(request: Request, member_id: MemberId) -> None:
    """notifications sms marketing on · notifications sms all"""
    match request.args:
        case ["sms", "all"]:
            wanted = [(Channel.SMS, purpose, True) for purpose in Purpose]
        case [("telegram" | "sms") as where, ("transactional" | "marketing") as what, state]:
            wanted = [(Channel(where), Purpose(what), state == "on")]
        case _:
            return
    for channel, purpose, granted in wanted:
        consent = Consent(
            channel=channel,
            purpose=purpose,
            granted=granted,
            at=request.act.now,
            wording=request.wording(request.language, SWITCHES[channel, purpose][1]),
            source="chat",
        )
        use_cases.record_consent(request.tx, member_id=member_id, consent=consent)


def _sms(request: Request, label: str, command: str) -> Button:
    return Button(label=Line(label), command=command)
