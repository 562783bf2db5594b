"""Who may do what with claims and flags; pages, API and templates ask here."""

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser

from sources.permissions import read, roles
from sources.roles import Role

__all__ = ["arrange_stories", "decide_flags", "mark_claims", "raise_flags", "read", "retry_runs"]


def arrange_stories(user: AbstractBaseUser | AnonymousUser) -> bool:
    """Editors merge stories and split them."""
    return Role.EDITOR in roles(user)


def decide_flags(user: AbstractBaseUser | AnonymousUser) -> bool:
    """Checkers and editors decide on flags, and take decisions back."""
    return bool(roles(user) & {Role.CHECKER, Role.EDITOR})


def mark_claims(user: AbstractBaseUser | AnonymousUser) -> bool:
    """Checkers and editors mark claims by hand."""
    return bool(roles(user) & {Role.CHECKER, Role.EDITOR})


def raise_flags(user: AbstractBaseUser | AnonymousUser) -> bool:
    """Checkers and editors raise flags by hand."""
    return bool(roles(user) & {Role.CHECKER, Role.EDITOR})


def retry_runs(user: AbstractBaseUser | AnonymousUser) -> bool:
    """Anybody on the desk may have a failed text tried again."""
    return bool(roles(user))
