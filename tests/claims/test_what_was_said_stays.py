"""Comments and moves of flags are never rewritten, by SQL neither; what is meant to change still does."""

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, connection, transaction

from claims.enums import FlagState
from claims.models import Comment, ContradictionFlag, FlagMove
from claims.services import comments, decisions
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def flag(checker: User) -> ContradictionFlag:
    """Upheld by a person; its first claim has a comment, and one that was taken back."""
    version = factories.first_version("12 people died. 9 people died.")
    one = factories.figure(version, "12 people died", "12", 12, 12)
    found = factories.flag(one, factories.figure(version, "9 people died", "9", 9, 9))
    decisions.uphold(found, by=checker, reason="Both were printed.")
    comments.say(one.claim, "Ask the police.", by=checker)
    comments.take_back(comments.say(one.claim, "Never mind.", by=checker), by=checker)
    return found


REFUSED = [
    ("comment_stays", "UPDATE claims_comment SET text = 'Ask nobody.'"),
    ("comment_stays", "UPDATE claims_comment SET at = now() - interval '1 day'"),
    ("comment_stays", "UPDATE claims_comment SET by_id = by_id + 1"),
    # What was taken back neither returns nor changes its time.
    ("comment_stays", "UPDATE claims_comment SET removed_at = NULL"),
    ("comment_stays", "UPDATE claims_comment SET removed_at = now() + interval '1 day'"),
    ("comment_stays", "DELETE FROM claims_comment"),
    ("flag_move_stays", "UPDATE claims_flagmove SET reason = 'Nobody said so.'"),
    ("flag_move_stays", "UPDATE claims_flagmove SET by_id = NULL"),
    ("flag_move_stays", "DELETE FROM claims_flagmove"),
]


@pytest.mark.parametrize(("rule", "statement"), REFUSED)
def test_sql_is_refused(rule: str, statement: str, flag: ContradictionFlag) -> None:
    with pytest.raises(IntegrityError) as refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert refused.value.__cause__.diag.constraint_name == rule


def test_a_comment_goes_with_its_claim_and_is_taken_back(flag: ContradictionFlag, checker: User) -> None:
    said = Comment.objects.get(removed_at=None)
    Comment.objects.filter(pk=said.pk).update(claim=flag.b.claim)
    comments.take_back(said, by=checker)
    said.refresh_from_db()
    assert (said.claim_id, said.text, said.removed_at is None) == (flag.b.claim_id, "Ask the police.", False)


def test_a_flag_that_the_engine_moved_goes_with_its_moves(flag: ContradictionFlag) -> None:
    other = factories.flag(flag.a, flag.b, rule="figure.value")
    FlagMove.objects.create(flag=other, was=FlagState.OPEN, became=FlagState.RESOLVED)
    other.delete()
    assert FlagMove.objects.filter(flag=flag).count() == 1
