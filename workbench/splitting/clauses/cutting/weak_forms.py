"""Whether a form that may be a noun is the verb of its clause, where the subject comes first."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.clauses.cutting.markers import marker_at
from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import CLAUSE, Word

_NEAR = 6
"""Words behind a form in -s among which a surer verb is looked for."""


def weak_in_order(words: Sequence[Word], index: int, start: int, stop: int, rules: Grammar) -> bool:
    """A form that may be a noun is a verb where a noun or nothing stands before it and an object,
    an adverb or a preposition behind it."""
    named = index == start and index + 1 < stop and _is_name(words, index)
    if index + 1 >= stop or named or _is_of_time(words, index, rules):
        return False
    word, following = words[index], words[index + 1]
    opens = following.core in rules.behind_verbs or rules.is_adverb(following.core)
    opens = opens or following.number or following.capital or following.core in rules.numerals
    if index == start:
        figure = words[index + 2] if index + 2 < stop else word  # "and *hire* about 1,400"
        measured = index and (figure.number or figure.core in rules.numerals)
        if index + 2 == stop:
            opens = opens or _is_object(words, index + 1, stop, rules)  # "and *cut* taxes"
        # "*Plans* for 96 homes, backed by the mayor, were shelved"
        return opens and (following.core not in rules.prepositions or bool(measured))
    before = words[index - 1]
    dated = word.core in rules.weak and index > start + 1 and before.core in rules.day_words
    dated = dated and words[index - 2].core in rules.prepositions  # "Nvidia on Friday *forecast*"
    nouns = rules.possessives | rules.articles - rules.demonstratives
    closed = index > start + 1 and words[index - 2].core in nouns  # "the only shelter"
    if dated or before.core in rules.pronouns or (before.core in rules.adverbs and not closed):
        return True
    if before.verb not in {Verb.NO, Verb.WEAK} or before.core in rules.conjunctions:
        return False
    if following.core in rules.prepositions and words[index].core not in rules.weak:
        # "The perceived *risk of*": without an object, a bare form needs a subject in the plural.
        endings = rules.data.inflected_endings or "\0"
        plural = words[index].core.endswith(endings) or before.core.endswith(endings)
        return plural and not _verb_behind(words, index, stop, rules)
    return opens or _only_verb(words, index, start, stop, rules)


def _is_of_time(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """Whether a word only places a time: "and again *last* month"."""
    unit = words[index + 1].core
    single = unit in rules.time_units and not unit.endswith(rules.data.inflected_endings or "\0")
    return single and words[index].core in rules.day_words


def _is_name(words: Sequence[Word], index: int) -> bool:
    """Whether two words with capitals stand together: "*Storm* Brenna"."""
    return words[index].capital and words[index + 1].capital


def _verb_behind(words: Sequence[Word], index: int, stop: int, rules: Grammar) -> bool:
    """Whether a sure verb follows in the same clause, so that a form that may be a noun is one:
    "the Garments *plant in* Valenzuela broke out"."""
    for at in range(index + 1, min(index + CLAUSE, stop)):
        word = words[at]
        if word.pause or word.core in rules.conjunctions or marker_at(words, at, rules):
            return False
        if word.verb == Verb.FINITE:
            return words[at - 1].core not in rules.pronouns
        if word.verb == Verb.PAST and _counts_things(words, at + 1, stop, rules):
            return True  # "gunfire *attacks on* police killed 12 people"
    return _agrees_behind(words, index, stop, rules)


def _counts_things(words: Sequence[Word], at: int, stop: int, rules: Grammar) -> bool:
    """Whether a figure stands there that counts no time."""
    if at + 1 >= stop or not words[at].number:
        return False
    return words[at + 1].core not in rules.time_units | rules.multiples


def _agrees_behind(words: Sequence[Word], index: int, stop: int, rules: Grammar) -> bool:
    """Whether a verb without a subject goes on with a form in -s behind an aside: "power *cuts* in
    the north, which cost millions, *have* worried investors", "steel *imports* from China, the
    main seller, *fell*"."""
    if stop + 1 >= len(words) or not words[stop].pause or words[stop].stop:
        return False
    near = range(stop + 1, min(stop + CLAUSE, len(words)))
    close = next((k for k in near if words[k].pause), None)
    if close is None or words[close].stop:
        return False
    related = words[stop].core in rules.relatives
    acts = any(word.verb == Verb.FINITE for word in words[stop:close])
    return (related or not acts) and _tells_of_before(words, close, rules)


def _tells_of_before(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether a verb opens a stretch whose subject stands before it: "…, *were* halted"."""
    verb = words[at]
    if verb.verb == Verb.FINITE:
        return verb.core not in rules.pronouns
    measured = any(word.number for word in words[at + 1 : at + 3])
    return verb.verb == Verb.PAST and measured and words[at + 1].core not in rules.prepositions


def _only_verb(words: Sequence[Word], index: int, start: int, stop: int, rules: Grammar) -> bool:
    """Whether a form in -s stands behind "the" and a noun in the singular, or one like "beat"
    behind any, with no other verb near: "The package *imposes* tough terms"."""
    endings = rules.data.inflected_endings or "\0"
    before, word = words[index - 1], words[index]
    named = before.capital and all(one.capital for one in words[start:index])
    known = words[start].core in rules.pointers or named
    subject = known and not word.pause and not before.pause
    form = word.core.endswith(endings) and not before.core.endswith(endings)
    if not subject or not (form or word.core in rules.weak):
        return False
    behind = words[index + 1 : min(stop, index + _NEAR)]
    sure = {Verb.PAST, Verb.FINITE}
    noun = behind[0].verb == Verb.NO and behind[0].core not in rules.relatives
    noun = noun or _is_object(words, index + 1, stop, rules)
    return noun and not any(each.verb in sure for each in behind)


def _is_object(words: Sequence[Word], at: int, stop: int, rules: Grammar) -> bool:
    """Whether a form in -s or -ing can only be the object of a past form that may be a noun: "cut
    *costs*", "cut *spending by* 5%", not "the tax cut *costs* $5bn"."""
    word, before = words[at], words[at - 1]
    behind = words[at + 1] if at + 1 < stop else None
    acts = behind is not None and (behind.number or behind.core in rules.behind_verbs)
    acts = acts and behind is not None and behind.core not in rules.prepositions
    plural = word.verb == Verb.GERUND or word.core.endswith(rules.data.inflected_endings or "\0")
    return before.core in rules.weak and plural and word.verb < Verb.FINITE and not acts
