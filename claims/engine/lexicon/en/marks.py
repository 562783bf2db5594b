"""Quotation marks as English newsrooms type them, and the apostrophes that look like them."""

# An opening mark, and what closes it. Some agencies type two single marks for a double one; typists mix curly and straight.
PAIRS = {
    "“": '”"“',
    "”": '”"',
    '"': '"”“',
    "''": ("''", '"', "”"),
    "``": ("''", '"', "``"),
    "„": '“”"',
    "«": "»",
    "‘": "’'",
    "'": "'’",
    "‹": "›",
}
# Marks that look one way, so that one inside marks of its own shape opens anew where both are closed.
ONE_WAY = {"“": "”"}
# Two characters that are one mark.
DOUBLED = ("''", "``", "’’", "‘‘")
# A doubled curly mark is read as this one.
SAME = {"’’": "”", "‘‘": "“"}
# Marks of quotations inside quotations, and of headlines.
SINGLE = frozenset("‘'‹")
# Marks that are apostrophes too: inside a word, after a plural's s, before a shortened word.
APOSTROPHES = frozenset("’'")
# Words that begin with an apostrophe.
ELISIONS = frozenset(
    """
em tis twas til till cause bout round n nuff ello
""".split()
)
