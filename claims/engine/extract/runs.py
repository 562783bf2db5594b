"""Runs of capitalised words that are names, and the titles before them."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from claims.engine.extract.tree import PROPER
from claims.engine.lexicon import lexicon

# Longer runs of capitals are headlines and tables, no names.
_LONGEST = 6


class Runs:
    """Finds names in sentences of one language."""

    def __init__(self, language: str) -> None:
        self.words = lexicon(language, "titles")
        self.people: frozenset[str] = lexicon(language, "people").PEOPLE

    def of(self, doc: Doc) -> Iterator[tuple[int, int, list[str]]]:
        """Each name from left to right: its first and last token, and the titles before it in small letters."""
        at = 0
        while at < len(doc):
            if doc[at].tag_ not in PROPER:
                at += 1
                continue
            end = self._run_end(doc, at)
            start = self._run_start(doc, at, end)
            if start <= end < start + _LONGEST:
                yield start, end, [plain(doc[place].text) for place in range(at, start)]
            at = end + 1

    def _run_start(self, doc: Doc, at: int, end: int) -> int:
        """Where the name itself begins, behind titles and the date that may stand before them."""
        start = at
        for place in range(at, end):
            word = plain(doc[place].text)
            if word in self.words.TITLES or (word in self.words.CALENDAR and place == start):
                start = place + 1
        while start <= end and (plain(doc[start].text) in self.words.TITLES or doc[start].text in "-–."):
            start += 1
        # "Guard Tyrone Mills": what he is, with a capital at a sentence's start.
        if start == 0 and end >= 2 and doc[start].lower_ in self.people:
            start += 1
        return start

    def gender(self, words: Sequence[str]) -> str:
        if any(word in self.words.FEMALE_TITLES for word in words):
            return "f"
        return "m" if any(word in self.words.MALE_TITLES for word in words) else ""

    def _run_end(self, doc: Doc, at: int) -> int:
        end = at
        while end + 1 < len(doc):
            following = doc[end + 1]
            if following.tag_ in PROPER:
                end += 1
            elif end + 2 < len(doc) and doc[end + 2].tag_ in PROPER and self._joins(following):
                end += 2
            else:
                break
        return end

    def _joins(self, token: Token) -> bool:
        hyphen = token.text in "-–" and not token.whitespace_
        return hyphen or token.lower_ in self.words.NAME_PARTICLES


def plain(word: str) -> str:
    """A word of a name as it is compared: small letters, no full stop, a straight apostrophe."""
    return word.lower().strip(".").replace("’", "'")
