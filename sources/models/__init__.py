"""What was published, by whom, in which versions."""

from sources.models.api_key import ApiKey
from sources.models.article import Article, ArticleVersion, EmbargoMove
from sources.models.kept_answer import KeptAnswer
from sources.models.person import PersonAct, Profile
from sources.models.snapshot import Snapshot
from sources.models.source import Source
from sources.models.story import Story

__all__ = [
    "ApiKey",
    "Article",
    "ArticleVersion",
    "EmbargoMove",
    "KeptAnswer",
    "PersonAct",
    "Profile",
    "Snapshot",
    "Source",
    "Story",
]
