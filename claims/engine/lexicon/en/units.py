"""Units of measure: canonical name -> the forms that news text uses.

Forms in SYMBOLS are case-sensitive and stand right behind digits; WORDS are lower case.
"""

import re

from claims.engine.lexicon.words import words

_WORDS = {
    "percent": "percent|per cent|pct|pc|percentage|percents",
    "percentage_point": "percentage point|percentage points|percent point|percent points|per cent points|pp|"
    "ppt|ppts|pps|% points|"
    "percentage-point|%-points|% point",
    "basis_point": "basis point|basis points|bps|bp",
    "times": "times",
    "second": "second|seconds|sec|secs",
    "minute": "minute|minutes|min|mins",
    "hour": "hour|hours|hr|hrs",
    "day": "day|days",
    "working_day": "working day|working days",
    "business_day": "business day|business days",
    "week": "week|weeks|wk|wks",
    "fortnight": "fortnight|fortnights",
    "month": "month|months|mth|mths",
    "year": "year|years|yr|yrs",
    "quarter": "quarters",
    "decade": "decade|decades",
    "century": "century|centuries",
    "millisecond": "millisecond|milliseconds",
    "microsecond": "microsecond|microseconds",
    "nanosecond": "nanosecond|nanoseconds",
    "nanometre": "nanometre|nanometres|nanometer|nanometers",
    "micrometre": "micrometre|micrometres|micrometer|micrometers|micron|microns",
    "millimetre": "millimetre|millimetres|millimeter|millimeters|mm|mms",
    "centimetre": "centimetre|centimetres|centimeter|centimeters|cm|cms",
    "metre": "metre|metres|meter|meters",
    "kilometre": "kilometre|kilometres|kilometer|kilometers|km|kms|kilometre's",
    "inch": "inch|inches",
    "foot": "foot|feet|ft",
    "yard": "yard|yards|yd|yds",
    "mile": "mile|miles",
    "nautical_mile": "nautical mile|nautical miles",
    "light_year": "light year|light years|light-year|light-years",
    "square_millimetre": "square millimetre|square millimetres|square millimeters",
    "square_centimetre": "square centimetre|square centimetres|square centimeter|square centimeters|sq cm",
    "square_metre": "square metre|square metres|square meter|square meters|sq m|sqm|sq metres|sq meters",
    "square_kilometre": "square kilometre|square kilometres|square kilometer|square kilometers|square km|sq "
    "km|sq kilometres|sqkm|"
    "sq kms|km squared|kilometres squared",
    "square_mile": "square mile|square miles|sq mi|sq miles|sq mile",
    "square_foot": "square foot|square feet|sq ft|sqft|sq feet",
    "square_yard": "square yard|square yards|sq yards|sq yd",
    "square_inch": "square inch|square inches",
    "hectare": "hectare|hectares|ha",
    "acre": "acre|acres",
    "cubic_metre": "cubic metre|cubic metres|cubic meter|cubic meters",
    "cubic_kilometre": "cubic kilometre|cubic kilometres|cubic kilometer|cubic kilometers|km cubed|cubic km",
    "cubic_foot": "cubic foot|cubic feet|cu ft",
    "cubic_inch": "cubic inch|cubic inches",
    "cubic_centimetre": "cubic centimetre|cubic centimetres|cubic centimeter|cubic centimeters|cc",
    "litre": "litre|litres|liter|liters|ltr|ltrs",
    "millilitre": "millilitre|millilitres|milliliter|milliliters|ml",
    "megalitre": "megalitre|megalitres|megaliters",
    "gigalitre": "gigalitre|gigalitres|gigaliters",
    "gallon": "gallon|gallons|gal|gals|us gallon|us gallons|imperial gallon|imperial gallons",
    "quart": "quart|quarts|us quart|us quarts",
    "pint": "pint|pints|us pint|us pints|imperial pint|imperial pints",
    "fluid_ounce": "fluid ounce|fluid ounces|us fluid ounce|us fluid ounces|fl oz|fl . oz",
    "barrel": "barrel|barrels|bbl|bbls",
    "microgram": "microgram|micrograms|mcg",
    "milligram": "milligram|milligrams|mg|milligramme|milligrammes",
    "gram": "gram|grams|gramme|grammes",
    "kilogram": "kilogram|kilograms|kilogramme|kilogrammes|kg|kgs|kilo|kilos",
    "tonne": "tonne|tonnes|metric ton|metric tons|metric tonnes",
    "ton": "ton|tons|short tons|long tons",
    "kilotonne": "kilotonne|kilotonnes|kiloton|kilotons",
    "megatonne": "megatonne|megatonnes|megaton|megatons",
    "gigatonne": "gigatonne|gigatonnes|gigaton|gigatons",
    "ounce": "ounce|ounces|oz",
    "pound": "lb|lbs",
    "stone": "stone",
    "quintal": "quintal|quintals",
    "carat": "carat|carats",
    "degree_celsius": "degree celsius|degrees celsius|degree centigrade|degrees centigrade|celsius|"
    "centigrade|deg c|degrees c|"
    "degree c|deg celsius|degrees cel|degc|° celsius",
    "degree_fahrenheit": "degree fahrenheit|degrees fahrenheit|fahrenheit|deg f|degrees f|degree f|deg fahrenheit|degf",
    "kelvin": "kelvin|kelvins",
    "degree": "degree|degrees|deg",
    "mile_per_hour": "mph|miles per hour|mile per hour|miles an hour|m p h|m . p . h|miles-per-hour",
    "kilometre_per_hour": "kph|kmh|kmph|kilometres per hour|kilometers per hour|kilometre per hour|"
    "kilometer per hour|km per hour|"
    "kilometres an hour|kilometers an hour|km an hour",
    "metre_per_second": "mps",
    "mile_per_gallon": "mpg|miles per gallon",
    "knot": "knot|knots|kt|kts",
    "watt": "watt|watts",
    "kilowatt": "kilowatt|kilowatts|kw",
    "megawatt": "megawatt|megawatts|mw",
    "gigawatt": "gigawatt|gigawatts|gw",
    "terawatt": "terawatt|terawatts",
    "watt_hour": "watt hour|watt hours|watt-hour|watt-hours|wh",
    "kilowatt_hour": "kilowatt hour|kilowatt hours|kilowatt-hour|kilowatt-hours|kwh",
    "megawatt_hour": "megawatt hour|megawatt hours|megawatt-hour|megawatt-hours|mwh",
    "gigawatt_hour": "gigawatt hour|gigawatt hours|gigawatt-hour|gigawatt-hours|gwh",
    "terawatt_hour": "terawatt hour|terawatt hours|terawatt-hour|terawatt-hours|twh",
    "horsepower": "horsepower|hp|horse power",
    "brake_horsepower": "bhp|brake horsepower",
    "newton_metre": "nm of torque|newton metres|newton metre|newton meters",
    "foot_pound": "lb-ft|lb ft|pound-feet|foot-pounds|pound feet|foot pounds",
    "volt": "volt|volts",
    "kilovolt": "kilovolt|kilovolts|kv",
    "ampere": "ampere|amperes|amp|amps",
    "milliampere_hour": "mah|milliampere-hour|milliampere hour",
    "joule": "joule|joules",
    "kilojoule": "kilojoule|kilojoules|kj",
    "gigajoule": "gigajoule|gigajoules",
    "calorie": "calorie|calories",
    "kilocalorie": "kilocalorie|kilocalories|kcal",
    "hertz": "hertz|hz",
    "kilohertz": "kilohertz|khz",
    "megahertz": "megahertz|mhz",
    "gigahertz": "gigahertz|ghz",
    "decibel": "decibel|decibels|db",
    "byte": "byte|bytes",
    "kilobyte": "kilobyte|kilobytes|kb",
    "megabyte": "megabyte|megabytes",
    "gigabyte": "gigabyte|gigabytes|gb",
    "terabyte": "terabyte|terabytes|tb",
    "petabyte": "petabyte|petabytes",
    "exabyte": "exabyte|exabytes",
    "bit": "bit per second|bits per second",
    "megabit_per_second": "mbps|megabits per second|megabit per second|megabits a second",
    "gigabit_per_second": "gbps|gigabits per second|gigabit per second",
    "megapixel": "megapixel|megapixels|mp",
    "pixel": "pixel|pixels",
    "part_per_million": "ppm|parts per million",
    "part_per_billion": "ppb|parts per billion|parts-per-billion",
    "millimetre_of_mercury": "mmhg|mm hg",
    "pascal": "pascal|pascals",
    "hectopascal": "hectopascal|hectopascals|hpa",
    "gigapascal": "gigapascal|gigapascals|gpa",
    "megapascal": "megapascal|megapascals|mpa",
    "kilopascal": "kilopascal|kilopascals|kpa",
    "kilopound_per_square_inch": "ksi",
    "millibar": "millibar|millibars|mb",
    "bar": "bar",
    "pound_per_square_inch": "psi|pounds per square inch",
    "revolution_per_minute": "rpm|revolutions per minute",
    "sievert": "sievert|sieverts",
    "millisievert": "millisievert|millisieverts|msv",
    "becquerel": "becquerel|becquerels",
    "electronvolt": "electronvolt|electronvolts",
    "magnitude": "magnitude|richter|on the richter scale|on the open-ended richter scale|"
    "on the magnitude scale|on the moment magnitude scale|on the local magnitude scale|on the seismic scale",
}
WORDS = {tuple(form.replace("-", " - ").split()): name for name, forms in _WORDS.items() for form in forms.split("|")}
LONGEST = 7

# Right behind digits, case-sensitive.
SYMBOLS = {
    "%": "percent", "x": "times", "°C": "degree_celsius", "℃": "degree_celsius", "C": "degree_celsius", "°F": "degree_fahrenheit",
    "℉": "degree_fahrenheit", "F": "degree_fahrenheit", "°": "degree", "º": "degree", "ºC": "degree_celsius",
    "ºF": "degree_fahrenheit", "K": "kelvin", "m": "metre", "g": "gram", "t": "tonne", "l": "litre",
    "L": "litre", "h": "hour",
    "s": "second", "W": "watt", "V": "volt", "J": "joule", "N": "newton", "A": "ampere", "ft": "foot",
    "in": "inch", "yd": "yard",
    "mi": "mile", "km²": "square_kilometre", "km2": "square_kilometre", "m²": "square_metre", "m2": "square_metre",
    "m³": "cubic_metre", "m3": "cubic_metre", "km³": "cubic_kilometre", "µg": "microgram", "μg": "microgram",
    "µm": "micrometre", "μm": "micrometre", "ML": "megalitre", "GL": "gigalitre", "MB": "megabyte",
    "Mb": "megabit", "Hz": "hertz",
    "MHz": "megahertz", "GPa": "gigapascal", "Pa": "pascal", "eV": "electronvolt", "nm": "nanometre",
    "Nm": "newton_metre",
    "cl": "centilitre", "Gt": "gigatonne", "Mt": "megatonne", "st": "stone", "kN": "kilonewton",
    "TW": "terawatt", "Bq": "becquerel", "″": "inch", "′": "foot",
    "Sv": "sievert", "‰": "per_mille", "dB": "decibel", "EB": "exabyte", "PB": "petabyte",
}  # fmt: skip
# Of those, the ones that are too short to be trusted apart from the digits ("9 in the north").
GLUED_ONLY = frozenset({"x", "K", "m", "g", "t", "l", "h", "s", "W", "V", "J", "N", "A", "in", "st", "mi"})
# Too common as words of the language to be a unit unless they stand right behind digits.
# Read in another unit: a decade is ten years.
MULTIPLES = {"decade": ("year", 10), "century": ("year", 100)}
GLUED_WORDS = frozenset({"min", "pp", "bar", "gal", "mb", "mp", "kt", "kb", "sec", "mps", "pc", "bp", "ha", "stone"})

TEMPERATURE = frozenset({"degree_celsius", "degree_fahrenheit", "degree", "kelvin"})
DURATIONS = words("second minute hour day week fortnight month quarter year decade century")
SHARES = frozenset({"percent", "percentage_point", "basis_point"})
DEGREE = "degree"
# What plain degrees are where weather is meant, by how the text spells metres and names its places.
PLAIN_DEGREES = "degree_celsius"
AMERICAN_DEGREES = "degree_fahrenheit"
# "degrees" with one of these near is an angle or a qualification, not a temperature.
NOT_WEATHER = words(
    """
    longitude latitude angle turn turned turns slope slopes sloping tilt tilted tilting north south east west rotate
    rotated rotation video camera list lists listing heel heeled heeling lean leaned leant leans leaning incline inclined
    bearing compass starboard vertical upright plumb
    """
)

# "six year-old boys" may be boys of six.
OLD = frozenset({"old", "olds"})
PER = frozenset({"per", "a", "an", "each", "every"})
PER_MARKS = frozenset({"/"})
# A rate over people, not a speed: "per 100,000", "per head".
LENGTHS = words("millimetre centimetre metre kilometre inch foot yard mile nautical_mile")
SPEED_TIMES = words("second minute hour")
HOUSEHOLD = {"family": "family", "families": "family", "household": "household", "households": "household"}
ANIMALS = words(
    """
    head cow cows cattle sheep pig pigs goat goats calf calves lamb lambs steer steers livestock beef dairy horse
    horses
    """
)
ANIMAL = "animal"
PERSON = "person"
VOTE = "vote"
# Units that stand before their number.
BEFORE = {"magnitude": "magnitude", "magnitudes": "magnitude", "ratio": "ratio"}
# Subjects whose numbers have a unit though none is written.
OF_SUBJECTS = {
    ("life", "expectancy"): "year", ("average", "age"): "year", ("mean", "age"): "year", ("median", "age"): "year",
    ("retirement", "age"): "year", ("retiring", "age"): "year", ("pension", "age"): "year",
    ("pensionable", "age"): "year", ("leaving", "age"): "year", ("voting", "age"): "year", ("drinking", "age"): "year",
    ("minimum", "age"): "year", ("qualifying", "age"): "year",
}  # fmt: skip
YEAR = "year"
# "retire at 65", "work until 67": an age that a rule sets.
RETIRING = words("retire retires retired retiring retirement")
WORKING = words("work works worked working serve serving stay staying job jobs")
RETIRED_AT, WORKED_UNTIL = words("at"), words("until till")
# What people do with one of these is counted by its noun: "called three times" is three calls, as "a single call" is one.
EVENTS = {
    "call": "call", "phone": "call", "telephone": "call", "ring": "call", "score": "goal", "report": "report",
    "inspect": "inspection", "visit": "visit", "warn": "warning", "attack": "attack", "arrest": "arrest",
    "convict": "conviction", "fine": "fine", "stab": "wound", "shoot": "shot", "fire": "shot", "launch": "launch",
    "fly": "flight", "vote": "vote", "appeal": "appeal", "apply": "application", "complain": "complaint",
    "meet": "meeting", "appear": "appearance", "postpone": "postponement", "raid": "raid", "search": "search",
    "audit": "audit", "explode": "explosion", "erupt": "eruption", "flood": "flood", "deny": "denial",
    "threaten": "threat", "email": "email", "interview": "interview", "extend": "extension", "crash": "crash",
    "collide": "collision", "veto": "veto", "bomb": "bombing", "dive": "dive", "breach": "breach",
    "evacuate": "evacuation", "operate": "operation", "transfuse": "transfusion", "vaccinate": "vaccination",
}  # fmt: skip
# Points of what is measured in per cent, where the text speaks of per cent and of no game, no share price and no scale.
POINT, POINTS, PERCENTAGE_POINT = "point", frozenset({"points"}), "percentage_point"
POINT_SHARES = words("lead swing gap margin advantage rise fall drop increase cut deficit")
PERCENT_MARK = re.compile(r"%|\bper ?cent\b|\bpct\b")
OTHER_POINTS = re.compile(
    r"\b(?:league|table|standings|title|championship|season|match|matches|game|games|goals?|tries|coach|scored?|scores|"
    r"scoring|race|index|indices|shares|stocks|bourse|benchmark|[Ll]icence|[Ll]icense|scale|quiz|exam|test|tests|player|"
    r"players|bonus|loyalty|rating points|plan)\b"
)
MAGNITUDE = "magnitude"
# One of these in the singular behind a decimal has that magnitude: "a 6.4 quake".
QUAKES = words("quake earthquake tremor temblor aftershock foreshock seaquake")
# "the quake measured 6.4"
MEASURING = words("measured measuring measures registered registering registers")
LINKS = frozenset({"of", "was", "is", "at", ":"})
# Kinds of units; a speed is a length per time.
FAMILIES = {
    "length": LENGTHS | {"light_year", "nanometre", "micrometre"},
    "time": DURATIONS | {"millisecond", "microsecond", "nanosecond"},
    "area": words(
        """
        square_metre square_kilometre square_mile square_foot square_yard square_inch square_centimetre hectare acre
        """
    ),
    "volume": words(
        """
        litre millilitre megalitre gigalitre gallon quart pint fluid_ounce barrel cubic_metre cubic_kilometre cubic_foot
        """
    ),
    "weight": words(
        """
        microgram milligram gram kilogram tonne ton ounce pound stone quintal kilotonne megatonne gigatonne carat
        """
    ),
    "temperature": TEMPERATURE,
    "speed": frozenset({"knot"}),
    "magnitude": frozenset({"magnitude"}),
}
