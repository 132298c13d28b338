"""What stands behind a conjunction that joins no clauses: "since 2016", "only after he left"."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.clauses.phrases.when import subject_behind
from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import CLAUSE, Word, next_pause

_NEAR_FIGURE = 6
"""Words on either side of "after it was" within which both ends of a change stand."""
_CALLED = 4
"""Words before "as" among which somebody is named: "identified by police as"."""
_SHORT_SUBJECT, _LONG_SUBJECT = 5, 8
"""Words within which a subject in -ing has its verb, alone and with a phrase."""


_EQUAL = 10
"""Words from one "as" to the other, at most."""


def awaits_object(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """Whether the verb before a conjunction shares its object with the one behind: "arrested *and*
    later tortured a sailor", not "was arrested *and* fined"."""
    at = index + 1
    while at < len(words) and words[at].core in rules.adverbs and not words[at].pause:
        at += 1
    if not 1 < index < at < len(words) - 1 or words[index].pause:
        return False
    verb, other = words[index - 1], words[at]
    done = verb.core in rules.transitive and verb.verb >= Verb.PAST
    before = words[index - 2]
    passive = before.verb >= Verb.PAST and before.core not in rules.auxiliaries - rules.past_being
    object_ = words[at + 1]
    shared = other.verb >= Verb.PAST and object_.core not in rules.prepositions | rules.infinitives
    return done and shared and not (passive or object_.pause)


def inverts(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether a verb before its subject opens a condition: "*had he* known, he would have left"."""
    if words[at].core not in rules.inverted or at + 2 >= len(words):
        return False
    subject, opens = words[at + 1], at == 0 or words[at].pause
    known = subject.core in rules.personal
    articled = words[at].core in rules.modals or not at
    return opens and (known or (articled and subject.core in rules.articles)) and not subject.pause


def opens_phrase(words: Sequence[Word], index: int, stop: int, rules: Grammar) -> bool:
    """Whether a conjunction is none: "only after he left" says when, "since 2016" has no verb."""
    before = words[index - 1].core
    # "Has *since* been translated", "three times *as* likely"
    adverb = before in rules.auxiliaries and words[index].core in rules.record_starts
    adverb = adverb or (before in rules.multiples and words[index].core in rules.judging_joints)
    adverb = adverb or (before in rules.only and not words[index].pause)
    adverb = adverb or _is_soon(words, index, rules)
    if adverb or _is_equal(words, index, rules):
        return True
    named = _names_role(words, stop, rules) or _gives_name(words, index, rules)
    named = named or _likens(words, index, stop, rules)
    if named or _measures_time(words, index, rules) or _dates_by_age(words, index, stop, rules):
        return True
    shortened = is_shortened(words, stop, rules) or _is_gerund_phrase(words, stop, rules)
    moment = words[index].core in rules.sequels and (
        _is_moment(words, stop, rules) or _is_event_in(words, stop, rules)
    )
    moment = moment or _is_record(words, index, rules) or _is_verbless(words, index, stop, rules)
    if shortened or moment:
        return True
    near = words[stop : stop + 2]
    compares = any(word.core in rules.comparisons for word in near)
    # "After *more than* 600 people packed into the hall"
    compares = compares and not any(word.number for word in words[stop + 2 : stop + 3])
    if compares or _only_aims(words, stop, rules):
        return True  # "seen as higher than the average"
    at = stop + (stop < len(words) and words[stop].core in rules.articles)
    if at >= len(words) or not (words[at].number or words[at].core in rules.day_words):
        return False
    at += at + 1 < len(words) and not words[at + 1].gap
    # "After *12 minutes* and she scored"
    at += words[at].number and at + 1 < len(words) and words[at + 1].core in rules.time_units
    return at + 1 >= len(words) or _ends_time(words[at + 1], rules)


def _likens(words: Sequence[Word], index: int, stop: int, rules: Grammar) -> bool:
    """Whether no more than a participle stands between "as" and the next comma: "the mayor, *as
    expected*, won"."""
    aside = words[index].pause and rules.data.subject_first and stop + 1 < len(words)
    done = aside and (words[stop].verb >= Verb.PAST or rules.is_past(words[stop].core))
    return done and words[stop + 1].pause


def _is_soon(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """Whether a word before says how soon after it was: "conceded *shortly after* polls closed"."""
    follows = words[index].core in rules.sequels and not words[index].pause
    return follows and words[index - 1].core in rules.nearness


def _dates_by_age(words: Sequence[Word], index: int, stop: int, rules: Grammar) -> bool:
    """Whether "when" stands beside no more than an age: "joined *when she was 19*", "*was 12 when*
    his father died"."""
    if words[index].core not in rules.asked or words[index].pause:
        return False
    first = next((k for k in range(index - 1, max(0, index - CLAUSE), -1) if words[k].pause), 0)
    return _is_age(words, first, index, rules) or _is_age(
        words, stop, next_pause(words, stop), rules
    )


def _is_age(words: Sequence[Word], first: int, stop: int, rules: Grammar) -> bool:
    """Whether a clause ends with its only verb and an age: "he was only 12", "it was 40 years
    old"."""
    verbs = [k for k in range(first, stop) if words[k].verb >= Verb.PAST]
    if len(verbs) != 1 or words[verbs[0]].core not in rules.past_being:
        return False
    at = verbs[0] + 1
    while at < stop and rules.is_adverb(words[at].core):
        at += 1
    aged = at < stop and (words[at].number or words[at].core in rules.numerals)
    behind = {word.core for word in words[at + 1 : stop]}
    return aged and behind <= rules.scales | rules.time_units | rules.ages


def _is_equal(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """Whether "as" is one of two that set two amounts equal: "as many people *as* we lost"."""
    if words[index].core not in rules.judging_joints:
        return False
    for step in (1, -1):
        for k in range(index + step, index + step * _EQUAL, step):
            if not 0 <= k < len(words) or words[max(k, index)].pause:
                break
            if words[k].core == words[index].core:
                amount = words[min(k, index) + 1].core
                return amount in rules.equal_amounts
    return False


def waits_inside(words: Sequence[Word], index: int, start: int, rules: Grammar) -> bool:
    """Whether a conjunction stands inside a relative clause that begins at ``start`` and whose noun
    still waits for its verb: "A worker who was fired *after* she told them was paid"."""
    if not start or words[start].pause or not rules.data.subject_first or words[index].pause:
        return False
    if words[start].core not in rules.relatives or any(w.verb >= Verb.PAST for w in words[:start]):
        return False
    if words[index].core in rules.conjunctions:
        return False
    end = next_pause(words, index)
    return sum(words[k].verb >= Verb.PAST for k in range(index, end)) > 1


def is_of_pair(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """Whether "as" is one of two around a measure: "and *as* many *as* 1,600 workers"."""
    core = words[index].core
    if core not in rules.judging_joints or not rules.data.subject_first:
        return False
    beside = [k for k in (index - 2, index + 2) if 0 <= k < len(words)]
    return any(words[k].core == core for k in beside) and any(
        words[k].number or words[k].core in rules.numerals
        for k in range(index + 1, min(index + 4, len(words)))
    )


def _gives_name(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """Whether "as" gives the name or the kind of what a participle shortly before it tells of:
    "named locally *as* Aisha Coleman"."""
    if words[index].core not in rules.judging_joints or words[index].pause:
        return False
    last = index - 1 - words[index - 1].pause  # but "a third, *identified* as …, died"
    near = range(last, max(-1, index - 1 - _CALLED), -1)
    return any(words[k].core in rules.titling for k in near)


def _is_event_in(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether a plural noun and where it was stand behind "after", and no clause: "after *dawn
    raids in* five countries"."""
    end = next_pause(words, at)
    verbs = [k for k in range(at, end) if words[k].verb >= Verb.PAST]
    if len(verbs) != 1 or not at < verbs[0] < end - 1 or not rules.data.subject_first:
        return False
    plural, behind, before = words[verbs[0]], words[verbs[0] + 1], words[verbs[0] - 1]
    ended = plural.core.endswith(rules.data.inflected_endings or "\0")
    named = before.capital or before.core in rules.pronouns or before.core in rules.third_persons
    noun = plural.verb == Verb.WEAK and ended and behind.core in rules.locative
    return noun and not named and words[at].core not in rules.articles


def _is_verbless(words: Sequence[Word], index: int, stop: int, rules: Grammar) -> bool:
    """Whether no verb follows such a preposition up to a pause, but a participle with its agent:
    "made it 2-0 *before half-time*, but …", "resumed *after a strike called by* two unions"."""
    end = next_pause(words, stop)
    behind = rules.markers.get(words[end].core, ()) if end < len(words) else ()
    joins = end == len(words) or any(
        len(phrase) == 1 and one.kind == "join" for phrase, one in behind
    )
    if words[index].core not in rules.sequels or not (joins and rules.data.subject_first):
        return False
    return all(
        words[k].verb < Verb.PAST
        or (words[k].verb == Verb.PAST and words[min(k + 1, len(words) - 1)].core in rules.agents)
        for k in range(stop, end)
    )


def leads_clause(words: Sequence[Word], index: int, stop: int, rules: Grammar) -> bool:
    """Whether a conjunction opens a sentence whose subject stands behind no comma: with no verb
    between ("*After the war the family* moved", "but *after today's final I* must withdraw") it is
    a preposition, with one ("*When* police came *he* fled") the clause ends nobody knows where.
    One verb in all is the sentence's own: "*After the raid* police closed the road"."""
    if not rules.data.subject_first:
        return False
    end = next_pause(words, stop)
    opens = index == 0 or words[index].pause or words[index - 1].core in rules.markers
    phrase = opens and words[index].core in rules.prepositions
    if phrase and subject_behind(words, stop, end, rules) is not None:
        return True
    fronted = index == 0 and words[0].capital and end == len(words)
    if not fronted or any(words[k].core in rules.conjunctions for k in range(stop, end)):
        return False
    acts = _acts(words, stop, end, rules)
    once = phrase and len(acts) == 1 and acts[0] > stop + 1
    return once or (len(acts) > 1 and any(words[k].verb != Verb.WEAK for k in acts))


def _acts(words: Sequence[Word], start: int, stop: int, rules: Grammar) -> list[int]:
    """Where verbs may stand in a stretch, each with what helps it but once, infinitives left
    out."""
    acts = [k for k in range(start, stop) if words[k].verb >= Verb.PAST]
    begun = rules.infinitives | rules.auxiliaries
    return [k for k in acts if k - 1 not in acts and words[k - 1].core not in begun]


def _ends_time(word: Word, rules: Grammar) -> bool:
    """Whether a time ends before a word: "kept since the 1950s *is* a forgery"."""
    return word.pause or word.core in rules.conjunctions or word.verb == Verb.FINITE


def _names_role(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether no more than an indefinite noun follows: "works as *a welder*", while "as a fire shut
    the plant" is a clause; behind a verb of working whatever is joined on to it: "he worked *as a
    welder* and his wife ran the shop"."""
    if at >= len(words) or words[at].core not in rules.indefinite_articles:
        return False
    end = next_pause(words, at)
    if at > 1 and rules.base(words[at - 2].core) in rules.role_verbs:
        joints = (k for k in range(at, end) if words[k].core in rules.conjunctions)
        end = next(joints, end)
    return all(word.verb < Verb.PAST for word in words[at:end])


def was_before(words: Sequence[Word], index: int, stop: int, rules: Grammar) -> bool:
    """Whether a conjunction opens the other end of a change, where the verb comes first: تراجع إلى
    12 دينارا *بعد أن كان 20*."""
    if rules.data.subject_first or stop >= len(words) or words[stop].core not in rules.past_being:
        return False
    near = range(stop + 1, min(stop + _NEAR_FIGURE, len(words)))
    before = words[max(0, index - _NEAR_FIGURE) : index]
    return any(words[k].number for k in near) and any(word.number for word in before)


def _is_moment(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether no more than "the" and a noun follows up to a pause: "just after *the hour*, …"."""
    if at + 2 >= len(words) or words[at].core not in rules.definite_articles:
        return False
    noun, behind = words[at + 1], words[at + 2]
    return noun.verb == Verb.NO and behind.pause and behind.core not in rules.relatives


def _measures_time(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """Whether a length of time before a conjunction belongs to it: "…, three weeks *after* it was
    sent back", "came two days *after* she left", not "ran it for six years *before* he died"."""
    if words[index - 1].core not in rules.time_units or index < 2:
        return False
    if words[index - 1].pause or words[index - 2].pause:
        return True
    before = words[index - 2]
    counts = (
        before.number or before.core in rules.articles or before.verb in {Verb.PAST, Verb.FINITE}
    )
    counts = counts or before.core in rules.only | rules.nearness | rules.some
    counts = counts or (before.core in rules.verb_particles and words[index - 3].verb >= Verb.PAST)
    follows = words[index].core in rules.sequels and not words[index].pause
    lasts = index > 2 and words[index - 3].core in rules.prepositions - rules.comparisons
    return counts and follows and not lasts


def _is_record(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """Whether it says since when a record holds: "the *worst* flood *since* records began",
    "more *than* in any year *since* …"."""
    if words[index].core not in rules.record_starts:
        return False
    for k in range(index - 1, max(-1, index - 1 - _SHORT_SUBJECT), -1):
        compared = words[k].core in rules.comparisons and not words[k + 1].number
        if compared or words[k].core in rules.superlatives:
            return True
        if words[k].verb >= Verb.FINITE or words[k + 1].pause:
            return False
    return False


def _only_aims(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether the only verb that follows is an infinitive: "until mid-June *to allow* repairs"."""
    end = next_pause(words, at)
    verbs = [k for k in range(at, end) if words[k].verb >= Verb.PAST]
    aims = bool(verbs) and words[verbs[0] - 1].core in rules.infinitives
    return aims and all(words[k].verb == Verb.WEAK for k in verbs[1:])


def _is_gerund_phrase(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether a gerund without a subject follows ("before being caught"), and no noun that looks
    like one ("while *switching* revenue grew")."""
    if not rules.data.subject_first or at >= len(words) or words[at].verb != Verb.GERUND:
        return False
    return not acts_as_noun(words, at, rules)


def acts_as_noun(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether a form in -ing only describes the subject behind it: "switching revenue grew"."""
    for k in range(at + 1, min(at + _SHORT_SUBJECT, len(words))):
        word = words[k]
        if word.core in rules.prepositions:
            # "Screening of the suspects was going on."
            far = words[k + 1 : at + _LONG_SUBJECT]
            sure = next((word for word in far if word.pause or word.verb == Verb.FINITE), None)
            return not word.pause and sure is not None and not sure.pause
        if word.pause or word.core in rules.noun_next or word.core in rules.pronouns:
            return False
        if word.verb in {Verb.PAST, Verb.FINITE}:
            return k > at + 1 or word.core in rules.auxiliaries  # "*counting* has begun"
    return False


def is_shortened(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether only a participle follows a conjunction ("as previously thought", "when asked"), or
    it compares ("as fast as")."""
    if any(words[k].core == words[at - 1].core for k in range(at + 1, min(at + 3, len(words)))):
        return rules.data.subject_first
    while at < len(words) and rules.is_adverb(words[at].core) and not words[at].pause:
        at += 1
    if not rules.data.subject_first or at >= len(words) or words[at].core in rules.auxiliaries:
        return False
    if words[at].verb not in {Verb.PAST, Verb.FINITE} or words[at].pause:
        return False
    behind = words[at + 1] if at + 1 < len(words) else None
    return behind is None or behind.pause or behind.core in rules.prepositions
