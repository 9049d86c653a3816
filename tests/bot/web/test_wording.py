"""What is wrong with a request is said in plain words, whatever it is."""

from itertools import product

import httpx
from pydantic import BaseModel, ValidationError

from bot.web import event_forms, links  # noqa: F401 their bodies are looked at
from bot.web.baskets import OrderIn, QuoteIn
from bot.web.carts import CartIn
from bot.web.wording import amiss

SENT = [5, -1, 1.5, "", "x", "x" * 5000, [], [5], {}, {"id": {}}, None, True]


def bodies() -> list[type[BaseModel]]:
    """Everything the API takes."""
    known: list[type[BaseModel]] = [*BaseModel.__subclasses__(), OrderIn, QuoteIn, CartIn]
    return [one for one in known if one.__module__.startswith("bot.web") and "In" in one.__name__]


def test_no_answer_is_in_pydantics_words() -> None:
    said = set()
    assert len(bodies()) > 15
    for body, value in product(bodies(), SENT):
        try:
            body.model_validate(dict.fromkeys(body.model_fields, value))
            body.model_validate({})
        except ValidationError as error:
            said |= {amiss(one) for one in error.errors()}

    assert "it is needed" in said
    assert {one for one in said if "Input" in one or "should" in one or "Field" in one} == set()


async def test_a_refund_without_its_day_is_answered_with_what_is_needed(
    api: httpx.AsyncClient,
) -> None:
    sent = {"refund_id": "R1", "amount": "5.00"}
    answer = await api.post("/api/v1/orders/eu/1001/refunds", json=sent)

    assert answer.status_code == 422
    assert answer.json()["detail"] == "refunded_at: it is needed"
