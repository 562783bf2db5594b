"""How English writes numbers."""

from decimal import Decimal

from claims.engine.lexicon.words import words

DECIMAL_POINT = "."
GROUP_MARK = ","
AND = frozenset({"and"})
POINT = frozenset({"point"})
ARTICLES = frozenset({"a", "an"})
# "another billion"
ANOTHER = frozenset({"another"})

ONES = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "nought": 0, "naught": 0, "nil": 0,
}  # fmt: skip
ONES_ALONE = frozenset({"one", "1"})
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
HUNDRED = {"hundred": 100}
# Multiply what stands before them; they may follow digits or words, with a space or without.
SCALES = {
    "thousand": 10**3,
    "lakh": 10**5,
    "lakhs": 10**5,
    "lac": 10**5,
    "lacs": 10**5,
    "million": 10**6,
    "crore": 10**7,
    "crores": 10**7,
    "billion": 10**9,
    "trillion": 10**12,
    "quadrillion": 10**15,
}
# Short forms follow digits only. Those of one letter are read as a scale beside a currency, or where what
# follows counts.
SHORT_SCALES = {
    "mn": 10**6, "mln": 10**6, "mil": 10**6, "bn": 10**9, "bln": 10**9, "tn": 10**12, "trn": 10**12, "cr": 10**7,
    "k": 10**3, "m": 10**6, "b": 10**9, "t": 10**12,
}  # fmt: skip
LETTER_SCALES = frozenset("kmbt")

# One of these after a small number, or after "a", is a part of a whole.
PARTS = {
    word: Decimal(1) / divisor
    for divisor, words in {
        2: "half halves",
        3: "third thirds",
        4: "quarter quarters fourth fourths",
        5: "fifth fifths",
        6: "sixth sixths",
        7: "seventh sevenths",
        8: "eighth eighths",
        9: "ninth ninths",
        10: "tenth tenths",
        11: "eleventh elevenths",
        12: "twelfth twelfths",
        13: "thirteenth thirteenths",
        14: "fourteenth fourteenths",
        15: "fifteenth fifteenths",
        16: "sixteenth sixteenths",
        17: "seventeenth seventeenths",
        18: "eighteenth eighteenths",
        19: "nineteenth nineteenths",
        20: "twentieth twentieths",
        30: "thirtieth thirtieths",
        40: "fortieth fortieths",
        50: "fiftieth fiftieths",
        100: "hundredth hundredths",
        1000: "thousandth thousandths",
    }.items()
    for word in words.split()
}
HALF = frozenset({"half"})
# Parts that mean something else far more often: they count as a part only before OF or after a bound.
UNSURE_PARTS = words("third fourth fifth sixth seventh eighth ninth tenth twelfth quarter")
# Parts that hardly anybody counts in: after "a" they are one more in a row unless a bound, a step or OF says otherwise.
RARE_PARTS = words(
    """
    eleventh thirteenth fourteenth fifteenth seventeenth eighteenth nineteenth thirtieth fortieth fiftieth
    """
)
# Also the name of a stretch of time: without a hyphen they are a part only before OF.
PERIODS = frozenset({"quarters", "seconds", "second"})
FRACTION_MARKS = {
    "½": "0.5", "⅓": "0.3333333333333333", "⅔": "0.6666666666666667", "¼": "0.25", "¾": "0.75", "⅕": "0.2",
    "⅖": "0.4",
    "⅗": "0.6", "⅘": "0.8", "⅙": "0.1666666666666667", "⅚": "0.8333333333333333", "⅛": "0.125", "⅜": "0.375",
    "⅝": "0.625",
    "⅞": "0.875",
}  # fmt: skip
# "one in five", "nine out of ten"
RATIO = (("in",), ("out", "of"), ("in", "every"), ("out", "of", "every"))
RATIO_BASES = frozenset({2, 3, 4, 5, 10, 100, 1000})
# Words before them make of a part something else ("the first half", "third quarter").
NOT_A_PART_AFTER = words(
    """
    first second third fourth last latest final opening closing other better top bottom next previous fiscal latter
    former each every this that upper lower current same per
    """
)

NOT_A_PART_BEFORE = words("time term way century marathon back")
# Behind "a third" these make it one more person: "looking for a third, who fled".
SOMEBODY_BEHIND = frozenset({(",", "who"), (",", "whose"), (",", "whom")})
PART_FOLLOWERS = words("more less fewer higher lower")

DOZEN = {"dozen": 12, "dozens": 12}
# Pieces of a number that the reader of two sentences never saw while it was taught: it has to go by the words.
HIDDEN_FROM_READER = words(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand dozen no none nobody zero half third "
    "quarter fifth sixth seventh eighth tenth thirds quarters fifths tenths . , -"
)
# Behind "a" and before what they count: "a pair of ships", "a baker's dozen of eggs".
BANDS = {
    ("pair", "of"): 2, ("duo", "of"): 2, ("trio", "of"): 3, ("quartet", "of"): 4, ("quintet", "of"): 5,
    ("sextet", "of"): 6, ("score", "of"): 20,
    ("baker", "'", "s", "dozen"): 13, ("baker", "’", "s", "dozen"): 13,
}  # fmt: skip
LONGEST_BAND = 4
# A pair of these is one thing.
PAIRED = words(
    """
    shoes boots trainers sandals slippers socks stockings tights trousers jeans pants shorts pyjamas pajamas gloves
    mittens glasses spectacles sunglasses goggles binoculars scissors pliers tweezers shears tongs headphones earrings
    hands eyes ears legs feet wings skis skates crutches handcuffs
    """
)
# Plain plurals: at least so many, singly or on one another ("tens of thousands").
VAGUE = {
    "tens": 20, "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2_000, "millions": 2_000_000,
    "billions": 2_000_000_000, "trillions": 2_000_000_000_000, "lakhs": 200_000, "crores": 20_000_000,
}  # fmt: skip
# What a vague word adds before another: tens of thousands is at least twenty thousand.
VAGUE_TIMES = {"tens": 20, "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2_000}
VAGUE_OF = {
    "thousands": 1_000,
    "millions": 10**6,
    "billions": 10**9,
    "trillions": 10**12,
    "lakhs": 10**5,
    "crores": 10**7,
}
OF = frozenset({"of"})
# A count only before OF and a noun, or one of these: "scores more", but not "test scores".
UNSURE_VAGUE = frozenset({"scores", "tens"})
VAGUE_FOLLOWERS = words("more others were are have had injured hurt wounded dead killed missing")

# No count at all: pronouns stand alone, determiners need a noun.
NOBODY = (("no", "one"), ("no", "-", "one"), ("nobody",))
NONE_OF = (("none",), ("not", "one"), ("not", "a", "single"))
NO = (("no",), ("zero",), ("nil",))

TIMES_WORDS = {
    "twice": 2, "thrice": 3, "double": 2, "doubled": 2, "doubles": 2, "doubling": 2, "triple": 3, "tripled": 3,
    "triples": 3,
    "tripling": 3, "treble": 3, "trebled": 3, "trebles": 3, "trebling": 3, "quadruple": 4, "quadrupled": 4,
    "quadrupling": 4,
    "quintupled": 5, "halved": "0.5", "halves": "0.5", "halving": "0.5",
}  # fmt: skip
# Those that are verbs of their own; the others need "as", "the", "what" after them ("double the limit").
TIMES_VERBS = words(
    """
    doubled doubles doubling tripled triples tripling trebled trebles trebling quadrupled quadrupling quintupled
    halved halving
    """
)
TIMES_AS = frozenset({"as"})
TIMES_OBJECTS = words("the that what its their his her our last a those this")
FOLD_SUFFIX = "fold"
TIMES = frozenset({"times"})

ORDINAL_SUFFIXES = words("st nd rd th")
PLURAL_SUFFIXES = frozenset({"s"})

# A sentence with none of these and no digit carries no number.
GATE_WORDS = frozenset(
    {
        *ONES,
        *TENS,
        *HUNDRED,
        *SCALES,
        *PARTS,
        *DOZEN,
        *VAGUE,
        *TIMES_WORDS,
        *(phrase[0] for phrase in BANDS),
        "nobody",
        "none",
        "no",
        "not",
        "a",
        "an",
    }
) - {"a", "an", "not"}
GATE_ENDINGS = ("fold",)

NEGATIVE = frozenset({"minus", "negative"})
