"""Classes of sentences that a report may hold next week: what must be seen, beside what looks like it."""

import pytest

from claims.engine.findings import findings_between
from tests.engine.compare.cases import mentions

# The flag between two sources, the second a day later.
ROWS = [
    # some of a number are not the number, and all of it is
    ("Forty-one people were hurt.", "Thirteen of the 41 injured were under 16.", "none"),
    ("Twenty-six passengers were hurt in the derailment.", "Nine of the injured passengers were children.", "none"),
    ("The blast killed 31 people.", "Seven of the 31 dead were firefighters.", "none"),
    ("The blast killed 31 people.", "Seven of the 38 dead were firefighters.", "figure update"),
    ("Police arrested 54 people.", "Twelve of those arrested were released without charge.", "none"),
    ("Police arrested 54 people.", "Twelve of the 54 people arrested were from Leeds.", "none"),
    ("The firm employs 900 people.", "A third of its 900 employees work nights.", "none"),
    ("The storm damaged 300 homes.", "Forty of the 300 damaged homes are beyond repair.", "none"),
    # parts behind a colon and behind "of them" are not the number either
    ("Thirty-one people were hurt.", "We treated 47 people: 29 for gas, 11 for cuts and seven for wounds.", "none"),
    ("There are 46 cases: 29 patients and 17 nurses.", "Twenty-seven patients fell ill.", "none"),
    # another event, by the year of what happened then
    ("Nobody has died.", "An outbreak at another hospital in 2008 infected 61 people and killed nine.", "none"),
    (
        "Some 23 people have been hurt.",
        "Nine people were hurt when her sister ship ran aground in August 2021.",
        "none",
    ),
    ("Some 23 people have been hurt.", "Twenty-nine people were hurt when the ship ran aground.", "figure update"),
    # another rate of prices; how far off a rate an offer is
    ("The annual inflation rate was 2.9 per cent in April.", "Core inflation was 3.3 per cent in April.", "none"),
    (
        "The annual inflation rate was 2.9 per cent in April.",
        "The annual inflation rate was 3.3 per cent in April.",
        "figure conflict",
    ),
    ("The operator has offered 5 percent.", "The operator's offer is 1.1 percent below inflation.", "none"),
    # a bound is no slip of points for per cent
    ("The margin narrowed by 2.8 percentage points.", "The margin narrowed by up to 13 per cent.", "none"),
    ("The margin narrowed by 2.8 percentage points.", "The margin narrowed by 2.8 per cent.", "figure conflict"),
    # both numbers of a vote in both texts are no swapped digits
    ("The bill passed by 121 votes to 112.", "In favour were 121 deputies, against 112.", "none"),
    # one strike in other words; another calling, and what befell some strikers
    (
        "About 1,150 teachers walked off the job on Monday.",
        "Some 1,510 teachers spent a second day on the picket lines.",
        "figure conflict",
    ),
    (
        "A strike by 1,148 teachers entered its second week.",
        "The union's 1,510 members are on strike.",
        "figure conflict",
    ),
    ("Around 2,300 nurses walked out at dawn.", "The 2,300 nurses are on strike over pay.", "none"),
    ("Around 2,300 nurses walked out at dawn.", "Some 900 porters walked out in sympathy.", "none"),
    ("Some 4,000 bus drivers are on strike.", "A strike by 2,700 bus drivers has halted services.", "figure conflict"),
    ("Some 4,000 bus drivers are on strike.", "Police arrested 27 striking drivers.", "none"),
    # what is asked, offered and agreed are three things; each may be told without saying of what
    (
        "The union is seeking a raise of 11 per cent over three years.",
        "Its members want 12 per cent over three years.",
        "figure conflict",
    ),
    (
        "The union is seeking a raise of 11 per cent over three years.",
        "The company has offered 7 per cent over three years.",
        "none",
    ),
    ("Nurses are demanding a pay rise of 15 per cent.", "Nurses want a rise of 12 per cent.", "figure conflict"),
    ("Nurses are demanding a pay rise of 15 per cent.", "Porters want a rise of 12 per cent.", "none"),
    (
        "The deal gives teachers 10 per cent over three years.",
        "The agreement gives a raise of nine per cent over three years.",
        "figure conflict",
    ),
    (
        "The deal gives teachers 10 per cent over three years.",
        "The union had asked for a raise of 14 per cent.",
        "none",
    ),
    (
        "The deal gives teachers 10 per cent over three years.",
        "Under the deal teachers get four per cent in the first year.",
        "none",
    ),
    ("The company has offered 7 per cent.", "The company is now offering 8.5 per cent.", "figure update"),
    ("The company has offered 7 per cent.", "The company has raised its offer to 8.5 per cent.", "figure update"),
    ("The company has offered 7 per cent.", "The company had offered 6 per cent.", "figure conflict"),
    ("The company has offered 7 per cent.", "A poll found that 31 per cent sided with the company.", "none"),
    # money asked, offered, awarded, paid
    ("The bidder offered 40 euros a share.", "The board wants 52 euros a share.", "none"),
    (
        "The family is asking for 3 million euros in damages.",
        "The court awarded the family 1.8 million euros in damages.",
        "none",
    ),
    ("Kidnappers demanded a ransom of $2 million.", "The family paid a ransom of $400,000.", "none"),
    (
        "Kidnappers demanded a ransom of $2 million.",
        "The kidnappers had asked for a ransom of $3 million.",
        "figure conflict",
    ),
    # what was planned and what it came to
    ("The stadium was budgeted at 90 million euros.", "The stadium cost 140 million euros.", "none"),
    ("The tunnel was to cost 2 billion euros.", "The tunnel cost 3.1 billion euros.", "none"),
    # bare percentages of other measures
    ("Fifty-eight per cent of voters backed the plan.", "Turnout was 44 per cent.", "none"),
    (
        "A survey found that 62 per cent of residents side with the farmers.",
        "Prices rose 8 per cent for the farmers.",
        "none",
    ),
    (
        "Sixty-two per cent of residents side with the farmers.",
        "A poll found that 26 per cent of residents side with the farmers.",
        "figure conflict",
    ),
    # per day, per hour, per year, in all
    (
        "Members will receive strike pay of $120 a day.",
        "Each will receive a strike payment of $1,430, or $110 a day.",
        "figure conflict",
    ),
    ("The plant makes 400 cars a day.", "The plant made 98,000 cars last year.", "none"),
    ("The line carries 9,000 passengers a day.", "The line carries 3 million passengers a year.", "none"),
    ("The line carries 9,000 passengers a day.", "The line carries 6,000 passengers a day.", "figure conflict"),
    ("Parking costs 4 euros an hour.", "Parking costs 22 euros a day.", "none"),
    ("The contractor is losing 60,000 euros a day.", "The contractor has lost 1.2 million euros.", "none"),
    ("The fine is 500 euros for each day.", "The court fined the firm 30,000 euros.", "none"),
    # how many a place takes, and how many were there
    ("The hall holds 2,100 people.", "The hall has a capacity of 2,400.", "figure conflict"),
    ("The hall holds 2,100 people.", "About 1,900 people attended the concert at the hall.", "none"),
    ("The ferry can carry 320 passengers.", "The ferry was carrying 412 passengers.", "none"),
    ("The ferry can carry 320 passengers.", "The ferry has room for 230 passengers.", "figure conflict"),
    ("The stadium has a capacity of 40,000.", "A crowd of 31,000 watched the match in the stadium.", "none"),
    ("The prison was built for 600 inmates.", "The prison held 910 inmates.", "none"),
    ("Police held 40 people.", "The hall holds 400 people.", "none"),
    # an earlier event has counts of its own
    (
        "Teachers last struck in 1987, when they were out for 16 days.",
        "The last full strike was in 1987 and lasted 12 days.",
        "figure conflict",
    ),
    ("The fire burned for 16 days.", "The last fire here was in 1987 and burned for 12 days.", "none"),
    ("A flood in 1974 killed six people in the valley.", "The flood has killed 11 people in the valley.", "none"),
    (
        "A flood in 1974 killed six people in the valley.",
        "The 1974 flood killed nine people in the valley.",
        "figure conflict",
    ),
    ("The 2019 blaze killed 12 people.", "The blaze killed 15 people.", "none"),
    ("The worst crash on the line was in 1998 and left 14 dead.", "The crash left 20 dead.", "none"),
    (
        "The last eruption, in 1998, drove 3,000 people from their homes.",
        "The eruption has driven 8,000 people from their homes.",
        "none",
    ),
    # two votes on two motions
    ("Councillors voted by 12 to nine for the stadium.", "The amendment was rejected by 14 votes to seven.", "none"),
    (
        "The motion to close the school passed by 12 votes to nine.",
        "The motion to adjourn passed by 18 votes to three.",
        "none",
    ),
    (
        "The motion to close the school passed by 12 votes to nine.",
        "Councillors voted by 14 to seven to close the school.",
        "figure conflict; figure conflict",
    ),
    # how high, how far off, how long
    ("The tower is 90 metres tall.", "The tower stands 400 metres from the school.", "none"),
    ("The tower is 90 metres tall.", "The tower rises to 120 metres.", "figure conflict"),
    ("The drone fell from 60 metres.", "The drone fell 300 metres from the runway.", "none"),
    ("The slide stopped 40 metres from the village.", "The slide is 400 metres long.", "none"),
    ("The wave was six metres high.", "The boat was found six miles offshore.", "none"),
    # what somebody has is no count of the story
    ("“I have three kids at home,” said Ann Vale, a nurse.", "“I had 33 kids in my class,” said Tom Hill.", "none"),
    # of a number, with a verb of their own
    ("Nine of the 38 passengers died.", "Eleven passengers died in the crash.", "figure update"),
    ("Nine of the 38 passengers were killed.", "Eleven passengers were killed.", "figure update"),
    ("Three of the eight turnstiles were open.", "All eight turnstiles were open.", "figure conflict"),
    # one sentence in the mouths of two bodies; a body and its own force are one
    (
        "The club told us that every turnstile was in use.",
        "Clydeforth Police said that every turnstile was in use.",
        "attribution conflict",
    ),
    (
        "The average class has 27 students, the association said.",
        "The average class in the division has 27 students, up from 23 in 2015, according to the ministry.",
        "attribution conflict",
    ),
    (
        "The pipeline had been inspected in March, the company said.",
        "The pipeline had been inspected in March, the ministry said.",
        "attribution conflict",
    ),
    (
        "The pipeline had been inspected in March, officials said.",
        "The pipeline had been inspected in March, the ministry said.",
        "none",
    ),
    (
        "The driver had slept for three hours before the crash, police said.",
        "The driver had slept for three hours before the crash, Kelham Police said.",
        "none",
    ),
    (
        "The driver had slept for three hours before the crash, the force said.",
        "The driver had slept for three hours before the crash, Kelham Police said.",
        "none",
    ),
    (
        "The signal had failed twice that week, the operator said.",
        "The signal had failed twice that week, Rhine Rail said.",
        "none",
    ),
    # an admission against a denial, and somebody else's word
    (
        "The company denied that it had missed an inspection.",
        "The company admitted that it had missed an inspection.",
        "attribution conflict",
    ),
    (
        "The union denies that it refused mediation.",
        "The union accepted that it had refused mediation in August.",
        "attribution conflict",
    ),
    ("The union denies that it refused mediation.", "The ministry said that the union had refused mediation.", "none"),
]


@pytest.mark.parametrize(("one", "another", "flag"), ROWS)
def test_two_sources(one: str, another: str, flag: str) -> None:
    found = findings_between(mentions(another, "b", 2), mentions(one, "a", 1))
    told = "; ".join(f"{f.comparison.type} {f.comparison.relation}" for f in found) or "none"
    assert told == flag
