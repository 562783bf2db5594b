"""Words by which a text keeps its distance from what it says, for the comparison of how firmly two texts say it."""

# Before or inside a statement, with no source named.
HEDGES = frozenset(
    """
reportedly allegedly apparently purportedly supposedly seemingly evidently ostensibly presumably possibly probably
perhaps likely unlikely maybe potentially suspected alleged reported purported supposed apparent presumed rumoured
rumored unconfirmed unverified claimed so-called
""".split()
)
# Verbs of doubt and appearance: "appears to have", "is thought to", "is believed to".
APPEARING = frozenset(
    """
appear seem look think believe understand say report allege rumour rumor fear feel presume suppose
""".split()
)
MODALS = frozenset(["may", "might", "could", "would", "should"])
# Fixed phrases, in lower case.
PHRASES = (
    "claimed responsibility",
    "is said to",
    "are said to",
    "was said to",
    "were said to",
    "is understood to",
    "are understood to",
    "is believed to",
    "are believed to",
    "is thought to",
    "are thought to",
    "cannot be independently verified",
    "could not be independently verified",
    "could not be verified",
    "it is not clear",
    "it was not clear",
    "it is unclear",
    "it was unclear",
    "in what appears to be",
    "in what appeared to be",
    "on suspicion of",
)
# Words that put a statement beyond doubt.
BOOSTERS = frozenset(
    """
confirmed certainly definitely clearly undoubtedly indeed conclusively officially established proven verified
""".split()
)
# Hedges that stand in plain statements as well, or are the cue of a source: their loss alone tells nothing.
NOT_ALONE = frozenset("so-called likely unlikely reported may might could claimed believed thought understood".split())
# What somebody claims who claims responsibility, and what a text says that has taken it over.
RESPONSIBILITY = r"\bresponsibility\b"
RESPONSIBLE = r"\b(?:was|is|were|are) (?:responsible for|behind)|\bcarried out\b|\bperpetrated\b|\bwas the work of\b"
# Cues of what is held to be so, and of what is known to be so.
WEAK_CUES = frozenset(
    "claimed alleged suggested believed suspected thought speculated assumed feared estimated hinted".split()
)
STRONG_CUES = frozenset("confirmed established proved proven found admitted verified concluded acknowledged".split())
# Said of what a court, a body or a chief decided: the sentence has its source in the word.
DECIDED = frozenset(
    "ordered ruled ruling found convicted sentenced acquitted advised instructed required urged warned told".split()
)
