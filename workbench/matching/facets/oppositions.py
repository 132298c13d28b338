"""Denial and contrary words: one says it, the other says that it is not so.

A denial counts with its scope: "no US forces in Iraq except advisers" is contrary to "about
2,500 US military are in Iraq", not to "US advisers are in Iraq". Contrary words (rise, fall) and
a denial on one side cancel out: "did not rise" and "fell" may both hold.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import combinations

from workbench.facets.types import Role
from workbench.language.lexicon import NAME
from workbench.language.packs import LanguagePack
from workbench.language.schema import LexiconData
from workbench.language.world import world
from workbench.matching.facets.exceptions import (
    exception_of,
    excepts,
    find_exceptions,
    is_excepted,
)
from workbench.matching.findings import Finding, Holds
from workbench.matching.lexicon.contrasts import contrasts, converses, exclusives, groups
from workbench.matching.lexicon.lexemes import lexemes_of
from workbench.matching.lexicon.senses import senses_of
from workbench.matching.profiles import Profile, Word
from workbench.matching.reasons import Key
from workbench.matching.statement.casts import by_token, cast_for
from workbench.matching.statement.readings import reading_of
from workbench.matching.statement.words import keys_of, pack_for, profile
from workbench.matching.types import Facet, Statement
from workbench.matching.wording.wording import Alignment, is_action

_Two = tuple[Word, Word]
"""A word here and the same there."""
_DEATHS = frozenset({"sense:die", "sense:kill"})
_DENY = "sense:deny"
_FALLS = "sense:fall"
_UNTIL = "until"
_FIRST = "sense:ordinal_first"
_MOST = 16
"""Shared words that are looked through for crossed contraries."""


def find_opposition(
    statements: tuple[Statement, Statement],
    denied: tuple[bool, bool],
    profiles: tuple[Profile, Profile],
    words: Alignment,
) -> list[Finding]:
    """What polarity and contrary words say of a pair, of which each may be denied."""
    here, there = statements
    contrary = contrary_words(words) or contrary_names(words, (here.language, there.language))
    if denied[0] != denied[1] and not (contrary is None and _lack_one_thing(profiles)):
        if contrary is not None:
            shown = contrary[0].surface, contrary[1].surface
            # "Confirmed" against "denied": it is the word itself that denies.
            denies = any(_DENY in word.meanings for word in contrary)
            holds = Holds.APART if denies else Holds.UNCLEAR
            return [Finding(Facet.POLARITY, holds, Key.POLARITY_DIFFERS, *shown)]
        both = all(profile.denials % 2 for profile in profiles)
        if both or _turns_round(words.left_there if denied[0] else words.left_here):
            shown = here.text, there.text
            return [Finding(Facet.POLARITY, Holds.UNCLEAR, Key.POLARITY_DIFFERS, *shown)]
        return [_denial(here, there, denied[0], words)]
    actions = here.facets.action, there.facets.action
    contrary = contrary or crossed_words(words, contrasts(), actions)
    if contrary is not None:
        shown = contrary[0].surface, contrary[1].surface
        small = contrary[0].stop or contrary[1].stop
        # "More" and "few", "before" and "after" are contrary only where nothing else differs.
        unclear = small and _something_left(words)
        unclear = (
            unclear or _is_other_side(contrary, here, there, words) or _has_moved(contrary, words)
        )
        holds = Holds.UNCLEAR if unclear else Holds.APART
        return [Finding(Facet.WORDING, holds, Key.OPPOSITE_WORDS, *shown)]
    return _unclear(here, there, profiles, words) or find_exceptions(here, there)


def is_denied(statement: Statement) -> bool:
    """Whether the statement is denied, and the denial does more than bind a figure."""
    denied = statement.facets.polarity.negated or _lacks(statement)
    return denied and not profile(statement).only_bounds


@lru_cache(maxsize=1024)
def _lacks(statement: Statement) -> bool:
    """Whether a noun says that something is not there: خلو البلاد من الإصابات."""
    code = pack_for(statement.language).code
    absence = senses_of(code).absence
    return bool(absence) and any(
        not absence.isdisjoint((word.folded, word.alone))
        for word in lexemes_of(code).of(statement.text)
    )


def _is_other_side(contrary: _Two, here: Statement, there: Statement, words: Alignment) -> bool:
    """Whether two contrary words may tell one deal from both sides: one sold, another bought."""
    one, other = contrary
    facing = {sense for meaning in one.meanings for sense in converses().get(meaning, ())}
    if facing.isdisjoint(other.meanings):
        return False
    ours, theirs = (
        {actor.name for actor in each.facets.actors if actor.role is Role.AGENT}
        for each in (here, there)
    )
    if ours and theirs:
        return ours.isdisjoint(theirs)
    # Of whom no lexicon knows, it is told by whether one word names who does it in both.
    doing = [{at for at, thing in by_token(cast_for(each)).items() if thing.role is Role.AGENT}
             for each in (here, there)]  # fmt: skip
    both = (a.place in doing[0] and b.place in doing[1] for a, b in words.shared)
    return all(doing) and not any(both)


def _has_moved(contrary: _Two, words: Alignment) -> bool:
    """Whether one of two contrary words is what falls in its text: تراجعت *قوة* العاصفة says that
    it weakened."""
    sides = zip(contrary, (words.left_here, words.left_there), strict=True)
    return any(
        _FALLS in other.meanings and abs(other.place - word.place) == 1
        for word, left in sides
        for other in left
    )


def _lack_one_thing(profiles: tuple[Profile, Profile]) -> bool:
    """Whether both deny once, and the same word: "has no power" and "is without electricity".

    Only one of the two is a denied sentence; what they say is one.
    """
    if any(profile.denials != 1 or not profile.denied for profile in profiles):
        return False
    one, other = profiles[0].denied[0], profiles[1].denied[0]
    return one.stem == other.stem or not one.meanings.isdisjoint(other.meanings)


def _turns_round(left: Sequence[Word]) -> bool:
    """Whether what is left over says the contrary of what it governs: "failed to repay"."""
    return any(not groups().reversing.isdisjoint(word.meanings) for word in left)


def _unclear(
    here: Statement, there: Statement, profiles: tuple[Profile, Profile], words: Alignment
) -> list[Finding]:
    """What may be no contradiction and is never the same: other things, "only", a stray denial."""
    left = [pair for pair in _left_against(words, exclusives()) if not any(w.light for w in pair)]
    actions = here.facets.action, there.facets.action
    others = left[0] if left else crossed_words(words, exclusives(), actions, in_lists=False)
    if others:
        shown = others[0].surface, others[1].surface
        return [Finding(Facet.WORDING, Holds.UNCLEAR, Key.WORDS_DIFFER, *shown)]
    other_death = _other_death(here, there, profiles, words)
    if other_death:
        return [Finding(Facet.WORDING, Holds.UNCLEAR, Key.WORDS_DIFFER, *other_death)]
    restricted = [bool(profile.restrictions) for profile in profiles]
    shown = here.text, there.text
    if restricted[0] != restricted[1]:
        key = Key.ONLY_HERE if restricted[0] else Key.ONLY_THERE
        return [Finding(Facet.WORDING, Holds.UNCLEAR, key, *shown)]
    if any(restricted) and _restrict_others(here, there, profiles):
        return [Finding(Facet.WORDING, Holds.UNCLEAR, Key.WORDS_DIFFER, *shown)]
    if profiles[0].denials % 2 != profiles[1].denials % 2:
        return [Finding(Facet.POLARITY, Holds.UNCLEAR, Key.POLARITY_DIFFERS, *shown)]
    return []


def _restrict_others(here: Statement, there: Statement, profiles: tuple[Profile, Profile]) -> bool:
    """Whether it is only he who does it in one text, and all that he does in the other.

    Where what leaves out all else may as well stand behind its word, its place tells nothing.
    """
    if any(pack_for(each.language).language.article for each in (here, there)):
        return False
    return profiles[0].restricts_first != profiles[1].restricts_first


def _other_death(
    here: Statement, there: Statement, profiles: tuple[Profile, Profile], words: Alignment
) -> tuple[str, str] | None:
    """Where one somebody died and was killed, and nothing says that it was in a crash or the like;
    of how many so died nouns and participles may tell by either word."""
    counted = any(each.facets.quantities for each in (here, there))
    if any(not groups().deadly.isdisjoint(profile.meanings) for profile in profiles):
        return None
    for pair in words.shared:
        ways = [word.meanings & _DEATHS for word in pair]
        told = all(map(_is_told_by, (here, there), pair)) if counted else True
        if all(ways) and ways[0].isdisjoint(ways[1]) and told:
            return pair[0].surface, pair[1].surface
    return None


def _is_told_by(statement: Statement, word: Word) -> bool:
    """Whether a word is a finite verb, or a participle behind its auxiliary."""
    form = reading_of(statement).verb(word.place)
    return form is not None and (form.is_finite or form.participle)


def _something_left(words: Alignment) -> bool:
    return any(not (word.light or word.facet) for word in (*words.left_here, *words.left_there))


def contrary_words(words: Alignment) -> tuple[Word, Word] | None:
    """A left-over word here with its contrary left over there, full words first, or ``None``."""
    found = contraries(words)
    return next((pair for pair in found if not (pair[0].stop or pair[1].stop)), None) or (
        found[0] if found else None
    )


def contraries(words: Alignment) -> list[tuple[Word, Word]]:
    """All left-over words here with their contraries left over there."""
    return _left_against(words, contrasts())


def _left_against(words: Alignment, table: Mapping[str, frozenset[str]]) -> list[tuple[Word, Word]]:
    """Left-over words here and there whose senses the table holds against each other."""
    pairs: list[tuple[Word, Word]] = []
    theirs = [(word, senses) for word in words.left_there if (senses := _wide(word))]
    for one in words.left_here if theirs else ():
        if one.facet:
            continue  # a unit, which is compared with its figure: "24 months", "two years"
        against = {sense for meaning in _wide(one) for sense in table.get(meaning, ())}
        if against:
            pairs += [(one, other) for other, senses in theirs if not against.isdisjoint(senses)]
    return pairs


def _wide(word: Word) -> frozenset[str]:
    """What a word means, and what its stem does: nothing is taken for one by that."""
    stem = senses_of(word.language).of_form.get(word.stem)
    return word.meanings if stem is None or stem is word.meanings else word.meanings | stem


def contrary_names(words: Alignment, languages: tuple[str, str]) -> tuple[Word, Word] | None:
    """Two forms of one name with contrary words in them: North Sinai, South Sinai."""
    for one, other in words.shared:
        if not one.name or one.surface == other.surface or " " not in one.surface:
            continue
        if any(_is_actor(name, languages) for name in one.meanings & other.meanings):
            continue  # an office or body that the lexicons know: "prime minister", رئيس الحكومة
        ours, theirs = keys_of(one.surface, languages[0]), keys_of(other.surface, languages[1])
        for table in (contrasts(), exclusives()):
            against = {sense for key in ours - theirs for sense in table.get(key, ())}
            if against & (theirs - ours):
                return one, other
    return None


def _is_actor(meaning: str, languages: tuple[str, str]) -> bool:
    name = meaning.removeprefix(NAME)
    return name in world().actors or any(
        name in pack_for(each).derived(_known) for each in languages
    )


def _known(pack: LanguagePack) -> frozenset[str]:
    """What the lexicon calls bodies and offices."""
    lexicon = pack.section(LexiconData)
    return frozenset((*lexicon.actors, *lexicon.concepts))


def crossed_words(
    words: Alignment,
    table: Mapping[str, frozenset[str]],
    actions: tuple[str, str] = ("", ""),
    *,
    in_lists: bool = True,
) -> tuple[Word, Word] | None:
    """Two words of contrary senses that both statements have, said of the other thing in each.

    "Gold rises, the dollar falls" against "gold falls, the dollar rises": the contrary words stand
    the other way round while the rest does not, or the other way about. ``in_lists``: members of
    one list have an order as well. ``actions`` are the verbs of both.
    """
    shared = words.shared[:_MOST]
    for one, other in combinations(shared, 2):
        against = {sense for meaning in one[0].meanings for sense in table.get(meaning, ())}
        if against.isdisjoint(other[0].meanings) or (not in_lists and _are_listed(one, other)):
            continue
        rest = [pair for pair in shared if pair not in (one, other) and not pair[0].light]
        # The verb goes before or behind its subject.
        rest = [pair for pair in rest if not any(map(is_action, pair, actions))]
        turns = [_turned_round(*pair) for pair in combinations(rest, 2)]
        if _keep_figures(one, other, words) or _keep_following(one, other, shared):
            continue
        if any(all(map(is_action, pair, actions)) for pair in (one, other)):
            continue  # "found the wreck of the missing plane", "the missing plane was found"
        if turns and _turned_round(one, other) != (sum(turns) * 2 > len(turns)):
            return one[0], other[1]
    return None


def _keep_figures(one: _Two, other: _Two, words: Alignment) -> bool:
    """Whether two words stand with their own figures in both: "21 died, six were hurt"."""
    figures = [pair for pair in words.shared if pair[0].facet and pair[1].facet]
    if len(figures) < 2:
        return False
    nearest = [
        {
            min(figures, key=lambda figure: abs(figure[side].place - pair[side].place))
            for side in (0, 1)
        }
        for pair in (one, other)
    ]
    return all(len(each) == 1 for each in nearest) and nearest[0] != nearest[1]


def _keep_following(one: _Two, other: _Two, shared: Sequence[_Two]) -> bool:
    """Whether two words stand before the same words in both: "polls closed and the count began"."""
    content = [pair for pair in shared if not (pair[0].light or pair[0].facet)]
    following = [(_next(word, content, 0), _next(word, content, 1)) for word in (one, other)]
    return all(here is there is not None for here, there in following)


def _next(pair: _Two, content: Sequence[_Two], side: int) -> _Two | None:
    """The shared word that comes next behind a word in one of the texts."""
    behind = [each for each in content if each[side].place > pair[side].place]
    return min(behind, key=lambda each: each[side].place, default=None)


def _are_listed(one: tuple[Word, Word], other: tuple[Word, Word]) -> bool:
    return one[0].group == other[0].group and one[1].group == other[1].group


def _turned_round(one: tuple[Word, Word], other: tuple[Word, Word]) -> bool:
    return (one[0].place < other[0].place) != (one[1].place < other[1].place)


def _denial(here: Statement, there: Statement, is_here: bool, words: Alignment) -> Finding:
    denier, other = (here, there) if is_here else (there, here)
    excepted = exception_of(denier)
    lasting = any(time.relation == _UNTIL for time in denier.facets.times)
    if lasting or _is_first(words, is_here=is_here):
        # "Did not enter until Sunday" and "entered on Sunday", "the first in 30 years" and "none
        # for 30 years" may both hold.
        key, holds = Key.POLARITY_DIFFERS, Holds.UNCLEAR
    elif (excepted and is_excepted(excepted, denier, other)) or excepts(other, denier):
        key, holds = Key.EXCEPTION_COVERS, Holds.UNCLEAR
    elif other.facets.quantities and not denier.facets.quantities:
        key = Key.DENIED_HERE if denier is here else Key.DENIED_THERE
        holds = Holds.APART
    else:
        key, holds = Key.POLARITY_DIFFERS, Holds.APART
    return Finding(Facet.POLARITY, holds, key, here.text, there.text)


def _is_first(words: Alignment, *, is_here: bool) -> bool:
    """Whether the statement that denies nothing tells of a first time."""
    left = words.left_there if is_here else words.left_here
    return any(_FIRST in word.meanings for word in left)
