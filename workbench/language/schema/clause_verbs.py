"""Verbs that clauses are told apart by: what they do to whom, and how they stand in a clause."""

from __future__ import annotations

import msgspec

from workbench.language.schema.clause_forms import ClauseForms


class ClauseVerbs(ClauseForms, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Kinds of verbs, each by its first principal part or by the forms that count."""

    outcome_verbs: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    """Verbs, by their stem, and the prepositions behind which they name what they led to."""
    object_verbs: tuple[str, ...] = ()
    """Stems of verbs that say nothing without an object: it may stand behind a relative clause."""
    goal_verbs: tuple[str, ...] = ()
    """Stems of verbs of change, which…"""
    goal_prepositions: tuple[str, ...] = ()
    """…take up their clause behind a relative clause ("rose … to 12")."""
    following_verbs: tuple[str, ...] = ()
    """Verbs by which a clause says no more than after what something came (*يأتي* هذا بعد …)."""
    happening_verbs: tuple[str, ...] = ()
    """Verbs of what happens, which are as often nouns, but not behind an indefinite noun and before
    a phrase (حادث *وقع* على الطريق)."""
    weak_verbs: tuple[str, ...] = ()
    """Verb forms that are as often nouns, whatever their paradigm."""
    joined_verbs: tuple[str, ...] = ()
    """Forms that may be nouns, but hardly are with a conjunction written on to them (وحدد)."""
    personal_deeds: tuple[str, ...] = ()
    """Verbs whose subject is always a person or a body (واصل, استقال)."""
    role_verbs: tuple[str, ...] = ()
    """Verbs behind which "as" names what somebody is: "*worked* as a welder"."""
    written_verbs: tuple[str, ...] = ()
    """Verbs behind a conjunction by how they are written, where folding makes another word of them
    (وهنأ, no هنا)."""
    seeming: tuple[str, ...] = ()
    """What closes a clause to say that it only seems so (على ما يبدو)."""
    deeming_verbs: tuple[str, ...] = ()
    """Stems of verbs that say what somebody is held to be (يعد)."""
    harming: tuple[str, ...] = ()
    """Participles of what an event does ("killing"), which tell of no known subject before it."""
    strikes: tuple[str, ...] = ()
    """What harms, behind whose relative clause such a participle tells of it: blast, crash."""
    sequel_verbs: tuple[str, ...] = ()
    """That say who or what comes behind the subject of the clause before (*يليه* الحزب الثاني)."""
    descriptive_verbs: tuple[str, ...] = ()
    """Stems of verbs that only give a measure or contents (تبلغ, تضم): no claim of their own."""
    costing: tuple[str, ...] = ()
    """Verbs of what it costs to do a thing, whose "it" stands for nobody ("it *took* years to")."""
    accusing: tuple[str, ...] = ()
    """Verbs behind whose "of" another's deed stands: "*accused* them of firing, injuring one"."""
    deciding_verbs: tuple[str, ...] = ()
    """Stems of verbs whose object is an act (قرر)."""
    complement_verbs: tuple[str, ...] = ()
    """Stems of verbs that take a bare verb after their subject (بدأ, ظل), or such a verb behind
    what denies it (لم يعد)."""
    impersonal_verbs: tuple[str, ...] = ()
    """Verbs whose subject follows even where a pronoun stands before them (إنه تم ضبط)."""
    changing: tuple[str, ...] = ()
    """Forms that may be nouns, but are verbs where a conjunction and a noun stand before them and
    nothing behind ("as disease *spreads*")."""
    counted_subject_verbs: tuple[str, ...] = ()
    """Stems of verbs behind which a figure is the subject ("killed were 12")."""
    befalling_verbs: tuple[str, ...] = ()
    """Those of them that tell what one event did to several (قتل, أصيب), in one place at a time."""
    befalling_nouns: tuple[str, ...] = ()
    """Nouns that do so (مقتل)."""
    lone_verbs: tuple[str, ...] = ()
    """Verbs that say enough with their subject alone (استقال), where the verb comes first."""
    own_decisions: tuple[str, ...] = ()
    """Verbs of what a body does as it has decided: "the operator will *shut* its works"."""
    effects: tuple[str, ...] = ()
    """Those of them that a thing does as well ("it will *cut* costs")."""
    excluded_acts: tuple[str, ...] = ()
    """What somebody does, and may say that there will be none of ("there would be no *cuts*")."""
    existential: tuple[str, ...] = ()
    """What stands in the place of a subject that follows ("*there* would be no cuts")."""
    not_promised: tuple[str, ...] = ()
    """Stems of verbs of what befalls their subject, which nobody promises (اضطر)."""
    transitive: tuple[str, ...] = ()
    """Past forms that never stand without an object: "arrested (and tortured) a sailor"."""
    own_changes: tuple[str, ...] = ()
    """Stems of verbs of change that somebody brings about, and so may promise (رفع)."""
