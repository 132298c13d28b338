"""One asserted stretch of a sentence on its way to claims: clauses, lists, context, worth."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter

import msgspec
from msgspec.structs import replace

from workbench.facets.bundle import select
from workbench.facets.interval import Interval, Precision
from workbench.facets.types import Facets, Modality
from workbench.language import packs
from workbench.language.fold import fold_text
from workbench.language.spans import Span
from workbench.language.tokens import Token
from workbench.splitting.article import Article
from workbench.splitting.backshift import is_backshifted
from workbench.splitting.clauses.clause import Clause, Range
from workbench.splitting.clauses.cutting.predication import is_address, lacks_subject
from workbench.splitting.clauses.joining.clauses import clauses
from workbench.splitting.clauses.joining.exceptions import says_only_what
from workbench.splitting.clauses.joining.shared_times import shared_time
from workbench.splitting.clauses.lists.lists import distribute
from workbench.splitting.clauses.lists.marks import Marks, marks_of
from workbench.splitting.clauses.pieces import APPENDED, Kind
from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.grammar import Grammar, grammar
from workbench.splitting.clauses.words.reading import read_words
from workbench.splitting.clauses.words.words import Word, is_verbless
from workbench.splitting.denials import is_beside_denial, is_joined_to_denial, is_turned
from workbench.splitting.pledges import is_forecast, is_promise
from workbench.splitting.segments import cut_before, quote_of, spans_of, with_article
from workbench.splitting.shared import demands, goes_on_promising, shares_modality, states_duty
from workbench.splitting.stating import is_asked, states
from workbench.splitting.types import Attribution, Content, DraftClaim, SpeechKind, SpeechStance
from workbench.splitting.wording.context import Context
from workbench.splitting.worth import weigh

_START = attrgetter("start")
_WORD = 40
"""Characters before a clause among which the word before it stands."""


class Whole(msgspec.Struct, frozen=True):
    """A sentence cut into words."""

    tokens: tuple[Token, ...]
    words: Sequence[Word]


class Drafting(msgspec.Struct, frozen=True):
    """One asserted stretch on its way to claims."""

    article: Article
    content: Content
    code: str
    sentence: Whole
    before: DraftClaim | None
    """The claim before it in the sentence."""

    def claims(self) -> Iterator[DraftClaim]:
        """A claim for each clause, and for each item of its lists."""
        content, rules = self.content, grammar(self.code)
        words = self._words(rules)
        if not states(words, content, self.article, rules):
            return
        asked = is_asked(words, content, self.article.text)
        near = self._facets_near(rules)
        context = self._context(words, rules)
        marks = marks_of(words, near)
        if not content.attribution.chain and (0, len(words)) in marks.times:
            return  # a day that stands by itself: when the article was written
        # A question asks one thing, however many clauses it has.
        found = [Clause(((0, len(words)),), Kind.START)]
        found = found if asked else self._clauses(words, rules)
        # A record tells of its clause as a whole, whose list is told apart all the same.
        lending = (clause for clause in found if clause.kind != Kind.RECORD)
        heads = [head for clause in lending for head in clause.borrowed]
        host: Facets | None = None
        times = _times_of(words, near, marks, self.article.clock.published)
        for at, clause in enumerate(found):
            when = shared_time(found, at, words, rules, times=times, places=marks.places)
            opens = clause.kind == Kind.START and content.held >= 0
            if opens and words[clause.own[-1][1] - 1].end <= content.held:
                continue  # No more than whose judgement it is.
            undenied = host is not None and not host.polarity.negated
            if undenied and says_only_what(clause, words, rules):
                continue  # "It was calm but for some incidents": that says it.
            parts = list(distribute(clause, words, rules, marks, heads))
            for item, part in enumerate(parts):
                one, tail = _telling_of(clause, part), when
                if not rules.data.subject_first:  # مقتل 7 | وإصابة 250 *في انفجار*
                    places = marks.places
                    tail = when or shared_time(
                        parts, item, words, rules, times=times, places=places
                    )
                one = replace(one, own=(*one.own, tail)) if tail else one
                claim = self._claim(one, context, near, host)
                if asked:
                    facets = replace(claim.facets, modality=Modality.QUESTION)
                    claim = replace(claim, facets=facets)
                related = clause.kind == Kind.RELATIVE and rules.data.subject_first
                if clause.kind not in {Kind.EXCEPTION, *APPENDED} and not related:
                    host = claim.facets
                yield claim

    def _facets_near(self, rules: Grammar) -> Facets:
        """The facets of the stretch and of whom it tells."""
        parts, about = self.content.parts, self.content.about
        whole = Span(parts[0].start, parts[-1].end)
        if about is not None and rules.data.subject_first:
            # "*The poll of 2,014 people*, done in May, found …"
            whole = Span(min(whole.start, about.start), max(whole.end, about.end))
        return self.article.facets_in(whole, self.code)

    def _context(self, words: Sequence[Word], rules: Grammar) -> Context:
        """What the wording of its claims is taken from."""
        article, content = self.article, self.content
        return Context(
            article.text,
            words,
            rules,
            article.mentions,
            content.sentence,
            content.attribution,
            article.facets[self.code].places,
            article.sentences[content.sentence].span,
            self._told_of(rules),
            self._added_to(words, rules),
            article.sentences[max(0, content.sentence - 1)].span.start,
        )

    def _words(self, rules: Grammar) -> Sequence[Word]:
        """The words of the stretch; most are a whole sentence, which has been read."""
        tokens = sum(map(self.article.tokens_in, self.content.parts), ())
        if tokens == self.sentence.tokens:
            return self.sentence.words
        return read_words(self.article.text, tokens, rules)

    def _clauses(self, words: Sequence[Word], rules: Grammar) -> list[Clause]:
        """What is asserted, one predicate each; nobody is told "welcome to the news"."""
        reported = bool(self.content.attribution.chain)
        held = fold_text(self._word_before(words[0].start)) in rules.third_persons
        pronoun = held and not rules.data.subject_first
        found = clauses(words, rules, reported=reported, pronoun=pronoun)
        if reported:
            return found
        return [clause for clause in found if not is_address(words, clause.own[0][0], rules)]

    def _added_to(self, words: Sequence[Word], rules: Grammar) -> Span | None:
        """What a phrase behind a frame is added to: "*troops are in Iraq*, he said, along with
        soldiers from France"."""
        before = self.before
        if before is None or len(before.segments) > 1:
            return None
        if not rules.data.subject_first:
            return before.segments[0] if _takes_up(words, rules) else None
        phrase = words[0].core in rules.prepositions
        same = before.attribution.chain == self.content.attribution.chain
        return before.segments[0] if phrase and same and is_verbless(words) else None

    def _pledged(self, clause: Clause, context: Context, facets: Facets) -> bool:
        """Whether what a speaker foretells is a promise."""
        promised = self.content.attribution.stance is SpeechStance.PLEDGED
        goes_on = clause.own[0][0] == 0 or goes_on_promising(clause, context.words, context.rules)
        if promised and goes_on and self._behind_infinitive(context):
            return True
        opening = context.words[clause.own[0][0]]
        before = self._word_before(opening.start)
        ruled = self.content.denied and before in context.rules.ruling_out
        if ruled and opening.verb == Verb.GERUND:
            return True  # "ruled *out* raising income tax"
        if facets.modality != Modality.PREDICTION:
            return False
        # Its body may stand in the clause before: "the agency … and will end", الشركة … ولن تلجأ.
        own = context.rules.data.subject_first and opening.verb == Verb.NO
        ranges = clause.own if own and opening.core not in context.rules.modals else clause.ranges
        words = [context.words[at] for first, last in ranges for at in range(first, last)]
        first = ranges[0][0]
        behind = context.words[first - 1].core if first else ""
        again = behind in context.rules.third_persons  # *وإنها* ستواصل
        return is_promise(
            words,
            self.content.attribution,
            context.rules,
            opened_by=behind if again else self._word_before(words[0].start),
            opens=not first or again,
            negated=facets.polarity.negated,
        )

    def _behind_infinitive(self, context: Context) -> bool:
        """Whether what is said goes on with "to": "promised to *restore ties*"."""
        return self._word_before(context.words[0].start) in context.rules.infinitives

    def _word_before(self, at: int) -> str:
        """The word that stands before a place in the text."""
        near = self.article.text[max(0, at - _WORD) : at].split()
        return near[-1] if near else ""

    def _is_shifted(self, clause: Clause, context: Context, facets: Facets) -> bool:
        """Whether the past tense is only that of reporting."""
        reported = self.content.attribution.kind is SpeechKind.INDIRECT
        reported = reported and not is_beside_denial(clause, context.words, self.content)
        if not reported or facets.modality != Modality.PAST_FACT or facets.times:
            return False
        first, last = clause.own[0][0], clause.own[-1][1]
        return is_backshifted(context.words, first, last, context.rules)

    @staticmethod
    def _judges(clause: Clause, context: Context, facets: Facets) -> bool:
        """Whether no more is told than as what somebody condemned or described a thing."""
        facts = {Modality.PAST_FACT, Modality.PRESENT_FACT}
        return facets.modality in facts and context.is_judged(clause)

    def _is_forecast(self, clause: Clause, context: Context, facets: Facets) -> bool:
        """Whether what is told as a fact is only foretold: the weather by those who forecast it."""
        if facets.modality not in {Modality.PAST_FACT, Modality.PRESENT_FACT}:
            return False
        return is_forecast(_own_words(clause, context), self.content.attribution, context.rules)

    def _is_state(self, clause: Clause, context: Context) -> bool:
        """Whether an aside says what state its noun is in: الشركة، *المدرجة في بورصة الكويت*،
        where a body's seat is, how old somebody is, or who a speaker is."""
        first, last = clause.own[0]
        told = self.content.about is not None and first == 0
        if told and is_verbless(context.words[first:last]):
            return True
        if clause.kind == Kind.APPOSITION and context.rules.data.subject_first:
            return is_verbless(_own_words(clause, context))
        if clause.kind == Kind.APPOSITION and context.words[clause.own[-1][1] - 1].number:
            return True
        core = context.words[clause.own[-1][0]].core
        described = clause.kind == Kind.PART and bool(clause.borrowed)
        reduced = described and context.rules.is_reduced(core)
        return reduced or core in context.rules.owned_asides

    def _says_who(self, clause: Clause, context: Context) -> bool:
        """Whether no more follows a speaker than who he is: "said Joe Howley, *a professor*"."""
        (first, last), rules = clause.own[0], context.rules
        opens = not first and context.words[0].core in rules.indefinite_articles
        verbless = is_verbless(context.words[first:last])
        return opens and verbless and bool(self._head(clause, context))

    @staticmethod
    def _points(clause: Clause, context: Context) -> bool:
        """Whether an aside says by a pronoun who somebody is: السائق، *وهو مدرس متقاعد*،"""
        rules, core = context.rules, context.words[clause.own[-1][0]].core
        return core in rules.free_pronouns and not rules.data.subject_first

    def _told_of(self, rules: Grammar) -> Span | None:
        """Whom or what the stretch tells of, with the article before it."""
        about = self.content.about
        return about and with_article(self.article.text, about, rules.articles)

    def _head(self, clause: Clause, context: Context) -> tuple[Span, ...]:
        """The speaker, where he stands before what tells of him inside his frame ("the mayor … who
        voted no", "Ito … a former judge") or before a verb behind his words ('called it "theft"
        *and left*')."""
        about, (first, last), rules = context.about, clause.own[0], context.rules
        before = about is not None and first == 0 and about.end <= context.words[0].start
        opener = context.words[0].core
        if about is not None and clause.borrowed == ((0, 1),) and opener in rules.relatives:
            return (about,)  # "the union, which has members *and owns a hall*, said"
        if about is None or not before:
            return ()
        joined = rules.data.subject_first or context.words[0].verb >= Verb.PAST
        joined = joined and opener not in rules.persons
        joined = joined and lacks_subject(context.words, first, last, rules)
        inside = context.words[first:last]
        unnamed = opener in rules.indefinite_articles and is_verbless(inside)
        told = opener in rules.relatives or unnamed
        told = told or (last == 1 and inside[0].number)  # his age
        told = told or opener in rules.owned_asides | rules.free_pronouns  # *ومقرها* جنيف
        told = told or context.says_of_what(0)
        return (about,) if told or joined else ()

    def _parted(self, ranges: Sequence[Range], words: Sequence[Word]) -> list[Range]:
        """Word ranges cut where a frame of speech stands between them: "The blast, police said,
        killed 12" is quoted without "police said"."""
        parts = self.content.parts
        found: list[Range] = []
        for first, last in (one for one in ranges if one[0] < one[1]):
            opens = bisect_right(parts, words[first].start, 1, key=_START)
            inside = parts[opens : bisect_right(parts, words[last - 1].start, opens, key=_START)]
            cuts = (bisect_left(words, part.start, first, last, key=_START) for part in inside)
            found += pairwise([first, *cuts, last])
        return found

    def _claim(
        self, clause: Clause, context: Context, near: Facets, host: Facets | None
    ) -> DraftClaim:
        text, words = self.article.text, context.words
        governed = context.governed(clause)
        head = self._head(clause, context)
        if head and clause.borrowed:
            clause = replace(clause, borrowed=())
        own = spans_of(text, words, self._parted(clause.quoted, words), governed)
        meant = (*head, *own)
        segments = cut_before(meant, self.content.held)
        if self._points(clause, context) and len(meant) > 1:
            meant = own[-1:]  # The pronoun is its subject.
        cue = self.content.attribution.cue
        if head and cue is not None and cue.contains(head[0]):
            meant = own  # اتهمت الحكومة *المعارضة*: the verb before the head is not its own.
        facets = self._facets(near, segments, meant)
        denied = facets.polarity.negated != is_turned(clause, context.words, self.content, host)
        denied = denied or is_joined_to_denial(clause, context)
        facets = replace(facets, polarity=replace(facets.polarity, negated=denied))
        facets = self._with_modality(clause, context, facets, host)
        beside = is_beside_denial(clause, context.words, self.content)
        beside = beside or demands(clause, words, context.rules)
        attribution = Attribution() if beside else self.content.attribution
        told = spans_of(text, words, self._parted(clause.ranges, words), governed)
        wording = context.wording(clause, told)
        return DraftClaim(
            segments=segments,
            quote=quote_of(text, segments),
            text=wording.text,
            replacements=wording.replacements,
            language=self.code,
            attribution=attribution,
            facets=facets,
            worth=weigh(wording.text, facets, attribution, packs.load(self.code)),
        )

    def _facets(self, near: Facets, segments: Sequence[Span], meant: Sequence[Span]) -> Facets:
        """What the segments of a claim hold, in the mood of the words that are meant by them."""
        reading, now = self.article.readings[self.code], self.article.clock
        facets = select(near, reading, segments, now)
        if meant != segments:  # By its verb: *عزا الوزير* النمو إلى زيادة الإنتاج.
            facets = replace(facets, modality=select(near, reading, meant, now).modality)
        return facets

    def _with_modality(
        self, clause: Clause, context: Context, facets: Facets, host: Facets | None
    ) -> Facets:
        """The facets with the modality that a clause has by who says it and what it is beside."""
        words, rules = context.words, context.rules
        if host is not None and shares_modality(clause, words, rules, facets, host):
            facets = replace(facets, modality=host.modality)
        if self._is_forecast(clause, context, facets):
            facets = replace(facets, modality=Modality.PREDICTION)
        ruled = not self.content.attribution.chain and facets.modality is Modality.OPINION
        if ruled and states_duty(clause, words, rules):
            facets = replace(facets, modality=Modality.PRESENT_FACT)
        state = self._is_state(clause, context) or self._says_who(clause, context)
        state = state and facets.modality is Modality.PAST_FACT
        if state or self._is_shifted(clause, context, facets):
            facets = replace(facets, modality=Modality.PRESENT_FACT)
        if self._judges(clause, context, facets):
            facets = replace(facets, modality=Modality.OPINION)
        if self._pledged(clause, context, facets):
            facets = replace(facets, modality=Modality.PLEDGE)
        if demands(clause, words, rules):
            facets = replace(facets, modality=Modality.PAST_FACT)
        return facets


def _own_words(clause: Clause, context: Context) -> list[Word]:
    """The words that a clause does not share."""
    return [context.words[at] for first, last in clause.own for at in range(first, last)]


def _telling_of(clause: Clause, part: Clause) -> Clause:
    """A part of a clause that tells of what the whole clause does."""
    if clause.told_of is None:
        return part
    lent = tuple(one for one in part.ranges if one in clause.borrowed)
    own = tuple(one for one in part.own if one not in lent)
    return replace(part, own=own or part.own, borrowed=lent, told_of=clause.told_of)


def _times_of(
    words: Sequence[Word], facets: Facets, marks: Marks, now: Interval | None
) -> dict[Range, bool]:
    """The times among some words, and whether each is a single day that may have been: no end of a
    stretch, nor a day still to come ("convicted and remanded for sentence *on 12 December*")."""
    days = tuple(
        time
        for time in facets.times
        if time.relation == "at" and time.interval and time.interval.precision is Precision.DAY
        if now is None or not now.precedes(time.interval)
    )
    single = marks_of(words, Facets(times=days)).times if days else ()
    return {time: time in single for time in marks.times}


def _takes_up(words: Sequence[Word], rules: Grammar) -> bool:
    """Whether an answer is told by a pronoun for what was said before: *وهو ما* نفته القوات."""
    return words[0].core in rules.pronouns and len(words) > 1 and words[1].core in rules.whoever
