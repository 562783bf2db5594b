"""manage.py import_stories DIR: records every story file of a folder, oldest version first."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from sources.errors import Refusal
from sources.services import story_files


class Command(BaseCommand):
    help = "Record the stories in a folder of story files. What is there already is left alone."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path, help="a folder of .json story files, or one such file")

    def handle(self, *args: Any, folder: Path, verbosity: int, **options: Any) -> None:
        paths = [folder] if folder.is_file() else sorted(folder.glob("*.json"))
        if not paths:
            raise CommandError(f"There are no story files in {folder}.")
        for path in paths:
            try:
                self._record(story_files.read_story_file(path), verbosity)
            except Refusal as refusal:
                raise CommandError(str(refusal)) from refusal

    def _record(self, story_file: story_files.StoryFile, verbosity: int) -> None:
        new = 0
        for number, (filed, recorded) in enumerate(story_files.record_story(story_file), start=1):
            new += recorded.created
            if not recorded.created and not verbosity:
                continue
            self.stdout.write(
                f"{story_file.name}: {number} of {len(story_file.versions)}, "
                f"{filed.document} {filed.number}{'' if recorded.created else ' (there already)'}"
            )
        self.stdout.write(self.style.SUCCESS(f"{story_file.title}: {new} new versions."))
