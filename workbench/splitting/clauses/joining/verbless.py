"""Clauses that say what is without a verb, where the verb comes first and none is needed."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import Word

_LONGEST_SUBJECT = 10
_OWNED = 3
"""Letters above which a word may end in a pronoun."""
_SHORTEST = 2
_OF_MOST = 4
"""Words of "most of its members are doctors", at least."""


def says_what_is(words: Sequence[Word], start: int, stop: int, rules: Grammar) -> bool:
    """Whether a stretch says of a definite subject what it is, without a verb, where the verb
    comes first: الأبحاث متواصلة, "the search [is] going on"."""
    # العاصفة زينة، *التي* ضربت الساحل، is only a name
    told = stop < len(words) and words[stop].comma and words[stop].core in rules.relatives
    if rules.data.subject_first or start >= stop or told:
        return False
    if (
        _counts_inside(words, start, stop, rules)
        or _tells_of_most(words, start, stop, rules)
        or _says_of_that(words, start, stop, rules)
        or _is_before_another(words, start, stop, rules)
    ):
        return True
    index = _past_subject(words, start, stop, rules)
    if not start < index < stop or not _stands_alone(words, index, stop, rules):
        return False
    word = words[index]
    event = rules.is_event(word.core)
    if event or rules.prepositional(word):
        return event and words[index - 1].core in rules.complete
    if word.raw.endswith(rules.data.predicative_endings):
        return True
    person = any(words[k].core in rules.persons for k in range(start, index))
    return not person and rules.is_predicative(word.core)


def may_say_what_is(words: Sequence[Word], rules: Grammar) -> bool:
    """Whether a sentence without a verb opens like a statement, where the verb comes first and
    none is needed to say what is: الدخول مجاني, في المدينة مستشفيان, معظم الضحايا نساء.

    A line that only names a thing opens with an indefinite noun (صورة أرشيفية).
    """
    if rules.data.subject_first or len(words) < 2 or words[0].pause:
        return False
    if len(words) == 2 and rules.definite(words[1].core):
        return False  # نشرة الثامنة
    if rules.prepositional(words[0]):
        return _says_where(words, rules)
    opens = rules.denials | rules.quantifiers | rules.numerals
    return any(
        _is_closed(word, rules) or rules.prepositional(word) or word.number or word.core in opens
        for word in words[:2]
    )


def _says_where(words: Sequence[Word], rules: Grammar) -> bool:
    """Whether an indefinite noun stands behind where it is: في المدينة مستشفيان; not only "across
    several provinces"."""
    closed = (word.core in rules.complete or _is_closed(word, rules) for word in words)
    noun = next((k for k, found in enumerate(closed) if found), len(words))
    apart = all(rules.prepositional(word) for word in words[:noun])
    behind = words[noun + 1 : noun + 2]
    return (
        apart
        and bool(behind)
        and not (_is_closed(behind[0], rules) or rules.prepositional(behind[0]) or behind[0].pause)
    )


def _is_before_another(words: Sequence[Word], start: int, stop: int, rules: Grammar) -> bool:
    """Whether "and that" follows what opened with a definite noun behind "that", or with where
    something is: إن برنامجها سلمي | *وإنها* ستواصل التعاون, أن من بين الضحايا طفلين | *وأن*…"""
    behind = words[stop] if stop < len(words) else None
    if behind is None or not behind.lexeme.glue or behind.core not in rules.complementisers:
        return False
    if start > 0 or stop < _SHORTEST:
        return False
    where = rules.prepositional(words[0]) and _says_where(words[:stop], rules)
    return where or _is_closed(words[0], rules)


def _counts_inside(words: Sequence[Word], start: int, stop: int, rules: Grammar) -> bool:
    """Whether a clause joined behind a pause says how many are where: وعلى متنه 40 مهاجرا."""
    first = words[start]
    joined = first.pause and bool(first.lexeme.glue)
    if not joined or not rules.prepositional(first):
        return False
    own = _is_closed(first, rules)  # لديها, للشركة
    noun = start if own or first.core in rules.complete else start + 1
    if noun >= stop or words[noun].pause or words[noun].core in rules.times:
        return False
    if noun > start and not _is_closed(words[noun], rules):
        return False
    counted = words[noun + 1 : noun + 3]
    bare = all(word.verb < Verb.PAST for word in words[start:stop])
    return bare and any(word.number or word.core in rules.numerals for word in counted)


def _tells_of_most(words: Sequence[Word], start: int, stop: int, rules: Grammar) -> bool:
    """Whether a clause says of what most are: ومعظم أعضائه من الأطباء."""
    if words[start].core not in rules.fractions | rules.quantifiers or stop - start < _OF_MOST:
        return False
    noun = words[start + 1]
    return _is_closed(noun, rules) and not noun.pause and rules.prepositional(words[start + 2])


def _says_of_that(words: Sequence[Word], start: int, stop: int, rules: Grammar) -> bool:
    """Whether a clause joined behind a pause says of what was told what it is: …، *وهذا* خطأ."""
    first, behind = words[start], words[min(start + 1, stop - 1)]
    joined = first.pause and first.lexeme.glue and first.core in rules.demonstratives
    plain = stop - start >= _SHORTEST and behind.verb != Verb.FINITE and not behind.pause
    return bool(joined) and plain and not (_is_closed(behind, rules) or rules.prepositional(behind))


def _is_closed(word: Word, rules: Grammar) -> bool:
    """Whether a noun is definite: by its article, or by a pronoun written on to it (متنه)."""
    owned = word.raw.endswith(rules.data.pronoun_endings or "\0") and len(word.core) > _OWNED
    return owned or rules.owned(word.core) or rules.definite(word.core)


def _stands_alone(words: Sequence[Word], index: int, stop: int, rules: Grammar) -> bool:
    """Whether a word goes on with the clause and is no noun that the next one defines."""
    word = words[index]
    if word.pause or word.lexeme.glue or word.number or word.verb == Verb.FINITE:
        return False
    following = words[index + 1] if index + 1 < stop else None
    return following is None or following.pause or not rules.definite(following.core)


def _past_subject(words: Sequence[Word], start: int, stop: int, rules: Grammar) -> int:
    """The word behind a definite noun phrase and what describes it; ``start`` if none is there."""
    index = start
    closed = False
    while index < stop and index - start < _LONGEST_SUBJECT:
        word = words[index]
        if index > start and (word.pause or word.lexeme.glue or word.verb == Verb.FINITE):
            break
        if rules.prepositional(word):
            if index == start:
                return start
            apart = word.core in rules.governing
            noun = words[index + apart] if index + apart < stop else word
            closed = closed or word.core in rules.complete or rules.definite(noun.core)
            index += 1 + apart
            continue
        here = rules.definite(word.core) or rules.owned(word.core)
        if closed and not here:
            break
        if index == start and not here and rules.is_event(word.core):
            return start
        closed = closed or here
        index += 1
    return index if closed else start
