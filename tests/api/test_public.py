"""What anybody may read: published verdicts and nothing else, in every shape, from any cache."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any
from xml.etree import ElementTree

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from claims.enums import Act, Rating, Stance
from claims.models import Evidence, Mention, Review, Verdict
from claims.services import checked, verdicts
from sources.models import Article
from tests import factories

ATOM = {"a": "http://www.w3.org/2005/Atom"}
BASE = "https://checks.example.org"
SHAPES = [
    "/api/v1/claimreview.jsonl",
    "/api/v1/feeds/verdicts.atom",
    "/api/v1/feeds/verdicts.json",
    "/api/v1/feeds/corrections.atom",
    "/api/v1/feeds/corrections.json",
]


@pytest.fixture(autouse=True)
def _named(settings: Any) -> None:
    settings.PUBLIC_URL = BASE
    settings.PUBLIC_NAME = "Tidewater Ledger <checks>"


@pytest.fixture
def anybody() -> Client:
    return Client(headers={"Accept": "application/atom+xml"})


@pytest.fixture
def mention(db: None) -> Mention:
    version = factories.first_version(
        "At least 12 people died & 3 <b>left</b>.", url="https://ledger.example.org/fire", story=factories.story()
    )
    return factories.figure(version, "At least 12 people died & 3 <b>left</b>", "12", 12, None, claimant="the <i>guard")


def _published(mention: Mention, checker: User, desk_head: User, rating: Rating = Rating.WRONG) -> Verdict:
    row = factories.approved(mention, checker, desk_head, rating=rating)
    return verdicts.publish(row, by=desk_head, edits=row.edits).verdict


def _said(answer: Any) -> str:
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return str(body.decode())


def test_nothing_of_drafts_reviews_and_approvals_shows(
    mention: Mention, checker: User, desk_head: User, anybody: Client
) -> None:
    before = _all(anybody)
    verdict = factories.approved(mention, checker, desk_head)
    assert _all(anybody) == before
    assert verdict.revision == 1
    for address in ("/v/{}/1/", "/api/v1/claims/{}/badge.svg", f"/api/v1/oembed?url={BASE}/v/{{}}/1/"):
        hidden, missing = (anybody.get(address.format(claim)) for claim in (mention.claim_id, 987654))
        assert (hidden.status_code, missing.status_code) == (404, 404)
        assert hidden["Content-Type"] == missing["Content-Type"]


def test_a_claim_review_says_it_all(mention: Mention, checker: User, desk_head: User, anybody: Client) -> None:
    against = factories.first_version("9 people died.", source="Coastguard", url="https://guard.example.org/9")
    Evidence.objects.create(
        claim=mention.claim,
        version=against,
        start=0,
        end=13,
        text="9 people died",
        stance=Stance.REFUTES,
        added_by=checker,
    )
    verdict = _published(mention, checker, desk_head)
    answer = anybody.get("/api/v1/claimreview.jsonl")
    assert answer["Content-Type"] == "application/x-ndjson"
    (line,) = _said(answer).splitlines()
    review = json.loads(line)
    assert verdict.published_at is not None
    assert review == {
        "@context": ["https://schema.org", f"{BASE}/api/v1/context.jsonld"],
        "@type": "ClaimReview",
        "@id": f"{BASE}/v/{mention.claim_id}/1/",
        "url": f"{BASE}/v/{mention.claim_id}/1/",
        "datePublished": verdict.published_at.date().isoformat(),
        "author": {"@type": "Organization", "name": "Tidewater Ledger <checks>", "url": BASE},
        "claimReviewed": "At least 12 people died & 3 <b>left</b>",
        "itemReviewed": {
            "@type": "Claim",
            "author": {"@type": "Thing", "name": "the <i>guard"},
            "datePublished": "2026-04-15",
            "appearance": {
                "@type": "CreativeWork",
                "name": "Ferry fire in Kalderhaven",
                "publisher": {"@type": "Organization", "name": "Tidewater Ledger"},
                "url": "https://ledger.example.org/fire",
            },
        },
        "reviewRating": {
            "@type": "Rating",
            "alternateName": "Wrong",
            "ratingValue": 1,
            "bestRating": 5,
            "worstRating": 1,
        },
        "reviewBody": "The harbour police say so.",
        "asOf": verdict.as_of.isoformat(),
        "revision": 1,
        "contradicts": ["https://guard.example.org/9"],
        "measuredValue": {"measure": "people killed", "unit": "person", "bound": "exact", "low": "12"},
    }
    words = anybody.get("/api/v1/context.jsonld").json()["@context"]
    own = {"asOf", "revision", "supersedes", "contradicts", "measuredValue", "measure", "low", "high", "unit", "bound"}
    assert own <= words.keys()


@pytest.mark.parametrize(
    ("rating", "number"),
    [
        (Rating.CONFIRMED, 5),
        (Rating.CONFIRMED_WITH_CHANGE, 4),
        (Rating.WRONG, 1),
        # Right when it was said; nobody knows; an opinion: no points on a line from true to false.
        (Rating.OUTDATED, None),
        (Rating.DISPUTED, None),
        (Rating.NOT_CONFIRMABLE, None),
    ],
)
def test_a_number_only_where_there_is_a_line(
    mention: Mention, checker: User, desk_head: User, anybody: Client, rating: Rating, number: int | None
) -> None:
    _published(mention, checker, desk_head, rating)
    review = json.loads(_said(anybody.get("/api/v1/claimreview.jsonl")))
    assert review["reviewRating"].get("ratingValue") == number


def test_a_new_revision_replaces_and_is_told_as_a_correction(
    mention: Mention, checker: User, desk_head: User, anybody: Client
) -> None:
    _published(mention, checker, desk_head)
    draft = verdicts.open_draft(mention.claim, by=checker)
    draft = verdicts.write(draft, by=checker, edits=draft.edits, rating=Rating.OUTDATED, rationale="Three more died.")
    draft = verdicts.submit(draft, by=checker, edits=draft.edits).verdict
    row = verdicts.approve(draft, by=desk_head, edits=draft.edits).verdict
    assert json.loads(_said(anybody.get("/api/v1/claimreview.jsonl")))["revision"] == 1
    assert anybody.get("/api/v1/feeds/corrections.json").json()["items"] == []
    row = verdicts.publish(row, by=desk_head, edits=row.edits).verdict
    review = json.loads(_said(anybody.get("/api/v1/claimreview.jsonl")))
    assert (review["revision"], review["supersedes"]) == (2, f"{BASE}/v/{mention.claim_id}/1/")
    (told,) = anybody.get("/api/v1/feeds/corrections.json").json()["items"]
    assert (told["url"], told["title"][:8]) == (f"{BASE}/v/{mention.claim_id}/2/", "Outdated")
    old = anybody.get(f"/v/{mention.claim_id}/1/")
    embed = {"url": f"{BASE}/v/{mention.claim_id}/1/"}
    assert anybody.get("/api/v1/oembed", embed).json()["title"].startswith("Outdated: ")
    assert f'<a href="/v/{mention.claim_id}/2/">Read the newer one</a>' in _said(old)
    # Taken back: the first finding does not come back as if nobody had changed it.
    verdicts.retract(row, by=desk_head, edits=row.edits, reason="The police erred, says their desk.")
    assert _said(anybody.get("/api/v1/claimreview.jsonl")) == ""
    assert "what replaced it was taken back" in _said(anybody.get(f"/v/{mention.claim_id}/1/"))
    assert anybody.get("/api/v1/oembed", embed).status_code == 404
    gone = anybody.get(f"/v/{mention.claim_id}/2/")
    assert gone.status_code == 410
    assert not {"Three more died", "The police erred"} & {
        w for w in ("Three more died", "The police erred") if w in _said(gone)
    }
    atom = ElementTree.fromstring(_said(anybody.get("/api/v1/feeds/corrections.atom")))
    titles = [entry.text for entry in atom.findall("a:entry/a:title", ATOM)]
    assert titles == ["Taken back: “At least 12 people died & 3 <b>left</b>”"]
    assert anybody.get(f"/api/v1/claims/{mention.claim_id}/badge.svg").status_code == 404


def test_what_was_to_be_replaced_goes_with_what_was_to_replace_it(
    mention: Mention, checker: User, desk_head: User, anybody: Client, api_of: Any
) -> None:
    """Readers see revision 1; 2 and 3 are approved and not published. Everybody who asks is told the same."""
    _published(mention, checker, desk_head, Rating.CONFIRMED)
    newer = []
    for rating in (Rating.WRONG, Rating.DISPUTED):
        draft = verdicts.open_draft(mention.claim, by=checker)
        draft = verdicts.write(draft, by=checker, edits=draft.edits, rating=rating, rationale="The list was another.")
        draft = verdicts.submit(draft, by=checker, edits=draft.edits).verdict
        newer.append(verdicts.approve(draft, by=desk_head, edits=draft.edits).verdict)
    checked.complete()
    second, third = newer
    desk, page, text = api_of(checker), f"/v/{mention.claim_id}/1/", {"article": mention.version.article_id}

    def told() -> tuple[Any, ...]:
        status = desk.get(f"/api/v1/claims/{mention.claim_id}/status").json()
        match = desk.get("/api/v1/match", {"text": "At least 12 people died."}).json()["claims"]
        gate = desk.post("/api/v1/gate", text).json()["claims"]
        reviews = _said(anybody.get("/api/v1/claimreview.jsonl")).splitlines()
        return (
            status["verdict"] and status["verdict"]["revision"],
            [hit["verdict"]["revision"] for one in match for hit in one["matches"]],
            ["unchecked" in one["reasons"] for one in gate],
            [json.loads(line)["revision"] for line in reviews],
            anybody.get(page).status_code,
        )

    # One that is neither the desk's finding nor the readers' is taken back: nothing changes for anybody.
    verdicts.retract(second, by=desk_head, edits=second.edits, reason="Not this list.")
    assert told() == (3, [3], [False], [1], 200)
    verdicts.retract(third, by=desk_head, edits=third.edits, reason="Nor that one.")
    assert told() == (None, [], [True], [], 410)
    assert anybody.get(f"/api/v1/claims/{mention.claim_id}/badge.svg").status_code == 404
    (item,) = anybody.get("/api/v1/feeds/corrections.json").json()["items"]
    assert (item["url"], item["title"][:10]) == (f"{BASE}{page}", "Taken back")
    acts = Review.objects.filter(act=Act.RETRACT).order_by("pk")
    assert [(one.verdict.revision, one.was, one.by, one.reason) for one in acts] == [
        (2, "approved", desk_head, "Not this list."),
        (3, "approved", desk_head, "Nor that one."),
        (1, "published", desk_head, "Taken back with revision 3: Nor that one."),
    ]


def test_feeds_tell_what_is_published(mention: Mention, checker: User, desk_head: User, anybody: Client) -> None:
    _published(mention, checker, desk_head)
    atom = ElementTree.fromstring(_said(anybody.get("/api/v1/feeds/verdicts.atom")))
    (entry,) = atom.findall("a:entry", ATOM)
    title, link = entry.find("a:title", ATOM), entry.find("a:link", ATOM)
    assert title is not None
    assert link is not None
    assert title.text == "Wrong: “At least 12 people died & 3 <b>left</b>”"
    assert link.attrib["href"] == f"{BASE}/v/{mention.claim_id}/1/"
    feed = anybody.get("/api/v1/feeds/verdicts.json")
    assert (feed["Content-Type"], feed.json()["version"]) == (
        "application/feed+json",
        "https://jsonfeed.org/version/1.1",
    )
    assert [item["id"] for item in feed.json()["items"]] == [f"{BASE}/v/{mention.claim_id}/1/"]
    for none in ("drafts.json", "verdicts.rss"):
        assert anybody.get(f"/api/v1/feeds/{none}").status_code == 404


def test_the_page_and_what_it_keeps_to_itself(
    mention: Mention, checker: User, desk_head: User, as_checker: Client, anybody: Client
) -> None:
    factories.evidence(mention.claim, checker, words="Nobody counts yet", source="Quay Radio")
    mention.claim.evidence.update(note="ask Ruta before noon")
    verdict = _published(mention, checker, desk_head)
    answer = anybody.get(f"/v/{mention.claim_id}/1/")
    page = _said(answer)
    for words in (
        "Wrong",
        "As of",
        "The harbour police say so.",
        "Harbour police",
        "&lt;b&gt;left",
        "the &lt;i&gt;guard",
    ):
        assert words in page
    for words in ("ask Ruta", "checker", "desk_head", "Desk head", "<b>left", "<i>guard", "csrf", "script"):
        assert words not in page
    assert answer["Cache-Control"] == "public, max-age=60, stale-while-revalidate=600"
    # The same for everybody, so that one cache serves all; with a session, too.
    again = as_checker.get(f"/v/{mention.claim_id}/1/")
    assert (_said(again), again["ETag"]) == (page, answer["ETag"])
    assert not {"Cookie", "Authorization"} & set(again.get("Vary", "").split(", "))
    assert not again.cookies
    assert verdict.revision == 1
    assert anybody.get(f"/v/{mention.claim_id}/2/").status_code == 404


def test_caches_ask_whether_it_still_holds(mention: Mention, checker: User, desk_head: User, anybody: Client) -> None:
    verdict = _published(mention, checker, desk_head)
    addresses = [
        *SHAPES,
        f"/v/{mention.claim_id}/1/",
        f"/api/v1/claims/{mention.claim_id}/badge.svg",
        f"/api/v1/oembed?url={BASE}/v/{mention.claim_id}/1/",
    ]
    tags = {}
    for address in addresses:
        first = anybody.get(address)
        tags[address] = first["ETag"]
        same = anybody.get(address, headers={"If-None-Match": first["ETag"]})
        assert (same.status_code, same.content, same["ETag"]) == (304, b"", first["ETag"])
        assert same["Cache-Control"].startswith("public")
    verdicts.retract(verdict, by=desk_head, edits=verdict.edits, reason="We erred.")
    for address in addresses:
        assert anybody.get(address, headers={"If-None-Match": tags[address]}).status_code in {200, 404, 410}


def test_the_badge_says_its_as_of(mention: Mention, checker: User, desk_head: User, anybody: Client) -> None:
    draft = verdicts.open_draft(mention.claim, by=checker)
    verdicts.write(draft, by=checker, edits=draft.edits, as_of=datetime(2026, 4, 15, 11, 0, tzinfo=UTC))
    _published(mention, checker, desk_head)
    answer = anybody.get(f"/api/v1/claims/{mention.claim_id}/badge.svg")
    assert answer["Content-Type"] == "image/svg+xml; charset=utf-8"
    drawing = ElementTree.fromstring(_said(answer))
    assert drawing.attrib["aria-label"] == "Wrong, as of 15 Apr 2026"
    assert [text.text for text in drawing.iter("{http://www.w3.org/2000/svg}text")] == ["Wrong", "as of 15 Apr 2026"]


def test_oembed_escapes_what_others_wrote(mention: Mention, checker: User, desk_head: User, anybody: Client) -> None:
    _published(mention, checker, desk_head)
    url = f"{BASE}/v/{mention.claim_id}/1/"
    body = anybody.get("/api/v1/oembed", {"url": url, "maxwidth": "300", "format": "json"}).json()
    assert (body["type"], body["version"], body["width"], body["height"]) == ("rich", "1.0", 300, 200)
    assert "&lt;b&gt;left&lt;/b&gt;" in body["html"]
    assert "<b>left" not in body["html"]
    # Somebody else's address, another page of ours, a name, and nothing.
    for other in (url.replace("checks", "evil"), f"{BASE}/claims/{mention.claim_id}/", f"{BASE}.evil.org/v/1/1/", ""):
        assert anybody.get("/api/v1/oembed", {"url": other}).status_code == 404
    assert anybody.get("/api/v1/oembed", {"url": url, "format": "xml"}).status_code == 400


def test_what_is_held_back_leaves_no_trace(mention: Mention, checker: User, desk_head: User, anybody: Client) -> None:
    empty = _all(anybody)
    _published(mention, checker, desk_head)
    page = f"/v/{mention.claim_id}/1/"
    passage = mention.claim.evidence.get().version.article
    assert passage.source.name in _said(anybody.get(page))
    seen = anybody.get(page)["ETag"]
    # The passage's article is held back: the finding stands, and does not say from whom.
    _hold_back(passage)
    assert passage.source.name not in _said(anybody.get(page))
    assert anybody.get(page)["ETag"] != seen
    _hold_back(mention.version.article)
    assert _all(anybody) == empty
    for address in (page, f"/api/v1/claims/{mention.claim_id}/badge.svg", f"/api/v1/oembed?url={BASE}{page}"):
        assert anybody.get(address).status_code == 404


def _hold_back(article: Article) -> None:
    Article.objects.filter(pk=article.pk).update(embargoed_until=timezone.now() + timedelta(hours=1))


def _all(anybody: Client) -> list[tuple[str, str]]:
    """Every shape with its tag."""
    answers = [anybody.get(shape) for shape in SHAPES]
    return [(_said(answer), answer["ETag"]) for answer in answers]
