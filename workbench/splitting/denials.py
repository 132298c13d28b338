"""What is denied though its own words do not say so: by its speaker, or by what joins it."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.facets.types import Facets
from workbench.splitting.clauses.clause import Clause
from workbench.splitting.clauses.pieces import Kind
from workbench.splitting.clauses.words.words import Word, is_verbless
from workbench.splitting.types import Content
from workbench.splitting.wording.context import Context


def is_turned(clause: Clause, words: Sequence[Word], content: Content, host: Facets | None) -> bool:
    """Whether what a clause says is denied by whoever speaks, or by the exception it is."""
    # "Denied that the plane, *which was built in 1984*, was full": it was built then.
    turned = content.denied and not _is_aside(clause, words)
    # "All members backed it except Hungary": Hungary did not.
    excepted = clause.kind == Kind.EXCEPTION and host is not None
    return turned != (excepted and host is not None and not host.polarity.negated)


def is_joined_to_denial(clause: Clause, context: Context) -> bool:
    """Whether "nor" joins a clause to a denied one: "neither conceded *nor demanded a recount*"."""
    first = clause.own[0][0]
    return first > 0 and context.words[first - 1].core in context.rules.denying_joints


def is_beside_denial(clause: Clause, words: Sequence[Word], content: Content) -> bool:
    """Whether the outlet tells of what somebody did not even make a statement of: "ruled out a bid
    for the firm, *which owed $61m*"."""
    plain = content.denied and is_verbless(words[: clause.own[0][0]])
    return plain and _is_aside(clause, words)


def _is_aside(clause: Clause, words: Sequence[Word]) -> bool:
    """Whether a relative clause behind a comma only tells of what stands before it."""
    return clause.kind == Kind.RELATIVE and words[clause.own[0][0]].comma
