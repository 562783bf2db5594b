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
    # A transcript without a headline that begins with thanks to the press is on its own.
    alone = {name for pair in found.missed for name in pair if all(name in other for other in found.missed)}
    assert alone == {"prairie-fork-teachers-strike/ministry"}
    assert (len(set(group(documents).values())), found.wrong) == (len(stories) + len(alone), ())


def test_among_near_misses_no_two_events_meet() -> None:
    documents: list[Document] = [*gold_documents(), *written_documents(WRITTEN_WITH_THE_RULES)]
    found = measure(documents)
    assert found.wrong == ()
    # A follow-up that names neither the fire nor anybody of the first report is on its own.
    among_others = [late for _, late in found.missed if ": " in late]
    assert {late.partition(": ")[2] for late in among_others} == {"Bodies found in ruins of Slumberline plant"}


def test_articles_written_after_the_rules_do_not_meet_wrongly_either() -> None:
    found = measure(list(written_documents(WRITTEN_AFTERWARDS)))
    assert found.wrong == ()
    assert found.recall >= 0.7
