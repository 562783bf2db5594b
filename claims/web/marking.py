"""Claims by hand: marked in a text, merged with what they were in another version, split off from it."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from claims import permissions
from claims.enums import Kind, Part
from claims.models import Claim, Mention
from claims.services import marking, merging
from claims.web.cited import text_with
from claims.web.forms import number_in
from claims.web.going import REFUSED, address_of, claim_or_404, refuse, to_claim
from claims.web.mark_form import MarkForm, offered
from sources.errors import Refusal
from sources.models import ArticleVersion
from sources.models.choices import choices
from sources.web.access import desk_page


@desk_page(permissions.mark_claims)
@require_http_methods(["GET", "HEAD", "POST"])
def mark(request: HttpRequest, pk: int) -> HttpResponse:
    """A claim in words of a version; what can be read off the words stands in the form already."""
    version = _version(pk, number_in(request.GET, "v"))
    if request.method != "POST":
        return _page(request, version, MarkForm(version, initial=offered(request.GET, version)))
    form = MarkForm(version, request.POST)
    if form.is_valid():
        try:
            row = marking.mark(version, form.marking(), by=request.user)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.info(request, f"Marked as C-{row.claim_id}.")
            return redirect(address_of(row.claim, version=version.number))
    return _page(request, version, form, status=REFUSED)


@desk_page(permissions.mark_claims)
@require_POST
def merge(request: HttpRequest, pk: int) -> HttpResponse:
    """Joins a claim with another of its article, which it is in another version."""
    claim = claim_or_404(pk)
    other = Claim.objects.filter(pk=number_in(request.POST, "other") or 0, article=claim.article_id).first()
    if other is None:
        messages.warning(request, "Choose the claim that this one is in another version.")
        return to_claim(request, claim)
    try:
        one = merging.merge(claim, other, by=request.user)
    except Refusal as refusal:
        return refuse(request, claim, refusal)
    messages.info(request, f"One claim now: C-{one.pk}. Splitting it takes that back.")
    return to_claim(request, one)


@desk_page(permissions.mark_claims)
@require_POST
def split(request: HttpRequest, pk: int) -> HttpResponse:
    """From this version on it is another claim than before."""
    claim = claim_or_404(pk)
    row = Mention.objects.filter(pk=number_in(request.POST, "mention") or 0, claim=claim, withdrawn=False).first()
    if row is None:
        raise Http404("This claim does not stand there.")
    try:
        new = merging.split(row, by=request.user)
    except Refusal as refusal:
        return refuse(request, claim, refusal)
    messages.info(request, f"C-{new.pk} is a claim of its own from this version on.")
    return to_claim(request, new)


def _version(article: int, number: int | None) -> ArticleVersion:
    versions = ArticleVersion.objects.filter(article=article).select_related("article__source").order_by("-number")
    found = versions.first() if number is None else versions.filter(number=number).first()
    if found is None:
        raise Http404("There is no such article, or no such version of it.")
    return found


def _page(request: HttpRequest, version: ArticleVersion, form: MarkForm, status: int = 200) -> HttpResponse:
    place = {name: form[name].value() for name in ("part", "start", "end") if form[name].value() not in {None, ""}}
    rows = Mention.objects.filter(version=version, withdrawn=False, kind=form["kind"].value())
    marked = {part: [(row.start, row.end) for row in rows if row.part == part] for part in Part}
    context = {
        "version": version,
        "form": form,
        "text": text_with(version, marked),
        "kinds": choices(Kind),
        "place": f"&{urlencode(place)}" if place else "",
    }
    return render(request, "claims/mark.html", context, status=status)
