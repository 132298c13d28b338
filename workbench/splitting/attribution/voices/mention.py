"""One speaker as named at one place: his name, what it is known again by, and what it shows."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from workbench.language.spans import Span
from workbench.splitting.attribution.frames import Range, Reader
from workbench.splitting.attribution.words.tokens import Token
from workbench.splitting.attribution.words.words import Lexicon

_DRAWN_OUT = frozenset("\u0640-")
"""What joins a preposition to a name in another script: وفقا لـSea-Eye."""


class Mention(msgspec.Struct, frozen=True):
    """A speaker as named at one place."""

    name: str
    span: Span
    words: tuple[str, ...]
    """Folded, without articles, in order."""
    kind: str
    """``person``, ``organisation``, ``document``, or nothing where the words do not say."""
    definite: bool
    agree: str = "any"
    owner: tuple[str, ...] = ()
    """Those of its first words that say only whose he is ("*Nordvik's* Ann Lee", "*Nordvik* chief
    executive Ann Lee")."""
    several: bool = False
    """Whether several are named at once ("experts and officials"), none of whom stands for all."""


def is_common(word: str, lexicon: Lexicon) -> bool:
    """Whether a bare word is an office or a body rather than a name."""
    return word in lexicon.bare_persons or word in lexicon.common_organisations


def mention_at(
    text: str, reader: Reader, where: Range, attached: int = 0, agree: str = "any"
) -> Mention | None:
    """The mention that some tokens of a sentence are, without article and conjunction."""
    lexicon = reader.lexicon
    tokens = list(reader.tokens[where[0] : where[1]])
    _trim(tokens, lexicon)
    if not tokens:
        return None
    first = tokens[0]
    name_start = first.start + attached
    begin = ""
    if attached:
        for prefix, stands_for in lexicon.speech.contractions.items():
            if first.raw.startswith(prefix):
                begin, name_start = stands_for, first.start + len(prefix)
    elif lexicon.is_joined(first):
        name_start += 1
    while attached and text[name_start] in _DRAWN_OUT:
        name_start += 1
    span = Span(name_start, tokens[-1].end)
    words = _words(tokens, lexicon, attached)
    if not words:
        return None
    named = _behind_genitive(tokens, lexicon) if not lexicon.speech.verb_first else tokens
    kind = _kind(_head(named, lexicon) or _words(named, lexicon, attached) or words, lexicon)
    words = _called(words, lexicon)
    span = Span(name_start, _without_acronym(tokens))
    definite = _is_definite(reader, where, tokens, lexicon)
    several = _are_several(tokens, lexicon)
    owner: tuple[str, ...] = ()
    if not lexicon.speech.verb_first:
        owner = _owner(tokens, lexicon, kind)
        plural = several or _is_plural(tokens, words, lexicon)
        agree = "p" if plural else _gender(tokens, lexicon)
        kind = kind or ("person" if agree != "any" else "")
    name = " ".join(_named(word, lexicon) for word in (begin + span.of(text)).split())
    return Mention(name, span, words, kind, definite, agree, owner, several)


def issuer_end(reader: Reader, start: int, stop: int) -> int:
    """Where the name of who issued a document ends, before what became of that: "a report by the
    ministry *seen by Reuters*", where the subject comes first."""
    lexicon = reader.lexicon
    told = lexicon.issuing | lexicon.passed_on
    if lexicon.speech.verb_first:
        return stop
    return next(
        (
            at
            for at in range(start + 1, stop)
            if reader.key(at) in told
            # "data released by the office *on Monday*"
            or (reader.key(at) in lexicon.adjuncts and reader.is_time(at + 1))
        ),
        stop,
    )


def _owner(tokens: Sequence[Token], lexicon: Lexicon, kind: str) -> tuple[str, ...]:
    """The words before a genitive or before the office that say only whose he is."""
    names = [at for at, token in enumerate(tokens) if token.is_capital]
    for at, token in enumerate(tokens):
        genitive = token.key.endswith(lexicon.language.possessives) and at + 1 < len(tokens)
        office = kind == "person" and token.key in lexicon.persons
        if at and office and token.is_capital and at + 1 == len(tokens):
            return ()
        if genitive or (at and office and names and names[-1] > at):
            return _words(tokens[: at + genitive], lexicon, 0)
    return ()


def _behind_genitive(tokens: Sequence[Token], lexicon: Lexicon) -> Sequence[Token]:
    """The name of whom a body sends, which the body's own says nothing of: "Cork Council's *Ann
    Lee*"."""
    ends = lexicon.language.possessives
    owner = next((at for at, one in enumerate(tokens[:-1], 1) if one.key.endswith(ends)), 0)
    return tokens[owner:]


def _are_several(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether persons are joined ("experts and officials"), not the parts of a body's name."""
    if lexicon.speech.verb_first or tokens[0].key in lexicon.speech_the:
        return False
    return any(
        token.key in lexicon.additive and _plural_of(tokens[at - 1].key, lexicon)
        for at, token in enumerate(tokens)
        if at
    )


def _is_plural(tokens: Sequence[Token], words: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether several are named, by their last word or by the one before a phrase ("*workers* at
    the plant"), but "*a relative* of the victims"."""
    phrase = next((at for at, token in enumerate(tokens) if token.key in lexicon.joints), 0)
    head = tokens[phrase - 1].key if phrase else words[-1]
    if phrase and head in lexicon.persons and head not in lexicon.plurals:
        return False
    return _plural_of(head, lexicon) or _plural_of(words[-1], lexicon)


def _plural_of(word: str, lexicon: Lexicon) -> bool:
    """Whether a word names several persons ("residents", "firemen")."""
    if word in lexicon.plurals:
        return True
    single = lexicon.language.singular(word)
    return single != word and single in lexicon.persons


def _gender(tokens: Sequence[Token], lexicon: Lexicon) -> str:
    """Whether "he" or "she" may stand for somebody, as his title or given name shows."""
    for token in tokens:
        shown = lexicon.shown.get(token.key)
        if shown is not None and (token.is_capital or token.key in lexicon.persons):
            return shown
        if token.is_capital and not lexicon.is_title(token.key):
            break
    return "any"


def _trim(tokens: list[Token], lexicon: Lexicon) -> None:
    """Leave out an article and the signs around a name."""
    opened = bool(tokens) and tokens[0].is_mark and tokens[-1].is_mark
    while tokens and (tokens[0].key in lexicon.speech_the or tokens[0].sign):
        tokens.pop(0)
    if opened and tokens:
        tokens.pop()
    while tokens and _ends_nothing(tokens):
        tokens.pop()


def _called(words: tuple[str, ...], lexicon: Lexicon) -> tuple[str, ...]:
    """The words of a name by which it is known again: no titles, and nothing that points back."""
    while len(words) > 1 and words[0] in lexicon.bare_honorifics:
        words = words[1:]
    plain = tuple(word for word in words if word not in lexicon.selfsame)
    return plain or words


def _without_acronym(tokens: Sequence[Token]) -> int:
    """Where a name ends, its short form in brackets left out: "the … Department (IMD)"; behind a
    single word it is the name itself: شركة (زين)."""
    bracketed = len(tokens) > 4 and tokens[-1].raw == ")" and tokens[-3].raw == "("
    return tokens[-4].end if bracketed else tokens[-1].end


def _named(word: str, lexicon: Lexicon) -> str:
    """A word of a name without the ending that it has as an object."""
    for ending in lexicon.speech.case_endings:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: -len(ending)]
    return word


def _ends_nothing(tokens: Sequence[Token]) -> bool:
    """Whether the last sign is no part of a name; a full stop may be ("Inc."), behind a word."""
    last = tokens[-1]
    if not last.sign or last.is_mark or last.raw == ")":
        return False
    return last.raw != "." or len(tokens) < 2 or tokens[-2].sign


def _words(tokens: Sequence[Token], lexicon: Lexicon, attached: int) -> tuple[str, ...]:
    words = []
    for index, token in enumerate(tokens):
        key = token.key if attached and index == 0 else lexicon.bare(token)
        if index == 0 and attached:
            key = lexicon.uncontracted(key, attached)
        if token.sign or key in lexicon.joints or key in lexicon.articles:
            continue
        word = lexicon.without_article(key)
        for genitive in lexicon.language.possessives:
            word = word.removesuffix(genitive)
        if word:
            words.append(word)
    return tuple(words)


def _head(tokens: Sequence[Token], lexicon: Lexicon) -> tuple[str, ...]:
    """The words before the first "of", where the head of the name is their last."""
    if lexicon.speech.verb_first:
        return ()
    joint = next((at for at, one in enumerate(tokens) if at and one.key in lexicon.joints), None)
    return _words(tokens[:joint], lexicon, 0)


def _kind(words: Sequence[str], lexicon: Lexicon) -> str:
    """What the words name; where the head stands first, only the first says."""
    heads = words[:1] if lexicon.speech.verb_first else words
    if heads[-1] in lexicon.bare_documents:
        return "document"
    if any(word in lexicon.bare_persons for word in heads):
        return "person"
    if any(word in lexicon.bare_organisations for word in heads):
        return "organisation"
    return "document" if any(word in lexicon.bare_documents for word in heads) else ""


def _is_definite(reader: Reader, where: Range, tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    head = reader.tokens[where[0]]
    if head.key in lexicon.articles:
        return head.key in lexicon.speech_the
    if lexicon.speech.verb_first:
        plain = lexicon.without_article(lexicon.bare(tokens[0]))
        common = is_common(plain, lexicon)
        return not common or len(tokens) > 1 or lexicon.is_definite(lexicon.bare(tokens[0]))
    return tokens[0].is_capital or lexicon.is_definite(head.key)


def are_things(reader: Reader, found: Range) -> bool:
    """Whether the capital of a word only opens its sentence, since everybody knows it as that of a
    thing or a plural verb follows its -s: "*Snow* fell", "*Delays are* expected, the operator
    said", "*Refunds will* be paid"."""
    grammar, (first, stop) = reader.lexicon.grammar, found
    if grammar is None or first > reader.begin or stop - first > 1:
        return False
    if grammar.names_thing(reader.key(first)):
        return True
    several = reader.key(first).endswith(grammar.data.inflected_endings or "\0")
    passive = reader.key(stop) in grammar.modals and reader.key(stop + 1) in grammar.bare_being
    return several and (passive or reader.key(stop) in grammar.plural_auxiliaries)
