"""German words at which a clause begins or ends."""

from claims.engine.lexicon.words import words

AND = words("und oder aber")
OPENERS = words("dass als nachdem bevor weil obwohl wenn während wo")
CLOSERS = OPENERS
NEVER_FIRST = words("und aber oder so dann auch mit")
NEVER_LAST = words("und aber oder von in an am bei auf der die das ein eine")
