"""Where a title and a name end, and what their bearer acts on begins."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.clauses.clause import Range
from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import Word

_TITLE = 3
"""Words of a title before a name, at most: المرشحة المستقلة."""


def past_titled(words: Sequence[Word], first: int, end: int, rules: Grammar) -> int:
    """Where what somebody acts on begins behind his title and name, where verbs come first: افتتح
    الرئيس قيس سعيد | *المستشفى الجديد* الذي …"""
    if rules.data.subject_first or not _titled_before(words, first, rules):
        return first
    thing = next((k for k in range(first, end) if rules.definite(words[k].core)), first)
    if not _are_names(words[first:thing], rules):
        return first
    if thing + 1 < end:
        surname = words[thing].raw.endswith(rules.relational)
        return thing + (surname and rules.definite(words[thing + 1].core))
    return thing if rules.without_article(words[thing].core) in rules.things else first


def is_titled(words: Sequence[Word], phrase: Range, rules: Grammar) -> bool:
    """Whether a phrase is the name behind a title, which no clause without "who" describes."""
    titled = not rules.data.subject_first and _titled_before(words, phrase[0], rules)
    return titled and _are_names(words[slice(*phrase)], rules)


def _are_names(words: Sequence[Word], rules: Grammar) -> bool:
    """Whether words behind a title are a name: its first one is known, or none is a known noun."""
    unknown = all(
        word.verb < Verb.PAST
        and not (word.number or word.lexeme.glue or rules.prepositional(word))
        and not (word.core in rules.known_nouns or rules.is_event(word.core))
        for word in words
    )
    return bool(words) and (words[0].core in rules.given or (len(words) > 1 and unknown))


def _titled_before(words: Sequence[Word], first: int, rules: Grammar) -> bool:
    """Whether a title with its article stands before a word, and what describes it."""
    for at in range(first - 1, max(first - 1 - _TITLE, -1), -1):
        if not rules.definite(words[at].core) or words[at].lexeme.glue:
            return False
        if rules.without_article(words[at].core) in rules.persons:
            return True
    return False
