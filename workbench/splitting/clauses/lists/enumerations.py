"""Enumerations: "three bases: A, B and C" is a claim for each of the three."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec.structs import replace

from workbench.splitting.clauses.clause import Clause, Range
from workbench.splitting.clauses.phrases.phrases import noun_phrase, pointed_at
from workbench.splitting.clauses.pieces import Kind
from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import Word


def enumerated(
    clause: Clause, words: Sequence[Word], rules: Grammar, counts: Collection[Range]
) -> list[Clause]:
    """The clause and, for each item, a claim with the part of the clause that counted it.

    ``counts`` are the ranges of words that are figures.
    """
    whole = replace(clause, items=())
    items = _all_items(clause.items, words, rules)
    head = _counted_head(clause, words, rules, counts)
    if head is None or len(items) < 2:
        told_of = _pointed_at(clause, words, rules)
        told = (Clause((item,), Kind.ENUMERATION, told_of=told_of) for item in clause.items)
        return [whole, *told]
    return [whole, *(Clause((item,), Kind.ENUMERATION, head) for item in items)]


def _pointed_at(clause: Clause, words: Sequence[Word], rules: Grammar) -> Range | None:
    """The subject that a pronoun before a lone item stands for: بلغت *نسبة المشاركة* 72%، وهي
    الأعلى منذ …"""
    if len(clause.items) != 1 or clause.borrowed:
        return None
    first = clause.items[0][0]
    at = first if words[first].core in rules.free_pronouns else first - 1
    return pointed_at(words, clause.own[0], at, rules)


def _all_items(items: Sequence[Range], words: Sequence[Word], rules: Grammar) -> list[Range]:
    """A lone item is a list without commas: cut it at its conjunctions."""
    if len(items) > 1:
        return list(items)
    first, last = items[0]
    cuts = [k for k in range(first + 1, last) if joins(words, k, rules)]
    made: list[Range] = []
    for cut in [*cuts, last]:
        if first < cut:
            made.append((first, cut))
        first = cut + (cut < last and words[cut].core in rules.conjunctions)
    return made


def joins(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """Whether an item of a list may begin at a word."""
    return bool(words[index].lexeme.glue) or words[index].core in rules.conjunctions


def _counted_head(
    clause: Clause, words: Sequence[Word], rules: Grammar, counts: Collection[Range]
) -> tuple[Range, ...] | None:
    """The clause up to the end of the phrase that counts the items."""
    first, last = clause.own[-1]
    for index in range(last - 1, first - 1, -1):
        figure = any(a <= index < b for a, b in counts)
        if figure or words[index].core in rules.numerals:
            acts = (k for k in range(index + 1, last) if words[k].verb == Verb.PAST)
            stop = next(acts, last) if rules.data.subject_first else last
            phrase = noun_phrase(words, min(index + 1, stop - 1), stop, rules)
            return (*clause.borrowed, *clause.own[:-1], (first, phrase[1] if phrase else last))
    return None
