"""What whoever bears a name may be: a person, several, or a body."""

from __future__ import annotations

from workbench.language.tokens import tokenize
from workbench.splitting.clauses.grammar import Grammar


def is_person(name: str, rules: Grammar) -> bool:
    """Whether a name is that of an office or of several who hold one ("officials"), or begins or
    ends as persons' names do ("Tom Reed", "House Speaker Nancy Pelosi")."""
    heads = [token.folded for token in tokenize(name)]
    firsts = {*heads[:1], *heads[-2:-1]} & rules.first_names
    if len(heads) > 1 and firsts and heads[-1] not in rules.own_bodies:
        return True
    return not rules.persons.isdisjoint((*heads, *map(rules.language.singular, heads)))


def is_several(name: str, rules: Grammar) -> bool:
    """Whether a name is that of several: "Police", "Prosecutors"."""
    last = name.rsplit(maxsplit=1)[-1].lower()
    single = rules.language.singular(last)
    return last in rules.plurals or (single != last and single in rules.persons)


def may_be_person(name: str, rules: Grammar) -> bool:
    """Whether "he" or "she" may be whoever bears a name: no body, and no document ("*A report*
    by a government pathologist found he had …")."""
    if not rules.data.subject_first:
        return not is_body(name, rules)
    words = [token.text for token in tokenize(name)]
    joints = rules.name_joints | rules.prepositions
    head = next((k for k, word in enumerate(words) if k and word.lower() in joints), len(words))
    first = " ".join(words[:head])
    named = words[head - 1][0].isupper() and not is_body(name, rules)
    return is_person(first, rules) or (named and not is_body(first, rules))


def is_body(name: str, rules: Grammar) -> bool:
    """Whether a name is that of a body, or of several who hold an office: "Rescuers"."""
    heads = [token.folded for token in tokenize(name)]
    named = len(heads) > 1 and heads[1] in rules.name_joints  # "Ministry of Justice"
    body = heads[-1] in rules.own_bodies or (named and heads[0] in rules.own_bodies)
    one = rules.language.singular(heads[-1])
    return body or (one != heads[-1] and one in rules.persons)
