"""Which English wordings count the same thing, and which words set a count apart from one that looks like it.

Wordings are parted by bars, in lower case; a longer one is looked for before a shorter one.
"""

import re


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# What happened to the people or things counted. Two counts are the same only where this is.
STATUS = {
    # these hold such a word and say nothing of those counted
    "": "rescue worker|rescue workers|rescue team|rescue teams|rescue crews|rescue service|rescue services|"
    "rescue operation|rescue effort|rescue boat|rescue boats|rescue helicopter|death penalty|death row|death sentence|"
    "cannot be saved|could not be saved|can not be saved|can't be saved|couldn't be saved|cannot be rescued|will not be saved|not worth saving|"
    "injury time|missing persons unit|body armour|body armor|dead heat|"
    "arrest warrant|arrest warrants|public body|governing body|fatal accident inquiry|"
    "not returned to work|not returned to school|not returned to class|not returned to their homes|returned to their homes|"
    "not returned home|not return home|not return to work|not return to school|not returned calls|not return calls|"
    "not return phone calls|not return a call|not returned a call|not return messages|not returned messages|"
    "not return a message|not return requests|failed to return calls|cannot be saved|can not be saved|can't be saved|"
    "could not be saved|couldn't be saved|body found that|student body|body of water|body of evidence",
    "killed": "killed|kill|kills|killing|dead|died|die|dies|dying|death|deaths|death toll|fatality|fatalities|fatal|"
    "perished|drowned|lost their lives|lost his life|lost her life|claimed the lives|claimed the life|lose their lives|losing their lives|taken the lives|took the lives|loss of life|lost the fight for life|passed away|lives lost|bodies|body|toll|slain|"
    "murdered|succumbed|deadliest"
    "|did not survive|pronounced dead|found dead|confirmed dead|cost the lives|costing the lives|cost the life|human lives|gave their lives",
    "injured": "injured|injure|injuring|injury|injuries|hurt|wounded|wound|wounds|wounding|bruised|maimed|treated for"
    "|needed treatment|needing treatment|in need of treatment|needed medical treatment|needed medical attention|required treatment|requiring treatment|hospital treatment|suffered burns|suffered cuts|suffered fractures|suffered injuries|concussed|scalded",
    "missing": "missing|unaccounted for|unaccounted|not been found|untraced|disappeared"
    "|searching for|still looking for|rescuers looking for|dogs looking for|were looking for survivors|yet to be found|not yet been found|yet to be traced|not accounted for|not been accounted for|swept away|still under there|still being sought|still being searched for|nowhere to be found|feared to be under"
    "|not come home|not come back|never came home|never came back|not returned|never returned|failed to return|"
    "failed to come home|failed to come back|not return|not been seen|not been seen since|not seen since|last seen|"
    "not been heard from|not been heard of|nothing has been heard|no sign of|no trace of|not made it home|"
    "not made it back|vanished|lost at sea",
    "in_hospital": "in hospital|in the hospital|in hospitals|taken to hospital|to hospital|hospitalised|hospitalized|"
    "remain in hospital|admitted to hospital"
    "|hospitalisations|hospitalizations|needed hospital care|needing hospital care|kept in hospital|on the wards|in local hospitals|in the city's hospitals",
    "intensive_care": "in intensive care|intensive care|in critical care|intensive care unit"
    "|in icu|in the icu|critically ill|high-dependency unit",
    "ventilated": "on ventilators|on a ventilator|ventilated|on life support",
    "treated": "being treated|been treated|received treatment|receiving treatment",
    "trapped": "trapped|stranded|entombed|stuck underground|stuck inside|below ground|buried alive|under the rubble|"
    "under rubble|cut off|still inside|marooned"
    "|buried under|buried beneath|beneath the rubble|beneath the debris|under the debris|in the wreckage|inside the wreckage|pinned under|unable to get out|could not get out|stuck in",
    "evacuated": "told to leave|ordered out|ordered to leave|asked to leave|evacuated|evacuate|left their homes|"
    "to leave their homes|forced from their homes|forced out|moved to safety"
    "|evacuees|evacuation|evacuations|evacuating|led to safety|taken to safety|had to leave their homes|had to leave|cleared from|moved out of their homes|removed from their homes|turned out of their homes",
    "displaced": "displaced|fled|flee|fleeing|uprooted|refugees|driven from their homes|drove from their homes",
    "registered": "registered at|registered|checked in|sought shelter|took shelter|sheltering",
    "rescued": "rescued|rescue|rescues|pulled alive|winched|saved|pulled from|airlifted|brought out alive|brought to safety|plucked from|pulled out alive|dug out alive"
    "|brought out|lifted to safety|hauled out|found alive|survivors|survived|pulled to safety|dug out|brought up|brought to the surface|led out|carried out alive",
    "detained": "arrested|arrest|arrests|detained|detain|in custody|into custody|under arrest|held by police"
    "|apprehended|rounded up|held for questioning|taken in for questioning|arresting|detaining|detentions|in detention|taken away by police",
    "charged": "charged|indicted|prosecuted|faces charges|facing charges|face charges|indictments|arraigned",
    "convicted": "convicted|found guilty|pleaded guilty|admitted guilt|conviction|convictions|convicting",
    "sentenced": "sentenced|jailed|imprisoned"
    "|sent to prison|prison sentence|prison sentences|jail term|prison term|sent to jail",
    "employed": "employs|employ|employed|employees|workforce|work force|staff|workers|on the payroll|headcount|"
    "on its books|on the books|jobs at"
    "|employing|people work|people worked|personnel|on its payroll",
    "laid_off": "laid off|shed staff|dismissed|sacked|let go|losing their jobs|lose jobs|jobs lost|lay off|layoffs|job cuts|jobs to go|made redundant|redundancies|out of a job|lose their jobs|"
    "lost their jobs"
    "|job losses|layoff|lay-offs|lay-off|dismissals|be dismissed|redundant|jobs will go|posts will go|cutting jobs|cut jobs"
    "|face the sack|facing the sack|face the boot|given the boot|got the boot|given the sack|got the sack|face the dole|facing the dole|on the dole|"
    "face redundancy|facing redundancy|faces redundancy|at risk of redundancy|given notice|given their notice|"
    "handed their notice|pink slips|their marching orders|shown the door|put out of work|thrown out of work|"
    "throw out of work|out of their jobs|axed from their jobs|paid off|stood off|furloughed",
    "aboard": "on board|aboard|were travelling|was carrying|carrying|passengers and crew",
    "attended": "attended|attendance|marched|protested|rallied|gathered|crowd|demonstrated"
    "|crowd of|crowds|turned out for|had turned out|have turned out|turned up|took to the streets|took part|taking part|taken part|participated|audience of|an audience",
    "voted_for": "voted for|backed the strike|voted in favour|voted in favor|votes in favour|votes in favor|votes for|"
    "in favour|in favor"
    "|ayes|yeas|voted yes|voted aye|yes votes|votes cast for",
    "voted_against": "voted against|votes against|voted no|opposed the motion|noes|nays|voted nay|no votes",
    "participants": "participants|participating|competed",
    "signed": "signed the petition|signed a petition|signed the letter|have signed|had signed|signed by|signatures|signatories|put their names to",
    "spoilt": "spoilt|spoiled|spoilt papers|spoiled ballots",
    "turned_away": "turned away|turned back|refused entry",
    "infected": "caught the disease|caught the infection|caught the virus|have caught|had caught|contracted|taken ill|infections|"
    "fell ill|fallen ill|fall ill|falling ill|made ill|are ill|were ill|is ill|people ill|sickened|infected|got sick|"
    "are sick|were sick|fell sick|people sick|known cases|confirmed cases|proven cases"
    "|tested positive|came down with|come down with|coming down with|diagnosed with|been diagnosed|were diagnosed|fallen sick|showed symptoms|showing symptoms|reported symptoms|suffered symptoms|suspected cases|probable cases|were poisoned|been poisoned|felt ill|unwell"
    "|human infection|human infections|human case|human cases|infection has been|infections have been|test positive|"
    "tests positive|testing positive|have the virus|has the virus|had the virus|have the disease|has the disease|"
    "had the disease|carrying the virus|carry the virus|caught bird flu|caught measles|caught cholera|gone down with|"
    "went down with|picked up the virus|picked up the infection",
    "enrolled": "enrolled|recruited|randomised|randomized|were assigned",
    "identified": "identified",
    "homeless": "without a home|without a roof|without homes|lost their homes",
    "without_power": "left in the dark|are in the dark|were in the dark|was in the dark|is in the dark|"
    "still in the dark|remain in the dark|remained in the dark|sat in the dark|homes in the dark|plunged into darkness|"
    "into darkness|had no electricity|no electricity|off the grid|power was out|power cuts|no power|without electricity|lost power|blacked out"
    "|blackout|blackouts|power cut|outage|outages|without light|cut off from the grid",
    "population": "population|inhabitants|live in|lives in",
    "attackers": "gunmen|gunman|attackers|assailants|attacker|shooters",
    "seated": "can seat|seats|seating|capacity|has room for|have room for|can hold|can take|can carry|can accommodate|"
    "built for|designed for|built to hold|designed to hold|built to carry|designed to carry|built to take|space for",
    "interviewed": "interviewed|questioned|spoken to|surveyed|polled|respondents",
    "on_strike": "on strike|not reported for duty|not report for duty|walked off the job|walked out|walking out|"
    "on the picket line|on the picket lines|"
    "on picket lines|downed tools|joined the strike|joined the walkout|striking"
    "|stopped work|withdrew their labour|taking industrial action|took industrial action|refused to work"
    "|stayed away|stay away|staying away|stayed off work|stayed off the job|not report for work|not reported for work|"
    "failed to report for work|failed to report for duty|failed to turn up for work|not turn up for work|"
    "not turned up for work|not show up for work|not shown up for work|not come to work|not gone to work|"
    "refused to report|strikers|out on strike|took strike action|taking strike action|taken strike action|"
    "observed the strike|observing the strike|heeded the strike call|honoured the strike|honored the strike|"
    "went on strike|go on strike|gone on strike|held a walkout|staged a walkout|laid down their tools",
    "covered": "covered by the agreement|covered by the deal|covered by the contract|covered by the offer|"
    "covered by the settlement|covered by the scheme|covered by the plan|covered by the policy|covered by the insurance|"
    "covered by insurance|entitled to|eligible for|eligible to|qualify for|qualifies for|stand to gain|stands to gain|"
    "stand to benefit|stands to benefit|will benefit|would benefit|benefit from|benefits from|beneficiaries",
}
# Of standing numbers (employed, aboard) a report names several; these ask for more than what they have in common.
STANDING = _words("employed aboard attended participants population seated enrolled interviewed attackers voted_for")
# Numbers that do not grow while an event is reported.
FIXED = STANDING | _words("voted_against laid_off members on_strike")
# What those counted do in the background of what else happens to them: "27 striking drivers were arrested".
BACKGROUND = _words("on_strike")
# Nouns of a status by which people are only called where a verb says what befell them.
CALLINGS_OF_STATUS = _words("staff workers employees personnel")
# Counts of these are of one calling: teachers on strike are no porters on strike. Anybody may be called the rest.
BY_CALLING = _words("on_strike")
OF_ANY_CALLING = _words(
    "member members worker workers employee employees staff people person strikers colleagues union union's of"
)
# Other wordings of one idea, in whatever is counted or measured.
IDEAS = {
    "flooded": "flooded|inundated|swamped|swamping|under water|underwater|submerged|water above floor level|went under|"
    "flooding",
    "home": "homes|houses|home|house|dwellings|properties|households",
    "revenue": "revenue|revenues|sales|turnover|takings|turned over|receipts|top line",
    "profit": "net income|profit|profits|net profit|earned|earnings|surplus|net earnings|bottom line",
    "loss": "net loss|net losses|loss|losses|lost|losing|loses|lose",
    "debt": "debt|debts|borrowing|borrowings|liabilities|owes|owed|owing|indebtedness|arrears",
    "price": "price|prices|cost|costs|priced|sells for|sell for|sold for|retails at|retail price|costing|fare|fares",
    "aid": "aid|grant|grants|funding|subsidy|subsidies",
    "wealth": "worth|valued|valuation|market value",
    "deficit": "deficit|shortfall|black hole|in the red|overspend",
    "saving": "savings|saving|save|saves|saved|synergies|synergy|cost cuts|economies of scale|efficiencies|"
    "efficiency savings|efficiency gains",
    "market_share": "market share|market shares|share of the market|slice of the market|of the market",
    "share_price": "shares|stock|share price|stock price",
    "ballot": "ballot|ballots|ballot paper|ballot papers|voting paper|voting papers|voting slips",
    "margin": "margin|votes ahead|margins|lead|lead of|won by|lost by|re-elected by|elected by|win by|beat by|ahead by|majority",
    "turnout": "turnout",
    "speed": "travelling at|traveling at|speed",
    "peak": "peaked|peak|rose to|high-water mark|crest|crested",
    "rain": "rain|rainfall|downpour",
    "extent": "spread over|covered|engulfed|under water",
    "burned": "burned|burnt|scorched|charred|blackened|torched|in flames|up in flames|ablaze|alight|set fire to|burning",
    "destroyed": "destroyed|razed|flattened|gutted|levelled|leveled|wiped out|swept away|washed away|carried away|"
    "reduced to rubble|reduced to ruins|reduced to ashes|turned to rubble|beyond repair|beyond saving|cannot be saved|"
    "can not be saved|can't be saved|could not be saved|cannot be repaired|cannot be rebuilt|burned to the ground|"
    "burnt to the ground|burned down|burnt down|obliterated|demolished|in ruins|pulverised|pulverized|wrecked|"
    "written off|no longer standing|torn down|knocked down|brought down|swallowed up|past repair|"
    "past saving|past mending|couldn't be saved|write-offs|a write-off|total loss|total losses",
    "reward": "reward|rewards|bounty",
    "debate": "debate|debates|debating|speeches|deliberation|deliberations|deliberating",
    "talks": "talks|negotiations|negotiating|negotiation",
    "damaged": "damaged",
    "cancelled": "cancelled|canceled|scrapped",
    "contained": "contained|containment",
    "resigned": "resigned|resign|resigns|stepped down|quit|have left|has left|have also left",
    "delay": "delayed|delay|held up|hold-up|did not move|waited|wait|delays|late"
    "|hold-ups|behind schedule|overdue|postponed|put back",
    "strike": "strike|walkout|stoppage|industrial action|were out for|was out for|been out for|stayed out for"
    "|walk-out|stoppages|strikes|walkouts",
    "strike_pay": "strike pay|strike payment|strike payments|strike benefit|strike benefits",
    "damage": "damage|bill|cost of the damage|repair bill|losses to|repairs|repair costs|cost of repairs",
    "budget": "budget|outlay|allocation|allocated|earmarked|spending plan|set aside|sets aside|put aside|setting aside",
    "tax": "tax|levy|duty|cess",
    "wage": "pay|wage|wages|salary|salaries|remuneration|paycheck|pay packet|take-home",
    "closed": "closed|shut|closure|closing|shutting|remained closed|close|shuttered|stay shut|stay closed|stays shut"
    "|for the chop|for the axe|face the axe|facing the axe|face closure|facing closure|faces closure|boarded up|"
    "cease trading|ceased trading|stop trading|closures|shutdown|shut down|shutting down|mothballed|wound up",
    "reporting": "reporting|polls in|counted",
    "agree": "deal|agreement|settlement|contract",
    "fine": "fine|fined|penalty|fines|fining|penalties",
    "diverted": "diverted|divert|diverting|rerouted|re-routed|diversion|diversions",
    "height": "altitude|climbed to|height|elevation|above sea level",
    "depth": "depth|deep|below the surface",
    "width": "width|wide",
    "length": "length|long",
    "spend": "used|used up|uses|spent|spend|spends|spending|invested|poured|ploughed|has put|had put|have put|sunk"
    "|paid out|disbursed|drawn down|expenditure|laid out|pays out",
    "members": "represents|representing|membership",
    "quake": "earthquake|quake|tremor|temblor|seismic event|earth tremor|seismic shock|quakes|shock",
    "sample": "samples|swabs|specimens",
    "farmland": "farmland|cropland|crops|fields",
    "award": "award|awarded|awards|damages|compensation|compensated|payout|pay-out|payouts",
    "inspect": "inspection|inspections|inspected|inspectors had been|inspectors came|checks|audit|audits|audited",
    "complaint": "complaint|complaints|complained|grievances|grievance",
    "warning": "warning|warnings|warned|alert|alerts",
    "orders": "orders|order book|on order|bookings|backlog|have ordered|has ordered|launches on the books",
    "short": "short of|shortage|lacks|lacking|short by|shortages",
    "completed": "completed|completions|completion|finished|handed over",
    "approve": "backs|backed|backing|support|supports|supported|approve of|approves of|favour|favours|favor|favors",
    "rent": "rent|rents|rental|rentals",
    "temperature": "temperature|temperatures|mercury|thermometer",
    "snow": "snow|snowfall",
    "weight": "weighed|weighs|weight|weighing",
    "vacant": "vacancies|vacant|unfilled",
    "ticket": "ticket|tickets|admission|entry fee",
    "visitor": "visitors|visits|visitor|visited",
    "school": "school|schools|classrooms",
    "": "stopped looking for work|given up looking for work|gave up looking for work|no longer looking for work|"
    "not looking for work|stopped looking for a job|given up looking for a job|stopped seeking work|not seeking work|"
    "per cent of gdp|percent of gdp|% of gdp|per cent of gross domestic product|percent of gross domestic product|% of gross domestic product|"
    "share of gdp|share of gross domestic product",
    "growth": "growth|grew by|grow by|expanded by|expansion",
    "gdp": "gross domestic product|gdp|economic output|economic growth|growth forecast|forecast for growth|growth outlook|national output|the economy",
    "jobless": "unemployment|jobless|joblessness|out of work|unemployed|looking for work|looking for a job|looking for jobs|seeking work|"
    "seeking a job|without work|without a job|in search of work|jobseekers|job seekers|claiming unemployment benefit",
    "inflation": "inflation|cost of living|consumer prices",
    "rate": "interest rate|base rate|policy rate|key rate|main rate|benchmark rate",
    "stake": "stake|shareholding|holding of|interest in",
    "takeover": "takeover|acquisition|acquire|buyout|buy-out|takeover price",
    "exchange_rate": "to the euro|to the dollar|to the pound|to the yen|to the franc|per euro|per dollar|per pound|against the euro|"
    "against the dollar|against the pound|against the yen|against the franc|against sterling|exchange rate|exchange rates",
    "dividend": "dividend|dividends|payout per share",
    "flight": "flights|departures",
    "effective": "effective|efficacy|protection|protected against",
    "dose": "dose|doses|jabs|shots|vaccinations",
    "blaze": "fire|blaze|inferno",
    "crash": "crash|collision|smash|pile-up",
}
# A status and an event that are one in whatever is measured of it: how long they walked out, a strike of so many days.
STATUS_AS_IDEA = {"on_strike": "strike"}
# Words of a change. They tell a change from a level and are no content of their own.
RISES = _words(
    "rise rises rose risen rising climb climbs climbed increase increases increased up grew grown grow growing "
    "growth gain gained jump jumped surge surged widened widen higher soared advanced added raised raise jumps "
    "soar rises swelled lift lifts lifted lifting warmed strengthened strengthen strengthens expanded expand "
    "expands expanding rallied rebounded leapt leaped leaps leaping soaring soars skyrocketed skyrocketing rocketed "
    "rocketing ballooned ballooning mushroomed snowballed spiked spiking escalated escalating hiked hikes hiking upped "
    "surging surges jumping gains gaining climbing raises raising widening swelling quickened deepened steepened "
    "thickened lengthened bounced dearer costlier pricier"
)
FALLS = _words(
    "fall falls fell fallen falling drop drops dropped decline declined down decrease decreased lower lost slid "
    "slipped shrank cut cutting reduce reduced reduction tumbled sank narrowed lowered cuts reduces reducing "
    "plunged plunge slump slumped dip dipped shed sheds shedding axe axed slash slashed "
    "eliminate eliminates eliminated weakened weaken weakens weakening eased easing contracted shrink "
    "shrinks shrinking dwindled dwindling plummeted plummet plummets plummeting nosedived nosediving tanked tumbling "
    "tumbles declining declines decreasing decreases dropping slipping slips slumping dipping lowering lowers shrunk "
    "trimmed trims trimming pared receded ebbed waned abated slackened softened thinned shortened cheaper"
)
# Right behind a share these tell a change, before a number they are a bound: "15 per cent fewer", "fewer than 20".
RISES_BEHIND = _words(
    "more stronger warmer longer faster bigger larger greater heavier taller steeper deeper wider richer hotter busier"
)
FALLS_BEHIND = _words(
    "fewer less weaker cooler shorter slower smaller lighter poorer shallower narrower thinner milder colder quieter"
)
# Particles of other verbs as well ("held up"): they tell a change only right beside the number.
ONLY_BESIDE = _words("up down")
# Behind these they are the verb's own: a share that "makes up" sales, drones that were "shot down".
PARTICLE_OF = {
    "up": _words(
        "make makes made making take takes took taken taking set sets setting put puts putting give gives gave given "
        "giving pick picks picked picking round rounded rounding turn turns turned turning sign signs signed signing "
        "hold holds held holding back backs backed use used end ended ending buy bought snap snapped rack racked "
        "racking call called calling blow blew blown blowing line lined draw drew drawn open opened opening show "
        "showed own owned tie tied mop mopped dig dug block blocked seal sealed stand stood pay paid follow followed "
        "cover covered chalk chalked notch notched clock clocked eat ate eaten swallow swallowed clean cleaned "
        "free freed freeing serve served wash washed"
    ),
    "down": _words(
        "shot shoot shoots shooting shut shuts shutting turn turned turning turns put puts putting set sets hand "
        "handed struck strike close closed closes closing lay laid knock knocked tear tore torn pull pulled burn "
        "burned burnt gun gunned mow mowed mown track tracked hunt hunted chase chased pin pinned bogged stand stood "
        "step stepped sit sat break broke broken vote voted note noted write wrote written"
    ),
}
# Sums of money behind these are collected, whatever they were before.
COLLECTED = _words("raised raise raises raising")
# Before a number these do not part it from the word of a change: "risen by an average of 8 per cent", "by up to 8".
OF_A_CHANGE = (
    ("an", "average", "of"),
    ("a", "mean", "of"),
    ("a", "median", "of"),
    ("a", "total", "of"),
    ("an", "average"),
    ("on", "average"),
    ("on", "average", "by"),
    ("up", "to"),
    ("as", "much", "as"),
)
# Before a number: the change itself is told, and the number is its size: "the average rise in rents was".
CHANGE_IS = re.compile(
    r"\b(?:(rise|increase|jump|surge|leap|hike|uplift)|(?:fall|drop|decline|decrease|reduction|slump|dip))"
    r"(?: (?:in|to|of) [^.,;:\d]{1,50}?)? (?:was|is|were|will be|would be|came to|comes to|amounts to|amounted to|"
    r"averages|averaged|works out at|worked out at) (?:about |some |around |just |only |nearly |almost |over )?$"
)
# Shares of these are changes by their own name: "growth of 1.8 per cent", "the economy grew by 1.8 per cent".
CHANGES_BY_NAME = _words("gdp inflation")
# Before "of" and a number these make it the size of a change: "a cut in leakage of 8 per cent".
CHANGE_IN = _words("in")
# Behind or around a number these make it an age: "a 24-year-old", "a woman of 79,".
AGE = r"^-year|^ years? old|^-month-old"
AGE_BEFORE = r"(?:, |\b(?:of|aged) )$"
# Of money and counts these tell what was lost or won, not how a level changed.
ONLY_OF_RATES = _words("lost gain gained lose added")
# A description with one of these names an office, by which its holder may be called and in which he speaks for a body.
OFFICE = (
    r"\b(?:chief|executive|director|spokes(?:man|woman|person)|minister|governor|mayor|president|chair(?:man|woman)?|"
    r"head|secretary|commissioner|superintendent|manager|founder|leader|officer|administrator|boss|owner|chancellor|"
    r"prosecutor|captain|coach|principal|rector|dean|general|commander|controller|treasurer|ceo)\b"
)
# Of what kind a body is, by a word of its name or of what it is called; two bodies of two kinds are not one.
BODY_KINDS = {
    "police": _words("police constabulary force sheriff detectives troopers gendarmerie carabinieri"),
    "state": _words("ministry department government administration treasury secretary minister"),
    "council": _words("council city town county municipality mayor"),
    "company": _words(
        "company firm operator manufacturer airline employer owner plc ltd inc corp gmbh maker developer"
    ),
    "union": _words("union association federation brotherhood guild"),
    "club": _words("club team"),
    "health": _words("hospital hospitals health clinic doctors surgeons medics ambulance paramedics"),
    "court": _words("court judge tribunal magistrate"),
    "prosecution": _words("prosecutor prosecutors prosecution"),
    "learning": _words("university college school researchers scientists"),
    "army": _words("army military navy coastguard soldiers"),
    "fire": _words("fire firefighters"),
    "public": _words("fans supporters residents witnesses neighbours neighbors passengers survivors villagers"),
    "parliament": _words("opposition parliament party senators lawmakers"),
}
# "Its president": an office in the body named before.
ITS = frozenset(["its", "their"])
# Forms of address right before a name.
ADDRESSED = r"(?:Dr|Mr|Mrs|Ms|Miss|Prof|Professor|Sir|Dame|Lord|Lady|Rev)\.? "
ADDRESS = r"\b(?:Dr|Mr|Mrs|Ms|Miss|Prof|Professor|Sir|Dame|Lord|Lady|Rev)\.?\s*$"
# A claimant who is named as nothing but a body's mouth.
SPEAKING_FOR = (
    r"(?:an? |the )?(?:\w+ )?(?:spokes(?:man|woman|person|people)|lawyers?|solicitors?|barristers?|attorneys?|counsel|"
    r"representatives?|press officer|officials?|executives?|directors?) (?:for|of|at|from) (?P<body>.+)"
)
# In the description of an office these name the body that it is held in.
HELD_IN = r"[’']s?\s|\b(?:of|at|for|with)\s"
# Offices that one person holds at a time, in a story.
OFFICES_OF_ONE = _words(
    "minister governor mayor president chairman chairwoman chair executive commissioner superintendent secretary "
    "administrator chancellor coach principal rector captain chief"
)
# Who holds an office with one of these before it does not hold the office itself.
RANKS = _words("deputy vice former ex acting shadow assistant associate junior opposition")
# Anybody may be called these, whatever else he is.
ANYBODY = _words(
    "man woman person resident witness worker employee official source member user neighbour neighbor survivor "
    "relative parent mother father friend passenger customer colleague boy girl staff insider aide victim local "
    "voter visitor passer-by bystander onlooker spokesman spokeswoman spokesperson representative student patient"
)
# Who of a larger number is counted, where the word stands right behind the number; a count of some is never of all.
GROUPS = {
    # everybody of a crew or a force, and members of what is no club
    "": "executive officer|executive officers|medical officer|press officer|returning officer|chief officer|"
    "first officer|officers and ratings|officers and men|officers and crew|officers and sailors|officers and soldiers|"
    "officers and enlisted|officers and other ranks|officers and staff|officers and cadets|men and women|women and men|"
    "men, women and children|women, men and children|boys and girls|girls and boys|members of the public|"
    "members of the ship's company|members of the same family|members of one family|members of a family|"
    "members of his family|members of her family|members of the family|members of their family|members of the community|"
    "members of the congregation|members of the armed forces|members of the security forces",
    "child": "children|child|boys|girls|minors|teenagers|pupils|infants|babies|under-18s|toddlers",
    "woman": "women|woman|female",
    "man": "men|male",
    "police": "policemen|police officers|officers|policeman|policewoman|policewomen|police officer|officer|constable|"
    "constables|trooper|troopers",
    "firefighter": "firefighters|firefighter|fireman|firemen",
    "soldier": "soldiers|troops|servicemen|soldier|serviceman|servicewoman",
    "rescuer": "paramedics|paramedic|medics|medic|lifeguards|lifeguard|relief workers|aid workers|aid worker",
    "volunteer": "volunteers|members|member|volunteer|employees of",
    "crew": "crew|staff members|crew members",
    "foreign": "foreigners|foreign|tourists",
    "student": "students|student",
    "band": "band|musicians",
}
# Groups that are everybody taken together.
EVERYBODY = _words("man woman")
# Of these everybody may be a man or a woman: "three men were arrested" is told of all who were.
OF_SUSPECTS = _words("detained charged convicted sentenced")
# Nouns of people that do not end as plurals do; two plurals with "and" between are one subject: "patients and staff".
PLURALS = _words(
    "people men women children staff police crew personnel clergy gentry youth folk cattle sheep fish mice"
)
JOINING = _words("and or")
# How badly; said of some of those counted, before or behind the number.
SEVERE = {
    "severe": "seriously|critically|serious|critical condition|in a critical|severely|gravely|life-threatening",
}
# What sets a number apart from what it is measured against or may not exceed.
ASPECTS = {
    "": "a year earlier|a year ago|a year before|a day earlier|a day before|a month earlier|a month ago|"
    "a year later|a day after|a week earlier|a week ago|a week before|a week later|a week after|an hour earlier|"
    "an hour ago|an hour before|an hour later|an hour after|half an hour|a minute later|a minute earlier|"
    "for a week|for a day|for a month|for a year|within a week|within a day|within a month|within a year|within an hour|"
    "in a week|in a day|in a month|in an hour|a week of|a day of|a month of|a year of|want to|wants to|wanted to|"
    "seek to|seeks to|seeking to|sought to|wanted for|wanted by|"
    "rescuers were looking for|teams were looking for|divers were looking for|crews were looking for|dogs were looking for|"
    "rescuers are looking for|teams are looking for|divers are looking for|crews are looking for|rescuers looking for|"
    "offered to|offers to|sought after|sought shelter|looking for work|looking for a job|looking for jobs|seeking work|"
    "seeking a job|than a year|than a month|than a week|than a day|in a year|over a year|least a year|half a year",
    "lowest": "lowest|smallest|minimum|least expensive|cheapest",
    "highest": "highest|largest|maximum|most expensive|top",
    "limit": "limit|speed limit|cap|ceiling|maximum permitted|permitted|licensed to|licensed for|licence for|"
    "licence to|license for|license to|authorised to|authorized to|authorised for|authorized for|allowed",
    "wind": "wind|winds",
    "gusts": "gust|gusts|gusting|gusted",
    "sustained": "sustained",
    "like for like": "like-for-like|like for like|same-store|same store|comparable-store|comparable sales|"
    "comparable stores|on a comparable basis|organic|organically|underlying profit|underlying profits|"
    "underlying earnings|underlying sales|underlying revenue|underlying basis|constant currency|constant currencies|"
    "constant exchange rates|excluding acquisitions|excluding new stores|excluding new shops|without acquisitions",
    "in real terms": "real pay|real wages|real wage|real earnings|real incomes|real income|in real terms|"
    "adjusted for inflation|adjusting for inflation|inflation-adjusted|after inflation|allowing for inflation|"
    "taking inflation into account|once inflation|pay buys|wages buy|purchasing power|spending power|buying power",
    "counted otherwise": "with them|with those|if they were counted|if they were included|if those were counted|"
    "were they counted|were they included|counting them|including them|counting those|including those|"
    "by that count|on that count|on that measure|by that measure|under that measure|by the old count|by the old method|"
    "if counted|if included|counted in",
    "forecast": "was to cost|were to cost|meant to cost|due to cost|supposed to cost|budgeted at|budgeted for|forecast|expects|expected|expect|guidance|guiding|outlook|predicted|projected|projection|looking for|"
    "would be|estimates of|is likely to|anticipates|hopes to|hope to|hoping to|hoped to|are likely to|was likely to|"
    "were likely to|anticipate|anticipated|forecasts|forecasting|predicts|predict|projects a|foresees|foresee|envisages|"
    "reckons on|counts on|banking on",
    "against inflation": "below inflation|above inflation|under inflation|below the rate of inflation|"
    "above the rate of inflation|ahead of inflation|behind inflation|short of inflation",
    "core": "underlying inflation|underlying rate|underlying prices|core inflation|core rate|core prices|food and energy|"
    "energy and food|excluding food|excluding energy|stripping out food|stripping out energy|without food|without energy",
    "in the basket": "part of the basket|in the basket|services inflation|inflation in services|food inflation",
    "analysts": "analysts|consensus|analyst",
    "average": "average|mean|median|typical|averaged",
    "record": "record|previous record|all-time|previous high",
    "target": "target|goal|aim|aims|pledge",
    "proposed": "proposed|proposal",
    "sought": "seek|seeks|seeking|sought|want|wants|wanted|demands|demanded|demanding|ask for|asks for|asked for|"
    "asking for|calls for|called for|calling for|holding out for|pressing for"
    "|demand|demanding|ask|call for|hold out for|holds out for|held out for|press for|presses for|pressed for|push for|"
    "pushes for|pushed for|pushing for|insist on|insists on|insisted on|insisting on|plead for|pleads for|pleaded for|"
    "pleading for|appeal for|appeals for|appealed for|appealing for|campaign for|campaigning for|lobby for|lobbying for|"
    "bargain for|bargaining for|requests|requested|requesting",
    "offered": "offer|offers|offered|offering|on the table|bid|bids|bidding",
    "annual": "a year|per year|annual|annually|every year|each year|per annum|yearly|p.a.",
    "daily": "a day|per day|daily|every day|each day|for each day|every weekday|each weekday|a weekday|per weekday|"
    "on a weekday|on weekdays|on an average weekday|on a typical weekday|every working day|each working day|a working day|"
    "on a working day|per working day|on working days|on an average day|on a typical day|on a normal day|on an ordinary day",
    "monthly": "a month|per month|monthly|every month|each month",
    "weekly": "a week|per week|weekly|every week|each week",
    "hourly": "an hour|per hour|hourly|every hour|each hour",
    "by the minute": "a minute|per minute|every minute|each minute",
    "by the second": "per second|every second|each second",
    "nightly": "a night|per night|nightly|every night|each night",
    "each": "per share|a share|per head|per person|each|apiece|per diluted share|per capita|a head|a piece|per worker|"
    "per employee|per customer|per household|per passenger|per pupil|per student|per child|per patient|per family|"
    "per home|per vehicle|per animal|per bird",
}
# What of a wind is told; where only one of two says so, they are one wind.
KINDS_OF_WIND = _words("gusts sustained")
WIND = _words("wind")
# Of changes these may be told by only one of two: "rose by an average of 8 per cent", "rose by 18 per cent".
OF_A_LEVEL = _words("average")
# Before a number: what is to come, foreseen by whoever says so.
COMING = re.compile(r"\b(?:will|shall|(?:is|are) (?:going|set|about|due|bound) to|’ll|'ll)\b(?! have\b)")
# What is offered by its nature, again and again, so that "offered" sets nothing apart.
PUT_UP = _words("reward")
# "Seeking two men": those whom the police are after are not asked for as a rise in pay is.
HUNTED = _words("wanted")
_SOME = (
    r"(?: about| some| nearly| almost| more than| over| at least| just| only| up to| around| roughly| an estimated|"
    r" as much as| well over| close to)?"
)
_GIVES = (
    r"^(?!.*\b(?:people|public|donors|well-?wishers|readers|supporters|residents|hundreds|thousands|strangers|everybody|"
    r"everyone)\b).*\b(?:giv(?:e|es|ing)|gave|donat(?:e|es|ed|ing)|contribut(?:e|es|ed|ing)|pledg(?:e|es|ed|ing)|"
    r"put(?:s|ting)?|pay(?:s|ing)?|paid|chipp(?:ed|ing) in)"
)
# Aspects that only the words on both sides of a number tell: aspect, of what measures, words before and behind it.
SHAPED_ASPECTS: tuple[tuple[str, frozenset[str], str, str], ...] = (
    (
        "contents",
        _words("mass volume"),
        r"\b(?:held|holds?|holding|contain(?:s|ed|ing)?|stor(?:e|es|ed|ing)|capacity (?:of|is|was)|room for)"
        + _SOME
        + " $",
        "",
    ),
    (
        "given by one",
        _words("money"),
        _GIVES + _SOME + " $",
        r"^[^.;,\d]{0,25} (?:to|into|in|towards?) (?:[\w’'-]+ ){1,4}?(?:fund|appeal|collection|campaign|charity)\b",
    ),
    (
        "sustained",
        _words("speed"),
        "",
        r"^[ -](?:[\w-]+ ){0,2}(?:storms?|hurricane|typhoon|cyclone|gales?|tempest|tornado|twister|squalls?)\b",
    ),
)
# Of these one number is told per time, another in all; they are said beside the number and of no other.
RATES = _words("annual daily monthly weekly hourly nightly each") | {"by the minute", "by the second"}
# "Each" of measures tells where they are found, not that a sum is shared out: "10 km around each farm".
SHARED_OUT = _words("each")
# From here on a sentence tells of somebody only named before: "the union, whose boss, who earns 81,000 a month".
OF_SOMEBODY = re.compile(r"(?:,|[–—-] ?) who\b(?![^,]*,)")
# Behind a number and its noun: who they are, whatever else the sentence tells.
WHO_BEHIND = re.compile(r"^ (?:[a-z][\w’'-]* ){1,3}who (?!were\b|was\b|had\b|have\b|are\b)")
# Before a number: as what those counted are together.
GROUP_OF = re.compile(r"\b(crew|band) of (?:about |some |up to |only |just |nearly |at least |more than )?$")
# What is asked for, and what is put on the table: of several in one sentence the nearest one counts.
MODAL = _words("sought offered")
# What is expected; a later expectation takes the place of an earlier one.
FORESEEN = _words("forecast")
# Aspects of what is not yet, or may not be.
TO_COME = _words("forecast target proposed sought offered analysts")
# Aspects that make of a rate another one, told behind the number as well.
OF_ANOTHER = frozenset({"against inflation", "core", "in the basket"})
# Aspects that make of a number one of its own, however alike the words are else.
OF_ITS_OWN = OF_ANOTHER | {"like for like", "in real terms", "counted otherwise", "contents", "given by one", "limit"}
# A sentence that begins so is of what the one before it named.
POINTING_BACK = r"(?:it|that|this|they|these)(?:[’']s| is| was|[’']re| are| were| comes to| amounts to)\b"
# A later offer with one of these took the place of the earlier one.
MOVED_ON = _words("now new raised raises raising improved increased latest lowered upped revised sweetened final")
# Aspects that a verb hands to every number behind it in the sentence.
REACHING = _words("forecast analysts target proposed sought offered")
# Behind a number or a word of number these make what follows the base of a share: "three of the 14", "all of its 310".
BASE_BEFORE = (
    r"(?:\d |\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|none|half|third|thirds|quarter|"
)
BASE_BEFORE += r"quarters|all|some|most|many|each|any|more|fewer|less|share|percent|cent|but) )of "
BASE_BEFORE += r"(?:the |its |their |our |his |her |all )?(?:(?:[\w-]+ ){0,3}[\w-]+[’']s? )?$|(?:^|[.:;] )of (?:the |its |our )?(?:[\w-]+[’']s? )?$"
# A sentence that begins so takes a total apart: "of the 45 injured, 20 are in hospital".
# Before a status: the number that some are taken of, and a noun for them, "of the 54 people arrested".
OF_THE_NUMBER = re.compile(
    r"\bof (?:the |its |their |those |these |all )?(?:[\w-]+[’']s? )?(\d[\d,]*\d|\d|[a-z-]+) ([a-z-]+ )?$"
)
# Such a status is that of the number where it stands for a noun, or behind one and before a verb: "arrested were".
ATTRIBUTIVE = _words("dead injured wounded hurt missing killed arrested detained trapped rescued evacuated displaced")
BEFORE_A_VERB = re.compile(r"^ (?:were|was|are|is|had|have|has|will|came|live|lived|work|worked)\b")
TAKES_APART = re.compile(r"^of (?:the |its |their |those |these |our )?\d[\d,.]* ")
# Right behind the first number of a sentence these make it, and those that follow, parts of an earlier one.
OF_THEM = ("of them ", "of these ", "of those ")
# The number counts some of those that another number counts.
PART_BEFORE = (
    "of whom",
    "of which",
    "of those",
    "of these",
    "among them",
    "among whom",
    "including",
    "of them",
    "includes",
)
PART_BEHIND = ("of whom", "of them", "of which", "of those", "of these", "of their", "of our", "of his", "of her")
# "Nine of our people are dead": all of them, in the mouth of one of theirs.
ALL_OF_OURS = re.compile(
    r"of (?:us\b|our (?:own|people|citizens|countrymen|compatriots|neighbours|neighbors|friends|men and women|number|"
    r"fellow|islanders|villagers|colleagues|comrades)\b)"
)
# A name's apposition: its commas part no clauses.
APPOSITION = (
    r", (?:an? |the |who |whose |which |aged |owned |run |based |built |known |called |located |led |founded |"
    r"operated |\d{1,3}(?=,))"
    r"(?:[^\d,;:()–—]|\d+-year-old|(?:of|aged) \d{1,3}(?=,)){0,70},"
)
# Between a number's noun and its verb: what share of a larger number it is.
ASIDE = re.compile(
    r"(?: [a-z][\w’'-]*){1,3}(, (?:or|about|some|nearly|almost|roughly|more than|just over|just under) "
    r"(?:[^,;:.()]|[.,](?=\d)){0,20}(?:per cent|percent|half|third|thirds|quarter|quarters|fifth|tenth|in \w+\b|%)"
    r"(?:[^,;:.()]|[.,](?=\d)){0,60},)(?= [a-z])"
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
# A number that is put on what stands before it: "the crowd was 18,000, police said; the league put it at 60,000".
PUT_AT = (
    r"\b(?:put|puts|putting|estimated|estimates|placed|gave|gives) (?:it|that|this|them|(?:the|its|their) "
    r"(?:figure|number|total|toll|count|tally|sum|cost|price|size)) (?:at|as|to be) (?:[a-z-]+ ){0,3}$"
)
# Where one clause ends and another begins, besides punctuation.
CLAUSE_WORDS = _words("and but while which who whom after before when because although though where whereas or")
# A clause that begins with one of these is about what stands before it.
RELATIVE = _words("which who whom")
# What stands before the two numbers of a vote.
_VOTE = (
    r"\b(?:voted(?: by)?|vote (?:was|of|stood at|went)|voting(?: by)?|by a vote of|split|passed(?: by)?|carried(?: by)?|"
    r"approved(?: by)?|adopted(?: by)?|"
    r"(?:passed|carried|approved|adopted|backed|cleared) (?:[\w’'-]+ ){1,6}by|won (?:[\w’'-]+ ){0,4}by) "
)
# The first number behind these is that of the noes.
_LOST = r"\b(?:rejected|defeated|voted down|thrown out|turned down)(?: by)? "
_CUT = (
    r"\b(?:costs?|costing|los(?:e|es|t|s)|losses|losing|cut|cuts|cutting|shed|sheds|shedding|axe|axed|slash(?:ed)?|"
    r"eliminat(?:e|ed|es)|destroy(?:ed)?|wipe out)\b[^.;]{0,40}$"
)
_GONE = r"^[ \w-]{0,25}\b(?:will be lost|were lost|would be lost|will go|would go|are to go|lost|at risk|cut|axed)\b"
_FOR_THE_AXE = r"^ [^.;,]{0,30}\b(?:face|facing|faces|for|under|get|gets|got|given) the (?:axe|chop)\b"
_THREATENS = (
    r"\b(?:affect(?:s|ing)?|threaten(?:s|ed|ing)?|endanger(?:s|ed|ing)?|puts?|putting|jeopardis(?:e|es|ing)|"
    r"jeopardiz(?:e|es|ing)|hits?|hitting|scrap(?:s|ped|ping)?|loss of|without)"
    r"(?: about| some| around| nearly| almost| more than| over| at least| up to| as many as| another| a further)? $"
)
_THREATENED = (
    r"^ (?:[\w-]+ )?(?:(?:is|are|were|will be|would be|could be|may be) )?(?:affected|threatened|endangered|at risk|"
    r"under threat|in danger|in jeopardy|on the line|(?:will |would |are to |is to )(?:disappear|vanish|be shed|be scrapped))\b"
)
_HOLDS = (
    r"\b(?:which|that|it|hall|end|stand|ground|stadium|arena|theatre|theater|church|room|ferry|ship|boat|terminal|venue|"
    r"prison|jail|shelter|camp|centre|center|auditorium|cinema|building) (?:only |normally |usually )?holds? "
    r"(?:up to |about |around |some |only |just |nearly |almost |at most )?$"
)
_STRIKE_BY = (
    r"\b(?:strike|walkout|walk-out|stoppage) (?:by|of|involving) (?:about |some |around |nearly |more than |over )?$"
)
_THEIR_OWN = (
    r"^ (?:\w+ )?(?:patients|people|men|women|children|colleagues|comrades|friends|crew|soldiers|firefighters|"
    r"passengers|neighbours|neighbors|officers|climbers|sailors|miners|pupils|residents)\b"
)
_OF_A_DISEASE = (
    r"^(?: [\w-]+){0,2} cases of (?:the )?(?:[\w’'-]+ ){0,3}?(?:infections?|disease|illness|poisoning|virus|fever|flu|syndrome|"
    r"salmonella|cholera|measles|e\. ?coli|listeria|norovirus|hepatitis|legionnaires|ebola|mpox|malaria|dengue)\b"
)
_IN_THE_SQUARE = (
    r"^ (?:of us|people|farmers|protesters|demonstrators|marchers|workers|students|supporters|fans)"
    r"(?: (?:were|had been|stood|was|packed|filled|came|turned out))? (?:(?:in|at|on|into|through|to)(?: and around)? )"
    r"?(?:the )?(?:[A-Z]?[\w’'-]+ ){1,3}(?:square|plaza|park|streets?|avenue|bridge|boulevard|steps)\b"
)
_PREMISES = frozenset({"farm", "holding", "premises", "premise", "flock", "herd", "site", "village"})
_FOUND_AT = (
    r"\b(?:flu|influenza|virus|disease|outbreak|infection|fever|mouth|tuberculosis|anthrax|scrapie|plague|blight|pox)\b"
    r"[^.;]{0,40}\b(?:found|confirmed|detected|discovered|diagnosed|reported|identified|present|recorded|spread) "
    r"(?:on|at|in|to) (?:at least |about |some |a total of |another |nearly |almost |as many as |up to |more than |all )?$"
)
_BEGAN_A_STRIKE = (
    r"^ (?:[a-z][\w’'-]* |in [A-Z][\w’'-]* |and |, ){1,9}(?:began|begin|began|started|start|launched|staged|held|"
    r"mounted|joined|join|are on|were on|went on|go on|came out on|observed|heeded) (?:an? |the |their |its )?"
    r"(?:[\w-]+ ){0,2}(?:strike|walkout|walk-out|stoppage|industrial action)\b"
)
_PULLED = (
    r"\b(?:pulled|plucked|hauled|dragged|lifted|dug|winched|fished|freed|cut|scooped|hoisted) "
    r"(?:about |some |at least |nearly |almost |more than |the |another |all |out )?$"
)
_OUT_OF = (
    r"^(?! (?:\w+ )?(?:bodies|body|dead|corpses|corpse|victims)\b)(?: [\w’'-]+){0,3}? "
    r"(?:out|from|off|alive|aboard|ashore|to safety|into (?:the|its|their) (?:boat|lifeboat|raft|helicopter))\b"
)
_COST = r"\b(?:cost|costs|costing|claimed|claims|claiming|took|taken|taking|lost|losing) (?:about |some |at least |nearly |up to )?$"
_SOUGHT = (
    r"\b(?:rescuers|divers|teams|crews|searchers|dogs|firefighters|soldiers|we|police|volunteers)\b[^.;]{0,40}"
    r"\b(?:looking|searching|digging|hunting|probing) for (?:up to |about |some |at least |another |the )?$"
)
_HUNTED = (
    r"\b(?:police|detectives|officers|investigators|troopers|prosecutors|deputies|agents)\b[^.;]{0,40}\b(?:seek|seeking|sought|"
    r"hunt|hunting|hunt for|hunting for|looking for|look for|after|want|wanted)(?: to (?:speak to|talk to|question|trace|find))?"
    r"(?: about| some| at least| up to| another| the)? $"
)
_SUSPECTS = (
    r"^ (?:\w+ )?(?:men|man|women|woman|suspects?|attackers?|gunmen|gunman|robbers?|raiders?|youths?|teenagers?|fugitives?|"
    r"escapees|killers?|bombers?|thieves|assailants?)\b"
)
_JOBS = frozenset({"job", "post", "position", "role"})
_KEEPS = (
    r"\b(?:supports?|supporting|provides?|providing|sustains?|sustaining|accounts? for|is worth|are worth|maintains?|"
    r"depends? on [^.;]{0,40}for|keeps?|has|have|had|with)\b[^.;]{0,30}$"
)
_LIVES_LOST = r"\b(?:loss|cost|expense) of (?:about |some |at least |nearly |up to |more than )?$"
_DEATH_OF = (
    r"\b(?:deaths?|killings?|murders?|drownings?) of (?:the |at least |about |some |up to |more than |as many as )?$"
)
_NOES = r"\b(?:in favou?r|voted for|for the (?:bill|motion|plan|law|deal|sale|strike))\b[^.;]{0,60}\b(?:and )?against(?: it)?(?: were| was)? $"
_ON_A_SIDE = frozenset({"person", "vote", ""})
_VOTERS = r"^ (?:of (?:the|its) )?(?:votes|deputies|members|senators|lawmakers|delegates|councillors|councilors|mps|legislators)\b"
# A status that only the words on both sides of a number tell: status, units (none for any), words before and behind it.
SHAPES: tuple[tuple[str, frozenset[str], str, str], ...] = (
    ("voted_for", frozenset(), rf"{_VOTE}$", r"^(?: votes)? to [\w-]+"),
    ("voted_against", frozenset(), rf"{_LOST}$", r"^(?: votes)? to [\w-]+"),
    ("voted_for", frozenset(), rf"{_LOST}[\w-]+(?: votes)? to $", ""),
    ("voted_against", frozenset(), rf"{_VOTE}[\w-]+(?: votes)? to $", ""),
    ("seated", frozenset({"person", "seat", "ticket", "place", "spectator", "fan"}), _HOLDS, ""),
    ("on_strike", frozenset({"person"}), _STRIKE_BY, ""),
    ("voted_against", frozenset(), _NOES, r"^(?: votes?| deputies| members| senators| lawmakers| delegates)?\W"),
    ("killed", frozenset({"person", "life"}), _LIVES_LOST, r"^ (?:\w+ )?lives\b"),
    ("killed", frozenset({"person"}), _DEATH_OF, r"^ [a-z]"),
    ("laid_off", _JOBS, _CUT, ""),
    ("laid_off", _JOBS, "", _GONE),
    ("laid_off", _JOBS, _THREATENS, ""),
    ("laid_off", _JOBS, "", _THREATENED),
    ("laid_off", _JOBS | {"person"}, "", _FOR_THE_AXE),
    ("employed", _JOBS, _KEEPS, ""),
    ("infected", frozenset({"case"}), "", _OF_A_DISEASE),
    ("attended", frozenset({"person"}), "", _IN_THE_SQUARE),
    ("killed", frozenset({"person", "life"}), _COST, r"^ (?:human |more |other )?lives\b"),
    ("wanted", frozenset({"person", "suspect"}), _HUNTED, _SUSPECTS),
    ("missing", frozenset({"person"}), _SOUGHT, ""),
    ("infected", _PREMISES, _FOUND_AT, ""),
    ("on_strike", frozenset({"person"}), "", _BEGAN_A_STRIKE),
    ("rescued", frozenset({"person"}), _PULLED, _OUT_OF),
    (
        "voted_against",
        _ON_A_SIDE,
        r"\bopposed by (?:about |some |only |just |all )?$",
        r"^(?:\W|$| (?:short|and|with|after|deputies|members|votes)\b)",
    ),
    ("voted_for", _ON_A_SIDE, r"\b(?:backed|supported) by (?:about |some |only |just |all )?$", _VOTERS),
    ("voted_against", frozenset({"vote"}), "", r"^ (?:votes? )?against\b(?! (?:him|her|them|me|us)\b)"),
    ("killed", frozenset({"person"}), r"\b(?:lost|lose|losing) (?:about |some |at least |nearly )?$", _THEIR_OWN),
)
BUILDINGS = _words(
    "home house building dwelling cottage flat bungalow property shop barn school bridge caravan chalet cabin church mosque"
)
# Ideas that only the words on both sides of a number tell: idea, units, words before and behind it.
SHAPED_IDEAS: tuple[tuple[str, frozenset[str], str, str], ...] = (
    (
        "destroyed",
        BUILDINGS,
        "",
        r"^(?: [\w’'-]+){0,3} (?:have|has|had|are|is|were|was) (?:all |now |simply |just |completely )?gone(?: for good| altogether)?\W",
    ),
    (
        "destroyed",
        BUILDINGS,
        r"\b(?:lost|claimed|took|taken|destroying|swallowed|buried|crushed)(?: about| some| at least)? $",
        "",
    ),
)
# Nobody looks for these, nor saves them from drowning: houses that were "swept away" are none of the missing.
OF_NO_BUILDING = _words("missing rescued")
# Where somebody is; behind a count of the dead, where they died.
WHEREABOUTS = _words("in_hospital intensive_care detained aboard")
WHERE = {
    "at home": "at home|at their home|at their homes|in their homes|in their own homes",
    "in hospital": "in hospital|in this hospital|in the hospital|in our hospital|in hospitals|at the hospital",
    "at the scene": "at the scene|on the spot|at the site",
    "on the way": "on the way|en route",
    "in custody": "in custody|in prison|in jail",
    "at sea": "at sea",
}
# Statuses that are of a part by themselves: of how many they are is no difference.
OF_A_PART = _words("in_hospital intensive_care ventilated")
# Statuses of which the unit is named now by the people, now by the thing: six members, six votes; jobs, people.
UNITS_DIFFER = _words("voted_for voted_against laid_off on_strike seated signed spoilt")
# The same where one of two units is jobs: "supports 1,000 jobs", "employs 1,300 people".
OF_JOBS = _words("employed")
# What befalls people; whatever noun is counted beside "person" is one of them, but for these.
OF_PEOPLE = _words("killed injured missing rescued detained charged convicted sentenced homeless displaced infected")
NO_PEOPLE = _words(
    "animal cow sheep pig horse dog cat bird fish whale calf lamb goat chicken cattle tree home building vehicle car "
    "truck bus train aircraft vessel tent shop site school bridge incident accident crash farm holding herd flock premises factory plant hospital "
    "ward village town company firm store ship duck hen turkey poultry"
)
# What a vote was on, where the words say so.
_MOTION = r"\b(?:motion|amendment|resolution|bill|measure|ordinance)"
MOTIONS = (
    _MOTION + r" (?:to|on|for|that|against) (.+?) (?:was|were|passed|failed|fell|carried|won|lost|went)\b",
    r"\bvoted (?:by )?[\w,]+ (?:votes )?to [\w,]+ (?:to|for|against|in favou?r of) (.+)",
    r"\b(amendment)\b",
)
# The stem that the result of a vote leaves beside its status: two results are of two votes unless their words tell.
OF_A_RESULT = frozenset({"vot"})
# Stems of verbs that a status leaves beside it and that tell nothing more.
OF_A_STATUS = frozenset({"hold"})
# Counts of these name the thing counted or the people who use it: seats, tickets, people.
PLACES = _words("seated")
# Before a number these make it one that is known, given in passing.
KNOWN_BEFORE = _words("all the its their our his her whose these those")
# What happens to things that are counted; a count of those it happened to is no count of all.
EVENTS = _words("cancelled destroyed damaged burned diverted flooded")
# In what sense a length is one; two that differ are two lengths.
GEOMETRY = _words("height depth width length deviation distance")
# In what sense a length is one, by the words right before or right behind it.
SENSES: tuple[tuple[str, str, str], ...] = (
    ("height", "", r"^[ -](?:tall|high)\b"),
    (
        "distance",
        "",
        r"^ (?:[a-z]+ )?(?:from|away|offshore|inland|out to sea|north|south|east|west|short of|off the)\b",
    ),
)
_GOES_ON_FOR = (
    r"\b(?:for|after|lasted|lasts|lasting|last|took|takes|taken|taking|ran|went on|continued|goes on|during)"
    r"(?: about| some| nearly| almost| more than| over| at least| just| only| up to| around| another| a full)? "
)
_SO_LONG = (
    r"^(?:-[a-z]+)? (?:strike|walkout|walk-out|stoppage|search|hunt|siege|standoff|blackout|outage|closure|shutdown|"
    r"suspension|ban|curfew|ceasefire|truce|lockdown|operation|trial|hearing|journey|flight|voyage|delay|wait|battle|"
    r"blaze|fire|talks|meeting|session|debate|tour|visit|sentence|term)\b|"
    r"^ of (?:[\w-]+ ){0,2}(?:debate|speeches|talks|negotiations|deliberations?|fighting|waiting|searching|bargaining)\b"
)
_CONTRACTED = r"^(?:-[a-z]+)? (?:[\w-]+ ){0,2}?(?:contract|deal|lease|extension|terms|agreement|concession|franchise)\b"
_SIGNED_FOR = (
    r"(?:\b(?:sign(?:s|ed|ing)?(?: up| on)?|re-?sign(?:s|ed|ing)?|tied|committed|contracted|stay(?:s|ing)?)\b[^.;\d]{0,50}?"
    r"\bfor|\b(?:contract|lease|concession|franchise|deal)\b[^.;\d]{0,40}\b(?:runs|lasts|run|last)(?: for)?)"
    r"(?: the next| another| a further)?" + _SOME + " "
)
_FROM_A_MOMENT = (
    r"^\W*(?:after|before|later|earlier|prior to|ahead of|ahead|behind schedule|early|late|ago|from now|to go|away)\b"
)
_SPREAD_OVER = r"\b(?:over|spread over|across|spread across)(?: the next| the coming)? "
# How a time is told: what lies between two moments, how long something went on, over what time a change is spread.
SENSES_OF_TIME: tuple[tuple[str, str, str], ...] = (
    ("term", "", _CONTRACTED),
    ("term", _SIGNED_FOR, ""),
    ("marriage", r"\b(?:married|wed|wedded|together) (?:to [\w’' -]{2,30} )?for" + _SOME + " ", ""),
    ("marriage", "", r"^ of marriage\b"),
    ("abode", r"\b(?:lived|lives|live|living|resided|dwelt)\b[^.;\d]{0,40}\bfor" + _SOME + " ", ""),
    (
        "service",
        r"\b(?:worked|works|working|served|serving|taught|employed|played|plays)\b[^.;\d]{0,40}\bfor" + _SOME + " ",
        "",
    ),
    ("between", "", _FROM_A_MOMENT),
    ("spread", _SPREAD_OVER, ""),
    ("stretch", _GOES_ON_FOR, ""),
    ("stretch", "", _SO_LONG),
)
# A time in one of these senses is none in another, nor how long an event went on.
TIMES_APART = _words("between term marriage abode service")
# How long somebody is bound; of one person, or of two bodies, it is one.
BINDS_FOR = _words("term")
# Ideas and stems that tell no more than that somebody is bound.
OF_A_CONTRACT = _words("agree sign sig pen run last term length extension new")
SPREAD_OVER = _words("spread")
GOES_ON = _words("stretch")
# Stems and ideas of what goes on for a while, and of which a report tells one.
LASTING = _words(
    "strike search hunt sieg standoff blackout without_power curfew ceasefir truc lockdown delay hearing trial voyag "
    "debate talks"
)
# Behind or before a length these tell that it is by how much something missed.
OFF_COURSE = r"^\W*(?:outside|out of|off|beyond|astray|short of|wide of)\b"
# Counts that only grow while an event is reported; a later, lower one is no update.
GROWING = _words(
    "signed killed injured rescued evacuated displaced registered detained charged convicted infected flooded identified "
    "burned destroyed damaged diverted reward"
)
# States that move either way while an event is reported.
MOVING = _words(
    "wanted missing in_hospital intensive_care trapped ventilated treated reporting closed share_price exchange_rate homeless without_power"
)
MOVING_UNITS = _words("vote ballot poll seat precinct")
# What is counted up to a day and starts anew: of another day it is another count.
COUNTED_UP = _words("cancelled resigned")
# Words of a sentence that tell of what spreads over an area.
SPREADING = _words(
    "wildfire wildfires bushfire bushfires fire fires blaze blazes flames burned burnt blackened charred scorched flood "
    "floods flooded floodwater spill slick lava"
)
GROWING_UNITS = _words("rescue call arrest claim complaint death")
# Said of a change that sets right what was wrong.
CORRECTS = _words(
    "corrects corrected correction correcting corrections misstated incorrectly erroneously error amends "
    "amended wrongly"
)
# A note of these tells of all who came to harm.
CASUALTIES = _words("toll tolls casualty casualties victims")
HARM = _words("killed injured missing in_hospital intensive_care")
# Words of a note that speak of every claim of a kind.
NOTE_WORDS = {
    "figure": _words("figure figures number numbers count counts total totals estimate estimates results"),
    "quote": _words("quote quotes quotation quoted wording remark remarks"),
    "speaker": _words("quote quotes quotation quoted attribution attributed credited"),
    "attribution": _words("attribution attributed source sourcing credited statement"),
}
