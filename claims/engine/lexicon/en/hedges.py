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
