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


def owns(reader: Reader, at: int, where: Range) -> bool:
    """Whether a body stands right behind the document that is its own: أرقام وزارة الزراعة."""
    lexicon = reader.lexicon
    document = reader.key(at - 1)
    if document[0] in lexicon.speech.attached and document not in lexicon.documents:
        document = document[1:]
    if not lexicon.speech.verb_first or document not in lexicon.documents:
        return False
    if where[1] == at + 1 and not lexicon.is_definite(reader.key(at)):
        return False  # "an internal memo" (مذكرة داخلية) is not the Interior's
    return lexicon.bare(reader.tokens[at]) in lexicon.bare_organisations
