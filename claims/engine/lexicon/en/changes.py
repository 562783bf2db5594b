"""English words by which a number is the size of a change, or the level that was reached or left."""

import re

from claims.engine.lexicon.words import words

# Words of a change. They tell a change from a level and are no content of their own.
RISES = words(
    "rise rises rose risen rising climb climbs climbed increase increases increased up grew grown grow growing "
    "growth gain gained jump jumped surge surged widened widen higher soared advanced added raised raise jumps "
    "soar rises swelled lift lifts lifted lifting warmed strengthened strengthen strengthens expanded expand "
    "expands expanding rallied rebounded leapt leaped leaps leaping soaring soars skyrocketed skyrocketing rocketed "
    "rocketing ballooned ballooning mushroomed snowballed spiked spiking escalated escalating hiked hikes hiking upped "
    "surging surges jumping gains gaining climbing raises raising widening swelling quickened deepened steepened "
    "thickened lengthened bounced dearer costlier pricier"
)
FALLS = words(
    "fall falls fell fallen falling drop drops dropped decline declined down decrease decreased lower lost slid "
    "slipped shrank cut cutting reduce reduced reduction tumbled sank narrowed lowered cuts reduces reducing "
    "plunged plunge slump slumped dip dipped shed sheds shedding axe axed slash slashed "
    "eliminate eliminates eliminated weakened weaken weakens weakening eased easing contracted shrink "
    "shrinks shrinking dwindled dwindling plummeted plummet plummets plummeting nosedived nosediving tanked tumbling "
    "tumbles declining declines decreasing decreases dropping slipping slips slumping dipping lowering lowers shrunk "
    "trimmed trims trimming pared receded ebbed waned abated slackened softened thinned shortened cheaper"
)
# Right behind a share these tell a change, before a number they are a bound: "15 per cent fewer", "fewer than 20".
RISES_BEHIND = words(
    "more stronger warmer longer faster bigger larger greater heavier taller steeper deeper wider richer hotter busier"
)
FALLS_BEHIND = words(
    "fewer less weaker cooler shorter slower smaller lighter poorer shallower narrower thinner milder colder quieter"
)
# Particles of other verbs as well ("held up"): they tell a change only right beside the number.
ONLY_BESIDE = words("up down")
# Behind these they are the verb's own: a share that "makes up" sales, drones that were "shot down".
PARTICLE_OF = {
    "up": words(
        "make makes made making take takes took taken taking set sets setting put puts putting give gives gave given "
        "giving pick picks picked picking round rounded rounding turn turns turned turning sign signs signed signing "
        "hold holds held holding back backs backed use used end ended ending buy bought snap snapped rack racked "
        "racking call called calling blow blew blown blowing line lined draw drew drawn open opened opening show "
        "showed own owned tie tied mop mopped dig dug block blocked seal sealed stand stood pay paid follow followed "
        "cover covered chalk chalked notch notched clock clocked eat ate eaten swallow swallowed clean cleaned "
        "free freed freeing serve served wash washed"
    ),
    "down": words(
        "shot shoot shoots shooting shut shuts shutting turn turned turning turns put puts putting set sets hand "
        "handed struck strike close closed closes closing lay laid knock knocked tear tore torn pull pulled burn "
        "burned burnt gun gunned mow mowed mown track tracked hunt hunted chase chased pin pinned bogged stand stood "
        "step stepped sit sat break broke broken vote voted note noted write wrote written"
    ),
}
# Verbs of a change that are none with the words behind them: "fell ill", "lost their lives", "jumped overboard".
NO_CHANGE = re.compile(
    r"\b(?:(?:fall|falls|fell|fallen|falling) (?:ill|sick|unwell|asleep|silent|unconscious|pregnant|foul|victim|prey|"
    r"apart|out|through|overboard|off|into|to (?:his|her|its|their) deaths?|in (?:love|battle|action))|"
    r"(?:drop|drops|dropped|dropping) (?:out|off|dead|in on|by|charges|the charges|anchor)|"
    r"(?:climb|climbs|climbed|climbing|jump|jumped|jumping|leap|leapt|leaping|plunged?|plunging|tumbled?|slid|slipped) "
    r"(?:aboard|ashore|out|overboard|off|into|onto|over|through|clear|down|free|away|unnoticed|"
    r"to (?:safety|freedom|his|her|its|their))|"
    r"(?:rose|rise|risen|rises) (?:early|to (?:speak|applaud|protest|his|her|its|their))|"
    r"(?:raise|raised|raises|raising) (?:concerns?|objections?|doubts?|questions?|the alarm|an alarm|alarms|complaints?|"
    r"fears|hopes)|"
    r"(?:declines?|declined|declining) (?:to (?:[a-z]+)|an?|all|any|interviews?|comment)|"
    r"(?:lose|lost|loses|losing) (?:his|her|its|their|consciousness|contact|touch|power|control|patience|sight)|"
    r"(?:cut|cuts|cutting) (?:off|out|open|short|through|by (?:glass|shards|knives)|free|loose)|"
    r"(?:gain|gained|gains|gaining) (?:access|entry|admission|control|consciousness)|"
    r"(?:grew|grown|grow|growing) (?:up|restless|angry|impatient|concerned|worried|tired)|"
    r"(?:added|adds|add) (?:that|their names?|his|her|signatures?)|"
    r"(?:shed|sheds|shedding) (?:light|tears|blood))(?!\w)"
)
# Sums of money behind these are collected, whatever they were before.
COLLECTED = words("raised raise raises raising")
# Before a number these do not part it from the word of a change: "risen by an average of 8 per cent", "by up to 8".
OF_A_CHANGE = (
    ("an", "average", "of"),
    ("a", "mean", "of"),
    ("a", "median", "of"),
    ("a", "total", "of"),
    ("an", "average"),
    ("on", "average"),
    ("on", "average", "by"),
    ("up", "to"),
    ("as", "much", "as"),
)
# Before a number: the change itself is told, and the number is its size: "the average rise in rents was".
CHANGE_IS = re.compile(
    r"\b(?:(rise|increase|jump|surge|leap|hike|uplift)|(?:fall|drop|decline|decrease|reduction|slump|dip))"
    r"(?: (?:in|to|of) [^.,;:\d]{1,50}?)? (?:was|is|were|will be|would be|came to|comes to|amounts to|amounted to|"
    r"averages|averaged|works out at|worked out at) (?:about |some |around |just |only |nearly |almost |over )?$"
)
# What a market sets the price of, day by day.
OF_A_MARKET = words("share_price exchange_rate")
# Shares of these are changes by their own name: "growth of 1.8 per cent", "the economy grew by 1.8 per cent".
CHANGES_BY_NAME = words("gdp inflation")
# Before "of" and a number these make it the size of a change: "a cut in leakage of 8 per cent".
CHANGE_IN = words("in")
# Of money and counts these tell what was lost or won, not how a level changed.
ONLY_OF_RATES = words("lost gain gained lose added")
# Right before a number these make it a level that is reached or left, not the size of a change.
LEVEL_BEFORE = words("to at stands")
# Right before a number with its own time these make it the level that was left: "from $209 million a year earlier".
LEVEL_LEFT = words("from")
HELD_AGAINST = words("from against")
# "Won by 313 votes": the size of a lead.
GAP_BEFORE = words("by")
GAP_UNITS = words("vote seat point goal run")
