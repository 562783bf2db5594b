"""Two versions of one article with what a desk knows of their claims, and how the page about them reads."""

from dataclasses import dataclass

import pytest
from django.contrib.auth.models import User
from django.test import Client

from claims.enums import Change, Outcome, Relation
from claims.models import Claim, ContradictionFlag, Mention
from claims.services import claim_moves
from sources.models import Article, ArticleVersion
from tests import factories
from tests.web.pages import Element, page

OLD = (
    "At least 28 people died, the coast guard said, and 61 were hurt.\n"
    "The hospital had taken in 44 people.\n"
    "“Nobody has been charged,” said Edda Korsin.\n"
    "The port authority said that pressure was low.\n"
    "The doors may have been open on Tuesday, Tomas Rell reported."
)
NEW = (
    "At least 31 people died, the coast guard said, and 58 were hurt.\n"
    "The hospital had admitted 44 people.\n"
    "There were 237 people on board.\n"
    "“Nobody has been charged,” said Edda Korsin.\n"
    "The doors were open on Monday, Tomas Roll reported."
)


@dataclass(frozen=True, slots=True)
class Fire:
    article: Article
    first: ArticleVersion
    second: ArticleVersion
    dead: Claim
    hurt: Claim
    taken_in: Claim
    quote: Claim
    low: Claim
    aboard: Claim
    told: ContradictionFlag
    silent: ContradictionFlag


@pytest.fixture
def fire(reporter: User, checker: User, reviewer: User) -> Fire:
    """Two counts change, one of them silently; one claim is reworded, one dropped, one new. Two have verdicts."""
    first = factories.first_version(OLD, by=reporter)
    dead = count(first, "28", "At least 28 people died", "people killed", claimant="the coast guard")
    hurt = count(first, "61", "61 were hurt", "people injured")
    taken_in = count(first, "44", "taken in 44 people", "people taken in")
    quote = factories.quote(first, "Nobody has been charged", "Edda Korsin")
    low = factories.attribution(
        first, "The port authority said that pressure was low", "The port authority", "said", "pressure was low"
    )
    for mention in (dead, taken_in, quote):
        factories.approved(mention, checker, reviewer)
    note = "Updated with the coast guard’s count of the dead."
    second = factories.next_version(first.article, NEW, note=note)
    dead2 = count(
        second, "31", "At least 31 people died", "people killed", dead, Outcome.VALUE_CHANGED, "the coast guard"
    )
    hurt2 = count(second, "58", "58 were hurt", "people injured", hurt, Outcome.VALUE_CHANGED)
    count(second, "44", "admitted 44 people", "people taken in", taken_in, Outcome.REWORDED)
    aboard = count(second, "237", "237 people on board", "people on board")
    factories.quote(
        second,
        "Nobody has been charged",
        "Edda Korsin",
        claim=quote.claim,
        outcome=Outcome.UNCHANGED,
        carried_from=quote,
    )
    claim_moves.engine_moved(Change.GLANCE, True, {taken_in.claim_id: "Other words."})
    return Fire(
        first.article,
        first,
        second,
        dead.claim,
        hurt.claim,
        taken_in.claim,
        quote.claim,
        low.claim,
        aboard.claim,
        factories.flag(dead, dead2, relation=Relation.UPDATE, reason="31 comes after 28."),
        factories.flag(hurt, hurt2, reason="58 is fewer than 61.", silent=True),
    )


def count(
    version: ArticleVersion,
    value: str,
    words: str,
    measure: str,
    before: Mention | None = None,
    outcome: Outcome = Outcome.NEW,
    claimant: str | None = None,
) -> Mention:
    return factories.figure(
        version,
        words,
        value,
        int(value),
        int(value),
        measure=measure,
        measure_key="",
        claimant=claimant,
        claim=before.claim if before else None,
        outcome=outcome,
        carried_from=before,
    )


def shown(client: Client, fire: Fire, query: str = "") -> Element:
    return page(client.get(f"/articles/{fire.article.pk}/versions/{query}")).one("main")


def rows(main: Element) -> list[list[str]]:
    """Each row, without its act."""
    return [[cell.text for cell in row.children if isinstance(cell, Element)][:-1] for row in main.all("tr", cls="row")]
