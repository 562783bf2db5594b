"""Which claims of a story give the same figure, so that their values, one after the other, are its course."""

from collections.abc import Sequence

from claims.engine.compare import compare
from claims.engine.records import Mention
from claims.enums import Answer

# A claim is held against so many of a course's claims, those that came last: in a story of a hundred wires they say
# all there is to say.
BESIDE = 5


def courses(claims: Sequence[Sequence[Mention]], language: str = "en") -> list[list[int]]:
    """Puts claims into courses: those of one course measure the same thing.

    claims: the mentions of each, the oldest first, one at least; claims themselves in the order in which they began.
    Gives the places of the claims in each course, in that order. A claim joins the course in which most of those that
    came last measure what it does, if half of them do; what is like one stray member is not like the course.
    """
    found: list[list[int]] = []
    for at, claim in enumerate(claims):
        shares = [(_share(claim, [claims[other] for other in course[-BESIDE:]], language), course) for course in found]
        best, course = max(shares, key=lambda one: one[0], default=(0.0, []))
        if best >= 0.5:
            course.append(at)
        else:
            found.append([at])
    return found


def _share(claim: Sequence[Mention], others: Sequence[Sequence[Mention]], language: str) -> float:
    """Of how many of the others a claim measures the same, 0 to 1."""
    return sum(_same(other, claim, language) for other in others) / len(others)


def _same(a: Sequence[Mention], b: Sequence[Mention], language: str) -> bool:
    """Whether two claims measure the same by how each was worded first or last."""
    pairs = ((first, second) for first in _ends(a) for second in _ends(b))
    return any(compare(first, second, language=language).answer is not Answer.UNCLEAR for first, second in pairs)


def _ends(claim: Sequence[Mention]) -> Sequence[Mention]:
    return claim[:1] if len(claim) == 1 else (claim[-1], claim[0])
