"""Frames of speech: where a sentence says that somebody says something, and how."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from itertools import accumulate

import msgspec

from workbench.splitting.attribution.words.tokens import CLOSE, COMMAS, DASHES, OPEN, STOPS, Token
from workbench.splitting.attribution.words.verb_forms import VerbForm
from workbench.splitting.attribution.words.words import Lexicon
from workbench.splitting.types import SpeechKind, SpeechStance

_BREAKS = COMMAS | STOPS | DASHES | frozenset(":")
REACH = 45
"""Words within which a verb of speech must find what it passes on."""
FAR = 80
"""Words within which a clause shows its verb."""
NAME = 30
"""Words up to which a name is followed."""
_OLDEST = 120
"""Years; a number beyond them is no age."""

Range = tuple[int, int]
"""Tokens ``[first, last)`` of a sentence."""


class Scope(Enum):
    """Where the words stand that a frame passes on."""

    AFTER = "after"
    BEFORE = "before"
    WHOLE = "whole"
    """The clause that the frame itself is."""
    RESULT = "result"
    """The clause that tells of somebody's reaction to what was said, which the outlet tells."""
    NONE = "none"
    """The frame is only the event of somebody speaking."""


class Frame(msgspec.Struct, frozen=True):
    """A frame of speech in token indices of its sentence.

    ``attached`` counts the letters at the start of the first token said that belong to the
    frame (ب in بتقديم). ``agree`` says whom the verb agrees with, for a subject that is a
    pronoun or is left out (``subject`` is ``None``).
    """

    start: int
    end: int
    scope: Scope
    kind: SpeechKind
    stance: SpeechStance = SpeechStance.SAID
    subject: Range | None = None
    agree: str = "any"
    attached: int = 0
    denied: bool = False
    participle: bool = False
    citing: bool = False
    relay: Range | None = None
    """Who passes the words on from ``subject``."""
    document: int = -1
    """The token that names the statement through which it was said, or -1."""
    medium: Range | None = None
    """The agency or paper that was told."""
    alias: Range | None = None
    """What the speaker is also called ("Hassan Kaya, *the mayor*, said")."""
    subject_attached: int = 0
    """Letters at the start of the subject that belong to the preposition before it."""
    medial: bool = False
    """It stands between commas in the middle of what is said (…، يضيف الوزير، …)."""
    loose: bool = False
    """Only a noun shows what is passed on ("Kenya confirmed 27 cases"): a source that closes the
    sentence speaks for all of it."""
    held: int = -1
    """Where in a clause of its own begins what its subject holds (وصف الوزير | *القرار بأنه جائر*),
    or -1 where that is the whole clause."""
    shown: Range | None = None
    """The picture or report that the pronoun behind "that" stands for (صورة زُعم أنها…)."""
    related: bool = False
    """It stands in the relative clause of what it passes on (`shown` is the noun)."""
    aside: tuple[int, int, int] | None = None
    """Where the subject begins that still waits for its verb around the frame, and the commas
    between which the frame and what is said stand: "| The mayor |, who said taxes would rise |,
    resigned"."""
    outward: bool = False
    """The outlet tells that its subject blames somebody, which is nothing that he says."""
    lead: int = -1
    """Where the words before the frame begin that only say when and where it was, or -1."""


class Reader:
    """One sentence's tokens and the questions that frames ask of them."""

    def __init__(
        self, tokens: Sequence[Token], lexicon: Lexicon, begin: int = 0, headline: bool = False
    ) -> None:
        self.tokens = tokens
        self.lexicon = lexicon
        self.size = len(tokens)
        self.headline = headline
        self._case_endings = lexicon.case_endings
        self.begin = begin
        """The first token behind a line of place and agency."""
        self.label = begin
        """The colon behind the name that opens a turn of a conversation, else where it begins."""
        back = range(self.size - 1, -1, -1)
        self._last_word = next((at for at in back if not tokens[at].sign), -1)
        self._counts = [0, *accumulate(not token.sign for token in tokens)]
        self._keys = [token.key for token in tokens]
        self._quote_ends = self._ends_of_quotes()
        self._parts = [
            token.sign and token.quote < 0 and self.is_break(at) for at, token in enumerate(tokens)
        ]
        """Whether a sign that parts clauses stands there, outside quotations."""
        self._breaks = self._next_breaks()
        self._previous = self._previous_breaks()

    def _ends_of_quotes(self) -> list[int]:
        ends = [self.size] * self.size
        if all(token.quote < 0 for token in self.tokens):
            return ends
        for at in range(self.size - 1, -1, -1):
            same = at + 1 < self.size and self.tokens[at + 1].quote == self.tokens[at].quote
            ends[at] = ends[at + 1] if same else at + 1
        return ends

    def _next_breaks(self) -> list[int]:
        breaks = [self.size] * (self.size + 1)
        for at in range(self.size - 1, -1, -1):
            breaks[at] = at if self._parts[at] else breaks[at + 1]
        return breaks

    def _previous_breaks(self) -> list[int]:
        breaks = [self.begin - 1] * (self.size + 1)
        for at in range(self.begin, self.size):
            breaks[at + 1] = at if self._parts[at] else breaks[at]
        return breaks

    def skip_label(self, words: int) -> None:
        """Begin behind a label of so many words and its colon."""
        self.begin += words + 1
        self._previous = self._previous_breaks()

    def key(self, at: int) -> str:
        """The folded word at an index, or nothing outside the sentence."""
        try:  # asked ten times a word, and hardly ever beyond the sentence
            return self._keys[at] if at >= 0 else ""
        except IndexError:
            return ""

    def is_owned(self, at: int) -> bool:
        """Whether whose it is is written on to a word (نيته); the feminine ending of نية folds to
        the letter of such a pronoun and is none."""
        if not 0 <= at < self.size:
            return False
        letters = "".join(filter(str.isalpha, self.tokens[at].raw))
        return letters.endswith(self.lexicon.speech.owner_endings or "\0")

    def is_sign(self, at: int, signs: frozenset[str]) -> bool:
        """Whether one of ``signs`` stands at an index."""
        return 0 <= at < self.size and self.tokens[at].sign and self.tokens[at].raw in signs

    def is_mark(self, at: int) -> bool:
        """Whether a quotation mark stands at an index."""
        return 0 <= at < self.size and self.tokens[at].is_mark

    def opens_quote(self, at: int) -> bool:
        """Whether a quotation begins at an index."""
        if not self.is_mark(at) or self.tokens[at].quote < 0:
            return False
        return at == 0 or self.tokens[at - 1].quote != self.tokens[at].quote

    def closes_quote(self, at: int) -> bool:
        """Whether a quotation ends at an index."""
        if not self.is_mark(at) or self.tokens[at].quote < 0:
            return False
        return at + 1 >= self.size or self.tokens[at + 1].quote != self.tokens[at].quote

    def past_quote(self, at: int) -> int:
        """The index behind the quotation that the token at an index is in."""
        return self._quote_ends[at]

    def past_brackets(self, at: int) -> int:
        """The index behind a bracket that opens at an index and closes within `NAME` words."""
        for index in range(at + 1, min(at + NAME, self.size)):
            if self.is_sign(index, CLOSE):
                return index + 1
        return at + 1

    def before_brackets(self, at: int) -> int:
        """The index before a bracket that closes at an index."""
        for index in range(at - 1, max(at - NAME, -1), -1):
            if self.is_sign(index, OPEN):
                return index - 1
        return at - 1

    def is_end(self, at: int) -> bool:
        """Whether nothing but signs that end a sentence follows."""
        return self._counts[min(at + NAME, self.size)] == self._counts[min(at, self.size)]

    def is_break(self, at: int) -> bool:
        """Whether a sign that parts clauses stands at an index."""
        # A full stop before other words belongs to an abbreviation ("Gen. Khan").
        if not self.is_sign(at, _BREAKS):
            return False
        raw = self.tokens[at].raw
        return (raw != "." or at > self._last_word) and not (raw == "-" and self.is_glued(at))

    def is_glued(self, at: int) -> bool:
        """Whether no blank parts a sign from what stands on either side ("1-5")."""
        if not self.begin < at < self.size - 1:
            return False
        before, token, after = self.tokens[at - 1 : at + 2]
        return before.end == token.start and token.end == after.start

    def has_age(self, at: int) -> bool:
        """Whether a number stands apart between commas from an index on: "Foden, *25*, signed"."""
        apart = self.is_sign(at, COMMAS) and self.is_sign(at + 2, COMMAS)
        return apart and self.is_age(at + 1)

    def is_age(self, at: int) -> bool:
        """Whether a number stands there that somebody can be old."""
        return self.key(at).isdecimal() and int(self.key(at)) < _OLDEST

    def is_connective(self, at: int) -> bool:
        """Whether a word that joins clauses stands at an index."""
        return self.connective_size(at) > 0

    def connective_size(self, at: int) -> int:
        """How many words join clauses at an index."""
        key = self.key(at)
        if key in self.lexicon.connectives:
            return 1
        phrase = self.lexicon.connective_phrases.at(self.tokens, at, key) if key else None
        return len(phrase.words) if phrase else 0

    def next_break(self, at: int) -> int:
        """The first sign that parts clauses at or after an index, quotations left out."""
        return self._breaks[min(at, self.size)]

    def previous_break(self, at: int) -> int:
        """The last sign that parts clauses before an index, or the one before `begin`."""
        return self._previous[max(0, min(at, self.size))]

    def has_finite(self, start: int, end: int) -> bool:
        """Whether a finite verb stands among the first `FAR` of some tokens."""
        end = min(end, start + FAR, self.size)
        lexicon, tokens = self.lexicon, self.tokens
        return any(
            lexicon.is_finite(tokens[at]) and not self._is_adjective(at)
            for at in range(max(start, 0), end)
        )

    def _is_adjective(self, at: int) -> bool:
        """Whether a participle stands behind an article, or behind its adverb too, or is tied to a
        name: "a *televised* address", "the newly *elected* mayor", "the Mass.-*based* firm"."""
        lexicon = self.lexicon
        if at > 1 and self.tokens[at - 1].raw == "-" and self.is_glued(at - 1):
            return True
        ended = self.tokens[at].raw.endswith(lexicon.speech.past_endings or "\0")
        if not lexicon.speech.verb_first and ended and self.key(at - 1) in lexicon.articles:
            return at > 0
        if lexicon.speech.verb_first or at < 2 or self.key(at - 2) not in lexicon.articles:
            return False
        return ended and lexicon.is_adverb(self.tokens[at - 1])

    def has_event(self, start: int, end: int) -> bool:
        """Whether a sure verb of any meaning stands among the first `FAR` of some tokens."""
        end = min(end, start + FAR)
        return any(self.lexicon.is_event(token) for token in self.tokens[start:end])

    def words(self, start: int, end: int) -> int:
        """How many words stand among some tokens."""
        first, last = min(max(start, 0), self.size), min(max(end, 0), self.size)
        return max(0, self._counts[last] - self._counts[first])

    def is_time(self, at: int) -> bool:
        """Whether a word of a time stands at an index."""
        token = self.tokens[at] if 0 <= at < self.size else None
        return token is not None and self.lexicon.bare(token) in self.lexicon.time_words

    def past_when(self, at: int) -> int:
        """Behind the time at which something came out, if that ends the sentence or opens what
        came out: "it emerged *last night*", "it emerged *on Tuesday* that …"; ``at`` else."""
        stop, adjuncts = at, self.lexicon.adjuncts
        while self.is_time(stop) or (self.key(stop) in adjuncts and self.is_time(stop + 1)):
            stop += 1
        return stop if self.is_end(stop) or self.is_complementiser(stop) else at

    def is_complementiser(self, at: int) -> bool:
        """Whether the word at an index introduces what is said."""
        lexicon = self.lexicon
        if self.key(at) not in lexicon.complementisers:
            return self.negative_complementiser(at) > 0
        owned = self.is_owned(at)  # إنه لم يحضر
        if self.key(at + 1) in lexicon.not_complementisers_before and not owned:
            return False  # "officials stress that could change", إن لم يفتح
        if self.key(at) in lexicon.name_openers and self.key(at - 1) in lexicon.given:
            return False  # كريس *فان* هولين
        return self.key(at - 1) not in lexicon.not_complementisers_after

    def negative_complementiser(self, at: int) -> int:
        """How many letters of a word are "that", its rest a negation (أ of ألا), or 0."""
        if not 0 <= at < self.size:
            return 0
        return self.lexicon.speech.negative_complementisers.get(self.tokens[at].raw, 0)

    def compares(self, at: int) -> bool:
        """Whether the verb at an index only compares: "worse than first feared"."""
        lexicon, before = self.lexicon, at - 1
        between = lexicon.auxiliaries | lexicon.counting
        while before > self.begin and (
            self.key(before) in between or lexicon.is_adverb(self.tokens[before])
        ):
            before -= 1
        return self.key(before) in lexicon.comparing

    def is_negated(self, at: int) -> bool:
        """Whether a negation stands right before the verb at an index."""
        first = max(self.begin, at - 3)
        if self.key(self.previous_break(at) + 1) in self.lexicon.none_of_two:
            return True
        for index in range(at - 1, first - 1, -1):
            if self.is_break(index):
                return False
            named = self.tokens[index].is_capital and index > self.begin
            if self.key(index) in self.lexicon.negations and not named:
                return True
        return False

    def is_document(self, at: int) -> bool:
        """Whether a word names something that is said or written."""
        key, documents = self.lexicon.without_article(self.key(at)), self.lexicon.bare_documents
        # As an object: توضيحاً.
        return key in documents or (key.endswith(self._case_endings) and key[:-1] in documents)

    def document_in(self, start: int, end: int) -> int:
        """The document that carries the speech ("in a *statement*") among some tokens, or -1."""
        for at in range(start, end - 1):
            if self.lexicon.bare(self.tokens[at]) not in self.lexicon.bearers:
                continue
            for next_one in range(at + 1, min(at + 5, end)):
                if self.tokens[next_one].sign or self._governs(next_one):
                    break
                if self.is_document(next_one):
                    return next_one
        return -1

    def _governs(self, at: int) -> bool:
        """Whether a verb stands there with its object behind it: "in Cairo *welcomed the* ruling",
        not "in a strongly *worded* statement"."""
        articles = self.lexicon.articles
        return self.key(at + 1) in articles and self.lexicon.is_finite(self.tokens[at])


def stance_of(form: VerbForm) -> SpeechStance:
    """The stance of a verb of speech."""
    return SpeechStance(form.group.stance)
