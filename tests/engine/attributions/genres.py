"""Attributions as courts, agencies, firms and clubs word them: words marked, claimant, cue, polarity."""

from tests.engine.attributions.cases import Row

COURTS: list[Row] = [
    # What a court hears is said before it, by somebody the text may not name.
    (
        "The jury heard that Cole had driven off.",
        [("The jury heard that Cole had driven off", "the jury", "heard", "affirmed")],
    ),
    (
        "The court was told that the valve had failed.",
        [("The court was told that the valve had failed", "the court", "told", "affirmed")],
    ),
    # Neighbours hear things that nobody stands for, and a crew that is told has not said it.
    ("Neighbours heard that he had died.", []),
    ("The crew was told that the flight was late.", []),
]

ASKING: list[Row] = [
    # An agency requires.
    (
        "The regulator is requiring Tarn to replace the valves.",
        [("The regulator is requiring Tarn to replace the valves", "the regulator", "requiring", "affirmed")],
    ),
    # A law requires on nobody's behalf.
    ("The law requires firms to pay.", []),
    # People call for things, plans do not.
    (
        "Politicians from three parties called for an inquiry.",
        [
            (
                "Politicians from three parties called for an inquiry",
                "Politicians from three parties",
                "called",
                "affirmed",
            )
        ],
    ),
    ("The plan calls for 300 new homes.", []),
    ("The group warned of a £30m hit.", [("The group warned of a £30m hit", "the group", "warned", "affirmed")]),
    # The parse takes "pledges" for a noun; a noun with "to" and no verb stays one.
    (
        "Labour pledges to build 300,000 homes.",
        [("Labour pledges to build 300,000 homes", "Labour", "pledges", "affirmed")],
    ),
    ("Officer pledges to charity fell.", []),
    # A recommendation inside another's denied words is not the inspectors'.
    (
        "The firm denied that inspectors had recommended the closure of the shaft.",
        [
            (
                "The firm denied that inspectors had recommended the closure of the shaft",
                "the firm",
                "denied",
                "denied",
            )
        ],
    ),
]

VIEWS: list[Row] = [
    # "In X's view", before, behind and in the words of.
    (
        "In the coroner's view, the ambulance came too late.",
        [
            (
                "In the coroner's view, the ambulance came too late",
                "the coroner",
                "In the coroner's view",
                "affirmed",
            )
        ],
    ),
    (
        "In the words of one backbencher, it is a shambles.",
        [
            (
                "In the words of one backbencher, it is a shambles",
                "one backbencher",
                "In the words of one backbencher",
                "affirmed",
            )
        ],
    ),
    # A view of a valley, and words that are nobody's.
    ("In his view of the valley, the hills are green.", []),
    ("In other words, it failed.", []),
    # Findings and views with "that".
    (
        "The inquiry's finding that the doors were locked came late.",
        [("The inquiry's finding that the doors were locked", "the inquiry", "finding", "affirmed")],
    ),
]

PASSIVES: list[Row] = [
    # The subject, and what is said of it behind the source.
    (
        "The crash was blamed by police on ice.",
        [("The crash was blamed by police on ice", "police", "blamed", "affirmed")],
    ),
    (
        "The toll was put at 40 by the ministry.",
        [("The toll was put at 40 by the ministry", "the ministry", "put", "affirmed")],
    ),
    (
        "The deaths were confirmed by the ministry.",
        [("The deaths were confirmed by the ministry", "the ministry", "confirmed", "affirmed")],
    ),
    (
        "The claims were denied by the firm.",
        [("The claims were denied by the firm", "the firm", "denied", "denied")],
    ),
    # A test and a span of time say nothing.
    ("The cases were confirmed by laboratory testing.", []),
    ("Kick-off was put back by 45 minutes.", []),
    # Why somebody left is a question, no proposition.
    ("A letter explained why she had left.", []),
]

WHOSE: list[Row] = [
    # "The Leeds-based builder", "the Swiss drugmaker": the firm spoken of.
    (
        "Marlow Homes has stopped work in York. The Leeds-based builder said that asbestos was found.",
        [
            (
                "The Leeds-based builder said that asbestos was found",
                "Marlow Homes",
                "said",
                "affirmed",
            )
        ],
    ),
    # A rival builder is another.
    (
        "Marlow Homes has stopped work in York. A rival builder said that asbestos was found.",
        [("A rival builder said that asbestos was found", "a rival builder", "said", "affirmed")],
    ),
    # The operator, where the one company of the text is named later.
    (
        "Two trams met, the operator said. Aldermere Trams runs the line.",
        [("Two trams met, the operator said", "Aldermere Trams", "said", "affirmed")],
    ),
    # With two companies nobody is guessed.
    (
        "Two trams met, the operator said. Aldermere Trams and Corrie Trams run the line.",
        [("Two trams met, the operator said", "the operator", "said", "affirmed")],
    ),
    # A lead leaves the club's name to a later paragraph.
    (
        "A football club insisted that its gates were open.\n\nThe club, Kilbrennan Thistle, denied that one was shut.",
        [
            ("A football club insisted that its gates were open", "Kilbrennan Thistle", "insisted", "affirmed"),
            ("The club, Kilbrennan Thistle, denied that one was shut", "Kilbrennan Thistle", "denied", "denied"),
        ],
    ),
    # A source at the operator names nobody.
    (
        "Aldermere Trams runs the line. The tram was late, a source at the operator said.",
        [
            (
                "The tram was late, a source at the operator said",
                "a source at the operator",
                "said",
                "affirmed",
            )
        ],
    ),
    # A newspaper is no union.
    (
        "The Evening Post said it had closed. The union said that two had died.",
        [
            ("The Evening Post said it had closed", "the Evening Post", "said", "affirmed"),
            ("The union said that two had died", "the union", "said", "affirmed"),
        ],
    ),
    # The speaker, not the side that he supports.
    (
        "The crowd grew, said Gordon Purdie, a supporter of the visiting side, Strathallan City.",
        [
            (
                "The crowd grew, said Gordon Purdie, a supporter of the visiting side, Strathallan City",
                "Gordon Purdie",
                "said",
                "affirmed",
            )
        ],
    ),
]
