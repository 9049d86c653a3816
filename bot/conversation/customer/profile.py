"""profile, language, birthday, phone, notifications, pause, resume: what a member decides."""

from collections.abc import Iterator

from bot.conversation import wordings
from bot.conversation.birthdays import parse_birthday
from bot.conversation.buttons import button
from bot.conversation.customer import linking, reaching
from bot.conversation.customer.merging import offer
from bot.conversation.having import has_languages
from bot.conversation.messages import Answer, Button, Line, Shown
from bot.conversation.request import Request
from bot.conversation.words import word
from core import merging
from core import profile as use_cases
from core.errors import PhoneNotProven
from core.model import Channel, MemberId, Purpose, Status
from core.program.sentences import given
from core.tables import consents

LANGUAGE_NAMES = {
    "en": "language-en",
    "uk": "language-uk",
    "ru": "language-ru",
    "pl": "language-pl",
    "ro": "language-ro",
}
NOWHERE = "none"
SWITCHES = {
    (Channel.TELEGRAM, Purpose.TRANSACTIONAL): "switch-telegram-service",
    (Channel.TELEGRAM, Purpose.MARKETING): "switch-telegram-offers",
    (Channel.SMS, Purpose.TRANSACTIONAL): "switch-sms-service",
    (Channel.SMS, Purpose.MARKETING): "switch-sms-offers",
}
THERE = {  # in a text message Telegram is not "here"
    (Channel.TELEGRAM, Purpose.TRANSACTIONAL): "switch-there-service",
    (Channel.TELEGRAM, Purpose.MARKETING): "switch-there-offers",
}


@word("profile", reads=True, though_blocked=True)
def profile(request: Request) -> Answer:
    """What the shop knows of the member, and the ways to change it."""
    me = request.me
    lines = [
        Line("profile-name", {"name": me.name}),
        Line(LANGUAGE_NAMES[request.language]),
        Line("profile-phone", {"phone": me.phone}) if me.phone else Line("profile-no-phone"),
        Line("birthday-is", {"date": me.birthday}) if me.birthday else Line("profile-no-birthday"),
        Line("profile-city", {"city": me.city}) if me.city else Line("profile-no-city"),
        Line("profile-joined", {"date": me.joined_at}),
    ]
    rows = (
        (button("language"), button("notifications")),
        (button("phone"), button("birthday")),
        (button("city"), button("privacy")),
    )
    return Answer(lines=tuple(lines), buttons=rows)


@word("language", though_blocked=True, offered=has_languages)
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
    told = parse_birthday(request.text, request.months)
    use_cases.set_birthday(request.tx, request.act, member_id=me.id, birthday=told)
    lines = [Line("birthday-is", {"date": told})]
    if rule:
        present = given(request.program, rule.points, rule.reward)
        shown: dict[str, Shown] = {"points": present, "days": rule.entered_days_before}
        lines.append(Line("birthday-bonus", shown))
    return Answer(lines=tuple(lines), buttons=((button("points"), button("profile")),))


@word("city")
def city(request: Request) -> Answer:
    """Tell the city one lives in, another one, or none any more."""
    me, last = request.me, ((button("points"), button("profile")),)
    if not request.args:
        request.keep(question="city")
        told = Line("profile-city", {"city": me.city}) if me.city else Line("profile-no-city")
        way_out = button("no-city", f"city {NOWHERE}") if me.city else button("later", "help")
        return Answer(lines=(told, Line("city-ask")), buttons=((way_out,),))
    typed = "" if request.text == NOWHERE else request.text
    kept = use_cases.set_city(request.tx, member_id=me.id, city=typed)
    if not kept:
        return Answer(lines=(Line("profile-no-city"),), buttons=last)
    return Answer(lines=(Line("profile-city", {"city": kept}),), buttons=last)


@word("phone", menu=False)
def phone(request: Request) -> Answer:
    """Share the phone number: only the sender's own contact is believed."""
    if request.incoming.foreign_contact:
        raise PhoneNotProven
    me = request.me
    if request.incoming.phone is None:
        ask = Button(label=Line("button-contact"), asks_contact=True)
        return Answer(lines=(Line("phone-ask"),), buttons=((ask,),))
    shared = request.incoming.phone
    if merging.show_number(request.tx, request.act, member_id=me.id, phone=shared):
        return offer()
    caught = use_cases.set_phone(request.tx, request.act, member_id=me.id, phone=shared)
    lines = (
        Line("phone-done", {"phone": shared}),
        *linking.bought_before(caught),
        *(Line(key) for key in wordings.BY_SMS.values()),
    )
    mark = wordings.mark(request, wordings.BY_SMS)
    rows = (
        (button("sms-all", f"notifications sms all {mark}"),),
        (button("sms-service", f"notifications sms transactional on {mark}"),),
        (button("sms-none", "notifications"),),
    )
    return Answer(lines=lines, buttons=rows)


@word("notifications", though_blocked=True)
def notifications(request: Request) -> Answer:
    """Consent per channel and purpose, each with its switch; where to, and by whose clock."""
    me = request.me
    if question := reaching.clock(request):
        return question
    reaching.prefer(request)
    _switch(request, me.id)
    lines = [Line("notifications-title")]
    if me.status is Status.PAUSED:
        lines.append(Line("notifications-paused"))
    rows: list[tuple[Button, ...]] = []
    rows += ((switch,) for switch in _switches(request))
    rows += reaching.buttons(request)
    last = button("resume") if me.status is Status.PAUSED else button("pause")
    own = not wordings.shown(request)  # not tapped under the question after joining or sharing
    return Answer(lines=tuple(lines), buttons=(*rows, (last,)), replaces=own)


def _switches(request: Request) -> Iterator[Button]:
    """One for each way to the member and purpose, as it stands now."""
    me = request.me
    known = consents.in_force(request.tx, me.id)
    granted = {(one.channel, one.purpose) for one in known if one.granted}
    texting = request.incoming.channel is Channel.SMS
    in_telegram = not texting or reaching.in_telegram(request)
    for (channel, purpose), key in ({**SWITCHES, **THERE} if texting else SWITCHES).items():
        if not (me.phone if channel is Channel.SMS else in_telegram):
            continue
        on = (channel, purpose) in granted
        label = Line(key, {"state": "on" if on else "off"})
        command = f"notifications {channel} {purpose} {'off' if on else 'on'}"
        yield Button(label=label, command=command)


@word("pause", though_blocked=True)
def pause(request: Request) -> Answer:
    """Send nothing until told otherwise; points go on."""
    use_cases.pause(request.tx, request.act, member_id=request.me.id, paused=True)
    return Answer(lines=(Line("pause-done"),), buttons=((button("resume"),),))


@word("resume", though_blocked=True)
def resume(request: Request) -> Answer:
    """Send again what was agreed to."""
    use_cases.pause(request.tx, request.act, member_id=request.me.id, paused=False)
    return Answer(lines=(Line("resume-done"),), buttons=((button("notifications"),),))


def _switch(request: Request, member_id: MemberId) -> None:
    """
    notifications sms marketing on · notifications sms all

    The proof is the question that stood over the button, or else the switch itself.
    """
    match request.args:
        case ["sms", "all", *_]:
            wanted = [(Channel.SMS, purpose, True) for purpose in Purpose]
        case [("telegram" | "sms") as where, ("transactional" | "marketing") as what, state, *_]:
            wanted = [(Channel(where), Purpose(what), state == "on")]
        case _:
            return
    asked = wordings.shown(request)
    for channel, purpose, granted in wanted:
        switch = request.wording(request.language, SWITCHES[channel, purpose])
        wording = asked.get(purpose, switch)
        consent = wordings.said(request, channel, purpose, granted=granted, wording=wording)
        use_cases.record_consent(request.tx, member_id=member_id, consent=consent)
