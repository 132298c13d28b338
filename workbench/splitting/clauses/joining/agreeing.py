"""Whether a verb and a noun agree in gender and number, where the verb comes first."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.language.fold import fold_text
from workbench.splitting.clauses.clause import Range
from workbench.splitting.clauses.joining.added import Added
from workbench.splitting.clauses.pieces import Kind, Piece
from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.words import Word

_CONSTRUCT = 2
"""Words of a noun and what defines it."""


class Agreeing(Added):
    """Tells the gender of nouns and of what verbs want for a subject or a head."""

    def _wants_feminine(self, verb: int) -> bool:
        """Whether a verb describes a feminine noun, by its ending or by a pronoun right behind it
        (يستفيد *منها*), or by whose measure it tells (تبلغ قيمتها, مدتها)."""
        rules = self.rules
        core = self.words[verb].core
        owner = rules.owner_of(self.words[verb + 1].core) if verb + 1 < len(self.words) else ""
        if owner:
            return owner == rules.data.possessive_endings[1]
        present = core.startswith(rules.data.subordinated_prefixes[1:2] or "\0")
        participle = self.words[verb].raw.endswith(rules.feminine_nouns)
        if (
            participle
            or core.endswith(rules.feminine_verbs)
            or (present and rules.is_present(core))
        ):
            return True
        behind = self.words[verb + 1 : verb + 2]
        pronouns = rules.data.possessive_endings[1:2] or ("\0",)
        return any(k.core in rules.complete and k.core.endswith(pronouns) for k in behind)

    def _describes_other(self, piece: Piece, shared: Sequence[Range]) -> bool:
        """Whether a feminine verb behind a mere comma tells of no masculine body before it: عقد
        المجلس *جلسة*، خصصت للنظر في …"""
        word, rules = self.words[piece.body], self.rules
        alone = piece.kind == Kind.PAUSE and self.words[piece.start].comma
        if not alone or not shared or not word.core.endswith(rules.feminine_verbs):
            return False
        head = rules.without_article(self.words[shared[0][0]].core)
        return head in rules.masculine_bodies

    def _is_masculine(self, at: int) -> bool:
        """Whether a verb has the form that only one masculine subject leaves it: no ending in the
        past, ي alone in the present (لم *يعثر*)."""
        word, rules = self.words[at], self.rules
        if word.core in rules.verb_next and at + 1 < len(self.words):
            return self._is_masculine_present(self.words[at + 1])
        prefixes = rules.data.subordinated_prefixes or ("\0",)
        acts = word.verb == Verb.FINITE or (word.lexeme.glue and word.verb == Verb.WEAK)  # وأدى
        past = bool(acts) and not word.core.startswith(prefixes)
        endings = (*rules.data.verb_endings, *rules.data.own_subject_endings)
        objects = (*rules.data.possessive_endings, *rules.data.pronoun_endings)
        done_to = next((one for one in objects if word.core.endswith(one)), "")
        ended = word.core.removesuffix(done_to).endswith(endings)  # خفضتها
        held = word.core in rules.auxiliaries | rules.verb_next or ended
        return past and not held and rules.is_past(word.core)

    def _agrees_with(self, relative: str, at: int) -> bool:
        """Whether a verb has the gender and number of a relative word: الذي … *وأدى*."""
        rules, word = self.rules, self.words[at]
        several = word.core.endswith(
            (*rules.data.plural_verbs, *rules.data.dropped_subject_endings)
        )
        if relative in rules.plural_relatives or several:
            return several and relative in rules.plural_relatives
        if relative in rules.feminine_relatives:
            return self._is_surely_feminine(word)
        return self._is_masculine(at) or self._is_masculine_present(word)

    def _is_masculine_present(self, word: Word) -> bool:
        rules = self.rules
        ended = (*rules.data.plural_verbs, *rules.data.dropped_subject_endings)
        masculine = word.core.startswith(rules.data.subordinated_prefixes[:1] or "\0")
        return word.verb == Verb.FINITE and masculine and not word.core.endswith(ended)

    def _is_surely_feminine(self, word: Word) -> bool:
        """Whether a verb can only be a feminine one: وقعت, وتقضي, but not تجاوز, which is as well a
        past form."""
        rules = self.rules
        letter = rules.data.subordinated_prefixes[1:2] or "\0"
        present = word.core.startswith(letter) and rules.is_present(word.core)
        present = present and not rules.is_past(word.core)
        present = present and not word.core.endswith(rules.data.plural_verbs)
        return word.verb == Verb.FINITE and (present or word.core.endswith(rules.feminine_verbs))

    def _is_of_another(self, piece: Piece, subject: Range) -> bool:
        """Whether a feminine verb has no masculine body before it for its subject, nor several
        who acted: رشقوا الشرطة بالحجارة | *فردت* بإطلاق الغاز."""
        rules = self.rules
        if not self._is_surely_feminine(self.words[piece.body]):
            return False
        acted = self.words[self.done[-1].ranges[-1][0]].core
        several = acted.endswith(rules.data.dropped_subject_endings or "\0")
        head = rules.without_article(self.words[subject[0]].core)
        return several or head in rules.masculine_bodies

    def _is_feminine(self, subject: Range) -> bool:
        """Whether a noun with its adjective, alone, or before what defines it (ضربة الجزاء) is
        feminine by its ending, or by the verb right before it: أمرت *نيابة حوادث* الجيزة بحبسه."""
        before = self.words[max(0, subject[0] - 1)]
        acts = subject[0] > 0 and before.verb >= Verb.WEAK
        if acts and before.core.endswith(self.rules.feminine_verbs):
            return True
        first, last = self.words[subject[0]], self.words[subject[1] - 1]
        if subject[1] - subject[0] == 1 and self._is_owned_body(first):
            return True
        named = first.core in self.rules.given
        ends = self.rules.feminine_nouns
        if subject[1] - subject[0] == 1 and self.rules.definite(first.core):
            ends += self.rules.data.noun_only_endings  # السلطات
        feminine = first.raw.endswith(ends) and not named
        defined = subject[1] - subject[0] == _CONSTRUCT and self.rules.definite(last.core)
        defined = defined and not self.rules.definite(first.core)
        return feminine and (defined or last.raw.endswith(ends))

    def _is_owned_body(self, word: Word) -> bool:
        """Whether a body whose noun is feminine stands with its owner: *حكومته*."""
        rules = self.rules
        owners = (*rules.data.possessive_endings, *rules.data.pronoun_endings)
        owner = next((end for end in owners if word.core.endswith(end)), "\0")
        stem, verb = word.core.removesuffix(owner), rules.feminine_verbs[0]
        noun = stem.removesuffix(verb) + fold_text(rules.feminine_nouns[0])
        return stem.endswith(verb) and stem != word.core and noun in rules.bodies_and_persons

    def _points_to_her(self, word: Word) -> bool:
        """Whether "that she" opens a clause: *وإنها* ستواصل التعاون."""
        rules = self.rules
        feminine = word.core.endswith(rules.data.possessive_endings[1:2] or "\0")
        return feminine and word.core in rules.third_persons

    def _is_of_him(self) -> bool:
        """Whether the clause before has a masculine verb, or says of one what he is: إن البرنامج
        *انهار*, إن البرنامج *سلمي*."""
        words, (start, stop) = self.words, self.main.ranges[0] if self.main is not None else (0, 0)
        verb = next((k for k in range(start, stop) if words[k].verb >= Verb.WEAK), None)
        if verb is not None:
            return self._is_masculine(verb) or self._is_masculine_present(words[verb])
        ends = self.rules.feminine_nouns
        named = words[start : start + 2]
        return len(named) == 2 and not any(word.raw.endswith(ends) for word in named)
