"""What a word of one of two statements is to another: whose it is, what it is joined to and how."""

from __future__ import annotations

from collections.abc import Set

from workbench.matching.lexicon.contrasts import groups
from workbench.matching.lexicon.kinds import are_people
from workbench.matching.lexicon.senses import senses_of
from workbench.matching.profiles import Word
from workbench.matching.wording.layout import UNKNOWN, Layout


class Text(Layout):
    """One of two statements, by the words that hold its things together.

    An owner is what something is of: the firm of "the firm's chief" and "the chief of the firm".
    Four questions ask for one: `may_be_owner` excuses another order and asks for little,
    `is_owner_or_kind` takes the *union* chief too, `is_marked_owner` wants the words between to
    say so, and `is_owner_beside` that next to nothing is between.
    """

    def is_possessor(self, word: Word) -> bool:
        """Whether a word, or the thing that it is part of, is marked as an owner: "the former
        minister's"."""
        end = max(word.end, self.thing(word).end)
        return self._reading.is_possessive(word.end) or self._reading.is_possessive(end)

    def is_genitive(self, word: Word) -> bool:
        """Whether a word may be a marked owner, where the head does not stand first."""
        return self.governor(word) in self._rules.genitives or self.is_possessor(word)

    def is_right_behind(self, owned: Word, owner: Word) -> bool:
        """Whether a word stands right behind whose it is: "Spain's rate", "the Spanish rate"."""
        behind = owner.end + self._reading.is_possessive(owner.end)
        return not self.head_first and owned.place == behind

    def may_be_owner(self, owner: Word, owned: Word) -> bool:
        """Whether a word may be what another is of: "Lyon's mayor", "the mayor of Lyon", "a
        Marburg virus outbreak"."""
        if owner.name and owned.name:
            return owned.place in self.owned_behind(owner) | self.owned_before(owner)
        if owner.place < owned.place:
            return (
                owner.end == owned.place
                or self.is_possessor(owner)
                or self.are_one(owner, owned)
                or (owner.name and self.is_somebodys(owned))
            )
        if self.head_first and owner.place == owned.end:
            return not (self.is_only_verb(owned) or self._reading.is_definite(owned.place))
        if self.governor(owner) not in self._rules.patients:
            return bool(self.governor(owner))
        done = groups().hostile | groups().waged | groups().done_to
        person = owner.name or are_people((owner, owner))
        # "The bill on mining"; what is done to somebody is not his.
        return self.hangs_on(owner, owned) and not person and done.isdisjoint(owned.meanings)

    def is_owner_or_kind(self, owner: Word, owned: Word) -> bool:
        """Whether a word is what the other is of, or of which kind: "the *union* chief"; nothing is
        of what stands behind a name or behind an article written on to it: الرئيس."""
        if self.head_first:
            if owner.place != owned.end or self.is_only_verb(owner) or self.is_only_verb(owned):
                return False
            whole = owned.name or self._reading.is_definite(owned.place)
            return self.governor(owner) in self._rules.owning if whole else not self.governor(owner)
        compound = owner.place < owned.place and self.are_one(owner, owned)
        return compound or self.is_marked_owner(owner, owned)

    def is_marked_owner(self, owner: Word, owned: Word) -> bool:
        """Whether a word is what the other is of, by the words between them."""
        if owner.place < owned.place:
            if not self.is_possessor(owner):
                return False
            thing = self.thing(owned)
            # Of "Tanzania's Marburg outbreak" it is the outbreak that is Tanzania's.
            if thing is UNKNOWN:
                return self.is_right_behind(owned, owner)
            following = (each for each in self._things if each.first >= owner.end)
            return owned.end == thing.end and next(following, None) is thing
        if self.governor(owner) and owner.place not in self._linked:  # "because of the storm"
            first = min(owner.place, self.thing(owner).first or owner.place)
            before = [each for each in self._things if each.end <= first]
            thing = self.thing(owned)
            is_next = thing is UNKNOWN or thing in before[-1:]
            return self.governor(owner) in self._rules.genitives and is_next
        if not self.head_first or owned.located or self.is_only_verb(owner):
            return False  # what stands behind the name of a place is not whose it is
        return owner.place == owned.place + 1

    def is_owner_beside(self, owner: Word, owned: Word) -> bool:
        """Whether a word is what the other is of, with no word but small ones between, and no
        verb."""
        beside = (
            self.head_first
            or self.is_marked_owner(owner, owned)
            or self.is_right_behind(owned, owner)
        )
        return beside and not self.is_only_verb(owned) and self.is_owner_or_kind(owner, owned)

    def is_somebodys(self, word: Word) -> bool:
        """Whether a pronoun before a word, or written on to it, says whose it is: "burned *its*
        building", أرباح*ها*."""
        if self.head_first:
            plain = not self._reading.is_definite(word.place)
            return plain and self._reading.raw(word.place).endswith(self._rules.own_endings)
        return self._reading.word(self.thing(word).first - 1) in self._rules.owners

    def owned_behind(self, word: Word) -> Set[int]:
        """The tokens that stand behind what says whose or which they are: "Kenya's *president*"."""
        if self.head_first:
            return set()
        return self._run(word.end + self._reading.is_possessive(word.end), 1)

    def owned_before(self, word: Word) -> Set[int]:
        """The tokens of what a word is of by a preposition: "cancellation" of "of flights"."""
        at = self._preposition(word, self._rules.genitives)
        return self._run(at - 1, -1) if at > 0 else set()

    def described(self, word: Word) -> Set[int]:
        """The tokens of what a word only describes: the rest of "Kenya's president William Ruto",
        of "President Ruto of Kenya", of "a three-storey building".

        Not where a deed may be done by it or to it: "Russia's invasion", "the invasion of Russia".
        """
        if self.head_first:
            return set()
        found = self.owned_behind(word) or self.owned_before(word)
        deeds = (self._reading.verb(at) for at in found)
        return set() if any(d and d.verb in self._rules.objective for d in deeds) else found

    def hangs_on(self, word: Word, head: Word) -> bool:
        """Whether a word stands right behind another that it says more of: "ban *on protests*"."""
        return self.before_preposition(word) in range(head.place, head.end) or (
            self.head_first and self.is_owner_or_kind(word, head)
        )

    def is_titled(self, title: Word, name: Word) -> bool:
        """Whether a title stands right before a name: "the UN *envoy* Hanna Tetteh"."""
        return title.end == name.place and name.name and not title.name

    def has_title(self, name: Word, title: Word) -> bool:
        """Whether a title stands behind a name and a comma: "Hanna Tetteh, the UN *envoy*"."""
        end, gap = name.end, self._reading.gap(name.end)
        between = range(end, title.place)
        small = (self._reading.is_small(at) or at in self._content for at in between)
        return gap.strip() in {",", "،"} and all(small) and self._is_one_run(between)

    def is_undergone(self, word: Word) -> bool:
        """Whether a word is a deed whose noun names the one acted on: "the release of X"."""
        form = self._reading.verb(word.place)
        return form is not None and form.verb in self._rules.objective

    def is_joined(self, word: Word) -> bool:
        """Whether a preposition stands before a word that is neither "against" nor "by", or it is
        told of when something happened: "when a mine exploded"."""
        governor = self.governor(word) or self._moment(word)
        return bool(governor) and not (word.doer or governor in self._rules.adversatives)

    def _moment(self, word: Word) -> str:
        """The conjunction before the clause of a word that tells when something happened."""
        for at in range(word.place - 1, -1, -1):
            if self._reading.word(at) in self._rules.moments:
                return self._reading.word(at)
            if not self._reading.joined(at + 1):
                return ""
        return ""

    def is_opposed(self, word: Word) -> bool:
        """Whether a word is what something is against."""
        return self.governor(word) in self._rules.adversatives

    def is_means(self, word: Word) -> bool:
        """Whether a word tells in or by what it is done: "in a vote", "by agreement"."""
        before = self._reading.word(self._before(word))
        return word.doer or not self._rules.means.isdisjoint((before, self.governor(word)))

    def is_scene(self, word: Word) -> bool:
        """Whether a word tells where, in what or after what it happens, or of what, before a colon:
        "Egypt: polls close"."""
        ways = {self.governor(word), self.adverbial(word)}
        return word.place < self._topic or bool(ways & self._rules.scenes)

    def is_inside(self, word: Word) -> bool:
        """Whether it happens in or near a word."""
        return self.governor(word) in self._rules.locatives

    def is_place_or_goal(self, word: Word) -> bool:
        """Whether a word is where something is, or goes to."""
        return self.governor(word) in self._rules.aims

    def is_goal(self, word: Word) -> bool:
        """Whether something goes to a word as its verb says."""
        return self.governor(word) in self._rules.owning or bool(
            (way := self.way(word)) and not self.leads_from(way)
        )

    def way(self, word: Word) -> str:
        """The preposition by which something goes to a word or comes from it as its verb says:
        "resigned *from* the union"; nothing for "refugees from the camp"."""
        at = self._preposition(word, self._rules.goals | self._rules.sources)
        verb = at - 1
        if self.head_first and verb in self._figures:
            return ""  # "barrels of oil": 3 ملايين برميل من النفط
        while verb > 0 and (self._reading.is_small(verb) or verb in self._figures):
            verb -= 1  # "stepped down from"
        moved = verb in self._action or self._moves(verb)
        infinitive = not self.head_first and self._reading.verb(at + 1) is not None  # "to raise"
        return self._reading.word(at) if verb >= 0 and moved and not infinitive else ""

    def _moves(self, at: int) -> bool:
        """Whether what stands behind a token may belong to the verb: the token is one, or, where
        the verb comes first, a noun with its article, which nothing more is said of."""
        if self.head_first:
            return self._reading.is_definite(at)
        form = self._reading.verb(at)
        return form is not None and not form.noun

    def heading(self, figure: Word) -> int:
        """Whether the preposition before a figure leads to it (1), from it (-1) or neither: not
        where it only says how exact the figure is (أكثر من)."""
        way = self.governor(figure)
        if way in self._binding:
            return 0
        return (way in self._rules.goals) - self.leads_from(way)

    def counted_in(self, word: Word) -> int:
        """Whether a figure, or what it counts, is some of those counted before it (1), or some more
        (-1)."""
        at = word.place - 1
        while at in self._figures:
            at -= 1
        if at + 1 not in self._figures or min(self._figures) > at:
            return 0
        senses, before = senses_of(word.language), self._reading.word(at)
        if before in senses.including:
            return 1
        return -int(before in senses.joining or senses.joins(self._reading.word(at + 1)))

    def is_leaving(self) -> bool:
        """Whether the text tells by its verb that somebody leaves."""
        return not groups().leaving.isdisjoint(self._deed)

    def is_going(self) -> bool:
        """Whether the text tells by its verb that somebody goes to a place or comes from it."""
        return not groups().going.isdisjoint(self._deed)

    def leads_from(self, way: str) -> bool:
        """Whether a preposition says where something comes from."""
        return way in self._rules.sources
