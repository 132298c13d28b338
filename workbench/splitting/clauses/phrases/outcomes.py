"""What something led to or is put down to: "caused *the collapse of a bridge* and *the flooding of
18 houses*", "put it down to *rising sales* and *lower costs*"."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.clauses.clause import Range
from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import Word

_REACH = 16
"""Words behind the verb within which it names what it led to."""
_FAR_BACK = 20
"""Words back at which a verb that leads to several things may stand."""


def first_outcome(words: Sequence[Word], own: Sequence[int], rules: Grammar) -> int | None:
    """Where the first noun of an action stands that a verb leads to, among the words of a clause
    by their index, if one does."""
    verb = next((k for k in own if words[k].lexeme.stem in rules.outcomes), None)
    if verb is None:
        return _announced(words, own, rules)
    behind = rules.outcomes[words[verb].lexeme.stem]
    near = [k for k in own if k > verb][:_REACH]
    direct, beside = "" in behind, False
    for at, k in enumerate(near):
        core = words[k].core
        if direct and (_is_object(words, k, rules) if at else _is_left_alone(words, k, rules)):
            return k
        beside = beside or core in rules.accompanied  # قضت المحكمة، برئاسة القاضي، بسجنه
        if core in rules.accompanied:
            continue
        if words[k].pause and not (direct or beside or core in behind):
            if core in rules.day_words or rules.prepositional(words[k]):
                continue  # أدى الانهيار، *فجر الجمعة*، إلى …
            return None
        if core in behind and near[at + 1 :] and rules.is_event(words[near[at + 1]].core):
            return near[at + 1]
        if core[:1] in behind and rules.is_event(rules.without_article(core[1:])):
            return k  # With its preposition written on to it: تسببت بانهيار, أمر بالتحفظ على.
    return None


def _announced(words: Sequence[Word], own: Sequence[int], rules: Grammar) -> int | None:
    """The noun of an action that opens what was announced, no verb beside it: أعلن عن | *تعليق*
    الدراسة."""
    first = words[own[0]] if own else None
    if first is None or own[0] or first.lexeme.glue or not rules.is_event(first.core):
        return None
    acts = any(words[k].verb == Verb.FINITE for k in own)
    if acts or rules.definite(first.core):
        return None
    weighed = first.core in rules.weighing and len(own) > 1 and rules.is_event(words[own[1]].core)
    return own[1] if weighed else own[0]  # ضرورة | *تثبيت* الهدنة وإيصال الغذاء


def _is_object(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether the noun of an action stands behind a subject and no preposition: قررت الوزارة |
    تعليق الدراسة."""
    word, before = words[at], words[at - 1]
    closed = word.pause or rules.definite(before.core) or rules.owned(before.core)
    return closed and not word.lexeme.glue and rules.is_event(word.core)


def _is_left_alone(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether the noun of an action with whom it befell stands straight behind a verb that leaves
    its subject to the clause before: خلفت | *وفاة* راع."""
    word, behind = words[at], words[at + 1] if at + 1 < len(words) else None
    plain = not (word.pause or word.lexeme.glue or rules.definite(word.core))
    told = behind is not None and not (behind.pause or rules.prepositional(behind))
    return (
        plain and told and rules.is_event(word.core) and word.core not in rules.bodies_and_persons
    )


def outcomes(words: Sequence[Word], own: Sequence[int], rules: Grammar) -> list[int]:
    """Where each of several actions begins that a verb leads to; empty where it is but one."""
    first = first_outcome(words, own, rules)
    if first is None:
        return []
    behind = [k for k in own if k > first]
    more = [k for k in behind[1:] if joins_outcome(words[k], rules)]
    again = [k for k in more if words[k].core in rules.weighing]
    if again:  # ضرورة وقف الحرب وتبادل الأسرى *وأهمية* الحوار
        first, more = own[0], again
    opening = own[0] if words[own[0]].core in rules.weighing else first
    led = [k for k in behind[1:] if _leads(words, opening, k, rules)]
    if led and not more:
        first, more = max(opening - 1, 0), led
    parted = any(_parts(words, k, rules) for k in behind if k not in more)
    return [] if parted or not more else [first, *more]


def _parts(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether a finite verb parts several actions, and tells of no thing in one of them: هطول
    أمطار *تتراوح* بين 30 و80 ملم | وهبوب رياح."""
    word, before = words[at], words[at - 1]
    if word.verb != Verb.FINITE:
        return False
    closed = rules.definite(before.core) or rules.owned(before.core) or rules.prepositional(before)
    return closed or word.pause or bool(word.lexeme.glue) or before.verb != Verb.NO


def _leads(words: Sequence[Word], first: int, at: int, rules: Grammar) -> bool:
    """Whether the preposition of the first action stands again before another: اتفق على زيادة
    الإنتاج | *وعلى* تعليق أي زيادات أخرى; be it left to who speaks: شدد على | ضرورة الحوار *وعلى*
    أهمية السلم."""
    before = words[first - 1].core if first else words[at].core
    same = words[at].lexeme.glue and words[at].core == before and before in rules.prepositions
    return bool(same) and at + 1 < len(words) and rules.is_event(words[at + 1].core)


def lists_outcome(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """Whether a word that may be a verb is the second thing that the verb before led to: تسبب
    بانهيار جسر | وغرق منازل."""
    if rules.data.subject_first or not joins_outcome(words[index], rules):
        return False
    first = first_outcome(words, range(max(0, index - _FAR_BACK), index), rules)
    if first is None or not words[index].pause:
        return first is not None
    # Behind a comma only where another act was listed so: أمر بإخلائها، وتشكيل لجنة، | وصرف مبالغ.
    before = (word for word in words[first + 1 : index] if word.pause and word.verb == Verb.NO)
    return words[index].verb == Verb.WEAK and any(joins_outcome(one, rules) for one in before)


def second_outcome(words: Sequence[Word], main: Range, aside: Range, rules: Grammar) -> int | None:
    """Where inside an aside on the first thing that a clause led to the second is joined: أدى إلى
    مقتل خمسة أشخاص كانوا في الحافلة | *وإصابة* سائق, مقتل 27 شخصا بينهم طفلان | *وجرح* 41."""
    # تفجير أسفر عن مقتل 30 وإصابة 60: the aside lists its own.
    own = first_outcome(words, range(*aside), rules)
    if own is not None or first_outcome(words, range(*main), rules) is None:
        return None
    joined = (k for k in range(*aside) if joins_outcome(words[k], rules))
    return next((k for k in joined if words[k].verb < Verb.FINITE), None)


def joins_outcome(word: Word, rules: Grammar) -> bool:
    """Whether a conjunction is written on to the indefinite noun of an action (وغرق)."""
    joined = word.lexeme.glue.startswith(rules.data.glued_conjunctions[:1])
    acted = rules.is_event(word.core) or rules.opens_event(word)  # وغرق, وبتغريم
    return bool(word.lexeme.glue) and joined and acted
