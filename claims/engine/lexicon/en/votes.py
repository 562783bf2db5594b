"""English words for what a vote was on, and those that its result leaves beside it."""

# What a vote was on, where the words say so.
_MOTION = r"\b(?:motion|amendment|resolution|bill|measure|ordinance)"
MOTIONS = (
    _MOTION + r" (?:to|on|for|that|against) (.+?) (?:was|were|passed|failed|fell|carried|won|lost|went)\b",
    r"\bvoted (?:by )?[\w,]+ (?:votes )?to [\w,]+ (?:to|for|against|in favou?r of) (.+)",
    r"\b(amendment)\b",
)
# The stem that the result of a vote leaves beside its status: two results are of two votes unless their words tell.
OF_A_RESULT = frozenset({"vot"})
