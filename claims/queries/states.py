"""The states of what the API answers, each by one statement: which rows an answer is made of.

Whoever adds rows to an answer adds their marks here. tests/api/test_conditional.py changes what is answered.
Names of tables stand as they are, since `sources.queries.stated` takes SQL: the outermost table has its own name.
"""

from claims.models import ContradictionFlag, Evidence, Verdict
from claims.queries.flags import SIDES
from claims.queries.resources import evidence_seen
from sources.models import Article, ArticleVersion
from sources.permissions import within
from sources.queries import latest_of, mark_of, marks_of, stated, stated_by


def _sides(flag: str) -> str:
    """SQL: both passages of a flag, their articles, and the names of their sources."""
    return " ".join(
        f"JOIN claims_mention m{side} ON m{side}.id = {flag}.{side}_id"
        f" JOIN sources_articleversion v{side} ON v{side}.id = m{side}.version_id"
        f" JOIN sources_article a{side} ON a{side}.id = v{side}.article_id"
        f" JOIN sources_source s{side} ON s{side}.id = a{side}.source_id"
        for side in ("a", "b")
    )


_SIDES = f"concat_ws(',', {', '.join(mark_of(alias) for alias in ('ma', 'aa', 'sa', 'mb', 'ab', 'sb'))})"
FLAG = [
    mark_of("claims_contradictionflag"),
    marks_of("f", f"FROM claims_contradictionflag f {_sides('f')} WHERE f.id = claims_contradictionflag.id", _SIDES),
]
_RUNS = "FROM claims_extractionrun r JOIN sources_articleversion v ON v.id = r.version_id WHERE v.article_id ="
_TEXTS = "FROM sources_articleversion v WHERE v.article_id ="
_EVIDENCE = (
    "FROM claims_verdictevidence u JOIN claims_evidence e ON e.id = u.evidence_id"
    " JOIN sources_articleversion w ON w.id = e.version_id JOIN sources_article p ON p.id = w.article_id"
    " WHERE u.verdict_id = claims_verdict.id"
)
_OPEN = " AND (p.embargoed_until IS NULL OR p.embargoed_until <= statement_timestamp())"


def _names(*people: str) -> str:
    """SQL for how people are named; their logins change with other things too."""
    named = "concat_ws(' ', o.username, o.first_name, o.last_name)"
    return marks_of("o", f"FROM auth_user o WHERE o.id IN ({', '.join(people)})", named)


def _verdict(embargoed: bool) -> list[str]:
    evidence = _EVIDENCE if embargoed else _EVIDENCE + _OPEN
    return [
        mark_of("claims_verdict"),
        _names("claims_verdict.author_id", "claims_verdict.approved_by_id"),
        marks_of("r", "FROM claims_review r WHERE r.verdict_id = claims_verdict.id"),
        marks_of("c", "FROM claims_verdictcontributor c WHERE c.verdict_id = claims_verdict.id"),
        marks_of("e", evidence, f"{mark_of('u')} || {mark_of('e')}"),
        marks_of("m", "FROM claims_mention m WHERE m.id = claims_verdict.mention_id"),
    ]


ARTICLE = [
    mark_of("sources_article"),
    marks_of("s", "FROM sources_source s WHERE s.id = sources_article.source_id"),
    marks_of("t", "FROM sources_story t WHERE t.id = sources_article.story_id"),
    latest_of("v.id", f"{_TEXTS} sources_article.id"),
    marks_of("r", f"{_RUNS} sources_article.id"),
]
ARTICLE_CHANGED = [
    latest_of("v.captured_at", f"{_TEXTS} sources_article.id"),
    latest_of("r.finished_at", f"{_RUNS} sources_article.id"),
]
_RUNS_OF_VERSION = "FROM claims_extractionrun r WHERE r.version_id = sources_articleversion.id"


# A claim with its standing: its own rows, the versions of its article with their runs, its open flags with both sides.
OF_CLAIM = stated_by("claim", "claims_state_of")  # claims/migrations/0036_state_of_a_claim_step_by_step.py
# A flag with both its sides.
_MOVED = latest_of("y.at", "FROM claims_flagmove y WHERE y.flag_id = claims_contradictionflag.id")
OF_FLAG = stated(
    "flag",
    lambda eyes, flag: ContradictionFlag.objects.filter(within(eyes, *SIDES), pk=flag),
    lambda _: FLAG,
    lambda _: ["claims_contradictionflag.opened_at", _MOVED],
)
# One revision with its reviews, contributors and the evidence that it was submitted on.
OF_VERDICT = stated(
    "verdict",
    lambda eyes, verdict: Verdict.objects.filter(within(eyes, "claim__article"), pk=verdict),
    _verdict,
    lambda _: ["claims_verdict.changed_at"],
)
# A passage under a claim, with the source of what it is from.
_PUBLISHER = (
    "FROM sources_source s JOIN sources_article a ON a.source_id = s.id"
    " JOIN sources_articleversion v ON v.article_id = a.id WHERE v.id = claims_evidence.version_id"
)
OF_EVIDENCE = stated(
    "evidence",
    lambda eyes, evidence: Evidence.objects.filter(evidence_seen(eyes), pk=evidence),
    lambda _: [mark_of("claims_evidence"), marks_of("s", _PUBLISHER), _names("claims_evidence.added_by_id")],
    lambda _: ["claims_evidence.added_at", "claims_evidence.removed_at"],
)
# An article with its source, its story, and how far the engine is with its versions.
OF_ARTICLE = stated(
    "article",
    lambda eyes, article: Article.objects.filter(within(eyes, ""), pk=article),
    lambda _: ARTICLE,
    lambda _: ARTICLE_CHANGED,
)
# A version: its text never changes, how far the engine is with it does.
OF_VERSION = stated(
    "version",
    lambda eyes, article, number: ArticleVersion.objects.filter(
        within(eyes, "article"), article=article, number=number
    ),
    lambda _: ["sources_articleversion.id", marks_of("r", _RUNS_OF_VERSION)],
    lambda _: ["sources_articleversion.captured_at", latest_of("r.finished_at", _RUNS_OF_VERSION)],
    ids=2,
)
