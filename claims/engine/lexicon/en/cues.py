"""The words that give an assertion to somebody, and what they build.

Each verb (by lemma) has the letters of the frames it takes:
  c  a clause: "said (that) two had died"            q  the words themselves, and no clause: "he smiled"
  o  an addressee, then a clause: "told us that"     t  an infinitive: "vowed to fight"
  i  an addressee, then an infinitive: "urged all to leave"
  n  a noun that is asserted: "reported a profit"    k  a noun and what it is called: "called it a lie"
  b  a noun and what it did: "blamed the driver for" s  a stance on a noun: "criticised the plan"
  m  a clause that somebody knows, feels or decides: no record either
  a  a noun and a number: "put the damage at $85 million"
  e  a noun, where a study or a count is the source: "tests found nitrate"
  f  what stands behind "of", where a report is the source: "reports speak of 40 dead"
  p  only where a person or a body is the source: "the agency requires all to leave", not "the law requires"
  v  a clause, where a court is the source: "the jury heard that"
  r  denied where it is negated: "does not accept that"
  d  somebody denies or rejects what follows
  x  what points back, too: "admitted it", "conceded as much"
  h  a noun only where it is a claim: "withdrew its claim that"
  j  a noun only with what it is put down to: "credited the fall to"
A stance credits no proposition that could be checked, so no record is made of it; it only tells who is speaking.
"""

VERBS: dict[str, str] = {
    # saying
    "say": "c",
    "state": "cn",
    "claim": "cntq",
    "allege": "cn",
    "assert": "cn",
    "affirm": "cn",
    "contend": "c",
    "maintain": "c",
    "insist": "c",
    "argue": "c",
    "add": "c",
    "note": "c",
    "observe": "c",
    "remark": "c",
    "comment": "c",
    "mention": "c",
    "explain": "c",
    "announce": "cn",
    "declare": "cnk",
    "proclaim": "cn",
    "report": "cn",
    "reveal": "cn",
    "disclose": "cn",
    "confirm": "cnx",
    "acknowledge": "cnx",
    "admit": "cqx",
    "concede": "cx",
    "confess": "cx",
    "agree": "cr",
    "stress": "c",
    "emphasise": "c",
    "emphasize": "c",
    "underline": "c",
    "underscore": "c",
    "reiterate": "c",
    "repeat": "c",
    "recall": "c",
    "recount": "c",
    "reply": "c",
    "respond": "c",
    "answer": "c",
    "retort": "c",
    "counter": "c",
    "quip": "c",
    "joke": "c",
    "write": "c",
    "tweet": "c",
    "post": "c",
    "publish": "q",
    "testify": "c",
    "hear": "v",
    "complain": "c",
    "caution": "co",
    "flag": "cn",
    "signal": "c",
    "boast": "c",
    "lament": "c",
    "conclude": "c",
    "rule": "c",
    "predict": "cn",
    "forecast": "cn",
    "project": "cn",
    "suggest": "ce",
    "hint": "c",
    "imply": "c",
    "indicate": "ce",
    "speculate": "c",
    "theorise": "c",
    "theorize": "c",
    "hypothesise": "c",
    "posit": "c",
    "surmise": "c",
    "infer": "c",
    "deduce": "c",
    "attest": "c",
    "decree": "cn",
    "stipulate": "c",
    "specify": "c",
    "divulge": "c",
    "scoff": "cq",
    "snap": "q",
    "mutter": "cq",
    "murmur": "cq",
    "groan": "q",
    "moan": "cq",
    "roar": "q",
    "bellow": "q",
    "bark": "q",
    "chuckle": "q",
    "grumble": "cq",
    "whine": "cq",
    "gush": "q",
    "beam": "q",
    "rant": "cq",
    "crow": "cq",
    "brag": "cq",
    "chide": "q",
    "scold": "q",
    "warn": "coi",
    "clarify": "c",
    "propose": "c",
    "recommend": "cin",
    "require": "ip",
    "demand": "ct",
    "request": "c",
    "order": "in",
    "direct": "i",
    "instruct": "i",
    "command": "i",
    "urge": "ic",
    "ask": "iq",
    "beg": "i",
    "implore": "i",
    "tell": "oi",
    "inform": "o",
    "assure": "oc",
    "remind": "o",
    "notify": "o",
    "advise": "oic",
    "brief": "o",
    "reassure": "o",
    "read": "c",
    "quote": "q",
    "accuse": "b",
    "blame": "b",
    "charge": "c",
    "attribute": "b",
    "ascribe": "b",
    "credit": "bj",
    "vow": "ct",
    "promise": "cton",
    "pledge": "ctn",
    "threaten": "t",
    "swear": "ct",
    "undertake": "t",
    "guarantee": "c",
    "call": "ki",
    "describe": "k",
    "label": "k",
    "brand": "k",
    "dub": "k",
    "term": "k",
    "portray": "k",
    "characterise": "k",
    "characterize": "k",
    "depict": "k",
    "denounce": "k",
    "accept": "cr",
    "speak": "f",
    "talk": "f",
    "submit": "c",
    "plead": "c",
    "certify": "c",
    "relay": "c",
    "point": "c",
    "put": "qa",
    "continue": "q",
    "begin": "q",
    "go": "q",
    "laugh": "q",
    "smile": "q",
    "shout": "cq",
    "yell": "cq",
    "whisper": "cq",
    "cry": "q",
    "exclaim": "cq",
    "chant": "q",
    "scream": "cq",
    "sing": "q",
    "text": "cq",
    "email": "cq",
    "sigh": "q",
    "muse": "cq",
    "wonder": "m",
    "enthuse": "q",
    "interject": "q",
    "thunder": "q",
    "fume": "q",
    "rage": "q",
    "opine": "c",
    "advertise": "c",
    "gloat": "q",
    "declaim": "q",
    "sum": "q",
    "offer": "q",
    "open": "q",
    "react": "q",
    "elaborate": "q",
    # denying
    "deny": "cndx",
    "reject": "nd",
    "dismiss": "nkd",
    "refute": "cndx",
    "dispute": "cndx",
    "rebut": "nd",
    "repudiate": "nd",
    "disavow": "nd",
    "contest": "nd",
    "debunk": "nd",
    "retract": "nhd",
    "recant": "nhd",
    "withdraw": "nhd",
    "disown": "nhd",
    "backtrack": "hd",
    "backpedal": "hd",
    "renege": "hd",
    # thinking
    "believe": "c",
    "think": "c",
    "expect": "cnit",
    "estimate": "cna",
    "hope": "c",
    "fear": "c",
    "reckon": "c",
    "suspect": "c",
    "feel": "m",
    "calculate": "c",
    "guess": "m",
    "doubt": "m",
    "assume": "m",
    "anticipate": "cn",
    "consider": "m",
    "worry": "m",
    "understand": "m",
    "know": "m",
    "learn": "m",
    "determine": "m",
    "decide": "m",
    "assess": "c",
    # showing, of papers and figures
    "show": "ce",
    "find": "ce",
    "demonstrate": "c",
    "prove": "c",
    "cite": "s",
    "detail": "s",
    # taking a stance
    "criticise": "s",
    "criticize": "s",
    "condemn": "s",
    "praise": "s",
    "welcome": "s",
    "support": "s",
    "oppose": "s",
    "endorse": "s",
    "defend": "s",
    "attack": "s",
    "question": "s",
    "slam": "s",
    "blast": "s",
    "hail": "s",
    "back": "s",
    "want": "s",
    "favour": "s",
    "favor": "s",
    "mock": "s",
    "seek": "s",
    "plan": "s",
    "intend": "s",
    "discuss": "s",
    "express": "s",
    "decry": "s",
    "decline": "s",
    "refuse": "s",
    "apologise": "sq",
    "apologize": "sq",
    "seem": "s",
    "appear": "s",
    "denigrate": "s",
    "rebuke": "s",
    "lambast": "s",
    "lambaste": "s",
    "tout": "s",
}
# Words that begin a prepositional credit, and the words that follow: "according to the police".
ACCORDING = {"according": ("to",)}
# After these the words of an "as" clause are credited: "as confirmed by the ministry", "quoted as saying".
AS_WORDS = frozenset(["as"])
# Nouns that carry an assertion: "the minister's claim that", "a denial by the firm that".
NOUNS: dict[str, str] = {
    "claim": "",
    "statement": "",
    "assertion": "",
    "allegation": "",
    "accusation": "",
    "announcement": "",
    "suggestion": "",
    "warning": "",
    "belief": "",
    "admission": "",
    "promise": "",
    "pledge": "",
    "vow": "",
    "prediction": "",
    "complaint": "",
    "argument": "",
    "insistence": "",
    "assurance": "",
    "confirmation": "",
    "contention": "",
    "estimate": "",
    "report": "",
    "finding": "",
    "conclusion": "",
    "view": "",
    "assessment": "",
    "opinion": "",
    "ruling": "",
    "suspicion": "",
    "testimony": "",
    "acknowledgement": "",
    "acknowledgment": "",
    "concession": "",
    "forecast": "",
    "projection": "",
    "hope": "",
    "fear": "",
    "remark": "",
    "comment": "",
    "charge": "",
    "boast": "",
    "threat": "",
    "denial": "d",
    "rejection": "d",
}
# Before these courts and inquiries things are said: "the jury heard that", "the inquest was told that".
COURTS = frozenset(["court", "jury", "tribunal", "inquest", "inquiry", "hearing", "panel", "committee", "trial"])
# Prepositions behind which stands what a verb says of its own: "warned of a loss", "called for an inquiry".
BEHIND = {
    "warn": ("of", "about"),
    "caution": ("against", "about"),
    "call": ("for",),
    "ask": ("for",),
    "admit": ("to",),
    "confess": ("to",),
    "own": ("to",),
    "backtrack": ("on", "from"),
    "backpedal": ("on", "from"),
    "row": ("on", "from"),
    "renege": ("on",),
}
# Verbs that are cues with the word behind them alone: "ruled out a cap", "owned up to it".
PHRASAL: dict[str, tuple[str, str]] = {
    "rule": ("out", "ndp"),
    "own": ("up", "cx"),
    "walk": ("back", "nhd"),
    "row": ("back", "hd"),
    "take": ("back", "nhd"),
    "shoot": ("down", "nhd"),
    "brush": ("aside", "nhd"),
    "laugh": ("off", "nhd"),
}
# What is put down to somebody or something: "credited the fall to a jobs scheme".
CREDITING = frozenset(["to", "with", "for"])
# Adjectives whose clause is what somebody holds: "was adamant that".
ADJECTIVES = frozenset(["adamant", "insistent", "emphatic", "categorical", "unequivocal"])
# "Made clear that", "made it plain that".
MADE = frozenset(["clear", "plain"])
MAKING = frozenset(["make"])
# Behind the source of a passive these go on with what is said: "blamed by police on ice".
BLAMING = frozenset(["on", "for", "as"])
# Nouns that a denied or rejected proposition hides behind: "rejected suggestions that Kyiv had a hand in it".
SHELLS = frozenset(
    """
suggestion claim report allegation accusation notion idea charge assertion rumour rumor speculation argument
possibility contention criticism finding assumption impression theory view belief fact statement insinuation story
account
""".split()
)
THAT = frozenset(["that"])
# "In the coroner's view", "in her words": nouns behind "in" that give what follows to their owner.
VIEWS = frozenset(
    ["view", "opinion", "assessment", "judgment", "judgement", "estimation", "telling", "account", "words"]
)
IN = frozenset(["in"])
TO = frozenset(["to"])
# After these a verb asserts nothing: it is asked, wished or put as a condition.
UNREAL = frozenset(
    """
would could might should may must can 'd ’d
""".split()
)
NEGATIONS = frozenset(
    """
not n't n’t never no neither nobody hardly
""".split()
)
# Words of a credit that add nothing to the proposition before it: when, where and to whom it was said.
PRONOUNS_OF_RELATION = frozenset(["who", "which", "that", "whom", "whose"])
BY = frozenset(["by", "from"])
OF = frozenset(["of"])
# Nouns whose "of" names what is asserted: "the group's claim of responsibility".
NOUNS_OF = frozenset(
    ["claim", "allegation", "accusation", "denial", "estimate", "admission", "warning", "confirmation"]
)
CONDITIONS = frozenset(["if", "whether", "unless", "until"])
# A text about itself: "an earlier version of this report said".
OWN_TEXT = frozenset(["version", "report", "story", "article", "correction", "clarification", "headline", "caption"])
OWN_TEXT_MARKS = frozenset(["this", "earlier", "previous", "correction", "clarification"])
# What finds and shows things: "tests found nitrate".
EVIDENCE = frozenset(
    """
test study survey trial poll report review inquiry investigation inspection audit analysis examination census count
research data figure statistic record document result sample paper assessment estimate filing email letter researcher
scientist investigator inspector auditor team
""".split()
)
AT = frozenset(["at"])
# Before an infinitive these say that it was said: "went on to say". All others leave it open: "refused to say".
GOING_ON = frozenset(["go", "continue", "begin", "start", "proceed", "come"])
# Who is brought to do so does it: "was forced to admit", "had to concede".
FORCED = frozenset(["force", "oblige", "compel", "have"])
REFLEXIVE = frozenset(["itself", "himself", "herself", "themselves"])
# What is called and by that nothing is said: "called a strike".
CALLED = frozenset(
    """
strike meeting march rally protest election vote referendum conference summit inquiry hearing witness ambulance police
doctor taxi truce ceasefire boycott halt lockout walkout session
""".split()
)
# Of these and of what one must say nothing is left open: "can confirm", "must admit".
ABLE = frozenset(["can", "must"])
# "Five days after she had denied it", which the writer adds.
APART = frozenset(["after", "before"])
SPANS_OF_TIME = frozenset(["minute", "hour", "day", "week", "month", "year", "fortnight"])
HAVING = frozenset(["having"])
AGAINST = frozenset(["contradicting", "despite", "reversing", "echoing"])
# "No longer denies" is no denial.
LONGER = frozenset(["longer"])
# With these "I" takes a stand on a proposition; what else one says of oneself is a quote or a turn, no attribution.
COMMITTING = frozenset(["deny", "reject", "dispute", "refute", "accept", "admit", "acknowledge", "concede", "confirm"])
# "The papers have it that".
HAVING_IT = {"have": ("it", "that")}
# Verbs with a clause and never a plain object: what the tree takes for one is the subject of what is said.
CLAUSE_ONLY = frozenset(["say", "insist", "contend", "argue", "allege"])
# What somebody who looked finds, or does not find: "found no trace of".
FINDINGS = frozenset(["trace", "evidence", "sign", "link", "proof", "indication", "connection", "fault"])
NONE_OF = frozenset(["no"])
# To reject one of these is an answer and denies nothing.
OFFERS = frozenset(
    """
offer bid deal proposal plan request appeal application amendment motion petition demand call resolution treaty
settlement invitation advice
""".split()
)
# What somebody sends or writes, and what he does with it: "a message that said".
MESSAGES = frozenset(
    [
        "note",
        "message",
        "letter",
        "email",
        "e-mail",
        "text",
        "tweet",
        "post",
        "statement",
        "memo",
        "postcard",
        "footnote",
        "notice",
    ]
)
SENDING = frozenset(["send", "write", "post", "leave", "issue", "release", "publish", "text", "email", "put"])
WHAT = frozenset(["what"])
# Behind a cue in mid-sentence these go on counting what was said before it: "police said, three of them children".
COUNTING_ON = frozenset(["including", "among", "most", "many", "some", "all", "half", "several", "both"])
INDEFINITE = frozenset(["a", "an"])
# A share of people is a figure and no source: "58% of them thought".
SHARES = frozenset(["%", "percent", "cent", "per cent", "pc"])
# Before a participle these part it from what was said: "would pay after admitting that".
PARTING = frozenset(["after", "before", "while", "by", "despite", "without"])
# What points back at a proposition: "Corvane denied this".
POINTERS = frozenset(["this", "that", "it", "these", "those"])
AS_MUCH = frozenset(["much"])
# What can stand between a cue and the quotation that it opens.
OPENING = (",", ":", "that", "as", "—", "–", "-")
# Verbs whose past looks like their present, so that a tagger takes "read the email" for an order.
UNCHANGED = frozenset(["read", "put"])
# What begins with one of these is a question and no proposition: "explained why he had left".
ASKING = frozenset(["why", "who", "whose"])
# Between two quotations of one voice.
JOINING = frozenset(["and", "or", "but", "and then", "and also"])
# "Called on ministers to act".
UPON = frozenset(["on", "upon"])
# Auxiliaries of reported speech.
BACKSHIFTED = frozenset(["had", "would", "could", "might", "should", "'d", "’d"])
# Of these the ones that put what is reported before the report.
STEP_BACK = frozenset(["had", "would", "'d", "’d"])
# Who says so of himself with one of these denies it: "we have never said that".
NEVER = frozenset(["never"])
