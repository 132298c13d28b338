"""What is excepted is a claim too."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from workbench.splitting.clauses.clause import Clause, Range
from workbench.splitting.clauses.cutting.markers import LONGEST_WHOLE, in_tag, marker_at
from workbench.splitting.clauses.pieces import Kind
from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import CLAUSE, Word

_SHORTEST = 2
_PLACE = 4
"""Words of a place with its preposition, at most."""
_SHORTENED = 3
"""Letters of a verb that has lost one behind what denies it."""
_VERBS = frozenset({Verb.PAST, Verb.FINITE})


def exceptions(clause: Clause, words: Sequence[Word], rules: Grammar) -> list[Clause]:
    """What is excepted is asserted too: "no forces except advisers" says there are advisers."""
    for first, last in clause.own:
        for index in range(first + 1, last):
            if words[index].raw in rules.saving and not in_tag(words, index):
                saved = _saved(clause, words, (first, index), last, rules)
                if saved:
                    return saved
            found = marker_at(words, index, rules)
            if found is None or found[0].kind != "exception" or index + found[1] >= last:
                continue
            if words[index].raw in found[0].not_written:
                continue
            if found[0].of_all and not _is_of_all(words, first, index, rules):
                continue
            told = _excepted(words, (first, index), (index + found[1], last), rules)
            apart = tuple(one for one in clause.own if one[1] <= first)
            return [_with_subject(one, apart) for one in told]
    return []


def says_only_what(clause: Clause, words: Sequence[Word], rules: Grammar) -> bool:
    """Whether an exception tells of nobody in particular and has no verb: "some incidents"."""
    own = [words[k] for first, last in clause.own for k in range(first, last)]
    alone = clause.kind == Kind.EXCEPTION and not clause.borrowed
    return alone and _is_vague(own[0], rules) and not any(word.verb in _VERBS for word in own)


def _is_vague(word: Word, rules: Grammar) -> bool:
    """Whether a word counts what stands behind it, or two by its own form, and says not which."""
    counts = word.core in rules.numerals | rules.indefinite_articles | rules.some
    dual = word.core.endswith(rules.data.dual_endings or "\0") and word.core not in rules.places
    return bool(word.number) or counts or (dual and not rules.definite(word.core))


def _with_subject(exception: Clause, apart: Sequence[Range]) -> Clause:
    """An exception told with the clause around it has its subject too, where an aside parts them:
    "Cadmium, a metal, was found in all but 12"."""
    if not exception.borrowed:
        return exception
    return replace(exception, borrowed=(*apart, *exception.borrowed))


def _saved(
    clause: Clause, words: Sequence[Word], host: Range, last: int, rules: Grammar
) -> list[Clause]:
    """What is denied of all others holds of the rest: لم يحضر الجلسة سوى المتهم, "nobody but the
    defendant *was there*". A phrase only says when or how (إلا بعد ساعات)."""
    first, index = host
    denied = [k for k in range(max(first, index - CLAUSE), index) if words[k].core in rules.denials]
    verb = denied[-1] + 1 if denied else index
    if any(words[k].core not in rules.whoever for k in denied[:-1]):
        return []  # The wording would be a denial still; *ما* يدخل لا يغطي سوى الربع is none.
    behind = words[index + 1] if index + 1 < last else None
    if verb >= index or words[verb].verb < Verb.WEAK or behind is None:
        return []
    if words[verb - 1].core in rules.past_negators and len(words[verb].core) == _SHORTENED:
        return []  # لم *ينج* سوى طفل: a form that stands nowhere else
    # لا تمثل سوى 3 بالمئة, لا يصلنا الماء سوى يومين: it only says how little that is.
    if behind.number or behind.core in rules.numerals | rules.time_units:
        return []
    noun = behind.verb == Verb.NO and not (behind.pause or rules.prepositional(behind))
    if rules.completed(words[verb].core) or not noun or behind.core in rules.no_phrase_heads:
        return []
    end = next((k for k in range(index + 2, last) if words[k].pause), last)
    own = [(first, verb - 1), (verb, index), (index + 1, end)]
    told = tuple((start, stop) for start, stop in own if start < stop)
    return [Clause(told, Kind.EXCEPTION, clause.borrowed)]


def _in_subject(words: Sequence[Word], host: Range, own: Range, rules: Grammar) -> bool:
    """Whether the exception stands in the subject, whose verb follows: "all but three were"."""
    if not rules.data.subject_first or any(words[k].verb in _VERBS for k in range(*host)):
        return False
    return any(words[k].verb in _VERBS for k in range(*own))


def _past_whole(words: Sequence[Word], host: Range, rules: Grammar) -> int:
    """Where the phrase begins from which something is excepted: "… in *every town* but X"."""
    if not rules.data.subject_first:
        return _past_universal(words, host, rules)
    near = range(host[1] - 1, max(host[0], host[1] - LONGEST_WHOLE), -1)
    return next((k for k in near if words[k].core in rules.excepted_from), host[1])


def _past_universal(words: Sequence[Word], host: Range, rules: Grammar) -> int:
    """The same where the verb comes first: أغلقت | *جميع المطارات* عدا مطار دبي, أغلقت | *المطارات
    كلها* عدا …; the beginning of the clause where no such phrase stands right before."""
    near = range(host[1] - 1, max(host[0], host[1] - LONGEST_WHOLE) - 1, -1)
    parts = (k for k in near if words[k].pause or rules.prepositional(words[k]))
    floor = next(parts, host[0])
    verb = next((k + 1 for k in near if k >= floor and words[k].verb in _VERBS), host[0])
    if words[host[1] - 1].core in rules.wholes:
        return verb
    wholes = (k for k in near if k >= max(floor, verb) and words[k].core in rules.wholes)
    return next(wholes, host[0])


def _is_of_all(words: Sequence[Word], first: int, index: int, rules: Grammar) -> bool:
    """Whether a word that mostly says "only" takes something out of a whole: كل الرحلات إلا
    واحدة."""
    near = range(max(first, index - CLAUSE), index)
    return any(words[k].core in rules.wholes for k in near)


def _where(words: Sequence[Word], host: Range, rules: Grammar) -> tuple[Range, ...]:
    """The place that a clause ends with, where what is excepted from it is as well: "no troops *in
    Iraq* except advisers"."""
    for at in range(host[1] - 2, max(host[0], host[1] - _PLACE) - 1, -1):
        if words[at].core in rules.locative and not any(
            word.pause for word in words[at + 1 : host[1]]
        ):
            return ((at, host[1]),) if _names_place(words[at + 1], rules) else ()
    return ()


def _names_place(word: Word, rules: Grammar) -> bool:
    return word.core in rules.places or (rules.data.subject_first and word.capital)


def _excepted(words: Sequence[Word], host: Range, own: Range, rules: Grammar) -> list[Clause]:
    """The exception alone ("no forces except *advisers*"), or with what does not hold of it
    ("they worked in all stations except *two*"), and what is told of it."""
    from_all = any(words[k].core in rules.wholes for k in range(*host))
    # "Found nothing but a generator": a generator was found.
    from_all = from_all or words[host[1] - 1].core in rules.excepted_from
    if _in_subject(words, host, own, rules):
        return [Clause((own,), Kind.EXCEPTION)]
    if not from_all:
        if words[own[0]].core in rules.persons and not rules.data.subject_first:
            return []  # Somebody's name alone says nothing.
        phrase = own[1] - own[0] - (words[own[0]].core in rules.prepositions)
        where = () if _is_vague(words[own[0]], rules) else _where(words, host, rules)
        return [Clause((own,), Kind.EXCEPTION, where)] if phrase > _SHORTEST else []
    whole = _past_whole(words, host, rules)
    if whole == host[0]:  # *جميع الوحدات* حققت أرباحا
        acts = (k for k in range(*host) if words[k].verb in _VERBS)
        verb = next(acts, None) if words[whole].core in rules.wholes else None
        return [] if verb is None else [Clause((own,), Kind.EXCEPTION, ((verb, host[1]),))]
    host = (host[0], whole)
    verb = next((k for k in range(own[0] + 1, own[1]) if words[k].verb >= Verb.WEAK), None)
    relative = verb is not None and words[own[0]].core not in rules.subjects
    if not relative or verb is None:
        return [Clause((own,), Kind.EXCEPTION, (host,))]
    return [Clause(((own[0], verb),), Kind.EXCEPTION, (host,)), Clause((own,), Kind.RELATIVE)]
