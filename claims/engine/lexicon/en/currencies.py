"""Money: signs, codes and names -> ISO 4217."""

import re

from claims.engine.lexicon.words import words

# Longest first where they share a beginning; written right before the number, a space allowed.
SIGNS = {
    "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "CAN$": "CAD", "NZ$": "NZD",
    "HK$": "HKD", "S$": "SGD",
    "R$": "BRL", "NT$": "TWD", "MX$": "MXN", "J$": "JMD", "TT$": "TTD", "Z$": "ZWL", "N$": "NAD", "F$": "FJD",
    "B$": "BND",
    "$US": "USD", "$A": "AUD", "$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₽": "RUB",
    "₩": "KRW", "₺": "TRY",
    "₴": "UAH", "₪": "ILS", "₦": "NGN", "₱": "PHP", "฿": "THB", "₫": "VND", "₡": "CRC", "₵": "GHS", "₸": "KZT",
    "₼": "AZN",
    "CN¥": "CNY", "RMB": "CNY", "Rs": "INR", "Re": "INR", "RM": "MYR", "Rp": "IDR", "R": "ZAR", "kr": "SEK",
    "Kč": "CZK",
    "zł": "PLN", "Fr": "CHF", "KSh": "KES", "Sh": "KES", "Tk": "BDT", "EC$": "XCD", "PS": "GBP", "Y": "JPY",
    "Y=": "JPY", "kn": "HRK", "¢": "USD", "IR£": "IEP",
    "Ksh": "KES", "KSH": "KES", "Kshs": "KES", "KShs": "KES", "Shs": "KES", "USh": "UGX", "Ush": "UGX", "UShs": "UGX",
    "TSh": "TZS", "Tsh": "TZS", "TShs": "TZS", "GH₵": "GHS", "GH¢": "GHS",
}  # fmt: skip
# Letters that are as often something else ("P45", "K2", "N95"): money only before thousands with their comma, or before
# a scale in words. One letter stands right before its digits.
LETTER_SIGNS = {"P": "P", "K": "K", "N": "NGN", "PhP": "PHP", "Php": "PHP", "Le": "SLE", "MK": "MWK"}
# Whose sign it is, by the names of the countries that share it; the first where none is named.
LETTER_HOMES = {"P": ("P_HOMES", "PHP"), "K": ("K_HOMES", "ZMW")}
LETTER_MARK = {"P": re.compile(r"(?<![^\W_])P\d"), "K": re.compile(r"(?<![^\W_])K\d")}
# Signs that are letters stand right before digits, or before a full stop and digits ("Rs. 500").
CODES = words(
    """
    USD EUR GBP JPY CNY INR RUB CHF AUD CAD NZD SEK NOK DKK PLN CZK HUF RON BGN TRY UAH ILS AED SAR QAR KWD EGP NGN
    ZAR KES GHS BRL MXN ARS CLP COP PEN KRW TWD HKD SGD MYR THB IDR PHP VND PKR BDT LKR NPR IRR IQD ISK RSD GEL KZT
    AZN BYN UGX TZS ZMW MWK PGK BWP SLE ETB RWF
    """
)
_NAMES = {
    "USD": "usd|dollar|dollars|us dollar|us dollars|u s dollars|u . s . dollars|american dollars|united states "
    "dollars|buck|bucks|"
    "u . s . dollar",
    "AUD": "australian dollar|australian dollars|aussie dollars",
    "CAD": "canadian dollar|canadian dollars",
    "NZD": "new zealand dollar|new zealand dollars",
    "HKD": "hong kong dollar|hong kong dollars",
    "SGD": "singapore dollar|singapore dollars",
    "TWD": "taiwan dollar|taiwan dollars|new taiwan dollars",
    "JMD": "jamaican dollars",
    "EUR": "euro|euros",
    "GBP": "pound|pounds|pound sterling|pounds sterling|british pounds|quid|sterling",
    "EGP": "egyptian pound|egyptian pounds",
    "JPY": "yen|japanese yen",
    "CNY": "rmb|yuan|chinese yuan|renminbi|yuan renminbi",
    "INR": "rupee|rupees|indian rupees|indian rupee",
    "PKR": "pakistani rupee|pakistani rupees",
    "LKR": "sri lankan rupees|sri lankan rupee",
    "NPR": "nepali rupees|nepalese rupees",
    "BDT": "taka|bangladeshi taka",
    "RUB": "rouble|roubles|ruble|rubles|russian roubles|russian rubles",
    "UAH": "hryvnia|hryvnias|hryvnya",
    "CHF": "swiss franc|swiss francs|franc|francs",
    "SEK": "swedish krona|swedish kronor|swedish crowns|krona|kronor",
    "NOK": "norwegian krone|norwegian kroner|norwegian crowns|kroner",
    "DKK": "danish krone|danish kroner|danish crowns",
    "CZK": "czech koruna|czech crowns|koruna|korunas",
    "PLN": "zloty|zlotys|zlotych",
    "HUF": "forint|forints",
    "TRY": "lira|turkish lira|liras",
    "ILS": "shekel|shekels|israeli shekels",
    "AED": "dirham|dirhams|uae dirhams",
    "SAR": "saudi riyal|saudi riyals|riyal|riyals",
    "ZAR": "rand|south african rand",
    "NGN": "naira",
    "KES": "kenyan shilling|kenyan shillings|shillings",
    "GHS": "cedi|cedis",
    "BRL": "real|reais|brazilian reais|brazilian reals",
    "MXN": "mexican peso|mexican pesos",
    "ARS": "argentine peso|argentine pesos",
    "PHP": "philippine peso|philippine pesos",
    "COP": "colombian peso|colombian pesos",
    "CLP": "chilean peso|chilean pesos",
    "KRW": "won|south korean won|korean won",
    "MYR": "ringgit|malaysian ringgit",
    "THB": "baht|thai baht",
    "IDR": "rupiah|indonesian rupiah",
    "VND": "dong|vietnamese dong",
    "peso": "peso|pesos",
    "bitcoin": "bitcoin|bitcoins|btc",
    "HRK": "kuna|kunas",
}
NAMES = {tuple(form.split()): code for code, forms in _NAMES.items() for form in forms.split("|")}
LONGEST = 4
# Between the two currencies of a rate: "7.88 to the euro".
FOR_ONE_OF = frozenset({("to", "the"), ("against", "the"), ("for", "one"), ("to", "one")})
# Hundredths: of what, where the text does not say.
CENTS = {"cent": "USD", "cents": "USD", "c": "USD", "pence": "GBP", "p": "GBP", "penny": "GBP",
"pennies": "GBP", "paise": "INR",
         "kopecks": "RUB", "sen": "MYR"}  # fmt: skip
GLUED_CENTS = frozenset({"c", "p"})
# Of those, the one that wires write apart ("down 68 p at 1112 p").
LOOSE_CENTS = frozenset({"p"})
CENT_SIGN = "¢"
# Currency names that are plain words as well: only after a number with a scale, or where the noun cannot be meant.
PLAIN_WORDS = frozenset({"won", "real", "sterling", "sen", "dong"})
POUND_FORMS = frozenset({"pound", "pounds"})
# Beside one of these a pound is a weight.
WEIGHTY = words(
    """
    ton tons tonne tonnes kg kilogram kilograms stone weigh weighs weighed weighing weight heavy drug drugs cocaine heroin marijuana cannabis fish meat bomb
    explosives food turkey ounces ounce lift lifted lost gained load
    """
)
# Of these a sum of millions is as often said.
LOST_OR_WON = words("lost gained lifted lift")
# "Pounds of" one of these are money, of anything else a weight.
OF_MONEY = words(
    """
    debt debts aid funding funds savings revenue revenues income damage damages investment investments losses loss
    profit profits cash fine fines compensation benefit benefits cuts spending tax taxes taxpayer taxpayers public
    money sales turnover equity capital assets trade exports imports credit loans grants government arrears credit
    support business repairs property jewellery stock shares bonds worth winnings expenses fees rent pay
    """
)
# The dollar of the house, by names that its country's press uses; it holds where the text marks no dollar of
# that country.
DOLLAR_MARK = re.compile(r"\$|\bdollars?\b|\bcents?\b")
DOLLAR_HOMES = {
    "AUD": words(
        """
        Australia Australian Australians Queensland Sydney Melbourne Brisbane Perth Adelaide Canberra Hobart Tasmania
        NSW SES ASX RBA Centrelink Woolworths Qantas
        """
    )
    | {"New South Wales", "Bureau of Meteorology", "State Emergency Service", "Northern Territory"},
    "CAD": words(
        """
        Canada Canadian Canadians Ontario Quebec Alberta Toronto Vancouver Montreal Ottawa Calgary RCMP Manitoba
        Saskatchewan Winnipeg Edmonton Saskatoon Halifax Newfoundland Yukon Nunavut Mississauga
        Quebecers Ontarians Albertans Manitobans TSX
        """
    )
    | {"British Columbia", "Nova Scotia", "New Brunswick", "Prince Edward Island", "Bank of Canada", "Parliament Hill"},
    "NZD": {
        "New Zealand",
        "New Zealander",
        "New Zealanders",
        "Auckland",
        "Christchurch",
        "Dunedin",
        "Aotearoa",
        "Waikato",
    },
    "SGD": {"Singapore", "Singaporean", "Singaporeans"},
    "HKD": {"Hong Kong", "Kowloon"},
}
USD_HOME = words(
    """
    US USA America American Americans Washington California Texas Florida Ohio Arizona Chicago Boston Nasdaq Pentagon
    """
) | {"U.S.", "United States", "New York", "Wall Street", "Federal Reserve", "Dow Jones", "White House"}
METRIC_MARK = re.compile(r"\b(?:kilomet(?:re|er)s?|km|met(?:re|er)s|Celsius|per cent)\b|\u00b0C")
# "rupees" of a neighbour
RUPEE_MARK = re.compile(r"\brupees?\b|\bRs\b|\u20b9")
RUPEE_HOMES = {
    "PKR": ["Pakistan", "Pakistani", "Karachi", "Lahore", "Islamabad"],
    "LKR": ["Sri Lanka", "Sri Lankan", "Colombo"],
    "NPR": ["Nepal", "Nepali", "Nepalese", "Kathmandu"],
    "INR": ["India", "Indian", "Delhi", "Mumbai", "Bengaluru", "Kolkata", "Chennai", "crore", "lakh"],
}
# "pesos" of the text's own country; an amount with their sign tells as much as a name.
PESO = "peso"
PESO_MARK = re.compile(r"\bpesos?\b")
PHILIPPINE_AMOUNT = re.compile(
    r"₱|(?<![^\W_])(?:PHP|Php|PhP) ?\d|(?<![^\W_])P(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?[ -](?:thousand|million|billion))"
)
PHILIPPINE_PESO = "PHP"
P_HOMES = {
    "PHP": words(
        """
        Philippines Philippine Filipino Filipinos Filipina Filipinas Manila Luzon Visayas Mindanao Cebu Davao Leyte
        Samar Bohol Palawan Batangas Tacloban Iloilo Baguio Makati Barangay barangay barangays Phivolcs PHIVOLCS
        Pagasa PAGASA
        """
    )
    | {"Quezon City", "Malacañang"},
    "BWP": words("Botswana Batswana Gaborone Francistown Maun"),
}
PESO_HOMES = {
    "PHP": P_HOMES["PHP"],
    "MXN": words("Mexico Mexican Mexicans Pemex Guadalajara Monterrey Oaxaca Tijuana Banxico"),
    "ARS": {"Argentina", "Argentine", "Argentines", "Argentinian", "Buenos Aires"},
    "COP": words("Colombia Colombian Colombians Bogota Bogotá Medellin Medellín"),
    "CLP": words("Chile Chilean Chileans Santiago Valparaiso Valparaíso Codelco"),
}
K_HOMES = {
    "ZMW": words("Zambia Zambian Zambians Lusaka Kitwe Ndola"),
    "MWK": words("Malawi Malawian Malawians Lilongwe Blantyre Mzuzu"),
    "PGK": {"Papua New Guinea", "Port Moresby", "PNG"},
}
RUPEE = "INR"
DOLLAR = "USD"
MINOR = "0.01"
# With one of these the country is said.
MARKED = ("US", "USD", "U.S", "american", "American")
# Countries that may stand apart from their sign.
LOOSE = frozenset({"US", "AU", "HK", "NZ", "A", "C", "S", "R", "NT"})
# The first letters or the first mark of every sign and code.
SIGN_STARTS = CODES | {re.split(r"(?<=[^\W\d_])(?![^\W\d_])|(?<=[^\w])", sign)[0] for sign in (*SIGNS, *LETTER_SIGNS)}
# What a text counts its sums in, where one leaves it out: "it costs thirty-two million to run". Its sums are those with
# a sign that is no letter, and with one word for a name.
SUM_MARK = re.compile(
    r"((?:US|AU|A|C|CA|NZ|HK|S|R)?[$]|[£€¥₹₽₩₺₴₪₦₱฿])(?=\s?\d)|"
    r"(?<=\d|n|d) ("
    + "|".join(sorted(name for (name, *more) in NAMES if not more and name.isalpha() and name not in PLAIN_WORDS))
    + r")\b"
)
# Beside a number of millions with no noun these make a sum of it; the others a count of what is sold or watched.
OF_SUMS = OF_MONEY | words(
    """
    cost costs costing spend spends spent paid pays paying price priced prices valued value owe owes owed owing repay repaid borrow
    borrowed borrowing borrowings loan mortgage lend lent invest invested investing fund funded budget budgeted
    overspend overspent earn earns earned earnings takings saves save saved saving fine fined bill bid bids
    facility facilities overdraft surplus deficit shortfall subsidy subsidies donation donations donated pledged
    salary salaries bonus bonuses pension pensions ransom reward jackpot prize dowry worth sum outlay
    coughed forked shelled splashed splash stumped pumped ploughed poured injected raised dividend dividends buyback
    payout settlement award royalties toll-revenue
    """
)
NO_SUMS = words(
    """
    people passengers visitors viewers voters copies records albums tickets units barrels tonnes tons litres gallons
    customers users subscribers readers listeners doses households homes jobs votes followers downloads streams views
    vehicles cars bottles pages trees animals birds acres hectares
    """
)
# Their level is a price, a sum or a rate.
PRICED = words(
    "prices stocks yields futures indices indexes rates wages rents salaries takings earnings costs dividends"
)
# "A pie costs me thirteen."
COSTING = words("cost costs costing")
PAYERS = words("me you us him her them it")
# What a number of millions is where somebody expects it, or puts it in.
EXPECTING = words(
    """
    expect expected expecting expects predict forecast forecasts forecasting predicted predicting pencilled projected projecting
    guided budgeted
    """
)
PUTTING = frozenset(
    {
        ("put", "in"), ("put", "up"), ("put", "aside"), ("set", "aside"), ("put", "into"), ("shell", "out"),
        ("shells", "out"), ("fork", "out"), ("cough", "up"), ("chip", "in"), ("chipped", "in"), ("write", "off"),
        ("wrote", "off"), ("written", "off"),
    }
)  # fmt: skip
ANOTHER = words("another some about around roughly nearly almost over")
