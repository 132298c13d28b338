"""The forms of the verbs of speech, made from their principal parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from workbench.language.fold import fold_text
from workbench.language.once import Once
from workbench.language.schema.speech import Speech
from workbench.language.schema.speech_verbs import Inflection, VerbGroup


class VerbForm(msgspec.Struct, frozen=True):
    """One form of a verb of speech."""

    group: VerbGroup
    agree: str
    part: int
    participle: bool


def verb_forms(speech: Speech) -> dict[str, tuple[VerbForm, ...]]:
    """Every form that a language's verbs of speech have, folded, and what it may be."""
    once, alike = Once[VerbForm](), Once[tuple[VerbForm, ...]]()
    forms: dict[str, list[VerbForm]] = {}
    for group in speech.verbs:
        for verb in group.verbs:
            for part, word in enumerate(verb.split()):
                rule = _inflection(speech.inflections, part, word)
                if word == "-" or rule is None:
                    continue
                for agree, form in _inflected(word, rule):
                    entry = once[VerbForm(group, agree, part, rule.participle)]
                    forms.setdefault(fold_text(form), []).append(entry)
    return {key: alike[tuple(found)] for key, found in forms.items()}


def _inflection(rules: Sequence[Inflection], part: int, word: str) -> Inflection | None:
    fits = (rule for rule in rules if rule.part == part and word.endswith(rule.ends))
    return next(fits, None)


def _inflected(word: str, rule: Inflection) -> Iterator[tuple[str, str]]:
    stem = word[rule.drop_start : len(word) - rule.drop_end]
    for agree, patterns in rule.forms.items():
        for pattern in patterns:
            yield agree, pattern.replace("{}", stem)
