"""German forms of the units of measure; the names are the engine's own, in every language the same."""

from claims.engine.lexicon.en import units as _shared

FAMILIES = _shared.FAMILIES
GLUED_ONLY = _shared.GLUED_ONLY
LENGTHS = _shared.LENGTHS
SHARES = _shared.SHARES
SPEED_TIMES = _shared.SPEED_TIMES
SYMBOLS = _shared.SYMBOLS
_WORDS = {
    "percent": "prozent", "percentage_point": "prozentpunkt|prozentpunkte|prozentpunkten", "basis_point": "basispunkte",
    "second": "sekunde|sekunden", "minute": "minute|minuten", "hour": "stunde|stunden", "day": "tag|tage|tagen",
    "week": "woche|wochen", "month": "monat|monate|monaten", "year": "jahr|jahre|jahren", "centimetre": "zentimeter",
    "metre": "meter|metern", "kilometre": "kilometer|kilometern|km", "kilogram": "kilogramm|kilo|kg",
    "gram": "gramm", "tonne": "tonne|tonnen", "litre": "liter|litern", "hectare": "hektar",
    "square_metre": "quadratmeter", "square_kilometre": "quadratkilometer", "degree_celsius": "grad celsius|grad",
    "kilometre_per_hour": "kilometer pro stunde|stundenkilometer",
}  # fmt: skip
WORDS = {tuple(form.split()): name for name, forms in _WORDS.items() for form in forms.split("|")}
LONGEST = 3
DURATIONS = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})
TEMPERATURE = frozenset({"degree_celsius"})
PER = frozenset({"pro"})
PER_MARKS = frozenset({"/"})
HOUSEHOLD = {"familie": "family", "familien": "family", "haushalt": "household", "haushalte": "household"}
PERSON = "person"
ANIMAL = "animal"
DEGREE = "degree"
PLAIN_DEGREES = "degree_celsius"
AMERICAN_DEGREES = "degree_fahrenheit"
