"""The directions of docs/architecture.md that the import contracts cannot say."""

import subprocess
import sys
from pathlib import Path

from django.db.migrations.loader import MigrationLoader

ROOT = Path(__file__).resolve().parent.parent.parent
# A finder before all others that knows no Django: importing it, however deep down, fails.
BLOCKED = """
import sys
class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {"django", "rest_framework", "celery", "psycopg", "redis"}:
            raise ImportError(f"{name} is not for engines")
sys.meta_path.insert(0, Refuse())
"""


def _python(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)


ENGINES = [
    "claims.engine.extract",
    "claims.engine.compare",
    *(
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for folder in ("claims/engine", "sources/engine")
        for path in sorted((ROOT / folder).glob("*.py"))
    ),
]


def test_engines_import_without_django() -> None:
    """All in one process: none may have what is refused, so none leaves it behind for those after it."""
    result = _python(f"{BLOCKED}\nfrom importlib import import_module\nfor name in {ENGINES}: import_module(name)")
    assert (result.returncode, result.stderr) == (0, "")


def test_the_block_blocks() -> None:
    result = _python(f"{BLOCKED}\nimport claims.models")
    assert result.returncode == 1
    assert result.stderr.splitlines()[-1] == "ImportError: django is not for engines"


def test_the_web_process_never_loads_a_language_model() -> None:
    code = "import sys, factcheck.wsgi, django.urls; django.urls.get_resolver().url_patterns; "
    result = _python(code + "print({'onnxruntime', 'tokenizers', 'spacy'} & set(sys.modules))")
    assert (result.returncode, result.stdout) == (0, "set()\n")


def test_a_migration_that_is_killed_midway_leaves_nothing_behind() -> None:
    """PostgreSQL takes back what it did, as long as it is one transaction."""
    ours = {
        key: found for key, found in MigrationLoader(None).disk_migrations.items() if key[0] in ("claims", "sources")
    }
    assert len(ours) > 50
    assert [key for key, found in ours.items() if not found.atomic] == []
