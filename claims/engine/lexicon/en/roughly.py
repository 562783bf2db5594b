"""What may stand in English between a verb and its number: "held about 40"."""

SOME = (
    r"(?: about| some| nearly| almost| more than| over| at least| just| only| up to| around| roughly| an estimated|"
    r" as much as| well over| close to)?"
)
