"""What the desk head does with stories: move articles, split some off, merge two; and back again."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from claims import permissions
from claims.queries.placing import move_to_take_back
from claims.services import stories
from claims.web.arrange_forms import ArrangeForm, MergeForm
from claims.web.forms import number_in
from claims.web.stories import show_story
from sources.errors import Refusal
from sources.models import Story
from sources.permissions import add_articles
from sources.queries import stories_seen
from sources.services.catalogue import story_named
from sources.web.access import desk_page

REFUSED = 422


@desk_page(add_articles)
@require_POST
def move(request: HttpRequest, slug: str) -> HttpResponse:
    """Puts the chosen articles in the story of that title; a new one where there is none."""
    story = _story(request, slug)
    form = ArrangeForm(story, request.POST, seen_by=request.user)
    if not form.is_valid():
        return show_story(request, story, arrange=form, status=REFUSED)
    given = form.cleaned_data
    with transaction.atomic():
        into = story_named(given["title"])
        moved = list(given["articles"])
        opened = [flag for one in moved for flag in stories.move(one, into, by=request.user, reason=given["reason"])]
    messages.info(request, f"{_articles(len(moved))} in “{into.title}” now. {_flags(len(opened))}".strip())
    return redirect("story", slug)


@desk_page(permissions.arrange_stories)
@require_POST
def split(request: HttpRequest, slug: str) -> HttpResponse:
    """Takes the chosen articles out into a story of their own."""
    story = _story(request, slug)
    form = ArrangeForm(story, request.POST, seen_by=request.user)
    if form.is_valid():
        given = form.cleaned_data
        try:
            new = stories.split(list(given["articles"]), given["title"], by=request.user, reason=given["reason"])
        except Refusal as refusal:
            form.add_error("articles", str(refusal))
        else:
            messages.info(request, f"{_articles(len(given['articles']))} a story of their own now.")
            return redirect("story", new.slug)
    return show_story(request, story, arrange=form, status=REFUSED)


@desk_page(permissions.arrange_stories)
@require_POST
def merge(request: HttpRequest, slug: str) -> HttpResponse:
    """Moves all articles into another story; this one's address leads there from now on."""
    story = _story(request, slug)
    form = MergeForm(story, request.POST)
    if form.is_valid():
        into = form.cleaned_data["into"]
        try:
            opened = stories.merge(story, into, by=request.user, reason=form.cleaned_data["reason"])
        except Refusal as refusal:
            form.add_error("into", str(refusal))
        else:
            messages.info(request, f"“{story.title}” is part of this story now. {_flags(len(opened))}".strip())
            return redirect("story", into.slug)
    return show_story(request, story, merge=form, status=REFUSED)


@desk_page(add_articles)
@require_POST
def back(request: HttpRequest, slug: str) -> HttpResponse:
    """Takes an article's latest move back, where the story that it came from still stands."""
    story = _story(request, slug)
    found = move_to_take_back(number_in(request.POST, "move") or 0, request.user)
    if found is None:
        messages.warning(request, "That move cannot be taken back any more. The article was moved again since.")
        return redirect("story", story.slug)
    stories.move(found.article, found.was, by=request.user, reason="The move was taken back.")
    messages.info(request, f"The article of {found.article.source.name} is in “{found.was.title}” again.")
    return redirect("story", story.slug)


def _story(request: HttpRequest, slug: str) -> Story:
    story = get_object_or_404(stories_seen(request.user), slug=slug)
    if story.merged_into_id is not None:
        raise Http404("This story is part of another one now.")
    return story


def _articles(count: int) -> str:
    return "One article is" if count == 1 else f"{count} articles are"


def _flags(count: int) -> str:
    return "" if not count else "One new flag." if count == 1 else f"{count} new flags."
