"""
Raffles, drawn so that everybody can check it.

A seed is fixed by chance before the first ticket, and everybody with a ticket is told its SHA-256.
At the draw the tickets are put in the order of SHA-256("seed|code"): the first ones win, and the
seed is told. Nobody can choose another seed afterwards: it would not fit what was told.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from core.act import Act
from core.calendar import midnight
from core.model import MemberId, Voucher, VoucherCode
from core.program.rewards import RaffleReward
from core.rewards.lapsing import expiry
from core.tables import raffles, tickets, vouchers
from core.tables.raffles import Raffle, RaffleId
from core.transaction import Transaction

SEED_BITS = 256


@dataclass(frozen=True, slots=True, kw_only=True)
class Draw:
    """A raffle as everybody may see it."""

    raffle: Raffle
    tickets: tuple[VoucherCode, ...]  # by place once they are drawn, else by code
    winners: tuple[VoucherCode, ...]  # empty before the draw


def enter(tx: Transaction, act: Act, reward: RaffleReward) -> Raffle | None:
    """The reward's raffle, its row locked, opened with its first ticket; None once it is drawn."""
    draw_at = midnight(reward.draw_on, act.program.timezone)
    if draw_at <= act.now:
        return None
    new = Raffle(
        id=RaffleId(act.random.getrandbits(62)),
        reward_id=reward.id,
        draw_at=draw_at,
        winners=reward.winners,
        seed=f"{act.random.getrandbits(SEED_BITS):064x}",
    )
    raffle = raffles.open_once(tx, new, now=act.now)
    return None if raffle.drawn_at else raffle


def leave(tx: Transaction, act: Act, voucher: Voucher) -> bool:
    """Take the ticket out of its raffle again; False when the day of the draw has begun."""
    raffle = raffles.of_ticket(tx, voucher.code)
    if raffle is None or raffle.draw_at <= act.now:
        return False
    if raffles.take(tx, raffle.id).drawn_at:  # by a process whose clock is ahead of ours
        return False
    tickets.withdraw(tx, voucher.code)
    return True


def order(seed: str, codes: Iterable[str]) -> list[VoucherCode]:
    """The tickets as the seed draws them, the first one first."""
    return [VoucherCode(code) for code in sorted(codes, key=lambda code: _digest(seed, code))]


def due(tx: Transaction, act: Act, *, after: MemberId, limit: int) -> list[MemberId]:
    """The raffles whose day has begun, by rising id; ids are given as the schedule has them."""
    return [MemberId(each) for each in raffles.due(tx, act.now, after=after, limit=limit)]


def draw(tx: Transaction, act: Act, *, member_id: MemberId) -> int:
    """Draw the raffle of that id; how many tickets won. A second time nothing is left to do."""
    raffle = raffles.take(tx, RaffleId(member_id))
    if raffle.drawn_at or raffle.draw_at > act.now:
        return 0
    tickets.withdraw_undone(tx, raffle.id)
    drawn = order(raffle.seed, tickets.of_raffle(tx, raffle.id))
    tickets.set_places(tx, drawn)
    raffles.close(tx, raffle.id, now=act.now)
    won, lost = drawn[: raffle.winners], drawn[raffle.winners :]
    reward = act.program.reward(raffle.reward_id)
    expires_at = expiry(act.program, reward, act.now) if reward else None
    for code in won:
        vouchers.win(tx, code, expires_at=expires_at)
    vouchers.lose(tx, lost)
    return len(won)


def shown(tx: Transaction, reward_id: str) -> list[Draw]:
    """Every raffle of the reward, the last draw first."""
    return [_shown(tx, raffle) for raffle in raffles.of_reward(tx, reward_id)]


def _shown(tx: Transaction, raffle: Raffle) -> Draw:
    places = tickets.of_raffle(tx, raffle.id)
    if raffle.drawn_at is None:
        return Draw(raffle=raffle, tickets=tuple(places), winners=())
    drawn = sorted(places, key=lambda code: places[code] or 0)
    return Draw(raffle=raffle, tickets=tuple(drawn), winners=tuple(drawn[: raffle.winners]))


def _digest(seed: str, code: str) -> str:
    return sha256(f"{seed}|{code}".encode()).hexdigest()
