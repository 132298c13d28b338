"""The unit of a figure that has no noun, as the words around it tell it."""

from __future__ import annotations

from workbench.facets.numbers.tokens import SENTENCE_ENDS, Kind, Tokens
from workbench.facets.quantities.figure import Figure
from workbench.facets.quantities.lexicon import QuantityLexicon
from workbench.facets.quantities.unit import UnitKind
from workbench.facets.quantities.units import UnitLexicon

_LINKS = 3
_TOTAL_REACH = 12
"""Tokens before a bare figure in which its total is looked for."""


def implied_unit(figure: Figure, tokens: Tokens, lexicon: QuantityLexicon) -> str:
    """What a bare figure counts by the words around it: أصيب 12, "two were killed"."""
    units, index = lexicon.units, figure.first
    bound = lexicon.bounds.before(tokens, index)
    if bound is not None:
        index = bound[0]
    token = tokens[index - 1]
    if index and not tokens[index].line:
        unit = units.implied.get(token.core) or units.implied.get(token.word)
        if unit:
            return unit
    index = figure.last
    if tokens[index].word in units.members and figure.number.value != 1:
        return units.members[tokens[index].word]
    index += tokens[index].word in units.further  # "six more were hurt"
    for _ in range(_LINKS):
        if tokens[index].word not in units.links:
            break
        index += 1
    linked = units.linked.get(tokens[index].word, "") if index > figure.last else ""
    return linked or _totalled(figure, tokens, units)


def _totalled(figure: Figure, tokens: Tokens, units: UnitLexicon) -> str:
    """What a bare figure counts by the total before it: "the number of dead rose to 12"."""
    for index in range(figure.first - 1, max(-1, figure.first - _TOTAL_REACH), -1):
        token = tokens[index]
        apart = tokens[index + 1].line or token.word in SENTENCE_ENDS
        if apart or token.kind is Kind.NUMBER:
            return ""
        toll = units.tolls.at(tokens, index)
        if toll is not None:
            return toll[1]
        total = units.totals.at(tokens, index)
        if total is None:
            continue
        noun = units.units.at(tokens, total[0])
        if noun is not None:
            return noun[1].name if noun[1].kind is UnitKind.THING else ""
        counted = tokens[total[0]]
        return units.implied.get(counted.core, "") or units.linked.get(counted.word, "")
    return ""
