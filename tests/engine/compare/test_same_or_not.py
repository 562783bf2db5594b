"""Same thing or not: each wording that must be seen, beside one that looks like it and is of something else."""

import pytest

from claims.engine.findings import findings_between
from tests.engine.compare.cases import mentions

# The flag between two sources, the second a day later.
ROWS = [
    # deaths in other words
    ("Eleven people drowned when the ferry sank.", "The sinking claimed the lives of 16 people.", "figure update"),
    ("The avalanche has claimed the lives of six climbers.", "Nine climbers died in the avalanche.", "figure update"),
    ("We have lost four firefighters tonight, the chief said.", "Six firefighters died.", "figure update"),
    # lost, but not dead
    ("The club has lost four players to injury.", "Six players died in the crash.", "none"),
    # past saving is destroyed; what was saved is not
    ("In all 1,140 homes were destroyed.", "We counted about 300 houses that cannot be saved.", "figure conflict"),
    ("In all 1,140 homes were destroyed.", "We counted about 300 houses that were saved.", "none"),
    # one side of a vote; near miss: against him, whom the motion was to bring down
    ("The motion was backed by 71 deputies, opposed by 69.", "It was 71 in favour, 70 against.", "figure conflict"),
    ("The motion was backed by 71 deputies, opposed by 69.", "He lost the vote with 71 against him.", "none"),
    # trapped in other words
    ("The flood left 70 people stranded on roofs.", "The flood trapped 90 people on roofs.", "figure update"),
    # the dead of one place are no toll
    ("There has been one death at home.", "Seven people have died of the fever.", "none"),
    ("Seven people died, two of them in hospital.", "Three patients died in hospital.", "figure update"),
    # some of somebody's own are a part
    ("Four of their neighbours had been found dead.", "The landslide killed 19 people.", "none"),
    # one of the dead is not the number of the dead
    ("One of the dead was a teacher from Orla.", "The landslide killed 19 people.", "none"),
    # a vote, told as a result and by who voted how
    (
        "The board voted by five to four to sell the land.",
        "Six members of the board voted for the sale.",
        "figure conflict",
    ),
    ("The council voted by five to four.", "The council voted by seven to two.", "figure conflict; figure conflict"),
    # another vote has other words of its own
    ("Some 4,200 people voted for Ann Hale.", "Some 3,100 people voted for Joe Dunn.", "none"),
    # jobs that go, said with other verbs
    ("The closure will cost the town 900 jobs.", "The plant will shed 1,200 jobs.", "figure conflict"),
    # jobs that go and jobs that come
    ("The closure will cost the town 900 jobs.", "The new plant will create 1,200 jobs.", "none"),
    # a number known beforehand is no forecast
    ("All 300 workers at the mill would be moved.", "The mill employs 360 people.", "figure conflict"),
    # last year and its name
    (
        "Thirty-one people drowned in the lakes last year.",
        "Drownings: 36 people drowned in the lakes in 2023.",
        "figure conflict",
    ),
    ("Thirty-one people drowned in the lakes last year.", "36 people drowned in the lakes in 2022.", "none"),
    # a year that opens a clause says when what it tells was
    ("The last crush was in 2011, when 19 supporters were hurt.", "The crush hurt 41 supporters.", "none"),
    ("Police counted again, when 19 supporters were hurt.", "The crush hurt 41 supporters.", "figure update"),
    # a year that is only the end of a span may be left out
    ("The line will cost 2 billion euros by 2030.", "The line will cost 3 billion euros.", "figure conflict"),
    # other units of one dimension
    ("The talks lasted 30 hours.", "The talks lasted more than two days.", "figure conflict"),
    ("The talks lasted 30 hours.", "The talks lasted more than one day.", "none"),
    ("The plane was 12 miles off course.", "The plane strayed off course by 30 kilometres.", "figure conflict"),
    # two lengths of one thing
    ("The tunnel is 9 metres wide.", "The tunnel is 2,400 metres long.", "none"),
    ("The balloon drifted 14 km off course.", "The balloon reached an altitude of 20 km.", "none"),
    # a sum with the wrong scale
    (
        "She has put $4.7 million of her own money into the club.",
        "She spent $4.7 billion of her own money on the club.",
        "figure conflict",
    ),
    # digits swapped in a count of one noun; with other things none
    ("Inspectors took 63 samples from the plant.", "The 36 samples are being tested.", "figure conflict"),
    # how long and how warm does not grow
    (
        "The tank was at 70 degrees Celsius when it was closed.",
        "The tank was at 80 degrees Celsius when it was closed.",
        "figure conflict",
    ),
    # aircraft and flights
    ("The storm diverted 15 flights.", "In all 22 aircraft were diverted by the storm.", "figure update"),
    # an aircraft fleet is no count of flights
    ("The airline cancelled 15 flights.", "The airline has 22 aircraft.", "none"),
    # people by their calling
    ("No injuries were reported after the blast.", "One stoker was hurt.", "figure update"),
    # animals are no people
    ("No people were hurt in the barn fire.", "Nine calves were killed in the barn fire.", "none"),
    # each text counts schools once; another body's drugs are others
    (
        "The product also went to 11 schools, the Office said.",
        "The principal said that only nine schools got it.",
        "figure conflict",
    ),
    ("She took three or more drugs.", "Two other drugs of the kind are sold.", "none"),
    # people who are ill are cases of the disease; cases in court are none
    ("Thirty-one people are ill.", "There are now 58 cases of salmonella in the town.", "figure update"),
    ("Thirty-one people are ill.", "There are now 58 cases before the court.", "none"),
    # what was done to things is told by one of two alike texts; of other things it is told by none
    ("The survey covered 94 wells.", "Geologists surveyed 49 wells in the valley.", "figure conflict"),
    ("The company owns 94 wells.", "Geologists surveyed 61 pits in the valley.", "none"),
    # papers of a ballot; papers that are read are none
    ("In all 6,120 ballots were cast.", "There were 6,210 ballot papers in the boxes.", "figure conflict"),
    ("In all 6,120 ballots were cast.", "The archive holds 6,210 letters.", "none"),
    # what burns spreads; a whole province burned more
    ("An 11,000-acre wildfire threatens the town.", "Size: 14,600 acres.", "figure update"),
    ("Size: 14,600 acres.", "In all the province 900,000 acres have burned.", "none"),
    ("About 30,000 acres burned in the fire.", "The fire has burned 17,000 hectares.", "figure update"),
    # more flights are cancelled, more directors go, a forecast is replaced
    ("The airline cancelled 12 flights.", "The airline cancelled 19 flights.", "figure update"),
    ("Two directors have resigned.", "Four directors have resigned.", "figure update"),
    ("The group expects a charge of €58 million.", "The group now expects a charge of €70 million.", "figure update"),
    ("The group booked a charge of €58 million.", "The group booked a charge of €70 million.", "figure conflict"),
    # a lake does not
    ("The lake covers 310 acres.", "The lake, of 280 acres, is for sale.", "figure conflict"),
    # those in intensive care are some of those in hospital
    ("There were 19 patients in hospital.", "Five people are in intensive care.", "none"),
    # rescuers are not the rescued
    ("Some 72 rescue workers are in the cave.", "Rescue teams brought out 36 cavers.", "none"),
]


@pytest.mark.parametrize(("one", "another", "flag"), ROWS)
def test_between_sources(one: str, another: str, flag: str) -> None:
    found = findings_between(mentions(another, "b", 2), mentions(one, "a", 1))
    told = "; ".join(f"{f.comparison.type} {f.comparison.relation}" for f in found) or "none"
    assert told == flag
