"""What attribution asks of words: whether one is a verb of speech, an adverb, a title."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from workbench.language.fold import fold_word
from workbench.language.packs import LanguagePack, load
from workbench.language.schema import Actors, LexiconData, Times
from workbench.language.schema.speech import Speech
from workbench.language.schema.speech_verbs import VerbGroup
from workbench.language.stems import without_article
from workbench.language.world import world
from workbench.splitting.attribution.words.speech_tables import KnownNames, SpeechTables, folded
from workbench.splitting.attribution.words.tokens import Token
from workbench.splitting.attribution.words.verb_forms import VerbForm
from workbench.splitting.clauses.words.grammar import grammar

_SHORTEST = 2
"""Letters up to which a word has no conjunction written on to it."""
_CODE = 2
"""Letters of a country's code."""


def without_acronyms(tokens: Sequence[Token], lexicon: Lexicon) -> list[Token]:
    """The tokens with acronyms that look like small words (WHO, US) kept from being taken so."""
    if not any(token.raw.islower() for token in tokens):
        return list(tokens)
    small = lexicon.small_words
    return [
        replace(token, key=token.key + ".")
        if len(token.raw) > 1 and token.key in small and token.raw.isupper()
        else token
        for token in tokens
    ]


def as_spelled(tokens: Sequence[Token], lexicon: Lexicon) -> list[Token]:
    """The tokens with those read as another word that only their spelling keeps apart from one:
    *إمام* المسجد is an office, أمام المسجد a place."""
    words = lexicon.speech.read_as
    if not words:
        return list(tokens)
    return [
        replace(token, key=fold_word(words[token.raw])) if token.raw in words else token
        for token in tokens
    ]


def with_whole_media(tokens: Sequence[Token], lexicon: Lexicon) -> list[Token]:
    """The tokens with the name of an outlet that has small words in it (سي *إن إن*) made one."""
    phrases, found = lexicon.media_phrases, list[Token]()
    for at, token in enumerate(tokens):
        if found and token.start < found[-1].end:
            continue
        phrase = phrases.at(tokens, at, token.key) if not token.sign else None
        led = token.key[:1] if phrase is None and token.key[:1] in lexicon.addressing else ""
        phrase = phrases.at(tokens, at, token.key[1:]) if led else phrase  # لبي بي سي
        if phrase is None:
            found.append(token)
            continue
        last = tokens[at + len(phrase.words) - 1]
        name = led + " ".join(phrase.words)
        found.append(replace(token, end=last.end, raw=name, key=name))
    return found


class Lexicon(SpeechTables):
    """What a single word of a language may be around a verb of speech."""

    def without_article(self, key: str) -> str:
        """A folded word without the definite article written on to it."""
        return without_article(key, self.definite_letters)

    def folded_through(self, group: VerbGroup) -> frozenset[str]:
        """What may stand between a verb of the group and what is said."""
        return folded(group.through)

    def folded_as(self, group: VerbGroup) -> frozenset[str]:
        """What must stand behind an object that is passed on."""
        return folded(group.as_)

    def folded_speakers(self, group: VerbGroup) -> frozenset[str]:
        """Who alone can be the subject of a verb of the group."""
        return folded(group.by)

    def folded_relays(self, group: VerbGroup) -> frozenset[str]:
        """After what the source stands whose words are passed on."""
        return folded(group.relays)

    def folded_sources(self, group: VerbGroup) -> frozenset[str]:
        """After what the source stands that says something."""
        return folded(group.sources)

    def bare(self, token: Token) -> str:
        """The key without a conjunction written on to it, where there is one."""
        key = token.key
        if key[0] not in self._joining or len(key) <= _SHORTEST or token.sign:
            return key
        lookalikes = self.lookalikes.get(key[:2])
        return key if lookalikes and f"{key} ".startswith(lookalikes) else key[1:]

    def may_frame(self, token: Token) -> bool:
        """Whether a word may begin a phrase of source or be a verb of speech; most are neither."""
        key = token.key
        return not token.sign and (key in self.frame_words or key[1:] in self.frame_words)

    def is_joined(self, token: Token) -> bool:
        """Whether a conjunction is written on to a word (وهو)."""
        return self.bare(token) != token.key

    def is_joined_document(self, token: Token) -> bool:
        """Whether a document stands behind a preposition written on to it (ببيان)."""
        key = token.key
        attached = key[0] in self.speech.attached
        return attached and self.without_article(key[1:]) in self.bare_documents

    def is_joined_pronoun(self, token: Token) -> bool:
        """Whether a word begins to tell who somebody is: *وهو* معلم متقاعد."""
        return token.key in self.pronouns and self.is_joined(token)

    def verb(self, token: Token) -> tuple[VerbForm, ...]:
        """The forms of verbs of speech that a word may be."""
        key = token.key
        found = self.verbs.get(key, ())
        if key[0] in self._joining or key[0] in self._resuming:
            found += self.verbs.get(key[1:], ())
        if not found or self.bare(token) in self.not_speech:
            return ()
        if token.raw.endswith(self._noun_endings):
            # Folding makes one of "a campaign" (حملة) and "blamed him" (حمّله).
            return tuple(form for form in found if form.participle)
        return found

    def is_adverb(self, token: Token) -> bool:
        """Whether a word only says in what manner."""
        if token.key in self.adverbs:
            return True
        grammar = self.grammar
        return grammar is not None and token.raw.islower() and grammar.ends_as_adverb(token.key)

    def is_adjunct(self, token: Token) -> bool:
        """Whether a word is a preposition of circumstance, and no name that folds like it (علي)."""
        key = self.bare(token)
        return key in self.adjuncts and not token.raw.endswith(self._namesakes)

    def is_namesake(self, token: Token) -> bool:
        """Whether a word only folds like a preposition (the name علي, the preposition على)."""
        return token.key in self.adjuncts and not self.is_adjunct(token)

    def is_naming(self, token: Token) -> bool:
        """Whether the name of somebody follows who was described before (يدعى, and no يدعي)."""
        return token.raw in self.speech.naming

    def uncontracted(self, key: str, attached: int) -> str:
        """A folded word without the preposition written on to it (للوزارة → الوزارة)."""
        for prefix, stands_for in self.speech.contractions.items():
            if key.startswith(prefix):
                return stands_for + key[len(prefix) :]
        return key[attached:]

    def is_event(self, token: Token) -> bool:
        """Whether a word is a finite verb by the grammar of its language."""
        if token.sign or self.grammar is None:
            return False
        noun = self.grammar.has_article(token.raw) or token.raw.endswith(self._noun_endings)
        return self.is_finite(token) or (not noun and self.grammar.known_verb(token.key))

    def is_finite(self, token: Token) -> bool:
        """Whether a word shows that the stretch around it is a clause."""
        if token.sign or token.is_capital:
            return False
        key = self.bare(token)
        if key in self.finite:
            return True
        forms = self.verbs.get(key, ())
        # Strict words in their first form are as often nouns ("report", "claims", عبر).
        if any(not form.participle and (form.part or not form.group.strict) for form in forms):
            return True
        if self.finite_pattern is None or key in self.not_finite:
            return False
        noun = token.raw.endswith(self._noun_endings)  # سيارة
        return not noun and bool(self.finite_pattern.fullmatch(key))

    def is_action(self, token: Token) -> bool:
        """Whether a word as it is written is mostly the noun of an action."""
        starts = self.speech.not_verbal_noun_starts
        listed = token.key in self.nouns  # أهمية
        plain = listed or not token.raw.startswith(starts or "\0")
        return plain and self.is_verbal_noun(token.key)

    def is_definite_action(self, token: Token) -> bool:
        """Likewise with the article written on to it (الإطاحة)."""
        if self.grammar is None or not self.is_definite(token.key):
            return False
        bare = self.without_article(token.key)
        return bare not in self.not_actions and self.grammar.is_event(bare)

    def unowned(self, base: str) -> str:
        """A folded noun that stood before a possessive as it is written by itself."""
        for owned, own in self._owned_endings:
            if base.endswith(owned):
                return base[: -len(owned)] + own
        return base

    def is_verbal_noun(self, key: str) -> bool:
        """Whether a folded word is mostly the noun of an action."""
        if key in self.nouns:
            return True
        if key in self.not_nouns or self.noun_pattern is None or self.is_definite(key):
            return False
        if key in self.organisations or key in self.persons:
            return False
        return bool(self.noun_pattern.fullmatch(key))

    def is_object_head(self, key: str) -> bool:
        """Whether a folded word begins a noun phrase that is said."""
        pattern = self._object_pattern
        return key in self.object_heads or (pattern is not None and bool(pattern.fullmatch(key)))

    def is_definite(self, key: str) -> bool:
        """Whether a folded word carries a definite article or is one."""
        return key in self.definite or key.startswith(self.definite_letters or ("\0",))

    def is_title(self, key: str) -> bool:
        """Whether a folded word is a title that may stand before a name."""
        return key in self.persons or key in self.honorifics


def lexicon(code: str) -> Lexicon:
    """The words of speech of a language on file."""
    return load(code).derived(_lexicon)


def _lexicon(pack: LanguagePack) -> Lexicon:
    given = folded(pack.section(Actors).given_names)
    demonyms = pack.section(LexiconData).demonyms.values()
    nationalities = folded(word for words in demonyms for word in words if " " not in word)
    speech = pack.section(Speech)
    places = frozenset[str]()
    if not speech.verb_first:
        forms = pack.section(LexiconData).places.values()
        places = folded(name for names in forms for name in names)
    times = pack.section(Times)
    months = folded(name for name in times.months if " " not in name)
    parts = folded(times.parts)
    leaders = _leaders(pack)
    countries = _countries(pack)
    acting = countries | _acting(pack)
    known = KnownNames(countries, acting, given, nationalities, places, months, parts, leaders)
    return Lexicon(speech, grammar(pack.code), known)


def _leaders(pack: LanguagePack) -> frozenset[str]:
    """The persons and bodies whom the lexicon knows, by their names in a language."""
    actors, speak = world().actors, {"person", "organisation"}
    forms = pack.section(LexiconData).actors.items()
    return folded(
        form for name, names in forms if actors.get(name, ("",))[0] in speak for form in names
    )


def _acting(pack: LanguagePack) -> frozenset[str]:
    """The capitals and the bodies of a language by names of one word."""
    known, lexicon = world(), pack.section(LexiconData)
    bodies = (name for name, actor in known.actors.items() if actor[0] in ("organisation", "group"))
    forms = [lexicon.places.get(capital, ()) for capital in known.capitals]
    forms += [lexicon.actors.get(body, ()) for body in bodies]
    return folded(name for names in forms for name in names if " " not in name)


def _countries(pack: LanguagePack) -> frozenset[str]:
    """The countries of a language by names of one word."""
    places = pack.section(LexiconData).places.items()
    names = (
        name for code, names in places if len(code) == _CODE and code.isupper() for name in names
    )
    return folded(name for name in names if " " not in name)
