"""Two things that something was: "was coming from Bechar *and heading for Oran*" is a
claim for each."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.clauses.clause import Clause, Range
from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import Word

_BOTH = 2


def states(
    clause: Clause, words: Sequence[Word], rules: Grammar
) -> tuple[Range, list[Range]] | None:
    """The words that tell both, and those of each, of two participles behind "was" with a phrase of
    their own: كانت قادمة من بشار *ومتجهة إلى* وهران; nothing where the verb does not come first."""
    first, last = clause.ranges[-1]
    if rules.data.subject_first or clause.borrowed:
        return None
    was = next((k for k in range(first, last) if words[k].core in rules.past_being), last)
    found = [k for k in range(was + 1, last - 1) if _is_state(words, k, rules)]
    if len(found) != _BOTH or not words[found[1]].lexeme.glue or words[found[0]].lexeme.glue:
        return None
    if any(words[k].verb == Verb.FINITE for k in range(was + 1, last)):
        return None
    return (found[0], last), [(found[0], found[1]), (found[1], last)]


def _is_state(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether an indefinite participle stands there with a preposition behind it."""
    word, behind = words[at], words[at + 1]
    feminine = word.raw.endswith(rules.feminine_nouns)
    shaped = rules.is_predicative(word.core[:-1] if feminine else word.core)
    shaped = shaped or rules.is_circumstantial(word)
    return shaped and not rules.definite(word.core) and rules.prepositional(behind)
