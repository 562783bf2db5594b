"""Another SECRET_KEY: everything that an earlier one sealed is sealed anew."""

from collections.abc import Iterator

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from django.db import transaction

from claims.services import webhooks
from sources.services import kept_answers

# What an authenticator's row keeps encrypted: one text, or a list of them.
ONE, SEVERAL = ("secret", "seed"), ("hashed", "migrated_codes")


def renew_all() -> tuple[int, int]:
    """Seals second factors, secrets of webhooks and kept answers with SECRET_KEY; how many rows, and how many cannot
    be read with it or SECRET_KEY_FALLBACKS and stay as they are."""
    done = [*_factors(), *webhooks.renewed(), *kept_answers.renewed()]
    return done.count(True), done.count(False)


def _factors() -> Iterator[bool]:
    for key in Authenticator.objects.exclude(type=Authenticator.Type.WEBAUTHN).values_list("pk", flat=True):
        with transaction.atomic():
            row = Authenticator.objects.select_for_update().filter(pk=key).first()
            if row is not None:
                yield _renew(row)


def _renew(row: Authenticator) -> bool:
    sealed = [row.data[name] for name in ONE if name in row.data]
    sealed += [one for name in SEVERAL for one in row.data.get(name, ())]
    anew = {one: _anew(one) for one in sealed}
    if "" in anew.values():
        return False
    for name in ONE:
        if name in row.data:
            row.data[name] = anew[row.data[name]]
    for name in SEVERAL:
        if name in row.data:
            row.data[name] = [anew[one] for one in row.data[name]]
    row.save(update_fields=["data"])
    return True


def _anew(sealed: str) -> str:
    adapter = get_adapter()
    plain = adapter.decrypt(sealed)
    return str(adapter.encrypt(plain)) if plain else ""
