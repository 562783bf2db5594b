"""English words of bargaining: what is asked, offered and agreed."""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# Whoever bargains, without telling of which side; their names tell no more.
PARTIES = _words(
    "union unions association members member workers worker employees employee staff company employer employers firm "
    "government ministry province state city council management side board division district operator federation "
    "kidnappers buyer bidder seller club they we it"
)
# What is bargained for where nothing else is said, and the words around it.
TERMS = _words(
    "raise rise pay wage wages salary increase hike settlement deal agreement contract give gives get gets "
    "receive receives over raises package worth ransom"
)
# Said of an agreement, and of what it gives.
AGREED = "agree"
