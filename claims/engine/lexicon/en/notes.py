"""English words by which the note of a new version tells of what it changed."""

from claims.engine.lexicon.words import words

# Said of a change that sets right what was wrong.
CORRECTS = words(
    "corrects corrected correction correcting corrections misstated incorrectly erroneously error amends "
    "amended wrongly"
)
# A note of these tells of all who came to harm.
CASUALTIES = words("toll tolls casualty casualties victims")
HARM = words("killed injured missing in_hospital intensive_care")
# Words of a note that speak of every claim of a kind.
NOTE_WORDS = {
    "figure": words("figure figures number numbers count counts total totals estimate estimates results"),
    "quote": words("quote quotes quotation quoted wording remark remarks"),
    "speaker": words("quote quotes quotation quoted attribution attributed credited"),
    "attribution": words("attribution attributed source sourcing credited statement"),
}
