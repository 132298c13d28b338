"""Reported speech that puts the present in the past: "he said dealers *were hoarding* urea".

Where verbs shift behind "said", a state or something going on is told of the time of speaking,
unless the words give it a time of its own or hang it on an event.
"""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.clauses.cutting.markers import marker_at
from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import Word


def is_backshifted(words: Sequence[Word], first: int, stop: int, rules: Grammar) -> bool:
    """Whether the clause ``[first, stop)`` of reported speech tells what is going on."""
    if stop < len(words):
        marker = marker_at(words, stop, rules)
        if marker is not None and marker[0].subordinate:
            return False  # "… was training when the roof fell"
    at = next((k for k in range(first, stop) if words[k].verb >= Verb.PAST), stop)
    if at + 2 >= stop:
        return False
    if words[at].core in rules.shifted_states:
        return True
    signs = any(word.core in rules.shifted_signs for word in words[at + 1 : at + 3])
    if words[at].core in rules.past_being and signs:
        return True  # "was now working", "were not aware"
    behind = at + 1 + (words[at + 1].core in rules.adverbs)
    if words[at].core in rules.shifted_being:
        return words[behind].verb == Verb.GERUND and behind + 1 < stop
    plans = words[at].core in rules.shifted_having and words[behind].core in rules.none
    return plans and behind + 1 < stop and words[behind + 1].core in rules.intentions
