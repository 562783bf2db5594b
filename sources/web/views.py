"""Pages that take texts in."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from sources import permissions, queries
from sources.enums import ArticleKind, SourceKind
from sources.errors import Refusal
from sources.services import articles
from sources.services.catalogue import source_named, story_named
from sources.web.access import desk_page
from sources.web.forms import ArticleForm, TextForm, VersionForm
from sources.web.refusals import refused

REFUSED = 422


@desk_page(permissions.add_articles)
def add_article(request: HttpRequest) -> HttpResponse:
    """A new article with its first version."""
    form = ArticleForm(request.POST or None, request.FILES or None, initial={"story": request.GET.get("story", "")})
    if request.method == "POST" and form.is_valid():
        try:
            return redirect("article", _added(form, request).version.article_id)
        except Refusal as refusal:
            refused(form, refusal)
    names = {"sources": queries.source_names(), "stories": queries.story_titles(request.user)}
    return _form_page(request, "sources/add_article.html", form, names)


@desk_page(permissions.add_articles)
def add_version(request: HttpRequest, pk: int) -> HttpResponse:
    """The next version of an article; the same text again leads to the version that has it."""
    latest = queries.latest_version(pk, request.user)
    if latest is None:
        raise Http404("There is no such article.")
    form = VersionForm(
        request.POST or None, request.FILES or None, initial={"title": latest.title, "text": latest.text}
    )
    if request.method == "POST" and form.is_valid():
        try:
            recorded = articles.record_version(latest.article, form.content(), by=request.user)
        except Refusal as refusal:
            refused(form, refusal)
        else:
            return _to_version(request, recorded)
    return _form_page(request, "sources/add_version.html", form, {"article": latest.article, "latest": latest})


def _added(form: ArticleForm, request: HttpRequest) -> articles.Recorded:
    given = form.cleaned_data
    with transaction.atomic():  # a source that is new with a refused article is not kept
        return articles.add_article(
            source_named(given["source"], kind=SourceKind(given["source_kind"])),
            form.content(),
            kind=ArticleKind(given["kind"]),
            url=given["url"] or None,
            story=story_named(given["story"]) if given["story"] else None,
            embargoed_until=given["embargoed_until"],
            by=request.user,
        )


def _to_version(request: HttpRequest, recorded: articles.Recorded) -> HttpResponse:
    version = recorded.version
    if not recorded.created:
        messages.info(request, f"Version {version.number} has this very text and headline. Nothing was added.")
    return redirect(f"{reverse('article', args=[version.article_id])}?v={version.number}")


def _form_page(request: HttpRequest, template: str, form: TextForm, context: dict[str, object]) -> HttpResponse:
    return render(request, template, {"form": form, **context}, status=REFUSED if form.errors else 200)
