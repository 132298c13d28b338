"""How sure a statement is of what it foretells."""

from __future__ import annotations

from workbench.matching.lexemes import lexemes_of
from workbench.matching.posts import plain
from workbench.matching.senses import senses_of
from workbench.matching.types import Statement
from workbench.matching.words import pack_for


def possibility(statement: Statement) -> str:
    """The word that says that what is foretold is only possible ("may", قد), no month; or none."""
    code = pack_for(statement.language).code
    written = lexemes_of(code).of(plain(statement.text))
    possible = senses_of(code).possible
    found = (
        word.text
        for at, word in enumerate(written)
        if word.folded in possible and not (word.capital and at)
    )
    return next(found, "")
