"""German words at which the noun of a number is not looked for, and plurals that bend."""

from claims.engine.lexicon.words import words

DETERMINERS = words("der die das den dem des diese dieser seine ihre unsere")
STOPS = words(
    "wurden wurde starben sind waren haben hatten werden und oder aber in im am an auf aus bei mit nach von vor"
)
SINGULARS = {
    "häuser": "haus", "häusern": "haus", "wohnungen": "wohnung", "autos": "auto", "fahrzeuge": "fahrzeug",
    "boote": "boot", "schulen": "schule", "gebäude": "gebäude", "flüge": "flug", "züge": "zug", "stimmen": "stimme",
}  # fmt: skip
