"""Things that have exchanged their parts: "the firm sued the bank", "the bank sued the firm".

Names are held together by `roles`; this looks at what is no name, and only of two statements that
everything else takes for one, since it reads both texts again.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from msgspec.structs import replace

from workbench.facets.actors.things import Cast, Thing
from workbench.facets.types import Role
from workbench.language.fold import fold_text
from workbench.language.packs import LanguagePack
from workbench.language.schema import Actors
from workbench.matching.apart.pronouns import find_other_pronouns
from workbench.matching.apart.verbs_apart import find_other_verb
from workbench.matching.facets.crossed import find_crossed
from workbench.matching.findings import Finding, Holds
from workbench.matching.lexicon.contrasts import MOVES, groups
from workbench.matching.lexicon.kinds import are_people, are_places, befalls, happens, is_place
from workbench.matching.lexicon.prepositions import Prepositions
from workbench.matching.lexicon.senses import senses_of
from workbench.matching.profiles import Word
from workbench.matching.reasons import Key
from workbench.matching.roles.attached import find_attached
from workbench.matching.roles.causing import find_other_cause
from workbench.matching.roles.reordered import find_nested, find_reordered
from workbench.matching.roles.unnamed import find_other_doer
from workbench.matching.statement.casts import by_token, cast_for
from workbench.matching.statement.readings import reading_of
from workbench.matching.statement.words import pack_for, profile
from workbench.matching.types import Facet, Statement
from workbench.matching.wording.speakers import find_other_speaker
from workbench.matching.wording.texts import Text
from workbench.matching.wording.wording import Alignment

_OPPOSITE = {Role.AGENT: Role.PATIENT, Role.PATIENT: Role.AGENT}
_Part = tuple[Word, Thing, Word, Thing]
"""A word that both share, with the part of its thing here and there."""


def find_exchanged(here: Statement, there: Statement, words: Alignment) -> Finding | None:
    """What somebody else does, or where it goes instead, among the words that both share."""
    things = (
        pair for pair in words.shared if any(w.meanings.isdisjoint(groups().manner) for w in pair)
    )
    words = replace(words, shared=tuple(things))
    shared = [pair for pair in words.shared if not (pair[0].aside or pair[1].aside)]
    other = find_other_pronouns(here, there) or find_other_verb(here, there, words.shared)
    other = other or find_crossed(here, there, words.shared)
    if other is not None or len(shared) < 2:
        return other
    told = find_other_speaker(here, there, words) or find_other_doer(here, there)
    if told is not None:
        return told
    casts = cast_for(here), cast_for(there)
    ours, theirs = map(by_token, casts)
    parts = [
        (one, ours[one.place], other, theirs[other.place])
        for one, other in shared
        if one.place in ours and other.place in theirs
    ]
    two_languages = here.language != there.language
    one_act = _is_one_act(*casts, words, two_languages=two_languages) or _is_unnamed(
        here, there, casts
    )
    texts = Text(here, casts[0]), Text(there, casts[1])
    measured = [p for p in words.shared if p[0].facet and p[1].facet and p[0].number]
    found = _agents(parts, texts, two_languages) if one_act else None
    found = found or find_other_cause(here, there, words)
    found = found or find_attached(*texts, shared, measured) or _denied_instead(shared, texts)
    found = found or _moved(measured, texts) or _counted_in(words.shared, texts)
    if found is not None:
        return found
    if two_languages:
        return _directions(parts, here, there) or find_nested(words.shared, texts, casts)
    return (
        (_turned(parts, texts) or _undergone(parts, texts, words) if one_act else None)
        or _reordered(parts, verbless=not any(cast.action for cast in casts))
        or _denied(parts, here, there)
        or _places(parts, texts)
        or _ways(here, texts, shared)
        or find_reordered(texts, casts, words)
    )


def _is_one_act(here: Cast, there: Cast, words: Alignment, *, two_languages: bool) -> bool:
    """Whether both tell of one act by one verb, or by two that take the same parts.

    "Died" and "killed" tell of one thing and take others; of a phrase that cannot be told. Verbs
    of two languages hardly ever have all their senses in common.
    """
    return any(
        two_languages or _take_the_same(one, other)
        for one, other in words.shared
        if one.place in here.action and other.place in there.action
    )


def _take_the_same(one: Word, other: Word) -> bool:
    """Whether two verbs of one language take the same parts."""
    if " " in one.surface or " " in other.surface:
        return one.surface == other.surface
    if one.stem == other.stem:
        return True
    if not MOVES.isdisjoint(one.meanings | other.meanings):
        return False  # oil rises (ارتفع), and something raises it (رفع)
    return one.meanings <= other.meanings or other.meanings <= one.meanings


def _is_unnamed(here: Statement, there: Statement, casts: tuple[Cast, Cast]) -> bool:
    """Whether both tell of what is, by a verb that is no content word ("is")."""
    written = (
        {word.place for word in profile(statement).words}.isdisjoint(cast.action)
        for statement, cast in zip((here, there), casts, strict=True)
    )
    return here.facets.action == there.facets.action and all(written)


def _reordered(parts: Sequence[_Part], *, verbless: bool) -> Finding | None:
    """Whether two things stand the other way round where nobody is known to act in either.

    Without a verb all words may be taken for one thing, so that each is looked at by itself.
    """
    if any(Role.MENTIONED is not thing.role for part in parts for thing in (part[1], part[3])):
        return None
    bare = [part for part in parts if not part[1].governor and not part[3].governor]
    for one, other in combinations(bare, 2):
        if not verbless and (one[1] is other[1] or one[3] is other[3]):
            continue
        if (one[0].place < other[0].place) != (one[2].place < other[2].place):
            shown = one[0].surface, other[2].surface
            return Finding(Facet.ROLES, Holds.UNCLEAR, Key.ROLES_DIFFER, *shown)
    return None


def _denied(parts: Sequence[_Part], here: Statement, there: Statement) -> Finding | None:
    """Whether another of the things that both name is denied there: "fever but not pain".

    Where both deny as a whole, what stands behind the denial is only first in its sentence.
    """
    if here.facets.polarity.negated and there.facets.polarity.negated:
        return None
    ours = {word.place for word in profile(here).denied}
    theirs = {word.place for word in profile(there).denied}
    for one, _, other, _ in parts:
        if (one.place in ours) != (other.place in theirs):
            shown = one.surface, other.surface
            return Finding(Facet.POLARITY, Holds.UNCLEAR, Key.POLARITY_DIFFERS, *shown)
    return None


def _denied_instead(
    shared: Sequence[tuple[Word, Word]], texts: tuple[Text, Text]
) -> Finding | None:
    """Whether of two deeds that both tell of each denies the other one: "signed but not ratified",
    "ratified but not signed"."""
    deeds = [pair for pair in shared if all(map(Text.is_only_verb, texts, pair))]
    ours = [pair for pair in deeds if texts[0].denies(pair[0]) and not texts[1].denies(pair[1])]
    theirs = [pair for pair in deeds if texts[1].denies(pair[1]) and not texts[0].denies(pair[0])]
    if not (ours and theirs):
        return None
    shown = ours[0][0].surface, theirs[0][1].surface
    return Finding(Facet.POLARITY, Holds.UNCLEAR, Key.POLARITY_DIFFERS, *shown)


def _agents(
    parts: Sequence[_Part], texts: tuple[Text, Text], two_languages: bool
) -> Finding | None:
    """Whether something else does it there that both speak of."""
    ours = _doing([(part, part[0], part[1]) for part in parts], texts[0])
    theirs = _doing([(part, part[2], part[3]) for part in parts], texts[1])
    if not ours or not theirs:
        return None
    turned = any(part[3].role is Role.PATIENT for part in ours)
    turned = turned and any(part[1].role is Role.PATIENT for part in theirs)
    if not turned and any(part in theirs for part in ours):
        return None
    owners = [texts[0].is_possessor(ours[0][0]), texts[1].is_possessor(theirs[0][2])]
    if two_languages and not turned and any(owners):
        return None  # "Libya's output fell": it is the output that falls
    held = _is_held_in(ours[0], theirs[0], texts, 0) or _is_held_in(theirs[0], ours[0], texts, 1)
    if held or befalls((ours[0][0], ours[0][2]), (theirs[0][0], theirs[0][2])):
        return None  # "a quake hit the province": no province hits anything
    shown = ours[0][0].surface, theirs[0][2].surface
    if turned:
        return Finding(Facet.ROLES, Holds.APART, Key.ROLES_REVERSED, *shown)
    return Finding(Facet.ROLES, Holds.UNCLEAR, Key.ROLES_DIFFER, *shown)


def _is_held_in(host: _Part, held: _Part, texts: tuple[Text, Text], side: int) -> bool:
    """Whether who does it in the text of a side is where it happens in the other, and what happens
    there is done by him: "Qatar hosts the summit", "the summit is held in Qatar"."""
    words, thing = (host[0], host[2]), held[1] if side == 0 else held[3]
    done = thing.role is Role.PATIENT and not thing.governor
    return done and texts[1 - side].is_inside(words[1 - side]) and happens((held[0], held[2]))


def _doing(parts: Sequence[tuple[_Part, Word, Thing]], text: Text) -> list[_Part]:
    """The parts whose thing does it in one of the texts, with all that its list names, and with
    what is theirs: "Spain's jobless rate", "the Spanish economy"."""
    doing = [word for _, word, thing in parts if thing.role is Role.AGENT]
    groups = {word.group for word in doing}
    return [
        part
        for part, word, _ in parts
        if word.group in groups or any(word.place in text.owned_behind(owner) for owner in doing)
    ]


def _turned(parts: Sequence[_Part], texts: tuple[Text, Text]) -> Finding | None:
    """Whether what is done to there does it here, to something else that both speak of: "the wife
    of the mayor was killed", "the mayor was killed by his wife"."""
    # Behind one preposition in both it plays one part: "accused of massing troops".
    parts = [part for part in parts if not (part[1].governor == part[3].governor != "")]
    for one, here, other, there in parts:
        if {here.role, there.role} != {Role.AGENT, Role.PATIENT}:
            continue
        if texts[0].is_possessor(one) or texts[1].is_possessor(other):
            continue  # it is the profits of "the bank's profits" that play a part
        rest = [part for part in parts if part[0] is not one]
        against = (
            *(rest_here.role is _OPPOSITE[here.role] for _, rest_here, _, _ in rest),
            *(rest_there.role is _OPPOSITE[there.role] for _, _, _, rest_there in rest),
        )
        if any(against):
            shown = one.surface, other.surface
            return Finding(Facet.ROLES, Holds.UNCLEAR, Key.ROLES_DIFFER, *shown)
    return None


def _undergone(
    parts: Sequence[_Part], texts: tuple[Text, Text], words: Alignment
) -> Finding | None:
    """Whether somebody does in one text what is done to him in the other, by one verb: "was asked
    to resign", "asked to resign". What is no person may as well close as be closed, and a headline
    leaves the auxiliary out with the article."""
    acts = (pair for pair in words.shared if all(map(Text.is_action, texts, pair)))
    if any(not groups().either_way.isdisjoint(act.meanings) for act, _ in acts):
        return None
    for one, here, other, there in parts:
        roles = here.role, there.role
        if set(roles) != set(_OPPOSITE) or here.governor or there.governor:
            continue
        does = roles.index(Role.AGENT)
        if texts[does].has_article((one, other)[does]) and are_people((one, other)):
            shown = one.surface, other.surface
            return Finding(Facet.ROLES, Holds.UNCLEAR, Key.ROLES_DIFFER, *shown)
    return None


def _places(parts: Sequence[_Part], texts: tuple[Text, Text]) -> Finding | None:
    """Whether two things have exchanged the preposition before one of them: "the dinar against
    the dollar", "the dollar against the dinar"."""
    moved = {}
    for one, _, other, _ in parts:
        here, there = texts[0].governor(one), texts[1].governor(other)
        where = are_places((one, other)) or is_place((one, other))  # وزير في سوريا
        if bool(here) != bool(there) and not where:
            moved[here, there] = one.surface, other.surface
    for (ours, theirs), shown in moved.items():
        if (theirs, ours) in moved:
            return Finding(Facet.ROLES, Holds.UNCLEAR, Key.ROLES_DIFFER, *shown)
    return None


def _ways(
    statement: Statement, texts: tuple[Text, Text], shared: Sequence[tuple[Word, Word]]
) -> Finding | None:
    """Whether a preposition has become its contrary: "withdrew from", "withdrew to"; behind two
    other words "of" and "on" say nothing: "the exit of the king", "called on the king"."""
    pack = pack_for(statement.language)
    rules, opposite = pack.section(Actors), pack.derived(Prepositions).opposite
    for one, other in shared:
        here, there = texts[0].governor(one), texts[1].governor(other)
        owned = not {here, there}.isdisjoint(rules.genitives)
        turned = there in opposite.get(here, ()) or (
            _is_goal_instead(here, there, pack) and not are_places((one, other))
        )
        if not turned or (owned and not _are_of_one(one, other, shared, texts)):
            continue
        shown = f"{here} {one.surface}", f"{there} {other.surface}"
        return Finding(Facet.WORDING, Holds.UNCLEAR, Key.OPPOSITE_WORDS, *shown)
    return None


def _moved(measured: Sequence[tuple[Word, Word]], texts: tuple[Text, Text]) -> Finding | None:
    """Whether something moves to a figure in one text, and from it in the other: "rose to 5
    dollars", "rose from 5 dollars"."""
    for pair in measured:
        ways = [text.heading(word) for text, word in zip(texts, pair, strict=True)]
        if set(ways) == {1, -1}:
            shown = (f"{t.governor(w)} {w.surface}" for t, w in zip(texts, pair, strict=True))
            return Finding(Facet.WORDING, Holds.UNCLEAR, Key.OPPOSITE_WORDS, *shown)
    return None


def _counted_in(shared: Sequence[tuple[Word, Word]], texts: tuple[Text, Text]) -> Finding | None:
    """Whether a figure is of some of those that one text counts, and comes on top of them in the
    other: "18 people, including five children", "18 people and five children"."""
    for pair in shared:
        ways = {text.counted_in(word) for text, word in zip(texts, pair, strict=True)}
        if ways == {1, -1}:
            shown = pair[0].surface, pair[1].surface
            return Finding(Facet.QUANTITY, Holds.UNCLEAR, Key.FIGURES_CLOSE, *shown)
    return None


def _is_goal_instead(here: str, there: str, pack: LanguagePack) -> bool:
    """Whether one goes where the other is: sold a stake *in* the bank, sold a stake *to* it."""
    rules = pack.derived(Prepositions)
    ways = rules.goals, rules.locatives
    return any(here in one and there in other for one, other in (ways, ways[::-1]))


def _are_of_one(
    one: Word, other: Word, shared: Sequence[tuple[Word, Word]], texts: tuple[Text, Text]
) -> bool:
    """Whether what both have before a preposition is one word: "the attack of", "an attack on"."""
    ours, theirs = texts[0].before_preposition(one), texts[1].before_preposition(other)
    return any(w.place <= ours < w.end and v.place <= theirs < v.end for w, v in shared)


def _directions(parts: Sequence[_Part], here: Statement, there: Statement) -> Finding | None:
    """Whether something has turned round between two languages: "exports *from* China",
    الصادرات *إلى* الصين."""
    for one, thing, other, counterpart in parts:
        ways = {
            _direction(thing, here) or _left(thing, here),
            _direction(counterpart, there) or _left(counterpart, there),
        }
        if ways == {1, -1}:
            shown = f"{thing.governor} {one.surface}", f"{counterpart.governor} {other.surface}"
            return Finding(Facet.WORDING, Holds.UNCLEAR, Key.OPPOSITE_WORDS, *shown)
    return None


def _left(thing: Thing, statement: Statement) -> int:
    """Whether a thing is left, as what its verb is done to: "fled the city"."""
    action, code = statement.facets.action, pack_for(statement.language).code
    leaves = not groups().leaving.isdisjoint(senses_of(code).meanings(action, action))
    return -1 if leaves and thing.role is Role.PATIENT and not thing.governor else 0


def _direction(thing: Thing, statement: Statement) -> int:
    rules, preposition = pack_for(statement.language).section(Actors), thing.governor
    if preposition in map(fold_text, rules.goal_prepositions):
        form = reading_of(statement).verb(thing.first)
        return 0 if form is not None and form.tense == "base" else 1  # "to *curb* migration"
    return -1 if preposition in map(fold_text, rules.source_prepositions) else 0
