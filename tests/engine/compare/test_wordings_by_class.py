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
    (
        "There were 163 officers and ratings on board the frigate.",
        "The frigate had 173 people on board.",
        "figure conflict",
    ),
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
    # words of change, an average of one, and shares that are "made up"
    ("Rail fares rocketed by 12 per cent.", "Rail fares are 7 per cent dearer than a year ago.", "figure conflict"),
    ("Exports plummeted by 31 per cent.", "Exports were 19 per cent lower.", "figure conflict"),
    ("Exports plummeted by 31 per cent.", "Exports make up 19 per cent of output.", "none"),
    ("Ticket prices are up by 8% on average.", "Ticket prices rose by 18 per cent.", "figure conflict"),
    ("The average rise in rents was 8 per cent.", "Rents rose by 18 per cent.", "figure conflict"),
    ("The average wait was 41 minutes.", "One patient waited 96 minutes.", "none"),
    ("Online orders made up 31 per cent of sales.", "More than a third of sales are online.", "figure conflict"),
    ("Exports make up 31 per cent of sales.", "Sales grew by 44 per cent.", "none"),
    ("The car cost a jaw-dropping 90,000 euros.", "The car cost 70,000 euros.", "figure conflict"),
    # what will be and what is expected; what would be under another count
    ("Repairs will cost at most £3m.", "Repairs are expected to cost between £5m and £6m.", "figure conflict"),
    ("Repairs cost at most £3m last year.", "Repairs are expected to cost between £5m and £6m.", "none"),
    ("Polled economists forecast a rate of 6.1 per cent.", "With them the rate would be 7.8 per cent.", "none"),
    # how long somebody is bound, lived and was married
    ("Pardo has signed a five-year deal.", "Pardo, 24, signed for four years.", "figure conflict"),
    ("Pardo has signed a five-year deal.", "Pardo played for Lusano for four years.", "none"),
    ("I have lived here for 52 years.", "The couple had been married for 49 years.", "none"),
    # gone for good, not come home
    ("Eleven houses were destroyed.", "Fifteen houses have gone.", "figure update"),
    ("About 900 homes were destroyed.", "Some 300 homes cannot be saved.", "figure conflict"),
    ("About 900 homes were destroyed.", "Some 300 homes are without power.", "none"),
    ("Two climbers are missing.", "Three climbers have not returned.", "figure update"),
    ("Two climbers are missing.", "Three climbers came home on Sunday.", "none"),
    # jobs that plans affect, rewards, suspects
    ("The plans affect 1,250 jobs.", "The firm will cut more than 1,400 jobs.", "figure conflict"),
    ("The plans affect 1,250 jobs.", "The firm has created 1,400 jobs.", "none"),
    ("A reward of 20,000 crowns is offered.", "Police have raised the reward to 50,000 crowns.", "figure update"),
    ("Police are seeking two men.", "Police are looking for three men.", "figure update"),
    ("Nine of our people are dead.", "Eleven people have died.", "figure update"),
    ("Nine of our children are dead.", "Eleven people have died.", "none"),
    # an earlier event by the year of its main clause or of its opening
    ("They bombed the harbour in 2016, killing 14 people.", "Nine people were killed.", "none"),
    ("They bombed the harbour on Monday, killing 14 people.", "Nine people were killed.", "figure conflict"),
    ("In 1962, 14 miners died in a fire at the pit.", "Nine people died in the slide.", "none"),
    # a rescuer, and everybody
    ("No firefighter was hurt.", "Nineteen people were injured.", "none"),
    ("Nobody was hurt.", "Nineteen people were injured.", "figure update"),
    # another measure by its own name; what a place holds; what one gives
    ("Like-for-like sales fell by 5.1 per cent.", "Sales over Christmas fell by 4.3 per cent.", "none"),
    ("Like-for-like sales fell by 5.1 per cent.", "Like-for-like sales fell by 3.1 per cent.", "figure conflict"),
    ("The tip held 200,000 tonnes of spoil.", "Some 60,000 tonnes of spoil had come down.", "none"),
    ("Some 80,000 tonnes of spoil came down.", "Some 60,000 tonnes of spoil came down.", "figure conflict"),
    ("We are giving £250,000 to the appeal.", "The appeal has reached £310,000.", "none"),
    ("The appeal has raised £250,000.", "The appeal has reached £310,000.", "figure conflict"),
    ("Sustained winds were 130 mph.", "Gusts of 160 mph hit the coast.", "none"),
    ("Winds reached 130 mph.", "Gusts of 160 mph hit the coast.", "figure conflict"),
    # verbs of a change that are none with the words behind them; they stand beside another count
    ("Twelve guests fell ill.", "Nineteen guests became unwell.", "figure update"),
    ("Nobody was hurt after nine guests fell ill.", "One person was hurt.", "figure update"),
    # treated for a hurt is hurt, treated is anything, reports of an illness are of the ill
    ("Eleven people were hurt.", "Fourteen people have been treated for injuries.", "figure update"),
    ("Eleven people were hurt.", "Fourteen people have been treated.", "none"),
    ("The agency has received 34 reports of illness.", "Forty-one people have fallen ill.", "figure update"),
    ("The agency has received 34 reports of noise.", "Forty-one people have fallen ill.", "none"),
    # those whom a craft carries, not those of whom the sentence tells else, nor a year's
    (
        "Nine people were hurt when a ferry with 132 passengers hit a pier.",
        "There were 123 passengers and eight crew on board.",
        "figure conflict",
    ),
    (
        "Nine people were hurt when a ferry with 132 passengers hit a pier.",
        "The line carries 1,300 passengers a week.",
        "none",
    ),
    # a list shares out a total that was told before it
    ("Nine were treated for burns, six for cuts and two for shock.", "Eighteen people were injured.", "none"),
    ("Nine were treated for burns.", "Eighteen people were injured.", "figure update"),
    # moves of a market over other times, or up to other days
    ("Shares in Quell fell 6 per cent.", "Shares in Quell have lost 9 per cent this week.", "none"),
    ("Shares in Quell fell 6 per cent.", "Shares in Quell fell 9 per cent.", "none"),
    ("Shares in Quell fell 6 per cent on Friday.", "Shares in Quell fell 9 per cent on Friday.", "figure update"),
    # times in two units are two, but for those up to one moment
    ("The pumps were tested 14 days before the launch.", "A valve burst 22 minutes after the launch.", "none"),
    (
        "The alarm rang 50 seconds before the crash.",
        "The alarm rang eight minutes before the crash.",
        "figure conflict",
    ),
    # what is beyond a limit is no limit; the size of a bottle is not what is in it
    ("The bus was 12 hours beyond the limit for a check.", "The limit is 48 hours.", "none"),
    ("Each tablet had 8 milligrams of lead.", "It sells Corvane in 20-milligram tablets.", "none"),
]


@pytest.mark.parametrize(("one", "another", "flag"), ROWS)
def test_between_sources(one: str, another: str, flag: str) -> None:
    found = findings_between(mentions(another, "b", 2), mentions(one, "a", 1))
    assert ("; ".join(f"{f.comparison.type} {f.comparison.relation}" for f in found) or "none") == flag
