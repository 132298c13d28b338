"""Who acts, who is acted on, and what is done."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import repeat

import msgspec

from workbench.facets.actors.action import find_action
from workbench.facets.actors.mentions import Mention, mentions_in
from workbench.facets.actors.roles import roles_of
from workbench.facets.places.places import places_in
from workbench.facets.reading import Reading, read
from workbench.facets.types import Actor, Role
from workbench.language.packs import LanguagePack
from workbench.language.stems import stem


def read_actors(text: str, pack: LanguagePack) -> tuple[Actor, ...]:
    """The persons, organisations, groups and countries named in ``text``, with their roles.

    Names are canonical where the lexicons know them: "Biden" is ``Joe Biden``, الجيش العراقي is
    ``military (IQ)``, a capital that acts stands for its government. A country is no actor where
    it only says where ("in Iraq").
    """
    reading = read(text, pack)
    return play(reading, mentions_in(reading, places_in(reading))).actors


def main_action(text: str, pack: LanguagePack) -> str:
    """The folded stem of the main verb or verbal noun, or nothing where none is found."""
    reading = read(text, pack)
    return play(reading, mentions_in(reading, places_in(reading))).action


class Play(msgspec.Struct, frozen=True):
    """The actors of a text in their roles, and what is done."""

    actors: tuple[Actor, ...]
    action: str
    reading: Reading
    """The text, which now knows the actors' words for names."""


def play(reading: Reading, mentions: Sequence[Mention]) -> Play:
    """Give the actors their roles around the main action."""
    reading = reading.naming(at for each in mentions for at in range(each.first, each.end))
    action = find_action(reading)
    roles = roles_of(reading, mentions, action)
    actors = actors_of(reading, mentions, roles)
    return Play(actors, stem(action.verb, reading.pack) if action is not None else "", reading)


def actors_of(
    reading: Reading, mentions: Sequence[Mention], roles: Iterable[Role] = repeat(Role.MENTIONED)
) -> tuple[Actor, ...]:
    """The actors that are mentioned, in their roles."""
    return tuple(
        Actor(each.span, each.span.of(reading.text), each.name, each.kind, role)
        for each, role in zip(mentions, roles, strict=False)
    )


def play_again(reading: Reading, actors: Sequence[Actor]) -> Play:
    """`play` with actors that are known, such as those of a claim."""
    mentions = []
    for actor in actors:
        first = reading.at_offset(actor.span.start)
        end = max(first + 1, reading.at_offset(actor.span.end - 1) + 1)
        adjective = actor.kind == "country" and _is_adjective(reading, first)
        mentions.append(Mention(first, end, actor.span, actor.name, actor.kind, adjective))
    return play(reading, sorted(mentions, key=lambda each: each.first))


def _is_adjective(reading: Reading, at: int) -> bool:
    hit = reading.hit_at.get(at)
    return hit is not None and any(entry.kind == "demonym" for entry in hit.entries)
