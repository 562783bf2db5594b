"""Parsed sentences and the notes on them as bytes, so that the next version of a document need not read them again.

The bytes are a compressed header (JSON: the sentences with the number of their tokens and their notes, and the strings
that the numbers stand for) and one table of numbers, a row a token.
"""

import json
import struct
import zlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from spacy.tokens import Doc
from spacy.vocab import Vocab

from claims.engine import ENGINE_VERSION
from claims.engine.notes import Note, Notes

_KEPT: list[int | str] = [
    *("ORTH", "SPACY", "LEMMA", "POS", "TAG", "DEP", "HEAD", "MORPH", "ENT_IOB", "ENT_TYPE", "SENT_START"),
]
# Bytes that begin otherwise were kept in another form, or by an engine that found other things: they are left alone.
_FORM = f"kept2:{ENGINE_VERSION}:".encode()
_ORTH, _SPACY = 0, 1
_STRINGS = [_KEPT.index(name) for name in ("ORTH", "LEMMA", "TAG", "DEP", "MORPH", "ENT_TYPE")]
_HEADER = struct.Struct("<I")
# Half a millisecond instead of two, for a tenth more bytes.
_LEVEL = 1


@dataclass(frozen=True, slots=True)
class Kept:
    """What a version leaves for the next, each by the letters of its sentence."""

    docs: Mapping[str, Doc] = field(default_factory=dict)
    notes: Mapping[str, Mapping[str, Note]] = field(default_factory=dict)


def pack(docs: Mapping[str, Doc], notes: Notes) -> bytes:
    """The bytes of parsed sentences, each by its letters, with the notes on them."""
    if not docs:
        return b""
    tables = [doc.to_array(_KEPT) for doc in docs.values()]
    rows = np.concatenate(tables).astype(np.uint64)
    strings = next(iter(docs.values())).vocab.strings
    used = [strings[int(key)] for key in np.unique(rows[:, _STRINGS]) if key]
    places = [[text, len(table), notes.of(text)] for text, table in zip(docs, tables, strict=True)]
    header = json.dumps([places, used]).encode()
    return _FORM + zlib.compress(_HEADER.pack(len(header)) + header + rows.tobytes(), _LEVEL)


def unpack(kept: bytes, wanted: Collection[str], vocab: Vocab) -> Kept:
    """The sentences among the wanted ones that bytes of `pack` hold, each by its letters."""
    if not kept.startswith(_FORM):
        return Kept()
    raw = zlib.decompress(kept[len(_FORM) :])
    (size,) = _HEADER.unpack_from(raw)
    places, used = json.loads(raw[_HEADER.size : _HEADER.size + size])
    for string in used:
        vocab.strings.add(string)
    rows = np.frombuffer(raw, np.uint64, offset=_HEADER.size + size).reshape(-1, len(_KEPT))
    docs, notes, at = {}, {}, 0
    for text, length, noted in places:
        if text in wanted:
            docs[text], notes[text] = _doc(rows[at : at + length], vocab), noted
        at += length
    return Kept(docs, notes)


def _doc(rows: Any, vocab: Vocab) -> Doc:
    words = [vocab.strings[int(key)] for key in rows[:, _ORTH]]
    return Doc(vocab, words=words, spaces=rows[:, _SPACY].astype(bool).tolist()).from_array(_KEPT, rows)
