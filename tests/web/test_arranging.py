"""Stories by hand: why an article is in one, moving, splitting, merging, and back again."""

import pytest
from django.test import Client

from claims.enums import PlacedBy
from claims.models import StoryMove
from claims.services import stories
from sources.models import Story
from tests import factories
from tests.web.conftest import Ferry
from tests.web.pages import Element, page

REFUSED = 422
BOTH = "Both name the Marit Osk."
GONE = "An article that you chose is no longer in this story. Look again."


def shown(client: Client, story: Story) -> Element:
    return page(client.get(f"/stories/{story.slug}/"))


def reasons(client: Client, story: Story) -> list[str]:
    table = shown(client, story).one("section", **{"aria-labelledby": "h-articles"})
    return [cell.text for cell in table.all("td", cls="why")]


def act(client: Client, story: Story, what: str, **typed: object) -> object:
    return client.post(f"/stories/{story.slug}/{what}/", typed)


def test_each_article_has_the_reason_why_it_is_here(ferry: Ferry, as_checker: Client, checker: object) -> None:
    StoryMove.objects.create(
        article=ferry.other.article,
        became=ferry.story,
        placed_by=PlacedBy.ENGINE,
        reason=BOTH,
        score=2,
    )
    stories.move(ferry.article, ferry.story, by=checker, reason="Same ferry.")
    factories.first_version("Nothing.", title="Third", source="Courier", story=ferry.story)
    assert sorted(reasons(as_checker, ferry.story)) == [
        BOTH,
        "By hand, by checker: Same ferry.",
        "Handed in with this story",
    ]


def test_articles_move_to_another_story_and_back(ferry: Ferry, as_reporter: Client) -> None:
    answer = act(
        as_reporter, ferry.story, "move", articles=[ferry.other.article_id], title="Osk Lines", reason="Its statement."
    )
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/stories/{ferry.story.slug}/")
    ferry.other.article.refresh_from_db()
    assert ferry.other.article.story.title == "Osk Lines"
    ferry.between.refresh_from_db()
    assert ferry.between.state == "resolved"
    there = shown(as_reporter, ferry.other.article.story)
    back = there.one("ol", cls="rows").one("form")
    as_reporter.post(back.attrs["action"], {"move": back.one("input", name="move").attrs["value"]})
    ferry.other.article.refresh_from_db()
    assert ferry.other.article.story == ferry.story


def test_a_move_that_was_followed_by_another_is_not_taken_back(ferry: Ferry, as_reporter: Client) -> None:
    stories.move(ferry.other.article, factories.story("Osk Lines"))
    first = StoryMove.objects.latest("pk")
    stories.move(ferry.other.article, factories.story("Harbours"))
    answer = as_reporter.post(f"/stories/{ferry.story.slug}/back/", {"move": first.pk}, follow=True)
    assert page(answer).one("div", cls="notice--page").text == (
        "That move cannot be taken back any more. The article was moved again since."
    )
    ferry.other.article.refresh_from_db()
    assert ferry.other.article.story.title == "Harbours"


def test_a_desk_head_splits_articles_off(ferry: Ferry, as_desk_head: Client) -> None:
    answer = act(
        as_desk_head, ferry.story, "split", articles=[ferry.other.article_id], title="Osk Lines", reason="Two."
    )
    new = Story.objects.get(title="Osk Lines")
    assert answer.headers["Location"] == f"/stories/{new.slug}/"
    assert [article.pk for article in new.articles.all()] == [ferry.other.article_id]
    assert [article.pk for article in ferry.story.articles.all()] == [ferry.article.pk]


def test_a_desk_head_merges_a_story_and_its_address_leads_on(ferry: Ferry, as_desk_head: Client) -> None:
    other = factories.story("Other fire")
    factories.first_version("Nothing here.", title="Fire", source="Courier", story=other)
    answer = act(as_desk_head, other, "merge", into=ferry.story.pk, reason="One fire.")
    assert answer.headers["Location"] == f"/stories/{ferry.story.slug}/"
    assert ferry.story.articles.count() == 3
    led = as_desk_head.get(f"/stories/{other.slug}/")
    assert (led.status_code, led.headers["Location"]) == (302, f"/stories/{ferry.story.slug}/")
    listed = page(as_desk_head.get("/stories/"))
    assert [row.one("a").text for row in listed.all("tr", cls="row")] == ["Kalderhaven ferry fire"]
    assert act(as_desk_head, other, "merge", into=ferry.story.pk).status_code == 404


@pytest.mark.parametrize(
    ("what", "typed", "said"),
    [
        ("move", {"title": "Osk Lines"}, "Choose at least one article."),
        ("split", {"title": "Osk Lines"}, "Choose at least one article."),
        ("move", {"articles": ["own"]}, "Give the story a title."),
        ("move", {"articles": ["own"], "title": "\u200b"}, "Give the story a title."),
        # Moved by somebody else in the meantime.
        (
            "move",
            {"articles": ["elsewhere"], "title": "Osk Lines"},
            GONE,
        ),
        (
            "split",
            {"articles": ["own", "other"], "title": "Osk Lines"},
            "These are all the articles of the story; there is nothing to split them from.",
        ),
        ("merge", {}, "Choose a story."),
    ],
)
def test_a_refusal_stands_where_the_act_was_tried_and_loses_nothing(
    what: str, typed: dict[str, object], said: str, ferry: Ferry, as_desk_head: Client
) -> None:
    elsewhere = factories.first_version("Nothing.", title="Far", source="Courier", story=factories.story("Far"))
    ids = {"own": ferry.article.pk, "other": ferry.other.article_id, "elsewhere": elsewhere.article_id}
    sent = {**typed, "articles": [ids[name] for name in typed.get("articles", [])], "reason": "So it is."}
    answer = act(as_desk_head, ferry.story, what, **sent)
    assert answer.status_code == REFUSED
    refused = page(answer)
    assert [error.text for error in refused.all("span", cls="error")] == [said]
    assert [one.attrs["value"] for one in refused.all("input", name="reason") if one.attrs.get("value")] == [
        "So it is."
    ]
    assert {article.pk for article in ferry.story.articles.all()} == {ferry.article.pk, ferry.other.article_id}


@pytest.mark.parametrize("what", ["split", "merge"])
@pytest.mark.parametrize("who", ["as_reporter", "as_checker"])
def test_only_the_desk_head_splits_and_merge(what: str, who: str, ferry: Ferry, request: pytest.FixtureRequest) -> None:
    client = request.getfixturevalue(who)
    sent = {"articles": [ferry.article.pk], "title": "Osk Lines", "into": factories.story("Far").pk}
    assert act(client, ferry.story, what, **sent).status_code == 403
    assert ferry.story.articles.count() == 2
