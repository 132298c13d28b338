"""Names of persons and organisations that no lexicon knows, by how they are written.

Where there are capitals, a run of capitalised words is a name. Arabic has none: there a given
name, or a title, opens a person's name, and nouns such as منظمة an organisation's.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.facets.actors.institutions import Found
from workbench.facets.cues import pauses
from workbench.facets.quantities.units import unit_lexicon
from workbench.facets.reading import Reading
from workbench.language.fold import fold_text
from workbench.language.ideas import ideas
from workbench.language.packs import LanguagePack
from workbench.language.schema import Actors
from workbench.language.spans import Span

_LONGEST = 6


class _Patterns:
    """What the section ``[actors]`` says of names, folded."""

    def __init__(self, pack: LanguagePack) -> None:
        data = pack.section(Actors)
        self.titles = frozenset(fold_text(title) for title in data.titles)
        self.given = frozenset(map(fold_text, data.given_names))
        self.not_given = frozenset(data.not_given)
        self.particles = frozenset(map(fold_text, data.particles))
        self.nouns = frozenset(map(fold_text, data.organisation_nouns))
        self.not_in_names = frozenset(map(fold_text, data.not_in_names))
        self._describing = {
            fold_text(ending): tuple(map(fold_text, endings))
            for ending, endings in data.describing.items()
        }
        self.article = pack.language.article
        self.dotted = tuple(data.dotted) or ("\0",)
        self.bodies = frozenset(map(fold_text, data.bodies))
        self.governed = tuple(map(fold_text, data.governed_articles)) or ("\0",)
        self.purpose = tuple(pack.language.assimilated) or ("\0",)
        self.joining = data.joining_prefix
        self.adjectives = frozenset(map(fold_text, data.adjectives))
        self.adjective_endings = tuple(map(fold_text, data.adjective_endings)) or ("\0",)
        self.not_surname_starts = tuple(map(fold_text, data.not_surname_starts))
        self.not_surname_endings = tuple(map(fold_text, data.not_surname_endings))
        self.no_adjectives = frozenset(map(fold_text, data.no_adjectives))
        self.cased = not self.article

    def agrees(self, noun: str, word: str) -> bool:
        """Whether a definite word can describe the definite one before it, by its ending."""
        ends = next((ends for end, ends in self._describing.items() if noun.endswith(end)), None)
        return ends is None or word.endswith(ends)

    def is_adjective(self, word: str) -> bool:
        """Whether a definite word says of what kind the one before it is: المركزي, الأعلى."""
        bare = word.removeprefix(self.article)
        if bare in self.no_adjectives:
            return False
        return bare in self.adjectives or word.endswith(self.adjective_endings)


def names_in(reading: Reading) -> Iterator[Found]:
    """The names of a text that follow a pattern, each as first and end token, span, name, kind."""
    patterns = reading.pack.derived(_Patterns)
    if not patterns.cased:
        yield from _by_nouns(reading, patterns)
    elif not reading.text.isupper():
        yield from _by_capitals(reading, patterns)


def _found(
    reading: Reading, first: int, end: int, kind: str, start: int | None = None, *, name: str = ""
) -> Found:
    begin = reading.tokens[first].span.start if start is None else start
    span = Span(begin, reading.tokens[end - 1].span.end)
    return first, end, span, name or fold_text(span.of(reading.text)), kind


# Capitals


def _by_capitals(reading: Reading, patterns: _Patterns) -> Iterator[Found]:
    behind = 0
    for at in range(len(reading.tokens)):
        if at < behind or not (reading.capital(at) or reading.word(at) in patterns.particles):
            continue
        end = behind = _run_end(reading, patterns, at)
        if end > at:
            found = _of_run(reading, patterns, at, end)
            if found is not None:
                yield found


def _run_end(reading: Reading, patterns: _Patterns, at: int) -> int:
    """The end of the run of capitalised words that begins at a token, or the token itself."""
    end = at
    while end < len(reading.tokens) and end - at < _LONGEST:
        joined = end == at or reading.joined(end)
        if end in reading.in_actor or not joined or not _may_be_name(reading, patterns, end):
            break
        end += 1
    while end > at and not reading.capital(end - 1):
        end -= 1
    return end


def _may_be_name(reading: Reading, patterns: _Patterns, at: int) -> bool:
    word = reading.word(at)
    if not reading.capital(at):
        return word in patterns.particles
    return not (word in reading.pack.language.stop_words or word in patterns.not_in_names)


def _of_run(reading: Reading, patterns: _Patterns, first: int, end: int) -> Found | None:
    words = [reading.word(at) for at in range(first, end)]
    while words and (width := _title_width(words, patterns)):
        words, first = words[width:], first + width
    if words and _opens_sentence(reading, first) and _is_everyday(reading, first):
        words, first = words[1:], first + 1
    if not words or all(at in reading.in_hit for at in range(first, end)):
        return None
    if len(words) == 1:
        return _single(reading, patterns, first)
    if words[-1] in patterns.nouns or words[0] in patterns.nouns:
        return _found(reading, first, end, "organisation")
    if end - 1 in reading.in_hit:
        return None
    everyday = any(ideas(word, reading.pack) for word in words)
    shouted = all(reading.raw(at).isupper() for at in range(first, end))
    return _found(reading, first, end, "organisation" if everyday or shouted else "person")


def _title_width(words: list[str], patterns: _Patterns) -> int:
    for width in (3, 2, 1):
        if " ".join(words[:width]) in patterns.titles:
            return min(width, len(words))
    return 0


def _single(reading: Reading, patterns: _Patterns, at: int) -> Found | None:
    """One capitalised word: an acronym, or a surname that acts or bears a title."""
    raw, word = reading.raw(at), reading.word(at)
    if at in reading.in_hit or _is_everyday(reading, at):
        return None
    if raw.isupper() and 1 < len(raw.replace(".", "")) < 7:
        return _found(reading, at, at + 1, "organisation")
    titled = reading.word(at - 1) in patterns.titles and not pauses(reading, at)
    after = reading.verb(at + 1)
    acts = after is not None and after.tense == "past" and not pauses(reading, at + 1)
    if len(word) > 2 and (titled or acts or reading.is_possessive(at + 1)):
        return _found(reading, at, at + 1, "person")
    return None


def _opens_sentence(reading: Reading, at: int) -> bool:
    return at == 0 or pauses(reading, at)


def _is_everyday(reading: Reading, at: int) -> bool:
    word = reading.word(at)
    counted = unit_lexicon(reading.pack).units.begins(word)  # "Fans criticised the club"
    everyday = counted or bool(ideas(word, reading.pack)) or reading.verb(at) is not None
    return everyday or word.endswith(reading.pack.language.adverb_endings) or at in reading.in_hit


# No capitals


def _by_nouns(reading: Reading, patterns: _Patterns) -> Iterator[Found]:
    words = reading.places.keys()
    begins = {*reading.where(words & patterns.given), *reading.where(words & patterns.nouns)}
    begins.update(at + 1 for at in reading.where(words & patterns.titles))
    behind = 0
    for at in sorted(begins):
        found = None
        if behind <= at < len(reading.tokens) and at not in reading.in_hit:
            found = _person(reading, patterns, at) or _organisation(reading, patterns, at)
        if found is not None:
            yield found
            behind = found[1]


def _person(reading: Reading, patterns: _Patterns, at: int) -> Found | None:
    """A given name and what follows it, or an unknown word behind a title."""
    given = next((rest for rest in reading.clitics(at)[:3] if rest in patterns.given), "")
    titled = at > 0 and reading.word(at - 1) in patterns.titles and reading.joined(at)
    if not (given or titled):
        return None
    article = reading.pack.language.article
    bare = not reading.word(at).startswith(article)
    if given and any(
        each.startswith(article) and each in patterns.titles for each in reading.clitics(at)
    ):
        return None  # of "the emir Mohammed" (الأمير محمد) no name is Amir
    if reading.raw(at) in patterns.not_given and (
        reading.word(at + 1).startswith(article) or reading.once(_is_dotted)
    ):
        return None  # "at least" (على الأقل) is no Ali, nor is على where Ali is written علي
    if not given and not (titled and bare and _is_foreign(reading, patterns, at)):
        return None
    end = at + 1
    while end - at < _LONGEST and reading.joined(end) and _goes_on(reading, patterns, end):
        end += 1
    if end == at + 1 and not titled:
        return None
    token = reading.tokens[at]
    start = token.start_after(len(token.folded) - len(given) if given else 0)
    return _found(reading, at, end, "person", start)


def _goes_on(reading: Reading, patterns: _Patterns, at: int) -> bool:
    """Whether a word goes on with a person's name."""
    word = reading.word(at)
    if reading.raw(at) in patterns.not_given and reading.once(_is_dotted):
        return False
    if word in patterns.given or word in patterns.particles:
        return True
    if reading.word(at - 1) in patterns.particles and len(word) > 2:
        return True
    hit = reading.hit_at.get(at)
    if hit is not None:
        nisba = any(entry.kind == "demonym" for entry in hit.entries) and not hit.clitic
        return nisba and reading.word(at - 1) in patterns.given
    if not _is_foreign(reading, patterns, at):
        return False
    article = reading.pack.language.article
    named = reading.word(at - 1) in patterns.given and reading.word(at - 2) in patterns.given
    return (word.startswith(article) and len(word) > 4) or (
        named and not word.startswith(patterns.not_surname_starts)
    )


def _is_foreign(reading: Reading, patterns: _Patterns, at: int) -> bool:
    """Whether a word has no everyday use that the pack knows."""
    word = reading.word(at)
    if at in reading.in_hit or word in reading.pack.language.stop_words or not word.isalpha():
        return False
    ended = word.endswith(patterns.not_surname_endings)
    if ended or ideas(word, reading.pack) or len(word) < 3:
        return False
    return reading.verb(at) is None


def _organisation(reading: Reading, patterns: _Patterns, at: int) -> Found | None:
    """A noun such as منظمة and the definite words behind it."""
    noun = next((rest for rest in reading.clitics(at) if rest in patterns.nouns), "")
    if not noun:
        return None
    article = reading.pack.language.article
    end = at + 1
    while end - at < _LONGEST and reading.joined(end):
        word = reading.word(end)
        nisba = end in reading.hit_at and word.startswith(article)
        small = word in reading.pack.language.stop_words
        if word in patterns.not_in_names:
            break
        if not nisba and (small or not reading.is_definite(end) or end in reading.in_hit):
            break
        if reading.is_definite(at) and not _describes(reading, patterns, at, end):
            break  # "The company | the contract": the object of a verb before both.
        end += 1
    if end == at + 1:
        return None
    token = reading.tokens[at]
    bare = token.start_after(len(token.folded) - len(noun))
    name = fold_text(reading.text[bare : reading.tokens[end - 1].span.end])
    definite = token.start_after(len(token.folded) - len(noun) - len(article))
    articled = token.folded[: len(token.folded) - len(noun)].endswith(article)
    return _found(reading, at, end, "organisation", definite if articled else bare, name=name)


def _describes(reading: Reading, patterns: _Patterns, first: int, at: int) -> bool:
    """Whether a definite word can describe the definite noun that opens a name."""
    word, noun = reading.word(at), reading.word(at - 1)
    body = word in patterns.bodies or word.removeprefix(patterns.article) in patterns.nouns
    if body or word.startswith(patterns.governed):
        return False  # "accused the army *of looting*", "sued the company *the ministry*"
    if word.startswith(patterns.purpose):
        return at > first + 1  # "the European bank *for development*", "sold the bank | to farmers"
    joined = word.removeprefix(patterns.joining)
    if joined != word and noun.startswith(patterns.purpose):
        return True  # "for reconstruction *and development*"
    return patterns.is_adjective(joined) and patterns.agrees(noun, joined)


def _is_dotted(reading: Reading) -> bool:
    """Whether a text keeps the last letters apart that careless typing makes one (ي and ى)."""
    dotted = reading.pack.derived(_Patterns).dotted
    return any(token.text.endswith(dotted) for token in reading.tokens)
