"""Articles of one event fall together, and those of similar events stay apart."""

from bench.grouping import (
    WRITTEN_AFTERWARDS,
    WRITTEN_WITH_THE_RULES,
    Document,
    gold_documents,
    group,
    measure,
    written_documents,
)


def test_the_gold_stories_mixed_together_fall_into_their_groups() -> None:
    documents = list(gold_documents())
    found = measure(documents)
    stories = {document.group for document in documents}
    assert len(stories) > 6
    assert (len(set(group(documents).values())), found.wrong, found.missed) == (len(stories), (), ())


def test_among_near_misses_no_two_events_meet() -> None:
    documents: list[Document] = [*gold_documents(), *written_documents(WRITTEN_WITH_THE_RULES)]
    found = measure(documents)
    assert found.wrong == ()
    # A follow-up that names neither the fire nor anybody of the first report is on its own.
    assert {late.partition(": ")[2] for _, late in found.missed} == {"Bodies found in ruins of Slumberline plant"}


def test_articles_written_after_the_rules_do_not_meet_wrongly_either() -> None:
    found = measure(list(written_documents(WRITTEN_AFTERWARDS)))
    assert found.wrong == ()
    assert found.recall >= 0.7
