"""What stands around a counted noun."""

from claims.engine.lexicon.words import words

DETERMINERS = words("the these those its their our his her my your this that all such a an")
# "a Marsh & Webb van": of a firm's name.
AMPERSAND = frozenset({"&"})
# Before a second number: "three of its last five budgets".
OF_A_ROW = words("last past previous next first coming latest final preceding")
PRONOUNS = words("them those these us which whom it you")
# "... of which 210": in the middle of a sentence these point at what was counted last in it.
OF_WHICH = frozenset({("of", "which"), ("of", "these"), ("of", "those"), ("among", "these"), ("among", "which")})
# No noun phrase goes on over one of these, whatever the parser thinks.
STOPS = words(
    """
    in on at by from for with to than as and or but who whose which that of per while when where after before since
    until each apiece ago later earlier last next this of
    """
)
# Nouns that only portion out the one behind OF: "1,900 head of cattle", "12 pairs of shoes".
MEASURE_NOUNS = words("head pair pairs")
# Where the parser's lemma is no singular, or the number is counted by another name.
SINGULARS = {
    "premises": "premises", "series": "series", "species": "species", "aircraft": "aircraft",
    "people": "person", "staff": "person",
    "crossroads": "crossroads", "headquarters": "headquarters", "barracks": "barracks", "lives": "life",
    "wolves": "wolf",
    "knives": "knife", "shelves": "shelf", "loaves": "loaf", "data": "data", "media": "media",
    "criteria": "criterion",
    "cars": "car", "buses": "bus", "gases": "gas", "homes": "home", "houses": "house", "flats": "flat",
    "shares": "share",
    "centres": "centre", "centers": "centre", "metres": "metre", "theatres": "theatre", "theaters": "theatre",
    "movies": "movie",
    "cookies": "cookie", "axes": "axe", "bases": "base", "crises": "crisis", "analyses": "analysis",
}  # fmt: skip
PLURALS = {"family": "families", "person": "people", "home": "homes", "household": "households", "animal": "animals"}
RELATIVES = words(
    "who whose that which whom still yet killed injured wounded hurt missing trapped rescued stranded hospitalised "
    "hospitalized arrested detained charged convicted jailed sentenced evacuated displaced infected unaccounted feared"
)
# They are whatever was counted before.
FURTHER = frozenset({"others", "other", "more"})
# "a 30-strong team": so many people.
STRONG = frozenset({"strong"})
