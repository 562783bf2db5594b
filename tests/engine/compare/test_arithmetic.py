"""Numbers of one text that do not come out, each beside one that does."""

import pytest

from claims.engine.findings import findings_within
from tests.engine.compare.cases import mentions

ROWS = [
    # a share drawn in the same sentence, and in the next one
    ("The museum sold 40 of its 160 paintings, or 35 per cent.", ["arithmetic.percent"]),
    ("The museum sold 40 of its 160 paintings, or 25 per cent.", []),
    ("Twelve of the union's 96 branches have closed. That's 21 per cent.", ["arithmetic.percent"]),
    ("Twelve of the union's 96 branches have closed. That's 12.5 per cent.", []),
    # a share of something else
    ("Twelve of the union's 96 branches have closed. Rents rose 21 per cent.", []),
    # a change of two levels
    ("The brewery made a profit of $1.8 billion last year, up by 30% from $1.2 billion.", ["arithmetic.percent"]),
    ("The brewery made a profit of $1.8 billion last year, up by 50% from $1.2 billion.", []),
    # everybody, by sex
    ("The 45 passengers, 23 men and 20 women, were rescued.", ["arithmetic.sum"]),
    ("The 45 passengers, 23 men and 22 women, were rescued.", []),
    ("The clinic confirmed 58 cases. Of the confirmed cases, 41 are men and 15 are women.", ["arithmetic.sum"]),
    # two places that are all of it, and three
    ("Forty-five people were hurt, 30 of them in the first bus and 12 in the second.", ["arithmetic.sum"]),
    ("Forty-five people were hurt, 30 of them in the first bus and 15 in the second.", []),
    # far off: others were hurt elsewhere
    ("Forty-five people were hurt, 20 of them in the first bus and 12 in the second.", []),
    # a list behind a colon that ends with the sentence is all of it, however far off
    ("The club spent £1.3m on the ground: £900,000 on the Railway End and £600,000 on cameras.", ["arithmetic.sum"]),
    ("The club spent £1.5m on the ground: £900,000 on the Railway End and £600,000 on cameras.", []),
    # a list that goes on
    ("The club spent £1.3m: £900,000 on the Railway End and £100,000 on cameras, among other things.", []),
    # terms by stages are not rounded, shares of a survey are
    (
        "It is 10 per cent: four per cent in the first year, 3 per cent in the second and 2 per cent in the third.",
        ["arithmetic.sum"],
    ),
    ("Some 62 per cent opposed the plan: 40 per cent strongly and 21 per cent somewhat.", []),
    # a share whose base comes first, with its owner
    ("Of the division's 18,400 pupils, 2,760, or 12 per cent, come by bus.", ["arithmetic.percent"]),
    ("Of the division's 18,400 pupils, 2,760, or 15 per cent, come by bus.", []),
    # some of a smaller number
    ("Forty-five of the 40 passengers were rescued.", ["arithmetic.part"]),
    ("Of the 40 passengers, 45 were rescued.", ["arithmetic.part"]),
    ("Of the 40 passengers, 35 were rescued.", []),
    ("The blast killed 12 people, including 15 children.", ["arithmetic.part"]),
    ("The blast killed 12 people, including three children.", []),
    # more of others
    ("The blast killed 12 people and hurt 15 children.", []),
    ("Of the 40 passengers, some waited for 45 minutes.", []),
    # a day of the week that is not the date's; one that is; cases are published in March 2024
    ("The trial begins on Tuesday 3 March 2025.", ["arithmetic.weekday"]),
    ("The trial begins on Monday 3 March 2025.", []),
    ("The trial begins on Tuesday, March 3rd, 2025.", ["arithmetic.weekday"]),
    ("The trial began on Tuesday, March 5.", []),
    ("The trial began on Monday, March 5.", ["arithmetic.weekday"]),
    # a date that is not near, or stands with another year, may be of that year
    ("The trial began on Monday, October 5.", []),
    ("In 2019 he was free until Monday, March 5.", []),
    # no date of that day
    ("The shop is open from Tuesday to 3 March 2025.", []),
    ("On Tuesday, 12 March supporters were held.", []),
    ("The trial begins on Tuesday 30 February 2025.", []),
    ("Black Friday 2024 was quiet.", []),
    # a conversion at another rate than the text's other one: digits swapped
    (
        "The rent is 940 rand ($25). The state owes 4.1 billion rand ($210 million). It paid 500 rand ($26).",
        ["arithmetic.rate"],
    ),
    ("The rent is 940 rand ($52). The state owes 4.1 billion rand ($228 million).", []),
]


@pytest.mark.parametrize(("text", "rules"), ROWS)
def test_within(text: str, rules: list[str]) -> None:
    assert [finding.comparison.rule for finding in findings_within(mentions(text))] == rules
