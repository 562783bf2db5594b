"""A reporter sees what she added, and what disagrees with it; nothing else, by no address."""

from dataclasses import dataclass

import pytest
from django.contrib.auth.models import User
from django.test import Client

from claims.enums import RunState, Scope
from claims.models import ContradictionFlag, Mention
from sources.models import ArticleVersion
from sources.roles import Role
from tests import factories
from tests.web.pages import page

SECRET = "Embargoed"


@dataclass(frozen=True, slots=True)
class Desk:
    """One article is the reporter's, one somebody else's in the same story, one of a story that she knows nothing of.

    between: a flag of hers and the other's. apart: one that is none of her business.
    """

    own: ArticleVersion
    other: ArticleVersion
    hidden: ArticleVersion
    hers: Mention
    theirs: Mention
    between: ContradictionFlag
    apart: ContradictionFlag


@pytest.fixture
def desk(reporter: User, checker: User) -> Desk:
    story, far = factories.story(), factories.story(f"{SECRET} merger")
    own = factories.first_version("At least 31 died.", title="Own", story=story, by=reporter)
    other = factories.first_version(
        "The count is 26 dead.", title=f"{SECRET} statement", source="Osk Lines", story=story, by=checker
    )
    hidden = factories.first_version(
        "The price is 4 million, not 5 million.", title=f"{SECRET} offer", source="Bourse", story=far, by=checker
    )
    hers = factories.figure(own, "31 died", "31", 31, None)
    theirs = factories.figure(other, "26 dead", "26", 26, 26)
    four = factories.figure(hidden, "4 million", "4", 4, 4)
    five = factories.figure(hidden, "5 million", "5", 5, 5)
    for version in (own, other, hidden):
        factories.run(version, RunState.DONE)
    return Desk(
        own,
        other,
        hidden,
        hers,
        theirs,
        factories.flag(hers, theirs, scope=Scope.BETWEEN_SOURCES),
        factories.flag(four, five, scope=Scope.WITHIN_DOCUMENT),
    )


# What is another's, by every address that takes an id. {other}: in a story that she shares; {hidden}: in none of hers.
HIDDEN = [
    "/articles/{other}/",
    "/articles/{other}/?v=1&claim={claim}",
    "/articles/{hidden}/",
    "/articles/{hidden}/versions/",
    "/articles/{hidden}/versions/add/",
    "/flags/{flag}/",
    "/stories/{story}/",
    "/api/v1/articles/{other}",
    "/api/v1/articles/{hidden}",
    "/api/v1/articles/{hidden}/versions",
    "/api/v1/articles/{hidden}/versions/1",
    "/api/v1/claims/{claim}",
    "/api/v1/flags/{flag}",
]
LISTS = [
    "/",
    "/flags/",
    "/stories/",
    "/rules/",
    "/articles/add/",
    "/?q=offer",
    "/stories/{shared}/",
    "/flags/?state=open",
]
POSTED = [
    ("/articles/{hidden}/versions/add/", {"text": "Changed."}),
    ("/articles/{hidden}/versions/note/?a=1&b=1", {"kind": "update", "text": "Mine."}),
    ("/articles/{hidden}/story/", {"story": "Mine"}),
    ("/runs/{run}/retry/", {}),
    ("/claims/{claim}/comment/", {"text": "Really?"}),
    ("/stories/{story}/move/", {"articles": "{hidden}", "title": "Mine"}),
]


def address(pattern: str, desk: Desk) -> str:
    return pattern.format(
        other=desk.other.article_id,
        hidden=desk.hidden.article_id,
        claim=desk.theirs.claim_id,
        flag=desk.apart.pk,
        story=desk.hidden.article.story.slug,
        shared=desk.own.article.story.slug,
        run=desk.hidden.runs.get().pk,
    )


@pytest.mark.parametrize("pattern", HIDDEN)
def test_what_others_added_is_not_there_for_her(
    pattern: str, desk: Desk, as_reporter: Client, as_checker: Client
) -> None:
    url = address(pattern, desk)
    answer = as_reporter.get(url)
    assert (answer.status_code, SECRET in answer.content.decode()) == (404, False)
    assert as_checker.get(url).status_code == 200


@pytest.mark.parametrize("pattern", LISTS)
def test_no_list_names_it(pattern: str, desk: Desk, as_reporter: Client, as_checker: Client) -> None:
    answer = as_reporter.get(address(pattern, desk))
    assert (answer.status_code, SECRET in answer.content.decode()) == (200, False)
    if pattern != "/rules/":  # which names no articles
        assert SECRET in as_checker.get(address(pattern, desk)).content.decode() or "flags" in pattern


@pytest.mark.parametrize(("pattern", "form"), POSTED)
def test_what_others_added_is_not_changed_by_her(
    pattern: str, form: dict[str, str], desk: Desk, as_reporter: Client
) -> None:
    sent = {name: value.format(hidden=desk.hidden.article_id) for name, value in form.items()}
    assert as_reporter.post(address(pattern, desk), sent).status_code == 404
    pushed = as_reporter.post(f"/api/v1/articles/{desk.hidden.article_id}/versions", sent, "application/json")
    assert pushed.status_code == 404
    desk.hidden.article.refresh_from_db()
    assert (desk.hidden.article.versions.count(), desk.hidden.article.story.title) == (1, f"{SECRET} merger")


def test_she_moves_nothing_out_of_a_shared_story(desk: Desk, as_reporter: Client) -> None:
    moved = {"articles": desk.other.article_id, "title": "Mine"}
    assert as_reporter.post(address("/stories/{shared}/move/", desk), moved).status_code == 422
    desk.other.article.refresh_from_db()
    assert desk.other.article.story == desk.own.article.story


@pytest.mark.parametrize(
    ("path", "own", "everything"),
    [("articles", 1, 3), ("claims", 1, 4), ("flags", 1, 2), ("stories", 1, 2)],
)
def test_lists_of_the_api_hold_her_own(
    path: str, own: int, everything: int, desk: Desk, as_reporter: Client, as_checker: Client
) -> None:
    counts = [len(client.get(f"/api/v1/{path}").json()["results"]) for client in (as_reporter, as_checker)]
    assert counts == [own, everything]


def test_counts_are_of_what_she_sees(desk: Desk, as_reporter: Client, as_checker: Client) -> None:
    assert [client.get("/").context["counts"]["open_flags"] for client in (as_reporter, as_checker)] == ["1", "2"]
    shown = as_reporter.get("/stories/").context["rows"]
    assert [(row.story.title, row.articles, row.open_flags) for row in shown] == [("Kalderhaven ferry fire", 1, 1)]
    beside = [client.get(f"/flags/{desk.between.pk}/").context["neighbours"] for client in (as_reporter, as_checker)]
    assert [found.total for found in beside] == [1, 2]


def test_a_flag_shows_her_both_passages_and_links_hers_alone(desk: Desk, as_reporter: Client) -> None:
    shown = page(as_reporter.get(f"/flags/{desk.between.pk}/")).one("main")
    assert [mark.text for mark in shown.all("mark")] == ["31 died", "26 dead"]
    links = [link.attrs["href"].partition("?")[0] for link in shown.all("a")]
    assert [link for link in links if link.startswith("/articles/")] == [f"/articles/{desk.own.article_id}/"] * 2


@pytest.mark.parametrize("role", [Role.CHECKER, Role.REVIEWER, Role.DESK_HEAD, Role.ADMIN])
def test_with_any_other_role_she_sees_all_from_the_next_request_on(
    role: Role, desk: Desk, reporter: User, as_reporter: Client
) -> None:
    url = f"/articles/{desk.hidden.article_id}/"
    assert as_reporter.get(url).status_code == 404
    reporter.groups.add(factories.person("other", role).groups.get())
    assert as_reporter.get(url).status_code == 200
    reporter.groups.clear()
    assert as_reporter.get(url).status_code == 403
