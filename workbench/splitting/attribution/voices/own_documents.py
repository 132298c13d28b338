"""What somebody named before has written or told, and whose it is as its ending shows: بحسب
*تصريحه*, وفق *تقديراتها*."""

from __future__ import annotations

from workbench.splitting.attribution.frames import Range, Reader


def owner_of(reader: Reader, where: Range) -> str:
    """How a pronoun agrees that is written on to a document ("f" for تقديراتها), or nothing."""
    lexicon, at = reader.lexicon, where[0]
    if where[1] - at > 1 or not lexicon.speech.verb_first or not reader.is_owned(at):
        return ""
    key = reader.key(at)
    endings = sorted(lexicon.owners, key=len, reverse=True)
    ending = next((one for one in endings if key.endswith(one)), "")
    base = key.removesuffix(ending)
    known = {base, lexicon.unowned(base), key} & lexicon.bare_documents
    return lexicon.owners.get(ending, "") if known else ""
