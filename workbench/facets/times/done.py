"""Whether what is told of a time has come about: by a verb of the past that takes it for its own.

Most verbs of the past date their own deed ("died in an attack *on 28 December*"), so that the date
is past though the next one is nearer. Verbs that arrange what is to come date that ("approved a
rally *on 5 December*"), unless the date stands right beside them.
"""

from __future__ import annotations

from workbench.facets.numbers.tokens import SENTENCE_ENDS, Tokens
from workbench.facets.times.expressions import Mention
from workbench.facets.times.lexicon import TimeLexicon

COMMAS = frozenset(",،")
CLAUSE_ENDS = SENTENCE_ENDS | COMMAS | frozenset('"“”«»()')
NEAR = 2
"""Words before a time within which a verb of the past takes it for its own, whatever it means."""
LOOK_ON = 12
"""How far behind a time a verb that takes it is searched for, where subjects stand before verbs."""
CLAUSE = 8
"""Words before a time among which a verb of the past tells when its clause is set…"""
_NOUN = 3
"""Words between an article and its noun, with the article."""
_OPENING = 20
"""…and the same where verbs come first."""


def is_done(tokens: Tokens, place: int, lexicon: TimeLexicon) -> bool:
    """Whether a verb of the past stands there, no participle of what is to come."""
    if tokens[place].capital or not lexicon.is_past(tokens[place].word):
        return False  # "will play Leeds *United* on Monday"
    before = place - 1
    while before > 0 and tokens[before].word.endswith(lexicon.adverbial):
        before -= 1
    return tokens[before].word not in lexicon.before_base | lexicon.before_nouns


def was_done(tokens: Tokens, mention: Mention, lexicon: TimeLexicon, *, day: bool) -> bool:
    """Whether the clause of a time tells of the past: "Sales *fell* 3% in December".

    A ``day`` is not that of a deed that arranges another: "announced a rally on 14 December".
    """
    if lexicon.appointing.before(tokens, mention.first) is not None:
        return False
    if opens_clause(tokens, mention, lexicon):
        return _done_behind(tokens, mention.last, lexicon)
    if not lexicon.subject_first:
        return _told_as_past(tokens, mention.first, lexicon)
    first, ends = mention.first, CLAUSE_ENDS | lexicon.conditions
    for place in range(first - 1, max(first - CLAUSE, 0) - 1, -1):
        if tokens[place].word in ends or _opens_verb(tokens, place, lexicon):
            return False
        if is_done(tokens, place, lexicon) and not _names_deed(tokens, place, first, lexicon):
            return not day or first - place <= NEAR or not _arranges(tokens, place, first, lexicon)
    return False


def _names_deed(tokens: Tokens, place: int, first: int, lexicon: TimeLexicon) -> bool:
    """Whether a past form that looks like the verb's own is a noun with its article, right before
    a time: "the door for *a rate cut* in December"."""
    alike = lexicon.deed(tokens[place].word) == tokens[place].word and first - place <= NEAR
    near = (tokens[k].word for k in range(place - 1, max(place - 1 - _NOUN, 0), -1))
    return alike and any(word in lexicon.numbers.articles for word in near)


def was_done_by(tokens: Tokens, mention: Mention, lexicon: TimeLexicon) -> bool:
    """Whether something had come about by a time: "had lost power *by Thursday*", "*By Thursday*,
    40 people had died"; not "ordered it shut by Thursday"."""
    first = mention.first - 1
    if opens_clause(tokens, mention, lexicon):
        near = range(mention.last, mention.last + 1 + LOOK_ON)
        near = near[tokens[mention.last].word in COMMAS :]
        last = next((k for k in near if tokens[k].word in CLAUSE_ENDS or tokens[k].line), near[-1])
        return any(tokens[k].word in lexicon.pluperfect for k in range(near[0], last))
    asked = (tokens[k].word in lexicon.directing for k in range(max(0, first - CLAUSE), first))
    return not any(asked) and was_done(tokens, mention, lexicon, day=False)


def was_not(tokens: Tokens, place: int, lexicon: TimeLexicon) -> bool:
    """Whether what a verb of the present tells never came about: لم *تستأنف*, not ما لم تستأنف."""
    negated = lexicon.undone.before(tokens, place) is not None
    return negated and lexicon.unless.before(tokens, place) is None


def was_not_done_by(tokens: Tokens, mention: Mention, lexicon: TimeLexicon) -> bool:
    """Whether something had not come about until a time: لم يصدر أي تعليق *حتى مساء الأحد*."""
    for place in range(mention.first - 1, max(mention.first - _OPENING, 0), -1):
        if tokens[place].word in CLAUSE_ENDS:
            return False
        if was_not(tokens, place, lexicon):
            return True
        if tokens[place].line:
            return False
    return False


def opens_clause(tokens: Tokens, mention: Mention, lexicon: TimeLexicon) -> bool:
    """Whether a time opens its clause, be it behind a preposition."""
    at, small = mention.first, lexicon.small
    floor = max(0, at - CLAUSE)
    while at > floor and not tokens[at].line and tokens[at - 1].word in small:
        at -= 1
    joined = at > 0 and not tokens[at].line and tokens[at - 1].word.startswith(lexicon.written_on)
    at -= joined and tokens[at - 1].word[1:] in small  # *وفي* 28 ديسمبر
    before = tokens[at - 1].word if at else ""
    return tokens[at].line or before in CLAUSE_ENDS or before in lexicon.clause_words


def _done_behind(tokens: Tokens, last: int, lexicon: TimeLexicon) -> bool:
    """Whether the clause that a time opens tells of the past: "On 28 December, two men *died*", في
    28 ديسمبر *قتل* جنديان."""
    start = last + (tokens[last].word in COMMAS)
    if not lexicon.subject_first:
        return not tokens[start].line and lexicon.tells_past(tokens[start].word, sure=False)
    for place in range(start, start + LOOK_ON):
        if tokens[place].line or tokens[place].word in CLAUSE_ENDS:
            return False
        if is_done(tokens, place, lexicon):
            return True
    return False


def _arranges(tokens: Tokens, place: int, last: int, lexicon: TimeLexicon) -> bool:
    """Whether a verb arranges what is to come, or a thing to come stands between it and a time:
    "detained 40 people *ahead of* the rally on 5 December", "signed a decree *setting* polls on
    …", وقّع مرسوما *بتنظيم* الانتخابات في …"""
    if lexicon.deed(tokens[place].word) in lexicon.arranging:
        return True
    return any(lexicon.plans(tokens[each].word) for each in range(place + 1, last - 1))


def _told_as_past(tokens: Tokens, first: int, lexicon: TimeLexicon) -> bool:
    """Whether the nearest verb before a time is one of the past, where verbs may come first:
    *افتتح* الوزير المستشفى في 3 يناير. One that is a noun as well is a verb where its clause opens.
    """
    ends = CLAUSE_ENDS | lexicon.conditions
    for place in range(first - 1, max(first - _OPENING, 0) - 1, -1):
        if tokens[place].word in ends:
            return False
        if tokens[place].word in lexicon.perfect and _is_pluperfect(tokens, place, lexicon):
            return True
        opens = tokens[place].line or tokens[place - 1].word in CLAUSE_ENDS
        led = opens or tokens[place - 1].word in lexicon.verb_openers
        noun = tokens.raw(place).endswith(lexicon.nominal)  # *جلسة* is no "he sat it"
        if not noun and lexicon.tells_past(tokens[place].word, sure=not led):
            return not _arranges(tokens, place, first, lexicon)
        if opens:
            return False
    return False


def _is_pluperfect(tokens: Tokens, place: int, lexicon: TimeLexicon) -> bool:
    """Whether "had" and its subject stand before a particle of the past, whatever verb follows:
    *كانت* السفينة *قد* جنحت في أبريل."""
    for back in range(place - 1, max(place - _OPENING, 0) - 1, -1):
        word = tokens[back].word
        if word in lexicon.was:
            return True
        if word in SENTENCE_ENDS or tokens[back].line:
            return False
    return False


def _opens_verb(tokens: Tokens, place: int, lexicon: TimeLexicon) -> bool:
    """Whether a verb of what is to come follows: "was told *to* appear in December"."""
    if tokens[place].word not in lexicon.before_verbs:
        return False
    return lexicon.may_be_noun(tokens[place + 1].word)
