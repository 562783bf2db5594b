"""Acts on the chosen claim: its verdict, taking it, marking it as not checkable, what was read."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from claims import permissions
from claims.enums import VerdictState
from claims.models import Claim, Correction
from claims.queries.panel import claim_to_check
from claims.queries.verdicts import in_work
from claims.services import assignments, claim_moves, corrections, verdicts
from claims.web.articles import show_article
from claims.web.correction_form import CorrectionForm
from claims.web.forms import number_in
from claims.web.going import address_of, claim_or_404, refuse, status_of, to_claim
from claims.web.panel import Given
from claims.web.verdict_form import VerdictForm
from sources.errors import Refusal
from sources.web.access import desk_page


@desk_page(permissions.check_claims)
@require_POST
def write_verdict(request: HttpRequest, pk: int) -> HttpResponse:
    """Saves the draft; with the button `submit` hands it to the reviewers and goes on to the next claim."""
    claim = claim_or_404(pk)
    form = VerdictForm(request.POST)
    if not form.is_valid():
        return _again(request, claim, Given(verdict=form, at="verdict"), 422)
    try:
        draft = form.save(claim, request.user)
        if request.POST.get("act") != "submit":
            messages.info(request, "Saved as a draft.")
            return to_claim(request, claim)
        verdicts.submit(draft, by=request.user, edits=draft.edits)
    except Refusal as refusal:
        given = Given(verdict=form, at="verdict", refusal=str(refusal))
        return _again(request, claim, given, status_of(refusal))
    return _to_next(request, claim)


@desk_page(permissions.check_claims)
@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Takes a submitted verdict back, to write on in it."""
    claim = claim_or_404(pk)
    verdict = in_work(claim)
    if verdict is None or verdict.state != VerdictState.IN_REVIEW:
        messages.warning(request, "This verdict is not in review any more.")
        return to_claim(request, claim)
    try:
        verdicts.withdraw(verdict, by=request.user, edits=verdict.edits)
    except Refusal as refusal:
        return refuse(request, claim, refusal)
    messages.info(request, f"C-{claim.pk} is a draft again.")
    return to_claim(request, claim)


@desk_page(permissions.check_claims)
@require_POST
def revise(request: HttpRequest, pk: int) -> HttpResponse:
    """Opens a new revision of what was approved."""
    claim = claim_or_404(pk)
    try:
        verdicts.open_draft(claim, by=request.user)
    except Refusal as refusal:
        return refuse(request, claim, refusal)
    return to_claim(request, claim)


@desk_page(permissions.check_claims)
@require_POST
def take(request: HttpRequest, pk: int) -> HttpResponse:
    """Gives the claim to the person."""
    claim = claim_or_404(pk)
    try:
        assignments.take(claim, by=request.user)
    except Refusal as refusal:
        return refuse(request, claim, refusal)
    return to_claim(request, claim)


@desk_page(permissions.check_claims)
@require_POST
def not_checkable(request: HttpRequest, pk: int) -> HttpResponse:
    """Marks a claim as not checkable, for a reason, or takes that back."""
    claim = claim_or_404(pk)
    reason = request.POST.get("reason", "")[:1_000].replace("\x00", "")
    try:
        if request.POST.get("act") == "back":
            claim_moves.mark_checkable(claim, by=request.user)
            return to_claim(request, claim)
        claim_moves.mark_not_checkable(claim, by=request.user, reason=reason)
    except Refusal as refusal:
        return _again(request, claim, Given(at="not_checkable", refusal=str(refusal)), status_of(refusal))
    return _to_next(request, claim)


@desk_page(permissions.check_claims)
@require_POST
def still_right(request: HttpRequest, pk: int) -> HttpResponse:
    """The verdict fits the new words too."""
    claim = claim_or_404(pk)
    try:
        claim_moves.still_right(claim, by=request.user)
    except Refusal as refusal:
        return refuse(request, claim, refusal)
    return to_claim(request, claim)


@desk_page(permissions.mark_claims)
@require_POST
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """Overrules what the engine read of a mention of the claim."""
    claim = claim_or_404(pk)
    mention = claim.mentions.filter(pk=number_in(request.POST, "mention") or 0, withdrawn=False)
    found = mention.select_related("claim", "version__article__source").first()
    if found is None:
        raise Http404("This claim does not stand there.")
    form = CorrectionForm(found, request.POST)
    if not form.is_valid():
        return _again(request, claim, Given(correction=form, at="correction"), 422)
    given = form.cleaned_data
    try:
        corrections.correct(found, form.changes(), by=request.user, edits=given["edits"], reason=given["reason"])
    except Refusal as refusal:
        given = Given(correction=form, at="correction", refusal=str(refusal))
        return _again(request, claim, given, status_of(refusal))
    messages.info(request, "Corrected. That holds when the text is read again, and in versions that say the same.")
    return to_claim(request, claim)


@desk_page(permissions.mark_claims)
@require_POST
def undo_correction(request: HttpRequest, pk: int) -> HttpResponse:
    """Has the engine's reading stand again."""
    correction = Correction.objects.filter(pk=pk).first()
    claim = claim_to_check(correction.claim_id) if correction else None
    if correction is None or claim is None:
        raise Http404("There is no such correction.")
    try:
        corrections.undo(correction, by=request.user, edits=claim.edits)
    except Refusal as refusal:
        return refuse(request, claim, refusal)
    messages.info(request, "The engine's reading stands again.")
    return to_claim(request, claim)


def _again(request: HttpRequest, claim: Claim, given: Given, status: int) -> HttpResponse:
    """The article once more, with what was typed and why it was refused."""
    return show_article(
        request, claim.article_id, number=number_in(request.POST, "v"), claim_id=claim.pk, given=given, status=status
    )


def _to_next(request: HttpRequest, done: Claim) -> HttpResponse:
    """The next claim of the version that waits for a decision, with a word on the one just done."""
    following = number_in(request.POST, "following")
    claim = claim_to_check(following) if following else None
    if claim is None or claim.article_id != done.article_id:
        return to_claim(request, done, done=done.pk)
    return redirect(address_of(claim, version=number_in(request.POST, "v"), done=done.pk))
