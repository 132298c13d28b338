"""How well figures, times and places are read: `python -m benchmarks.facets --cases DIR`.

``--cases`` holds ``dates.json``, ``numbers.json`` and ``places.json`` (lists of text, language and
value);
``--data`` holds development sets (``duckling``, ``recognizers_text``, ``quantulum3``), each with
its ``items.jsonl``. Beside each figure stands that of a baseline: bare digit runs for numbers,
written-out ISO and "day month year" dates for times, words that are the name for places.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

from workbench.facets.interval import parse_edtf
from workbench.facets.places.places import read_places
from workbench.facets.quantities.quantities import read_quantities
from workbench.facets.times import read_times
from workbench.facets.types import Clock, Comparator, Quantity, Time
from workbench.language.packs import load

_APPROX = {
    Comparator.ABOUT: True,
    Comparator.EXACTLY: False,
    Comparator.BETWEEN: False,
    Comparator.MORE_THAN: ">",
    Comparator.AT_LEAST: ">=",
    Comparator.LESS_THAN: "<",
    Comparator.AT_MOST: "<=",
}
_NOUN = {"en": " people", "ar": " شخص"}
_SPEED_WORDS = 20_000


class Score:
    """Right answers of the reader and of the baseline."""

    def __init__(self) -> None:
        self.total: Counter[str] = Counter()
        self.right: Counter[str] = Counter()
        self.baseline: Counter[str] = Counter()

    def add(self, name: str, *, right: bool, baseline: bool) -> None:
        self.total[name] += 1
        self.right[name] += right
        self.baseline[name] += baseline

    def show(self) -> None:
        print(f"{'set':<34}{'items':>7}{'right':>9}{'baseline':>10}")
        for name in sorted(self.total):
            total = self.total[name]
            shares = self.right[name] / total, self.baseline[name] / total
            print(f"{name:<34}{total:>7}{shares[0]:>9.1%}{shares[1]:>10.1%}")


# --- baselines ------------------------------------------------------------------------------------


def plain_numbers(text: str) -> set[float]:
    return {float(run.replace(",", "")) for run in re.findall(r"\d[\d,]*(?:\.\d+)?", text)}


def plain_dates(text: str) -> set[str]:
    return set(re.findall(r"\b\d{4}-\d\d-\d\d\b|\b(?:19|20)\d\d\b", text))


# --- case lists -----------------------------------------------------------------------------------


def _items(folder: Path, name: str) -> list[dict[str, Any]]:
    file = folder / name
    if not file.is_file():
        sys.exit(f"{file} is not there: give the folder that holds it.")
    lines = file.read_text(encoding="utf-8")
    if file.suffix == ".jsonl":
        return [json.loads(line) for line in lines.splitlines()]
    found: list[dict[str, Any]] = json.loads(lines)
    return found


def case_dates(folder: Path, score: Score) -> None:
    for case in _items(folder, "dates.json"):
        clock = Clock(parse_edtf(case["dct"]))
        found = [
            t.interval.edtf
            for t in read_times(case["text"], load(case["lang"]), clock)
            if t.interval
        ]
        # The list writes "since 2014" without its open end.
        answers = {"|".join(found) or None, "|".join(f.removesuffix("/..") for f in found) or None}
        plain = "|".join(sorted(plain_dates(case["text"]))) or None
        score.add(
            f"cases: dates {case['lang']}",
            right=case["value"] in answers,
            baseline=case["value"] == plain,
        )


def case_numbers(folder: Path, score: Score) -> None:
    for case in _items(folder, "numbers.json"):
        found = [
            (value, item.unit, _APPROX[item.comparator])
            for item in read_quantities(case["text"], load(case["lang"]))
            for value in _values(item)
        ]
        wanted = [(v["value"], v["unit"], v["approx"]) for v in case["values"]]
        plain = plain_numbers(case["text"])
        score.add(
            f"cases: numbers {case['lang']}",
            right=found == wanted,
            baseline=plain == {v["value"] for v in case["values"]},
        )


def _values(item: Quantity) -> list[float | str]:
    if item.vague:
        return [item.vague]
    ends = [item.low] if item.low == item.high else [item.low, item.high]
    return [float(end) for end in ends if end is not None]


def case_places(folder: Path, score: Score) -> None:
    """Countries by their code, towns and provinces by their name; sites are not in the list."""
    for case in _items(folder, "places.json"):
        places = read_places(case["text"], load(case["lang"]))
        found = {p.name.removesuffix(" Governorate") for p in places if p.kind != "site"}
        wanted = {name.removeprefix("IQ-") for name in case["places"]}
        within = {name for place in places for name in place.within}
        score.add(
            f"cases: places {case['lang']}",
            right=wanted <= found | within and (found <= wanted),
            baseline=wanted == set(case["text"].split()) & wanted,
        )


# --- development sets -----------------------------------------------------------------------------


def duckling(folder: Path, score: Score) -> None:
    for item in _items(folder, "duckling/items.jsonl"):
        if item["dimension"] != "Numeral" or item["value"] is None:
            continue
        # A bare small word counts nothing by design, so each number gets a noun.
        text = item["text"] + _NOUN[item["lang"]]
        _add_number(f"duckling: numerals {item['lang']}", text, item["lang"], item["value"], score)


def quantulum(folder: Path, score: Score) -> None:
    for item in _items(folder, "quantulum3/items.jsonl"):
        for quantity in item["quantities"]:
            if isinstance(quantity.get("value"), int | float):
                _add_number("quantulum3: values en", item["text"], "en", quantity["value"], score)


def recognizers(folder: Path, score: Score) -> None:
    numbers = {"NumberModel", "PercentModel", "CurrencyModel", "DimensionModel", "TemperatureModel"}
    for item in _items(folder, "recognizers_text/items.jsonl"):
        if "dotnet" in (item["unsupported_in"] or []):
            continue
        for resolution in (span.get("resolution") or {} for span in item["spans"]):
            name = f"recognizers: {item['model']} {item['lang']}"
            if item["model"] in numbers:
                value = _number(resolution.get("value"))
                if value is not None:
                    _add_number(name, item["text"], item["lang"], value, score)
            elif item["model"] in {"DateParser", "DatePeriodParser"} and item["reference"]:
                _add_dates(name, item, resolution, score)


def _number(value: object) -> float | None:
    try:
        return float(str(value).rstrip("%"))
    except ValueError:
        return None


def _add_number(name: str, text: str, language: str, value: float, score: Score) -> None:
    def near(found: Iterable[float]) -> bool:
        return any(abs(one - value) <= 0.01 * abs(value) for one in found)

    read = read_quantities(text, load(language))
    ends = [float(end) for item in read for end in (item.low, item.high) if end is not None]
    score.add(name, right=near(ends), baseline=near(plain_numbers(text)))


def _add_dates(name: str, item: dict[str, Any], resolution: dict[str, Any], score: Score) -> None:
    either = [resolution.get(f"{side}Resolution") or {} for side in ("Past", "Future")]
    wanted = {
        (one.get("date") or one.get("startDate"), one.get("date") or one.get("endDate"))
        for one in either
    }
    clock = Clock(parse_edtf(item["reference"][:10]))
    times = read_times(item["text"], load(item["lang"]), clock)
    found = {ends for one in times for ends in _ends(one)}
    plain = {(one, one) for one in plain_dates(item["text"])}
    score.add(name, right=bool(wanted & found), baseline=bool(wanted & plain))


def _ends(item: Time) -> Iterator[tuple[str, str]]:
    """First and last day, with the last once included and once not."""
    if item.interval and item.interval.earliest and item.interval.latest:
        last = item.interval.latest
        for end in (last, last + timedelta(days=1)):
            yield str(item.interval.earliest), str(end)


# --- speed ----------------------------------------------------------------------------------------


def speed(texts: list[tuple[str, str]]) -> None:
    clock = Clock(parse_edtf("2024-08-15"))
    for language in ("ar", "en"):
        text = "\n".join(text for text, code in texts if code == language)
        text = "\n".join([text] * (_SPEED_WORDS // max(len(text.split()), 1) + 1))
        pack = load(language)
        read_quantities("", pack), read_times("", pack, clock)
        began = time.perf_counter()
        read_quantities(text, pack), read_times(text, pack, clock)
        rate = len(text.split()) / (time.perf_counter() - began)
        print(f"speed {language}: {rate:,.0f} words a second, both readers together")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument(
        "--cases", type=Path, help="folder of dates.json, numbers.json and places.json"
    )
    parser.add_argument("--data", type=Path, help="folder of the development sets")
    options = parser.parse_args()
    if not (options.cases or options.data):
        parser.error("give --cases, --data or both")
    score = Score()
    runs: list[tuple[Path | None, Callable[[Path, Score], None]]] = [
        (options.cases, case_dates),
        (options.cases, case_numbers),
        (options.cases, case_places),
        (options.data, duckling),
        (options.data, quantulum),
        (options.data, recognizers),
    ]
    for folder, run in runs:
        if folder:
            run(folder, score)
    score.show()
    if options.cases:
        cases = _items(options.cases, "dates.json") + _items(options.cases, "numbers.json")
        speed([(case["text"], case["lang"]) for case in cases])


if __name__ == "__main__":
    main()
