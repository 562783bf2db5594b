"""Which English wordings count the same thing, and which words set a count apart from one that looks like it."""

# What happened to the people counted. Two counts of people are the same only where this is. Words or phrases, as written
# or bent; a phrase is looked for before its words.
STATUS = {
    "killed": "killed|kill|kills|killing|dead|died|die|dies|dying|death|deaths|death toll|fatality|fatalities|fatal|perished|"
    "drowned|lost their lives|lost his life|lost her life|claimed the lives|lives lost|bodies|body|toll|slain|"
    "murdered|succumbed",
    "injured": "injured|injure|injury|injuries|hurt|wounded|wound|wounds|bruised|burned|maimed|treated for",
    "missing": "missing|unaccounted for|unaccounted|not been found|untraced|disappeared",
    "hospital": "in hospital|taken to hospital|to hospital|hospitalised|hospitalized|hospital|in intensive care",
    "evacuated": "told to leave|ordered out|ordered to leave|asked to leave|evacuated|evacuate|evacuation|left their homes|"
    "to leave their homes|fled|flee|displaced|forced from their homes|forced out",
    "registered": "registered at|registered|checked in|sought shelter|took shelter|sheltering",
    "rescued": "rescued|rescue|rescues|pulled alive|winched|saved|pulled from",
    "detained": "arrested|arrest|arrests|detained|detain|in custody|taken into custody|under arrest|held by police",
    "charged": "charged|indicted|prosecuted|accused",
    "convicted": "convicted|found guilty|pleaded guilty|admitted guilt|sentenced|jailed",
    "employed": "employs|employ|employed|employees|workforce|work force|staff|workers|on the payroll|headcount",
    "laid_off": "laid off|lay off|layoffs|job cuts|jobs to go|made redundant|redundancies|out of a job|lose their jobs|lost their jobs",
    "aboard": "on board|aboard|were travelling|passengers and crew",
    "attended": "attended|attendance|turned out|took part|marched|protested|rallied|gathered|crowd",
    "voted": "voted|voted for|cast a ballot|cast ballots|backed the strike",
    "turned_away": "turned away|turned back|refused entry",
    "infected": "infected|tested positive|infections|cases|fell ill|fallen ill|sickened",
    "enrolled": "enrolled|recruited|took part in the trial|participants|randomised|randomized|were assigned",
    "identified": "identified",
    "homeless": "homeless|without homes|lost their homes",
    "inhabitants": "population|inhabitants|live in|lives in",
    "attackers": "gunmen|gunman|attackers|assailants|attacker|shooters",
    "seated": "can seat|seats|seating|capacity",
}
# Other wordings of one idea, in whatever is counted or measured.
IDEAS = {
    "flooded": "flooded|inundated|swamped|swamping|under water|underwater|submerged|water above floor level|went under|flooding|flood",
    "home": "homes|houses|home|house|dwellings|properties|households",
    "revenue": "revenue|revenues|sales|turnover|takings",
    "profit": "net income|profit|profits|net profit|earned|earnings|surplus",
    "loss": "loss|losses|deficit",
    "share_price": "shares|stock|share price|stock price",
    "margin": "margin|margins",
    "lead": "lead|margin of|won by|lost by|re-elected by|elected by|win by|beat by|ahead by|majority of",
    "turnout": "turnout",
    "speed": "mph|km/h|travelling at|speed",
    "peak": "peaked|peak|rose to|high-water mark|crest|crested",
    "rain": "rain|rainfall|downpour",
    "area": "spread over|covered|engulfed|hectares|acres|square",
    "delay": "delayed|delay|held up|hold-up|did not move|waited|wait|delays",
    "strike": "strike|walkout|stoppage|industrial action",
    "damage": "damage|bill|cost of the damage|repair bill|losses to",
    "budget": "budget|outlay|allocation|allocated|earmarked",
    "tax": "tax|levy|duty|cess",
    "wage": "pay|wage|wages|salary|salaries",
    "closed": "closed|shut|closure|closing|shutting|remained closed",
    "reporting": "reporting|reported|polls in|counted|precincts",
    "agree": "deal|agreement|settlement|contract",
    "fine": "fine|fined|penalty|damages",
    "share_of": "share of|proportion of",
    "growth": "rise|rose|risen|climb|climbed|increase|increased|up|grew|grown|growth|gained|gain|jumped|surged|widened|higher|soared|"
    "advanced|added",
    "decline": "fall|fell|fallen|drop|dropped|decline|declined|down|decrease|decreased|lower|lost|slid|slipped|shrank|cut|cutting|reduce|"
    "reduced|reduction|tumbled|sank",
}
# Who of a larger number is counted; a count of some is never that of all.
GROUPS = {
    "child": "children|child|boys|girls|minors|teenagers|pupils|infants|babies|under-18s|toddlers",
    "woman": "women|woman|female",
    "man": "men|male",
    "police": "officers|policemen|police officers",
    "firefighter": "firefighters",
    "soldier": "soldiers|troops|servicemen",
    "volunteer": "volunteers|members|member|volunteer",
    "crew": "crew|staff members|crew members",
    "foreign": "foreigners|foreign|tourists",
    "serious": "seriously|critically|serious|critical condition|in a critical|severely|gravely|life-threatening",
    "student": "students|student",
    "further": "a further|other suspects|the other",
    "band": "band|musicians",
}
# What sets a level apart from what it is measured against or may not exceed.
ASPECTS = {
    "limit": "limit|speed limit|cap|ceiling|maximum permitted|permitted",
    "forecast": "forecast|expects|expected|expect|guidance|guiding|outlook|predicted|projected|projection|will be|looking for|would be|estimates of",
    "analysts": "analysts|consensus|analyst",
    "average": "average|mean|median|typical|averaged",
    "record": "record|previous record|all-time",
    "target": "target|goal|aim|aims|pledge",
    "proposed": "proposed|proposal|plan|planned|offer|demanded|sought",
    "annual": "a year|per year|annual|annually|every year|each year",
    "daily": "a day|per day|daily|every day",
    "monthly": "a month|per month|monthly",
    "each": "per share|a share|per head|per person|each|apiece|per diluted share|a poll|per capita",
    "voting": "votes|vote|ballots|ballot",
}
# A share of people or things that the number is taken from: "eight of the 14 analysts", "fell to 4 of 37".
PART_OF = (
    "of whom",
    "of them",
    "of which",
    "of those",
    "among them",
    "among whom",
    "including",
    "out of",
    "of the",
    "them",
)
RISES = frozenset(IDEAS["growth"].split("|"))
FALLS = frozenset(IDEAS["decline"].split("|"))
# Right before a number these make it a level that is reached or left, not the size of a change.
LEVEL_BEFORE = frozenset(["to", "at", "from", "stands"])
# Where one clause ends and another begins, besides punctuation.
CLAUSE_WORDS = frozenset(
    [
        "and",
        "but",
        "while",
        "which",
        "who",
        "whom",
        "after",
        "before",
        "when",
        "because",
        "although",
        "though",
        "where",
        "whereas",
        "or",
    ]
)
# Counts that only grow while an event is reported; a later, lower one is no update.
GROWING = frozenset(
    [
        "killed",
        "injured",
        "rescued",
        "evacuated",
        "registered",
        "detained",
        "charged",
        "convicted",
        "infected",
        "flooded",
        "attended",
        "identified",
    ]
)
# States that move either way while an event is reported.
MOVING = frozenset(["missing", "hospital", "reporting", "closed", "share_price", "lead", "homeless"])
MOVING_UNITS = frozenset(["vote", "ballot", "poll", "seat", "precinct"])
GROWING_UNITS = frozenset(["home", "house", "building", "rescue", "call", "arrest", "case", "claim", "complaint"])
# Said of a change that sets right what was wrong.
CORRECTS = frozenset(
    [
        "corrects",
        "corrected",
        "correction",
        "correcting",
        "corrections",
        "misstated",
        "incorrectly",
        "erroneously",
        "error",
        "amends",
        "amended",
        "clarification",
        "clarifies",
    ]
)
# Words of a note that speak of every claim of a kind.
NOTE_WORDS = {
    "figure": frozenset(
        [
            "figure",
            "figures",
            "number",
            "numbers",
            "count",
            "counts",
            "toll",
            "tolls",
            "total",
            "totals",
            "estimate",
            "estimates",
            "casualty",
            "casualties",
            "results",
        ]
    ),
    "quote": frozenset(
        ["quote", "quotes", "quotation", "quoted", "wording", "comment", "comments", "remark", "remarks"]
    ),
    "attribution": frozenset(["attribution", "attributed", "source", "sourcing", "credited", "statement", "comments"]),
}
