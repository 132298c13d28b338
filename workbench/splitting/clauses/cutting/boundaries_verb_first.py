"""Where a clause may begin without a conjunction in a language whose verb comes first."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.clauses.cutting.awaited_states import has_no_state, is_or_becomes
from workbench.splitting.clauses.cutting.bare_relatives import is_bare_relative
from workbench.splitting.clauses.cutting.fronted import follows_fronted
from workbench.splitting.clauses.cutting.interrupted import (
    goes_on_behind_aside,
    is_object_behind_aside,
)
from workbench.splitting.clauses.pieces import Kind, Piece
from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import Word

_ASIDE = 12
"""Words of which an aside between two commas has at most."""
_SHORT_SUBJECT = 4
"""Words of a verb and its subject that wait for their object."""
_FARTHEST = 40
"""Words back at which a clause around an aside may have begun."""


def unmarked(words: Sequence[Word], index: int, rules: Grammar, piece: Piece) -> Kind | None:
    """What may begin at a word that no marker and no conjunction opens."""
    if _reduced_relative(words, index, rules) or opens_record(words, index, rules):
        return Kind.PART
    if takes_some(words, index, rules) or opens_each(words, index, rules):
        return Kind.PART
    if _circumstantial(words, index, rules, piece):
        return Kind.PARTICIPLE
    if follows_fronted(words, index, rules, piece):
        return Kind.PAUSE
    if is_bare_relative(words, index, rules, piece):
        return Kind.BARE
    pause = words[index].pause and not _continues(words, index, rules, piece)
    return Kind.PAUSE if pause else None


def names_deed(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether somebody's own deed, with what belongs to it, stands behind "after", and no mere
    time: بعد *إدانته باختلاس* …, عقب *فوزه على* …"""
    if at + 2 >= len(words) or any(words[k].pause for k in range(at, at + 3)):
        return False
    core = words[at].core
    timed = core in rules.times | rules.passing
    return rules.is_own_event(core) and not timed and not words[at + 1].number


def opens_record(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """Whether a superlative behind a comma tells of what was said: "…, *أعلى مستوى* منذ عام"."""
    following = words[index + 1] if index + 1 < len(words) else None
    if following is None or not words[index].comma or words[index].lexeme.glue:
        return False
    noun = following.verb == Verb.NO and not (following.pause or following.number)
    timed = following.core in rules.day_words or following.core in rules.time_units
    noun = noun and not timed  # أول أمس
    return noun and words[index].core in rules.superlatives and not rules.prepositional(following)


def takes_some(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """Whether a small number takes some of those counted before: "…, *ست منها* في الزرقاء", "…, *38
    في المئة منهم* نساء"."""
    word = words[index]
    if not word.comma or word.lexeme.glue or index + 2 >= len(words):
        return False
    if words[index + 1].core in rules.of_them:
        return word.core in rules.bare_numbers or word.number
    share = [each.core for each in words[index + 1 : index + 4]]
    return word.number and " ".join(share[:2]) in rules.shares and share[-1] in rules.of_them


def opens_each(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """Whether one of two named before is told of by its place, and the other behind it: "signed
    two deals, *the first* with X, *and the second* with Y"."""
    word = words[index]
    if not word.pause or index + 2 >= len(words):
        return False
    if word.core in rules.firsts and not word.lexeme.glue:
        behind = range(index + 2, min(len(words), index + _FARTHEST))
        return any(words[k].core in rules.seconds and words[k].pause for k in behind)
    back = range(index - 2, max(-1, index - _FARTHEST), -1)
    second = word.core in rules.seconds and bool(word.lexeme.glue)
    return second and any(words[k].core in rules.firsts and words[k].pause for k in back)


def _continues(words: Sequence[Word], index: int, rules: Grammar, piece: Piece) -> bool:
    """A noun behind a mere comma, where the verb comes first: the clause goes on, since a new
    one would begin with a conjunction or its verb."""
    word = words[index]
    if goes_on_behind_aside(words, index, rules):
        return True
    if not word.comma or word.verb != Verb.NO:
        return False
    if piece.dependent or rules.prepositional(word) or word.core in rules.verb_next:
        return False
    if word.number and index + 1 < len(words) and words[index + 1].core in rules.complete:
        # "…, 12 of them driven by volunteers".
        return False
    if _closes_relative(words, index, rules, piece):
        return False
    first = piece.body
    if piece.kind == Kind.PAUSE:
        # An aside ("on Monday,") stands between the clause and its object.
        first = max(0, index - _FARTHEST)
    opens = Verb.WEAK in (words[first].verb, words[piece.body].verb)
    return opens or any(other.verb == Verb.FINITE for other in words[first:index])


def _closes_relative(words: Sequence[Word], index: int, rules: Grammar, piece: Piece) -> bool:
    """Whether a comma closes a relative clause that a comma opened, since the clause around it
    still waits for its subject or object."""
    start = _relative_start(words, rules, piece)
    if start is None:
        return False
    if _awaits_subject(words, start, rules):
        return True
    told = any(word.verb == Verb.FINITE for word in words[piece.body : index])
    return told and _awaits_object(words, start, rules)


def _relative_start(words: Sequence[Word], rules: Grammar, piece: Piece) -> int | None:
    """Where the relative clause begins that a comma opened and a piece is, or goes on with: التي
    قادتها الجامعة *واستمرت عاما*; a bare one with the phrase it describes: في جلسة *عقدها* أمس."""
    if piece.kind == Kind.RELATIVE:
        return piece.start if piece.paused else None
    if piece.kind == Kind.BARE:
        near = range(piece.start - 1, max(0, piece.start - _ASIDE), -1)
        opened = next((k for k in near if words[k].pause), None)
        aside = opened is not None and rules.prepositional(words[opened])
        return opened if aside and opened is not None and not words[opened].lexeme.glue else None
    if piece.kind == Kind.PAUSE and piece.paused:  # هجوم، *لم تتبنه* أي جهة، قاعدة …
        denied = words[piece.body].core in rules.past_negators
        return piece.start if denied and not rules.definite(words[piece.start - 1].core) else None
    if piece.kind != Kind.JOIN or piece.paused:
        return None
    back = range(piece.start - 1, max(0, piece.start - _FARTHEST), -1)
    opened = next((k for k in back if words[k].pause), None)
    return opened if opened is not None and words[opened].core in rules.relatives else None


def _awaits_subject(words: Sequence[Word], end: int, rules: Grammar) -> bool:
    """Whether the clause before word ``end`` has its verb and a phrase, but no subject yet: شارك
    في التجربة، التي استمرت عاما، | ألف متطوع."""
    back = range(end - 1, max(0, end - _ASIDE) - 1, -1)
    first = next((k for k in back if words[k].verb >= Verb.WEAK or words[k].pause), None)
    if first is None or words[first].verb < Verb.WEAK:
        return False
    return first + 1 < end and rules.prepositional(words[first + 1])


def _awaits_object(words: Sequence[Word], end: int, rules: Grammar) -> bool:
    """Whether the clause before word ``end`` has only its verb and subject so far: تستورد مصر،
    التي يبلغ عدد سكانها 108 ملايين، | نحو 40 في المئة من حاجتها."""
    for at in range(end - 1, max(-1, end - 1 - _SHORT_SUBJECT), -1):
        word = words[at]
        if word.verb == Verb.FINITE:
            waits = is_or_becomes(word, rules) and has_no_state(words, (at, end), rules)
            return waits or word.core not in rules.auxiliaries
        if word.pause or rules.prepositional(word) or word.core in rules.verb_next:
            return False
    return False


def _reduced_relative(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """A definite participle with its phrase between two commas: "the firm, listed in Kuwait,", "the
    price, amounting to 42 dollars,"."""
    word = words[index]
    if not (word.pause and word.comma and rules.definite(word.core)):
        return False
    following = words[index + 1] if index + 2 < len(words) else None
    if following is None or not (rules.prepositional(following) or following.number):
        return False
    if not any(shape.search(word.core) for shape in rules.reduced):
        return False
    closing = next((k for k in range(index + 1, len(words)) if words[k].pause), None)
    return closing is not None and index + 2 < closing <= index + _ASIDE


def _circumstantial(words: Sequence[Word], index: int, rules: Grammar, piece: Piece) -> bool:
    """An accusative participle of its clause's subject behind a phrase that it cannot describe:
    رفع رصيده إلى 16 نقطة متصدراً الجدول."""
    word, before = words[index], words[index - 1]
    if word.verb != Verb.GERUND or piece.dependent or index + 2 >= len(words):
        return False
    following = words[index + 1]
    # متهمة منافسيها, but شاحنة محملة بالغذاء
    spoken = word.core in rules.of_speaker and not rules.prepositional(following)
    spoken = spoken and (rules.definite(following.core) or rules.owned(following.core))
    if following.pause or word.gap.strip() or not (spoken or rules.is_circumstantial(word)):
        return False
    if following.core in rules.dated_words:
        return False  # التحق بالإذاعة *مذيعا* سنة 1967
    if (
        before.number
        or before.core in rules.numerals
        or is_object_behind_aside(words, index, rules)
    ):
        return False  # "the execution of three *convicts*"
    closed = rules.definite(before.core) or rules.owned(before.core)
    unlike = before.raw.endswith(rules.data.predicative_endings)
    inside = words[piece.body : index]
    verbs = [k for k, inner in enumerate(inside) if inner.verb >= Verb.WEAK]
    # Behind كان it is what is said of the subject, straight behind the subject its object.
    had = bool(verbs) and inside[verbs[-1]].core not in rules.auxiliaries
    # حملتها | متهمة: what is the subject's own is told of by no such participle.
    own = word.core in rules.of_speaker and rules.owned(before.core)
    behind = inside[verbs[-1] + 1 :] if had else []
    had = had and (own or any(k.number or rules.prepositional(k) for k in behind))
    return had and (closed or unlike)
