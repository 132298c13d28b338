"""Names that everybody knows whole, so that what stands behind one is no part of it: انتقد *جو
بايدن* | قرار المحكمة, انتقدت *روسيا* | التقرير."""

from __future__ import annotations

from workbench.splitting.attribution.frames import Reader

_LONGEST = 3
"""Words of such a name, at most."""


def leader_end(reader: Reader, at: int) -> int:
    """The index behind somebody whom everybody knows by the words there, ``at`` where none is
    named: *نتنياهو*, *كير ستارمر*."""
    for size in range(min(_LONGEST, reader.size - at), 0, -1):
        words = " ".join(map(reader.key, range(at, at + size)))
        if words in reader.lexicon.leaders:
            return at + size
    return at


def country_end(reader: Reader, at: int) -> int:
    """The index behind a country, a capital or a movement that acts by a verb right before it,
    ``at`` where none does: رفضت *إسرائيل* | التقرير, but زار *لبنان* | السفير."""
    lexicon = reader.lexicon
    if at <= reader.begin or at + 1 >= reader.size or reader.key(at) not in lexicon.acting:
        return at
    shown = reader.key(at - 1).endswith(lexicon.speech.past_endings or "\0")
    # رفض *لبنان* | الاقتراح: a thing is behind it, and nobody who might have come there.
    thing = lexicon.is_definite_action(reader.tokens[at + 1])
    thing = thing or (lexicon.is_definite(reader.key(at + 1)) and reader.is_document(at + 1))
    acts = lexicon.bare(reader.tokens[at - 1]) in lexicon.acts
    return at + 1 if shown or (acts and thing) else at
