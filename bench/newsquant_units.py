"""Our units in the words of NewsQuant."""

from spacy.tokens import Token

from claims.engine.extract.figures.amounts import Amount, Form
from claims.engine.extract.figures.lexemes import Line
from claims.engine.extract.figures.nouns import Noun
from claims.engine.extract.figures.quantities import Quantity

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
    "foot_pound": "foot pound-force",
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
GENERATION = "generation wireless"


def is_generation(line: Line, amount: Amount) -> bool:
    """ "5G" is a quantity there."""
    at = amount.end
    return at < len(line.lexemes) and line.lexemes[at].text == "G" and line.tight(at) and amount.low in range(2, 7)


def unit_name(line: Line, quantity: Quantity) -> str:
    """The normalised unit of a quantity as the benchmark names it; "-" for none."""
    amount, noun = quantity.amount, quantity.noun
    if is_generation(line, amount):
        return GENERATION
    if amount.dropped == "age":
        return f"{amount.unit or 'year'} of age"
    if amount.form is not Form.COUNT:
        return _of_measure(line, amount, noun)
    if noun is None and amount.unit:
        return "people" if amount.unit == "person" else amount.unit.replace("_", " ")
    return _phrase(line, noun)


def _of_measure(line: Line, amount: Amount, noun: Noun | None) -> str:
    if amount.form is Form.MONEY:
        return _per(line, amount, _money(line, amount))
    if amount.form is Form.RATIO or (amount.form is Form.SHARE and _is_part(line, amount)):
        return f"% {_phrase(line, noun)}"
    return _per(line, amount, UNITS.get(amount.unit, amount.unit.replace("_", " ")))


def _money(line: Line, amount: Amount) -> str:
    last = line.low(amount.end - 1)
    return CENTS.get(last) or MONEY.get(amount.unit, amount.unit.lower())


def _is_part(line: Line, amount: Amount) -> bool:
    numbers = line.words("numbers")
    return any(word in numbers.PARTS for word in line.lows[amount.first : amount.end])


def _per(line: Line, amount: Amount, unit: str) -> str:
    table = line.words("units")
    at = amount.outer_end
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
    words = [_word(token, noun) for token in line.sentence.doc[first.i : noun.head.i + 1]] if first is not None else []
    phrase = " ".join(filter(None, words)).replace(" - ", "-") or "-"
    return ABBREVIATIONS.get(phrase, phrase)


def _word(token: Token, noun: Noun) -> str:
    if token.i == noun.head.i if noun.head is not None else False:
        return token.lower_ if token.lower_ == "people" else token.lemma_.lower()
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
