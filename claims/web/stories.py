"""Pages of stories: the list, and one with its articles and open flags."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from claims import queries
from claims.web.content import sides
from claims.web.page import FlagRow
from sources.models import Story
from sources.services.catalogue import standing
from sources.web.access import desk_page


@desk_page()
@require_safe
def stories(request: HttpRequest) -> HttpResponse:
    """All stories."""
    return render(request, "claims/stories.html", {"rows": queries.stories_with_counts()})


@desk_page()
@require_safe
def story(request: HttpRequest, slug: str) -> HttpResponse:
    """One story: what was published about it, and what disagrees."""
    found = get_object_or_404(Story.objects.select_related("merged_into"), slug=slug)
    if found.merged_into is not None:
        return redirect("story", standing(found).slug)
    flags = queries.open_flags_in(found)
    context = {
        "story": found,
        "rows": queries.articles_of(found),
        "flags": [FlagRow(flag, *sides(flag)) for flag in flags],
        "total": flags.paginator.count,
    }
    return render(request, "claims/story.html", context)
