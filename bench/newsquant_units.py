"""Our units in the words of NewsQuant."""

from collections.abc import Sequence

from spacy.tokens import Token

from claims.engine.extract.figures.amounts import Amount, Form
from claims.engine.extract.figures.lexemes import Line
from claims.engine.extract.figures.nouns import Noun
from claims.engine.extract.figures.quantity import Quantity

MONEY = {
    "USD": "dollar", "EUR": "euro", "GBP": "pound sterling", "JPY": "japanese yen", "CNY": "chinese yuan",
    "AUD": "australian dollar",
    "CAD": "canadian dollar", "HKD": "hong kong dollar", "HRK": "croatian kuna", "ILS": "shekel",
    "MYR": "malaysian ringgit", "DKK": "danish krone",
    "INR": "indian rupee", "SGD": "singapore dollar", "NZD": "new zealand dollar", "CHF": "swiss franc",
    "RUB": "russian ruble",
    "KRW": "south korean won", "SEK": "swedish krona", "NOK": "norwegian krone", "BRL": "brazilian real",
    "ZAR": "south african rand",
    "TRY": "turkish lira", "PLN": "polish zloty", "NGN": "nigerian naira", "bitcoin": "bitcoin",
    "PKR": "pakistani rupee",
}  # fmt: skip
UNITS = {
    "percent": "percentage", "percentage_point": "percentage point", "times": "count", "degree_celsius": "celsius",
    "degree_fahrenheit": "fahrenheit", "mile_per_gallon": "mile per gallon", "part_per_billion": "parts-per-billion",
    "part_per_million": "part per million", "pound": "pound-mass", "gigatonne": "gigaton", "megatonne": "megaton",
    "foot_pound": "foot pound-force", "fluid_ounce": "ounce",
    "revolution_per_minute": "revolutions per minute", "milliampere_hour": "milliampere-hour",
    "pound_per_square_inch": "pound per square inch",
}  # fmt: skip
CENTS = {
    "cent": "cent",
    "cents": "cent",
    "c": "cent",
    "¢": "cent",
    "sen": "sen",
    "pence": "penny",
    "p": "point",
    "penny": "penny",
}


ABBREVIATIONS = {
    "war": "win above replacement", "ppg": "point per game", "rpg": "rebound per game", "apg": "assist per game",
    "ps": "horsepower", "kt": "knot", "td": "touch down",
}  # fmt: skip
ORDER = frozenset({"last", "first", "next", "past", "other", "worth", "final"})
GENERATION = "generation wireless"


def is_generation(line: Line, amount: Amount) -> bool:
    """ "5G" is a quantity there."""
    at = amount.end
    return at < len(line.lexemes) and line.lexemes[at].text == "G" and line.tight(at) and amount.low in range(2, 7)


def unit_name(line: Line, quantity: Quantity, earlier: Sequence[Quantity] = ()) -> str:
    """The normalised unit of a quantity as the benchmark names it; "-" for none.

    earlier: those before it in the sentence, of which one that leaves its unit out has the words.
    """
    amount, noun = quantity.amount, quantity.noun
    if is_generation(line, amount):
        return GENERATION
    if amount.dropped == "age":
        return f"{amount.unit or 'year'} of age"
    like = next((one for one in reversed(earlier) if amount.unit and one.amount.unit == amount.unit), None)
    if amount.form is not Form.COUNT:
        return _of_measure(line, amount, noun, like)
    return _of_count(line, amount, noun, like)


def _of_count(line: Line, amount: Amount, noun: Noun | None, like: Quantity | None) -> str:
    if noun is None and like is not None and like.noun is not None and like.amount.form is Form.COUNT:
        return _per(line, amount.outer_end, _phrase(line, like.noun))
    if noun is None and amount.unit:
        return "people" if amount.unit == "person" else amount.unit.replace("_", " ")
    if noun is None or noun.head is None:
        return "-"
    return _per(line, noun.end, f"{_adjective(line, amount)}{_phrase(line, noun)}")


def _adjective(line: Line, amount: Amount) -> str:
    """That of "the top three seeds"; what only says which of a row they are is none ("the last 20 games")."""
    before = line.token(amount.outer - 1)
    if before is None or before.tag_ != "JJ" or before.lower_ in ORDER:
        return ""
    return f"{before.lower_} "


def _of_measure(line: Line, amount: Amount, noun: Noun | None, like: Quantity | None) -> str:
    if amount.form is Form.MONEY:
        return _per(line, _behind_conversion(line, amount.outer_end), _money(line, amount, like))
    if amount.form is Form.RATIO or (amount.form is Form.SHARE and _is_part(line, amount)):
        return f"% {_phrase(line, noun)}"
    return _per(line, amount.outer_end, UNITS.get(amount.unit, amount.unit.replace("_", " ")))


def _behind_conversion(line: Line, at: int) -> int:
    """Where "C$6 (US$4.46) per share" goes on."""
    if line.low(at) != "(":
        return at
    return next((close + 1 for close in range(at, at + 6) if line.low(close) == ")"), at)


def _money(line: Line, amount: Amount, like: Quantity | None) -> str:
    cents = CENTS.get(line.low(amount.end - 1))
    if cents is None and like is not None and amount.raw and amount.low < amount.raw * amount.scale:
        cents = CENTS.get(line.low(like.amount.end - 1))
    return cents or MONEY.get(amount.unit, amount.unit.lower())


def _is_part(line: Line, amount: Amount) -> bool:
    numbers = line.words("numbers")
    return any(word in numbers.PARTS for word in line.lows[amount.first : amount.end])


def _per(line: Line, at: int, unit: str) -> str:
    table = line.words("units")
    while line.low(at) == "-" and line.tight(at):
        at += 1
    if line.low(at) not in table.PER and line.low(at) not in table.PER_MARKS:
        return unit
    length = line.longest_at(at + 1, table.WORDS, table.LONGEST)
    if length and line.low(at + 1 + length) in ("earlier", "ago", "later", "before"):
        return unit
    if length:
        return f"{unit} per {table.WORDS[line.lows[at + 1 : at + 1 + length]].replace('_', ' ')}"
    token = line.token(at + 1)
    if line.low(at) in ("per", "a", "/") and token is not None and token.pos_ == "NOUN" and token.tag_ == "NN":
        return f"{unit} per {token.lemma_.lower()}"
    return unit


def _phrase(line: Line, noun: Noun | None) -> str:
    if noun is None or noun.head is None:
        return "-"
    first = line.token(noun.first)
    words = (
        [_word(line, token, noun) for token in line.sentence.doc[first.i : noun.head.i + 1]]
        if first is not None
        else []
    )
    phrase = " ".join(filter(None, words)).replace(" - ", "-") or "-"
    return ABBREVIATIONS.get(phrase, phrase)


def _word(line: Line, token: Token, noun: Noun) -> str:
    if token.i == noun.head.i if noun.head is not None else False:
        if token.lower_ in line.words("people").PEOPLE and token.tag_ in ("NNPS", "NNP"):
            return token.lower_
        singular = token.lower_.removesuffix("s") if token.tag_ == "NNPS" else token.lemma_.lower()
        return token.lower_ if token.lower_ == "people" else singular
    if token.text == "-":
        return "-"
    joined = token.i > 0 and (
        token.nbor(-1).text == "-" or (token.i + 1 < len(token.doc) and token.nbor(1).text == "-")
    )
    if token.pos_ in ("ADP", "DET", "PUNCT", "PRON", "NUM", "PART", "CCONJ"):
        return ""
    if (token.tag_ in ("VBN", "VBG", "RBS", "RB") or token.lower_ == "more") and not joined:
        return ""
    return token.lemma_.lower() if token.tag_ in ("JJR", "JJS") else token.lower_
