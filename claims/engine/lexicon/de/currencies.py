"""German names of currencies; signs and codes are the same in every language."""

from claims.engine.lexicon.en import currencies as _shared

CODES = _shared.CODES
LOOSE = _shared.LOOSE
SIGN_STARTS = _shared.SIGN_STARTS
SIGNS = _shared.SIGNS
_NAMES = {"EUR": "euro", "USD": "dollar|us - dollar", "GBP": "pfund", "CHF": "franken|schweizer franken", "JPY": "yen"}
NAMES = {tuple(form.split()): code for code, forms in _NAMES.items() for form in forms.split("|")}
LONGEST = 3
CENTS = {"cent": "EUR", "rappen": "CHF"}
MINOR = "0.01"
DOLLAR = "USD"
RUPEE = "INR"
