"""The lexicon of the comparison as it would be had nobody read one of the gold stories."""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from claims.engine.compare import odds
from claims.engine.compare.words import PART_OF
from claims.engine.lexicon import lexicon

TABLES = ("STATUS", "IDEAS", "GROUPS", "ASPECTS")


def texts_of(stories: dict[str, dict[str, Any]]) -> dict[str, str]:
    """All that each story's documents say, in lower case."""
    return {
        name: " ".join(
            f"{version['title']} {version['text']}"
            for document in story["documents"]
            for version in document["versions"]
        )
        .lower()
        .replace("’", "'")
        for name, story in stories.items()
    }


@contextmanager
def unlearnt(name: str, texts: dict[str, str]) -> Iterator[None]:
    """Holds back, while it lasts, the wordings that of all stories only this one has: it may have taught them."""
    parts = {table: lexicon("en", PART_OF[table]) for table in TABLES}
    kept = {table: getattr(part, table) for table, part in parts.items()}
    others = [text for other, text in texts.items() if other != name]
    for table, ideas in kept.items():
        left = {idea: _left(wordings.split("|"), texts[name], others) for idea, wordings in ideas.items()}
        # An idea of which nothing is left keeps its name, and a wording that no text has.
        setattr(parts[table], table, {idea: "|".join(wordings) or f"\0{idea}" for idea, wordings in left.items()})
    _forget()
    try:
        yield
    finally:
        for table, ideas in kept.items():
            setattr(parts[table], table, ideas)
        _forget()


@contextmanager
def unread(name: str, texts: dict[str, str], folds: Path) -> Iterator[None]:
    """Compares, while it lasts, as if nobody had read a story: without its wordings, by what the others taught."""
    with patch.object(odds, "_WEIGHTS", folds / f"{name}.json"), unlearnt(name, texts):
        yield
    _forget()


def _left(wordings: list[str], own: str, others: list[str]) -> list[str]:
    return [wording for wording in wordings if not _has(own, wording) or any(_has(text, wording) for text in others)]


def _has(text: str, wording: str) -> bool:
    return wording in text and re.search(rf"(?<!\w){re.escape(wording)}(?!\w)", text) is not None


def _forget() -> None:
    """Empties what the comparison keeps in memory of what it has read."""
    for name, module in list(sys.modules.items()):
        if name.startswith("claims.engine.compare"):
            for value in vars(module).values():
                if hasattr(value, "cache_clear"):
                    value.cache_clear()
