"""The same words in another order: "ordered Argentina to pay the fund", "ordered the fund to pay
Argentina".

Who does what to whom is mostly told by order alone, and not every sentence is understood. So two
things that stand the other way round part two statements unless it is plain why they may: one of
them is an adverbial, they are members of one list, one of what the other is ("Lyon's mayor", "the
mayor of Lyon"), or doer and done-to of one act, told in the passive.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from workbench.facets.actors.things import Cast
from workbench.facets.types import Role
from workbench.matching.findings import Finding, Holds
from workbench.matching.profiles import Word
from workbench.matching.reasons import Key
from workbench.matching.roles.turning import may_turn
from workbench.matching.types import Facet
from workbench.matching.wording.texts import Text
from workbench.matching.wording.wording import Alignment

_DOING = {Role.AGENT, Role.PATIENT}
_Two = tuple[Word, Word]
"""A word here and the same there."""


def find_reordered(
    texts: tuple[Text, Text], casts: tuple[Cast, Cast], words: Alignment
) -> Finding | None:
    """Two things that both statements of one language name in another order without a reason.

    ``casts`` are the parts of the statements' things (`workbench.facets.actors.things`).
    """
    nested = find_nested(words.shared, texts, casts)
    if nested is not None:
        return nested
    kept = [pair for pair in words.shared if not (pair[0].aside or pair[1].aside)]
    kept = [pair for pair in kept if not any(map(Text.is_preposition, texts, pair))]
    turned = list(_turned([pair for pair in kept if not _is_action(pair, casts)]))
    if not turned:
        return None
    for one, other in turned:
        if not may_turn(one, other, texts, words.shared):
            shown = one[0].surface, other[1].surface
            return Finding(Facet.ROLES, Holds.UNCLEAR, Key.ROLES_DIFFER, *shown)
    return None


def find_nested(
    pairs: Sequence[_Two], texts: tuple[Text, Text], casts: tuple[Cast, Cast]
) -> Finding | None:
    """Two deeds of which each is done to the other: "voted to postpone it", "postponed the vote".

    Not where one is only how the other was done ("approved it in a vote"), or who tells of it
    ("he resigned, he said"). Between two languages a deed has to be one by its form.
    """
    two_languages = texts[0].head_first != texts[1].head_first
    ours = theirs = ""
    for pair in pairs:
        here, there = (word.place in cast.action for word, cast in zip(pair, casts, strict=True))
        if here == there:
            continue
        does, done = (0, 1) if here else (1, 0)
        if not texts[does].is_only_verb(pair[does]) or not _is_done_to(pair[done], texts[done]):
            continue
        if two_languages and not texts[done].is_verb(pair[done]):
            continue
        if here:
            ours = pair[0].surface
        else:
            theirs = pair[1].surface
    if not (ours and theirs):
        return None
    return Finding(Facet.ROLES, Holds.UNCLEAR, Key.ROLES_DIFFER, ours, theirs)


def _is_done_to(deed: Word, text: Text) -> bool:
    """Whether a deed that is not its text's own is what that is done to."""
    return not (text.is_means(deed) or text.is_only_verb(deed))


def _turned(pairs: Sequence[_Two]) -> Iterator[tuple[_Two, _Two]]:
    """Every two words of which the first here is the second there."""
    ordered = sorted(pairs, key=lambda pair: pair[0].place)
    for one, other in combinations(ordered, 2):
        if one[1].place > other[1].place:
            yield one, other


def _is_action(pair: _Two, casts: tuple[Cast, Cast]) -> bool:
    """Whether a word is the verb of one of the texts, which goes before or behind its subject."""
    return any(word.place in cast.action for word, cast in zip(pair, casts, strict=True))
