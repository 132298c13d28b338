"""Brackets and mirrored glyphs.

Derived from ``BidiBrackets.txt`` and ``BidiMirroring.txt`` of the Unicode Character Database,
version 15.0.0, © 2022 Unicode®, Inc.; the licence stands in ``UNICODE-LICENSE.txt`` beside this
file. Python's ``unicodedata`` says *that* a character is mirrored but not into what.
"""

from __future__ import annotations

# Opening and closing bracket in turn.
_BRACKETS = (
    "()[]{}༺༻༼༽᚛᚜⁅⁆⁽⁾₍₎⌈⌉⌊⌋〈〉❨❩❪❫❬❭❮❯❰❱❲❳❴❵⟅⟆⟦⟧⟨⟩⟪⟫⟬⟭⟮⟯⦃⦄⦅⦆⦇⦈⦉⦊⦋⦌⦍⦐⦏⦎"
    "⦑⦒⦓⦔⦕⦖⦗⦘⧘⧙⧚⧛⧼⧽⸢⸣⸤⸥⸦⸧⸨⸩⹕⹖⹗⹘⹙⹚⹛⹜〈〉《》「」『』【】〔〕〖〗〘〙〚〛﹙﹚﹛﹜﹝﹞（）［］｛｝｟｠｢｣"
)

# Two characters that mirror each other, in turn; the brackets above mirror as well.
_OTHER_MIRRORS = (
    "<>«»‹›∈∋∉∌∊∍∕⧵∟⯾∠⦣∡⦛∢⦠∤⫮∼∽≃⋍≅≌≒≓≔≕≤≥≦≧≨≩≪≫≮≯≰≱≲≳≴≵≶≷≸≹≺≻≼≽≾≿⊀⊁⊂⊃"
    "⊄⊅⊆⊇⊈⊉⊊⊋⊏⊐⊑⊒⊘⦸⊢⊣⊦⫞⊨⫤⊩⫣⊫⫥⊰⊱⊲⊳⊴⊵⊶⊷⊸⟜⋉⋊⋋⋌⋐⋑⋖⋗⋘⋙⋚⋛⋜⋝⋞⋟⋠⋡⋢⋣⋤⋥⋦⋧⋨⋩⋪⋫⋬⋭"
    "⋰⋱⋲⋺⋳⋻⋴⋼⋶⋽⋷⋾⟃⟄⟈⟉⟋⟍⟕⟖⟝⟞⟢⟣⟤⟥⦤⦥⦨⦩⦪⦫⦬⦭⦮⦯⧀⧁⧄⧅⧏⧐⧑⧒⧔⧕⧨⧩⧸⧹⨫⨬⨭⨮⨴⨵⨼⨽⩤⩥⩹⩺⩻⩼"
    "⩽⩾⩿⪀⪁⪂⪃⪄⪅⪆⪇⪈⪉⪊⪋⪌⪍⪎⪏⪐⪑⪒⪓⪔⪕⪖⪗⪘⪙⪚⪛⪜⪝⪞⪟⪠⪡⪢⪦⪧⪨⪩⪪⪫⪬⪭⪯⪰⪱⪲⪳⪴⪵⪶⪷⪸⪹⪺⪻⪼⪽⪾⪿⫀"
    "⫁⫂⫃⫄⫅⫆⫇⫈⫉⫊⫋⫌⫍⫎⫏⫐⫑⫒⫓⫔⫕⫖⫬⫭⫷⫸⫹⫺⸂⸃⸄⸅⸉⸊⸌⸍⸜⸝⸠⸡﹤﹥＜＞"
)

# Canonically equivalent brackets pair with each other (rule BD16 of the algorithm).
_EQUIVALENT = {"\u2329": "\u3008", "\u232a": "\u3009"}


def _pairs(text: str) -> list[tuple[str, str]]:
    return list(zip(text[::2], text[1::2], strict=True))


CLOSING: dict[str, str] = {
    opening: _EQUIVALENT.get(closing, closing) for opening, closing in _pairs(_BRACKETS)
}
"""Opening bracket → the closing bracket it pairs with, in canonical form."""

CLOSERS: dict[str, str] = {
    closing: _EQUIVALENT.get(closing, closing) for _, closing in _pairs(_BRACKETS)
}
"""Closing bracket → its canonical form."""

MIRRORED: dict[str, str] = {
    one: other
    for first, second in _pairs(_BRACKETS) + _pairs(_OTHER_MIRRORS)
    for one, other in ((first, second), (second, first))
}
"""Character → the one to draw in its place in right-to-left order (rule L4)."""
