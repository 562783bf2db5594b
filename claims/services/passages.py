"""Finds words in a text as a person copies them: white space and invisible characters aside."""

import re

from sources.engine.text import clean


def words_in(text: str, words: str) -> tuple[int, int] | None:
    """Where the words stand first in a text, as offsets into it; None where they do not."""
    wanted = clean(words).text.split()
    if not wanted:
        return None
    found = re.search(r"\s+".join(re.escape(word) for word in wanted), text)
    return (found.start(), found.end()) if found else None
