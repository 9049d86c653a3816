"""Realistic payloads of the shops, put together from the fields their documentation lists."""

from collections.abc import Sequence
from typing import Any

Json = dict[str, Any]

ANNS_PHONE = "+380501234567"


def shopify_order(**changes: Any) -> Json:
    """An order over 60 and 40 euros, of the prices' taxes inside, as Shopify's webhooks have it."""
    return {
        "id": 820982911946154508,
        "name": "#1001",
        "order_number": 1001,
        "email": "jon@example.com",
        "phone": None,
        "created_at": "2026-03-10T11:59:00+02:00",
        "processed_at": "2026-03-10T11:59:00+02:00",
        "updated_at": "2026-03-10T12:00:00+02:00",
        "cancelled_at": None,
        "cancel_reason": None,
        "currency": "EUR",
        "subtotal_price": "100.00",
        "total_price": "105.00",
        "current_total_price": "105.00",
        "total_discounts": "0.00",
        "total_tax": "16.76",
        "taxes_included": True,
        "total_shipping_price_set": {"shop_money": {"amount": "5.00", "currency_code": "EUR"}},
        "financial_status": "paid",
        "fulfillment_status": None,
        "cart_token": "c1-68778783ad298f1c80c3bafcddeea02f",
        "checkout_token": "bd5a8aa1ecd019dd3520ff791ee3a24c",
        "checkout_id": 901414060,
        "test": False,
        "source_name": "web",
        "payment_gateway_names": ["shopify_payments"],
        "discount_codes": [],
        "discount_applications": [],
        "note_attributes": [],
        "buyer_accepts_marketing": False,
        "browser_ip": "203.0.113.7",
        "customer": {
            "id": 115310627314723954,
            "email": "jon@example.com",
            "phone": ANNS_PHONE,
            "first_name": "Ann",
            "last_name": "Kovalenko",
        },
        "billing_address": {"phone": "050 123 45 67", "country_code": "UA", "city": "Kyiv"},
        "line_items": [
            shopify_line(866550311766439020, "LAMP-1", "60.00"),
            shopify_line(141249953214522974, "CUP-2", "40.00"),
        ],
        "refunds": [],
    } | changes


def shopify_line(id: int, sku: str, price: str, **changes: Any) -> Json:
    """A line of one piece."""
    return {
        "id": id,
        "product_id": id + 1,
        "variant_id": id + 2,
        "sku": sku,
        "title": sku.title(),
        "vendor": "Brightly",
        "quantity": 1,
        "price": price,
        "total_discount": "0.00",
        "discount_allocations": [],
        "gift_card": False,
        "tax_lines": [{"title": "VAT", "price": "9.58", "rate": 0.19}],
        "properties": [],
    } | changes


def shopify_refund(
    id: int, *, lines: Sequence[tuple[str, int, str]] = (), amount: str = "", **changes: Any
) -> Json:
    """A refund of goods (sku, pieces, worth) or of a sum, with the transaction that paid it."""
    worth = amount or str(sum(float(each[2]) for each in lines))
    return {
        "id": id,
        "order_id": 820982911946154508,
        "created_at": "2026-03-11T10:00:00+02:00",
        "processed_at": None,
        "note": None,
        "user_id": 548380009,
        "refund_line_items": [
            {
                "id": id * 10 + number,
                "line_item_id": 866550311766439020 + number,
                "quantity": quantity,
                "subtotal": float(subtotal),
                "total_tax": 0.0,
                "restock_type": "return",
                "line_item": shopify_line(866550311766439020 + number, sku, subtotal),
            }
            for number, (sku, quantity, subtotal) in enumerate(lines)
        ],
        "transactions": [
            {"id": id * 100, "kind": "refund", "status": "success", "amount": worth,
             "currency": "EUR", "gateway": "shopify_payments"},
            {"id": id * 100 + 1, "kind": "refund", "status": "failure", "amount": worth},
        ],
        "order_adjustments": [],
    } | changes  # fmt: skip


def woo_order(**changes: Any) -> Json:
    """An order over 100 euros and delivery, tax on top, as WooCommerce's REST API has it."""
    return {
        "id": 727,
        "number": "727",
        "status": "processing",
        "currency": "EUR",
        "prices_include_tax": False,
        "date_created": "2026-03-10T11:59:00",
        "date_created_gmt": "2026-03-10T09:59:00",
        "date_modified": "2026-03-10T12:00:00",
        "date_modified_gmt": "2026-03-10T10:00:00",
        "date_paid": "2026-03-10T12:00:00",
        "discount_total": "0.00",
        "discount_tax": "0.00",
        "shipping_total": "5.00",
        "shipping_tax": "1.00",
        "cart_tax": "20.00",
        "total": "126.00",
        "total_tax": "21.00",
        "cart_hash": "2a1f63b2a2d3a5bcd4e5a6b7c8d9e0f1",
        "created_via": "checkout",
        "customer_id": 26,
        "billing": {
            "first_name": "Ann",
            "last_name": "Kovalenko",
            "country": "UA",
            "email": "ann@example.com",
            "phone": "050 123 45 67",
        },
        "payment_method": "bacs",
        "payment_url": "https://shop.example/checkout/order-pay/727/?pay_for_order=true",
        "line_items": [
            woo_line(315, "LAMP-1", "60.00", "12.00"),
            woo_line(316, "CUP-2", "40.00", "8.00"),
        ],
        "coupon_lines": [],
        "refunds": [],
        "meta_data": [{"id": 13106, "key": "_wc_order_attribution", "value": {"type": "typein"}}],
    } | changes


def woo_line(id: int, sku: str, total: str, tax: str, **changes: Any) -> Json:
    """A line of one piece."""
    return {
        "id": id,
        "name": sku.title(),
        "product_id": id + 1000,
        "variation_id": 0,
        "quantity": 1,
        "subtotal": total,
        "subtotal_tax": tax,
        "total": total,
        "total_tax": tax,
        "sku": sku,
        "price": float(total),
    } | changes


def event_order(**changes: Any) -> Json:
    """An order as the API has it, in an event's data."""
    return {
        "shop": "kiosk",
        "order_id": "K-1",
        "customer": {"phone": ANNS_PHONE},
        "placed_at": "2026-03-10T11:59:00+02:00",
        "currency": "EUR",
        "total": "100.00",
        "status": "paid",
    } | changes


def shopify_checkout(**changes: Any) -> Json:
    """A checkout that was begun."""
    return {
        "id": 901414060,
        "token": "bd5a8aa1ecd019dd3520ff791ee3a24c",
        "cart_token": "68778783ad298f1c80c3bafcddeea02f",
        "abandoned_checkout_url": "https://shop.example/1/checkouts/bd5a/recover?key=5",
        "email": "jon@example.com",
        "phone": ANNS_PHONE,
        "created_at": "2026-03-10T13:50:00+02:00",
        "updated_at": "2026-03-10T13:55:00+02:00",
        "completed_at": None,
        "closed_at": None,
        "buyer_accepts_marketing": True,
        "currency": "EUR",
        "total_price": "105.00",
        "subtotal_price": "100.00",
        "line_items": [shopify_line(1, "LAMP-1", "60.00")],
        "customer": None,
    } | changes


def tyche_cart(action: str = "cutoff", **changes: Any) -> Json:
    """A cart that the plug-in takes for left, or found again."""
    return {
        "webhook_id": 5,
        "webhook_action": action,
        "webhook_resource": "wcap_cart",
        "webhook_resource_id": 42,
        "id": 42,
        "user_id": 63000007,
        "product_details": "Lamp x 1",
        "total": "60.00",
        "total_tax": "0",
        "timestamp": "1773143700",
        "billing_first_name": "Ann",
        "billing_country": "UA",
        "email_id": "ann@example.com",
        "phone": "0501234567",
        "user_type": "GUEST",
        "coupon_code": "",
        "checkout_link": "https://shop.example/?wcap_action=checkout_link&validate=x",
    } | changes


def bigcommerce_hook(scope: str, **data: Any) -> Json:
    """What BigCommerce delivers: it only names things."""
    return {
        "scope": scope,
        "store_id": "1025646",
        "data": {"type": scope.split("/")[1]} | data,
        "hash": f"{abs(hash((scope, str(data)))):040x}",
        "created_at": 1773144000,
        "producer": "stores/abc",
    }


def bigcommerce_order(**changes: Any) -> Json:
    """An order over 100 euros and delivery, with what its API shows beside it."""
    return {
        "id": 118,
        "customer_id": 11,
        "date_created": "Tue, 10 Mar 2026 09:59:00 +0000",
        "date_modified": "Tue, 10 Mar 2026 10:00:00 +0000",
        "status_id": 11,
        "status": "Awaiting Fulfillment",
        "payment_status": "captured",
        "subtotal_ex_tax": "100.0000",
        "total_inc_tax": "105.0000",
        "discount_amount": "0.0000",
        "coupon_discount": "0.0000",
        "store_credit_amount": "0.0000",
        "shipping_cost_inc_tax": "5.0000",
        "currency_code": "USD",
        "default_currency_code": "EUR",
        "cart_id": "09346904-4175-44fd-be53-f7e598531b6c",
        "is_deleted": False,
        "payment_method": "Credit Card",
        "billing_address": {
            "first_name": "Ann",
            "email": "ann@example.com",
            "phone": "050 123 45 67",
            "country_iso2": "UA",
        },
        "products": [
            {"id": 21, "product_id": 77, "variant_id": 0, "sku": "LAMP-1", "quantity": 1,
             "total_inc_tax": "60.0000", "total_ex_tax": "60.0000"},
            {"id": 22, "product_id": 78, "variant_id": 0, "sku": "CUP-2", "quantity": 2,
             "total_inc_tax": "40.0000", "total_ex_tax": "40.0000"},
        ],
        "coupons": [],
        "refunds": [],
    } | changes  # fmt: skip


def bigcommerce_refund(**changes: Any) -> Json:
    """A cup and the delivery were given back."""
    return {
        "id": 5,
        "order_id": 118,
        "created": "2026-03-10T11:00:00+00:00",
        "reason": "broken",
        "total_amount": 25.0,
        "total_tax": 0,
        "items": [
            {"item_type": "PRODUCT", "item_id": 22, "quantity": 1, "requested_amount": None},
            {"item_type": "SHIPPING", "item_id": 1, "quantity": 1, "requested_amount": "5.00"},
        ],
    } | changes


def bigcommerce_cart(**changes: Any) -> Json:
    """A cart of somebody who has told an address."""
    return {
        "id": "09346904-4175-44fd-be53-f7e598531b6c",
        "customer_id": 0,
        "email": "ann@example.com",
        "currency": {"code": "EUR"},
        "cart_amount": 100.0,
        "line_items": {"physical_items": []},
        "created_time": "2026-03-10T11:50:00+00:00",
        "updated_time": "2026-03-10T11:55:00+00:00",
        "locale": "en",
        "redirect_urls": {
            "cart_url": "https://shop.example/cart.php?action=load&id=0934",
            "checkout_url": "https://shop.example/cart.php?action=loadInCheckout&id=0934",
        },
    } | changes
