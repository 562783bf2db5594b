"""Small decision trees, each taught what those before it left open: gradient boosting of a yes or no."""

from dataclasses import dataclass
from typing import Any

import numpy as np

TREES = 90
DEPTH = 3
PACE = 0.08
# Bounds that are tried for each sign, and what holds a leaf back that few examples reach.
BOUNDS = 20
HELD_BACK = 5.0
FEWEST = 1.0


_Pull = tuple["np.ndarray", "np.ndarray"]


@dataclass(frozen=True, slots=True)
class _Lessons:
    """Examples in rows. places: which bound of each sign a value lies below. bounds: of each sign, ascending."""

    names: list[str]
    bounds: list["np.ndarray"]
    places: "np.ndarray"


def trees(names: list[str], table: "np.ndarray", wanted: "np.ndarray", weights: "np.ndarray") -> list[Any]:
    """Trees whose numbers add up to the logarithm of the odds; the first one is that of all examples.

    table: one row an example, one column a name. wanted: 1 or 0. weights: how much each example counts.
    """
    bounds = [np.unique(np.quantile(column, np.linspace(0, 1, BOUNDS)))[:-1] for column in table.T]
    places = np.stack([np.searchsorted(b, c, side="left") for b, c in zip(bounds, table.T, strict=True)], axis=1)
    lessons = _Lessons(names, bounds, places)
    mean = float(np.average(wanted, weights=weights))
    start = float(np.log(mean / (1 - mean)))
    totals = np.full(len(table), start)
    grown: list[Any] = [round(start, 4)]
    for _ in range(TREES):
        likely = 1 / (1 + np.exp(-totals))
        pull = weights * (wanted - likely), weights * likely * (1 - likely)
        grown.append(_grown(lessons, np.arange(len(table)), pull, DEPTH, totals))
    return grown


def _grown(lessons: _Lessons, rows: "np.ndarray", pull: _Pull, depth: int, totals: "np.ndarray") -> Any:
    """A tree for some rows, whose totals it moves. pull: of each row, how far off it is, and how far it may go."""
    split = _best(lessons, rows, pull) if depth else None
    if split is None:
        slope, bend = (float(side[rows].sum()) for side in pull)
        leaf = round(PACE * slope / (bend + HELD_BACK), 4)
        totals[rows] += leaf
        return leaf
    sign, at = split
    below = lessons.places[rows, sign] <= at
    sides = [_grown(lessons, rows[which], pull, depth - 1, totals) for which in (below, ~below)]
    return [lessons.names[sign], round(float(lessons.bounds[sign][at]), 5), *sides]


def _best(lessons: _Lessons, rows: "np.ndarray", pull: _Pull) -> tuple[int, int] | None:
    """The sign and the bound that part some rows best; None where nothing is gained."""
    signs = len(lessons.names)
    at = (lessons.places[rows] + np.arange(signs) * BOUNDS).ravel()
    gone, bent = (
        np.bincount(at, weights=np.repeat(side[rows], signs), minlength=signs * BOUNDS)
        .reshape(signs, BOUNDS)
        .cumsum(axis=1)
        for side in pull
    )
    all_gone, all_bent = gone[:, -1:], bent[:, -1:]
    gain = gone**2 / (bent + HELD_BACK) + (all_gone - gone) ** 2 / (all_bent - bent + HELD_BACK)
    gain = np.where((bent < FEWEST) | (all_bent - bent < FEWEST), 0.0, gain - all_gone**2 / (all_bent + HELD_BACK))
    sign, bound = np.unravel_index(int(gain.argmax()), gain.shape)
    if gain[sign, bound] <= 1e-6 or bound >= len(lessons.bounds[sign]):
        return None
    return int(sign), int(bound)
