"""What only the English words on both sides of a number tell of it, as patterns: "voted by six to three".

Both patterns of a row must be found; of the statuses the first row that fits counts.
"""

from claims.engine.lexicon.en import roughly
from claims.engine.lexicon.words import words

_GIVES = (
    r"^(?!.*\b(?:people|public|donors|well-?wishers|readers|supporters|residents|hundreds|thousands|strangers|everybody|"
    r"everyone)\b).*\b(?:giv(?:e|es|ing)|gave|donat(?:e|es|ed|ing)|contribut(?:e|es|ed|ing)|pledg(?:e|es|ed|ing)|"
    r"put(?:s|ting)?|pay(?:s|ing)?|paid|chipp(?:ed|ing) in)"
)
# What holds so much: the size of one.
_CONTAINER = (
    r"^[ -](?:tablets?|pills?|capsules?|doses?|bottles?|packets?|packs?|tins?|cans?|bags?|jars?|jugs?|cartons?|sacks?|"
    r"kegs?|barrels?|drums?|boxes|box|bars?|tubs?|cups?|glass|glasses|loaf|loaves|parcels?|bales?|crates?|blocks?)\b"
)
# Aspects that only the words on both sides of a number tell: aspect, of what measures, words before and behind it.
SHAPED_ASPECTS: tuple[tuple[str, frozenset[str], str, str], ...] = (
    (
        "contents",
        words("mass volume"),
        r"\b(?:held|holds?|holding|contain(?:s|ed|ing)?|stor(?:e|es|ed|ing)|capacity (?:of|is|was)|room for)"
        + roughly.SOME
        + " $",
        "",
    ),
    (
        "size of one",
        words("mass volume"),
        "",
        _CONTAINER,
    ),
    (
        "given by one",
        words("money"),
        _GIVES + roughly.SOME + " $",
        r"^[^.;,\d]{0,25} (?:to|into|in|towards?) (?:[\w’'-]+ ){1,4}?(?:fund|appeal|collection|campaign|charity)\b",
    ),
    (
        "sustained",
        words("speed"),
        "",
        r"^[ -](?:[\w-]+ ){0,2}(?:storms?|hurricane|typhoon|cyclone|gales?|tempest|tornado|twister|squalls?)\b",
    ),
)
# What stands before the two numbers of a vote.
_VOTE = (
    r"\b(?:voted(?: by)?|vote (?:was|of|stood at|went)|voting(?: by)?|by a vote of|split|passed(?: by)?|carried(?: by)?|"
    r"approved(?: by)?|adopted(?: by)?|"
    r"(?:passed|carried|approved|adopted|backed|cleared) (?:[\w’'-]+ ){1,6}by|won (?:[\w’'-]+ ){0,4}by) "
)
# The first number behind these is that of the noes.
_LOST = r"\b(?:rejected|defeated|voted down|thrown out|turned down)(?: by)? "
_CUT = (
    r"\b(?:costs?|costing|los(?:e|es|t|s)|losses|losing|cut|cuts|cutting|shed|sheds|shedding|axe|axed|slash(?:ed)?|"
    r"eliminat(?:e|ed|es)|destroy(?:ed)?|wipe out)\b[^.;]{0,40}$"
)
_GONE = r"^[ \w-]{0,25}\b(?:will be lost|were lost|would be lost|will go|would go|are to go|lost|at risk|cut|axed)\b"
_FOR_THE_AXE = r"^ [^.;,]{0,30}\b(?:face|facing|faces|for|under|get|gets|got|given) the (?:axe|chop)\b"
_THREATENS = (
    r"\b(?:affect(?:s|ing)?|threaten(?:s|ed|ing)?|endanger(?:s|ed|ing)?|puts?|putting|jeopardis(?:e|es|ing)|"
    r"jeopardiz(?:e|es|ing)|hits?|hitting|scrap(?:s|ped|ping)?|loss of|without)"
    r"(?: about| some| around| nearly| almost| more than| over| at least| up to| as many as| another| a further)? $"
)
_THREATENED = (
    r"^ (?:[\w-]+ )?(?:(?:is|are|were|will be|would be|could be|may be) )?(?:affected|threatened|endangered|at risk|"
    r"under threat|in danger|in jeopardy|on the line|(?:will |would |are to |is to )(?:disappear|vanish|be shed|be scrapped))\b"
)
_HOLDS = (
    r"\b(?:which|that|it|hall|end|stand|ground|stadium|arena|theatre|theater|church|room|ferry|ship|boat|terminal|venue|"
    r"prison|jail|shelter|camp|centre|center|auditorium|cinema|building) (?:only |normally |usually )?holds? "
    r"(?:up to |about |around |some |only |just |nearly |almost |at most )?$"
)
_STRIKE_BY = (
    r"\b(?:strike|walkout|walk-out|stoppage) (?:by|of|involving) (?:about |some |around |nearly |more than |over )?$"
)
_THEIR_OWN = (
    r"^ (?:\w+ )?(?:patients|people|men|women|children|colleagues|comrades|friends|crew|soldiers|firefighters|"
    r"passengers|neighbours|neighbors|officers|climbers|sailors|miners|pupils|residents)\b"
)
_OF_A_DISEASE = (
    r"^(?: [\w-]+){0,2} cases of (?:the )?(?:[\w’'-]+ ){0,3}?(?:infections?|disease|illness|poisoning|virus|fever|flu|syndrome|"
    r"salmonella|cholera|measles|e\. ?coli|listeria|norovirus|hepatitis|legionnaires|ebola|mpox|malaria|dengue)\b"
)
_REPORTED = (
    r"^ (?:[\w-]+ )?(?:reports?|cases?|notifications?|accounts?|instances?|complaints?) of (?:[\w-]+ )?(?:[\w-]+ )?"
)
_ILLNESS = (
    r"(?:illness|illnesses|sickness|side[ -]effects?|reactions?|vomiting|nausea|diarrhoea|symptoms|infection|poisoning|"
    r"(?:people|patients|customers|children|diners|users|residents|passengers) "
    r"(?:falling|feeling|being|becoming|who (?:fell|felt|became|were|had fallen)) (?:ill|sick|unwell))\b"
)
_REPORTS = frozenset({"report", "case", "notification", "account", "instance", "complaint"})
_WITH_PASSENGERS = r"\b(?:with|carrying|carried|had|held|there (?:were|are))" + roughly.SOME + " $"
# Those of a craft and not of a year's traffic: "carried nine million passengers last year".
_PASSENGERS = (
    r"^(?! (?:million|billion))(?! [^.;,\d]{0,30}\b(?:a|per|each|every|last|this) (?:day|week|month|year|summer|season|hour)\b)"
    r" (?:(?:fare-paying|paying|foot) )?(?:passengers|holidaymakers|travellers|people and (?:\w+ )?crew|souls)\b"
    r"(?! (?:hurt|injured|killed|dead|missing|trapped|stranded|waiting|in hospital))"
)
_IN_THE_SQUARE = (
    r"^ (?:of us|people|farmers|protesters|demonstrators|marchers|workers|students|supporters|fans)"
    r"(?: (?:were|had been|stood|was|packed|filled|came|turned out))? (?:(?:in|at|on|into|through|to)(?: and around)? )"
    r"?(?:the )?(?:[A-Z]?[\w’'-]+ ){1,3}(?:square|plaza|park|streets?|avenue|bridge|boulevard|steps)\b"
)
_PREMISES = frozenset({"farm", "holding", "premises", "premise", "flock", "herd", "site", "village"})
_FOUND_AT = (
    r"\b(?:flu|influenza|virus|disease|outbreak|infection|fever|mouth|tuberculosis|anthrax|scrapie|plague|blight|pox)\b"
    r"[^.;]{0,40}\b(?:found|confirmed|detected|discovered|diagnosed|reported|identified|present|recorded|spread) "
    r"(?:on|at|in|to) (?:at least |about |some |a total of |another |nearly |almost |as many as |up to |more than |all )?$"
)
_BEGAN_A_STRIKE = (
    r"^ (?:[a-z][\w’'-]* |in [A-Z][\w’'-]* |and |, ){1,9}(?:began|begin|began|started|start|launched|staged|held|"
    r"mounted|joined|join|are on|were on|went on|go on|came out on|observed|heeded) (?:an? |the |their |its )?"
    r"(?:[\w-]+ ){0,2}(?:strike|walkout|walk-out|stoppage|industrial action)\b"
)
_PULLED = (
    r"\b(?:pulled|plucked|hauled|dragged|lifted|dug|winched|fished|freed|cut|scooped|hoisted) "
    r"(?:about |some |at least |nearly |almost |more than |the |another |all |out )?$"
)
_OUT_OF = (
    r"^(?! (?:\w+ )?(?:bodies|body|dead|corpses|corpse|victims)\b)(?: [\w’'-]+){0,3}? "
    r"(?:out|from|off|alive|aboard|ashore|to safety|into (?:the|its|their) (?:boat|lifeboat|raft|helicopter))\b"
)
_COST = r"\b(?:cost|costs|costing|claimed|claims|claiming|took|taken|taking|lost|losing) (?:about |some |at least |nearly |up to )?$"
_SOUGHT = (
    r"\b(?:rescuers|divers|teams|crews|searchers|dogs|firefighters|soldiers|we|police|volunteers)\b[^.;]{0,40}"
    r"\b(?:looking|searching|digging|hunting|probing) for (?:up to |about |some |at least |another |the )?$"
)
_HUNTED = (
    r"\b(?:police|detectives|officers|investigators|troopers|prosecutors|deputies|agents)\b[^.;]{0,40}\b(?:seek|seeking|sought|"
    r"hunt|hunting|hunt for|hunting for|looking for|look for|after|want|wanted)(?: to (?:speak to|talk to|question|trace|find))?"
    r"(?: about| some| at least| up to| another| the)? $"
)
_SUSPECTS = (
    r"^ (?:\w+ )?(?:men|man|women|woman|suspects?|attackers?|gunmen|gunman|robbers?|raiders?|youths?|teenagers?|fugitives?|"
    r"escapees|killers?|bombers?|thieves|assailants?)\b"
)
_JOBS = frozenset({"job", "post", "position", "role"})
_KEEPS = (
    r"\b(?:supports?|supporting|provides?|providing|sustains?|sustaining|accounts? for|is worth|are worth|maintains?|"
    r"depends? on [^.;]{0,40}for|keeps?|has|have|had|with)\b[^.;]{0,30}$"
)
_LIVES_LOST = r"\b(?:loss|cost|expense) of (?:about |some |at least |nearly |up to |more than )?$"
_DEATH_OF = (
    r"\b(?:deaths?|killings?|murders?|drownings?) of (?:the |at least |about |some |up to |more than |as many as )?$"
)
_NOES = r"\b(?:in favou?r|voted for|for the (?:bill|motion|plan|law|deal|sale|strike))\b[^.;]{0,60}\b(?:and )?against(?: it)?(?: were| was)? $"
_ON_A_SIDE = frozenset({"person", "vote", ""})
_VOTERS = r"^ (?:of (?:the|its) )?(?:votes|deputies|members|senators|lawmakers|delegates|councillors|councilors|mps|legislators)\b"
# A status that only the words on both sides of a number tell: status, units (none for any), words before and behind it.
SHAPES: tuple[tuple[str, frozenset[str], str, str], ...] = (
    ("voted_for", frozenset(), rf"{_VOTE}$", r"^(?: votes)? to [\w-]+"),
    ("voted_against", frozenset(), rf"{_LOST}$", r"^(?: votes)? to [\w-]+"),
    ("voted_for", frozenset(), rf"{_LOST}[\w-]+(?: votes)? to $", ""),
    ("voted_against", frozenset(), rf"{_VOTE}[\w-]+(?: votes)? to $", ""),
    ("seated", frozenset({"person", "seat", "ticket", "place", "spectator", "fan"}), _HOLDS, ""),
    ("on_strike", frozenset({"person"}), _STRIKE_BY, ""),
    ("voted_against", frozenset(), _NOES, r"^(?: votes?| deputies| members| senators| lawmakers| delegates)?\W"),
    ("killed", frozenset({"person", "life"}), _LIVES_LOST, r"^ (?:\w+ )?lives\b"),
    ("killed", frozenset({"person"}), _DEATH_OF, r"^ [a-z]"),
    ("laid_off", _JOBS, _CUT, ""),
    ("laid_off", _JOBS, "", _GONE),
    ("laid_off", _JOBS, _THREATENS, ""),
    ("laid_off", _JOBS, "", _THREATENED),
    ("laid_off", _JOBS | {"person"}, "", _FOR_THE_AXE),
    ("employed", _JOBS, _KEEPS, ""),
    ("infected", frozenset({"case"}), "", _OF_A_DISEASE),
    ("infected", _REPORTS, "", _REPORTED + _ILLNESS),
    ("killed", _REPORTS, "", _REPORTED + r"(?:deaths?|fatalities)\b"),
    ("injured", _REPORTS, "", _REPORTED + r"(?:injuries|injury|burns|broken bones)\b"),
    ("aboard", frozenset({"person", "passenger"}), _WITH_PASSENGERS, _PASSENGERS),
    ("attended", frozenset({"person"}), "", _IN_THE_SQUARE),
    ("killed", frozenset({"person", "life"}), _COST, r"^ (?:human |more |other )?lives\b"),
    ("wanted", frozenset({"person", "suspect"}), _HUNTED, _SUSPECTS),
    ("missing", frozenset({"person"}), _SOUGHT, ""),
    ("infected", _PREMISES, _FOUND_AT, ""),
    ("on_strike", frozenset({"person"}), "", _BEGAN_A_STRIKE),
    ("rescued", frozenset({"person"}), _PULLED, _OUT_OF),
    (
        "voted_against",
        _ON_A_SIDE,
        r"\bopposed by (?:about |some |only |just |all )?$",
        r"^(?:\W|$| (?:short|and|with|after|deputies|members|votes)\b)",
    ),
    ("voted_for", _ON_A_SIDE, r"\b(?:backed|supported) by (?:about |some |only |just |all )?$", _VOTERS),
    ("voted_against", frozenset({"vote"}), "", r"^ (?:votes? )?against\b(?! (?:him|her|them|me|us)\b)"),
    ("killed", frozenset({"person"}), r"\b(?:lost|lose|losing) (?:about |some |at least |nearly )?$", _THEIR_OWN),
)
BUILDINGS = words(
    "home house building dwelling cottage flat bungalow property shop barn school bridge caravan chalet cabin church mosque"
)
# Ideas that only the words on both sides of a number tell: idea, units, words before and behind it.
SHAPED_IDEAS: tuple[tuple[str, frozenset[str], str, str], ...] = (
    (
        "destroyed",
        BUILDINGS,
        "",
        r"^(?: [\w’'-]+){0,3} (?:have|has|had|are|is|were|was) (?:all |now |simply |just |completely )?gone(?: for good| altogether)?\W",
    ),
    (
        "destroyed",
        BUILDINGS,
        r"\b(?:lost|claimed|took|taken|destroying|swallowed|buried|crushed)(?: about| some| at least)? $",
        "",
    ),
)
# Nobody looks for these, nor saves them from drowning: houses that were "swept away" are none of the missing.
OF_NO_BUILDING = words("missing rescued")
