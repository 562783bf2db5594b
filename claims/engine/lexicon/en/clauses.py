"""Words at which a clause begins or ends, and by which it leans on what stands before it."""

import re

from claims.engine.lexicon.words import words

AND = frozenset({"and", "but", "or"})
# To the left a clause goes no further than behind one of these.
OPENERS = words(
    """
    that when while after before because if although though since unless whether where as said says told added
    claimed reported estimates estimated found show shows showed
    """
) - {"estimated", "reported", "found"}
# To the right it ends before one of these.
CLOSERS = words(
    """
    when while after before because if although though unless whether where which who that than said says according
    """
) - {"than", "who", "that", "which"}
NEVER_FIRST = words("and but or so then also with")
NEVER_LAST = words("and but or of in on at by from for with to than as the a an which who")
# Behind or around a number these make it an age: "a 24-year-old", "a woman of 79,".
AGE = r"^-year|^ years? old|^-month-old"
AGE_BEFORE = r"(?:, |\b(?:of|aged) )$"
# Nouns of people that do not end as plurals do; two plurals with "and" between are one subject: "patients and staff".
PLURALS = words("people men women children staff police crew personnel clergy gentry youth folk cattle sheep fish mice")
JOINING = words("and or")
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
# A clause whose number stands right behind one of these says nothing by itself.
LEANS_ON = words("to from or up down against with at by compared versus than about")
# A number that is put on what stands before it: "the crowd was 18,000, police said; the league put it at 60,000".
PUT_AT = (
    r"\b(?:put|puts|putting|estimated|estimates|placed|gave|gives) (?:it|that|this|them|(?:the|its|their) "
    r"(?:figure|number|total|toll|count|tally|sum|cost|price|size)) (?:at|as|to be) (?:[a-z-]+ ){0,3}$"
)
# Where one clause ends and another begins, besides punctuation.
CLAUSE_WORDS = words("and but while which who whom after before when because although though where whereas or")
# A clause that begins with one of these is about what stands before it.
RELATIVE = words("which who whom")
