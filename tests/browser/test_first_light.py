"""The whole line with nothing replaced: a browser, gunicorn, a Celery worker, PostgreSQL and a broker."""

from pathlib import Path

from playwright.sync_api import Page, expect

from factcheck.celery import app
from tests import processes

TEXT = (
    "A fire on the ferry Marit Osk in Kalderhaven harbour killed 133 people on Tuesday, "
    "the coast guard said.\n\n"
    "“The doors were locked,” said Edda Korsin, the regional prosecutor."
)
READ = 60_000  # milliseconds that a busy machine may need to load the language model and read a text


def test_from_a_pasted_text_to_a_flag(desk: Page, tmp_path: Path) -> None:
    app.control.purge()
    with processes.worker(tmp_path / "worker.log", SWEEP_EVERY="1"):
        desk.get_by_role("link", name="Add an article").first.click()
        desk.get_by_label("Headline").fill("Ferry fire in Kalderhaven harbour")
        desk.get_by_label("Text", exact=True).fill(TEXT)
        desk.get_by_label("Source", exact=True).fill("Tidewater Ledger")
        desk.get_by_role("button", name="Add the article").click()

        words = desk.locator("#words")
        expect(words.locator("a.hl[data-kind=figure]").first).to_contain_text("133", timeout=READ)
        expect(words.locator("a.hl[data-kind=quote]")).to_contain_text("The doors were locked")

        desk.get_by_role("link", name="Add a version").click()
        text = desk.get_by_label("Text", exact=True)
        expect(text).to_have_value(TEXT)
        text.fill(TEXT.replace("133", "137"))
        desk.get_by_role("button", name="Add version 2").click()

        expect(words.locator("a.hl[data-state=flagged]").first).to_contain_text("137", timeout=READ)
        notice = words.locator(".notice--bad")
        expect(notice).to_contain_text("1 silent change.")
        notice.get_by_role("link", name="137").click()

    expect(desk.get_by_role("heading", level=1)).to_contain_text("133")
    expect(desk.get_by_role("heading", level=1)).to_contain_text("137")
    expect(desk.locator(".passages mark").nth(0)).to_contain_text("133")
    expect(desk.locator(".passages mark").nth(1)).to_contain_text("137")
    expect(desk.locator(".tag--bad")).to_have_text("Silent change")
    lowest = desk.locator("table.compare tr", has_text="Lowest").locator("td")
    assert lowest.all_inner_texts() == ["133", "137", "differs"]
