"""Ages: how old somebody is, beside the name."""

from claims.engine.extract.figures.amounts import Amount
from claims.engine.extract.figures.items import is_item
from claims.engine.extract.figures.lexemes import WORD, Line

# At so many years people stop working.
_EARLIEST, _LATEST = 40, 90


def is_retiring_age(line: Line, amount: Amount) -> bool:
    """ "Most would retire at 65", "have to work until 67": an age that a rule sets, with nothing counted behind."""
    table, before, verb = line.words("units"), line.low(amount.outer - 1), line.low(amount.outer - 2)
    if not amount.bare or not _EARLIEST <= amount.low <= _LATEST:
        return False
    at = before in table.RETIRED_AT and verb in table.RETIRING
    return at or (before in table.WORKED_UNTIL and (verb in table.WORKING or verb in table.RETIRING))


def is_age(line: Line, amount: Amount) -> bool:
    """Whether a number is somebody's age: "aged 44", "62-year-old", "Ann Vale, 41,", "she is 17"."""
    words = line.words("not_figures")
    first, end = amount.first, amount.end
    at = first - 1 - (line.low(first - 1) in words.AGE_NOUN_LINK and line.low(first - 2) in words.AGED)
    if line.lows[max(0, at - 1) : at + 1] in line.words("units").OF_SUBJECTS:
        return False
    if line.low(at) in words.AGED and (amount.bare or amount.unit in words.AGE_UNITS):
        return True
    if amount.unit in words.AGE_UNITS or (amount.unit and amount.unit.rstrip("s") in words.AGE_UNITS):
        at = end + (line.low(end) in line.words("bounds").DASHES)
        return line.low(at) in words.OLD or line.lows[end : end + 2] in words.OF_AGE
    if not amount.bare or amount.low > 120 or is_item(line, amount):
        return False
    return _age_in_apposition(line, amount) or _age_told(line, amount) or _age_limit(line, amount)


def _age_in_apposition(line: Line, amount: Amount) -> bool:
    """ "Ann Vale, 41," "Woman, 79, dies", "Ann Vale (41)", "a woman of 79"."""
    words = line.words("not_figures")
    first, end = amount.first, amount.end
    before, behind = line.low(first - 1), line.low(end)
    if before == "," and behind in (",", ".", "", ";", ")", "—", "–", "”", '"') and not line.tight(first):
        previous = line.token(first - 2)
        return previous is not None and (previous.pos_ == "PROPN" or previous.lower_ in line.words("people").PEOPLE)
    if before == "(" and behind == ")":
        return True
    if before in words.BOTH and behind in (",", ".", ""):
        return True
    return before in words.AGE_NOUN_LINK and line.low(first - 2) in words.AGE_NOUNS


def _age_limit(line: Line, amount: Amount) -> bool:
    """ "a quarter of the injured were under 16", "people over 65": people, a limit, and nothing that is counted."""
    words, people = line.words("not_figures"), line.words("people").PEOPLE
    first, end = amount.first, amount.end
    if line.low(first - 1) not in words.AGE_LIMITS or line.pos(end) in ("NOUN", "PROPN", "ADJ", "NUM"):
        return False
    if line.low(first - 2) in people or line.low(first - 2) in words.AGE_HOLDERS:
        return True
    told = line.low(first - 2) in words.AGE_VERBS and line.kind(end) != WORD
    return told and any(line.low(index) in people for index in range(max(0, first - 10), first - 2))


def _age_told(line: Line, amount: Amount) -> bool:
    """ "who is 52", "she was 17 when", "he turned 40"."""
    words = line.words("not_figures")
    first, end = amount.first, amount.end
    if line.low(first - 1) not in words.AGE_VERBS or line.low(first - 2) not in words.AGE_SUBJECTS:
        return False
    return line.kind(end) != WORD or line.pos(end) in ("SCONJ", "CCONJ", "ADP", "ADV", "VERB", "AUX")
