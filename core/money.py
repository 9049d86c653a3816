"""Sums of money: how many decimals a currency has, and the exact way to minor units and back."""

import re
from decimal import Decimal

_ISO_4217 = """
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN
    BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL
    GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF
    KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN
    MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD
    SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH
    UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG
"""  # active national currencies
CURRENCIES = frozenset(_ISO_4217.split())
_NO_DECIMALS = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF"
_THREE_DECIMALS = "BHD IQD JOD KWD LYD OMR TND"
_DIGITS = dict.fromkeys(_NO_DECIMALS.split(), 0) | dict.fromkeys(_THREE_DECIMALS.split(), 3)

MINOR_MAX = 10**15
"""No sum may be larger: more than any shop sells, and far inside a database's 64 bits."""

TOTAL_MAX = 10**12
"""No order may be larger, in minor units: ten billion euros are a slip of somebody's."""

_NUMBER = re.compile(r"-?[0-9]{1,20}(\.[0-9]{1,20})?")


def digits(currency: str) -> int:
    """How many decimals the currency has; ValueError when it is none of ISO 4217's."""
    if currency not in CURRENCIES:
        raise ValueError(f"{currency!r} is not an ISO 4217 currency")
    return _DIGITS.get(currency, 2)


def to_minor(amount: str | Decimal, currency: str) -> int:
    """
    Give the sum in minor units, exactly.

    Raises ValueError when it is no plain number, finer than the currency allows, or too large.
    """
    places = digits(currency)
    if isinstance(amount, str):
        if not _NUMBER.fullmatch(amount):
            raise ValueError(f"{amount[:40]!r} is not an amount of money")
        amount = Decimal(amount)
    sign, figures, exponent = amount.as_tuple()
    if not isinstance(exponent, int) or exponent < -40:
        raise ValueError(f"{amount} is not an amount of money")
    if amount and amount.adjusted() > 15:
        raise ValueError("the amount is too large")
    shift = exponent + places
    whole = int("".join(map(str, figures)))
    power: int = 10 ** abs(shift)
    minor, rest = (whole * power, 0) if shift >= 0 else divmod(whole, power)
    if rest:
        raise ValueError(f"{amount} is finer than {currency} allows ({places} decimals)")
    if minor > MINOR_MAX:
        raise ValueError("the amount is too large")
    return -minor if sign else minor


def to_decimal(minor: int, currency: str) -> Decimal:
    """Give minor units as a number with the currency's decimals: str() of it is "249.90"."""
    return Decimal(minor).scaleb(-digits(currency))
