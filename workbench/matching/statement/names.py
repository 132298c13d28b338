"""Where names begin among the words of a statement, and what they are called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from workbench.facets.types import Facets, Role
from workbench.language.fold import fold_text
from workbench.language.lexicon import ANY, NAME, scan
from workbench.language.packs import LanguagePack
from workbench.language.schema import Numbers
from workbench.language.stems import clipper
from workbench.language.tokens import tokenize
from workbench.language.verbs import verb_form
from workbench.matching.lexicon.contrasts import groups
from workbench.matching.lexicon.lexemes import Lexeme, lexemes_of
from workbench.matching.lexicon.senses import senses_of

_LONGEST_NAME = 8


class Names:
    """Where names begin among the tokens, how long they are, and what they are called.

    Those of the lexicon, then the actors and places of the facets, found by their words and not
    by their offsets: those of a claim are the article's.
    """

    def __init__(
        self, text: str, words: Sequence[Lexeme], facets: Facets, pack: LanguagePack
    ) -> None:
        begun = [at for at, word in enumerate(words[:-1]) if word.seconds]  # as few do
        if any(_goes_on(words[at], words[at + 1]) for at in begun):
            hits = scan(text, tokenize(text)[: len(words)], pack)
            self._found = {
                hit.first: (hit.end - hit.first, hit.called, hit.clitic)
                for hit in hits
                if hit.called
            }
        else:  # No name has two words, and one of one word is a name wherever it stands.
            self._found = {
                at: (1, word.named, word.clitic) for at, word in enumerate(words) if word.named
            }
        named = {(place.surface, place.name) for place in facets.places}
        named |= {(actor.surface, actor.name) for actor in facets.actors}
        if named:
            self._add(words, named, pack)
        self._found |= {
            at: (1, frozenset({f"{NAME}{fold_text(words[at].text)}"}), "")
            for at in _persons(words, self._found, facets, pack)
        }
        for capital, country in governments(facets, pack.code).items():
            self._found |= {
                at: (length, called | {f"{NAME}{country}"}, clitic)
                for at, (length, called, clitic) in self._found.items()
                if f"{NAME}{capital}" in called
            }

    def at(self, token: int) -> tuple[int, frozenset[str], str] | None:
        """Tokens of the name that begins here, what it is called, and what it clings to, if any."""
        return self._found.get(token)

    def _add(
        self, words: Sequence[Lexeme], named: Iterable[tuple[str, str]], pack: LanguagePack
    ) -> None:
        """Find the names of facets, the longest first; none reaches into another."""
        taken = {
            first + at for first, (length, _, _) in self._found.items() for at in range(length)
        }
        for surface, name in sorted(named, key=lambda entry: (-len(entry[0]), entry)):
            wanted = [word.stem for word in lexemes_of(pack.code).of(surface)][:_LONGEST_NAME]
            for at in _occurrences(words, wanted, pack):
                covered = range(at, at + len(wanted))
                if taken.isdisjoint(covered):
                    taken.update(covered)
                    # An actor that no lexicon knows is called as it is folded: "Guayaquil's mayor".
                    called = {f"{NAME}{name}", f"{NAME}{fold_text(name)}"}
                    self._found[at] = (len(wanted), frozenset(called), "")


def _persons(
    words: Sequence[Lexeme], found: Iterable[int], facets: Facets, pack: LanguagePack
) -> list[int]:
    """Where an adjective of a country that is one man's surname as well acts by itself, right
    behind the verb: السوداني.

    Where the head stands first, whoever is only called by his country comes with his name.
    """
    endings = pack.section(Numbers).adjective_endings[:1] if pack.language.article else ()
    acting = {actor.surface for actor in facets.actors}
    alone = {
        place.surface
        for place in facets.places
        if place.demonym and place.surface in acting and place.surface.endswith(tuple(endings))
        if fold_text(place.surface).startswith(pack.language.article)
    }
    if not alone:
        return []
    places = {place.surface for place in facets.places}
    return [
        at
        for at, word in enumerate(words)
        if word.text in alone and at and _is_verb_of(words, at - 1, facets, pack)
        if at + 1 not in found or words[at + 1].text in places
    ]


def _is_verb_of(words: Sequence[Lexeme], at: int, facets: Facets, pack: LanguagePack) -> bool:
    """Whether a word is the verb of the statement, or one by which it opens: أكد السوداني أن."""
    opens = at == 0 and verb_form(words[at].folded, pack) is not None
    return words[at].stem == facets.action or opens


def governments(facets: Facets, code: str) -> Mapping[str, str]:
    """Capitals that do what governments do, and so stand for their country: Ankara → TR."""
    if not (facets.actors and facets.places):
        return {}
    if groups().governing.isdisjoint(senses_of(code).meanings(facets.action, facets.action)):
        return {}
    acting = {a.surface: a.name for a in facets.actors if a.role is Role.AGENT}
    return {
        place.name: acting[place.surface]
        for place in facets.places
        if acting.get(place.surface, place.name) != place.name and not place.demonym
    }


def _goes_on(word: Lexeme, following: Lexeme) -> bool:
    """Whether a name of the lexicon may begin with the two."""
    return ANY in word.seconds or following.key in word.seconds


def _occurrences(words: Sequence[Lexeme], wanted: Sequence[str], pack: LanguagePack) -> list[int]:
    """Where words of these stems stand in a row, the first perhaps behind proclitics: لخالد."""
    if not wanted:
        return []
    stems = [word.stem for word in words]
    first, *rest = wanted
    clip = clipper(pack)
    return [
        at
        for at, word in enumerate(words)
        if stems[at + 1 : at + 1 + len(rest)] == rest
        and (word.stem == first or first in clip(word.folded)[1:])
    ]
