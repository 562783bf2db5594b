"""docker-compose.yml: valid, closed to the outside, and its commands work on real servers."""

import importlib.util
import json
import os
import re
import socket
import stat
import subprocess
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from factcheck import embedded
from factcheck.embedded.processes import wait_until
from tests.servers import new_folder

ROOT = Path(__file__).resolve().parents[2]
COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
OURS = ("web", "worker", "sweep", "migrate")
SECRETS = Path("/run/secrets")


def make_secrets(folder: Path) -> int:
    spec = importlib.util.spec_from_file_location("make_secrets", ROOT / "deploy/make_secrets.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return int(module.main(folder))


def test_the_file_is_valid() -> None:
    schema = json.loads((ROOT / "tests/data/compose-spec.json").read_text())
    assert [error.message for error in Draft7Validator(schema).iter_errors(COMPOSE)] == []
    broken = {"services": {"web": {"image": "x", "restarts": "always"}}}
    assert list(Draft7Validator(schema).iter_errors(broken)) != []


def test_only_the_web_port_is_published_and_only_on_this_machine_unless_asked() -> None:
    published = {name: service["ports"] for name, service in SERVICES.items() if "ports" in service}
    assert published == {"web": ["${PUBLISH:-127.0.0.1:8000}:8000"]}
    assert COMPOSE["networks"]["back"] == {"internal": True}
    assert {name for name, service in SERVICES.items() if "front" in service["networks"]} == {"web"}


def test_whoever_calls_others_has_a_way_out_and_nobody_else() -> None:
    open_to = {name: set(service["networks"]) - {"back"} for name, service in SERVICES.items()}
    assert {name: where for name, where in open_to.items() if where} == {"web": {"front"}, "worker": {"out"}}


def test_every_setting_reaches_our_containers() -> None:
    told = set(re.findall(r"^\| `([A-Z_]+)`", (ROOT / "docs/settings.md").read_text(encoding="utf-8"), re.M))
    for name in OURS:
        given = {setting.removesuffix("_FILE") for setting in SERVICES[name]["environment"]}
        assert given == told - {"DEBUG", "VAR_DIR"}  # never on a server; a folder of the image


def test_the_role_of_the_application_is_no_superuser(tmp_path: Path) -> None:
    """The image makes POSTGRES_USER a superuser; what it runs once, as that one, makes ours."""
    image = SERVICES["database"]
    assert {"POSTGRES_USER", "POSTGRES_DB"} & set(image["environment"]) == set()
    assert "./deploy/database.sh:/docker-entrypoint-initdb.d/database.sh:ro" in image["volumes"]
    asked = tmp_path / "psql"
    asked.write_text('#!/bin/sh\necho "$@" >&2\ncat\n')
    asked.chmod(0o755)
    script = subprocess.run(
        [ROOT / "deploy/database.sh"],
        env={"PATH": f"{tmp_path}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert script.stderr == "--set ON_ERROR_STOP=1 --username postgres --dbname template1\n"
    assert "CREATE ROLE factcheck LOGIN CREATEDB PASSWORD :'password';" in script.stdout.splitlines()
    assert "SUPERUSER" not in script.stdout


def test_what_runs_all_the_time_comes_back_and_is_looked_after() -> None:
    lasting = {name: service for name, service in SERVICES.items() if name != "migrate"}
    assert {name: service["restart"] for name, service in lasting.items()} == dict.fromkeys(lasting, "unless-stopped")
    assert [name for name, service in lasting.items() if "test" not in service.get("healthcheck", {})] == []


def test_no_secret_stands_in_the_file() -> None:
    named = {name for service in SERVICES.values() for name in service.get("secrets", [])}
    assert named == set(COMPOSE["secrets"])
    for service in SERVICES.values():
        for name, value in service.get("environment", {}).items():
            if value is not None and any(word in name for word in ("PASSWORD", "KEY", "URL")):
                assert (name[-5:], value.startswith(f"{SECRETS}/")) == ("_FILE", True)


def test_our_containers_may_do_little() -> None:
    for name in OURS:
        service = SERVICES[name]
        assert (service["read_only"], service["cap_drop"]) == (True, ["ALL"])
    assert "\nUSER factcheck\n" in (ROOT / "Dockerfile").read_text()


def test_the_secrets_are_made_once_and_only_their_owner_gets_at_them(tmp_path: Path) -> None:
    folder = tmp_path / "secrets"
    assert make_secrets(folder) == 0
    assert {f"deploy/secrets/{path.name}" for path in folder.iterdir()} == {
        secret["file"] for secret in COMPOSE["secrets"].values()
    }
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    kept = {path: path.read_text() for path in folder.iterdir()}
    assert make_secrets(folder) == 1
    assert {path: path.read_text() for path in folder.iterdir()} == kept
    assert (folder / "database_password").read_text() in (folder / "database_url").read_text()
    assert (folder / "queue_settings").read_text().splitlines()[0].split()[1] in (folder / "redis_url").read_text()


class Host:
    """Runs the services' commands on this machine, each secret in a file, on servers made for this test."""

    def __init__(self, folder: Path, running: embedded.Servers) -> None:
        self.folder = folder
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        secrets = {
            "secret_key": "only-for-this-test-" + "x" * 50,
            "database_url": running.database_url,
            "redis_url": running.redis_url,
        }
        for name, content in secrets.items():
            (folder / name).write_text(content + "\n")

    def environment(self, service: str) -> dict[str, str]:
        given = {}
        for name, value in SERVICES[service]["environment"].items():
            if value is None:  # as nobody has set it
                continue
            default = value.replace("}", "").rpartition(":-")[2] if value.startswith("${") else value
            given[name] = default.replace(str(SECRETS), str(self.folder))
        path = f"{ROOT / '.venv/bin'}:{os.environ['PATH']}"
        return {"PATH": path, "VAR_DIR": str(self.folder), "PYTHONUNBUFFERED": "1", **given}

    def words(self, command: list[str]) -> list[str]:
        """The command with the container's port replaced by a free one of this machine's."""
        assert isinstance(command, list)
        port = str(self.port)
        return [word.replace("0.0.0.0:8000", f"127.0.0.1:{port}").replace(":8000/", f":{port}/") for word in command]

    def run(self, service: str, command: list[str]) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self.words(command),
            cwd=ROOT,
            env=self.environment(service),
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    def healthy(self, service: str) -> bool:
        kind, *command = SERVICES[service]["healthcheck"]["test"]
        assert kind == "CMD"
        return self.run(service, command).returncode == 0


@pytest.fixture
def folder() -> Iterator[Path]:
    made = new_folder()
    yield made
    subprocess.run(["/bin/rm", "-rf", made], check=True)


@pytest.mark.faults
def test_the_commands_work_on_real_servers(folder: Path) -> None:
    with embedded.servers(folder / "var", durable=False) as running, ExitStack() as stack:
        host = Host(folder, running)
        assert not host.healthy("web")
        assert not host.healthy("worker")  # no tables yet
        migrated = host.run("migrate", SERVICES["migrate"]["command"])
        assert migrated.returncode == 0, migrated.stderr
        static = host.run("web", ["python", "manage.py", "collectstatic", "--noinput", "-v", "0"])  # the image's step
        assert static.returncode == 0, static.stderr

        logs = {}
        for name in ("web", "worker", "sweep"):
            logs[name] = folder / f"{name}.log"
            sink = stack.enter_context(logs[name].open("wb"))
            child = subprocess.Popen(
                host.words(SERVICES[name]["command"]), cwd=ROOT, env=host.environment(name), stdout=sink, stderr=sink
            )
            stack.callback(child.wait, 60)
            stack.callback(child.terminate)
        assert wait_until(lambda: host.healthy("web"), seconds=60), logs["web"].read_text()
        assert wait_until(lambda: " ready." in logs["worker"].read_text(), seconds=60), logs["worker"].read_text()
        assert (host.healthy("worker"), host.healthy("sweep")) == (True, True)
        with urllib.request.urlopen(f"http://localhost:{host.port}/readyz") as answer:
            assert json.load(answer)["ready"] is True
