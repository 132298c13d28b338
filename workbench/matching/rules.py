"""The rules by which two statements stand to each other, in order of precedence; the first that
applies gives the relation. *About one thing* means that the two share enough of their content (see
`Case.about_one_thing`).

==  ===================================================================  ====================
1   one of the two says nothing                                          different
2   less than a third of either's content stands in the other            different
3   places apart, neither containing the other                           related
4   other actors in the same role                                        related
5   a forecast or pledge against a fact                                  related
    …and the fact is of a later time                                     update
6   the same actors in reversed roles                                    conflict
7   one denies what the other asserts, or contrary words, …              conflict
    …of times that are apart, or a state that has changed since          update
    …and the contrary words only say when, where or how it is done       related
8   figures apart of the same thing, one of a later time                 update
    …or a toll of a later day, apart or only grown                       update
    …of one time, or of times unknown                                    conflict
9   times apart: of a state that goes on                                 update
    …of what happens once                                                conflict
10  a question or opinion against anything else                          related
11  any facet unclear (figures close, one or several, units, roles …)    related
12  each has content words that the other has not                        related
    …or only one of the two is sure ("may", "will")                      related
    …or one is still being done, the other done ("is being built")       related
    …or things have exchanged their parts unclearly                      related
    …or surely: who did it has it done to him                            conflict
13  every difference says that the one on file is narrower               narrower
    …or broader; in two denials both turn round                          broader
14  some narrower and some broader, or a former one, or only a part      related
15  no difference                                                        same
==  ===================================================================  ====================

Rules 6 to 9 need the two to be about one thing, of which neither names another or only a part
(see `Case.is_one_matter`, `Case.is_one_measure`): otherwise they give *related*.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from workbench.facets.types import Modality
from workbench.language.fold import fold_text
from workbench.matching.apart.finer import find_other_kind
from workbench.matching.apart.forms import find_other_form
from workbench.matching.apart.marks import find_other_marks
from workbench.matching.apart.numbers import find_other_number
from workbench.matching.apart.persons import find_other_persons
from workbench.matching.apart.tenses import find_other_tense
from workbench.matching.apart.verbs_apart import find_other_side
from workbench.matching.apart.ways import find_other_way
from workbench.matching.case import BOTH, Case, little_shared
from workbench.matching.facets.certainty import (
    find_lasting,
    is_timetable,
    possibility,
    unfinished,
)
from workbench.matching.facets.oppositions import contraries, is_denied
from workbench.matching.findings import Finding, Holds
from workbench.matching.lexicon.contrasts import groups
from workbench.matching.profiles import Word
from workbench.matching.reasons import Key
from workbench.matching.roles.attached import find_part
from workbench.matching.roles.doing import find_other_part
from workbench.matching.roles.exchanged import find_exchanged
from workbench.matching.statement.casts import cast_for
from workbench.matching.statement.readings import reading_of
from workbench.matching.types import Facet, Relation
from workbench.matching.wording.build import are_built_alike
from workbench.matching.wording.texts import Text
from workbench.matching.wording.wording import is_action

Ruling = tuple[Relation, Finding]
"""A relation and what decided it."""
_FUTURE = {Modality.PREDICTION, Modality.PLEDGE}
_FACT = {Modality.PAST_FACT, Modality.PRESENT_FACT}
_PAST = {"past", "participle"}
_BOTH_DENIAL = 0.25
"""A denial is mostly shorter or longer than what it denies: "no troops but advisers"."""


def decide(case: Case) -> Ruling:
    """The relation of a pair and the finding that decides it."""
    rules = (
        *(_nothing, _added, _apart_places, _not_yet, _opposed, _figures, _dates),
        _other_event,
        *(_modality, _unclear, _wording, _possible, _unfinished, _exchanged),
    )
    for rule in rules:
        ruling = rule(case)
        if ruling is not None:
            return ruling
    return _contained(case)


def may_tell(case: Case) -> bool:
    """Whether a pair may be more than related, whatever its facets say: rules 5 to 9 need the two
    to be about one thing, 13 and 15 that nothing is left over of one of them."""
    here, there = case.here.text, case.there.text
    # Words are held against each other only where they are contrary, or where both texts have them.
    against = (*contraries(case.words), *case.words.shared)
    opposed = {word.surface for pair in against for word in pair} | {here, there}
    if case.about_one_thing(0.0, opposed) or adds_to(here, there) or adds_to(there, here):
        return True
    return not all(case.left) and case.is_comparable()


def _nothing(case: Case) -> Ruling | None:
    words = case.words
    told = [one for one, _ in words.shared if not one.stop]
    if not (told or (words.left_here and words.left_there)):
        return Relation.DIFFERENT, Finding(Facet.WORDING, Holds.APART, Key.NOTHING_SAID)
    if little_shared(words):
        return Relation.DIFFERENT, case.left_finding(Key.LITTLE_SHARED, Holds.APART)
    return None


def _added(case: Case) -> Ruling | None:
    """One wording goes on where the other ends: "exports rose in May: up 3% from April"."""
    here, there = case.here.text, case.there.text
    if case.apart(Facet.POLARITY) or not (adds_to(here, there) or adds_to(there, here)):
        return None
    more = len(here) > len(there)
    key = Key.WORDS_ONLY_HERE if more else Key.WORDS_ONLY_THERE
    holds = Holds.BROADER if more else Holds.NARROWER
    return Relation(holds.value), case.left_finding(key, holds)


def adds_to(longer: str, shorter: str) -> bool:
    """Whether a wording is another one with something added behind a colon."""
    return longer.startswith(f"{shorter}: ")


def _apart_places(case: Case) -> Ruling | None:
    finding = case.apart(Facet.PLACE)
    if finding is None:
        finding = next((f for f in case.of(Facet.ROLES) if f.key is Key.ACTORS_DIFFER), None)
        if finding is not None:  # Another figure says more: the two may be named in other words.
            finding = case.apart(Facet.QUANTITY) or finding
    return (Relation.RELATED, finding) if finding else None


def _opposed(case: Case) -> Ruling | None:
    finding = case.apart(Facet.ROLES) or case.apart(Facet.POLARITY) or case.apart(Facet.WORDING)
    if finding is None:
        return None
    least = _BOTH_DENIAL if finding.facet is Facet.POLARITY else BOTH
    whole = finding.facet is Facet.POLARITY and finding.here == case.here.text
    if (whole and not case.is_anchored()) or not case.is_one_matter(least, finding):
        return Relation.RELATED, finding
    changed = finding.facet is Facet.WORDING and (
        case.order.dated or (case.order.known and _goes_on(case))
    )
    if changed or (case.apart(Facet.TIME) and finding.facet is not Facet.ROLES):
        both_hold = finding.facet is Facet.WORDING and _is_of_circumstances(case, finding)
        return (Relation.RELATED if both_hold else Relation.UPDATE), finding
    return Relation.CONFLICT, finding


def _is_of_circumstances(case: Case, opposed: Finding) -> bool:
    """Whether two contrary words say when, where or how it is done, which is no state that has
    changed by another day: "raid port before talks", "… after talks"."""
    shown = {opposed.here, opposed.there}
    pairs = (*contraries(case.words), *case.words.shared)
    words = (word for pair in pairs for word in pair if word.surface in shown)
    return any(not groups().circumstances.isdisjoint(word.meanings) for word in words)


def _figures(case: Case) -> Ruling | None:
    finding = case.apart(Facet.QUANTITY)
    later = case.order.counted
    if finding is None:
        grown = _grown(case)
        return (Relation.UPDATE, _later(grown, later)) if grown and case.is_one_measure() else None
    if case.says_both(finding) or case.order.background or not case.is_one_measure():
        return Relation.RELATED, finding
    if later and finding.key is Key.FIGURES_DIFFER:
        return Relation.UPDATE, _later(finding, later)
    return Relation.CONFLICT, finding


def _other_event(case: Case) -> Ruling | None:
    """As many dead in two reports a month apart that name nothing in common."""
    finding = next(iter(case.of(Facet.QUANTITY)), None)
    if finding is None or not (case.order.toll and case.is_of_two_events()):
        return None
    return Relation.RELATED, finding


def _later(finding: Finding, order: int) -> Finding:
    return replace(finding, key=Key.LATER_FIGURE if order > 0 else Key.EARLIER_FIGURE)


def _grown(case: Case) -> Finding | None:
    """A toll of a later day that the one before had left room for: "at least 12", then 31."""
    if not (case.order.toll and case.order.counted):
        return None
    grown = {Key.FIGURE_NARROWER, Key.FIGURE_BROADER}
    return next((f for f in case.of(Facet.QUANTITY) if f.key in grown), None)


def _dates(case: Case) -> Ruling | None:
    finding = case.apart(Facet.TIME)
    if finding is None:
        return None
    if not case.is_one_measure():
        return Relation.RELATED, finding
    order = case.order.known
    if order and _goes_on(case):
        key = Key.LATER_DATE if order > 0 else Key.EARLIER_DATE
        return Relation.UPDATE, replace(finding, key=key)
    return Relation.CONFLICT, finding


def _goes_on(case: Case) -> bool:
    """Whether both tell of a state that lasts, so that two dates can both be right."""
    kinds = {case.here.facets.modality, case.there.facets.modality}
    return kinds == {Modality.PRESENT_FACT}


def _not_yet(case: Case) -> Ruling | None:
    """A forecast or pledge against a fact: both may hold, and the fact may come after."""
    here, there = case.here.facets.modality, case.there.facets.modality
    if {"fact", "future"} != {_kind(here), _kind(there)} or _is_timetable(case):
        return None
    finding = _modality_finding(case)
    order = case.order.known
    came_true = order > 0 if here in _FACT else order < 0
    about_one = case.about_one_thing() and not case.is_of_two_events()
    if came_true and about_one and not case.apart(Facet.POLARITY):
        return Relation.UPDATE, finding
    return Relation.RELATED, finding


def _modality(case: Case) -> Ruling | None:
    kinds = {_kind(each.facets.modality) for each in (case.here, case.there)}
    if len(kinds) == 1 or _is_timetable(case):
        return None
    return Relation.RELATED, _modality_finding(case)


def _is_timetable(case: Case) -> bool:
    """Whether a timetable is told in the present by one, and of the same time foretold by the
    other."""
    times = case.of(Facet.TIME)
    alike = bool(times) and all(each.holds is Holds.EQUAL for each in times)
    return alike and is_timetable(case.here, case.there, case.words.shared)


def _modality_finding(case: Case) -> Finding:
    here, there = case.here.facets.modality, case.there.facets.modality
    return Finding(Facet.MODALITY, Holds.UNCLEAR, Key.MODALITY_DIFFERS, here.value, there.value)


def _kind(modality: Modality) -> str:
    if modality in _FACT:
        return "fact"
    return "future" if modality in _FUTURE else modality.value


def _unclear(case: Case) -> Ruling | None:
    finding = next((f for f in case.findings if f.holds is Holds.UNCLEAR), None)
    return (Relation.RELATED, finding) if finding else None


def _wording(case: Case) -> Ruling | None:
    here, there = case.left
    if (here and there) or not case.is_comparable():
        key = Key.WORDS_DIFFER
        if bool(here) != bool(there):
            key = Key.WORDS_ONLY_HERE if here else Key.WORDS_ONLY_THERE
        return Relation.RELATED, case.left_finding(key, Holds.UNCLEAR)
    return None


def _possible(case: Case) -> Ruling | None:
    """ "May close" against "will close", "may have resigned" against "resigned"."""
    here, there = possibility(case.here), possibility(case.there)
    if bool(here) == bool(there):
        return None
    key = Key.WORDS_ONLY_HERE if here else Key.WORDS_ONLY_THERE
    return Relation.RELATED, Finding(Facet.MODALITY, Holds.UNCLEAR, key, here, there)


def _unfinished(case: Case) -> Ruling | None:
    """ "Is being built" against "was built", "remains in prison" against "was sent to prison"."""
    told = unfinished(case.here), unfinished(case.there)
    told = told if any(told) else find_lasting(case.here, case.there, case.words.shared)
    done = case.there if told[0] else case.here
    if bool(told[0]) == bool(told[1]) or done.facets.modality is not Modality.PAST_FACT:
        return None
    key = Key.WORDS_ONLY_HERE if told[0] else Key.WORDS_ONLY_THERE
    return Relation.RELATED, Finding(Facet.MODALITY, Holds.UNCLEAR, key, *told)


def _exchanged(case: Case) -> Ruling | None:
    repeated = case.here.text == case.there.text
    finding = None if repeated else next(filter(None, _told_apart(case)), None)
    if finding is None:
        return None
    conflict = finding.holds is Holds.APART and case.about_one_thing()
    return (Relation.CONFLICT if conflict else Relation.RELATED), finding


def _told_apart(case: Case) -> Iterator[Finding | None]:
    """What parts two texts of the same words, the cheaper questions first."""
    here, there = case.here, case.there
    shared, rest = case.words.shared, case.rest.shared
    yield find_other_marks(here, there, shared)
    yield find_other_side(here, there, shared)
    yield find_other_persons(shared)
    yield find_other_kind(here, there, shared)
    yield find_other_way(here, there, rest)
    alike = are_built_alike(here, there, shared)
    yield None if alike else find_other_part(here, there, rest)
    yield find_other_form(here, there, rest)
    yield find_other_number(here, there, rest)
    yield find_other_tense(here, there, rest)
    if not alike:
        yield find_exchanged(here, there, case.rest)


def _contained(case: Case) -> Ruling:
    differences = [f for f in case.findings if f.holds in {Holds.NARROWER, Holds.BROADER}]
    here, there = case.left
    if here:
        differences.append(case.left_finding(Key.WORDS_ONLY_HERE, Holds.BROADER))
    if there:
        differences.append(case.left_finding(Key.WORDS_ONLY_THERE, Holds.NARROWER))
    if not differences:
        return Relation.SAME, _sameness(case)
    turning = groups().unlike | groups().reversing  # "cancelled the strike", "the strike"
    if any(not turning.isdisjoint(word.meanings) for word in (*here, *there)):
        return Relation.RELATED, differences[-1]
    if bool(here) != bool(there) and (
        _is_of_part(case, here, there) or _is_governed(case, here or there, there=bool(there))
    ):
        return Relation.RELATED, differences[-1]
    ways = {finding.holds for finding in differences}
    if len(ways) > 1 or is_denied(case.here) != is_denied(case.there):
        return Relation.RELATED, differences[0]
    narrower = ways == {Holds.NARROWER}
    if is_denied(case.here):
        narrower = not narrower
    return (Relation.NARROWER if narrower else Relation.BROADER), differences[0]


def _is_of_part(case: Case, here: Sequence[Word], there: Sequence[Word]) -> bool:
    """Whether one tells of what is only of what the other tells of: "the roof of the school"."""
    texts = tuple(Text(each, cast_for(each)) for each in (case.here, case.there))
    if here:
        return find_part(texts[0], texts[1], here, case.words.shared) is not None
    turned = [(other, one) for one, other in case.words.shared]
    return find_part(texts[1], texts[0], there, turned) is not None


def _is_governed(case: Case, left: Sequence[Word], *, there: bool) -> bool:
    """Whether what only one says is its verb, and what both tell is governed by that: who "tried
    to take the town" has not taken it, and "agreed to hold talks" is not "held talks"."""
    own, other = (case.there, case.here) if there else (case.here, case.there)
    if not any(is_action(word, own.facets.action) for word in left):
        return False
    verb = reading_of(own).verb
    for pair in case.words.shared:
        deed, told = (pair[1], pair[0]) if there else pair
        form = verb(deed.place)
        governed = form is not None and (form.noun or form.tense not in _PAST)
        if governed and is_action(told, other.facets.action):
            return True
    return False


def _is_verbatim(case: Case) -> bool:
    """Whether both say the same word for word."""
    return fold_text(case.here.text) == fold_text(case.there.text)


def _sameness(case: Case) -> Finding:
    figures = case.of(Facet.QUANTITY)
    if figures:
        return figures[0]
    key = Key.SAME_WORDING if _is_verbatim(case) else None
    return Finding(
        Facet.WORDING, Holds.EQUAL, key or Key.SAME_CONTENT, case.here.text, case.there.text
    )
