"""How English words name a time that is not now."""

_MONTHS = "(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_BEFORE = "(?:ago|earlier|before)"
# (what it stands for, whether one of two figures may leave it out, the words as a pattern). Years are read by the code.
PERIODS = (
    (
        "year-1",
        False,
        rf"\b(?:a|one) year {_BEFORE}|\blast year|\bprevious year|\byear[- ](?:ago|before|earlier)|\bprior year",
    ),
    ("years-ago", False, rf"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d+) years {_BEFORE}"),
    ("month-1", False, rf"\blast month|\ba month {_BEFORE}|\bprevious month"),
    ("week-1", False, rf"\blast week|\ba week {_BEFORE}|\bprevious week"),
    ("last-time", False, r"\blast (?:election|time|count|season|quarter)|\bprevious (?:election|quarter|season)"),
    ("next", False, r"\bnext (?:year|month|week|decade)"),
    ("stage:1", False, r"\b(?:in|for) (?:the|its|their) first (?:year|season|phase|stage)\b"),
    ("stage:2", False, r"\b(?:in|for) (?:the|its|their) second(?: (?:year|season|phase|stage)\b| ?(?:$|[,;]| and\b))"),
    (
        "stage:3",
        False,
        r"\b(?:in|for) (?:the|its|their) (?:third|fourth|fifth|final|last)(?: (?:year|phase|stage)\b| ?(?:$|[,;.]))",
    ),
    ("quarter:1", True, r"\bfirst[- ]quarter|\bq1\b"),
    ("quarter:2", True, r"\bsecond[- ]quarter|\bq2\b"),
    ("quarter:3", True, r"\bthird[- ]quarter|\bq3\b"),
    ("quarter:4", True, r"\bfourth[- ]quarter|\bq4\b"),
    ("half:1", True, r"\bfirst half|\bfirst six months"),
    ("half:2", True, r"\bsecond half"),
    ("month-before", False, rf"\blast {_MONTHS}"),
    (
        "at-first",
        False,
        r"\bfirst official|\binitial(?:ly)?\b|\bat first\b|\boriginally|\bearlier (?:toll|count|estimate)",
    ),
    ("session:after-hours", True, r"\bafter[- ]hours"),
    ("session:opening", True, r"\bopened\b|\bat the (?:open|opening)"),
)
# Over what time the price of a share or a currency moved; without any of these, in a day.
_SO_FAR = r"(?:this|over the|on the|in the|in a|for the|(?:in|over) the (?:past|last)|so far this)"
_A_WEEK = (
    rf"\b{_SO_FAR} week\b|\bsince (?:last )?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|"
    r"\ba week(?:'s|’s)? (?:loss|gain|fall|rise)|\bin (?:two|three|four|five|[2-5]) days\b"
)
_A_MONTH = (
    rf"\b{_SO_FAR} month\b|\bin (?:two|three|four|five|six|[2-6]) weeks\b|"
    r"\bsince the (?:start|beginning) of (?:the|this) month\b"
)
_A_YEAR = (
    rf"\b{_SO_FAR} (?:year|quarter|(?:six|nine|12|twelve) months)\b|\byear to date\b|\bsince january\b|"
    r"\bsince the (?:start|beginning) of (?:the|this) year\b|\bsince (?:its|the) (?:flotation|listing|peak)\b|"
    r"\bsince it (?:was floated|floated|was listed|listed|went public)\b|\bfrom (?:its|their|a) peak\b"
)
WINDOWS = (("week", _A_WEEK), ("month", _A_MONTH), ("year", _A_YEAR))
# Moments of a year and a week, alike in any spelling; two that differ tell two counts apart that do not grow.
_MOMENTS = f"{_MONTHS}|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
MOMENT = r"\b(?:on|in|to|for|by|of|until)\s+(?:early |late |mid-|last |the year to )?(" + _MOMENTS + r")\b"
# A year right behind a number, the thing counted and a word or two between them.
BESIDE = r"^\s?(?:[a-z-]+ ){0,2}?(?:in|during|for) ((?:1[5-9]|20)\d\d)\b(?![-–/]\d)"
# A year that opens the clause which the figure stands in: "the last was in 2011, when 19 were hurt".
OPENING = (
    r"\b(?:in|since|of|during|until) (?:[a-z]+ )?((?:1[5-9]|20)\d\d),? when\b[^.;:!?]*$",
    # "islanders remember 2009, when a dozen people drowned", "it was the worst day since March 1998, when"
    r"\b[a-z]+ ((?:1[5-9]|20)\d\d), when\b[^.;:!?]*$",
    # "the last fire was in 1987 and burned for 12 days"
    r"\b(?:was|were|came|happened|occurred|struck|took place|broke out) (?:back )?in ((?:1[5-9]|20)\d\d),? and\b[^.;:!?]*$",
    # "an outbreak at another clinic in 2008 infected 61 people and killed nine"
    (
        r"\b(?:an?|another|the|one)\b[^.,;:!?\d]{3,70} in ((?:1[5-9]|20)\d\d) "
        r"(?!and\b|to\b|or\b|but\b|than\b|with\b|for\b|at\b|in\b)"
        r"[a-z]+ [^.;:!?]*$"
    ),
    # "the group bombed the harbour in 2016, killing 14", "a dam burst in 1985 and drowned 268"
    (
        r"\b(?:in|on|of|during) (?:[\w]+ ){0,2}?((?:1[5-9]|20)\d\d)(?:,| and|, and) (?:in which )?(?:had |it |which |that )?"
        r"(?:kill|wound|injur|hurt|leav|left|drown|bur|crush|trap|claim|cost|sink|sank|sunk|destroy|damag|displac|driv|drove|"
        r"forc|maim|tak|took|sweep|swept|flood|infect|sicken|derail|wreck|raz|flatten|sending|sent|caus|level)[a-z]*\b"
        r"[^.;:!?]*$"
    ),
    # "In 1958, 11 miners died in the same valley"
    (
        r"^[“\"]?(?:back )?in (?:[a-z]+ )?((?:1[5-9]|20)\d\d),? "
        r"(?!.*\b(?:but|now|today|since|this|while|whereas|against|compared|then|yesterday|(?:1[5-9]|20)\d\d)\b)[^.;:!?]{0,80}$"
    ),
    # "the last eruption, in 1998, drove 3,000 people from their homes"
    r"[a-z], in ((?:1[5-9]|20)\d\d), [^.;:!?]*$",
)
# Behind a number: another event of a year of its own, at which it happened: "were hurt when her sister ran aground in 2019".
CLOSING = rf"^[^.,;:!?\d]*\bwhen\b[^.;:!?\d]*\b(?:in|on) (?:\d{{1,2}} )?(?:(?:{_MONTHS}) )?((?:1[5-9]|20)\d\d)\b"
# A year by which something will be, or since when it was, may be left out.
END = (
    r"\b(?:by|since|until|before) (?:the |about )?(?:(?:end|middle|start|summer|autumn|spring|winter) of )?"
    rf"(?:{_MONTHS} )?"
    r"(20\d\d)\b"
)
# A time behind these is what a change is measured against, not when the figure holds.
BASELINE = (
    r"\b(?:from|than|compared (?:with|to)|against|over|since|on|versus|above|below|up on|down on)\s+"
    r"(?:the |in |those of |that of )?"
)
