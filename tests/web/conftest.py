"""A small story in the database: one article in two versions, another source, and what disagrees."""

from dataclasses import dataclass

import pytest
from django.contrib.auth.models import User

from claims.enums import Approximation, Outcome, Relation, Scope
from claims.models import ContradictionFlag, Mention
from sources.models import Article, ArticleVersion, Story
from tests import factories

FIRST = (
    "At least 31 people died when a ferry burned, the coast guard said.\n"
    "“Nobody has been charged,” said Edda Korsin.\n"
    "The port authority denies that pressure was low."
)


@dataclass(frozen=True, slots=True)
class Ferry:
    story: Story
    article: Article
    first: ArticleVersion
    second: ArticleVersion
    other: ArticleVersion
    dead: Mention
    more_dead: Mention
    quote: Mention
    denial: Mention
    fewer_dead: Mention
    silent: ContradictionFlag
    between: ContradictionFlag


@pytest.fixture
def ferry(reporter: User) -> Ferry:
    """Version 1 says 31, version 2 says 37 without a note and drops the denial, and the operator says 26.

    The reporter added both articles.
    """
    story = factories.story()
    first = factories.first_version(FIRST, story=story, by=reporter)
    dead = _dead(first, "31")
    quote = factories.quote(first, "Nobody has been charged", "Edda Korsin")
    denial = factories.attribution(
        first, "The port authority denies that pressure was low", "The port authority", "denies", "pressure was low"
    )
    changed = FIRST.replace("31", "37").rpartition("\n")[0]
    second = factories.next_version(first.article, changed)
    more_dead = _dead(second, "37", claim=dead.claim, outcome=Outcome.VALUE_CHANGED, carried_from=dead)
    factories.quote(
        second,
        "Nobody has been charged",
        "Edda Korsin",
        claim=quote.claim,
        outcome=Outcome.UNCHANGED,
        carried_from=quote,
    )
    other = factories.first_version(
        "We mourn 26 passengers.", title="Statement", source="Osk Lines", story=story, by=reporter
    )
    fewer_dead = factories.figure(other, "26 passengers", "26", 26, 26)
    return Ferry(
        story,
        first.article,
        first,
        second,
        other,
        dead,
        more_dead,
        quote,
        denial,
        fewer_dead,
        factories.flag(dead, more_dead, relation=Relation.UPDATE, reason="37 comes after 31.", silent=True),
        factories.flag(more_dead, fewer_dead, scope=Scope.BETWEEN_SOURCES, reason="37 and 26 cannot both hold."),
    )


def _dead(version: ArticleVersion, value: str, **more: object) -> Mention:
    words = f"At least {value}"
    return factories.figure(
        version, f"{words} people died", words, int(value), None, approximation=Approximation.AT_LEAST, **more
    )
