"""Numbers that no checker checks as a quantity: dates, clock times, ages, names, scores, telephone numbers."""

MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct "
    "nov dec".split()
)
UNSURE_MONTHS = frozenset({"may", "march"})
WEEKDAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun today yesterday tomorrow "
    "tonight overnight".split()
)
SEASONS = frozenset("spring summer autumn fall winter christmas easter ramadan diwali".split())
YEAR_CUES = frozenset("in since by until till before after during early late mid year fiscal season vintage".split())
WEAK_YEAR_CUES = frozenset("of from between to through for the and or than back around circa".split())
# From here on four digits without a comma are a year unless they plainly are not; from the other on, after a weak cue.
MODERN, INDUSTRIAL = 1900, 1700
ERA_MARKS = frozenset("bc ad bce ce".split())
STREETS = frozenset("street road avenue lane drive court square terrace crescent boulevard way close place gardens row".split())
CLOCK_MARKS = frozenset("am pm noon midnight gmt bst est edt pst pdt cet cest ist aest utc hrs hours".split())
CLOCK_LETTERS = frozenset({"a", "p"})
CLOCK_END = "m"
OCLOCK = "clock"
CLOCK_CUES = frozenset("at by until from before after around about till shortly just between".split())
CLOCK_AFTER = frozenset("this that on yesterday today tomorrow local in".split())
PARTS_OF_DAY = frozenset("morning afternoon evening night monday tuesday wednesday thursday friday saturday sunday".split())

# Digits right behind them are part of their name whatever follows.
INDEXES = frozenset("ftse stoxx nikkei dax cac p sp spx russell asx nasdaq topix csi tsx fortune dow sensex nifty".split())

AGED = frozenset("aged age ages".split())
OLD = frozenset({"old", "olds"})
OF_AGE = (("of", "age"),)
AGE_UNITS = frozenset("year years month months week weeks day days".split())
AGE_SUBJECTS = frozenset("he she who i was is turned turns turning".split())
AGE_VERBS = frozenset("is was turned turns turning be being became am were are".split())
# "a woman of 79"
AGE_NOUNS = frozenset("man woman boy girl child person teenager youth pensioner mother father widow".split())
AGE_NOUN_LINK = frozenset({"of"})
OVER_AGE = frozenset("over under aged".split())
BOTH = frozenset({"both", "all"})
GENERIC_AGE = frozenset("s".split())
IN_HIS = frozenset("his her their the early late mid".split())

# A number behind one of these, with no unit, is its name.
NAMING = frozenset(
    "gate flight junction exit jersey shirt article articles section sections page pages chapter line lines verse room rooms route highway interstate platform "
    "phase stage level tier category class type grade round week game day number numbers no nos nr figure table exhibit act part parts "
    "volume vol issue step rule clause paragraph schedule form channel bus bay block unit apartment flat suite floor ward district "
    "precinct zone sector area lot plot hole lane track model version mark series season episode formula group team division league "
    "century boeing airbus runway terminal pier dock reactor camp building block covid sars apollo super bowl page pp p ch fig q "
    "count counts case report update bulletin resolution size seed pick rank ranked magnitude".split()
) - {"count", "counts", "case", "area", "report", "team", "track", "track", "building", "magnitude", "week", "no", "season"}
HASH = frozenset({"#", "№"})
PHONE_CUES = frozenset("call phone telephone ring dial tel text helpline hotline fax mobile sms whatsapp on".split())

# "two years ago", "three days later" place an event in time; "six weeks after" may measure.
AGO = frozenset({"ago"})
LATER = frozenset({"later", "earlier"})
# Nouns that a small number before them does not make checkable.
IDLE_NOUNS = frozenset("thing things way ways side sides part parts hand hands half halves kind kinds sort sorts reason reasons other others "
                       "time occasion step word words moment idea course".split())  # fmt: skip
HYPHEN_IDLE = frozenset("way star day-a-week part piece time sided faced fold some tier man person dimensional off size bed door bedroom storey story door wheel "
                        "seater seat state party step word way page letter digit run point".split())  # fmt: skip
# "one" that is a pronoun or an idiom
ONE = frozenset({"one"})
ONE_BEFORE = frozenset("no any every each some this that the another which only next last first big other good new".split())
ONE_AFTER = frozenset("of another who that day thing way can could would should must is was has may might will by or and as in another's".split())
ONE_MORE = frozenset("more other further additional".split())

# Verbs by which sources speak; see SOURCES.
SPEAKING = frozenset("say tell add claim believe confirm describe report recall warn think ask speak know suggest explain".split())

# "no" before these denies nothing that could be counted.
NO_IDLE = frozenset(
    "doubt idea comment evidence sign signs reason reasons way need question plan plans intention date decision word words time "
    "longer more fewer less matter surprise wonder secret warning choice option chance indication suggestion mention response reply "
    "explanation excuse such change news sense problem point use room place interest motive information details detail relation link "
    "links threat risk danger better other stranger sooner means guarantee confirmation part role knowledge claim contact agreement deal "
    "love end limit alternative alternatives hope desire appetite money power water electricity answer answers one say case".split()
)
EXISTENTIAL = frozenset({"there"})
NO_OBJECT_VERBS = frozenset("report record cause suffer find leave make bring score win lose have take see".split())

# Percent and others used as names of mechanisms
GAME_WORDS = frozenset("won beat lost defeated drew win draw victory defeat score scored led lead match game set final league".split())
SCORE_DASH = frozenset("-–—")
RANGE_YEARS = (1000, 2199)
# Idioms made of digits.
IDIOMS = frozenset({("24", "/", "7"), ("9", "/", "11"), ("50", "-", "50"), ("fifty", "-", "fifty"), ("20", "/", "20"), ("7", "/", "7")})
CREDITS = frozenset({("according", "to")})

# One of these is an idiom ("one day").
IDLE_UNITS = frozenset({"day"})
# "in the three months to June", "over the past two years", "in 24 hours": the time that another figure is counted over.
WINDOW_CUES = frozenset("in over during within for of the".split())
WINDOW_WORDS = frozenset("the last past first previous preceding final recent latest opening".split())
WINDOW_ALWAYS = frozenset({"during"})
# A number up to this behind a pointer names a group that the reader knows.
SMALL_GROUP = 10
POINTERS = frozenset("the these those its their his her our both".split())
WINDOW_BESIDE = frozenset({"in"})
PER = frozenset({"per", "every"})
ORDER_WORDS = frozenset("last past first next final previous opening".split())
EQUALS = frozenset({"="})
# Joined to a number by a hyphen they make no name of it ("a sub-7 nanometre chip", "a now-18-month-old").
NUMBER_PREFIXES = frozenset("minus sub now then mid plus nearly almost over under".split())
