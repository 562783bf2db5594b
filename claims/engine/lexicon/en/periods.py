"""How English words name a time that is not now."""

# (what it stands for, the words as a pattern). A year as a number is read by the code.
PERIODS = (
    (
        "year-1",
        r"(?:a|one) year (?:ago|earlier|before)|last year|(?:the )?previous year|(?:the )?(?:year|prior-year) (?:ago|before|earlier)|year-ago|year-earlier",
    ),
    ("years-ago", r"(?:two|three|four|five|six|seven|eight|nine|ten|\d+) years (?:ago|earlier|before)"),
    ("month-1", r"last month|a month (?:ago|earlier)|(?:the )?previous month"),
    ("week-1", r"last week|a week (?:ago|earlier)|(?:the )?previous week"),
    ("next", r"next year|by 20\d\d|next (?:month|week|quarter|decade)"),
    ("q1", r"first[- ]quarter|\bq1\b"),
    ("q2", r"second[- ]quarter|\bq2\b"),
    ("q3", r"third[- ]quarter|\bq3\b"),
    ("q4", r"fourth[- ]quarter|\bq4\b"),
    ("h1", r"first half|first six months"),
    ("h2", r"second half"),
    (
        "month-before",
        r"last (?:january|february|march|april|may|june|july|august|september|october|november|december)",
    ),
    (
        "at-first",
        r"first official|initial(?:ly)?|at first|originally|previously|earlier (?:toll|count|estimate)|had (?:earlier|previously)",
    ),
    ("after-hours", r"after[- ]hours"),
    ("opening", r"opened|at the (?:open|opening)"),
)
# A period behind these is what a change is measured against, not when the figure holds.
BASELINE = r"(?:from|than|compared with|compared to|against|over|since|on|versus)\s+(?:the\s+|in\s+)?"
