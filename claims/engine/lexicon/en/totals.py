"""English words that tie a total to its parts, a change to its levels and a vote to its chamber."""

import re

# A sentence that begins so, or whose first number stands before these, takes apart what the sentence before counted.
OF_THESE = re.compile(r"(?:of|among) (?:these|those|them)(?: [a-z]+)?,? ", re.IGNORECASE)
OF_THEM_BEHIND = re.compile(r" of (?:them|these|those)\b", re.IGNORECASE)
# Behind the first part of a total: one more is all of the rest.
OF_THEM_AND_ONE = re.compile(
    r" of (?:them|whom) (?:in|at|on|near|from) [^,.;:\d]{2,40}? and one (?:of them )?(?:in|at|on|near|from) "
)
# At the head of a sentence these are said of the number that the rest takes apart.
OF_THE = re.compile(r"of (?:the |its |their |our |those |these |all )?(?:[\w-]+[’']s? )?", re.IGNORECASE)
# Between two parts of a list these tell of something else.
NO_LIST = re.compile(
    r"\b(?:including|of whom|of which|of them|among|but|while|whereas|compared|against|than|after|before|because|plus|"
    r"another|respectively)\b",
    re.IGNORECASE,
)
JOINS_LAST = re.compile(r"\band\b", re.IGNORECASE)
# Who says so, behind a list.
CREDIT = re.compile(
    r",[”\"]? (?:it|he|she|they|[^,:;]{2,50}) (?:said|says|reported|showed|shows|found|told [^,:;]{2,30})(?: [^,:;]{2,30})?$"
    r"|, according to [^,:;]{2,60}$"
)
# One that is told without a number, as an item of a list.
SINGLE = re.compile(r"(?:(?<=, )|(?<= and ))(?:a single|a|an|one)(?= [a-z])")
# Behind the number of a sum of money whose currency was told with the total.
PURPOSE = re.compile(r" (?:for|on|to|towards|in|from|at) ")
# Before the colon of a list whose total an earlier sentence gave.
AS_FOLLOWS = re.compile(r"\b(?:as follows|broken down|breakdown|break down|divided|split|made up)\b", re.IGNORECASE)
# A sentence that says that what stands before it is everybody, and counted once.
CLOSES = re.compile(
    r"^no other \w+|^there (?:is|are|was|were) no other|^no\w* (?:[a-z]+ )?(?:falls?|fell|is|was|were|are|counts?|appears?) "
    r"(?:counted )?(?:in|into|under|to) (?:more than one|two|both)|^no\w* (?:[a-z]+ )?(?:is|was|were|are) counted twice",
    re.IGNORECASE,
)
# The same behind a list, in its sentence: "... and £35,000 from traders; there are no other donors".
CLOSED_BEHIND = re.compile(
    r"(?:[;,–—:] ?| - )(?:and )?(?:(?:there (?:is|are|was|were|[’']s) )?(?:no other|no others|no more|nobody else|"
    r"no one else|nothing else|none else)|that (?:is|was|[’']s) (?:all|everybody|everyone|everything|it))\b[^;:]{0,60}$",
    re.IGNORECASE,
)
# A part of a percentage point.
OF_A_POINT = re.compile(r"^ (?:an? )?(?:percentage )?point\b", re.IGNORECASE)
# Between a total and the first of its parts where no colon stands there: "31 shops, 12 in Wales".
LISTED = re.compile(r"^[^,;:()–—]{0,40}[,;–—] ?(?:made up of |namely |that is )?$", re.IGNORECASE)
# Two kinds that are all of it.
COMPLEMENTS = (
    ("full-time", "part-time"),
    ("men", "women"),
    ("boys", "girls"),
    ("adults", "children"),
    ("positive", "negative"),
    ("public", "private"),
    ("at home", "abroad"),
    ("domestic", "foreign"),
    ("domestic", "international"),
    ("urban", "rural"),
    ("permanent", "temporary"),
    ("online", "in shops"),
    ("passengers", "crew"),
    ("passenger", "freight"),
    ("residential", "commercial"),
    ("civilians", "soldiers"),
    ("teachers", "pupils"),
)
# Before a number these make it all of them that are not among those told before.
THE_REST = re.compile(r"\b(?:the (?:other|remaining)|the rest,) $", re.IGNORECASE)
# Before or behind a number these make it the total of the numbers told before it.
TOTAL_BEFORE = re.compile(
    r"(?:\ba total of|\bmaking|\bfor a total of|\bin all,?|\baltogether,?|\bin total,?|\bbringing the total to|"
    r"\bmakes|\bmake|\bcomes to|\badds? up to) [A-Z]{0,3}[$£€]?$",
    re.IGNORECASE,
)
TOTAL_BEHIND = re.compile(r"^(?: [a-z]+){0,2} (?:in all|in total|altogether|all told)\b", re.IGNORECASE)
# The size of a body that votes, by the words right before or right behind the number.
CHAMBER_BEFORE = re.compile(
    r"\b(?:chamber|house|council|assembly|parliament|senate|board|committee|legislature) of $",
    re.IGNORECASE,
)
MEMBERS_BEFORE = re.compile(
    r"\b(?:of (?:the|its|their|all)|has(?: only)?|with (?:its|their|all)) (?:[a-z]+[’']s )?$", re.IGNORECASE
)
CHAMBER_BEHIND = re.compile(
    r"^(?:-(?:seat|member|strong) |-)(?:[a-z]+ ){0,2}(?:chamber|house|council|assembly|parliament|senate|legislature|"
    r"committee|board|congress)\b",
    re.IGNORECASE,
)
MEMBERS_BEHIND = re.compile(
    r"^ (?:[a-z]+ )?(?:members|deputies|lawmakers|councillors|councilors|mps|senators|delegates|legislators|seats)\b",
    re.IGNORECASE,
)
# How those behaved who did not vote for or against.
ABSTAINED = re.compile(r"\babst(?:ain\w*|ention\w*)\b", re.IGNORECASE)
ABSENT = re.compile(
    r"\b(?:absent|stayed away|stay away|did not vote|not present|missed the vote|took no part|were away|was away)\b",
    re.IGNORECASE,
)
ONE_ABSENT = re.compile(
    r"\bone\b[^,.;:]{0,40}\b(?:absent|stayed away|did not vote|not present|missed the vote|took no part|was away)\b",
    re.IGNORECASE,
)
ALL_PRESENT = re.compile(
    r"\b(?:every (?:member|deputy|councillor|seat)(?: being| was)? (?:present|filled|voting)|all (?:members )?(?:being |were )?present|"
    r"with (?:nobody|no one|no member) absent|nobody (?:was |being )?absent|no one was absent|full attendance|everyone voted|"
    r"all of (?:whom|them) (?:were |was )?(?:there|present|voting|voted))\b",
    re.IGNORECASE,
)
# A seat that nobody fills, or whose holder does not vote.
NO_VOTE = re.compile(r"\b(?:vacan\w+|empty seats?|speaker|chair\w*|casting vote|presid\w+)\b", re.IGNORECASE)
# Before the level that was left, and between it and the one that was reached: "from 1,981 in May to 2,381".
FROM = re.compile(r"\bfrom (?:about |some |nearly )?[A-Z]{0,3}[$£€]?$", re.IGNORECASE)
TO = re.compile(r"^[^,.;:]{0,40}\bto (?:about |some |nearly )?[A-Z]{0,3}[$£€]?$", re.IGNORECASE)
# Between the level that was reached and the one it is held against: "£52m, against the £40m approved in May".
HELD_TO = re.compile(
    r"^(?: [a-z]+)?,? (?:against|as against|compared (?:with|to)|versus|set against) (?:the |an? |its )?[A-Z]{0,3}[$£€]?$"
)
# Behind that level: of its own time, or of what was planned.
ITS_OWN_TIME = re.compile(
    r"^ (?:[a-z]+ ){0,2}(?:in \d{4}|last |the year before|a year (?:ago|earlier|before)|previously|approved|planned|budgeted|"
    r"agreed|estimated|forecast|expected|announced|promised)"
)
# Between a difference and the level that it is held against: "41 killings, 13 fewer than the 56 in 2023".
THAN = re.compile(
    r"^ (?:[a-z]+ ){0,2}(?:fewer|more|less|higher|lower) than (?:the |its |their )?(?:[a-z]+ )?[A-Z]{0,3}[$£€]?$",
    re.IGNORECASE,
)
# Between a level and the difference that follows it.
APART = re.compile(r"^[^.;:]{0,30}, (?:or |which (?:is|was) |that is )?[A-Z]{0,3}[$£€]?$", re.IGNORECASE)
# Said of what is no longer there: a share of it is by how much it fell.
GONE = re.compile(
    r"\b(?:vanished|gone|disappeared|been lost|was lost|were lost|destroyed|wiped out|died back|died off|melted|shrunk)\b",
    re.IGNORECASE,
)
# Told in these words a share is told in figures; else it is a fraction, which is rougher: "a third", "one in ten".
PER_CENT = re.compile(r"%|\bper ?cent|\bpct\b", re.IGNORECASE)
# Between an amount and the share of something else that it is: "£74 million, or 4% of".
AMOUNT_OR = re.compile(r"^[^.;:()]{0,40}(?:, or |\()(?:about |some |nearly |almost )?[A-Z]{0,3}[$£€]?$", re.IGNORECASE)
SHARE_OF = re.compile(r"^ of [^.,;:()]{0,50}$", re.IGNORECASE)
# Between a fraction and the same in per cent: "more than half of our readers (47 per cent of".
IN_BRACKETS = re.compile(r"^[^.,;:()]{0,40} \($")
# Such a bracket is of another time or thing.
ANOTHER = re.compile(
    r"\b(?:last|year|earlier|from|against|compared|previous|up|down|in \d{4}|of (?:them|whom|which))\b", re.IGNORECASE
)
# Behind a sum of money: what each one gets or pays; and between it and the sum of all.
APIECE = re.compile(
    r"^ (?:apiece|each|a head|per head|per person|per family|per household|a person|a family)\b", re.IGNORECASE
)
EACH_OF = re.compile(r"\beach (?:of|one|family|person|household)\b[^.,;:]{0,60}$", re.IGNORECASE)
OR_APIECE = re.compile(
    r"^[^.;:()]{0,40}(?:, or |\(|, that is )(?:about |some |nearly |almost )?[A-Z]{0,3}[$£€]?$", re.IGNORECASE
)
# A share that stands behind a count in apposition is the count's: "60 were off on Tuesday, more than half".
IN_APPOSITION = re.compile(r"^[^.,;:()]{0,60}, (?:just |only )?$")
ENDS = re.compile(r"^[”\"]?(?:[.,;]|$)")
# Between a whole and some of it that a share tells next: "4,200 buses, of which 1,300, or 41 per cent".
OF_WHICH = re.compile(r"^[^.;:()]{0,40}, of (?:which|whom|them) (?:about |some )?$", re.IGNORECASE)
# Between a share and the part of a whole that it is drawn from: "turnout was 61 per cent: 31,200 of the 48,000".
DRAWN_FROM = re.compile(r"^[^.;:()–—]{0,25}(?::| –| —) $")
SOME_OF = re.compile(r"^ (?:[\w-]+ ){0,2}(?:out )?of (?:the |its |their |all )?(?:[\w-]+[’']s )?$", re.IGNORECASE)
# Between the whole that a share is of and the part, told in apposition: "nearly half of the 320 homes, 108, have".
IS_PART = re.compile(r"^[^.,;:()]{0,30}(?:, | \()(?:or )?$")
PART_ENDS = re.compile(r"^(?: in all)?(?:,|\))")
# By how much somebody won, and between the counts of votes that it is the difference of.
MARGIN = re.compile(
    r"\b(?:majority|margin|lead|difference|gap) of (?:just |only |about )?$|\b(?:won|lost|win|ahead|beat [^,;:]{2,40}|behind) by (?:just |only )?$",
    re.IGNORECASE,
)
AGAINST = re.compile(r"^[^.;:()\d]{0,50}(?:\bto\b|\bagainst\b|\band\b|–|-)[^.;:()\d]{0,40}$", re.IGNORECASE)
# The share of all who are left, before the number.
REST = re.compile(
    r"\b(?:the (?:rest|others?|remaining|remainder)(?:[ ,]|$)|undecided|don[’']t know|did not know|no opinion)",
    re.IGNORECASE,
)
