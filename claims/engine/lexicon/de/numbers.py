"""How German writes numbers: digits with a decimal comma, words run together ("dreiundzwanzig")."""

from decimal import Decimal

from claims.engine.lexicon.words import words

DECIMAL_POINT = ","
GROUP_MARK = "."
ARTICLES = words("ein eine einen einer einem")
_ONES = "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn".split()
_ONES += "siebzehn achtzehn neunzehn".split()
_TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split()


def _below_hundred(value: int) -> str:
    if value < len(_ONES):
        return _ONES[value]
    tens, ones = _TENS[value // 10 - 2], value % 10
    return f"{_ONES[ones]}und{tens}" if ones else tens


def _below_thousand(value: int) -> str:
    hundreds, rest = divmod(value, 100)
    before = (_ONES[hundreds] if hundreds else "") + "hundert" if hundreds else ""
    return before + (_below_hundred(rest) if rest or not hundreds else "")


ONES = {_below_thousand(value): value for value in range(1000) if value != 1}
ONES |= {f"{_below_thousand(value)}tausend": value * 1000 for value in range(1, 1000)}
ONES |= {"hundert": 100, "tausend": 1000, "eins": 1}
TENS: dict[str, int] = {}
SCALES = {
    "million": 10**6, "millionen": 10**6, "milliarde": 10**9, "milliarden": 10**9, "billion": 10**12,
    "billionen": 10**12,
}  # fmt: skip
SHORT_SCALES = {"mio": 10**6, "mrd": 10**9}
PARTS = {
    "drittel": Decimal(1) / 3, "viertel": Decimal("0.25"), "fünftel": Decimal("0.2"), "zehntel": Decimal("0.1"),
}  # fmt: skip
PART_FOLLOWERS = words("mehr weniger der des")
HALF = words("hälfte")
DOZEN = {"dutzend": 12}
VAGUE = {"dutzende": 24, "hunderte": 200, "tausende": 2_000}
VAGUE_OF = {"tausende": 1_000}
OF = words("von der des")
RATIO = (("von",),)
NOBODY = (("niemand",),)
NO = (("keine",), ("kein",))
TIMES_WORDS = {"verdoppelt": 2, "verdoppelte": 2, "verdreifacht": 3, "halbiert": "0.5", "halbierte": "0.5"}
TIMES_VERBS = frozenset(TIMES_WORDS)
FOLD_SUFFIX = "fach"
GATE_WORDS = frozenset({*ONES, *SCALES, *PARTS, *HALF, *DOZEN, *VAGUE, *TIMES_WORDS, "niemand"})
GATE_ENDINGS = ("fach",)
