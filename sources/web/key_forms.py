"""Forms about keys for the API."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.utils import timezone

from sources.enums import Scope
from sources.permissions import scopes_of
from sources.web.fields import NameField

DAYS = [("30", "30 days"), ("90", "90 days"), ("365", "A year"), ("", "Until it is revoked")]
SAID = {
    Scope.READ: "Reads what its owner may read.",
    Scope.PUSH: "Adds articles and versions.",
    Scope.CHECK: "Marks claims, raises flags, links evidence, drafts verdicts.",
    Scope.REVIEW: "Sends verdicts back, and approves those of others. A machine never approves.",
    Scope.WEBHOOKS: "Says which addresses are told of what happens.",
    Scope.EMBARGOED: "Sees what is held back for now.",
}


class KeyForm(forms.Form):
    """A new key for a login: only scopes that its roles allow can be ticked."""

    name = NameField(label="Name", max_length=80, help_text="Where it is used, such as “CMS, live”.")
    scopes = forms.MultipleChoiceField(
        widget=forms.CheckboxSelectMultiple, error_messages={"required": "Tick at least one."}
    )
    days = forms.ChoiceField(label="Works for", choices=DAYS, required=False)

    def __init__(self, given: Any, *, owner: User) -> None:
        super().__init__(given, initial={"scopes": [Scope.READ.value], "days": "90"})
        held = scopes_of(owner)
        self.fields["scopes"].choices = [(scope.value, scope.value.capitalize()) for scope in Scope if scope in held]

    def boxes(self) -> list[tuple[Any, str]]:
        """Each checkbox of the scopes with what it is for."""
        return [(box, SAID[Scope(box.data["value"])]) for box in self["scopes"]]

    def given(self) -> dict[str, Any]:
        """What the service asks for; only of a valid form."""
        return {
            "name": self.cleaned_data["name"],
            "scopes": [Scope(code) for code in self.cleaned_data["scopes"]],
            "expires_at": self._end(),
        }

    def _end(self) -> datetime | None:
        days = self.cleaned_data["days"]
        return timezone.now() + timedelta(days=int(days)) if days else None
