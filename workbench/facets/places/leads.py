"""Words before an unknown name that show that it is a town's."""

from __future__ import annotations

import re

from workbench.facets.places.rules import PlaceRules
from workbench.facets.reading import Reading

_ROAD = re.compile(r"[A-Z]{1,2}-?[0-9]{1,4}")
"""The number of a road: A9, M25, I-95."""

_NAME = 5
"""Words of the first of two names joined by "and", at most."""
_CRAFT = 4
"""Words before "left" among which what left stands, at most."""
_STRIKER = 3
"""Words before a verb among which what strikes stands, at most."""
_SITE = 3
"""Words from a site to "for", at most."""
_LINE = 4
"""Words before "between" among which what joins two towns stands, at most."""


def leads_to_town(reading: Reading, rules: PlaceRules, at: int) -> bool:
    """Whether a preposition says where: "in" but not "shares in", "to" only in "the road to"."""
    word, before = reading.word(at), reading.word(at - 1)
    if word in rules.locatives:
        return before not in rules.invested
    if word in rules.venues:
        road = _ROAD.fullmatch(reading.raw(at - 1)) is not None
        pointed = reading.is_article(at - 2)  # "the Drina *at* Foca"
        event = reading.word(at - 1) in rules.events  # "the Deccan Super League *at* Wem"
        named = reading.capital(at - 1) and not (
            road or pointed or event or _ends_noun(reading, rules, at) or at - 1 in reading.in_hit
        )
        return before not in rules.not_venues and not named
    if word in rules.arriving or _is_bound(reading, rules, at):
        return True
    if word in rules.excepting:
        return any(
            (each,) in rules.nouns for each in (before, reading.pack.language.singular(before))
        )
    if word in rules.directions and not reading.capital(at):
        return before in rules.prepositions  # "in downtown Fairlee"
    between = _opens_line(reading, rules, at) or (
        word in rules.listing and _is_between(reading, rules, at)
    )
    travelled = word in rules.motion and (
        before in rules.ways or _is_left(reading, rules, at) or _is_sent(reading, rules, at)
    )
    sent = word in rules.through and before in rules.moved  # "diverted through Wem"
    return between or travelled or sent or tells_origin(reading, rules, at)


def _is_bound(reading: Reading, rules: PlaceRules, at: int) -> bool:
    """Whether what stands before says that a place follows, whatever the preposition."""
    river, warned = _has_banks(reading, rules, at), _is_warned(reading, rules, at)
    struck = _is_struck(reading, rules, at) or _is_as_far(reading, rules, at)
    sited = _is_sited(reading, rules, at) or _is_stood_for(reading, rules, at)
    return river or warned or struck or sited or _is_made_for(reading, rules, at)


def _is_struck(reading: Reading, rules: PlaceRules, at: int) -> bool:
    """Whether a disaster or a band does something to what follows: "floods *hit* Dembeni"."""
    if reading.word(at) not in rules.reaching - rules.leaving:
        return False
    near = (reading.word(back) for back in range(at - 1, max(-1, at - 1 - _STRIKER), -1))
    return not rules.striking.isdisjoint(near)


def _is_as_far(reading: Reading, rules: PlaceRules, at: int) -> bool:
    """Whether what follows is how far something went: "felt as far away *as* Wem"."""
    if reading.word(at) not in rules.likening or reading.word(at - 2) not in rules.distances:
        return False
    return reading.word(at - 1) in rules.distances | rules.directions


def _is_stood_for(reading: Reading, rules: PlaceRules, at: int) -> bool:
    """Whether somebody sits in a parliament for what follows: "the MP *for* Wem North"."""
    return reading.word(at) in rules.meant_for and reading.word(at - 1) in rules.members


def _has_banks(reading: Reading, rules: PlaceRules, at: int) -> bool:
    """Whether an article stands before a river's name: "the banks of *the* Bhagirathi"."""
    owned = reading.word(at - 1) in rules.of and reading.word(at - 2) in rules.shores
    return owned and reading.is_article(at)


def _is_warned(reading: Reading, rules: PlaceRules, at: int) -> bool:
    """Whether a warning of the weather is for what follows: "a red alert *for* Chamoli"."""
    if reading.word(at) not in rules.meant_for or reading.word(at - 1) not in rules.warnings:
        return False
    return any(reading.word(back) in rules.weather for back in (at - 2, at - 3))


def _is_sited(reading: Reading, rules: PlaceRules, at: int) -> bool:
    """Whether what is to be built is for what follows: "two hospitals *planned for* Maun"."""
    if reading.word(at) not in rules.meant_for or reading.word(at - 1) not in rules.siting:
        return False
    singular = reading.pack.language.singular
    near = (reading.word(back) for back in range(at - 2, max(-1, at - 2 - _SITE), -1))
    return any(rules.nouns.get((one,)) == "site" for word in near for one in (word, singular(word)))


def _is_made_for(reading: Reading, rules: PlaceRules, at: int) -> bool:
    """Whether a craft leaves what follows, or leaves for it: "the ferry *left* Bau-Bau *for*
    Makassar"."""
    left = at
    if reading.word(at) in rules.meant_for:
        near = range(at - 1, max(0, at - 1 - _NAME), -1)
        left = next((back for back in near if reading.word(back) in rules.leaving), -1)
    if left < 1 or reading.word(left) not in rules.leaving:
        return False
    craft = (reading.word(back) for back in range(left - 1, max(-1, left - 1 - _CRAFT), -1))
    return not rules.craft.isdisjoint(craft)


def tells_origin(reading: Reading, rules: PlaceRules, at: int) -> bool:
    """Whether a preposition says where somebody or something is from."""
    apart, before = "," in reading.gap(at), reading.word(at - 1)
    if reading.word(at) in rules.of:
        # "Holroyd, 46, of Ecclesfield", "35 km south-east of Kokopo", "the streets of Benta"
        placed = before in rules.directions or before in rules.inhabited
        return placed or (apart and before.isdecimal())
    if reading.word(at) not in rules.origins:
        return False
    return apart or before in rules.hailing  # "a man of 41, from Congleton", "crews from Benta"


def _opens_line(reading: Reading, rules: PlaceRules, at: int) -> bool:
    """Whether "between" stands behind what joins two towns: "the line *between* Wem and Karo", "the
    A9 *between* …"."""
    if reading.word(at) not in rules.pairing or at < 1:
        return False
    near = range(at - 1, max(-1, at - 1 - _LINE), -1)  # "the A9 was closed between"
    return any(
        reading.word(back) in rules.lines or _ROAD.fullmatch(reading.raw(back)) for back in near
    )


def _is_between(reading: Reading, rules: PlaceRules, at: int) -> bool:
    """Whether a name stands before an "and", behind what joins two towns and "between"."""
    back = at - 1
    while back > max(0, at - _NAME) and reading.capital(back):
        back -= 1
    return back < at - 1 and _opens_line(reading, rules, back)


def _ends_noun(reading: Reading, rules: PlaceRules, at: int) -> bool:
    """Whether a place's noun or its name stands before a token: "over the River Teme *at* Wem"."""
    return any((reading.word(back),) in rules.nouns for back in (at - 1, at - 2))


def _is_left(reading: Reading, rules: PlaceRules, at: int) -> bool:
    """Whether "to" stands behind where something left from: "moved *from Wem to* Calderby"."""
    back = at - 1
    while back > max(0, at - _NAME) and reading.capital(back):
        back -= 1
    body = reading.word(at - 1) in rules.bodies
    return back < at - 1 and reading.word(back) in rules.origins and not body


def _is_sent(reading: Reading, rules: PlaceRules, at: int) -> bool:
    """Whether "to" stands behind who was sent somewhere: "*sent* two medics *to* Nandera"."""
    if reading.word(at - 1) not in rules.hailing:
        return False
    near = range(at - 2, max(-1, at - 2 - _CRAFT), -1)
    return any(reading.word(back) in rules.sending for back in near)
