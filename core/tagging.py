"""Tagging: what the shop calls its members by, so that it can write to those of one kind."""

import re
from collections.abc import Iterable

from core.act import Act
from core.auditing import Deed, note
from core.errors import TagNotUnderstood, TooManyTags
from core.model import MemberId
from core.tables import members, tags
from core.transaction import Transaction

LONGEST = 32  # signs
MOST = 50  # of one member
FORM = re.compile(rf"[^\W\d_][\w-]{{0,{LONGEST - 1}}}")


def normal(typed: str) -> str:
    """The tag as it is kept: a letter, then letters, digits, hyphens. Raises TagNotUnderstood."""
    tag = typed.strip().casefold()
    if not FORM.fullmatch(tag):
        raise TagNotUnderstood(tag=typed.strip()[:LONGEST])
    return tag


def change(
    tx: Transaction, act: Act, *, member_id: MemberId, on: Iterable[str], off: Iterable[str] = ()
) -> list[str]:
    """
    Put tags on the member and take others off; what they have then. The same again changes nothing.

    Raises TagNotUnderstood, TooManyTags.
    """
    members.take(tx, member_id)
    before = set(tags.of_member(tx, member_id))
    after = (before | {normal(tag) for tag in on}) - {normal(tag) for tag in off}
    return _set(tx, act, member_id, before, after)


def replace(tx: Transaction, act: Act, *, member_id: MemberId, tagged: Iterable[str]) -> list[str]:
    """The member has these tags and no others. Raises TagNotUnderstood, TooManyTags."""
    members.take(tx, member_id)
    before = set(tags.of_member(tx, member_id))
    return _set(tx, act, member_id, before, {normal(tag) for tag in tagged})


def _set(
    tx: Transaction, act: Act, member_id: MemberId, before: set[str], after: set[str]
) -> list[str]:
    if after - before and len(after) > MOST:  # an import may have brought more
        raise TooManyTags(most=MOST)
    new, gone = sorted(after - before), sorted(before - after)
    tags.add(tx, [(member_id, tag) for tag in new])
    for tag in gone:
        tags.drop(tx, member_id, tag)
    if new or gone:
        about = " ".join([*(f"+{tag}" for tag in new), *(f"-{tag}" for tag in gone)])
        note(tx, act, Deed.TAGGED, member_id=member_id, about=about)
    return sorted(after)
