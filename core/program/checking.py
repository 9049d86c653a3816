"""What types can't say about a program file: what must fit together. Parts check themselves too."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from core.model import Title
from core.program.fault import fault
from core.program.parts import Part
from core.program.references import gifts, out_of_reach, references
from core.program.sums import choices, sums, thresholds
from core.program.tree import Damaged, Objection, Path, Tree
from core.program.values import FORMS_OF


def problems_of(parts: Mapping[str, Any]) -> Iterator[Objection]:
    """
    Find what does not fit together, everything at once.

    What is itself wrong is None in ``parts``, at any depth: what depends on it is not checked.
    """
    tree = Tree(parts)
    for check in _CHECKS:
        yield from check(tree)


def _parts(parts: Tree) -> Iterator[Objection]:
    """What each part says of itself; a damaged one what is sure all the same."""
    for path, node in parts.nodes:
        if isinstance(node, Part | Damaged):
            for field, amiss in node.amiss() if isinstance(node, Part) else node.amiss:
                yield Objection((*path, field) if field else path, amiss)


def _languages(parts: Tree) -> Iterator[Objection]:
    languages = parts.get("languages") or ()
    for index, language in enumerate(languages):
        if language is not None and language in languages[:index]:
            yield Objection(("languages", index), fault("fault-there-twice", name=language))


def _currencies(parts: Tree) -> Iterator[Objection]:
    """Each once, and the program's own needs no rate."""
    seen = {parts.get("currency")}
    for index, other in enumerate(parts.get("currencies") or ()):
        code = other.code if other else None
        if code and code in seen:
            yield Objection(("currencies", index, "code"), fault("fault-currency-twice", code=code))
        seen.add(code)


def _spoken(parts: Tree) -> list[str]:
    return [language for language in dict.fromkeys(parts.get("languages") or ()) if language]


def _point_names(parts: Tree) -> Iterator[Objection]:
    """In a money program nobody speaks of points."""
    points = parts.get("points")
    if points is None:
        return
    for language in _spoken(parts):
        if language not in points and parts.get("unit") == "points":
            forms, example = ", ".join(FORMS_OF[language]), f"[points.{language}]"
            unnamed = fault("fault-points-unnamed", code=language, example=example, forms=forms)
            yield Objection(("points",), unnamed)


def _plural_forms(parts: Tree) -> Iterator[Objection]:
    for language, names in (parts.get("points") or {}).items():
        needed = FORMS_OF[language]
        if names is None:
            continue
        if missing := [form for form in needed if form not in names]:
            forms, example = ", ".join(needed), f'{missing[0]} = "…"'
            lacking = fault("fault-forms-missing", code=language, forms=forms, example=example)
            yield Objection(("points", language), lacking)
        for form in names:
            if form not in needed:
                forms = ", ".join(needed)
                unknown = fault("fault-form-unknown", code=language, form=form, forms=forms)
                yield Objection(("points", language, form), unknown)


def _ids(parts: Tree) -> Iterator[Objection]:
    """An id is taken once in its list; what gives points also has one of its own in the ledger."""
    seen: set[tuple[object, str]] = set()
    for path, node in parts.nodes:
        kind = _NAMED.get(_list_of(path))
        name = getattr(node, "id", None)
        if kind is None or name is None:
            continue
        if (kind, name) in seen:
            yield Objection((*path, "id"), fault("fault-id-taken", name=name))
        seen.add((kind, name))


_NAMED: Mapping[tuple[str, ...], str] = {
    ("earning",): "ledger",
    ("tiers", "levels", "grants"): "ledger",
    ("plans", "grants"): "ledger",
    ("tiers", "levels"): "tiers",
    ("plans",): "plans",
    ("rewards",): "rewards",
    ("campaigns",): "campaigns",
    ("surveys",): "surveys",
}


def _list_of(path: Path) -> tuple[str, ...]:
    """The list that what is at the path is an entry of, without the numbers."""
    if not path or not isinstance(path[-1], int):
        return ()
    return tuple(part for part in path if isinstance(part, str))


def _one_rule_of_each_kind(parts: Tree) -> Iterator[Objection]:
    seen: dict[str, str] = {}
    for index, rule in enumerate(parts.get("earning") or ()):
        if rule is None or rule.on not in ("signup", "birthday"):
            continue
        if rule.on in seen:
            twice = fault("fault-one-rule", name=seen[rule.on], on=rule.on)
            yield Objection(("earning", index, "on"), twice)
        seen.setdefault(rule.on, rule.id)


def _titles(parts: Tree) -> Iterator[Objection]:
    languages = _spoken(parts)
    for path, title in parts.nodes:
        if not isinstance(title, Title) or "" in title.texts:
            continue
        missing = [one for one in languages if one not in title.texts]
        if missing:
            names, example = ", ".join(missing), f'{missing[0]} = "…"'
            lacking = fault("fault-title-languages", languages=names, example=example)
            yield Objection(path, lacking)


_CHECKS: tuple[Callable[[Tree], Iterator[Objection]], ...] = (
    _parts,
    _languages,
    _currencies,
    _point_names,
    _plural_forms,
    _ids,
    _one_rule_of_each_kind,
    _titles,
    thresholds,
    sums,
    choices,
    references,
    gifts,
    out_of_reach,
)
