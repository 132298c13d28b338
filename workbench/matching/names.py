"""Where names begin among the words of a statement, and what they are called."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from workbench.facets.types import Facets
from workbench.language.lexicon import Hit, scan
from workbench.language.packs import LanguagePack, load
from workbench.language.stems import term
from workbench.language.tokens import Token, tokenize

_LONGEST_NAME = 8


def stem_of(token: Token, code: str) -> str:
    """The stem of a word of a statement, worked out once."""
    return _stem_of(token.text, code)


@lru_cache(maxsize=65_536)
def _stem_of(raw: str, code: str) -> str:
    tokens = tokenize(raw)
    return term(tokens[0], load(code)) if tokens else raw


class Names:
    """Where names begin among the tokens, how long they are, and what they are called.

    Those of the lexicon, then the actors and places of the facets, found by their words and not
    by their offsets: those of a claim are the article's.
    """

    def __init__(
        self, text: str, tokens: Sequence[Token], facets: Facets, pack: LanguagePack
    ) -> None:
        self._found = {hit.first: _from_hit(hit) for hit in scan(text, tokens, pack)}
        taken = {
            first + at for first, (length, _, _) in self._found.items() for at in range(length)
        }
        self._add_facets(tokens, facets, pack, taken)

    def at(self, token: int) -> tuple[int, frozenset[str], str]:
        """Tokens of the name that begins here, what it is called, and what it clings to; or 0."""
        return self._found.get(token, (0, frozenset(), ""))

    def _add_facets(
        self, tokens: Sequence[Token], facets: Facets, pack: LanguagePack, taken: set[int]
    ) -> None:
        named = {(place.surface, place.name) for place in facets.places}
        named |= {(actor.surface, actor.name) for actor in facets.actors}
        stems = [stem_of(token, pack.code) for token in tokens] if named else []
        for surface, name in sorted(named, key=lambda entry: (-len(entry[0]), entry)):
            wanted = [stem_of(token, pack.code) for token in tokenize(surface)][:_LONGEST_NAME]
            for at in _occurrences(stems, wanted):
                covered = set(range(at, at + len(wanted)))
                if covered.isdisjoint(taken):
                    taken |= covered
                    self._found[at] = (len(wanted), frozenset({f"name:{name}"}), "")


def _from_hit(hit: Hit) -> tuple[int, frozenset[str], str]:
    called = {f"name:{entry.name}" for entry in hit.entries if entry.name}
    return (hit.end - hit.first if called else 0), frozenset(called), hit.clitic


def _occurrences(stems: Sequence[str], wanted: Sequence[str]) -> list[int]:
    if not wanted:
        return []
    last = len(stems) - len(wanted) + 1
    return [at for at in range(last) if list(stems[at : at + len(wanted)]) == list(wanted)]
