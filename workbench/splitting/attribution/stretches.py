"""Who asserts what: the stretches of each sentence and the speaker answerable for them.

Frames of speech are found in each sentence, its words are laid out among them, and the names
in them are led to the speakers of the article. What nobody else says the outlet says. A
quotation that runs over sentences keeps its speaker; one that stands alone is the last
speaker's.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from workbench.facets.types import Time
from workbench.language import packs
from workbench.language.schema.speech import Speech
from workbench.language.spans import Span
from workbench.splitting.attribution.frames import FAR, Frame, Range, Reader, Scope
from workbench.splitting.attribution.full_names import names_in
from workbench.splitting.attribution.scope import Layout, Piece
from workbench.splitting.attribution.sources import find_frames
from workbench.splitting.attribution.speakers import Known, Mention, Speakers, agrees, mention_at
from workbench.splitting.attribution.subject_first import SubjectFirst
from workbench.splitting.attribution.trimming import spans_of
from workbench.splitting.attribution.verb_first import VerbFirst
from workbench.splitting.attribution.words import Lexicon, lexicon, tokens_of, without_acronyms
from workbench.splitting.quotes import Quote, find_quotes
from workbench.splitting.sentences import SentenceSpan
from workbench.splitting.types import Attribution, Content, Speaker, SpeechKind

_BESIDE = 8
"""Words behind "the ministry replied" among which the time of the reply stands."""
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
        article.note_names(reader)
    for index, reader in enumerate(readers):
        article.read(index, sentences[index], reader)
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


@dataclass(slots=True)
class _Voice:
    """Who says a piece, before all names of the article are known."""

    chain: tuple[tuple[Known | None, str, Span | None], ...]
    frame: Frame
    cue: Span
    spoken: str


@dataclass(slots=True)
class _Draft:
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
        self.times = [time for time in times if time.interval is not None]
        self.starts = [time.span.start for time in self.times]
        self.speakers = Speakers()
        self.drafts: list[_Draft] = []
        self.voices: dict[int, _Voice] = {}
        self.issuers: dict[str, Known] = {}
        self.last: _Voice | None = None
        self.silent = 0
        """Where the sentences behind the last speaker begin."""
        self._quote_ends = [quote.span.end for quote in quotes]

    def note_names(self, reader: Reader | None) -> None:
        """Note the full names of a sentence that short ones may stand for."""
        if reader is None:
            return
        for mention in names_in(self.text, reader):
            self.speakers.add_name(mention)
        if reader.lexicon.stand_ins:
            self._note_subject(reader)

    def _note_subject(self, reader: Reader) -> None:
        found = main_subject(reader, reader.size)
        if found and reader.key(found[0]) in reader.lexicon.belongings:
            if found[1] - found[0] < 3:
                return  # "Output rose" is about nobody.
            joined = reader.key(found[0] + 1) in reader.lexicon.joints
            found = (found[0] + 2, found[1]) if joined else found
        mention = mention_at(self.text, reader, found) if found else None
        if not found or not mention or found[1] - found[0] > 8:
            return
        if reader.tokens[found[0]].quote >= 0:
            return
        if reader.lexicon.speech.verb_first:
            named = found[0] <= reader.begin + 2 and mention.kind in ("person", "organisation")
        else:
            named = mention.name[0].isupper() and mention.words[0] not in reader.lexicon.pronouns
            named = named or mention.kind in ("person", "organisation")
        if named:
            self.speakers.add_subject(mention)

    def read(self, index: int, sentence: SentenceSpan, reader: Reader | None) -> None:
        """Read one sentence; without a reader its language is not known."""
        before = len(self.drafts)
        if reader is not None:
            frames = find_frames(reader)
            heard = self._hear(reader, frames)
            for piece in Layout(reader).lay(frames):
                self._draft(index, reader, piece, heard)
            if any(heard.values()):
                self.silent = sentence.span.end
            if len(self.drafts) == before:
                for piece in Layout(reader).lay(()):
                    self._draft(index, reader, piece, {})
        if len(self.drafts) == before:
            self.drafts.append(_Draft((sentence.span,), index, None))

    def reader(self, sentence: SentenceSpan, words: Lexicon | None) -> Reader | None:
        """The sentence's words, if its language is known."""
        if words is None:
            return None
        span = sentence.span
        first = bisect_left(self._quote_ends, span.start + 1)
        tokens = tokens_of(self.text, span.start, span.end, self.quotes, first)
        tokens = without_acronyms(tokens, words)
        begin = 0
        if words.dateline is not None:
            match = words.dateline.match(self.text, span.start, min(span.end, span.start + 120))
            if match is not None:
                begin = next(
                    (at for at, token in enumerate(tokens) if token.start >= match.end()), 0
                )
        return Reader(tokens, words, begin, sentence.kind == "headline")

    # Speakers

    def _hear(self, reader: Reader, frames: Sequence[Frame]) -> dict[int, Known | None]:
        """Who speaks in each frame of a sentence, by the frame's start."""
        heard: dict[int, Known | None] = {}
        latest: Known | None = None
        for frame in frames:
            known = self._speaker(reader, frame, latest)
            heard[frame.start] = known
            if known is not None:
                self.speakers.hear(known)
                if frame.scope is Scope.NONE:
                    spoken = self._time_in(reader, frame.start, frame.end + _BESIDE)
                    known.spoken = spoken or known.spoken
                latest = known
        return heard

    def _speaker(self, reader: Reader, frame: Frame, latest: Known | None) -> Known | None:
        if frame.kind is SpeechKind.PASSIVE:
            return None
        if frame.subject is None:
            shares = frame.participle or frame.agree == "any"
            joined = reader.lexicon.speech.verb_first and agrees(latest, frame.agree)
            if latest is not None and (shares or joined):
                return latest
            return self._unnamed(reader, frame, shares)
        agree = frame.agree if reader.lexicon.speech.verb_first else "any"
        where, attached = frame.subject, frame.subject_attached
        mention = mention_at(self.text, reader, where, attached, agree)
        if mention is None:
            return self.speakers.last()
        if mention.kind == "document":
            return self._issuer(reader, where, mention)
        if mention.words[-1] in reader.lexicon.aged:
            mention = self.speakers.person_before(mention.span.start) or mention
        known = self.speakers.resolve(mention, reader.lexicon)
        alias = mention_at(self.text, reader, frame.alias) if frame.alias else None
        if alias is not None:
            known.also(alias)
        return known

    def _unnamed(self, reader: Reader, frame: Frame, shares: bool) -> Known | None:
        """Whom a verb without a named subject means: its clause's, the last one's, the last heard.

        ``shares`` is whether the verb takes the subject of its clause for its own.
        """
        verb_first = reader.lexicon.speech.verb_first
        last = self.speakers.last(frame.agree)
        if shares or (verb_first and (last is None or frame.start > reader.begin + 1)):
            main = self._main(reader, frame)
            if main is not None:
                return main
        start = reader.tokens[0].start
        since = 0 if last is None else self.silent
        about = self.speakers.spoken_of(since, start, frame.agree, reader.lexicon)
        return self.speakers.resolve(about, reader.lexicon) if about else last

    def _issuer(self, reader: Reader, where: Range, mention: Mention) -> Known:
        """Whoever issued a document that speaks, or the document itself."""
        lexicon = reader.lexicon
        for at in range(where[0] + 1, where[1]):
            key = reader.key(at)
            attached = key[0] in lexicon.speech.attached and key[0] in lexicon.issuers
            before = reader.key(at - 1)
            behind = before in lexicon.documents or before in lexicon.issuers
            named = behind and key in lexicon.issuers
            if at == where[0] + 1 and self._owns(reader, at, where):
                owner = mention_at(self.text, reader, (at, where[1]))
                if owner is not None and owner.kind == "organisation":
                    return self.speakers.resolve(owner, lexicon)
            if not (attached or named) or reader.key(at + 1) in lexicon.issuers:
                continue
            issuer = mention_at(self.text, reader, (at + named, where[1]), int(not named))
            if issuer is not None and (named or issuer.kind == "organisation"):
                found = self.issuers[mention.words[0]] = self.speakers.resolve(issuer, lexicon)
                return found
        known = self.issuers.get(mention.words[0]) if len(mention.words) == 1 else None
        if known is not None and mention.definite:
            return known
        return self.speakers.resolve(mention, lexicon)

    def _owns(self, reader: Reader, at: int, where: Range) -> bool:
        """Whether a body stands right behind the document that is its own: أرقام وزارة الزراعة."""
        lexicon = reader.lexicon
        document = reader.key(at - 1)
        if document[0] in lexicon.speech.attached and document not in lexicon.documents:
            document = document[1:]
        if not lexicon.speech.verb_first or document not in lexicon.documents:
            return False
        if where[1] == at + 1 and not lexicon.is_definite(reader.key(at)):
            return False  # "an internal memo" (مذكرة داخلية) is not the Interior's
        return lexicon.bare(reader.tokens[at]) in lexicon.bare_organisations

    def _main(self, reader: Reader, frame: Frame) -> Known | None:
        """The subject of the sentence, where a verb has no other speaker."""
        if frame.start == reader.begin:
            return None
        found = main_subject(reader, frame.start)
        mention = mention_at(self.text, reader, found) if found else None
        return self.speakers.resolve(mention, reader.lexicon) if mention else None

    def _chain(
        self, reader: Reader, frames: Sequence[Frame], heard: dict[int, Known | None]
    ) -> tuple[tuple[Known | None, str, Span | None], ...]:
        chain: list[tuple[Known | None, str, Span | None]] = []
        for frame in frames:
            known = heard.get(frame.start)
            if known is not None:
                where = frame.subject
                mention = (
                    mention_at(self.text, reader, where, frame.subject_attached) if where else None
                )
                chain.append((known, "", mention.span if mention else None))
            if frame.document >= 0:
                token = reader.tokens[frame.document]
                chain.append((None, token.raw, Span(token.start, token.end)))
                if known is not None:
                    for mention in [
                        mention_at(self.text, reader, (frame.document, frame.document + 1))
                    ]:
                        if mention is not None:
                            self.issuers[mention.words[0]] = known
            # Who was told speaks for nobody that the article does not name.
            for where in (frame.medium if chain else None, frame.relay):
                attached = _attached(reader, where) if where else 0
                mention = mention_at(self.text, reader, where, attached) if where else None
                if mention is not None:
                    chain.append((None, mention.name, mention.span))
        return tuple(chain)

    # Times

    def _time_in(self, reader: Reader, first: int, last: int) -> str:
        """EDTF of the first time among some tokens."""
        if first >= last or first >= reader.size:
            return ""
        start, end = reader.tokens[first].start, reader.tokens[min(last, reader.size) - 1].end
        at = bisect_left(self.starts, start)
        if at < len(self.times) and self.times[at].span.end <= end:
            interval = self.times[at].interval
            return interval.edtf if interval else ""
        return ""

    # Drafts

    def _draft(
        self, index: int, reader: Reader, piece: Piece, heard: dict[int, Known | None]
    ) -> None:
        parts = spans_of(reader, piece, self.quotes)
        if not parts:
            return
        voice = self._voice(reader, piece, heard) if piece.frames else None
        first, last = piece.parts[0]
        quotes = {reader.tokens[at].quote for at in range(first, last) if not reader.is_end(at)}
        inside = {
            reader.tokens[at].quote for at in range(first, last) if not reader.tokens[at].sign
        }
        quote = next(iter(inside)) if len(inside) == 1 else -1
        about = mention_at(self.text, reader, piece.about) if piece.about else None
        draft = _Draft(
            parts, index, voice, quote, last=self.last, about=about.span if about else None
        )
        draft.whole = quote >= 0
        draft.alone = quote >= 0 and len(quotes) == 1
        self.drafts.append(draft)
        if voice is not None:
            self.last = voice
            for one in {*inside, reader.tokens[last - 1].quote} - {-1}:
                self.voices.setdefault(one, voice)

    def _voice(self, reader: Reader, piece: Piece, heard: dict[int, Known | None]) -> _Voice:
        frame = piece.frames[0]
        known = heard.get(frame.start)
        lead = frame.lead if frame.lead >= 0 else frame.start
        spoken = self._time_in(reader, lead, frame.end)
        if known is not None:
            spoken = known.spoken = spoken or known.spoken
        last = frame.end - 1
        while last > frame.start and reader.tokens[last].sign and not reader.closes_quote(last):
            last -= 1
        start, end = reader.tokens[frame.start].start, reader.tokens[last].end
        if frame.attached:
            end = reader.tokens[frame.end].start + frame.attached
        chain = self._chain(reader, piece.frames, heard)
        return _Voice(chain, frame, Span(start, end), spoken)

    def contents(self) -> tuple[Content, ...]:
        """The contents, with every speaker under the fullest name the article gives."""
        return tuple(self._content(draft) for draft in self.drafts)

    def _content(self, draft: _Draft) -> Content:
        voice = draft.voice
        if voice is None and draft.quote >= 0:
            voice = self.voices.get(draft.quote) or (draft.last if draft.alone else None)
        if voice is None:
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
        return Content(draft.parts, draft.sentence, attribution, denied=frame.denied)


def _attached(reader: Reader, where: Range) -> int:
    """Letters of a preposition at the start of a name (لوكالة)."""
    key = reader.key(where[0])
    return int(key[0] in reader.lexicon.speech.attached and key not in reader.lexicon.media)


def main_subject(reader: Reader, end: int) -> Range | None:
    """The likely subject of the clause that a sentence begins with."""
    lexicon = reader.lexicon
    first = reader.begin
    stop = min(end, first + FAR)
    if lexicon.speech.verb_first:
        return VerbFirst(reader).main_subject(first, stop)
    for at in range(first, stop):
        if lexicon.is_finite(reader.tokens[at]):
            if reader.key(at - 1) in lexicon.relatives:
                continue  # "The mayor, who took office in January, defended…"
            found = SubjectFirst(reader).subject(at)
            return found[1] if found else None
    return None
