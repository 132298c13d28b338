"""Pairs named by a dual: محافظتا نينوى وكركوك is told of either province alike."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.clauses.clause import Range
from workbench.splitting.clauses.lists.marks import Marks
from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import Word

_LONGEST = 4
"""Words of the first name, at most."""


def pair(words: Sequence[Word], home: Range, rules: Grammar, marks: Marks) -> list[Range]:
    """The two names behind the dual of what both are, or nothing."""
    for head in range(home[0], home[1] - 2):
        if not _is_dual(words[head], rules) or _is_where(words, head, rules):
            continue
        joint = _joint(words, (head + 1, home[1]), rules, marks)
        if joint is not None:
            return [(head + 1, joint), (joint, _name_end(words, (joint, home[1]), rules, marks))]
    return []


def _is_dual(word: Word, rules: Grammar) -> bool:
    core = word.core
    if word.raw.endswith(rules.data.accusative_endings or "\0"):
        return False  # مخيماً
    glued = rules.prepositional(word) and core[:1] in rules.data.glued_prepositions
    return core in rules.pair_heads or (glued and core[1:] in rules.pair_heads)


def _is_where(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether a dual behind a preposition says where, in both places together: انقطع التيار عن
    *مدينتي* الدامر وبربر."""
    core = words[at].core
    glued = core[1:] in rules.place_heads and core[:1] in rules.data.glued_prepositions
    governed = core in rules.place_heads and words[at - 1].core in rules.prepositions
    return glued or (at > 0 and governed)


def _joint(words: Sequence[Word], found: Range, rules: Grammar, marks: Marks) -> int | None:
    """Where the second name begins, its conjunction written on to it; no name has it inside
    (تيزي *وزو*)."""
    first, stop = found
    for k in range(first, min(stop, first + _LONGEST + 1)):
        word = words[k]
        if any(one < k < last for one, last in marks.names):
            continue
        if k > first and word.lexeme.glue and not word.pause:
            return None if word.core in rules.small_words else k  # وليس في سوريا
        if word.pause or word.verb == Verb.FINITE or word.number or word.lexeme.glue:
            return None
    return None


def _name_end(words: Sequence[Word], found: Range, rules: Grammar, marks: Marks) -> int:
    start, stop = found
    ends = (last for first, last in (*marks.names, *marks.times) if first <= start < last)
    known = max(ends, default=0)
    end = min(stop, known or start + 1 + _goes_on(words, start + 1, stop, rules))
    # Of two there is no third: ولايتي صور *والكامل والوافي*.
    third = end < stop and words[end].lexeme.glue and rules.definite(words[end].core)
    third = third and not words[end].pause and words[end].verb < Verb.WEAK
    return end + 1 if third and rules.definite(words[start].core) else end


def _goes_on(words: Sequence[Word], at: int, stop: int, rules: Grammar) -> bool:
    """Whether a name that nobody knows has a second word: مديريتي المعلا وخور *مكسر*."""
    if at >= stop:
        return False
    word = words[at]
    plain = word.verb == Verb.NO and not (word.pause or word.lexeme.glue or word.number)
    apart = rules.prepositional(word) or word.core in rules.day_words | rules.relatives
    return plain and not apart and not rules.definite(words[at - 1].core)
