"""Noun phrases: subjects and heads that a clause borrows from its neighbour."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.clauses.clause import Range
from workbench.splitting.clauses.phrases.titled import past_titled
from workbench.splitting.clauses.phrases.when import ends_length, is_year, past_time, subject_behind
from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import Word

_LONGEST = 12
_FIELDS = 4
"""Words of a body up to its second field."""


def trim_range(words: Sequence[Word], start: int, stop: int, rules: Grammar) -> Range | None:
    """A range without the connective at its end ("… that"), or nothing."""
    while start < stop and _hangs(words, stop - 1, rules):
        stop -= 1
    return (start, stop) if start < stop else None


def _hangs(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether a last word only leads on: "…, *hours* after a paper reported …", "impeached Ruiz
    *hours* after he fled", "was taken to hospital, *where*"."""
    word = words[at]
    if word.comma and word.core in rules.relatives | rules.place_relatives:
        return True
    if word.core in rules.hanging or not rules.data.subject_first:
        return word.core in rules.hanging
    behind = words[at + 1].core if at + 1 < len(words) else ""
    alone = word.pause or (at > 0 and words[at - 1].capital and behind in rules.prepositions)
    return word.core in rules.time_units and alone and not word.number


def subject_of(
    words: Sequence[Word], start: int, stop: int, rules: Grammar, verb: int | None = None
) -> Range | None:
    """The subject of the clause ``[start, stop)``, whose ``verb`` may be known."""
    if verb is None:
        verb = next((i for i in range(start, stop) if words[i].verb >= Verb.PAST), None)
    if verb is None:
        return noun_phrase(words, start, stop, rules)
    if verb > start:
        before = _before_verb(words, start, verb, rules)
        if before:
            return before
    owned = (*rules.data.own_subject_endings, *rules.data.dropped_subject_endings)
    if rules.data.subject_first or (owned and words[verb].core.endswith(owned)):
        return None
    first = verb + 1
    while first < stop and words[first].verb >= Verb.PAST:
        first += 1
    found = _after_verb(words, first, stop, rules)
    if found is None or is_accusative(words[found[0]], rules):
        return None  # اعتقلت *رجلا*
    if _may_be_done_to(words, verb, found, rules) or _is_other_gender(words, verb, found, rules):
        return None
    return None if is_only_object(words, verb, found, stop, rules) else found


def _may_be_done_to(words: Sequence[Word], verb: int, found: Range, rules: Grammar) -> bool:
    """Whether an indefinite noun behind a feminine verb that takes an object may as well be that,
    so that it lends no other verb its subject: قصفت الطائرات البلدة ودمرت *منازل* وأصابت 12."""
    word = words[verb]
    feminine = word.core.endswith(rules.data.feminine_verbs or "\0")
    closed = any(rules.definite(words[k].core) or words[k].number for k in range(*found))
    return feminine and not closed and (word.lexeme.stem or word.core) in rules.object_verbs


def _is_other_gender(words: Sequence[Word], verb: int, found: Range, rules: Grammar) -> bool:
    """Whether a feminine noun straight behind a masculine verb can only be its object: تولى *رئاسة
    الحكومة* وقاد مفاوضات."""
    acts, head = words[verb], words[found[0]]
    own = rules.numerals | rules.articles | rules.given | rules.no_objects
    if found[0] != verb + 1 or not head.raw.endswith(rules.feminine_nouns) or head.core in own:
        return False
    past = rules.is_past(acts.core) and not acts.core.endswith(rules.data.verb_endings)
    present = acts.core.startswith(rules.data.subordinated_prefixes[:1] or "\0")
    return (past or present) and acts.core not in rules.auxiliaries and not rules.is_passive(acts)


def is_only_object(
    words: Sequence[Word], verb: int, found: Range, stop: int, rules: Grammar
) -> bool:
    """Whether the one noun behind a verb that takes an object is that, its subject left out: نشر
    كتابين, زار المصنع. A feminine form rather has its subject there (افتتحت الأسعار)."""
    word = words[verb]
    feminine = word.core.endswith(rules.data.feminine_verbs or "\0")
    stem = word.lexeme.stem or word.core
    if stem not in rules.object_verbs or feminine or rules.is_passive(word):
        return False
    rest = words[found[1] : stop]
    if not rest:  # "The council held, on Monday, *a session*"
        return stop >= len(words) or not words[stop].pause or bool(words[stop].lexeme.glue)
    return rules.prepositional(rest[0])


def _before_verb(words: Sequence[Word], start: int, verb: int, rules: Grammar) -> Range | None:
    """Words between the last pause with a phrase behind it and the verb."""
    first = start
    for index in range(start + 1, verb):
        if words[index].pause and rules.prepositional(words[first]):
            first = index
    first = past_time(words, first, verb, rules)
    dated = rules.times | rules.of_times | rules.day_words
    if not rules.data.subject_first and all(word.core in dated for word in words[first:verb]):
        return None  # *يوم الاثنين* أغلق البنك
    if rules.data.subject_first and rules.prepositional(words[first]):
        first = subject_behind(words, first + 1, verb, rules) or first
    while first < verb and words[first].core in rules.adverbs - rules.quantifiers:
        first += 1
    last = verb
    if verb > start and words[verb - 1].core in rules.infinitives:
        # "The rail link, *due to open* in 2024, is …": the verb is that of an aside.
        last = next((k for k in range(first + 1, verb) if words[k].pause), verb)
    alone = first < verb and words[first].core in rules.quantifiers  # "*Both* were held"
    while last > first + alone and _stands_between(words[last - 1], rules):
        last -= 1
    if last - 2 > first and words[last - 1].core in rules.comparisons and not words[last - 2].pause:
        last -= 2  # "profit *more than* doubled"
    if first >= last or (rules.prepositional(words[first]) and not _counts(words, first, last)):
        return None
    return (first, last) if last - first <= _LONGEST else None


def _stands_between(word: Word, rules: Grammar) -> bool:
    """Whether a word between a subject and its verb belongs to neither."""
    return word.core in rules.before_verbs or (rules.is_adverb(word.core) and not word.capital)


def _counts(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a phrase only opens with how exact its figure is: "at least 120", "over 300"."""
    return any(word.number for word in words[first + 1 : min(first + 3, last)])


def _after_verb(words: Sequence[Word], first: int, stop: int, rules: Grammar) -> Range | None:
    while first < stop and words[first].core in rules.day_words:
        first += 1
    if first >= stop or rules.prepositional(words[first]):
        return None
    return noun_phrase(words, first, stop, rules)


def noun_phrase(words: Sequence[Word], first: int, stop: int, rules: Grammar) -> Range | None:
    """The noun phrase that begins at ``first``: head, genitive, adjectives."""
    last = first
    while last < stop - 1 and (words[last].core in rules.articles or words[last].number):
        last += 1
    if last >= stop:
        return None
    last += 1
    closed = rules.definite(words[last - 1].core)
    closed = closed or (not rules.data.subject_first and words[last - 1].core in rules.places)
    while last < stop and last - first < _LONGEST:
        if _names_field(words, first, last, rules):
            last += 1  # لجنة المال *والموازنة*
            continue
        if _ends_phrase(words, first, last, rules) or (
            not rules.data.subject_first
            and _ends_verb_first(words, (first, last), stop, rules, closed=closed)
        ):
            break
        closed = closed or rules.definite(words[last].core)
        # شرطة باريس | مسجد المدينة
        closed = closed or (not rules.data.subject_first and words[last].core in rules.places)
        last += 1
    return (first, last)


def _ends_phrase(words: Sequence[Word], first: int, at: int, rules: Grammar) -> bool:
    """Whether a noun phrase ends before a word, in any language."""
    word = words[at]
    verbal = word.verb == Verb.FINITE or bool(word.lexeme.glue)
    return word.pause or rules.prepositional(word) or verbal


def _ends_verb_first(
    words: Sequence[Word], phrase: Range, stop: int, rules: Grammar, *, closed: bool
) -> bool:
    """Whether it ends there where the verb comes first: at a clause, an object or a year."""
    (first, at), word = phrase, words[phrase[1]]
    definite = rules.definite(word.core)
    if word.core in rules.clause_openers:
        return True
    if (closed and not definite) or word.number or is_accusative(word, rules):
        return True
    if _closes_plural(words[first], words[at - 1], word, rules):
        return True
    plural = word.core.endswith(rules.data.noun_only_endings or "\0")
    if closed and (plural or not _agrees(words, first, at, rules)):
        return True  # أقرت لجنة المال | الاعتمادات
    acted_on = at > first and definite and _opens_object(words, first, at, rules)
    thing = word.core in rules.places or rules.without_article(word.core) in rules.things
    thing = thing and closed and definite
    if acted_on or thing or _is_other_body(words, first, at, rules):
        return True  # افتتح الملك | الجسر
    dated = at + 1 < stop and words[at + 1].number
    return word.core in rules.time_units and dated  # ولد فضة | عام 1938


def _closes_plural(head: Word, before: Word, word: Word, rules: Grammar) -> bool:
    """Whether a plural that governs no noun ends before a word that does not describe it: أغلق
    محتجون | شوارع, هاجم مسلحون | الحاجز, دخل المسلحون | القرية."""
    many = rules.data.nominative_endings or ("\0",)
    if not head.core.endswith(many) or word.core.endswith(many):
        return False
    definite = rules.definite(word.core)
    other = word.raw.endswith(rules.feminine_nouns) or not rules.definite(head.core)
    return not definite or (before.core.endswith(many) and other)


def _agrees(words: Sequence[Word], first: int, at: int, rules: Grammar) -> bool:
    """Whether a definite word may describe a noun before it: no masculine one stands behind nothing
    but feminine ones, where it is the object (تولت النيابة العامة | التحقيق)."""
    feminine = rules.feminine_nouns + rules.data.feminine_endings
    return words[at].raw.endswith(feminine) or not all(
        word.raw.endswith(feminine) for word in words[first:at]
    )


def _names_field(words: Sequence[Word], first: int, at: int, rules: Grammar) -> bool:
    """Whether a second field of a body or an office is joined to the first, and no other body."""
    word = words[at]
    joined = word.lexeme.glue and not word.pause and word.verb == Verb.NO
    if not joined or words[first].core not in rules.field_bodies or at - first > _FIELDS:
        return False
    named = rules.definite(word.core) and rules.definite(words[at - 1].core)
    return named and rules.without_article(word.core) not in rules.bodies_and_persons


def _opens_object(words: Sequence[Word], first: int, at: int, rules: Grammar) -> bool:
    """Whether a definite word behind a name can only be an object: behind a country (أنهى الأردن |
    الدور الأول), or the noun of an action behind what is closed (افتتح التعمري | التسجيل)."""
    if at == first + 1 and words[first].core in rules.places:
        return True
    before = words[at - 1]
    adjective = words[at].raw.endswith(rules.relational) or words[at].core in rules.ranks
    if before.core in rules.places and not rules.definite(before.core) and not adjective:
        return True  # نعى محافظ حضرموت | الضحايا
    acted = rules.is_event(rules.without_article(words[at].core)) and at > first + 1
    return acted and rules.definite(before.core) and words[first].core in rules.given


def _is_other_body(words: Sequence[Word], first: int, at: int, rules: Grammar) -> bool:
    """Whether a second body or person stands behind a definite body, which no adjective is (ألزمت
    المحكمة | الشركة), or behind one man what he is not (استقبل الوزير | الوفد, اللص | الشقة)."""
    head, word = words[first].core, words[at]
    if not (rules.definite(head) and rules.definite(word.core)):
        return False
    one, other = rules.without_article(head), rules.without_article(word.core)
    bodies = rules.bodies_and_persons
    described = word.raw.endswith(rules.relational)
    if one in rules.persons:
        ends = rules.feminine_nouns + rules.data.noun_only_endings
        man = at == first + 1 and not words[first].raw.endswith(ends)
        woman = word.raw.endswith(rules.feminine_nouns)
        return man and (woman or (not described and other in bodies - rules.persons))
    return one in bodies and not described and other in bodies


def pointed_at(words: Sequence[Word], clause: Range, at: int, rules: Grammar) -> Range | None:
    """The subject of a clause, if the pronoun ``at`` a word behind the clause agrees with it and
    the noun behind the pronoun takes up none of its other nouns (وقع اتفاقا، وهو اتفاق …)."""
    pronoun, noun = words[at], words[min(at + 1, len(words) - 1)]
    again = (rules.object_stem(words[k].core) == noun.core for k in range(*clause))
    if pronoun.core not in rules.free_pronouns or any(again):
        return None
    found = subject_of(words, *clause, rules)
    if found is None:
        return None
    feminine = words[found[0]].raw.endswith(rules.feminine_nouns)
    return found if feminine == (pronoun.core in rules.feminine_pronouns) else None


def is_accusative(word: Word, rules: Grammar) -> bool:
    """Whether a noun is written as an indefinite object (حرباً), a known one even without the sign
    above it (منزلا)."""
    endings = rules.data.accusative_endings
    if not endings or word.raw.endswith(endings):
        return bool(endings)
    stem = rules.object_stem(word.core)
    return stem != word.core and word.verb == Verb.NO and stem in rules.known_nouns


def _closed_before(before: Word, word: Word, rules: Grammar) -> bool:
    """Whether one noun phrase ends and another begins: subject and object behind their verb, as a
    noun of action that describes none (أدان المجلس | *الهجوم*)."""
    if rules.data.subject_first or word.lexeme.glue:
        return False
    if not rules.definite(before.core):
        return _is_object_behind(before, word, rules)
    if not rules.definite(word.core):
        return True
    if before.core in rules.terms:
        return True  # أدان بأشد العبارات | الهجوم
    body = rules.without_article(before.core) in rules.bodies_and_persons
    described = word.raw.endswith(rules.relational) or rules.is_reduced(word.core)
    return body and not described and rules.is_event(rules.without_article(word.core))


def _is_object_behind(before: Word, word: Word, rules: Grammar) -> bool:
    """Whether a noun has the written ending of an object and the noun before it has none, so that
    it is neither its genitive nor its adjective: يظهر مقطع فيديو | *نوابًا*."""
    endings = rules.data.accusative_endings or ("\0",)
    counted = before.number or before.core in rules.numerals | rules.scales
    object_ = word.raw.endswith(endings) and not (counted or before.raw.endswith(endings))
    return object_ and before.verb == Verb.NO and before.core not in rules.adverbs


def head_before(words: Sequence[Word], end: int, rules: Grammar, floor: int) -> Range:
    """The noun phrase that ends before word ``end``, to which a relative clause belongs."""
    first = end - 1
    while first > floor and words[first].core in rules.complete:
        first -= 1  # "the rulings *against them* that …"
    while first > floor and end - first < _LONGEST:
        word, before = words[first], words[first - 1]
        listed = word.pause and word.lexeme.glue
        if word.number and first + 1 < end and not rules.data.subject_first:
            # A count begins its phrase, a year does not: بوهران 9 أشخاص, عام 2024 | سيولا.
            return first + is_year(words, first, rules.dated_words), end
        if before.core in rules.adjective_negators and first - 1 > floor and not word.pause:
            first -= 2  # العمالة *غير المنظمة* التي
            continue
        opens = (word.pause and not listed) or rules.prepositional(word)
        if opens or before.verb >= Verb.PAST or _is_done_to_it(words, first, end, rules):
            break  # "spent on reopening *the pool*, which"
        paired = before.core in rules.pairing and _is_pair(words, first, end, rules)
        if first - 1 > floor and (paired or _is_name_joint(words, first - 1, rules)):
            first -= 2  # "war *between X and Y*, which erupted"
            continue
        if first - 1 > floor and _tells_of_person(words, first - 1, end, rules):
            # "*a teacher* from Leeds who"
            return head_before(words, first - 1, rules, floor)
        named = word.capital and before.core in rules.complementisers  # "a risk that *Webb*, who"
        if before.core in rules.prepositions or named or _closed_before(before, word, rules):
            break
        if ends_length(words, first - 1, rules) and rules.definite(word.core):
            break
        first -= 1
    first = past_titled(words, _past_asked(words, first, end, rules), end, rules)
    return (_past_preposition(words, first, end, rules), end)


def _past_asked(words: Sequence[Word], first: int, end: int, rules: Grammar) -> int:
    """The index behind what asks or tells of a noun: "shows how *the drug*, which"."""
    opens = rules.complementisers | rules.asked
    return next((k for k in range(first, end - 1) if words[k].core not in opens), end - 1)


def _tells_of_person(words: Sequence[Word], joint: int, end: int, rules: Grammar) -> bool:
    """Whether "who" behind a phrase of place tells of the person before its preposition."""
    who = end < len(words) and words[end].core in rules.personal_relatives
    person = words[joint - 1].core in rules.persons and words[joint].core in rules.prepositions
    return who and person and not any(w.core in rules.persons for w in words[joint + 1 : end])


def _is_done_to_it(words: Sequence[Word], first: int, end: int, rules: Grammar) -> bool:
    """Whether a gerund stands before a noun with its article or before a name, whose object that
    is: "after beating *Arsenal*, who", but "acting *Mayor Reed*, who"."""
    gerund = words[first - 1]
    if not rules.data.subject_first or gerund.verb != Verb.GERUND or gerund.capital:
        return False
    opens = gerund.pause or (first > 1 and words[first - 2].core in rules.prepositions)
    named = opens and words[first].capital and not words[first].pause
    return named or (first < end - 1 and words[first].core in rules.articles)


def _is_pair(words: Sequence[Word], first: int, end: int, rules: Grammar) -> bool:
    """Whether two are joined among some words."""
    inside = words[first + 1 : end]
    return any(word.core in rules.conjunctions or word.lexeme.glue for word in inside)


def _past_preposition(words: Sequence[Word], first: int, end: int, rules: Grammar) -> int:
    """Where a noun begins behind its preposition, be that one of two words: في إطار | برنامج العودة
    الذي."""
    past = words[first].core in rules.prepositions or _is_of_object(words, first, end, rules)
    past = past or words[first].core in rules.verb_particles  # "shot *down* a drone that …"
    past = past or (rules.data.subject_first and words[first].core in rules.conjunctions)
    first += past and first + 1 < end
    if first and words[first - 1].core in rules.infinitives and _is_bare(words[first], rules):
        # "funds to *bail out the banks*, which …"
        return next((k for k in range(first + 1, end) if words[k].core in rules.articles), first)
    governed = first > 0 and words[first - 1].core in rules.prepositions
    long = governed and words[first].core in rules.compound_prepositions and first + 1 < end
    return first + long


def _is_bare(word: Word, rules: Grammar) -> bool:
    """Whether a word may be a verb behind "to": no name, figure or article."""
    return not (word.capital or word.number or word.core in rules.articles)


def _is_of_object(words: Sequence[Word], first: int, end: int, rules: Grammar) -> bool:
    """Whether a relative clause at word ``end`` tells of what an action behind its preposition is
    done to, since that is only a purpose or does not agree: *لبحث* | الأزمة التي, *بمعرفة* |
    ملابسات الحادث الذي."""
    if end >= len(words) or not rules.opens_event(words[first]):
        return False
    masculine = words[end].core in rules.masculine_relatives
    feminine = words[first].raw.endswith(rules.feminine_nouns)
    purpose = words[first].raw.startswith(rules.data.glued_subordinators or "\0")
    if feminine == masculine or not purpose:
        return feminine == masculine and (purpose or masculine)
    # Both agree with a purpose: لحماية *السد الذي*, and not لامتحان *الثانوية* الذي
    object_ = next((w for w in words[first + 1 : end] if rules.definite(w.core)), None)
    return object_ is not None and object_.raw.endswith(rules.feminine_nouns) != masculine


def _is_name_joint(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether a preposition stands between the capitals of one name."""
    if words[at].core not in rules.name_joints or words[at].pause:
        return False
    behind = at + 1 + (at + 2 < len(words) and words[at + 1].core in rules.definite_articles)
    return words[at - 1].capital and words[behind].capital  # "Charter *of the* Kingdom"
