"""Attributions: propositions that a text credits to somebody."""

from collections.abc import Sequence

from claims.engine.denials import is_claim, is_nobodys, points_at
from claims.engine.extract.answers import Before
from claims.engine.extract.spoken import Heard, Voice
from claims.engine.extract.tree import FINITE
from claims.engine.extract.voices import hear
from claims.engine.lexicon import lexicon
from claims.engine.parse import Parsed
from claims.engine.records import Attribution, Quote, Span, Why
from claims.enums import Polarity

# Frames that make a proposition which can be checked.
_MARKED = frozenset("cotinkb")


def extract_attributions(parsed: Parsed, quotes: Sequence[Quote], heard: Heard | None = None) -> list[Attribution]:
    """The attributions of a version. heard: what `hear` gave for it, where a caller has it already."""
    heard = heard or hear(parsed)
    spoken = _Spoken(parsed)
    return [_attribution(parsed, voice, spoken) for voice in heard.voices if _counts(parsed, voice)]


class _Spoken:
    """Writes propositions out as sentences of their own."""

    def __init__(self, parsed: Parsed) -> None:
        self.language = parsed.language
        self.cues, self.titles = lexicon(parsed.language, "cues"), lexicon(parsed.language, "titles")
        self.before, self.texts = Before(parsed), parsed.texts

    def out(self, voice: Voice, span: Span) -> tuple[str, bool]:
        """A proposition with the claimant's name for "he" or "we" at its start, and in full where it is "this".

        And whether its own words deny what they point at: "that is false", "they were not".
        """
        words = span.of(self.texts[voice.part])
        points, denied = points_at(words, self.language)
        claimed = is_claim(words, self.language)
        meant = self.before.meant(voice, claimed) if points and voice.credit.frame in "conk" else None
        if meant is not None:
            return meant, denied
        first, _, rest = words.partition(" ")
        named = voice.named.name is not None and rest and not points
        if named and self._is_claimant(first.lower(), voice) and not is_nobodys(words, self.language):
            words = f"{voice.named.name} {rest}"
        if voice.credit.frame in "cob" and not points:
            self.before.keep(voice, span, self._with_they(words, voice))
        return words, False

    def _with_they(self, words: str, voice: Voice) -> str:
        """Words that others may deny, with "they" at their start as those who said them."""
        first, _, rest = words.partition(" ")
        theirs = first.lower() in self.titles.THEY and voice.named.plural and voice.named.name is not None
        return f"{voice.named.name} {rest}" if theirs and rest else words

    def _is_claimant(self, pronoun: str, voice: Voice) -> bool:
        """Whether a pronoun at the start can only mean the claimant."""
        named = voice.named
        if pronoun in self.titles.FIRST_PERSON:
            return pronoun == "i" or not named.person
        if pronoun == "it":
            return named.body and not named.plural and voice.credit.verb.i > voice.credit.source.i
        if pronoun not in ("he", "she") or not named.person or voice.credit.before:
            return False
        return bool(named.gender) and named.gender == ("f" if pronoun in self.titles.SHE else "m")


def _counts(parsed: Parsed, voice: Voice) -> bool:
    credit = voice.credit
    if voice.inside is not None or voice.direct or not voice.content or not credit.asserted:
        return False
    titles, cues = lexicon(parsed.language, "titles"), lexicon(parsed.language, "cues")
    first, last = credit.content[0]
    if not credit.before and first < last and credit.verb.doc[first].lower_ in cues.ASKING:
        return False
    low = credit.source.lower_
    asks = low in titles.SPEAKER and credit.frame in "it"
    return credit.frame in _MARKED and not asks and (low not in titles.SPEAKER_ALONE or _commits(parsed, voice))


def _commits(parsed: Parsed, voice: Voice) -> bool:
    """Whether one who is known takes a stand in his own voice: "I deny that"."""
    committing = lexicon(parsed.language, "cues").COMMITTING
    return voice.named.name is not None and voice.credit.verb.lemma_.lower() in committing


def _attribution(parsed: Parsed, voice: Voice, spoken: _Spoken) -> Attribution:
    text = parsed.texts[voice.part]
    credit = voice.credit
    proposition = _proposition(parsed, voice)
    words, turned = spoken.out(voice, proposition)
    cue = voice.cue.of(text)
    # "Dismissed it as untrue" denies once.
    denied = credit.denied or turned if credit.frame in "nk" else credit.denied != turned
    polarity = Polarity.DENIED if denied else Polarity.AFFIRMED
    why = Why(credit.rule, cue, f"{words}, {polarity} by {voice.named.name or 'somebody unnamed'}")
    span = _span(parsed, voice)
    return Attribution(
        span, proposition, words, cue, polarity, why, voice.named.name, voice.named.anonymous, voice.part
    )  # fmt: skip


def _span(parsed: Parsed, voice: Voice) -> Span:
    """Cue and words in one stretch, the source too where it adjoins."""
    start, end = voice.cue.start, voice.cue.end
    if voice.lead.end - voice.lead.start - (end - start) <= 0 or _adjoins(parsed, voice):
        start, end = min(start, voice.lead.start), max(end, voice.lead.end)
    return Span(min(start, voice.content[0].start), max(end, voice.content[-1].end))


def _adjoins(parsed: Parsed, voice: Voice) -> bool:
    """Whether source and cue make one stretch; in "saw 390 homes and found that" they do, looking being finding."""
    first, last = voice.credit.edges
    gap = voice.credit.cue[0] - last if last < voice.credit.cue[0] else first - voice.credit.cue[1]
    looked = "e" in lexicon(parsed.language, "cues").VERBS.get(voice.credit.verb.lemma_.lower(), "")
    joined = voice.credit.verb.dep_ == "conj" and voice.credit.rule == "attribution.participle"
    return voice.credit.rule != "attribution.participle" or gap <= 2 or (looked and joined and not voice.follows)


def _proposition(parsed: Parsed, voice: Voice) -> Span:
    """The words that are credited, without the conjunction that opens them."""
    doc = parsed.sentences[voice.sentence].doc
    first, last = voice.credit.content[0]
    start = voice.content[0].start
    opens = doc[first].lower_ in lexicon(parsed.language, "cues").THAT
    if opens and first + 1 < last and (doc[first].dep_ == "mark" or doc[first + 1].tag_ not in FINITE):
        start += doc[first + 1].idx - doc[first].idx
    return Span(start, voice.content[-1].end)
