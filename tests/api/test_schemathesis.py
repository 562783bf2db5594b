"""The whole schema, asked at random: no 5xx, and no answer that the schema does not promise.

`API_EXAMPLES=2000` asks so often an operation; a few are asked otherwise, the same at every run.
"""

import json
import os
from typing import Any

import pytest
import schemathesis
from django.contrib.auth.models import User
from django.core.cache import cache
from drf_spectacular.generators import SchemaGenerator
from hypothesis import HealthCheck, Phase, settings
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance

from claims.services import streams
from factcheck.wsgi import application
from tests import factories

EXAMPLES = int(os.environ.get("API_EXAMPLES", "4"))
schema = schemathesis.openapi.from_dict(json.loads(json.dumps(SchemaGenerator().get_schema(public=True))))
schema.app = application
# A password is asked for with a limit of its own, and tried in tests of its own.
schema = schema.exclude(path="/api/v1/token")


@pytest.fixture
def key(desk_head: User) -> str:
    """Of the desk head, good for all that her roles allow."""
    return factories.key(desk_head)


@pytest.fixture(autouse=True)
def _streams_end_at_once(monkeypatch: pytest.MonkeyPatch, settings: Any) -> None:
    monkeypatch.setattr(streams, "LONGEST", 0.0)
    monkeypatch.setattr(streams, "HUB", hub := streams.Hub())
    monkeypatch.setattr(hub, "_listen", lambda: None)
    settings.ALLOWED_HOSTS = ["*"]
    cache.clear()


@pytest.fixture
def _something_there(desk_head: User) -> None:
    """One of everything, so that some of what is asked for is found."""
    version = factories.first_version("12 people died. 9 people died.", story=factories.story(), by=desk_head)
    a, b = (factories.figure(version, f"{n} people died", f"{n}", n, n) for n in (12, 9))
    factories.flag(a, b)


# What the rules refuse is more than a schema can say: a cursor of another list, a span outside of its text.
@schema.parametrize()
@settings(
    max_examples=EXAMPLES,
    derandomize=True,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate],
)
@pytest.mark.usefixtures("connection_of_the_test", "_something_there")
def test_answers_keep_the_promise(case: Any, key: str) -> None:
    # Where it is the key that was made up wrongly, it is sent as it was made up.
    is_key_wrong = getattr(case.meta.phase.data, "parameter", None) == "Authorization"
    headers = {} if is_key_wrong else {"Authorization": f"Bearer {key}"}
    # An import is taken, whatever its lines are: what is wrong with one is said of that line.
    by_line = [negative_data_rejection] if case.operation.path.endswith("/imports") else []
    case.call_and_validate(headers=headers, excluded_checks=[positive_data_acceptance, *by_line])
