"""Who does it in one text and has it done to him, or only to what is his, in the other.

"The minister made accusations" and "was accused", تعرض مستوطنون لهجوم and "settlers attacked": a
verb that only carries its noun has a side as well. "France arrested a journalist" names who does
it, "a French journalist was arrested" only whose it is done to.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workbench.facets.types import Role
from workbench.matching.apart.verbs_apart import gets
from workbench.matching.findings import Finding, Holds
from workbench.matching.lexicon.contrasts import MOVES, groups
from workbench.matching.lexicon.kinds import are_people, is_place
from workbench.matching.profiles import Word
from workbench.matching.reasons import Key
from workbench.matching.statement.casts import cast_for
from workbench.matching.statement.words import profile
from workbench.matching.types import Facet, Statement
from workbench.matching.wording.texts import Text

_Two = tuple[Word, Word]
"""A word here and the same there."""
_DEATHS = frozenset({"sense:die", "sense:kill", "sense:death", "sense:burn", "sense:injure"})


def find_other_part(here: Statement, there: Statement, shared: Sequence[_Two]) -> Finding | None:
    """Somebody who does it in one text and has it done to him in the other."""
    texts = Text(here, cast_for(here)), Text(there, cast_for(there))
    if not _has_two_sides(shared) or gets(here) or gets(there):
        return None
    carried = any(_only_carries(each) for each in (here, there))
    turned = _unsure(texts, shared) or (_turned(texts, shared) if carried else None)
    if turned is not None:
        return turned
    for pair in (each for each in shared if not (each[0].aside or each[1].aside)):
        for does, done in ((0, 1), (1, 0)):
            if not (_does(texts[does], pair[does]) and _is_done_to(texts[done], pair[done])):
                continue
            own = _is_demonym(pair[done], (here, there)[done], texts[done])
            own = own and not _is_demonym(pair[does], (here, there)[does], texts[does])
            bare = not texts[does].governor(pair[does]) and texts[done].is_subject(pair[done])
            told = (carried and not is_place(pair)) or _is_told_alike(texts, does, shared)
            if own or (bare and told and are_people(pair)):
                shown = pair[0].surface, pair[1].surface
                return Finding(Facet.ROLES, Holds.UNCLEAR, Key.ROLES_DIFFER, *shown)
    return None


def _turned(texts: tuple[Text, Text], shared: Sequence[_Two]) -> Finding | None:
    """Two of whom each does it to the other: تعرض مستوطنون لهجوم من قرويين, "settlers attacked
    villagers"."""
    told = [pair for pair in shared if not (pair[0].aside or pair[1].aside)]
    first = next((p for p in told if _does(texts[0], p[0]) and _is_done_to(texts[1], p[1])), None)
    second = next((p for p in told if _is_done_to(texts[0], p[0]) and _does(texts[1], p[1])), None)
    if first is None or second is None:
        return None
    shown = first[0].surface, second[1].surface
    return Finding(Facet.ROLES, Holds.UNCLEAR, Key.ROLES_DIFFER, *shown)


def _unsure(texts: tuple[Text, Text], shared: Sequence[_Two]) -> Finding | None:
    """A verb before its noun that may as well be passive, where the other text carries it by
    another: اتهم الوزير, he accused or was accused; وجه الوزير اتهامات."""
    for side, text in enumerate(texts):
        deed = next((pair for pair in shared if text.is_action(pair[side])), None)
        if deed is None or not text.head_first or text.has_object or deed[side].parts:
            continue
        by_noun = deed[1 - side].parts or not texts[1 - side].is_only_verb(deed[1 - side])
        if not by_noun or groups().done_to.isdisjoint(deed[side].meanings):
            continue
        doer = next((p for p in shared if all(map(_does, texts, p)) and are_people(p)), None)
        if doer is not None and texts[1 - side].head_first:
            return Finding(
                Facet.ROLES, Holds.UNCLEAR, Key.ROLES_DIFFER, deed[0].surface, deed[1].surface
            )
    return None


def _only_carries(statement: Statement) -> bool:
    """Whether the verb of a text says no more than its noun: "*made* accusations"."""
    action = cast_for(statement).action
    words = [word for word in profile(statement).words if word.place in action]
    return bool(action) and all(word.light or word.parts for word in words)


def _is_told_alike(texts: tuple[Text, Text], does: int, shared: Sequence[_Two]) -> bool:
    """Whether both tell of one deed, and one surely of who does it: where the verb comes first it
    may be passive unless it names what it is done to."""
    acted_on = (p for p in shared if texts[does].is_object(p[does]) and not is_place(p))
    active = not texts[does].head_first or any(acted_on)
    done = 1 - does
    return active and any(texts[done].is_action(pair[done]) for pair in shared)


def _has_two_sides(shared: Iterable[_Two]) -> bool:
    """Whether what is told is done by one to another: not where things move or people die, gather
    or cancel their own flights."""
    either = groups().either_way | groups().own_deeds | groups().mutual | MOVES | _DEATHS
    carried = groups().hostile
    meant = [a.meanings & b.meanings or a.meanings | b.meanings for a, b in shared]
    return all(either.isdisjoint(each) or not carried.isdisjoint(each) for each in meant)


def _does(text: Text, word: Word) -> bool:
    owner = text.is_possessor(word) or bool(text.owned_behind(word))
    return text.does(word) and not owner


def _is_done_to(text: Text, word: Word) -> bool:
    thing = text.thing(word)
    return thing.role is Role.PATIENT and not thing.governor


def _is_demonym(word: Word, statement: Statement, text: Text) -> bool:
    """Whether a word only says of what country something else is: "a *French* journalist"."""
    adjective = any(p.demonym and p.surface == word.surface for p in statement.facets.places)
    return adjective and (text.head_first or bool(text.owned_behind(word)))
