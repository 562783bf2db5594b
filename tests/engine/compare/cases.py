"""Mentions made from plain sentences, for the tables of the comparison tests."""

from datetime import UTC, datetime

from claims.engine.extract import extract
from claims.engine.mentions import mentions_of
from claims.engine.records import Mention
from claims.enums import Part


def mentions(text: str, document: str = "a", day: int = 1, version: int = 1) -> list[Mention]:
    """The mentions of a text that a source published at noon of a day in March 2024."""
    published = datetime(2024, 3, day, 12, tzinfo=UTC)
    records = extract(text, published=published).records
    return mentions_of(
        {Part.HEADLINE: "", Part.BODY: text},
        records,
        keys=[f"{document}-{version}-{at}" for at in range(len(records))],
        document=document,
        version=version,
        source=document,
        published=published,
    )
