"""Words that tell when a figure holds and whom it is about."""

DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight overnight noon midnight nightfall".split()
)
TIMES = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov "
    "dec morning afternoon evening night week month year quarter weekend spring summer autumn winter decade season hours".split()
)
YEAR_LINKS = frozenset("in since by of until before after during from between january february march april may june july august september "
                       "october november december spring summer autumn winter early late , and".split())  # fmt: skip
TIME_LINKS = frozenset("by on in at since until before after during of from as".split())
TIME_MODIFIERS = frozenset(
    "last this next past previous first second third fourth early late mid the each every current same whole a one earlier fiscal".split()
)
TIME_MODIFIERS_BEHIND = frozenset("morning afternoon evening night earlier later".split())
TIME_OPENERS = frozenset("last this next".split())
PRONOUNS = frozenset("it they he she we i you this that which who what there these those".split())
IDLE = frozenset("more other further additional extra a an the new total estimated least".split())
ANYBODY = frozenset("people persons person individuals souls others other".split())
SINGULARS = {"men": "man", "women": "woman", "children": "child", "people": "person"}
