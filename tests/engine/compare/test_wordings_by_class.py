"""Wordings by class: what sets two figures apart or does not, each beside one that looks like it."""

import pytest

from claims.engine.findings import findings_between
from tests.engine.compare.cases import mentions

# The flag between two sources, the second a day later.
ROWS = [
    # those who stay away from work are on strike, whatever they are called
    ("Some 7,400 employees did not report for work.", "About 9,900 drivers stayed away.", "figure conflict"),
    ("Some 7,400 employees did not report for work.", "About 11,000 drivers are covered by the deal.", "none"),
    # the idioms of lost jobs
    ("About 6,000 workers face the dole.", "In all 3,800 jobs will go.", "figure conflict"),
    ("About 6,000 workers face the dole.", "The mill employs 9,100 people.", "none"),
    ("More than 90 supermarkets are for the chop.", "The chain will close 63 stores.", "figure update"),
    ("More than 90 workers are for the chop.", "The chain will close 63 stores.", "none"),
    # where a disease is found
    ("Bird flu has been confirmed on six holdings.", "The virus has been found on nine farms.", "figure update"),
    ("Bird flu has been confirmed on six holdings.", "The valley has nine farms.", "none"),
    ("No human infection has been found.", "Two farm workers have tested positive.", "figure update"),
    ("No human infection has been found.", "Two farms have tested positive.", "none"),
    # officers of a ship are no police; members of a ship's company are no volunteers
    ("There were 163 officers and ratings on board.", "The frigate had 173 people on board.", "figure conflict"),
    ("There were 16 police officers on board.", "The frigate had 173 people on board.", "none"),
    ("Three members of the ship's company died.", "Five sailors have died.", "figure update"),
    # a quotation that has closed, and a clause of somebody, ask and offer nothing of what follows
    (
        "“We got more than we were offered,” said Ilse Brandt, who earns 118,000 crowns a month.",
        "Union leader Ilse Brandt earns 81,000 crowns a month.",
        "figure conflict",
    ),
    (
        "Ilse Brandt was offered 118,000 crowns a month.",
        "Union leader Ilse Brandt earns 81,000 crowns a month.",
        "none",
    ),
    ("We call for 12 euros a hen.", "The state will pay 9.40 euros a hen.", "none"),
    # a year and "when" tell of another event
    ("Islanders remember 2009, when a dozen people drowned.", "Three people have drowned.", "none"),
    # a stretch of time, and what lies between two moments
    ("Rail workers walked out for five days.", "The rail workers began a three-day strike.", "figure conflict"),
    ("Rail workers walked out for five days.", "The strike ended three days before the vote.", "none"),
    # in the dark at sea
    (
        "They pulled 19 sailors out of the water in the dark.",
        "Nine sailors were plucked from the sea.",
        "figure conflict",
    ),
    ("They pulled 19 sailors out of the water in the dark.", "The storm left 300 people in the dark.", "none"),
    # some of them by name
    (
        "The ministry culled 90,000 birds, 84,000 of them ducks.",
        "It culled 54,000 birds: 48,000 ducks and 6,000 hens.",
        "figure conflict; figure conflict",
    ),
    ("The ministry culled 90,000 birds, 84,000 of them ducks.", "It culled 4,800 turkeys, a flock.", "none"),
    # who admits and who denies of his own, under two names; another body's denial is another's
    (
        "Lawyers for the company admitted that it knew of the leak before 2019.",
        "Glasheen denied that it knew of the leak before 2019.",
        "attribution conflict",
    ),
    (
        "Lawyers for the company admitted that it knew of the leak before 2019.",
        "The council denied that it knew of the leak before 2019.",
        "none",
    ),
    (
        "Lawyers for the company said that it knew of the leak before 2019.",
        "Glasheen denied that it knew of the leak before 2019.",
        "none",
    ),
    # the badly hurt
    (
        "Twenty were hurt, of whom four are in a serious condition.",
        "Twenty were hurt, 14 of them seriously.",
        "figure update",
    ),
]


@pytest.mark.parametrize(("one", "another", "flag"), ROWS)
def test_between_sources(one: str, another: str, flag: str) -> None:
    found = findings_between(mentions(another, "b", 2), mentions(one, "a", 1))
    assert ("; ".join(f"{f.comparison.type} {f.comparison.relation}" for f in found) or "none") == flag
