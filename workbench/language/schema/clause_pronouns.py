"""Words of the section ``[clauses]`` that tell whom a pronoun may stand for."""

from __future__ import annotations

import msgspec


class ClausePronouns(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Pronouns by what they stand for, and what only whoever acts does or is."""

    thing_pronouns: tuple[str, ...] = ()
    """Pronouns that stand for no person ("it")."""
    plural_persons: tuple[str, ...] = ()
    """Pronouns that stand for several."""
    single_persons: tuple[str, ...] = ()
    """All forms of pronouns of one person ("he", "her")…"""
    several_persons: tuple[str, ...] = ()
    """…and of several ("they", "their")."""
    own_acts: tuple[str, ...] = ()
    """Verbs of what no thing does: "it had *hired* 40 nurses", no law or ship."""
    owned_subject_endings: tuple[str, ...] = ()
    """Endings of a subject with its owner, as they are written (بناؤه)."""
    judging: tuple[str, ...] = ()
    """Stems of verbs of what somebody thinks or says, which no thing does (رأى)."""
    posts: tuple[str, ...] = ()
    """Nouns behind which an office is no person: منصب *وزير* الثقافة."""
    own_states: tuple[str, ...] = ()
    """What no thing is: "it was *disappointed*"."""
    body_names: tuple[str, ...] = ()
    """Words in the names of bodies that are no noun for one: "United *Agents*"."""
