"""Checks of the wording: only names, words and signs of the article, in the order of the quote."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from workbench.facets.bundle import read_facets
from workbench.facets.types import Role
from workbench.language.fold import fold_text
from workbench.language.spans import Span
from workbench.language.stems import bare, stem, term
from workbench.language.tokens import tokenize
from workbench.models.case import Case, cores
from workbench.models.types import Reason, Refusal
from workbench.models.wording import compare, ground, keys
from workbench.splitting.clauses.words.grammar import grammar
from workbench.splitting.types import Speaker

_SIGNS = frozenset(".,'\"’“”،؛;:-()«»")
"""Punctuation that a wording may have though its article has none."""


def characters(case: Case) -> Refusal | None:
    """No control or invisible characters, and no signs that the article does not have."""
    known = set(case.source.text) | _SIGNS
    for char in case.text:
        if char in known or char.isalnum() or char == " ":
            continue
        if not unicodedata.category(char).startswith("M"):
            return Refusal(Reason.CHARACTERS, f"U+{ord(char):04X}")
    return None


def speaker(case: Case) -> Refusal | None:
    """The speaker that a model names stands in the article, or is the outlet."""
    name = (case.proposal.speaker or "").strip()
    if not name or fold_text(name) in {"outlet", fold_text(case.source.outlet)}:
        return None
    chain: Sequence[Speaker] = case.content.attribution.chain
    known = case.source.says(name) or any(name == speaker.name for speaker in chain)
    return None if known else Refusal(Reason.SPEAKER, name)


def names(case: Case) -> Refusal | None:
    """Every name of the wording is a name of the article, under this or another form."""
    known = case.source.names(case.code)
    named = [(actor.name, actor.surface) for actor in case.worded.actors]
    named += [(place.name, place.surface) for place in case.worded.places]
    for name, surface in named:
        if name not in known and not case.source.says(surface) and _missing(surface, case):
            return Refusal(Reason.NAMES, surface)
    return None


def words(case: Case) -> Refusal | None:
    """No word with content that the article lacks."""
    spans = [time.span for time in case.worded.times]
    spans += [quantity.span for quantity in case.worded.quantities]
    missing = [
        word
        for word, span in _unknown(case.text, case)
        if not (any(each.contains(span) for each in spans) and _is_figure(word, case))
    ]
    if not missing:
        return None
    first = tokenize(case.text)[0].text
    named = any(word[:1].isupper() and word != first for word in missing)
    return Refusal(Reason.NAMES if named else Reason.WORDS, ", ".join(missing))


def _is_figure(word: str, case: Case) -> bool:
    """Whether a word is only a number or part of a date: those are compared by value."""
    facets = read_facets(word, case.pack, case.source.clock)
    return bool(facets.times) or any(not q.counted for q in facets.quantities)


def _missing(text: str, case: Case) -> list[str]:
    return [word for word, _ in _unknown(text, case)]


def _unknown(text: str, case: Case) -> Iterator[tuple[str, Span]]:
    """The words with content that the article does not have in any form."""
    vocabulary = case.source.vocabulary(case.code)
    for token in tokenize(text):
        forms = {token.folded, term(token, case.pack), stem(token.folded, case.pack)}
        forms.update(bare(token.folded, case.pack))
        small = token.folded in case.pack.language.stop_words and not token.text.isupper()
        if not small and forms.isdisjoint(vocabulary):
            yield token.text, token.span


def roles(case: Case) -> Refusal | None:
    """Whoever acts in the quote is not acted on in the wording, nor the other way round."""
    said = {actor.name: actor.role for actor in case.alone.actors}
    turned = {Role.AGENT, Role.PATIENT}
    for actor in case.worded.actors:
        before = said.get(actor.name, actor.role)
        if {before, actor.role} == turned and case.text != case.quote:
            return Refusal(Reason.SUBJECT, actor.surface)
    return None


def same_words(case: Case) -> Refusal | None:
    """The wording is the quote, completed from the near text where that is safe."""
    quote = keys(case.quote, case.code, case.source.clock)
    wording = keys(case.text, case.code, case.source.clock)
    on = ground(case.source, case.sentence, case.span, case.content.attribution)
    found = compare(quote, wording, on)
    if found is None:
        return None
    changes = [f"without {' '.join(found.dropped)!r}"] if found.dropped else []
    changes += [f"with {' '.join(found.added)!r}"] if found.added else []
    if found.dropped and not cores(case.quote, case).isdisjoint(grammar(case.code).only):
        return Refusal(Reason.ONLY, " ".join(changes))
    exchanged = found.at_start and found.added
    return Refusal(Reason.SUBJECT if exchanged else Reason.WORDING, ", ".join(changes))
