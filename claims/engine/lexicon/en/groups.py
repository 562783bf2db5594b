"""Who of a larger number is counted, and how badly hurt: English wordings.

Wordings are parted by bars, in lower case; a longer one is looked for before a shorter one.
"""

import re

from claims.engine.lexicon.words import words

# Who of a larger number is counted, where the word stands right behind the number; a count of some is never of all.
GROUPS = {
    # everybody of a crew or a force, and members of what is no club
    "": "executive officer|executive officers|medical officer|press officer|returning officer|chief officer|"
    "first officer|officers and ratings|officers and men|officers and crew|officers and sailors|officers and soldiers|"
    "officers and enlisted|officers and other ranks|officers and staff|officers and cadets|men and women|women and men|"
    "men, women and children|women, men and children|boys and girls|girls and boys|members of the public|"
    "members of the ship's company|members of the same family|members of one family|members of a family|"
    "members of his family|members of her family|members of the family|members of their family|members of the community|"
    "members of the congregation|members of the armed forces|members of the security forces",
    "child": "children|child|boys|girls|minors|teenagers|pupils|infants|babies|under-18s|toddlers",
    "woman": "women|woman|female",
    "man": "men|male",
    "police": "policemen|police officers|officers|policeman|policewoman|policewomen|police officer|officer|constable|"
    "constables|trooper|troopers",
    "firefighter": "firefighters|firefighter|fireman|firemen",
    "soldier": "soldiers|troops|servicemen|soldier|serviceman|servicewoman",
    "rescuer": "paramedics|paramedic|medics|medic|lifeguards|lifeguard|relief workers|aid workers|aid worker",
    "volunteer": "volunteers|members|member|volunteer|employees of",
    "crew": "crew|staff members|crew members",
    "foreign": "foreigners|foreign|tourists",
    "student": "students|student",
    "band": "band|musicians",
}
# Groups that are everybody taken together.
EVERYBODY = words("man woman")
# Of these everybody may be a man or a woman: "three men were arrested" is told of all who were.
OF_SUSPECTS = words("detained charged convicted sentenced")
# How badly; said of some of those counted, before or behind the number.
SEVERE = {
    "severe": "seriously|critically|serious|critical condition|in a critical|severely|gravely|life-threatening",
}
# Before a number: as what those counted are together.
GROUP_OF = re.compile(r"\b(crew|band) of (?:about |some |up to |only |just |nearly |at least |more than )?$")
