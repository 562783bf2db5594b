"""The queue: what waits for whom."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from claims import permissions
from claims.models import SavedView
from claims.queries.queue import QueueFilters, View, any_claim, queue_page
from claims.queries.queue_counts import most_counted, queue_counts
from claims.queries.queue_rows import queue_rows
from claims.web.forms import number_in
from claims.web.queue_done import done_in
from claims.web.queue_forms import PRIORITIES, QueueFilterForm, address_of
from claims.web.queue_rows import QueueRow
from claims.web.words import count_words, name_of
from sources.queries import people_with
from sources.web.access import desk_page

VIEWS = {
    View.MINE: ("Mine", "Claims that wait for you."),
    View.OPEN: ("All open", "Everything that is not decided yet."),
    View.UNASSIGNED: ("Unassigned", "Claims to check that nobody has."),
    View.SENT_BACK: ("Sent back", "A reviewer wants more before approving."),
    View.RECHECK: ("Check again", "A new version changed what these say, or the verdict was taken back."),
    View.GLANCE: ("Reworded", "A new version says the same in other words. Look whether the verdict still fits."),
    View.REVIEW: ("In review", "Submitted, and waiting for a second person."),
    View.FLAGS: ("With open flags", "Something else says otherwise. The gravest first."),
    View.DUE: ("Deadlines", "What has a deadline, the nearest first."),
    View.COMMENTS: ("Comments to me", "Somebody asked you something, and you have not answered yet."),
}
WITH = [("", "With anybody"), ("me", "With me"), ("nobody", "With nobody")]


@dataclass(frozen=True, slots=True)
class ViewLink:
    """One way to look at the queue, in the side navigation. count: "" where counting would take too long."""

    code: str
    name: str
    query: str
    count: str
    current: bool
    saved: SavedView | None = None


@desk_page()
@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """Where a day begins: the queue for those who check, the articles for the others."""
    if permissions.read_queue(request.user):
        return redirect(f"{reverse('queue')}?{address_of(View.MINE)}")
    return redirect("articles")


@desk_page(permissions.read_queue)
@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """Fifty claims of a view; filters, order and page live in the address."""
    people = [(person.pk, name_of(person)) for person in people_with(permissions.CHECKERS)]
    form = QueueFilterForm(request.GET)
    filters, now = form.filters(), timezone.now()
    claims, cursor = queue_page(filters, request.user, now, request.GET.get("after", ""))
    focused = number_in(request.GET, "at")
    rows = [
        QueueRow(found, now, focused=at == min(focused or 0, len(claims) - 1) and focused is not None)
        for at, found in enumerate(queue_rows(claims, request.user))
    ]
    context = {"form": form, "rows": rows, "next": cursor, "begun": "after" in request.GET}
    context |= {"persons": WITH + people, "others": [one for one in people if one[0] != request.user.pk]}
    context |= {"title": VIEWS[filters.view], "view": filters.view.value, "priorities": PRIORITIES}
    context |= {"nothing_yet": not rows and not any_claim()}
    context |= {"may_assign": permissions.assign_others(request.user), "done": done_in(request)}
    return render(request, "claims/queue.html", context | _views(request, filters, form))


def _views(request: HttpRequest, filters: QueueFilters, form: QueueFilterForm) -> dict[str, object]:
    """The views with their counts, those that the person saved, and how many claims the filters leave.

    Two statements. A saved view that looks for words is not counted: that would read every claim.
    """
    saved = {view: QueueFilterForm.of(view.query).filters() for view in request.user.saved_views.all()}
    asked = {str(view.pk): one for view, one in saved.items() if not (one.words or one.source)}
    narrowed = {"": filters} if filters != QueueFilters(view=filters.view) else {}
    asked |= narrowed
    found = queue_counts(request.user, timezone.now(), asked)
    request.desk_counts = found.desk
    counts = {view: count_words(count) for view, count in found.views.items()}
    links = [
        ViewLink(view.value, name, address_of(view), counts[view], view is filters.view and not form.narrows)
        for view, (name, _) in VIEWS.items()
    ]
    of_saved = {name: count_words(count, most_counted(asked[name])) for name, count in found.asked.items()}
    kept = [
        ViewLink("", view.name, view.query, of_saved.get(str(view.pk), ""), view.query == form.query, view)
        for view in saved
    ]
    here = next((link.saved for link in kept if link.current), None)
    return {
        "links": links,
        "view_choices": [(link.code, f"{link.name}, {link.count}") for link in links],
        "saved_links": kept,
        "saved_here": here,
        "matching": of_saved.get("", counts[filters.view]),
    }
