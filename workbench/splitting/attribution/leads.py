"""Whether words before a frame of speech only say when, where or how it was said."""

from __future__ import annotations

from workbench.splitting.attribution.frames import Reader
from workbench.splitting.attribution.words.tokens import COMMAS

_LEAD = 14
"""Words up to which the circumstances before a frame are taken for part of it."""
_PHRASE = 7
"""Words of a phrase that opens a clause, at most."""
_RECORDING = 5
"""Words among which the noun of a recording stands behind its preposition."""


def is_lead(reader: Reader, start: int, end: int) -> bool:
    """Whether words before a frame only say when, where or how it was said."""
    lexicon = reader.lexicon
    first = next((at for at in range(start, end) if not reader.tokens[at].sign), end)
    if first == end or replying(reader, first) >= 0:
        return True
    if reader.words(first, end) > _LEAD:
        return False
    if lexicon.verb(reader.tokens[first]) and not lexicon.speech.verb_first:
        return True
    event = lexicon.speech.verb_first and any(
        lexicon.is_event(reader.tokens[at]) or (at > first and _may_act(reader, at))
        for at in range(first, end)
        if at == first or reader.is_sign(at - 1, COMMAS)
    )
    if not event and (reader.document_in(first, end) >= 0 or _is_recorded(reader, first, end)):
        return True
    if event or reader.has_finite(first, end) or _acts_behind_phrase(reader, first, end):
        return False
    key = lexicon.bare(reader.tokens[first])
    return (
        lexicon.is_adjunct(reader.tokens[first])
        or key in lexicon.bearers
        or key in lexicon.joints
        or key in lexicon.adverbs
        or key in lexicon.documents
        or reader.is_time(first)
        or reader.is_connective(first)
        or (reader.words(first, end) <= 2 and not _tells_deed(reader, first))
    )


def _acts_behind_phrase(reader: Reader, first: int, end: int) -> bool:
    """Whether a verb with its subject stands straight behind the phrase that opens a clause, where
    verbs come first: من جهته *زار* الوزير المدينة، وقال إن; not behind an indefinite noun, which it
    describes (في لقاء *جمعه* بالوفد، قال)."""
    lexicon, grammar = reader.lexicon, reader.lexicon.grammar
    if grammar is None or not lexicon.speech.verb_first:
        return False
    past = first + reader.connective_size(first)  # من جهته | *زار*
    for at in range(first + 1, min(first + _PHRASE, end - 1)):
        before, behind = reader.key(at - 1), reader.tokens[at + 1]
        if reader.tokens[at].sign or before in lexicon.relatives:
            return False
        closed = lexicon.is_definite(before) or before in grammar.places or grammar.owned(before)
        closed = closed or at == past or reader.is_time(at - 1)
        acts = grammar.known_verb(reader.key(at))
        opens = at == past and lexicon.is_definite(reader.key(at + 1))  # بدوره | *رفض* النائب
        acts = acts or (opens and grammar.may_be_verb(reader.key(at)))
        if closed and acts and not behind.sign:
            return True
    return False


def _is_recorded(reader: Reader, first: int, end: int) -> bool:
    """Whether words say on what somebody spoke: "In a *video* released by his office, Burhan …"."""
    borne = reader.lexicon.bare(reader.tokens[first]) in reader.lexicon.bearers
    near = range(first, min(first + _RECORDING, end))
    return borne and any(reader.key(at) in reader.lexicon.recordings for at in near)


def _tells_deed(reader: Reader, first: int) -> bool:
    """Whether two words tell what something definite did: *انهار الجسر*، لكن مهندسا قال إن."""
    lexicon = reader.lexicon
    grammar, behind = lexicon.grammar, first + 1
    told = lexicon.speech.verb_first and lexicon.is_definite(reader.key(behind))
    told = told and not (reader.is_time(behind) or reader.tokens[behind].sign)
    return told and grammar is not None and grammar.known_verb(reader.key(first))


def replying(reader: Reader, first: int) -> int:
    """Where a phrase says that somebody was asked or how he spoke ("*Asked* whether", "When
    *asked*"), or -1."""
    at = first + reader.is_connective(first)
    return at if reader.key(at) in reader.lexicon.replying else -1


def _may_act(reader: Reader, at: int) -> bool:
    """Whether a word behind a comma is rather the verb of a clause than a circumstance, though
    it may be a noun: من جهته، *حمّل* النائب الشركة المسؤولية."""
    lexicon, token = reader.lexicon, reader.tokens[at]
    phrase = lexicon.is_adjunct(token) or reader.is_time(at)
    grammar = lexicon.grammar
    return not phrase and grammar is not None and grammar.may_be_verb(lexicon.bare(token))
