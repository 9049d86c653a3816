"""What types can't say about a program file: single values, and what must fit together."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from core.model import Title
from core.money import CURRENCIES, digits, to_minor
from core.program.toml import shown

LANGUAGES = {"en": "English", "uk": "Ukrainian", "ru": "Russian", "pl": "Polish", "ro": "Romanian"}
FORMS = ("one", "few", "many", "other")
FORMS_OF = {  # CLDR's plural categories
    "en": ("one", "other"),
    "uk": ("one", "few", "many", "other"),
    "ru": ("one", "few", "many", "other"),
    "pl": ("one", "few", "many", "other"),
    "ro": ("one", "few", "other"),
}
TITLE_MAX = 64
WORD_MAX = 32

Path = tuple[str | int, ...]
_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?")


@dataclass(frozen=True, slots=True)
class Objection:
    """What does not fit in a program, and where."""

    path: Path
    message: str


def suggestion(word: str, known: Iterable[str]) -> str:
    """`; did you mean "…"?` when a known word is near, else nothing."""
    near = get_close_matches(word, list(known), n=1)
    return f'; did you mean "{near[0]}"?' if near else ""


def plain_text(text: str) -> str:
    """Refuse what no title or name needs: line breaks, control characters, spaces at the ends."""
    if not text.isprintable():
        raise ValueError("write it in one line, without control characters")
    if text != text.strip():
        raise ValueError("remove the spaces at the ends")
    return text


def known_language(code: str) -> str:
    """Refuse languages the bot has no texts in."""
    if code not in LANGUAGES:
        raise ValueError(f'the bot does not speak "{code}"; it speaks {", ".join(LANGUAGES)}')
    return code


def known_form(form: str) -> str:
    """Refuse what is no plural form."""
    if form not in FORMS:
        raise ValueError(f'"{form}" is no plural form; the forms are {", ".join(FORMS)}')
    return form


def known_currency(code: str) -> str:
    """Refuse what ISO 4217 does not know."""
    if code not in CURRENCIES:
        near = f'; did you mean "{code.upper()}"?' if code.upper() in CURRENCIES else ""
        raise ValueError(f'give an ISO 4217 code, e.g. "EUR" (found "{code}"){near}')
    return code


def known_timezone(name: str) -> str:
    """Refuse what the IANA database does not know."""
    try:
        ZoneInfo(name)
    except (OSError, ValueError, KeyError):
        near = suggestion(name, available_timezones())
        message = f'give an IANA time zone, e.g. "Europe/Kyiv" (found "{name}"){near}'
        raise ValueError(message) from None
    return name


def decimal_from(value: object) -> Decimal:
    """Read an exact number: text or a whole number, never a float."""
    if isinstance(value, Decimal) and value.is_finite():
        return value
    if isinstance(value, float):
        text = f"{value:.2f}" if round(value, 2) == value else repr(value)
        raise ValueError(f'write the number in quotes, so that it is exact: "{text}"')
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**15:
        return Decimal(value)
    if isinstance(value, str) and _NUMBER.fullmatch(value):
        return Decimal(value)
    if isinstance(value, str) and _NUMBER.fullmatch(value.replace(",", ".")):
        raise ValueError(f'write decimals after a point: "{value.replace(",", ".")}"')
    raise ValueError(f'give a number in quotes, e.g. "5.00" (found {shown(value)})')


def title_from(value: object) -> Title:
    """Read a name: one text for all languages, or one per language."""
    if isinstance(value, Title):
        return value
    texts = {"": value} if isinstance(value, str) else value
    if not isinstance(texts, Mapping) or not texts:
        raise ValueError('give a text, or one per language, e.g. {en = "Coffee", uk = "Кава"}')
    for language, text in texts.items():
        if language:
            known_language(language)
        if not isinstance(text, str) or not 0 < len(text) <= TITLE_MAX:
            raise ValueError(f"give a text of 1 to {TITLE_MAX} characters")
        plain_text(text)
    return Title(dict(texts))


def title_as_written(title: Title) -> str | dict[str, str]:
    """Give back what title_from was given."""
    return title.texts[""] if set(title.texts) == {""} else dict(title.texts)


def problems_of(parts: Mapping[str, Any]) -> Iterator[Objection]:
    """
    Find what does not fit together, everything at once.

    What is itself wrong is None in ``parts``, at any depth: what depends on it is not checked.
    """
    for check in _CHECKS:
        yield from check(parts)


def _languages(parts: Mapping[str, Any]) -> Iterator[Objection]:
    languages = parts.get("languages") or ()
    for index, language in enumerate(languages):
        if language is not None and language in languages[:index]:
            yield Objection(("languages", index), f'"{language}" is there twice')


def _spoken(parts: Mapping[str, Any]) -> list[str]:
    return [language for language in dict.fromkeys(parts.get("languages") or ()) if language]


def _point_names(parts: Mapping[str, Any]) -> Iterator[Objection]:
    points = parts.get("points")
    if points is None:
        return
    for language in _spoken(parts):
        if language not in points:
            forms = ", ".join(FORMS_OF[language])
            message = (
                f"say what a point is called in {LANGUAGES[language]}: add [points.{language}]"
                f" with {forms}"
            )
            yield Objection(("points",), message)
    for language, names in points.items():
        needed = FORMS_OF[language]
        if names is None:
            continue
        if missing := [form for form in needed if form not in names]:
            message = (
                f"{LANGUAGES[language]} needs the plural forms {', '.join(needed)};"
                f' add {missing[0]} = "…"'
            )
            yield Objection(("points", language), message)
        for form in names:
            if form not in needed:
                message = (
                    f'{LANGUAGES[language]} has no plural form "{form}"; it has {", ".join(needed)}'
                )
                yield Objection(("points", language, form), message)


def _lists(parts: Mapping[str, Any]) -> Iterator[tuple[Path, Any]]:
    """Every rule, tier and reward with its place, without the wrong ones."""
    tiers = parts.get("tiers")
    lists: tuple[tuple[Path, Any], ...] = (
        (("earning",), parts.get("earning")),
        (("tiers", "levels"), tiers and tiers.levels),
        (("rewards",), parts.get("rewards")),
    )
    for path, items in lists:
        for index, item in enumerate(items or ()):
            if item is not None:
                yield (*path, index), item


def _ids(parts: Mapping[str, Any]) -> Iterator[Objection]:
    seen: set[tuple[Path, str]] = set()
    for path, item in _lists(parts):
        if item.id is None:
            continue
        if (path[:-1], item.id) in seen:
            message = f'"{item.id}" is taken already; give every entry an id of its own'
            yield Objection((*path, "id"), message)
        seen.add((path[:-1], item.id))


def _one_rule_of_each_kind(parts: Mapping[str, Any]) -> Iterator[Objection]:
    seen: dict[str, str] = {}
    for index, rule in enumerate(parts.get("earning") or ()):
        if rule is None or rule.on is None:
            continue
        if rule.on in seen:
            message = f'"{seen[rule.on]}" is for "{rule.on}" already; keep one of the two'
            yield Objection(("earning", index, "on"), message)
        seen.setdefault(rule.on, rule.id)


def _titles(parts: Mapping[str, Any]) -> Iterator[Objection]:
    languages = _spoken(parts)
    for path, item in _lists(parts):
        title: Title | None = getattr(item, "title", None)
        if title is None or "" in title.texts:
            continue
        missing = [one for one in languages if one not in title.texts]
        if missing:
            names = " and ".join(LANGUAGES[language] for language in missing)
            message = f'give the title in {names} too, e.g. {missing[0]} = "…"'
            yield Objection((*path, "title"), message)


def _thresholds(parts: Mapping[str, Any]) -> Iterator[Objection]:
    tiers = parts.get("tiers")
    below: int | None = None
    for index, tier in enumerate((tiers and tiers.levels) or ()):
        path = ("tiers", "levels", index, "from")
        if tier is None or tier.from_points is None:
            continue
        if index == 0 and tier.from_points != 0:
            yield Objection(path, "the first tier is everybody's: from = 0")
        if below is not None and tier.from_points <= below:
            message = (
                f"give more than the tier before it has ({below}),"
                f" e.g. from = {below + 100} (found {tier.from_points})"
            )
            yield Objection(path, message)
        below = tier.from_points


def _tiers_of_rewards(parts: Mapping[str, Any]) -> Iterator[Objection]:
    tiers = parts.get("tiers")
    levels = (tiers and tiers.levels) or ()
    known = [tier.id for tier in levels if tier and tier.id]
    if not known or len(known) < len(levels):
        return
    for index, reward in enumerate(parts.get("rewards") or ()):
        if reward is None or reward.tier is None or reward.tier in known:
            continue
        message = f'there is no tier "{reward.tier}"; the tiers are {", ".join(known)}'
        yield Objection(("rewards", index, "tier"), message + suggestion(reward.tier, known))


def _sums(parts: Mapping[str, Any]) -> Iterator[Objection]:
    currency = parts.get("currency")
    if currency is None:
        return
    items = list(_lists(parts))
    if referral := parts.get("referral"):
        items.append((("referral",), referral))
    for path, item in items:
        for field in ("per", "minimum", "amount"):
            amount = getattr(item, field, None)
            if amount is None or _is_payable(amount, currency):
                continue
            message = f'{currency} has {digits(currency)} decimals, e.g. {field} = "{{}}"'
            yield Objection(
                (*path, field),
                message.format(f"{amount:.{digits(currency)}f}") + f' (found "{amount}")',
            )


def _is_payable(amount: Decimal, currency: str) -> bool:
    try:
        to_minor(amount, currency)
    except ValueError:
        return False
    return True


def _referral(parts: Mapping[str, Any]) -> Iterator[Objection]:
    referral = parts.get("referral")
    if referral and referral.referrer == referral.friend == 0:
        message = "give points to at least one of the two, or remove [referral]"
        yield Objection(("referral", "referrer"), message)


_CHECKS: tuple[Callable[[Mapping[str, Any]], Iterator[Objection]], ...] = (
    _languages,
    _point_names,
    _ids,
    _one_rule_of_each_kind,
    _titles,
    _thresholds,
    _tiers_of_rewards,
    _sums,
    _referral,
)
