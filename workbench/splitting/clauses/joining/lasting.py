"""Lengths of time and measures behind a verb, of which no clause behind them tells: زيارة دامت
*يومين*, تبلغ من العمر *ثلاث سنوات*."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.clauses.clause import Range
from workbench.splitting.clauses.words.duals import is_two
from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import Word


def has_lasted(words: Sequence[Word], head: Range, floor: int, verb: int, rules: Grammar) -> bool:
    """Whether a length of time stands behind a verb, of which no relative clause tells: زيارة
    دامت *يومين*، دشن خلالها …, زيارة تدوم *ثلاثة أيام* يشارك خلالها …"""
    length = any(words[k].core in rules.time_units for k in range(*head)) and head[0] > floor
    before = words[head[0] - 1]
    counted = words[head[0]].core in rules.numerals or head[1] - head[0] == 1  # يومين
    return length and before.verb >= Verb.WEAK and (words[verb].pause or counted)


def only_ages(words: Sequence[Word], head: Range, rules: Grammar) -> bool:
    """Whether a length of time only says how old somebody is or how long ago something was: تبلغ
    من العمر *ثلاث سنوات*, قبل *أربعين سنة*, منذ *200 عام*."""
    first, last = head
    counted = last - first > 1 or is_two(words[first], rules)  # تبلغ من العمر *عامين*
    length = counted and words[last - 1].core in rules.time_units
    return length and first > 0 and words[first - 1].core in rules.before_lengths


def measures(words: Sequence[Word], head: Range, floor: int, rules: Grammar) -> bool:
    """Whether a figure before a comma only says how much something is: بطاقة *تصل إلى 50 ألف
    متر*، يستفيد منها …, *بتكلفة 45 مليون* جنيه، يرافقه …"""
    if not words[head[0]].number:
        return False
    near = words[max(floor, head[0] - 2) : head[0]]
    said = any(word.lexeme.stem in rules.descriptive | rules.goal_verbs for word in near)
    led = [word.core for word in near[-1:] if word.core[:1] in rules.data.glued_prepositions]
    return said or any(core[1:] in rules.amounts | rules.attributes for core in led)
