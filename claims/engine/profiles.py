"""What an article is about, in a form that can be held against other articles: vector, names, words, figures, days."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from math import log

from claims.engine.embedding import word_ranks
from claims.engine.lexicon import lexicon

# A word among the so many most frequent of a general corpus says nothing; one beyond RARE, or outside it, says most.
COMMON, RARE = 300, 20_000


@dataclass(frozen=True, slots=True)
class Profile:
    """vector: that of headline and opening, see `embedding`. days: those that the text speaks of.

    names: as the text has them, the fullest form of each, in order. numbers: plain digits, those that tell much.
    figures: value and unit of what is counted, such as "31 person". named, words: the words of names, and the other
    words that say something, as `stem` gives them. repeated: those of both that the text has more than once.
    """

    vector: tuple[float, ...]
    names: tuple[str, ...]
    numbers: frozenset[str]
    days: frozenset[date]
    published: datetime
    named: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    repeated: frozenset[str] = frozenset()
    figures: frozenset[str] = frozenset()

    @property
    def keys(self) -> frozenset[str]:
        """By what this article may be found from another: its words, and its numbers behind a "#"."""
        return self.named | self.words | {f"#{number}" for number in self.numbers}


@lru_cache(maxsize=20_000)
def name_words(name: str, language: str = "en") -> tuple[str, ...]:
    """The words of a name as they are compared: without accents, titles, days, legal forms and single letters."""
    words = lexicon(language, "titles")
    own = lexicon(language, "storylines")
    left_out = words.CALENDAR | words.TITLES | words.NAME_PARTICLES | words.ARTICLES | own.LEGAL_FORMS | own.NO_NAMES
    parts = [plain(word) for word in re.split(r"[\s\-–—/&,]+", name)]
    return tuple(word for word in parts if len(word) > 1 and word not in left_out)


@lru_cache(maxsize=50_000)
def weight(word: str) -> float:
    """How much it says that two texts share a word: 0 for the most frequent words, 1 for the rarest.

    The square of its place between COMMON and RARE, so that several common words never make one rare name.
    """
    known = [rank for rank in word_ranks([word, f"{word}s"]) if rank is not None]
    if not known:
        return 1.0
    return max(0.0, min(1.0, log(min(known) / COMMON) / log(RARE / COMMON))) ** 2


def plain(word: str) -> str:
    """A word as it is compared: small letters without accents, possessive and quotation marks."""
    letters = unicodedata.normalize("NFKD", word.lower())
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return bare.replace("’", "'").removesuffix("'s").strip("'\".“”‘()")


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A word without the ending of its plural, so that tram and trams are one."""
    bare = plain(word)
    return bare[:-1] if len(bare) > 4 and bare.endswith("s") and not bare.endswith("ss") else bare
