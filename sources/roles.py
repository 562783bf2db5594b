"""The roles of a desk, as Django groups. What each may do stands in the apps' `permissions.py`."""

from enum import StrEnum


class Role(StrEnum):
    REPORTER = "reporter"
    CHECKER = "checker"
    REVIEWER = "reviewer"
    DESK_HEAD = "desk_head"
    ADMIN = "admin"
