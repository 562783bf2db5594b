"""How the engine decides: each rule in plain words, with what the desk made of its flags."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from claims.enums import DismissalReason
from claims.queries.rules import Tally, tallies
from sources.models.choices import choices
from sources.web.access import desk_page

NOT_KNOWN = "A rule of another version of the engine; the reason on the flag says what it found."
MEANINGS = {
    "figure.value": "Two values are given for the same count, and no number fits both. Neither replaces the other: "
    "they were published at the same time, or it is a thing that does not change.",
    "figure.update": "The later of two values replaces the earlier one, because this count goes on: a toll rises, "
    "the number of missing falls. Both were right when they were said.",
    "figure.fell": "A later value is lower, of a count that can only grow.",
    "figure.digits": "Two values have the same digits in another order: one of them looks mistyped.",
    "figure.behind": "A value looks like an update, but another source had reported it before the older one was "
    "published. So the two are at odds.",
    "figure.corrected": "The note of the new version says that the old value was wrong: a correction, not an update.",
    "figure.points": "One gives a change in per cent and the other in percentage points, with the same number. From "
    "4 to 6 per cent is two points, and a rise of half.",
    "figure.currency": "One sum of money is given in two currencies with the same number: one of the two looks wrong.",
    "quote.words": "One utterance of one person stands there in other words. A quote may be cut, with an ellipsis; "
    "its words may not change.",
    "quote.speaker": "The same words are given to two people.",
    "attribution.polarity": "One text reports that somebody says so, the other that the same one denies it.",
    "attribution.opposite": "In the new version a word gave way to its opposite: somebody now says the contrary.",
    "attribution.claimant": "The same statement is credited to somebody else.",
    "attribution.drift": "What an earlier version gave to a source, a later one says in its own voice.",
    "attribution.hedge": "A word that kept distance from a statement, such as “reportedly”, is gone.",
    "attribution.firmer": "What a source was said to claim is now said to be confirmed or established.",
    "arithmetic.sum": "The parts that the text names do not add up to the total that it names.",
    "arithmetic.percent": "A share or a change in per cent does not come out of the numbers that stand beside it.",
    "arithmetic.change": "A rise, a fall or a lead is not the difference of the two numbers that stand beside it.",
    "arithmetic.each": "A sum of money and what each one gets of it do not agree with how many they are.",
    "arithmetic.conversion": "The same value in two units, as in kilometres and miles, does not come out.",
    "arithmetic.part": "A number is said to be some of a smaller one.",
    "arithmetic.weekday": "A date stands beside a day of the week that it did not fall on.",
    "arithmetic.rate": "A sum of money is converted at another rate than the other sums in the same text.",
    "evidence.differs": "A passage was linked as support for a claim, and does not hold the claim's figure, words or "
    "speaker.",
    "by_hand": "A person raised it, not the engine.",
}


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule with its tally. reasons: why its flags were dismissed, the most frequent first."""

    rule: str
    meaning: str
    tally: Tally
    reasons: list[tuple[str, int]]


def meaning_of(rule: str) -> str:
    """What a rule found, in plain words."""
    return MEANINGS.get(rule, NOT_KNOWN)


@desk_page()
@require_safe
def rules(request: HttpRequest) -> HttpResponse:
    """Every rule that raises flags, and its precision on this desk."""
    counted = tallies(request.user)
    known = [*MEANINGS, *sorted(set(counted) - set(MEANINGS))]
    return render(request, "claims/rules.html", {"rows": [_row(rule, counted.get(rule, Tally())) for rule in known]})


def _row(rule: str, tally: Tally) -> RuleRow:
    labels = dict(choices(DismissalReason))
    ranked = sorted(tally.reasons.items(), key=lambda reason: (-reason[1], reason[0]))
    return RuleRow(rule, meaning_of(rule), tally, [(labels.get(code, code).lower(), count) for code, count in ranked])
