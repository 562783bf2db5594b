"""What the cutting of German text into sentences needs to know."""

from claims.engine.lexicon.words import words

# No trained pipeline: words are told apart by their letters alone (`parse.py`).
MODEL = ""
TITLES = words("dr prof hr fr nr ca bzw vgl z.b d.h u.a st")
ABBREVIATIONS = words("jan feb apr aug sep okt nov dez mio mrd usw etc str abs")
ORDINAL_STOP = True
OPENERS = words("der die das ein eine er sie es wir ich in im am bei nach vor mit und aber doch")
