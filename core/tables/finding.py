"""Finding members by what people know of them: each way has an index."""

from core.model import Member, MemberId
from core.tables import members
from core.tables.name_words import key, words_of
from core.transaction import Transaction

LETTERS_MIN = 2
AFTER = "g"  # after every hexadecimal digit: the end of the words with a beginning
TYPED_MAX = 3  # words that are looked for; more narrow nothing down
MANY = 5_000
HOW_MANY = """
    SELECT COUNT(*) FROM
    (SELECT 1 FROM name_words WHERE word >= :a AND word < :a_end LIMIT :many) found
"""
BY_WORDS = """
    SELECT member_id FROM name_words n WHERE word >= :a AND word < :a_end
    AND (:b = '' OR EXISTS (SELECT 1 FROM name_words o
        WHERE o.member_id = n.member_id AND o.word >= :b AND o.word < :b_end))
    AND (:c = '' OR EXISTS (SELECT 1 FROM name_words o
        WHERE o.member_id = n.member_id AND o.word >= :c AND o.word < :c_end))
    ORDER BY word, member_id LIMIT :limit
"""


def by_name(tx: Transaction, typed: str, *, limit: int) -> list[Member]:
    """
    Members in whose name each of these words, or a longer one, stands: "koval ol" is Olena
    Kovalenko. Whole words come first. Nobody, if no word has LETTERS_MIN letters.
    """
    words = sorted(words_of(typed), key=len, reverse=True)[:TYPED_MAX]
    if not words or len(words[0]) < LETTERS_MIN:
        return []
    if len(words) > 1:  # of the rarest there is least to look through
        words = sorted(words, key=lambda word: _how_many(tx, word))
    wanted = dict.fromkeys(("b", "b_end", "c", "c_end"), "")
    for name, word in zip("abc", words, strict=False):
        wanted |= {name: key(word), f"{name}_end": key(word) + AFTER}
    rows = tx.rows(BY_WORDS, limit=limit * TYPED_MAX, **wanted)  # some have two such words
    ids = [*dict.fromkeys(MemberId(id) for (id,) in rows)][:limit]
    found = (members.find(tx, id) for id in ids)
    return [one for one in found if one]


def _how_many(tx: Transaction, word: str) -> int:
    """How many names have a word that begins so; MANY stands for all that are more."""
    begins = key(word)
    [[count]] = tx.rows(HOW_MANY, a=begins, a_end=begins + AFTER, many=MANY)
    return int(count)
