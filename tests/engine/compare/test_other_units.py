"""One measure in other units, directions and times: each wording that must be seen, beside one that looks like it."""

import pytest

from claims.engine.findings import findings_between
from tests.engine.compare.cases import mentions

# The flag between two sources, the second a day later.
ROWS = [
    # days and months; a month is 28 to 31 days
    ("The breach went unnoticed for 19 days.", "The breach went unnoticed for almost a month.", "figure conflict"),
    ("The breach went unnoticed for 29 days.", "The breach went unnoticed for a month.", "none"),
    ("The levy is suspended for 60 days.", "The levy is suspended for three months.", "figure conflict"),
    ("The levy is suspended for 90 days.", "The levy is suspended for three months.", "none"),
    ("The levy is suspended for 90 days.", "The inspectors were at work for three months.", "none"),
    # points of a rate and per cent of it; other numbers are of other things
    (
        "The bank cut its main interest rate by 25 basis points.",
        "The bank cut its main interest rate by 0.25 per cent.",
        "figure conflict",
    ),
    (
        "The bank cut its main interest rate by 25 basis points.",
        "The bank cut its main interest rate by 0.25 percentage points.",
        "none",
    ),
    ("The bank cut its main interest rate by 25 basis points.", "The bank may pay up to 10 per cent.", "none"),
    # a difference of temperatures has no zero point
    ("The sea has warmed by 1.4 degrees Celsius.", "The sea has warmed by 2.5 degrees Fahrenheit.", "none"),
    (
        "The sea has warmed by 1.4 degrees Celsius.",
        "The sea has warmed by 1.4 degrees Fahrenheit.",
        "figure conflict",
    ),
    # one number in two currencies; of two dollars one may have lost its country, and one digit is soon the same
    ("The loss was insured for $86 million.", "The loss was insured for 86 million euros.", "figure conflict"),
    ("The loss was insured for $86 million.", "The loss was insured for A$86 million.", "none"),
    ("The loss was insured for $8 million.", "The loss was insured for 8 million euros.", "none"),
    ("The loss was insured for $86 million.", "The stadium was sold for 86 million euros.", "none"),
    # verbs of a change
    ("The crown weakened by 0.4 per cent.", "The crown fell by 1.1 per cent.", "figure conflict"),
    ("The crown weakened by 0.4 per cent.", "The crown is held by 11 per cent of funds.", "none"),
    (
        "Vacancies are down by a quarter.",
        "There were 41,300 vacancies, 15 per cent fewer than a year before.",
        "figure conflict",
    ),
    # growth is a change by its own name
    (
        "The bank raised its growth forecast for this year to 1.1 per cent.",
        "The economy is projected to grow by 1.8 per cent this year.",
        "figure conflict",
    ),
    ("The bank raised its growth forecast to 1.1 per cent.", "Unemployment is forecast to fall to 4 per cent.", "none"),
    # with something left out it is another measure
    ("Inflation was 2.9 per cent in April.", "Underlying inflation was 3.3 per cent in April.", "none"),
    ("Inflation was 2.9 per cent in April.", "Consumer prices rose 3.3 per cent in April.", "figure conflict"),
    # who looks for work forecasts nothing
    ("A total of 186,000 people are looking for work.", "There are 168,000 people out of work.", "figure conflict"),
    ("A total of 186,000 people are looking for work.", "Rescuers are looking for 16 people.", "none"),
    # the year before, by its name
    ("Homicides fell to 41 from 45 in 2023.", "Homicides fell to 41 from 54 the year before.", "figure conflict"),
    ("Homicides fell to 41 from 45 in 2019.", "Homicides fell to 41 from 54 the year before.", "none"),
    # since when it was may be left out
    ("The line has had three accidents since August 2023.", "The line has had four accidents.", "figure conflict"),
    ("The line had three accidents in August 2023.", "The line has had four accidents.", "none"),
    # all who were arrested may be men; some of the dead may be too
    ("Police have arrested five people.", "Three men had been arrested.", "figure conflict"),
    ("The fire killed five people.", "Three men were killed by smoke.", "none"),
    # two nouns are one subject of the verb behind them; a verb behind "and" has a subject of its own
    (
        "Twenty-three patients and staff have come down with salmonella.",
        "There are now 31 confirmed cases of salmonella.",
        "figure update",
    ),
    ("Twelve drivers and passengers were hurt.", "In all 14 people were hurt.", "figure update"),
    ("Twelve passengers died and others were hurt.", "In all 14 people were hurt.", "none"),
    ("The firm, with 1,200 staff, was fined twice.", "The firm has 1,400 employees.", "figure conflict"),
    # a share told between a noun and its verb
    (
        "Today 860 employees, or 59 per cent of our workforce of 1,460, did not report for duty.",
        "More than 1,000 dockers walked out.",
        "figure conflict",
    ),
    ("The firm has 860 employees, or 59 per cent of the town's, in the port.", "More than 1,000 walked out.", "none"),
    # lives and deaths as nouns
    ("The ferry sank with the loss of two lives.", "One passenger was found dead.", "figure conflict"),
    ("The ferry sank with the loss of two lifeboats.", "One passenger was found dead.", "none"),
    # those who voted against, told behind those in favour
    ("In favour were 121 deputies, against 112.", "The deputies voted by 121 to 102.", "figure conflict"),
    ("In favour were 121 deputies, against 112.", "The deputies voted by 121 to 112.", "none"),
    ("We regret the death of one patient.", "Three patients have died.", "figure update"),
    ("We regret the death of a man of one idea.", "Three patients have died.", "none"),
    # the year of an earlier event is that of all that the sentence tells of it
    ("Nobody has died.", "An outbreak at another hospital in 2008 infected 61 people and killed nine.", "none"),
    ("Nobody has died.", "The outbreak at the hospital infected 61 people and killed nine.", "figure update"),
    # a rate of exchange moves, and counts nothing that was counted before
    (
        "The firm sold 40 cars. The crown traded at 7.88 to the euro.",
        "The crown traded at 7.94 to the euro.",
        "figure update",
    ),
    # jobs, and people who have them; jobs to come
    ("Fishing supports roughly 1,000 jobs.", "Fishing employs about 1,300 people.", "figure conflict"),
    ("The deal would create roughly 1,000 jobs.", "Fishing employs about 1,300 people.", "none"),
    # several behind a colon are parts of the number before it
    ("Nineteen people are hurt.", "Forty-one people are hurt: 12 adults and 29 children.", "figure update"),
    ("Twenty-nine people were hurt.", "Thirty-one people are hurt: 12 adults and 19 children.", "figure update"),
]


@pytest.mark.parametrize(("one", "another", "flag"), ROWS)
def test_between_sources(one: str, another: str, flag: str) -> None:
    found = findings_between(mentions(another, "b", 2), mentions(one, "a", 1))
    told = "; ".join(f"{f.comparison.type} {f.comparison.relation}" for f in found) or "none"
    assert told == flag
