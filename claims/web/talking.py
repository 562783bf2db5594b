"""What people say to each other about a claim."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from claims import permissions
from claims.models import Comment
from claims.services import comments
from claims.web.articles import show_article
from claims.web.forms import number_in
from claims.web.going import claim_or_404, refuse, status_of, to_claim
from claims.web.panel import Given
from sources.errors import Refusal
from sources.web.access import desk_page

LONGEST = 4_000


@desk_page(permissions.comment)
@require_POST
def say(request: HttpRequest, pk: int) -> HttpResponse:
    """A comment on a claim; with the button `seen` only says that one has read what is there."""
    claim = claim_or_404(pk, request.user)
    if request.POST.get("act") == "seen":
        comments.mark_seen(claim, by=request.user)
        return to_claim(request, claim)
    text = request.POST.get("text", "").replace("\x00", "")[:LONGEST]
    try:
        comment = comments.say(claim, text, by=request.user)
    except Refusal as refusal:
        given = Given(comment=text, at="comment", refusal=str(refusal))
        number = number_in(request.POST, "v")
        status = status_of(refusal)
        return show_article(request, claim.article_id, number=number, claim_id=pk, given=given, status=status)
    told = ", ".join(sorted(person.get_username() for person in comment.people.all()))
    messages.info(request, f"Said, and shown to {told}." if told else "Said.")
    if unknown := comments.unknown_in(comment):
        messages.warning(request, f"Nobody on this desk is called {', '.join(unknown)}; look at the name.")
    return to_claim(request, claim)


@desk_page(permissions.comment)
@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Takes one's own comment back."""
    comment = Comment.objects.filter(pk=pk).first()
    if comment is None:
        raise Http404("There is no such comment.")
    claim = claim_or_404(comment.claim_id, request.user)
    try:
        comments.take_back(comment, by=request.user)
    except Refusal as refusal:
        return refuse(request, claim, refusal)
    return to_claim(request, claim)
