"""Pairs of claims in which one fact has changed, and pairs in which none has, in two languages.

Each template is a news sentence with slots. A pair changes one slot (figure, date, place, actor,
roles, polarity, modality, direction, thing counted), or writes the same facts otherwise: another
order of words, the passive, figures in words or other digits, other notations of a date, harakat,
rounding. The generator is seeded, so that a run can be repeated.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AdversarialPair:
    """Two claims, what was changed between them, and whether they still say the same."""

    here: str
    there: str
    language: str
    changed: str
    """The facet that was changed, or ``paraphrase``, ``rounding``."""
    same: bool


@dataclass(frozen=True, slots=True)
class Day:
    """A date and the ways a newspaper writes it."""

    year: int
    month: int
    day: int


EN_MONTHS = "January February March April May June July August September October November December"
AR_MONTHS = "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر"
AR_LEVANT = (
    "كانون الثاني,شباط,آذار,نيسان,أيار,حزيران,تموز,آب,أيلول,تشرين الأول,تشرين الثاني,كانون الأول"
)
EN_PLACES = ("Baghdad", "Damascus", "Cairo", "Beirut", "Amman", "Basra", "Mosul", "Aleppo")
AR_PLACES = ("بغداد", "دمشق", "القاهرة", "بيروت", "عمّان", "البصرة", "الموصل", "حلب")
EN_COUNTRIES = ("Iran", "Iraq", "Turkey", "Syria", "Israel", "Lebanon", "Jordan", "Egypt")
AR_COUNTRIES = ("إيران", "روسيا", "تركيا", "سوريا", "إسرائيل", "فرنسا", "ليبيا", "مصر")
"""Feminine all, so that the templates' verbs agree."""
EN_COUNTED = ("soldiers", "civilians", "refugees", "prisoners", "workers", "students")
AR_COUNTED = ("جندي", "مدني", "لاجئ", "سجين", "عامل", "طالب")
EN_WORDS = {
    3: "three", 4: "four", 5: "five", 7: "seven", 12: "twelve", 15: "fifteen", 20: "twenty",
    200: "two hundred", 2500: "two thousand five hundred", 3000: "three thousand",
}  # fmt: skip
AR_WORDS = {
    3: "ثلاثة", 4: "أربعة", 5: "خمسة", 7: "سبعة", 12: "اثني عشر", 15: "خمسة عشر",
    20: "عشرين", 200: "مئتي", 2500: "ألفين وخمسمئة", 3000: "ثلاثة آلاف",
}  # fmt: skip
FIGURES = (12, 15, 20, 40, 57, 130, 200, 450, 1200, 2500, 3000, 14_300, 87_000, 250_000)
HARAKAT = "\u064e\u064f\u0650\u0652"


def en_day(day: Day, style: int = 0) -> str:
    month = EN_MONTHS.split()[day.month - 1]
    styles = (f"on {day.day} {month} {day.year}", f"on {month} {day.day}, {day.year}")
    return styles[style % 2]


def ar_day(day: Day, style: int = 0) -> str:
    gregorian = AR_MONTHS.split()[day.month - 1]
    levant = AR_LEVANT.split(",")[day.month - 1]
    styles = (
        f"في {day.day} {gregorian} {day.year}",
        f"في {day.day} {levant} {day.year}",
        f"في {day.day} {levant}/{gregorian} {day.year}",
    )
    return styles[style % 3]


def en_figure(value: int, style: int = 0) -> str:
    if style == 1 and value in EN_WORDS:
        return EN_WORDS[value]
    return f"{value:,}" if style != 2 else str(value)


def ar_figure(value: int, style: int = 0) -> str:
    if style == 1 and value in AR_WORDS:
        return AR_WORDS[value]
    digits = str(value)
    return digits.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")) if style == 2 else digits


def vocalised(text: str, rng: random.Random) -> str:
    """Harakat strewn over Arabic letters, and a tatweel: nothing that a reader would miss."""
    out = []
    for char in text:
        out.append(char)
        if "\u0628" <= char <= "\u064a" and rng.random() < 0.3:
            out.append(rng.choice(HARAKAT))
    return "".join(out)


@dataclass(frozen=True, slots=True)
class Facts:
    """What fills a template's slots."""

    figure: int
    day: Day
    place: int
    agent: int
    patient: int
    counted: int


@dataclass(frozen=True, slots=True)
class Template:
    """One statement in several wordings: the first is the base, the others are paraphrases."""

    language: str
    wordings: tuple[str, ...]
    denied: str = ""
    future: str = ""
    contrary: str = ""
    slots: frozenset[str] = frozenset()


def _template(language: str, *wordings: str, **others: str) -> Template:
    slots = {name for name in _SLOTS if "{" + name in wordings[0]}
    return Template(language, wordings, slots=frozenset(slots), **others)


_SLOTS = ("n", "day", "place", "agent", "patient", "counted")
TEMPLATES = (
    _template(
        "en",
        "About {n} US {counted} are stationed in {place}.",
        "Around {n1} American {counted} are stationed in {place}.",
        "In {place}, about {n2} US {counted} are stationed.",
        denied="There are no US {counted} stationed in {place}.",
        future="About {n} US {counted} will be stationed in {place}.",
    ),
    _template(
        "en",
        "{agent} attacked {patient} {day}.",
        "{patient} was attacked by {agent} {day1}.",
        "{Day}, {agent} attacked {patient}.",
        denied="{agent} did not attack {patient} {day}.",
        future="{agent} will attack {patient} {day}.",
    ),
    _template(
        "en",
        "{n} {counted} were killed in {place} {day}.",
        "{Day}, {n} {counted} were killed in {place}.",
        "{N1} {counted} were killed in {place} {day1}.",
        denied="No {counted} were killed in {place} {day}.",
        contrary="{n} {counted} were rescued in {place} {day}.",
    ),
    _template(
        "en",
        "Talks between {agent} and {patient} resumed in {place} {day}.",
        "{Day}, talks between {agent} and {patient} resumed in {place}.",
        "Negotiations between {patient} and {agent} resumed in {place} {day1}.",
        denied="Talks between {agent} and {patient} did not resume in {place} {day}.",
        contrary="Talks between {agent} and {patient} stopped in {place} {day}.",
    ),
    _template(
        "en",
        "Oil exports from {agent} rose by {n} barrels {day}.",
        "{agent}'s oil exports increased by {n1} barrels {day1}.",
        "{Day}, oil exports from {agent} climbed by {n} barrels.",
        denied="Oil exports from {agent} did not rise by {n} barrels {day}.",
        contrary="Oil exports from {agent} fell by {n} barrels {day}.",
    ),
    _template(
        "en",
        "{agent} expelled the ambassador of {patient} {day}.",
        "{Day}, {agent} expelled the ambassador of {patient}.",
        "The ambassador of {patient} was expelled by {agent} {day1}.",
        denied="{agent} has not expelled the ambassador of {patient} {day}.",
        contrary="{agent} welcomed the ambassador of {patient} {day}.",
    ),
    _template(
        "en",
        "The government of {agent} approved a loan of {n} dollars {day}.",
        "{Day}, the government of {agent} approved a loan of {n1} dollars.",
        "A loan of {n} dollars was approved by the government of {agent} {day1}.",
        denied="The government of {agent} has not approved a loan of {n} dollars {day}.",
        contrary="The government of {agent} rejected a loan of {n} dollars {day}.",
    ),
    _template(
        "ar",
        "يوجد نحو {n} {counted} أميركي في {place}.",
        "يوجد حوالي {n1} {counted} أمريكي في {place}.",
        "في {place} يوجد نحو {n2} {counted} أميركي.",
        denied="لا يوجد أي {counted} أميركي في {place}.",
        future="سيوجد نحو {n} {counted} أميركي في {place}.",
    ),
    _template(
        "ar",
        "هاجمت {agent} {patient} {day}.",
        "{Day}، هاجمت {agent} {patient}.",
        "{agent} هاجمت {patient} {day1}.",
        denied="لم تهاجم {agent} {patient} {day}.",
        future="ستهاجم {agent} {patient} {day}.",
    ),
    _template(
        "ar",
        "قُتل {n} {counted} في {place} {day}.",
        "{Day}، قُتل {n1} {counted} في {place}.",
        "مقتل {n2} {counted} في {place} {day2}.",
        denied="لم يُقتل أي {counted} في {place} {day}.",
        contrary="نجا {n} {counted} في {place} {day}.",
    ),
    _template(
        "ar",
        "استؤنفت المفاوضات بين {agent} و{patient} في {place} {day}.",
        "{Day}، استؤنفت المفاوضات بين {agent} و{patient} في {place}.",
        "استؤنفت المحادثات بين {patient} و{agent} في {place} {day1}.",
        denied="لم تُستأنف المفاوضات بين {agent} و{patient} في {place} {day}.",
        contrary="توقفت المفاوضات بين {agent} و{patient} في {place} {day}.",
    ),
    _template(
        "ar",
        "ارتفعت صادرات النفط من {agent} بمقدار {n} برميل {day}.",
        "{Day}، ارتفعت صادرات النفط من {agent} بمقدار {n2} برميل.",
        "زادت صادرات النفط من {agent} بمقدار {n} برميل {day1}.",
        denied="لم ترتفع صادرات النفط من {agent} بمقدار {n} برميل {day}.",
        contrary="انخفضت صادرات النفط من {agent} بمقدار {n} برميل {day}.",
    ),
    _template(
        "ar",
        "طردت {agent} سفير {patient} {day}.",
        "{Day}، طردت {agent} سفير {patient}.",
        "{agent} تطرد سفير {patient} {day1}.",
        denied="لم تطرد {agent} سفير {patient} {day}.",
        contrary="استقبلت {agent} سفير {patient} {day}.",
    ),
    _template(
        "ar",
        "وافقت حكومة {agent} على قرض بقيمة {n} دولار {day}.",
        "{Day}، وافقت حكومة {agent} على قرض بقيمة {n2} دولار.",
        "حكومة {agent} توافق على قرض بقيمة {n} دولار {day1}.",
        denied="لم توافق حكومة {agent} على قرض بقيمة {n} دولار {day}.",
        contrary="رفضت حكومة {agent} قرضاً بقيمة {n} دولار {day}.",
    ),
)


def fill(template: Template, wording: str, facts: Facts) -> str:
    """A wording with the facts written into its slots."""
    english = template.language == "en"
    day = en_day if english else ar_day
    figure = en_figure if english else ar_figure
    countries = EN_COUNTRIES if english else AR_COUNTRIES
    return wording.format(
        n=figure(facts.figure),
        n1=figure(facts.figure, 1),
        N1=_capital(figure(facts.figure, 1)),
        n2=figure(facts.figure, 2),
        day=day(facts.day),
        day1=day(facts.day, 1),
        day2=day(facts.day, 2),
        Day=_capital(day(facts.day)),
        place=(EN_PLACES if english else AR_PLACES)[facts.place],
        agent=countries[facts.agent],
        patient=countries[facts.patient],
        counted=(EN_COUNTED if english else AR_COUNTED)[facts.counted],
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _facts(rng: random.Random) -> Facts:
    agent, patient = rng.sample(range(len(EN_COUNTRIES)), 2)
    return Facts(
        figure=rng.choice(FIGURES),
        day=Day(rng.randint(2015, 2025), rng.randint(1, 12), rng.randint(1, 28)),
        place=rng.randrange(len(EN_PLACES)),
        agent=agent,
        patient=patient,
        counted=rng.randrange(len(EN_COUNTED)),
    )


def _other(rng: random.Random, size: int, *taken: int) -> int:
    return rng.choice([at for at in range(size) if at not in taken])


def _with(facts: Facts, **changed: object) -> Facts:
    values = {name: getattr(facts, name) for name in Facts.__slots__}
    return Facts(**{**values, **changed})  # type: ignore[arg-type]


def _figure(facts: Facts, rng: random.Random) -> Facts:
    change: Callable[[int], int] = rng.choice(
        [lambda n: n + 1000 if n >= 1000 else n + 10, lambda n: n * 2, lambda n: n * 10,
         lambda n: int(str(n)[::-1]) if str(n)[::-1] != str(n) and n % 10 else n + max(n // 4, 5)]
    )  # fmt: skip
    return _with(facts, figure=change(facts.figure))


def _day(facts: Facts, rng: random.Random) -> Facts:
    day = facts.day
    other = rng.choice(
        [Day(day.year + 1, day.month, day.day), Day(day.year, day.month % 12 + 1, day.day),
         Day(day.year, day.month, day.day % 28 + 1)]
    )  # fmt: skip
    return _with(facts, day=other)


CHANGES: dict[str, tuple[str, Callable[[Facts, random.Random], Facts]]] = {
    "figure": ("n", _figure),
    "date": ("day", _day),
    "place": ("place", lambda f, r: _with(f, place=_other(r, len(EN_PLACES), f.place))),
    "actor": (
        "agent",
        lambda f, r: _with(f, agent=_other(r, len(EN_COUNTRIES), f.agent, f.patient)),
    ),
    "counted": ("counted", lambda f, r: _with(f, counted=_other(r, len(EN_COUNTED), f.counted))),
}
_LISTED = ("between", "بين")
"""In these templates the two actors stand as equals: exchanging them changes nothing."""


def changed_pairs(template: Template, rng: random.Random) -> Iterator[AdversarialPair]:
    """One pair for every facet of the template that can change."""
    facts = _facts(rng)
    base = fill(template, template.wordings[0], facts)
    for name, (slot, change) in CHANGES.items():
        if slot in template.slots:
            wording = rng.choice(template.wordings)
            other = fill(template, wording, change(facts, rng))
            yield AdversarialPair(base, other, template.language, name, False)
    if "patient" in template.slots and not any(w in template.wordings[0] for w in _LISTED):
        turned = _with(facts, agent=facts.patient, patient=facts.agent)
        other = fill(template, rng.choice(template.wordings), turned)
        yield AdversarialPair(base, other, template.language, "roles", False)
    for name in ("denied", "future", "contrary"):
        wording = getattr(template, name)
        if wording:
            other = fill(template, wording, facts)
            yield AdversarialPair(base, other, template.language, name, False)


def same_pairs(template: Template, rng: random.Random) -> Iterator[AdversarialPair]:
    """Pairs that say the same in other words, figures, dates or letters."""
    facts = _facts(rng)
    base = fill(template, template.wordings[0], facts)
    for wording in template.wordings[1:]:
        other = fill(template, wording, facts)
        yield AdversarialPair(base, other, template.language, "paraphrase", True)
    if template.language == "ar":
        yield AdversarialPair(base, vocalised(base, rng), "ar", "paraphrase", True)
    if "n" in template.slots and ("About" in base or "نحو" in base):
        exact = rng.randint(2451, 2549)
        rounded = fill(template, template.wordings[0], _with(facts, figure=2500))
        plain = template.wordings[0].replace("About {n}", "{n}").replace("نحو {n}", "{n}")
        other = fill(template, plain, _with(facts, figure=exact))
        yield AdversarialPair(rounded, other, template.language, "rounding", True)


def pairs(rounds: int = 25, seed: int = 7) -> list[AdversarialPair]:
    """All pairs of ``rounds`` rounds through the templates."""
    rng = random.Random(seed)
    found = []
    for _ in range(rounds):
        for template in TEMPLATES:
            found += changed_pairs(template, rng)
            found += same_pairs(template, rng)
    return found
