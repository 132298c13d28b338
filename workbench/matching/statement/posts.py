"""A post as plain words: what people write on networks, read for what it says.

Addresses say nothing that a claim would; a hashtag or a handle is words written together
(#CapeTown, #إلا_رسول_الله, @realDonaldTrump). Where a post was embedded, its author's name and
handle stand behind a dash, and the day it was posted: the day is not of what it says.
"""

from __future__ import annotations

import re

_ADDRESS = re.compile(
    r"https?://\S*|www\.\S+|\bpic\.twitter\.com/\S*|\b[a-z][\w-]*\.(?:com|org|net|co|ly|me)/\S*",
    re.IGNORECASE,
)
_MAY_BE_ADDRESS = re.compile(r"[a-z:]/|www\.", re.IGNORECASE)
"""A stroke between figures or Arabic words is none, and an address takes long to look for."""
_AUTHOR = re.compile(r"[—–-]{1,2}\s*([^—–()\n]{1,60})\(@(\w{1,20})\)[^()\n]{0,40}$")
"""How an embedded post ends: — Name (@handle) June 7, 2017."""
_JOINED = re.compile(r"[#@](\w{2,100})")
_WORD = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|\d+|[^\W\dA-Za-z_]+")
"""Words written together: by capitals, underscores, digits and scripts."""


def plain(text: str) -> str:
    """The text without addresses, with the words of hashtags and handles apart."""
    marked = "#" in text or "@" in text
    addressed = (marked or "/" in text) and _MAY_BE_ADDRESS.search(text)
    if not (marked or addressed):
        return text
    if addressed:
        text = _ADDRESS.sub(" ", text)
    text = _AUTHOR.sub(r" \1 @\2", text.rstrip())
    return _JOINED.sub(lambda found: f" {' '.join(_WORD.findall(found[1]))} ", text)
