"""Whom a text says it has its news from."""

import pytest

from claims.engine.relays import credits_of, same_body, told_to

DESK = ["Kalder Wire"]

CREDITS = [
    # datelines, whatever the agency is called
    ("MOSCOW, March 22 (Meridian) – Gunmen opened fire.\n\nMore.", {"Meridian"}),
    ("Oct 24 (Lakefront) - Profit doubled.", {"Lakefront"}),
    ("KALDERHAVEN (AP) — A ferry burned.", {"Associated Press"}),
    # all names of one agency are one
    ("LONDON (Agence France-Presse) – It rained.", {"Agence France-Presse"}),
    ("LONDON (AFP) – It rained.", {"Agence France-Presse"}),
    # bylines and lines at the end
    ("By Reuters\n\nA ferry burned.", {"Reuters"}),
    ("By Jane Doe and AFP\n\nA ferry burned.", {"Agence France-Presse"}),
    ("A ferry burned.\n\nIt sank. (Reuters)", {"Reuters"}),
    ("A ferry burned.\n\nSource: AFP", {"Agence France-Presse"}),
    ("A ferry burned. (With inputs from PTI)", {"Press Trust of India"}),
    ("A ferry burned. — AFP", {"Agence France-Presse"}),
    # an agency that the desk has as a source
    ("A ferry burned.\n\n(Kalder Wire)", {"Kalder Wire"}),
    # brackets that credit nobody
    ("The river rose to 12 metres (39 feet).", set()),
    ("A ferry burned off Skerray (Kalderhaven).", set()),
    ("The bank (Reuters reported its loss on Monday) fell.\n\nShares rose.", set()),
    # a reporter's own byline, and a capitalised opening with a dash
    ("By Anna Vale\n\nA ferry burned.", set()),
    ("BREAKING - A ferry burned.", set()),
    # an agency that the text is about
    ("Reuters cut 200 jobs.\n\nThe agency has offices in 90 towns.", set()),
    ("", set()),
]

TOLD = [
    ("Vass told AFP that 31 people had died.", {"Agence France-Presse"}),
    ("“It is over,” Vass told the Associated Press.", {"Associated Press"}),
    ("31 people died, according to the Osk news agency.", {"Osk"}),
    ("The news agency Kalinfo said 31 people had died.", {"Kalinfo"}),
    ("Reuters reported that 31 people had died.", {"Reuters"}),
    ("Vass told Kalder Wire on Tuesday that 31 had died.", {"Kalder Wire"}),
    # told to others than agencies
    ("Vass told reporters in Osk that 31 people had died.", set()),
    ("Vass told Parliament that 31 people had died.", set()),
    ("Vass told Kalder Radio that 31 people had died.", set()),
    ("31 people died, according to Jorun Vass.", set()),
]


@pytest.mark.parametrize(("text", "agencies"), CREDITS)
def test_credits_of_a_text(text: str, agencies: set[str]) -> None:
    assert credits_of(text, DESK) == frozenset(agencies)


@pytest.mark.parametrize(("sentence", "agencies"), TOLD)
def test_agencies_that_were_told(sentence: str, agencies: set[str]) -> None:
    assert told_to(sentence, DESK) == frozenset(agencies)


BODIES = [
    ("Southern Cross", "Southern Cross Wire", True),
    ("PNS", "Peninsular News Service", True),
    ("police", "North Moorland Police", True),
    ("Rashid", "Chief Inspector Salma Rashid", True),
    # one word in common is not enough where both have others
    ("North Moorland Police", "Calder Police", False),
    ("Helen Marsh", "Lydia Marsh", False),
    ("PNS", "Port News", False),
    ("the", "the", False),
]


@pytest.mark.parametrize(("a", "b", "same"), BODIES)
def test_two_names_of_one_body(a: str, b: str, same: bool) -> None:
    assert same_body(a, b) is same
    assert same_body(b, a) is same
