"""Clauses that describe an indefinite noun without a relative word, where the verb comes first:
في حريق *اندلع في مصنع*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.splitting.clauses.phrases.when import is_year
from workbench.splitting.clauses.pieces import Kind, Piece
from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import CLAUSE, Word

_TAKEN_UP = 5
"""Words within which a relative clause takes up its noun by a pronoun."""
_EVENT_BACK = 3
"""Words back at which an event stands before its place and how that is: بتفجير سوق شعبية."""
_ASIDE = 12
"""Words of which an aside between two commas has at most."""
_SHORT_SUBJECT = 4
"""Words of a verb and its subject that wait for their object."""


def is_bare_relative(words: Sequence[Word], index: int, rules: Grammar, piece: Piece) -> bool:
    """A verb behind an indefinite noun, in a piece that has its verb already."""
    acts = words[index].verb == Verb.FINITE or _surely_acts(words, index, rules)
    if not acts or piece.dependent or not _may_describe(words, index, rules):
        return False
    described = piece.kind == Kind.BARE and words[index].core in rules.past_being
    had = _verbs_before(words, index, rules, piece)
    return described or any(words[k].core not in rules.auxiliaries for k in had)


def _may_describe(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """Whether a verb agrees with the noun before it, which nothing shows to be its subject, its
    object or a measure."""
    word, before = words[index], words[index - 1]
    agrees = word.core.endswith(rules.data.agreeing_auxiliaries) or _was(words, index, rules)
    other = word.core in rules.auxiliaries and not agrees
    other = other or before.verb == Verb.FINITE or _disagrees(words, index, rules)
    if other or word.lexeme.stem in rules.descriptive:
        return False
    # Its intention *to withdraw* (نيتها سحب), *its decline* (تراجعه): nouns that look like verbs.
    closed = rules.definite(before.core) or before.core in rules.places
    own = closed and (rules.is_own_event(word.core) or _names_act(words, index, rules))
    own = own or _is_own_object(words, index, rules)
    if own or rules.owned(before.core) or _is_owned_before(words, index, rules):
        return False
    # لم يوضح *متى* سيعاد افتتاح الجسر: one clause
    opener = before.core in rules.name_openers  # ميت *غمر*
    figure = before.number and not is_year(words, index - 1, rules.time_units)
    asked = before.core in rules.calling_verb | rules.conditions or figure or opener
    if asked or _is_of_measure(before, rules) or _is_asked_whether(words, index, rules):
        return False
    apart = rules.kept_noun | rules.name_openers
    # "that unknown persons stole …": its own subject; من دون تعديلات *تفرغه*; بن دويس *سبب*
    return index <= 1 or not (words[index - 2].core in apart or _is_figure(words, index))


def _is_own_object(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """Whether an act with its owner is the object of a verb whose short subject stands between the
    two: أبدت *جمعيات محلية* تخوفها."""
    near = words[max(0, index - _SHORT_SUBJECT + 1) : index]
    opened = next((k for k, one in enumerate(near) if one.verb >= Verb.PAST), len(near))
    plain = not any(one.pause or rules.prepositional(one) for one in near[opened + 1 :])
    return rules.is_own_event(words[index].core) and opened < len(near) - 1 and plain


def _is_owned_before(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """Whether a comma parts a verb from a noun with its owner, be it written like a verb: يلقي
    *كلمته*، سقطت …"""
    before, endings = (
        words[index - 1],
        (*rules.data.possessive_endings, *rules.data.pronoun_endings),
    )
    owned = before.core.endswith(endings or ("\0",)) and before.verb == Verb.WEAK
    return words[index].comma and owned


def _verbs_before(words: Sequence[Word], index: int, rules: Grammar, piece: Piece) -> list[int]:
    """Where the verbs stand that the clause before a word has already."""
    # "It is plain that a drop in turnout *happened*": the verb that the conjunction calls for.
    floor = max(piece.body, index - CLAUSE)
    openers = rules.complementisers | rules.as_if
    first = next((k for k in range(index - 1, floor - 1, -1) if words[k].core in openers), floor)
    if first == piece.body and piece.kind == Kind.PAUSE and not words[index].pause:
        first = _around_aside(words, piece.start, index, rules)
    had = [k for k in range(first, index - 1) if words[k].verb == Verb.FINITE]
    if piece.kind == Kind.START:
        had += _opened_with_event(words, first, index, rules)
    if rules.definite(words[index - 1].core):
        had = [k for k in had if not _completed(words, k, index, rules)]
    return had


def _is_of_measure(before: Word, rules: Grammar) -> bool:
    """Whether a clause says how much, and of no thing: ارتفعت *بنسب* وصلت إلى 400%."""
    measured = before.core[:1] in rules.data.glued_prepositions
    return measured and before.core[1:] in rules.amounts | rules.attributes


def _is_asked_whether(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """Whether a verb belongs to the كان of a question or a condition: لم يتضح ما *إذا كانت* الشركة
    ستدفع."""
    near = range(index - 1, max(0, index - _SHORT_SUBJECT - 1), -1)
    was = next((k for k in near if words[k].core in rules.past_being), 0)
    return was > 0 and words[was - 1].core in rules.conditions


def _names_act(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """Whether a word behind what is definite is the noun of an act with what it is done to, since
    no relative clause stands there bare: قررت الحكومة المصرية *خفض* الدعم."""
    word, behind = words[index], words[index + 1] if index + 1 < len(words) else None
    past = not word.core.startswith(rules.data.subordinated_prefixes)
    plain = behind is not None and not (behind.pause or rules.prepositional(behind))
    noun = behind is not None and behind.verb == Verb.NO and not behind.number
    return past and plain and noun and rules.is_event(word.core) and not word.lexeme.glue


def _was(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """Whether an auxiliary of the past tells of the indefinite noun before it, with which it
    agrees: حافلة *كانت* تقل عمالا, رجل *كان* يقود شاحنة."""
    word, before = words[index], words[index - 1]
    if word.core not in rules.past_being or word.pause:
        return False
    plain = before.verb == Verb.NO and not (before.number or rules.prepositional(before))
    closed = rules.definite(before.core) or rules.owned(before.core)
    timed = before.core in rules.times | rules.places
    if not plain or closed or timed:
        return False
    if word.core.endswith(rules.feminine_verbs):
        return before.raw.endswith(rules.feminine_nouns)
    return before.core in rules.persons


def _around_aside(words: Sequence[Word], opened: int, index: int, rules: Grammar) -> int:
    """Where the clause began that goes on with a phrase behind a comma, or behind one between two
    commas: اختتمت الجمعية، *بالتعاون مع المديرية*، | قافلة طبية جابت 14 قرية."""
    joins = any(word.pause and word.lexeme.glue for word in words[opened + 1 : index])
    acts = any(word.verb >= Verb.WEAK for word in words[opened:index])
    if joins or acts or not rules.prepositional(words[opened]):
        return opened
    back = range(opened - 1, max(0, opened - _ASIDE) - 1, -1)
    return next((k for k in back if words[k].pause), max(0, opened - _ASIDE))


def _opened_with_event(
    words: Sequence[Word], first: int, index: int, rules: Grammar
) -> Iterator[int]:
    """A form that is a noun as often and opens the clause as its verb, by those counted behind it:
    قتل *شخصان* في انفجار استهدف …, or since it is no noun of an action (أدى)."""
    if first + 2 >= index or words[first].verb != Verb.WEAK or words[first + 1].pause:
        return
    behind = words[first + 1]
    counted = behind.number or behind.core in rules.numerals
    subject = behind.core.endswith((*rules.data.nominative_endings, *rules.data.dual_endings))
    person = behind.core in rules.persons and rules.prepositional(words[first + 2])
    if counted or subject or person or not rules.is_event(words[first].core):
        yield first


def _surely_acts(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """Whether a word that is a noun as often can only be the verb of a clause that describes the
    indefinite noun before it: غارة *شنتها* طائرات, خيمة *تؤوي* نازحين, توقف *دام* سنوات."""
    word, before = words[index], words[index - 1]
    if word.verb != Verb.WEAK or word.pause or word.lexeme.glue or index + 1 >= len(words):
        return False
    closed = rules.definite(before.core) or rules.owned(before.core) or before.number
    plain = before.verb == Verb.NO or _is_construct(words, index - 1, rules)
    if closed or not plain or rules.prepositional(before) or words[index + 1].pause:
        return False
    if before.core in rules.no_phrase_heads:
        return False
    acts = rules.is_only_verb(word.core) or _takes_no_object(words, index, rules)
    return acts or _tells_of_part(words, index, rules)


def _tells_of_part(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """Whether a past form has some of those before it for its subject: 23 مهندسا *تخرج أغلبهم* في
    الجامعة."""
    word, behind = words[index], words[index + 1]
    markers = rules.markers.get(behind.core, ())
    part = any(one.kind == "part" and one.after_noun for phrase, one in markers if len(phrase) == 1)
    noun = words[index - 1].verb == Verb.NO and not words[index - 1].number
    return part and noun and rules.is_past(word.core) and not (behind.pause or behind.lexeme.glue)


def _is_construct(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether the noun of an action that looks like a verb stands behind its noun: حادث *تصادم*."""
    word, before = words[at], words[at - 1]
    plain = before.verb == Verb.NO and not (word.pause or word.lexeme.glue)
    return at > 0 and plain and word.verb == Verb.WEAK and rules.is_event(word.core)


def _takes_no_object(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """Whether a verb behind a masculine noun goes on with a phrase as no noun would: بلاغ تقدم
    *به* مراجع, حادث وقع *على* الطريق."""
    word, before, behind = words[index], words[index - 1], words[index + 1]
    if before.raw.endswith(rules.feminine_nouns):
        return False
    taken = behind.core in rules.complete and behind.core.endswith(rules.data.pronoun_endings)
    phrase = rules.prepositional(behind) or behind.core in rules.day_words
    return taken or (phrase and word.core in rules.happening)


def _is_figure(words: Sequence[Word], index: int) -> bool:
    """Whether a figure and its unit stand before a pause, of which no relative clause tells."""
    return words[index].pause and words[index - 2].number


def _disagrees(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """Whether a word does not agree as a verb with the noun before it, nor takes it up by a
    pronoun: حملة قمع, "a campaign of repression"; or says itself who acts (طعنا)."""
    word, before = words[index], words[index - 1]
    if word.core.endswith(rules.data.own_subject_endings or "\0"):
        return True
    feminine = before.raw.endswith(rules.feminine_nouns)
    if rules.governed_event(words[max(0, index - _EVENT_BACK)]):
        return False  # بتفجير سوق شعبية | أسفر عن
    past = not word.core.startswith(rules.data.subordinated_prefixes)
    agrees = word.core.endswith((*rules.data.verb_endings, *rules.data.dropped_subject_endings))
    ours = word.core.startswith(rules.data.own_subject_prefixes or "\0")
    taken_up = word.core.endswith((*rules.data.possessive_endings, *rules.data.pronoun_endings))
    other = ours and not (taken_up or rules.is_past(word.core))  # ولاية *نورث* كارولينا
    if not other and (not feminine or agrees or not past):
        return False
    near = words[index : index + _TAKEN_UP]
    owned = (each for each in near if each.core not in rules.places)  # محكمة جنح *بنها*
    return not any(each.core.endswith(rules.data.possessive_endings) for each in owned)


def _completed(words: Sequence[Word], first: int, second: int, rules: Grammar) -> bool:
    """ "The company began to produce": the second verb completes the first."""
    denied = " ".join(word.core for word in words[max(0, first - 1) : first + 1])
    if rules.complement.isdisjoint((words[first].lexeme.stem, denied)):
        return False
    return not any(word.pause or rules.prepositional(word) for word in words[first + 1 : second])
