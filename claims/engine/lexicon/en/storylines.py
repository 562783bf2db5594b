"""What English needs to tell which event a text speaks of."""

from claims.engine.lexicon.words import words

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
# How a month is written short, besides its first three letters.
SHORT_MONTHS = {"sept": 9}
# Days counted from the day of publication.
RELATIVE_DAYS = {
    "today": 0, "tonight": 0, "this morning": 0, "this afternoon": 0, "this evening": 0, "overnight": 0,
    "yesterday": -1, "last night": -1,
}  # fmt: skip
# Before a weekday these say that it is still to come, or that it is none of this week.
NOT_PAST = ("next", "until", "till", "by", "from", "before", "coming", "this coming", "every", "each", "last")
# Weeks, months and years by how many back they are; "last year" in business and news is the calendar year.
RELATIVE_PERIODS = {
    "this week": ("week", 0), "last week": ("week", 1), "this month": ("month", 0), "last month": ("month", 1),
    "this year": ("year", 0), "last year": ("year", 1), "the year before last": ("year", 2),
}  # fmt: skip
# With these the words name a time that something began or ended at, or is compared with.
OPEN_TIMES = (
    "since", "until", "till", "before", "after", "from", "by", "between", "earlier", "later", "ago", "than", "and", "or",
    "quarter", "half", "season", "financial", "fiscal", "every", "each",
)  # fmt: skip
FROM_TO, AS_OF, FOR = "{first} to {last}", ", as of {moment}", ", for {moment}"
# Before a month or a year these say that it is one.
TIME_LEADS = ("in", "In", "since", "Since", "during", "During")
# Ends of company names that another text leaves out.
LEGAL_FORMS = words(
    "ltd limited inc incorporated plc llc llp corp corporation co company ag gmbh sa nv se spa pty bhd ab as oyj"
)
# Words written with a capital that name nothing: they open a turn, a heading, a table or a sentence about a firm.
NO_NAMES = words(
    "chipmaker drugmaker carmaker automaker planemaker shipbuilder steelmaker brewer retailer lender insurer rival "
    "celsius fahrenheit gmt q a operator analyst question answer summary background results methods safety note rs mr mrs ms mm hg ci ft"
)

# The reason shown to the desk.
SHARED_NAMES = "names {names}, as {articles} of this story {does}"
ONE_ARTICLE = ("an article", "does")
ARTICLES = "{count} articles"
SHARED_NUMBERS = "gives {numbers} like it"
ONLY_SHARED = "it shares {names}"
# By how alike the openings are, from that likeness on.
NEAR = (
    (0.6, "the openings are about much the same ({likeness} of 1)"),
    (0.4, "the openings are somewhat alike ({likeness} of 1)"),
    (-1.0, "the openings have little in common ({likeness} of 1)"),
)
GAP = {
    "minutes": "published within an hour",
    "hours": "published {count} hours apart",
    "days": "published {count} days apart",
}
ONE_HOUR = "published an hour apart"
# Before the reason why an article that was alone so far follows a later one into its story.
LINKED = "a later article belongs to this story and "
# Behind the reason of one that is as likely of a second story. It names none: not all who read this may see that story.
MAY_BE_ONE = "; another story, put together by hand, tells of the same: look whether the two should be merged"
AND = " and "
NOTHING_NEAR = "Nothing published within {days} days is about anything like it."
TOO_LITTLE = "The nearest story is not near enough: {why}."
NO_SHARED = "no name or number of any weight is in both"
OTHER_DAYS = "they speak of other days"
