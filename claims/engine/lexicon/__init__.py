"""Words of a language are data, one folder a language; logic asks for them here and lists none itself."""

from functools import cache
from importlib import import_module
from types import ModuleType

LANGUAGES = ("en",)


class UnknownLanguage(LookupError):
    """There is no lexicon for that language."""


@cache
def lexicon(language: str, part: str) -> ModuleType:
    """The data module `part` ("numbers", "cues", ...) of a language ("en").

    Raises UnknownLanguage where the folder is missing.
    """
    if language not in LANGUAGES:
        raise UnknownLanguage(f"no lexicon for {language!r}; there are: {', '.join(LANGUAGES)}")
    return import_module(f"claims.engine.lexicon.{language}.{part}")
