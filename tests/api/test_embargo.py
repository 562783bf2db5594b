"""What is held back until a moment: a key that is not good for it finds nothing of it, however it asks."""

from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone
from rest_framework.test import APIClient

from claims.enums import DismissalReason
from claims.models import Claim, ContradictionFlag, Correction, Mention, Webhook
from claims.services import comments, decisions, events, evidence
from sources.enums import Scope
from sources.models import Article, EmbargoMove, Source, Story
from tests import factories
from tests.api import bodies

URL = "https://ledger.example.org/secret"
SECRET = "zephyrine"


class Held:
    """An article under embargo, with a claim, a verdict, and a conflict with one that everybody sees."""

    def __init__(self, checker: User, reviewer: User) -> None:
        both = factories.story("Kalderhaven ferry fire")
        self.known = factories.figure(factories.first_version("9 people died.", story=both), "9 people died", "9", 9, 9)
        self.version = factories.first_version(
            f"12 people died. So says the {SECRET} report.",
            title=f"The {SECRET} report",
            source=f"The {SECRET} desk",
            story=both,
            url=URL,
            by=checker,
        )
        self.mention = factories.figure(self.version, "12 people died", "12", 12, 12)
        self.flag = factories.flag(self.known, self.mention, reason=f"Says the {SECRET} report.")
        alone = factories.first_version("1 died.", story=factories.story(f"The {SECRET} affair"), by=checker)
        self.until = timezone.now() + timedelta(hours=3)
        hidden = Article.objects.filter(pk__in=[self.version.article_id, alone.article_id])
        hidden.update(embargoed_until=self.until)
        factories.evidence(self.known.claim, checker, words="9 are dead", source=f"{SECRET} police")
        self.story = Story.objects.get(title__contains=SECRET)


@pytest.fixture
def held(checker: User, reviewer: User) -> Held:
    return Held(checker, reviewer)


def with_key(user: User, *scopes: Scope) -> APIClient:
    """A client whose key is good for these."""
    client = APIClient()
    client.force_authenticate(user, token=SimpleNamespace(scopes=[scope.value for scope in scopes]))
    return client


@pytest.fixture
def without(desk_head: User) -> APIClient:
    return with_key(desk_head, *(scope for scope in Scope if scope is not Scope.EMBARGOED))


@pytest.fixture
def good(desk_head: User) -> APIClient:
    return with_key(desk_head, *Scope)


# Each as an address for the id of what is held back, and for one that never was.
SINGLE = [
    ("/api/v1/articles/{article}", "/api/v1/articles/999999"),
    ("/api/v1/articles/{article}/versions", "/api/v1/articles/999999/versions"),
    ("/api/v1/articles/{article}/versions/1", "/api/v1/articles/999999/versions/1"),
    ("/api/v1/claims/{claim}", "/api/v1/claims/999999"),
    ("/api/v1/claims/{claim}/status", "/api/v1/claims/999999/status"),
    ("/api/v1/flags/{flag}", "/api/v1/flags/999999"),
    ("/api/v1/flags/{flag}/decisions", "/api/v1/flags/999999/decisions"),
    ("/api/v1/sources/{source}", "/api/v1/sources/999999"),
    ("/api/v1/stories/{story}", "/api/v1/stories/999999"),
    (f"/api/v1/status?url={URL}", "/api/v1/status?url=https://ledger.example.org/never"),
    ("/api/v1/status?article={article}", "/api/v1/status?article=999999"),
    ("/api/v1/status?sha256={sha256}", f"/api/v1/status?sha256={'0' * 64}"),
]
LISTS = [
    "/api/v1/articles",
    "/api/v1/articles?order=created_at&limit=100",
    f"/api/v1/articles?url={URL}",
    "/api/v1/articles?story={story}",
    "/api/v1/claims",
    "/api/v1/claims?article={article}",
    "/api/v1/claims?has_open_flag=true",
    "/api/v1/claims?measure_key=killed",
    "/api/v1/flags",
    "/api/v1/flags?article={article}",
    "/api/v1/flags?state=open",
    "/api/v1/comments",
    "/api/v1/corrections",
    "/api/v1/evidence",
    "/api/v1/mentions",
    "/api/v1/reviews",
    "/api/v1/verdicts",
    "/api/v1/sources",
    "/api/v1/stories",
    "/api/v1/articles?include=claims,versions",
    "/api/v1/evidence?include=claim,article",
    "/api/v1/flags?include=claims,story",
    "/api/v1/mentions?include=claim,article",
    "/api/v1/reviews?include=verdict",
    "/api/v1/stories?include=articles",
    "/api/v1/verdicts?include=claim,evidence,reviews",
]


def filled(address: str, held: Held) -> str:
    return address.format(
        article=held.version.article_id,
        claim=held.mention.claim_id,
        flag=held.flag.pk,
        story=held.story.pk,
        source=held.version.article.source_id,
        sha256=held.version.sha256,
    )


def uncounted(answer: Any) -> dict[str, str]:
    """The headers without those that count requests: each request is one more."""
    counted = {"ratelimit", "content-length"}  # the address asked for is told again, and may be longer
    return {name: value for name, value in answer.headers.items() if name.lower() not in counted}


@pytest.mark.parametrize(("address", "made_up"), SINGLE)
def test_one_thing_answers_as_if_it_never_was(
    held: Held, without: APIClient, good: APIClient, address: str, made_up: str
) -> None:
    asked, never = without.get(filled(address, held)), without.get(made_up)
    assert (asked.status_code, never.status_code) == (404, 404)
    assert asked.json() | {"instance": ""} == never.json() | {"instance": ""}
    assert uncounted(asked) == uncounted(never)
    assert good.get(filled(address, held)).status_code == 200


@pytest.mark.parametrize("address", LISTS)
def test_lists_and_filters_say_nothing_of_it(held: Held, without: APIClient, address: str) -> None:
    answer = without.get(filled(address, held))
    assert answer.status_code == 200
    # Evidence from its source is known to everybody, and so is that source.
    assert SECRET not in answer.content.decode().replace(f"{SECRET} police", "")
    if "flags" in address or "has_open_flag" in address:
        assert answer.json()["results"] == []


def test_a_source_that_published_nothing_else_is_absent(held: Held, without: APIClient, good: APIClient) -> None:
    def names(client: APIClient) -> list[str]:
        return sorted(one["name"] for one in client.get("/api/v1/sources").json()["results"])

    assert names(without) == ["Tidewater Ledger", f"{SECRET} police"]
    assert names(good) == [f"The {SECRET} desk", "Tidewater Ledger", f"{SECRET} police"]


def test_counts_leave_out_the_flag_whose_other_side_is_held_back(
    held: Held, without: APIClient, good: APIClient
) -> None:
    known = held.known.claim_id

    def counted(client: APIClient) -> tuple[Any, ...]:
        listed = client.get(f"/api/v1/claims?article={held.known.version.article_id}").json()["results"]
        detail = client.get(f"/api/v1/claims/{known}").json()["status"]["open_flags"]
        status = client.get(f"/api/v1/claims/{known}/status").json()["conflicts"]["count"]
        return [one["open_flags"] for one in listed], len(detail), status

    assert counted(without) == ([0], 0, 0)
    assert counted(good) == ([1], 1, 1)


def test_nothing_is_written_to_what_is_not_seen(held: Held, without: APIClient) -> None:
    article = held.version.article_id
    version = without.post(f"/api/v1/articles/{article}/versions", {"text": "Other."})
    mark = without.post("/api/v1/claims", bodies.figure(held.version, "12 people died", "12"))
    raised = {"one": held.known.pk, "other": held.mention.pk, "type": "figure", "reason": "Both cannot be."}
    flag = without.post("/api/v1/flags", raised)
    lifted = without.put(f"/api/v1/articles/{article}/embargo", {"until": None})
    assert [answer.status_code for answer in (version, mark, flag, lifted)] == [404, 400, 400, 404]
    made_up = without.post("/api/v1/flags", raised | {"other": 999_999})
    assert flag.content == made_up.content
    assert (Claim.objects.count(), ContradictionFlag.objects.count(), Mention.objects.count()) == (2, 1, 2)


def test_it_is_there_for_all_once_its_time_has_come(held: Held, without: APIClient) -> None:
    address = f"/api/v1/articles/{held.version.article_id}"
    assert without.get(address).status_code == 404
    Article.objects.filter(pk=held.version.article_id).update(embargoed_until=timezone.now())
    assert without.get(address).status_code == 200
    assert without.get(f"/api/v1/status?url={URL}").status_code == 200


def test_people_of_the_desk_see_it_at_their_pages_and_by_session(held: Held, as_checker: Client) -> None:
    shown = as_checker.get(f"/articles/{held.version.article_id}/")
    assert shown.status_code == 200
    assert "Held back from readers and machines" in shown.content.decode()
    open_one = as_checker.get(f"/articles/{held.known.version.article_id}/")
    assert "Held back from readers and machines" not in open_one.content.decode()
    assert as_checker.get(f"/api/v1/articles/{held.version.article_id}").status_code == 200


def test_an_article_is_added_under_embargo_by_a_key_that_sees_it_again(
    good: APIClient, without: APIClient, checker: User
) -> None:
    until = (timezone.now() + timedelta(days=1)).isoformat()
    refused = without.post("/api/v1/articles", bodies.article(embargoed_until=until))
    assert (refused.status_code, Article.objects.count()) == (403, 0)
    added = good.post("/api/v1/articles", bodies.article(embargoed_until=until))
    assert added.status_code == 201
    assert datetime.fromisoformat(added.json()["embargoed_until"]) == datetime.fromisoformat(until)
    assert without.get("/api/v1/articles").json()["results"] == []
    past = (timezone.now() - timedelta(days=1)).isoformat()
    assert without.post("/api/v1/articles", bodies.article(embargoed_until=past)).status_code == 201


def test_the_desk_head_alone_changes_it_and_each_change_is_kept(
    held: Held, good: APIClient, checker: User, desk_head: User
) -> None:
    address = f"/api/v1/articles/{held.version.article_id}/embargo"
    assert with_key(checker, *Scope).put(address, {"until": None}).status_code == 403
    assert good.put(address, {}).status_code == 400
    for _ in range(2):  # the same again changes nothing
        answer = good.put(address, {"until": None})
        assert (answer.status_code, answer.json()["embargoed_until"]) == (200, None)
    move = EmbargoMove.objects.get()
    assert (move.by, move.became, move.was is None) == (desk_head, None, False)


def test_neither_mark_nor_time_moves_with_what_is_held_back(held: Held, without: APIClient, good: APIClient) -> None:
    address = f"/api/v1/claims/{held.known.claim_id}"

    def marks(client: APIClient) -> tuple[str, str]:
        answer = client.get(address)
        return answer["ETag"], answer["Last-Modified"]

    before, seen = marks(without), marks(good)
    ContradictionFlag.objects.filter(pk=held.flag.pk).update(severity=99)
    assert marks(without) == before
    assert marks(good)[0] != seen[0]


def test_no_tag_of_a_list_moves_with_what_is_held_back(
    held: Held, without: APIClient, good: APIClient, checker: User, reviewer: User
) -> None:
    addresses = [filled(address, held) for address in LISTS]

    def tags(client: APIClient) -> list[str]:
        return [client.get(address)["ETag"] for address in addresses]

    before, seen = tags(without), tags(good)
    decisions.dismiss(held.flag, by=checker, code=DismissalReason.ANOTHER_COUNT)
    Story.objects.filter(pk=held.story.pk).update(title="Another affair")
    Source.objects.filter(pk=held.version.article.source_id).update(name="Another desk")
    factories.figure(held.version, "12", "12", 12, 12)
    Mention.objects.filter(pk=held.mention.pk).update(reading="a dozen")
    comments.say(held.mention.claim, "Not yet.", by=checker)
    factories.approved(held.mention, checker, reviewer)
    Article.objects.filter(versions__evidence__claim=held.mention.claim).update(embargoed_until=held.until)
    corrected = {"before": {"low": "1"}, "after": {"low": "2"}, "by": checker}
    Correction.objects.create(claim=held.mention.claim, mention=held.mention, **corrected)
    assert tags(without) == before
    assert [address for address, was, now in zip(LISTS, seen, tags(good), strict=True) if was == now] == []


def test_a_passage_from_what_is_held_back_stands_under_no_verdict(
    held: Held, without: APIClient, good: APIClient, checker: User, reviewer: User
) -> None:
    """The claim is known to everybody; one of the two passages that its verdict stands on is held back."""
    hidden = factories.evidence(held.known.claim, checker, words="9 drowned", source=f"The {SECRET} office")
    Article.objects.filter(pk=hidden.version.article_id).update(embargoed_until=held.until)
    decisions.dismiss(held.flag, by=checker, code=DismissalReason.ANOTHER_COUNT)
    verdict = f"/api/v1/verdicts/{factories.approved(held.known, checker, reviewer).pk}"
    shown, whole = without.get(verdict), good.get(verdict)
    assert set(whole.json()["evidence"]) - set(shown.json()["evidence"]) == {hidden.pk}
    evidence.remove(hidden, by=checker)
    assert without.get(verdict, headers={"If-None-Match": shown["ETag"]}).status_code == 304
    assert good.get(verdict, headers={"If-None-Match": whole["ETag"]}).status_code == 200
    passage = f"/api/v1/evidence/{hidden.pk}"
    answers = [client.get(passage, headers={"If-None-Match": "*"}) for client in (without, good)]
    assert [(one.status_code, one.has_header("ETag")) for one in answers] == [(404, False), (304, True)]


def test_events_on_it_are_read_by_keys_with_the_scope_alone(held: Held, without: APIClient, good: APIClient) -> None:
    hook = Webhook.objects.create(url="https://hooks.example.org/", secret="whsec_x")
    events.version_recorded(held.known.version)
    events.version_recorded(held.version)
    # The event of a flag belongs to the article that was published later, here to the one that everybody sees.
    events.flags_opened([factories.flag(held.mention, held.known, rule="figure.other")])
    events.number()

    def told(client: APIClient) -> list[str]:
        return [one["type"] for one in client.get("/api/v1/events").json()["results"]]

    assert told(without) == ["version.recorded"]
    assert told(good) == ["version.recorded", "version.recorded", "flag.opened"]
    assert [row.event.type for row in hook.deliveries.all()] == ["version.recorded"]
