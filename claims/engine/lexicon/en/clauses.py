"""Words at which a clause begins or ends."""

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
