"""Quotation marks as English newsrooms type them, and the apostrophes that look like them."""

# An opening mark, and what closes it. The straight marks open and close alike.
PAIRS = {"“": "”", "‘": "’", "«": "»", "„": "“”", "‹": "›", '"': '"', "'": "'"}
# Marks that are apostrophes too: inside a word, after a plural's s, before a shortened word.
APOSTROPHES = frozenset("’'")
# Words that begin with an apostrophe.
ELISIONS = frozenset("em tis twas til till cause bout round n nuff ello".split())
