"""What a text leaves unsaid because its readers know: whose dollars, whose rupees, which degrees."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from claims.engine.lexicon import lexicon
from claims.engine.parse import Parsed

# The key of the currency of a text's sums.
_SUM = "sum"
# The sums of a text are in one currency where it stands more than so many times as often as any other.
_TIMES_THE_NEXT = 2
# A sum in brackets is another one in the money of the readers.
_BRACKET = "("


@dataclass(frozen=True, slots=True)
class Homes:
    """units: what to read for the currency and the degrees of the lexicon's default ("USD" -> "AUD")."""

    units: tuple[tuple[str, str], ...] = ()

    @property
    def of_sums(self) -> str:
        """The currency of the text's sums, "" where it has no single one."""
        return next((meant for plain, meant in self.units if plain == _SUM), "")

    def unit(self, unit: str) -> str:
        """The unit meant by one that the text gives without a country or a scale."""
        return next((meant for plain, meant in self.units if plain == unit), unit)


def homes_of(parsed: Parsed) -> Homes:
    """Reads the whole version for the country it writes from."""
    text = "\n".join(parsed.texts.values())
    money, table = lexicon(parsed.language, "currencies"), lexicon(parsed.language, "units")
    found = []
    if money.DOLLAR_MARK.search(text):
        dollar = _home(text, parsed.language, "DOLLAR_HOMES")
        if dollar and not _names_its_own(text, dollar, money.SIGNS) and not _found(text, parsed.language, "USD_HOME"):
            found.append((str(money.DOLLAR), dollar))
    if money.RUPEE_MARK.search(text):
        rupee = _home(text, parsed.language, "RUPEE_HOMES")
        if rupee:
            found.append((str(money.RUPEE), rupee))
    main = _main_currency(text, parsed.language)
    if main:
        found.append((_SUM, next((meant for plain, meant in found if plain == main), main)))
    found += _letters(text, parsed.language) + _pesos(text, parsed.language)
    american = _found(text, parsed.language, "USD_HOME") and not money.METRIC_MARK.search(text)
    found.append((str(table.DEGREE), str(table.AMERICAN_DEGREES if american else table.PLAIN_DEGREES)))
    return Homes(tuple(found))


def _main_currency(text: str, language: str) -> str:
    """The one currency of nearly all sums of a text, "" where it has none or two."""
    money = lexicon(language, "currencies")
    counts: Counter[str] = Counter()
    for found in money.SUM_MARK.finditer(text):
        if text[: found.start()].endswith(_BRACKET):
            continue
        sign, name = found.group(1), found.group(2)
        counts[money.SIGNS[sign] if sign else money.NAMES[(name,)]] += 1
    (first, most), (_, next_most) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    return first if most > next_most * _TIMES_THE_NEXT else ""


def _letters(text: str, language: str) -> list[tuple[str, str]]:
    """Whose sign a letter before a sum is: "K40,000" in Lusaka or in Lilongwe."""
    money = lexicon(language, "currencies")
    return [
        (letter, _home(text, language, table) or first)
        for letter, (table, first) in money.LETTER_HOMES.items()
        if money.LETTER_MARK[letter].search(text)
    ]


def _pesos(text: str, language: str) -> list[tuple[str, str]]:
    """Whose pesos a text means: by its sums with their sign, else by the places it names."""
    money = lexicon(language, "currencies")
    if not money.PESO_MARK.search(text):
        return []
    signed = money.PHILIPPINE_AMOUNT.search(text) and _home(text, language, "P_HOMES") in ("", money.PHILIPPINE_PESO)
    home = money.PHILIPPINE_PESO if signed else _home(text, language, "PESO_HOMES")
    return [(str(money.PESO), str(home))] if home else []


def _names_its_own(text: str, code: str, signs: dict[str, str]) -> bool:
    """Whether the text marks that country's dollar, so that a plain one is another's."""
    return code in text or any(sign in text for sign, named in signs.items() if named == code)


def _home(text: str, language: str, table: str) -> str:
    """The country whose words the text has most of."""
    counts = {code: sum(1 for _ in _pattern(language, table, code).finditer(text)) for code in _codes(language, table)}
    best = max(counts, key=lambda code: counts[code], default="")
    return best if best and counts[best] else ""


def _codes(language: str, table: str) -> Iterable[str]:
    return tuple(getattr(lexicon(language, "currencies"), table))


def _found(text: str, language: str, table: str) -> bool:
    return _pattern(language, table, "").search(text) is not None


@cache
def _pattern(language: str, table: str, code: str) -> re.Pattern[str]:
    words = getattr(lexicon(language, "currencies"), table)
    words = words[code] if code else words
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(re.escape(word) for word in words)})(?![^\W_])")
