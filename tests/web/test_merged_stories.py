"""A story that was merged is in no list, and its address leads to the one that holds its articles."""

from django.contrib.auth.models import User
from django.test import Client

from claims.models import StoryMove
from claims.services import stories
from sources.models import Story
from sources.queries import story_titles
from tests import factories


def test_an_address_of_a_merged_story_leads_on(as_checker: Client, desk_head: User) -> None:
    one, other, third = (factories.story(title) for title in ("Ferry fire", "Fire on the Osk Queen", "Osk fire"))
    stories.merge(other, one, by=desk_head)
    stories.merge(one, third, by=desk_head)
    answer = as_checker.get(f"/stories/{other.slug}/")
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/stories/{third.slug}/")
    assert story_titles() == ["Osk fire"]
    listed = as_checker.get("/stories/").content.decode()
    assert [title in listed for title in ("Osk fire", "Fire on the Osk Queen")] == [True, False]


def test_who_puts_an_article_in_a_story_on_its_page_is_kept(as_desk_head: Client, desk_head: User) -> None:
    article = factories.first_version("Nine people died.").article
    as_desk_head.post(f"/articles/{article.pk}/story/", {"story": "Ferry fire"})
    move = StoryMove.objects.get()
    assert (move.article, move.became, move.placed_by, move.by) == (article, Story.objects.get(), "hand", desk_head)
