"""What a later engine withdrew is kept for the decision on it, and shown nowhere else."""

import pytest

from claims import queries
from claims.models import Mention
from claims.queries.articles import rows_of
from claims.queries.reading import mentions_of_claim
from tests import factories

pytestmark = pytest.mark.django_db


def test_withdrawn_mentions_are_not_read() -> None:
    version = factories.first_version("12 people died. 9 people died.")
    a, b = (factories.figure(version, f"{n} people died", f"{n}", n, n) for n in (12, 9))
    later = factories.next_version(version.article, "12 people died.")
    factories.run(later)
    c = factories.figure(later, "12 people died", "12", 12, 12, claim=a.claim)
    Mention.objects.filter(pk=b.pk).update(withdrawn=True)
    first, second = (queries.read_version(version.article, number) for number in (1, 2))
    assert first is not None
    assert second is not None
    listed = [[mention.pk for mention in mentions] for mentions in (first.mentions, second.mentions, second.dropped)]
    assert listed == [[a.pk], [c.pk], []]
    assert mentions_of_claim(b.claim_id) == []
    Mention.objects.filter(pk=c.pk).update(withdrawn=True)
    assert [row.claims for row in rows_of([version.article])] == [0]
