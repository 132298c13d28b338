"""Whether the words around a time say that it is still to come."""

from __future__ import annotations

from collections.abc import Container

from workbench.facets.numbers.tokens import SENTENCE_ENDS, Kind, Tokens
from workbench.facets.times.done import (
    CLAUSE,
    CLAUSE_ENDS,
    COMMAS,
    LOOK_ON,
    NEAR,
    is_done,
    opens_clause,
    was_not,
)
from workbench.facets.times.expressions import Calendar, Mention
from workbench.facets.times.lexicon import TimeLexicon

_LOOK_BACK = 20
"""How far before a time a word that looks ahead is searched for."""
_SHORTEST_FUTURE = 3
"""Letters of a word that looks like a future form, more than which there are."""
_EXPECTED = 3
"""Words between a verb of expecting and a time of what is expected, at least."""
_TOLD = 7
"""The same of a participle with whoever did it behind it."""
_SAID = 3
"""Words before a time among which a verb of speech takes it for its own."""
_QUALIFIES = 5
"""Words before a time that qualifies a noun among which the verb stands whose object that is."""
_ASIDE = 6
"""Words of an aside between a clause and the time that closes it, at most."""
_AUXILIARY = 2
"""Words before one that looks ahead among which "was" makes it a thing of the past."""


def looks_ahead(tokens: Tokens, index: int, lexicon: TimeLexicon) -> bool:
    """Whether the clause before ``index`` says that something is still to come."""
    return _future_before(tokens, index, lexicon) is not None


def is_near_ahead(tokens: Tokens, index: int, lexicon: TimeLexicon) -> bool:
    """The same of a time that only qualifies a noun, which hangs on the verb right before it:
    "will publish *first-quarter* results", not "will sell ships after a *first-quarter* loss"."""
    found = _future_before(tokens, index, lexicon)
    return found is not None and index - found <= _QUALIFIES


def is_foretold_clause(tokens: Tokens, index: int, lexicon: TimeLexicon) -> bool:
    """Whether a time stands in the clause that somebody foretells: توقعت أن تتساقط أمطار مساء
    السبت; "vowed on Tuesday" has its own."""
    foretold = _word_before(tokens, index, lexicon.foretold_by)
    return foretold is not None and is_foretold(tokens, foretold, lexicon)


def is_set_as_condition(tokens: Tokens, mention: Mention, lexicon: TimeLexicon) -> bool:
    """Whether a time limits what something still to come depends on: "would strike *if* it was not
    paid *by December 31*"."""
    if mention.relation not in {"by", "before"}:
        return False
    condition = _word_before(tokens, mention.first, lexicon.conditions)
    return condition is not None and looks_ahead(tokens, condition, lexicon)


def _word_before(tokens: Tokens, index: int, words: Container[str]) -> int | None:
    """The place of the nearest of ``words`` before ``index``, within its clause."""
    for place in range(index - 1, max(index - _LOOK_BACK, 0) - 1, -1):
        if tokens[place].word in CLAUSE_ENDS:
            return None
        if tokens[place].word in words:
            return place
    return None


def before_aside(tokens: Tokens, mention: Mention, lexicon: TimeLexicon) -> int:
    """Where the clause goes on before a time that stands alone between two commas (ستهم الحرارة،
    *من الاثنين*، أقاليم) or closes its sentence behind an aside: يعقد الطرفان جلسة، بوساطة أممية،
    *الأربعاء*."""
    first, behind = mention.first, mention.last
    if first == 0 or tokens[first].line or tokens[first - 1].word not in COMMAS:
        return first
    if tokens[behind].word in COMMAS:
        return first - 1
    closes = behind == len(tokens) or tokens[behind].line or tokens[behind].word in SENTENCE_ENDS
    if lexicon.subject_first or not closes:
        return first
    for place in range(first - 2, max(first - 2 - _ASIDE, 0), -1):
        if tokens[place].word in CLAUSE_ENDS:
            return place if tokens[place].word in COMMAS else first
    return first


def is_expected(tokens: Tokens, mention: Mention, lexicon: TimeLexicon) -> bool:
    """Whether a time closes the clause of what somebody expects by a mere noun: توقعت الأرصاد هطول
    أمطار *الثلاثاء*; before that noun it is the day of the forecast."""
    behind = tokens[mention.last]
    closes = mention.last == len(tokens) or behind.line or behind.word in CLAUSE_ENDS
    dated = isinstance(mention.expression, Calendar) and bool(lexicon.expecting)
    if not dated or not (closes or lexicon.numbers.joins(behind)):
        return False
    for place in range(mention.first - 1, max(mention.first - _LOOK_BACK, 0) - 1, -1):
        word = tokens[place].word
        if word in CLAUSE_ENDS or tokens[place + 1].line:
            return False
        if word in lexicon.expecting:
            beside = tokens[place - 1].word in CLAUSE_ENDS and word in lexicon.expecting_beside
            return mention.first - place > (1 if beside else _EXPECTED)
    return False


def is_promised(tokens: Tokens, mention: Mention, lexicon: TimeLexicon) -> bool:
    """Whether a time stands behind what somebody promises or threatens to do: وعد الوزير *بصرف*
    الرواتب الثلاثاء, but وعد الوزير الثلاثاء بصرف الرواتب."""
    acted = False
    for place in range(mention.first - 1, max(mention.first - _LOOK_BACK, 0) - 1, -1):
        word = tokens[place].word
        if word in CLAUSE_ENDS or tokens[place + 1].line:
            return False
        joined = word.removeprefix(lexicon.written_on[0])
        if acted and not lexicon.promising.isdisjoint((word, joined)):
            return True
        if lexicon.tells_past(word, sure=True):
            return False  # وعد بالتحقيق في الهجوم الذي *وقع* الثلاثاء
        acted = acted or word.startswith(lexicon.promised_by)
    return False


def is_of_month(tokens: Tokens, mention: Mention, lexicon: TimeLexicon) -> bool:
    """Whether a month only says of which month a thing is, which is nearest though its clause
    looks ahead: ستصرف *رواتب شهر أيلول* غدا, "will review *the October ruling*"."""
    first, told = mention.first, mention.expression
    if not first or tokens[first].line or not isinstance(told, Calendar):
        return False
    alone = told == Calendar(month=told.month)
    made = alone and tokens[mention.last].word in lexicon.of_past
    return tokens[first - 1].word in lexicon.monthly or made


def is_foretold(tokens: Tokens, index: int, lexicon: TimeLexicon) -> bool:
    """Whether somebody promises or expects what stands before ``index``."""
    for place in range(index - 1, max(index - _LOOK_BACK, 0) - 1, -1):
        token = tokens[place]
        if token.word in CLAUSE_ENDS:
            return False
        if token.word in lexicon.foretelling or token.core in lexicon.foretelling:
            return True
    return False


def was_to_come(tokens: Tokens, index: int, lexicon: TimeLexicon) -> bool:
    """Whether what the clause foretells was foretold before: "was due to end in August"."""
    earlier = _future_before(tokens, index, lexicon)
    while earlier is not None and index - earlier < 2 * _LOOK_BACK:
        near = range(max(0, earlier - _AUXILIARY), earlier)
        if any(tokens[place].word in lexicon.was for place in near):
            return True
        earlier = _future_before(tokens, earlier, lexicon)
    return False


def _future_before(tokens: Tokens, index: int, lexicon: TimeLexicon) -> int | None:
    """Where the words begin that say so."""
    beside = lexicon.ahead_beside.before(tokens, index)
    if beside is not None:
        return beside[0]
    for place in range(index, max(index - _LOOK_BACK, 0), -1):
        token = tokens[place - 1]
        if token.word in CLAUSE_ENDS or _looks_back(tokens, place, index, lexicon):
            return None
        found = lexicon.future.before(tokens, place)
        if found is not None and (
            _is_name(tokens, found[0], lexicon)
            or tokens[found[0]].prefix in lexicon.resulting
            or was_not(tokens, found[0], lexicon)
        ):
            found = None
        if found is not None and not _is_unreal(tokens, found[0], place, lexicon):
            told = index - place <= 1 and _foretold_then(tokens, found[0], place, lexicon)
            return None if told else _by_main_clause(tokens, found[0], lexicon)
        if _begins_future(tokens, place - 1, lexicon):
            return place - 1
        if token.line or (lexicon.subject_first and _was_done(tokens, place - 1, index, lexicon)):
            return None
    return None


def _by_main_clause(tokens: Tokens, first: int, lexicon: TimeLexicon) -> int | None:
    """Where words that look ahead begin; behind "before", where those of the main clause do: غادر
    قبل أن *يعود* في يونيو."""
    before = lexicon.before_deeds.before(tokens, first)
    return first if before is None else _future_before(tokens, before[0], lexicon)


def _is_name(tokens: Tokens, first: int, lexicon: TimeLexicon) -> bool:
    """Whether only folding makes a word the beginning of a phrase: قال *علي* أن, not على أن, or
    another of its own: *إلا* أن, not ألا; or it is the name of a month, "May"."""
    if tokens[first].capital and lexicon.months.at(tokens, first) is not None:
        return True
    raw, spelled = tokens.raw(first), lexicon.spelled.get(tokens[first].word, "")
    if spelled:
        return not raw.endswith(spelled[-1])
    return lexicon.misread.get(tokens[first].word, raw[:1]) != raw[:1]


def _is_unreal(tokens: Tokens, first: int, last: int, lexicon: TimeLexicon) -> bool:
    """Whether words that look ahead tell of what never was ("might have") or of no event."""
    possible = tokens[last - 1].word in lexicon.possible
    unreal = possible and tokens[last].word in lexicon.unreal_after
    return unreal or _only_names(tokens, first, last, lexicon)


def _foretold_then(tokens: Tokens, first: int, last: int, lexicon: TimeLexicon) -> bool:
    """Whether a time right behind a verb of the past is when somebody foretold: "up from the 2.7%
    they *projected* in March"; "is projected for March" foretells."""
    single = last == first + 1 and lexicon.subject_first
    passive = tokens[first - 1].word in lexicon.was | lexicon.before_base
    return single and lexicon.is_past(tokens[first].word) and not passive


def _only_names(tokens: Tokens, first: int, last: int, lexicon: TimeLexicon) -> bool:
    """Whether words that look ahead are a noun here (*the return* of the ferry, *its forecast*) or
    compare ("less *than expected*")."""
    single = last == first + 1 and lexicon.may_be_noun(tokens[first].word)
    before = tokens[first - 1]
    counted = before.kind is Kind.NUMBER or before.word in lexicon.numbers.starters  # "52 *votes*"
    owned = single and (counted or before.word in lexicon.before_nouns)
    owned = owned or (single and lexicon.subject_first and _acted(tokens, first, lexicon))
    return owned or lexicon.compared.before(tokens, first) is not None


def _acted(tokens: Tokens, index: int, lexicon: TimeLexicon) -> bool:
    """Whether the clause has a verb of the past before a form that may be a noun: "*survived* two
    no-confidence votes on Thursday"."""
    for place in range(index - 1, max(index - CLAUSE, 0) - 1, -1):
        word = tokens[place].word
        if word in CLAUSE_ENDS or word in lexicon.clause_words or tokens[place + 1].line:
            return False
        if is_done(tokens, place, lexicon) and tokens[place - 1].word not in lexicon.related:
            return True
    return False


def _was_done(tokens: Tokens, place: int, index: int, lexicon: TimeLexicon) -> bool:
    """Whether a verb of the past stands between what looks ahead and a time: "plans to build homes
    *were* rejected on Tuesday", "will discuss a report *published* on Monday"."""
    if tokens[place].word in lexicon.was:
        return True
    if index - place > _TOLD or not is_done(tokens, place, lexicon):
        return False
    # "… under plans *announced by* the minister on Thursday", "laws *that passed* the Senate on …"
    told = tokens[place + 1].word in lexicon.agents or tokens[place - 1].word in lexicon.related
    return index - place <= NEAR or told


def _looks_back(tokens: Tokens, place: int, index: int, lexicon: TimeLexicon) -> bool:
    """Whether a clause begins before ``place`` that tells what was done first: "is to be built
    *after* councillors voted on Monday"."""
    if tokens[place - 1].word not in lexicon.done_first:
        return False
    return any(tokens[k].word.endswith(lexicon.done) for k in range(place, index))


def goes_ahead(tokens: Tokens, mention: Mention, lexicon: TimeLexicon) -> bool:
    """Whether the clause that a time opens says so behind it: "On Friday, they will vote"."""
    start = mention.last + (tokens[mention.last].word in COMMAS)
    if not lexicon.subject_first:
        joined = lexicon.numbers.joins(tokens[start]) and start == mention.last
        # "In March *and* intends to" tells of something else.
        other = tokens[start].line or joined or _is_in_relative(tokens, mention.first, lexicon)
        return not other and _is_future(tokens, start, lexicon)
    before = [tokens[place] for place in range(max(0, mention.first - _SAID), mention.first)]
    opens = opens_clause(tokens, mention, lexicon)
    # "Returned on Monday, ending a row over plans to …"
    if (start > mention.last and not opens) or any(t.word in lexicon.telling for t in before):
        return False  # "said on Tuesday the army will leave"
    arrested = any(token.word.endswith(lexicon.done) for token in before[-2:])
    if arrested or _closes_aside(tokens, mention, lexicon):
        return False  # "a man arrested on Friday will appear"
    named = tokens[mention.first - 1].word in lexicon.definite  # "the June 30 deadline"
    return _goes_on_ahead(tokens, start, lexicon, fronted=opens and not named)


def _goes_on_ahead(tokens: Tokens, start: int, lexicon: TimeLexicon, *, fronted: bool) -> bool:
    """Whether the verb behind a time is one of the future; ``fronted``: the time opens the clause,
    so that two may share the verb and a present one look ahead ("On Friday, talks *resume*")."""
    stops = lexicon.clause_words - lexicon.joiners if fronted else lexicon.clause_words
    for place in range(start, start + LOOK_ON):
        token = tokens[place]
        ends = token.word in CLAUSE_ENDS or token.word in stops
        if token.line or ends or token.word in lexicon.telling or token.word in lexicon.was:
            return False
        if token.word in lexicon.will or lexicon.future_verbs.at(tokens, place) is not None:
            return True
        # "On Friday, talks *broke down* and will …"; not "talks *brokered* by the Union will …"
        done = fronted and is_done(tokens, place, lexicon)
        if done and tokens[place + 1].word not in lexicon.agents:
            return False
        if fronted and _is_foretelling(tokens, place, lexicon):
            return True
    return False


def _is_foretelling(tokens: Tokens, place: int, lexicon: TimeLexicon) -> bool:
    """Whether words that look ahead begin at a token: "On Friday, talks *resume*"."""
    found = lexicon.future.at(tokens, place)
    if found is None or _is_name(tokens, place, lexicon) or was_not(tokens, place, lexicon):
        return False
    return not _is_unreal(tokens, place, found[0], lexicon)


def _is_in_relative(tokens: Tokens, index: int, lexicon: TimeLexicon) -> bool:
    """Whether a time stands in a relative clause, behind which another verb follows: الوزير الذي
    استقال *الأحد* يواجه تهما."""
    for place in range(index - 1, max(index - _LOOK_BACK, 0) - 1, -1):
        if tokens[place].word in CLAUSE_ENDS:
            return False
        if tokens[place].core in lexicon.clause_words:
            return True
    return False


def _closes_aside(tokens: Tokens, mention: Mention, lexicon: TimeLexicon) -> bool:
    """Whether a time closes an aside of what was done: "The deal, *signed with unions in May*, will
    cost …"."""
    if _closes_relative(tokens, mention.first, lexicon):
        return True
    if tokens[mention.last].word != ",":
        return False
    for place in range(mention.first - 1, max(mention.first - _LOOK_BACK, 0), -1):
        if tokens[place].word in CLAUSE_ENDS:
            opens = tokens[place + 1]
            return not opens.capital and lexicon.is_past(opens.word)
    return False


def _closes_relative(tokens: Tokens, index: int, lexicon: TimeLexicon) -> bool:
    """Whether a time closes a clause that tells what was done: "the regulator, *which fixed the
    price in* April, will meet"."""
    done = False
    for place in range(index - 1, max(index - _LOOK_BACK, 0), -1):
        word = tokens[place].word
        if word in CLAUSE_ENDS:
            return False
        done = done or word.endswith(lexicon.done)
        if done and word in lexicon.clause_words and tokens[place - 1].word in CLAUSE_ENDS:
            return True
    return False


def _is_future(tokens: Tokens, place: int, lexicon: TimeLexicon) -> bool:
    ahead = lexicon.future.at(tokens, place) is not None
    return ahead or _begins_future(tokens, place, lexicon)


def _begins_future(tokens: Tokens, place: int, lexicon: TimeLexicon) -> bool:
    """Whether a word begins like a future form, its hamza written: سأسافر, but not سالم."""
    word = tokens[place].word
    if not lexicon.future_starts or len(word) <= _SHORTEST_FUTURE:
        return False
    if not tokens[place].line and tokens[place - 1].word in lexicon.prepositions:
        return False  # في *سيبو*
    word = word[1:] if word.startswith(lexicon.written_on) else word  # وسيلقي
    if not word.startswith(lexicon.future_starts):
        return False
    if word.startswith(lexicon.future_not) and not lexicon.is_future(word):
        return False  # سيارة, but سيرتفع
    return lexicon.written_future.match(tokens.raw(place)) is not None
