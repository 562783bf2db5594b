"""What no checker checks as a quantity. Every row has a number; beside each stands one that counts."""

import pytest

from tests.engine.figures.cases import shorts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # dates, with the month before, behind, short
        ("On 22 March 12 homes burned.", ["12 exact home"]),
        ("On March 22, 12 homes burned.", ["12 exact home"]),
        ("It happened on 22/03/2024.", []),
        # a month that is also a verb
        ("It may 12 times fail.", ["12 exact times"]),
        # years: in, since, in brackets, before a noun
        ("Since 2019 it has closed; the 2021 floods ended it.", []),
        ("The flood of 1974 was worse.", []),
        # near miss: digits like a year count people
        ("More than 2,019 people came.", ["2019.. more_than person"]),
        # decades and ages by decade
        ("A man in his 50s grew up in the 1960s.", []),
        # clock times
        ("At 7.52 this morning two trams collided.", ["2 exact tram"]),
        ("It opens at 9am and closes at 5.30 p.m.", []),
        ("It struck at 23h47 on Monday.", []),
        ("The gate was shut at 1840 hours.", []),
        # near miss: how long
        ("The men worked 1840 hours.", ["1840 exact hour"]),
        ("Turn to page 7 for more.", []),
        ("They stopped at one minute past midnight, and at ten minutes past six.", []),
        ("It fell shortly before seven this morning.", []),
        ("By eight the sweepers were at work.", []),
        # near miss: it is by how much
        ("By eight votes the sweepers won.", ["8 exact vote"]),
        # the number of a paragraph, and how many children somebody has; near miss: a sum at its head
        ("2. Housing. The storm hit 12 homes.", ["12 exact home"]),
        ("Mother-of-nine Ann Vale lost two cars.", ["2 exact car"]),
        ("2.5 per cent. That was all.", ["2.5 exact percent"]),
        # one more person; near miss: a part
        ("They looked for a third, who fled.", []),
        ("They looked at a quarter of the cars.", ["25 exact percent"]),
        # near miss: hours that something took
        ("The talks went on for 12 minutes past the deadline.", ["12 exact minute"]),
        ("It lasted 23 hours.", ["23 exact hour"]),
        # numbers of things
        ("The No. 3 shaft and mines Nos. 4 and 5 were shut, and 12 homes too.", ["12 exact home"]),
        # ages in four ways
        ("Keith Lomax, 44, saw it.", []),
        ("The driver, who is 52, was held.", []),
        ("A 62-year-old woman was held.", []),
        # an age limit is no count
        ("Most victims were over 65.", []),
        ("Flu jabs are offered to children under five.", []),
        # near miss: how many they were
        ("The injured were under 20 in number.", ["..20 less_than person"]),
        ("One passenger, a woman of 79, has died.", ["1 exact person"]),
        # ordinals
        ("It is the 3rd crash, and the second this year.", []),
        # names
        ("Gate 6, Flight MH370 and the iPhone 11 Pro.", []),
        ("The FTSE 100 rose 45 points.", ["45 exact point"]),
        ("The road is shut between junctions 3 and 5 for 10 weeks.", ["10 exact week"]),
        # addresses
        ("He was seen at 10 Downing Street.", []),
        # telephone numbers
        ("Call 132 500 or 0800 123 456.", []),
        # sources are no counts
        ("Two people familiar with the matter said so.", []),
        ("Three officials said that 12 homes burned.", ["12 exact home"]),
        # near miss: the same people, and something befell them
        ("Two people were killed, officials said.", ["2 exact person"]),
        # one as a pronoun
        ("One of the trams braked.", []),
        ("One man said that it was loud.", []),
        # near miss: one person, and what befell them
        ("One man was killed.", ["1 exact person"]),
        ("One more site could close.", ["1 exact site"]),
        # idle numbers
        ("Both sides met in two rooms in two ways.", ["2 exact room"]),
        # the time that something else is counted over
        ("It earned $418 million in the three months to June.", ["418000000 exact USD"]),
        ("Between 180 and 220 millimetres of rain fell in 24 hours.", ["180..220 between millimetre"]),
        # near miss: a duration by itself is a figure
        ("The strike lasted 48 hours.", ["48 exact hour"]),
        # the base of a rate, and how sure a study is
        ("There were 14.2 deaths per 100,000 people.", ["14.2 exact person"]),
        ("The ratio was 0.76 (95% CI 0.66 to 0.87).", ["0.76 exact ratio", "0.66..0.87 between ratio"]),
        # a note on the exchange rate
        ("It cost 40 crore rupees. ($1 = 83 rupees)", ["400000000 exact INR"]),
    ],
)
def test_not_a_figure(text: str, expected: list[str]) -> None:
    assert shorts(text) == expected
