"""How English says that something is not so: frames around what is denied, and answers that only point at it."""

SHELL = (
    r"(?:(?:the|these|those|this|that|such|any|all|both|media|press|news|recent|earlier|online|some|widespread|his|her|"
    r"its|their|our|your) ){0,3}(?:claims?|allegations?|reports?|suggestions?|rumou?rs?|accusations?|assertions?|"
    r"statements?|speculation|notion|idea|charges?|insinuations?|assumptions?|stories|story|accounts?)"
)
_BE = r"(?:is|are|was|were|be|been|being|has been|have been|had been)"
_HOW = r"(?:(?:simply|wholly|entirely|completely|totally|quite|absolutely|just|plainly|categorically|utterly|all|a) )*"
_UNTRUE = (
    r"(?:untrue|false|wrong|incorrect|inaccurate|baseless|unfounded|groundless|mistaken|misleading|nonsense|rubbish|"
    r"fabricated|fiction|fabrication|lies|lie|invented|without (?:any )?(?:foundation|basis|substance)|"
    r"wide of the mark|(?:not|never) (?:\w+ly )?(?:true|correct|accurate|right|so|the case))"
)
_NOT_SO = rf"(?:{_BE} {_HOW}{_UNTRUE}|isn't (?:true|so|right|correct)|aren't (?:true|right|correct)|wasn't (?:true|so))"
_TO = r"(?: to (?:say|claim|suggest|report|think))?"
_NO_TRUTH = r"(?:no|not any|never any) (?:truth|substance|foundation|basis)(?: whatever| whatsoever| at all)?"
# What may stand behind such a sentence.
_REST = r"(?:(?:,|;| and | but ).*)?"
# A sentence that is one of these denies what `said` stands for; `cue`: the words that do so.
DENIALS = (
    rf"{SHELL} (?:that|of) (?P<said>.+?),? (?P<cue>{_NOT_SO}|ha(?:s|ve) no (?:foundation|basis)){_REST}",
    rf"it(?:'s| {_BE}|) ?(?P<cue>{_HOW}{_UNTRUE}|isn't true|wasn't true|isn't the case){_TO} that (?P<said>.+)",
    rf"there {_BE} (?P<cue>{_NO_TRUTH}) (?:in|to|for) {SHELL} (?:that|of) (?P<said>.+)",
)
# What is claimed, behind a noun that says that it is: "the claim that".
CLAIMED = rf"{SHELL} that (?P<said>.+)"
# These point at what was said before.
_POINTER = rf"(?:it|this|that|these|those|as much|{SHELL})"
_WHEN = (
    r"(?:,? (?:(?:late |early )?on (?:\w+day|\d+)|last (?:night|week|month|year)|this (?:morning|week|month|year)|"
    r"yesterday|today|again|too|outright|out of hand|at the time|in (?:court|parliament|public))\b.*)?"
)
POINTING = rf"{_POINTER}{_WHEN}"
# These do too, and say that it is not so.
POINTING_DENIED = (
    rf"{_POINTER} {_NOT_SO}{_WHEN}|{SHELL} (?:to be )?(?:as )?{_HOW}{_UNTRUE}|"
    r"(?:\w+ ){0,3}(?:no such thing|nothing of the (?:kind|sort))(?: \w+)?"
)
# What somebody was asked, before his answer.
ASKED = r"\basked (?:\w+ ){0,4}?(?:if|whether) (?P<said>[^,;]{3,200}),\s*(?:\w+\s*)?$"
_WHO = r"(?:it|they|he|she|we|i|you|there|this|that)"
_AUX = r"(?:had|has|have|was|were|is|are|did|does|do|would|will|could|can)"
# An answer that leaves out what was asked, and one that denies it.
LEFT_OUT = rf"{_WHO} {_AUX}(?: been| done so)?"
LEFT_OUT_DENIED = (
    rf"{_WHO} (?:{_AUX} (?:not|never)|(?:had|has|have|was|were|is|are|did|does|do|would|could)n't)"
    rf"(?: been| done so)?|(?:nobody|no one|none|nothing)(?: of (?:it|them|that|this))? {_AUX}(?: been)?"
)
# "It" that stands for nobody: "it was not true that", "it was raining".
NOBODYS_IT = (
    r"it (?:is|was|will be|would be|has been|had been)(?: \w+){1,3} (?:that|to)\b.*|"
    r"it (?:(?:had|has|was|is|been|never) )*(?:rain|snow|seem|appear|took|takes|take|turn|emerg|happen)\w*\b.*"
)
# A denial of the whole of something: with these the part is enough.
OF_ANY = frozenset("any anything anyone anybody ever anywhere a an one single".split())
# Who says so with one of these says it of his own.
ADMITTING = frozenset(
    "admit admitted admits concede conceded concedes acknowledge acknowledged confess confessed confirm confirmed accept "
    "accepted recognise recognised recognize recognized".split()
)
# What is said of one's own.
OWN = frozenset("it its they their them we our us he his she her i my me".split())
