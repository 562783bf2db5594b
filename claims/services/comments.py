"""What people on the desk say to each other about a claim."""

import re

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from claims.errors import CommentEmpty, NotYourComment
from claims.models import Claim, Comment
from sources.engine.text import clean
from sources.permissions import read

# As names may be made of, with no full stop at the end, which ends a sentence.
_NAMED = re.compile(r"(?<![\w@])@([\w.+-]*\w)")


def say(claim: Claim, text: str, *, by: User) -> Comment:
    """A comment; whoever of the desk is named in it with @ finds it in her queue. Raises CommentEmpty.

    Who answers has seen what was said to her before.
    """
    cleaned = clean(text)
    words = cleaned.text.strip()
    if cleaned.is_blank:
        raise CommentEmpty("Write what you want to say first.")
    with transaction.atomic():
        comment = Comment.objects.create(claim=claim, by=by, text=words)
        comment.people.set(named_in(words))
        mark_seen(claim, by=by)
    return comment


def take_back(comment: Comment, *, by: User) -> None:
    """Removes one's own comment; the row stays. Raises NotYourComment."""
    changed = Comment.objects.filter(pk=comment.pk, by=by, removed_at=None).update(removed_at=timezone.now())
    if not changed:
        raise NotYourComment("Only who wrote a comment can take it back, and only once.")


def mark_seen(claim: Claim, *, by: User) -> None:
    """Whoever has read what was said about a claim is not told of it any more."""
    for comment in Comment.objects.filter(claim=claim, people=by).exclude(seen_by=by):
        comment.seen_by.add(by)


def unknown_in(comment: Comment) -> list[str]:
    """The names after an @ in a comment that are nobody's on this desk, so that it stands in nobody's queue."""
    known = {person.get_username().lower() for person in comment.people.all()}
    return sorted({name for name in _NAMED.findall(comment.text) if name.lower() not in known})


def named_in(text: str) -> list[User]:
    """The people with a role on this desk whom a text names with @, case aside."""
    names = {name.lower() for name in _NAMED.findall(text)}
    if not names:
        return []
    pattern = "^(" + "|".join(re.escape(name) for name in sorted(names)) + ")$"
    return [user for user in User.objects.filter(username__iregex=pattern, is_active=True) if read(user)]
