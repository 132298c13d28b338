"""Pronouns that open what somebody says, and whether they stand for the speaker himself.

"The bill passed. The ministry said *it* would take effect in May": a name put for a pronoun that
means another tells what nobody said, so it stands as it is wherever another is there to be meant.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from workbench.language.spans import Span
from workbench.language.tokens import Token, tokenize
from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.words import Word
from workbench.splitting.types import SpeechKind
from workbench.splitting.wording.bearers import (
    is_body,
    is_person,
    is_several,
    may_be_person,
    may_be_thing,
)
from workbench.splitting.wording.short_forms import ShortForms
from workbench.splitting.wording.writer import Swap

_NEAR = 2000
_BACK = 600
"""Letters back over which another is looked for whom a pronoun may mean."""
_VERB = 5
"""Words from a pronoun to its verb, at most."""
_WORD = 12
"""Letters back within which the word before a clause begins."""


class Pronouns(ShortForms, frozen=True):
    """Finds the speaker for whom a pronoun stands, where it safely does."""

    about: Span | None
    """Whom a relative clause tells of whose head is not among its words."""
    added_to: Span | None
    """The clause that all the words only add to."""
    since: int
    """Where the sentence before begins."""

    def _pronoun(self, word: Word) -> Swap | None:
        """A pronoun that opens reported speech stands for the speaker."""
        chain = self.attribution.chain
        # Whoever is quoted calls himself "I", and whoever is cited is not "it": "It is the ninth
        # this year, according to police figures".
        other = self.attribution.kind in {SpeechKind.DIRECT, SpeechKind.ACCORDING_TO}
        if not chain or chain[0].span is None or other:
            return None
        source = self._fullest(chain[0].name, chain[0].span)
        here = Span(word.start, word.end)
        name = source.of(self.text)
        body = word.core in self.rules.thing_pronouns and is_body(name, self.rules)
        if body and not any(map(str.isupper, name)):
            source = self._with_article(source)
        named = not self.rules.data.subject_first or body or any(map(str.isupper, name))
        if not named or source.overlaps(here) or not self._may_mean(word, name):
            return None
        if self.rules.data.subject_first and not self._means(word, name, chain[0].span):
            return None
        return Swap(here, source, "pronoun")

    def _means(self, pronoun: Word, name: str, speaker: Span) -> bool:
        """Whether a pronoun surely means a speaker whom it may mean by its form: who stands before
        it ("*It* sank, the navy said"), is nobody's ("*his* lawyer said *he*"), and is alone."""
        if speaker.start > pronoun.start:
            return False
        words = [token.folded for token in tokenize(name)]
        person = pronoun.core not in self.rules.thing_pronouns
        if person and (not self.rules.owning.isdisjoint(words) or self._is_possessor(pronoun)):
            return False
        return not self._has_rival(pronoun, frozenset(words), speaker)

    def _may_mean(self, pronoun: Word, name: str) -> bool:
        """Whether a pronoun may stand for whoever bears a name."""
        rules, several = self.rules, is_several(name, self.rules)
        if pronoun.core in rules.thing_pronouns:
            # "Officials said it fell", "Police say it was arson", "The RSPCA said it had cost …"
            other = several or is_person(name, rules) or self._is_empty(pronoun)
            called = self.attribution.chain[0].span  # "The company" for "Bramley & Stokes"
            calls = (name, "" if called is None else called.of(self.text))
            return not other and any(may_be_thing(each, rules) for each in calls if each)
        if pronoun.core in rules.plural_persons:
            # "His lawyer, Susan Park, said they would appeal", "The UN said they had fled"
            return several
        # "Police said he had been arrested", "Prosecutors allege that she …"
        sex = rules.other_sex.get(pronoun.core, frozenset())
        shown = any(token.folded in sex for token in tokenize(name))
        return not (several or shown) and may_be_person(name, rules)

    def _has_rival(self, pronoun: Word, own: frozenset[str], speaker: Span) -> bool:
        """Whether the sentence before or what was said so far offers another whom it may mean."""
        rules, first = self.rules, self.words[0]
        if pronoun.core == first.core:
            pronoun = first  # "said *it* expected growth and that *it* would …"
        at = self._predicate(pronoun)
        state, acts = self._is_own_state(at), self._acts(at)
        announced = False
        if pronoun.core in rules.thing_pronouns:
            if state:
                return False
            rivals = self._bodies if acts else self._things
            announced = acts and pronoun is first and self._is_announced(at)
        elif pronoun.core in rules.plural_persons:
            rivals = self._several_persons if state or acts else self._several
        else:
            rivals = self._persons
            own |= rules.other_sex.get(pronoun.core, frozenset())
        before = self._before(pronoun, speaker, alone=announced)
        return any(rivals(last, token) for last, token in before if not _is_own(last, token, own))

    def _is_announced(self, at: int | None) -> bool:
        """Whether what a body does is still to come, which only the speaker can tell: "the agency
        said it *would* appeal"."""
        before = self.words[max(0, (at or 0) - _VERB) : at or 0]
        return any(word.core in self.rules.modals - self.rules.possible for word in before)

    def _before(
        self, pronoun: Word, speaker: Span, *, alone: bool = False
    ) -> Iterator[tuple[str, Token]]:
        """The words before a pronoun, but for the speaker and what is told of him, each with the
        one before it, and none where a sentence begins; ``alone``: only those behind the speaker.
        """
        said = self.words[0].start
        cue = self.attribution.cue
        told = said if cue is None else max(cue.start, speaker.end)  # "told *Ali Musa* he …"
        first = max(self.since, pronoun.start - _BACK)
        places = self.rules.locative - self.rules.infinitives
        for start, end in (
            (first, first if alone else self.around.start),
            (max(first, self.around.start), first if alone else speaker.start),
            (told, said),
            (max(said, first), pronoun.start),
        ):
            tokens = tokenize(self.text[start:end]) if start < end else ()
            if end == speaker.start:
                tokens = tokens[: self._before_title(tokens)]
            last, placed = "", False
            if start == told:
                tokens, last = tokens[1:], "".join(token.folded for token in tokens[:1])
            for token in tokens:
                name = token.text[0].isupper()
                placed = name and (placed or last in places)
                if not placed:  # "at *Kew Gardens*"
                    yield last, token
                last = token.folded

    def _before_title(self, tokens: Sequence[Token]) -> int:
        """Where an office begins that stands before who holds it: "its *governor*, Ann Lee"."""
        last = len(tokens)
        while last and tokens[last - 1].folded in self.rules.persons:
            last -= 1
        return last

    def _predicate(self, pronoun: Word) -> int | None:
        """Where what is told of a pronoun begins: "it had not been *consulted*"."""
        words, rules = self.words, self.rules
        first = bisect_left(words, pronoun.start, key=lambda word: word.start) + 1
        small = rules.before_pledges | rules.auxiliaries | rules.possessives | rules.adverbs
        small |= rules.bare_being | rules.perfect_being
        near = range(first, min(first + _VERB, len(words)))
        return next((k for k in near if words[k].core not in small), None)

    def _is_own_state(self, at: int | None) -> bool:
        """Whether a predicate is what no thing is: "it was *disappointed*"."""
        return at is not None and self.words[at].core in self.rules.own_states

    def _acts(self, at: int | None) -> bool:
        """Whether a predicate is what no thing does: "it had *hired 40 nurses*"; a road reopens as
        a museum does, but it opens nothing."""
        words, rules = self.words, self.rules
        if at is None or rules.base(words[at].core) not in rules.own_acts:
            return False
        done = rules.base(words[at - 1].core) in rules.bare_being
        if done and words[at].verb != Verb.GERUND:
            return False
        behind = words[at + 1 : at + 2]
        return not any(word.pause or word.core in rules.no_object for word in behind)

    def _persons(self, last: str, token: Token) -> bool:
        """Whether a word names another person."""
        rules, word = self.rules, token.folded
        named = last not in rules.articles and self._is_name(last, token)
        body = word in rules.body_names or token.text.isupper()
        return (named and not body) or word in rules.single_persons

    def _several(self, last: str, token: Token) -> bool:
        """Whether a word names more than one, persons or things."""
        rules, word = self.rules, token.folded
        single = rules.language.singular(word) != word and word not in rules.dated_words
        return single or self._several_persons(last, token)

    def _several_persons(self, last: str, token: Token) -> bool:
        """Whether a word names several persons."""
        rules, word = self.rules, token.folded
        single = rules.language.singular(word)
        return word in rules.several_persons or (single != word and single in rules.persons)

    def _bodies(self, last: str, token: Token) -> bool:
        """Whether a word names another body, or may."""
        rules = self.rules
        person = not rules.first_names.isdisjoint((last, token.folded))
        named = not person and self._is_name(last, token)
        return named or token.folded in rules.organisations

    def _things(self, last: str, token: Token) -> bool:
        """Whether a word names anything: not in "*in a statement on* Friday *that* it …"."""
        rules, word = self.rules, token.folded
        small = word in rules.articles or word in rules.no_phrase_heads
        return not (small or word in rules.dated_words or word in rules.documents)

    def _is_name(self, last: str, token: Token) -> bool:
        """Whether a word inside a sentence is a name, and none of when something was."""
        return last != "" and token.text[0].isupper() and token.folded not in self.rules.dated_words

    def _is_empty(self, pronoun: Word) -> bool:
        """Whether "it" only holds the place of what its verb has behind it: "*it* took three days
        *to* reach them"."""
        words, rules = self.words, self.rules
        first = bisect_left(words, pronoun.start, key=lambda word: word.start)
        near = range(first + 1, min(first + _VERB, len(words)))
        verb = next((k for k in near if rules.base(words[k].core) in rules.costing), None)
        verb = self._judging(first + 1) if verb is None else verb
        if verb is None:
            return False
        return any(
            words[k].core in rules.infinitives and rules.is_base(words[k + 1].core)
            for k in range(verb + 2, len(words) - 1)
        )

    def _judging(self, first: int) -> int | None:
        """Where a form of "to be" has an adjective behind it that no body can be: "it's *dangerous
        to* let voters decide", not "it is *ready to* pay"."""
        words, rules = self.words, self.rules
        being, forms = first, rules.auxiliaries | rules.possessives | rules.bare_being
        while being < len(words) and words[being].core in forms:
            being += 1
        while being < len(words) and words[being].core in rules.adverbs:
            being += 1
        judged = being > first and being < len(words) and words[being].verb == Verb.NO
        return being - 1 if judged and words[being].core not in rules.disposed else None

    def _with_article(self, name: Span) -> Span:
        """A name with the article before it: "*the* health ministry"."""
        before = tokenize(self.text[max(0, name.start - _WORD) : name.start])
        if before and before[-1].folded in self.rules.definite_articles:
            width = self.text[name.start - len(before[-1].text) - 1 : name.start]
            if width.strip() == before[-1].text:
                return Span(name.start - len(width), name.end)
        return name

    def _is_possessor(self, pronoun: Word) -> bool:
        """Whether the speaker is told of as somebody's, for whom the pronoun stands: "*his*
        lawyer, Leila Haddad, said *he* would appeal"."""
        owner = self.rules.owner_pronouns.get(pronoun.core)
        before = self.text[self.around.start : pronoun.start]
        return owner is not None and any(token.folded == owner for token in tokenize(before))

    def _fullest(self, name: str, span: Span) -> Span:
        at = self.text.find(name, max(0, span.start - _NEAR), span.end + _NEAR) if name else -1
        return Span(at, at + len(name)) if at >= 0 else span


def _is_own(last: str, token: Token, own: frozenset[str]) -> bool:
    """Whether a word is one of a name's own, or the surname behind one."""
    return token.folded in own or (last in own and token.text[0].isupper())
