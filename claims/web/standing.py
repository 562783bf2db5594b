"""Who stands behind each side of a flag: the independent origins, and who passes on whom."""

from dataclasses import dataclass

from claims.engine.origins import Origin
from claims.models import ContradictionFlag, Mention
from claims.queries.origins import mentions_with_sources
from claims.services.origins import sides_of


@dataclass(frozen=True, slots=True)
class OriginRow:
    """One origin. mentions: where it is reported. behind: whom these reports name or relay, beside their publishers."""

    mentions: list[Mention]
    behind: list[str]


@dataclass(frozen=True, slots=True)
class Backing:
    """The origins of both sides of a flag, the earlier passage's first."""

    a: list[OriginRow]
    b: list[OriginRow]

    @property
    def sides(self) -> tuple[list[OriginRow], list[OriginRow]]:
        return self.a, self.b


def backing_of(flag: ContradictionFlag) -> Backing | None:
    """Who says what either side says, in the latest versions of the story; None where a flag has no sides."""
    sides = sides_of([flag]).get(flag.pk)
    if sides is None:
        return None
    found = mentions_with_sources([int(key) for origin in (*sides.a, *sides.b) for key in origin.keys])
    return Backing([_row(origin, found) for origin in sides.a], [_row(origin, found) for origin in sides.b])


def _row(origin: Origin, mentions: dict[int, Mention]) -> OriginRow:
    own = [mentions[key] for key in sorted(int(key) for key in origin.keys)]
    publishers = {mention.version.article.source.name for mention in own}
    return OriginRow(own, [name for name in origin.names if name not in publishers])
