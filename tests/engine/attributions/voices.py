"""Whom short texts credit, by name or without one, and with what, written out. The reason stands above each row."""

from tests.engine.attributions.cases import Row

WHO: list[Row] = [
    # The fullest name, wherever it stands.
    (
        "Vale said two men had died. Mayor Ann Vale left.",
        [("Vale said two men had died", "Ann Vale", "said", "affirmed")],
    ),
    # An organisation behind "the company".
    (
        "Norvik plc fell by a fifth. The company denied that it had lost money.",
        [("The company denied that it had lost money", "Norvik plc", "denied", "denied")],
    ),
    # "It" goes on with the organisation of the sentence before.
    (
        "The bank said two men had left. It added that both were young.",
        [
            ("The bank said two men had left", "the bank", "said", "affirmed"),
            ("It added that both were young", "the bank", "added", "affirmed"),
        ],
    ),
    # "He" with nobody before stays open.
    ("He said two men had died.", [("He said two men had died", None, "said", "affirmed")]),
    # A judge is a justice.
    (
        "Justice Ann Vale heard the case. The judge ruled that the firm was to blame.",
        [("The judge ruled that the firm was to blame", "Ann Vale", "ruled", "affirmed")],
    ),
    # "Her lawyer" is hers by name.
    (
        "Ann Vale was in court. Her lawyer said that she would appeal.",
        [("Her lawyer said that she would appeal", "Ann Vale’s lawyer", "said", "affirmed")],
    ),
    # A relative pronoun in capitals is the health organisation.
    (
        "The WHO warned that the virus could spread.",
        [("The WHO warned that the virus could spread", "the WHO", "warned", "affirmed")],
    ),
    # Letters that the text explains stand for the whole name; others for themselves.
    (
        "The Grain Export Board (GEB) met. The GEB said that ships were late.",
        [("The GEB said that ships were late", "Grain Export Board", "said", "affirmed")],
    ),
    (
        "The Grain Export Board (est 1911) met. The GEB said that ships were late.",
        [("The GEB said that ships were late", "the GEB", "said", "affirmed")],
    ),
    # The company is what has a founder; a guard that spoke last is none.
    (
        "Norvik’s founder wept. The Coast Guard said ships had left. The company said that an engine had failed.",
        [
            ("The Coast Guard said ships had left", "the Coast Guard", "said", "affirmed"),
            ("The company said that an engine had failed", "Norvik", "said", "affirmed"),
        ],
    ),
    # A title with a capital, and its bearer's name before.
    (
        "The Mayor, Ms Ida Holt, has left. The Mayor said that it was over.",
        [("The Mayor said that it was over", "Ida Holt", "said", "affirmed")],
    ),
    # Who sends a message says what it says.
    (
        "The firm issued a statement that said its mill was for sale.",
        [("said its mill was for sale", "the firm", "said", "affirmed")],
    ),
    # A note that nobody sends says it itself.
    (
        "The note that said he was leaving was found on Friday.",
        [("The note that said he was leaving", "the note", "said", "affirmed")],
    ),
    # The name beside what he is.
    (
        "The firm's owner, Ann Vale, said two men had died.",
        [("The firm's owner, Ann Vale, said two men had died", "Ann Vale", "said", "affirmed")],
    ),
]

# The kind of a source without a name.
UNNAMED: list[tuple[str, str]] = [
    ("Officials said two men had died.", "officials"),
    ("Two people familiar with the matter said the board had met.", "people"),
    ("A person close to the talks said the board had met.", "person"),
    ("A source at the operator said the tram was late.", "source"),
    ("Police said two men had died.", ""),
    ("Ann Vale said two men had died.", ""),
]

# A proposition as a sentence of its own.
WRITTEN_OUT: list[tuple[str, list[str]]] = [
    ("Police said that two men had died.", ["two men had died"]),
    # "She" can only be the source.
    ("Ann Vale said she would resign.", ["Ann Vale would resign"]),
    # "He" cannot.
    ("Ann Vale said he would resign.", ["he would resign"]),
    # "This" is what was said before.
    (
        "Two people said that the firm had closed a plant. Norvik denied this.",
        ["the firm had closed a plant", "the firm had closed a plant"],
    ),
    # Nothing was said before.
    ("Norvik denied this.", ["this"]),
]
