"""Refusals of services on forms: each at the field where the act was tried."""

from django.forms import Form

from sources.errors import Refusal

FIELD_OF = {
    "empty_text": "text",
    "text_too_long": "text",
    "unreadable_file": "file",
    "address_taken": "url",
    "name_taken": "username",
    "mail_taken": "email",
    "last_admin": "roles",
}


def refused(form: Form, refusal: Refusal) -> None:
    """Shows a refusal at its field, or above the form where it belongs to none."""
    field = FIELD_OF.get(refusal.code)
    form.add_error(field if field in form.fields else None, str(refusal))
