"""What English puts before and beside a name, and the words that point back at somebody named earlier."""

import re

# Before a name, and no part of it. Full stops are left out.
TITLES = frozenset(
    """
coun mr mrs ms mx miss dr prof professor sir dame lord lady baroness baron rev reverend father sister bishop archbishop
cardinal pope rabbi imam sheikh shri smt shrimati justice judge president vice premier prime minister chancellor
secretary senator sen representative rep congressman congresswoman governor gov mayor deputy councillor cllr alderman
commissioner chief inspector insp superintendent supt sergeant sgt constable pc dc detective det sheriff officer
captain capt colonel col general gen major maj lieutenant lt corporal cpl private admiral adm commander cmdr king
queen prince princess duke duchess emperor ambassador attorney former acting interim assistant associate coach manager
chairman chairwoman chair director ceo spokesman spokeswoman spokesperson mp hon honourable honorable right taoiseach
tanaiste ayatollah emir sultan crown dean provost speaker leader member ministers nurse surgeon msgr saint st adv
advocate coroner magistrate registrar marshal ex-president ex-minister h.e h.h h.m h.r.h
""".split()
)
# Before an office these make it another one.
RANKS = frozenset(["deputy", "vice", "prime", "shadow"])
# Of two who hold an office of one name each has his own of these.
DEPARTMENTS = frozenset(
    """
foreign interior home defence defense finance treasury health education justice transport housing energy trade labour
labor environment agriculture farm economy economics culture sports tourism communities migration immigration police
security science industry business pensions welfare families youth water fisheries prisons culture parks planning
""".split()
)
FEMALE_TITLES = frozenset(
    """
mrs ms miss dame lady baroness sister smt shrimati congresswoman queen princess duchess chairwoman spokeswoman
""".split()
)
MALE_TITLES = frozenset(
    """
mr sir lord baron father shri congressman king prince duke emperor chairman spokesman pope imam
""".split()
)
SHE = frozenset(["she", "her", "hers", "herself"])
HE = frozenset(["he", "him", "his", "himself"])
IT = frozenset(["it", "its", "itself"])
THEY = frozenset(["they", "them", "their", "theirs", "themselves"])
SPEAKER = frozenset(["i", "we", "me", "us", "my", "our"])
PERSONAL = frozenset(["he", "she", "they"])
FEMALE_NOUNS = frozenset(
    """
woman girl mother wife daughter sister widow spokeswoman actress grandmother aunt niece bride heroine queen princess
chairwoman policewoman waitress businesswoman congresswoman
""".split()
)
MALE_NOUNS = frozenset(
    """
man boy father husband son brother widower spokesman actor grandfather uncle nephew groom king prince chairman
policeman fireman waiter businessman congressman
""".split()
)
# Nouns that stand for an organisation named before: "the company", "the force".
BODIES = frozenset(
    """
company firm group agency force union party bank airline club charity body organisation organization retailer carmaker
maker manufacturer operator regulator watchdog association federation league network broadcaster newspaper outlet builder
housebuilder brewer brewery drugmaker chipmaker steelmaker shipbuilder grocer supermarket chain publisher distributor
contractor consultancy refiner miner railway shipper landlord plant factory studio platform business enterprise
paper ministry department office court council commission committee board institute university school hospital trust
service army navy military government administration campaign team developer supplier utility insurer lender fund
start-up startup corporation giant conglomerate embassy consulate think-tank foundation society alliance coalition
movement tribunal panel
""".split()
)
# What else one of them is called.
OTHER_NAMES = {"force": frozenset(["police", "constabulary", "detectives", "officers"])}
# Kinds of unnamed sources, by head noun.
ANONYMOUS = {
    "source": "source",
    "official": "officials",
    "person": "person",
    "people": "people",
    "insider": "insider",
    "diplomat": "diplomats",
    "aide": "aides",
    "executive": "executives",
    "witness": "witnesses",
    "resident": "residents",
    "analyst": "analysts",
    "expert": "experts",
    "critic": "critics",
    "supporter": "supporters",
    "lawyer": "lawyers",
    "observer": "observers",
    "investigator": "investigators",
    "spokesman": "spokesperson",
    "spokeswoman": "spokesperson",
    "spokesperson": "spokesperson",
    "employee": "employees",
    "worker": "workers",
    "neighbour": "neighbours",
    "neighbor": "neighbours",
    "passenger": "passengers",
    "doctor": "doctors",
    "medic": "medics",
    "economist": "economists",
    "trader": "traders",
    "researcher": "researchers",
    "scientist": "scientists",
    "adviser": "advisers",
    "advisor": "advisers",
    "lawmaker": "lawmakers",
    "soldier": "soldiers",
    "relative": "relatives",
    "friend": "friends",
    "colleague": "colleagues",
    "local": "residents",
    "man": "person",
    "woman": "person",
    "girl": "person",
    "boy": "person",
    "fan": "fans",
}
# Small words inside names: "Ursula von der Leyen".
NAME_PARTICLES = frozenset(
    """
von van der den de del della da dos du di la le al el bin ibn ben ter
""".split()
)
# Given names that tell whether "he" or "she" can follow.
FEMALE_NAMES = frozenset(
    """
mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa margaret betty sandra ashley
kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura sharon cynthia kathleen amy shirley
angela helen anna brenda pamela nicole ruth katherine catherine samantha christine emma debra virginia rachel carolyn
janet maria heather diane julie joyce victoria kelly christina joan evelyn lauren judith olivia martha cheryl megan
andrea ann anne jacqueline jean alice kathryn gloria teresa sara janice julia grace judy theresa rose denise marilyn
amber danielle sophia diana brittany natalie isabella charlotte alexis kayla fiona nadia priya sunita anjali pooja
kavita deepa lakshmi sunanda fatima aisha amara lena ingrid astrid hilary hillary kirsten siobhan aoife niamh bridget
moira dawn salma leila yasmin priscilla marguerite claire clare jane kate kathy sue tracy tina wendy zoe chloe lucy
ella mia eva isabel elena olga svetlana natalia irina tatiana yulia adrienne melania ivanka elise louise marie sophie
juliette angelique giulia francesca chiara carmen lucia ana ines beatriz camila mei ling yuki sakura hana jing xiu
gillian hazel heidi nicola philippa imogen harriet georgina tessa naomi miriam esther leah rhiannon carys jacinta
penny meera indira sonia mamata nirmala sushma smriti shabana thandi nomvula zanele ngozi chioma folake wanjiru akosua
esi abena
""".split()
)
MALE_NAMES = frozenset(
    """
james robert john michael david william richard joseph thomas charles christopher daniel matthew anthony mark donald
steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric
jonathan stephen larry justin scott brandon benjamin samuel gregory alexander frank patrick raymond jack dennis jerry
tyler aaron jose adam nathan henry douglas zachary peter kyle ethan walter noah jeremy keith roger terry gerald harold
sean austin carl arthur lawrence dylan bryan joe billy bruce albert willie gabriel logan alan juan wayne roy ralph
randy eugene vincent russell louis bobby philip johnny tom tim jim bob bill ben sam dan mike nick tony steve greg matt
chris simon graham ian neil colin stuart duncan hamish angus callum rory liam declan conor brendan piers hugh rupert
nigel trevor vladimir andrei mykhailo sergei dmitry ivan boris igor oleg alexei volodymyr viktor yuri mikhail nikolai
anton pavel rahul amit anil sanjay rajesh vijay ravi suresh ramesh arun ashok narendra rafiq imran mohammed muhammad
ahmed ali omar hassan hussein yusuf ibrahim khalid tariq jonas lars erik sven hans klaus jurgen wolfgang pierre
jean-claude francois emmanuel jacques marco giovanni luca paolo carlos miguel diego javier pablo luis fernando joao
pedro hiroshi kenji takashi wei jun hao min kofi kwame chinedu emeka tunde sipho thabo barack bernie ted mitt newt
rudy gareth geraint alistair alasdair malcolm gordon rishi keir kwasi sajid sadiq barnaby lachlan craig darren dean
glen geoff bruno otto felix oscar hugo leo max theo oliver harry charlie alfie archie freddie toby jake luke mateo
kurt ernest clive barry norman stanley leonard cyril gilbert desmond
""".split()
)
# Before a turn of a transcript that nobody's name stands for.
QUESTION_LABELS = frozenset(
    """
q question reporter journalist interviewer a answer moderator
""".split()
)
# Last words of an organisation's name.
BODY_SUFFIXES = frozenset(
    """
ag ltd limited inc plc llc corp co gmbh sa nv holdings group industries pharma bank university college institute
ministry authority agency office bureau commission committee council court association federation union party news
press times post herald journal radio television tv trust society club united city rovers police house senate congress
parliament assembly embassy hospital airlines airways motors systems technologies partners capital research center
centre foundation infirmary clinic surgery thistle rangers wanderers athletic albion hotspur argyle harriers academical dynamo
""".split()
)
# Of these the last words of clubs and parties, which do not say of what kind they are.
TEAMS = frozenset(
    """
united city rovers club thistle rangers wanderers athletic albion hotspur argyle harriers academical dynamo federation
association alliance movement congress society group holdings
""".split()
)
DEFINITE = frozenset(["the", "this", "that", "our"])
ARTICLES = frozenset(
    """
the a an this that these those some another
""".split()
)
# Subjects that name no source.
NO_SOURCE = frozenset(
    """
there what this that these those you one who which whoever someone somebody anyone anybody everyone everybody nobody
none no-one
""".split()
)
# Of these only the plural speaks for more than the writer.
SPEAKER_ALONE = frozenset(["i", "me", "my"])
# Days and months, which capitals alone would make part of a name behind them.
CALENDAR = frozenset(
    """
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
october november december jan feb mar apr jun jul aug sep sept oct nov dec
""".split()
)
# Who speaks as one without being an organisation's name.
MASS_SPEAKERS = frozenset(
    ["police", "report", "study", "poll", "survey", "politician", "backbencher", "minister", "campaigner", "regulator"]
)
# Bodies of one kind: a name that ends in another kind's noun is none of them.
KINDS = frozenset(["union", "party", "bank", "airline", "club", "charity", "newspaper", "broadcaster", "force"])
# Bodies that any organisation named shortly before can be.
GENERIC_BODIES = frozenset(
    """
company firm group agency force union party bank airline club charity body organisation organization retailer carmaker
maker manufacturer regulator watchdog association federation broadcaster newspaper trust developer supplier utility
insurer lender fund start-up startup corporation giant conglomerate think-tank foundation society alliance coalition
movement builder housebuilder brewer brewery drugmaker chipmaker steelmaker shipbuilder grocer supermarket
chain publisher distributor contractor consultancy refiner miner railway shipper business enterprise
""".split()
)
COMPANY_NOUNS = frozenset(
    """
company firm group retailer carmaker maker manufacturer airline bank developer supplier utility insurer lender
start-up startup corporation giant conglomerate broadcaster operator builder housebuilder brewer brewery drugmaker
chipmaker steelmaker shipbuilder grocer supermarket chain publisher distributor contractor consultancy refiner miner
railway shipper business enterprise
""".split()
)
COMPANY_SUFFIXES = frozenset(
    """
ag ltd limited inc plc llc corp co gmbh sa nv holdings group industries pharma bank airlines airways motors systems
technologies partners capital dairies devices foods energy stores trams buses coaches trains rail railways ferries lines
water power electric mines mining gold steel oil gas petroleum telecom telecoms insurance homes interiors builders brewery
breweries farms construction logistics shipping cruises hotels resorts supermarkets media pictures studios games software
networks semiconductor semiconductors pharmaceuticals therapeutics biosciences biologics chemicals materials aerospace
aviation travel couriers freight express cement textiles retail properties estates developments batteries solar wind works
""".split()
)
# What a company has and other names do not: "Norvik's founder", "Norvik shares".
LED_BY = frozenset(
    """
executive ceo founder co-founder shareholder share boss owner chairman chairwoman stock earnings
""".split()
)
# Unnamed sources whose words stay as they are: "a source at the operator" names nobody, though the text names it.
UNNAMED = frozenset(["source", "insider", "person", "people"])
# Between "the" and a body's noun these tell that another is meant than the one spoken of.
OTHERS = frozenset(
    """
other another second third rival former parent sister different separate new old first only largest biggest same
opposing visiting local national foreign host
""".split()
)
# Behind a place's name: "the Leeds-based builder".
BASED = frozenset(["based", "born", "headquartered"])
# Words in the names of what is never "the company".
PUBLIC_BODIES = frozenset(
    """
guard police ministry department office court council commission committee agency authority army navy force service
government parliament senate congress union federation university
""".split()
)
# Of the nouns that tell a gender those that somebody is to a speaker.
KIN = frozenset(
    """
mother wife daughter sister widow grandmother aunt niece father husband son brother widower grandfather uncle nephew
""".split()
)
# Nouns of one office.
SAME_ROLE = {
    "judge": ("justice", "magistrate"), "justice": ("judge",), "president": ("president",), "mp": ("member",), "ceo": ("executive",),
    "boss": ("executive", "director", "chairman"), "chair": ("chairman", "chairwoman"), "coach": ("manager",),
}  # fmt: skip
# Roles that so many hold that "the official" is nobody's name.
MANY = frozenset(
    """
official source spokesman spokeswoman spokesperson witness resident passenger person man woman officer member analyst
expert researcher scientist driver student doctor lawyer neighbour neighbor
""".split()
)
# Before a noun, and resolved like the pronouns that they belong to.
OWNERS = frozenset(["her", "his", "its", "their"])
FIRST_PERSON = frozenset(["i", "we"])
# "The 62-year-old": the age, and the word that stands for its bearer.
YEARS_OLD = re.compile(r"(\d{1,3})-year-(old)$")
