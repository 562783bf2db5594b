"""English words that set a number apart from one that looks like it: a forecast, a limit, a demand, a rate per day.

Wordings are parted by bars, in lower case; a longer one is looked for before a shorter one.
"""

import re

from claims.engine.lexicon.words import words

# What sets a number apart from what it is measured against or may not exceed.
ASPECTS = {
    "": "a year earlier|a year ago|a year before|a day earlier|a day before|a month earlier|a month ago|"
    "a year later|a day after|a week earlier|a week ago|a week before|a week later|a week after|an hour earlier|"
    "an hour ago|an hour before|an hour later|an hour after|half an hour|a minute later|a minute earlier|"
    "for a week|for a day|for a month|for a year|within a week|within a day|within a month|within a year|within an hour|"
    "in a week|in a day|in a month|in an hour|a week of|a day of|a month of|a year of|want to|wants to|wanted to|"
    "seek to|seeks to|seeking to|sought to|wanted for|wanted by|"
    "rescuers were looking for|teams were looking for|divers were looking for|crews were looking for|dogs were looking for|"
    "rescuers are looking for|teams are looking for|divers are looking for|crews are looking for|rescuers looking for|"
    "offered to|offers to|sought after|sought shelter|looking for work|looking for a job|looking for jobs|seeking work|"
    "seeking a job|beyond the limit|over the limit|above the limit|past the limit|exceeding the limit|exceeded the limit|"
    "below the limit|under the limit|within the limit|inside the limit|short of the limit|times the limit|"
    "beyond the speed limit|over the speed limit|above the speed limit|under the speed limit|within the speed limit|"
    "below the speed limit|beyond the legal limit|over the legal limit|above the legal limit|times the legal limit|"
    "below the legal limit|under the legal limit|within the legal limit|above the permitted level|"
    "over the permitted level|below the permitted level|than a year|than a month|than a week|than a day|in a year|over a year|least a year|half a year",
    "lowest": "lowest|smallest|minimum|least expensive|cheapest",
    "highest": "highest|largest|maximum|most expensive|top",
    "limit": "beyond the limit of|over the limit of|above the limit of|past the limit of|exceeding the limit of|"
    "exceeded the limit of|below the limit of|under the limit of|within the limit of|inside the limit of|"
    "short of the limit of|times the limit of|over the speed limit of|above the speed limit of|"
    "within the speed limit of|below the speed limit of|under the speed limit of|beyond the legal limit of|"
    "over the legal limit of|above the legal limit of|times the legal limit of|below the legal limit of|"
    "under the legal limit of|within the legal limit of|above the permitted level of|over the permitted level of|"
    "below the permitted level of|limit|speed limit|cap|ceiling|maximum permitted|permitted|licensed to|licensed for|licence for|"
    "licence to|license for|license to|authorised to|authorized to|authorised for|authorized for|allowed",
    "wind": "wind|winds",
    "gusts": "gust|gusts|gusting|gusted",
    "sustained": "sustained",
    "like for like": "like-for-like|like for like|same-store|same store|comparable-store|comparable sales|"
    "comparable stores|on a comparable basis|organic|organically|underlying profit|underlying profits|"
    "underlying earnings|underlying sales|underlying revenue|underlying basis|constant currency|constant currencies|"
    "constant exchange rates|excluding acquisitions|excluding new stores|excluding new shops|without acquisitions",
    "in real terms": "real pay|real wages|real wage|real earnings|real incomes|real income|in real terms|"
    "adjusted for inflation|adjusting for inflation|inflation-adjusted|after inflation|allowing for inflation|"
    "taking inflation into account|once inflation|pay buys|wages buy|purchasing power|spending power|buying power",
    "counted otherwise": "with them|with those|if they were counted|if they were included|if those were counted|"
    "were they counted|were they included|counting them|including them|counting those|including those|"
    "by that count|on that count|on that measure|by that measure|under that measure|by the old count|by the old method|"
    "if counted|if included|counted in",
    "forecast": "was to cost|were to cost|meant to cost|due to cost|supposed to cost|budgeted at|budgeted for|forecast|expects|expected|expect|guidance|guiding|outlook|predicted|projected|projection|looking for|"
    "would be|estimates of|is likely to|anticipates|hopes to|hope to|hoping to|hoped to|are likely to|was likely to|"
    "were likely to|anticipate|anticipated|forecasts|forecasting|predicts|predict|projects a|foresees|foresee|envisages|"
    "reckons on|counts on|banking on",
    "against inflation": "below inflation|above inflation|under inflation|below the rate of inflation|"
    "above the rate of inflation|ahead of inflation|behind inflation|short of inflation",
    "core": "underlying inflation|underlying rate|underlying prices|core inflation|core rate|core prices|food and energy|"
    "energy and food|excluding food|excluding energy|stripping out food|stripping out energy|without food|without energy",
    "in the basket": "part of the basket|in the basket|services inflation|inflation in services|food inflation",
    "analysts": "analysts|consensus|analyst",
    "average": "average|mean|median|typical|averaged",
    "record": "record|previous record|all-time|previous high",
    "target": "target|goal|aim|aims|pledge",
    "proposed": "proposed|proposal",
    "sought": "seek|seeks|seeking|sought|want|wants|wanted|demands|demanded|demanding|ask for|asks for|asked for|"
    "asking for|calls for|called for|calling for|holding out for|pressing for"
    "|demand|demanding|ask|call for|hold out for|holds out for|held out for|press for|presses for|pressed for|push for|"
    "pushes for|pushed for|pushing for|insist on|insists on|insisted on|insisting on|plead for|pleads for|pleaded for|"
    "pleading for|appeal for|appeals for|appealed for|appealing for|campaign for|campaigning for|lobby for|lobbying for|"
    "bargain for|bargaining for|requests|requested|requesting",
    "offered": "offer|offers|offered|offering|on the table|bid|bids|bidding",
    "annual": "a year|per year|annual|annually|every year|each year|per annum|yearly|p.a.",
    "daily": "a day|per day|daily|every day|each day|for each day|every weekday|each weekday|a weekday|per weekday|"
    "on a weekday|on weekdays|on an average weekday|on a typical weekday|every working day|each working day|a working day|"
    "on a working day|per working day|on working days|on an average day|on a typical day|on a normal day|on an ordinary day",
    "monthly": "a month|per month|monthly|every month|each month",
    "weekly": "a week|per week|weekly|every week|each week",
    "hourly": "an hour|per hour|hourly|every hour|each hour",
    "by the minute": "a minute|per minute|every minute|each minute",
    "by the second": "per second|every second|each second",
    "nightly": "a night|per night|nightly|every night|each night",
    "each": "per share|a share|per head|per person|each|apiece|per diluted share|per capita|a head|a piece|per worker|"
    "per employee|per customer|per household|per passenger|per pupil|per student|per child|per patient|per family|"
    "per home|per vehicle|per animal|per bird",
}
# What of a wind is told; where only one of two says so, they are one wind.
KINDS_OF_WIND = words("gusts sustained")
WIND = words("wind")
# Of changes these may be told by only one of two: "rose by an average of 8 per cent", "rose by 18 per cent".
OF_A_LEVEL = words("average")
# Before a number: what is to come, foreseen by whoever says so.
COMING = re.compile(r"\b(?:will|shall|(?:is|are) (?:going|set|about|due|bound) to|’ll|'ll)\b(?! have\b)")
# What is offered by its nature, again and again, so that "offered" sets nothing apart.
PUT_UP = words("reward")
# "Seeking two men": those whom the police are after are not asked for as a rise in pay is.
HUNTED = words("wanted")
# Of these one number is told per time, another in all; they are said beside the number and of no other.
RATES = words("annual daily monthly weekly hourly nightly each") | {"by the minute", "by the second"}
# "Each" of measures tells where they are found, not that a sum is shared out: "10 km around each farm".
SHARED_OUT = words("each")
# From here on a sentence tells of somebody only named before: "the union, whose boss, who earns 81,000 a month".
OF_SOMEBODY = re.compile(r"(?:,|[–—-] ?) who\b(?![^,]*,)")
# What is asked for, and what is put on the table: of several in one sentence the nearest one counts.
MODAL = words("sought offered")
# What is expected; a later expectation takes the place of an earlier one.
FORESEEN = words("forecast")
# Aspects of what is not yet, or may not be.
TO_COME = words("forecast target proposed sought offered analysts")
# Aspects that make of a rate another one, told behind the number as well.
OF_ANOTHER = frozenset({"against inflation", "core", "in the basket"})
# Aspects that make of a number one of its own, however alike the words are else.
OF_ITS_OWN = OF_ANOTHER | {
    "like for like",
    "in real terms",
    "counted otherwise",
    "contents",
    "given by one",
    "limit",
    "size of one",
}
# A sentence that begins so is of what the one before it named.
POINTING_BACK = r"(?:it|that|this|they|these)(?:[’']s| is| was|[’']re| are| were| comes to| amounts to)\b"
# Aspects that a verb hands to every number behind it in the sentence.
REACHING = words("forecast analysts target proposed sought offered")
# Before a number these make it one that is known, given in passing.
KNOWN_BEFORE = words("all the its their our his her whose these those")
