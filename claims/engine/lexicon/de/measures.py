"""German words that tell what befell those counted, and which way a value moved."""

from claims.engine.lexicon.words import words

LABELS = {"killed": "getötet", "injured": "verletzt", "missing": "vermisst"}
PREDICATES = {
    ("getötet",): "killed", ("starben",): "killed", ("ums", "leben"): "killed", ("verletzt",): "injured",
    ("vermisst",): "missing",
}  # fmt: skip
COUNTED = {("tote",): "killed", ("todesopfer",): "killed", ("verletzte",): "injured"}
COUNTED_WORDS = frozenset(COUNTED)
OF_PEOPLE = frozenset({"killed", "injured", "missing"})
LONGEST = 2
UP = words("stieg stiegen gestiegen wuchs zugelegt erhöhte legte")
DOWN = words("sank sanken gesunken fiel fielen gefallen")
STEP = frozenset({"um"})
RISE = "Anstieg:"
FALL = "Rückgang:"
