"""Reports that go back to one origin count once."""

from dataclasses import replace

import pytest

from claims.engine.origins import Origin, Report, origins

SAID = "Thirty-one people died in the fire."
LEDGER = Report("ledger", "Tidewater Ledger", f"{SAID} The harbour master counted them.", SAID)
POST = Report("post", "Kalder Post", "Our reporter at the quay counted thirty-one dead.", "counted thirty-one dead.")
RADIO = Report(
    "radio", "Kalder Radio", "Thirty-one coffins stood in the hall.", "Thirty-one coffins stood in the hall."
)
LONG = " ".join(f"word{number} stands here" for number in range(40))

CASES = [
    # three that found out by themselves
    ("independent", [LEDGER, POST, RADIO], 3),
    # a credit in the text, an agency told, and a third by itself
    (
        "one agency",
        [
            replace(LEDGER, text=f"{LEDGER.text}\n\n(Reuters)"),
            replace(POST, sentence="Vass told Reuters that thirty-one had died."),
            RADIO,
        ],
        2,
    ),
    # two agencies are two
    (
        "two agencies",
        [replace(LEDGER, text=f"{SAID}\n\n(Reuters)"), replace(POST, text="Thirty-one died.\n\n(AFP)"), RADIO],
        3,
    ),
    # the agency itself and an outlet that credits it
    (
        "agency and outlet",
        [Report("wire", "Osk Wire", SAID, SAID), replace(POST, text="OSK, May 4 (Osk Wire) – Thirty-one died.")],
        1,
    ),
    # who is known to relay whom
    ("known to relay", [LEDGER, replace(POST, relays="Tidewater Ledger"), RADIO], 2),
    # the same named claimant, and the claimant's own statement
    ("one claimant", [replace(LEDGER, claimant="Jorun Vass"), replace(POST, claimant="Vass"), RADIO], 2),
    (
        "claimant and own statement",
        [replace(LEDGER, claimant="police"), Report("police", "Osk Police", "We count thirty-one.", "")],
        1,
    ),
    # two people with one surname, and unnamed officials, need not be the same
    ("other claimants", [replace(LEDGER, claimant="Jorun Vass"), replace(POST, claimant="Ida Vass")], 2),
    ("unnamed claimants", [replace(LEDGER, claimant="officials"), replace(POST, claimant="officials")], 2),
    # text taken over, edited at its edges; short texts share words by chance
    ("near-identical", [replace(LEDGER, text=f"Early: {LONG}"), replace(POST, text=f"{LONG} Kalder mourns.")], 1),
    (
        "half of it other",
        [replace(LEDGER, text=LONG), replace(POST, text=LONG[:300] + LONG[300:].replace("word", "other"))],
        2,
    ),
    ("short and alike", [replace(LEDGER, text=SAID, sentence=""), replace(POST, text=SAID, sentence="")], 2),
    # a long sentence letter for letter
    (
        "one sentence",
        [
            replace(
                one, sentence="Thirty-one people died when the ferry burned at the quay in the old harbour on Monday."
            )
            for one in (LEDGER, POST)
        ],
        1,
    ),
    # one publisher twice; two papers of which one's name holds the other's
    ("one publisher", [LEDGER, replace(LEDGER, key="ledger again", text="Thirty-one. We counted.")], 1),
    ("names in names", [replace(LEDGER, source="The Herald"), replace(POST, source="The Sunday Herald")], 2),
    # what links runs through others: a credits B's agency, B names C's claimant
    (
        "a chain",
        [
            replace(LEDGER, text=f"{SAID}\n\n(Reuters)"),
            replace(POST, text="Thirty-one died.\n\n(Reuters)", claimant="Jorun Vass"),
            replace(RADIO, claimant="Jorun Vass"),
        ],
        1,
    ),
    ("none", [], 0),
]


@pytest.mark.parametrize(("reports", "count"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_origins(reports: list[Report], count: int) -> None:
    found = origins(reports)
    assert len(found) == count
    assert sorted(key for one in found for key in one.keys) == sorted(report.key for report in reports)


def test_an_origin_says_whom_its_reports_name() -> None:
    told = [replace(LEDGER, text=f"{SAID}\n\n(Reuters)"), replace(POST, sentence="Vass told Reuters so."), RADIO]
    assert origins(told) == (
        Origin(frozenset({"ledger", "post"}), ("Tidewater Ledger", "Reuters", "Kalder Post")),
        Origin(frozenset({"radio"})),
    )
