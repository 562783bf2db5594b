"""Forms about webhooks."""

from django import forms

from claims.enums import EventType
from claims.queries.webhooks import PRIVATE
from sources.web.fields import NameField, WebAddressField

OFFERED = [(kind.value, kind.value) for kind in EventType if kind not in PRIVATE]


class WebhookForm(forms.Form):
    """An address, and what it is told; nothing ticked is everything."""

    url = WebAddressField(
        label="Address", required=True, help_text="Called with POST. It has to be on the open internet."
    )
    types = forms.MultipleChoiceField(choices=OFFERED, required=False, widget=forms.CheckboxSelectMultiple)

    def wanted(self) -> list[EventType]:
        """The types that were ticked; only of a valid form."""
        return [EventType(code) for code in self.cleaned_data["types"]]


class SwitchOffForm(forms.Form):
    """Why nothing is sent any more."""

    reason = NameField(label="Why", max_length=500)


class ReplayForm(forms.Form):
    """The place in the sequence that the receiver has read up to."""

    after = forms.IntegerField(
        label="After the event number",
        min_value=0,
        max_value=2**63 - 1,
        help_text="0 sends everything that ever happened.",
    )
