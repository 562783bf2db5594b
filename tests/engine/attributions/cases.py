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

STANDS: list[Row] = [
    # What somebody does not accept he denies, and so what he does not agree with.
    (
        "The union does not accept that the offer was fair.",
        [("The union does not accept that the offer was fair", "the union", "accept", "denied")],
    ),
    (
        "The club cannot agree that the pitch was safe.",
        [("The club cannot agree that the pitch was safe", "the club", "agree", "denied")],
    ),
    # Without "not" it is an admission.
    (
        "The union now accepts that the offer was fair.",
        [("The union now accepts that the offer was fair", "the union", "accepts", "affirmed")],
    ),
    # A bribe is no proposition, with "not" or without.
    ("The clerk accepted a bribe.", []),
    ("The clerk did not accept a bribe.", []),
    # Nobody says who "I" is here.
    ("I deny that the ewes were mine.", []),
    # To reject an offer is an answer; to reject a claim is a denial.
    (
        "The union rejected an offer of 3 per cent.",
        [("The union rejected an offer of 3 per cent", "the union", "rejected", "affirmed")],
    ),
    (
        "The union rejected the claim that pay had doubled.",
        [("The union rejected the claim that pay had doubled", "the union", "rejected", "denied")],
    ),
    # What is asked within a denial was not asked; what is said within a report was said.
    (
        "The abbot denied that monks had asked him to sell the field.",
        [("The abbot denied that monks had asked him to sell the field", "the abbot", "denied", "denied")],
    ),
    (
        "The abbot denied that he had said the field was his.",
        [("The abbot denied that he had said the field was his", "the abbot", "denied", "denied")],
    ),
    # Advice to the reader: "should" goes on behind "and".
    ("Walkers should keep to the path and report any dog.", []),
    # A share of people is a figure.
    (
        "A poll found 58% of them thought the bridge was safe.",
        [("A poll found 58% of them thought the bridge was safe", "a poll", "found", "affirmed")],
    ),
]

SHAPES: list[Row] = [
    # What stands behind a cue in mid-sentence goes on counting.
    (
        "Nine ewes were killed, the farmer said on Monday, four of them in lamb.",
        [("Nine ewes were killed, the farmer said on Monday, four of them in lamb", "the farmer", "said", "affirmed")],
    ),
    # It does not where a new sentence begins behind "and".
    (
        "Nine ewes were killed, the farmer said, and a dog was shot.",
        [("Nine ewes were killed, the farmer said", "the farmer", "said", "affirmed")],
    ),
    # A day between cue and pause changes nothing.
    (
        "The vote, the clerk said on Monday, was close.",
        [("The vote, the clerk said on Monday, was close", "the clerk", "said", "affirmed")],
    ),
    # "What" and a cue, and a verb behind it; not "what" alone.
    (
        "The bay has lost its cod, in what fishermen fear could be a lasting change.",
        [("fishermen fear could be a lasting change", "fishermen", "fear", "affirmed")],
    ),
    ("He lives in what was once a barn.", []),
    # The parse takes the last verb for a noun.
    (
        "Mills shed 600 jobs in a day, the labour exchange estimates.",
        [("Mills shed 600 jobs in a day, the labour exchange estimates", "labour exchange", "estimates", "affirmed")],
    ),
    ("She likes tea, coffee and estimates.", []),
    # The parse takes the subject of what is said for an object.
    (
        "Officials insisted five of the 20 ships seized in May had been released.",
        [
            (
                "Officials insisted five of the 20 ships seized in May had been released",
                "Officials",
                "insisted",
                "affirmed",
            )
        ],
    ),
    ("The clerk said three words in his two hours in court.", []),
    # Papers have it, and reports speak of it; a chairman speaks of his pride.
    (
        "The papers have it that the mill is for sale.",
        [("The papers have it that the mill is for sale", "the papers", "have", "affirmed")],
    ),
    ("The chairman has it ready.", []),
    (
        "Some reports speak of 1,400 jobs.",
        [("Some reports speak of 1,400 jobs", "some reports", "speak", "affirmed")],
    ),
    ("The chairman spoke of his pride.", []),
    # A report there is; not where there is none, or where somebody asks.
    (
        "There is a report that the dam burst.",
        [("a report that the dam burst", "a report", "report", "affirmed")],
    ),
    ("There is no report that the dam burst.", []),
    ("Is there a report that the dam burst?", []),
    # Who looked stands for finding nothing; "no shoes" are nothing that was looked into.
    (
        "Divers found no trace of the boat.",
        [("Divers found no trace of the boat", "Divers", "found", "affirmed")],
    ),
    ("The boy found no shoes in the shop.", []),
    # Two subjects, one hanging on the other.
    (
        "The villa at the edge of the princes’ park in Lund said it would open.",
        [
            (
                "The villa at the edge of the princes’ park in Lund said it would open",
                "the villa at the edge of the princes’ park in Lund",
                "said",
                "affirmed",
            )
        ],
    ),
]

ENDS: list[Row] = [
    # A cue behind "and" begins its own stretch; where somebody looked and found, the looking is a part of it.
    (
        "The bank raised its rate on Monday and said that more would follow.",
        [("said that more would follow", "the bank", "said", "affirmed")],
    ),
    (
        "Inspectors have now seen 390 homes and found that 377 were wet.",
        [("Inspectors have now seen 390 homes and found that 377 were wet", "Inspectors", "found", "affirmed")],
    ),
    # What was reported stands a step back, and what the writer adds does not.
    (
        "The firm said it had checked the boiler a week before a blast that killed two men.",
        [("The firm said it had checked the boiler a week before a blast", "the firm", "said", "affirmed")],
    ),
    # Here both do.
    (
        "The firm said it had moved into a house that had stood empty.",
        [("The firm said it had moved into a house that had stood empty", "the firm", "said", "affirmed")],
    ),
    # The noun is what was reported.
    (
        "The firm said it had checked a boiler that killed two men.",
        [("The firm said it had checked a boiler that killed two men", "the firm", "said", "affirmed")],
    ),
    # A relative clause behind a comma is the writer's, and so is a noun with one.
    (
        "Norvik said it would sell the mill, which lost £4m last year.",
        [("Norvik said it would sell the mill", "Norvik", "said", "affirmed")],
    ),
    (
        "Norvik said it would sell the mill, a business that lost £4m last year.",
        [("Norvik said it would sell the mill", "Norvik", "said", "affirmed")],
    ),
    # In the middle it is a part of what was said.
    (
        "The mill, which lost £4m last year, will close, Norvik said.",
        [("The mill, which lost £4m last year, will close, Norvik said", "Norvik", "said", "affirmed")],
    ),
    # Behind a semicolon another voice; or the same words going on.
    (
        "The bank has suggested that fees account for half of it; the union puts them at a third.",
        [
            ("The bank has suggested that fees account for half of it", "the bank", "suggested", "affirmed"),
            ("the union puts them at a third", "the union", "puts", "affirmed"),
        ],
    ),
    # "After" parts a second cue from the first; "it" is the one who says both.
    (
        "The firm said it would close two plants after warning that sales had halved.",
        [
            ("The firm said it would close two plants", "the firm", "said", "affirmed"),
            ("warning that sales had halved", "the firm", "warning", "affirmed"),
        ],
    ),
    # The last verb, which may be a noun; one that is a noun.
    (
        "Repairs will cost 3 million francs, the city council estimates.",
        [
            (
                "Repairs will cost 3 million francs, the city council estimates",
                "the city council",
                "estimates",
                "affirmed",
            )
        ],
    ),
    ("Repairs will cost 3 million francs, on the council estimates.", []),
    # Who told of it is no part of what was admitted.
    (
        "The bank admitted that it knew of the loss, according to two directors.",
        [
            ("The bank admitted that it knew of the loss", "the bank", "admitted", "affirmed"),
            (
                "The bank admitted that it knew of the loss, according to two directors",
                "two directors",
                "according to",
                "affirmed",
            ),
        ],
    ),
    # A deputy mayor is not the mayor, nor a prime minister the minister, nor one minister another.
    (
        "Mayor Ann Vale left. The deputy mayor said that the bridge was shut.",
        [("The deputy mayor said that the bridge was shut", "the deputy mayor", "said", "affirmed")],
    ),
    (
        "Tom Reed, the deputy mayor, left. The deputy mayor said that the bridge was shut.",
        [("The deputy mayor said that the bridge was shut", "Tom Reed", "said", "affirmed")],
    ),
    (
        "Clara Best, the minister, left. The prime minister said he would stay.",
        [("The prime minister said he would stay", "the prime minister", "said", "affirmed")],
    ),
    (
        "Prime Minister Tom Reed met education minister Clara Best. The prime minister said that he would stay.",
        [("The prime minister said that he would stay", "Tom Reed", "said", "affirmed")],
    ),
    (
        "Education minister Clara Best left. The foreign minister said that he would stay.",
        [("The foreign minister said that he would stay", "the foreign minister", "said", "affirmed")],
    ),
]
