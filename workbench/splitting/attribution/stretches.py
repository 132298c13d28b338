"""Who asserts what: the stretches of each sentence and the speaker answerable for them.

Frames of speech are found in each sentence, its words are laid out among them, and the names
in them are led to the speakers of the article. What nobody else says the outlet says. A
quotation that runs over sentences keeps its speaker; one that stands alone is the last
speaker's.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

import msgspec

from workbench.facets.types import Time
from workbench.language import packs
from workbench.language.schema.speech import Speech
from workbench.language.spans import Span
from workbench.splitting.attribution.finding.finding import find_frames
from workbench.splitting.attribution.finding.turns import find_turns
from workbench.splitting.attribution.frames import Frame, Reader, Scope
from workbench.splitting.attribution.scope.scope import Layout, Piece
from workbench.splitting.attribution.scope.trimming import spans_of
from workbench.splitting.attribution.voices.mention import mention_at
from workbench.splitting.attribution.voices.speakers import Known
from workbench.splitting.attribution.voices.voices import Voices
from workbench.splitting.attribution.words.tokens import tokens_of
from workbench.splitting.attribution.words.words import (
    Lexicon,
    as_spelled,
    lexicon,
    with_whole_media,
    without_acronyms,
)
from workbench.splitting.sentences.quotes import Quote, find_quotes
from workbench.splitting.sentences.sentences import SentenceSpan, item_start
from workbench.splitting.sentences.signatures import signer
from workbench.splitting.types import Attribution, Content, Speaker, SpeechKind

LanguageOf = Callable[[int], str] | Sequence[str]


def attribute(
    text: str,
    sentences: Sequence[SentenceSpan],
    language_of: LanguageOf,
    outlet: str,
    times: Sequence[Time] = (),
) -> tuple[Content, ...]:
    """Give, for each sentence in order, the stretches that are asserted and by whom.

    Every word that stands in no frame of speech is in exactly one content. Sentences in a
    language without words of speech on file are the outlet's. Time is linear in the length of
    ``text``.

    Args:
        text: the article.
        sentences: of `split_sentences`.
        language_of: the language code of a sentence, by its index.
        outlet: who speaks where nobody else does; a frame that names it adds no speaker.
        times: the article's time expressions in order; the one inside a frame dates it.
    """
    code = language_of if callable(language_of) else language_of.__getitem__
    paragraphs = _paragraphs(sentences)
    article = _Article(text, find_quotes(text, paragraphs), times)
    known = {one: _words(one) for one in {code(index) for index in range(len(sentences))}}
    readers = [
        article.reader(sentence, known[code(index)]) for index, sentence in enumerate(sentences)
    ]
    for reader in readers:
        article.voices.note_names(reader)
    turns = find_turns(readers, sentences)
    for index, reader in enumerate(readers):
        before = len(article.drafts)
        article.read(index, sentences[index], reader)
        article.take_turn(article.drafts[before:], sentences[index].paragraph, turns)
        article.take_item(article.drafts[before:], sentences[index])
        if reader is not None:
            article.sign(sentences, index, reader)
    return article.contents()


def _paragraphs(sentences: Sequence[SentenceSpan]) -> list[Span]:
    """The stretches of the paragraphs that the sentences stand in."""
    found: dict[int, Span] = {}
    for sentence in sentences:
        first = found.get(sentence.paragraph, sentence.span)
        found[sentence.paragraph] = Span(first.start, sentence.span.end)
    return list(found.values())


def _words(code: str) -> Lexicon | None:
    if code not in packs.available():
        return None
    words = lexicon(code)
    return words if words.speech != Speech() else None


class _Voice(msgspec.Struct):
    """Who says a piece, before all names of the article are known."""

    chain: tuple[tuple[Known | None, str, Span | None], ...]
    frame: Frame
    cue: Span
    spoken: str
    held: int = -1


class _Draft(msgspec.Struct):
    """A content whose speaker may still be open."""

    parts: tuple[Span, ...]
    sentence: int
    voice: _Voice | None
    quote: int = -1
    """The quotation that all of it is in, whose speaker it shares."""
    alone: bool = False
    """A quotation with no frame around it."""
    whole: bool = False
    """A quotation as a whole."""
    last: _Voice | None = None
    """Who spoke last before it."""
    about: Span | None = None


class _Article:
    """One article on the way from sentences to contents."""

    def __init__(self, text: str, quotes: Sequence[Quote], times: Sequence[Time]) -> None:
        self.text = text
        self.quotes = quotes
        self.voices = Voices(text, times)
        self.drafts: list[_Draft] = []
        self.by_quote: dict[int, _Voice] = {}
        """Who speaks in a quotation, by its index."""
        self.last: _Voice | None = None
        self.turn: tuple[int, _Voice | None] = (-1, None)
        """The paragraph that is somebody's turn in a conversation, and who speaks in it."""
        self.lister: _Voice | None = None
        """Who lists what stands in the items that follow."""
        self._quote_ends = [quote.span.end for quote in quotes]

    def read(self, index: int, sentence: SentenceSpan, reader: Reader | None) -> None:
        """Read one sentence; without a reader its language is not known."""
        before = len(self.drafts)
        if reader is not None:
            frames = find_frames(reader)
            heard = self.voices.hear(reader, frames)
            for piece in Layout(reader).lay(frames):
                self._draft(index, reader, piece, heard)
            if any(heard.values()):
                self.voices.silent = sentence.span.end
            if len(self.drafts) == before:
                for piece in Layout(reader).lay(()):
                    self._draft(index, reader, piece, {})
        if len(self.drafts) == before:
            self.drafts.append(_Draft((sentence.span,), index, None))

    def take_turn(self, drafts: Sequence[_Draft], paragraph: int, turns: set[int]) -> None:
        """Give what nobody else says in a turn to who speaks in it."""
        if paragraph not in turns:
            return
        if self.turn[0] != paragraph:
            self.turn = (paragraph, drafts[0].voice)
        for draft in drafts:
            if draft.voice is None and draft.quote < 0:
                draft.voice = self.turn[1]

    def take_item(self, drafts: Sequence[_Draft], sentence: SentenceSpan) -> None:
        """Give what nobody else says in an item of a list to who spoke in the line before it, which
        ended in a colon: "The ministry said the raids led to:"."""
        if sentence.kind != "bullet":
            opens = self.text[sentence.span.end - 1] == ":"
            self.lister = drafts[-1].voice if opens else None
            return
        for draft in drafts:
            if draft.voice is None and draft.quote < 0:
                draft.voice = self.lister

    def sign(self, sentences: Sequence[SentenceSpan], index: int, reader: Reader) -> None:
        """Give what nobody else says before the signature of a post to who signs it."""
        sentence = sentences[index]
        name = signer(self.text, sentence.span)
        own = [at for at, token in enumerate(reader.tokens) if name and token.start >= name.start]
        stop = next((at for at in own if name and reader.tokens[at].end > name.end), 0)
        if not own or stop <= own[0]:
            return
        frame = Frame(own[0], stop, Scope.BEFORE, SpeechKind.DIRECT, subject=(own[0], stop))
        heard = self.voices.hear(reader, [frame])
        voice = self._voice(reader, Piece((), (frame,)), heard)
        for draft in reversed(self.drafts):
            before = sentences[draft.sentence]
            if draft.sentence == index or draft.voice is not None:
                continue
            if before.paragraph != sentence.paragraph or signer(self.text, before.span):
                return
            draft.voice = voice if draft.quote < 0 else None

    def reader(self, sentence: SentenceSpan, words: Lexicon | None) -> Reader | None:
        """The sentence's words, if its language is known."""
        if words is None:
            return None
        span = sentence.span
        first = bisect_left(self._quote_ends, span.start + 1)
        tokens = tokens_of(self.text, span.start, span.end, self.quotes, first)
        tokens = as_spelled(without_acronyms(tokens, words), words)
        tokens = with_whole_media(tokens, words)
        opened = item_start(self.text, span)
        if words.dateline is not None:
            match = words.dateline.match(self.text, opened, min(span.end, opened + 120))
            opened = match.end() if match is not None else opened
        begin = next((at for at, token in enumerate(tokens) if token.start >= opened), 0)
        return Reader(tokens, words, begin, sentence.kind == "headline")

    def _draft(
        self, index: int, reader: Reader, piece: Piece, heard: dict[int, Known | None]
    ) -> None:
        parts = spans_of(reader, piece, self.quotes)
        if not parts:
            return
        voice = self._voice(reader, piece, heard) if piece.frames else None
        first, last = piece.parts[0]
        inside = {token.quote for token in reader.tokens[first:last] if not token.sign}
        signs = (at for at in range(first, last) if reader.tokens[at].sign)
        quotes = inside | {reader.tokens[at].quote for at in signs if not reader.is_end(at)}
        quote = next(iter(inside)) if len(inside) == 1 else -1
        about = self._about(reader, piece)
        draft = _Draft(parts, index, voice, quote, last=self.last, about=about)
        draft.whole = quote >= 0
        draft.alone = quote >= 0 and len(quotes) == 1
        self.drafts.append(draft)
        if voice is not None:
            self.last = voice
            for one in {*inside, reader.tokens[last - 1].quote} - {-1}:
                self.by_quote.setdefault(one, voice)

    def _about(self, reader: Reader, piece: Piece) -> Span | None:
        """Where the noun stands of which a piece tells, with its article in a relative clause."""
        if piece.about is None:
            return None
        if piece.frames and piece.frames[0].related:
            first, last = piece.about
            return Span(reader.tokens[first].start, reader.tokens[last - 1].end)
        about = mention_at(self.text, reader, piece.about)
        return about.span if about else None

    def _voice(self, reader: Reader, piece: Piece, heard: dict[int, Known | None]) -> _Voice:
        frame = piece.frames[0]
        known = heard.get(frame.start)
        lead = frame.lead if frame.lead >= 0 else frame.start
        spoken = self.voices.time_in(reader, lead, frame.end)
        if known is not None:
            spoken = known.spoken = spoken or known.spoken
        last = frame.end - 1
        while last > frame.start and reader.tokens[last].sign and not reader.closes_quote(last):
            last -= 1
        start, end = reader.tokens[frame.start].start, reader.tokens[last].end
        if frame.attached:
            end = reader.tokens[frame.end].start + frame.attached
        chain = self.voices.chain(reader, piece.frames, heard)
        held = reader.tokens[frame.held].start if frame.held >= 0 else -1
        return _Voice(chain, frame, Span(start, end), spoken, held)

    def contents(self) -> tuple[Content, ...]:
        """The contents, with every speaker under the fullest name the article gives."""
        return tuple(self._content(draft) for draft in self.drafts)

    def _content(self, draft: _Draft) -> Content:
        voice = draft.voice
        if voice is None and draft.quote >= 0:
            voice = self.by_quote.get(draft.quote) or (draft.last if draft.alone else None)
        if voice is None or voice.frame.outward:
            return Content(draft.parts, draft.sentence, Attribution(), about=draft.about)
        frame = voice.frame
        kind = frame.kind
        if draft.whole and kind is SpeechKind.INDIRECT:
            kind = SpeechKind.DIRECT
        elif not draft.whole and kind is SpeechKind.DIRECT:
            kind = SpeechKind.INDIRECT
        chain: list[Speaker] = []
        for known, name, span in voice.chain:
            speaker = Speaker(known.name if known else name, span)
            if all(speaker.name != one.name for one in chain):
                chain.append(speaker)
        if not chain and kind is not SpeechKind.PASSIVE:
            kind = SpeechKind.PASSIVE
        attribution = Attribution(kind, tuple(chain), voice.cue, frame.stance, voice.spoken)
        about = draft.about if frame.shown else None
        return Content(
            draft.parts, draft.sentence, attribution, frame.denied, about, held=voice.held
        )
