"""manage.py evaluate stories DIR --output OUT: what the product finds in story files, ready to be scored."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from factcheck.evaluation import VersionFailedError, predict
from sources.errors import StoryFileInvalid


class Command(BaseCommand):
    help = "Run every story of a folder through the product and write one prediction file for each. Nothing is kept."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("what", choices=["stories"])
        parser.add_argument("folder", type=Path, help="a folder of story files")
        parser.add_argument("--output", type=Path, required=True, help="the folder for the predictions")

        parser.add_argument(
            "--gold-claims",
            action="store_true",
            help="take the claims of the files as read; measure the comparison alone",
        )

    def handle(self, *args: Any, folder: Path, output: Path, gold_claims: bool = False, **options: Any) -> None:
        paths = sorted(folder.glob("*.json"))
        if not paths:
            raise CommandError(f"There are no story files in {folder}.")
        output.mkdir(parents=True, exist_ok=True)
        for number, path in enumerate(paths, start=1):
            self.stdout.write(f"{number} of {len(paths)}: {path.stem}")
            try:
                self._predict(path, output / path.name, gold_claims=gold_claims)
            except (StoryFileInvalid, VersionFailedError) as error:
                raise CommandError(f"{path.name}: {error}") from error

    def _predict(self, path: Path, target: Path, *, gold_claims: bool) -> None:
        for step in predict(path, gold_claims=gold_claims):
            if isinstance(step, str):
                self.stdout.write(f"  {step}")
            else:
                target.write_text(json.dumps(step, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
