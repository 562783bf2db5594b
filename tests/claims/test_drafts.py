"""A silent change comes with a line for the note; a change that the note names needs none."""

import pytest

from claims.models import ContradictionFlag
from claims.services import pipeline, runs
from sources.models import ArticleVersion
from tests import factories

pytestmark = pytest.mark.django_db

TEXT = "Thirty-one people were killed in the ferry fire in Kalderhaven on Tuesday."
LINE = (
    "Update: the figure for people killed is now 37. An earlier version of this article said 31.",
    True,
)


def _read(version: ArticleVersion) -> ArticleVersion:
    runs.schedule(version.pk)
    pipeline.bring_up_to(version.pk)
    return version


@pytest.mark.parametrize(
    ("note", "found"),
    [("", LINE), ("The ferry's name was misspelt.", LINE), ("Updated with a new death toll.", ("", False))],
)
def test_a_silent_change_has_a_line(note: str, found: tuple[str, bool]) -> None:
    article = _read(factories.first_version(TEXT)).article
    _read(factories.next_version(article, TEXT.replace("Thirty-one", "Thirty-seven"), note=note))
    flag = ContradictionFlag.objects.get()
    assert (flag.suggestion, flag.silent) == found
