"""Reads parts of a whole ("half", "two-thirds") and open plurals ("dozens", "tens of thousands")."""

from decimal import Decimal
from types import ModuleType

from claims.engine.extract.figures.bounds import meaning_before
from claims.engine.extract.figures.digits import read_digits
from claims.engine.extract.figures.lexemes import NUMBER, WORD, Line
from claims.engine.extract.figures.numeral import HYPHEN, PART, VAGUE, Numeral, scale_word


def read_part(line: Line, index: int, numbers: ModuleType) -> Numeral | None:
    """ "half", "a third", "two-thirds", "three quarters of"; the value is the part of one."""
    low = line.low(index)
    if line.kind(index) == NUMBER and ("/" in low or "\u2044" in low):
        value = read_digits(low, numbers)
        return None if value is None else Numeral(index, index + 1, value, PART)
    if low in numbers.HALF:
        return _half(line, index, numbers)
    count, at = (Decimal(1), index + 1) if low in numbers.ARTICLES else _small(line, index, numbers)
    return None if count is None else _fraction(line, index, at, count, numbers)


def _fraction(line: Line, index: int, at: int, count: Decimal, numbers: ModuleType) -> Numeral | None:
    """The part that begins at `at`, so many times: "thirds", "-thirds", "quarter of a million"."""
    hyphen = HYPHEN.fullmatch(line.low(at)) is not None and line.tight(at) and line.tight(at + 1)
    at += hyphen
    part, end = numbers.PARTS.get(line.low(at)), at + 1
    is_period = not hyphen and line.low(at) in numbers.PERIODS and line.low(end) not in numbers.OF
    is_joined = HYPHEN.fullmatch(line.low(end)) is not None and line.tight(end) and line.tight(end + 1)
    if part is None or is_period or is_joined:
        return None
    if count == 1 and line.low(at) in numbers.RARE_PARTS and not (hyphen or _is_told(line, index, at, numbers)):
        return None
    if count == 1 and line.low(at) in numbers.UNSURE_PARTS and not _is_sure(line, index, at, numbers):
        return None
    after = end + (line.low(end) in numbers.OF and line.low(end + 1) in numbers.ARTICLES) * 2
    factor = numbers.SCALES.get(line.low(after))
    if factor is None:
        return Numeral(index, end, count * part, PART, in_words=True)
    return Numeral(index, after + 1, count * part * factor, raw=count * part, scale=Decimal(factor), in_words=True)


def _is_sure(line: Line, index: int, at: int, numbers: ModuleType) -> bool:
    """Whether "a third" is a part rather than one more in a row ("a third man", "a fifth year")."""
    token = line.token(at + 1)
    if line.lows[at + 1 : at + 3] in numbers.SOMEBODY_BEHIND:
        return False
    if token is not None and token.pos_ in ("NOUN", "PROPN", "ADJ") and line.low(at + 1) not in numbers.PART_FOLLOWERS:
        return False
    return not (token is not None and token.pos_ == "NUM" and token.i == at)


def _is_told(line: Line, index: int, at: int, numbers: ModuleType) -> bool:
    """ "a thirtieth of output", "by a thirtieth", "about a thirtieth dearer": not "a thirtieth witness"."""
    if line.low(at + 1) in numbers.OF or line.low(index - 1) in line.words("measures").STEP:
        return True
    return meaning_before(line, index) is not None and _is_sure(line, index, at, numbers)


def _half(line: Line, index: int, numbers: ModuleType) -> Numeral | None:
    """ "half", "half a million", "half-dozen"; not the first half of anything, nor "half-time"."""
    half, after = Decimal("0.5"), index + 1
    hyphen = HYPHEN.fullmatch(line.low(after)) is not None and line.tight(after) and line.tight(after + 1)
    after += hyphen or line.low(after) in numbers.ARTICLES
    factor = numbers.SCALES.get(line.low(after)) or (
        scale_word(line.low(after), numbers) if after > index + 1 else None
    )
    band = line.longest_at(after, numbers.BANDS, numbers.LONGEST_BAND) if after > index + 1 else 0
    if band:
        value = half * numbers.BANDS[line.lows[after : after + band]]
        return Numeral(index, after + band, value, raw=value, in_words=True)
    if factor is not None:
        return Numeral(index, after + 1, half * factor, raw=half, scale=Decimal(factor), in_words=True)
    if line.low(index - 1) in numbers.NOT_A_PART_AFTER or line.low(index + 1) in numbers.NOT_A_PART_BEFORE:
        return None
    if hyphen and not line.words("units").WORDS.get((line.low(after),)):
        return None
    return Numeral(index, index + 1, half, PART)


def _small(line: Line, index: int, numbers: ModuleType) -> tuple[Decimal | None, int]:
    if line.low(index) in numbers.ONES and numbers.ONES[line.low(index)]:
        return Decimal(numbers.ONES[line.low(index)]), index + 1
    if line.kind(index) == NUMBER and line.low(index).isdecimal() and len(line.low(index)) < 3:
        return Decimal(line.low(index)), index + 1
    return None, index


def read_band(line: Line, index: int, numbers: ModuleType) -> Numeral | None:
    """ "a pair of ships", "a trio of reactors": so many of what stands behind, which is no one thing of two parts."""
    if line.low(index) not in numbers.ARTICLES:
        return None
    length = line.longest_at(index + 1, numbers.BANDS, numbers.LONGEST_BAND)
    end = index + 1 + length
    if not length or (line.low(end - 1) in numbers.OF and _is_one_thing(line, end, numbers)):
        return None
    return Numeral(index, end, Decimal(numbers.BANDS[line.lows[index + 1 : end]]), in_words=True)


def _is_one_thing(line: Line, start: int, numbers: ModuleType) -> bool:
    """Whether the first plural behind names what comes in pairs, or none stands there ("a score of eight")."""
    for at in range(start, start + 4):
        token = line.token(at)
        if token is None or line.kind(at) != WORD:
            break
        if token.tag_ in ("NNS", "NNPS") or token.lower_ in line.words("people").PEOPLE:
            return line.low(at) in numbers.PAIRED
    return True


def read_vague(line: Line, index: int, numbers: ModuleType) -> Numeral | None:
    """ "dozens", "hundreds of thousands": at least so many."""
    low = line.low(index)
    if low not in numbers.VAGUE or (low in numbers.UNSURE_VAGUE and not _is_sure_vague(line, index, numbers)):
        return None
    end, value = index + 1, Decimal(numbers.VAGUE[low])
    while line.low(end) in numbers.OF and line.low(end + 1) in numbers.VAGUE_OF and low in numbers.VAGUE_TIMES:
        value = Decimal(numbers.VAGUE_TIMES[low]) * numbers.VAGUE_OF[line.low(end + 1)]
        low, end = line.low(end + 1), end + 2
    return Numeral(index, end, value, VAGUE, in_words=True)


def _is_sure_vague(line: Line, index: int, numbers: ModuleType) -> bool:
    following, before = line.low(index + 1), line.token(index - 1)
    if before is not None and before.pos_ in ("NOUN", "ADJ", "PART"):
        return False
    return following in numbers.VAGUE_FOLLOWERS or (following in numbers.OF and line.kind(index + 2) == WORD)
