"""Attributions: propositions that a text credits to somebody."""

from collections.abc import Sequence

from claims.enums import Polarity
from claims.engine.extract.voices import Heard, Voice, hear
from claims.engine.parse import Parsed, Sentence
from claims.engine.records import Attribution, Part, Quote, Span, Why

_MARKED = frozenset("cotinkb")


def extract_attributions(parsed: Parsed, quotes: Sequence[Quote], heard: Heard | None = None) -> list[Attribution]:
    """The attributions of a version. heard: what `hear` gave for it, where a caller has it already."""
    heard = heard or hear(parsed)
    found = []
    for voice in heard.voices:
        sentence = parsed.sentences[voice.sentence]
        if voice.inside is None and voice.credit.asserted and voice.credit.frame in _MARKED and not voice.credit.empty:
            if not voice.direct:
                found.append(_attribution(parsed, sentence, voice))
    return found


def _attribution(parsed: Parsed, sentence: Sentence, voice: Voice) -> Attribution:
    doc, credit = sentence.doc, voice.credit
    first, last = credit.first, credit.last
    if credit.before:
        end = max(credit.cue[1], credit.source.right_edge.i if credit.source is not None and credit.source.i > credit.verb.i else 0)
        span = sentence.span_of(doc[first], doc[end])
    else:
        begin = credit.cue[0]
        if credit.source is not None and credit.source.i < credit.verb.i and (
            credit.rule == "attribution.verb" or credit.cue[0] - credit.source.i < 6
        ):
            begin = credit.source.left_edge.i
        span = sentence.span_of(doc[begin], doc[max(last, credit.cue[1])])
    if doc[first].lower_ == "that" and doc[first].dep_ == "mark" and first < last:
        first += 1
    proposition = sentence.span_of(doc[first], doc[last])
    text = parsed.texts[sentence.part]
    cue = doc.text[doc[credit.cue[0]].idx : doc[credit.cue[1]].idx + len(doc[credit.cue[1]].text)]
    polarity = Polarity.DENIED if credit.denied else Polarity.AFFIRMED
    words = proposition.of(text)
    said = "denied" if credit.denied else "said"
    why = Why(credit.rule, cue, f"{words}, {said} by {voice.name or 'somebody unnamed'}")
    return Attribution(span, proposition, words, cue, polarity, why, voice.name, voice.anonymous, Part(sentence.part))
