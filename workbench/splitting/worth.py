"""How much a claim is worth checking, with the reasons for the figure.

A logistic model over readable features. The weights are fitted on English debates and on posts in
both languages by ``python -m benchmarks.fit_worth`` (see there for the data and their licences);
a language pack has the cue words and may have weights of its own.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache

import msgspec

from workbench.facets.bundle import read_facets
from workbench.facets.types import Clock, Facets, Modality
from workbench.language.fold import fold_text
from workbench.language.packs import LanguagePack, load
from workbench.language.schema.worth import Worth as WorthData
from workbench.language.tokens import folded_words
from workbench.splitting.types import Attribution, Worth

DEFAULT_BIAS = -0.897
DEFAULT_WEIGHTS: Mapping[str, float] = {
    "cause": 0.631,
    "change": 0.689,
    "comparison": 0.409,
    "date": 0.489,
    "fact": 0.051,
    "figure": 1.445,
    "first person": -0.226,
    "forecast": -0.4,
    "full sentence": 0.123,
    "named actor": 0.522,
    "official": 0.4,
    "opinion": -0.862,
    "place": 0.422,
    "question": -0.967,
    "second person": -0.489,
    "vague": -0.078,
}
"""Feature (a message key) → weight."""

_MEMO = 65_536
"""Words that are remembered; then remembering begins anew."""
_LONG = 25
"""Words from which a claim's length says no more."""
_CUES = {
    "opinion": "opinion",
    "first person": "first_person",
    "second person": "second_person",
    "vague": "vague",
    "comparison": "comparison",
    "cause": "causal",
    "official": "official",
    "change": "change",
}
_SHOWN = 0.05
"""A feature that moves the figure by less is no reason to name."""


class _Model(msgspec.Struct, frozen=True):
    """A pack's cues and weights, ready for look-up."""

    cues: Mapping[str, frozenset[str]]
    """Folded word → the features it speaks for."""
    weights: Mapping[str, float]
    bias: float


@cache
def _model(code: str) -> _Model:
    data = load(code).section(WorthData)
    cues: dict[str, set[str]] = {}
    for feature, name in _CUES.items():
        for word in getattr(data, name):
            cues.setdefault(fold_text(word), set()).add(feature)
    weights = {**DEFAULT_WEIGHTS, **data.weights}
    bias = DEFAULT_BIAS if data.bias is None else data.bias
    return _Model({word: frozenset(found) for word, found in cues.items()}, weights, bias)


def features(text: str, facets: Facets, spoken: bool, pack: LanguagePack) -> dict[str, float]:
    """What speaks for and against checking a text, each in [0, 1].

    Args:
        text: the claim's wording.
        facets: of the same text.
        spoken: somebody other than the outlet is answerable for it.
        pack: of the text's language.
    """
    found: dict[str, float] = {}
    words, speaking = folded_words(text), _speaking(pack.code)
    for word in words:
        for feature in speaking[word]:
            found[feature] = 1.0
    facts = {
        "figure": bool(facets.quantities),
        "date": bool(facets.times),
        "named actor": bool(facets.actors),
        "place": any(not place.demonym for place in facets.places),
        "fact": facets.modality in {Modality.PAST_FACT, Modality.PRESENT_FACT},
        "official": spoken,
        "opinion": facets.modality == Modality.OPINION,
        "forecast": facets.modality in {Modality.PREDICTION, Modality.PLEDGE},
        "question": facets.modality == Modality.QUESTION or text.rstrip()[-1:] in {"?", "؟"},
    }
    found |= {feature: 1.0 for feature, here in facts.items() if here}
    found["full sentence"] = min(len(words), _LONG) / _LONG
    return found


class _Speaking(dict[str, frozenset[str]]):
    """Folded word → the features that it speaks for, since words recur."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self._cues = _model(code).cues
        self._proclitics = load(code).language.proclitics

    def __missing__(self, word: str) -> frozenset[str]:
        if len(self) >= _MEMO:
            self.clear()
        found = self[word] = self._of(word)
        return found

    def _of(self, word: str) -> frozenset[str]:
        if word in self._cues:
            return self._cues[word]
        for proclitic in self._proclitics:
            rest = word[len(proclitic) :]
            if word.startswith(proclitic) and rest in self._cues:
                return self._cues[rest]
        return frozenset()


@cache
def _speaking(code: str) -> _Speaking:
    return _Speaking(code)


def weigh(text: str, facets: Facets, attribution: Attribution, pack: LanguagePack) -> Worth:
    """The check-worthiness of a claim in [0, 1] and what moves it, most important first."""
    model = _model(pack.code)
    found = features(text, facets, bool(attribution.chain), pack)
    moved = {feature: model.weights.get(feature, 0.0) * value for feature, value in found.items()}
    total = model.bias + sum(moved.values())
    reasons = sorted((f for f in moved if abs(moved[f]) >= _SHOWN), key=lambda f: -abs(moved[f]))
    return Worth(round(1 / (1 + math.exp(-total)), 4), tuple(reasons))


def weigh_text(text: str, language: str) -> Worth:
    """The check-worthiness of a text that stands alone (a post, a debate line)."""
    pack = load(language)
    return weigh(text, read_facets(text, pack, Clock()), Attribution(), pack)
