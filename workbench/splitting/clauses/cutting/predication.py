"""Where a stretch has its predicates, and whether a clause has its own subject."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.clauses.cutting.markers import marker_at
from workbench.splitting.clauses.cutting.weak_forms import weak_in_order
from workbench.splitting.clauses.phrases.openers import acts_as_noun
from workbench.splitting.clauses.phrases.phrases import (
    is_accusative,
    is_only_object,
    noun_phrase,
)
from workbench.splitting.clauses.words.duals import did_both
from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import CLAUSE, Word, next_pause

_SURE = frozenset({Verb.FINITE, Verb.PAST})
_PHRASE = 6
"""Words between a verb and those counted, at most."""
_NAME = 3
"""Words of a name that no list has, and what its bearer acts on."""


def predicates(words: Sequence[Word], start: int, stop: int, rules: Grammar) -> list[int]:
    """Where the predicates of a stretch begin, those inside relative clauses left out."""
    found: list[int] = []
    skip = False
    index = start
    opened = marker_at(words, start, rules) if start < stop else None
    inside = start + opened[1] if opened is not None else start + 1  # "of *whom* nine were"
    while index < stop:
        word = words[index]
        may_open = index >= inside and (word.core in rules.markers or word.lexeme.glue)
        marker = marker_at(words, index, rules) if may_open else None
        if marker is not None and marker[0].kind in {"relative", "keep"}:
            skip = True
        if word.verb >= Verb.PAST and _is_predicate(words, index, start, stop, rules):
            if not skip:
                found.append(index)
            skip = False
            index = _group_end(words, index, stop, rules)
            continue
        index += 1
    return found


def _is_predicate(words: Sequence[Word], index: int, start: int, stop: int, rules: Grammar) -> bool:
    word = words[index]
    if word.verb != Verb.WEAK:
        described = _by_agent(words, index, start, rules) or _opens_subject(words, index, rules)
        return word.verb in _SURE and not described
    if rules.data.subject_first:
        return weak_in_order(words, index, start, stop, rules)
    # Where the verb comes first, it opens its clause or stands behind a definite subject.
    if index == start:
        return True
    before = words[index - 1]
    owned = index == start + 1 and before.core.endswith(rules.data.possessive_endings)
    definite = owned or rules.definite(before.core)
    return definite and not word.lexeme.glue


def _by_agent(words: Sequence[Word], index: int, start: int, rules: Grammar) -> bool:
    """Whether a participle only describes the noun before it, with a name as its agent: "a truce
    brokered *by Qatar* and the United States held", "a bill passed *by the House* has stalled"."""
    if index + 2 >= len(words) or words[index].verb != Verb.PAST or index == start:
        return False
    if words[index].pause or words[index + 1].core not in rules.agents:
        return False
    agent, back = words[index + 2], index - 1
    while back > start and words[back].core in rules.adverbs:
        back -= 1
    if words[back].core in rules.auxiliaries:
        return False
    return agent.capital or (agent.core in rules.articles and _acts_later(words, index + 3))


def _opens_subject(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """Whether a participle at the head of a sentence describes its subject, whose verb follows an
    aside: "*Adjusted earnings*, which exclude a gain, rose"."""
    if index or words[index].verb != Verb.PAST or not rules.data.subject_first:
        return False
    close = next_pause(words, 1)
    opens = rules.behind_verbs | rules.prepositions | rules.articles | rules.conjunctions
    plain = close > 1 and not (words[1].number or words[1].capital or words[1].core in opens)
    resumed = next_pause(words, close + 1)
    if not plain or rules.is_adverb(words[1].core) or resumed + 1 >= len(words):
        return False
    acts = any(word.verb in _SURE for word in words[1:close])
    return words[resumed].verb in _SURE and words[resumed].comma and not acts


def _acts_later(words: Sequence[Word], start: int) -> bool:
    """Whether a sure verb follows without a pause before it: "a bill passed by the House *has*
    stalled"."""
    return any(word.verb == Verb.FINITE for word in words[start : next_pause(words, start)])


def _group_end(words: Sequence[Word], index: int, stop: int, rules: Grammar) -> int:
    """Past an auxiliary, the adverbs behind it and its verb."""
    end = index + 1
    if words[index].core not in rules.auxiliaries:
        return end
    done = False
    while end < stop and (
        words[end].core in rules.adverbs
        or words[end].core in rules.verb_next
        or words[end].core in rules.auxiliaries
        or words[end].verb in {Verb.PAST, Verb.GERUND}
    ):
        if done and words[end].verb == Verb.FINITE:
            break  # "… were carried out has been …"
        done = done or words[end].verb == Verb.PAST
        end += 1
    return end


def lacks_subject(words: Sequence[Word], start: int, stop: int, rules: Grammar) -> bool:
    """Whether a clause leaves its subject to the clause before it."""
    index = start + _time_ahead(words, start, stop, rules)
    start = index
    if rules.data.subject_first and _opens_with_modal(words, start, stop, rules):
        return True  # "… and *could be* sentenced"
    while index < stop and words[index].core in rules.before_subjectless:
        index += 1
    if index >= stop or words[index].verb == Verb.NO:
        return False
    if rules.data.subject_first:
        named = rules.names_subject(words[index].core) or _is_noun(words, index, stop, rules)
        if named or words[index].verb != Verb.GERUND:
            return not named
        noun = acts_as_noun(words[:stop], index, rules) or _describes(words, index, stop, rules)
        return index == start and not noun
    person = words[index].core in rules.persons and words[index].verb != Verb.FINITE
    if person and acts_alone(words, index + 1, stop, rules):
        return False  # لكن *متحدثة* باسم الجيش رفضت
    return _drops_subject(words, index, stop, rules)


def _describes(words: Sequence[Word], gerund: int, stop: int, rules: Grammar) -> bool:
    """Whether a gerund describes the subject behind it, whose verb follows without a pause: "after
    *soaring gold prices boosted* exports"."""
    phrases = rules.prepositions | rules.articles | rules.conjunctions | rules.relatives
    for at in range(gerund + 1, min(stop, gerund + _PHRASE)):
        word = words[at]
        if word.pause or word.core in phrases | rules.personal:
            return False
        if word.verb in {Verb.PAST, Verb.FINITE}:
            return at > gerund + 1
    return False


def _time_ahead(words: Sequence[Word], start: int, stop: int, rules: Grammar) -> int:
    """Words of a time that stands before a verb without a subject: "and *in 1996* became", "and *a
    year later* lost", where the subject comes first."""
    first = words[min(start, len(words) - 1)]
    opens = first.core in rules.prepositions or first.core in rules.indefinite_articles
    if not rules.data.subject_first or not (opens or first.number):
        return 0
    end = start + 1
    while end < stop and _is_of_time(words[end], rules):
        end += 1
    acts = end < stop and words[end].verb in {Verb.PAST, Verb.FINITE} and not words[end].pause
    return end - start if acts and end > start + 1 else 0


def _is_of_time(word: Word, rules: Grammar) -> bool:
    return word.number or word.core in rules.times | rules.adverbs


def _opens_with_modal(words: Sequence[Word], start: int, stop: int, rules: Grammar) -> bool:
    """Whether a modal opens a clause and its verb follows, not its subject as in a question."""
    if start + 1 >= stop or words[start].core not in rules.modals:
        return False
    behind = words[start + 1]
    subject = behind.core in rules.articles | rules.third_persons or behind.capital
    return words[start].verb == Verb.FINITE and not subject and not behind.pause


def _is_noun(words: Sequence[Word], index: int, stop: int, rules: Grammar) -> bool:
    """Whether a sure verb behind a form that may be a noun has it for its subject: "*imports were*
    flat", "*trains* between Leeds and York *were* cancelled", "*substitute* Andre Baptiste
    *earned* a point"."""
    if index + 1 >= stop or words[index + 1].pause:
        return False
    if words[index].verb == Verb.PAST:
        return _describes_noun(words, index, stop, rules)
    if words[index].verb != Verb.WEAK:
        return False
    following = words[index + 1]
    if following.verb == Verb.FINITE:
        return True
    plural = words[index].core.endswith(rules.data.inflected_endings or "\0")
    governs = following.core in rules.prepositions
    if governs and (plural or _follows_past(words, index, rules)):
        return acts_alone(words, index + 2, stop, rules)
    behind = index + 1
    while behind < stop and words[behind].capital and not words[behind].pause:
        behind += 1
    named = not plural and not words[index].capital and behind > index + 1 and behind < stop
    return named and words[behind].verb in {Verb.PAST, Verb.FINITE} and not words[behind].pause


def _follows_past(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """Whether the verb before a form without an ending is past, so that the form is no verb that
    goes on with it: "prices fell and *demand for* steel rose"."""
    leads = rules.infinitives | rules.modals
    for at in range(index - 1, max(-1, index - CLAUSE), -1):
        word = words[at]
        if word.core in leads and not word.capital:
            return False
        if word.verb in _SURE:
            past = rules.is_past(word.core) or word.core in rules.past_auxiliaries
            return past and rules.is_base(words[index].core)
    return False


def _describes_noun(words: Sequence[Word], index: int, stop: int, rules: Grammar) -> bool:
    """Whether a participle only describes the noun behind it, which has its own verb: "*forced
    marriage has* ended"."""
    if index + 2 >= stop or words[index + 2].pause:
        return False
    noun, behind = words[index + 1], words[index + 2]
    plain = noun.verb in {Verb.NO, Verb.WEAK} and not (noun.capital or noun.number)
    closed = noun.core in rules.noun_next or rules.names_subject(noun.core)
    closed = closed or noun.core in rules.prepositions
    return plain and not closed and behind.core in rules.auxiliaries


def acts_alone(words: Sequence[Word], start: int, stop: int, rules: Grammar) -> bool:
    """Whether a sure verb follows before any pause, which no other verb is joined to."""
    for at in range(start, stop):
        if words[at].pause:
            return False
        if words[at].verb == Verb.FINITE:
            return words[at - 1].core not in rules.conjunctions | rules.relatives
    return False


def _drops_subject(words: Sequence[Word], verb: int, stop: int, rules: Grammar) -> bool:
    """Whether no subject follows the verb, where one would."""
    if words[verb].core in rules.possessing or has_own_subject(words[verb], rules):
        return False
    behind = verb + 1
    ended = words[verb].core.endswith(rules.data.dropped_subject_endings)
    if ended or behind >= stop or words[behind].pause or did_both(words[verb], rules):
        return True
    stems = {words[verb].lexeme.stem, rules.base(words[verb].core)}  # يعيش
    counted = not rules.counted_subjects.isdisjoint(stems) or rules.is_passive(words[verb])
    if words[behind].number and (counted or words[verb].core in rules.auxiliaries):
        return False
    later = counted and _counted_later(words, behind, stop, rules)
    if later or (words[behind].number and _is_nominative(words, behind + 1, stop, rules)):
        return False  # نجا 47 آخرون
    stem, next_ = words[verb].lexeme.stem, words[behind].core
    moves = stem in rules.goal_verbs or stem in rules.descriptive
    moves = moves or words[verb].core in rules.auxiliaries  # ستكون *هناك* ضربة
    # "In it were killed 12", ليرتفع *بذلك* عدد المعتقلين
    points = next_ in rules.complete or (moves and next_ in rules.pointed_phrases)
    if points and behind + 1 < stop:
        # Only the next word says whether a subject follows.
        behind += 1
        if words[behind].number and not words[behind].pause:
            unit = words[behind + 1].core if behind + 1 < stop else ""
            return unit in rules.time_units  # حلقت فيها *12 دقيقة*
    return (
        _is_no_subject(words, behind, stop, rules)
        or _is_done_to(words, verb, behind, rules)
        or _has_only_object(words, verb, behind, stop, rules)
    )


def _has_only_object(
    words: Sequence[Word], verb: int, start: int, stop: int, rules: Grammar
) -> bool:
    """Whether the one noun behind a verb, which acts on things, is a thing: زار *المعرض*."""
    if words[verb].lexeme.stem in rules.deciding and _is_plain_act(words[start], rules):
        return True
    found = noun_phrase(words, start, stop, rules)
    person = rules.without_article(words[start].core) in rules.bodies_and_persons
    person = person or _opens_with_name(words, start, stop, rules)
    if found is None or person or rules.prepositional(words[start]):
        return False
    return is_only_object(words, verb, found, stop, rules)


def _is_plain_act(word: Word, rules: Grammar) -> bool:
    """Whether a word is what somebody decides to do: قرر *إغلاق* المعبر."""
    body = word.core in rules.bodies_and_persons or word.core in rules.given
    return rules.is_event(word.core) and not (body or rules.definite(word.core))


def _opens_with_name(words: Sequence[Word], start: int, stop: int, rules: Grammar) -> bool:
    """Whether a known first name, or two words that are no known nouns, stand before something
    definite, which is what somebody of that name does it to: يقلص *سفيان رحيمي* | الفارق."""
    near = words[start : min(start + _NAME, stop)]
    if near[0].core in rules.given:
        return True
    *names, thing = near
    unknown = len(near) == _NAME and rules.definite(thing.core)
    return unknown and not any(
        word.core in rules.known_nouns
        or rules.is_event(word.core)
        or rules.definite(word.core)
        or word.number
        or rules.prepositional(word)
        or word.raw.endswith(rules.data.noun_endings)
        or word.verb >= Verb.WEAK
        for word in names
    )


def _counted_later(words: Sequence[Word], start: int, stop: int, rules: Grammar) -> bool:
    """Whether those counted stand behind a phrase, whom the verb before it tells of: غرق في أغسطس
    الفائت *ثلاثة أشقاء*."""
    ruled = words[start + 1 : start + 2]
    if not rules.prepositional(words[start]) or any(_is_figure(word, rules) for word in ruled):
        return False  # يصل إلى *1.9 مليون* سائح
    for k in range(start + 2, min(stop - 1, start + _PHRASE)):
        word = words[k]
        if word.pause or word.verb >= Verb.WEAK:
            return False
        dated = word.number and words[k - 1].core in rules.dated_words  # في يوليو *2024*
        counts = _is_figure(word, rules) and not (word.lexeme.glue or dated)
        timed = words[k + 1].core in rules.times or words[k - 1].core in rules.prepositions
        if counts and not timed:
            return not rules.is_measure(words[k + 1].core)
    return False


def _is_figure(word: Word, rules: Grammar) -> bool:
    return word.number or word.core in rules.numerals


def _is_done_to(words: Sequence[Word], verb: int, at: int, rules: Grammar) -> bool:
    """Whether a feminine noun stands straight behind a verb in the masculine, whose object it is:
    سدد *كرة* في القائم, أعطى *تعليمات*."""
    word, acts = words[at], words[verb]
    if at != verb + 1 or not word.raw.endswith(
        (*rules.feminine_nouns, *rules.data.feminine_plurals)
    ):
        return False
    if word.core in rules.no_objects | rules.bare_crowds or rules.prepositional(word):
        return False
    if acts.core in rules.subjectless or acts.verb < Verb.WEAK or rules.has_object(acts.core):
        return False
    prefixes = rules.data.subordinated_prefixes
    past = not acts.core.startswith(prefixes) and rules.is_past(acts.core)
    masculine = acts.core.startswith(prefixes[:1]) or past
    return masculine and not acts.core.endswith(rules.data.verb_endings)


def _is_nominative(words: Sequence[Word], at: int, stop: int, rules: Grammar) -> bool:
    """Whether a word has the ending of the subject of a clause, by which it is no object."""
    endings = rules.data.nominative_endings
    return bool(endings) and at < stop and words[at].core.endswith(endings)


def has_own_subject(word: Word, rules: Grammar) -> bool:
    """Whether a verb says itself who acts ("we paid": دفعنا, "we pay": ندفع)."""
    if word.verb < Verb.WEAK:
        return False
    begins = word.core.startswith(rules.data.own_subject_prefixes or "\0")
    ends = word.core.endswith(rules.data.own_subject_endings or "\0")
    return (begins and not rules.is_past(word.core)) or (ends and word.verb == Verb.FINITE)


def _is_no_subject(words: Sequence[Word], at: int, stop: int, rules: Grammar) -> bool:
    """Whether a word behind the verb begins something else than its subject."""
    word = words[at]
    if word.core in rules.opens_subject:
        return False  # زادت *غير النفطية*
    if rules.prepositional(word):
        return not _named_later(words, at, stop, rules)
    accusative = is_accusative(word, rules) or rules.is_manner(word.core)
    return word.number or word.core in rules.adverbs or accusative


def _named_later(words: Sequence[Word], start: int, stop: int, rules: Grammar) -> bool:
    """Whether a phrase stands between the verb and its subject: "to these are added, …"."""
    return any(
        words[index].pause
        and not words[index].lexeme.glue
        and words[index].verb == Verb.NO
        and not rules.prepositional(words[index])
        for index in range(start + 1, stop)
    )


def progressive(words: Sequence[Word], start: int, stop: int, rules: Grammar) -> int | None:
    """Where an auxiliary stands before its gerund: "were hoarding"."""
    return next(
        (
            k
            for k in range(start, stop - 2)
            if words[k].core in rules.auxiliaries and words[k + 1].verb == Verb.GERUND
        ),
        None,
    )


def is_address(words: Sequence[Word], start: int, rules: Grammar) -> bool:
    """Whether a clause only speaks to the audience: "Good evening", نبدأ من القاهرة."""
    cores = tuple(word.core for word in words[start : start + 3])
    return any(cores[:size] in rules.addresses for size in range(1, len(cores) + 1))


def takes_object(words: Sequence[Word], at: int, stop: int, rules: Grammar) -> bool:
    """Whether a past form has its object right behind it and so is no participle, where the subject
    comes first: "*seized* 40 guns", "*lost* its licence"; not "*named* Ida", "*fined* the sum"."""
    word, behind = words[at], words[min(at + 1, stop - 1)]
    if not rules.data.subject_first or word.verb < Verb.PAST or at + 1 >= stop or behind.pause:
        return False
    if word.core in rules.with_objects or word.core in rules.auxiliaries:
        return False
    timed = rules.times | rules.of_times | rules.time_units | rules.day_words
    if any(one.core in timed for one in words[at + 1 : min(at + 5, stop)]):
        return False  # "published a week earlier"
    counted = behind.number and at + 2 < stop and not rules.prepositional(words[at + 2])
    return bool(counted) or behind.core in rules.articles
