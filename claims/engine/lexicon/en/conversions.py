"""What units measure, and how many base units one of them is (offset for temperatures).

Sources: the international yard and pound agreement of 1959, the SI brochure (9th edition). Money is not converted: a
rate holds for a day only.
"""

FACTORS: dict[str, tuple[str, str, str]] = {
    "millimetre": ("length", "0.001", "0"),
    "centimetre": ("length", "0.01", "0"),
    "metre": ("length", "1", "0"),
    "kilometre": ("length", "1000", "0"),
    "inch": ("length", "0.0254", "0"),
    "foot": ("length", "0.3048", "0"),
    "yard": ("length", "0.9144", "0"),
    "mile": ("length", "1609.344", "0"),
    "nautical_mile": ("length", "1852", "0"),
    "square_metre": ("area", "1", "0"),
    "square_foot": ("area", "0.09290304", "0"),
    "square_kilometre": ("area", "1000000", "0"),
    "square_mile": ("area", "2589988.110336", "0"),
    "hectare": ("area", "10000", "0"),
    "acre": ("area", "4046.8564224", "0"),
    "gram": ("mass", "0.001", "0"),
    "milligram": ("mass", "0.000001", "0"),
    "kilogram": ("mass", "1", "0"),
    "tonne": ("mass", "1000", "0"),
    "ton": ("mass", "1000", "0"),
    "pound": ("mass", "0.45359237", "0"),
    "ounce": ("mass", "0.028349523125", "0"),
    "stone": ("mass", "6.35029318", "0"),
    "litre": ("volume", "1", "0"),
    "millilitre": ("volume", "0.001", "0"),
    "megalitre": ("volume", "1000000", "0"),
    "gallon": ("volume", "3.785411784", "0"),
    "pint": ("volume", "0.473176473", "0"),
    "cubic_metre": ("volume", "1000", "0"),
    "barrel": ("volume", "158.987294928", "0"),
    "second": ("duration", "1", "0"),
    "minute": ("duration", "60", "0"),
    "hour": ("duration", "3600", "0"),
    "day": ("duration", "86400", "0"),
    "week": ("duration", "604800", "0"),
    "month": ("months", "1", "0"),
    "quarter": ("months", "3", "0"),
    "year": ("months", "12", "0"),
    "decade": ("months", "120", "0"),
    "metre_per_second": ("speed", "1", "0"),
    "kilometre_per_hour": ("speed", "0.2777777777777778", "0"),
    "mile_per_hour": ("speed", "0.44704", "0"),
    "knot": ("speed", "0.5144444444444444", "0"),
    "degree_celsius": ("temperature", "1", "0"),
    "degree_fahrenheit": ("temperature", "0.5555555555555556", "-17.77777777777778"),
    "watt": ("power", "1", "0"),
    "kilowatt": ("power", "1000", "0"),
    "megawatt": ("power", "1000000", "0"),
    "gigawatt": ("power", "1000000000", "0"),
    "kilowatt_hour": ("energy", "1", "0"),
    "megawatt_hour": ("energy", "1000", "0"),
    "gigawatt_hour": ("energy", "1000000", "0"),
    "magnitude": ("magnitude", "1", "0"),
    "percent": ("ratio", "1", "0"),
    "percentage_point": ("points", "1", "0"),
    "basis_point": ("points", "0.01", "0"),
    "times": ("times", "1", "0"),
}
# Things that are counted under more than one name.
SAME_THINGS = {
    "house": "home",
    "household": "home",
    "family": "home",
    "dwelling": "home",
    "residence": "home",
    "property": "home",
    "facility": "site",
    "automobile": "car",
    "aeroplane": "aircraft",
    "plane": "aircraft",
    "airplane": "aircraft",
    "ship": "vessel",
    "boat": "vessel",
    "store": "shop",
    "outlet": "shop",
    "film": "movie",
    "pupil": "student",
    "flight": "aircraft",
    "jet": "aircraft",
    "airliner": "aircraft",
    "injury": "person",
    "death": "person",
    "fatality": "person",
    "casualty": "person",
    "lorry": "truck",
    "rouble": "ruble",
}
# Other spellings of units, and words of units that have another sense.
SPELT_OTHERWISE = ("meter", "kilometer", "centimeter", "liter", "mph", "metres", "feet", "nautical")
ALSO_WORDS = frozenset({"point", "second", "pound", "ston", "time", "basi", "square", "yard", "quarter", "per"})
# Dimensions of which a report rarely names two: sharing one is itself a sign of the same thing.
MEASURED = frozenset({"length", "area", "mass", "volume", "speed", "temperature", "power", "energy"})
# Of two of these one may be written without its country: one number in both may be one sum.
DOLLARS = frozenset({"money:USD", "money:CAD", "money:AUD", "money:NZD", "money:SGD", "money:HKD", "money:TWD"})
SPANS_OF_TIME = frozenset({"duration", "months"})
RATIOS = frozenset({"ratio", "points", "times"})
