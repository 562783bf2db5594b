"""How well articles fall into their stories: the gold stories mixed together, with near-misses and other events.

`python -m bench.grouping [--json OUT]` prints pairwise precision and recall for articles that come in by the time of
their publication, each in its first version, judged with the weights that the engine has. What comes out for stories
that taught it nothing: `python -m bench.same_story`.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from itertools import combinations
from pathlib import Path

from claims.engine.extract import extract
from claims.engine.profiles import Profile
from claims.engine.profiling import profile_of
from claims.engine.records import Figure
from claims.engine.storyline import Candidate, bridge, match
from claims.enums import Kind, Part

HERE = Path(__file__).parent
GOLD = HERE / "gold"
WRITTEN_WITH_THE_RULES = HERE / "grouping_articles" / "first.json"
WRITTEN_AFTERWARDS = HERE / "grouping_articles" / "second.json"
NEAR_MISSES = HERE / "grouping_articles" / "third.json"
_ABOUT_OTHERS = ("news_outlet", "wire_agency")
_GOLD_NAMES = frozenset(path.stem for path in GOLD.glob("*.json"))


@dataclass(frozen=True, slots=True)
class Document:
    """One article: which story it belongs to, and what the engine reads in it.

    lesson: the story that it is of or, where it is of none, a near-miss of: what is left out of a lesson together.
    """

    name: str
    group: str
    profile: Profile
    lesson: str


Chooser = Callable[[Document], None]


@dataclass(frozen=True, slots=True)
class Grouping:
    """Pairs of articles: together rightly, together wrongly, apart wrongly."""

    right: tuple[tuple[str, str], ...]
    wrong: tuple[tuple[str, str], ...]
    missed: tuple[tuple[str, str], ...]

    @property
    def precision(self) -> float:
        return len(self.right) / max(1, len(self.right) + len(self.wrong))

    @property
    def recall(self) -> float:
        return len(self.right) / max(1, len(self.right) + len(self.missed))


@cache
def gold_documents() -> tuple[Document, ...]:
    """The documents of the gold stories, each in its first version."""
    return tuple(_gold())


@cache
def written_documents(path: Path) -> tuple[Document, ...]:
    """The articles of a file beside this one."""
    return tuple(_written(path))


def _gold() -> Iterator[Document]:
    for path in sorted(GOLD.glob("*.json")):
        story = json.loads(path.read_text(encoding="utf-8"))
        for document in story["documents"]:
            first = document["versions"][0]
            yield _document(
                f"{story['story']}/{document['id']}",
                (story["story"], story["story"]),
                first["title"],
                first["text"],
                published=first["published"],
                kind=document["publisher_kind"],
                source=document["publisher"],
            )


def _written(path: Path) -> Iterator[Document]:
    for number, one in enumerate(json.loads(path.read_text(encoding="utf-8"))["articles"]):
        name = f"{path.stem} {number}: {one['title']}"
        group = f"{path.stem} {one['group'] or number}"
        lesson = one["near"] if one.get("near") in _GOLD_NAMES else f"{path.stem} {one['group'] or one['near']}"
        rest = {key: one[key] for key in ("published", "kind", "source")}
        yield _document(name, (group, lesson), one["title"], one["text"], **rest)


def sets() -> dict[str, list[Document]]:
    """The sets of articles that are measured, by name."""
    first, second = written_documents(WRITTEN_WITH_THE_RULES), written_documents(WRITTEN_AFTERWARDS)
    gold, third = gold_documents(), written_documents(NEAR_MISSES)
    return {
        "gold stories mixed": [*gold],
        "with near-misses": [*gold, *first],
        "written afterwards": [*second],
        "short near-misses": [*third],
        "all": [*gold, *first, *second, *third],
    }


def group(documents: Sequence[Document], likely: Chooser | None = None) -> dict[str, int]:
    """The story that the engine gives each article, by its name; they come in by the time of publication.

    likely: chooses the weights that each document is judged with, for those that it is not to have taught.
    """
    placed: list[Candidate] = []
    for document in sorted(documents, key=lambda one: (one.profile.published, one.name)):
        if likely:
            likely(document)
        told = _told(document.profile.keys, placed)
        found = match(document.profile, placed, told)
        new = Candidate(len(placed) if found.story is None else found.story, len(placed), document.profile)
        for other in found.others:
            story, others = _of(placed, new.story), _of(placed, other)
            keys = {key for one in others for key in one.profile.keys}
            if bridge(story, others, new, _told(keys, placed)):
                placed = [replace(one, story=new.story) if one.story == other else one for one in placed]
        placed.append(new)
    names = [one.name for one in sorted(documents, key=lambda one: (one.profile.published, one.name))]
    return {name: candidate.story for name, candidate in zip(names, placed, strict=True)}


def _told(keys: Iterable[str], placed: Sequence[Candidate]) -> dict[str, frozenset[int]]:
    told: dict[str, set[int]] = defaultdict(set)
    wanted = set(keys)
    for one in placed:
        for key in one.profile.keys & wanted:
            told[key].add(one.story)
    return {key: frozenset(stories) for key, stories in told.items()}


def _of(placed: Sequence[Candidate], story: int) -> list[Candidate]:
    return [one for one in placed if one.story == story]


def measure(documents: Sequence[Document], likely: Chooser | None = None) -> Grouping:
    """All pairs of articles, judged. likely: see `group`."""
    stories = group(documents, likely)
    kinds: dict[tuple[bool, bool], list[tuple[str, str]]] = defaultdict(list)
    for a, b in combinations(documents, 2):
        kinds[a.group == b.group, stories[a.name] == stories[b.name]].append((a.name, b.name))
    return Grouping(tuple(kinds[True, True]), tuple(kinds[False, True]), tuple(kinds[True, False]))


def _document(
    name: str, groups: tuple[str, str], title: str, text: str, *, published: str, kind: str, source: str
) -> Document:
    when = datetime.fromisoformat(published)
    found = extract(text, title=title, published=when)
    profile = profile_of(
        {Part.HEADLINE: title, Part.BODY: text},
        when,
        parsed=found.parse,
        speaker="" if kind in _ABOUT_OTHERS else source,
        agency=source if kind == "wire_agency" else "",
        figures=[record for record in found.of(Kind.FIGURE) if isinstance(record, Figure)],
    )
    return Document(name, groups[0], profile, groups[1])


def main() -> None:
    """Prints the table; with --json writes it too."""
    parser = argparse.ArgumentParser(description="How well articles fall into their stories.")
    parser.add_argument("--json", type=Path)
    out = parser.parse_args().json
    table = {}
    for name, documents in sets().items():
        found = measure(documents)
        table |= {f"{name}: precision": found.precision, f"{name}: recall": found.recall}
        print(f"{name:20} {len(documents):4} articles  precision {found.precision:.3f}  recall {found.recall:.3f}")
    if out:
        out.write_text(json.dumps(table, indent=2), encoding="utf-8")


if __name__ == "__main__":
    main()
