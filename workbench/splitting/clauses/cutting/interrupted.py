"""Clauses that go on behind an aside between commas, in a language whose verb comes first."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import Word

_ASIDE = 12
"""Words of which an aside between two commas has at most."""
_FARTHEST = 40
"""Words back at which a clause around an aside may have begun."""


def parts_decision(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether an aside only says after what something was decided: قررت الهيئة، *إثر اجتماعها
    أمس*، قبول 14 ملفا; ``at`` stands behind its first word."""
    if rules.data.subject_first or not words[at - 1].comma:
        return False
    close = next((k for k in range(at, min(len(words), at + _ASIDE)) if words[k].pause), 0)
    return bool(close) and is_decided(words, close, rules)


def is_decided(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """Whether what was decided follows an aside, be its noun written like a verb: قررت اللجنة،
    في اجتماعها الخميس، | خفض الفائدة."""
    word = words[index]
    if word.lexeme.glue or not rules.is_event(word.core):
        return False
    back = range(index - 1, max(0, index - _FARTHEST) - 1, -1)
    verb = next((k for k in back if words[k].verb == Verb.FINITE), None)
    if verb is None or words[verb].lexeme.stem not in rules.deciding:
        return False
    return sum(words[k].pause for k in range(verb + 1, index)) == 1


def is_object_behind_aside(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """Whether an aside parts a word from the verb whose object it is: الهجوم استهدف، فجر الاثنين،
    *حاجزا*."""
    if rules.data.subject_first or not words[index].comma:
        return False
    near = range(index - 1, max(0, index - _ASIDE), -1)
    opened = next((k for k in near if words[k].pause), 0)
    return opened > 0 and words[opened].comma and words[opened - 1].verb == Verb.FINITE


def is_of_accused(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """Whether a participle behind a comma goes on with the deed of which somebody is accused, not
    with the accusation: "accused it of firing at a ship, *injuring* one"."""
    if not words[index].comma or not rules.accusing:
        return False
    deed = False
    for at in range(index - 1, max(0, index - _FARTHEST), -1):
        word = words[at]
        deed |= word.verb == Verb.GERUND and words[at - 1].core in rules.name_joints
        if deed and rules.base(word.core) in rules.accusing:
            return True
        if word.pause:
            return False
    return False


def goes_on_behind_aside(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """Whether what was decided, or what looks like a participle, is the object behind an aside."""
    word = words[index]
    if word.comma and is_decided(words, index, rules):
        return True
    participle = word.verb == Verb.GERUND and not word.lexeme.glue
    return participle and is_object_behind_aside(words, index, rules)
