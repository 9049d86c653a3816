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
