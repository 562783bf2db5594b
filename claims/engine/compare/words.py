"""Words of a text with their content, so that two wordings can be held against each other."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from claims.engine.lexicon import lexicon

# The tables of ideas, and which part of the lexicon each is in.
PART_OF = {
    "STATUS": "statuses",
    "WHERE": "statuses",
    "IDEAS": "ideas",
    "ASPECTS": "aspects",
    "GROUPS": "groups",
    "SEVERE": "groups",
}
_WORD = re.compile(r"\d[\d.,]*\d|\d|[^\W\d_]+(?:[’'][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text: where it stands, as written, and its stem in lower case."""

    start: int
    end: int
    text: str
    stem: str

    @property
    def is_number(self) -> bool:
        return self.text[0].isdigit()

    @property
    def is_name(self) -> bool:
        return self.text[0].isupper()


@lru_cache(maxsize=20_000)
def words(text: str, language: str = "en") -> tuple[Word, ...]:
    """The words and numbers of a text in order; offsets count in it. Hyphens part words."""
    return tuple(_word(found, language) for found in _WORD.finditer(text))


def _word(found: "re.Match[str]", language: str) -> Word:
    text = found.group()
    return Word(found.start(), found.end(), text, stem(text, language))


@lru_cache(maxsize=50_000)
def stem(word: str, language: str = "en") -> str:
    """A word in lower case without its ending and its possessive, good for comparing and nothing else."""
    lower = word.lower().replace("’", "'")
    return _stem(lower.removesuffix("'s").removesuffix("'"), language)


def _stem(word: str, language: str) -> str:
    rules = lexicon(language, "morphology")
    if word in rules.IRREGULAR:
        return _unclosed(str(rules.IRREGULAR[word]))
    if word in rules.UNBENT:
        return word
    for ending, instead, stays in rules.ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= stays and not word.endswith("ss"):
            return _unclosed(word.removesuffix(ending) + instead)
    return _unclosed(word)


def _unclosed(root: str) -> str:
    """ "stopped" and "stop", "injured" and "injure": a doubled last letter or a silent e is no difference."""
    if len(root) > 3 and root[-1] == root[-2] and root[-1] not in "sl":
        root = root[:-1]
    return root[:-1] if len(root) > 3 and root[-1] == "e" else root


@cache
def _phrases(language: str, table: str) -> tuple["re.Pattern[str]", dict[str, str]]:
    """One pattern over all wordings of a table of ideas, longest first, and which idea each stands for."""
    ideas: dict[str, str] = {}
    for idea, wordings in getattr(lexicon(language, PART_OF[table]), table).items():
        for wording in wordings.split("|"):
            ideas.setdefault(wording, idea)
    ordered = sorted(ideas, key=lambda wording: (-len(wording), wording))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, ordered)) + r")(?!\w)"), ideas


@dataclass(frozen=True, slots=True)
class Idea:
    """A wording of a table of the lexicon found in a text."""

    start: int
    end: int
    idea: str


@lru_cache(maxsize=20_000)
def ideas(text: str, table: str, language: str = "en") -> tuple[Idea, ...]:
    """Which ideas of a table ("STATUS", "GROUPS", ...) a text words, in order; offsets count in it.

    Wordings listed under no idea ("") hide shorter ones inside them and are not given back.
    """
    pattern, known = _phrases(language, table)
    lower = text.lower().replace("’", "'")
    if len(lower) != len(text):
        return ()
    return tuple(
        Idea(found.start(), found.end(), known[found.group()])
        for found in pattern.finditer(lower)
        if known[found.group()]
    )


def hides_an_idea(text: str, table: str, language: str = "en") -> bool:
    """Whether a text has a wording that is listed under no idea ("rescue workers")."""
    pattern, known = _phrases(language, table)
    return any(not known[found] for found in pattern.findall(text.lower().replace("’", "'")))


@cache
def lexicon_ideas(language: str = "en") -> frozenset[str]:
    """The ideas of the lexicon for what is measured: "revenue", "turnout", "killed"."""
    return frozenset(lexicon(language, "ideas").IDEAS) | frozenset(lexicon(language, "statuses").STATUS)


@cache
def change_stems(language: str = "en") -> frozenset[str]:
    """The stems of words that say that something rose or fell."""
    changes = lexicon(language, "changes")
    return frozenset(stem(word, language) for word in changes.RISES | changes.FALLS)


@cache
def modal_stems(language: str = "en") -> frozenset[str]:
    """The stems of words that say that something is asked for or offered."""
    aspects = lexicon(language, "aspects")
    wordings = [wording for name in aspects.MODAL for wording in aspects.ASPECTS[name].split("|")]
    return frozenset(stem(wording, language) for wording in wordings if " " not in wording)


@cache
def measure_stems(language: str = "en") -> frozenset[str]:
    """The stems of the names of units of measure: they stand beside numbers and tell nothing of what is measured."""
    units = lexicon(language, "conversions")
    names = [part for unit in units.FACTORS for part in unit.split("_")]
    also: frozenset[str] = units.ALSO_WORDS
    return frozenset(stem(name, language) for name in [*names, *units.SPELT_OTHERWISE]) - also


@lru_cache(maxsize=1_000)
def unit_stems(unit: str, language: str = "en") -> frozenset[str]:
    """The stems and ideas of a unit's own words ("home", "kilometre_per_hour") and of people as such."""
    text = unit.replace("_", " ")
    return frozenset(stem(part, language) for part in [*text.split(), "person"]) | content(text, language)


@lru_cache(maxsize=20_000)
def content(text: str, language: str = "en") -> frozenset[str]:
    """The stems of a text that carry content: no numbers, no words of quantity, no function words; ideas for
    wordings."""
    rules = lexicon(language, "morphology")
    alike = lexicon(language, "ideas").STATUS_AS_IDEA
    taken: set[str] = set()
    spent: set[int] = set()
    for table in ("STATUS", "IDEAS"):
        for found in ideas(text, table, language):
            taken.add(alike.get(found.idea, found.idea))
            spent.update(range(found.start, found.end))
    for word in words(text, language):
        lower = word.text.lower()
        if word.start in spent or word.is_number or lower in rules.STOP or lower in rules.QUANTITY:
            continue
        taken.add(word.stem)
    return frozenset(taken)
