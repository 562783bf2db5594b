"""The pages of imports: how far each is, what was refused, and for whom they are."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from claims.services import imports
from claims.services.import_lines import Line
from claims.services.imports import Unreadable
from sources.services.articles import Content
from sources.services.submissions import Origin

QUERIES = 7


def started(by: User, refused: int) -> int:
    line = Line(Origin("Tidewater Ledger"), (Content("Nothing happened."),))
    wrong = [Unreadable("unknown_field", "/titel", "There is no <such> field.")] * refused
    return imports.start(list(enumerate([line, *wrong], start=1)), by=by).pk


def test_it_says_how_far_it_is_and_what_was_refused(as_desk_head: Client, desk_head: User, as_checker: Client) -> None:
    pk = started(desk_head, 1)
    page = as_desk_head.get(f"/imports/{pk}/").content.decode()
    assert ("1 of 2 lines" in page, 'hx-trigger="every 1s"' in page, "/titel" in page) == (True, True, True)
    assert "There is no &lt;such&gt; field." in page
    imports.carry_out(pk)
    part = as_desk_head.get(f"/imports/{pk}/", headers={"HX-Request": "true", "HX-Target": "progress"}).content.decode()
    assert ("2 of 2 lines" in part, "hx-trigger" in part, "<html" in part) == (True, False, False)
    assert f'href="/imports/{pk}/"' in as_desk_head.get("/imports/").content.decode()
    assert [as_checker.get(place).status_code for place in ("/imports/", f"/imports/{pk}/")] == [403, 403]
    assert ("Imports" in as_desk_head.get("/").content.decode(), "Imports" in as_checker.get("/").content.decode()) == (
        True,
        False,
    )


@pytest.mark.parametrize("refused", [1, 3])
def test_questions_asked_of_the_database_do_not_grow(
    refused: int, as_desk_head: Client, desk_head: User, django_assert_num_queries: Any
) -> None:
    pk = started(desk_head, refused)
    with django_assert_num_queries(QUERIES):
        as_desk_head.get(f"/imports/{pk}/")
