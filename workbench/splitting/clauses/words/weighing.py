"""How far a word is a verb, weighed with the words before it."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.clauses.words.forms import Lexeme, Verb
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import Word

_INNER = frozenset("-/")
"""Signs inside a compound ("U.S.-led")."""


def in_context(
    lexeme: Lexeme, gap: str, pause: bool, before: Sequence[Word], rules: Grammar
) -> Verb:
    """How far a word is a verb, given the word before it."""
    verb = lexeme.verb
    if _has_or_is(lexeme, pause, before, rules):
        return Verb.FINITE
    speaks = pause and lexeme.core in rules.of_speaker and not rules.data.subject_first
    if not before or speaks:
        return Verb.GERUND if speaks and verb == Verb.NO else verb  # …، *داعية* إلى
    if verb == Verb.NO:
        made = _calls_verb(before, rules) and not gap.strip() and rules.open(lexeme)
        return Verb.FINITE if made else verb
    inner = gap[-1:] in _INNER and gap and not gap[-2:-1].isspace()
    describes = verb == Verb.PAST and not pause and _is_described(before, rules)
    describes = describes or (lexeme.stem in rules.descriptive and _measures(lexeme, before, rules))
    clock = lexeme.core in rules.clock_words and before[-1].number  # "at 9 *am*"
    ranked = verb >= Verb.WEAK and not pause and _is_ranked(lexeme, before, rules)
    if inner or describes or clock or ranked:
        return Verb.NO
    called = verb > Verb.GERUND and _calls_verb(before, rules)
    if lexeme.glue or pause or called:
        return Verb.FINITE if called and verb == Verb.WEAK else verb
    return _beside(lexeme, before[-1], rules)


def _is_described(before: Sequence[Word], rules: Grammar) -> bool:
    """Whether an adverb behind an article makes a participle an adjective: "the newly *elected*
    government"."""
    if len(before) < 2 or not rules.data.subject_first:
        return False
    adverb = rules.is_adverb(before[-1].core)
    return adverb and not before[-1].pause and before[-2].core in rules.articles


def _is_ranked(lexeme: Lexeme, before: Sequence[Word], rules: Grammar) -> bool:
    """Whether a rank behind a preposition makes a noun of the word: في ثالث *خفض*."""
    ranked = before[-1].core in rules.ordinals and not rules.data.subject_first
    ranked = ranked and len(before) > 1 and before[-2].core in rules.governing
    return ranked and rules.is_event(lexeme.core)


def _has_or_is(lexeme: Lexeme, pause: bool, before: Sequence[Word], rules: Grammar) -> bool:
    """Whether a word that is no verb stands for one here: لديهم, the 's of "he's"."""
    if lexeme.core in rules.possessing:
        return bool(lexeme.glue) or pause or not before
    holds = rules.personal | rules.demonstratives  # "he's", "that's"
    # Behind a preposition it says whose something is: "despite everyone's efforts".
    governed = len(before) > 1 and before[-2].core in rules.prepositions
    short = lexeme.core in rules.possessives and not governed
    return bool(before) and short and before[-1].core in holds


def _calls_verb(before: Sequence[Word], rules: Grammar) -> bool:
    """Whether only a verb can follow."""
    last = before[-1].core
    calls = last in rules.verb_always
    if not calls and last in rules.verb_always_ends and len(before) > 1:
        calls = f"{before[-2].core} {last}" in rules.verb_always
    return calls and not (_is_dated(before[-1], rules) or _is_verb_itself(before[-1], rules))


def _is_verb_itself(word: Word, rules: Grammar) -> bool:
    """Whether what is mostly a particle is a verb here: *وفُقد* ثالث."""
    marked = bool(word.lexeme.glue) or not word.raw.isalpha()
    return word.core in rules.sole_particles and marked


def _is_dated(word: Word, rules: Grammar) -> bool:
    """Whether a word that may be a verb is a month or day here: "in *May* last year"."""
    return word.capital and word.verb == Verb.NO and word.core in rules.day_words


def _measures(lexeme: Lexeme, before: Sequence[Word], rules: Grammar) -> bool:
    """Whether a descriptive verb would only say how much: "no less than"."""
    opener = before[-1]
    if opener.core in rules.measure_openers:
        # فيما يخص, "as for", but "…، فيما بلغ" goes on with a clause.
        opens = opener.core in rules.fronted and (opener.pause or len(before) == 1)
        return not (opens and rules.is_past(lexeme.core))
    negated = before[-1].core in rules.verb_next and len(before) > 1
    return negated and before[-2].core in rules.measure_openers


def _beside(lexeme: Lexeme, last: Word, rules: Grammar) -> Verb:
    """How far a word is a verb straight behind ``last``."""
    verb = lexeme.verb
    if last.core in rules.before_nouns and rules.is_masdar(lexeme.core):
        return Verb.NO  # "that the exchange of …": no past form stands there
    other = _is_dated(last, rules) or _is_verb_itself(last, rules)
    if last.core in rules.verb_next and not other:
        return Verb.FINITE if verb == Verb.WEAK else verb
    # "Losses more than *doubled*."
    sure = lexeme.core in rules.auxiliaries or lexeme.core in rules.multiplying
    if verb == Verb.GERUND or sure:
        return verb
    # "9.2 trillion *won*"; "the minister *Sameh* …": a name that looks like a verb
    money = lexeme.core in rules.money and (last.number or last.core in rules.scales)
    looks = lexeme.stem == lexeme.core and last.core in rules.given  # محمد *سيماكان*
    if money or looks or (lexeme.core in rules.given and rules.definite(last.core)):
        return Verb.NO
    past = not lexeme.core.startswith(rules.data.subordinated_prefixes or "\0")
    named = past and last.core in rules.free_pronouns  # وهو *قارب* صيد
    object_like = named or last.core in rules.auxiliaries or last.number
    # "Who both grew up": a word of quantity may stand before the verb as well.
    floats = verb == Verb.FINITE and rules.data.subject_first and last.core in rules.adverbs
    if (last.core in rules.noun_next and not floats) or (verb == Verb.WEAK and object_like):
        return Verb.NO
    return verb
