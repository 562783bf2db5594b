"""How well articles fall into their stories: the gold stories mixed together, with near-misses and other events.

`python -m bench.grouping [--json OUT]` prints pairwise precision and recall for articles that come in by the time of
their publication, each in its first version.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import combinations
from pathlib import Path

from claims.engine.profiles import Profile
from claims.engine.profiling import profile_of
from claims.engine.storyline import WINDOW, Candidate, match, strays
from claims.enums import Part

HERE = Path(__file__).parent
GOLD = HERE / "gold"
WRITTEN_WITH_THE_RULES = HERE / "grouping_articles" / "first.json"
WRITTEN_AFTERWARDS = HERE / "grouping_articles" / "second.json"
_ABOUT_OTHERS = ("news_outlet", "wire_agency")


@dataclass(frozen=True, slots=True)
class Document:
    """One article: which story it belongs to, and what the engine reads in it."""

    name: str
    group: str
    profile: Profile


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


def gold_documents() -> Iterator[Document]:
    """The documents of the gold stories, each in its first version."""
    for path in sorted(GOLD.glob("*.json")):
        story = json.loads(path.read_text(encoding="utf-8"))
        for document in story["documents"]:
            first = document["versions"][0]
            yield _document(
                f"{story['story']}/{document['id']}",
                story["story"],
                first["title"],
                first["text"],
                published=first["published"],
                kind=document["publisher_kind"],
                source=document["publisher"],
            )


def written_documents(path: Path) -> Iterator[Document]:
    """The articles of a file beside this one."""
    for number, one in enumerate(json.loads(path.read_text(encoding="utf-8"))["articles"]):
        name = f"{path.stem} {number}: {one['title']}"
        group = f"{path.stem} {one['group'] or number}"
        rest = {key: one[key] for key in ("published", "kind", "source")}
        yield _document(name, group, one["title"], one["text"], **rest)


def group(documents: Sequence[Document]) -> dict[str, int]:
    """The story that the engine gives each article, by its name; they come in by the time of publication."""
    placed: list[tuple[Candidate, Document]] = []
    for document in sorted(documents, key=lambda one: (one.profile.published, one.name)):
        near = [one for one, _ in placed if abs(one.profile.published - document.profile.published) <= WINDOW]
        told: dict[str, set[int]] = defaultdict(set)
        for one in near:
            for key in one.profile.keys & document.profile.keys:
                told[key].add(one.story)
        shown = {key: frozenset(stories) for key, stories in told.items()}
        found = match(document.profile, near, shown)
        story = len(placed) if found.story is None else found.story
        if found.story is not None:
            sizes = Counter(one.story for one, _ in placed)
            alone = [one for one in near if sizes[one.story] == 1]
            linked = {one.article for one in strays(document.profile, alone, shown, story)}
            placed = [(replace(one, story=story) if one.article in linked else one, of) for one, of in placed]
        placed.append((Candidate(story, len(placed), document.profile), document))
    return {document.name: candidate.story for candidate, document in placed}


def measure(documents: Sequence[Document]) -> Grouping:
    """All pairs of articles, judged."""
    stories = group(documents)
    kinds: dict[tuple[bool, bool], list[tuple[str, str]]] = defaultdict(list)
    for a, b in combinations(documents, 2):
        kinds[a.group == b.group, stories[a.name] == stories[b.name]].append((a.name, b.name))
    return Grouping(tuple(kinds[True, True]), tuple(kinds[False, True]), tuple(kinds[True, False]))


def _document(name: str, story: str, title: str, text: str, *, published: str, kind: str, source: str) -> Document:
    speaker = "" if kind in _ABOUT_OTHERS else source
    texts = {Part.HEADLINE: title, Part.BODY: text}
    return Document(name, story, profile_of(texts, datetime.fromisoformat(published), speaker=speaker))


def main() -> None:
    """Prints the table; with --json writes it too."""
    parser = argparse.ArgumentParser(description="How well articles fall into their stories.")
    parser.add_argument("--json", type=Path)
    out = parser.parse_args().json
    gold = list(gold_documents())
    first, second = list(written_documents(WRITTEN_WITH_THE_RULES)), list(written_documents(WRITTEN_AFTERWARDS))
    rows = {"gold stories mixed": gold, "with near-misses": [*gold, *first], "written afterwards": second}
    rows["all"] = [*gold, *first, *second]
    table = {}
    for name, documents in rows.items():
        found = measure(documents)
        table[name] = {"articles": len(documents), "precision": found.precision, "recall": found.recall}
        print(f"{name:20} {len(documents):4} articles  precision {found.precision:.3f}  recall {found.recall:.3f}")
    if out:
        out.write_text(json.dumps(table, indent=2), encoding="utf-8")


if __name__ == "__main__":
    main()
