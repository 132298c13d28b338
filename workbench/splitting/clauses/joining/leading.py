"""Clauses that only lead up to another, where subjects come first, and those that say nothing
themselves."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.clauses.opened import Open
from workbench.splitting.clauses.pieces import Kind, Piece
from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import Word


def opens_leading(words: Sequence[Word], clause: Open, rules: Grammar) -> bool:
    """Whether a sentence opens with a clause that leads to its main one, by its conjunction or a
    participle: "*Although* profits fell, …", "*Founded* in 1990, …"."""
    if clause.kind != Kind.START:
        return False
    first = clause.ranges[0][0]
    led = {words[first].core, words[max(first - 1, 0)].core}
    made = words[first].verb in {Verb.PAST, Verb.GERUND} and clause.complete
    meant = words[first].core in rules.infinitives  # "*To* save money, …"
    return made or meant or not rules.leading.isdisjoint(led)


class Leading:
    """What the clauses of a stretch lend one another, read once and asked of each of them."""

    def __init__(self, words: Sequence[Word], done: Sequence[Open], rules: Grammar) -> None:
        self._words = words
        self._rules = rules
        self._starts = {one.ranges[0][0] for one in done}
        self._lent = {tuple(one.borrowed) for one in done}
        self._last_lent = max((head for one in done for head, _ in one.borrowed), default=-1)

    def only_leads_up(self, clause: Open) -> bool:
        """Whether a phrase has no clause of its own, but one that tells of its noun: "*In Tawila*,
        where 2,000 are trapped"; or no more than a verb of coming."""
        if not self._rules.data.subject_first:
            return False
        first = clause.ranges[0][0]
        lent = self._words[first].core in self._rules.prepositions and first < self._last_lent
        whole = tuple(clause.ranges) in self._lent  # "Smith, who won"
        return ((lent or whole) and not clause.complete) or self._only_comes(clause)

    def _only_comes(self, clause: Open) -> bool:
        """Whether no more than the verb of a thing pointed at stands before the clause that tells:
        "*The strike comes* as the government prepares its budget"."""
        words, rules, (first, stop) = self._words, self._rules, clause.ranges[0]
        alone = len(clause.ranges) == 1 and words[stop - 1].core in rules.leading_up
        pointed = words[first].core in rules.pointers | rules.possessives
        return alone and pointed and not self._starts.isdisjoint({stop, stop + 1})


def was_asked(words: Sequence[Word], piece: Piece, rules: Grammar) -> bool:
    """Whether a stretch opens with what somebody was asked: "*Asked whether he would resign*, he
    laughed", "When *pressed on the cost*, …"."""
    first = piece.body
    behind = words[min(first + 1, piece.stop - 1)].core
    asked = words[first].core in rules.replying and words[first].verb == Verb.PAST
    return first < 2 and asked and behind in rules.asked | rules.prepositions | rules.conditions
