"""English words for what grows, moves or spreads while an event is reported: a later number of these is an update."""

from claims.engine.lexicon.words import words

# A later offer with one of these took the place of the earlier one.
MOVED_ON = words("now new raised raises raising improved increased latest lowered upped revised sweetened final")
# Counts that only grow while an event is reported; a later, lower one is no update.
GROWING = words(
    "signed killed injured rescued evacuated displaced registered detained charged convicted infected flooded identified "
    "burned destroyed damaged diverted reward"
)
GROWING_UNITS = words("rescue call arrest claim complaint death")
# States that move either way while an event is reported.
MOVING = words(
    "wanted missing in_hospital intensive_care trapped ventilated treated reporting closed share_price exchange_rate homeless without_power"
)
MOVING_UNITS = words("vote ballot poll seat precinct")
# What is counted up to a day and starts anew: of another day it is another count.
COUNTED_UP = words("cancelled resigned")
# Words of a sentence that tell of what spreads over an area.
SPREADING = words(
    "wildfire wildfires bushfire bushfires fire fires blaze blazes flames burned burnt blackened charred scorched flood "
    "floods flooded floodwater spill slick lava"
)
