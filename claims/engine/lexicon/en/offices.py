"""English words for who speaks: offices and their ranks, forms of address, kinds of bodies."""

from claims.engine.lexicon.words import words

# A description with one of these names an office, by which its holder may be called and in which he speaks for a body.
OFFICE = (
    r"\b(?:chief|executive|director|spokes(?:man|woman|person)|minister|governor|mayor|president|chair(?:man|woman)?|"
    r"head|secretary|commissioner|superintendent|manager|founder|leader|officer|administrator|boss|owner|chancellor|"
    r"prosecutor|captain|coach|principal|rector|dean|general|commander|controller|treasurer|ceo)\b"
)
# Of what kind a body is, by a word of its name or of what it is called; two bodies of two kinds are not one.
BODY_KINDS = {
    "police": words("police constabulary force sheriff detectives troopers gendarmerie carabinieri"),
    "state": words("ministry department government administration treasury secretary minister"),
    "council": words("council city town county municipality mayor"),
    "company": words("company firm operator manufacturer airline employer owner plc ltd inc corp gmbh maker developer"),
    "union": words("union association federation brotherhood guild"),
    "club": words("club team"),
    "health": words("hospital hospitals health clinic doctors surgeons medics ambulance paramedics"),
    "court": words("court judge tribunal magistrate"),
    "prosecution": words("prosecutor prosecutors prosecution"),
    "learning": words("university college school researchers scientists"),
    "army": words("army military navy coastguard soldiers"),
    "fire": words("fire firefighters"),
    "public": words("fans supporters residents witnesses neighbours neighbors passengers survivors villagers"),
    "parliament": words("opposition parliament party senators lawmakers"),
}
# "Its president": an office in the body named before.
ITS = frozenset(["its", "their"])
# Forms of address right before a name.
ADDRESSED = r"(?:Dr|Mr|Mrs|Ms|Miss|Prof|Professor|Sir|Dame|Lord|Lady|Rev)\.? "
ADDRESS = r"\b(?:Dr|Mr|Mrs|Ms|Miss|Prof|Professor|Sir|Dame|Lord|Lady|Rev)\.?\s*$"
# A claimant who is named as nothing but a body's mouth.
SPEAKING_FOR = (
    r"(?:an? |the )?(?:\w+ )?(?:spokes(?:man|woman|person|people)|lawyers?|solicitors?|barristers?|attorneys?|counsel|"
    r"representatives?|press officer|officials?|executives?|directors?) (?:for|of|at|from) (?P<body>.+)"
)
# In the description of an office these name the body that it is held in.
HELD_IN = r"[’']s?\s|\b(?:of|at|for|with)\s"
# Offices that one person holds at a time, in a story.
OFFICES_OF_ONE = words(
    "minister governor mayor president chairman chairwoman chair executive commissioner superintendent secretary "
    "administrator chancellor coach principal rector captain chief"
)
# Who holds an office with one of these before it does not hold the office itself.
RANKS = words("deputy vice former ex acting shadow assistant associate junior opposition")
# Anybody may be called these, whatever else he is.
ANYBODY = words(
    "man woman person resident witness worker employee official source member user neighbour neighbor survivor "
    "relative parent mother father friend passenger customer colleague boy girl staff insider aide victim local "
    "voter visitor passer-by bystander onlooker spokesman spokeswoman spokesperson representative student patient"
)
