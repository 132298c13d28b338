"""Who did what to whom, side by side.

Roles that the facets give decide. Where they give none, the order of names warns: two names
that stand the other way round are never taken for the same statement unless they are merely
listed ("Iraq and the United States").
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import combinations, permutations

from msgspec.structs import replace

from workbench.facets.types import Actor, Facets, Role
from workbench.language.fold import fold_text
from workbench.language.lexicon import NAME
from workbench.language.schema import Actors
from workbench.matching.findings import Finding, Holds
from workbench.matching.lexicon.contrasts import groups
from workbench.matching.lexicon.kinds import is_known_person
from workbench.matching.profiles import Word
from workbench.matching.reasons import Key
from workbench.matching.roles.turning import acts_in_both, are_listed, may_turn
from workbench.matching.statement.casts import by_token, cast_for
from workbench.matching.statement.words import pack_for
from workbench.matching.types import Facet, Statement
from workbench.matching.wording.describing import find_described, find_describing, find_joined
from workbench.matching.wording.texts import Text
from workbench.matching.wording.wording import Alignment, is_action

_Two = tuple[Word, Word]
"""A word here and the same there."""
_Names = frozenset[str]
"""Two names of one text, as their stems."""
_DOING = {Role.AGENT, Role.PATIENT}
_MOST = 12
"""Names of one statement whose order is looked at."""


def find_roles(
    texts: tuple[Statement, Statement], facets: tuple[Facets, Facets], words: Alignment
) -> list[Finding]:
    """What actors and their roles say of a pair of statements, with these facets of theirs.

    Between two languages one turned role alone says nothing: "there are troops" and يوجد جنود
    build the same statement differently.
    """
    here, there = facets
    two_languages = texts[0].language != texts[1].language
    ours = _by_name(_as_marked(here.actors, [one for one, _ in words.shared]))
    theirs = _by_name(_as_marked(there.actors, [other for _, other in words.shared]))
    both = sorted(ours.keys() & theirs.keys())
    turned = [name for name in both if _turned(ours, theirs, name)]
    describing = {each for one, _ in find_describing(words, texts) for each in one.meanings}
    turned = [
        name
        for name in turned
        if not (_is_owner(name, words, texts) or f"{NAME}{name}" in describing)
    ]
    if any(not groups().mutual.isdisjoint(a.meanings & b.meanings) for a, b in words.shared):
        turned = [name for name in turned if not _are_together(ours, theirs, name)]
    if len(turned) > two_languages:
        return [_turned_finding(turned, ours, theirs)]
    names = [pair for pair in words.shared if _is_open(pair)][:_MOST]
    described = find_described(names, texts) | find_joined(names, texts)
    settled = {f"{NAME}{n}": ours[n].role for n in both if _settled(ours, theirs, n)}
    unsettled = _reordered(names, settled, described)
    if unsettled and not two_languages:
        unsettled = _unexplained(unsettled, texts, words)
    if unsettled and not _moves_along(unsettled, words, texts):
        return [Finding(Facet.ROLES, Holds.UNCLEAR, Key.ROLES_DIFFER, *_in_order(unsettled))]
    marked = _marked(words, (here.action, there.action), in_order=not two_languages)
    if marked:
        return [Finding(Facet.ROLES, Holds.UNCLEAR, Key.ROLES_DIFFER, *marked)]
    others = _others(here.actors, there.actors, words, described)
    return others or ([] if two_languages else _fuller(words))


def _fuller(words: Alignment) -> list[Finding]:
    """Whether one of the two has the whole name of whom the other calls by the surname alone."""
    for one, other in words.shared:
        if not (one.name and other.name) or one.meanings == other.meanings:
            continue
        if any(is_known_person(word) for word in (one, other)):
            continue  # of whom the lexicon has the whole name the surname alone says enough
        if one.surface.endswith(f" {other.surface}"):
            return [Finding(Facet.ROLES, Holds.BROADER, Key.WORDS_ONLY_HERE, here=one.surface)]
        if other.surface.endswith(f" {one.surface}"):
            return [Finding(Facet.ROLES, Holds.NARROWER, Key.WORDS_ONLY_THERE, there=other.surface)]
    return []


def _marked(
    words: Alignment, actions: tuple[str, str], *, in_order: bool
) -> tuple[str, str] | None:
    """Things whose roles may be exchanged, by the words that mark who does it or is compared with.

    "The firm was sued by the ministry" against "the firm sued the ministry"; "gold is dearer than
    silver" against "silver is dearer than gold". Names are looked at by their order.
    Where the order of words tells less (``in_order``), both have to mark them.
    """
    if not any(word.doer or word.standard for pair in words.shared for word in pair):
        return None
    shared = [pair for pair in words.shared if not any(_is_aside(word) for word in pair)]
    # Where the verb comes first it is no thing that the passive names.
    shared = [pair for pair in shared if not any(map(is_action, pair, actions))][:_MOST]
    for mark in ("doer", "standard"):
        ours = [pair for pair in shared if getattr(pair[0], mark)]
        theirs = [pair for pair in shared if getattr(pair[1], mark)]
        if ours and theirs and not any(pair in theirs for pair in ours):
            return ours[0][0].surface, theirs[0][1].surface
    for side, other in ((0, 1), (1, 0)) if in_order else ():
        doers = [pair for pair in shared if pair[side].doer and not pair[side].name]
        if len(doers) != 1 or any(pair[other].doer for pair in shared):
            continue
        # What the passive names first is done to; the active text must not name it before the doer.
        first = min(shared, key=lambda pair: pair[side].place)
        if first is not doers[0] and first[other].place < doers[0][other].place:
            return doers[0][0].surface, doers[0][1].surface
    return None


def _is_aside(word: Word) -> bool:
    return word.facet or word.light or word.located or word.number


def _by_name(actors: Iterable[Actor]) -> dict[str, Actor]:
    """Each actor under its name, in the role that says most.

    Without those of a name that both does it and has it done to it: "soldiers … by the army".
    """
    table: dict[str, Actor] = {}
    both: set[str] = set()
    for actor in actors:
        known = table.get(actor.name)
        if known is None or known.role is Role.MENTIONED:
            table[actor.name] = actor
        elif {known.role, actor.role} == _DOING:
            both.add(actor.name)
    return {name: actor for name, actor in table.items() if name not in both}


def _as_marked(actors: Sequence[Actor], words: Iterable[Word]) -> Sequence[Actor]:
    """The actors; one whom a passive marks as its doer is no patient, whatever his place."""
    doers = {name for word in words if word.doer for name in word.meanings}
    if not doers:
        return actors
    misread = [each.role is Role.PATIENT and f"{NAME}{each.name}" in doers for each in actors]
    return [
        replace(actor, role=Role.AGENT) if wrong else actor
        for actor, wrong in zip(actors, misread, strict=True)
    ]


def _turned(ours: dict[str, Actor], theirs: dict[str, Actor], name: str) -> bool:
    return {ours[name].role, theirs[name].role} == _DOING


def _are_together(ours: dict[str, Actor], theirs: dict[str, Actor], name: str) -> bool:
    """Whether one text tells of two together what the other tells of one and the other: "the two
    presidents talked", "one talked with the other"."""
    together, apart = (ours, theirs) if ours[name].role is Role.AGENT else (theirs, ours)
    doing = [sum(each.role is Role.AGENT for each in side.values()) for side in (together, apart)]
    return doing[0] > 1 and doing[1] > 0


def _is_owner(name: str, words: Alignment, texts: tuple[Statement, Statement]) -> bool:
    """Whether a name only says in one of the texts whose something is: "the government's plan"."""
    pairs = [pair for pair in words.shared if f"{NAME}{name}" in pair[0].meanings]
    for pair in pairs:
        for word, text in zip(pair, texts, strict=True):
            thing = by_token(cast_for(text)).get(word.place)
            if thing is not None and thing.role is Role.MENTIONED and not thing.governor:
                return True
    return False


def _settled(ours: dict[str, Actor], theirs: dict[str, Actor], name: str) -> bool:
    return ours[name].role is theirs[name].role is not Role.MENTIONED


def _turned_finding(
    turned: Sequence[str], ours: dict[str, Actor], theirs: dict[str, Actor]
) -> Finding:
    here = _says([ours[name] for name in turned])
    there = _says([theirs[name] for name in turned])
    roles = {ours[name].role for name in turned}
    if roles >= _DOING:
        return Finding(Facet.ROLES, Holds.APART, Key.ROLES_REVERSED, here, there)
    return Finding(Facet.ROLES, Holds.UNCLEAR, Key.ROLES_DIFFER, here, there)


def _says(actors: Sequence[Actor]) -> str:
    ordered = sorted(actors, key=lambda actor: (actor.role is not Role.AGENT, actor.name))
    return " → ".join(actor.surface for actor in ordered)


def _others(
    ours: Sequence[Actor], theirs: Sequence[Actor], words: Alignment, described: Set[_Names]
) -> list[Finding]:
    """Whether somebody else acts (or is acted on) in one of the two."""
    alike = (
        _names_alike(words)
        | _one_person(words, ours, theirs)
        | {
            (one.removeprefix(NAME), other.removeprefix(NAME))
            for names in described
            for one, other in permutations(names, 2)
        }
    )
    all_new, all_filed = {actor.name for actor in ours}, {actor.name for actor in theirs}
    for role in (Role.AGENT, Role.PATIENT):
        new = {actor.name: actor for actor in ours if actor.role is role}
        filed = {actor.name: actor for actor in theirs if actor.role is role}
        if not new or not filed:
            continue
        shown = _surfaces(new), _surfaces(filed)
        if any(_akin(one, other, alike) for one in new for other in filed):
            continue
        if any(
            _called_alike(one, other, words) for one in new.values() for other in filed.values()
        ):
            continue
        if new.keys() - all_filed and filed.keys() - all_new:
            return [Finding(Facet.ROLES, Holds.UNCLEAR, Key.ACTORS_DIFFER, *shown)]
        if role is Role.AGENT and not _listed(new.keys() | filed.keys(), words):
            return [Finding(Facet.ROLES, Holds.UNCLEAR, Key.ROLES_DIFFER, *shown)]
    return []


def _one_person(
    words: Alignment, ours: Sequence[Actor], theirs: Sequence[Actor]
) -> Set[tuple[str, str]]:
    """A title and the name right behind it, in both: whichever of the two a text takes for the one
    who acts, it is one person."""
    persons = {f"{NAME}{each.name}" for each in (*ours, *theirs) if each.kind == "person"}
    named = [
        pair
        for pair in words.shared
        if pair[0].name and not persons.isdisjoint(pair[0].meanings & pair[1].meanings)
    ]
    return {
        (first.removeprefix(NAME), second.removeprefix(NAME))
        for one, other in permutations(named, 2)
        if all(a.end <= b.place <= a.end + 1 for a, b in zip(one, other, strict=True))
        for way in ((one, other), (other, one))
        for first in way[0][0].meanings
        for second in way[1][1].meanings
    }


def _akin(one: str, other: str, alike: Set[tuple[str, str]]) -> bool:
    """Whether one name may stand for the other: "military (US)" and "US", "the prime minister"
    and "prime minister (HU)"."""
    if one == other or (one, other) in alike or f"({one})" in other or f"({other})" in one:
        return True
    return one.startswith(f"{other} (") or other.startswith(f"{one} (")


def _called_alike(one: Actor, other: Actor, words: Alignment) -> bool:
    """Whether two bodies are called by words that are paired, none left over: "the national
    weather centre", مركز الأرصاد الجوية الوطني."""
    if any(_is_called(one, ours) and _is_called(other, theirs) for ours, theirs in words.shared):
        return True
    if one.kind == "person" or other.kind == "person":
        longer, shorter = sorted((one.surface, other.surface), key=len, reverse=True)
        if longer.endswith(f" {shorter}"):
            return True  # a surname may be read as another name, السوداني as the Sudanese
    ours, theirs = set(one.surface.split()), set(other.surface.split())
    sides = (ours, words.left_here), (theirs, words.left_there)
    if any(own & set(word.surface.split()) for own, left in sides for word in left):
        return False
    return any(
        not ours.isdisjoint(here.surface.split()) and not theirs.isdisjoint(there.surface.split())
        for here, there in words.shared
    )


def _is_called(actor: Actor, word: Word) -> bool:
    return actor.surface == word.surface or f"{NAME}{actor.name}" in word.meanings


def _names_alike(words: Alignment) -> Set[tuple[str, str]]:
    """Names that were paired although they are not called the same: by sound, or by surname."""
    return {
        (one.removeprefix(NAME), other.removeprefix(NAME))
        for ours, theirs in words.shared
        if ours.name and theirs.name
        for one in ours.meanings
        for other in theirs.meanings
    }


def _surfaces(actors: Mapping[str, Actor]) -> str:
    return "; ".join(actor.surface for actor in actors.values())


def _listed(names: Set[str], words: Alignment) -> bool:
    """Whether these names stand in one list in both statements: who of them is first is nothing."""
    called = {f"{NAME}{name}" for name in names}
    pairs = [pair for pair in words.shared if not called.isdisjoint(pair[0].meanings)]
    groups = [{pair[side].group for pair in pairs} for side in (0, 1)]
    return len(pairs) > 1 and all(len(group) == 1 for group in groups)


def _reordered(
    names: Sequence[_Two], settled: Mapping[str, Role], described: Set[_Names]
) -> list[tuple[_Two, _Two]]:
    """Every two shared names that may have exchanged their roles."""
    return [
        (one, other)
        for one, other in combinations(names, 2)
        if {_role(one, settled), _role(other, settled)} != _DOING
        and frozenset((one[0].stem, other[0].stem)) not in described
        and _is_location(one) == _is_location(other)
        and _exchanged(one, other)
    ]


def _unexplained(
    pairs: Sequence[tuple[_Two, _Two]], texts: tuple[Statement, Statement], words: Alignment
) -> list[tuple[_Two, _Two]]:
    """Those that do not stand the other way round for a plain reason."""
    laid_out = Text(texts[0], cast_for(texts[0])), Text(texts[1], cast_for(texts[1]))
    return [(one, other) for one, other in pairs if not _may_have(one, other, laid_out, words)]


def _may_have(one: _Two, other: _Two, texts: tuple[Text, Text], words: Alignment) -> bool:
    """Whether it is plain why two names stand as they do."""
    if (one[0].place < other[0].place) == (one[1].place < other[1].place):
        return acts_in_both(one, other, texts) or are_listed(one, other, texts)
    return may_turn(one, other, texts, words.shared)


def _moves_along(
    pairs: Sequence[tuple[_Two, _Two]], words: Alignment, texts: tuple[Statement, Statement]
) -> bool:
    """Whether all of these have moved with something else: a preposition, or what they describe."""
    describing = find_describing(words, texts)
    return all(
        one in describing or other in describing or _is_governed_apart(one, other, texts)
        for one, other in pairs
    )


def _in_order(pairs: Sequence[tuple[_Two, _Two]]) -> tuple[str, str]:
    """The first two of them, as each text has them."""
    here, there = (
        sorted((pair[side] for pair in pairs[0]), key=lambda word: word.place) for side in (0, 1)
    )
    return ", ".join(word.surface for word in here), ", ".join(word.surface for word in there)


def _is_governed_apart(
    one: tuple[Word, Word], other: tuple[Word, Word], texts: tuple[Statement, Statement]
) -> bool:
    """Whether one of two names moves with a preposition that the other does not stand behind: "a
    clash *with* PKK fighters left two Turkish soldiers dead"."""
    return _governor(one, texts) != _governor(other, texts)


def _governor(pair: tuple[Word, Word], texts: tuple[Statement, Statement]) -> str:
    """The preposition before a name in both texts, but "of", which says only whose it is."""
    found = []
    for word, text in zip(pair, texts, strict=True):
        thing = by_token(cast_for(text)).get(word.place)
        genitives = map(fold_text, pack_for(text.language).section(Actors).genitives)
        found.append(thing.governor if thing and thing.governor not in genitives else "")
    return found[0] if found[0] == found[1] else ""


def _role(pair: tuple[Word, Word], settled: Mapping[str, Role]) -> Role | None:
    """The role that a name has in both texts, where the facets tell."""
    return next((settled[name] for name in pair[0].meanings if name in settled), None)


def _is_location(pair: tuple[Word, Word]) -> bool:
    """Whether the name says where in both texts; one that acts in either is more than that."""
    return pair[0].located and pair[1].located


def _exchanged(one: tuple[Word, Word], other: tuple[Word, Word]) -> bool:
    """Whether two names may have exchanged their roles.

    They have where they stand the other way round and both texts are active or both passive, and
    where they stand the same way round and only one is passive ("was attacked by").
    """
    if all(first.group == second.group for first, second in zip(one, other, strict=True)):
        return False
    turned = (one[0].place < other[0].place) != (one[1].place < other[1].place)
    passive = [first.doer or second.doer for first, second in zip(one, other, strict=True)]
    return turned == (passive[0] == passive[1])


def _is_open(pair: tuple[Word, Word]) -> bool:
    return all(word.name and not word.facet for word in pair)
