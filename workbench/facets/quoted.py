"""Judgements: by words that judge or lay a duty on somebody, and by quotation marks, which leave
them to the speaker: *was "too rosy"*, "That was never a red card"."""

from __future__ import annotations

from workbench.facets.cues import Stances, pauses, stances
from workbench.facets.reading import Reading
from workbench.facets.tenses import compares
from workbench.facets.verbless import is_definite_noun

_OPENING = frozenset('"“«„')
_CLOSING = frozenset('"”»')
_SHORT, _LONG = 4, 16
"""Words of a quoted predicate, at most: longer quotations state things of their own."""
DUTY_REACH = 6
"""Words behind "it is for" within which "to" follows (على الحكومة أن)."""
_SUBJECT = 5
"""Words of a subject before a quoted comment, at most."""
_FEELING = 3
"""Words behind "we are" among which a feeling is named ("so sorry")."""
_SHORT_QUOTE = (1, 8)
"""Words of such a comment."""


def is_quoted_predicate(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether a word of being is followed by a few words in quotation marks, without a figure:
    the paper leaves the judgement to the speaker."""
    if reading.word(at) not in cues.passive_auxiliaries:
        return False
    return _quoted(reading, at + 1)


def is_quoted_comment(reading: Reading) -> bool:
    """Whether a definite subject is followed by nothing but a few quoted words, where sentences
    need no word of being: الحكم «قاسٍ ولا يستند إلى أي دليل»."""
    if not stances(reading.pack).verbless:
        return False
    for at in range(1, min(_SUBJECT, len(reading.tokens))):
        if not _OPENING.isdisjoint(reading.gap(at)):
            quoted = range(at, len(reading.tokens))
            short = _SHORT_QUOTE[0] <= len(quoted) <= _SHORT_QUOTE[1]
            figures = any(reading.tokens[each].is_number for each in quoted)
            whole = all(_CLOSING.isdisjoint(reading.gap(each)) for each in quoted[1:])
            return short and whole and not figures
    return False


def _quoted(reading: Reading, first: int) -> bool:
    """Whether a short quotation begins at a token; the text may end before its closing mark."""
    if _OPENING.isdisjoint(reading.gap(first)):
        return False
    # "A sledgehammer where we needed a scalpel": a longer one that says what something is.
    opened = reading.word(first) in stances(reading.pack).indefinite or reading.is_article(first)
    longest = _LONG if opened else _SHORT
    for at in range(first, min(first + longest, len(reading.tokens))):
        if reading.tokens[at].is_number:
            return False
        if at + 1 == len(reading.tokens) or not _CLOSING.isdisjoint(reading.gap(at + 1)):
            return True
    return False


def judges_in_quotes(reading: Reading, cues: Stances) -> bool:
    """Whether a few quoted words judge: the dating relied on "too few samples"."""
    size, longest = len(reading.tokens), _SHORT_QUOTE[1]
    for at in range(1, size):
        if _OPENING.isdisjoint(reading.gap(at)):
            continue
        near = range(at + 1, min(at + longest + 1, size))
        words = range(at, next((k for k in near if _closes(reading, k)), size))
        if len(words) <= longest and not any(reading.tokens[each].is_number for each in words):
            return any(cues.judgements.width(reading, each) for each in words)
    return False


def _closes(reading: Reading, at: int) -> bool:
    return not _CLOSING.isdisjoint(reading.gap(at))


def is_verdict(reading: Reading, cues: Stances, before: Reading | None) -> bool:
    """Whether direct speech opens by saying what something is: "It's a tax on honesty"."""
    if not cues.being or not _opens_speech(reading, before):
        return False
    if _likens(reading, cues) or _rules_out(reading, cues):
        return True
    word, _, ending = reading.word(0).partition("'")
    at = 1
    if not ending and reading.word(1) in cues.being:
        at = 2
    elif reading.word(0) not in cues.verdict_openers and not (ending and word in cues.first_person):
        return False
    at = _past_adverbs(reading, cues, at)
    if word in cues.first_person:
        return any(reading.word(near) in cues.feelings for near in range(at, at + _FEELING))
    if word not in cues.verdict_subjects and reading.word(0) not in cues.verdict_openers:
        return False
    return reading.is_article(at) or (word in cues.pointing and _is_plain(reading, cues, at))


def _likens(reading: Reading, cues: Stances) -> bool:
    """Whether a thing is said not to be another, or several to be one: "My camels are *not a
    bank*", "These numbers are *an emergency*", "This is about trust, *not fences*"."""
    being = _being_behind(reading, cues)
    if not being:
        return False
    told = _past_adverbs(reading, cues, being + 1)
    if reading.word(told) in cues.indefinite:
        return told > being + 1 or reading.word(being) in cues.plural_auxiliaries
    placed = reading.is_small(told) and reading.word(0) not in cues.verdict_subjects
    near = range(being + 1, len(reading.tokens) - 1)
    return not placed and any(cues.negators.width(reading, k) for k in near if pauses(reading, k))


def _being_behind(reading: Reading, cues: Stances) -> int:
    """Where a word of being stands behind a subject that has no pause or name, or 0."""
    for at in range(1, min(_SUBJECT, len(reading.tokens))):
        if reading.word(at) in cues.being:
            return at if at > 1 or reading.word(0) in cues.verdict_subjects else 0
        if pauses(reading, at) or reading.capital(at):
            return 0
    return 0


def _rules_out(reading: Reading, cues: Stances) -> bool:
    """Whether somebody says that a thing cannot be, without a reason and not to refuse it: "Our
    members *can't live* on promises", not "We cannot confirm that"."""
    size = len(reading.tokens)
    at = next((k for k in range(1, min(_SUBJECT, size)) if cues.bars.width(reading, k)), 0)
    form = reading.verb(at + cues.bars.width(reading, at)) if at else None
    reasoned = any(cues.subordinators.width(reading, k) for k in range(at, size))
    return form is not None and form.verb not in cues.withholding and not reasoned


def _past_adverbs(reading: Reading, cues: Stances, at: int) -> int:
    while (
        reading.word(at) in cues.adverbs
        or cues.negators.width(reading, at)
        or reading.word(at).endswith(cues.adverb_endings)
    ):
        at += 1
    return at


def _is_plain(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether a noun or an adjective stands there, and nothing that says what is done or where:
    "These are *painful* decisions"."""
    if at >= len(reading.tokens) or reading.tokens[at].is_number or reading.capital(at):
        return False
    form = reading.verb(at)
    acts = form is not None and form.tense in {"gerund", "past", "participle"}
    return not acts and not reading.is_small(at)


def _opens_speech(reading: Reading, before: Reading | None) -> bool:
    """Whether a quotation opens right before the text."""
    start = reading.tokens[0].span.start if reading.tokens else 0
    if reading.text[max(0, start - 1) : start] in _OPENING and start:
        return True
    return before is not None and before.tail.rstrip()[-1:] in _OPENING


def is_duty(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether a clause lays a duty on somebody: على الحكومة أن تتحمل."""
    if not reading.is_in(at, cues.duties):
        return False
    if not (at == 0 or reading.is_in(at - 1, cues.complementisers) or pauses(reading, at)):
        return False
    near = range(at + 2, min(at + DUTY_REACH, len(reading.tokens)))
    clause = next((each for each in near if reading.is_in(each, cues.complementisers)), 0)
    return bool(clause) and not any(reading.verb(each) for each in range(at + 1, clause))


def is_judged(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether a word of being is followed by one of judgement: "were far too passive".

    Where there is no such word, the one of judgement stands behind what it judges (الوضع خطير).
    """
    if cues.verbless:
        judged = cues.judgements.width(reading, at) and is_definite_noun(reading, at - 1)
        tail = bool(judged) and not reading.is_definite(at) and not pauses(reading, at)
        return tail and not reading.is_definite(at + 1)
    word = reading.word(at)
    # "Ann Lee's *far-right* party": what is written on to a name is no "is".
    owned = not word[:1].isalpha() and reading.word(at - 1) not in cues.verdict_subjects
    if word not in cues.passive_auxiliaries or owned:
        return False
    return any(_is_judgement(reading, cues, after) for after in range(at + 1, at + 4))


def _is_judgement(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether a word of judgement stands there that is not measured by what was thought."""
    width = cues.judgements.width(reading, at)
    if reading.word(at) in cues.also and (width == 1 and not reading.joined(at + 1)):
        return False  # "was thrown out *too*"
    near = range(at + width, min(at + width + 2, len(reading.tokens)))
    return bool(width) and not any(compares(reading, cues, after) for after in near)
