"""Which marker of a clause stands at a word, if it counts there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from workbench.language.schema.clause_marks import Marker
from workbench.splitting.clauses.cutting.boundaries_verb_first import names_deed
from workbench.splitting.clauses.cutting.bounds import is_open, is_to_come, leads_up, was_denied
from workbench.splitting.clauses.cutting.interrupted import parts_decision
from workbench.splitting.clauses.phrases.openers import (
    is_of_pair,
    leads_clause,
    opens_phrase,
    was_before,
)
from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import CLAUSE, Word, next_pause

_NEAR = 4
"""Words before "than what" among which its comparative stands."""
_TAIL = 2
"""Words of a marker that may be the end of a longer one, at least."""
_RESTATING = frozenset({"part", "keep"})
"""Kinds of markers by which something is put in other words."""
_QUOTES = frozenset("\"“‘'")
_ALMOST = 2
"""Words before "but" in a clause that only says "all but", at least."""
LONGEST_WHOLE = 5
"""Words of a phrase from which something is excepted, at most."""


def marker_at(words: Sequence[Word], index: int, rules: Grammar) -> tuple[Marker, int] | None:
    """The longest marker that stands at a word and counts there, and its number of words."""
    word, size = words[index], len(words)
    entries = rules.markers.get(word.core, ())
    if word.lexeme.glue:
        entries = (*rules.markers.get(word.lexeme.glue + word.core, ()), *entries)
    behind = words[index + 1].core if index + 1 < size else ""
    for phrase, marker in entries:
        stop = index + len(phrase)
        if stop > index + 1 and (phrase[1] != behind or not _continues(words, index, phrase)):
            continue
        if marker.kind != "part" and (stop >= size or is_of_pair(words, stop - 1, rules)):
            continue
        if _joins_none(words, index, stop, marker, rules):
            continue
        if marker.after_whole and not _excepts(words, index, rules):
            continue
        if marker.after_noun and not _behind_noun(words, index, rules, marker):
            continue
        if _needs(words, stop, marker, rules):
            return marker, len(phrase)
    return None


def _joins_none(
    words: Sequence[Word], index: int, stop: int, marker: Marker, rules: Grammar
) -> bool:
    """Whether no clause can be marked there: at the very beginning, or by the words beside it."""
    if marker.subordinate and leads_clause(words, index, stop, rules):
        return True
    if marker.opens and not leads_up(words, index, stop):
        return True
    if index == 0:
        return marker.kind == "part"
    return _is_other_word(words, index, stop, marker, rules)


def _is_other_word(
    words: Sequence[Word], index: int, stop: int, marker: Marker, rules: Grammar
) -> bool:
    """Whether the word before shows that a marker joins no clauses there."""
    before, word = words[index - 1].core, words[index]
    # *وأي* ضعف, "and any", restates nothing
    whole = bool(word.lexeme.glue) and word.core in rules.wholes and marker.kind in _RESTATING
    asked = before in rules.asking and word.core in rules.asked and not word.pause
    part = _ends_marker(words, index, rules) or _is_of_what(words, index, rules)
    part = part or _is_tail(words, index, stop, rules)
    points = stop > index + 1 and _points(words, index, stop, rules)
    almost = _says_almost(words, index, rules)
    if whole or asked or part or points or almost or in_tag(words, index):
        return True  # "would not say when the bridge would reopen"
    if (marker.after_pause and not words[index].pause) or was_before(words, index, stop, rules):
        return True
    if marker.kind == "result" and not words[index].pause and _compares(words, index, rules):
        return True  # أعلى بثلاث نقاط *مما* كانت
    if marker.subordinate:
        return opens_phrase(words, index, stop, rules)
    if marker.kind == "relative":
        # "unclear who", "say when that would be"
        # and "the number of those who" (عدد الذين), which is nothing without it
        counts = before in rules.counting_nouns and not word.pause
        asked = counts or before in rules.asking | rules.asked
        joined = bool(rules.markers.get(before)) and not word.pause
        asked = asked or (joined and _points(words, index - 1, index + 1, rules))
        that = word.pause and word.core in rules.complementisers
        asked = asked or (that and _is_written_on(words, index + 1))  # "…, *that's* why"
        return asked or _is_titled(words, index, stop)
    return marker.kind == "purpose" and before in rules.auxiliaries  # "is aimed at"


def _points(words: Sequence[Word], index: int, stop: int, rules: Grammar) -> bool:
    """Whether "that" at the end of a marker is the subject of the verb behind it: "fell, *and that*
    has hurt exporters", "and *that's* a pity"."""
    if words[stop - 1].core not in rules.complementisers or not rules.data.subject_first:
        return False
    if any(word.core in rules.complementisers for word in words[max(0, index - CLAUSE) : index]):
        return False  # "a report that cost 3 million, *and that was* shelved"
    acts = stop < len(words) and words[stop].core in rules.singular_auxiliaries
    return _is_written_on(words, stop) or (acts and words[index].comma)


def _is_written_on(words: Sequence[Word], at: int) -> bool:
    """Whether a verb is written on to the word before it: "that*'s*"."""
    return at < len(words) and not words[at].gap and words[at].verb == Verb.FINITE


def _is_titled(words: Sequence[Word], index: int, stop: int) -> bool:
    """Whether a word stands in the name of a film or book: "The Man *Who* Sold the Sea"."""
    inside = words[index].capital and not words[index].pause and words[index - 1].capital
    return inside and words[stop].capital and words[stop].verb == Verb.NO


def in_tag(words: Sequence[Word], index: int) -> bool:
    """Whether a word is part of a tag (#إلا_رسول_الله), in which it says nothing of the rest."""
    behind = words[index + 1].gap if index + 1 < len(words) else ""
    return behind == "_" or words[index].gap.endswith(("#", "_"))


def _is_of_what(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """Whether a phrase stands for a time behind its preposition: إلى *ما بعد* العيد."""
    if index < 2 or rules.data.subject_first or words[index].pause:
        return False
    led = words[index - 2].core in rules.prepositions and not words[index - 1].pause
    return led and words[index - 1].core in rules.verb_next


def _ends_marker(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """Whether a word that may open a clause is the end of a longer marker: "as long *as*"."""
    word = words[index]
    if index < 2 or word.pause or words[index - 2].core != word.core:
        return False
    phrases = (phrase for phrase, _ in rules.markers.get(word.core, ()))
    whole = tuple(one.core for one in words[index - 2 : index + 1])
    return any(phrase == whole for phrase in phrases)


def _is_tail(words: Sequence[Word], index: int, stop: int, rules: Grammar) -> bool:
    """Whether words that may open a clause go on with a longer marker of another meaning, which
    does not count there: غادر من | *غير أن* يتكلم."""
    if index == 0 or stop - index < _TAIL or words[index].pause or words[index].lexeme.glue:
        return False
    tail = tuple(word.core for word in words[index:stop])
    return any(phrase[1:] == tail for phrase, _ in rules.markers.get(words[index - 1].core, ()))


def _compares(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """Whether a comparative stands shortly before a word."""
    near = words[max(0, index - _NEAR) : index]
    return any(word.core in rules.superlatives for word in near)


def _continues(words: Sequence[Word], index: int, phrase: Sequence[str]) -> bool:
    """Whether the words behind one are the rest of a phrase, without a pause among them."""
    if index + len(phrase) > len(words):
        return False
    for part in phrase[1:]:  # a loop, because most phrases end at the first of these words
        index += 1
        if words[index].core != part or words[index].pause:
            return False
    return True


def _behind_noun(words: Sequence[Word], index: int, rules: Grammar, marker: Marker) -> bool:
    """Whether a word stands behind a noun or a pause and can be no subject or object."""
    if index == 0 or words[index].pause:
        return index > 0
    before = words[index - 1]
    if marker.after_indefinite and (rules.definite(before.core) or rules.owned(before.core)):
        return False
    if marker.kind == "part" and _acts_before(words, index, rules):
        return False
    # Where the verb comes first, what may be a participle is as often a noun (راكباً).
    noun = before.verb in {Verb.NO, Verb.WEAK} or (
        before.verb == Verb.GERUND and not rules.data.subject_first
    )
    return noun and not (before.core in rules.prepositions or before.core in rules.verb_next)


def _acts_before(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """Whether some of those before are the subject of a past form: 23 مهندسا *تخرج أغلبهم* في
    الجامعة."""
    verb, noun = words[index - 1], words[index - 2]
    acts = index > 1 and verb.verb == Verb.WEAK and rules.is_past(verb.core)
    return acts and noun.verb == Verb.NO and not (noun.number or rules.prepositional(noun))


def _says_almost(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """Whether "but" is part of "all but" for almost, where nothing behind it may be taken out of
    all: "talks have all *but* collapsed", "a cut all *but* certain"."""
    two = (words[index - 1].core, words[index].core)
    if index < _ALMOST or two not in rules.almost or index + 1 >= len(words):
        return False
    before, behind = words[index - 2], words[index + 1]
    noun = behind.number or behind.core in rules.numerals | rules.articles | rules.owning
    if noun or behind.capital or rules.prepositional(before):
        return False
    if set(words[index - 1].gap) & _QUOTES:
        return True  # "a cut "all but certain""
    named = before.verb == Verb.NO and not words[index - 1].pause
    return named or before.core in rules.auxiliaries


def _excepts(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """Whether "but" excepts from all or none before it ("every town but X"), and joins no clause:
    "it shut every shop but staff were paid"."""
    if index == 0 or index + 1 >= len(words) or words[index].pause or words[index + 1].pause:
        return False
    first = index - 1
    said = {Verb.PAST, Verb.FINITE}
    floor = max(0, index - LONGEST_WHOLE)
    while first > floor and not words[first].pause and words[first].verb not in said:
        if words[first].core in rules.excepted_from:
            break
        first -= 1
    if words[first].core not in rules.excepted_from:
        return False
    if words[index + 1].verb in said or words[index + 1].core in rules.third_persons:
        return False
    end = next_pause(words, index + 1)
    before = any(words[k].verb >= Verb.PAST for k in range(first))
    return not (before and any(words[k].verb in said for k in range(index + 1, end)))


def _needs(words: Sequence[Word], at: int, marker: Marker, rules: Grammar) -> bool:
    if at < len(words) and words[at].core in marker.not_before:
        return False
    if marker.kind == "absolute" and parts_decision(words, at, rules):
        return False
    if not marker.needs:
        return True
    check = _CHECKS.get(marker.needs)
    if check is not None:
        return check(words, at, rules)
    return at < len(words) and _is_wanted(words, at, marker, rules)


def _has_figure(words: Sequence[Word], at: int, _: Grammar) -> bool:
    return any(word.number for word in words[at : at + 8])


def _is_perfect(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    return at >= len(words) or not rules.is_present(words[at].core)


def _is_present(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    core = words[at].core if at < len(words) else ""
    return rules.is_present(core) and not rules.is_past(core)


def _is_compared(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether a figure follows and what it is compared with: "4% on last year's"."""
    figure = next((k for k in range(at, min(at + 3, len(words))) if words[k].number), None)
    if figure is None:
        return False
    end = min(next_pause(words, figure), figure + 6)
    return any(words[k].core in rules.compared_with for k in range(figure, end))


def _is_wanted(words: Sequence[Word], at: int, marker: Marker, rules: Grammar) -> bool:
    """Whether the word behind a marker is what it needs."""
    verb = words[at].verb
    if marker.needs == "count":
        return words[at].number or words[at].core in rules.numerals
    if marker.needs == "finite":
        return verb in {Verb.PAST, Verb.FINITE}
    if marker.needs == "event":
        core = words[at].core
        core = rules.without_article(core) if marker.kind in {"purpose", "circumstance"} else core
        return at + 2 < len(words) and not words[at].pause and rules.is_event(core)
    return (verb != Verb.NO) == (marker.needs == "verb")


_CHECKS: Mapping[str, Callable[[Sequence[Word], int, Grammar], bool]] = {
    "figure": _has_figure,
    "compared": _is_compared,
    "to_come": is_to_come,
    "open": is_open,
    "denied": was_denied,
    "own_deed": names_deed,
    "perfect": _is_perfect,
    "present": _is_present,
}
"""What a marker may need of all the words behind it."""
