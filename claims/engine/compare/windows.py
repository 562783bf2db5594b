"""Moves of a market: a day's, a week's and a year's are three, and so are two that end on two days."""

from claims.engine.compare.features import Features, figure_features
from claims.engine.compare.periods import window_of
from claims.engine.lexicon import lexicon
from claims.engine.records import Mention


def is_of_another_window(a: Mention, b: Mention, language: str = "en") -> bool:
    """Whether two figures tell by how much a price of the market moved over two stretches of time.

    A move told without one is that of the day; one told "this week" or "since Monday" runs up to its report.
    """
    first, second = figure_features(a, language), figure_features(b, language)
    if not (_is_move(first, language) and _is_move(second, language)):
        return False
    spans = window_of(a.sentence, language), window_of(b.sentence, language)
    if spans[0] != spans[1]:
        return True
    if a.published.date() == b.published.date():
        return False
    return bool(spans[0]) or not first.moments & second.moments


def _is_move(features: Features, language: str) -> bool:
    of_a_market = features.near & lexicon(language, "changes").OF_A_MARKET
    return features.dimension.name == "ratio" and features.direction != "level" and bool(of_a_market)
