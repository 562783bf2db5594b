"""How English words bend, and which of them carry no content of their own.

Only as much as the comparison of two wordings needs: endings that are taken off, words that bend irregularly, and words
that stand in every sentence whatever it says.
"""

from claims.engine.lexicon.words import words

# (ending, what is put in its place, fewest letters that must stay), tried in this order.
ENDINGS = (
    ("sses", "ss", 2),
    ("ies", "y", 2),
    ("ied", "y", 2),
    ("ingly", "", 4),
    ("edly", "", 4),
    ("ally", "al", 4),
    ("ing", "", 3),
    ("ed", "", 3),
    ("ly", "", 4),
    ("s", "", 3),
)
# Left as they are, though they end like a bent word.
UNBENT = words(
    "during evening morning ceiling king ring spring string thing nothing something anything everything wing red "
    "bed shed hundred bus gas loss less process business address glass class cross press us this species series "
    "news always perhaps across towards focus status virus campus bonus census corpus basis crisis analysis early "
    "only daily family supply reply apply july italy"
)
_BENT = (
    "people:person men:man women:woman children:child kids:child kid:child lives:life feet:foot dying:die "
    "lost:lose left:leave fell:fall fallen:fall rose:rise risen:rise grew:grow grown:grow sold:sell took:take "
    "taken:take made:make said:say told:tell held:hold kept:keep paid:pay spent:spend won:win went:go gone:go "
    "came:come gave:give given:give found:find broke:break broken:break built:build burnt:burn stood:stand "
    "drove:drive driven:drive knew:know known:know saw:see seen:see wrote:write written:write spoke:speak "
    "spoken:speak bought:buy sent:send met:meet led:lead were:be was:be thought:think brought:bring began:begin "
    "begun:begin knowledge:know involvement:involve ran:run felt:feel meant:mean lent:lend struck:strike"
)
IRREGULAR = dict(pair.split(":") for pair in _BENT.split())
# Words without content of their own.
STOP = words(
    "a an the this that these those it its he his him she her they them their we us our you your i my me who whom "
    "whose which what be is are was were been being am has have had having do does did will would shall should "
    "can could may might must of in on at by for from to with as into onto upon over under than then and or but "
    "so yet if while when where there here after before during since until about around up down out off also too "
    "very just even still now again further other others another more most much many some any all both each every "
    "such own same as well not ever already say according tell told said says added add report reported reports "
    "recorded give given show shows shown found find put make made take took expect expects expected forecast "
    "forecasts company expecting predicted predicts current currently latest total overall got get like than "
    "against last lasted lasting s t ll re ve d m year years ago earlier month months week weeks today yesterday "
    "tomorrow night morning evening afternoon noon time times january february march april may june july august "
    "september october november december end beginning start middle monday tuesday wednesday thursday friday "
    "saturday sunday through across along towards toward ours theirs mine yours"
)
# Said of what is to come.
COMING = words("would will shall could may might")
NEGATIONS = words("no not never none nobody nothing neither nor without cannot n't")
# These hold a word of negation and negate nothing.
NO_NEGATIONS = (
    "no more than",
    "no fewer than",
    "no less than",
    "not only",
    "no doubt",
    "no later than",
    "nothing but",
    "not just",
    "not to be named",
    "not to be identified",
    "not be named",
    "not be identified",
)
# "No. 3" is a number and negates nothing.
NUMBER_SIGN = r"\bno\. ?(?=\d)"
# Before the calling of somebody who is not named.
UNNAMED = words("a an one another")
# Words of bounds and size that belong to the number and not to what is counted.
QUANTITY = words(
    "least most nearly almost about around roughly approximately some over under fewer less more than exactly "
    "only just up as many much between estimated total hundred thousand million billion trillion dozen dozens "
    "hundreds thousands millions bn m k half third quarter quarters thirds zero one two three four five six seven "
    "eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty "
    "forty fifty sixty seventy eighty ninety couple pair several per cent percent percentage point points lakh "
    "crore no none nobody doubled double twice tripled triple trebled halved halve rs inr usd eur gbp us au aud "
    "cad nz hk rupee rupees dollar dollars euro euros pound pounds sterling yen cents pence paise km mph kph kmh "
    "r rm h km/h kg mm cm ft mi sq lb lbs pc pp bps mw gw kwh"
)
NUMBER_WORDS = words(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands "
    "million billion dozen dozens"
)
ELLIPSES = ("...", "…", ". . .", "[…]", "[...]")
# What those are called who speak for a body or are one.
SPEAKS_FOR = words(
    "spokesman spokeswoman spokesperson spokespeople official officials executive executives representative "
    "representatives source sources office company firm operator management board ministry department agency "
    "authority authorities government police force council union group chief head director leader secretary "
    "president minister mayor governor commissioner officer officers statement lawyer lawyers people person data"
)
# Those that any body's people may be called: said of one source and its body they are no two.
VAGUE = words(
    "executives officials company firm spokesman spokeswoman spokesperson representatives management authorities "
    "office organisers staff bosses leaders investigators"
)
TITLES = words(
    "mr mrs ms miss dr prof professor sir dame lord lady judge justice president minister prime mayor governor "
    "senator chief insp inspector officer captain colonel general sergeant constable superintendent detective "
    "secretary the a an"
)
