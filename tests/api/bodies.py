"""Bodies that are valid as they are; tests change one thing."""

from typing import Any

TEXT = "At least 12 passengers were killed when a ferry burned on Tuesday, the coastguard said."


def article(**changes: Any) -> dict[str, Any]:
    return {"text": TEXT, "title": "Ferry fire in Kalderhaven", "source": {"name": "Tidewater Ledger"}} | changes


def figure(version: Any, words: str, value: str, **changes: Any) -> dict[str, Any]:
    """A figure claim at words of a version."""
    start = version.text.index(words)
    at = start + words.index(value)
    content = {
        "low": "12",
        "high": "12",
        "approximation": "exact",
        "unit": "person",
        "measure": "people killed",
        "measure_key": "killed",
        "value_start": at,
        "value_end": at + len(value),
    }
    return {
        "article": version.article_id,
        "version": version.number,
        "kind": "figure",
        "start": start,
        "end": start + len(words),
        "figure": content,
    } | changes
