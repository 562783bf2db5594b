"""English wordings for what happened to those counted: killed, missing, on strike; and what each asks of a count.

Wordings are parted by bars, in lower case; a longer one is looked for before a shorter one.
"""

import re

from claims.engine.lexicon.words import words

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
    "|needed treatment|needing treatment|in need of treatment|needed medical treatment|needed medical attention|required treatment|requiring treatment|hospital treatment|suffered burns|suffered cuts|suffered fractures|suffered injuries|concussed|scalded"
    "|been treated for|being treated for|received treatment for|receiving treatment for|needed treatment for|"
    "given first aid|had to be treated for|were patched up|nursing injuries|nursing wounds",
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
    "went down with|picked up the virus|picked up the infection"
    "|are unwell|were unwell|treated for poisoning|treated for food poisoning|treated for cholera|treated for measles|"
    "treated for malaria|treated for the disease|treated for the illness|treated for the virus|treated for the infection|"
    "treated for symptoms|treated for illness|taken sick|took ill|struck down by",
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
STANDING = words("employed aboard attended participants population seated enrolled interviewed attackers voted_for")
# Numbers that do not grow while an event is reported.
FIXED = STANDING | words("voted_against laid_off members on_strike")
# What those counted do in the background of what else happens to them: "27 striking drivers were arrested".
BACKGROUND = words("on_strike")
# Nouns of a status by which people are only called where a verb says what befell them.
CALLINGS_OF_STATUS = words("staff workers employees personnel")
# Counts of these are of one calling: teachers on strike are no porters on strike. Anybody may be called the rest.
BY_CALLING = words("on_strike")
OF_ANY_CALLING = words(
    "member members worker workers employee employees staff people person strikers colleagues union union's of"
)
# Behind a number and its noun: who they are, whatever else the sentence tells.
WHO_BEHIND = re.compile(r"^ (?:[a-z][\w’'-]* ){1,3}who (?!were\b|was\b|had\b|have\b|are\b)")
# Where somebody is; behind a count of the dead, where they died.
WHEREABOUTS = words("in_hospital intensive_care detained aboard")
WHERE = {
    "at home": "at home|at their home|at their homes|in their homes|in their own homes",
    "in hospital": "in hospital|in this hospital|in the hospital|in our hospital|in hospitals|at the hospital",
    "at the scene": "at the scene|on the spot|at the site",
    "on the way": "on the way|en route",
    "in custody": "in custody|in prison|in jail",
    "at sea": "at sea",
}
# Statuses that are of a part by themselves: of how many they are is no difference.
OF_A_PART = words("in_hospital intensive_care ventilated")
# Statuses of which the unit is named now by the people, now by the thing: six members, six votes; jobs, people.
UNITS_DIFFER = words("voted_for voted_against laid_off on_strike seated signed spoilt")
# The same where one of two units is jobs: "supports 1,000 jobs", "employs 1,300 people".
OF_JOBS = words("employed")
# What befalls people; whatever noun is counted beside "person" is one of them, but for these.
OF_PEOPLE = words("killed injured missing rescued detained charged convicted sentenced homeless displaced infected")
NO_PEOPLE = words(
    "animal cow sheep pig horse dog cat bird fish whale calf lamb goat chicken cattle tree home building vehicle car "
    "truck bus train aircraft vessel tent shop site school bridge incident accident crash farm holding herd flock premises factory plant hospital "
    "ward village town company firm store ship duck hen turkey poultry"
)
# Stems of verbs that a status leaves beside it and that tell nothing more.
OF_A_STATUS = frozenset({"hold"})
# Counts of these name the thing counted or the people who use it: seats, tickets, people.
PLACES = words("seated")
