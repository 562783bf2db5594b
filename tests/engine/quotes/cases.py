"""Texts and the quotes in them: words and speaker, in order. The reason stands above each row."""

Row = tuple[str, list[tuple[str, str | None]]]

MARKS: list[Row] = [
    # Curly marks; the comma before the closing mark belongs to the sentence around.
    ("“We were told nothing,” said Ann Vale.", [("We were told nothing", "Ann Vale")]),
    # Straight marks, the cue in front.
    ('Ann Vale said: "We were told nothing."', [("We were told nothing", "Ann Vale")]),
    # Two single marks typed for a double one, as some agencies do.
    ("''We were told nothing,'' Ann Vale said.", [("We were told nothing", "Ann Vale")]),
    # Single marks as the only marks, and an apostrophe inside them.
    ("‘We weren’t told a thing,’ said Ann Vale.", [("We weren’t told a thing", "Ann Vale")]),
    # A plural's apostrophe closes nothing.
    ("‘The drivers’ union will strike again,’ said Ann Vale.", [("The drivers’ union will strike again", "Ann Vale")]),
    # Angled marks.
    ("«We were told nothing», said Ann Vale.", [("We were told nothing", "Ann Vale")]),
    # A closing mark typed as an opening one.
    ("“We were told nothing at all,“ said Ann Vale.", [("We were told nothing at all", "Ann Vale")]),
    # Apostrophes and inches are no quotation marks.
    ("The drivers’ vote in the ’90s was Ann Vale’s. A 5'11\" man left at 6 o'clock.", []),
    # A mark that nothing closes opens nothing.
    ('He left at noon. "The rest is not known to us.\nThe street was empty.', []),
    # A question mark, an exclamation mark and an ellipsis stay.
    ("“Who are they?” asked Ann Vale.", [("Who are they?", "Ann Vale")]),
    ("“It is too early to say ...,” said Ann Vale.", [("It is too early to say ...", "Ann Vale")]),
    # A nested quote is one of its own, with the inner speaker.
    (
        "“A girl kept saying, ‘Is it over, is it over?’” said Ann Vale.",
        [("A girl kept saying, ‘Is it over, is it over?’", "Ann Vale"), ("Is it over, is it over?", "a girl")],
    ),
    # "My doctor" inside a quote is the speaker's.
    (
        "“My doctor told me, ‘You will walk again.’ And I did,” said Ann Vale.",
        [
            ("My doctor told me, ‘You will walk again.’ And I did", "Ann Vale"),
            ("You will walk again", "Ann Vale’s doctor"),
        ],
    ),
    # Each paragraph opens anew and only the last one closes.
    (
        "Ann Vale said: “We saw the fire.\n\n“We ran to the gate.\n\n“It was locked.”",
        [("We saw the fire", "Ann Vale"), ("We ran to the gate", "Ann Vale"), ("It was locked", "Ann Vale")],
    ),
    # Curly marks inside curly marks, both closed; where only one closes, the outer one ends there.
    (
        "“He hit me with a “very big stick” and ran,” said Ann Vale.",
        [("He hit me with a “very big stick” and ran", "Ann Vale"), ("very big stick", None)],
    ),
    ("“He hit me with a “very big stick,” said Ann Vale.", [("He hit me with a “very big stick", "Ann Vale")]),
    # The next paragraph does not open anew.
    (
        "Ann Vale said: “We saw the fire.\n\nWe ran to the gate.”",
        [("We saw the fire", "Ann Vale"), ("We ran to the gate", "Ann Vale")],
    ),
]

PIECES: list[Row] = [
    # A cue in the middle makes two quotes.
    (
        "“We are not out of the woods,” Dr Ann Vale told reporters on Tuesday, “but we are close.”",
        [("We are not out of the woods", "Ann Vale"), ("but we are close", "Ann Vale")],
    ),
    # A piece inside a sentence of the reporter's takes the source of that sentence.
    ("Ann Vale said the plan was “dead in the water”.", [("dead in the water", "Ann Vale")]),
    # What somebody calls it.
    ("Ann Vale called the plan “a very bad joke”.", [("a very bad joke", "Ann Vale")]),
    # One or two words are scare quotes.
    ("The so-called “ghost flights” cost £1.2m. The “green” plan failed.", []),
    # Two words with a cue and a mark of their own are an utterance.
    ("“No comment,” said Ann Vale.", [("No comment", "Ann Vale")]),
    # A title in marks is nobody's words.
    ("They showed “Gone With the Wind” at the Odeon.", []),
    # Words in marks without a source: kept, and nobody is guessed.
    ("The words “no more tolls on this road” stood on a wall.", [("no more tolls on this road", None)]),
]

# Cues that no list has, or that the parse takes for something else.
BESIDE: list[Row] = [
    # Any verb between a closed quotation and a name.
    ("“This is the end of it!” beamed Ann Vale of Leeds.", [("This is the end of it!", "Ann Vale")]),
    # Without a comma, a question or an exclamation there is no cue: what is in marks is a name.
    ("The “old wooden gate” held Ann Vale up.", [("old wooden gate", None)]),
    # "States" is no noun here; the speaker is nobody by name.
    (
        "“They knew of the leak,” a lawyer for the town states. “They did nothing.”",
        [("They knew of the leak", "a lawyer for the town"), ("They did nothing", "a lawyer for the town")],
    ),
    # A new sentence with a capital is no cue: the crowd boos, and nobody is guessed.
    ("“Will you go there again?” The crowd booed.", [("Will you go there again?", None)]),
    # A full stop typed for a comma, the cue alone in its sentence.
    ("“I hope that they find it.” Reed said. Tom Reed left.", [("I hope that they find it", "Tom Reed")]),
    # With more words in the cue's sentence, the quotation before it is not its.
    (
        "“I hope that they find it.” Ann Vale said: “So do I, and soon.”",
        [("I hope that they find it", None), ("So do I, and soon", "Ann Vale")],
    ),
    # A verb of no list in front, and a sentence in marks.
    ("Ann Vale shot back, “I would rather have stayed at home.”", [("I would rather have stayed at home", "Ann Vale")]),
    # A film's title behind such a verb.
    ("Ann Vale wept at the film, “The Long Way Home Again”.", []),
    # Whom was asked stands in between, without a comma.
    ("Ann Vale asked the crowd “Why should we give him the keys?”", [("Why should we give him the keys?", "Ann Vale")]),
    # Two in one sentence, of one voice.
    (
        "They chanted “send them all home” and “build the wall now”. The mayor wept.",
        [("send them all home", None), ("build the wall now", None)],
    ),
    # The second half goes on from the first, whoever explains what in between.
    (
        "“We are sorry,” Ann Vale wrote in a letter explaining why she left, “but it had to be done.”",
        [("We are sorry", "Ann Vale"), ("but it had to be done", "Ann Vale")],
    ),
    # The title of a book stands in the speaker's description.
    (
        "“They hold the keys,” said Ann Vale, author of “America’s Bitter Pill”, a history.",
        [("They hold the keys", "Ann Vale")],
    ),
    # A colon: a body or a document announces as a person does.
    (
        "The firm’s report makes it plain: “Nobody looked at the valve for years.”",
        [("Nobody looked at the valve for years", "the firm’s report")],
    ),
    (
        "Ann Vale issued the following statement:\n\n“Our thoughts are with the families.”",
        [("Our thoughts are with the families", "Ann Vale")],
    ),
    # A thing announces nothing.
    ("The sign was plain: “No entry without a pass.”", [("No entry without a pass", None)]),
]

SPEAKERS: list[Row] = [
    # "She" is the last woman who was spoken of, by her full name.
    (
        "Ann Vale runs the line. John Reed drives on it. “He is careful,” she said.",
        [("He is careful", "Ann Vale")],
    ),
    # "He" with nobody before is nobody.
    ("“We were told nothing,” he said.", [("We were told nothing", None)]),
    # A surname stands for the fullest name, though that comes later.
    ("“We were told nothing,” said Vale. The mayor, Ann Vale, left.", [("We were told nothing", "Ann Vale")]),
    # A title stands for the one person who holds it.
    ("Mayor Ann Vale met John Reed. “We were told nothing,” the mayor said.", [("We were told nothing", "Ann Vale")]),
    # With two holders it stands for neither.
    (
        "Mayor Ann Vale met Mayor John Reed. “We were told nothing,” the mayor said.",
        [("We were told nothing", "the mayor")],
    ),
    # An age stands for the person with that age.
    (
        "Ann Vale, 62, met John Reed, 41. “We were told nothing,” the 62-year-old said.",
        [("We were told nothing", "Ann Vale")],
    ),
    # The words before and behind the name are not part of it.
    (
        "“We were told nothing,” said passenger Ann Vale, 44, who was on the tram.",
        [("We were told nothing", "Ann Vale")],
    ),
    # The quote goes on behind the cue's sentence.
    (
        "“We were told nothing,” Ann Vale said. “The gates were locked.”",
        [("We were told nothing", "Ann Vale"), ("The gates were locked", "Ann Vale")],
    ),
    # The sentence before says who is speaking.
    (
        "Ann Vale was not impressed. “It is old wine in a bigger bottle.”",
        [("It is old wine in a bigger bottle", "Ann Vale")],
    ),
    # A label with a colon.
    ("Ann Vale: “We were told nothing.”", [("We were told nothing", "Ann Vale")]),
    # A question mark ends the sentence; the cue stands in the next.
    (
        "“Who do they think they are?” Vale said of the owners. Ann Vale left.",
        [("Who do they think they are?", "Ann Vale")],
    ),
    # Two cues side by side keep their own words.
    (
        "“We left,” Ann Vale said, and John Reed replied: “We stayed.”",
        [("We left", "Ann Vale"), ("We stayed", "John Reed")],
    ),
    # An unnamed source keeps its words.
    ("“We were told nothing,” said one resident.", [("We were told nothing", "one resident")]),
    # A pull quote is signed.
    ("“We were told nothing at all.” — Ann Vale", [("We were told nothing at all", "Ann Vale")]),
    # A name behind a dash at the line's end, with a hard space and a full stop; words behind a dash are no name.
    ("“We were told nothing at all.”\xa0― Ann Vale.\xa0", [("We were told nothing at all", "Ann Vale")]),
    ("“We were told nothing at all.” — a short answer.", [("We were told nothing at all", None)]),
    # A heading between paragraphs is nobody's next sentence; a quotation without a cue is.
    (
        "“We were told nothing,” Ann Vale said.\n\n‘All Bets Are Off.’\n\nShe left.",
        [("We were told nothing", "Ann Vale"), ("All Bets Are Off", None)],
    ),
    (
        "“We were told nothing,” Ann Vale said.\n\n“All bets are off.”\n\nShe left.",
        [("We were told nothing", "Ann Vale"), ("All bets are off", "Ann Vale")],
    ),
    # "He" inside a quotation is the speaker's brother, whom the sentence names; without a name nobody is guessed.
    (
        "“He rang and said, ‘I am going home,’” said Ann Vale, whose brother Carl Vale died.",
        [("He rang and said, ‘I am going home,’", "Ann Vale"), ("I am going home", "Carl Vale")],
    ),
    (
        "“He rang and said, ‘I am going home,’” said Ann Vale.",
        [("He rang and said, ‘I am going home,’", "Ann Vale"), ("I am going home", None)],
    ),
    # A note says what its sender does.
    (
        "“My brother sent me a note that said, ‘It is over,’” said Ann Vale.",
        [("My brother sent me a note that said, ‘It is over,’", "Ann Vale"), ("It is over", "Ann Vale’s brother")],
    ),
    # A title with a capital stands for its bearer, whose name came two paragraphs before.
    (
        "The Mayor, Ms Ida Holt, has left.\n\nNothing moved.\n\n“All of it is going ahead,” the Mayor said.",
        [("All of it is going ahead", "Ida Holt")],
    ),
    # The first word of an office that the parse takes for a verb.
    (
        "“The sea came over the wall,” harbour chief Tom Abel told reporters.",
        [("The sea came over the wall", "Tom Abel")],
    ),
    # A form of address ends no sentence.
    ("“No shilling was lost,” said the Governor, H.E. Jo Marsh. He left.", [("No shilling was lost", "Jo Marsh")]),
]
