"""The plain sentences in which the engine says what it found."""

BETWEEN = "{low} to {high}"
UNBOUNDED = "an open number"
BOUNDS = {
    "at_least": "at least {value}",
    "more_than": "more than {value}",
    "at_most": "at most {value}",
    "less_than": "less than {value}",
}
SAID_BY = ", said by {who}"
AGREES = "{a} and {b} can both hold."
CONFLICTS = "{a} and {b} are given for the same thing{of}, and cannot both be right."
ROSE = "{b} is later and higher than {a} for the same count{of}, so it replaces it."
SANK = "{b} is later and lower than {a} for the same count{of}, which goes down as well as up, so it replaces it."
MOVED = "{b} is later than {a} for the same count{of}, so it replaces it."
FELL = "{b} is later and not higher than {a} for the same count{of}, but this count only grows."
SWAPPED = "{a} and {b} are given for the same thing{of}; the digits look swapped."
BEHIND = "{b} had been reported elsewhere before {a} was{of}, so the two are at odds."
CORRECTED = "{a} was corrected to {b}{of}, so the first was wrong."
OF_MEASURE = " ({measure})"
POINTS = "{a} and {b} are not the same change: a percentage point is not a per cent."
CURRENCY = "{a} and {b} are one number in two currencies{of}; one of them looks wrong."
UNLIKE = "{a} and {b} are not compared: {why}."
WHY_UNLIKE = {
    "unit": "they are in units that do not convert",
    "period": "they hold for other times",
    "group": "they count other groups",
    "aspect": "one is a limit, a forecast, an average or the like, and the other is not",
    "direction": "one is a change and the other a level, or they go opposite ways",
    "measure": "nothing says that they measure the same",
    "points_of_other": "one is a change and the other a level",
}
NOBODY = "nobody named"
QUOTE_SAME = "Both have the words “{a}”, whole or cut."
QUOTE_WORDS = "{who} is quoted as saying “{a}” and “{b}”: not the same words."
QUOTE_SPEAKER = "The words “{a}” are given to {who} and to {other}."
UNLIKE_QUOTES = "“{a}” and “{b}” are not one utterance."
AFFIRMED = "{who} says: {what}"
DENIED = "{who} denies: {what}"
CREDITED = "“{a}” is credited to {who}, and to {other}."
CREDITED_ALIKE = "Nothing in what {who} and {other} are reported to say is at odds."
DENIES = "{who} is reported to say both that it is so and that it is not: “{a}”, “{b}”."
CARRY_NEW = "The version before has nothing like it."
CARRY_DROPPED = "The new version has it no more."
CARRY = {
    "unchanged": "The words and what they say are the same.",
    "moved": "The same words stand elsewhere in the new version.",
    "reworded": "Other words, the same in substance: {b}.",
    "value_changed": "{a} became {b}.",
    "attribution_changed": "It was credited to {x} and is now credited to {y}.",
}
AND = " and "
SUM_OFF = "{parts} make {sum}, not {total}."
CONVERSION_OFF = "{a} is not {b}."
CHANGE_OFF = "The levels given come to {comes_to}, not {change}."
EACH_OFF = "{total} in all come to {due} for each, not {each}."
RATE_OFF = "{a} and {b} are at another rate than the text's other conversions."
PERCENT_OFF = "The numbers given come to {comes_to} percent, not {percent}."
# Between a total and the first of its parts these say that the parts are all of it.
LIST_CUE = (
    r":|\bof (?:which|whom|them|those)\b|\bmade up of\b|\bconsisting of\b|\bcomprising\b|\bnamely\b|\bas follows\b"
)
# Before the last part of a list.
LIST_ENDS = " and "
# In a sentence of its own these say that its numbers are the parts of an earlier one.
TAKES_APART = (
    "make up",
    "makes up",
    "as follows",
    "consists of",
    "consist of",
    "of those",
    "of these",
    "no other",
    "divided into",
)
# A sentence that begins so names a total that the rest takes apart.
LIST_OPENERS = frozenset({"of the", "of", "of its", "of their", "of these", "of those"})
# Between two parts of a total that are all of it, each in a place of its own, and behind the second one.
OF_THEM = r" of (?:them|whom) (?:in|at|on|near|from) [^,.;:]{2,40}? and "
AND_THE_REST = r"(?: of (?:them|whom))? (?:in|at|on|near|from) "
# Between a part and its whole: "40 of its 160", "five people out of sixty".
TAKEN_OF_WHOLE = r" (?:[\w-]+ ){0,2}(?:out )?of (?:the |its |their |our |his |her |all )?(?:[\w-]+[’']s? )?"
# Between the whole and the share that it makes, in one sentence; and all that stands before the share in the next.
SHARE_LINK = r"(?:, or|\(|, that[’']?s|, that is|, which is|, i\.e\.)(?: just| only| about| nearly| some)? ?$"
SHARE_HEAD = r"(?:and |so )?(?:that|this|which|it)(?:[’']s| is| was| makes| comes to| amounts to)(?: just| only)? "
# Between a count and a percentage: the percentage is the count's share.
SHARE_JOINS = (", or ", " or ", "(", "turnout of", "that is")
# Behind a temperature these make it a difference of two.
WARMER = r"^[^.,;()]{0,25}\)? (?:too (?:warm|hot|cold|cool)|warmer|cooler|colder|hotter|above|below|higher|lower|more|less)\b"
CHANGE_TO = ("to", "to about")
CHANGE_FROM = "from"
WEEKDAY = "day of the week"
AS_WRITTEN = "{day}, as written"
BY_CALENDAR = "{date} falls on a {day} in {year}"
WEEKDAY_OFF = "The text says {said}; {calendar}."
PART_ABOVE = "{part} cannot be among {whole}."
# Between a whole and those of it that are told next: "12 people were killed, including 15 children".
AMONG_THEM = r"(?:including|among (?:them|whom)|of (?:whom|which|them)) (?:at least |about |some )?$"
# Between the number that some are taken of and these: "of the 40 passengers, 45 were rescued".
BEHIND_BASE = r"[^,.;:]{0,40}, (?:at least |about |some )?"
OWN_VOICE = "in its own voice"
DRIFTED = {
    "attribution.drift": "What the earlier version gave to {who}, “{a}”, the later one says in its own voice: “{b}”.",
    "attribution.hedge": "The earlier version kept its distance from this (“{hedge}”); the later one does not: “{b}”.",
    "attribution.firmer": "What the earlier version said to be claimed, “{a}”, the later one says to be established.",
}
TURNED_ROUND = "What {who} is reported to say was turned round: “{a}” became “{b}”."
# What a passage that was linked as evidence holds of a claim.
HOLDS_FIGURE = "Contains the figure: {b}."
HOLDS_NUMBER = "The number stands there ({b}), but nothing says that it counts the same as {a}."
OTHER_FIGURE = "Another figure: {b}, not {a}."
NO_FIGURE = "The engine read no figure of this kind in the passage. Read it yourself."
HOLDS_QUOTE = "Contains the words of the quote."
OTHER_QUOTE = "Not these words: {shared} of {total} stand there in this order."
OTHER_SPEAKER = "These words are given to {b} there, not to {a}."
HOLDS_ATTRIBUTION = "Says the same: {b}."
OTHER_ATTRIBUTION = "Says otherwise: {b}."
NO_ATTRIBUTION = "The engine read nobody in the passage who says or denies this. Read it yourself."
