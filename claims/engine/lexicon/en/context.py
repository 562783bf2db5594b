"""Words that tell when a figure holds and whom it is about."""

from claims.engine.lexicon.words import words

DAYS = words(
    """
    monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight overnight noon
    midnight nightfall
    """
)
TIMES = words(
    """
    january february march april may june july august september october november december jan feb mar apr jun jul
    aug sep sept oct nov dec morning afternoon evening night week month year quarter weekend spring summer autumn
    winter decade season hours
    """
)
YEAR_LINKS = words(
    """
    in since by of until before after during from between january february march april may june july august
    september october november december spring summer autumn winter early late , and
    """
)
TIME_LINKS = words("by on in at since until before after during of from as")
TIME_MODIFIERS = words(
    """
    last this next past previous first second third fourth early late mid the each every current same whole a one
    earlier fiscal
    """
)
TIME_MODIFIERS_BEHIND = words("morning afternoon evening night earlier later")
TIME_OPENERS = words("last this next")
PRONOUNS = words("it they he she we i you this that which who what there these those")
IDLE = words("more other further additional extra a an the new total estimated least")
ANYBODY = words("people persons person individuals souls others other")
SINGULARS = {"men": "man", "women": "woman", "children": "child", "people": "person"}
