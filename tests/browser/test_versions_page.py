"""Two versions by key alone: over the rows, "still right", undone; the draft of a note copied."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from claims.enums import Change
from tests import factories
from tests.browser.test_accessible import NARROW, WIDE
from tests.web.fire import Fire, fire

__all__ = ["fire"]


def answers(fire: Fire) -> list[tuple[str, str | None]]:
    return list(fire.taken_in.moves.filter(what=Change.GLANCE).values_list("became", "by__username"))


def test_still_right_by_key_and_undone(desk: Page, fire: Fire) -> None:
    desk.goto(f"/articles/{fire.article.pk}/versions/")
    row = desk.locator(f"#c{fire.taken_in.pk}")
    for _ in range(4):
        desk.keyboard.press("j")
    expect(row).to_be_focused()
    desk.keyboard.press("s")
    expect(desk.locator(".done")).to_contain_text("1 verdict is still right.")
    expect(row).to_be_focused()
    expect(desk.locator("#said")).to_have_text("Still right. None left to look at.")
    assert answers(fire) == [("asked for", None), ("", "mira")]
    desk.keyboard.press("u")
    expect(desk.locator(".notice--page")).to_contain_text("One claim is to be looked at again.")
    assert answers(fire)[2:] == [("asked for", "mira")]


def test_keys_lead_from_one_pair_to_the_next(desk: Page, fire: Fire) -> None:
    factories.run(factories.next_version(fire.article, "All is over."))
    desk.goto(f"/articles/{fire.article.pk}/versions/")
    desk.keyboard.press("[")
    expect(desk.locator("h1")).to_have_text("What changed from version 1 to version 2")
    desk.keyboard.press("]")
    expect(desk.locator("h1")).to_have_text("What changed from version 2 to version 3")


def test_nothing_bars_anybody(desk: Page, fire: Fire) -> None:
    """Light and dark, wide and narrow; nothing stands out of the window either."""
    alone = factories.first_version("Nine people died.", source="Osk Lines")
    where = f"/articles/{fire.article.pk}/versions/"
    found = {}
    for theme in ("light", "dark"):
        desk.emulate_media(color_scheme=theme, reduced_motion="reduce")
        for size in (WIDE, NARROW):
            desk.set_viewport_size(size)
            for url in (where, f"{where}?outcome=all&text=whole", f"/articles/{alone.article_id}/versions/"):
                desk.goto(url)
                barriers = Axe().run(desk).response["violations"]
                found[theme, size["width"], url] = [
                    (one["id"], [node["target"] for node in one["nodes"]]) for one in barriers
                ]
                assert desk.evaluate("document.documentElement.scrollWidth <= innerWidth"), url
    assert {place: what for place, what in found.items() if what} == {}
