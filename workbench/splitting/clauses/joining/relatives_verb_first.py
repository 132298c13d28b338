"""What stands behind a relative clause and belongs to the verb before it, where the verb comes
first: "*the toll* of the quake that hit X *rose* to 12"; its object, its figure, what it led to."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.clauses.clause import Range
from workbench.splitting.clauses.opened import Open
from workbench.splitting.clauses.phrases.outcomes import second_outcome
from workbench.splitting.clauses.phrases.phrases import is_accusative, subject_of
from workbench.splitting.clauses.pieces import Kind, Piece
from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import Word

_CENTURIES, _YEAR = ("19", "20"), 4
"""How a year begins, and its letters."""
_ACTING = 2
"""Words of a verb and its subject."""

_SUBJECT = 3
"""Words of a subject that is surely all that stands behind its verb, at most."""


def given_back_at(words: Sequence[Word], main: Range, relative: Open, rules: Grammar) -> int | None:
    """Where inside a relative clause the clause ``main`` around it goes on."""
    readers = (_outcome, _object, _victim, _measure, _counted_subject, _goal, _perfect)
    found = (reads(words, main, relative, rules) for reads in readers)
    return next((at for at in found if at is not None), None)


def holds_object(words: Sequence[Word], main: Range, piece: Piece, rules: Grammar) -> bool:
    """Whether a verb before a clause that describes its subject has found nothing that it is done
    to, and so has it behind that clause: تضفي المكاسب | التي تحققت مؤخرا *مصداقية* على الخطة."""
    (start, end), told = main, piece.kind in {Kind.RELATIVE, Kind.BARE}
    if not told or piece.paused or end != piece.start or rules.data.subject_first:
        return False
    verb = start + (words[start].core in rules.verb_next)
    if not verb + 1 < end <= verb + 1 + _SUBJECT or words[verb].verb != Verb.FINITE:
        return False
    pictures = frozenset[str]().union(*rules.depictions.values())
    shows = words[verb + 1].core in pictures and rules.base(words[verb].core) in rules.showing
    if says_enough(words[verb], rules) and not shows:
        return False
    only = subject_of(words, verb, end, rules, verb) == (verb + 1, end)
    return only and not any(rules.prepositional(word) for word in words[verb + 1 : end])


def says_enough(verb: Word, rules: Grammar) -> bool:
    """Whether a verb needs no more than its subject: one that is done to nothing (استقال), or that
    tells whom it befell."""
    forms = {verb.core, verb.lexeme.stem, rules.base(verb.core)}
    lone = rules.lone_verbs | rules.befalling | rules.complement | rules.auxiliaries
    return not forms.isdisjoint(lone)


def _outcome(words: Sequence[Word], main: Range, relative: Open, rules: Grammar) -> int | None:
    """Where inside a relative clause the verb before it names what it led to: "the floods
    that hit X *caused* … the collapse of three bridges"."""
    led = (words[k].lexeme.stem for k in range(*main))
    behind = next((rules.outcomes[stem] for stem in led if stem in rules.outcomes), ())
    first, stop = relative.ranges[0]
    for k in range(first + 2, stop):
        core = words[k].core
        if core in behind and k + 1 < stop and _is_outcome(words[k + 1], rules):
            return k
        if core[:1] in behind and rules.is_event(core[1:]):
            return k  # With its preposition written on to it: تعرضت سفينة ترفع … لهجوم.
    return second_outcome(words, main, (first, stop - 1), rules)


def _is_outcome(word: Word, rules: Grammar) -> bool:
    """Whether a word opens what something led to: an event, a number or any (عن *أي* نتائج)."""
    counted = word.number or word.core in rules.numerals | rules.bare_crowds | rules.articles
    return counted or rules.is_event(word.core)


def _object(words: Sequence[Word], main: Range, relative: Open, rules: Grammar) -> int | None:
    """Where inside a relative clause of its subject a verb finds its object: "the judge who
    hears the case *issued* … an order"."""
    first, stop = relative.ranges[0]
    start, end = main
    verb = next((k for k in range(start, end) if words[k].verb >= Verb.WEAK), end)
    if verb == end or (words[verb].lexeme.stem or words[verb].core) not in rules.object_verbs:
        return None
    between = words[verb + 1 : end]
    # A bare relative describes a circumstance: "approved, in a session held on Sunday, …".
    bare = relative.kind == Kind.BARE
    had = any(is_accusative(word, rules) for word in between)
    had = had or (bare and _in_closed_aside(words, between, stop))
    if end != first or had or any(map(rules.prepositional, between)) != bare:
        return None
    shortest = 2 if bare else 3  # its verb and a noun, and the relative before them
    behind = range(first + shortest, stop - 1)
    return next((k for k in behind if _opens_object(words, k, rules)), None)


def _victim(words: Sequence[Word], main: Range, relative: Open, rules: Grammar) -> int | None:
    """Where behind what describes its subject a verb finds whom it is done to: اغتال مسلحان
    | يستقلان دراجة نارية | *القيادي* سامي خليل."""
    (start, end), (first, stop) = main, relative.ranges[0]
    acts = words[start].verb >= Verb.WEAK and end == first and end - start == _ACTING
    if relative.kind != Kind.BARE or relative.paused or not acts:
        return None
    for k in range(first + 3, stop):
        pair = words[k - 2 : k]
        described = all(word.raw.endswith(rules.feminine_nouns) for word in pair)
        described = described or all(is_accusative(word, rules) for word in pair)
        opens = rules.definite(words[k].core) and not rules.prepositional(words[k])
        timed = words[k].core in rules.times | rules.day_words
        if described and opens and not (words[k].pause or words[k].lexeme.glue or timed):
            return k
    return None


def _in_closed_aside(words: Sequence[Word], between: Sequence[Word], stop: int) -> bool:
    """Whether a comma opened the phrase that a relative clause describes, and one closes it."""
    closed = stop < len(words) and words[stop].comma
    return closed and any(word.comma for word in between)


def _opens_object(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether an indefinite noun, or one with its owner written on to it (توقعاته), stands
    behind a phrase that it cannot be a part of."""
    word, before = words[at], words[at - 1]
    if word.pause or word.lexeme.glue or word.number or rules.prepositional(word):
        return False
    if word.verb >= Verb.PAST or rules.definite(word.core) or word.core in rules.no_nouns:
        return False
    if word.core in rules.time_units:
        return False
    endings = (*rules.data.possessive_endings, *rules.data.pronoun_endings)
    owned = before.core.endswith(endings or ("\0",)) and is_accusative(word, rules)
    # جلسة عقدها في *مقره* | اقتراحا, but أيضا, مجددا
    return rules.definite(before.core) or (owned and not rules.is_adverb(word.core))


def _measure(words: Sequence[Word], main: Range, relative: Open, rules: Grammar) -> int | None:
    """Where inside a relative clause of its subject a verb of measure finds its figure: "the
    total of the calls that the teams answered *came to* … 3,355"."""
    start, end = main
    first, stop = relative.ranges[0]
    measures = words[start].lexeme.stem in rules.descriptive
    had = any(word.number for word in words[start:end])
    if end != first or not measures or had:
        return None
    return next((k for k in range(first + 2, stop) if _opens_figure(words, k, stop, rules)), None)


def _opens_figure(words: Sequence[Word], at: int, stop: int, rules: Grammar) -> bool:
    """Whether a figure stands behind a phrase that is whole: ضبطها في *أربيل* | 30 ألف لتر."""
    before, dates = words[at - 1], rules.dated_words | rules.time_units
    figure = at + (words[at].core in rules.approximators)
    counts = figure < stop and words[figure].number and not words[at].lexeme.glue
    if not counts or before.verb >= Verb.PAST:
        return False
    if before.number:  # عام *2024* | 1200 سفينة
        return words[at - 2].core in dates
    if before.core in rules.dated_words and words[at - 2].number:  # في 24 *أكتوبر* | 29 بالمئة
        return not _is_year(words[figure].core)
    if rules.definite(before.core) or rules.owned(before.core):
        return True
    placed = words[at - 2].core in rules.prepositions and not rules.is_event(before.core)
    return placed and before.core not in dates and figure + 1 < stop


def _is_year(figure: str) -> bool:
    return len(figure) == _YEAR and figure.startswith(_CENTURIES)


def _counted_subject(
    words: Sequence[Word], main: Range, relative: Open, rules: Grammar
) -> int | None:
    """Where behind a relative clause a verb finds its subject, those counted: يشارك في المعرض
    الذي يستمر حتى 12 مايو | *أكثر من 700 دار* نشر."""
    (start, end), (first, stop) = main, relative.ranges[0]
    waits = end == first and end - start > 1 and rules.prepositional(words[start + 1])
    if not waits or words[start].verb < Verb.WEAK or relative.paused:
        return None
    if words[first].core in rules.place_relatives:
        return None
    behind = range(first + 3, stop - 2)
    opens = (
        k
        for k in behind
        if words[k].core in rules.approximators
        and any(words[n].number or words[n].core in rules.numerals for n in (k + 1, k + 2))
        and not (rules.prepositional(words[k - 1]) or words[k - 1].verb >= Verb.WEAK)
        and not any(words[n].core in rules.time_units for n in (k + 1, k + 2))
    )
    return next(opens, None)


def _goal(words: Sequence[Word], main: Range, relative: Open, rules: Grammar) -> int | None:
    """Where inside a relative clause the goal of the verb before it stands: "the toll of the quake
    that hit X rose … *to 12*"."""
    if not _goes_somewhere(words, main, rules):
        return None
    if any(words[k].core in rules.goal_prepositions for k in range(*main)):
        return None  # It has its goal already.
    first, stop = relative.ranges[0]
    goals = [k for k in range(first + 2, stop - 1) if words[k].core in rules.goal_prepositions]
    if _goes_somewhere(words, (first, stop), rules):
        # Its own goal comes first; that of the clause around it is a figure.
        goals = [k for k in goals[1:] if words[k + 1].number]
    return goals[-1] if goals else None


def _perfect(words: Sequence[Word], main: Range, relative: Open, rules: Grammar) -> int | None:
    """Where behind a relative clause the auxiliary before its subject finds its verb: كان الزلزال
    الذي بلغت قوته ست درجات | *قد ضرب* المنطقة."""
    start, end = main
    first, stop = relative.ranges[0]
    acts = any(words[k].verb == Verb.FINITE for k in range(start + 1, end))
    if words[start].core not in rules.past_being or acts or end != first:
        return None
    particles = (k for k in range(first + 2, stop - 1) if words[k].core in rules.verb_always)
    return next(
        (k for k in particles if not words[k].lexeme.glue and rules.is_past(words[k + 1].core)),
        None,
    )


def _goes_somewhere(words: Sequence[Word], clause: Range, rules: Grammar) -> bool:
    return any(words[k].lexeme.stem in rules.goal_verbs for k in range(*clause))


def means_before(words: Sequence[Word], verb: int, rules: Grammar) -> Range | None:
    """The thing by which it was done, with its adjective, that a feminine verb straight behind it
    describes and not who was hit: قتل ثلاثة جنود *بسيارة مفخخة* استهدفت …"""
    at = verb - 2
    if at < 1 or words[at].pause or words[at + 1].pause or words[at].core in rules.prepositions:
        return None
    glued = words[at].core[:1] in rules.data.glued_prepositions and rules.prepositional(words[at])
    alike = all(words[k].raw.endswith(rules.feminine_nouns) for k in (at, at + 1))
    return (at, verb) if glued and alike else None
