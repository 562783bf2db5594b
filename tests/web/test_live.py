"""News for an open article page."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from claims.enums import ClaimState
from claims.models import Claim
from tests import factories
from tests.web.conftest import Ferry


def test_it_tells_how_each_claim_of_the_version_stands(ferry: Ferry, as_reporter: Client) -> None:
    Claim.objects.filter(pk=ferry.quote.claim_id).update(state=ClaimState.REVIEW, edits=3)
    Claim.objects.filter(pk=ferry.dead.claim_id).update(state=ClaimState.CHECK)
    answer = as_reporter.get(f"/articles/{ferry.article.pk}/live/?v=2")
    assert answer.json() == {
        "latest": 2,
        "claims": {
            str(ferry.dead.claim_id): ["flagged", "Flagged, in check", 0],
            str(ferry.quote.claim_id): ["review", "In review", 3],
        },
    }


@pytest.mark.parametrize("query", ["", "?v=0", "?v=3", "?v=x"])
def test_a_version_that_is_not_there_has_no_news(query: str, ferry: Ferry, as_reporter: Client) -> None:
    assert as_reporter.get(f"/articles/{ferry.article.pk}/live/{query}").status_code == 404


def test_it_asks_as_often_for_many_claims_as_for_one(as_reporter: Client) -> None:
    counts = []
    for size in (1, 3):
        words = [f"{count} people died" for count in range(10, 10 + size)]
        version = factories.first_version(". ".join(words), source=f"Outlet {size}")
        for text in words:
            factories.figure(version, text, text[:2], int(text[:2]), int(text[:2]))
        with CaptureQueriesContext(connection) as asked:
            assert len(as_reporter.get(f"/articles/{version.article_id}/live/?v=1").json()["claims"]) == size
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_nobody_else_hears_of_it(ferry: Ferry, client: Client) -> None:
    assert client.get(f"/articles/{ferry.article.pk}/live/?v=2").status_code == 302
