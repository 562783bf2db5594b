"""What a person sends from the versions page."""

from django import forms

from claims.enums import NoteKind
from claims.models import Claim
from sources.models.choices import choices
from sources.web.fields import PastedField

LONGEST = 20_000
MOST = 2_000


class AnswersForm(forms.Form):
    """Ids of claims, as the person saw them."""

    claims = forms.CharField(max_length=MOST * 12)

    def clean_claims(self) -> list[int]:
        parts = self.cleaned_data["claims"].split(",")
        if len(parts) > MOST or not all(part.isascii() and part.isdecimal() and len(part) < 19 for part in parts):
            raise forms.ValidationError("These are no claims.")
        return [int(part) for part in parts]

    def claims_of(self, article: int) -> list[int]:
        """Those that are the article's."""
        found = Claim.objects.filter(pk__in=self.cleaned_data["claims"], article=article)
        return list(found.values_list("pk", flat=True))


class NoteForm(forms.Form):
    """The text of one note, and how often the draft had been saved when the person saw it."""

    kind = forms.ChoiceField(choices=choices(NoteKind))
    text = PastedField(max_length=LONGEST)
    edits = forms.IntegerField(min_value=0, max_value=2**31 - 1, required=False)
