"""How long right-to-left text takes to lay out and draw.

Usage: ``python benchmarks/rtl.py [--text FILE]``. Without a file the article is made up: 5,000
words of Arabic letters with figures, Latin names and brackets, half of them said once, so that the
memory of word shapes helps less than in a real text. Every cold figure starts with that memory
empty; figures are processor time, the best of
nine, because what else runs on a machine only adds to them; in milliseconds.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable
from pathlib import Path
from time import process_time

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.color import BLACK

from workbench.language.spans import Span
from workbench.tui.rtl.layout import Layout, lay_out, truncate
from workbench.tui.rtl.shaping import shape
from workbench.tui.text.filter import SafeLineFilter
from workbench.tui.text.render import cell, strip

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويةىأإءئؤ"
WIDTH, ROWS, CELLS = 78, 40, 50


def article(words: int, seed: int = 1) -> str:
    """Paragraphs of 60 made-up words with what newspapers mix in."""
    chance = random.Random(seed)
    known = [
        "".join(chance.choice(LETTERS) for _ in range(chance.randint(2, 8)))
        for _ in range(words // 2)
    ]
    extras = ("25.5%", "2,500", "(2023)", "BBC", "«iPhone»", "ال" + known[0], "لا", "الله،")
    pool = known + list(extras) * (words // 60)
    text = [chance.choice(pool) for _ in range(words)]
    return "\n".join(" ".join(text[place : place + 60]) for place in range(0, words, 60))


def forget() -> None:
    """Empty the memory of shapes and cells."""
    shape.cache_clear()
    truncate.cache_clear()


def milliseconds(act: Callable[[], object], *, cold: bool = True, rounds: int = 9) -> float:
    """The shortest time of ``act``."""
    times = []
    for _ in range(rounds):
        if cold:
            forget()
        started = process_time()
        act()
        times.append((process_time() - started) * 1000)
    return min(times)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--text", type=Path, help="an article in UTF-8 in place of the made-up one")
    chosen = parser.parse_args().text
    text = chosen.read_text(encoding="utf-8") if chosen else article(5000)
    claims = [text[place : place + 120].replace("\n", " ") for place in range(0, 6000, 120)]
    lit = [(Span(place, place + 40), Style(color="red")) for place in range(0, 4000, 400)]
    red = Style(bgcolor=Color.parse("red").name)
    foreign = [Segment(claim, red) for claim in claims]

    def first_screen() -> None:
        layout = Layout(text, WIDTH)
        for row in range(min(ROWS, layout.height)):
            strip(layout.line(row), red, lit)

    def cells() -> None:
        for claim in claims[:CELLS]:
            cell(claim, 60, red)

    def filtered() -> None:
        guard = SafeLineFilter()
        for segment in foreign:
            guard.apply([segment], BLACK)

    print(f"{len(text.split()):,} words, {len(text):,} characters, {WIDTH} columns")
    figures = (
        ("first screen, cold", milliseconds(first_screen), 20),
        ("whole article, cold", milliseconds(lambda: lay_out(text, WIDTH)), 150),
        ("whole article, shapes known", milliseconds(lambda: lay_out(text, WIDTH), cold=False), 0),
        (f"{CELLS} list cells, cold", milliseconds(cells), 25),
        (f"{CELLS} list cells, warm", milliseconds(cells, cold=False), 0),
        (f"{CELLS} lines of other widgets through the guard", milliseconds(filtered), 0),
    )
    for name, found, most in figures:
        print(f"{name:<50}{found:8.2f} ms" + (f"   (at most {most})" if most else ""))


if __name__ == "__main__":
    main()
