"""Who acts, who is acted on, and what is done."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from workbench.facets.mentions import Mention, mentions_in
from workbench.facets.places import places_in
from workbench.facets.reading import Reading, read
from workbench.facets.roles import find_action, roles_of
from workbench.facets.types import Actor, Place
from workbench.language.packs import LanguagePack
from workbench.language.stems import stem


def read_actors(text: str, pack: LanguagePack) -> tuple[Actor, ...]:
    """The persons, organisations, groups and countries named in ``text``, with their roles.

    Names are canonical where the lexicons know them: "Biden" is ``Joe Biden``, الجيش العراقي is
    ``military (IQ)``, a capital that acts stands for its government. A country is no actor where
    it only says where ("in Iraq").
    """
    reading = read(text, pack)
    return actors_in(reading, places_in(reading))


def actors_in(reading: Reading, places: Sequence[Place]) -> tuple[Actor, ...]:
    """`read_actors` of a text that has been cut into words and whose places are known."""
    mentions = mentions_in(reading, places)
    return give_roles(reading, mentions)


def give_roles(reading: Reading, mentions: Sequence[Mention]) -> tuple[Actor, ...]:
    """The mentions as actors with their roles around the main action."""
    roles = roles_of(reading, mentions, find_action(reading))
    return tuple(
        Actor(each.span, each.span.of(reading.text), each.name, each.kind, role)
        for each, role in zip(mentions, roles, strict=True)
    )


def with_roles(reading: Reading, actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """Known actors of a text, in order, with their roles read again around its main action."""
    starts = [token.span.start for token in reading.tokens]
    mentions = []
    for actor in actors:
        first = max(0, bisect_right(starts, actor.span.start) - 1)
        end = max(first + 1, bisect_left(starts, actor.span.end))
        adjective = actor.kind == "country" and _is_adjective(reading, first)
        mentions.append(Mention(first, end, actor.span, actor.name, actor.kind, adjective))
    return give_roles(reading, mentions)


def _is_adjective(reading: Reading, at: int) -> bool:
    hit = reading.hit_at.get(at)
    return hit is not None and any(entry.kind == "demonym" for entry in hit.entries)


def main_action(text: str, pack: LanguagePack) -> str:
    """The folded stem of the main verb or verbal noun, or nothing where none is found."""
    return action_in(read(text, pack))


def action_in(reading: Reading) -> str:
    """`main_action` of a text that has been cut into words."""
    action = find_action(reading)
    return stem(action.verb, reading.pack) if action is not None else ""
