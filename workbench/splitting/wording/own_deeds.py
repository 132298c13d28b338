"""Whether whoever speaks tells of himself: قالت الوزارة *إنها* سترسل أطباء.

Where "that" takes a pronoun, the subject of what is said may be in that one word, and the speaker
is who it stands for.
"""

from __future__ import annotations

from collections.abc import Sequence

from workbench.language.fold import fold_text
from workbench.language.tokens import tokenize
from workbench.splitting.clauses.clause import Clause, Range
from workbench.splitting.clauses.cutting.predication import lacks_subject
from workbench.splitting.clauses.pieces import Kind
from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import Word
from workbench.splitting.types import Attribution, SpeechKind

_WORD = 12
"""Letters back within which the word before a clause begins."""
_PARTICLES = 3
"""Words before a verb, its own among them: لن, قد كان."""


def says_of_himself(
    text: str, words: Sequence[Word], clause: Clause, attribution: Attribution, rules: Grammar
) -> bool:
    """Whether the speaker is the subject of a clause that names none.

    Args:
        text: the article.
        words: of all that he says in the sentence.
        clause: one of it; a second one may go on with "and that she" (وأنها).
        attribution: whose words they are.
        rules: of their language.
    """
    if rules.data.subject_first or clause.borrowed or not attribution.chain:
        return False
    if attribution.kind is SpeechKind.DIRECT or not _has_no_subject(words, clause, rules):
        return False
    if has_own_noun(words, clause.own[0], rules):
        return False
    that = _that_before(text, words, clause, rules)
    name = attribution.chain[0].name
    feminine = _is_feminine(text, attribution, rules)
    if that not in (rules.feminine_that if feminine else rules.masculine_that):
        return False
    head = rules.without_article(next((token.folded for token in tokenize(name)), ""))
    body = any(rules.without_article(each) == head for each in rules.own_bodies)
    return _acts_himself(words, clause.own[0], rules, surely=feminine or body)


def has_own_noun(words: Sequence[Word], clause: Range, rules: Grammar) -> bool:
    """Whether the noun right behind a verb has the ending of a subject before its owner: قال إنه
    سيعاد *بناؤه*."""
    near = words[clause[0] + 1 : min(clause[1], clause[0] + 1 + _PARTICLES)]
    return any(word.raw.endswith(rules.data.owned_subject_endings or "\0") for word in near)


def _that_before(text: str, words: Sequence[Word], clause: Clause, rules: Grammar) -> str:
    """The "that" with its pronoun before a clause, or before all that is said."""
    first = clause.own[0][0]
    if first > 0 and words[first - 1].core in rules.third_persons:
        return words[first - 1].core
    before = tokenize(text[max(0, words[0].start - _WORD) : words[0].start])
    return before[-1].folded if before else ""


def _has_no_subject(words: Sequence[Word], clause: Clause, rules: Grammar) -> bool:
    """Whether a clause is the first, or goes on with the same pronoun or without any subject."""
    first, last = clause.own[0]
    again = first > 0 and words[first - 1].core in rules.third_persons
    return (
        not first
        or again
        or (clause.kind == Kind.JOIN and lacks_subject(words, first, last, rules))
    )


def _is_feminine(text: str, attribution: Attribution, rules: Grammar) -> bool:
    """Whether the speaker is feminine, by the verb of speaking (قالت) or by the noun."""
    cue = attribution.cue
    verb = fold_text(cue.of(text)).split()[0] if cue is not None else ""
    spoken = attribution.kind is SpeechKind.INDIRECT and verb.endswith(rules.feminine_verbs)
    noun = attribution.chain[0].name.split(maxsplit=1)[0]
    return spoken or noun.endswith(rules.feminine_nouns)


def _acts_himself(words: Sequence[Word], clause: Range, rules: Grammar, *, surely: bool) -> bool:
    """Whether a clause opens with a verb that the speaker can be the subject of.

    ``surely``: his pronoun can hardly be the one that stands for nobody (إنه يجب); else only what
    is still to come is taken for his own deed (إنه سيستقيل).
    """
    first, last = clause
    near = range(first, min(last, first + _PARTICLES))
    verb = next((k for k in near if words[k].core not in rules.verb_next), first)
    word = words[verb]
    if word.verb < Verb.PAST or word.core in rules.impersonal | rules.clausal_subjects:
        return False
    return surely or word.core.startswith(rules.pledging_prefixes)
