"""Which English wordings count the same thing, and which words set a count apart from one that looks like it.

Wordings are parted by bars, in lower case; a longer one is looked for before a shorter one.
"""

import re


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# What happened to the people or things counted. Two counts are the same only where this is.
STATUS = {
    "killed": "killed|kill|kills|killing|dead|died|die|dies|dying|death|deaths|death toll|fatality|fatalities|fatal|"
    "perished|drowned|lost their lives|lost his life|lost her life|claimed the lives|lives lost|bodies|body|toll|slain|"
    "murdered|succumbed|deadliest",
    "injured": "injured|injure|injuring|injury|injuries|hurt|wounded|wound|wounds|wounding|bruised|maimed|treated for",
    "missing": "missing|unaccounted for|unaccounted|not been found|untraced|disappeared",
    "in_hospital": "in hospital|taken to hospital|to hospital|hospitalised|hospitalized|in intensive care|"
    "remain in hospital|admitted to hospital",
    "evacuated": "told to leave|ordered out|ordered to leave|asked to leave|evacuated|evacuate|left their homes|"
    "to leave their homes|forced from their homes|forced out|moved to safety",
    "displaced": "displaced|fled|flee|fleeing|uprooted",
    "registered": "registered at|registered|checked in|sought shelter|took shelter|sheltering",
    "rescued": "rescued|rescue|rescues|pulled alive|winched|saved|pulled from|airlifted",
    "detained": "arrested|arrest|arrests|detained|detain|in custody|into custody|under arrest|held by police",
    "charged": "charged|indicted|prosecuted",
    "convicted": "convicted|found guilty|pleaded guilty|admitted guilt",
    "sentenced": "sentenced|jailed|imprisoned",
    "employed": "employs|employ|employed|employees|workforce|work force|staff|workers|on the payroll|headcount",
    "laid_off": "laid off|lay off|layoffs|job cuts|jobs to go|made redundant|redundancies|out of a job|lose their jobs|"
    "lost their jobs",
    "aboard": "on board|aboard|were travelling|passengers and crew",
    "attended": "attended|attendance|marched|protested|rallied|gathered|crowd|demonstrated",
    "voted_for": "voted for|backed the strike|voted in favour|voted in favor",
    "voted_against": "voted against",
    "participants": "took part|taking part|participated|participants",
    "turned_away": "turned away|turned back|refused entry",
    "infected": "infected|tested positive|infections|fell ill|fallen ill|sickened",
    "enrolled": "enrolled|recruited|randomised|randomized|were assigned",
    "identified": "identified",
    "homeless": "homeless|without homes|lost their homes",
    "without_power": "without power|power was out|power cuts|no power|without electricity|lost power|blacked out",
    "population": "population|inhabitants|live in|lives in",
    "attackers": "gunmen|gunman|attackers|assailants|attacker|shooters",
    "seated": "can seat|seats|seating|capacity",
    "interviewed": "interviewed|questioned|spoken to|surveyed|polled",
}
# Of standing numbers (employed, aboard) a report names several; these ask for more than what they have in common.
STANDING = _words("employed aboard attended participants population seated enrolled interviewed attackers voted_for")
# Other wordings of one idea, in whatever is counted or measured.
IDEAS = {
    "flooded": "flooded|inundated|swamped|swamping|under water|underwater|submerged|water above floor level|went under|"
    "flooding",
    "home": "homes|houses|home|house|dwellings|properties|households",
    "revenue": "revenue|revenues|sales|turnover|takings",
    "profit": "net income|profit|profits|net profit|earned|earnings|surplus",
    "loss": "net loss|net losses|loss|losses|lost|losing|loses|lose",
    "debt": "debt|debts|borrowing|borrowings|liabilities",
    "price": "price|prices|cost|costs|priced",
    "aid": "aid|grant|grants|funding|subsidy|subsidies",
    "wealth": "worth|valued|valuation|market value",
    "deficit": "deficit|shortfall",
    "share_price": "shares|stock|share price|stock price",
    "margin": "margin|margins|lead|lead of|won by|lost by|re-elected by|elected by|win by|beat by|ahead by|majority",
    "turnout": "turnout",
    "speed": "travelling at|traveling at|speed",
    "peak": "peaked|peak|rose to|high-water mark|crest|crested",
    "rain": "rain|rainfall|downpour",
    "extent": "spread over|covered|engulfed|under water",
    "burned": "burned|burnt|scorched|charred|blackened",
    "destroyed": "destroyed|razed|flattened|gutted|levelled|leveled",
    "damaged": "damaged",
    "cancelled": "cancelled|canceled|scrapped",
    "delay": "delayed|delay|held up|hold-up|did not move|waited|wait|delays|late",
    "strike": "strike|walkout|stoppage|industrial action",
    "damage": "damage|bill|cost of the damage|repair bill|losses to",
    "budget": "budget|outlay|allocation|allocated|earmarked",
    "tax": "tax|levy|duty|cess",
    "wage": "pay|wage|wages|salary|salaries",
    "closed": "closed|shut|closure|closing|shutting|remained closed|close",
    "reporting": "reporting|polls in|counted",
    "agree": "deal|agreement|settlement|contract",
    "fine": "fine|fined|penalty",
    "farmland": "farmland|cropland|crops|fields",
}
# Words of a change. They tell a change from a level and are no content of their own.
RISES = _words(
    "rise rises rose risen rising climb climbs climbed increase increases increased up grew grown grow growing "
    "growth gain gained jump jumped surge surged widened widen higher soared advanced added raised raise jumps "
    "soar rises swelled"
)
FALLS = _words(
    "fall falls fell fallen falling drop drops dropped decline declined down decrease decreased lower lost slid "
    "slipped shrank cut cutting reduce reduced reduction tumbled sank narrowed lowered cuts reduces reducing "
    "plunged plunge slump slumped dip dipped shed sheds shedding axe axed slash slashed "
    "eliminate eliminates eliminated"
)
# Particles of other verbs as well ("held up"): they tell a change only right beside the number.
ONLY_BESIDE = _words("up down")
# Before "of" and a number these make it the size of a change: "a cut in leakage of 8 per cent".
CHANGE_IN = _words("in")
# Behind or around a number these make it an age: "a 24-year-old", "a woman of 79,".
AGE = r"^-year|^ years? old|^-month-old"
AGE_BEFORE = r"(?:, |\b(?:of|aged) )$"
# Of money and counts these tell what was lost or won, not how a level changed.
ONLY_OF_RATES = _words("lost gain gained lose added")
# Who of a larger number is counted, where the word stands right behind the number; a count of some is never of all.
GROUPS = {
    "child": "children|child|boys|girls|minors|teenagers|pupils|infants|babies|under-18s|toddlers",
    "woman": "women|woman|female",
    "man": "men|male",
    "police": "policemen|police officers|officers",
    "firefighter": "firefighters",
    "soldier": "soldiers|troops|servicemen",
    "volunteer": "volunteers|members|member|volunteer|employees of",
    "crew": "crew|staff members|crew members",
    "foreign": "foreigners|foreign|tourists",
    "student": "students|student",
    "band": "band|musicians",
}
# How badly; said of some of those counted, before or behind the number.
SEVERE = {
    "severe": "seriously|critically|serious|critical condition|in a critical|severely|gravely|life-threatening",
}
# What sets a number apart from what it is measured against or may not exceed.
ASPECTS = {
    "": "a year earlier|a year ago|a year before|a day earlier|a day before|a month earlier|a month ago|"
    "a year later|a day after",
    "lowest": "lowest|smallest|minimum|least expensive|cheapest",
    "highest": "highest|largest|maximum|most expensive|top",
    "limit": "limit|speed limit|cap|ceiling|maximum permitted|permitted|licensed|licence|license|"
    "authorised|authorized|allowed",
    "wind": "wind|winds|gust|gusts|gusting",
    "forecast": "forecast|expects|expected|expect|guidance|guiding|outlook|predicted|projected|projection|looking for|"
    "would be|estimates of|is likely to|anticipates",
    "analysts": "analysts|consensus|analyst",
    "average": "average|mean|median|typical|averaged",
    "record": "record|previous record|all-time|previous high",
    "target": "target|goal|aim|aims|pledge",
    "proposed": "proposed|proposal|offer|demanded",
    "annual": "a year|per year|annual|annually|every year|each year",
    "daily": "a day|per day|daily|every day",
    "monthly": "a month|per month|monthly",
    "each": "per share|a share|per head|per person|each|apiece|per diluted share|a poll|per capita",
}
# Aspects that a verb hands to every number behind it in the sentence.
REACHING = _words("forecast analysts target proposed")
# Behind a number or a word of number these make what follows the base of a share: "three of the 14", "all of its 310".
BASE_BEFORE = (
    r"(?:\d |\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|none|half|third|thirds|quarter|"
)
BASE_BEFORE += r"quarters|all|some|most|many|each|any|more|fewer|less|share|percent|cent|but) )of "
BASE_BEFORE += r"(?:the |its |their |our |his |her |all )?(?:[\w-]+[’']s? )?$|(?:^|[.:;] )of (?:the |its |our )?$"
# A sentence that begins so takes a total apart: "of the 45 injured, 20 are in hospital".
TAKES_APART = re.compile(r"^of (?:the |its |their |those |these |our )?\d[\d,.]* ")
# The number counts some of those that another number counts.
PART_BEFORE = ("of whom", "of which", "of those", "among them", "among whom", "including", "of them", "includes")
PART_BEHIND = ("of whom", "of them", "of which", "of those", "of these")
# A name's apposition: its commas part no clauses.
APPOSITION = (
    r", (?:an? |the |who |whose |which |aged |owned |run |based |built |known |called |located |led |founded |"
    r"operated |\d{1,3}(?=,))"
    r"(?:[^\d,;:()–—]|\d+-year-old|(?:of|aged) \d{1,3}(?=,)){0,70},"
)
# Behind a number these name what it is taken of.
TAKEN_OF = ("of",)
# A status behind these is that of the base and not of those counted: "62 of the dead had been identified".
BASE_OF = ("of the ", "of those ", "among the ", "of all ")
# Said with a number of others than those counted before.
OTHER = _words("other another further more additional else")
# Right before a number these make it a level that is reached or left, not the size of a change.
LEVEL_BEFORE = _words("to at stands")
# Right before a number with its own time these make it the level that was left: "from $209 million a year earlier".
LEVEL_LEFT = _words("from")
HELD_AGAINST = _words("from against")
# "65 per cent of the award, or €12.1 million": a share of what is named.
SHARE_TAKEN = re.compile(r"\b(?:per cent|percent|half|third|quarter|fifth|tenth|share|part|%) of ")
# A clause whose number stands right behind one of these says nothing by itself.
LEANS_ON = _words("to from or up down against with at by compared versus than about")
# "Won by 313 votes": the size of a lead.
GAP_BEFORE = _words("by")
GAP_UNITS = _words("vote seat point goal run")
# Where one clause ends and another begins, besides punctuation.
CLAUSE_WORDS = _words("and but while which who whom after before when because although though where whereas or")
# A clause that begins with one of these is about what stands before it.
RELATIVE = _words("which who whom")
# Counts that only grow while an event is reported; a later, lower one is no update.
GROWING = _words(
    "killed injured rescued evacuated displaced registered detained charged convicted infected flooded identified "
    "burned destroyed damaged"
)
# States that move either way while an event is reported.
MOVING = _words("missing in_hospital reporting closed share_price homeless without_power")
MOVING_UNITS = _words("vote ballot poll seat precinct")
GROWING_UNITS = _words("rescue call arrest claim complaint death")
# Said of a change that sets right what was wrong.
CORRECTS = _words(
    "corrects corrected correction correcting corrections misstated incorrectly erroneously error amends "
    "amended wrongly"
)
# A note of these tells of all who came to harm.
CASUALTIES = _words("toll tolls casualty casualties victims")
HARM = _words("killed injured missing in_hospital")
# Words of a note that speak of every claim of a kind.
NOTE_WORDS = {
    "figure": _words("figure figures number numbers count counts total totals estimate estimates results"),
    "quote": _words("quote quotes quotation quoted wording remark remarks"),
    "speaker": _words("quote quotes quotation quoted attribution attributed credited"),
    "attribution": _words("attribution attributed source sourcing credited statement"),
}
