"""The words of members' names, by whose beginnings people are found."""

import re
import unicodedata
from collections.abc import Iterable

from core.model import MemberId
from core.transaction import Transaction

WORDS_MAX = 8  # of one name
SIGNS_MAX = 32  # of one word
PAGE = 1_000
APOSTROPHES = re.compile("['’ʼ`ʹ′]")


def words_of(name: str) -> list[str]:
    """Its words as they are compared: small letters without accents; each once, in their order."""
    letters = unicodedata.normalize("NFKD", APOSTROPHES.sub("", name).casefold())
    plain = "".join(sign for sign in letters if not unicodedata.combining(sign))
    found = re.findall(r"[^\W_]+", plain)
    return [*dict.fromkeys(one[:SIGNS_MAX] for one in found)][:WORDS_MAX]


def key(word: str) -> str:
    """The word as it is kept: digits of which the words with its beginning begin, too."""
    return word.encode().hex()


def put(tx: Transaction, named: Iterable[tuple[MemberId, str]]) -> None:
    """Keep the words of new members' names."""
    tx.many(
        "INSERT INTO name_words (word, member_id) VALUES (:word, :member) ON CONFLICT DO NOTHING",
        [{"word": key(word), "member": id} for id, name in named for word in words_of(name)],
    )


def learn(tx: Transaction, member_id: MemberId, name: str) -> None:
    """Keep the words of the member's name, unless one is known already."""
    known = tx.rows("SELECT 1 FROM name_words WHERE member_id = :id LIMIT 1", id=member_id)
    if not known:
        put(tx, [(member_id, name)])


def forget(tx: Transaction, member_id: MemberId) -> None:
    """The member has no name any more."""
    tx.rows("DELETE FROM name_words WHERE member_id = :id", id=member_id)


def fill(tx: Transaction) -> None:
    """Keep the words of everybody's name; once, when there were none before."""
    after = 0
    while page := tx.rows(
        "SELECT id, name FROM members WHERE id > :after ORDER BY id LIMIT :limit",
        after=after,
        limit=PAGE,
    ):
        put(tx, [(MemberId(id), name) for id, name in page if name])
        after = page[-1][0]
