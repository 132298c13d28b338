"""Where a personal name begins that is sure to be one, and where it ends: النائب | كريم عواد | قرار
المحكمة."""

from __future__ import annotations

from workbench.splitting.attribution.names.name_ends import NAMES, SHORT, NameEnds
from workbench.splitting.attribution.names.whole_names import leader_end
from workbench.splitting.attribution.words.tokens import COLON

_LONGEST = 4
"""Words of a name."""


class GivenNames(NameEnds):
    """Tells personal names from other words, and from what stands behind them."""

    def _given_end(self, at: int, limit: int) -> int:
        """The index behind a personal name that begins at a token, ``at`` where none is sure."""
        known = leader_end(self.reader, at)
        if known > at or not self._is_given_name(at, limit):
            return min(known, limit)
        end = at + 1
        while end < min(limit, at + _LONGEST) and self._goes_on_name(end, at):
            end += 1
        return end

    def _is_given_name(self, at: int, limit: int) -> bool:
        """Whether a personal name surely begins: with a known first name, or a word before a
        surname by a place or a tribe (فيصل المرزوقي)."""
        reader, lexicon = self.reader, self.lexicon
        if at >= limit or reader.tokens[at].sign or lexicon.grammar is None:
            return False
        key = reader.key(at)
        if key in lexicon.name_openers:
            return True
        if self._is_first_name(at):  # and no "in the name of": المتحدث باسم الأمم المتحدة
            near = {lexicon.without_article(reader.key(k)) for k in (at - 1, at - 2) if k >= 0}
            speaks = key in lexicon.name_of and not near.isdisjoint(lexicon.generic_speakers)
            return not (speaks or (self._is_attached(at) and self._is_known(at + 1)))
        behind = reader.key(at + 1) if at + 1 < limit else ""
        if self._closes_name(at + 1):
            return True
        if at + 1 < limit and self._is_first_name(at + 1) and self._may_be_name(at):
            return True
        surname = (
            lexicon.is_definite(behind)
            and behind.endswith(lexicon.nisba_endings or "\0")
            and len(behind) > SHORT
        )
        return surname and self._may_be_name(at) and not self._is_known(at + 1)

    def _closes_name(self, at: int) -> bool:
        """Whether the second part of a name stands there (صلاح *الدين*), and no noun behind "that"
        or a preposition: بأن *الدين* انخفض."""
        reader, lexicon = self.reader, self.lexicon
        if reader.key(at) not in lexicon.name_closers or at == 0:
            return False
        before = reader.key(at - 1)
        small = reader.is_complementiser(at - 1) or lexicon.is_adjunct(reader.tokens[at - 1])
        return not (small or before in lexicon.joints | lexicon.bearers)

    def _may_be_name(self, at: int) -> bool:
        """Whether a word can be somebody's first name: `_is_unknown_word` without an ending."""
        reader, lexicon = self.reader, self.lexicon
        grammar = lexicon.grammar
        endings = (
            *lexicon.speech.case_endings,
            *(grammar.data.accusative_endings if grammar else ()),
        )
        plain = not reader.tokens[at].raw.endswith(endings or "\0")
        return plain and self._is_unknown_word(at)

    def _is_unknown_word(self, at: int) -> bool:
        """Whether a word is no known noun, object, act or verb, whatever its ending."""
        token, grammar = self.reader.tokens[at], self.lexicon.grammar
        lexicon = self.lexicon
        small = (lexicon.joints | lexicon.bearers) - lexicon.name_openers
        if (
            token.key in small
            or lexicon.is_definite(token.key)
            or self.reader.is_complementiser(at)
        ):
            return False  # قال الطبيب | *إن* العملية, الوزير | *في* البداية
        # A surname that begins like a preposition: نيجيرفان بارزاني.
        surname = self._is_first_name(at - 1) and token.key.endswith(lexicon.nisba_endings or "\0")
        attached = self._is_attached(at) and not surname
        if self._is_known(at) or lexicon.is_verbal_noun(token.key) or attached:
            return False
        return grammar is None or not (grammar.is_event(token.key) or grammar.known_verb(token.key))

    def _is_known(self, at: int) -> bool:
        """Whether the word there names an office or a body."""
        if at >= self.reader.size:
            return False
        bare = self.lexicon.bare(self.reader.tokens[at])
        return self.lexicon.without_article(bare) in self.lexicon.bare_bodies

    def _goes_on_name(self, at: int, start: int) -> bool:
        """Whether a word is still part of the name that begins at ``start``."""
        reader, lexicon = self.reader, self.lexicon
        before = reader.key(at - 1)
        opened = before in lexicon.name_openers | lexicon.name_closers
        if reader.tokens[at].sign or self._ends_name(at, start):
            return False
        place = lexicon.grammar is not None and reader.key(at) in lexicon.grammar.places
        if not opened and (place or (at - start >= NAMES and self._opens_object(at))):
            return False  # عباس عراقجي | واشنطن
        if self._closes_name(at) or self._closes_name(at + 1):
            return True  # حسن فضل الله
        if reader.key(at) in lexicon.joints | lexicon.bearers:
            return False  # الوزير سعد حسن | في الميناء
        if lexicon.is_definite(reader.key(at)):
            # A surname; a second definite word is what something is done to.
            acted = lexicon.is_definite_action(reader.tokens[at])
            # Behind two names as likely an object: افتتح الوزير كريم عواد | المعرض.
            nisba = reader.key(at).endswith(lexicon.nisba_endings or "\0")
            told = at - start >= NAMES and not nisba
            again = lexicon.is_definite(before) and reader.key(at - 2) not in lexicon.name_openers
            return opened or not (acted or told or again)
        closed = (
            lexicon.is_definite(reader.key(at - 1))
            and reader.key(at - 2) not in lexicon.name_openers
        )
        # نعيم *قاسم*, حسن *شيخ* محمود
        named = self._is_first_name(at) or self._is_first_name(at + 1)
        named = named and self._is_first_name(at - 1)
        named = named or self._may_be_name(at) or self._is_foreign_surname(at)
        return opened or (not closed and named)

    def opens_apart(self, at: int) -> bool:
        """Whether a definite word stands behind a name there that is neither a surname nor what
        somebody is: لخص كمال زغدود | *المباراة*."""
        lexicon, key = self.lexicon, self.reader.key(at)
        surname = key.endswith(lexicon.nisba_endings or "\0")
        return lexicon.is_definite(key) and not (surname or self._is_known(at))

    def _opens_object(self, at: int) -> bool:
        """Whether a noun stands there that another says more of, which no name does: انتقد كريم
        عواد | *قرار* المحكمة, but كريم عواد *مطر* المرزوقي."""
        reader, lexicon = self.reader, self.lexicon
        key, behind = reader.key(at), reader.key(at + 1)
        named = self._is_first_name(at) or lexicon.is_definite(key)
        surname = behind.endswith(lexicon.nisba_endings or "\0") and not self._is_known(at + 1)
        small = behind in lexicon.relatives or reader.is_time(at + 1)
        ruled = lexicon.is_definite(behind) and not (surname or small)
        placed = lexicon.grammar is not None and behind in lexicon.grammar.places | lexicon.acting
        return not named and (ruled or placed)

    def _is_foreign_surname(self, at: int) -> bool:
        """Whether a word behind a first name only begins like a preposition: كلوديا *لوند* إن. What
        is said follows it at once, and behind its first letter nothing known stands."""
        reader, lexicon = self.reader, self.lexicon
        if not (self._is_first_name(at - 1) and self._is_attached(at)):
            return False
        key = reader.key(at)
        told = lexicon.without_article(lexicon.uncontracted(key, 1))
        owned = reader.is_owned(at)
        known = told in lexicon.bare_speakers or told in lexicon.countries or self._addressed(at)
        said = reader.is_complementiser(at + 1) or reader.is_sign(at + 1, COLON)
        return said and not (owned or known or lexicon.is_verbal_noun(told))

    def _is_articled_given(self, at: int) -> bool:
        """Whether a known first name stands there with its article (الهادي)."""
        lexicon, key = self.lexicon, self.reader.key(at)
        given = lexicon.grammar.given if lexicon.grammar is not None else ()
        return lexicon.is_definite(key) and lexicon.without_article(key) in given
