"""Numbers that are what a thing is called, or where it is reached: names, addresses, telephone numbers."""

from claims.engine.extract.figures.amounts import Amount, Form
from claims.engine.extract.figures.lexemes import NUMBER, WORD, Line
from claims.engine.extract.figures.moments import counts_behind
from claims.engine.extract.figures.standing import is_gapped, is_numbered

_MODEL_DIGITS = 3
# A list has fewer headings than this.
_MOST_HEADINGS = 100


def is_glued(line: Line, amount: Amount) -> bool:
    """Digits on letters: "Q3", "CO2", "M25"; also "F-16", "Covid-19", "Type-2", "mother-of-three"."""
    first, end = amount.first, amount.end
    if _is_heading(line, amount) or _is_of_children(line, first):
        return True
    if amount.form is Form.MONEY or line.kind(first) != NUMBER:
        return False
    if amount.bare and line.kind(end) == WORD and line.tight(end) and line.kind(end - 1) == NUMBER:
        return line.lexemes[end].text[0].isupper() or line.low(end) in line.words("not_figures").NAME_ENDINGS
    if line.tight(first) and line.kind(first - 1) == WORD:
        return True
    dashes = line.words("bounds").DASHES
    if line.low(first - 2) in line.words("not_figures").NUMBER_PREFIXES:
        return False
    return (
        line.tight(first) and line.low(first - 1) in dashes and line.tight(first - 1) and line.kind(first - 2) == WORD
    )


def _is_of_children(line: Line, first: int) -> bool:
    """ "Mother-of-three", "gran-of-nine": how many somebody has, told in passing."""
    return line.low(first - 2) in line.words("numbers").OF and line.tight(first) and line.tight(first - 1)


def _is_heading(line: Line, amount: Amount) -> bool:
    """ "2. Housing. The survey ...", "3) Shelter": the number of a paragraph, at the head of its first sentence."""
    marked = amount.first == 0 and amount.end == 1 and line.low(1) in (".", ")") and line.tight(1)
    following = line.lexemes[2].text[:1] if marked and line.kind(2) == WORD else "A"
    return marked and amount.low < _MOST_HEADINGS and following.isupper()


def is_name(line: Line, amount: Amount) -> bool:
    """ "Gate 6", "Flight MH370", "Big 12", "#4": the number is what a thing is called."""
    words = line.words("not_figures")
    first = amount.first
    grouped = line.words("numbers").GROUP_MARK in line.lexemes[first].text
    if not amount.bare or amount.high is None or amount.low % 1 != 0 or grouped:
        return False
    if line.low(first - 1) in words.HASH:
        return True
    if line.low(first - 1) == "." and _is_shortened(line, first - 2):
        return True
    previous = line.low(first - 1)
    if previous in words.INDEXES or (
        previous in words.NAMING and line.lexemes[first - 1].text[0].isupper() and first > 1
    ):
        return True
    if previous in words.NAMING and not counts_behind(line, amount) and not is_numbered(line, amount):
        return previous in words.PAGE or line.pos(first - 1) not in ("VERB", "ADJ", "AUX")
    named = _is_capital_name(line, amount) or _is_model(line, amount)
    return named and not counts_behind(line, amount) and not is_gapped(line, amount)


def _is_model(line: Line, amount: Amount) -> bool:
    """ "A 787 Dreamliner": three digits and one name in the singular; not "killed 120 Sunday"."""
    at = amount.end
    named, cues = line.token(at), line.words("nouns").DETERMINERS | line.words("not_figures").MODEL_CUES
    digits = line.kind(amount.first) == NUMBER and len(line.text(amount.first, at)) == _MODEL_DIGITS
    if not digits or line.low(amount.first - 1) not in cues or named is None or line.kind(at) != WORD:
        return False
    singular = named.tag_ in ("NN", "NNP") and not named.lower_.endswith("s")
    alone = line.pos(at + 1) not in ("NOUN", "PROPN") and line.low(at) not in line.words("not_figures").WEEKDAYS
    return singular and alone and line.lexemes[at].text.istitle()


def _is_shortened(line: Line, at: int) -> bool:
    """ "No. 3 shaft", "fig. 2": the words that name a number, cut short."""
    words = line.words("not_figures")
    if line.low(at) in words.NUMBER_OF:
        return line.lexemes[at].text[0].isupper()
    return line.low(at) in words.NAMING and len(line.low(at)) <= len("vol")


def _is_capital_name(line: Line, amount: Amount) -> bool:
    words = line.words("not_figures")
    at = amount.first - 1
    if line.kind(at) != WORD or line.kind(amount.first) != NUMBER or line.lexemes[at].text.islower():
        return False
    if line.lexemes[at].text[0].islower():
        return True
    low = line.low(at)
    if (
        low in words.WEEKDAYS
        or low in words.MONTHS
        or line.longest_before(amount.first, line.words("bounds").BEFORE, 4)
    ):
        return False
    token = line.token(at)
    return (
        token is not None and token.pos_ in ("PROPN", "NOUN") and (amount.low < 3000 or line.lexemes[at].text.isupper())
    )


def is_telephone(line: Line, amount: Amount) -> bool:
    """ "0800 123 456", "call 132 500", "+44 20"."""
    words = line.words("not_figures")
    first, end = amount.first, amount.end
    text = line.lexemes[first].text
    if text.isdecimal() and len(text) > 1 and text.startswith("0"):
        return True
    if line.low(first - 1) == "+" and line.tight(first):
        return not line.words("units").SYMBOLS.get(line.low(end)) and len(text) > 1 and amount.bare
    if not amount.bare or line.kind(first) != NUMBER:
        return False
    groups = end - first > 1 or (line.kind(end) == NUMBER)
    return (groups and line.low(first - 1) in words.PHONE_CUES) or (
        line.low(first - 1) in words.PHONE_CUES
        and line.low(first - 1) != "on"
        and len(text) >= 3
        and text.isdecimal()
        and not counts_behind(line, amount)
    )


def is_address(line: Line, amount: Amount) -> bool:
    """ "10 Downing Street", "575 Old Mill Road"."""
    if not amount.bare or line.kind(amount.first) != NUMBER:
        return False
    for at in range(amount.end, amount.end + 4):
        if line.kind(at) != WORD or not line.lexemes[at].text[0].isupper():
            return False
        if at > amount.end and line.low(at) in line.words("not_figures").STREETS:
            return True
    return False
