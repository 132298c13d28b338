"""Relative clauses: which tell something, and where the clause around one goes on."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.clauses.clause import Range
from workbench.splitting.clauses.cutting.predication import predicates
from workbench.splitting.clauses.phrases.phrases import head_before
from workbench.splitting.clauses.phrases.when import before_time
from workbench.splitting.clauses.pieces import Kind, Piece
from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import Word

SHORTEST_RELATIVE = 4
"""Words up to which a relative clause without a pause only restricts, where the verb is first."""
FARTHEST = 40
"""Words back at which a relative clause may have begun."""
_SHORT_HEAD = 4
"""Words of a head that are looked at."""


def resumed_at(words: Sequence[Word], piece: Piece, rules: Grammar) -> int:
    """Where the verb of a subject stands behind its relative clause and no pause: "the
    hospitals that still work *are* full", where the verb comes first."""
    if piece.kind != Kind.RELATIVE:
        return piece.stop
    found = predicates(words, piece.start, piece.stop, rules)
    if rules.data.subject_first and piece.paused:
        return piece.stop
    if rules.data.subject_first:
        return acts_again_at(words, piece, rules)
    verbs = (k for k in found if k > piece.body + 1 and not words[k].lexeme.glue)
    starts = (_main_start(words, k, rules) for k in verbs)
    own = piece.body + 1
    return next((start for start in starts if start is not None and start > own), piece.stop)


def acts_again_at(words: Sequence[Word], piece: Piece, rules: Grammar) -> int:
    """Where a second predicate stands, the first being that of the relative clause itself: "who
    stole a car and hit a cyclist *was* jailed", where the subject comes first."""
    found = predicates(words, piece.body, piece.stop, rules)
    sure = (k for k in found[1:] if words[k].core in rules.auxiliaries)
    last = (k for k in reversed(found[1:]) if words[k].verb == Verb.FINITE)
    acting = (k for k in reversed(found[1:]) if _has_object(words, k, rules))
    return next(sure, next(last, next(acting, piece.stop)))


def _has_object(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether an object behind a past form shows that it is no participle: "parents who packed the
    hall *called it* a sham"."""
    if at + 1 >= len(words) or words[at].verb != Verb.PAST or words[at + 1].pause:
        return False
    behind = words[at + 1]
    before = words[at - 1]
    object_ = behind.core in rules.articles | rules.personal or behind.number or behind.capital
    return object_ and before.verb < Verb.PAST and before.core not in rules.conjunctions


def agreed_at(words: Sequence[Word], head: int, piece: Piece, rules: Grammar) -> int:
    """Where the only verb that a subject can have left stands inside its relative clause, by its
    gender: المحطة التي توقفت بسبب عطل | لا تزال مغلقة."""
    feminine = words[head].raw.endswith(rules.feminine_nouns)
    found = predicates(words, piece.start, piece.stop, rules)
    particles = rules.verb_next - rules.complementisers
    for k in (k for k in found if k > piece.body + 2):
        word, led = words[k], words[k - 1].core in particles
        sure = word.verb == Verb.FINITE and not (word.pause or word.lexeme.glue)
        if sure and _is_feminine(word, rules) == feminine and not words[k - led].lexeme.glue:
            return k - led
    return piece.stop


def _is_feminine(verb: Word, rules: Grammar) -> bool:
    """Whether a verb is written with the letter of the feminine, before it or behind it."""
    letters = rules.feminine_verbs
    present = verb.core.startswith(rules.data.subordinated_prefixes[:2])
    return verb.core.startswith(letters) if present else verb.core.endswith(letters)


def _main_start(words: Sequence[Word], index: int, rules: Grammar) -> int | None:
    """Where the clause around a relative one goes on with a verb, its particle (لا تزال) in front
    of it."""
    acts = words[index].verb == Verb.FINITE or _gives_figure(words, index, rules)
    if words[index].pause or not acts:
        return None
    led = words[index - 1].core in rules.verb_next and not words[index - 1].pause
    start = index - led
    return start if not words[start].lexeme.glue and _is_main(words, start, rules) else None


def _gives_figure(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """Whether a word that is a noun as often gives the figure of a definite subject: حجم السندات
    التي أصدرتها البنوك | *تجاوز* 14 مليارا."""
    if index + 1 >= len(words) or words[index].verb != Verb.WEAK:
        return False
    counted = words[index + 1].number and not words[index + 1].pause
    return counted and words[index].core in rules.descriptive | rules.goal_verbs


def _is_main(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """Whether a verb behind a relative clause can be that of the clause around it."""
    word, before = words[index], words[index - 1]
    if before.core in rules.verb_next:
        return False
    if before.verb == Verb.FINITE:
        return word.core in rules.auxiliaries
    # Behind a noun without an article it would only describe that.
    closed = rules.definite(before.core) or rules.owned(before.core) or before.number
    # "…, whose value is 46 million *dollars*": a figure and its unit.
    second = words[index - 2] if index > 1 else before
    closed = closed or second.number or second.core in rules.scales | rules.numerals
    return closed or before.core in rules.complete or before.core in rules.day_words


def restricts(words: Sequence[Word], piece: Piece, rules: Grammar) -> bool:
    """Whether a relative clause only says which one is meant."""
    if piece.kind != Kind.RELATIVE or piece.paused:
        return False
    if rules.data.subject_first:
        return not _tells_more(words, piece, rules)
    # "Deposits that are below 100,000 dollars" are no others.
    measures = any(word.core in rules.measuring for word in words[piece.body + 1 : piece.body + 3])
    short = piece.stop - piece.body <= SHORTEST_RELATIVE
    return measures or short or _tells_which_time(words, piece.start, rules)


def _tells_which_time(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether a relative clause only says which days or hours are meant: خلال *الأيام الثلاثة*
    | التي تلت العاصفة."""
    head = at - 1
    while head > max(0, at - _SHORT_HEAD) and not words[head].pause:
        ranked = words[head].core in rules.firsts | rules.seconds  # المرحلة *الثانية*
        if not ranked and rules.without_article(words[head].core) in rules.time_units:
            return head == at - 1 or rules.definite(words[head].core)
        described = words[head].core in rules.numerals or rules.definite(words[head].core)
        if not described or words[head].core in rules.day_words:
            return False
        head -= 1
    return False


def told_head(words: Sequence[Word], at: int, head: Range, floor: int, rules: Grammar) -> Range:
    """What "that" tells of behind whoever made it or where it stands: "*a plan* drafted by Britain
    *that* would cut aid", "*a hotel* in Kyiv *that* was hit", where the subject comes first."""
    before, made = head[0] - 1, head[0] - 2
    plain = rules.data.subject_first and not words[at].pause
    opens = rules.complementisers | rules.personal_relatives
    if not plain or made - 1 <= floor or words[at].core not in opens:
        return head
    if words[before].core in rules.agents:
        done = words[made].verb == Verb.PAST and words[made - 1].verb == Verb.NO
        return head_before(words, made, rules, floor) if done else head
    named = all(words[k].capital for k in range(*head)) and not words[made].capital
    stands = words[before].core in rules.locative and words[made].verb == Verb.NO
    return head_before(words, before, rules, floor) if named and stands else head


def _tells_more(words: Sequence[Word], piece: Piece, rules: Grammar) -> bool:
    """Whether a relative clause without a pause tells what happened with its head."""
    behind = before_time(words, piece.start, rules)
    if behind < piece.start and piece.stop - piece.body > 2:
        return True  # "a budget on Monday that closes two schools"
    floor = max(0, piece.start - _SHORT_HEAD)
    head = head_before(words, piece.start, rules, floor)
    if any(words[k].core in rules.general for k in range(*head)):
        return False
    if words[head[0] - 1].core in rules.name_joints and _is_tallied(words, head[0] - 2, rules):
        return False
    verb = piece.body + 1
    while verb < piece.stop and words[verb].core in rules.adverbs:
        verb += 1
    if verb + 1 >= piece.stop:
        return False
    past = words[verb].verb == Verb.PAST or words[verb].core in rules.past_auxiliaries
    return past or words[verb].core.endswith(rules.past_endings)


def _is_tallied(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether a relative clause only says who is counted: "the *number* of patients who waited"."""
    return at >= 0 and words[at].core in rules.counting_nouns
