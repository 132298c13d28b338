"""Words of a stretch that could be verbs and are names or days, by the words beside them."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.language.tokens import Token
from workbench.splitting.clauses.words.forms import Lexeme, Verb
from workbench.splitting.clauses.words.grammar import Grammar

_SMALL = 5
"""Letters of the words that such headlines write small, at most."""
_NAME, _BODY = 2, 4
"""Words of a name between marks, at most, and of that of a body whose noun stands before it."""
_OPENED, _CLOSED = frozenset('«“"„('), frozenset('»”")')


def is_titled(tokens: Sequence[Token]) -> bool:
    """Whether most words are written with a capital, as in the headlines of some papers, and no
    long one with a small letter, as beside the name of a film."""
    capitals = sum(token.text[0].isupper() for token in tokens)
    plain = any(len(token.text) > _SMALL and token.text.islower() for token in tokens)
    return capitals * 2 > len(tokens) and not plain


def beside_others(
    text: str,
    tokens: Sequence[Token],
    index: int,
    lexeme: Lexeme,
    rules: Grammar,
    *,
    titled: bool,
) -> Lexeme:
    """A word that may be a verb or have a conjunction, where quotation marks or the words beside
    it say that it is a name or a day."""
    start = tokens[index].span.start
    titled = titled and tokens[index].folded not in rules.first_names  # "Senators *Mark* Kelly"
    named = not titled and tokens[index].text[0].isupper()
    named = named and (index > 0 or _opens_name(text, tokens))
    surname = lexeme.verb == Verb.FINITE and _follows_name(text, tokens, index)  # "Omar Said"
    if named and (surname or lexeme.verb in {Verb.WEAK, Verb.GERUND, Verb.PAST}):  # "Boeing"
        return Lexeme(lexeme.glue, lexeme.core, Verb.NO, "")  # a part of a name
    before = tokens[index - 1].folded if index else ""
    placed = rules.is_town_behind(before, tokens[index].folded)
    placed = placed or _is_unknown_town(before, lexeme, rules)
    surname = index > 0 and not lexeme.glue and _is_surname(text, tokens, index, rules)
    if placed or surname or _joins_names(text, tokens, index, rules):
        return Lexeme("", tokens[index].folded, Verb.NO, "")
    if lexeme.glue and index > 1 and rules.names_two_places(tokens[index - 2].folded):
        return Lexeme(lexeme.glue, lexeme.core, Verb.NO, "")  # مدينتي مهاباد *وسنندج*
    if text[start - 1 : start] in _OPENED:
        lexeme = _titled(text, tokens, index, lexeme, rules)
    if lexeme.core in rules.day_words and _is_day(tokens, index, rules):
        return Lexeme(lexeme.glue, lexeme.core, Verb.NO, "")
    return lexeme


def _is_unknown_town(noun: str, lexeme: Lexeme, rules: Grammar) -> bool:
    """Whether what looks like a verb that no table has names a place behind its noun: مدينة
    *يوركفيل*."""
    alone = not lexeme.glue and lexeme.verb == Verb.FINITE
    return alone and rules.heads_place(noun) and rules.only_looks(lexeme.core)


def _opens_name(text: str, tokens: Sequence[Token]) -> bool:
    """Whether the word behind the first one has a capital too: "*Planned* Parenthood"."""
    if len(tokens) < 2:
        return False
    touches = text[tokens[0].span.end : tokens[1].span.start] == " "
    return touches and tokens[1].text[0].isupper()


def _follows_name(text: str, tokens: Sequence[Token], index: int) -> bool:
    """Whether the word straight before, in the middle of a stretch, has a capital too."""
    before, word = tokens[index - 1], tokens[index]
    touches = text[before.span.end : word.span.start] == " "
    return index > 1 and touches and before.text[0].isupper()


def _is_surname(text: str, tokens: Sequence[Token], index: int, rules: Grammar) -> bool:
    """Whether a word straight behind a given name only looks like a past verb: سمح تشارلي *كريست*
    بزيادة."""
    before, word = tokens[index - 1], tokens[index]
    past = word.folded.endswith(rules.data.feminine_verbs or "\0") and not rules.data.subject_first
    past = past and before.folded in rules.given and rules.only_looks(word.folded)
    return past and text[before.span.end : word.span.start] == " "


def _joins_names(text: str, tokens: Sequence[Token], index: int, rules: Grammar) -> bool:
    """Whether a word that may be a verb joins two names (الخليل *ولد* خيري): no time and no phrase
    follows, as behind "was born"."""
    if tokens[index].folded not in rules.name_openers or not 0 < index < len(tokens) - 1:
        return False
    before, behind = tokens[index - 1], tokens[index + 1]
    joined = text[before.span.end : behind.span.start].split() == [tokens[index].text]
    plain = rules.lexeme(before).verb == Verb.NO and before.folded not in rules.calling_verb
    apart = rules.prepositions | rules.times | rules.conjunctions
    return joined and plain and behind.folded not in apart and behind.folded[:1].isalpha()


def _is_day(tokens: Sequence[Token], index: int, rules: Grammar) -> bool:
    """Whether a word that may be a verb is a part of the day that follows (فجر اليوم) or a month,
    by its capital in the middle of a stretch ("in May")."""
    behind = tokens[index + 1].folded if index + 1 < len(tokens) else ""
    return behind in rules.day_words or (index > 0 and tokens[index].text[:1].isupper())


def _titled(
    text: str, tokens: Sequence[Token], index: int, lexeme: Lexeme, rules: Grammar
) -> Lexeme:
    """A word that opens a quotation or bracket of a word or two, which is a name («ويكد»,
    "سيمنس", شركة «دلتا النيل للصلب»): nothing is written on to it, and it is no verb, but an
    auxiliary ("*was* fine")."""
    if lexeme.core in rules.auxiliaries and tokens[index].text.islower():
        return lexeme
    bodies = rules.bodies_and_persons - rules.persons
    longest = _BODY if index and tokens[index - 1].folded in bodies else _NAME
    for last in range(index, min(index + longest, len(tokens))):
        if text[tokens[last].span.end : tokens[last].span.end + 1] in _CLOSED:
            return Lexeme("", tokens[index].folded, Verb.NO, "")
    return lexeme
