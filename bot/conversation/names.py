"""People's names as they come from outside, made harmless."""

import unicodedata

NAME_MAX = 64
HARMLESS = ("L", "M", "N", "P", "S", "Z")  # letters, marks, numbers, punctuation, symbols, spaces


def clean_name(name: str) -> str:
    """
    The name without control signs, line breaks and direction marks, at most NAME_MAX signs.

    Markup needs no care: texts are sent plain.
    """
    kept = "".join(
        " " if sign.isspace() else sign
        for sign in name
        if sign.isspace() or unicodedata.category(sign)[0] in HARMLESS
    )
    return " ".join(kept.split())[:NAME_MAX].strip()
