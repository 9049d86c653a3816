"""What goods cost: one discount a line, vouchers after it, no cent lost, nothing below nought."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.awarding.baskets import OrderLine
from core.model import SomeGoods, Terms
from core.pricing import (
    Bill,
    Coupon,
    Discounted,
    Objection,
    discounted,
    is_delivered_free,
    share,
    take_off,
)
from core.program.benefits import DiscountBenefit, FreeShippingBenefit
from core.program.conditions import When

TOY = OrderLine("TOY-1", 1, 20_00, ("toys",))
BOOK = OrderLine("BOOK-1", 2, 30_00, ("books",), ("bestseller",))
CARD = OrderLine("CARD", 1, 50_00, gift_card=True)


def off(percent: str, **when: Any) -> DiscountBenefit:
    """A discount, on some goods or all."""
    return DiscountBenefit(kind="discount", percent=Decimal(percent), when=When(**when))


def free(start: str | None = None, method: str | None = None, **when: Any) -> FreeShippingBenefit:
    """Free delivery, from a sum or always."""
    said = {"kind": "free_shipping", "from": start, "method": method, "when": when}
    return FreeShippingBenefit.model_validate(said)


def always(when: When) -> bool:
    """Whatever is asked."""
    return True


def never(when: When) -> bool:
    """Whatever is asked, not."""
    return False


def taken(*vouchers: Terms, lines: tuple[OrderLine, ...] = (TOY, BOOK), shipping: int = 0) -> Bill:
    """The bill with those vouchers, named 0, 1, 2 …; nothing is discounted."""
    coupons = [Coupon(str(place), terms) for place, terms in enumerate(vouchers)]
    return take_off([Discounted(line) for line in lines], shipping, coupons)


def delivered_free(*benefits: FreeShippingBenefit, lines: Any = (TOY,), method: str = "") -> bool:
    """Whether those goods, without discounts, are delivered for nothing."""
    goods = [Discounted(line) for line in lines]
    return is_delivered_free(goods, benefits, always, method=method, currency="EUR")


def test_of_a_line_the_best_discount_counts_and_nothing_stacks() -> None:
    benefits = [off("10"), off("40", labels=["Bestseller"]), off("5")]

    toy, book = discounted([TOY, BOOK], benefits, always)

    assert (toy.discount, toy.benefit) == (2_00, benefits[0])
    assert (book.discount, book.benefit) == (12_00, benefits[1])


def test_a_discount_that_does_not_hold_or_is_for_other_goods_is_none() -> None:
    assert discounted([TOY], [off("10")], never)[0].discount == 0
    assert discounted([TOY], [off("10", categories=["books"])], always)[0].discount == 0
    assert discounted([TOY], [off("10", without={"skus": ["toy-1"]})], always)[0].discount == 0


def test_a_gift_card_is_never_cheaper() -> None:
    assert discounted([CARD], [off("10")], always)[0].rest == 50_00
    assert taken(Terms(kind="amount_off", amount=5_00), lines=(CARD,)).refused == {
        "0": Objection.GOODS
    }


@pytest.mark.parametrize(
    ("amount", "percent", "part"),
    [(1_05, "10", 11), (1_04, "10", 10), (9_99, "33.33", 3_33), (1, "50", 1), (0, "50", 0)],
)
def test_a_share_is_rounded_half_up(amount: int, percent: str, part: int) -> None:
    assert share(amount, Decimal(percent)) == part


@pytest.mark.parametrize(("start", "is_free"), [("20.00", True), ("20.01", False), (None, True)])
def test_delivery_is_free_from_its_sum_on(start: str | None, is_free: bool) -> None:
    assert delivered_free(free(start)) is is_free


def test_the_sum_for_free_delivery_is_that_after_discounts() -> None:
    goods = discounted([OrderLine("A", 1, 3000_00)], [off("10")], always)

    assert not is_delivered_free(goods, [free("3000.00")], always, method="", currency="RUB")
    assert is_delivered_free(goods, [free("2700.00")], always, method="", currency="RUB")


def test_free_delivery_can_be_for_one_kind_of_delivery() -> None:
    assert delivered_free(free(method="same-day"), method="same-day")
    assert not delivered_free(free(method="same-day"), method="express")
    assert delivered_free(free(), method="express")


def test_free_delivery_of_some_goods_needs_all_of_them_to_be_such() -> None:
    toys = free(categories=["toys"])

    assert delivered_free(toys, lines=(TOY, CARD))
    assert not delivered_free(toys, lines=(TOY, BOOK))


def test_a_sum_off_is_shared_among_what_it_is_for() -> None:
    bill = taken(Terms(kind="amount_off", amount=10_00))

    assert (bill.taken, bill.rests) == ({"0": 10_00}, [16_00, 24_00])


def test_a_sum_off_never_pays_more_than_the_goods_cost() -> None:
    bill = taken(Terms(kind="flexible", amount=99_00), lines=(TOY, CARD), shipping=5_00)

    assert (bill.taken, bill.rests, bill.shipping) == ({"0": 20_00}, [0, 50_00], 5_00)


def test_percentages_come_before_sums() -> None:
    bill = taken(Terms(kind="amount_off", amount=10_00), Terms(kind="percent_off", percent=TWENTY))

    assert bill.taken == {"1": 10_00, "0": 10_00}
    assert sum(bill.rests) == 30_00


TWENTY = Decimal(20)


def test_one_item_alone_is_cheaper_and_it_is_the_dearest_that_fits() -> None:
    everything = Terms(kind="percent_off", percent=TWENTY, one_item=True)
    books = Terms(
        kind="percent_off", percent=TWENTY, one_item=True, goods=SomeGoods(categories=("books",))
    )

    assert taken(everything).rests == [16_00, 30_00]
    assert taken(books).rests == [20_00, 27_00]  # one of the two


def test_a_product_is_one_piece_for_nothing() -> None:
    bill = taken(Terms(kind="product", sku="book-1"))

    assert (bill.taken, bill.rests) == ({"0": 15_00}, [20_00, 15_00])
    assert taken(Terms(kind="product", sku="MUG")).refused == {"0": Objection.GOODS}


def test_a_share_of_the_bill_is_not_exceeded_by_several_vouchers_either() -> None:
    half = Terms(kind="flexible", amount=20_00, max_share=Decimal(50))

    bill = taken(half, half)

    assert bill.taken == {"0": 20_00, "1": 5_00}


def test_a_voucher_that_would_do_nothing_is_refused_and_not_wasted() -> None:
    free_delivery = Terms(kind="free_shipping")
    all_off = Terms(kind="percent_off", percent=Decimal(100))

    assert taken(free_delivery).refused == {"0": Objection.NOTHING_LEFT}
    assert taken(all_off, Terms(kind="amount_off", amount=1)).refused == {
        "1": Objection.NOTHING_LEFT
    }


def test_the_smallest_order_is_that_of_the_goods_after_discounts() -> None:
    twenty = Terms(kind="amount_off", amount=5_00, minimum=20_00)
    goods = discounted([TOY, CARD], [off("1")], always)

    assert taken(twenty, lines=(TOY,)).taken == {"0": 5_00}
    assert take_off(goods, 0, [Coupon("0", twenty)]).refused == {"0": Objection.MINIMUM}


def test_what_is_handed_over_is_taken_and_changes_no_price() -> None:
    assert taken(Terms(kind="gift")).taken == {"0": 0}
    assert taken(Terms(kind="partner_code")).refused == {"0": Objection.NOT_FOR_ORDERS}


TERMS = st.builds(
    Terms,
    kind=st.sampled_from(["amount_off", "flexible", "percent_off", "product", "free_shipping"]),
    amount=st.integers(1, 10_000),
    percent=st.decimals("0.01", 100, places=2),
    one_item=st.booleans(),
    max_share=st.none() | st.decimals(1, 100, places=0),
    sku=st.sampled_from(["a", "b"]),
    goods=st.sampled_from([SomeGoods(), SomeGoods(skus=("a",))]),
)
LINES = st.lists(
    st.builds(
        OrderLine,
        sku=st.sampled_from("abc"),
        quantity=st.integers(0, 5),
        amount=st.integers(0, 10_000),
        gift_card=st.booleans(),
    ),
    max_size=5,
)


@given(lines=LINES, terms=st.lists(TERMS, max_size=4), shipping=st.integers(0, 500))
def test_every_cent_that_is_taken_is_missing_on_the_bill_and_nothing_is_below_nought(
    lines: list[OrderLine], terms: list[Terms], shipping: int
) -> None:
    bill = taken(*terms, lines=tuple(lines), shipping=shipping)

    whole = sum(line.amount for line in lines) + shipping
    assert sum(bill.rests) + bill.shipping == whole - sum(bill.taken.values())
    assert min([*bill.rests, bill.shipping]) >= 0
    assert bill.taken.keys() | bill.refused.keys() == {str(place) for place in range(len(terms))}
    for line, rest in zip(lines, bill.rests, strict=True):
        assert not line.gift_card or rest == line.amount
