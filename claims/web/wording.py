"""Two short texts as one, word by word: what stayed, what was taken out, what was put in."""

from sources.engine.redline import Mark, Piece, redline


def pieces(old: str, new: str) -> list[Piece]:
    """The stretches of both texts in the order of reading; white space is that of one line."""
    before, now = " ".join(old.split()), " ".join(new.split())
    found: list[Piece] = []
    for line in redline(before, now):
        if found:
            found.append(Piece(" ", Mark.KEPT))
        found += line.pieces
    return found
