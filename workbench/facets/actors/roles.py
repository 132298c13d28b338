"""Who does it and to whom: the roles of the actors around the main verb or verbal noun.

English goes by place and preposition: subject, verb, object, "by". Arabic puts the subject on
either side of its verb. A verbal noun takes its agent and patient by prepositions ("attack on",
هجوم على) and by what kind of noun it is (مقتل X: X is the one killed).
"""

from __future__ import annotations

from collections.abc import Sequence

from workbench.facets.actors.action import DEEDS, FAR, Action, RoleWords, content_start
from workbench.facets.actors.mentions import Mention
from workbench.facets.cues import stances
from workbench.facets.main_clause import main_clause
from workbench.facets.reading import Reading
from workbench.facets.types import Role
from workbench.language.fold import fold_text
from workbench.language.ideas import ideas


def roles_of(
    reading: Reading, mentions: Sequence[Mention], action: Action | None
) -> tuple[Role, ...]:
    """The role of each mention, in their order."""
    if action is None:
        return tuple(Role.MENTIONED for _ in mentions)
    return tuple(_Scene(reading, mentions, action).roles())


def governors_of(
    reading: Reading, mentions: Sequence[Mention], action: Action | None
) -> tuple[str, ...]:
    """The preposition that governs each mention, with its whole list, or nothing."""
    if action is None:
        return tuple("" for _ in mentions)
    scene = _Scene(reading, mentions, action)
    found: list[str] = []
    for at, mention in enumerate(mentions):
        shared = found[-1] if at and scene.lists(at) else ""
        found.append(scene.governor(mention) or shared)
    return tuple(found)


class _Scene:
    """The mentions around one action."""

    def __init__(self, reading: Reading, mentions: Sequence[Mention], action: Action) -> None:
        self._reading = reading
        self._grammar = reading.pack.derived(RoleWords)
        self._mentions = mentions
        self._action = action
        self._main = main_clause(reading)
        self._found: dict[int, Role] = {}
        self._governors: dict[tuple[int, int], str] = {}

    def roles(self) -> list[Role]:
        self._by_cue()
        if self._action.noun:
            self._around_noun()
        elif self._grammar.verb_first:
            self._around_verb_first()
        else:
            self._around_verb()
        self._along_lists()
        return [self._found.get(at, Role.MENTIONED) for at in range(len(self._mentions))]

    def _by_cue(self) -> None:
        """Roles that a preposition or a noun of doing gives: "by X", "attack on X"."""
        for at, mention in enumerate(self._mentions):
            by = self._is_by(mention) or self._undergone_from(mention)
            if by or self._qualifies_deed(mention):
                self._found[at] = Role.AGENT
            elif self.governor(mention) in self._grammar.on:
                self._found[at] = Role.PATIENT

    def _undergone_from(self, mention: Mention) -> bool:
        undergoing = self._action.verb in self._grammar.undergoing
        return undergoing and self.governor(mention) in self._grammar.sources

    def _free(self, *, after: bool) -> list[int]:
        """Mentions of one side that no preposition governs and that have no role yet.

        Whoever stands behind "that" has a part in what is said, not in saying it.
        """
        action = self._action
        said = content_start(self._reading, stances(self._reading.pack), action.end)
        end = said if said > action.end else len(self._reading.tokens)
        return [
            at
            for at, mention in enumerate(self._mentions)
            if at not in self._found
            and self._main[mention.first]
            and not self._qualifies_person(at)
            and (action.end <= mention.first < end if after else self._is_before(mention))
            and not self.governor(mention)
        ]

    def _qualifies_person(self, at: int) -> bool:
        """Whether a mention only says which person comes next ("Republican Senator X")."""
        if at + 1 >= len(self._mentions):
            return False
        mention, person = self._mentions[at], self._mentions[at + 1]
        between = range(mention.end, person.first)
        may = not self._grammar.verb_first or mention.kind == "person"
        if not may or not self._is_named(person) or len(between) > FAR:
            return False
        joined = all(self._reading.joined(each) or "." in self._reading.gap(each)
                     for each in (*between, person.first))  # fmt: skip
        return joined and all(self._reading.word(each) in self._grammar.titles for each in between)

    def _is_before(self, mention: Mention) -> bool:
        return self._action.zone <= mention.first and mention.end <= self._action.first

    def _set(self, places: Sequence[int], role: Role) -> None:
        if places:
            self._found[places[0]] = role

    def _around_verb(self) -> None:
        passive = self._action.passive or self._action.verb in self._grammar.undergoing
        subject = self._free(after=False) or self._speaker()
        if (passive or self._is_being()) and self._is_owner(subject):
            subject = self._owned(subject) if passive else []
        self._set(subject, Role.PATIENT if passive else Role.AGENT)
        if not passive:
            self._set(self._free(after=True), Role.PATIENT)

    def _is_being(self) -> bool:
        """Whether the verb only says what is: "is down"."""
        return (
            self._reading.word(self._action.end - 1)
            in stances(self._reading.pack).passive_auxiliaries
        )

    def _is_owner(self, subject: Sequence[int]) -> bool:
        """Whether the first of them only owns the subject: "Germany's plants were closed"."""
        return bool(subject) and self._reading.is_possessive(self._mentions[subject[0]].end)

    def _owned(self, subject: Sequence[int]) -> list[int]:
        """What stands right behind the first of them, which owns it."""
        behind = self._mentions[subject[0]].end + 1
        return [at for at in subject[1:2] if self._mentions[at].first == behind]

    def _speaker(self) -> list[int]:
        """The one who says it, where a pronoun is the subject of what is said."""
        action = self._action
        first = action.zone - self._grammar.verb_first  # "that he" is one word there: إنه
        words = [self._reading.word(at) for at in range(first, action.first)]
        if not action.zone or self._grammar.pronouns.isdisjoint(words):
            return []
        return [at for at, each in enumerate(self._mentions) if each.end <= action.zone][:1]

    def _around_verb_first(self) -> None:
        before = self._free(after=False) or self._speaker()
        after = self._free(after=True)
        acted_on = self._action.verb in self._grammar.undergoing
        told = self._is_done_before(after)
        if before and self._takes_up(after):
            self._set(before, Role.PATIENT)
            self._set(after, Role.AGENT)
        elif before:
            self._set(before, Role.PATIENT if acted_on else Role.AGENT)
            if not acted_on:
                self._set(after, Role.PATIENT)
        elif acted_on or told or self._is_passive(after) or self._has_subject(after):
            self._set(after, Role.PATIENT)
        else:
            self._set(after, Role.AGENT)
            self._set([at for at in after if not self.lists(at)][1:], Role.PATIENT)

    def _is_done_before(self, after: Sequence[int]) -> bool:
        """Whether who does it was named by a cue; a deed of somebody's that stands behind another
        name is what that one does something about: أدانت الجامعة القصف الإسرائيلي."""
        return any(
            role is Role.AGENT
            and (not after or at < after[0] or not self._qualifies_deed(self._mentions[at]))
            for at, role in self._found.items()
        )

    def _takes_up(self, after: Sequence[int]) -> bool:
        """Whether the verb takes up what stands before it, and whoever does it stands behind it:
        هدف سجله القائد, غارات شنتها طائرات."""
        form = self._reading.verb(self._action.end - 1)
        beside = bool(after) and self._mentions[after[0]].first == self._action.end
        return beside and form is not None and form.pronoun

    def _has_subject(self, after: Sequence[int]) -> bool:
        """Whether a definite noun that is no name acts, between the verb and what it acts on:
        هاجم *المتظاهرون* الشرطة, زار *الأمين العام للحلف* كييف."""
        subject = self._action.end
        if not after or any(m.first <= subject < m.end for m in self._mentions):
            return False
        first = self._mentions[after[0]]
        named = first.kind == "person" or first.adjective
        joined = all(map(self._reading.joined, range(subject + 1, first.first + 1)))
        return joined and not named and self._reading.is_definite(subject)

    def _is_passive(self, after: Sequence[int]) -> bool:
        """An unvowelled passive: no subject stands next to a verb that needs one (قتل 5 …)."""
        if self._action.verb not in self._grammar.objective or not after:
            return False
        first = self._mentions[after[0]]
        beside = first.first == self._action.end
        named = first.kind in {"country", "group"} and not first.adjective
        definite = named or first.kind == "person" or self._reading.is_definite(first.first)
        return not beside or (not definite and len(after) < 2)

    def _around_noun(self) -> None:
        before, after = self._free(after=False), self._of(self._free(after=True))
        objective = self._action.verb in self._grammar.objective
        told = any(role is Role.AGENT for role in self._found.values())
        patient = any(role is Role.PATIENT for role in self._found.values())
        if before:
            self._set(before, Role.AGENT)
            self._set(after, Role.PATIENT)
        elif after:
            acted_on = (objective and not patient) or told
            self._set(after, Role.PATIENT if acted_on else Role.AGENT)

    def _of(self, free: list[int]) -> list[int]:
        """With those that "of" joins to the noun."""
        genitive = [
            at
            for at, mention in enumerate(self._mentions)
            if at not in self._found
            and mention.first >= self._action.end
            and self.governor(mention) in self._grammar.genitives
            and mention.first - self._action.end < FAR
        ]
        return sorted({*free, *genitive})

    def _along_lists(self) -> None:
        """Names joined by "and" share their role."""
        for at in range(1, len(self._mentions)):
            if at not in self._found and at - 1 in self._found and self.lists(at):
                self._found[at] = self._found[at - 1]
        for at in range(len(self._mentions) - 1, 0, -1):
            if at in self._found and at - 1 not in self._found and self._names_holder(at):
                self._found[at - 1] = self._found[at]

    def _names_holder(self, at: int) -> bool:
        """Whether a person's name stands right behind the office ("President X")."""
        office, person = self._mentions[at - 1], self._mentions[at]
        gap = self._reading.text[office.span.end : person.span.start]
        return office.kind == "person" and self._is_named(person) and gap.isspace()

    def _is_named(self, mention: Mention) -> bool:
        """Whether a mention is a person by name, and not by the office alone."""
        office = mention.name.partition(" (")[0] in self._grammar.offices
        return mention.kind == "person" and not office

    def lists(self, at: int) -> bool:
        """Whether a mention goes on with a list that the one before it began."""
        if at == 0:
            return False
        mention, before = self._mentions[at], self._mentions[at - 1]
        between = range(before.end, mention.first)
        if not between and self.governor(mention):
            return False  # السفير *ب*الوزير
        if all(self._reading.word(each) in self._grammar.listing for each in between):
            gap = self._reading.text[before.span.end : mention.span.start].strip()
            return gap != ""
        return False

    def _before(self, mention: Mention) -> int:
        """The token before a mention, articles and titles left out."""
        at = mention.first - 1
        determined = self._grammar.determiners
        while at >= 0 and (self._reading.is_article(at) or self._reading.word(at) in determined):
            at -= 1
        return at

    def governor(self, mention: Mention) -> str:
        """The preposition that governs a mention, or nothing; it is asked for again and again."""
        where = mention.first, mention.span.start
        found = self._governors.get(where)
        if found is None:
            found = self._governors[where] = self._govern(mention)
        return found

    def _govern(self, mention: Mention) -> str:
        token = self._reading.tokens[mention.first]
        clipped = fold_text(self._reading.text[token.span.start : mention.span.start])
        clitic = clipped.removesuffix(self._reading.pack.language.article)[-1:]
        if clitic and clitic in self._grammar.cases:
            return clitic
        at, action = self._before(mention), self._action
        written = self._reading.clitics(at)
        if action.first <= at < action.end:
            written = written[:1]  # what is done is no clitic with a preposition: فتحت
        for word in written:
            if word in self._grammar.others or word in self._grammar.on:
                return word
        return "by" if self._is_by(mention) else ""

    def _is_by(self, mention: Mention) -> bool:
        end, by = self._before(mention) + 1, stances(self._reading.pack).agents
        return any(
            end - width >= 0 and by.width(self._reading, end - width) == width
            for width in (1, 2, 3, 4)
        )

    def _qualifies_deed(self, mention: Mention) -> bool:
        """An adjective of nationality on a deed that is not the action itself."""
        if not mention.adjective or mention.end - mention.first > 2:
            return False
        at = mention.first - 1 if self._grammar.verb_first else mention.end
        beside = self._reading.joined(mention.first if self._grammar.verb_first else at)
        return beside and not DEEDS.isdisjoint(ideas(self._reading.word(at), self._reading.pack))
