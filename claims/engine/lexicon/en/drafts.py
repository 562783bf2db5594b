"""Lines for the note of a version, for an editor to change and use. An update is no admission; a correction is one."""

FIGURE = {
    "update": "Update: {what} is now {b}{by}. An earlier version of this article said {a}.",
    "conflict": "Correction: An earlier version of this article gave {what} as {a}. It is {b}{by}.",
}
THE_FIGURE = "the figure"
THE_FIGURE_FOR = "the figure for {measure}"
BY = ", according to {who}"
QUOTE = "Correction: An earlier version of this article quoted {who} as saying “{a}”. The words are “{b}”."
SPEAKER = "Correction: An earlier version of this article gave the words “{words}” to {a}. They were said by {b}."
CLAIMANT = "Correction: An earlier version of this article credited to {a} what {b} said: {what}."
REPORTED = {
    "update": "Update: An earlier version of this article reported that {a}. It is now reported that {b}.",
    "conflict": "Correction: An earlier version of this article reported that {a}. It should have said that {b}.",
}
AFFIRMED = "{who} said: {what}"
DENIED = "{who} denied: {what}"
NOBODY = "a source that was not named"
# By the rule that found that a text says more firmly what it had said before.
DRIFTED = {
    "attribution.drift": "Clarification: This comes from {who}, as an earlier version of this article said: {what}.",
    "attribution.hedge": "Clarification: An earlier version of this article was less certain of this: {what}.",
    "attribution.firmer": "Clarification: An earlier version of this article gave this as a claim by {who}: {what}.",
}
