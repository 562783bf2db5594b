"""Which claims an article still makes: what the latest text that was read dropped is no work for anybody."""

import pytest

from claims.enums import RunState
from claims.models import Claim
from claims.services import standing
from tests import factories

pytestmark = pytest.mark.django_db


def standing_now() -> list[str]:
    return sorted(mention.text for claim in Claim.objects.filter(stands=True) for mention in claim.mentions.all()[:1])


def test_a_dropped_claim_stands_no_more_and_one_that_comes_back_does() -> None:
    first = factories.first_version("12 people died. 9 people left.")
    twelve = factories.figure(first, "12 people died", "12", 12, 12)
    nine = factories.figure(first, "9 people left", "9", 9, 9)
    second = factories.next_version(first.article, "12 people died.")
    factories.figure(second, "12 people died", "12", 12, 12, claim=twelve.claim)
    standing.renew(second)
    assert standing_now() == ["12 people died"]
    third = factories.next_version(first.article, "9 people left. Nobody died.")
    factories.figure(third, "9 people left", "9", 9, 9, claim=nine.claim)
    standing.renew(third)
    assert standing_now() == ["9 people left"]


def test_an_earlier_version_that_is_read_again_changes_nothing_while_a_later_one_was_read() -> None:
    first = factories.first_version("12 people died.")
    factories.figure(first, "12 people died", "12", 12, 12)
    second = factories.next_version(first.article, "Nobody died.")
    factories.run(second)
    standing.renew(first)
    assert standing_now() == []
    factories.run(second, RunState.DUE)  # not read: what it says is not known
    standing.renew(first)
    assert standing_now() == ["12 people died"]


def test_a_mention_that_a_later_engine_no_longer_finds_does_not_stand() -> None:
    first = factories.first_version("12 people died.")
    mention = factories.figure(first, "12 people died", "12", 12, 12)
    type(mention).objects.filter(pk=mention.pk).update(withdrawn=True)
    standing.renew(first)
    assert standing_now() == []


def test_other_articles_are_left_alone() -> None:
    first = factories.first_version("12 people died.")
    other = factories.first_version("9 people left.")
    factories.figure(other, "9 people left", "9", 9, 9)
    standing.renew(first)
    assert standing_now() == ["9 people left"]
