"""Recovery codes, kept as slow hashes from the moment they were shown (ASVS 6.5.2).

allauth keeps the seed that they are made of. Once they were shown, hashes take its place, under a key of their own in
the authenticator's row, and allauth finds no code there any more: what is typed is looked up here first.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial, wraps

from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa import app_settings
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import decrypt, encrypt
from django.contrib.auth.hashers import check_password, identify_hasher, make_password
from django.contrib.auth.models import User
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare, get_random_string

SALT_LETTERS = 22  # 131 bits; one salt a set, so that a typed code is hashed once and not ten times


def seal(user: User) -> None:
    """Puts hashes in the place of a person's codes, where they were shown and are not hashed yet. Takes seconds."""
    kept = _of(user)
    if kept is None or "hashed" in kept.data or not kept.data.get("viewed_at"):
        return
    with ThreadPoolExecutor() as threads:  # a hash lets the others run meanwhile
        hashing = partial(make_password, salt=get_random_string(SALT_LETTERS))
        hashed = [encrypt(one) for one in threads.map(hashing, kept.wrap().get_unused_codes())]
    sealed = {"migrated_codes": [], "hashed": hashed, "viewed_at": kept.data["viewed_at"]}
    Authenticator.objects.filter(pk=kept.pk, data=kept.data).update(data=sealed)  # unless a code was used meanwhile


def left(user: User) -> int:
    """How many codes a person can still use."""
    kept = _of(user)
    return 0 if kept is None else len(kept.data.get("hashed") or kept.wrap().get_unused_codes())


def take(user: User, typed: str) -> Authenticator | None:
    """Uses a hashed code up: the row that it stood in, None where it is none. Codes of an app are not looked at."""
    code, kept = normalize_user_code(typed), _of(user)
    if kept is None or "hashed" not in kept.data or len(code) != app_settings.RECOVERY_CODE_DIGITS:
        return None
    found = _found(code, kept)
    with transaction.atomic():
        kept = Authenticator.objects.select_for_update().get(pk=kept.pk)
        if found is None or found not in kept.data["hashed"]:
            return None
        kept.data["hashed"].remove(found)
        kept.save(update_fields=["data"])
    return kept


def counted_on(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page that shows codes or how many are left: `left` in its template, and hashes behind what it has shown.

    They are made once the page was sent, so that nobody waits for them; the next such page makes what a crash left.
    """

    @wraps(view)
    def counting(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        answer = view(request, *args, **kwargs)
        if getattr(answer, "context_data", None) is not None:
            answer.context_data["left"] = left(request.user)
            answer.close = partial(_seal_and_close, request.user, answer.close)  # type: ignore[method-assign]  # see above
        return answer

    return counting


def _seal_and_close(user: User, close: Callable[[], None]) -> None:
    try:
        seal(user)
    finally:
        close()


def _of(user: User) -> Authenticator | None:
    return Authenticator.objects.filter(user=user, type=Authenticator.Type.RECOVERY_CODES).first()


def _found(code: str, kept: Authenticator) -> str | None:
    """The stored form of the hash that a code fits. Those of another SECRET_KEY cannot be read and fit nothing."""
    plain = {stored: hashed for stored in kept.data["hashed"] if (hashed := decrypt(stored))}
    first = next(iter(plain.values()), None)
    if first is None:
        return None
    made = make_password(code, identify_hasher(first).decode(first)["salt"])
    if made.rpartition("$")[0] == first.rpartition("$")[0]:
        return next((stored for stored, hashed in plain.items() if constant_time_compare(hashed, made)), None)
    # Django has other rounds by now than when these were made.
    return next((stored for stored, hashed in plain.items() if check_password(code, hashed)), None)
