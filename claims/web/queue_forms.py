"""The filters of the queue, as they stand in the address."""

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict

from claims.enums import Kind, Priority
from claims.queries.queue import Due, Order, QueueFilters, View
from claims.web.forms import STORIES, FilterForm
from claims.web.words import STATES
from sources.models.choices import choices

# Further back than this a story is found by its words, not in a list.
STORIES_LISTED = 60
PRIORITIES = [(str(one.value), one.name.capitalize()) for one in sorted(Priority, reverse=True)]
DUES = {Due.OVERDUE: "Overdue", Due.DAY: "Due within a day", Due.SOME: "With a deadline"}
ORDERS = {
    Order.PRIORITY: "Priority",
    Order.DUE: "Deadline",
    Order.NEWEST: "Newest",
    Order.GRAVEST: "Gravest flag",
}
# As much as a saved view holds.
LONGEST_QUERY = 1_000
NARROWING = ("state", "kind", "who", "story", "source", "priority", "due", "flagged", "q")


class QueueFilterForm(FilterForm):
    """What the address asks for and nobody knows is left out."""

    view = forms.ChoiceField(choices=choices(View))
    q = forms.CharField(
        label="Words", max_length=200, widget=forms.TextInput(attrs={"placeholder": "Words of a claim"})
    )
    state = forms.ChoiceField(label="State", choices=[("", "Any state"), *((s.value, w) for s, w in STATES.items())])
    kind = forms.ChoiceField(label="Kind", choices=[("", "Any kind"), *choices(Kind)])
    who = forms.RegexField(r"\A(me|nobody|[1-9][0-9]{0,8})\Z", label="With")
    story = forms.IntegerField(label="Story", min_value=1, max_value=2**62)
    source = forms.CharField(label="Source", max_length=200, widget=forms.TextInput(attrs={"placeholder": "Source"}))
    priority = forms.ChoiceField(label="Priority", choices=[("", "Any priority"), *PRIORITIES])
    due = forms.ChoiceField(label="Deadline", choices=[("", "Any deadline"), *((d.value, w) for d, w in DUES.items())])
    flagged = forms.BooleanField(label="With open flags")
    order = forms.ChoiceField(
        label="Sort by", choices=[("", "Usual order"), *((o.value, w) for o, w in ORDERS.items())]
    )

    @classmethod
    def of(cls, query: str) -> "QueueFilterForm":
        """The filters of a query as it stands in an address; one that is too long to be ours is none."""
        return cls(QueryDict(query if len(query) <= LONGEST_QUERY else ""))

    @property
    def stories(self) -> list[tuple[int | str, str]]:
        """Any story, the newest, and the chosen one."""
        found = list(STORIES.order_by("-pk").values_list("pk", "title")[:STORIES_LISTED])
        chosen = self.cleaned_data.get("story")
        if chosen and chosen not in dict(found):
            found = [*STORIES.filter(pk=chosen).values_list("pk", "title"), *found]
        return [("", "Any story"), *found]

    @property
    def narrows(self) -> bool:
        """Whether the view is filtered."""
        return any(self.cleaned_data.get(name) for name in NARROWING)

    def filters(self) -> QueueFilters:
        given = self.given
        return QueueFilters(
            view=View(given("view") or View.OPEN),
            state=given("state"),
            kind=given("kind"),
            who=given("who"),
            story=self.cleaned_data.get("story"),
            source=given("source"),
            priority=int(given("priority")) if given("priority") else None,
            due=given("due"),
            flagged=bool(given("flagged")),
            words=given("q"),
            order=given("order"),
        )


def address_of(view: View, **more: Any) -> str:
    """The query of a view's address."""
    return urlencode({"view": view.value, **more})
