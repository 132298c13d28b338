"""What is meted out to several, a figure to each, where the verb comes first: بالسجن *خمس سنوات على
المتهم* و*ثلاث سنوات على شقيقه*."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from workbench.splitting.clauses.clause import Range
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import Word


def meted(
    words: Sequence[Word], home: Range, figures: Sequence[Range], rules: Grammar
) -> tuple[Range, list[Range]] | None:
    """The figures of a range of words that are joined, each before the same preposition and whom it
    is meted out to; nothing where there are not two."""
    inside = [one for one in figures if home[0] <= one[0] and one[1] + 1 < home[1]]
    for first, second in itertools.pairwise(inside):
        behind = words[first[1]], words[second[1]]
        same = behind[0].core == behind[1].core and behind[0].core in rules.meting
        joined = words[second[0]].lexeme.glue.startswith(rules.data.glued_conjunctions[:1])
        plain = not any(words[k].pause for k in range(first[0] + 1, second[1] + 1))
        if same and joined and plain:
            end = next((k for k in range(second[1], home[1]) if words[k].pause), home[1])
            return (first[0], end), [(first[0], second[0]), (second[0], end)]
    return None
