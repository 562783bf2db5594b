"""How matches look; the answers themselves are made by `claims.services.told`."""

from typing import Any

from rest_framework import serializers

from claims.api.status_shapes import ClaimStatusShape
from claims.enums import ClaimState, Kind, MatchRelation, Rating, VerdictState
from sources.api.fields import Code, Measured, Moment
from sources.engine.text import clean

LONGEST = 2_000


class Words(Measured):
    """A text to look up: 1 to LONGEST characters, cleaned as an article's is."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=LONGEST, trim_whitespace=False, **kwargs)

    def to_internal_value(self, data: Any) -> str:
        if not isinstance(data, str):
            self.fail("invalid")
        cleaned = clean(data)
        if cleaned.is_blank:
            self.fail("blank")
        return super().to_internal_value(cleaned.text)


class MadeOfShape(serializers.Serializer[Any]):
    """What a score is made of, each part 0 to 1."""

    embedding = serializers.FloatField(
        allow_null=True, help_text="Cosine of the sentences. Null in the first moments after the approval."
    )
    trigrams = serializers.FloatField(help_text="How many runs of three letters the words share.")
    same_measure = serializers.FloatField(
        allow_null=True, help_text="How likely both figures measure the same; null for other kinds."
    )


class MatchVerdictShape(serializers.Serializer[Any]):
    """The revision that stands."""

    id = serializers.IntegerField()
    revision = serializers.IntegerField()
    state = Code(VerdictState)


class MatchReviewedShape(serializers.Serializer[Any]):
    """What the verdict is on."""

    version = serializers.IntegerField(help_text="The number of the article's version.")
    text = serializers.CharField()
    reading = serializers.CharField(help_text="The same in plain words.")


class MatchShape(serializers.Serializer[Any]):
    """A verdict that has to do with what the text says."""

    claim = serializers.IntegerField()
    article = serializers.IntegerField()
    relation = Code(
        MatchRelation,
        help_text="Only `same` is covered by the verdict. `differs`: of the same, and says otherwise. `updates`: may be"
        " a later count. `unclear`: nothing shows that both are of one thing, or the text says more.",
    )
    sentence = serializers.CharField(help_text="The relation in plain words.")
    score = serializers.FloatField(help_text="How likely both are of one thing, 0 to 1.")
    made_of = MadeOfShape()
    rating = Code(Rating)
    in_substance = Code(Rating, allow_null=True)
    as_of = Moment()
    state = Code(ClaimState, help_text="Of the claim: `recheck` where its article says something else since.")
    verdict = MatchVerdictShape()
    reviewed = MatchReviewedShape()
    status = serializers.CharField(help_text="Where the claim stands, in full.")
    page = serializers.CharField(allow_null=True, help_text="For readers; null until it is published.")


class ReadClaimShape(serializers.Serializer[Any]):
    """A claim that was read out of the text. Offsets count code points of `text` as answered."""

    start = serializers.IntegerField()
    end = serializers.IntegerField()
    text = serializers.CharField()
    kind = Code(Kind)
    reading = serializers.CharField(help_text="What was read, in plain words.")


class MatchedClaimShape(ReadClaimShape):
    """A claim of the text with the verdicts that have to do with it."""

    matches = MatchShape(many=True, help_text="The best first, at most five.")


class MatchCountsShape(serializers.Serializer[Any]):
    """Claims of the text by their best match."""

    claims = serializers.IntegerField()
    same = serializers.IntegerField()
    differs = serializers.IntegerField()
    updates = serializers.IntegerField()
    unclear = serializers.IntegerField()
    none = serializers.IntegerField(help_text="Nothing that was checked has to do with them.")


class MatchesShape(serializers.Serializer[Any]):
    """Whether what a text says was checked. An empty answer does not say that it is true, or false."""

    text = serializers.CharField(help_text="As it was read: cleaned.")
    claims = MatchedClaimShape(many=True, help_text="In the order of the text, at most twenty.")
    counts = MatchCountsShape()
    checked_at = Moment(help_text="When this was answered.")
    summary = serializers.CharField(help_text="The same in plain sentences; why there is nothing, where there is not.")


class WordsStatusClaimShape(MatchedClaimShape):
    """A claim of the text, and where the verdict on it stands."""

    status = ClaimStatusShape(allow_null=True, help_text="Null unless the first match is `same`; see its `sentence`.")


class WordsStatusShape(MatchesShape):
    """Where the verdicts on what a text says stand."""

    claims = WordsStatusClaimShape(many=True, help_text="In the order of the text, at most twenty.")
