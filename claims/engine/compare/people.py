"""Names of those who say something: the same one, somebody else, or not to be told."""

from claims.engine.compare.words import words
from claims.engine.lexicon import lexicon


def name_words(name: str | None, language: str = "en") -> tuple[str, ...]:
    """The stems of a name without titles, articles and office words ("spokesman")."""
    rules = lexicon(language, "morphology")
    every = words(name or "", language)
    found = [word for word in every if word.text.lower() not in rules.TITLES] or [
        word for word in every if word.text.lower() not in rules.STOP
    ]
    own = tuple(
        word.stem for word in found if word.text.lower() not in rules.SPEAKS_FOR and word.text.lower() not in rules.STOP
    )
    return own or tuple(word.stem for word in found)


def same_person(a: str | None, b: str | None, language: str = "en") -> bool:
    """Whether two names may well be one's: the last word of one occurs in the other."""
    first, second = name_words(a, language), name_words(b, language)
    return bool(first and second and (first[-1] in second or second[-1] in first))


def same_party(a: str | None, b: str | None, language: str = "en") -> bool:
    """Whether two names share a word: a body and its spokeswoman, a ministry and its branch."""
    return bool(set(name_words(a, language)) & set(name_words(b, language)))


def is_proper(name: str | None) -> bool:
    """Whether a name is one: two capitalised words at least, or one that stands alone."""
    if not name:
        return False
    found = words(name)
    capitals = [word for word in found if word.is_name]
    return len(capitals) >= 2 or len(capitals) == len(found) > 0


def different_people(a: str | None, b: str | None, language: str = "en") -> bool:
    """Whether two speakers are surely not one: both are named, and no word of one occurs in the other."""
    if not a or not b or same_party(a, b, language):
        return False
    vague = lexicon(language, "morphology").VAGUE
    return not any({word.text.lower() for word in words(name, language)} <= vague for name in (a, b))
