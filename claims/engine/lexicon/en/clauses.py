"""Words at which a clause begins or ends."""

AND = frozenset({"and", "but", "or"})
# To the left a clause goes no further than behind one of these.
OPENERS = frozenset(
    "that when while after before because if although though since unless whether where as said says told added claimed reported "
    "estimates estimated found show shows showed".split()
) - {"estimated", "reported", "found"}
# To the right it ends before one of these.
CLOSERS = frozenset("when while after before because if although though unless whether where which who that than said says according".split()) - {
    "than", "who", "that", "which"
}
NEVER_FIRST = frozenset("and but or so then also with".split())
NEVER_LAST = frozenset("and but or of in on at by from for with to than as the a an which who".split())
