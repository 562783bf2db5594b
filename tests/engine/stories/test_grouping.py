"""Articles of one event fall together, and those of similar events stay apart."""

from bench.grouping import (
    WRITTEN_AFTERWARDS,
    WRITTEN_WITH_THE_RULES,
    Document,
    gold_documents,
    measure,
    written_documents,
)


def test_the_gold_stories_mixed_together_fall_into_their_groups() -> None:
    documents = list(gold_documents())
    found = measure(documents)
    assert len({document.group for document in documents}) > 6
    assert found.wrong == ()
    # Six stories were written after the rules, with posts, bulletins and transcripts that share few names.
    assert found.recall >= 0.5


def test_among_near_misses_no_two_events_meet() -> None:
    documents: list[Document] = [*gold_documents(), *written_documents(WRITTEN_WITH_THE_RULES)]
    found = measure(documents)
    assert found.wrong == ()


def test_articles_written_after_the_rules_do_not_meet_wrongly_either() -> None:
    found = measure(list(written_documents(WRITTEN_AFTERWARDS)))
    assert found.wrong == ()
    assert found.recall >= 0.7
