"""Reads a run of digits with its marks: "1,234.5", "12,34,567", "10 000", "1/4"."""

import re
import unicodedata
from decimal import Decimal
from types import ModuleType

# Figures of news; a run of digits beyond them is a key, a serial number or an attack.
MOST_DIGITS = 24
SMALLEST, LARGEST = Decimal("1e-9"), Decimal("1e18")

_SPACES = re.compile(r"[\u00a0\u202f\u2009]")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}")


def read_digits(text: str, numbers: ModuleType) -> Decimal | None:
    """The value of digits with group marks, a decimal mark or a fraction bar, or None where it is no number."""
    if len(text) > MOST_DIGITS or ":" in text:
        return None
    text = "".join(str(unicodedata.digit(letter)) if letter.isdecimal() else letter for letter in text)
    text = text.replace("\u2044", "/")
    return _fraction(text) if "/" in text else _decimal(text, numbers)


def _decimal(text: str, numbers: ModuleType) -> Decimal | None:
    whole, *decimals = _SPACES.sub("", text).replace(numbers.GROUP_MARK, "\0").split(numbers.DECIMAL_POINT)
    whole = whole.replace("\0", ",")
    if len(decimals) > 1 or any("\0" in digits for digits in decimals) or not (whole or decimals) or "." in whole:
        return None
    if "," in whole and not _GROUPED.fullmatch(whole):
        return None if decimals else _decimal_comma(whole)
    return Decimal(f"{whole.replace(',', '') or '0'}.{decimals[0] if decimals else '0'}")


def _fraction(text: str) -> Decimal | None:
    above, _, below = text.partition("/")
    if not (above.isdecimal() and below.isdecimal() and len(below) < 4) or not 0 < int(above) < int(below):
        return None
    return Decimal(above) / Decimal(below)


def _decimal_comma(whole: str) -> Decimal | None:
    """ "1,5" in a text that groups by commas can only be a decimal."""
    above, _, below = whole.partition(",")
    return Decimal(f"{above}.{below}") if len(below) in (1, 2) and "," not in below else None
