"""The states of what the API answers, each by one statement: which rows an answer is made of.

Whoever adds rows to an answer adds their marks here. tests/api/test_conditional.py changes what is answered.
Names of tables stand as they are, since `sources.queries.Stated` takes SQL: the outermost table has its own name.
"""

from claims.models import Claim, ContradictionFlag, Evidence, Verdict
from claims.queries.flags import SIDES
from sources.models import Article, ArticleVersion
from sources.permissions import within
from sources.queries import Stated, latest_of, mark_of, marks_of


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
_FLAGS = "FROM claims_mention m JOIN claims_contradictionflag f ON (f.a_id = m.id OR f.b_id = m.id)"
_HELD_BACK = (
    "SELECT 1 FROM claims_mention h JOIN claims_claim c ON c.id = h.claim_id JOIN sources_article p"
    " ON p.id = c.article_id WHERE h.id IN (f.a_id, f.b_id) AND p.embargoed_until > statement_timestamp()"
)
_OPEN_TO_ALL = f"{_FLAGS} AND NOT EXISTS ({_HELD_BACK})"
_OPEN_FLAGS = f"{_FLAGS} AND f.state = 'open' {_sides('f')}"
# A claim's own rows, the versions of its article with their runs, and its open flags with both sides.
CLAIM = [
    mark_of("claims_claim"),
    marks_of("m", "FROM claims_mention m WHERE m.claim_id = claims_claim.id"),
    latest_of("v.id", f"{_TEXTS} claims_claim.article_id"),
    marks_of("r", f"{_RUNS} claims_claim.article_id"),
    marks_of("f", f"{_OPEN_FLAGS} WHERE m.claim_id = claims_claim.id", f"{mark_of('f')} || ',' || {_SIDES}"),
]
CLAIM_CHANGED = [
    "claims_claim.changed_at",
    latest_of("r.finished_at", f"{_RUNS} claims_claim.article_id"),
    latest_of("v.captured_at", f"{_TEXTS} claims_claim.article_id"),
    latest_of("f.opened_at", f"{_FLAGS} WHERE m.claim_id = claims_claim.id"),
]
# What hangs on a claim's verdicts, and the evidence that was linked to it, taken back or not.
_OF_VERDICTS = "JOIN claims_verdict d ON d.id = {}.verdict_id WHERE d.claim_id = claims_claim.id"
VERDICTS_OF_CLAIM = [
    marks_of("d", "FROM claims_verdict d WHERE d.claim_id = claims_claim.id"),
    marks_of("r", f"FROM claims_review r {_OF_VERDICTS.format('r')}"),
    marks_of("u", f"FROM claims_verdictevidence u {_OF_VERDICTS.format('u')}"),
    marks_of("e", "FROM claims_evidence e WHERE e.claim_id = claims_claim.id"),
]
VERDICTS_CHANGED = [latest_of("d.changed_at", "FROM claims_verdict d WHERE d.claim_id = claims_claim.id")]
_EVIDENCE = "FROM claims_verdictevidence u JOIN claims_evidence e ON e.id = u.evidence_id"
VERDICT = [
    mark_of("claims_verdict"),
    marks_of("r", "FROM claims_review r WHERE r.verdict_id = claims_verdict.id"),
    marks_of("c", "FROM claims_verdictcontributor c WHERE c.verdict_id = claims_verdict.id"),
    marks_of("u", "FROM claims_verdictevidence u WHERE u.verdict_id = claims_verdict.id"),
    marks_of("e", f"{_EVIDENCE} WHERE u.verdict_id = claims_verdict.id"),
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


def _open(parts: list[str], embargoed: bool) -> list[str]:
    """A flag whose other side is held back from whoever asks moves neither mark nor time."""
    return parts if embargoed else [sql.replace(_FLAGS, _OPEN_TO_ALL) for sql in parts]


# A claim with its standing.
OF_CLAIM = Stated(
    "claim",
    lambda eyes, claim: Claim.objects.filter(within(eyes, "article"), pk=claim),
    lambda embargoed: _open(CLAIM, embargoed),
    lambda embargoed: _open(CLAIM_CHANGED, embargoed),
)
# A flag with both its sides.
_MOVED = latest_of("y.at", "FROM claims_flagmove y WHERE y.flag_id = claims_contradictionflag.id")
OF_FLAG = Stated(
    "flag",
    lambda eyes, flag: ContradictionFlag.objects.filter(within(eyes, *SIDES), pk=flag),
    lambda _: FLAG,
    lambda _: ["claims_contradictionflag.opened_at", _MOVED],
)
# One revision with its reviews, contributors and the evidence that it was submitted on.
OF_VERDICT = Stated(
    "verdict",
    lambda eyes, verdict: Verdict.objects.filter(within(eyes, "claim__article"), pk=verdict),
    lambda _: VERDICT,
    lambda _: ["claims_verdict.changed_at"],
)
# A passage under a claim, with the source of what it is from.
_PUBLISHER = (
    "FROM sources_source s JOIN sources_article a ON a.source_id = s.id"
    " JOIN sources_articleversion v ON v.article_id = a.id WHERE v.id = claims_evidence.version_id"
)
OF_EVIDENCE = Stated(
    "evidence",
    lambda eyes, evidence: Evidence.objects.filter(within(eyes, "claim__article"), pk=evidence),
    lambda _: [mark_of("claims_evidence"), marks_of("s", _PUBLISHER)],
    lambda _: ["claims_evidence.added_at", "claims_evidence.removed_at"],
)
# An article with its source, its story, and how far the engine is with its versions.
OF_ARTICLE = Stated(
    "article",
    lambda eyes, article: Article.objects.filter(within(eyes, ""), pk=article),
    lambda _: ARTICLE,
    lambda _: ARTICLE_CHANGED,
)
# A version: its text never changes, how far the engine is with it does.
OF_VERSION = Stated(
    "version",
    lambda eyes, article, number: ArticleVersion.objects.filter(
        within(eyes, "article"), article=article, number=number
    ),
    lambda _: ["sources_articleversion.id", marks_of("r", _RUNS_OF_VERSION)],
    lambda _: ["sources_articleversion.captured_at", latest_of("r.finished_at", _RUNS_OF_VERSION)],
    ids=2,
)
