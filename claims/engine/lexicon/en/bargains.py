"""English words of bargaining: what is asked, offered and agreed."""

from claims.engine.lexicon.words import words

# Whoever bargains, without telling of which side; their names tell no more.
PARTIES = words(
    "union unions association members member workers worker employees employee staff company employer employers firm "
    "government ministry province state city council management side board division district operator federation "
    "kidnappers buyer bidder seller club they we it bosses boss chiefs managers managing executives owners operators "
    "owned state-owned public private national federal local regional its their both sides talks negotiators mediator"
)
# What is bargained for where nothing else is said, and the words around it.
TERMS = words(
    "raise rise pay wage wages salary increase hike settlement deal agreement contract give gives get gets "
    "receive receives over raises package worth ransom improved final latest opening initial revised counter-offer "
    "counteroffer proposal uplift award bid monday tuesday wednesday thursday friday saturday sunday today yesterday "
    "now earlier previous previously again already year annual"
)
# Said of an agreement, and of what it gives.
AGREED = "agree"
