"""An article under embargo at the pages: who holds it back, where it is marked, and who sees nothing of it."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from sources.models import Article, EmbargoMove
from sources.roles import Role
from tests import factories
from tests.web.conftest import Ferry
from tests.web.pages import page
from tests.web.test_review import submitted

LATER = timezone.now() + timedelta(hours=30)
TYPED = timezone.localtime(LATER).strftime("%Y-%m-%dT%H:%M")


def held(ferry: Ferry) -> Article:
    Article.objects.filter(pk=ferry.article.pk).update(embargoed_until=LATER)
    return Article.objects.get(pk=ferry.article.pk)


def marks(client: Client, address: str) -> int:
    return sum(tag.text.startswith("Embargo until") for tag in page(client.get(address)).all("span", cls="tag--warn"))


def test_the_desk_head_sets_it_and_lifts_it(ferry: Ferry, desk_head: User, as_desk_head: Client) -> None:
    address = f"/articles/{ferry.article.pk}/"
    assert page(as_desk_head.get(address)).one("input", id="embargo").attrs["value"] == ""
    as_desk_head.post(f"{address}embargo/", {"until": TYPED})
    shown = page(as_desk_head.get(address))
    assert shown.one("input", id="embargo").attrs["value"] == TYPED
    assert marks(as_desk_head, address) == 1
    as_desk_head.post(f"{address}embargo/", {"until": TYPED, "lift": "1"})
    assert marks(as_desk_head, address) == 0
    moves = EmbargoMove.objects.filter(article=ferry.article).values_list("by", "was", "became")
    until = LATER.replace(second=0, microsecond=0)
    assert list(moves) == [(desk_head.pk, None, until), (desk_head.pk, until, None)]


# A time that has passed would let it out at once; what is no time, or none at all, says nothing.
@pytest.mark.parametrize("until", ["2026-01-01T10:00", "tomorrow", "2999-01-01T10:00"])
def test_what_is_no_time_to_come_changes_nothing(until: str, ferry: Ferry, as_desk_head: Client) -> None:
    before = held(ferry).embargoed_until
    answer = as_desk_head.post(f"/articles/{ferry.article.pk}/embargo/", {"until": until}, follow=True)
    assert len(page(answer).all("div", cls="notice--warn")) >= 1
    assert Article.objects.get(pk=ferry.article.pk).embargoed_until == before


@pytest.mark.parametrize("who", ["reporter", "checker", "reviewer", "admin"])
def test_nobody_else_changes_it(who: str, ferry: Ferry, request: pytest.FixtureRequest) -> None:
    held(ferry)
    client: Client = request.getfixturevalue(f"as_{who}")
    address = f"/articles/{ferry.article.pk}/"
    assert client.post(f"{address}embargo/", {"lift": "1"}).status_code == 403
    assert Article.objects.get(pk=ferry.article.pk).embargoed
    assert page(client.get(address)).all("input", id="embargo") == []


def test_it_is_marked_wherever_the_article_stands(ferry: Ferry, checker: User, as_desk_head: Client) -> None:
    verdict = submitted(ferry.quote.claim, checker)
    article = f"/articles/{ferry.article.pk}/"
    addresses = [
        "/",
        article,
        f"{article}versions/",
        f"{article}gate/",
        "/queue/?view=review",
        "/review/",
        f"/review/{verdict.pk}/",
    ]
    # Of its two sides one is of the article that is held back.
    addresses.append(f"/flags/{ferry.between.pk}/")
    assert [marks(as_desk_head, address) for address in addresses] == [0] * 8
    held(ferry)
    assert [marks(as_desk_head, address) for address in addresses] == [1] * 8
    # When it is over, nothing is marked any more.
    Article.objects.update(embargoed_until=timezone.now() - timedelta(minutes=1))
    assert [marks(as_desk_head, address) for address in addresses] == [0] * 8


def test_another_reporter_sees_nothing_of_it(ferry: Ferry) -> None:
    held(ferry)
    other = Client()
    other.force_login(factories.person("second_reporter", Role.REPORTER))
    assert other.get(f"/articles/{ferry.article.pk}/").status_code == 404
    for address in ("/", "/flags/", "/stories/", "/?q=Tidewater"):
        told = other.get(address).content.decode()
        assert ("Embargo" in told, "Tidewater" in page(other.get(address)).one("main").text) == (False, False)


def test_who_adds_an_article_may_hold_it_back(reporter: User, as_reporter: Client) -> None:
    form = {"title": "T", "text": "Nine people died.", "source": "Osk Lines", "source_kind": "news_outlet"}
    answer = as_reporter.post("/articles/add/", {**form, "kind": "article", "embargoed_until": TYPED})
    assert answer.status_code == 302
    assert Article.objects.get().embargoed_until == LATER.replace(second=0, microsecond=0)
    assert marks(as_reporter, "/") == 1
