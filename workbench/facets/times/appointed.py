"""Whether something is set for a time: put off until then, to be delivered, an event to come."""

from __future__ import annotations

from workbench.facets.numbers.tokens import Tokens
from workbench.facets.times.done import CLAUSE, CLAUSE_ENDS, COMMAS, NEAR, opens_clause
from workbench.facets.times.expressions import Calendar, Mention
from workbench.facets.times.lexicon import TimeLexicon

_LOOK_BACK = 20
"""How far before a time the verb is searched for that sets it, where verbs come first."""
_EVENT = 4
"""Words between what somebody is told to prepare and the event it is for."""


def is_awaited(tokens: Tokens, mention: Mention, lexicon: TimeLexicon) -> bool:
    """Whether a day is that of an event which something is told to be for: "tickets are on sale
    *for the concert on June 6*"."""
    event = mention.first - 1
    while event > 0 and tokens[event].word in lexicon.on_days:
        event -= 1
    if tokens[event].word not in lexicon.events_to_come:
        return False
    near = range(event - 1, max(event - 1 - _EVENT, -1), -1)
    return any(tokens[place].word in lexicon.towards for place in near)


def is_delivery(tokens: Tokens, first: int, last: int, lexicon: TimeLexicon) -> bool:
    """Whether what is traded falls due then: "wheat *for March delivery*", برنت *تسليم يناير*."""
    if tokens[first].line:
        return False
    leads = tokens[first - 1].word
    if lexicon.subject_first:
        return leads in lexicon.set_for and tokens[last].word in lexicon.delivering
    return leads in lexicon.delivering


def is_put_off(tokens: Tokens, mention: Mention, lexicon: TimeLexicon) -> bool:
    """Whether something is put off until a time or set for it: "*deferred* the vote *to* June",
    "*called* an election *for* August 12"."""
    mark = tokens[mention.first - 1].word
    if not lexicon.setting.isdisjoint((mark, mark.removeprefix(lexicon.written_on[0]))):
        return not lexicon.subject_first  # حددت | *14 يناير* موعدا للحكم
    verbs, last = lexicon.postponing, mention.first - 1
    if mark in lexicon.set_for:
        verbs, last = lexicon.setting, last - 1  # not "examinations earlier *fixed* for August"
    elif not (mark in lexicon.to - lexicon.joiners or mention.relation == "until"):
        return False
    # Where the verb comes first, its subject and object stand between.
    reach = CLAUSE if lexicon.subject_first else _LOOK_BACK
    # "Examinations earlier *fixed* for August", but حددت | *جلسة* 18 أكتوبر
    nearest = last - (verbs is lexicon.setting and lexicon.subject_first)
    for place in range(last, max(last - reach, -1), -1):
        if tokens[place].word in CLAUSE_ENDS:
            return False
        word = tokens[place].word
        sets = not verbs.isdisjoint((word, word.removeprefix(lexicon.written_on[0])))  # *وحددت*
        if sets and place <= nearest:
            return True
    return False


def is_moved(tokens: Tokens, index: int, lexicon: TimeLexicon) -> bool:
    """Whether something is moved from one date to another: "*postponed* from March to May"."""
    return any(
        tokens[index - back].word in lexicon.moving for back in range(1, min(NEAR, index) + 1)
    )


def is_scheduled(tokens: Tokens, mention: Mention, lexicon: TimeLexicon) -> bool:
    """Whether a mere weekday stands behind a verb of the present that opens its clause, or opens it
    before one, where verbs come first: *ينتقل* الفريق الأربعاء إلى بركان; not "comes after the
    strike on Wednesday"."""
    day = mention.expression
    if lexicon.subject_first or not isinstance(day, Calendar) or day.weekday is None:
        return False
    if day != Calendar(weekday=day.weekday) or mention.relation != "at":
        return False
    return _opens_present(tokens, mention, lexicon) or _closes_present(tokens, mention, lexicon)


def _opens_present(tokens: Tokens, mention: Mention, lexicon: TimeLexicon) -> bool:
    """Whether a time opens its clause before a verb of the present: ويوم الخميس *تنظر* المحكمة."""
    behind = mention.last + (tokens[mention.last].word in COMMAS)
    fronted = opens_clause(tokens, mention, lexicon) and not tokens[behind].line
    return fronted and lexicon.is_present(tokens[behind].word)


def _closes_present(tokens: Tokens, mention: Mention, lexicon: TimeLexicon) -> bool:
    """Whether a verb of the present opens the clause before a time."""
    for place in range(mention.first - 1, max(mention.first - _LOOK_BACK, 0) - 1, -1):
        word = tokens[place].word
        mark = lexicon.marks.at(tokens, place)
        behind = mark is not None and mark[1] in {"after", "since"}
        if word in CLAUSE_ENDS or word in lexicon.clause_words or behind or lexicon.is_past(word):
            return False
        if tokens[place].line or tokens[place - 1].word in CLAUSE_ENDS:
            return lexicon.is_present(word)
    return False
