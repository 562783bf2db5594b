"""Story files: read whole or refused by name, recorded in order, and again without effect."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from sources.errors import StoryFileInvalid
from sources.models import Article, ArticleVersion, Source, Story
from sources.services import story_files


def _document(name: str, publisher: str, *versions: tuple[int, str, str], **changes: Any) -> dict[str, Any]:
    return {
        "id": name,
        "publisher": publisher,
        "publisher_kind": "news_outlet",
        "document_kind": "article",
        "versions": [
            {
                "number": number,
                "published": f"2026-04-15T{hour}:00Z",
                "title": f"Fire, {number}",
                "text": text,
                "note": "",
            }
            for number, hour, text in versions
        ],
    } | changes


def _story(*documents: dict[str, Any], **changes: Any) -> dict[str, Any]:
    return {"story": "kalderhaven-ferry-fire", "language": "en", "documents": list(documents)} | changes


STORY = _story(
    _document("ledger", "Tidewater Ledger", (1, "09:00", "Nine people died."), (2, "12:00", "Ten people died.")),
    _document(
        "coastguard",
        "Kalderhaven Coastguard",
        (1, "10:00", "Eleven people died."),
        publisher_kind="government",
        document_kind="official_statement",
    ),
    claims=[],
    contradictions=[],
)


def _file(folder: Path, story: Any, name: str = "kalderhaven-ferry-fire") -> Path:
    path = folder / f"{name}.json"
    path.write_text(story if isinstance(story, str) else json.dumps(story), encoding="utf-8")
    return path


def test_versions_come_in_order_of_publication(tmp_path: Path) -> None:
    story = story_files.read_story_file(_file(tmp_path, STORY))
    assert (story.name, story.title) == ("kalderhaven-ferry-fire", "Kalderhaven ferry fire")
    assert [(filed.document, filed.number, filed.content.text) for filed in story.versions] == [
        ("ledger", 1, "Nine people died."),
        ("coastguard", 1, "Eleven people died."),
        ("ledger", 2, "Ten people died."),
    ]


def test_a_story_is_recorded_once(db: None, tmp_path: Path) -> None:
    story = story_files.read_story_file(_file(tmp_path, STORY))
    first = [(filed.number, recorded.created) for filed, recorded in story_files.record_story(story)]
    again = [(filed.number, recorded.created) for filed, recorded in story_files.record_story(story)]
    assert first == [(1, True), (1, True), (2, True)]
    assert again == [(1, False), (1, False), (2, False)]
    assert Story.objects.get().title == "Kalderhaven ferry fire"
    assert list(Source.objects.values_list("name", "kind", "tier")) == [
        ("Kalderhaven Coastguard", "government", "primary"),
        ("Tidewater Ledger", "news_outlet", "secondary"),
    ]
    ledger = Article.objects.get(external_id="kalderhaven-ferry-fire/ledger")
    assert list(ledger.versions.values_list("number", "title", "text")) == [
        (1, "Fire, 1", "Nine people died."),
        (2, "Fire, 2", "Ten people died."),
    ]


def test_what_came_in_between_is_left_alone(db: None, tmp_path: Path) -> None:
    """A story whose import broke off, or that grew, goes on where it stood."""
    begun = json.loads(json.dumps(STORY))
    del begun["documents"][0]["versions"][1]
    for story in (begun, STORY):
        list(story_files.record_story(story_files.read_story_file(_file(tmp_path, story))))
    assert ArticleVersion.objects.count() == 3


def _without(*path: Any) -> dict[str, Any]:
    story = json.loads(json.dumps(STORY))
    inner = story
    for step in path[:-1]:
        inner = inner[step]
    del inner[path[-1]]
    return story  # type: ignore[no-any-return]


def _with(value: Any, *path: Any) -> dict[str, Any]:
    story = json.loads(json.dumps(STORY))
    inner = story
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    return story  # type: ignore[no-any-return]


BAD = {
    "empty": "",
    "cut": json.dumps(STORY)[:200],
    "a list": "[]",
    "no documents": _without("documents"),
    "no language": _without("language"),
    "no publisher": _without("documents", 0, "publisher"),
    "unknown publisher": _with("rumour", "documents", 0, "publisher_kind"),
    "unknown document": _with("rumour", "documents", 0, "document_kind"),
    "no text": _without("documents", 0, "versions", 0, "text"),
    "text is a number": _with(133, "documents", 0, "versions", 0, "text"),
    "title is missing": _with(None, "documents", 0, "versions", 0, "title"),
    "number is a word": _with("one", "documents", 0, "versions", 0, "number"),
    "no date": _with("yesterday", "documents", 0, "versions", 0, "published"),
    "a date without a zone": _with("2026-04-15T09:00:00", "documents", 0, "versions", 0, "published"),
    "versions with a gap": _with(7, "documents", 0, "versions", 1, "number"),
    "versions out of order": _with("2026-04-15T08:00:00Z", "documents", 0, "versions", 1, "published"),
}


@pytest.mark.parametrize("story", BAD.values(), ids=BAD.keys())
def test_a_bad_file_is_refused_by_name(story: Any, tmp_path: Path) -> None:
    with pytest.raises(StoryFileInvalid, match=r"^kalderhaven-ferry-fire\.json is no story file: "):
        story_files.read_story_file(_file(tmp_path, story))


def test_a_file_that_is_no_text_at_all(tmp_path: Path) -> None:
    path = tmp_path / "picture.json"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\x00")
    with pytest.raises(StoryFileInvalid, match=r"^picture\.json is no story file: "):
        story_files.read_story_file(path)


def _import(folder: Path) -> list[str]:
    out = io.StringIO()
    call_command("import_stories", folder, stdout=out, no_color=True)
    return out.getvalue().splitlines()


def test_the_command_imports_a_folder_twice(db: None, tmp_path: Path) -> None:
    _file(tmp_path, STORY)
    assert _import(tmp_path) == [
        "kalderhaven-ferry-fire: 1 of 3, ledger 1",
        "kalderhaven-ferry-fire: 2 of 3, coastguard 1",
        "kalderhaven-ferry-fire: 3 of 3, ledger 2",
        "Kalderhaven ferry fire: 3 new versions.",
    ]
    assert _import(tmp_path) == [
        "kalderhaven-ferry-fire: 1 of 3, ledger 1 (there already)",
        "kalderhaven-ferry-fire: 2 of 3, coastguard 1 (there already)",
        "kalderhaven-ferry-fire: 3 of 3, ledger 2 (there already)",
        "Kalderhaven ferry fire: 0 new versions.",
    ]
    assert ArticleVersion.objects.count() == 3


def test_the_command_takes_one_file(db: None, tmp_path: Path) -> None:
    path = _file(tmp_path, STORY)
    _file(tmp_path, _story(), "other")
    assert _import(path)[-1] == "Kalderhaven ferry fire: 3 new versions."
    assert Story.objects.count() == 1


def test_the_command_names_what_is_wrong(db: None, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="There are no story files in"):
        _import(tmp_path)
    _file(tmp_path, _without("documents", 0, "publisher"))
    with pytest.raises(CommandError) as refused:
        _import(tmp_path)
    assert str(refused.value) == "kalderhaven-ferry-fire.json is no story file: KeyError('publisher')"
    assert Article.objects.count() == 0


def test_a_text_that_is_refused_names_its_file(db: None, tmp_path: Path) -> None:
    _file(tmp_path, _with("\u200b", "documents", 1, "versions", 0, "text"))
    with pytest.raises(CommandError, match=r"^kalderhaven-ferry-fire\.json, coastguard 1: There is no text to read"):
        _import(tmp_path)
