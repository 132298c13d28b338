"""The real desk on articles, sources and names full of hostile text, run by `test_desk_pty`."""

import sys
import tempfile
from pathlib import Path

from workbench.desk import Desk
from workbench.desk.checking.people import Role
from workbench.intake.types import IncomingArticle
from workbench.tui import run

ATTACK = (
    "\x1b]52;c;aGFja2Vk\x07\x1b[7777;7777H\x9b7777m\x9d7777;x\x9c\u202egnp.exe\u200b\x00\ufeff"
    "[@click=app.quit]x[/][/]"
)
TEXT = (
    f"قال وزير المالية {ATTACK} إن 25% من السكان يملكون هواتف في عام 2023.\n"
    f"The ministry said that 2,500 people {ATTACK} died in Gaza in 2023.\n"
    f"The ministry said that 3,500 people {ATTACK} died in Gaza in 2023.\n"
)


def main(folder: str) -> None:
    """Fill a store and open the desk on it."""
    with Desk.open(str(Path(folder) / "claims.db"), actor="Amal" + ATTACK) as desk:
        for number in range(2):
            desk.articles.add(
                IncomingArticle(
                    text=f"{number}. {TEXT}",
                    title="عنوان " + ATTACK,
                    url="https://example.org/" + ATTACK,
                    publisher="Press" + ATTACK,
                    author=ATTACK,
                )
            )
        source = desk.sources.add("Title " + ATTACK, url="https://s.org/" + ATTACK, note=ATTACK)
        claim = desk.claims.ids()[0]
        desk.evidence.link(claim, source, "supports", quote=ATTACK.replace("\x00", ""), note=ATTACK)
        copy = Path(folder) / "copy.txt"
        copy.write_text(TEXT.replace("\x00", ""), encoding="utf-8")  # a NUL makes it no text
        desk.captures.add_file(source, copy)
        desk.verdicts.set(claim, desk.verdicts.scale().ratings[0].key, ATTACK)
        begun = ATTACK.partition(";")[0]  # at which a claim may end
        pending = desk.matches.pending()
        same = next(one for one in pending if one.relation == "same" and begun in one.text)
        desk.matches.confirm(same.id, ATTACK)
        desk.people.set(desk.actor, Role.EDITOR)
        run(desk, bidi=sys.argv[1])


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        main(folder)
