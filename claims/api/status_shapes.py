"""How the status of claims looks, for the schema; the answers themselves are made by `status_body.py`."""

from typing import Any

from rest_framework import serializers

from claims.enums import ClaimState, FlagType, Kind, Outcome, Part, Rating, Scope, Stance, VerdictState
from sources.api.fields import Code, Moment
from sources.enums import Tier
from sources.roles import Role


class PlaceShape(serializers.Serializer[Any]):
    """Words of a version of the claim's article. Offsets count code points of the part."""

    version = serializers.IntegerField(help_text="The version's number.")
    part = Code(Part)
    start = serializers.IntegerField()
    end = serializers.IntegerField()
    text = serializers.CharField()


class WordsShape(PlaceShape):
    """The words that were asked about."""

    outcome = Code(Outcome, help_text="Against the version before.")


class ReviewedShape(PlaceShape):
    """The words that the verdict is about."""

    sha256 = serializers.CharField(help_text="Of the version's text.")


class LatestShape(serializers.Serializer[Any]):
    """The article's latest version."""

    version = serializers.IntegerField()
    sha256 = serializers.CharField()
    processed = serializers.BooleanField(help_text="Whether the engine is through with it.")
    outcome = Code(Outcome, allow_null=True, help_text="What became of the claim in it; null until it is read.")


class HeldShape(serializers.Serializer[Any]):
    """The verdict that the desk stands by."""

    id = serializers.IntegerField()
    revision = serializers.IntegerField()
    state = Code(VerdictState)
    approved_at = Moment()
    approved_by = Code(Role, help_text="The role in which a second person approved it.")
    overridden = serializers.BooleanField(
        help_text="The rules on evidence and conflicts were set aside, with a reason."
    )


class WithdrawnShape(serializers.Serializer[Any]):
    """The latest verdict, where it was taken back: none is in force then, and no older revision comes back."""

    id = serializers.IntegerField()
    revision = serializers.IntegerField()
    state = Code(VerdictState)
    rating = Code(Rating)
    in_substance = Code(Rating, allow_null=True)
    as_of = Moment(help_text="The moment for which it held.")
    approved_at = Moment()
    retracted_at = Moment()
    reason = serializers.CharField(help_text="Why it was taken back.")


class ConflictShape(serializers.Serializer[Any]):
    """An open flag."""

    id = serializers.IntegerField()
    type = Code(FlagType)
    scope = Code(Scope)
    severity = serializers.IntegerField()
    silent = serializers.BooleanField()
    reason = serializers.CharField()


class ConflictsShape(serializers.Serializer[Any]):
    """What contradicts the claim and is not decided."""

    count = serializers.IntegerField()
    flags = ConflictShape(many=True)


class SupersededShape(serializers.Serializer[Any]):
    """What came after the verdict: a version that says something else, or a newer revision."""

    version = serializers.IntegerField(allow_null=True)
    text = serializers.CharField(allow_null=True, help_text="What that version says.")
    reason = serializers.CharField()
    revision = serializers.IntegerField(allow_null=True)
    state = Code(VerdictState, allow_null=True)


class PassageShape(serializers.Serializer[Any]):
    """Evidence that the verdict was submitted on."""

    id = serializers.IntegerField()
    stance = Code(Stance)
    text = serializers.CharField()
    locator = serializers.CharField()
    source = serializers.CharField()
    tier = Code(Tier)
    url = serializers.CharField(allow_null=True)
    article = serializers.IntegerField()
    version = serializers.IntegerField()
    sha256 = serializers.CharField()
    part = Code(Part)
    start = serializers.IntegerField()
    end = serializers.IntegerField()
    archived = serializers.CharField(help_text="The stored version in which start and end count.")


class ClaimStatusShape(serializers.Serializer[Any]):
    """Where a claim stands. Do not take `checked: false` for a finding of any kind: nothing is known then."""

    claim = serializers.IntegerField()
    article = serializers.IntegerField()
    kind = Code(Kind)
    state = Code(ClaimState)
    checked = serializers.BooleanField(help_text="A second person approved a verdict on what these words say.")
    rating = Code(Rating, allow_null=True)
    in_substance = Code(Rating, allow_null=True, help_text="Of an attribution: whether what they said is right.")
    rationale = serializers.CharField(allow_null=True)
    as_of = Moment(allow_null=True, help_text="The moment for which the rating holds.")
    verdict = HeldShape(allow_null=True)
    retracted_at = Moment(allow_null=True)
    withdrawn = WithdrawnShape(allow_null=True)
    words = WordsShape(allow_null=True)
    reviewed = ReviewedShape(allow_null=True)
    latest = LatestShape()
    conflicts = ConflictsShape()
    superseded_by = SupersededShape(allow_null=True)
    evidence = PassageShape(many=True)
    checked_at = Moment(help_text="When this was answered.")
    summary = serializers.CharField(help_text="The same in plain sentences.")


class VersionAskedShape(serializers.Serializer[Any]):
    """The version that was asked about."""

    article = serializers.IntegerField()
    version = serializers.IntegerField()
    sha256 = serializers.CharField()
    latest = serializers.BooleanField(help_text="Whether it is the latest of its article.")
    processed = serializers.BooleanField(help_text="Whether the engine is through with it; before, claims are missing.")


class CountsShape(serializers.Serializer[Any]):
    """How many claims there are."""

    claims = serializers.IntegerField()
    checked = serializers.IntegerField()
    conflicts = serializers.IntegerField(help_text="Claims with an open conflict.")


class TextStatusShape(serializers.Serializer[Any]):
    """Where the claims of a text stand, in the order of the text."""

    text = VersionAskedShape()
    counts = CountsShape()
    claims = ClaimStatusShape(many=True)
    checked_at = Moment()
    summary = serializers.CharField()
