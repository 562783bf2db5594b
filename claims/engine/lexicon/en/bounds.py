"""Words that loosen or tighten a number.

BEFORE and AFTER map the words beside a number to a meaning. Meanings: about, at_least, more_than, just_over,
at_most,
less_than, nearly (less than, but not by much), exact. The longest match wins.
"""

from claims.engine.lexicon.words import words

_BEFORE = {
    "about": (
        "about|around|roughly|approximately|approx|circa|some|an estimated|estimated|estimated at|in the "
        "region of|of the order of|"
        "in the order of|close to|more or less|something like|somewhere around|somewhere near|an average of "
        "about|or so|nearabout"
    ),
    "at_least": (
        "at least|no fewer than|no worse than|no lower than|no smaller than|no shorter than|"
        "no less than|not less than|not fewer than|a minimum of|minimum of|upwards "
        "of|upward of|as little as|"
        "as few as|as low as|from as little as|a minimum"
    ),
    "more_than": (
        "more than|over|above|in excess of|greater than|higher than|well over|well above|far more than|much "
        "more than|exceeding|"
        "exceeded|exceeds|exceed|topping|topped|tops|to top|could top|would top|will top|surpassing|surpassed|surpasses|beyond|past|upwards of "
        "more than|better than|"
        "longer than|larger than|bigger than|older than|faster than|taller than|heavier than|deeper than"
    ),
    "just_over": "just over|just more than|just above|slightly more than|slightly over|a little over|a "
    "little more than|little more than|"
    "a shade over|fractionally over|barely more than",
    "at_most": (
        "at most|up to|no better than|no larger than|no bigger than|no higher than|no faster than|no heavier than|no taller than|"
        "no older than|no deeper than|no wider than|"
        "not exceed|not exceeded|never exceeded|never exceed|never exceeds|nor exceed|not surpass|not top|not go beyond|"
        "not go above|not rise above|not be above|not be over|not be more than|not above|not over|not beyond|"
        "as many as|as much as|as high as|as long as|no more than|not more than|no greater "
        "than|no longer than|no later than|a maximum of|"
        "maximum of|not exceeding|capped at|upto|within|at the most|as far as"
    ),
    "less_than": "less than|somewhat less than|rather less than|"
    "fewer than|under|below|well under|well below|lower than|smaller than|short of|"
    "shorter than|inside|far fewer than|"
    "far less than|much less than|younger than",
    "nearly": "nearly|almost|just under|just below|just short of|just less than|just fewer than|approaching|"
    "nearing|virtually|not quite|"
    "slightly less than|slightly under|slightly fewer than|a little under|a little less than|close on|"
    "getting on for|a shade under|"
    "a touch under|little short of",
    "exact": "exactly|precisely|only|just|a total of|a record|a combined|a further|an additional|another|an "
    "extra|a whopping|a mere|"
    "a full|all|the remaining|all but|a staggering|in all|merely|barely|even",
}
_AFTER = {
    "about": "or so|or thereabouts|odd|ish|approximately|or more or less|more or less|give or take",
    "at_least": "or more|or above|at least|at the least|at the very least|at a minimum|"
    "plus|and above|and over|and more|or higher|or greater|or better|"
    "upwards|and up|or longer|minimum",
    "at_most": "or fewer|or less|at most|at the most|at the very most|at the outside|"
    "or lower|or under|and under|or below|maximum|tops",
    "more_than": "and counting",
    "nearly": "or a shade under|or a little under|or just under|or slightly under|or slightly less|or a little less|"
    "or a shade less",
    "just_over": "or a shade over|or a little over|or just over|or slightly over|or slightly more|or a little more|"
    "or a shade more",
}
BEFORE = {tuple(words.split()): meaning for meaning, text in _BEFORE.items() for words in text.split("|")}
AFTER = {tuple(words.split()): meaning for meaning, text in _AFTER.items() for words in text.split("|")}
LONGEST = 5
# These may stand behind the noun or a comma where the clause ends: "two more moves at most", "ten weeks, at the very
# least".
AT_THE_END = frozenset(
    tuple(phrase.split())
    for phrase in (
        "at most|at the most|at the very most|at the outside|at least|at the least|at the very least|at a minimum|"
        "or so|or thereabouts|give or take"
    ).split("|")
)

# Marks that say the same.
MARKS_BEFORE = {
    "~": "about",
    "≈": "about",
    "±": "about",
    ">": "more_than",
    "<": "less_than",
    "≥": "at_least",
    "≤": "at_most",
}
MARKS_AFTER = {"+": "at_least"}

# These mean a bound only with a measure of time or space ("within 30 days"); before a count they are plain
# prepositions.
ONLY_WITH_A_MEASURE = frozenset({("within",), ("inside",)})

# Between two numbers
BETWEEN = frozenset({"between"})
BETWEEN_AND = frozenset({"and"})
FROM = frozenset({"from"})
TO = frozenset({"to", "until", "till"})
OR = frozenset({"or"})
DASHES = frozenset("-–—‑−")

# These say where a thing lies, not how much it is, behind such verbs ("spread over 12 hectares") ...
# Between the new and the old one: "12 hours rather than 10".
RATHER_THAN = frozenset({("rather", "than"), ("instead", "of"), (",", "up", "from"), (",", "down", "from")})
# "In the past ten winters", "they came up to five and a half": of time, of a move, no bound.
NO_BOUND_BEHIND = {
    ("past",): words("the its his her their our my"),
    ("up", "to"): words("came come comes coming went go goes gone going moved move moves moving"),
}
SPREADING = frozenset({("over",), ("past",), ("above",), ("below",), ("under",), ("beyond",)})
SPREAD_VERBS = words(
    """
    spread spreads spreading extend extends extended stretch stretches stretched strung scattered paid phased
    staggered
    """
)
# ... and before a stretch of time, unless one of these stands before them ("for over two years").
OVER_TIME = frozenset({("over",)})
OVER_TIME_AFTER = words(
    """
    for after took takes take taken taking lasted lasts last lasting spent spend spending just well is was were are
    in of waited wait served serve ran by
    """
)
ARTICLES = frozenset({"a", "an"})
# "a further metre", "another hour": one of a unit
ONE_MORE = frozenset({("a", "further"), ("an", "extra"), ("an", "additional"), ("one", "more"), ("another",)})
# A value inside them, behind another of the same kind, is its conversion.
BRACKETS = ("(", ")")
BELOW = frozenset({"under", "below", "less", "fewer", "short"})
# Behind one of these a bare number has the unit of the number before it.
LEANING = words("from to against than with versus")
