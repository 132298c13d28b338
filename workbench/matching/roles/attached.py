"""What a thing is attached to: the ruling against the paper is not the paper's, the ambassador to
Egypt not Egypt's, and what is set in one place and shot in another not the other way round.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations, permutations

from workbench.facets.types import Role
from workbench.matching.findings import Finding, Holds
from workbench.matching.lexicon.contrasts import groups
from workbench.matching.lexicon.kinds import (
    are_people,
    are_places,
    cannot_exchange,
    is_collective,
    is_place,
)
from workbench.matching.profiles import Word
from workbench.matching.reasons import Key
from workbench.matching.types import Facet
from workbench.matching.wording.texts import Text

Two = tuple[Word, Word]
"""A word here and the same there."""


def find_attached(
    here: Text, there: Text, shared: Sequence[Two], measured: Sequence[Two] = ()
) -> Finding | None:
    """Whether what both share hangs on something else there.

    ``measured`` are the words of figures and times that both share, which hang on others as well.
    """
    if _are_crossed(measured, shared):
        shown = measured[0][0].surface, measured[-1][0].surface
        return Finding(Facet.ROLES, Holds.UNCLEAR, Key.ROLES_DIFFER, *shown)
    rules: tuple[Callable[[Text, Text, Sequence[Two]], Two | None], ...]
    rules = (
        _made,
        _opposed,
        _moved,
        _taken,
        _aimed,
        _turned,
        _sent,
        _waged,
        _waged_inside,
        _crossed,
        _owned,
        _other_owned,
        _around,
        _linked,
    )
    found = next((two for two in (rule(here, there, shared) for rule in rules) if two), None)
    if found is None:
        return None
    shown = found[0].surface, found[1].surface
    return Finding(Facet.ROLES, Holds.UNCLEAR, Key.ROLES_DIFFER, *shown)


def _made(here: Text, there: Text, shared: Sequence[Two]) -> Two | None:
    """Two of which one acts in each text, and the other made what is acted on: "rebels condemned
    an attack by the army", "an attack by rebels was condemned by the army"."""
    acts = next((p for p in shared if here.is_action(p[0]) and there.is_action(p[1])), None)
    if acts is None or not any(word.doer for pair in shared for word in pair):
        return None
    made = [_makers(text, side, shared, acts[side]) for side, text in ((0, here), (1, there))]
    (acting, making), (acting_there, making_there) = made
    turned = [pair for pair in making if pair in acting_there]
    return turned[0] if turned and any(p in acting for p in making_there) else None


def _makers(
    text: Text, side: int, shared: Sequence[Two], act: Word
) -> tuple[Sequence[Two], Sequence[Two]]:
    """Who does the deed of a text, and who by a preposition is said to have made something."""
    things = [(pair, text.thing(pair[side])) for pair in shared]
    named = [pair for pair, each in things if each.role is Role.AGENT and not each.governor]
    by = [pair for pair in shared if text.is_doer(pair[side])]
    behind = [pair for pair in by if pair[side].place > act.place]
    return named or behind, [pair for pair in by if named or pair not in behind]


def _opposed(here: Text, there: Text, shared: Sequence[Two]) -> Two | None:
    """What something is against in one text, and whose it is in the other."""
    for owner in shared:
        against = here.is_opposed(owner[0]), there.is_opposed(owner[1])
        for owned in shared if any(against) else ():
            if owned is owner or here.is_undergone(owned[0]) or there.is_undergone(owned[1]):
                continue  # الإفراج عن الصحفي, "the journalist's release"
            if here.are_one(owner[0], owned[0]) and there.are_one(owner[1], owned[1]):
                continue  # أفرج عن الناشط حسام: the title is no thing of his
            if against[0] and there.is_marked_owner(owner[1], owned[1]):
                found = here.are_one(owner[0], owned[0])
            elif against[1] and here.is_marked_owner(owner[0], owned[0]):
                found = there.are_one(owner[1], owned[1])
            else:
                continue
            if not found:  # "against the *tax* law" is against the law
                return owner
    return None


def _moved(here: Text, there: Text, shared: Sequence[Two]) -> Two | None:
    """Whose something is in one text, and what it leaves or goes to in the other, or acts on: "the
    chief of the union resigned", "the chief resigned from the union"."""
    for owner, owned in permutations(shared, 2):
        for side, texts in ((0, (here, there)), (1, (there, here))):
            had, parted = (owner[side], owned[side]), (owner[1 - side], owned[1 - side])
            if not texts[0].is_owner_or_kind(*had) or texts[1].is_owner_or_kind(*parted):
                continue
            if _is_parted(texts, had, parted):
                return owner
    return None


def _taken(here: Text, there: Text, shared: Sequence[Two]) -> Two | None:
    """Whose something is in one text, and who does it to that in the other: "the ministry's
    building was burned", "the ministry burned the building"; but flights are cancelled by their
    airline."""
    own = (
        not groups().own_deeds.isdisjoint(one.meanings & other.meanings) for one, other in shared
    )
    if (here.head_first and there.head_first) or any(own):
        return None
    for owner, owned in permutations(shared, 2):
        if here.head_first != there.head_first and not are_people(owner):
            continue
        for side, texts in ((0, (here, there)), (1, (there, here))):
            had, done = (owned[side], owner[side]), (owned[1 - side], owner[1 - side])
            if texts[0].is_doer(had[1]) or not texts[1].acts_on(*done):
                continue
            if texts[0].head_first and texts[0].is_verb(had[0]):
                continue  # استقالة الوزير: it is what he does
            if texts[0].acts_on(*had) or not texts[0].is_owner_beside(had[1], had[0]):
                continue
            if are_people(owned) or not texts[1].is_somebodys(done[0]):
                return owner
    return None


def _aimed(here: Text, there: Text, shared: Sequence[Two]) -> Two | None:
    """What something is done to in one text, and where it goes or comes from in the other: "sold
    the firm", "sold *to* the firm"; not where that names what is sold, nor a place."""
    acts = next((p for p in shared if here.is_action(p[0]) and there.is_action(p[1])), None)
    if acts is None or here.head_first != there.head_first:
        return None
    for pair in shared:
        for side, texts in ((0, (here, there)), (1, (there, here))):
            done = texts[0].is_object(pair[side]) and not are_places(pair)
            if done and _is_joined_instead(pair[1 - side], texts[1], acts):
                return pair
    return None


def _is_joined_instead(word: Word, text: Text, acts: Two) -> bool:
    """Whether a deed goes to a word, comes from it or happens in it, and is done to nothing.

    Whoever leaves a place leaves from it; and where the verb comes first, one verb with "from" may
    say what it says without (خفف من العقوبات).
    """
    same = acts[0].stem == acts[1].stem and not acts[0].parts
    if text.leads_from(text.way(word)):
        return not (text.head_first and same) and groups().leaving.isdisjoint(acts[0].meanings)
    if not same:
        return False
    if text.is_goal(word):
        return not text.has_object
    return text.is_inside(word) and not text.head_first


def _turned(here: Text, there: Text, shared: Sequence[Two]) -> Two | None:
    """Two of which each hangs on the other: "the ban on protests", "protests over the ban"."""
    if here.head_first != there.head_first:
        return None
    for one, other in permutations(shared, 2):
        if not (here.hangs_on(one[0], other[0]) and there.hangs_on(other[1], one[1])):
            continue
        ways = [here.governor(p[0]) for p in (one, other)]
        if all(ways) and ways == [there.governor(p[1]) for p in (one, other)]:
            continue  # "to negative from stable", "from stable to negative"
        return one
    return None


def _is_parted(texts: tuple[Text, Text], had: Two, parted: Two) -> bool:
    """Whether a thing that something is of in the first text is parted from it in the second.

    Who comes from a place may as well be of it ("residents of the village were evacuated"), and
    what happens in one hits it. Between two languages only people surely do so: "acquitted of
    charges" is برأت من تهم.
    """
    text, other = texts
    owner = had[0], parted[0]
    way = other.way(parted[0])
    if text.head_first == other.head_first:
        if are_places(owner):
            going = other.is_going() or not groups().going.isdisjoint(had[1].meanings)
            joined = going and text.head_first and bool(text.governor(had[0]))
            return bool(way) and not (other.leads_from(way) or joined)  # وصل الوزير *ل*لجزائر
        acts = not (text.head_first or text.acts_on(*had)) and other.acts_on(*parted)
        return bool(way) or acts
    people = are_people((had[1], parted[1]))
    if people and not are_places(owner) and other.acts_on(*parted) and other.is_leaving():
        return True
    goes = bool(way) and people
    return goes and (are_people(owner) or not other.leads_from(way))


def _waged(here: Text, there: Text, shared: Sequence[Two]) -> Two | None:
    """Who wages something in one text, and on whom it is waged in the other: "Russia's invasion",
    "the invasion of Russia"."""
    if here.head_first or there.head_first:
        return None
    for deed in shared:
        if groups().waged.isdisjoint(deed[0].meanings | deed[1].meanings):
            continue
        for name in shared:
            texts = tuple(zip((here, there), name, deed, strict=True))
            waging = [one.place in text.owned_behind(name) for text, name, one in texts]
            waged_on = [one.place in text.owned_before(name) for text, name, one in texts]
            if any(waging) and any(waged_on) and waging != waged_on:
                return name
    return None


def _waged_inside(here: Text, there: Text, shared: Sequence[Two]) -> Two | None:
    """What country wages something in one text, and where it is waged in the other: "Iran bombed
    the camp", "the camp was bombed in Iran"."""
    full = (p for p in shared if not (p[0].light or p[1].light))
    acts = [p for p in full if here.is_action(p[0]) and there.is_action(p[1])]
    hostile = groups().waged | groups().hostile
    if all(hostile.isdisjoint(one.meanings & other.meanings) for one, other in acts or shared):
        return None
    for pair in filter(is_place, shared):
        for side, (waging, waged) in enumerate(((here, there), (there, here))):
            does = waging.does(pair[side]) and not waging.is_scene(pair[side])
            if does and waged.is_inside(pair[1 - side]):
                return pair
    return None


def _sent(here: Text, there: Text, shared: Sequence[Two]) -> Two | None:
    """To whom somebody is sent in one text, and whose he is in the other."""
    if all(groups().sent.isdisjoint(one.meanings | other.meanings) for one, other in shared):
        return None
    names = [pair for pair in shared if pair[0].name and pair[1].name]
    return next(
        (p for p in names if here.is_place_or_goal(p[0]) != there.is_place_or_goal(p[1])), None
    )


def _crossed(here: Text, there: Text, shared: Sequence[Two]) -> Two | None:
    """Two things behind one preposition that have exchanged what stands before it."""
    for one, other in combinations(shared, 2):
        texts = zip((here, there), one, other, strict=True)
        if not all(text.governor(a) == text.governor(b) != "" for text, a, b in texts):
            continue
        if _are_crossed((one, other), shared):
            return one
    return None


def _are_crossed(hanging: Sequence[Two], shared: Sequence[Two]) -> bool:
    """Whether two words have exchanged what stands before them: "born in 1960, died in 2020"."""
    for one, other in combinations(hanging, 2):
        heads = [_head(pair, side, shared) for pair in (one, other) for side in (0, 1)]
        if None not in heads and heads[0] == heads[3] != heads[1] == heads[2]:
            return True
    return False


def _owned(here: Text, there: Text, shared: Sequence[Two]) -> Two | None:
    """What somebody has in one text, and has something itself in the other: "the judge's wife owns
    the firm", "the judge owns his wife's firm"."""
    if here.head_first or there.head_first:
        return None  # what stands behind a word there may only describe it
    (owning, had), (owning_there, had_there) = (
        _ownership(text, [pair[side] for pair in shared]) for side, text in enumerate((here, there))
    )
    turned = (had & owning_there) - owning - had_there, (had_there & owning) - owning_there - had
    return next((shared[min(each)] for each in turned if each), None)


def _ownership(text: Text, words: Sequence[Word]) -> tuple[set[int], set[int]]:
    """Which of the words have another of them, and which are had."""
    met = [
        (at, to)
        for at, owner in enumerate(words)
        if text.is_genitive(owner)
        for to, owned in enumerate(words)
        if at != to and text.is_marked_owner(owner, owned)
    ]
    return {at for at, _ in met}, {to for _, to in met}


def _other_owned(here: Text, there: Text, shared: Sequence[Two]) -> Two | None:
    """Somebody whose other thing it is there: "shot the prisoner's brother", "the prisoner's guard
    shot the brother"."""
    if here.head_first or there.head_first:
        return None
    for owner in shared:
        if not (here.is_genitive(owner[0]) and there.is_genitive(owner[1])):
            continue
        rest = [each for each in shared if each is not owner]
        one, other = here.described(owner[0]), there.described(owner[1])
        if any(each[0].place in one and each[1].place in other for each in rest):
            continue  # "Syria's interim president", "the interim president of Syria"
        ours = [each for each in rest if here.is_marked_owner(owner[0], each[0])]
        theirs = [each for each in rest if there.is_marked_owner(owner[1], each[1])]
        if ours and theirs and not any(each in theirs for each in ours):
            return owner
    return None


def _around(here: Text, there: Text, shared: Sequence[Two]) -> Two | None:
    """Two things that stand around one word the other way round: "ordered the firm to pay the
    staff", أمر العاملين بالدفع للشركة."""
    if any(word.doer for pair in shared for word in pair):
        return None
    bare = [p for p in shared if not (here.governor(p[0]) or there.governor(p[1]))]
    verbs = [p for p in shared if here.is_verb(p[0]) or there.is_verb(p[1])]
    bare = [p for p in bare if not (here.is_scene(p[0]) or there.is_scene(p[1]))]
    bare = [p for p in bare if not (p[0].name or p[1].name or p in verbs)]
    for one, other in permutations(bare, 2):
        if not (one[0].place < other[0].place and other[1].place < one[1].place):
            continue
        if cannot_exchange(one, other):
            continue
        between = range(one[0].place + 1, other[0].place), range(other[1].place + 1, one[1].place)
        if here.are_one(one[0], other[0]) or there.are_one(one[1], other[1]):
            continue  # "a pension reform bill"
        if any(p[0].place in between[0] and p[1].place in between[1] for p in verbs):
            return one
    return None


def _linked(here: Text, there: Text, shared: Sequence[Two]) -> Two | None:
    """Two that stand on the other sides of one link: "exploded before it was defused"."""
    for link in (each for each in here.links() if each in there.links()):
        ours, theirs = here.links()[link], there.links()[link]
        turned = [(p[0].place >= ours) - (p[1].place >= theirs) for p in shared]
        if 1 in turned and -1 in turned:
            return shared[turned.index(1)]
    return None


def _head(pair: Two, side: int, shared: Sequence[Two]) -> Two | None:
    """The shared word that stands nearest before one of them."""
    before = [each for each in shared if each[side].place < pair[side].place]
    return max(before, key=lambda each: each[side].place, default=None)


def find_part(
    longer: Text, shorter: Text, left: Sequence[Word], shared: Sequence[Two]
) -> Two | None:
    """What only the longer of two texts names, of something that it is told of in the shorter one:
    "the *roof of* the school collapsed". ``shared`` has the longer text's word first."""
    parts = [word for word in left if not is_collective(word)]
    for whole in shared if parts else ():
        if whole[0].located or whole[1].located or not shorter.plays_part(whole[1]):
            continue
        plays = longer.plays_part(whole[0])
        owned = (word for word in parts if plays or longer.plays_part(word))
        part = next((word for word in owned if _is_of(whole[0], word, longer)), None)
        if part is not None:
            return part, whole[1]
    return None


def _is_of(whole: Word, part: Word, text: Text) -> bool:
    """Whether a noun is of a word, or stands before its preposition: "*talks on* a truce"."""
    if text.is_owner_or_kind(whole, part):
        return True
    return text.hangs_on(whole, part) and not (text.is_verb(part) or text.is_scene(whole))
