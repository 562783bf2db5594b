"""manage.py evaluate: the whole product over story files, and nothing left behind."""

import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from bench.score import score
from claims.models import Claim, ContradictionFlag, ExtractionRun
from sources.models import Article, ArticleVersion, Source, Story

pytestmark = pytest.mark.django_db

GOLD = Path(__file__).resolve().parent.parent.parent / "bench" / "gold"
NAME = "aldermere-tram-collision.json"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / NAME).write_text((GOLD / NAME).read_text(encoding="utf-8"), encoding="utf-8")
    return tmp_path


def _evaluate(folder: Path, *flags: str) -> dict[str, list[dict[str, object]]]:
    call_command("evaluate", "stories", folder / "gold", *flags, output=folder / "out", verbosity=0)
    return dict(json.loads((folder / "out" / NAME).read_text(encoding="utf-8")))


def test_the_prediction_speaks_of_the_texts_as_they_are(folder: Path) -> None:
    story = json.loads((folder / "gold" / NAME).read_text(encoding="utf-8"))
    texts = {(d["id"], v["number"]): v["text"] for d in story["documents"] for v in d["versions"]}
    prediction = _evaluate(folder)
    assert {(c["document"], c["version"]) for c in prediction["claims"]} == set(texts)
    for claim in prediction["claims"]:
        text = texts[claim["document"], claim["version"]]
        assert text[claim["start"] : claim["end"]] == claim["text"]
    ids = {claim["id"] for claim in prediction["claims"]}
    assert {pair[side] for pair in prediction["contradictions"] for side in "ab"} <= ids


def test_nothing_is_left_behind(folder: Path) -> None:
    _evaluate(folder)
    for model in (Story, Source, Article, ArticleVersion, ExtractionRun, Claim, ContradictionFlag):
        assert (model.__name__, model.objects.count()) == (model.__name__, 0)


def test_the_claims_of_the_file_can_be_taken_as_read(folder: Path) -> None:
    _evaluate(folder, "--gold-claims")
    claims = score(folder / "gold", folder / "out")["claims"]
    assert {kind: row["f1"] for kind, row in claims.items()} == dict.fromkeys(claims, 1.0)


def test_a_folder_without_stories_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="There are no story files in"):
        call_command("evaluate", "stories", tmp_path, output=tmp_path / "out")


def test_a_file_that_is_no_story_is_named(folder: Path) -> None:
    (folder / "gold" / NAME).write_text("{}", encoding="utf-8")
    with pytest.raises(CommandError, match=f"^{NAME}: "):
        _evaluate(folder)
