"""Rows for tests that need no engine: versions by the services, mentions and flags as the engine would store them."""

from datetime import UTC, datetime
from decimal import Decimal

from django.contrib.auth.models import Group, User
from django.utils import timezone

from claims.engine import ENGINE_VERSION
from claims.engine.records import Span
from claims.engine.sentences import paragraphs, sentences
from claims.enums import (
    Approximation,
    FlagType,
    Kind,
    Outcome,
    Part,
    Polarity,
    Rating,
    Relation,
    RunState,
    Scope,
    Stance,
)
from claims.models import Claim, ContradictionFlag, Evidence, ExtractionRun, Mention, Verdict
from claims.services import verdicts
from claims.services.severity import severity
from sources.enums import ArticleKind, SourceKind
from sources.enums import Scope as KeyScope
from sources.models import Article, ArticleVersion, Story
from sources.permissions import scopes_of
from sources.roles import Role
from sources.services import articles, keys
from sources.services.catalogue import source_named, story_named

PASSWORD = "kelp-quay-lantern-31"
MORNING = datetime(2026, 4, 15, 9, 0, tzinfo=UTC)


def person(name: str, *roles: Role, superuser: bool = False) -> User:
    """A login named `name` with the password `PASSWORD` and these roles."""
    user = User.objects.create_user(
        name, password=PASSWORD, first_name=name.replace("_", " ").capitalize(), is_superuser=superuser
    )
    # Tests that commit empty all tables afterwards, the roles of the migrations with them.
    user.groups.set([Group.objects.get_or_create(name=role.value)[0] for role in roles])
    return user


def key(user: User, *scopes: str) -> str:
    """A key of this person for the API, good for these scopes or for all that her roles allow."""
    wanted = [KeyScope(code) for code in scopes] or scopes_of(user)
    return keys.create(user, name="A program", scopes=wanted, by=user).plain


def story(title: str = "Kalderhaven ferry fire") -> Story:
    return story_named(title)


def first_version(
    text: str,
    *,
    title: str = "Ferry fire in Kalderhaven",
    source: str = "Tidewater Ledger",
    source_kind: SourceKind = SourceKind.NEWS_OUTLET,
    kind: ArticleKind = ArticleKind.ARTICLE,
    story: Story | None = None,
    published_at: datetime = MORNING,
    by: User | None = None,
    url: str | None = None,
) -> ArticleVersion:
    """Version 1 of a new article, recorded by the service; no run, no mentions."""
    content = articles.Content(text=text, title=title, published_at=published_at)
    publisher = source_named(source, kind=source_kind)
    return articles.add_article(publisher, content, kind=kind, url=url, story=story, by=by).version


def next_version(
    article: Article,
    text: str,
    *,
    title: str = "Ferry fire in Kalderhaven",
    note: str = "",
    published_at: datetime = MORNING,
    by: User | None = None,
) -> ArticleVersion:
    """The next version of an article, recorded by the service; no run, no mentions."""
    content = articles.Content(text=text, title=title, note=note, published_at=published_at)
    return articles.record_version(article, content, by=by).version


def run(version: ArticleVersion, state: RunState = RunState.DONE, *, error: str = "") -> ExtractionRun:
    """The run of a version in a state; a failed one has to say why."""
    now = timezone.now()
    run, _ = ExtractionRun.objects.update_or_create(
        version=version,
        engine_version=ENGINE_VERSION,
        defaults={
            "state": state,
            "due_at": now,
            "error": error,
            "finished_at": now if state in {RunState.DONE, RunState.FAILED} else None,
        },
    )
    return run


def figure(
    version: ArticleVersion,
    words: str,
    value: str,
    low: int | str | None,
    high: int | str | None,
    *,
    approximation: Approximation = Approximation.EXACT,
    unit: str = "person",
    measure: str = "people killed",
    measure_key: str = "killed",
    claimant: str | None = None,
    reading: str = "",
    part: Part = Part.BODY,
    claim: Claim | None = None,
    outcome: Outcome = Outcome.NEW,
    carried_from: Mention | None = None,
) -> Mention:
    """A figure that stands where `words` stand first; `value` is the number within them."""
    start = _text(version, part).index(words)
    at = start + words.index(value)
    return _mention(
        version,
        Kind.FIGURE,
        Span(start, start + len(words)),
        part,
        claim,
        rule="figure.count",
        reading=reading or f"{value} {measure}",
        claimant=claimant,
        outcome=outcome,
        carried_from=carried_from,
        value_start=at,
        value_end=at + len(value),
        low=None if low is None else Decimal(low),
        high=None if high is None else Decimal(high),
        approximation=approximation,
        unit=unit,
        measure=measure,
        measure_key=measure_key,
    )


def quote(
    version: ArticleVersion,
    words: str,
    claimant: str | None = None,
    *,
    cue: str = "said",
    claim: Claim | None = None,
    outcome: Outcome = Outcome.NEW,
    carried_from: Mention | None = None,
) -> Mention:
    """A quote that stands where `words`, without the marks, stand first."""
    start = version.text.index(words)
    return _mention(
        version,
        Kind.QUOTE,
        Span(start, start + len(words)),
        Part.BODY,
        claim,
        rule="quote.marks",
        reading=f"{claimant or 'nobody named'} said these words",
        claimant=claimant,
        cue=cue,
        outcome=outcome,
        carried_from=carried_from,
    )


def attribution(
    version: ArticleVersion,
    words: str,
    claimant: str | None,
    cue: str,
    proposition: str,
    *,
    polarity: Polarity = Polarity.AFFIRMED,
    claim: Claim | None = None,
    outcome: Outcome = Outcome.NEW,
    carried_from: Mention | None = None,
) -> Mention:
    """An attribution that stands where `words` stand first; `proposition` stands within them."""
    start = version.text.index(words)
    at = start + words.index(proposition)
    return _mention(
        version,
        Kind.ATTRIBUTION,
        Span(start, start + len(words)),
        Part.BODY,
        claim,
        rule="attribution.cue",
        reading=f"{claimant or 'nobody named'} {cue}: {proposition}",
        claimant=claimant,
        cue=cue,
        outcome=outcome,
        carried_from=carried_from,
        proposition=proposition,
        proposition_start=at,
        proposition_end=at + len(proposition),
        polarity=polarity,
    )


def flag(
    a: Mention,
    b: Mention,
    *,
    type: FlagType = FlagType.FIGURE,
    scope: Scope = Scope.ACROSS_VERSIONS,
    relation: Relation = Relation.CONFLICT,
    reason: str = "The two counts cannot both hold.",
    rule: str = "figure.apart",
    silent: bool = False,
    raised_by: User | None = None,
    weight: int | None = None,
) -> ContradictionFlag:
    """An open flag that joins two mentions, a the earlier one. weight: its severity, worked out where it is None."""
    return ContradictionFlag.objects.create(
        story=b.version.article.story,
        a=a,
        b=b,
        type=type,
        scope=scope,
        relation=relation,
        rule=rule,
        reason=reason,
        reading_a=a.reading,
        reading_b=b.reading,
        silent=silent,
        raised_by=raised_by,
        severity=severity(a, b, kind=type, relation=relation, scope=scope, silent=silent) if weight is None else weight,
    )


def evidence(
    claim: Claim,
    by: User,
    *,
    words: str = "12 people died",
    source: str = "Harbour police",
    published_at: datetime = MORNING,
    stance: Stance = Stance.SUPPORTS,
) -> Evidence:
    """A passage that bears on a claim: `words` in a new statement of this source."""
    version = first_version(f"{words}, a spokesman said.", source=source, published_at=published_at)
    return Evidence.objects.create(
        claim=claim, version=version, start=0, end=len(words), text=words, stance=stance, added_by=by
    )


def _mention(
    version: ArticleVersion, kind: Kind, span: Span, part: Part, claim: Claim | None, **columns: object
) -> Mention:
    text = _text(version, part)
    return Mention.objects.create(
        version=version,
        claim=claim or Claim.objects.create(article=version.article, kind=kind),
        run=run(version),
        kind=kind,
        part=part,
        start=span.start,
        end=span.end,
        text=span.of(text),
        sentence=_sentence(text, span),
        **columns,
    )


def _text(version: ArticleVersion, part: Part) -> str:
    return version.title if part is Part.HEADLINE else version.text


def _sentence(text: str, span: Span) -> str:
    around = [cut for line in paragraphs(text) for cut in sentences(text, line, "en") if cut.touches(span)]
    return text[around[0].start : around[-1].end]


def approved(mention: Mention, by: User, reviewer: User, *, rating: Rating = Rating.CONFIRMED) -> Verdict:
    """A verdict on the words of a mention that a second person approved, by the services."""
    evidence(mention.claim, by, words=mention.text, source="Harbour police")
    draft = verdicts.open_draft(mention.claim, by=by)
    draft = verdicts.write(draft, by=by, edits=draft.edits, rating=rating, rationale="The harbour police say so.")
    draft = verdicts.submit(draft, by=by, edits=draft.edits).verdict
    return verdicts.approve(draft, by=reviewer, edits=draft.edits).verdict
