"""What news counts. One key a measure: words that mean the same give one key,
ambiguous words have a key of their own.

LABELS: key -> how the measure is called in a reading. PREDICATES: what is said of the things counted ("were killed",
"missing"). SUBJECTS: nouns that name the quantity itself ("death toll", "turnout"), the number being its value.
COUNTED: nouns that carry their own measure ("12 deaths", "30 arrests").
"""

from claims.engine.lexicon.words import words

LABELS = {
    "killed": "killed", "injured": "injured", "seriously_injured": "seriously injured", "missing": "missing",
    "detained": "detained", "evacuated": "evacuated", "displaced": "displaced", "rescued": "rescued",
    "in_hospital": "in hospital",
    "discharged": "discharged from hospital", "infected": "infected", "tested": "tested",
    "vaccinated": "vaccinated",
    "charged": "charged", "convicted": "convicted", "sentenced": "sentenced", "accused": "accused",
    "kidnapped": "kidnapped",
    "freed": "freed", "trapped": "trapped", "casualties": "casualties", "victims": "victims",
    "affected": "affected",
    "stranded": "stranded", "homeless": "homeless", "attended": "attending", "employed": "employed",
    "laid_off": "losing their jobs",
    "hired": "hired", "voted": "voting", "votes": "votes", "voted_for": "voting for",
    "voted_against": "voting against",
    "majority": "majority", "turnout": "turnout", "seats": "seats", "registered": "registered",
    "enrolled": "enrolled",
    "identified": "identified", "interviewed": "interviewed", "damaged": "damaged", "destroyed": "destroyed",
    "flooded": "flooded",
    "without_power": "without power", "burned": "burned", "closed": "closed", "reopened": "reopened",
    "cancelled": "cancelled",
    "delayed": "delayed", "sold": "sold", "delivered": "delivered", "shot_down": "shot down",
    "launched": "launched",
    "revenue": "revenue", "profit": "profit", "loss": "loss", "earnings_per_share": "earnings per share",
    "dividend": "dividend",
    "margin": "margin", "costs": "cost", "price": "price", "share_price": "share price",
    "market_value": "market value", "debt": "debt",
    "deficit": "deficit", "budget": "budget", "tax": "tax", "fine": "fine", "damages": "damages",
    "salary": "pay", "pay_offer": "pay rise",
    "aid": "aid", "investment": "investment", "donated": "donated", "stake": "stake", "buyback": "share "
    "buyback", "sales": "sales",
    "orders": "orders", "exports": "exports", "imports": "imports", "output": "output", "inflation": "inflation",
    "interest_rate": "interest rate", "unemployment": "unemployment", "growth": "growth", "gdp": "GDP",
    "population": "population",
    "temperature": "temperature", "rainfall": "rainfall", "snowfall": "snowfall", "wind_speed": "wind speed",
    "magnitude": "magnitude",
    "depth": "depth", "height": "height", "length": "length", "width": "width", "distance": "distance",
    "area": "area",
    "weight": "weight", "speed": "speed", "speed_limit": "speed limit", "age": "age", "duration": "duration",
    "prison_term": "prison term", "capacity": "capacity", "level": "level", "emissions": "emissions",
    "cases": "cases",
    "accuracy": "accuracy", "efficacy": "efficacy", "risk": "risk", "approval": "approval",
    "poll_share": "support in polls",
    "attendance": "attendance", "goals": "goals", "points": "points", "wickets": "wickets", "runs": "runs",
    "dosage": "dose",
    "collided": "in a collision", "crime": "crime", "penalty": "penalty", "jobs": "jobs",
    "downloads": "downloads", "participants": "taking part",
}  # fmt: skip

# Lemmas and forms; a phrase is written with spaces. Order matters where two could hold: the first key wins.
_PREDICATES = {
    "seriously_injured": "seriously injured|seriously hurt|seriously wounded|seriously|critical condition|"
    "serious condition|"
    "critically injured|critically|critically hurt|in critical|severely injured|severely wounded|serious "
    "injuries|intensive care|"
    "life-threatening|gravely wounded",
    "killed": "kill|killed|killing|die|died|dies|dying|dead|drown|drowned|perish|perished|slain|murder|"
    "murdered|lost their lives|"
    "lose their lives|claimed the lives|claim the lives|confirmed dead|shot dead|found dead|executed|"
    "execute|massacred|succumbed|fatal for|fatal to|to their deaths|took the lives|take the lives|burned to death|"
    "trampled|hanged|to the gallows",
    "injured": "injure|injured|injuring|wound|wounded|wounding|hurt|hurting|bruised|burnt|maimed|treated "
    "for|treated at|treated in|suffered injuries|suffered a broken|suffered broken|suffered a fractured|suffered burns|"
    "suffered a burn|suffered cuts|suffered a cut|suffered smoke|suffered head|suffered a head|suffered minor|"
    "suffered facial|suffered leg|suffered a stab|suffered a gunshot|suffered gunshot|suffered stab|sustained injuries|"
    "sustained minor|sustained a broken|broke a leg|broke an arm|needed hospital|needed treatment",
    "missing": "missing|unaccounted for|unaccounted|disappeared|untraced",
    "detained": "detain|detained|detaining|arrest|arrested|arresting|in custody|into custody|rounded up|"
    "apprehended|held in custody",
    "rescued": "rescue|rescued|rescuing|saved|pulled from|winched|airlifted",
    "evacuated": "evacuate|evacuated|evacuating|told to leave|ordered out|ordered to leave|told to evacuate|"
    "ordered to evacuate|"
    "moved to safety|forced from|forced to leave|fled their homes|flee their homes|to leave their homes|"
    "leave their homes",
    "displaced": "displaced|displace|fled|flee|fleeing|uprooted|driven from",
    "in_hospital": "in hospital|hospitalised|hospitalized|taken to hospital|admitted to hospital|in "
    "hospitals|to hospital|"
    "taken to hospitals|in intensive|remain in hospital|admitted to hospitals",
    "discharged": "discharged|gone home|sent home",
    "infected": "infected|tested positive|contracted|caught the virus|fallen ill|fell ill|sickened",
    "vaccinated": "vaccinated|vaccinate|immunised|immunized|jabbed",
    "tested": "tested|screened",
    "convicted": "convicted|found guilty|pleaded guilty|admitted guilt",
    "sentenced": "sentenced|jailed|imprisoned",
    "charged": "charged with|charged|indicted|prosecuted",
    "accused": "accused|suspected",
    "kidnapped": "kidnapped|abducted|taken hostage|held hostage|seized",
    "freed": "freed|released|liberated|set free",
    "trapped": "trapped|buried",
    "affected": "affected|affect|affecting|hit by|impacted",
    "stranded": "stranded|marooned",
    "homeless": "homeless|made homeless|left homeless",
    "laid_off": "laid off|lay off|laying off|made redundant|lose their jobs|lost their jobs|job cuts|to be "
    "cut|jobs cut|redundant|sacked",
    "hired": "hire|hired|hiring|recruit|recruited|recruiting",
    "employed": "employ|employs|employed|employing|work for|works for",
    "voted_against": "voted against|vote against|rejected",
    "voted_for": "voted for|voted in favour|voted in favor|vote for|backed|voted to|voted yes|supported",
    "voted": "voted|cast their|cast ballots|turned out to vote",
    "attended": "attend|attended|attending|packed into|filled|gathered|gather|marched|rallied|turned out|demonstrated",
    "participants": "took part|take part|taking part|participated|joined|enrolled|randomised|randomized",
    "registered": "registered|register|signed up",
    "identified": "identified",
    "interviewed": "interviewed|questioned|spoken to|surveyed|polled|heard from",
    "without_power": "without power|without electricity|lost power|blacked out|in the dark",
    "flooded": "flood|flooded|flooding|inundated|inundate|swamp|swamped|swamping|under water|underwater|"
    "submerged|above floor level",
    "destroyed": "destroy|destroyed|destroying|totally damaged|razed|levelled|leveled|flattened|gutted|wrecked|collapsed|burned down|"
    "burnt down|beyond repair|beyond saving|past saving|past repair|written off|demolished|reduced to rubble|to the ground",
    "damaged": "damage|damaged|damaging",
    "burned": "burn|burned|burning|scorched|blackened|charred",
    "closed": "close|closed|closing|shut|shuttered|shutting|closes",
    "reopened": "reopen|reopened",
    "cancelled": "cancel|cancelled|canceled|cancelling|scrapped|axed",
    "delayed": "delay|delayed|postponed",
    "shot_down": "shot down|shoot down|intercepted|intercept",
    "launched": "launched|fired|launch",
    "sold": "sold|sell|selling",
    "delivered": "deliver|delivered|shipped",
    "donated": "donate|donated|raise|raised|pledged|pledge",
    "collided": "collide|collided|in collision|crashed",
}
_SUBJECTS = {
    "killed": "death toll|death count|fatalities toll|number of dead|number of deaths|toll|deaths|fatality "
    "toll|body count",
    "injured": "number of injured|number of wounded",
    "missing": "number of missing",
    "earnings_per_share": "earnings per share|per share|a share|per diluted share|eps",
    "buyback": "buyback|share buyback|repurchase|buy-back",
    "dividend": "dividend|payout to shareholders",
    "revenue": "revenue|revenues|turnover of|net sales|income from sales|top line|total income|receipts",
    "sales": "sales",
    "profit": "profit|profits|net income|net profit|operating profit|pre-tax profit|earnings|earned|ebitda|surplus",
    "loss": "loss|losses|net loss",
    "margin": "margin|gross margin|operating margin|margins",
    "share_price": "share|shares|stock|stocks|share price|index|ftse|dow|nasdaq|nikkei|sensex|nifty|s&p",
    "market_value": "market value|market capitalisation|market capitalization|valuation|valued|worth",
    "debt": "debt|debts|borrowing|borrowings|liabilities|loan|loans",
    "deficit": "deficit|shortfall|gap",
    "budget": "budget|outlay|allocation|allocated|spending|expenditure|spend|spent",
    "tax": "tax|taxes|levy|duty|tariff|tariffs|vat|rates rise|property tax",
    "fine": "fine|fines|fined|penalty",
    "damages": "damages|award|awards|compensation|settlement|payout|damage bill|damage at",
    "salary": "salary|wage|wages|pay packet|bonus|earning",
    "pay_offer": "pay rise|pay offer|pay award|pay deal|pay increase",
    "aid": "aid|assistance|relief|grant|grants|funding|subsidy|subsidies|credits",
    "investment": "investment|invest|invested|investing",
    "stake": "stake|shareholding",
    "costs": "cost|costs|costing|bill|price tag|fees|fee|charge|charges|premium|rent",
    "price": "price|prices|priced|sold for|fetched|average price",
    "exports": "exports|export",
    "imports": "imports|import",
    "output": "output|production|produced|produce",
    "inflation": "inflation|cpi|consumer prices|price index",
    "interest_rate": "interest rate|interest|base rate|repo rate|cash rate|bank rate|rate of interest|"
    "policy rate|benchmark rate",
    "unemployment": "unemployment|jobless|joblessness",
    "gdp": "gdp|gross domestic product|economic output",
    "growth": "growth|economy|grew|expanded|contracted",
    "population": "population|inhabitants",
    "temperature": "temperature|temperatures|mercury|heat|maximum of|top of|celsius|fahrenheit|degrees",
    "rainfall": "rain|rainfall|precipitation|downpour",
    "snowfall": "snow|snowfall",
    "wind_speed": "wind|winds|gust|gusts|gusting",
    "magnitude": "magnitude|richter",
    "speed_limit": "speed limit|limit there|limit here",
    "speed": "speed|travelling|traveling|doing|driving at|mph|speeds",
    "depth": "depth|deep",
    "height": "height|high|tall|peaked|river|water|elevation|altitude|tide|surge|level of the river",
    "width": "width|wide|across",
    "length": "length|long",
    "distance": "distance|away|upstream|downstream|north|south|east|west|southwest|northwest|southeast|"
    "northeast|miles from|range|from the",
    "weight": "weigh|weighs|weighed|weighing|weight|heavy",
    "area": "area|covered|covers|spread|cropland|farmland|land",
    "prison_term": "prison|jail|behind bars|imprisonment|in jail|sentence|sentenced|jailed",
    "turnout": "turnout",
    "majority": "majority|margin of victory|won by|lead of",
    "poll_share": "poll|polls|support|of the vote|vote share|share of the vote",
    "approval": "approval|approval rating",
    "votes": "vote|votes|ballots",
    "capacity": "capacity|seats|seat|holds",
    "emissions": "emissions|carbon dioxide|co2",
    "efficacy": "efficacy|effective|effectiveness",
    "risk": "risk|odds|likelihood|chance|probability",
    "crime": "crime|offences|offenses",
    "attendance": "attendance|crowd|gate of|audience",
    "orders": "orders",
    "level": "level",
    "damages_total": "damage",
}
LABELS["damages_total"] = "cost of damage"
_COUNTED = {
    "killed": "death|deaths|fatality|fatalities|dead|body|bodies",
    "injured": "injury|injuries|injured|wounded|hurt",
    "missing": "missing",
    "casualties": "casualty|casualties",
    "victims": "victim|victims",
    "detained": "arrest|arrests|detainee|detainees|detention|detentions",
    "cases": "case|cases|infection|infections",
    "rescued": "rescue|rescues",
    "votes": "vote|votes|ballot|ballots",
    "seats": "seat|seats",
    "jobs": "job|jobs|position|positions|redundancies|post|posts",
    "goals": "goal|goals",
    "wickets": "wicket|wickets",
    "runs": "run|runs",
    "points": "point|points",
    "damaged": "claim|claims",
    "sold": "ticket|tickets",
    "downloads": "download|downloads",
    "seats_sold": "seats sold",
}
LABELS["seats_sold"] = "seats sold"


def _by_words(table: dict[str, str]) -> dict[tuple[str, ...], str]:
    found: dict[tuple[str, ...], str] = {}
    for key, phrases in table.items():
        for phrase in phrases.split("|"):
            found.setdefault(tuple(phrase.replace("-", " - ").split()), key)
    return found


def _with_present(table: dict[tuple[str, ...], str]) -> dict[tuple[str, ...], str]:
    """Adds the form of headlines ("kills", "injures") to every plain verb."""
    plain: dict[tuple[str, ...], str] = {
        (word + "s",): key for (word, *more), key in table.items() if not more and not word.endswith(_INFLECTED)
    }
    return plain | table


# No plain verbs, or verbs whose form is a noun that is counted itself ("murders").
_INFLECTED = ("ed", "ing", "s", "en", "ly", "wn", "nt", "ut", "murder")
PREDICATES = _with_present(_by_words(_PREDICATES))
SUBJECTS = _by_words(_SUBJECTS)
COUNTED = _by_words(_COUNTED)
LONGEST = 5

# A predicate under one of these is about people where no noun stands beside the number ("left 551 injured").
OF_PEOPLE = words(
    """
    killed injured seriously_injured missing detained evacuated displaced rescued in_hospital discharged infected
    vaccinated tested convicted sentenced charged accused kidnapped freed trapped stranded homeless laid_off hired
    employed voted voted_for voted_against attended participants registered identified interviewed casualties
    victims attendance population
    """
)
# Nouns of these count people without naming them ("the toll rose to 133", "a crowd of 5,000", "a work force of
# 28,000").
PEOPLE_TOTALS = words(
    """
    toll crowd workforce force population attendance audience staff membership headcount team crew squad electorate
    garrison circulation turnout readership group party gathering congregation delegation cell gang contingent
    """
)

UP = words(
    """
    rise rises rose risen rising increase increases increased increasing climb climbs climbed climbing grow grows
    grew grown growing jump jumps jumped jumping gain gains gained gaining soar soars soared soaring surge surges
    surged surging up higher advance advanced add added adding widen widened widening strengthen strengthened rally
    rallied spike spiked leap leapt leaped swell swelled hike hiked raise raised growth upgrade expand expanded
    improve improved accelerated accelerate peaked more above
    """
)
DOWN = words(
    """
    fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease
    decreases decreased decreasing lose lost losing slip slips slipped slipping slide slid sliding down lower plunge
    plunged plunging tumble tumbled tumbling shrink shrank shrunk shed shedding cut cuts cutting reduce reduced
    reducing reduction sink sank sunk dip dipped ease eased narrow narrowed slump slumped slumping weaken weakened
    halved crash crashed discount retreated slashed trimmed less fewer below contracted contract
    """
)
# Verbs of change that take both ends: "rose from 9 to 12" are two figures, "range from 9 to 12" is one.
RANGE_VERBS = words(
    """
    range ranges ranged ranging vary varies varied varying anywhere somewhere
    """
)
FORECAST = words(
    """
    expect expects expected expecting forecast forecasts predict predicts predicted guidance guiding outlook
    estimate
    """
)
RISE = "rise in"
FALL = "fall in"
SHARE = "share of"
COUNTED_WORDS = frozenset(phrase for phrase in COUNTED if len(phrase) == 1)
# "the number of cases": what is counted is the noun behind.
TOTALS = words("number numbers total count tally")
# Before the first end of a step: "rose by 12 to 134".
STEP = frozenset({"by"})
# What a key can measure; a key that is not here can measure anything.
FAMILIES = {
    "temperature": {"temperature"}, "rainfall": {"length", "volume"}, "snowfall": {"length"},
    "wind_speed": {"speed"},
    "speed": {"speed"}, "speed_limit": {"speed"}, "magnitude": {"magnitude"}, "depth": {"length"},
    "height": {"length"},
    "length": {"length"}, "width": {"length"}, "distance": {"length"}, "area": {"area"}, "weight": {"weight"},
    "prison_term": {"time"}, "duration": {"time"}, "age": {"time"}, "delayed": {"time", "count", "share"},
    "interest_rate": {"share"}, "inflation": {"share"}, "unemployment": {"share", "count"},
    "turnout": {"share", "count"},
    "margin": {"share", "count"}, "growth": {"share"}, "poll_share": {"share"}, "approval": {"share"},
    "earnings_per_share": {"money"}, "market_value": {"money", "share"}, "share_price": {"money", "share", "count"},
    "profit": {"money", "share", "times"}, "revenue": {"money", "share", "times"}, "costs": {"money", "share",
    "times"},
    "price": {"money", "share", "times"}, "budget": {"money", "share", "times"}, "salary": {"money", "share",
    "times"},
    "tax": {"money", "share", "times"}, "fine": {"money", "share", "times"}, "damages": {"money", "share", "times"},
    "debt": {"money", "share", "times"}, "deficit": {"money", "share", "times"}, "aid": {"money", "share", "times"},
    "loss": {"money", "share", "times"}, "stake": {"money", "share", "times"}, "buyback": {"money", "share",
    "count"},
    "investment": {"money", "share", "times"}, "dividend": {"money", "share", "times"}, "pay_offer": {"money",
    "share"},
    "damages_total": {"money", "share"}, "level": {"length", "share", "rate", ""}, "gdp": {"money", "share"},
    "output": {"money", "share", "times", "count", "volume", "weight"}, "crime": {"share", "count", "times"},
    "emissions": {"share", "weight", "times", ""}, "efficacy": {"share"}, "risk": {"share", "times"},
    "capacity": {"count", "share", "volume", "weight", "times", ""}, "majority": {"count", "share"},
}  # fmt: skip
# What a unit measures where nothing is said.
BY_FAMILY = {
    "speed": "speed",
    "area": "area",
    "temperature": "temperature",
    "time": "duration",
    "weight": "weight",
    "magnitude": "magnitude",
}
LABELS["limit"] = "limit"
SUBJECTS[("limit",)] = "limit"
# "a city of 61,000": so many people.
PLACES = words("city town village nation country island county state community")
# The keys of the two sides of a vote, and the words that turn them round.
VOTED_FOR, VOTED_AGAINST = "voted_for", "voted_against"
REJECTING = words("rejected defeated against")
# "The strikers number 1,800": a verb; behind one of the others at the head of a sentence, always.
NUMBERING = words("number numbers numbered numbering")
NUMBERED = words("those")
# "Held: seven": headings under which people are counted.
HEADINGS = words(
    """
    held uninjured unhurt unharmed handcuffed absent questioned sanctioned expelled deported bailed remanded critical
    aboard acquitted hospitalised hospitalized abstained abstaining present
    """
)
# Labels of an official list ("dead, 9") that are no predicates elsewhere.
LISTED = {("fatalities",): "killed", ("deaths",): "killed", ("casualties",): "casualties", ("injuries",): "injured"}
# Right before a number without a noun they make people of it: "the march drew over ten thousand", "with sixty on board".
DRAWING = words("drew draws draw drawing attracted attracts attract housed houses feeds fed swept evicted hosted")
