"""Forms about people."""

from typing import Any

from django import forms
from django.contrib.auth.validators import UnicodeUsernameValidator

from sources.models.choices import choices
from sources.roles import Role
from sources.web.fields import NameField


class RolesForm(forms.Form):
    """What a person may do. None at all is a login that sees nothing."""

    roles = forms.MultipleChoiceField(choices=choices(Role), required=False, widget=forms.CheckboxSelectMultiple)

    def given(self) -> frozenset[Role]:
        """The roles that were ticked; only of a valid form."""
        return frozenset(Role(code) for code in self.cleaned_data["roles"])


class PersonForm(RolesForm):
    """A new login."""

    username = NameField(
        label="Login",
        max_length=150,
        validators=[UnicodeUsernameValidator()],
        help_text="What she types to log in. It cannot be changed.",
    )
    first_name = NameField(label="First name", max_length=150, required=False)
    last_name = NameField(label="Family name", max_length=150, required=False)
    email = forms.EmailField(label="Email", required=False, help_text="For links to a new password.")
    service = forms.BooleanField(required=False)

    def person(self) -> dict[str, Any]:
        """What the service asks of a person; only of a valid form."""
        return {name: self.cleaned_data[name] for name in ("first_name", "last_name", "email")}
