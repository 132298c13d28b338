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
    """Whether a form tells of two (تقومان, قاما)."""
    present = word.core.startswith(rules.data.subordinated_prefixes or "\0")
    dual = present and word.core.endswith(rules.data.dual_verbs or "\0")
    ending = next((one for one in rules.data.joined_dual_verbs if word.core.endswith(one)), "")
    dual = dual or (bool(ending) and rules.is_past(word.core.removesuffix(ending)))
    return word.verb == Verb.FINITE and dual
