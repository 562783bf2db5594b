"""Words of a language are data, one folder a language; logic asks for them here and lists none itself."""

import re
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any

LANGUAGES = ("en",)
# Read for their figures alone: they have no cues, so nobody is heard to say anything.
FIGURES_ONLY = ("de",)
_WHOLE = LANGUAGES[0]
_NEVER = re.compile("(?!)")


class UnknownLanguage(LookupError):
    """There is no lexicon for that language."""


@cache
def lexicon(language: str, part: str) -> ModuleType:
    """The data module `part` ("numbers", "cues", ...) of a language ("en").

    What a language read for its figures alone leaves out is empty there, and so no rule finds it. Raises UnknownLanguage
    where the folder is missing.
    """
    if language in LANGUAGES:
        return import_module(f"{__name__}.{language}.{part}")
    if language not in FIGURES_ONLY:
        raise UnknownLanguage(f"no lexicon for {language!r}; there are: {', '.join(LANGUAGES + FIGURES_ONLY)}")
    found = ModuleType(f"{language}.{part}")
    vars(found).update({name: _emptied(value) for name, value in _data(_WHOLE, part).items()})
    if find_spec(f"{__name__}.{language}.{part}"):
        vars(found).update(_data(language, part))
    return found


def _data(language: str, part: str) -> dict[str, Any]:
    module = import_module(f"{__name__}.{language}.{part}")
    return {name: value for name, value in vars(module).items() if name.isupper() and not name.startswith("_")}


def _emptied(value: Any) -> Any:
    if isinstance(value, re.Pattern):
        return _NEVER
    return value if isinstance(value, int) else type(value)()
