"""Which English wordings are of one idea, in whatever is counted or measured.

Wordings are parted by bars, in lower case; a longer one is looked for before a shorter one.
"""

from claims.engine.lexicon.words import words

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
# What happens to things that are counted; a count of those it happened to is no count of all.
EVENTS = words("cancelled destroyed damaged burned diverted flooded")
