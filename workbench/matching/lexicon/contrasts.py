"""How senses stand to one another, and of what kind they are, as data for all languages.

``data/contrasts.toml`` pairs the senses that cannot both be said of one thing, those that tell one
deal from both sides, and groups those of one kind: what governments do, what people die in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import combinations

import msgspec

from workbench.language.packs import of_no_language
from workbench.matching.lexicon.sheets import FOLDER, read_sheet
from workbench.matching.profiles import IDEA

SCORELESS = frozenset({"sense:scoreless"})
"""The sense of words for a score of none, which is compared as a figure: "two-nil"."""
MOVES = frozenset({"sense:rise", "sense:fall"})
"""Senses of verbs by which a figure moves, by itself or by somebody's doing."""


class _Contrasts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``contrasts.toml``."""

    pairs: tuple[tuple[str, str], ...]
    reversing: tuple[str, ...] = ()
    """Senses that turn what they govern into its contrary."""
    complementary: tuple[tuple[str, str], ...] = ()
    """Contraries of which the second says what the first denied does: allowed, forbidden."""
    converse: tuple[tuple[str, str], ...] = ()
    """Contraries with which both sides tell of one deal: one sells, the other buys."""
    growing: tuple[str, ...] = ()
    """Senses of what is counted for days after it happened: victims, ruins."""
    mutual: tuple[str, ...] = ()
    """Senses of what two do to each other."""
    margins: tuple[str, ...] = ()
    """Senses of what somebody wins or moves by so many of."""
    deferring: tuple[str, ...] = ()
    """Senses of what has a time to which it is put off or prolonged."""
    common_doers: tuple[str, ...] = ()
    """Senses of who goes without saying as the doer, and not as the one acted on."""
    announced: tuple[str, ...] = ()
    """Senses of deeds that are done once they are announced: "recall"."""
    going: tuple[str, ...] = ()
    """Senses of verbs by which somebody goes to a place or comes from it."""
    timetabled: tuple[str, ...] = ()
    """Senses of what is told in the present before it happens: "opens on Friday"."""
    regions: tuple[str, ...] = ()
    """Senses of what kind of region a named place is."""
    sent: tuple[str, ...] = ()
    """Senses of who is sent: "the ambassador to Egypt" is not Egypt's."""
    governing: tuple[str, ...] = ()
    """Senses of what governments do, for which their seats stand."""
    acting_for: tuple[str, ...] = ()
    """Senses of who acts for a country: its government."""
    offices: tuple[str, ...] = ()
    """Senses of what a person is called beside the name: "President"."""
    deadly: tuple[str, ...] = ()
    """Senses of that in which people are killed by nobody: a crash, a flood."""
    spots: tuple[str, ...] = ()
    """Senses of what kind of spot a named place is: "the island of Crete"."""
    bodies: tuple[str, ...] = ()
    """Senses of what kind of body a name is of: "the newspaper Le Monde"."""
    manner: tuple[str, ...] = ()
    """Senses of when and how something is done, which nobody does: "overnight"."""
    circumstances: tuple[str, ...] = ()
    """Senses of when, where, why and how something is done, which is no state that changes."""
    done_to: tuple[str, ...] = ()
    """Senses of what is done to somebody: "convoy *attacked* in Darfur" was attacked."""
    finer: tuple[str, ...] = ()
    """Senses of one kind of what a wider sense of the same words is: a girl is a woman, too."""
    everywhere: tuple[str, ...] = ()
    """Senses that a word has in every language or in none: what collapses does not just fall."""
    unlike: tuple[str, ...] = ()
    """Senses that make something another than what it is called: "the former minister"."""
    hostile: tuple[str, ...] = ()
    """Senses of what is done to others: a country kills in another."""
    leaving: tuple[str, ...] = ()
    """Senses of verbs that are done to the place that somebody leaves: "fled the city"."""
    either_way: tuple[str, ...] = ()
    """Senses of verbs that people do and undergo alike: troops deploy or are deployed."""
    own_deeds: tuple[str, ...] = ()
    """Senses of what is done to one's own, as a rule: flights are cancelled by their airline."""
    waged: tuple[str, ...] = ()
    """Senses of what is done by its owner to what it is of: "Russia's invasion of Ukraine"."""
    finding: tuple[str, ...] = ()
    """Senses of what a study does that says something: "found", "showed"."""
    relatives: tuple[str, ...] = ()
    """Senses, and ideas of the lexicon, of who is somebody's own: wife, brother, son."""
    exclusive: tuple[tuple[str, ...], ...] = ()
    """Senses of which only one can be said: the points of the compass, the ordinals."""
    kinds: dict[str, tuple[str, ...]] = {}
    """What kind of thing it is → the senses of such things."""
    narrower: dict[str, tuple[str, ...]] = {}
    """A wide sense → the senses of its kinds: an attack → airstrike, shelling."""


@cache
def _sheet_of_contrasts() -> _Contrasts:
    return of_no_language(_read_contrasts)


def _read_contrasts() -> _Contrasts:
    return read_sheet(FOLDER / "contrasts.toml", _Contrasts)


@cache
def contrasts() -> Mapping[str, frozenset[str]]:
    """Sense → the senses that are contrary to it, both ways."""
    return _both_ways(_sheet_of_contrasts().pairs)


@cache
def complements() -> Mapping[str, str]:
    """Sense → the sense that says the same as its denial."""
    return {f"sense:{one}": f"sense:{other}" for one, other in _sheet_of_contrasts().complementary}


@cache
def converses() -> Mapping[str, frozenset[str]]:
    """Sense → what the other side of the same deal does, both ways."""
    return _both_ways(_sheet_of_contrasts().converse)


@cache
def exclusives() -> Mapping[str, frozenset[str]]:
    """Sense → the senses that cannot be meant beside it: another metal, another office.

    They are other things rather than contraries: two statements with them may both hold.
    """
    return of_no_language(_exclusives)


def _exclusives() -> Mapping[str, frozenset[str]]:
    groups = _sheet_of_contrasts().exclusive
    return _both_ways([pair for group in groups for pair in combinations(group, 2)])


def _both_ways(pairs: Iterable[tuple[str, str]]) -> Mapping[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for one, other in pairs:
        first, second = f"sense:{one}", f"sense:{other}"
        table[first] = table.get(first, frozenset()) | {second}
        table[second] = table.get(second, frozenset()) | {first}
    return table


def _marked(names: Iterable[str]) -> frozenset[str]:
    return frozenset(f"sense:{name}" for name in names)


@cache
def kinds() -> Mapping[str, frozenset[str]]:
    """Sense → what kinds of thing it may be: people, places, happenings."""
    table: dict[str, frozenset[str]] = {}
    for kind, senses in _sheet_of_contrasts().kinds.items():
        for sense in _marked(senses):
            table[sense] = table.get(sense, frozenset()) | {kind}
    return table


@cache
def narrower() -> Mapping[str, frozenset[str]]:
    """A wide sense, which alone makes no two words the same → the senses of its kinds."""
    wide = _sheet_of_contrasts().narrower
    return {f"sense:{name}": _marked(kinds) for name, kinds in wide.items()}


class Groups(msgspec.Struct, frozen=True):
    """Senses of one kind, each under what they have in common."""

    reversing: frozenset[str]
    """The senses that turn what they govern into its contrary: "fail", "refuse"."""
    growing: frozenset[str]
    """The senses of what is counted for days after it happened: "killed", "collapsed"."""
    governing: frozenset[str]
    """The senses of what governments do: "Ankara banned", "Washington imposed"."""
    acting_for: frozenset[str]
    """The senses of who acts for a country: "the Dutch government"."""
    offices: frozenset[str]
    """The senses of what a person is called beside the name: "President Macron"."""
    deadly: frozenset[str]
    """The senses of that in which people are killed by nobody: there they die as well."""
    spots: frozenset[str]
    """The senses of what kind of spot a place is: island, mountain, village."""
    bodies: frozenset[str]
    """The senses of what kind of body a name is of: company, newspaper."""
    manner: frozenset[str]
    """The senses of when and how something is done: "overnight", "by mistake"."""
    finding: frozenset[str]
    """The senses of what a study does that says something: "found", "showed"."""
    waged: frozenset[str]
    """The senses of what is done by its owner to what it is of: "Russia's invasion of Ukraine"."""
    hostile: frozenset[str]
    """The senses of what is done to others: "attacked", "killed"."""
    circumstances: frozenset[str]
    """The senses of when, where, why and how it is done: before, inside, despite."""
    done_to: frozenset[str]
    """The senses of what is done to somebody, whose participle alone is passive."""
    finer: frozenset[str]
    """The senses of one kind of what is meant: girl, execution."""
    everywhere: frozenset[str]
    """The senses that a word has in every language or in none: "collapsed"."""
    unlike: frozenset[str]
    """The senses that make something another than what it is called: former, attempted."""
    leaving: frozenset[str]
    """The senses of what is done to a place by going away."""
    either_way: frozenset[str]
    """The senses of what people do and undergo alike: gather, deploy."""
    own_deeds: frozenset[str]
    """The senses of what is done to one's own: cancelled, cut, launched."""
    relatives: frozenset[str]
    """The senses and ideas of who is somebody's own: wife, brother, son."""
    mutual: frozenset[str]
    """The senses of what two do to each other: "met", "talks"."""
    margins: frozenset[str]
    """The senses of what somebody wins by so many of: votes, goals."""
    deferring: frozenset[str]
    """The senses of what has a time to which it is put off or prolonged."""
    common_doers: frozenset[str]
    """The senses of who goes without saying as the doer, and not as the one acted on."""
    announced: frozenset[str]
    """The senses of deeds that are done once they are announced: "recall", "sue"."""
    going: frozenset[str]
    """The senses of verbs by which somebody goes to a place or comes from it."""
    timetabled: frozenset[str]
    """The senses of what is told in the present before it happens: "opens on Friday"."""
    regions: frozenset[str]
    """The senses of what kind of region a named place is: "area"."""
    sent: frozenset[str]
    """The senses of who is sent by somebody to somebody else: ambassadors, embassies."""


@cache
def groups() -> Groups:
    """The groups of senses that matching asks for."""
    sheet = _sheet_of_contrasts()
    marked = {name: _marked(getattr(sheet, name)) for name in Groups.__struct_fields__}
    marked["relatives"] = marked["relatives"].union(f"{IDEA}{name}" for name in sheet.relatives)
    return Groups(**marked)
