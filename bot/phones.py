"""Phone numbers in E.164, the one form in which they are compared and kept."""

import phonenumbers


def e164(text: str, region: str | None = None) -> str | None:
    """
    The number as +380501234567, or None when it can't be one.

    Without a region ("UA") only international numbers are understood: +380… or 00380….
    """
    text = text.strip()
    if region is None and text.startswith("00"):
        text = "+" + text[2:]
    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return None
    if number.extension or not phonenumbers.is_possible_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def country(number: str) -> str | None:
    """The country of a number in E.164, ISO 3166 such as "UA"; None when it has none (+883 …)."""
    try:
        region = phonenumbers.region_code_for_number(phonenumbers.parse(number))
    except phonenumbers.NumberParseException:
        return None
    return region if region != "001" else None
