"""Form fields for texts that people paste."""

from datetime import UTC, datetime, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils import timezone

from sources.engine.text import clean

EARLIEST = datetime(1900, 1, 1, tzinfo=UTC)


class PastedField(forms.CharField):
    """Text as it was pasted. A NUL in it is dropped, not refused: the boundary cleans the rest of the text too."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"strip": False, "required": False, **kwargs})

    def to_python(self, value: Any) -> str:
        return super().to_python(value).replace("\x00", "")


class NameField(forms.CharField):
    """A name that a reader can see: one of nothing but invisible characters is refused."""

    def to_python(self, value: Any) -> str:
        name = super().to_python(value)
        return "" if clean(name).is_blank else name


class WebAddressField(forms.URLField):
    """An http or https address."""

    default_validators = [URLValidator(schemes=["http", "https"])]

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"assume_scheme": "https", "required": False, "max_length": 2_000, **kwargs})


class MomentField(forms.DateTimeField):
    """A date and time as browsers send it, in the desk's time zone."""

    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")

    def clean(self, value: Any) -> datetime | None:
        moment = super().clean(value)
        if moment is not None and not EARLIEST <= moment <= timezone.now() + timedelta(days=366):
            raise ValidationError("Give a time between 1900 and a year from now.")
        return moment
