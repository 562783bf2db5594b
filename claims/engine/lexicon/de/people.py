"""German nouns for people."""

from claims.engine.lexicon.words import words

PEOPLE = words(
    """
    menschen person personen tote toten verletzte verletzten kinder kind frauen männer einwohner bewohner mitarbeiter
    beschäftigte polizisten soldaten passagiere opfer todesopfer schüler patienten zuschauer demonstranten helfer
    """
)
