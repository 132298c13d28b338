"""What leaves by the clipboard."""

from __future__ import annotations

import unicodedata

from workbench.tui.rtl.sanitise import sanitise


def for_clipboard(text: str) -> str:
    """The text itself, its control characters shown as marks.

    An escape in a paste can end a shell's bracketed paste and run what follows; everything else,
    invisible characters included, is copied exactly.
    """
    if text.isprintable():
        return text
    return "".join(
        [
            sanitise(character)
            if unicodedata.category(character) in ("Cc", "Cs") and character not in "\n\t"
            else character
            for character in text
        ]
    )
