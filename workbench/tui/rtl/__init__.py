"""Right-to-left and untrusted text on a terminal's grid; nothing of Textual in here.

The way a text goes: :mod:`sanitise` makes every character harmless and visible, :mod:`shaping`
turns it into glyphs that fit cells, :mod:`levels` finds the direction of each (Unicode's
bidirectional algorithm), :mod:`layout` wraps in logical order and puts each row in visual order,
remembering which characters of the text every cell stands for.
"""
