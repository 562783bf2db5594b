"""German words that make of a number a date, a clock time, an age or a name."""

from claims.engine.lexicon.words import words

MONTHS = words("januar februar märz april mai juni juli august september oktober november dezember")
YEAR_CUES = words("in im seit jahr jahre bis ab vor nach anfang ende")
WEAK_YEAR_CUES = words("von zwischen und der")
RANGE_YEARS = (1000, 2199)
MODERN, INDUSTRIAL = 1900, 1700
CLOCK_MARKS = frozenset({"uhr"})
OLD = words("alt alte alter jährige jähriger jährigen")
AGE_UNITS = frozenset({"year", "month"})
# "22. März"
DAY_MARKS = frozenset({"."})
NAMING = words("gleis linie kapitel artikel paragraf absatz halle tor")
HASH = frozenset({"#", "№"})
SCORE_DASH = frozenset("-–—")
SMALL_GROUP = 10
