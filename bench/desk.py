"""A desk in the middle of its work: an archive of claims with people, states, deadlines, flags. For `bench.pages`."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from hashlib import sha256
from typing import Any

from django.contrib.auth.models import Group, User
from django.db import connection

from bench.invented import told
from claims.engine import ENGINE_VERSION
from claims.engine.records import Attribution, Figure, Quote, Record, Span, Why
from claims.enums import Approximation, FlagType, Polarity, Relation, RunState, Scope
from claims.models import Claim, ContradictionFlag, ExtractionRun, Mention
from claims.services import rows
from sources.models import Article, ArticleVersion, Snapshot, Source
from sources.roles import Role

NOW = datetime(2026, 4, 15, 9, tzinfo=UTC)
CHECKERS = 8
# Every so-manieth claim is in a state, with somebody, urgent, due; so each view of the queue has something in it.
STATES = """
UPDATE claims_claim SET
    state = CASE
        WHEN id %% 10 < 4 THEN 'approved' WHEN id %% 100 = 5 THEN 'recheck' WHEN id %% 100 = 6 THEN 'sent_back'
        WHEN id %% 50 = 7 THEN 'review' WHEN id %% 10 = 8 THEN 'check' ELSE 'unchecked' END,
    glance = id %% 200 = 1,
    assignee_id = CASE WHEN id %% 10 = 8 OR id %% 100 = 6 THEN %(first)s + id %% %(people)s END,
    priority = CASE WHEN id %% 400 = 5 THEN 3 WHEN id %% 90 = 8 THEN 2 WHEN id %% 70 = 9 THEN 0 ELSE 1 END,
    due_at = CASE WHEN id %% 60 = 8 THEN now() + (id %% 72 - 12) * interval '1 hour' END
"""


def people() -> list[User]:
    """Checkers, and with them somebody who gives out the work."""
    checkers = [User.objects.create(username=f"checker-{at}", first_name=f"Checker {at}") for at in range(CHECKERS)]
    head = User.objects.create(username="head", first_name="Head")
    for person, role in [*((one, Role.CHECKER) for one in checkers), (head, Role.DESK_HEAD)]:
        person.groups.add(Group.objects.get(name=role.value))
    return [head, *checkers]


def at_work(checkers: list[User], flags: int) -> None:
    """Spreads the claims that are stored over states, people and deadlines, and raises flags between them."""
    with connection.cursor() as cursor:
        cursor.execute(STATES, {"first": checkers[0].pk, "people": len(checkers)})
    ids = list(Mention.objects.order_by("pk").values_list("pk", flat=True)[: flags * 40 : 20])
    ContradictionFlag.objects.bulk_create(
        ContradictionFlag(
            a_id=a,
            b_id=b,
            type=FlagType.FIGURE,
            scope=Scope.BETWEEN_SOURCES,
            relation=Relation.CONFLICT,
            rule="figure.apart",
            reason=f"{a} and {b} cannot both hold.",
            severity=a % 100,
        )
        for a, b in zip(ids[::2], ids[1::2], strict=False)
    )
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def article(mentions: int, source: str) -> ArticleVersion:
    """One article with so many mentions: of six, four figures, a quote and an attribution."""
    text, records = _text(mentions)
    content = text.encode()
    snapshot, _ = Snapshot.objects.get_or_create(
        sha256=sha256(content).hexdigest(),
        defaults={"content": content, "content_type": "text/plain", "size": len(content), "captured_at": NOW},
    )
    version = ArticleVersion.objects.create(
        article=Article.objects.create(source=Source.objects.create(name=source)),
        number=1,
        title="A long night in the harbour",
        text=text,
        sha256=sha256(content).hexdigest(),
        snapshot=snapshot,
        published_at=NOW,
        captured_at=NOW + timedelta(minutes=5),
    )
    run = ExtractionRun.objects.create(
        version=version, engine_version=ENGINE_VERSION, state=RunState.DONE, due_at=NOW, finished_at=NOW
    )
    found = rows.mentions_from(records, version)
    for row in found:
        row.run = run
        row.claim = Claim.objects.create(article=version.article, kind=row.kind)
    Mention.objects.bulk_create(found)
    return version


def _text(mentions: int) -> tuple[str, list[Record]]:
    """A text of paragraphs of six claims."""
    figures = [record for event in range(mentions // 40 + 1) for record in _phrases(event)]
    paragraphs: list[str] = []
    records: list[Record] = []
    start = 0
    while len(records) < mentions:
        at = len(paragraphs)
        line, found = _paragraph(figures[at * 4 : at * 4 + 4], at, start)
        paragraphs.append(line)
        records += found
        start += len(line) + 1
    return "\n".join(paragraphs), records[:mentions]


def _phrases(event: int) -> list[tuple[str, Figure]]:
    text = told(event)
    return [(record.span.of(text.body), record) for record in text.records]


def _paragraph(figures: list[tuple[str, Figure]], at: int, start: int) -> tuple[str, list[Record]]:
    line, records = "", []
    for words, record in figures:
        line += f"Officials said {words}. "
        records.append(_figure(words, record, start + len(line) - len(words) - 2))
    words = f"We had no pressure on quay {at} for the first twenty minutes"
    line += f"“{words}”, said Tomas Rell. "
    place = start + line.index(words)
    records.append(
        Quote(span=Span(place, place + len(words)), words=words, why=Why("quote.marks", "said", f"Tomas Rell: {words}"),
              claimant="Tomas Rell", cue="said")
    )  # fmt: skip
    words, proposition = f"The port authority denies that pump {at} was broken", f"pump {at} was broken"
    line += f"{words}."
    place, inner = start + line.index(words), start + line.index(proposition)
    records.append(
        Attribution(
            span=Span(place, place + len(words)),
            proposition_span=Span(inner, inner + len(proposition)),
            proposition=proposition,
            cue="denies",
            polarity=Polarity.DENIED,
            why=Why("attribution.cue", "denies", f"The port authority denies: {proposition}"),
            claimant="The port authority",
        )
    )
    return line, records


def _figure(words: str, record: Figure, start: int) -> Figure:
    value = words.split(maxsplit=1)[0]
    fields: dict[str, Any] = {"unit": record.unit, "measure": record.measure, "measure_key": record.measure_key}
    return Figure(
        span=Span(start, start + len(words)),
        value_span=Span(start, start + len(value)),
        low=Decimal(value),
        high=Decimal(value),
        approximation=Approximation.EXACT,
        why=record.why,
        place=record.place,
        **fields,
    )
