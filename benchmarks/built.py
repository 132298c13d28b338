"""Sentences built of parts: whether every verb keeps its subject, whatever stands around the two.

    python -m benchmarks.built

Written gold shows what its writers think of; this puts openers, asides, rows of verbs and tails
together as news does, in both languages, and counts the sentences in which a verb is told without
its subject, or of another. The baseline is a cut at every mark and conjunction.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product

from benchmarks.cuts import by_conjunction
from benchmarks.gold import clock
from workbench.language.fold import fold_text
from workbench.splitting import split

CLOCK = clock("2026-11-28")
Parts = tuple[str, ...]
Built = tuple[str, str, Parts]
"""A sentence, its subject, and the deeds that are to be told of it."""

OPENERS = [
    "",
    "On Monday, ",
    "In a statement, ",
    "Despite the ban, ",
    "After a long trial, ",
    "Although sales fell, ",
    "When talks failed, ",
    "As prices rose, ",
    "In 2019, when sales fell, ",
    "Faced with rising costs, ",
    "Citing rising costs, ",
    "To save money, ",
    "With sales falling, ",
    "In Paris, where talks began, ",
    "Under pressure from unions, ",
    "Once the votes were counted, ",
    "If approved, ",
    "Police said ",
]
ASIDES = [
    "",
    ", which is based in Oslo,",
    ", based in Oslo,",
    ", already under pressure,",
    ", among others,",
    ", along with two others,",
    ", however,",
    ", whose father founded it,",
    ", as expected,",
    " in Oslo",
    " – which had been warned –",
    " (see page 4)",
    ", known as Big Red,",
    ", formerly a rival,",
]
TAILS = [
    "",
    ", officials said",
    " on Monday",
    ", which angered unions",
    " after talks failed",
    " because sales fell",
    ", but unions objected",
    ", according to the union",
    " while unions protested",
    " to save money",
]
DEEDS = (
    ("the bank", ("closed 40 branches",)),
    ("two officers", ("were suspended",)),
    ("Ann Lee", ("won the prize",)),
    ("the bank", ("closed 40 branches", "cut 300 jobs")),
    ("the ministry", ("arrested two men", "seized 40 guns", "found a car")),
)
OPENERS_AR = [
    "",
    "يوم الاثنين، ",
    "وفي بيان، ",
    "ورغم الحظر، ",
    "وبعد محادثات طويلة، ",
    "ورغم أن المبيعات تراجعت، ",
    "وعندما فشلت المحادثات، ",
    "ومع ارتفاع الأسعار، ",
    "وفي عام 2019، ",
    "وبعد أن تراجعت المبيعات، ",
    "وفيما تراجعت المبيعات، ",
    "ولخفض النفقات، ",
    "ومنذ بدء الأزمة، ",
    "وبينما احتج العمال، ",
]
ASIDES_AR = [
    "",
    "، الذي تعرض لضغوط،",
    "، ومقره أوسلو،",
    " في أوسلو",
    "، كما كان متوقعاً،",
    "، بحسب مصادر،",
    "، من جانبه،",
    "، أمس،",
    "، المعروف بتشدده،",
    "، وهو الأكبر في النرويج،",
]
TAILS_AR = [
    "",
    "، وفق مسؤولين",
    " يوم الاثنين",
    "، ما أثار غضب النقابات",
    " بعد فشل المحادثات",
    "، لكن النقابات اعترضت",
    " فيما احتج العمال",
    " رغم الحظر",
    " لخفض النفقات",
]
DEEDS_AR = (("أغلق", "البنك", "40 فرعاً"), ("رفض", "المجلس", "الخطة"), ("نال", "الفريق", "الكأس"))


def english() -> Iterator[Built]:
    """Sentences whose subject comes first."""
    for (subject, deeds), opener, aside, tail in product(DEEDS, OPENERS, ASIDES, TAILS):
        row = ", ".join(deeds[:-1]) + " and " + deeds[-1] if deeds[1:] else deeds[0]
        text = f"{opener}{subject}{aside} {row}{tail}."
        yield text[0].upper() + text[1:], subject, deeds


def arabic() -> Iterator[Built]:
    """Sentences whose verb comes first: verb and object are to be told of the subject."""
    for (verb, subject, thing), opener, aside, tail in product(
        DEEDS_AR, OPENERS_AR, ASIDES_AR, TAILS_AR
    ):
        yield f"{opener}{verb} {subject}{aside} {thing}{tail}.", subject, (f"{verb} … {thing}",)


def plain(text: str) -> str:
    """A text by its words alone."""
    return " ".join(fold_text(text).replace(",", " ").replace("،", " ").split())


def keeps(pieces: list[str], subject: str, deeds: Parts) -> bool:
    """Whether each deed is told, and wherever it is told with its subject."""
    for deed in deeds:
        parts = [plain(part) for part in deed.split(" … ")]
        telling = [piece for piece in map(plain, pieces) if parts[-1] in piece]
        whole = [piece for piece in telling if all(part in piece for part in parts)]
        if not whole or any(plain(subject) not in piece for piece in telling):
            return False
    return True


def claims(text: str) -> list[str]:
    """The wordings of a text's claims."""
    return [claim.text for claim in split(text, CLOCK).claims]


def report(name: str, built: Callable[[], Iterator[Built]]) -> None:
    """Print in how many sentences a verb lost its subject, beside the baselines."""
    cuts: dict[str, Callable[[str], list[str]]] = {"workbench": claims, "naive": by_conjunction}
    sentences = list(built())
    lost = {
        label: sum(not keeps(cut(text), subject, deeds) for text, subject, deeds in sentences)
        for label, cut in cuts.items()
    }
    told = "  ".join(f"{label} {count}" for label, count in lost.items())
    print(f"{name}: {len(sentences)} sentences, a verb without its subject in  {told}")


def main() -> None:
    report("English", english)
    report("Arabic", arabic)


if __name__ == "__main__":
    main()
