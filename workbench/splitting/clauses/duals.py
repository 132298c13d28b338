"""Words for two, where nouns and verbs have a form for it."""

from __future__ import annotations

from workbench.splitting.clauses.forms import Verb
from workbench.splitting.clauses.grammar import Grammar
from workbench.splitting.clauses.words import Word


def is_two(word: Word, rules: Grammar) -> bool:
    """Whether a word may name two things: البلدين, ناقلتان."""
    return word.core.endswith(rules.data.dual_endings or "\0") and word.verb == Verb.NO


def names_two(word: Word, rules: Grammar) -> bool:
    """Whether a word names two that are known: البلدين."""
    return is_two(word, rules) and rules.definite(word.core)


def acts_for_two(word: Word, rules: Grammar) -> bool:
    """Whether a present form tells of two (تقومان)."""
    present = word.core.startswith(rules.data.subordinated_prefixes or "\0")
    dual = word.core.endswith(rules.data.dual_verbs or "\0")
    return word.verb == Verb.FINITE and present and dual
