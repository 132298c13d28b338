"""What an article has named so far: fuller forms for the short ones that follow."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec

from workbench.facets.types import Facets, Time
from workbench.language.spans import Span
from workbench.splitting.clauses.phrases.phrases import noun_phrase
from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import Word
from workbench.splitting.wording.acting_before import Acting, acting

_REACH = 8
"""Sentences back in which a short form is looked up; further away it is no safe guess."""
_LONGEST = 8
_LONGEST_NAME = 5


class Mention(msgspec.Struct, frozen=True):
    """A full form and where it stands."""

    span: Span
    words: tuple[str, ...]
    sentence: int
    construct: bool = True
    """Its head has no article of its own (وزارة الخارجية), so that the article alone may take
    it up (الوزارة)."""


class Mentions:
    """Full forms by head noun and by family name, in text order."""

    def __init__(self) -> None:
        self._heads: dict[str, list[Mention]] = {}
        self._names: dict[str, list[Mention]] = {}
        self._counted: dict[int, list[Mention]] = {}
        self._acting: Acting | None = None
        self._before: Acting | None = None

    def read(self, words: Sequence[Word], sentence: int, rules: Grammar, near: Facets) -> None:
        """Take in the full forms of a sentence, and who acts in it; no word of a time is part of
        one."""
        for run in _outside(words, near.times):
            self._read_run(run, sentence, rules)
        self._before = self._acting
        self._acting = acting(words, sentence, near.actors, self._before, rules)

    def acting_before(self, sentence: int) -> Acting | None:
        """Who acted in the sentence before one, where that is certain."""
        before = self._before
        return before if before is not None and before.sentence == sentence - 1 else None

    def _read_run(self, words: Sequence[Word], sentence: int, rules: Grammar) -> None:
        if rules.data.subject_first:
            self._read_names(words, sentence, rules)
            self._read_heads_at_end(words, sentence, rules)
        else:
            self._read_heads_at_start(words, sentence, rules)
        self._read_counted(words, sentence, rules)

    def head(self, noun: str, before: int, sentence: int, pointed: bool) -> Mention | None:
        """The full form of a definite noun, if there is one and no other as near.

        Where nothing points to it ("this …"), a noun with a mere adjective is taken for the
        full form only if the article says it again: it is then a term.
        """
        found = _only(self._heads.get(noun, ()), before, sentence)
        if found is None or found.construct or pointed:
            return found
        same = [m for m in self._heads[noun] if m.words == found.words]
        return found if len(same) > 1 else None

    def name(self, last: str, before: int, sentence: int) -> Mention | None:
        """The full name that ends in ``last``, if all fuller forms so far agree."""
        return _only(self._names.get(last, ()), before, sentence)

    def counted(self, kin: int, before: int, sentence: int) -> Mention | None:
        """What was counted of a kind ("about 2,500 US troops") in this sentence or the last."""
        found = [m for m in self._counted.get(kin, ()) if m.span.end <= before]
        return _only([m for m in found if sentence - m.sentence <= 1], before, sentence)

    def _add(self, index: dict[str, list[Mention]], key: str, found: Mention) -> None:
        index.setdefault(key, []).append(found)

    def _mention(
        self,
        words: Sequence[Word],
        first: int,
        last: int,
        sentence: int,
        construct: bool = True,
    ) -> Mention:
        span = Span(words[first].start, words[last - 1].end)
        cores = tuple(word.core for word in words[first:last])
        return Mention(span, cores, sentence, construct)

    def _read_names(self, words: Sequence[Word], sentence: int, rules: Grammar) -> None:
        # A desk notes what somebody holds: "*Says* Ann Lee was late".
        index = int(words[0].verb == Verb.FINITE) if words else 0
        while index < len(words):
            stop = index
            while stop < len(words) and _in_name(words, stop, index, rules):
                stop += 1
            if 1 < stop - index <= _LONGEST_NAME:
                found = self._mention(words, _office(words, index, rules), stop, sentence)
                self._add(self._names, words[stop - 1].core, found)
            index = max(stop, index + 1)

    def _read_heads_at_end(self, words: Sequence[Word], sentence: int, rules: Grammar) -> None:
        for index in range(1, len(words)):
            word = words[index]
            known = not rules.bodies or word.core in rules.bodies
            if not known or word.capital or word.number or not _closes(words, index + 1, rules):
                continue
            first = _start_of_phrase(words, index, rules)
            inner = words[max(first, 1) : index]
            possessive = first == 0 and index > 1 and words[1].core in rules.possessives
            if possessive or any(w.capital for w in inner):
                found = self._mention(words, first, index + 1, sentence)
                self._add(self._heads, word.core, found)

    def _read_heads_at_start(self, words: Sequence[Word], sentence: int, rules: Grammar) -> None:
        index = 0
        while index < len(words):
            word = words[index]
            plain = word.verb == Verb.NO and word.core not in rules.noun_next
            plain = plain and word.core not in rules.relatives and not rules.prepositional(word)
            phrase = noun_phrase(words, index, len(words), rules) if plain else None
            if phrase and 2 <= phrase[1] - index <= _LONGEST and not word.number:
                if any(rules.definite(w.core) for w in words[index + 1 : phrase[1]]):
                    construct = not rules.definite(word.core)
                    stop = phrase[1] - _leads_name(words, phrase[1], rules)
                    found = self._mention(words, index, stop, sentence, construct)
                    self._add(self._heads, rules.without_article(word.core), found)
                index = phrase[1]
            else:
                index += 1

    def _read_counted(self, words: Sequence[Word], sentence: int, rules: Grammar) -> None:
        for index in range(1, len(words)):
            kin = rules.kin.get(words[index].core)
            if kin is None:
                continue
            first = index
            while first > 0 and (
                words[first - 1].number
                or words[first - 1].core in rules.articles
                or (rules.data.subject_first and words[first - 1].capital)
            ):
                first -= 1
            if not any(word.number for word in words[first:index]) or _is_tail(words, first, rules):
                continue
            phrase = noun_phrase(words, index, len(words), rules)
            last = phrase[1] if phrase and not rules.data.subject_first else index + 1
            found = self._mention(words, first, last, sentence)
            self._counted.setdefault(kin, []).append(found)


def _outside(words: Sequence[Word], times: Sequence[Time]) -> Iterator[Sequence[Word]]:
    """The runs of words between times, which are in text order as the words are."""
    first = 0
    for time in times:
        last = bisect_left(words, time.span.start, key=lambda word: word.start)
        if last > first:
            yield words[first:last]
        first = max(first, bisect_left(words, time.span.end, key=lambda word: word.start))
    yield words[first:]


def _only(found: Sequence[Mention], before: int, sentence: int) -> Mention | None:
    """The longest of the near mentions, if all of them may name the same."""
    near: list[Mention] = []
    for mention in reversed(found):
        if sentence - mention.sentence > _REACH:
            break
        if mention.span.end <= before:
            near.append(mention)
    if not near:
        return None
    longest = max(near, key=lambda mention: len(mention.words))
    if all(set(mention.words) <= set(longest.words) for mention in near):
        return longest
    return None


def _is_tail(words: Sequence[Word], first: int, rules: Grammar) -> bool:
    """Whether a figure only goes on a longer one: "30 thousand and 631"."""
    if words[first].lexeme.glue or not first:
        return bool(words[first].lexeme.glue)
    before = words[first - 1].core
    return before in rules.conjunctions or before in rules.data.glued_conjunctions


def _leads_name(words: Sequence[Word], stop: int, rules: Grammar) -> bool:
    """Whether the last word of a phrase is a title before somebody's name, and no part of his
    office: محافظ الفيوم | *الدكتور* أحمد."""
    title, behind = words[stop - 1], words[stop : stop + 1]
    titled = rules.definite(title.core) and rules.without_article(title.core) in rules.persons
    return titled and any(one.core in rules.given and not one.pause for one in behind)


def _in_name(words: Sequence[Word], index: int, first: int, rules: Grammar) -> bool:
    word = words[index]
    if not word.capital or (index > first and word.pause) or word.core in rules.noun_next:
        return False
    return index == first or word.gap.strip() in {"", "-", "."}


def _office(words: Sequence[Word], first: int, rules: Grammar) -> int:
    """Where a name begins with what makes its office another one: "*former* President Ann Lee"."""
    if not first or words[first].pause or words[first].core not in rules.persons:
        return first
    return first - (words[first - 1].core in rules.other_offices)


def _closes(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """Whether a noun phrase may end before word ``index``."""
    if index >= len(words) or words[index].pause:
        return True
    word = words[index]
    if word.verb in {Verb.PAST, Verb.FINITE}:
        return True
    return rules.ends_as_adverb(word.core) or word.core in rules.no_nouns


def _start_of_phrase(words: Sequence[Word], index: int, rules: Grammar) -> int:
    first = index
    while first > 0 and index - first < _LONGEST:
        word, before = words[first], words[first - 1]
        possessive = before.core in rules.possessives
        if word.pause or before.core in rules.prepositions or before.verb == Verb.FINITE:
            break
        if before.core in rules.conjunctions or before.core in rules.pronouns:
            break
        if before.core in rules.articles and not possessive:
            break
        first -= 1
    return first
