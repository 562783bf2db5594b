"""What a version takes over from its sources is flagged, and the claim is to be checked again."""

import pytest
from django.test import Client

from claims.models import Claim, ContradictionFlag, Mention
from claims.services import closing, flags, pipeline, runs
from sources.models import ArticleVersion
from tests import factories

pytestmark = pytest.mark.django_db

SAID = "Police said the driver of the Kalderhaven bus had been drinking. The bridge is closed."
PLAIN = "The driver of the Kalderhaven bus had been drinking. The bridge is closed."


def _read(version: ArticleVersion) -> ArticleVersion:
    runs.schedule(version.pk)
    pipeline.bring_up_to(version.pk)
    return version


def _two(before: str, after: str) -> ArticleVersion:
    article = _read(factories.first_version(before)).article
    return _read(factories.next_version(article, after))


def test_plain_fact_is_the_same_claim_credited_to_nobody() -> None:
    version = _two(SAID, PLAIN)
    flag, claim = ContradictionFlag.objects.get(), Claim.objects.get()
    now = Mention.objects.get(version=version)
    assert (flag.rule, flag.type, flag.scope, flag.silent) == (
        "attribution.drift",
        "attribution",
        "across_versions",
        True,
    )
    assert (flag.a.claim, flag.b, now.claim, claim.state) == (claim, now, claim, "recheck")
    assert (now.text, now.claimant, now.outcome) == (PLAIN.partition(".")[0], None, "attribution_changed")
    assert flag.suggestion == (
        "Clarification: This comes from Police, as an earlier version of this article said: "
        "the driver of the Kalderhaven bus had been drinking."
    )


def test_it_stands_on_in_the_next_version_and_is_flagged_once() -> None:
    version = _two(SAID, PLAIN)
    third = _read(factories.next_version(version.article, PLAIN + " Trains are running."))
    assert [row.outcome for row in Mention.objects.filter(version=third)] == ["unchanged"]
    assert ContradictionFlag.objects.count() == Claim.objects.count() == 1


def test_a_later_engine_that_reads_it_again_keeps_claim_and_flag(monkeypatch: pytest.MonkeyPatch) -> None:
    version = _two(SAID, PLAIN)
    before = list(Mention.objects.order_by("pk").values_list("pk", "claim", "text"))
    for module in (runs, flags, closing):
        monkeypatch.setattr(module, "ENGINE_VERSION", "next")
    for one in version.article.versions.order_by("number"):
        _read(one)
    assert list(Mention.objects.order_by("pk").values_list("pk", "claim", "text")) == before
    assert [flag.state for flag in ContradictionFlag.objects.all()] == ["open"]


def test_what_keeps_its_source_is_not_flagged() -> None:
    _two(SAID, SAID.replace("Police said the", "The").replace("drinking.", "drinking, police said."))
    assert ContradictionFlag.objects.count() == 0


def test_the_pages_tell_of_it(as_checker: Client) -> None:
    version = _two(SAID, PLAIN)
    flag = ContradictionFlag.objects.get()
    shown = as_checker.get(f"/flags/{flag.pk}/").content.decode()
    article = as_checker.get(f"/articles/{version.article_id}/").content.decode()
    assert "a later one says in its own voice" in shown
    assert "in its own voice" in article
