"""The client: each method is one call of the API; lists are read on from page to page."""

import json
from collections.abc import Iterable, Iterator, Sequence
from types import TracebackType
from typing import Any, Self

import httpx

Json = dict[str, Any]
TIMEOUT = 30.0
# A stream shows every 15 seconds that it is there.
SILENCE = 60.0


class Problem(Exception):
    """The API refused. status: of the answer. code: stable, for programs. errors: which fields, and why."""

    def __init__(self, status: int, body: Json) -> None:
        self.status, self.code = status, str(body.get("code", "unknown"))
        self.detail, self.errors = str(body.get("detail", "")), list(body.get("errors", []))
        super().__init__(f"{status} {self.code}: {self.detail}")


class Client:
    """A key and an address, as in `Client("https://desk.example.org", key)`; a context manager, safe among threads."""

    def __init__(self, address: str, key: str, *, http: httpx.Client | None = None) -> None:
        self._http = http or httpx.Client(timeout=TIMEOUT)
        self._base = address.rstrip("/") + "/api/v1"
        self._headers = {"Authorization": f"Bearer {key}"}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._http.close()

    def claim(self, claim: int) -> Json:
        """A claim with its article, its kind, and where it stands."""
        return self._call("GET", f"/claims/{claim}")

    def status(self, claim: int | None = None, **text: Any) -> Json:
        """Where one claim stands, or those of a text: `url`, or `article`, with `version`, `sha256`, `start`, `end`.

        `text`, alone, are words that anybody may have said, as in `match`.
        """
        return self._call("GET", "/status" if claim is None else f"/claims/{claim}/status", params=text or None)

    def match(self, text: str) -> Json:
        """Whether this was checked: each claim of a text with the verdicts that cover it, or differ, the best first."""
        return self._call("GET", "/match", params={"text": text})

    def watch(self, text: str, url: str, *, days: int = 90) -> Json:
        """Has an address called once a verdict on this is approved; `secret` stands in the first answer of an address.

        The calls are of the type `verdict.matched`; `verified` tells them from those of others.
        """
        return self._call("POST", "/match/watch", json={"text": text, "url": url, "days": days})

    def watches(self) -> Iterator[Json]:
        """One's own watches, the newest first."""
        return self.pages("/match/watch")

    def unwatch(self, watch: int) -> None:
        """Ends a watch. A webhook that was there for it alone goes with it."""
        self._send("DELETE", f"/match/watch/{watch}")

    def gate(self, **given: Any) -> Json:
        """Go, go with notes, or stop: for `article`, `url` or `sha256`, or for a `text` that is not stored.

        `answer` is None while the text is read; `job` of a text that is not stored says under which id to ask again.
        """
        return self._call("POST", "/gate", json=given)

    def gate_job(self, job: str) -> Json:
        """What the gate says of a text that is not stored, in the same shape; None in `poll` once it is read."""
        return self._call("GET", f"/gate/jobs/{job}")

    def override_gate(self, *, basis: str, reason: str, **text: Any) -> Json:
        """Lets a text out that the gate stops, by the key of a desk head. basis: from the answer that stopped it."""
        return self._call("POST", "/gate/overrides", json={"basis": basis, "reason": reason, **text})

    def withdraw_override(self, override: int) -> Json:
        """The gate stops the text again."""
        path = f"/gate/overrides/{override}"
        tag = self._send("GET", path).headers["ETag"]
        return self._call("DELETE", path, headers={"If-Match": tag})

    def import_articles(self, articles: Iterable[Json], *, idempotency_key: str = "") -> Json:
        """Begins an import, each article with its `versions` and `claims`; `import_state` says how far it is."""
        lines = "\n".join(json.dumps(article) for article in articles).encode()
        headers = {"Content-Type": "application/x-ndjson"} | _once(idempotency_key)
        return self._call("POST", "/imports", content=lines, headers=headers)

    def import_state(self, import_id: int) -> Json:
        """How many lines of an import are done, and how many failed."""
        return self._call("GET", f"/imports/{import_id}")

    def import_lines(self, import_id: int, **filters: Any) -> Iterator[Json]:
        """What became of each line, as with `state="failed"`."""
        return self.pages(f"/imports/{import_id}/lines", order="id", **filters)

    def add_article(self, *, title: str, text: str, source: str, idempotency_key: str = "", **more: Any) -> Json:
        """A new article with its first version. source: the publisher's name."""
        body = {"title": title, "text": text, "source": {"name": source}, **more}
        return self._call("POST", "/articles", json=body, headers=_once(idempotency_key))

    def push_version(self, article: int, *, text: str, idempotency_key: str = "", **more: Any) -> Json:
        """A new version; the same text again is the same version. `created` says which it was."""
        body = {"text": text, **more}
        return self._call("POST", f"/articles/{article}/versions", json=body, headers=_once(idempotency_key))

    def pages(self, path: str, **filters: Any) -> Iterator[Json]:
        """Every row of a list, as `pages("/claims", article=7)`; what is added meanwhile neither shifts nor repeats."""
        page = self._call("GET", path, params=filters)
        yield from page["results"]
        while page["next"]:
            page = self._call("GET", page["next"].partition("/api/v1")[2])
            yield from page["results"]

    def claims(self, **filters: Any) -> Iterator[Json]:
        """Every claim that the filters let through."""
        return self.pages("/claims", **filters)

    def events(self, after: int = 0, *, types: Sequence[str] = ()) -> Iterator[Json]:
        """What happened after a number of the sequence, up to now."""
        return self.pages("/events", after=after, types=",".join(types))

    def follow(self, after: int = 0, *, types: Sequence[str] = ()) -> Iterator[Json]:
        """What happened and what happens, until the server ends the stream; go on with the last `sequence`."""
        address, asked = f"{self._base}/events/stream", {"after": str(after), "types": ",".join(types)}
        with self._http.stream("GET", address, params=asked, headers=self._headers, timeout=SILENCE) as answer:
            if answer.is_error:
                answer.read()
                raise _problem(answer)
            for line in answer.iter_lines():
                if line.startswith("data: "):
                    yield json.loads(line.removeprefix("data: "))

    def _call(self, method: str, path: str, *, headers: dict[str, str] | None = None, **given: Any) -> Json:
        found: Json = self._send(method, path, headers=headers, **given).json()
        return found

    def _send(self, method: str, path: str, *, headers: dict[str, str] | None = None, **given: Any) -> httpx.Response:
        answer = self._http.request(method, self._base + path, headers=self._headers | (headers or {}), **given)
        if answer.is_error:
            raise _problem(answer)
        return answer


def _once(key: str) -> dict[str, str]:
    return {"Idempotency-Key": key} if key else {}


def _problem(answer: httpx.Response) -> Problem:
    try:
        body = answer.json()
    except ValueError:  # of a proxy in between
        body = {}
    return Problem(answer.status_code, body if isinstance(body, dict) else {})
