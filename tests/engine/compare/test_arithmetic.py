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
    # held against what was planned; near misses: it comes out, and another's level
    ("The cost had reached £66m, against the £48m approved in 2021, a rise of a quarter.", ["arithmetic.percent"]),
    ("The cost had reached £60m, against the £48m approved in 2021, a rise of a quarter.", []),
    ("The cost had reached £66m, against the £48m of its rival, a rise of a quarter.", []),
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
    # a list behind a colon whose parts are called something else, one of them told without a number
    ("The fire service sent 42 vehicles: 18 pumps, nine ladders and 13 tankers.", ["arithmetic.sum"]),
    ("The fire service sent 42 vehicles: 18 pumps, nine ladders and 15 tankers.", []),
    ("Nine people died: five women, two men and a child.", ["arithmetic.sum"]),
    ("Eight people died: five women, two men and a child.", []),
    # behind a comma, each with its place; two kinds that are all of it
    ("The chain will close 31 shops, 12 in Wales, nine in Scotland and eight in Cumbria.", ["arithmetic.sum"]),
    ("The chain will close 29 shops, 12 in Wales, nine in Scotland and eight in Cumbria.", []),
    ("The storm hit 31 shops, 12 pubs, nine hotels and eight bars.", []),
    ("The school has 410 pupils, 230 girls and 190 boys.", ["arithmetic.sum"]),
    ("The school has 420 pupils, 230 girls and 190 boys.", []),
    # parts in the next sentence, and too few of two kinds that need not be all
    ("The race drew 310 boats. Of these, 140 were dinghies, 96 yachts and 84 cutters.", ["arithmetic.sum"]),
    ("The race drew 320 boats. Of these, 140 were dinghies, 96 yachts and 84 cutters.", []),
    ("The race drew 310 boats. Of these, 190 were dinghies and 110 were new.", []),
    (
        "A review found 90 such cases. Fifty-two of them were in the east, 27 downtown and 13 at the docks.",
        ["arithmetic.sum"],
    ),
    ("The number of nurses rose by 900. Full-time posts grew by 620 and part-time posts by 310.", ["arithmetic.sum"]),
    ("The number of nurses rose by 930. Full-time posts grew by 620 and part-time posts by 310.", []),
    # a verb told once for all parts
    ("Of the 73, the List supplied 31, the Union 24, the independents 11 and the rebels four.", ["arithmetic.sum"]),
    ("Of the 70, the List supplied 31, the Union 24, the independents 11 and the rebels four.", []),
    # two parts that are said to be all; near misses: they make it, and there may be others
    (
        "Of £90,000 for the choir, £50,000 is from the county and £25,000 from firms; there are no other donors.",
        ["arithmetic.sum"],
    ),
    ("Of £75,000 for the choir, £50,000 is from the county and £25,000 from firms; there are no other donors.", []),
    ("Of £90,000 for the choir, £50,000 is from the county and £25,000 from firms.", []),
    # "the other": no more are left
    ("Police hold 11 men. Four of them are drivers. The other eight are guards.", ["arithmetic.sum"]),
    ("Police hold 12 men. Four of them are drivers. The other eight are guards.", []),
    # a sentence that closes the list
    (
        (
            "They saw 218 sites.\n\nAt 61 sites nothing grew. At 94 sites little did, 48 were good and 12 better. "
            "No other site was seen."
        ),
        ["arithmetic.sum"],
    ),
    # the total last
    ("The dead were 19 passengers and four drivers, 25 in all.", ["arithmetic.sum"]),
    ("The dead were 19 passengers and four drivers, 23 in all.", []),
    # a vote and the size of the chamber: too many, and too few where all are accounted for
    ("The motion was carried by 34 votes to 29 in the 60-member council.", ["arithmetic.sum"]),
    ("The motion was carried by 34 votes to 22 in the 60-member council.", []),
    ("The vote in the 60-seat council was 34 to 22. Two members were absent.", ["arithmetic.sum"]),
    ("The vote in the 60-seat council was 34 to 22, with two abstentions. Two members were absent.", []),
    # a change and its levels, whatever their order, in one unit or in per cent, and in the next sentence
    ("The ministry cut the grant by 60 per cent, from $500,000 to $150,000.", ["arithmetic.percent"]),
    ("The ministry cut the grant by 70 per cent, from $500,000 to $150,000.", []),
    ("The water warmed by 1.4 degrees Celsius, from 11.2 to 12.9 degrees.", ["arithmetic.change"]),
    ("The water warmed by 1.4 degrees Celsius, from 11.2 to 12.6 degrees.", []),
    ("There were 41 thefts, 13 fewer than the 56 in 2023.", ["arithmetic.change"]),
    ("There were 41 thefts, 15 fewer than the 56 in 2023.", []),
    ("Profit halved, from $80 million to $56 million.", ["arithmetic.change"]),
    ("Profit halved, from $80 million to $41 million.", []),
    ("Deaths fell by a third, from 312 to 212.", []),
    (
        "Nearly half of the forest has vanished. The forest covered 2,190 hectares, down from 3,580 hectares.",
        ["arithmetic.percent"],
    ),
    ("Two-fifths of the forest has vanished. The forest covered 2,190 hectares, down from 3,580 hectares.", []),
    # a lead and the votes that it is the difference of
    ("Lee won by 241 votes, 5,411 to 5,197.", ["arithmetic.change"]),
    ("Lee won by 214 votes, 5,411 to 5,197.", []),
    # an amount and the share that it is; a fraction and the same in per cent
    ("The fine is $47 million, or 4% of its turnover of $1.85 billion.", ["arithmetic.percent"]),
    ("The fine is $74 million, or 4% of its turnover of $1.85 billion.", []),
    ("The city has 4,200 buses, of which 1,300, or 41 per cent, are electric.", ["arithmetic.percent"]),
    ("Nearly half of the 320 homes, 108, have no water.", ["arithmetic.percent"]),
    ("Nearly half of the 320 homes, 154, have no water.", []),
    ("More than half of our readers (47 per cent of 8,200) agree.", ["arithmetic.percent"]),
    ("More than half of our readers (47 per cent last year) agree.", []),
    # in all and for each
    ("The 31 families want $14m, or some $350,000 apiece.", ["arithmetic.each"]),
    ("The 40 families want $14m, or some $350,000 apiece.", []),
    # by how much it was warmer, in both units
    ("The water was 3.9 degrees Celsius (7 degrees Fahrenheit) too warm.", []),
    ("The water was 3.9 degrees Celsius (9 degrees Fahrenheit) too warm.", ["arithmetic.conversion"]),
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
