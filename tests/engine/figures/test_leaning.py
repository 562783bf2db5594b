"""Numbers whose unit stands somewhere else, or that only look as if they counted."""

import pytest

from tests.engine.figures.cases import figures, shorts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the two sides of a vote
        ("The vote was seven to two.", ["7 exact vote", "2 exact vote"]),
        ("The bill passed 52 to 48.", ["52 exact vote", "48 exact vote"]),
        ("Members voted it down by 1,140 votes to 128.", ["1140 exact vote", "128 exact vote"]),
        ("It was rejected by a majority of 38 to 61.", ["38 exact vote", "61 exact vote"]),
        # near miss: the court passed what counts something itself
        ("The court ruled that 12 to 15 homes must go.", ["12..15 between home"]),
        ("Her lead grew by nine votes to 322.", ["9 exact vote", "322 exact vote"]),
        ("The vote fell from 12 to 9 per cent.", ["12 exact percent", "9 exact percent"]),
        # what stands beside cents is cents
        ("The highest bid is 84.75 cents, while the lowest is 74.07.", ["0.8475 exact USD", "0.7407 exact USD"]),
        # near miss: beside dollars it is dollars
        ("The highest bid is $84.75, while the lowest is 74.07.", ["84.75 exact USD", "74.07 exact USD"]),
        # the second step is measured as the first
        ("Shares rose by 2 per cent in Rome but fell by 1 in Paris.", ["2 exact percent", "1 exact percent"]),
        # near miss: a level is not
        ("Shares rose by 2 per cent to 41 in Rome.", ["2 exact percent", "41 exact"]),
        # both ends of a change count what the second names
        ("It went up from 40 to 60 clinics.", ["40 exact clinic", "60 exact clinic"]),
        # a subject that is measured in years
        ("Life expectancy for men is around 73.", ["65.7..80.3 about year"]),
        ("The median age was 43.", ["43 exact year"]),
        # near miss: the number has a noun of its own
        ("Life expectancy fell in 73 districts.", ["73 exact district"]),
        # of the number with a scale, the noun behind both
        ("Half of the 4.3 million sales were abroad.", ["50 exact percent", "4300000 exact sale"]),
        # the subject stands behind its verb
        ("Next comes a bill of nine million pounds.", ["9000000 exact GBP"]),
        # several nouns before the one that is counted
        ("Nine care home residents died.", ["9 exact person"]),
        # the other end of a change, in words; near miss: it counts something itself
        ("They came down from nine per cent to seven and a half.", ["9 exact percent", "7.5 exact percent"]),
        ("They cut it from nine per cent to two people's surprise.", ["9 exact percent", "2 exact person"]),
        # a part that says what they are; near miss: something is said of what they are
        ("The state culled 90,000 birds, 84,000 of them ducks.", ["90000 exact bird", "84000 exact duck"]),
        ("The state culled 90,000 birds, and 84,000 of them were.", ["90000 exact bird", "84000 exact bird"]),
        # a few known people whom something befell; near miss: nothing did
        ("Candles burned for the five sailors still missing.", ["5 exact person"]),
        ("Candles burned for the five sailors in church.", []),
        # some of the things counted last, whatever people were counted before; near miss: something befell people
        (
            "Two people died. In all 94 flats were hit, of which 21 are past mending.",
            ["2 exact person", "94 exact flat", "21 exact flat"],
        ),
        ("Two died. All 94 flats were hit and 21 were hurt.", ["2 exact person", "94 exact flat", "21 exact person"]),
        # of a number in two words
        ("Nineteen of our thirty-eight clinics were dark.", ["19 exact clinic", "38 exact clinic"]),
        # a sum of millions in the currency of the text; near misses: it counts something, the text has two currencies
        ("It costs £12 million to run and took thirty million to build.", ["12000000 exact GBP", "30000000 exact GBP"]),
        ("It costs £12 million to run and has nine million readers.", ["12000000 exact GBP", "9000000 exact person"]),
        ("It cost £1m, or $2m, and profit was 9 million.", ["1000000 exact GBP", "2000000 exact USD", "9000000 exact"]),
        ("The fund has £900,000, a quarter of a million of it from us.", ["900000 exact GBP", "250000 exact GBP"]),
        # pounds by the million are money where something was lost; near miss: what is weighed
        ("The firm lost 44 million pounds.", ["44000000 exact GBP"]),
        ("The firm lost 44 million pounds of meat.", ["44000000 exact pound"]),
        # a verb told once; near miss: what a thing is called
        ("Whigs won 41 seats, the Farmers 29 and rebels four.", ["41 exact seat", "29 exact seat", "4 exact seat"]),
        ("It won 41 seats and flew Boeing 747 jets.", ["41 exact seat"]),
        # one side of a vote; near miss: a match
        ("She read out sixty-one in favour, fifty-nine against.", ["61 exact vote", "59 exact vote"]),
        ("They had six shots against City.", ["6 exact shot"]),
        # people of a place; near miss: what is made there
        ("Thirty Zealandians are stuck there.", ["30 exact person"]),
        ("Thirty Land Rovers are stuck there.", ["30 exact rover"]),
        # both ends of a change in time; near misses: what else the second counts, a stretch beside a day
        ("Notice was cut from 12 weeks to eight.", ["12 exact week", "8 exact week"]),
        ("Shifts went to 10 from 12 hours.", ["10 exact hour", "12 exact hour"]),
        ("The talks went from 12 days to 40 villages.", ["12 exact day", "40 exact village"]),
        # two levels that are the step apart; near miss: two rates
        (
            "The number of nurses was cut by 30 per cent, from 80 to 56.",
            ["30 exact percent", "80 exact person", "56 exact person"],
        ),
        ("Interest fell by 2 per cent, from 9 to 7.", ["2 exact percent", "9 exact percent", "7 exact percent"]),
        # the subject of a step is what its level counts
        ("Burglaries dropped 11% last year, to 386.", ["11 exact percent", "386 exact burglary"]),
        # a half in words; near miss: a whole number that may count anything
        ("We asked for nine per cent and came up to four and a half.", ["9 exact percent", "4.5 exact percent"]),
        ("We asked for nine per cent and got four.", ["9 exact percent"]),
        # the age at which people may stop working; near miss: a count
        ("Most would retire at 65 rather than 63.", ["65 exact year", "63 exact year"]),
        ("Miners must work until sixty.", ["60 exact year"]),
        ("The pension age will rise from 65 to 68.", ["65 exact year", "68 exact year"]),
        ("They retired at 65 clubs.", ["65 exact club"]),
        # what was expected and put in is a sum; near miss: who left
        ("We expect £31 million; others expect 28 million.", ["31000000 exact GBP", "28000000 exact GBP"]),
        ("It cost £4 million. Friends have put in another million.", ["4000000 exact GBP", "1000000 exact GBP"]),
        ("It has £9 million. Others expect 3 million to leave.", ["9000000 exact GBP", "3000000 exact other"]),
        # the readers' own money in brackets makes no second currency; near miss: two of one rank
        (
            "It lost €74 million ($80 million) after a profit of 12 million.",
            ["74000000 exact EUR", "80000000 exact USD", "12000000 exact EUR"],
        ),
        # what a thing costs; near miss: what it costs is counted
        ("Bread is £2. A pie costs me thirteen.", ["2 exact GBP", "13 exact GBP"]),
        ("Bread is £2. It cost them thirteen shops.", ["2 exact GBP", "13 exact shop"]),
        # of the last so many; near miss: a bound
        ("Three of its last five budgets fell.", ["3 exact budget"]),
        ("Seven of the past ten winters were mild.", ["7 exact winter"]),
        ("The bill went past ten dollars.", ["10.. more_than USD"]),
        # a firm's name before the noun; near miss: two firms
        ("Holders get 0.5 of a Marsh & Webb share.", ["0.5 exact share"]),
        # near miss: a singular behind a number qualifies the noun after it
        ("It is a 12 page document.", ["12 exact page"]),
    ],
)  # fmt: skip
def test_unit_from_elsewhere(text: str, expected: list[str]) -> None:
    assert shorts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a ratio that the parser tears apart, for it takes the verb for a noun
        ("Only one firm in ten plans a rise.", ["10 exact percent"]),
        ("Only one firm in ten plans to hire.", ["10 exact percent"]),
        # near miss: a verb that is seen as one
        ("One household in five has no car.", ["20 exact percent"]),
        # "one" is a number behind "all but", and where it is told what befell somebody
        ("All but one of the notices have been lifted.", ["1 exact notice"]),
        ("One officer suffered a broken arm.", ["1 exact person"]),
        # near miss: a pronoun, and what firms suffer
        ("Any one of the notices can be lifted.", []),
        ("One firm suffered at the hands of a rival.", []),
        # how many sons he has is news; which men they are is known
        ("Police arrested his two sons.", ["2 exact person"]),
        ("Police arrested the two men.", []),
        # what a thing is called
        ("It flew a 787 Dreamliner to Rome.", []),
        ("The 49ers won again.", []),
        ("The site was settled in A.D. 1000.", []),
        ("He lives at 71st Street.", []),
        # near miss: stones, a count of planes, and a day behind a number
        ("He weighs 11st.", ["11 exact stone"]),
        ("It owns 787 Dreamliners.", ["787 exact dreamliner"]),
        ("The raid killed 120 Sunday.", ["120 exact person"]),
    ],
)
def test_count_or_not(text: str, expected: list[str]) -> None:
    assert shorts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a penny's letter apart from its number
        ("Unite fell 68 p to 1,112 p.", ["0.68 exact GBP", "11.12 exact GBP"]),
        # near miss: an hour
        ("It opens at 10 p.m. on Friday.", []),
        # a sign, and what it takes away
        ("The trade balance was $-50.8bn.", ["50800000000 exact USD"]),
        # pounds of a thing are a weight, pounds of what is owed are money
        ("Use 1/2 pound of butter.", ["0.5 exact pound"]),
        ("She had 400 pounds of debt.", ["400 exact GBP"]),
        ("Vandals did thousands of pounds of damage.", ["2000.. at_least GBP"]),
        # marks of feet and inches
        ("The neck is 25.5″ long, the wall 30′.", ["25.5 exact inch", "30 exact foot"]),
        # a bar that fractions have of their own
        ("It is 1⁄32 of a US gallon.", ["0.03125 exact gallon"]),
    ],
)
def test_written_otherwise(text: str, expected: list[str]) -> None:
    assert shorts(text) == expected


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        # whatever the sentence says of the matter that was voted on
        ("They voted seven to two to close the plant.", ["voted_for", "voted_against"]),
        # those who reject it are named first
        ("It was rejected by a majority of 61 to 38.", ["voted_against", "voted_for"]),
        # near miss: a count of ballots says nothing of sides
        ("She won 61 votes.", ["votes"]),
    ],
)
def test_sides_of_a_vote(text: str, keys: list[str]) -> None:
    assert [one.measure_key for one in figures(text)] == keys
