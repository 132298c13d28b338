"""Who was told, as a word of a sentence names him: an agency, a paper or an audience with its
preposition written on (*لوكالة* شفق نيوز, *للصحفيين*)."""

from __future__ import annotations

from workbench.splitting.attribution.frames import Reader

_TITLE = 3
"""Words of an envoy's title, at most."""


class Addressees:
    """Tells who was told from who tells, word by word."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.lexicon = reader.lexicon

    def _addressed(self, at: int) -> str | None:
        """The agency or audience in a word with its preposition written on (لوكالة)."""
        key = self.reader.key(at)
        if key[0] not in self.lexicon.addressing or len(key) < 4:
            return None
        for rest in (key[1:], self.lexicon.uncontracted(key, 1)):
            paper = self.lexicon.without_article(rest) in self.lexicon.media
            if paper or rest in self.lexicon.audiences:
                return None if self._is_other_agency(at, rest) else rest
        return None

    def _is_other_agency(self, at: int, told: str) -> bool:
        """Whether "the agency" is one that brings no news: مدير عام | للوكالة الدولية للطاقة."""
        reader, lexicon = self.reader, self.lexicon
        described = lexicon.is_definite(told) and self._describes_body(at + 1)
        described = described and reader.key(at + 1) not in lexicon.media
        behind = at + 2
        while described and self._describes_body(behind):
            behind += 1
        field = reader.key(behind)
        told_of = lexicon.uncontracted(field, 1) if field else ""
        return described and self._is_attached(behind) and told_of not in lexicon.named_audiences

    def _sends(self, at: int) -> bool:
        """Whether a preposition says where an envoy is sent: المبعوث الأممي | إلى اليمن."""
        reader, lexicon = self.reader, self.lexicon
        near = (reader.key(k) for k in range(max(reader.begin, at - _TITLE), at))
        sent = any(lexicon.without_article(key) in lexicon.envoys for key in near)
        return sent and reader.key(at) in lexicon.addressing

    def is_addressed(self, at: int) -> bool:
        """Whether a word is an agency or an audience with a preposition written on."""
        return at < self.reader.size and self._addressed(at) is not None

    def _names_media(self, at: int) -> bool:
        """Whether "for the media" belongs to a body's name (الوكالة الوطنية للإعلام)."""
        lexicon, reader = self.lexicon, self.reader
        heads = (lexicon.bare(reader.tokens[k]) for k in range(max(reader.begin, at - 3), at))
        named = self._addressed(at) in lexicon.named_audiences
        return named and any(
            lexicon.without_article(head) in lexicon.bare_organisations for head in heads
        )

    def _names_country(self, at: int) -> bool:
        """Whether a country says whose something without an article is: مؤسسة كهرباء *لبنان*."""
        key, lexicon = self.reader.key(at), self.lexicon
        return key in lexicon.countries and not lexicon.is_definite(self.reader.key(at - 1))

    def _describes_body(self, at: int) -> bool:
        """Whether a definite word is an adjective of a body before it (الفني, العراقية)."""
        lexicon, key = self.lexicon, self.reader.key(at)
        if not lexicon.is_definite(key):
            return False
        return key in lexicon.ranks or key.endswith(lexicon.nisba_endings or ("\0",))

    def _is_attached(self, at: int) -> bool:
        """Whether a word may begin with a preposition written on to it."""
        key = self.reader.key(at)
        whole = self.lexicon.grammar is not None and key in self.lexicon.grammar.whole
        return key[:1] in self.lexicon.speech.attached and len(key) > 3 and not whole

    def is_told(self, at: int) -> bool:
        """Whether a paper, an agency or an audience is named there as who was told."""
        reader, lexicon = self.reader, self.lexicon
        if reader.is_end(at):
            return False
        quoted = reader.key(at) in lexicon.addressing and reader.opens_quote(at + 1)
        borne = lexicon.bare(reader.tokens[at]) in lexicon.bearers and reader.is_document(at + 1)
        return quoted or borne or self._addressed(at) is not None
