"""Circumstances that no name of a speaker contains, where the verb of speech stands before its
subject: when, in what and to whom something was said."""

from __future__ import annotations

from workbench.splitting.attribution.frames import Reader
from workbench.splitting.attribution.names.addressees import Addressees
from workbench.splitting.attribution.words.tokens import COMMAS

_OFFICE = 4
"""Words of what a spokesman speaks for, before his name."""
_YEAR = 4
"""Digits of a year."""


class VerbFirstCircumstances(Addressees):
    """Tells where words begin that belong to no name."""

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        # Before others the article changes its form (لل), so that "لألعاب" has none.
        contracted = {prefix[0] for prefix in reader.lexicon.speech.contractions}
        self._uncontracted = frozenset(reader.lexicon.speech.attached) - contracted
        grammar = reader.lexicon.grammar
        self._units = grammar.time_units if grammar is not None else frozenset()

    def past_small(self, at: int) -> int:
        """The index behind a pronoun and a day between commas that part a verb from its subject:
        أفاد | به، الأربعاء، | بيان."""
        reader, grammar = self.reader, self.lexicon.grammar
        if grammar is not None and reader.key(at) in grammar.complete:
            at += 1
        close = reader.next_break(at + 1)
        timed = reader.is_sign(at, COMMAS) and reader.is_time(at + 1)
        return close + 1 if timed and reader.is_sign(close, COMMAS) else at

    def _is_circumstance(self, at: int) -> bool:
        """Whether words begin there that no name contains."""
        reader, lexicon = self.reader, self.lexicon
        token = reader.tokens[at]
        key = lexicon.bare(token)
        return (
            (token.key in lexicon.addressing and len(token.key) == 1)
            or (key[0] in self._uncontracted and lexicon.is_definite(key[1:]))
            or (reader.is_time(at) and not self._is_given(at))
            or self._is_year(at)
            or (lexicon.is_adjunct(token) and not self._is_given(at))
            or reader.is_complementiser(at)
            or (key in lexicon.bearers and self._is_borne(at + 1))
            or (key in lexicon.joints and reader.key(at + 1) in lexicon.purposes)
            or (self._addressed(at) is not None and not self._names_media(at))
            or key in lexicon.adverbs
            or reader.is_connective(at)
            or self._is_kept_back(at + 1)
            or self._tells_how(at)
        )

    def _tells_how(self, at: int) -> bool:
        """Whether a participle tells how somebody spoke to or of something definite: قال الوزير
        *مخاطبا* النواب إن; a surname, or who nothing definite follows, may look like one."""
        reader, lexicon = self.reader, self.lexicon
        pattern, behind = lexicon.manner_pattern, reader.key(at + 1)
        shaped = pattern is not None and bool(pattern.fullmatch(reader.key(at)))
        surname = behind.endswith(lexicon.nisba_endings or "\0") or behind in lexicon.relatives
        told = lexicon.is_definite(behind) and not surname
        return shaped and told and reader.key(at) not in lexicon.given

    def _is_kept_back(self, at: int) -> bool:
        """Whether a source's name is what is kept back: طلب *عدم ذكر* اسمه, طلب *حجب اسمه*, رفض
        *الكشف عن* اسمه."""
        reader, lexicon = self.reader, self.lexicon
        behind = reader.key(at + 1)
        if reader.key(at) in lexicon.disclosing and at > reader.begin + 1:
            named = at + 1 + (behind in lexicon.topics)
            acts = lexicon.grammar is not None and lexicon.grammar.may_be_verb(reader.key(at - 1))
            return acts and reader.is_owned(named)
        named = behind in lexicon.disclosing or reader.is_owned(at + 1)
        return named and reader.key(at) in lexicon.withheld

    def _is_borne(self, at: int) -> bool:
        """Whether a document, a time or a side stands there, in which or on which it is said."""
        reader = self.reader
        timed = reader.is_document(at) or reader.is_time(at) or self._is_date(at)
        return timed or reader.key(at) in self.lexicon.side_words

    def _is_date(self, at: int) -> bool:
        """Whether a day, a month or a year stands there, or a part of one: (في) *مارس*, (في)
        *الأول من أكتوبر*, (في) *نهاية العام*."""
        reader, lexicon, key = self.reader, self.lexicon, self.reader.key(at)
        behind = reader.key(at + 1)
        if self._is_year(at) or key in lexicon.months:
            return True
        if key in lexicon.parts:
            return behind in lexicon.months or lexicon.without_article(behind) in self._units
        day = reader.key(at + 2) if behind in lexicon.joints else behind
        return day in lexicon.months and (day != behind or key.isdecimal())

    def _is_year(self, at: int) -> bool:
        """Whether a year stands there by its figure: *عام 2021*, *نهاية 2024*."""
        key, behind = self.reader.key(at), self.reader.key(at + 1)
        dated = key in self._units or key in self.lexicon.parts
        return dated and len(behind) == _YEAR and behind.isdecimal()

    def _is_given(self, at: int) -> bool:
        """Whether a word of time is somebody's name, a surname behind it: صباح الكعبي, or behind an
        office a definite word that "that" follows: الناطق باسم الجهاز صباح النعمان إن."""
        reader, lexicon = self.reader, self.lexicon
        behind = reader.key(at + 1)
        surname = lexicon.is_definite(behind) and behind.endswith(lexicon.nisba_endings or "\0")
        speaks = any(reader.key(k) in lexicon.name_of for k in range(at - _OFFICE, at))
        speaks = speaks and lexicon.is_definite(behind) and reader.is_complementiser(at + 2)
        surname = surname or speaks
        timed = reader.is_time(at + 1) or behind in lexicon.ranks
        opened = reader.key(at - 1) in lexicon.name_openers  # أبو ليل
        return opened or (reader.key(at) in lexicon.given_times and surname and not timed)
