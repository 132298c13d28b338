"""What part the things of a statement play that are no named actors: the firm that sues another.

They stand around the main action as actors do (`roles`); English takes words that stand together
for one thing ("bread prices"), Arabic puts its head first.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from workbench.facets.actors.action import RoleWords, find_action
from workbench.facets.actors.mentions import Mention, mentions_in
from workbench.facets.actors.roles import governors_of, roles_of
from workbench.facets.cues import stances
from workbench.facets.places.places import places_in
from workbench.facets.reading import Reading
from workbench.facets.types import Role
from workbench.language.fold import fold_text
from workbench.language.schema import Actors
from workbench.language.spans import Span
from workbench.language.stems import stem

_THING = "thing"
_OF_THE = 2
"""Tokens between a thing and what it is of: "of the"."""


class Thing(msgspec.Struct, frozen=True, gc=False):
    """A thing by its tokens ``[first, end)``, its part, and the preposition before it."""

    first: int
    end: int
    role: Role
    governor: str


class Cast(msgspec.Struct, frozen=True, gc=False):
    """The things of a statement, its named actors among them, and the tokens of its action."""

    things: tuple[Thing, ...] = ()
    action: range = range(0)


def cast_of(reading: Reading, words: Sequence[int]) -> Cast:
    """The parts that the content words at some tokens play in a text, and its named actors.

    Words inside a named actor are left to the actor, and the words of the action are no things.
    """
    named = mentions_in(reading, places_in(reading))
    action = find_action(reading.naming(at for one in named for at in range(one.first, one.end)))
    taken = {at for one in named for at in range(one.first, one.end)}
    if action is not None:
        taken.update(range(action.first, action.end))
    named = tuple(_with_title(reading, each, taken) for each in named)
    free = [at for at in sorted(words) if at not in taken and at < len(reading.tokens)]
    runs = [(at, at + 1) for at in free] if reading.pack.language.article else _runs(reading, free)
    mentions = sorted((*named, *(_mention(reading, *run) for run in runs)), key=_first)
    roles = roles_of(reading, mentions, action)
    governors = governors_of(reading, mentions, action)
    things: list[Thing] = []
    kind = ""
    for each, role, governor in zip(mentions, roles, governors, strict=True):
        thing = Thing(each.first, each.end, role, governor)
        # A name is whole: in زار ماكرون القاهرة he is not "the Cairo's".
        owner = things[-1] if things and each.kind == kind == _THING else None
        kind = each.kind
        if owner is not None and _qualifies(reading, owner, thing):
            thing = replace(thing, role=owner.role)
        things.append(thing)
    return Cast(tuple(things), range(action.first, action.end) if action else range(0))


def _with_title(reading: Reading, name: Mention, taken: set[int]) -> Mention:
    """A person with the title right before the name, of which neither does what the other does
    not: "President Ruto", الأمير محمد."""
    titles, first = reading.pack.derived(RoleWords).titles, name.first - 1
    beside = first >= 0 and first not in taken and reading.joined(name.first)
    if name.kind != "person" or not beside or titles.isdisjoint(reading.clitics(first)):
        return name
    taken.add(first)
    return replace(name, first=first, span=Span(_start(reading, first), name.span.end))


def _qualifies(reading: Reading, owner: Thing, thing: Thing) -> bool:
    """Whether a thing only says of what the one before it is, whose part it plays: "the cost *of
    oil*", صادرات الغاز."""
    if reading.pack.language.article:
        beside = thing.first == owner.end and reading.joined(thing.first)
        object_ = reading.raw(thing.first).endswith(stances(reading.pack).accusatives)
        own = not (thing.governor or object_)  # أصاب طالب *معلما*
        return beside and own and not reading.is_definite(owner.first)
    genitive = thing.governor in map(fold_text, reading.pack.section(Actors).genitives)
    return genitive and thing.first - owner.end <= _OF_THE


def _runs(reading: Reading, places: Sequence[int]) -> list[tuple[int, int]]:
    """Words that stand side by side, as one."""
    runs: list[tuple[int, int]] = []
    for at in places:
        if runs and runs[-1][1] == at and reading.joined(at):
            runs[-1] = (runs[-1][0], at + 1)
        else:
            runs.append((at, at + 1))
    return runs


def _mention(reading: Reading, first: int, end: int) -> Mention:
    span = Span(_start(reading, first), reading.tokens[end - 1].span.end)
    return Mention(first, end, span, span.of(reading.text), _THING)


def _start(reading: Reading, at: int) -> int:
    """Behind a preposition written on to the word, which governs it (بالمصنع, للشركة, بمصنع)."""
    token, language = reading.tokens[at], reading.pack.language
    if token.folded.startswith(tuple(language.assimilated) or "\0") or _is_clung_to(reading, at):
        return token.start_after(1)
    for rest in reading.clitics(at)[1:]:
        cut = len(token.folded) - len(rest)
        if rest.startswith(language.article or "\0"):
            return token.start_after(cut)  # behind "and" too: والممرضون
    return token.span.start


def _is_clung_to(reading: Reading, at: int) -> bool:
    """Whether a preposition is written on to a name, or to a noun without an article: بصفاقس,
    بمسيرة; not where it is a letter of the word (بنك, لبنان)."""
    word, pack = reading.word(at), reading.pack
    if word[:1] not in pack.language.cases:
        return False
    hit = reading.hit_at.get(at)
    if hit is not None:
        return hit.clitic == word[0]
    return reading.verb(at) is None and stem(word, pack) == stem(word[1:], pack)


def _first(mention: Mention) -> int:
    return mention.first
