"""start, join: how a person becomes a member, and what they agree to."""

from collections.abc import Iterator

from bot.conversation import wordings
from bot.conversation.buttons import button, menu_rows
from bot.conversation.customer import linking
from bot.conversation.messages import Answer, Button, Line
from bot.conversation.names import clean_name
from bot.conversation.payloads import opened
from bot.conversation.request import Request
from bot.conversation.roles import home, know
from bot.conversation.words import word
from core import joining, profile, reporting
from core.model import Channel, Consent, Member, Points, Purpose, Status
from core.program.referral import Referral
from core.program.sentences import given
from core.tables import consents, referrals
from core.tables.referrals import State

OFFERS = "+offers"
PAYLOAD_MAX = 64
REMEMBERED = ("r_", "s_")  # who brought the person, or where they found the bot


@word("start", menu=False)
def start(request: Request) -> Answer:
    """The first message: what this is, and the question of consent; or a welcome back."""
    if request.args and (answer := opened(request, request.args[0])):
        return answer
    unknown = [*_remember(request)]
    link = linking.opened(request)
    colleague = request.behind.colleague
    if request.member is None:
        if colleague and not link:
            return home(request, colleague)
        return _invitation(request, *link, *unknown)
    if colleague:
        know(request, colleague)
    if request.member.status is Status.LEFT:
        return Answer(lines=(*link, Line("start-left")), buttons=((button("join"),),))
    if link:
        return Answer(lines=tuple(link), buttons=menu_rows())
    spendable = reporting.standing(request.tx, request.me.id, request.act).spendable
    lines = (
        Line("start-again", {"name": request.me.name}),
        Line("points-balance", {"points": Points(spendable)}),
    )
    return Answer(lines=lines, buttons=menu_rows())


@word("join")
def join(request: Request) -> Answer:
    """Become a member, with a friend's code if there is one; who left comes back."""
    typed = _typed_code(request)
    by_sms = request.incoming.channel is Channel.SMS
    joined = joining.join_chat(
        request.tx,
        request.act,
        chat=request.chat,
        newcomer=joining.Newcomer(
            name=clean_name(request.incoming.name),
            language=request.language,
            phone=request.incoming.sender if by_sms else None,
            referral_code=typed or _payload(request, "r_"),
            source=_payload(request, "s_") or "",
            consents=_consents(request),
        ),
    )
    if not joined.new:
        returned = request.member is not None and request.member.status is Status.LEFT
        again = Line("join-back" if returned else "join-again", {"name": joined.member.name})
        if by_sms and _is_new_by_sms(request, joined.member):
            return _asked_by_sms(request, joined.member, again)
        return Answer(lines=(again,), buttons=menu_rows())
    return _welcome(request, joined, unknown_code=bool(typed) and not joined.referred)


def _welcome(request: Request, joined: joining.Joined, *, unknown_code: bool) -> Answer:
    lines = [Line("join-welcome", {"name": joined.member.name, "program": request.program.name})]
    if joined.bonus:
        lines.append(Line("join-bonus", {"points": Points(joined.bonus)}))
    if gift := request.program.reward(joined.gift):
        lines.append(Line("join-gift", {"reward": gift.title}))
    if joined.referred and request.program.referral:
        lines.append(_referred(request, request.program.referral, joined.member))
    if unknown_code:
        lines.append(Line("join-code-unknown"))
    links = [linking.sentence(request, one, joined.member.id) for one in joined.links]
    lines += [Line(key) for key in dict.fromkeys(links)]
    lines += linking.bought_before(joined.caught)
    lines.append(Line("join-next"))
    rows = menu_rows()
    if request.program.birthday:
        rows = (*rows, (button("birthday"),))
    if _is_asked_now(request):
        lines += [Line(key) for key in wordings.here(request).values()]
        rows = (_offers_row(request), *rows)
    return Answer(lines=tuple(lines), buttons=rows)


def _is_new_by_sms(request: Request, member: Member) -> bool:
    known = consents.in_force(request.tx, member.id)
    return not any(one.channel is Channel.SMS for one in known)


def _asked_by_sms(request: Request, member: Member, again: Line) -> Answer:
    """Who is a member already, and joins by SMS too, agrees to what is told then."""
    question = wordings.here(request)
    shown = request.wording(request.language, question[Purpose.TRANSACTIONAL])
    agreed = wordings.said(request, Channel.SMS, Purpose.TRANSACTIONAL, granted=True, wording=shown)
    profile.record_consent(request.tx, member_id=member.id, consent=agreed)
    lines = (again, *(Line(key) for key in question.values()))
    return Answer(lines=lines, buttons=(_offers_row(request), *menu_rows()))


def _referred(request: Request, rule: Referral, friend: Member) -> Line:
    """What the invitation brings the friend, and when."""
    if not (rule.friend or rule.friend_reward):
        return Line("join-invited")
    points = given(request.program, rule.friend, rule.friend_reward)
    referral = referrals.of_friend(request.tx, friend.id)
    if referral and referral.state is State.PAID:
        return Line("join-referred-now", {"points": points})
    if referral and referral.state is State.REVIEW:
        return Line("join-referred-review", {"points": points})
    if not rule.minimum:
        return Line("join-referred-any", {"points": points})
    minimum = request.program.money(rule.minimum)
    return Line("join-referred", {"points": points, "minimum": minimum})


def _offers_row(request: Request) -> tuple[Button, ...]:
    """The question after joining, for who was not asked before."""
    command = f"notifications {wordings.channel(request)} {Purpose.MARKETING}"
    mark = wordings.mark(request, wordings.here(request))
    return (
        button("offers-yes", f"{command} on {mark}"),
        button("offers-no", f"{command} off {mark}"),
    )


def _invitation(request: Request, *first: Line) -> Answer:
    program = request.program
    lines = [*first, Line("start-hello", {"program": program.name})]
    if bonus := joining.bonus_for(request.tx, request.act, [request.chat]):
        lines.append(Line("start-bonus", {"points": Points(bonus)}))
    if _payload(request, "r_") and program.referral:
        lines.append(Line(_invited(program.referral)))
    question = wordings.here(request)
    lines += [Line(key) for key in question.values()]
    mark = wordings.mark(request, question)
    return Answer(
        lines=tuple(lines),
        buttons=(
            (_once(request, "button-join-offers", f"join {OFFERS} {mark}"),),
            (_once(request, "button-join-quiet", f"join {mark}"),),
            (button("rules"), button("privacy")),
            (button("language"),),
        ),
    )


def _invited(rule: Referral) -> str:
    if not (rule.friend or rule.friend_reward):
        return "start-invited"
    return "start-referred-now" if rule.paid == "joining" else "start-referred"


def _once(request: Request, label: str, command: str) -> Button:
    return Button(label=Line(label), command=request.once(command))


def _remember(request: Request) -> Iterator[Line]:
    """Keep what brought the person until they join; the first friend's code stays, if it is one."""
    payload = request.args[0][:PAYLOAD_MAX] if request.args else ""
    if not payload.startswith(REMEMBERED) or request.chat.payload.startswith("r_"):
        return
    if request.member is not None:
        return
    code = payload.removeprefix("r_")
    if code == payload or joining.referrer(request.tx, code):
        request.keep(payload=payload)
    elif request.program.referral:
        yield Line("start-code-unknown")


def _payload(request: Request, prefix: str) -> str | None:
    payload = request.chat.payload
    return payload.removeprefix(prefix) if payload.startswith(prefix) else None


def _typed_code(request: Request) -> str | None:
    """A friend's code among the words after "join"."""
    codes = [arg for arg in request.args if arg != OFFERS and not wordings.MARK.fullmatch(arg)]
    return codes[0].removeprefix("r_") if codes else None


def _is_asked_now(request: Request) -> bool:
    """Whether the welcome shows what the invitation would have shown."""
    return not wordings.shown(request)


def _consents(request: Request) -> tuple[Consent, ...]:
    """
    What the person said to the questions they saw: over the invitation's buttons, or, joining
    without it, in the welcome, which tells what is sent and asks about offers only then.
    """
    channel = wordings.channel(request)
    seen = wordings.shown(request)
    if not seen and request.member is None:
        key = wordings.here(request)[Purpose.TRANSACTIONAL]
        seen = {Purpose.TRANSACTIONAL: request.wording(request.language, key)}
    yes = {Purpose.TRANSACTIONAL: True, Purpose.MARKETING: OFFERS in request.args}
    return tuple(
        wordings.said(request, channel, purpose, granted=yes[purpose], wording=wording)
        for purpose, wording in seen.items()
    )
