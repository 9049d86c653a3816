"""How a voucher's terms stand in its row: as JSON, without what is not said."""

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from core.model import SomeGoods, Terms, Title


def written(terms: Terms) -> str:
    """The terms but for kind and amount, which have columns of their own."""
    said = {
        "percent": _text(terms.percent),
        "one_item": terms.one_item,
        "minimum": terms.minimum,
        "max_share": _text(terms.max_share),
        "goods": _goods(terms.goods),
        "without": _goods(terms.without),
        "sku": terms.sku,
        "day": _text(terms.day),
        "since": _text(terms.since),
        "place": _title(terms.place),
        "partner": terms.partner,
        "partner_code": terms.partner_code,
        "cause": terms.cause,
        "cause_title": _title(terms.cause_title),
        "held": terms.held,
    }
    kept = {name: value for name, value in said.items() if value}
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def read(text: str, *, kind: str, amount: int | None) -> Terms:
    """The terms that were written."""
    if text == "{}":
        return Terms(kind=kind, amount=amount)
    said: Mapping[str, Any] = json.loads(text)
    return Terms(
        kind=kind,
        amount=amount,
        percent=_decimal(said.get("percent")),
        one_item=said.get("one_item", False),
        minimum=said.get("minimum"),
        max_share=_decimal(said.get("max_share")),
        goods=_some_goods(said.get("goods", {})),
        without=_some_goods(said.get("without", {})),
        sku=said.get("sku", ""),
        day=_date(said.get("day")),
        since=_date(said.get("since")),
        place=_names(said.get("place")),
        partner=said.get("partner", ""),
        partner_code=said.get("partner_code", ""),
        cause=said.get("cause", ""),
        cause_title=_names(said.get("cause_title")),
        held=said.get("held", False),
    )


def _text(value: Decimal | date | None) -> str | None:
    return None if value is None else str(value)


def _goods(goods: SomeGoods) -> dict[str, list[str]]:
    names = {
        "categories": list(goods.categories),
        "labels": list(goods.labels),
        "skus": list(goods.skus),
    }
    return {name: listed for name, listed in names.items() if listed}


def _title(title: Title | None) -> dict[str, str] | None:
    return dict(title.texts) if title else None


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _date(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _names(texts: Mapping[str, str] | None) -> Title | None:
    return None if texts is None else Title(texts)


def _some_goods(named: Mapping[str, list[str]]) -> SomeGoods:
    return SomeGoods(**{name: tuple(listed) for name, listed in named.items()})
