"""In what sense an English text tells a length or a time: a height, a distance, a delay, the term of a contract."""

import re

from claims.engine.lexicon.en import roughly
from claims.engine.lexicon.words import words

# In what sense a length is one; two that differ are two lengths.
GEOMETRY = words("height depth width length deviation distance")
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
    r"(?: the next| another| a further)?" + roughly.SOME + " "
)
_FROM_A_MOMENT = (
    r"^\W*(?:after|before|later|earlier|prior to|ahead of|ahead|behind schedule|early|late|ago|from now|to go|away)\b"
)
MOMENT_BEHIND = re.compile(r"^\W*(?:after|before|prior to|ahead of) (?:(?:the|a|an|its|his|her|their) )?([a-z-]+)\b")
_SPREAD_OVER = r"\b(?:over|spread over|across|spread across)(?: the next| the coming)? "
_BEYOND = (
    r"^(?:[ -](?:flying|flight|running|working|operating|service|engine))?(?: hours?| days?)? "
    r"(?:beyond|past|over (?:its|their|the (?:limit|date|deadline|time))|overdue|too long|too late|in excess of)\b"
)
# How a time is told: what lies between two moments, how long something went on, over what time a change is spread.
SENSES_OF_TIME: tuple[tuple[str, str, str], ...] = (
    ("term", "", _CONTRACTED),
    ("term", _SIGNED_FOR, ""),
    ("marriage", r"\b(?:married|wed|wedded|together) (?:to [\w’' -]{2,30} )?for" + roughly.SOME + " ", ""),
    ("marriage", "", r"^ of marriage\b"),
    ("abode", r"\b(?:lived|lives|live|living|resided|dwelt)\b[^.;\d]{0,40}\bfor" + roughly.SOME + " ", ""),
    (
        "service",
        r"\b(?:worked|works|working|served|serving|taught|employed|played|plays)\b[^.;\d]{0,40}\bfor"
        + roughly.SOME
        + " ",
        "",
    ),
    ("overrun", "", _BEYOND),
    ("between", "", _FROM_A_MOMENT),
    ("spread", _SPREAD_OVER, ""),
    ("stretch", _GOES_ON_FOR, ""),
    ("stretch", "", _SO_LONG),
)
# A time in one of these senses is none in another, nor how long an event went on.
TIMES_APART = words("between term marriage abode service overrun")
# How long somebody is bound; of one person, or of two bodies, it is one.
BINDS_FOR = words("term")
# Ideas and stems that tell no more than that somebody is bound.
OF_A_CONTRACT = words("agree sign sig pen run last term length extension new")
SPREAD_OVER = words("spread")
GOES_ON = words("stretch")
# Stems and ideas of what goes on for a while, and of which a report tells one.
LASTING = words(
    "strike search hunt sieg standoff blackout without_power curfew ceasefir truc lockdown delay hearing trial voyag "
    "debate talks"
)
# Behind or before a length these tell that it is by how much something missed.
OFF_COURSE = r"^\W*(?:outside|out of|off|beyond|astray|short of|wide of)\b"
