"""Clauses that a conjunction joins by a noun and no verb, where the verb mostly comes first."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import Word

_SHORT_SUBJECT = 4
"""Words of a subject and its verb, at most."""
_PHRASED_SUBJECT = 7
"""Words of a subject with the phrase that describes it, and its verb."""


def opens_nominal(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """Whether a second clause with its subject first begins behind a first one: as in headlines
    ("أوبك" تمدد الخفض *والنفط يقفز* 3%), or by a verb of what is to come (… في بغداد *وعقوبات من
    الوزن الثقيل ستأتي*)."""
    if rules.data.subject_first or words[index].verb != Verb.NO:
        return False
    phrase = False
    for at in range(index + 1, min(index + _PHRASED_SUBJECT, len(words) - 1)):
        word = words[at]
        if word.pause or word.lexeme.glue or word.core in rules.openers_inside:
            return False
        if word.verb >= Verb.WEAK and word.core.startswith(rules.future_beginnings):
            return any(before.verb >= Verb.WEAK for before in words[:index])
        if word.verb == Verb.FINITE:
            near = not phrase and at < index + _SHORT_SUBJECT
            present = word.core.startswith(rules.data.subordinated_prefixes)
            return near and present and _follows_headline(words, index, rules)
        phrase = phrase or rules.prepositional(word)
    return False


def _follows_headline(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """Whether a definite noun stands behind a clause that opened with its subject."""
    opened = enumerate(words[:_SHORT_SUBJECT])
    first = next((k for k, word in opened if word.verb == Verb.FINITE), 0)
    return rules.definite(words[index].core) and 0 < first < index - 1


def opens_extreme(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """Whether a joined clause without a verb begins: by the other extreme of what was told (أعلى
    نسبة في تطاوين *وأدناها في أريانة*), by what there is none of (*ولا داعي* لإغلاقها) or by what
    is being done (*وجارٍ البحث* عن آخر)."""
    word = words[index]
    if not word.lexeme.glue or index + 2 >= len(words) or words[index + 1].pause:
        return False
    behind = words[index + 1]
    if word.core in rules.of_awaited and behind.core in rules.awaited_nouns:
        return True  # *ومن المنتظر* وصولها غدا
    if word.core in rules.under_way:
        return rules.definite(behind.core)
    if word.core in rules.extremes:
        return behind.core in rules.locative
    return word.core in rules.denials and behind.core in rules.denied_nouns
