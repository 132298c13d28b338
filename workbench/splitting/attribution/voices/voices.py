"""Who speaks in each frame of an article, while its sentences are read in order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from msgspec.structs import replace

from workbench.facets.types import Time
from workbench.language.spans import Span
from workbench.splitting.attribution.frames import Frame, Range, Reader, Scope
from workbench.splitting.attribution.verb_first.clause_subjects import ClauseSubjects, attached_body
from workbench.splitting.attribution.voices.full_names import names_in
from workbench.splitting.attribution.voices.main_subjects import (
    acting_name,
    behind_label,
    by_issuer,
    joined_subject,
    main_subject,
    past_modifiers,
)
from workbench.splitting.attribution.voices.mention import (
    Mention,
    are_things,
    is_common,
    issuer_end,
    mention_at,
)
from workbench.splitting.attribution.voices.own_documents import owner_of, owns
from workbench.splitting.attribution.voices.speakers import Known, Speakers, agrees
from workbench.splitting.types import SpeechKind

_BESIDE = 8
"""Words behind "the ministry replied" among which the time of the reply stands."""


class Voices:
    """The speakers of one article, and through whom and when they spoke."""

    def __init__(self, text: str, times: Sequence[Time]) -> None:
        self.text = text
        self.times = [time for time in times if time.interval is not None]
        self.starts = [time.span.start for time in self.times]
        self.speakers = Speakers()
        self.issuers: dict[str, Known] = {}
        self._behind = 0
        """The token at which the last frame of the sentence that is read begins."""
        self._inside = False
        """Whether that is a relative clause of somebody inside the sentence."""
        self.silent = 0
        """Where the sentences behind the last speaker begin."""

    def note_names(self, reader: Reader | None) -> None:
        """Note the full names of a sentence that short ones may stand for."""
        if reader is None:
            return
        for mention in names_in(self.text, reader):
            self.speakers.add_name(mention, reader.lexicon)
        if reader.lexicon.stand_ins:
            self._note_subject(reader)

    def _note_subject(self, reader: Reader) -> None:
        found = main_subject(reader, reader.size)
        found = past_modifiers(reader, found) if found else found
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
        if mention.agree == "p" and not reader.lexicon.speech.verb_first:
            self.speakers.add_several(mention)
        if reader.lexicon.speech.verb_first:
            if (acting := acting_name(reader, found, mention)) is not None:
                self.speakers.add_acting(acting)
            named = found[0] <= behind_label(reader) + 2 and mention.kind in (
                "person",
                "organisation",
            )
        else:
            one_of = reader.lexicon.articles - reader.lexicon.definite  # "A footbridge in Leeds"
            named = mention.name[0].isupper() and reader.key(found[0]) not in one_of
            named = named and mention.words[0] not in reader.lexicon.pronouns
            named = named and not are_things(reader, found)
            if named and self._is_thing(reader, found[1] - 1, mention):
                return
            named = named or mention.kind in ("person", "organisation")
        if named:
            person = not mention.kind and reader.has_age(found[1])
            self.speakers.add_subject(replace(mention, kind="person") if person else mention)

    def _is_thing(self, reader: Reader, last: int, mention: Mention) -> bool:
        """Whether a name only says which thing is meant: "the *Ravi and Chenab* rivers"."""
        small = reader.tokens[last].raw[:1].islower()
        return small and not any(is_common(word, reader.lexicon) for word in mention.words)

    def hear(self, reader: Reader, frames: Sequence[Frame]) -> dict[int, Known | None]:
        """Who speaks in each frame of a sentence, by the frame's start."""
        heard: dict[int, Known | None] = {}
        own = bool(frames) and _tells_of_himself(reader)
        latest: Known | None = None
        spoke: list[Known] = []
        self._behind, self._inside = reader.begin, False
        for frame in frames:
            known = self._speaker(reader, frame, _who_goes_on(frame, spoke, latest))
            self._behind = max(self._behind, frame.start)
            self._inside = reader.key(frame.start) in reader.lexicon.relatives
            heard[frame.start] = known
            if known is not None and latest is not None and frame.kind is SpeechKind.ACCORDING_TO:
                self.speakers.hear(latest)  # who was quoted goes on, not who passed it on
            elif known is not None:
                self.speakers.hear(known)
                known.at = reader.tokens[frame.start].start
                known.kind = known.kind or _shown_kind(reader, frame, own)
                if frame.scope is Scope.NONE:
                    spoken = self.time_in(reader, frame.start, frame.end + _BESIDE)
                    known.spoken = spoken or known.spoken
                latest = self._reporter(reader, frame) or known
                spoke.append(latest)
        return heard

    def _reporter(self, reader: Reader, frame: Frame) -> Known | None:
        """Who passed another's words on and goes on speaking, where it is somebody and no agency:
        نقل النائب عن الوزير أن…، واعتبر أن…"""
        mention = mention_at(self.text, reader, frame.relay) if frame.relay else None
        bodies = ("organisation", "document")
        if mention is None or mention.kind in bodies or mention.words[0] in reader.lexicon.media:
            return None
        heard = self.speakers.last()
        known = self.speakers.resolve(mention, reader.lexicon)
        if known.kind not in bodies:
            return known
        if heard is not None:
            self.speakers.hear(heard)  # Whose words an agency passes on goes on speaking.
        return None

    def _speaker(self, reader: Reader, frame: Frame, latest: Known | None) -> Known | None:
        if frame.kind is SpeechKind.PASSIVE:
            return None
        if frame.subject is None:
            shares = frame.participle or frame.agree == "any"
            joined = reader.lexicon.speech.verb_first and agrees(latest, frame.agree)
            acted = self._acted(reader, frame)
            if acted is None and self._inside and not frame.participle:
                acted = self._around(reader, frame)
            if acted is None and latest is not None and (shares or joined):
                acted = latest
            if acted is not None:
                return acted
            return self._unnamed(reader, frame, shares)
        agree = frame.agree if reader.lexicon.speech.verb_first else "any"
        where, attached = frame.subject, frame.subject_attached
        mention = mention_at(self.text, reader, where, attached, agree)
        if mention is None:
            return self.speakers.last()
        written = self._written(reader, frame, mention)
        if written is not None:
            return written
        if mention.words[-1] in reader.lexicon.aged:
            mention = self.speakers.person_before(mention.span.start) or mention
        known = self.speakers.resolve(mention, reader.lexicon)
        alias = mention_at(self.text, reader, frame.alias) if frame.alias else None
        if alias is not None:
            known.also(alias)
        return known

    def _written(self, reader: Reader, frame: Frame, mention: Mention) -> Known | None:
        """Whose a document is that speaks, or the document itself."""
        where = frame.subject or (0, 0)
        owner = owner_of(reader, where)
        whose = self._owner(reader, frame, owner) if owner else None
        if whose is not None or mention.kind != "document":
            return whose
        # "Data *published* on Tuesday": by nobody who is named.
        bare = mention.words[-1] in reader.lexicon.issuing and len(mention.words) > 1
        where = (where[0], where[1] - 1) if bare else where
        mention = (mention_at(self.text, reader, where) if bare else None) or mention
        return self._issuer(reader, where, mention)

    def _owner(self, reader: Reader, frame: Frame, agree: str) -> Known | None:
        """Whose document a pronoun says that it is: of who acts in the sentence before it, if any
        agrees, or of who was heard last."""
        led = frame.start == reader.begin
        around = None if led else self._around(reader, replace(frame, agree=agree))
        return around or self.speakers.last(agree) or self.speakers.last()

    def _acted(self, reader: Reader, frame: Frame) -> Known | None:
        """Who did something behind the last speaker in the sentence, and speaks himself now."""
        if not reader.lexicon.speech.verb_first or frame.agree not in ("m", "f"):
            return None
        subjects = ClauseSubjects(reader)
        near = subjects.contrasted_subject if frame.participle else subjects.near_subject
        found = near(frame.start, frame.agree, self._behind)
        mention = mention_at(self.text, reader, found) if found else None
        return self.speakers.resolve(mention, reader.lexicon) if mention else None

    def _around(self, reader: Reader, frame: Frame) -> Known | None:
        """Who acts in the clause around a relative one in which another spoke, if the verb agrees:
        نفت *الوزارة* حصيلة الحركة التي زعمت …، وقالت إن."""
        found, lexicon = main_subject(reader, frame.start), reader.lexicon
        mention = mention_at(self.text, reader, found, agree=frame.agree) if found else None
        if found is None or mention is None:
            return None
        head = lexicon.bare(reader.tokens[found[0]])
        feminine = head.endswith(lexicon.feminine_endings or "\0")
        return self.speakers.resolve(mention, lexicon) if feminine == (frame.agree == "f") else None

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
        if not verb_first and last is not None and last.at >= start:
            return last  # "Ann Lee told the paper …, but *she* denied …"
        within = None if verb_first else self._in_sentence(reader, frame, last)
        if within is not None:
            return within
        if not verb_first and frame.agree in ("m", "f") and (not last or last.agree == "any"):
            shown = self.speakers.shown_before(start, frame.agree)
            if shown is not None and (last is None or shown.span.start > last.at):
                return self.speakers.resolve(shown, reader.lexicon)
        several = self.speakers.several_before(start) if frame.agree == "p" else None
        if several is not None and (last is None or several.span.start > last.at):
            return self.speakers.resolve(several, reader.lexicon)
        since = 0 if last is None else self.silent
        about = self.speakers.spoken_of(since, start, frame.agree, reader.lexicon)
        if about is None and last is None and frame.agree in ("m", "f") and not verb_first:
            about = self.speakers.person_named(start, frame.agree)
        other = last or self._named_in(reader, frame)
        if about is not None and last is None and other is not None:
            # After "Australia will …": "*Meta* has begun …, it said".
            about = None if about.words[-1] in reader.lexicon.places else about
        return self.speakers.resolve(about, reader.lexicon) if about else other

    def _named_in(self, reader: Reader, frame: Frame) -> Known | None:
        """Who acted before, or the firm that "it" is, where an article has named nothing else:
        "Brightwave has won a contract, *it* said"."""
        acting = self.speakers.acting_before(reader.tokens[0].start, frame.agree)
        if acting is not None:
            return self.speakers.resolve(acting, reader.lexicon)
        meant = frame.scope is Scope.BEFORE and frame.agree == "n"
        main = self._main(reader, frame) if meant else None
        named = main is not None and not main.kind and main.name[0].isupper()
        return main if named else None

    def _in_sentence(self, reader: Reader, frame: Frame, last: Known | None) -> Known | None:
        """Whom the clause before tells of, where it is only a circumstance ("When Smith was asked,
        *he* said"), or a body that nobody spoke before: "The fund earned $3bn, *it* said"."""
        lexicon, begin = reader.lexicon, reader.begin
        if last is None and frame.scope is Scope.BEFORE and frame.agree == "n":
            main = self._main(reader, frame)
            return main if main is not None and main.kind == "organisation" else None
        if frame.agree not in ("m", "f") or reader.tokens[begin].quote >= 0:
            return None
        if reader.is_time(begin) or reader.key(begin) in lexicon.adjuncts:
            begin = reader.next_break(begin) + 1
        opens = reader.is_connective(begin) and reader.key(begin) not in lexicon.plain_joints
        opens = opens or frame.shown is not None  # "Ann Lee blamed a gauge, which *she* said …"
        if not opens or frame.start <= begin:
            return None
        found = main_subject(reader, frame.start)
        mention = mention_at(self.text, reader, found) if found else None
        if mention is None or mention.kind not in ("", "person") or not mention.name[0].isupper():
            return None
        if mention.agree not in ("any", frame.agree) or mention.words[0] in lexicon.pronouns:
            return None
        return self.speakers.resolve(mention, lexicon)

    def _issuer(self, reader: Reader, where: Range, mention: Mention) -> Known:
        """Whoever issued a document that speaks, or the document itself."""
        lexicon = reader.lexicon
        for at in range(where[0] + 1, where[1]):
            key = reader.key(at)
            attached = key[0] in lexicon.speech.attached and key[0] in lexicon.issuers
            before = reader.key(at - 1)
            behind = before in lexicon.documents | lexicon.issuers | lexicon.issuing
            named = behind and key in lexicon.issuers
            if at == where[0] + 1 and owns(reader, at, where):
                owner = mention_at(self.text, reader, (at, where[1]))
                if owner is not None and owner.kind == "organisation":
                    return self.speakers.resolve(owner, lexicon)
            if not (attached or named) or reader.key(at + 1) in lexicon.issuers:
                continue
            printed = named and before in lexicon.studies and reader.key(at + 1) in lexicon.media
            study = mention_at(self.text, reader, (where[0], at)) if printed else None
            if study is not None:
                return self.speakers.resolve(study, lexicon)  # A journal only prints it.
            whose = (at + named, issuer_end(reader, at + named, where[1]))
            issuer = mention_at(self.text, reader, whose, int(not named))
            # تصريح | لرئيس الوزراء, but a statement only ascribed to him is not his own.
            own = at == where[0] + 1 and before not in lexicon.studies
            kinds = ("organisation", "person") if own else ("organisation",)
            about = before in lexicon.studies and key in lexicon.topics  # دراسة عن الأماكن
            said = named and not about
            if issuer is not None and (said or issuer.kind in kinds):
                found = self.issuers[mention.words[0]] = self.speakers.resolve(issuer, lexicon)
                return found
        known = self.issuers.get(mention.words[0]) if len(mention.words) == 1 else None
        if known is not None and mention.definite:
            return known
        return self.speakers.resolve(mention, lexicon)

    def _main(self, reader: Reader, frame: Frame) -> Known | None:
        """The subject of the sentence, where a verb has no other speaker."""
        if frame.start == reader.begin:
            return None
        goes_on = frame.participle or reader.is_connective(frame.start - 1)
        found = joined_subject(reader, frame.start) if goes_on else None
        if found and reader.key(found[0]) in reader.lexicon.pronouns:
            found = None
        found = found or main_subject(reader, frame.start)
        found = by_issuer(reader, found) if found else found
        attached = attached_body(reader, found[0]) if found else 0
        mention = mention_at(self.text, reader, found, attached) if found else None
        if mention is None or mention.words[0] in reader.lexicon.pronouns:
            return None  # "It lifted most warnings but *said* …"
        if found and frame.agree == "p" and _is_one(reader, found[0]):
            return None  # طردوا امرأة لأنهم *اعتقدوا* أن …
        return self.speakers.resolve(mention, reader.lexicon)

    def chain(
        self, reader: Reader, frames: Sequence[Frame], heard: dict[int, Known | None]
    ) -> tuple[tuple[Known | None, str, Span | None], ...]:
        """Who said it, then through what and whom, from the claimant outwards."""
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
                attached = _attached(reader, where) if where and where == frame.medium else 0
                mention = mention_at(self.text, reader, where, attached) if where else None
                if mention is not None:
                    chain.append((None, mention.name, mention.span))
        return tuple(chain)

    def time_in(self, reader: Reader, first: int, last: int) -> str:
        """EDTF of the first time among some tokens."""
        if first >= last or first >= reader.size:
            return ""
        start, end = reader.tokens[first].start, reader.tokens[min(last, reader.size) - 1].end
        at = bisect_left(self.starts, start)
        if at < len(self.times) and self.times[at].span.end <= end:
            interval = self.times[at].interval
            return interval.edtf if interval else ""
        return ""


def _who_goes_on(frame: Frame, spoke: Sequence[Known], latest: Known | None) -> Known | None:
    """Who goes on speaking in a participle: the last of a sentence, but where it does not agree,
    the one before who does: أوضح البابا أن التحقيقات كشفت …، *لافتا* إلى أن."""
    if not frame.participle or frame.agree not in ("m", "f") or agrees(latest, frame.agree):
        return latest
    return next((one for one in reversed(spoke) if agrees(one, frame.agree)), latest)


def _tells_of_himself(reader: Reader) -> bool:
    """Whether somebody is quoted with words of himself ("*my*") in a sentence."""
    own = reader.lexicon.own_words
    return bool(own) and any(token.quote >= 0 and token.key in own for token in reader.tokens)


def _shown_kind(reader: Reader, frame: Frame, own: bool) -> str:
    """What a speaker without a title shows to be: a body ("Nordvik said *its* profit rose"), or
    somebody by what he says of himself ('"*My* leg hurt," Tonya Reeves said') or by his name
    behind the verb ('"…," *said Tonya Reeves*')."""
    if reader.key(frame.end) in reader.lexicon.body_possessives:
        return "organisation"
    return "person" if own or _closes_quotation(reader, frame) else ""


def _closes_quotation(reader: Reader, frame: Frame) -> bool:
    """Whether a verb and a name of some words close a quotation, where the subject comes first."""
    if frame.subject is None or frame.document >= 0 or reader.lexicon.speech.verb_first:
        return False
    first, stop = frame.subject
    inverted = first > frame.start and bool(reader.lexicon.verb(reader.tokens[first - 1]))
    quoted = reader.closes_quote(frame.start - 1) or reader.closes_quote(frame.start - 2)
    named = stop - first > 1 and all(reader.tokens[at].is_capital for at in range(first, stop))
    body = reader.key(stop - 1) in reader.lexicon.body_endings  # said Velda *Motors*
    return inverted and quoted and named and not body


def _attached(reader: Reader, where: Range) -> int:
    """Letters of a preposition at the start of a name (لوكالة), none of one that is quoted."""
    key = reader.key(where[0])
    if reader.tokens[where[0]].quote >= 0:
        return 0  # لـ«بوابة الوسط»
    return int(key[0] in reader.lexicon.speech.attached and key not in reader.lexicon.media)


def _is_one(reader: Reader, at: int) -> bool:
    """Whether a word names one woman or thing by its ending, and no body, where gender is written:
    of such a verb has no plural."""
    lexicon = reader.lexicon
    head = lexicon.bare(reader.tokens[at])
    feminine = head.endswith(lexicon.feminine_endings or "\0")
    return lexicon.speech.verb_first and feminine and head not in lexicon.bare_organisations
