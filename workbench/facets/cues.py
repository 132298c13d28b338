"""Finding the cue phrases of a language pack in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from workbench.facets.reading import GivenNames, Reading
from workbench.language.fold import fold_text
from workbench.language.packs import LanguagePack
from workbench.language.schema import Actors, Clauses, Numbers, Stance, Verbs
from workbench.language.schema.speech import Speech
from workbench.language.spans import Span
from workbench.language.tokens import tokenize

_PAUSE = re.compile(r"[,;:.!?()\n«»\"“”،؛؟–—]")


class Cues:
    """A list of phrases of `Stances`, found by their first word; the longest wins."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for phrase in phrases:
            words = tuple(word for part in phrase.split() for word in _patterns(part))
            self._by_first.setdefault(words[0], []).append(words)
        for entries in self._by_first.values():
            entries.sort(key=len, reverse=True)

    @property
    def first_words(self) -> Iterable[str]:
        """The words by which a phrase begins."""
        return self._by_first

    def width(self, reading: Reading, at: int) -> int:
        """How many tokens from ``at`` on are one of the phrases, or 0."""
        found: dict[int, int] | None = reading.made.get(self)  # asked four times a word
        if found is None:
            found = reading.once(self)
        return found.get(at, 0)

    def find(self, reading: Reading) -> list[tuple[int, int]]:
        """All phrases in a text as token ranges; none overlap."""
        found: list[tuple[int, int]] = []
        for at, width in reading.once(self).items():
            if not found or found[-1][1] <= at:
                found.append((at, at + width))
        return found

    def __call__(self, reading: Reading) -> dict[int, int]:
        """Where in a text a phrase begins and how many tokens it has, in order."""
        begins = reading.once(_beginnings).get(self)
        if begins is None:
            return {}
        widths = ((at, self._width(reading, at)) for at in sorted(set(begins)))
        return {at: width for at, width in widths if width}

    def _width(self, reading: Reading, at: int) -> int:
        behind = reading.word(at + 1)
        given = reading.pack.derived(GivenNames).given
        if {reading.word(at - 1), reading.word(at)} <= given:
            return 0  # قيس *سعيد* is not happy
        for word in reading.clitics(at):
            for phrase in self._by_first.get(word, ()):
                if len(phrase) == 1:
                    return 1
                near = phrase[1] == behind or phrase[1].endswith("*")
                if near and _goes_on(reading, at, phrase):
                    return len(phrase)
        return 0


def _beginnings(reading: Reading) -> dict[Cues, list[int]]:
    """The lists of which a phrase may begin in a text, and where: looked for in one pass."""
    lists, found = stances(reading.pack).by_first_word, dict[Cues, list[int]]()
    for word, places in reading.places.items():
        for cues in lists.get(word, ()):
            found.setdefault(cues, []).extend(places)
    return found


def _goes_on(reading: Reading, at: int, phrase: tuple[str, ...]) -> bool:
    """Whether the words behind a token are the rest of a phrase that begins there."""
    for part in phrase[1:]:  # a loop, because most phrases end at the first of these words
        at += 1
        word = reading.word(at)
        if word != part and not (part.endswith("*") and word.startswith(part[:-1])):
            return False
    return True


def _patterns(word: str) -> Sequence[str]:
    if word.endswith("*"):
        return (word,)
    return [token.folded for token in tokenize(word)] or (fold_text(word),)


class Stances:
    """The section ``[stance]`` of a pack, ready for look-up."""

    def __init__(self, pack: LanguagePack) -> None:
        data = pack.section(Stance)
        self.verbless, self.verb_first = data.verbless, data.verb_first
        self.negators = Cues(data.negators)
        self.not_negations = Cues(data.not_negations)
        self.exceptions = Cues(data.exceptions)
        self.subordinators = Cues(data.subordinators)
        self.relatives = Cues(data.relatives)
        self.openers = Cues(set(data.subordinators) & {*data.relatives, *data.temporal})
        self.relatives_words = _verbs(data.relatives)
        self.questions = Cues(data.questions)
        self.future = Cues(data.future)
        self.pledge_phrases = Cues(data.pledge_phrases)
        self.past_phrases = Cues(data.past_phrases)
        self.present_phrases = Cues(data.present_phrases)
        self.hedges = Cues(data.hedges)
        self.question_marks = data.question_marks
        self.predicate_negators = _verbs(data.predicate_negators)
        self.denials = _verbs(data.denials)
        self.foretelling = _verbs(data.foretelling)
        self.pledges = _verbs(data.pledges)
        self.opinions = _verbs(data.opinions)
        self.supposing = _verbs(data.supposing)
        self.speech = _verbs(data.speech)
        self.possible = _verbs(data.possible_before_present)
        self.past_auxiliaries = _verbs(data.past_auxiliaries)
        self.future_auxiliaries = _verbs(data.future_auxiliaries)
        self.auxiliaries = _verbs(pack.section(Verbs).auxiliaries)
        self.determiners = _verbs(data.determiners)
        self.future_times = Cues(data.future_times)
        self.verb_shapes = [(fold_text(a), b) for a, b in data.verb_shapes.items()]
        self.perfect_auxiliaries = _verbs(data.perfect_auxiliaries)
        self.unchanging = _verbs(data.unchanging)
        self.passive_auxiliaries = _verbs(data.passive_auxiliaries)
        self.before_nouns = _verbs(data.before_nouns)
        self.complementisers = _verbs(data.complementisers)
        self.conjunctions = _verbs(data.conjunctions)
        self.adverbs = _verbs(data.adverbs)
        self.sentential = _verbs(data.sentential)
        self.stative = _verbs(data.stative)
        self.demands = _verbs(data.demands)
        self.threats = _verbs(data.threats)
        self.governing = _verbs(data.governing)
        self.lasting = _verbs(data.lasting)
        self.becoming, self.staying = _verbs(data.becoming), _verbs(data.staying)
        self._read_judging(data, pack)
        self._read_persons(data)
        self._read_nominal(data)
        self._read_perfect(data)
        self._read_forms(data, pack)
        self.by_first_word = _by_first_word(
            one for one in vars(self).values() if isinstance(one, Cues)
        )

    def _opening_modality(self) -> frozenset[str]:
        """The words by which a phrase begins that tells what kind of statement a text makes."""
        told = (self.pledge_phrases, self.future, self.present_phrases)
        judged = (self.opinion_phrases, self.judgements)
        return frozenset(word for cues in (*told, *judged) for word in cues.first_words)

    def _read_forms(self, data: Stance, pack: LanguagePack) -> None:
        """How words are written, and what they are in names and numbers."""
        self.verb_endings = tuple(map(fold_text, data.verb_endings))
        self.clause_negators = _verbs(data.clause_negators)
        self.present_negators = _verbs(data.present_negators)
        self.act_negators = _verbs(data.act_negators)
        self.written_shapes = [(re.compile(a), b) for a, b in data.written_shapes.items()]
        self.resultative = tuple(map(fold_text, data.resultative))
        self.finite_auxiliaries = _verbs(data.finite_auxiliaries)
        self.adverb_endings = pack.language.adverb_endings
        self.opening_negators = Cues(data.opening_negators)
        self.scales = _verbs(pack.section(Numbers).scales)
        counted = pack.section(Numbers).counted.values()
        self.counted = _verbs(noun for nouns in counted for noun in nouns)
        self.cardinals = _verbs(tuple(pack.section(Numbers).cardinals))
        self.parts_of_all = _verbs(pack.section(Speech).parts_of_all)
        self.placing = _verbs(pack.section(Speech).placing)
        self.topics = _verbs(pack.section(Speech).topics)
        self.plural_auxiliaries = _verbs(data.plural_auxiliaries)
        self.noun_links = _verbs(data.noun_links)
        self.unreal = _verbs(data.unreal)
        self.unable = _verbs(data.unable)
        self.bounds = Cues(data.bounds)
        self.awaited = _verbs(data.awaited)
        self.hopes = _verbs(data.hopes)
        self.fears = _verbs(data.fears)
        self.habits, self.worths = Cues(data.habits), Cues(data.worths)
        self.refusals, self.bars = Cues(data.refusals), Cues(data.bars)
        self.barred_until = _verbs(data.barred_until)
        self.adverb_phrases = Cues(data.adverb_phrases)
        self.infinitives = _verbs(pack.section(Clauses).infinitives)
        self.owning = _verbs(pack.section(Clauses).owning)
        self.clock_words = _verbs(pack.section(Clauses).clock_words)
        self.perfect_infinitives = Cues(data.perfect_infinitives)
        self.written_negators = frozenset(data.negators)
        self.named = _verbs(pack.section(Actors).organisation_nouns)
        self.agents = Cues(pack.section(Actors).agent_prepositions)
        self.telling = self.passive_auxiliaries | self.duties | self._opening_modality()

    def _read_perfect(self, data: Stance) -> None:
        self.undone = Cues(data.undone)
        self.enduring, self.enduring_marks = _verbs(data.enduring), Cues(data.enduring_marks)
        self.enduring_lengths = _verbs(data.enduring_lengths)
        self.would_or_had, self.naming = _verbs(data.would_or_had), _verbs(data.naming)

    def _read_judging(self, data: Stance, pack: LanguagePack) -> None:
        """Cues of opinion, and of what is only compared or supposed."""
        self.opinion_phrases = Cues([*data.opinion_phrases, *data.wishes])
        self.judgements = Cues(data.judgements)
        self.praises = Cues(data.praises)
        self.allegations = Cues(data.allegations)
        self.opposing = Cues(data.opposing)
        self.stipulations = Cues(data.stipulations)
        self.regarded = _verbs(data.regarded)
        self.being = _verbs(data.being)
        self.indefinite = _verbs(pack.section(Numbers).articles)
        self.comparing = _verbs(data.comparing)
        self.conditions, self.conditional = _verbs(data.conditions), Cues(data.conditional)
        self.leading_times = Cues(data.leading_times)
        self.answering = frozenset(data.answering)
        self.verdict_subjects = _verbs(data.verdict_subjects)
        self.verdict_openers = _verbs(data.verdict_openers)
        self.pointing = _verbs(data.pointing)
        self.feelings = _verbs(data.feelings)

    def _read_persons(self, data: Stance) -> None:
        """Who acts: forms of the first person, marks of a feminine subject, pronouns."""
        self.first_person = _verbs(data.first_person)
        self.first_person_future = tuple(map(fold_text, data.first_person_future))
        self.first_person_present = tuple(map(fold_text, data.first_person_present)) or ("\0",)
        self.feminine_marks = tuple(data.feminine_endings)
        self.masculine = _verbs(data.masculine)
        self.feminine_words = _verbs(data.feminine_words)
        self.of_now = _verbs(data.of_now)
        self.feminine = tuple(map(fold_text, data.feminine_endings)) or ("\0",)
        self.feminine_prefixes = tuple(map(fold_text, data.feminine_prefixes)) or ("",)
        self.pronouns = _verbs(data.pronouns)

    def _read_nominal(self, data: Stance) -> None:
        """Cues of texts without a verb, and of what hangs on the words before."""
        self.state_nouns = Cues(data.state_nouns)
        self.duties = _verbs(data.duties)
        self.accusatives = tuple(data.accusatives) or ("\0",)
        self.owners = tuple(map(fold_text, data.owners)) or ("\0",)
        self.predicate_shapes = [re.compile(shape) for shape in data.predicate_shapes]
        self.aims = _verbs(data.aims)
        self.also = _verbs(data.also)
        self.concerning = _verbs(data.concerning)
        self.unwilling = _verbs(data.unwilling)
        self.record_links = _verbs(data.record_links)
        self.record_spans = _verbs(data.record_spans)
        self.withholding = _verbs(data.withholding)
        self.asking_clauses = _verbs(data.asking_clauses)
        self.following = Cues(data.following)
        self.warnings = _verbs(data.warnings)
        self.believing = _verbs(data.believing)
        self.postponing = _verbs(data.postponing)
        self.participle_shapes = [
            (re.compile(shape), verb) for shape, verb in data.participle_shapes.items()
        ]


def _by_first_word(lists: Iterable[Cues]) -> dict[str, list[Cues]]:
    """The lists of which a phrase begins by a word."""
    found: dict[str, list[Cues]] = {}
    for cues in lists:
        for word in cues.first_words:
            found.setdefault(word, []).append(cues)
    return found


def _verbs(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(fold_text, words))


def stances(pack: LanguagePack) -> Stances:
    """The cues of a pack, made ready once."""
    return pack.derived(Stances)


def pauses(reading: Reading, at: int) -> bool:
    """Whether punctuation stands before a token."""
    gap = reading.gap(at)  # most gaps are a blank
    return gap != " " and at > 0 and _PAUSE.search(gap) is not None


def clause_end(reading: Reading, at: int) -> int:
    """The token before which the clause of a token ends."""
    for after in range(at + 1, len(reading.tokens)):
        if pauses(reading, after):
            return after
    return len(reading.tokens)


def span_of(reading: Reading, first: int, end: int) -> Span:
    """The span of tokens ``[first, end)``."""
    return reading.span(first, end)
