"""English words that make of a number a part of another one, or the base that a part is taken of."""

import re

from claims.engine.lexicon.words import words

# Behind a number or a word of number these make what follows the base of a share: "three of the 14", "all of its 310".
BASE_BEFORE = (
    r"(?:\d |\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|none|half|third|thirds|quarter|"
)
BASE_BEFORE += r"quarters|all|some|most|many|each|any|more|fewer|less|share|percent|cent|but) )of "
BASE_BEFORE += r"(?:the |its |their |our |his |her |all )?(?:(?:[\w-]+ ){0,3}[\w-]+[’']s? )?$|(?:^|[.:;] )of (?:the |its |our )?(?:[\w-]+[’']s? )?$"
# Before a status: the number that some are taken of, and a noun for them, "of the 54 people arrested".
OF_THE_NUMBER = re.compile(
    r"\bof (?:the |its |their |those |these |all )?(?:[\w-]+[’']s? )?(\d[\d,]*\d|\d|[a-z-]+) ([a-z-]+ )?$"
)
# Such a status is that of the number where it stands for a noun, or behind one and before a verb: "arrested were".
ATTRIBUTIVE = words("dead injured wounded hurt missing killed arrested detained trapped rescued evacuated displaced")
BEFORE_A_VERB = re.compile(r"^ (?:were|was|are|is|had|have|has|will|came|live|lived|work|worked)\b")
# A sentence that begins so takes a total apart: "of the 45 injured, 20 are in hospital".
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
# Behind a number these name what it is taken of.
TAKEN_OF = ("of",)
# A status behind these is that of the base and not of those counted: "62 of the dead had been identified".
BASE_OF = ("of the ", "of those ", "among the ", "of all ")
# Said with a number of others than those counted before.
OTHER = words("other another further more additional else")
# Behind each number of a list that shares out those counted before: "nine for burns, six for cuts and two for shock".
SHARES_OUT = words("for with from in at on by to")
# "65 per cent of the award, or €12.1 million": a share of what is named.
SHARE_TAKEN = re.compile(r"\b(?:per cent|percent|half|third|quarter|fifth|tenth|share|part|%) of ")
