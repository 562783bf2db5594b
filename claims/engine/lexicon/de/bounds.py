"""German words that loosen or tighten a number; the meanings are those of the English file."""

_BEFORE = {
    "about": "etwa|rund|ungefähr|circa|ca|knapp über|schätzungsweise|gut geschätzt",
    "at_least": "mindestens|wenigstens|nicht weniger als|zumindest",
    "more_than": "mehr als|über|höher als",
    "just_over": "gut|etwas mehr als|etwas über",
    "at_most": "höchstens|maximal|bis zu|nicht mehr als|allenfalls",
    "less_than": "weniger als|unter",
    "nearly": "fast|knapp|beinahe|nahezu|etwas weniger als",
    "exact": "genau|nur|insgesamt|weitere|alle",
}
_AFTER = {"at_least": "oder mehr", "at_most": "oder weniger"}
BEFORE = {tuple(words.split()): meaning for meaning, text in _BEFORE.items() for words in text.split("|")}
AFTER = {tuple(words.split()): meaning for meaning, text in _AFTER.items() for words in text.split("|")}
MARKS_BEFORE = {"~": "about", ">": "more_than", "<": "less_than", "≥": "at_least", "≤": "at_most"}
MARKS_AFTER = {"+": "at_least"}
BETWEEN = frozenset({"zwischen"})
BETWEEN_AND = frozenset({"und"})
FROM = frozenset({"von"})
TO = frozenset({"bis", "auf"})
OR = frozenset({"oder"})
DASHES = frozenset("-–—‑−")
BRACKETS = ("(", ")")
