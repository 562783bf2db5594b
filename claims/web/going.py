"""Where a person goes after an act on a claim, and how a refusal reaches her."""

from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from claims.errors import StaleClaim, StaleCorrection, StaleEvidence, StaleVerdict
from claims.models import Claim
from claims.queries.panel import claim_to_check
from claims.web.forms import number_in
from sources.errors import Refusal
from sources.permissions import sees

REFUSED = 422
STALE = 409
_STALE = (StaleClaim, StaleCorrection, StaleEvidence, StaleVerdict)


def claim_or_404(pk: int, seen_by: User | None = None) -> Claim:
    """The claim with its article, source and story, where the person sees it."""
    found = claim_to_check(pk)
    if found is None or (seen_by and not sees(seen_by, found.article)):
        raise Http404("There is no such claim.")
    return found


def address_of(claim: Claim, *, version: int | None = None, **more: object) -> str:
    """The article with the claim chosen; version: its number, the latest without."""
    query = {"v": version} if version else {}
    return (
        f"{reverse('article', args=[claim.article_id])}?{urlencode({**query, 'claim': claim.pk, **more})}#m{claim.pk}"
    )


def to_claim(request: HttpRequest, claim: Claim, **more: object) -> HttpResponse:
    """Back to the claim, in the version from which the person came."""
    return redirect(address_of(claim, version=number_in(request.POST, "v"), **more))


def refuse(request: HttpRequest, claim: Claim, refusal: Refusal, **more: object) -> HttpResponse:
    """Back to the claim with the refusal at the top; for acts in which nothing was typed."""
    messages.warning(request, str(refusal))
    return to_claim(request, claim, **more)


def status_of(refusal: Refusal) -> int:
    """The status of a page that shows a refusal beside what was typed."""
    return STALE if isinstance(refusal, _STALE) else REFUSED
