"""Money, shares, measures, and what is counted."""

import pytest

from tests.engine.figures.cases import shorts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # signs, with countries, glued and apart
        ("It cost £3.1m.", ["3100000 exact GBP"]),
        ("It cost A$85m and HK $5.4m.", ["85000000 exact AUD", "5400000 exact HKD"]),
        ("It cost $US48 million.", ["48000000 exact USD"]),
        # codes and names
        ("It cost CHF 500,000.", ["500000 exact CHF"]),
        ("It cost 41 million euros.", ["41000000 exact EUR"]),
        # one letter is a currency's sign before a sum: by the country, else by the letter
        ("The pier cost P3.4 billion, P12,500 of it for lamps.", ["3400000000 exact PHP", "12500 exact PHP"]),
        ("In Gaborone the pier cost P3.4 billion.", ["3400000000 exact BWP"]),
        ("The stall made N18,000 and K7.5bn.", ["18000 exact NGN", "7500000000 exact ZMW"]),
        ("Blantyre spent K7.5 million.", ["7500000 exact MWK"]),
        (
            "It cost PhP 31 million, Le 90,000, Ksh4,100 or GH¢80.",
            ["31000000 exact PHP", "90000 exact SLE", "4100 exact KES", "80 exact GHS"],
        ),
        # near miss: a form, a chip, a mountain, a mask, a newspaper
        ("She filed a P45 beneath K2 in an N95 mask and read Le 24.", []),
        # pesos are the home's, by its places or by sums with its sign
        ("Cebu paid 6,000 pesos.", ["6000 exact PHP"]),
        ("He owed P8,000 and paid 6,000 pesos.", ["8000 exact PHP", "6000 exact PHP"]),
        ("Oaxaca paid 6,000 pesos.", ["6000 exact MXN"]),
        # near miss: nobody's
        ("The guests paid 6,000 pesos.", ["6000 exact peso"]),
        # hundredths
        ("It paid 67 cents a share.", ["0.67 exact USD"]),
        ("The shares closed at 312p.", ["3.12 exact GBP"]),
        # near miss: a capital C behind digits is a temperature
        ("It was 41C in the shade.", ["41 exact degree_celsius"]),
        # a plain dollar is the home's, where the text shows whose press it is
        ("The Queensland council put the damage at $85 million.", ["85000000 exact AUD"]),
        # near miss: not where the text marks that country's dollar as foreign
        ("In Queensland the claim was for A$48,000 ($31,000).", ["48000 exact AUD", "31000 exact USD"]),
        # shares
        ("Turnout was 61 per cent.", ["61 exact percent"]),
        ("The margin rose 1.8 percentage points.", ["1.8 exact percentage_point"]),
        ("The bank cut rates by 25 basis points.", ["25 exact basis_point"]),
        # a quarter of a point
        ("Rates rose by a quarter of a percentage point.", ["0.25 exact percentage_point"]),
        # measures, glued and apart, with a compound
        ("The tram was doing 31mph.", ["31 exact mile_per_hour"]),
        ("The limit is 50 milligrams a litre.", ["50 exact milligram_per_litre"]),
        ("The fire covered 30 square km.", ["30 exact square_kilometre"]),
        ("It fell to -12C.", ["-12 exact degree_celsius"]),
        # a hyphen before a noun
        ("Drivers held a 48-hour strike.", ["48 exact hour"]),
        # the magnitude of a quake, by the word, the scale or the quake
        ("A magnitude-5.8 tremor woke Brell.", ["5.8 exact magnitude"]),
        ("The 5.8-magnitude tremor woke Brell.", ["5.8 exact magnitude"]),
        ("It measured 5.8 on the Richter scale.", ["5.8 exact magnitude"]),
        ("A 5.8 tremor woke Brell.", ["5.8 exact magnitude"]),
        ("The tremor registered 5.8.", ["5.8 exact magnitude"]),
        # near miss: other scales, tremors that are counted, names with a hyphen
        ("It scored 5.8 on the glee scale.", ["5.8 exact"]),
        ("Brell felt 12 tremors.", ["12 exact tremor"]),
        ("A type-5 tremor woke Brell.", []),
        # decades are years
        ("It is the first time in two decades.", ["20 exact year"]),
        # one of a unit counts where something is added to it
        ("The river will drop by a further metre.", ["1 exact metre"]),
        # near miss: otherwise it is when
        ("He left a year ago.", []),
    ],
)
def test_unit(text: str, expected: list[str]) -> None:
    assert shorts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # people by any name
        (
            "It hired 12 teachers, nine firefighters and 30 lorry drivers.",
            ["12 exact person", "9 exact person", "30 exact person"],
        ),
        # families as written, cattle animals
        ("Some families got nothing; 214 families got money.", ["214 exact family"]),
        ("The farm lost 1,900 head of cattle.", ["1900 exact animal"]),
        # the plural that heads the phrase, not the nouns before it
        ("Crews carried out 57 flood rescues.", ["57 exact rescue"]),
        # what the verb says befell them tells that they are people
        ("The blast killed 12 and left 30 injured.", ["12 exact person", "30 exact person"]),
        ("Blast kills 12", ["12 exact person"]),
        # some of those just counted
        ("Nineteen people were hurt, three of them seriously.", ["19 exact person", "3 exact person"]),
        # of a number with a noun of its own: both are figures
        ("Eleven of the network's 37 stops are closed.", ["11 exact stop", "37 exact stop"]),
        # others are people where nothing else was counted, and count however few they are
        ("Eleven others were brought to the surface.", ["11 exact person"]),
        ("Two people have died and at least 9 others are ill.", ["2 exact person", "9.. at_least person"]),
        # a plural that only qualifies the next
        ("The plant shed 300 sales jobs.", ["300 exact job"]),
        # pounds of money behind an open plural, too
        ("The scheme cost tens of millions of pounds.", ["20000000.. at_least GBP"]),
        # degrees are of the scale that the brackets do not give
        ("The water was 66 degrees (19 degrees Celsius).", ["66 exact degree_fahrenheit", "19 exact degree_celsius"]),
        # near miss: without brackets they are the text's own
        ("It was 31 degrees in Leeds.", ["31 exact degree_celsius"]),
        # a billion on another
        ("It will need another billion and a half dollars.", ["1500000000 exact USD"]),
        # near miss: the four are known
        ("Two of the four suspects admitted guilt.", ["2 exact person"]),
        # a list shares the noun of its last
        ("It sent 12, 15 and 19 boats.", ["12 exact boat", "15 exact boat", "19 exact boat"]),
        # the unit stands with the subject
        ("The death toll rose to 133.", ["133 exact person"]),
        ("The number of cases rose to 40.", ["40 exact case"]),
        # the other end of a change has the unit of the first
        ("The jobless rate fell to 7.9 per cent from 8.4.", ["7.9 exact percent", "8.4 exact percent"]),
        # near miss: a level behind a step is not measured as the step is
        ("The Sensex fell 1.45%, to 72,404 points.", ["1.45 exact percent", "72404 exact point"]),
        ("Shares rose 8.15% to 3.65.", ["8.15 exact percent", "3.65 exact"]),
        # a part of what is counted; near miss: how long
        ("The town has 140 day-care places and 25 mile-long jams.", ["140 exact place", "25 exact jam"]),
        ("A 48-hour-long wait.", ["48 exact hour"]),
        # days of work are fewer
        ("The inquiry lasts 40 working days.", ["40 exact working_day"]),
        # an angle; near miss: the weather
        ("The barge was listing by seven degrees.", ["7 exact degree"]),
        ("The barge was listed as it lay in seven degrees.", ["7 exact degree_celsius"]),
        # so many times as much
        ("Shares trade at 12x earnings.", ["12 exact times"]),
        # beds, not hospitals
        ("They will build an 800-bed hospital.", ["800 exact bed"]),
    ],
)
def test_counted(text: str, expected: list[str]) -> None:
    assert shorts(text) == expected
