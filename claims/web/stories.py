"""Pages of stories: the list, and one with its articles and open flags."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from claims import permissions, queries
from claims.models import StoryMove
from claims.queries.articles import ArticleRow
from claims.queries.placing import Placement, can_be_taken_back, latest_moves, placements_of, story_history
from claims.web.arrange_forms import ArrangeForm, MergeForm
from claims.web.content import sides
from claims.web.forms import number_in
from claims.web.rows import FlagRow
from claims.web.timeline import Timeline
from sources.models import Story
from sources.queries import stories_seen, story_titles
from sources.services.catalogue import standing
from sources.web.access import desk_page

# So many of a story's moves are listed, the latest first; all of them are counted.
SHOWN = 20


@dataclass(frozen=True, slots=True)
class Placed:
    """An article of the story with the reason why it is in it."""

    row: ArticleRow
    placement: Placement


@desk_page()
@require_safe
def stories(request: HttpRequest) -> HttpResponse:
    """All stories."""
    return render(request, "claims/stories.html", {"rows": queries.stories_with_counts(request.user)})


@desk_page()
@require_safe
def story(request: HttpRequest, slug: str) -> HttpResponse:
    """One story: what was published about it, why each article is in it, and what disagrees."""
    found = get_object_or_404(Story.objects.select_related("merged_into"), slug=slug)
    holder = get_object_or_404(stories_seen(request.user), pk=standing(found).pk)
    if found.merged_into is not None:
        return redirect("story", holder.slug)
    return show_story(request, found)


def show_story(
    request: HttpRequest,
    found: Story,
    *,
    arrange: ArrangeForm | None = None,
    merge: MergeForm | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page of a story. arrange, merge: what the person typed, if that was refused."""
    flags = queries.open_flags_in(found, request.user)
    rows = queries.articles_of(found, request.user)
    placed = placements_of([row.article for row in rows])
    history = story_history(found, request.user)
    context = {
        "story": found,
        "rows": [Placed(row, placed[row.article.pk]) for row in rows],
        "timeline": Timeline(
            found, request.user, of=number_in(request.GET, "of"), measure=request.GET.get("measure", "")
        ),
        "flags": [FlagRow(flag, *sides(flag)) for flag in flags],
        "total": flags.paginator.count,
        "history": _with_way_back(history[:SHOWN]),
        "moves": len(history),
        "arrange": arrange or ArrangeForm(found, seen_by=request.user),
        "merge": merge or MergeForm(found),
        "may_arrange": permissions.arrange_stories(request.user),
        "story_titles": story_titles(request.user),
    }
    return render(request, "claims/story.html", context, status=status)


def _with_way_back(moves: list[StoryMove]) -> list[tuple[StoryMove, bool]]:
    latest = latest_moves({move.article_id for move in moves})
    return [(move, can_be_taken_back(move, latest)) for move in moves]
