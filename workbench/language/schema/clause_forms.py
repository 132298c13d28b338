"""How words of a clause are formed: what endings, beginnings and shapes tell of a word.

Beginnings and endings are written as readers write them, and folded where the field says so.
"""

from __future__ import annotations

import msgspec

from workbench.language.schema.clause_marks import Paradigm, Shape
from workbench.language.schema.clause_pronouns import ClausePronouns


class ClauseForms(ClausePronouns, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a word shows of itself: a verb or a noun, of whom and of how many."""

    paradigms: tuple[Paradigm, ...] = ()
    shapes: tuple[Shape, ...] = ()
    accusative_endings: tuple[str, ...] = ()
    """As they are written: such a noun behind a verb is no subject."""
    passive_marks: tuple[str, ...] = ()
    """Vowel signs on the first letter with which a form that may be a noun is a verb (قُتل)."""
    possessive_endings: tuple[str, ...] = ()
    """Pronouns written on to a noun, which make it definite (بعضهم)."""
    feminine_verbs: tuple[str, ...] = ()
    """Endings of a past form whose subject is feminine (ت)."""
    feminine_nouns: tuple[str, ...] = ()
    """Endings, as written, of a feminine noun in the singular (ة)."""
    verb_endings: tuple[str, ...] = ()
    """Endings with which a past form of the table of verbs is no noun (ت, وا)."""
    feminine_endings: tuple[str, ...] = ()
    """Further endings, as written, of feminine nouns and what describes them (ات, ى, اء)."""
    noun_only_endings: tuple[str, ...] = ()
    """Endings, folded, of definite nouns that describe no noun before them (ات)."""
    dual_endings: tuple[str, ...] = ()
    """Endings, folded, of a noun in the dual (ين, ان)…"""
    acting_duals: tuple[str, ...] = ()
    """…and those of two who act (ان)."""
    plural_verbs: tuple[str, ...] = ()
    """Endings of a present verb of more than one (ون, ان)."""
    dual_verbs: tuple[str, ...] = ()
    """Endings of verbs of two, which can be said of neither alone (تستضيفان, أعلنتا)."""
    joined_dual_verbs: tuple[str, ...] = ()
    """Endings of verbs of two that a noun may have as well, joined on behind two (واتفقا)."""
    dual_pronoun_endings: tuple[str, ...] = ()
    """…and the pronoun that stands for two, written on (وأنهما, يملكهما)."""
    nominative_endings: tuple[str, ...] = ()
    """Endings of a noun that is a subject and no object (ون), where the verb comes first."""
    pronoun_endings: tuple[str, ...] = ()
    """Further pronouns written on to a noun, too short to tell one by (ه)."""
    masculine_endings: tuple[str, ...] = ()
    """Endings, as written, of a masculine participle behind its clause (ا of مشيرا)."""
    predicative_endings: tuple[str, ...] = ()
    """Endings, as written, of an indefinite word that says what its subject is (ة, ون)."""
    under_way: tuple[str, ...] = ()
    """Words that say, before its noun, that something is being done: *وجارٍ* البحث عن آخر."""
    reduced_relatives: tuple[str, ...] = ()
    """Regular expressions of definite participles that stand for a relative clause."""
    predicative_shapes: tuple[str, ...] = ()
    """Regular expressions of other folded words that do."""
    noun_endings: tuple[str, ...] = ()
    """Endings, as they are written, that no verb has (ة, اً)."""
    sure_joints: tuple[str, ...] = ()
    """Beginnings, as written, in which the first letter can only be a conjunction (وأ)."""
    verbs_like_definite: tuple[str, ...] = ()
    """Beginnings, as written, of verbs that look like nouns with the article (التقى)."""
    feminine_plurals: tuple[str, ...] = ()
    """Endings of several women (سعوديات)."""
    plural_endings: tuple[str, ...] = ("\0",)
    """Endings, folded, of a noun that names several men."""
    manner_endings: tuple[str, ...] = ()
    """Endings, folded, of words that say in what manner (يا of جزئيا)."""
    glued_conjunctions: tuple[str, ...] = ()
    """Written on to the next word (و, ف)."""
    glued_subordinators: tuple[str, ...] = ()
    """Particles of purpose or result written on to a verb (ل)…"""
    subordinated_prefixes: tuple[str, ...] = ()
    """…that begins so (ي, ت, ن)."""
    definite_prefixes: tuple[str, ...] = ()
    glued_prepositions: tuple[str, ...] = ()
    whole_words: tuple[str, ...] = ()
    """Words that begin like a glued preposition and have none (بغداد, لجنة)."""
    own_subject_endings: tuple[str, ...] = ()
    """Endings of a verb that say who acts ("we": دفعنا), so that nothing is borrowed."""
    own_subject_prefixes: tuple[str, ...] = ()
    """Beginnings of a present form that say so (*ن*دفع)."""
    dropped_subject_endings: tuple[str, ...] = ()
    """Endings of a verb that has no subject after it (وا)."""
    past_endings: tuple[str, ...] = ()
    """Endings of forms that say that a relative clause tells what happened."""
    participle_endings: tuple[str, ...] = ()
    """Folded endings of a participle that tells of the subject in what state it acted."""
    participle_shape: str = ""
    """A regular expression of such participles where their ending is not written out."""
    pledging_prefixes: tuple[str, ...] = ()
    """Letters before a verb that is still to come."""
    inflected_endings: tuple[str, ...] = ()
    """Endings that a verb has only where no modal governs it ("takes")."""
    future_beginnings: tuple[str, ...] = ()
    """Beginnings of future forms, by which one behind a speaker's own body is known (ست)."""
    superlative_starts: tuple[str, ...] = ()
    """Letters with which a superlative begins behind its article (الأعلى)."""
    noun_shapes: tuple[str, ...] = ()
    """Regular expressions of words, as they are written, that are no verbs (قاضي, not قاضى)."""
    written_particles: dict[str, str] = msgspec.field(default_factory=dict)
    """Particles that fold like another word, and one of the same use: كأن is no كان."""
    before_lengths: tuple[str, ...] = ()
    """Words before a length of time that is an age, or tells how long ago something was."""
