"""Who goes on acting in a sentence that names no subject, where the verb comes first: توفي الفنان
أحمد زيدان. *وشغل* منصب النقيب.

Only whoever was the subject of the sentence before may be meant, by name, office or body, where the
verbs agree, no other is there with whom the second agrees, and no thing does such a deed. Where any
of this fails the claim is left without a subject: a wrong one tells what nobody said.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from workbench.facets.types import Actor
from workbench.language.spans import Span
from workbench.splitting.clauses.cutting.predication import has_own_subject, lacks_subject
from workbench.splitting.clauses.words.duals import did_both
from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import CLAUSE, Word, next_pause

HE, SHE = "he", "she"
"""Forms of verbs that one subject has, a body by its noun."""
_OPENERS = 3
"""Words before the verb of a sentence, at most: وكان قد."""
_OFFICE = 4
"""Words of an office before its holder's name, at most."""
_NAMED = frozenset({"person", "organisation"})


class Acting(msgspec.Struct, frozen=True):
    """Whoever is the subject of a sentence."""

    span: Span
    sentence: int
    form: str
    """That of the verb."""
    others: frozenset[str]
    """The forms of verbs that somebody else in the sentence may be the subject of."""

    def goes_on(self, verb: Word, rules: Grammar) -> bool:
        """Whether a verb without a subject tells of nobody else."""
        form = form_of(verb, rules)
        own = rules.base(verb.core) in rules.own_acts
        return own and form == self.form and form not in self.others


def acting(
    words: Sequence[Word],
    sentence: int,
    actors: Sequence[Actor],
    before: Acting | None,
    rules: Grammar,
) -> Acting | None:
    """The subject of a sentence that opens with its verb, or nothing where it is not certain.

    Args:
        words: of the sentence.
        sentence: its index.
        actors: those named in it.
        before: the subject of the sentence before, which this one may go on with.
        rules: of its language.
    """
    verb = None if rules.data.subject_first else opening_verb(words, 0, rules)
    form = None if verb is None else form_of(words[verb], rules)
    if verb is None or form is None:
        return None
    if lacks_subject(words, verb, min(verb + CLAUSE, len(words)), rules):
        goes = before is not None and before.sentence == sentence - 1
        same = goes and before is not None and before.goes_on(words[verb], rules)
        span = before.span if same and before is not None else None
    else:
        span = _named(words, verb, actors, rules)
    if span is None:
        return None
    return Acting(span, sentence, form, others_in(words, span, actors, rules))


def opening_verb(words: Sequence[Word], first: int, rules: Grammar) -> int | None:
    """Where the verb stands that opens a clause, past what only foretells it (وكان قد *فاز*)."""
    small = rules.auxiliaries | rules.verb_next
    near = range(first, min(first + _OPENERS, len(words)))
    found = next((k for k in near if words[k].core not in small), None)
    return found if found is not None and words[found].verb >= Verb.WEAK else None


def form_of(verb: Word, rules: Grammar) -> str | None:
    """Whether a verb has one masculine or one feminine subject, where that is plain by its form."""
    core, data = verb.core, rules.data
    if did_both(verb, rules) or has_own_subject(verb, rules):
        return None
    if core.endswith(data.dropped_subject_endings) or rules.has_object(core):
        return None  # نعته: not the subject's own ت
    if rules.is_past(core):
        return SHE if core.endswith(rules.feminine_verbs) else HE
    if core.endswith(data.plural_verbs):
        return None
    if len(data.subordinated_prefixes) < 2:
        return None  # no verb of that language shows it; an article may be in two
    he, she = data.subordinated_prefixes[:2]
    present = core[1:] if core.startswith(rules.pledging_prefixes) else core
    return HE if present.startswith(he) else SHE if present.startswith(she) else None


def others_in(
    words: Sequence[Word], own: Span, actors: Sequence[Actor], rules: Grammar
) -> frozenset[str]:
    """The forms of verbs that those may be the subject of who are named beside another."""
    known = rules.bodies_and_persons | rules.persons | rules.given
    found = {
        _form_of_noun(word, rules)
        for k, word in enumerate(words)
        if not own.contains(Span(word.start, word.end))
        and not known.isdisjoint((word.core, rules.without_article(word.core)))
        and (k == 0 or words[k - 1].core not in rules.posts)
    }
    for actor in actors:
        if actor.kind in _NAMED and not own.overlaps(actor.span):
            feminine = actor.surface.split()[0].endswith(rules.feminine_nouns)
            found |= {SHE} if feminine else {HE, SHE} if actor.kind == "person" else {HE}
    return frozenset(found)


def _form_of_noun(word: Word, rules: Grammar) -> str:
    ended = word.raw.endswith((*rules.feminine_nouns, *rules.data.feminine_plurals))
    return SHE if ended else HE


def _named(
    words: Sequence[Word], verb: int, actors: Sequence[Actor], rules: Grammar
) -> Span | None:
    """Who stands straight behind a verb: a name, with an office before it, a body, or an office
    that is known by itself (*الراحل*)."""
    first = verb + 1
    if first >= len(words) or words[first].pause:
        return None
    stop = next_pause(words, first)
    last = first
    while last < min(stop, first + _OFFICE) and _is_office(words[last], rules):
        last += 1
    starts = {words[k].start for k in range(first, min(last + 1, stop))}
    named = (a for a in actors if a.kind in _NAMED and a.span.start in starts)
    for actor in sorted(named, key=lambda actor: -actor.span.end):
        return Span(words[first].start, actor.span.end)
    office = words[first]
    closed = last == first + 1 and (last >= stop or rules.prepositional(words[last]))
    alone = closed and rules.definite(office.core) and office.core in rules.persons
    return Span(office.start, office.end) if alone else None


def _is_office(word: Word, rules: Grammar) -> bool:
    """Whether a word is an office or tells of which kind (الرئيس *السوري*)."""
    known = rules.persons.isdisjoint((word.core, rules.without_article(word.core)))
    relational = word.core.endswith(rules.relational) and rules.definite(word.core)
    return word.verb == Verb.NO and (not known or relational)
