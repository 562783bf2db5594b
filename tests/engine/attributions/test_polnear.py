"""The measure of `bench.polnear`, on a corpus of one text made here."""

import json
from pathlib import Path

import pytest

from bench.polnear import Marked, core, documents, kind, main, marked, measure

TEXT = "Vale quits.\n\n“We lost,” said Ann Vale. Police said that two men had died.\n"
QUOTE = TEXT.index("“"), TEXT.index("”") + 1
ANN = TEXT.index("Ann Vale"), TEXT.index("Ann Vale") + 8
POLICE = TEXT.index("Police"), TEXT.index("Police") + 6
THAT = TEXT.index("that"), TEXT.index("died") + 4
BRAT = (
    f"T1\tSource {ANN[0]} {ANN[1]}\tAnn Vale\n"
    f"T2\tContent {QUOTE[0]} {QUOTE[1]}\t...\nT3\tSource {POLICE[0]} {POLICE[1]}\tPolice\n"
    f"T4\tContent {THAT[0]} {THAT[0] + 4};{THAT[0] + 5} {THAT[1]}\t...\nT5\tDiscard 0 4\tVale\n"
    "E1\tAttribution:T9 Source:T1 Content:T2\nE2\tAttribution:T8 Source:T3 Content:T4\nE3\tAttribution:T7 Source:T3\n"
)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    (tmp_path / "text" / "one.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "attributions" / "one_aaaa.ann").write_text(BRAT, encoding="utf-8")
    # A second annotator, who comes later in the alphabet and is not asked.
    (tmp_path / "attributions" / "one_bbbb.ann").write_text("T1\tContent 0 4\tVale\nE1\tContent:T1\n", encoding="utf-8")
    return tmp_path


def test_a_file_gives_contents_with_their_sources() -> None:
    assert list(marked(BRAT)) == [
        Marked((QUOTE,), (ANN,)),
        Marked(((THAT[0], THAT[0] + 4), (THAT[0] + 5, THAT[1])), (POLICE,)),
    ]


def test_the_first_annotator_is_taken(corpus: Path) -> None:
    ((name, text, gold),) = documents(corpus)
    assert (name, text, len(gold)) == ("one", TEXT, 2)


def test_marks_and_outer_points_do_not_count() -> None:
    assert core(TEXT, (QUOTE,)) == frozenset(range(QUOTE[0] + 1, QUOTE[1] - 2))


# A quote; words around a quote; no quote.
KINDS = [
    ("“We lost,”", "direct"),
    ("that “we lost”, she", "mixed"),
    ("that they lost", "indirect"),
    ("“a” and “b”", "direct"),
]


@pytest.mark.parametrize(("text", "expected"), KINDS)
def test_kind(text: str, expected: str) -> None:
    assert kind(text, ((0, len(text)),)) == expected


def test_half_of_a_content_is_overlap_and_not_exact() -> None:
    text = "ten chars!"
    tally = measure([(text, [Marked(((0, 8),), ())], [Marked(((0, 4),), ())])])["all"]
    assert (tally.rows()["content_exact_f1"], tally.rows()["content_overlap_f1"]) == (0.0, 66.7)


def test_the_command_writes_its_figures(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([str(corpus), "--json", str(tmp_path / "out.json")])
    assert json.loads((tmp_path / "out.json").read_text()) == {
        "content_exact_f1": 100.0,
        "content_overlap_f1": 98.4,  # the annotator left out the space behind "that"
        "source_exact_f1": 100.0,
        "source_overlap_f1": 100.0,
        "direct_exact_f1": 100.0,
    }
    assert "Citron" in capsys.readouterr().out
