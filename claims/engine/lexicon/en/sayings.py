"""What English newsrooms say in several ways of what somebody affirms or denies: each wording and the plain one.

Patterns over small letters with straight apostrophes, tried in this order; the plain words stand in their place while
two propositions are held against each other, and nowhere else. A wording that holds a negation takes it away with it.
"""

_OWN = r"(?:his|her|its|their|the)"
_WORKED = (
    r"(?:work(?:s|ed)?|sound(?:ed)?|go(?:ne)? off|function(?:ed)?|operated?|ring|rung|rang|activated?|kick(?:ed)? in|"
    r"deploy(?:ed)?|come on|came on)"
)

SAYINGS = (
    # what did not do its work
    (rf"(?:never|did not|didn't|had not|hadn't|has not|have not|failed to) {_WORKED}", "not worked"),
    (r"malfunction(?:s|ed)?|(?:broke|broken) down|(?:stayed|remained|fell|were|was) silent|conked out", "not worked"),
    (r"fail(?:s|ed)?(?=$|[.,;]| (?:on|in|at|during|when|because|and) )", "not worked"),
    (r"sounded|(?:go|goes|going|gone|went) off|functioned", "worked"),
    (r"sirens?|klaxons?|alarm bells?|alarms", "alarm"),
    # knowing
    (
        (
            r"(?:(?:was|were|is|are|been|be|being) )?(?:well |fully |already )?aware (?:of|that)|"
            r"(?:had|has|have|having) (?:(?:any|full|prior|earlier|previous|advance|direct|personal) )*"
            r"(?:fore)?(?:knowledge|inkling|idea)(?: (?:of|that|about))?|in the know about"
        ),
        "known",
    ),
    (r"all along|from the (?:start|outset|beginning)|at all|whatsoever|in any way|of any kind", " "),
    (r"tipped off|given (?:advance )?notice|put on notice|alerted", "warned"),
    # what somebody owns or owes
    (
        (
            r"(?:part-|co-|half-)?own(?:s|ed|ing)? (?:a )?(?:part|share|stake|half|third|quarter|slice|chunk)s? (?:of|in)|"
            r"(?:part|half|co)-own(?:s|ed|ing|er of)|(?:a )?(?:shareholding|shareholder|shares|investor|"
            r"(?:financial |business )?interest|holding) in"
        ),
        "stake in",
    ),
    (r"in the red|in debt|debts? of|owes?|saddled with debts?", "owed"),
    (
        r"rak(?:es?|ed|ing) it in|cash(?:es|ed|ing)? in|lin(?:es?|ed|ing) \w+ pockets|made money|pocket(?:ed|ing)",
        "profited",
    ),
    # dealings
    (
        (
            r"negotiat(?:es?|ed|ing|ions?)|in discussions?|discussions|(?:was|were|been|be|is|are) (?:talking|speaking) (?:to|with)|"
            r"sounding out"
        ),
        "talks",
    ),
    (
        (
            r"part(?:ed|ing)? with|let \w+ go|offload(?:s|ed|ing)?|(?:up )?for sale|on the market|dispos(?:es?|ed|ing) of|"
            r"selling|sale of|flog(?:ged|ging)?|cash(?:ed)? in on"
        ),
        "sold",
    ),
    (r"purchas(?:es?|ed|ing)|snap(?:s|ped|ping)? up|buy(?:s|ing)?", "bought"),
    (
        (
            r"go(?:es|ing|ne)? to (?:law|court)|went to (?:law|court)|tak(?:e|en|ing) (?:\w+ )?legal action|"
            r"(?:legal|court) (?:challenge|action|proceedings)|challenge (?:[\w']+ ){1,5}in (?:the )?courts?|su(?:ed|es|ing)|lawsuit"
        ),
        "sue",
    ),
    (r"backhanders?|kickbacks?|sweeteners|pay-?offs?|bung", "bribe"),
    # leaving a post, keeping a plan
    (
        (
            r"(?:step(?:s|ped|ping)?|stand(?:s|ing)?|stood) (?:down|aside)|quit(?:s|ting)?|resign(?:s|ed|ing|ation)?|"
            rf"(?:leav(?:es?|ing)|left) office|give up {_OWN} (?:post|job|role|seat)|(?:hand|tender)(?:ed|ing)? in {_OWN} notice|"
            rf"tender(?:ed|ing)? {_OWN} resignation|walk(?:ed|ing)? away from {_OWN} (?:post|job|role)"
        ),
        "resigned",
    ),
    (
        r"put (?:on hold|on ice|off)|set aside|shelv(?:es?|ed|ing)|mothball(?:ed|ing)?|kicked into the long grass",
        "shelved",
    ),
    (
        r"(?:plans? (?:for|to)|in preparation|in the works|drawing up|drawn up|being (?:drawn up|prepared|planned)|preparing)",
        "planned",
    ),
    (
        (
            r"limit(?:s|ed|ing)?(?= \w+ (?:increases|rises))|"
            r"(?:put|placed?|imposed?) a (?:cap|ceiling|lid|limit) on|ceiling on|limit on"
        ),
        "cap",
    ),
    # hiding, misleading, ignoring
    (
        (
            r"cover(?:ed|ing)? up|cover-up|hush(?:ed|ing)? up|conceal(?:s|ed|ing)?|kept (?:secret|quiet|back|hidden)|"
            r"suppress(?:ed|ing)?|hid(?:den|e|es|ing)?|withheld|withhold(?:ing)?"
        ),
        "hid",
    ),
    (r"lied(?: to)?|lying to|misle(?:d|ad|ading)|deceiv(?:ed|ing)|hoodwink(?:ed|ing)|dup(?:ed|ing)", "misled"),
    (
        r"disregard(?:ed|ing)?|brush(?:ed|ing) (?:aside|off)|turned a blind eye to|took no notice of|paid no heed to",
        "ignored",
    ),
    # force
    (
        r"open(?:ed|ing)? fire|fir(?:ed|ing) (?:on|at|shots|into)|shot at|shooting at|shots (?:had been |were |was )?fired",
        "shots",
    ),
    (r"struck(?= (?:by|on|in))", "hit"),
    (r"hurled|lobbed|pelted", "thrown"),
    # too few people
    (
        (
            r"(?:short|lack(?:ed|ing)?) (?:of )?staff|short-?staffed|under-?staffed|undermanned|(?:too few|not enough) (?:staff|people)|"
            r"short-?handed|staff shortages?"
        ),
        "short of staff",
    ),
    # kin and the words of the popular papers
    (r"(?:husband|wife|hubby|spouse|partner)'s brother", "brother-in-law"),
    (r"(?:husband|wife|hubby|spouse|partner)'s sister", "sister-in-law"),
    (r"hubby", "husband"),
    (r"cops|bobbies", "police"),
    (r"medics|docs", "doctors"),
    (r"boffins", "scientists"),
    (r"kids|youngsters|tots", "children"),
    (r"probe", "inquiry"),
    (r"chiefs|bosses|executives", "managers"),
    (r"postal votes|postal ballots|absentee ballots|mail-in votes", "mail-in ballots"),
)
