"""The subjects of sentences and of the clauses joined to them, who speak where nobody else does."""

from __future__ import annotations

from msgspec.structs import replace

from workbench.splitting.attribution.frames import FAR, Range, Reader
from workbench.splitting.attribution.subject_first.speech import SubjectFirst
from workbench.splitting.attribution.verb_first.clause_subjects import ClauseSubjects
from workbench.splitting.attribution.voices.mention import Mention
from workbench.splitting.attribution.words.tokens import COLON, COMMAS

_LABEL = 4
"""Words of what stands before a sentence with its colon: the place where it was written."""


def past_modifiers(reader: Reader, found: Range) -> Range:
    """A subject from its head on, where that belongs to somebody: "Like-for-like *sales at* the
    group"."""
    lexicon = reader.lexicon
    near = range(found[0] + 1, found[1] - 1)
    joint = next((at for at in near if reader.key(at) in lexicon.joints), None)
    owned = joint is not None and reader.key(joint - 1) in lexicon.belongings
    plain = owned and not lexicon.speech.verb_first and joint is not None
    return (joint - 1, found[1]) if plain and joint is not None else found


def acting_name(reader: Reader, found: Range, mention: Mention) -> Mention | None:
    """A subject whom only his name shows to be somebody, or a country, where its verb is an act of
    somebody's, with the gender of that: انتقد *حيدر العبادي* الحكومة, رفضت *باريس* الخطة."""
    lexicon, (first, stop) = reader.lexicon, found
    acts = first > reader.begin and lexicon.bare(reader.tokens[first - 1]) in lexicon.acts
    if not acts or mention.kind or ClauseSubjects(reader).whole_name(first, stop) != stop:
        return None
    feminine = reader.key(first - 1).endswith(lexicon.speech.past_endings or "\0")
    kind = "organisation" if reader.key(first) in lexicon.acting else "person"
    return replace(mention, kind=kind, agree="f" if feminine else "m")


def by_issuer(reader: Reader, found: Range) -> Range:
    """The firm, where its shares are the subject: "*Shares in Velda* fell after it cut its outlook
    and said …"."""
    first, stop = found
    held = reader.key(first) in reader.lexicon.securities and stop - first > 2
    joined = held and reader.key(first + 1) in reader.lexicon.joints
    return (first + 2, stop) if joined else found


def joined_subject(reader: Reader, end: int) -> Range | None:
    """The subject of the last clause joined on before ``end``, where subjects come first: "the
    talks failed, but *the minister* left early, saying …"."""
    lexicon = reader.lexicon
    if lexicon.speech.verb_first:
        return None
    for joint in range(end - 2, max(reader.begin, end - FAR), -1):
        joins = reader.key(joint) in lexicon.plain_joints or reader.is_connective(joint)
        if not joins or reader.has_finite(joint + 1, joint + 2) or _excepts(reader, joint):
            continue
        verbs = (at for at in range(joint + 2, end) if lexicon.is_finite(reader.tokens[at]))
        verb = next((at for at in verbs if reader.key(at - 1) not in lexicon.relatives), None)
        if verb is None:
            continue  # "resigned *after* admitting that …"
        if not reader.has_finite(reader.begin, joint):
            return None
        found = SubjectFirst(reader).subject(verb)
        return found[1] if found and found[1] and found[1][0] > joint else None
    return None


def behind_label(reader: Reader) -> int:
    """Where a sentence begins behind the place where it was written: "*Basra:* The farmer …"."""
    near = range(reader.begin + 1, min(reader.begin + _LABEL, reader.size - 1))
    return next((at + 1 for at in near if reader.is_sign(at, COLON)), reader.begin)


def _excepts(reader: Reader, joint: int) -> bool:
    """Whether a conjunction only excepts some: "expected by *all but* one of the economists"."""
    grammar = reader.lexicon.grammar
    return grammar is not None and reader.key(joint - 1) in grammar.excepted_from


def _past_participle(reader: Reader, first: int) -> int:
    """Where a sentence begins behind a participle that opens it: "*Faced with cuts*, she …"."""
    lexicon, close = reader.lexicon, reader.next_break(first)
    opens = first < reader.size and reader.tokens[first].raw.endswith(
        lexicon.speech.past_endings or "\0"
    )
    phrase = opens and reader.key(first + 1) in lexicon.adjuncts
    apart = phrase and reader.is_sign(close, COMMAS) and reader.has_finite(close + 2, reader.size)
    return close + 1 if apart else first


def main_subject(reader: Reader, end: int) -> Range | None:
    """The likely subject of the clause that a sentence begins with."""
    lexicon = reader.lexicon
    first = behind_label(reader)
    stop = min(end, first + FAR)
    if lexicon.speech.verb_first:
        return ClauseSubjects(reader).main_subject(first, stop)
    for at in range(_past_participle(reader, first), stop):
        if lexicon.is_finite(reader.tokens[at]):
            if reader.key(at - 1) in lexicon.relatives | lexicon.articles:
                continue  # "The mayor, who took office in January, defended…", "a *retired* …"
            opened = reader.previous_break(at) + 1
            if reader.is_sign(opened - 1, COMMAS) and reader.key(opened) in lexicon.relatives:
                continue  # "The MP, whose mother *is* ill, called for …"
            close = reader.next_break(at) + 1
            acts = close
            while acts < stop and reader.key(acts) in lexicon.auxiliaries:
                acts += 1  # "The prosecution, led by Ann Lee, *had* opposed bail, arguing …"
            if reader.is_sign(at - 1, COMMAS) and acts < stop and reader.has_finite(acts, acts + 1):
                continue  # "The accused, identified only as Thomas K., denied…"
            found = SubjectFirst(reader).subject(at)
            return found[1] if found else None
    return None
