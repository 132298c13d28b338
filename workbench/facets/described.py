"""Words that look ahead and only describe a noun, whose own verb is one of the past."""

from __future__ import annotations

from workbench.facets.cues import Stances
from workbench.facets.main_clause import main_clause
from workbench.facets.reading import Reading
from workbench.facets.tenses import finite_tense


def only_describes(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether a cue of the future or a pledge belongs to a noun that something has befallen:
    "*plans to* build homes were rejected", "a man *expected to* give evidence died"."""
    width = cues.future.width(reading, at) or cues.pledge_phrases.width(reading, at)
    if cues.verb_first or not width or reading.word(at) in cues.adverbs:
        return False  # "Traders *now see* a cut"
    form = reading.verb(at)
    bare = form is None or form.tense in {"past", "participle"}
    held = _stands_behind_noun(reading, cues, at) if bare else _is_noun(reading, cues, at)
    return held and _was_done(reading, cues, at + width)


def _is_noun(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether a form that may be a noun opens the text or has a determiner before it."""
    before = reading.word(at - 1)
    return at == 0 or before in cues.determiners or reading.is_possessive(at)


def _stands_behind_noun(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether a participle or adjective follows a noun and no auxiliary."""
    before = reading.word(at - 1) if at else ""
    ended = before.endswith(cues.adverb_endings) or before in cues.adverbs
    held = before in cues.finite_auxiliaries | cues.passive_auxiliaries | cues.pronouns
    return bool(before) and not (ended or held or reading.verb(at - 1) is not None)


def _was_done(reading: Reading, cues: Stances, start: int) -> bool:
    """Whether a sure verb of the past follows in the main clause."""
    main = main_clause(reading)
    return any(
        main[at] and finite_tense(reading, cues, at) == "past"
        for at in range(start, len(reading.tokens))
    )
