"""What is asserted, where it stands, and what we found."""

from claims.models.claim import Claim, Mention
from claims.models.flag import ContradictionFlag, FlagMove
from claims.models.placing import ProfileKey, StoryMove, StoryProfile
from claims.models.run import ExtractionRun

__all__ = [
    "Claim",
    "ContradictionFlag",
    "ExtractionRun",
    "FlagMove",
    "Mention",
    "ProfileKey",
    "StoryMove",
    "StoryProfile",
]
