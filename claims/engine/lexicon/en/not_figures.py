"""Numbers that no checker checks as a quantity: dates, clock times, ages, names, scores, telephone numbers."""

from claims.engine.lexicon.words import words

MONTHS = words(
    """
    january february march april may june july august september october november december jan feb mar apr jun jul
    aug sep sept oct nov dec
    """
)
UNSURE_MONTHS = frozenset({"may", "march"})
WEEKDAYS = words(
    """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun today
    yesterday tomorrow tonight overnight
    """
)
SEASONS = words("spring summer autumn fall winter christmas easter ramadan diwali")
YEAR_CUES = words(
    """
    in since by until till before after during early late mid year fiscal season vintage the
    """
)
WEAK_YEAR_CUES = words("of from between to through for and or than back around circa")
# From here on four digits without a comma are a year unless they plainly are not; from the other on, after a
# weak cue.
MODERN, INDUSTRIAL = 1900, 1700
ERA_MARKS = words("bc ad bce ce")
STREETS = words(
    """
    street road avenue lane drive court square terrace crescent boulevard way close place gardens row
    """
)
CLOCK_MARKS = words(
    """
    am pm noon midnight gmt bst est edt pst pdt cet cest ist aest utc hrs hours
    """
)
CLOCK_UNITS = words("minute second")
BESIDE_AN_HOUR = frozenset(
    (side, hour) for side in ("past", "to", "before", "after") for hour in ("midnight", "noon", "midday", "noontime")
) | frozenset(("past", hour) for hour in words("one two three four five six seven eight nine ten eleven twelve"))
CLOCK_LETTERS = frozenset({"a", "p"})
CLOCK_END = "m"
OCLOCK = "clock"
CLOCK_CUES = words("at by until from before after around about till shortly just between")
# "at 1840 hours"
CLOCK_HOURS = frozenset({"hour"})
CLOCK_CUES_OF_SERVICES = words("at by until since from before after till")
CLOCK_AFTER = words("this that on yesterday today tomorrow local in")
# Before an hour in words, and between it and a part of the day.
BEFORE_AN_HOUR = words("by until till before after since")
OF_A_DAY = words("this that yesterday tomorrow")
PARTS_OF_DAY = words(
    """
    morning afternoon evening night monday tuesday wednesday thursday friday saturday sunday
    """
)

# Digits right behind them are part of their name whatever follows.
INDEXES = words(
    """
    ftse stoxx nikkei dax cac p sp spx russell asx nasdaq topix csi tsx fortune dow sensex nifty
    """
)

AGED = words("aged age ages")
OLD = frozenset({"old", "olds"})
OF_AGE = (("of", "age"),)
AGE_UNITS = words("year years month months week weeks day days")
AGE_SUBJECTS = words("he she who i was is turned turns turning")
AGE_VERBS = words("is was turned turns turning be being became am were are")
# "a woman of 79"
AGE_NOUNS = words(
    """
    man woman boy girl child person teenager youth pensioner mother father widow
    """
)
AGE_LIMITS = words("under over")
AGE_HOLDERS = words("those anyone everyone anybody everybody")
AGE_NOUN_LINK = frozenset({"of"})
BOTH = frozenset({"both", "all"})
GENERIC_AGE = words("s")

# A number behind one of these, with no unit, is its name.
NAMING = words(
    """
    gate gates flight junction junctions exit exits rooms articles sections chapters stages phases jersey shirt article articles section sections page pages chapter line lines verse
    room rooms route highway interstate platform phase stage level tier category class type grade round week game
    day number numbers no nos nr figure table exhibit act part parts volume vol issue step rule clause paragraph
    schedule form channel bus bay block unit apartment flat suite floor ward district precinct zone sector area lot
    plot hole lane track model version mark series season episode formula group team division league century boeing
    airbus runway terminal pier dock reactor camp building block covid sars apollo super bowl page pp p ch fig q
    count counts case report update bulletin resolution size seed pick rank ranked magnitude
    """
) - {"count", "counts", "case", "area", "report", "team", "track", "building", "magnitude", "week", "no", "season"}
PAGE = frozenset({"page", "pages"})
# Before a full stop and a number they make a name whatever follows: "No. 3 shaft".
NUMBER_OF = frozenset({"no", "nos", "nr"})
HASH = frozenset({"#", "№"})
PHONE_CUES = words(
    """
    call phone telephone ring dial tel text helpline hotline fax mobile sms whatsapp on
    """
)

# "two years ago", "three days later" place an event in time; "six weeks after" may measure.
# "23h47"
HOUR_LETTER = "h"
THAN = frozenset({"than"})
# Between a day and its month, in languages that write one.
DAY_MARKS: frozenset[str] = frozenset()
AGO = frozenset({"ago"})
LATER = frozenset({"later", "earlier"})
# Nouns that a small number before them does not make checkable.
IDLE_NOUNS = words(
    """
    thing things way ways side sides part parts hand hands half halves kind kinds sort sorts reason reasons other
    time occasion step word words moment idea course
    """
)
HYPHEN_IDLE = words(
    """
    way star day-a-week part piece time sided faced fold some tier man person dimensional off size bed door bedroom
    storey story door wheel seater seat state party step word way page letter digit run point
    """
)
ONE_BEFORE = words(
    """
    no any every each some this that the another which only next last first big other good new
    """
)
# Behind these "one" is a number: "the death of one patient".
BEFALLEN = frozenset((noun, "of") for noun in ("death", "deaths", "loss", "killing", "murder", "drowning", "arrest"))
ONE_MORE = words("more other further additional")

# Verbs by which sources speak; see SOURCES.
SPEAKING = words(
    """
    say tell add claim believe confirm describe report recall warn think ask speak know suggest explain
    """
)

# "no" before these denies nothing that could be counted.
NO_IDLE = words(
    """
    doubt idea comment evidence sign signs reason reasons way need question plan plans intention date decision word
    words time longer more fewer less matter surprise wonder secret warning choice option chance indication
    suggestion mention response reply explanation excuse such change news sense problem point use room place
    interest motive information details detail relation link links threat risk danger better other stranger sooner
    means guarantee confirmation part role knowledge claim contact agreement deal love end limit alternative
    alternatives hope desire appetite money power water electricity answer answers one say
    """
)
EXISTENTIAL = frozenset({"there"})

SCORE_DASH = frozenset("-–—")
RANGE_YEARS = (1000, 2199)
# Idioms made of digits.
IDIOMS = frozenset(
    {("24", "/", "7"), ("9", "/", "11"), ("50", "-", "50"), ("fifty", "-", "fifty"), ("20", "/", "20"), ("7", "/", "7")}
)
CREDITS = frozenset({("according", "to")})

# One of these is an idiom ("one day").
IDLE_UNITS = frozenset({"day"})
# "in the three months to June", "over the past two years", "in 24 hours": the time that another figure is
# counted over.
WINDOW_CUES = words("in over during within for of the")
WINDOW_WORDS = words("the last past first previous preceding final recent latest opening")
WINDOW_ALWAYS = frozenset({"during"})
# A number up to this behind a pointer names a group that the reader knows.
SMALL_GROUP = 10
POINTERS = words("the these those its their his her our both")
WINDOW_BESIDE = frozenset({"in"})
PER = frozenset({"per", "every"})
ORDER_WORDS = words("last past first next final previous opening")
EQUALS = frozenset({"="})
# Joined to a number by a hyphen they make no name of it ("a sub-7 nanometre chip", "a now-18-month-old").
NUMBER_PREFIXES = words("minus sub now then mid plus nearly almost over under magnitude")
CONFIDENCE = frozenset({"ci", "confidence"})
# "No minister has resigned" counts ministers.
PERFECT = frozenset({"has", "have", "had"})
ONLY = frozenset({"only", "just", "single"})
# One of these before "seven to two" makes votes of it; one of the others where the first number is the larger.
VOTES = words("vote votes voted voting ballot ballots majority")
RULINGS = words(
    "ruled ruling verdict passed carried rejected defeated approved backed split divided decided upheld found"
)
# What stands behind the number of one side alone, what the other side may be against, and what tells of a vote.
IN_FAVOUR = frozenset({("in", "favour"), ("in", "favor"), ("votes", "against"), ("votes", "for")})
AGAINST = frozenset({"against"})
WHAT_IS_VOTED_ON = words("it him her them and with to the")
VOTES_AROUND = VOTES | words(
    """
    favour favor motion amendment resolution bill speaker chamber deputies lawmakers senators councillors delegates
    abstained abstentions abstention abstaining ballot tally division
    """
)
# "All but one of the notices": there "one" is a number.
EXCEPT = frozenset({("all", "but")})
# Letters that make a name of the digits before them: "the 49ers".
NAME_ENDINGS = frozenset({"ers"})
ERAS_SPELT = frozenset({("a", ".", "d", "."), ("b", ".", "c", "."), ("c", ".", "e", ".")})
# What stands before the number of a model: "Boeing's own 787 Dreamliner".
MODEL_CUES = words("own new s")
# "Police arrested his two sons": how many there are is news, though the owner is known.
OWNERS = words("his her their")
KIN = words(
    """
    son sons daughter daughters child children kid kids brother brothers sister sisters sibling siblings grandchild
    grandchildren grandson grandsons granddaughter granddaughters stepson stepsons stepdaughter stepdaughters nephew
    nephews niece nieces wives bodyguards
    """
)
# A number before one of these is what is spoken of, or a name, and counts nobody ("Two is company", "Four makes").
SINGULAR_VERBS = words("is was has makes does")
# "At twenty-three he left", "she turned forty".
AGE_BEFORE = words("at turned turns turning until till aged past before after around about since")
PLURAL_VERBS = words("are were have")
