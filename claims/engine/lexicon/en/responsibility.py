"""How English says whose work an attack was: what a body claims, and what it says it had no part in."""

from claims.engine.lexicon.words import words

# What a story has one of, by whatever name.
_ATTACK = (
    r"(?:attack|ambush|massacre|bombing|blast|explosion|killing|murder|shooting|assault|raid|strike|airstrike|"
    r"atrocity|atrocities|slaughter|assassination|bomb|stabbing|kidnapping|abduction|hijacking|sabotage|shelling|"
    r"cyber-?attack|hack|arson|outrage|beheading|hostage-taking|mortar|missile|rocket|drone)(?:s|es)?"
)
# Which of them it is: article or owner, and what stands between that and the noun.
EVENT = (
    r"(?P<which>(?:the|this|that|these|those|any|(?:(?:last|this) )?\w+'s) )?(?P<kind>(?:(?!and |or |in |of )[\w-]+ ){0,4}?)"
    rf"(?P<noun>{_ATTACK})\b(?P<more>.*)"
)
# Behind the noun of the attack, with one of these something else begins.
MORE_ENDS = r"[,;:.“\"]|—| (?:but|while|and|saying|which|that|who|when|where|after|before|because|killed|by)\b"
_A = r"(?:(?:a|any|all|some|full|sole|no|its|their|every) )*"
_SHARE = (
    rf"{_A}(?:responsibility|credit|blame) for|{_A}(?:involvement|participation|complicity|part|role|hand) in|"
    rf"{_A}(?:connection|link|links) (?:to|with)"
)
_STATE = r"(?:behind|responsible for|involved in|to blame for|complicit in|party to)"
# What is claimed or denied by a noun or a participle, so that it is the claimant's own: "any part in".
OWN = (
    r"(?:(?:claims?|accusations?|allegations?|suggestions?|reports?) of )?"
    rf"(?:{_SHARE}|(?:being|having been) {_STATE}|(?:having |having had |having played |having taken |playing |"
    rf"taking )(?:{_SHARE}|part in)|(?:having (?:had )?)?(?:any|some)thing to do with|"
    r"(?:carrying out|having carried out|staging|having staged|mounting|having mounted|launching|having launched|"
    r"committing|having committed|perpetrating|conducting|participating in|having participated in)) "
)
_AUX = (
    r"(?:(?:has|have|had|did|does|do|was|were|is|are|been|not|never|also|indeed|both|themselves|itself|"
    r"(?:had|has|have|was|were|is|are|did|does|do)n't|in no way|in any way) )*"
)
# The same as a clause with a subject: "its fighters had carried out".
CLAUSE = (
    rf"(?:that )?(?P<who>[^,;:]{{1,80}}?) {_AUX}(?:{_STATE}|(?:carried|carry) out|staged?|mount(?:ed)?|launch(?:ed)?|"
    r"perpetrated?|commit(?:ted)?|conduct(?:ed)?|(?:taken|took|take) part in|participated? in|"
    rf"(?:no|any|some|no)thing to do with|(?:(?:played|play|taken|took|take|claimed|accepted|bore|bears?) )?(?:{_SHARE})) "
)
# "Claimed the attack", and nothing more.
CLAIMS = "claim"
# Who denies so much may still have had a part.
ALL_OF_IT = r"\b(?:full|sole|all responsibility)\b"
# Only one can have done all of it: of a part, a role and units that took part this does not hold.
WHOLE = r"\b(?:responsibility|credit|behind|responsible|(?:carr(?:ied|ying)|carry) out|staged|mounted|perpetrated)\b"
# Of the claimant's own people: "its fighters", "one of its units".
PEOPLE = words(
    "fighter fighters man men soldier soldiers force forces unit units member members militant militants gunman gunmen "
    "bomber bombers commando commandos troop troops rebel rebels guerrilla guerrillas cell cells wing brigade agent agents "
    "group movement organisation organization own one none some any no nobody anyone it they we he she its their our his "
    "her us them of from among in that the a armed"
)
# Words of the names of bodies, which many share.
BODIES = words(
    "front army brigade brigades movement group party force forces militia state union organisation organization council "
    "liberation people peoples people's national popular islamic revolutionary resistance free united new"
)
# With one of these it is another attack.
OTHERS = r"\b(?:another|other|others|second|third|separate|similar|earlier|previous|next|last (?:month|year|spring|summer|autumn|winter))\b"
# Places and days; a name behind "on" may be a channel.
PLACE = r"(?:\b(?:in|at|near|on|against|outside|of) (?:the )?(?:[a-z]+ )?)((?:[A-Z]\w+[ -]?)+)"
TARGET = r"\b(?:on|against|at) (?:the |a |an |its |their )?((?:[a-z-]+ ?){1,3})"
TARGET_ENDS = r"\b(?:in|near|on|at|outside|of|from|with|last|this|early|late|under|carrying)\b"
DAYS = words("monday tuesday wednesday thursday friday saturday sunday yesterday today")
CHANNELS = words("telegram facebook twitter x instagram whatsapp signal youtube")
# Only some of the claimant's people.
SOME = r"(?:one|some|a|an|members?|several|two|three|individual|rogue)\b"
