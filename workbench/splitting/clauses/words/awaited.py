"""The verb that a subject waits for behind an aside, though it may be a noun as well."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import Word

_SUBJECT, _ASIDE = 8, 16
"""Words of the subject and of its aside, at most."""


def acts_behind_aside(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether a form in -s behind the second of two commas is the verb of the subject before the
    first: "The driver, who has admitted fraud, *faces* life in prison", "The firm, a family
    business, *plans* layoffs"."""
    if not rules.data.subject_first or not _is_inflected(words, at, rules):
        return False
    opens = next((k for k in range(at - 1, 0, -1) if words[k].pause), 0)
    if not opens or not words[opens].comma or at - opens > _ASIDE or opens > _SUBJECT:
        return False
    waits = all(word.verb < Verb.PAST for word in words[:opens])
    if not waits or any(word.pause for word in words[1:opens]):
        return False
    opener = words[opens].core
    aside = opener in rules.articles or words[opens].verb in {Verb.PAST, Verb.GERUND}
    return (aside or opener in rules.relatives) and not _goes_on(words, at, rules)


def _is_inflected(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    word = words[at]
    ended = word.core.endswith(rules.data.inflected_endings or ("\0",))
    return word.verb == Verb.WEAK and ended and not word.capital


def _goes_on(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether the form only heads another noun phrase, which has a verb or is one of several."""
    for word in words[at + 1 :]:
        if word.pause or word.core in rules.relatives:
            return False
        if word.verb >= Verb.FINITE or word.core in rules.conjunctions:
            return word is words[at + 1] or word.verb >= Verb.FINITE
    return False
