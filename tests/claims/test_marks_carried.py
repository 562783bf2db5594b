"""A claim that a person marked goes on in the next version while its words stand, and is listed as dropped when not."""

from decimal import Decimal

import pytest
from django.contrib.auth.models import User

from claims.engine.records import Span
from claims.enums import Approximation, Outcome, Part
from claims.models import ExtractionRun, Mention
from claims.services import pipeline, runs
from claims.services.by_hand import FigureContent, Marking
from claims.services.marking import mark
from sources.models import ArticleVersion
from tests import factories

pytestmark = pytest.mark.django_db

TEXT = "The harbour was calm that day.\n\nWitnesses spoke of a mountain of ash by the quay."
WORDS = "a mountain of ash"


def _read(version: ArticleVersion) -> ArticleVersion:
    runs.schedule(version.pk)
    pipeline.bring_up_to(version.pk)
    return version


def _marked(by: User) -> Mention:
    version = _read(factories.first_version(TEXT))
    start = TEXT.index(WORDS)
    content = FigureContent(Decimal(1), Decimal(1), Approximation.EXACT, "heap", "heaps of ash")
    return mark(version, Marking(Part.BODY, Span(start, start + len(WORDS)), content), by=by)


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        # Text before it shifts the offsets.
        (TEXT.replace("The harbour", "On Tuesday the old harbour"), True),
        # Its paragraph moved to the top.
        ("\n\n".join(reversed(TEXT.split("\n\n"))), True),
        # A word within it changed: a person has to look again.
        (TEXT.replace("mountain of", "hill of"), False),
        # Its sentence is gone.
        (TEXT.split("\n\n", maxsplit=1)[0], False),
    ],
)
def test_marked_claims_stand_while_their_words_do(checker: User, text: str, stands: bool) -> None:
    before = _marked(checker)
    version = _read(factories.next_version(before.version.article, text))
    now = Mention.objects.filter(version=version, rule="by_hand")
    found = [(row.claim_id, row.text, row.outcome, row.carried_from_id, row.run_id) for row in now]
    assert found == ([(before.claim_id, WORDS, Outcome.UNCHANGED, before.pk, None)] if stands else [])


def test_reading_versions_again_leaves_marks_alone(checker: User) -> None:
    before = _marked(checker)
    after = _read(factories.next_version(before.version.article, TEXT + "\n\nThe ash was gone by night."))
    rows = sorted(Mention.objects.filter(rule="by_hand").values_list("pk", "version", "claim", "withdrawn"))
    assert [row[1] for row in rows] == [before.version_id, after.pk]
    ExtractionRun.objects.update(state="due")
    pipeline.bring_up_to(after.pk)
    assert sorted(Mention.objects.filter(rule="by_hand").values_list("pk", "version", "claim", "withdrawn")) == rows
