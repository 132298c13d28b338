"""Whether what is cited is somebody or something written, and no mere reason."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.attribution.frames import Range, Reader
from workbench.splitting.attribution.words.verb_forms import VerbForm


def may_speak(reader: Reader, subject: Range | None) -> bool:
    """Whether a noun phrase names a speaker by its head: "citing two officials", not "citing the
    war in Gaza"."""
    if subject is None:
        return False
    lexicon = reader.lexicon
    joints = (lexicon.joints | lexicon.adjuncts) - lexicon.articles - lexicon.additive
    behind = next((at for at in range(*subject) if reader.key(at) in joints), subject[1])
    if behind > subject[0] and reader.tokens[behind - 1].is_capital:
        return True
    heads = [at for at in range(subject[0], behind) if _is_head(reader, at, behind)]
    keys = {lexicon.bare(reader.tokens[at]) for at in heads}
    keys |= {key.removesuffix(end) for key in keys for end in ("s", "es")}
    known = lexicon.bare_speakers, lexicon.media, lexicon.crowds
    return any(not keys.isdisjoint(each) for each in known)


def _is_head(reader: Reader, at: int, end: int) -> bool:
    """Whether no noun follows that a word only describes: not "*services* inflation", but
    "*officials* familiar with it"."""
    lexicon = reader.lexicon
    if at + 1 >= end or not reader.tokens[at + 1].raw.islower():
        return True
    key = reader.key(at + 1)
    done = key.endswith(lexicon.speech.past_endings or "\0")
    small = key in lexicon.additive or key in lexicon.relatives or reader.is_time(at + 1)
    return done or small or key in lexicon.postposed


def foresees(forms: Sequence[VerbForm]) -> bool:
    """Whether a verb tells what somebody looked forward to, not that he says it came about: "rates
    rose, as *expected* by economists"."""
    return any("object" in form.group.takes and not form.group.as_ for form in forms)
