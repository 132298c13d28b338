"""Where a stretch has its predicates, and whether a clause has its own subject."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.boundaries import marker_at
from workbench.splitting.predicates import Grammar, Verb, Word


def predicates(words: Sequence[Word], start: int, stop: int, rules: Grammar) -> list[int]:
    """Where the predicates of a stretch begin, those inside relative clauses left out."""
    found: list[int] = []
    skip = False
    index = start
    while index < stop:
        marker = marker_at(words, index, rules) if index > start else None
        if marker is not None and marker[0].kind in {"relative", "keep"}:
            skip = True
        if _is_predicate(words, index, start, stop, rules):
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
        return word.verb in {Verb.FINITE, Verb.PAST}
    if rules.data.subject_first:
        return _weak_in_order(words, index, start, stop, rules)
    # Where the verb comes first, it opens its clause or stands behind a definite subject.
    if index == start:
        return True
    before = words[index - 1]
    owned = index == start + 1 and before.core.endswith(rules.data.possessive_endings)
    definite = owned or rules.definite(before.core)
    return definite and not word.lexeme.glue


def _weak_in_order(
    words: Sequence[Word], index: int, start: int, stop: int, rules: Grammar
) -> bool:
    """A form that may be a noun is a verb where a noun or nothing stands before it and an object,
    an adverb or a preposition behind it."""
    if index + 1 >= stop:
        return False
    following = words[index + 1]
    opens = following.core in rules.noun_next | rules.pronouns | rules.adverbs
    opens = opens or following.number or following.capital
    if index == start:
        return opens and following.core not in rules.prepositions
    before = words[index - 1]
    if before.core in rules.pronouns or before.core in rules.adverbs:
        return True
    return opens and before.verb in {Verb.NO, Verb.WEAK} and before.core not in rules.conjunctions


def _group_end(words: Sequence[Word], index: int, stop: int, rules: Grammar) -> int:
    """Past an auxiliary, the adverbs behind it and its verb."""
    end = index + 1
    if words[index].core not in rules.auxiliaries:
        return end
    while end < stop and (
        words[end].core in rules.adverbs
        or words[end].core in rules.verb_next
        or words[end].core in rules.auxiliaries
        or words[end].verb in {Verb.PAST, Verb.GERUND}
    ):
        end += 1
    return end


def lacks_subject(words: Sequence[Word], start: int, stop: int, rules: Grammar) -> bool:
    """Whether a clause leaves its subject to the clause before it."""
    index = start
    while index < stop and words[index].core in rules.adverbs | rules.verb_next:
        index += 1
    if index >= stop or words[index].verb == Verb.NO:
        return False
    if rules.data.subject_first:
        return words[index].verb != Verb.GERUND or index == start
    return _drops_subject(words, index, stop, rules)


def _drops_subject(words: Sequence[Word], verb: int, stop: int, rules: Grammar) -> bool:
    """Whether no subject follows the verb, where one would."""
    endings = rules.data.dropped_subject_endings
    behind = verb + 1
    if words[verb].core.endswith(endings) or behind >= stop or words[behind].pause:
        return True
    following = words[behind]
    if following.core in rules.only:
        return False
    if rules.prepositional(following):
        return not _named_later(words, behind, stop, rules)
    accusative = following.raw.endswith(rules.data.accusative_endings)
    return following.number or following.core in rules.adverbs or accusative


def _named_later(words: Sequence[Word], start: int, stop: int, rules: Grammar) -> bool:
    """Whether a phrase stands between the verb and its subject: "to these are added, …"."""
    return any(
        words[index].pause
        and not words[index].lexeme.glue
        and words[index].verb == Verb.NO
        and not rules.prepositional(words[index])
        for index in range(start + 1, stop)
    )


def is_own_act(words: Sequence[Word], start: int, stop: int, rules: Grammar) -> bool:
    """Whether reported speech opens with what the speaker will do: "it would decide", سنبني.

    Asked only of clauses that tell of the future. A state or a change is no act of anybody's.
    """
    verb = start
    if rules.data.subject_first:
        if words[start].core not in rules.third_persons or start + 1 >= stop:
            return False
        verb = start + 1
        passed = rules.auxiliaries | rules.verb_next | rules.adverbs
        while verb < stop and words[verb].core in passed - rules.states:
            verb += 1
        return start + 1 < verb < stop and words[verb].core not in rules.states
    while verb < stop and words[verb].core in rules.verb_next:
        verb += 1
    if verb >= stop or words[verb].core in rules.auxiliaries:
        return False
    change = words[verb].lexeme.stem in rules.goal_verbs | rules.descriptive
    return not change and lacks_subject(words, start, stop, rules)
