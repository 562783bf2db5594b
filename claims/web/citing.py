"""Pages on which a passage is found and linked to a claim, and acts on passages that are linked."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from claims import permissions
from claims.models import Claim, Evidence
from claims.queries.citing import articles_to_cite, version_to_cite
from claims.services import evidence
from claims.services.containment import current
from claims.services.suggestions import suggest
from claims.web.cited import text_to_cite
from claims.web.citing_forms import PassageForm, SourceForm
from claims.web.forms import number_in
from claims.web.going import REFUSED, address_of, claim_or_404, refuse, status_of, to_claim
from claims.web.rows import row_of
from sources.errors import Refusal
from sources.models import ArticleVersion
from sources.queries import source_names
from sources.services.submissions import submit_article
from sources.web.access import desk_page
from sources.web.refusals import refused

WORDS = 200


@desk_page(permissions.check_claims)
@require_safe
def find(request: HttpRequest, pk: int) -> HttpResponse:
    """Where evidence for a claim may stand: suggested passages, texts found by words, and a form for a new source."""
    return _find_page(request, claim_or_404(pk), SourceForm())


@desk_page(permissions.check_claims)
@require_POST
def add_source(request: HttpRequest, pk: int) -> HttpResponse:
    """Records a new text as an article of the claim's story, then has the person choose the passage in it."""
    claim = claim_or_404(pk)
    form = SourceForm(request.POST)
    if form.is_valid():
        story = claim.article.story
        try:
            recorded = submit_article(form.origin(story.title if story else ""), form.content(), by=request.user)
        except Refusal as refusal:
            refused(form, refusal)
        else:
            return redirect("evidence_in", claim.pk, recorded.version.pk)
    return _find_page(request, claim, form, status=REFUSED)


@desk_page(permissions.check_claims)
@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: HttpRequest, pk: int, version: int) -> HttpResponse:
    """A stored text in which the person chooses the passage; by POST the passage is linked."""
    claim, text = claim_or_404(pk), version_to_cite(version)
    if text is None:
        raise Http404("There is no such version.")
    form = PassageForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return _text_page(request, claim, text, form, status=REFUSED if form.is_bound else 200)
    try:
        row = evidence.link(claim, form.passage(text), form.bearing(), by=request.user)
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return _text_page(request, claim, text, form, status=status_of(refusal))
    messages.info(request, f"Linked. {row.contains_reason}")
    return redirect(address_of(claim, version=number_in(request.GET, "v")))


@desk_page(permissions.check_claims)
@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Takes a passage off its claim."""
    row, claim = _linked(pk)
    try:
        evidence.remove(row, by=request.user)
    except Refusal as refusal:
        return refuse(request, claim, refusal)
    return to_claim(request, claim)


@desk_page(permissions.check_claims)
@require_POST
def restore(request: HttpRequest, pk: int) -> HttpResponse:
    """Puts a passage back."""
    row, claim = _linked(pk)
    try:
        evidence.restore(row, by=request.user)
    except Refusal as refusal:
        return refuse(request, claim, refusal)
    return to_claim(request, claim)


def _linked(pk: int) -> tuple[Evidence, Claim]:
    row = Evidence.objects.select_related("version__article__source").filter(pk=pk).first()
    if row is None:
        raise Http404("There is no such passage.")
    claim = claim_or_404(row.claim_id)
    row.claim = claim
    return row, claim


def _find_page(request: HttpRequest, claim: Claim, form: SourceForm, status: int = 200) -> HttpResponse:
    words = request.GET.get("q", "").replace("\x00", "")[:WORDS].strip()
    context = {
        **_frame(request, claim),
        "words": words,
        "texts": articles_to_cite(claim, words),
        "suggestions": [] if words else suggest(claim),
        "form": form,
        "sources": source_names(),
    }
    return render(request, "claims/evidence_find.html", context, status=status)


def _text_page(
    request: HttpRequest, claim: Claim, version: ArticleVersion, form: PassageForm, status: int = 200
) -> HttpResponse:
    context = {**_frame(request, claim), "version": version, "form": form, "text": text_to_cite(version, claim)}
    return render(request, "claims/evidence_choose.html", context, status=status)


def _frame(request: HttpRequest, claim: Claim) -> dict[str, object]:
    """What both pages say of the claim, and where the way back leads."""
    mention, number = current(claim), number_in(request.GET, "v")
    return {
        "claim": claim,
        "row": row_of(mention, claim.state) if mention else None,
        "v": number,
        "back": address_of(claim, version=number),
    }
