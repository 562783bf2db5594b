from typing import Any

from django.db import models

from sources.sealing import seal, unseal


class SealedField(models.TextField):
    """A secret that lies in the database encrypted (`sources.sealing`); "" is stored as it is, and is what is read
    where SECRET_KEY is another one by now. It cannot be searched: the same secret is never stored the same twice.
    """

    def get_prep_value(self, value: Any) -> Any:
        written = super().get_prep_value(value)
        return seal(written.encode(), of="fields").decode() if written else written

    def from_db_value(self, value: str | None, *_: Any) -> str | None:
        return (unseal(value.encode(), of="fields") or b"").decode() if value else value
