"""Sentences and the attributions in them: words marked, claimant, cue, polarity. The reason stands above each row."""

Found = tuple[str, str | None, str, str]
Row = tuple[str, list[Found]]

PLACES: list[Row] = [
    # Source, cue, clause; the span ends with the clause.
    ("Police said that two men had died.", [("Police said that two men had died", "Police", "said", "affirmed")]),
    # Clause, source, cue; what the cue hangs on behind is left out.
    ("Two men died, police said on Tuesday.", [("Two men died, police said", "police", "said", "affirmed")]),
    # Clause, cue, source.
    (
        "Two men died, said Ann Vale, the coroner.",
        [("Two men died, said Ann Vale, the coroner", "Ann Vale", "said", "affirmed")],
    ),
    # The cue cuts the sentence in two.
    (
        "Turnout, officials said, was 44 per cent.",
        [("Turnout, officials said, was 44 per cent", "officials", "said", "affirmed")],
    ),
    # "According to", in front and behind.
    (
        "According to the council, two men died.",
        [("According to the council, two men died", "the council", "According to", "affirmed")],
    ),
    (
        "Two men died, according to the council.",
        [("Two men died, according to the council", "the council", "according to", "affirmed")],
    ),
    # "As ... said".
    (
        "As the minister noted, costs have doubled.",
        [("the minister noted, costs have doubled", "the minister", "noted", "affirmed")],
    ),
    # A participle goes on with the same voice; its own span begins at its cue.
    (
        "Ann Vale denied the charge, saying that she had been in Rome.",
        [
            ("Ann Vale denied the charge", "Ann Vale", "denied", "denied"),
            ("saying that she had been in Rome", "Ann Vale", "saying", "affirmed"),
        ],
    ),
    # Two voices in one sentence keep their own words.
    (
        "The army said it struck 12 targets, while the ministry said nine people were killed.",
        [
            ("The army said it struck 12 targets", "the army", "said", "affirmed"),
            ("the ministry said nine people were killed", "the ministry", "said", "affirmed"),
        ],
    ),
    # One inside the other: both are credited.
    (
        "Norvik has told the bank that it will pay, a person close to the talks said.",
        [
            ("Norvik has told the bank that it will pay", "Norvik", "told", "affirmed"),
            (
                "Norvik has told the bank that it will pay, a person close to the talks said",
                "a person close to the talks",
                "said",
                "affirmed",
            ),
        ],
    ),
    # A relative clause carries a credit of the noun that it stands by.
    (
        "Ann Vale, who has vowed to cut taxes, left early.",
        [("Ann Vale, who has vowed to cut taxes", "Ann Vale", "vowed", "affirmed")],
    ),
]

CUES: list[Row] = [
    # Denials.
    (
        "The firm denied that the doors were locked.",
        [("The firm denied that the doors were locked", "the firm", "denied", "denied")],
    ),
    (
        "Ann Vale rejected suggestions that she had lied.",
        [("Ann Vale rejected suggestions that she had lied", "Ann Vale", "rejected", "denied")],
    ),
    # A noun that is asserted.
    (
        "The bank reported a profit of £3bn.",
        [("The bank reported a profit of £3bn", "the bank", "reported", "affirmed")],
    ),
    # Blame, and what for.
    (
        "Farmers blame the dam for the loss of their rice.",
        [("Farmers blame the dam for the loss of their rice", "Farmers", "blame", "affirmed")],
    ),
    # An order to somebody.
    (
        "The judge ordered the firm to pay £2m.",
        [("The judge ordered the firm to pay £2m", "the judge", "ordered", "affirmed")],
    ),
    # What somebody calls it.
    ("Ann Vale called it a disgrace.", [("Ann Vale called it a disgrace", "Ann Vale", "called", "affirmed")]),
    # A sum that is put at a number.
    ("The council put the damage at £85m.", [("The council put the damage at £85m", "the council", "put", "affirmed")]),
    # A passive with its agent.
    (
        "The toll has been put at 12, as confirmed by the ministry.",
        [
            ("The toll has been put at 12, as confirmed by the ministry", "the ministry", "confirmed", "affirmed"),
        ],
    ),
    # A noun that carries the claim.
    (
        "The minister's claim that costs fell was wrong.",
        [("The minister's claim that costs fell", "the minister", "claim", "affirmed")],
    ),
    # A study that found it.
    (
        "A study found that deaths fell by a third.",
        [("A study found that deaths fell by a third", "a study", "found", "affirmed")],
    ),
    # Not what bare tests found, which nobody stands for.
    ("Tests found nitrate in the wells.", []),
]

NOT_MARKED: list[Row] = [
    # Nothing was said.
    ("Ann Vale declined to comment.", []),
    ("Ann Vale refused to say whether she would stay.", []),
    ("Police did not say how many had died.", []),
    ("Neither firm would say that the deal was off.", []),
    # Nobody says it.
    ("The guards allegedly beat two of the men.", []),
    ("It is alleged that he took bribes.", []),
    # It is only possible.
    ("Ann Vale might say that she was in Rome.", []),
    # A sentence that is only a direct quote and its cue.
    ("“We were told nothing,” said Ann Vale.", []),
    ("Ann Vale told reporters in Leeds on Friday: “We were told nothing.”", []),
    # A text about itself.
    ("An earlier version of this report said that nobody had died.", []),
    # The same words inside a quotation are the speaker's business.
    ("“Police said two men died,” said Ann Vale.", []),
]

MIXED: list[Row] = [
    # Words in marks inside the reporter's sentence: a quote and an attribution.
    (
        "Ann Vale said the plan was “dead in the water”.",
        [("Ann Vale said the plan was “dead in the water”", "Ann Vale", "said", "affirmed")],
    ),
    # With "that" the quote is part of a clause.
    (
        "Ann Vale said that “all is well here”.",
        [("Ann Vale said that “all is well here”", "Ann Vale", "said", "affirmed")],
    ),
]

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
