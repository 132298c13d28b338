"""Two plain ways to cut a text into claims, beside which the splitter is measured."""

from __future__ import annotations

import re

from workbench.splitting.sentences.sentences import split_sentences


def by_sentence(text: str) -> list[str]:
    """One claim a sentence."""
    return [s.span.of(text) for s in split_sentences(text)]


_CUT = re.compile(r"[,،;؛:()—–\"“”«»]|\b(?:and|but|or|while|which|who|that)\b|\sو|\s(?:أن|إن)\s")


def by_conjunction(text: str) -> list[str]:
    """Cut at every mark and conjunction."""
    pieces = (piece for sentence in by_sentence(text) for piece in _CUT.split(sentence))
    return [piece.strip() for piece in pieces if piece and len(piece.split()) > 1]


CUTS = {"sentence": by_sentence, "naive": by_conjunction}
