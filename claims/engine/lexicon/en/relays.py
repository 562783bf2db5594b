"""How English texts say that what they tell comes from a news agency."""

# Agencies by the names that texts give them, all names of one in a row.
AGENCIES = (
    ("Agence France-Presse", "AFP"), ("Associated Press", "The Associated Press", "AP"),
    ("Reuters", "Thomson Reuters"), ("Press Association", "PA Media", "PA"),
    ("Deutsche Presse-Agentur", "DPA", "dpa"), ("Agencia EFE", "EFE"), ("Agenzia Nazionale Stampa Associata", "ANSA"),
    ("Interfax",), ("TASS", "Tass", "ITAR-Tass"), ("RIA Novosti", "RIA"), ("Xinhua", "Xinhua News Agency"),
    ("Kyodo", "Kyodo News"), ("Yonhap", "Yonhap News Agency"), ("Anadolu", "Anadolu Agency", "AA"),
    ("Press Trust of India", "PTI"), ("Asian News International", "ANI"), ("Canadian Press", "The Canadian Press"),
    ("Australian Associated Press", "AAP"), ("Bloomberg", "Bloomberg News"), ("Belga",), ("Ukrinform",), ("Tanjug",),
    ("Press Association of Ireland",), ("United News of India", "UNI"), ("Antara",), ("Bernama",), ("Lusa",),
    ("IRNA",), ("Polish Press Agency", "PAP"), ("Czech News Agency", "CTK"), ("TT News Agency",), ("NTB",),
    ("Ritzau",), ("STT",),
)  # fmt: skip
# Beside a name these say that it is an agency, known or not.
AGENCY_WORDS = r"(?:state |national |official )?news agency|(?:news|wire|press) service|newswire"
# Before an agency's name: what follows told it, and nobody here asked anew.
FROM_AGENCY = (
    r"told|tells|telling|according to|quoted by|cited by|reported by|in an interview with|in comments to|speaking to"
)
# Behind an agency's name.
AGENCY_SAYS = r"reported|reports|said|says|quoted|cited|citing|quoting"
# Before the name in a line of its own, or in brackets at the end.
CREDITS = (
    r"by|from|via|source|sources|with inputs from|with input from|with reporting by|with|copyright|agency|agencies"
)
