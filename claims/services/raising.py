"""Raises a flag by hand: two passages that a person says cannot both stand."""

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.db.models import Q

from claims.engine.compare.notes import tells_of
from claims.engine.records import Comparison
from claims.enums import Answer, FlagState, FlagType, Kind, Part, Relation, Scope
from claims.errors import AlreadyFlagged, NotComparable
from claims.models import ContradictionFlag, Mention
from claims.services import events, origins, rows, severity
from claims.services.by_hand import RULE
from claims.services.drafts import suggested
from sources.engine.text import clean

TYPES = {
    Kind.FIGURE: frozenset({FlagType.FIGURE, FlagType.ARITHMETIC}),
    Kind.QUOTE: frozenset({FlagType.QUOTE, FlagType.SPEAKER}),
    Kind.ATTRIBUTION: frozenset({FlagType.ATTRIBUTION}),
}


def raise_flag(
    one: Mention, other: Mention, *, type: FlagType, relation: Relation, reason: str, by: User
) -> ContradictionFlag:
    """An open flag between two mentions, the earlier published one as its `a`. reason: why, in the person's words.

    Raises NotComparable, AlreadyFlagged.
    """
    _refuse_pair(one, other, type)
    a, b = sorted((one, other), key=_published)
    flag = ContradictionFlag(
        story_id=b.version.article.story_id or a.version.article.story_id,
        a=a,
        b=b,
        type=type,
        scope=_scope(a, b),
        relation=relation,
        rule=RULE,
        reason=clean(reason).text,
        reading_a=a.reading,
        reading_b=b.reading,
        raised_by=by,
    )
    flag.silent, flag.suggestion = _silent(flag)
    flag.fresh = severity.is_fresh(b, severity.newest_in(flag.story_id))
    flag.severity = severity.of(flag)
    _refuse_second(flag)
    try:
        with transaction.atomic():
            flag.save()
            origins.renew([flag])
            events.flags_opened([flag])
    except IntegrityError as error:  # somebody raised it a moment ago
        raise AlreadyFlagged("These two claims have an open flag that was raised by hand already.") from error
    return flag


def _refuse_pair(one: Mention, other: Mention, type: FlagType) -> None:
    if one.pk == other.pk:
        raise NotComparable("These are one and the same passage.")
    if one.kind != other.kind:
        raise NotComparable(f"A {one.kind} and a {other.kind} cannot contradict each other.")
    if type not in TYPES[Kind(one.kind)]:
        raise NotComparable(f"Two claims of kind {one.kind} have no contradiction of type {type.value}.")


def _refuse_second(flag: ContradictionFlag) -> None:
    pair = Q(a__claim=flag.a.claim_id, b__claim=flag.b.claim_id) | Q(a__claim=flag.b.claim_id, b__claim=flag.a.claim_id)
    if ContradictionFlag.objects.filter(pair, type=flag.type, state=FlagState.OPEN).exists():
        raise AlreadyFlagged("These two claims have an open flag of this type already.")


def _published(mention: Mention) -> tuple[object, ...]:
    version = mention.version
    return (
        version.published_at,
        version.article_id,
        version.number,
        mention.part != Part.HEADLINE,
        mention.start,
        mention.pk,
    )


def _scope(a: Mention, b: Mention) -> Scope:
    if a.version_id == b.version_id:
        return Scope.WITHIN_DOCUMENT
    same = a.version.article_id == b.version.article_id
    return Scope.ACROSS_VERSIONS if same else Scope.BETWEEN_SOURCES


def _silent(flag: ContradictionFlag) -> tuple[bool, str]:
    """Whether the new version's note says nothing of what changed, as the engine would judge it, and a line for it."""
    if flag.scope != Scope.ACROSS_VERSIONS:
        return False, ""
    relation = Relation(flag.relation)
    answer = Comparison(
        Answer.CONTRADICTS, RULE, (flag.reading_a, flag.reading_b), flag.reason, FlagType(flag.type), relation
    )
    (a,), (b,) = rows.placed([flag.a]), rows.placed([flag.b])
    silent = not tells_of(flag.b.version.note, (a, b), answer, flag.b.version.language)
    return silent, suggested(flag.a, flag.b, answer, silent=silent)
