"""Finding the cue phrases of a language pack, and what part of a text is its main clause."""

from __future__ import annotations

import re
from collections.abc import Iterable

from workbench.facets.reading import Reading
from workbench.language.fold import fold_text
from workbench.language.packs import LanguagePack
from workbench.language.schema import Actors, Clauses, Numbers, Stance, Verbs
from workbench.language.spans import Span
from workbench.language.tokens import tokenize

_PAUSE = re.compile(r"[,;:.!?()\n«»\"“”،؛؟–—]")


class Cues:
    """A list of phrases of `Stances`, found by their first word; the longest wins."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for phrase in phrases:
            words = tuple(_pattern(part) for part in phrase.split())
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


def _pattern(word: str) -> str:
    if word.endswith("*"):
        return word
    tokens = tokenize(word)
    return tokens[0].folded if tokens else fold_text(word)


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

    def _read_forms(self, data: Stance, pack: LanguagePack) -> None:
        """How words are written, and what they are in names and numbers."""
        self.verb_endings = tuple(map(fold_text, data.verb_endings))
        self.clause_negators = _verbs(data.clause_negators)
        self.written_shapes = [(re.compile(a), b) for a, b in data.written_shapes.items()]
        self.resultative = tuple(map(fold_text, data.resultative))
        self.finite_auxiliaries = _verbs(data.finite_auxiliaries)
        self.adverb_endings = tuple(data.adverb_endings) or ("\0",)
        self.opening_negators = Cues(data.opening_negators)
        self.scales = _verbs(pack.section(Numbers).scales)
        self.plural_auxiliaries = _verbs(data.plural_auxiliaries)
        self.noun_links = _verbs(data.noun_links)
        self.unreal = _verbs(data.unreal)
        self.unable = _verbs(data.unable)
        self.bounds = Cues(data.bounds)
        self.awaited = _verbs(data.awaited)
        self.hopes = _verbs(data.hopes)
        self.fears = _verbs(data.fears)
        self.habits = Cues(data.habits)
        self.adverb_phrases = Cues(data.adverb_phrases)
        self.infinitives = _verbs(pack.section(Clauses).infinitives)
        self.clock_words = _verbs(pack.section(Clauses).clock_words)
        self.perfect_infinitives = Cues(data.perfect_infinitives)
        self.written_negators = frozenset(data.negators)
        self.named = _verbs(pack.section(Actors).organisation_nouns)
        self.agents = Cues(pack.section(Actors).agent_prepositions)

    def _read_perfect(self, data: Stance) -> None:
        self.undone = Cues(data.undone)
        self.enduring, self.enduring_marks = _verbs(data.enduring), Cues(data.enduring_marks)
        self.enduring_lengths = _verbs(data.enduring_lengths)

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
        self.conditions = _verbs(data.conditions)
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


def main_clause(reading: Reading) -> tuple[bool, ...]:
    """For each token, whether it stands in the main clause (see `_main_clause`)."""
    return reading.once(_main_clause)


def _main_clause(reading: Reading) -> tuple[bool, ...]:
    """For each token, whether it stands in the main clause.

    A subordinate clause runs from its opening word to the next pause, or to the second finite
    verb after a relative pronoun ("the man who did not pay *was* arrested"). A text that is
    itself such a clause has it for its main clause; one that opens with a condition has what
    follows its pause ("If nothing changes, *prices will rise*").
    """
    cues = stances(reading.pack)
    main: list[bool] = []
    condition, restricting = _condition_end(reading), reading.once(_restricting)
    inside, verbs, relative = condition > 0, 0, False
    subordinate = reading.once(cues.subordinators)
    if not (inside or restricting or subordinate):
        return (True,) * len(reading.tokens)
    for at in range(len(reading.tokens)):
        if inside and (at == condition or pauses(reading, at)):
            inside = False
        restricts = at in restricting
        opened = at > 0 and at in subordinate and _opens(reading, at)
        if opened or restricts:
            inside, verbs = True, 0
            relative = restricts or bool(cues.relatives.width(reading, at))
        elif inside and relative and _is_finite(reading, at):
            verbs += not _goes_with_verb(reading, at)
            inside = verbs < 2
        main.append(not inside)
    return tuple(main) if _says_something(reading, main) else (True,) * len(main)


def _restricting(reading: Reading) -> frozenset[int]:
    """Where "that" stands for the noun before it, with its verb behind it: "a drug *that did* not
    work"."""
    words = stances(reading.pack).complementisers
    if stances(reading.pack).verb_first or words.isdisjoint(reading.places):
        return frozenset()
    found = (at for word in words.intersection(reading.places) for at in reading.places[word])
    return frozenset(at for at in found if _restricts(reading, at))


def _restricts(reading: Reading, at: int) -> bool:
    if _tells_allegation(reading, at):
        return True
    if at < 2 or pauses(reading, at) or reading.verb(at - 1) is not None:
        return False
    relative = stances(reading.pack).relatives.width(reading, at)
    form = reading.verb(at + 1)
    plural = form is not None and form.tense == "base" and reading.word(at - 1).endswith("s")
    return (plural or _is_finite(reading, at + 1)) and not relative


def _tells_allegation(reading: Reading, at: int) -> bool:
    """Whether "that" tells what is alleged, behind the verb of the clause: "will pay to settle
    claims *that* it failed"."""
    alleged = at > 1 and stances(reading.pack).allegations.width(reading, at - 1) == 1
    return alleged and any(_is_finite(reading, before) for before in range(at - 1))


def _goes_with_verb(reading: Reading, at: int) -> bool:
    """Whether the verb at a token is one with the one before it: "had not lost", "has been"."""
    cues, back = stances(reading.pack), at - 1
    if not cues.verb_first:
        while back > 0 and (
            reading.word(back) in cues.adverbs or cues.negators.width(reading, back)
        ):
            back -= 1
    elif back > 0 and reading.word(back) in cues.possible:
        back -= 1  # كانت *قد توقعت*
    return back >= 0 and _is_finite(reading, back)


def _says_something(reading: Reading, main: list[bool]) -> bool:
    """Whether the main clause has a verb: "United, who had not lost" has none but its relative's.

    Where sentences need no verb, it always says something.
    """
    cues = stances(reading.pack)
    if all(main):
        return True
    if cues.verbless:
        return not _only_relates(reading, main)
    relative = any(
        cues.relatives.width(reading, at) or at in reading.once(_restricting)
        for at, inside in enumerate(main)
        if not inside
    )
    finite = any(
        inside and _is_finite(reading, at) and not reading.capital(at)
        for at, inside in enumerate(main)
    )
    return finite or not relative


def _only_relates(reading: Reading, main: list[bool]) -> bool:
    """Whether nothing but a relative clause follows a name: إدريس، الذي لم يشارك في الدراسة."""
    first = main.index(False)
    relative = stances(reading.pack).relatives.width(reading, first)
    apart = pauses(reading, first) or "\u2026" in reading.gap(first)
    told = any(_is_finite(reading, at) for at in range(first))
    return bool(relative) and apart and not told and not any(main[first:])


def _condition_end(reading: Reading) -> int:
    """The token behind the condition that a text opens with, if its clause follows; else 0."""
    if not reading.tokens or not reading.is_in(0, stances(reading.pack).conditions):
        return 0
    size = len(reading.tokens)
    ends = (
        at
        for at in range(1, size)
        if pauses(reading, at) or not reading.joined(at) or _answers(reading, at)
    )
    end = next(ends, size)
    return end if any(_is_finite(reading, at) for at in range(end, size)) else 0


def _answers(reading: Reading, at: int) -> bool:
    """Whether a letter written on to a word begins what a condition leads to: إذا فشلت المحادثات
    *فسيضربون*."""
    cues = stances(reading.pack)
    if not cues.answering or reading.word(at)[:1] not in cues.answering:
        return False
    future = reading.verb(at)
    told = future is not None and future.tense == "future"
    opened = cues.complementisers | cues.future_auxiliaries
    return told or any(rest in opened for rest in reading.clitics(at)[1:])


def _opens(reading: Reading, at: int) -> bool:
    """Whether a subordinator opens a clause here: a verb follows before the next pause."""
    cues = stances(reading.pack)
    if cues.negators.width(reading, at + 1) or cues.openers.width(reading, at):
        return True
    for after in range(at + 1, min(at + 9, len(reading.tokens))):
        if pauses(reading, after):
            return False
        if _is_finite(reading, after):
            return True
    return False


def _is_finite(reading: Reading, at: int) -> bool:
    form, cues, word = reading.verb(at), stances(reading.pack), reading.word(at)
    if word in cues.future_auxiliaries or word in cues.finite_auxiliaries:
        return True
    return form is not None and form.tense in {"past", "present", "future"} and not form.noun


def clause_end(reading: Reading, at: int) -> int:
    """The token before which the clause of a token ends."""
    for after in range(at + 1, len(reading.tokens)):
        if pauses(reading, after):
            return after
    return len(reading.tokens)


def span_of(reading: Reading, first: int, end: int) -> Span:
    """The span of tokens ``[first, end)``."""
    return reading.span(first, end)
