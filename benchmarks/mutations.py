"""Real claims with one fact changed by machine: none may be called the same as the original.

Changes that need no understanding: another figure, another month, another country, a denial put
in or taken out, two countries exchanged, a word put in the place of its contrary. Sentences are
taken from the development sets, which are read and never copied.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.adversarial import AR_COUNTRIES, AR_LEVANT, AR_MONTHS, EN_COUNTRIES, EN_MONTHS
from benchmarks.retrieval import SETS, read_set
from benchmarks.statements import statement
from workbench.matching.compare import compare
from workbench.matching.types import Relation

_EACH = 400
_CONTRARY = {
    "en": (
        *("rose fell", "increased decreased", "won lost", "accepted rejected", "opened closed"),
        *("supports opposes", "north south", "highest lowest", "more fewer", "before after"),
    ),
    "ar": (
        *("ارتفع انخفض", "ارتفاع انخفاض", "قبل بعد", "شمال جنوب", "أكثر أقل", "تأييد رفض"),
        *("فتح إغلاق", "أعلى أدنى", "يدعم يعارض"),
    ),
}
_DENY = {"en": (" is ", " is not "), "ar": (" لم ", " ")}
_MORE_DENIALS = {
    "en": ((" was ", " was not "), (" will ", " will not "), (" has ", " has not ")),
    "ar": ((" لن ", " س"), (" لا ", " "), (" سيتم ", " لن يتم "), (" تم ", " لم يتم ")),
}
Mutation = Callable[[str, str, random.Random], str | None]


def _figure(text: str, _: str, rng: random.Random) -> str | None:
    found = list(re.finditer(r"(?<![\w.,])\d{1,3}(?:,\d{3})*(?![\w.,]*\d)", text))
    if not found:
        return None
    match = rng.choice(found)
    value = int(match.group().replace(",", ""))
    other = value + max(2, value // 3)
    shown = f"{other:,}" if "," in match.group() else str(other)
    return text[: match.start()] + shown + text[match.end() :]


def _month(text: str, language: str, rng: random.Random) -> str | None:
    groups = [EN_MONTHS.split()] if language == "en" else [AR_MONTHS.split(), AR_LEVANT.split(",")]
    return _exchange(text, groups, rng)


def _country(text: str, language: str, rng: random.Random) -> str | None:
    return _exchange(text, [list(EN_COUNTRIES if language == "en" else AR_COUNTRIES)], rng)


def _exchange(text: str, groups: list[list[str]], rng: random.Random) -> str | None:
    for group in groups:
        for word in group:
            if re.search(rf"(?<!\w){word}(?!\w)", text):
                other = rng.choice([each for each in group if each != word])
                return re.sub(rf"(?<!\w){word}(?!\w)", other, text)
    return None


def _deny(text: str, language: str, _: random.Random) -> str | None:
    for plain, denied in (_DENY[language], *_MORE_DENIALS[language]):
        if plain in text and denied.strip() not in text:
            return text.replace(plain, denied, 1)
    return None


def _roles(text: str, language: str, _: random.Random) -> str | None:
    names = EN_COUNTRIES if language == "en" else AR_COUNTRIES
    there = [name for name in names if len(re.findall(rf"(?<!\w){name}(?!\w)", text)) == 1]
    if len(there) != 2:
        return None
    one, other = there
    if re.search(rf"({one}|{other})(,|،| and| or| و| أو) *({one}|{other})", text):
        return None  # a list: who of them is first is nothing
    return re.sub(
        rf"(?<!\w)({one}|{other})(?!\w)", lambda m: other if m.group() == one else one, text
    )


def _contrary(text: str, language: str, _: random.Random) -> str | None:
    for pair in _CONTRARY[language]:
        one, other = pair.split()
        for word, turned in ((one, other), (other, one)):
            changed, count = re.subn(rf"(?<!\w){word}(?!\w)", turned, text)
            if count == 1:
                return changed
    return None


MUTATIONS: dict[str, Mutation] = {
    "figure": _figure,
    "month": _month,
    "country": _country,
    "denial": _deny,
    "roles": _roles,
    "contrary": _contrary,
}


def mutated(data: Path, seed: int = 9) -> Iterator[tuple[str, str, str, str]]:
    """(language, kind of change, sentence, changed sentence)."""
    rng = random.Random(seed)
    for name, language in SETS.items():
        if not (data / name).is_dir():
            continue
        claims = [text.split("\n")[0] for text in read_set(data / name, language).claims.values()]
        rng.shuffle(claims)
        for kind, mutate in MUTATIONS.items():
            done = 0
            for text in claims:
                changed = mutate(text, language, rng)
                if changed and changed != text:
                    yield language, kind, text, changed
                    done += 1
                if done == _EACH:
                    break


def report(data: Path | None) -> None:
    if data is None:
        print("left out: no --data")
        return
    counts: dict[tuple[str, str], Counter[str]] = {}
    wrong = []
    for language, kind, text, changed in mutated(data):
        found = compare(statement(text, language), statement(changed, language))
        counts.setdefault((language, kind), Counter())[found.relation.value] += 1
        if found.relation is Relation.SAME:
            wrong.append((kind, text, changed))
    for (language, kind), relations in sorted(counts.items()):
        shown = ", ".join(f"{key} {n}" for key, n in relations.most_common())
        print(f"  {language} {kind:9} {shown}")
    print(f"  called same: {len(wrong)} of {sum(sum(c.values()) for c in counts.values())}")
    for kind, text, changed in wrong[:40]:
        print(f"    {kind}: {text} | {changed}")
