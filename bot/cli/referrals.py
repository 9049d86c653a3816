"""`loyalty referrals list`, `approve`, `refuse`: look at what looks odd before it is paid."""

from collections.abc import Callable
from functools import partial
from typing import Annotated, TypeVar
from uuid import uuid4

import typer

from bot.acts import Acts
from bot.cli.program import PROBLEM, USAGE
from bot.cli.serve import finish, settings_or_exit, stop
from bot.conversation.texts import Texts
from bot.databases.migrating import migrate
from bot.databases.opening import opened
from bot.programs import read_program
from bot.settings import Settings
from core.act import Act
from core.errors import LoyaltyError
from core.model import MemberId
from core.referrals import reviewing
from core.tables import referrals
from core.tables.referrals import Referral, State
from core.transaction import Transaction

T = TypeVar("T")

BY = "command line"
PAGE = 500

Which = Annotated[State, typer.Option(help="How far they are.")]
Friend = Annotated[str, typer.Argument(metavar="ID", help="The friend's id, as `list` shows it.")]
Reason = Annotated[str, typer.Argument(help="Why nobody is paid; only the shop reads it.")]

app = typer.Typer(help="Referrals: look at what looks odd before it is paid.", no_args_is_help=True)


@app.command("list")
def list_(state: Which = State.REVIEW) -> None:
    """List referrals; without --state those that wait for your decision."""
    found = finish(_with_database(settings_or_exit(), partial(_all, state=state)))
    for referral in found:
        typer.echo(_line(referral))
    if not found:
        typer.echo(f"There are no referrals in the state {state.value}.")


@app.command()
def approve(friend: Friend) -> None:
    """Let the referral be paid; what was refused too."""
    _decide(friend, approve=True)


@app.command()
def refuse(friend: Friend, reason: Reason) -> None:
    """Refuse the referral: nobody is paid for it."""
    if not reason.strip():
        stop("Say why: loyalty referrals refuse ID REASON", USAGE)
    _decide(friend, approve=False, reason=reason)


def _decide(friend: str, *, approve: bool, reason: str = "") -> None:
    if not (friend.isascii() and friend.isdecimal() and len(friend) < 19):
        stop(f"{friend} is no member's id: see `loyalty referrals list`.", USAGE)

    def work(tx: Transaction, act: Act) -> Referral:
        friend_id = MemberId(int(friend))
        return reviewing.decide(tx, act, friend_id=friend_id, approve=approve, reason=reason)

    typer.echo(_line(finish(_with_database(settings_or_exit(), work))))


def _all(tx: Transaction, act: Act, state: State) -> list[Referral]:
    found: list[Referral] = []
    while page := referrals.page(
        tx, state=state, after=found[-1].friend_id if found else MemberId(0), limit=PAGE
    ):
        found += page
    return found


async def _with_database(settings: Settings, work: Callable[[Transaction, Act], T]) -> T:
    text, _ = read_program(settings.program)
    async with opened(settings.database_url.get_secret_value()) as database:
        await migrate(database)
        acts = await Acts.start(database, text)
        act = acts.new(f"referral:{uuid4()}", actor=BY)
        try:
            return await database.run(lambda tx: work(tx, act))
        except LoyaltyError as refusal:
            stop(Texts.load().say("en", refusal.key, refusal.values, acts.program), PROBLEM)


def _line(referral: Referral) -> str:
    """The referral in one line: the friend's id first, so that it can be copied."""
    parts = [
        str(referral.friend_id),
        referral.state,
        f"brought by {referral.referrer_id}",
        f"joined {referral.joined_at:%Y-%m-%d}",
    ]
    if referral.shop is not None:
        parts.append(f"order {referral.shop}/{referral.order_id}")
    if referral.signals:
        parts.append(f"odd: {', '.join(referral.signals)}")
    if referral.decided_at:
        parts.append(f"decided by {referral.decided_by}")
    if referral.reason:
        parts.append(referral.reason)
    return "  ".join(parts)
