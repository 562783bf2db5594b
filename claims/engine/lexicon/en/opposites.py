"""English words that turn a statement round when one takes another's place, or whose change is a change of fact."""

from claims.engine.lexicon.words import words

# Groups of words that say the same, either side of a bar; one side for the other turns the statement round.
_OPPOSITES = """
increase rise grow gain climb jump surge higher raise up boost expand growth improve improvement uptick escalate \
| decrease fall decline drop lose lower reduce down shrink slump slide worsen reduction cut decrement dip plunge
above over exceed more beyond surpass | below under fewer less beneath
include including inclusive | exclude excluding except exclusive without
profit gain earn income | loss lose deficit
first initial beginning start begin commence | last final end finish conclude
before prior pre previous earlier ago preceding | after following post next later subsequent coming
high large big great major strong significant substantial heavy huge greatly substantially significantly \
| low small little minor weak slight modest negligible minimal slightly marginally modestly insignificant moderate
all always every fully completely entirely both | none never partially partly sometimes rarely hardly neither only
new novel latest modern recent next-generation | old outdated old-fashioned former traditional
open opened reopen unlock | close shut lock
accept agree approve allow permit support back endorse welcome encourage \
| reject refuse deny ban forbid oppose block discourage criticise condemn
win victory succeed success successful | lose defeat fail failure unsuccessful
confirm affirm admit acknowledge | deny dispute refute
innocent acquit clear | guilty convict
alive survive survivor | dead die kill
buy purchase acquire | sell sale divest
hire recruit employ | fire dismiss sack
arrive enter join come | leave exit quit go
simple easy easily simply | complex difficult hard complicated complex-to-use
positive good better best favourable favorable benefit advantage effective efficient \
| negative bad worse worst unfavourable unfavorable drawback disadvantage ineffective inefficient harmful
fast quick rapid accelerate quickly rapidly | slow gradual decelerate slowly gradually delay
approximately about roughly nearly almost around | exactly precisely
minimum least | maximum most
early | late
long | short
public | private
free complimentary | paid costly expensive
cheap affordable | expensive luxury
permanent | temporary
legal lawful | illegal unlawful
male man men boy | female woman women girl
north northern | south southern
east eastern | west western
left | right
strengthen | weaken
input | output
encoder | decoder
visual | auditory
explicit | implicit
supervised | unsupervised
optimal | suboptimal
continuous | discrete
global worldwide | local
automated automatic | manual
active | passive
annual yearly | quarterly monthly weekly daily
single one | multiple several many
together altogether | separately apart
discount | surcharge premium
rich abundant plentiful | poor limited scarce lack
guarantee certain certainly definitely | uncertain doubtful unlikely perhaps
solve | cause
pass | fail
help assist enable facilitate build | hinder prevent hamper obstruct harm
inside within internal | outside external
and | or
safe secure | unsafe dangerous
import | export
domestic | foreign international
majority | minority
present | absent
fixed constant unchanged stable consistent | variable adjustable changed unstable volatile
gross | net
upstream | downstream
real true correct | fake false incorrect wrong
parallel simultaneous | sequential serial
similar same | different
attack | defend defence defense
"""
OPPOSITES = tuple(tuple(words(side) for side in pair.split("|")) for pair in _OPPOSITES.strip().splitlines())
# Put before a word they turn it round.
PREFIXES = ("un", "in", "im", "ir", "il", "dis", "non", "non-", "anti", "anti-", "sub", "mis", "counter", "de")
# Words of time, place and order whose exchange is a change of fact.
CALENDAR = words(
    "january february march april may june july august september october november december monday tuesday "
    "wednesday thursday friday saturday sunday today yesterday tomorrow morning afternoon evening night day week "
    "month quarter year decade q1 q2 q3 q4 first second third fourth fifth sixth seventh eighth ninth tenth "
    "spring summer autumn winter"
)
MONTHS = words("january february march april may june july august september october november december")
# "In Spain": a name behind a preposition of place; months and days are none.
PLACED = (
    r"\b(?:in|at|near|from) (?:the )?(?!January|February|March|April|May|June|July|August|September|October|November|"
    r"December)([A-Z]\w+)"
)
# Who only tried to has not done so.
ATTEMPTS = words("try attempt")
# Hedges: with one of these a statement is not made, or not made plainly.
HEDGES = words(
    "may might could possibly perhaps reportedly allegedly alleged likely unlikely probably apparently seemingly "
    "suspected supposedly purportedly claimed believed thought potentially"
)
# Words that narrow a statement down where they are put in.
NARROWS = words(
    "only hardly barely scarcely rarely seldom merely partially partly fail fails failed lack lacks lacking "
    "somewhat limited"
)
# An added or lost clause with one of these tells something that was not there.
JOINS = words("but although though however despite unless except because")
