"""The page of two versions: what changed, numbers first; the glances that it asks for; the drafts of the notes."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from claims import permissions
from claims.enums import NoteKind
from claims.errors import StaleNote
from claims.models import ClaimMove
from claims.queries.versions import VersionPair, own_answers, read_pair
from claims.services import glances, notes
from claims.web.forms import number_in
from claims.web.versions_forms import LONGEST, AnswersForm, NoteForm
from claims.web.versions_page import VersionsPage
from sources.errors import Refusal
from sources.models import Article
from sources.queries import article_with_versions
from sources.web.access import desk_page

STALE = 409


@desk_page()
@require_safe
def versions(request: HttpRequest, pk: int) -> HttpResponse:
    """Two versions beside each other, the last two unless `?a=` and `?b=` name others; `?outcome=` filters."""
    article = _article(request, pk)
    pair = read_pair(article, number_in(request.GET, "a"), number_in(request.GET, "b"))
    if pair is None:
        return _one_version(request, article)
    page = VersionsPage(
        pair,
        outcome=request.GET.get("outcome", ""),
        whole=request.GET.get("text") == "whole",
        answers=_answers(request),
    )
    return _shown(request, page)


@desk_page(permissions.check_claims)
@require_POST
def still_right(request: HttpRequest, pk: int) -> HttpResponse:
    """The verdicts of the claims that the person saw fit the new words too."""
    form = AnswersForm(request.POST)
    if not form.is_valid():
        raise Http404("There are no such claims.")
    moves: list[ClaimMove] = []
    try:
        moves = glances.all_still_right(form.claims_of(pk), by=request.user)
    except Refusal as refusal:
        messages.warning(request, str(refusal))
    answered = {"righted": f"{moves[0].pk}-{moves[-1].pk}"} if moves else {}
    return _back(request, pk, **answered)


@desk_page(permissions.check_claims)
@require_POST
def look_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Takes the answers back that the person just gave."""
    try:
        moves = glances.look_again(_answers(request), by=request.user)
    except Refusal as refusal:
        messages.warning(request, str(refusal))
    else:
        count = f"{len(moves)} claims are" if len(moves) != 1 else "One claim is"
        messages.info(request, f"{count} to be looked at again.")
    return _back(request, pk)


@desk_page(permissions.write_notes)
@require_POST
def note(request: HttpRequest, pk: int) -> HttpResponse:
    """Keeps the draft of a note; where somebody else saved another text meanwhile, both are shown."""
    pair = _pair(request, pk)
    form = NoteForm(request.POST)
    if not form.is_valid():
        messages.warning(request, f"A note has at most {LONGEST} characters. Shorten it, and keep it again.")
        return _back(request, pk)
    kind, text = NoteKind(form.cleaned_data["kind"]), form.cleaned_data["text"]
    try:
        notes.write(pair.earlier, pair.later, kind, text, edits=form.cleaned_data["edits"] or 0, by=request.user)
    except StaleNote as refusal:
        page = VersionsPage(_pair(request, pk), typed=(kind, text))
        return _shown(request, page, stale=str(refusal), status=STALE)
    messages.info(request, f"Draft of the {kind.value} note kept. Nothing is published from here.")
    return _back(request, pk)


def _article(request: HttpRequest, pk: int) -> Article:
    found = article_with_versions(pk, request.user)
    if found is None:
        raise Http404("There is no such article.")
    return found


def _pair(request: HttpRequest, pk: int) -> VersionPair:
    found = read_pair(_article(request, pk), number_in(request.GET, "a"), number_in(request.GET, "b"))
    if found is None:
        raise Http404("There are no such versions.")
    return found


def _one_version(request: HttpRequest, article: Article) -> HttpResponse:
    if number_in(request.GET, "a") is not None or number_in(request.GET, "b") is not None:
        raise Http404("There are no such versions.")
    return render(request, "claims/versions_one.html", {"article": article, "version": article.versions.first()})


def _answers(request: HttpRequest) -> list[ClaimMove]:
    """What the person just answered, as the address says it: from one move to another."""
    first, _, last = (request.POST.get("righted") or request.GET.get("righted", "")).partition("-")
    if not all(part.isascii() and part.isdecimal() and len(part) < 19 for part in (first, last)):
        return []
    return own_answers(int(first), int(last), by=request.user)


def _shown(request: HttpRequest, page: VersionsPage, *, stale: str = "", status: int = 200) -> HttpResponse:
    may = {"may_check": permissions.check_claims(request.user), "may_write": permissions.write_notes(request.user)}
    template = "claims/_version_changes.html" if request.htmx.target == "changes" else "claims/versions.html"
    return render(request, template, {"page": page, "stale": stale, **may}, status=status)


def _back(request: HttpRequest, pk: int, **more: str) -> HttpResponse:
    """To the page with the pair and the filters that the address of the act names."""
    asked = {name: request.GET[name] for name in ("a", "b", "outcome", "text") if request.GET.get(name)}
    query = urlencode({**asked, **more})
    return redirect(f"{reverse('versions', args=[pk])}{'?' if query else ''}{query}")
