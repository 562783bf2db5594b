"""The sentences that say whether a verdict covers a text. a: what the text says; b: what the verdict is on."""

SAME = "The verdict is on {b}; the text says the same."
BORNE_OUT = "The verdict is on {b}, which bears out what the text says: {a}."
LESS = "The verdict is on {b} and did not find that right; the text says {a}, which says less: it is not covered."
MORE = "The verdict is on {b}; the text says {a}, which says more than was checked: it is not covered."
DIFFERS = "The verdict is on {b}; the text says {a}: it is not covered."
UPDATES = "The verdict is on {b}; the text says {a}, which may be a later count: it is not covered."
UNCLEAR = "The verdict is on {b}; the text says {a}, and nothing shows that the two are of the same: it is not covered."
OTHER = "The verdict is on {b}; the text says {a}, and the two are not compared, as {why}: it is not covered."
ELSEWHERE = (
    "The verdict is on {b}; the text says {a} and names {names}, which the checked article does not: it is not covered."
)
ANY_EVENT = (
    "The verdict is on {b}; the text says the same and not of what event, and verdicts on several give such a count."
)
SAID = "“{what}”"
SAID_BY = "“{what}”, which {who} says"
DENIED = "“{what}”, which is denied"
DENIED_BY = "“{what}”, which {who} denies"
WORDS = "the words “{words}”"
WORDS_OF = "the words “{words}” of {who}"
AND = " and "
NOTHING = (
    "There is nothing in this text that can be checked: no figure, no words in quotation marks, nobody who says or"
    " denies something."
)
