"""What whoever bears a name may be: a person, several, or a body."""

from __future__ import annotations

from workbench.language.tokens import tokenize
from workbench.splitting.clauses.words.grammar import Grammar


def is_person(name: str, rules: Grammar) -> bool:
    """Whether a name is that of an office or of several who hold one ("officials"), or begins or
    ends as persons' names do ("Tom Reed", "House Speaker Nancy Pelosi")."""
    heads = [token.folded for token in tokenize(name)]
    firsts = {*heads[:1], *heads[-2:-1]} & rules.first_names
    if len(heads) > 1 and firsts and heads[-1] not in rules.own_bodies:
        return True
    return not rules.persons.isdisjoint((*heads, *map(rules.language.singular, heads)))


def is_several(name: str, rules: Grammar) -> bool:
    """Whether a name is that of several: "Police", "Prosecutors", "Residents of Leeds", but not
    "the United Nations"."""
    head = _head(name, rules)
    last = head[-1].lower()
    single = rules.language.singular(last)
    known = single != last and single in rules.persons | rules.organisations
    return last in rules.plurals or (known and (len(head) == 1 or head[-1].islower()))


def may_be_person(name: str, rules: Grammar) -> bool:
    """Whether "he" or "she" may be whoever bears a name: no body, and no document ("*A report*
    by a government pathologist found he had …")."""
    if not rules.data.subject_first:
        return not is_body(name, rules)
    head = _head(name, rules)
    first = " ".join(head)
    named = head[-1][0].isupper() and not is_organisation(name, rules)
    return is_person(first, rules) or (named and not is_body(first, rules))


def may_be_thing(name: str, rules: Grammar) -> bool:
    """Whether "it" may be whoever bears a name: a body, or a name of one word, which may be one's;
    two are a person's, as far as anybody knows."""
    return is_organisation(name, rules) or sum(map(_is_capital, name.split())) == 1


def is_organisation(name: str, rules: Grammar) -> bool:
    """Whether a name is that of a body by any of its words: "the BBC", "Amnesty International"."""
    words = [token.text for token in tokenize(name)]
    letters = any(len(word) > 1 and word.isupper() for word in words)
    named = any(word.lower() in rules.body_names for word in words)
    return letters or named or is_body(name, rules)


def _is_capital(word: str) -> bool:
    """Whether a word is a name's: "al-Mustafa" as well as "Mustafa"."""
    return any(map(str.isupper, word))


def _head(name: str, rules: Grammar) -> list[str]:
    """The words of a name up to what is joined on to its noun: "*Residents* of Leeds"."""
    words = [token.text for token in tokenize(name)]
    joints = rules.name_joints | rules.prepositions
    stop = next((k for k, word in enumerate(words) if k and word.lower() in joints), len(words))
    return words[:stop]


def is_body(name: str, rules: Grammar) -> bool:
    """Whether a name is that of a body, or of several who hold an office: "Rescuers"."""
    heads = [token.folded for token in tokenize(name)]
    named = len(heads) > 1 and heads[1] in rules.name_joints  # "Ministry of Justice"
    body = heads[-1] in rules.own_bodies or (named and heads[0] in rules.own_bodies)
    one = rules.language.singular(heads[-1])
    return body or (one != heads[-1] and one in rules.persons)
