"""Words with one meaning each; stored in the database and spoken by the API."""

from enum import StrEnum


class SourceKind(StrEnum):
    NEWS_OUTLET = "news_outlet"
    WIRE_AGENCY = "wire_agency"
    GOVERNMENT = "government"
    POLICE = "police"
    COURT = "court"
    COMPANY = "company"
    NGO = "ngo"
    RESEARCH = "research"
    PERSON = "person"
    SOCIAL = "social"
    DATA_SET = "data_set"


class Tier(StrEnum):
    """How near a source stands to what it reports."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    TERTIARY = "tertiary"


class Independence(StrEnum):
    ORIGINAL = "original"
    RELAYS = "relays"


class ArticleKind(StrEnum):
    ARTICLE = "article"
    WIRE = "wire"
    OFFICIAL_STATEMENT = "official_statement"
    TRANSCRIPT = "transcript"
    REPORT = "report"
    SOCIAL_POST = "social_post"


# Publishers that speak of what they did or found themselves.
FIRST_HAND = frozenset(
    {
        SourceKind.GOVERNMENT,
        SourceKind.POLICE,
        SourceKind.COURT,
        SourceKind.COMPANY,
        SourceKind.RESEARCH,
        SourceKind.DATA_SET,
    }
)


class Scope(StrEnum):
    """What a key of the API may be used for. It narrows what its owner's roles allow, and never widens it.

    embargoed: sees what is held back until a moment; a key without it cannot tell that there is any.
    """

    READ = "read"
    PUSH = "push"
    CHECK = "check"
    REVIEW = "review"
    WEBHOOKS = "webhooks"
    EMBARGOED = "embargoed"
