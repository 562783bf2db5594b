"""Pages of articles: the list, one version with its claims, its progress, and the acts on it."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import reswap, retarget

from claims import permissions, queries, tasks
from claims.models import ExtractionRun
from claims.services import runs, stories
from claims.web.done import done_just_now
from claims.web.forms import ArticleFilterForm, StoryForm, number_in
from claims.web.page import ArticlePage
from claims.web.panel import Given
from sources.errors import Refusal
from sources.models import Article
from sources.permissions import add_articles, readable, set_embargoes
from sources.queries import article_with_versions, story_titles
from sources.services import embargo
from sources.services.catalogue import story_named
from sources.web.access import desk_page
from sources.web.fields import MomentField

UNCHANGED = 204
HELD_NO_MORE = "The article is under no embargo any more."


@desk_page()
@require_safe
def articles(request: HttpRequest) -> HttpResponse:
    """All articles with what they hold and what is under way."""
    form = ArticleFilterForm(request.GET, seen_by=request.user)
    page = queries.article_page(form.filters(), request.GET.get("page"), seen_by=request.user)
    return render(request, "claims/articles.html", {"form": form, "page": page})


@desk_page()
@require_safe
def article(request: HttpRequest, pk: int) -> HttpResponse:
    """One version of an article; `?v=` picks the version, `?claim=` the claim that the panel shows."""
    page = _page(request, pk, number_in(request.GET, "v"), number_in(request.GET, "claim"))
    if request.htmx.target == "panel-body":
        return render(request, "claims/_panel.html", {"page": page})
    if request.htmx.target == "sum":
        return _what_is_new(request, page)
    return _shown(request, page)


def show_article(
    request: HttpRequest,
    pk: int,
    *,
    number: int | None,
    claim_id: int,
    given: Given,
    status: int,
) -> HttpResponse:
    """The page of an article again after an act on a claim was refused, with what was typed."""
    return _shown(request, _page(request, pk, number, claim_id, given), status)


@desk_page(permissions.retry_runs)
@require_POST
def retry(request: HttpRequest, pk: int) -> HttpResponse:
    """Has a version that could not be read tried again."""
    seen = ExtractionRun.objects.filter(readable(request.user, "version__article"))
    run = get_object_or_404(seen.select_related("version"), pk=pk)
    try:
        runs.retry(run)
    except Refusal as refusal:
        messages.warning(request, str(refusal))
    else:
        tasks.send(run.version_id)
        messages.info(request, f"Version {run.version.number} is being read again.")
    back = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
    return redirect(back if ours else "articles")


@desk_page(add_articles)
@require_POST
def put_in_story(request: HttpRequest, pk: int) -> HttpResponse:
    """Puts an article in a story, where its claims are compared with those of the story's other sources."""
    moved = get_object_or_404(Article.objects.filter(readable(request.user, "")), pk=pk)
    form = StoryForm(request.POST)
    if not form.is_valid():
        messages.warning(request, "Give the story a title. " + " ".join(form.errors.get("story", [])))
        return redirect("article", pk)
    story = story_named(form.cleaned_data["story"])
    opened = stories.move(moved, story, by=request.user)
    found = f"{len(opened)} new flags." if len(opened) != 1 else "One new flag."
    messages.info(request, f"The article is in “{story.title}” now. {found if opened else ''}")
    return redirect("article", pk)


@desk_page(set_embargoes)
@require_POST
def hold_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Sets until when readers and machines see nothing of an article, or lets them see it now."""
    found = get_object_or_404(Article.objects.filter(readable(request.user, "")), pk=pk)
    try:
        until = None if "lift" in request.POST else MomentField(required=False).clean(request.POST.get("until"))
    except ValidationError as refusal:
        messages.warning(request, " ".join(refusal.messages))
        return redirect("article", pk)
    if until is not None and until <= timezone.now():
        messages.warning(request, "That time has passed. Give one to come, or lift the embargo.")
    elif embargo.hold_back(found, until, by=request.user):
        messages.info(
            request, f"Held back until {timezone.localtime(until):%-d %b %Y, %H:%M}." if until else HELD_NO_MORE
        )
    return redirect("article", pk)


def _page(
    request: HttpRequest, pk: int, number: int | None, claim_id: int | None, given: Given | None = None
) -> ArticlePage:
    found = article_with_versions(pk, request.user)
    reading = queries.read_version(found, number) if found else None
    if reading is None:
        raise Http404("There is no such article, or no such version of it.")
    return ArticlePage(reading, claim_id, user=request.user, given=given)


def _shown(request: HttpRequest, page: ArticlePage, status: int = 200) -> HttpResponse:
    titles = story_titles(request.user)
    context = {
        "may_embargo": set_embargoes(request.user),
        "page": page,
        "story_titles": titles,
        "done": done_just_now(request.GET, page.article),
    }
    return render(request, "claims/article.html", context, status=status)


def _what_is_new(request: HttpRequest, page: ArticlePage) -> HttpResponse:
    """For a page that waits: nothing while nothing has changed, then the new words, in the end all marks."""
    if page.progress.key == request.GET.get("seen"):
        return HttpResponse(status=UNCHANGED)
    if page.progress.waits:
        return render(request, "claims/_sum.html", {"page": page})
    return reswap(retarget(render(request, "claims/_finished.html", {"page": page}), "#sum"), "outerHTML")
