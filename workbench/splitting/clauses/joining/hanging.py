"""Whether a joined piece has a verb and still hangs on what stands before it, where the subject
comes first: it goes on with an infinitive ("came to try *and win*"), a participle or a phrase of
that clause, with a clause that is open below it, or under what governs its verb. What only looks
like its verb is told in `only_nouns`."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.clauses.clause import Range, touching
from workbench.splitting.clauses.cutting.markers import marker_at
from workbench.splitting.clauses.cutting.predication import lacks_subject, predicates, progressive
from workbench.splitting.clauses.joining.only_nouns import only_nouns
from workbench.splitting.clauses.joining.relatives import FARTHEST
from workbench.splitting.clauses.opened import Open
from workbench.splitting.clauses.phrases.openers import acts_as_noun
from workbench.splitting.clauses.pieces import Piece
from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import CLAUSE, Word

_NEAR = 4
"""Words within which a phrase is repeated, and its verb follows."""


def hangs(
    words: Sequence[Word], last: Open, main: Open | None, piece: Piece, rules: Grammar
) -> bool:
    """Whether a joined piece belongs to a subordinate clause before it ("the town where he was
    caught and shot") or has only a gerund ("after describing it")."""
    if not rules.data.subject_first or _names_event(words, last, piece, rules):
        return rules.data.subject_first
    first = words[piece.body]
    gerund = first.verb == Verb.GERUND
    if gerund or first.core in rules.infinitives:
        subject = acts_as_noun(words[: piece.stop], piece.body, rules)
        return not (gerund and subject) and not goes_on_acting(words, main, piece, rules)
    neither = words[piece.start].core in rules.alternatives
    # "…, *nor is* it planning to"
    bare = first.core in rules.bare_being or (neither and first.core in rules.auxiliaries)
    if bare or piece.paused:
        return bare
    # "were assaulted *or threatened* by a pupil"
    done = neither and words[piece.start - 1].verb == first.verb == Verb.PAST
    if done or _goes_on_copula(words, last, piece, rules) or _is_denied(words, last, piece, rules):
        return True
    if only_nouns(words, last, piece, rules) or goes_on_infinitive(words, last, piece, rules):
        return True
    below = first.verb != Verb.NO and _in_subordinate(words, last, piece, rules)
    below = below or (first.verb >= Verb.PAST and _in_sequel(words, last, piece, rules))
    return below or _repeats_phrase(words, piece, rules)


def _names_event(words: Sequence[Word], last: Open, piece: Piece, rules: Grammar) -> bool:
    """Whether a form in -s behind a preposition is a noun, since what is told is past: "the mood
    changed *after the gun attacks in* Paris"."""
    if not piece.subordinate or words[piece.start].core not in rules.prepositions:
        return False
    found = predicates(words, piece.body, piece.stop, rules)
    ended = bool(found) and all(
        words[k].verb == Verb.WEAK
        and words[k].core.endswith(rules.data.inflected_endings)
        and (k + 1 == piece.stop or words[k + 1].core in rules.prepositions or words[k + 1].pause)
        for k in found
    )
    if not ended:
        return False
    first, stop = last.ranges[-1]
    before = predicates(words, max(first, stop - CLAUSE), stop, rules)
    return any(rules.is_past(words[k].core) for k in before)


def goes_on_acting(words: Sequence[Word], main: Open | None, piece: Piece, rules: Grammar) -> bool:
    """Whether a gerund shares the auxiliary before it: "were hoarding it and selling it"."""
    if words[piece.body].verb != Verb.GERUND or main is None or piece.paused:
        return False
    acting = progressive(words, *main.ranges[0], rules)
    return acting is not None and words[acting + 2].verb != Verb.GERUND


def lists_deeds(words: Sequence[Word], last: Open, piece: Piece, rules: Grammar) -> bool:
    """Whether a gerund goes on with the deeds that a thing is made of: "plans include closing two
    schools, *cutting jobs* and …"."""
    if words[piece.body].verb != Verb.GERUND:
        return False
    first, stop = last.ranges[-1]
    return any(
        words[k + 1].verb == Verb.GERUND and rules.base(words[k].core) in rules.listing_deeds
        for k in range(max(first, piece.start - CLAUSE), min(stop, piece.start) - 1)
    )


def goes_on_infinitive(words: Sequence[Word], last: Open, piece: Piece, rules: Grammar) -> bool:
    """Whether a bare form goes on with the infinitive before it, be it behind a comma or denied:
    "agreed to free 100, *reopen* the border and …", "want to drink *and not think* about it"."""
    first = words[piece.body]
    endings = rules.data.inflected_endings
    denied = first.core in rules.denials and piece.body + 1 < piece.stop
    base = denied and rules.is_base(words[piece.body + 1].core)
    if not base and (first.verb != Verb.WEAK or first.core.endswith(endings)):
        return False
    floor = max(last.ranges[-1][0], piece.start - FARTHEST)
    for k in range(piece.start - 1, floor, -1):
        word, before = words[k], words[k - 1]
        if word.verb <= Verb.GERUND:
            continue
        if before.core in rules.infinitives:
            return True
        listed = word.pause or before.core in rules.conjunctions
        if word.verb != Verb.WEAK or (listed and word.core.endswith(endings)):
            return False
    return False


def _goes_on_copula(words: Sequence[Word], last: Open, piece: Piece, rules: Grammar) -> bool:
    """Whether a participle with its adverb only goes on with what something is: "roads are
    narrow and *poorly maintained*"."""
    first, verb = piece.body, piece.body + 1
    if verb >= piece.stop or words[verb].verb != Verb.PAST:
        return False
    start, stop = last.ranges[-1]
    inside = predicates(words, max(start, stop - _NEAR), stop, rules)
    being = bool(inside) and words[inside[-1]].core in rules.auxiliaries
    if being and _befell(words[inside[-1] + 1], rules) and _befell(words[verb], rules):
        return False  # "was arrested but *later freed*"
    return being and stop == piece.start and rules.is_adverb(words[first].core)


def _befell(word: Word, rules: Grammar) -> bool:
    """Whether a participle surely tells what was done to somebody."""
    return word.verb >= Verb.PAST and word.core in rules.transitive | rules.done_to


def _is_denied(words: Sequence[Word], last: Open, piece: Piece, rules: Grammar) -> bool:
    """Whether a participle may share what is denied before it: "they *have not* gone *and
    attended* an event" says of neither that it was done."""
    done, (start, stop) = piece.start - 1, last.ranges[-1]
    if stop != piece.start or done < start + 2 or words[piece.body].verb != Verb.PAST:
        return False
    denied = words[done].verb == Verb.PAST and words[done - 1].core in rules.denials
    return denied and words[done - 2].core in rules.auxiliaries - rules.past_being


def _repeats_phrase(words: Sequence[Word], piece: Piece, rules: Grammar) -> bool:
    """Whether a piece only goes on with a phrase before the verb ("tests carried out in April
    and in August found lead") or with what something was for ("fined for spills *and for paying*
    dividends it should not have")."""
    opener = words[piece.body].core
    if opener not in rules.prepositions:
        return False
    dated = words[min(piece.body + 1, piece.stop - 1)].core in rules.day_words
    if dated and not lacks_subject(words, piece.body, piece.stop, rules):
        return False  # "Prices rose in May and *in June sales fell*"
    near = words[piece.body + 1 : min(piece.stop, piece.body + _NEAR)]
    before = words[max(0, piece.start - _NEAR) : piece.start]
    direct = any(word.verb in {Verb.FINITE, Verb.PAST} for word in near)
    direct = direct or any(word.verb == Verb.GERUND for word in near[:1])
    return direct and any(word.core == opener for word in before)


def _in_subordinate(words: Sequence[Word], last: Open, piece: Piece, rules: Grammar) -> bool:
    """Whether a relative or dependent clause is still open before a piece."""
    start, stop = last.ranges[-1]
    if stop != piece.start:
        return False
    start = max(start, stop - FARTHEST)
    inside = predicates(words, start, stop, rules)
    return any(
        marker is not None and marker[0].kind in {"relative", "keep"}
        for index in range((inside[-1] if inside else start) + 1, stop)
        for marker in (marker_at(words, index, rules),)
    )


def _in_sequel(words: Sequence[Word], last: Open, piece: Piece, rules: Grammar) -> bool:
    """Whether a clause that tells after what it was is still open before a piece, so that either
    subject may go on: "resigned *days after the court* banned him *and fined* him"."""
    start, stop = last.ranges[-1]
    behind = words[min(piece.body + 1, piece.stop - 1)].core
    done = words[piece.body].core in rules.done_to and behind in rules.prepositions
    if stop != piece.start or done:  # "was arrested days after … *and charged with* murder"
        return False
    start = max(start, stop - FARTHEST)
    after = next((k for k in range(start, stop) if words[k].core in rules.sequels), stop)
    closed = rules.prepositions | rules.verb_particles
    return any(
        words[k].verb in {Verb.PAST, Verb.FINITE} and words[k + 1].core not in closed
        for k in range(after + 2, stop - 1)
    )


def with_governor(
    words: Sequence[Word], main: Open | None, subject: Range, piece: Piece, rules: Grammar
) -> list[Range]:
    """A subject that is shared together with what governs both verbs: "it will begin in May and
    take a year", be it behind an aside ("the wall, 2m high, *will* …")."""
    verb = piece.body
    while verb + 1 < piece.stop and words[verb].core in rules.adverbs:
        verb += 1
    governor = subject[1]
    if main is not None and main.ranges[0] == subject and len(main.ranges) > 1:
        governor = main.ranges[1][0]
    if words[piece.body - 1].core in rules.denying_joints:
        return list(touching([subject, (governor, _past_denial(words, governor, piece, rules))]))
    governs = governor < piece.start and words[governor].core in rules.modals
    inflected = words[verb].core.endswith(rules.data.inflected_endings)
    acting = words[verb].verb == Verb.GERUND and goes_on_acting(words, main, piece, rules)
    shared = governs and words[verb].verb == Verb.WEAK and not inflected
    done = words[verb].verb == Verb.PAST or rules.is_participle(words[verb].core)
    done = done and governs and words[verb].verb >= Verb.PAST
    if done and words[governor + 1].core in rules.bare_being and governor + 1 < piece.start:
        # "they *would be* trained and *paid* N40,000": behind a modal no verb is past.
        return list(touching([subject, (governor, governor + 2)]))
    been = words[verb].core in rules.perfect_being  # "*had* escaped and *been* reunited"
    been = been and words[governor].core in rules.having | rules.shifted_having
    width = 1 if acting or shared or been else _passive_before(words, governor, verb, piece, rules)
    return list(touching([subject, (governor, governor + width)])) if width else [subject]


def _past_denial(words: Sequence[Word], at: int, piece: Piece, rules: Grammar) -> int:
    """Behind what denies two verbs that "nor" joins: "They *had not* paid … nor told the union"."""
    denying = rules.auxiliaries | rules.verb_next | rules.none_of_two
    while at < piece.start and words[at].core in denying:
        at += 1
    return at


def _passive_before(
    words: Sequence[Word], auxiliary: int, verb: int, piece: Piece, rules: Grammar
) -> int:
    """Words of the passive that a participle shares: "he *was* fined and *barred from* office",
    "they *were* stopped and *searched by* police", "he *had been* tried and *fined £900*", not "he
    was hurt and died in hospital"."""
    if auxiliary + 1 >= piece.start:
        return 0
    perfect = words[auxiliary].core in rules.auxiliaries
    perfect = perfect and words[auxiliary + 1].core in rules.perfect_being
    if not (perfect or words[auxiliary].core in rules.past_being):
        return 0
    core = words[verb].core
    if verb + 1 >= piece.stop or _says_when(words, verb + 1, rules):
        return (1 + perfect) if _befell(words[verb], rules) else 0
    behind = words[verb + 1]
    done = words[verb].verb == Verb.PAST or rules.is_participle(core)
    done = done and (core in rules.transitive or behind.core in rules.agents)
    # "was arrested and *fined 200 euros*"
    shares = behind.number or behind.core in rules.prepositions | rules.infinitives
    shares = shares and (done or core in rules.done_to)
    return (1 + perfect) if shares else 0


def _says_when(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether no object but a time stands there: "freed *the following month*", "*last week*"."""
    if words[at].core in rules.day_words | rules.without_preposition:
        return True
    near = [word.core for word in words[at : at + 3]]
    ordered = near[1:2] and near[1] in rules.of_times | rules.sequels
    return bool(ordered) and near[0] in rules.definite_articles and near[-1] in rules.time_units
