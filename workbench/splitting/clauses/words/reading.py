"""Reads the words of a sentence, and which of them are verbs.

What `grammar` says of a word alone is weighed here with the words beside it.
That is enough to tell a clause from a phrase, which is all that is asked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from workbench.language.fold import fold_text
from workbench.language.tokens import Token
from workbench.splitting.clauses.words.awaited import acts_behind_aside
from workbench.splitting.clauses.words.duals import of_those_two, of_two
from workbench.splitting.clauses.words.forms import Lexeme, Verb
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.named import beside_others, is_titled
from workbench.splitting.clauses.words.nouns_apart import describes_counted, is_noun_there
from workbench.splitting.clauses.words.paired_verbs import acting_twice
from workbench.splitting.clauses.words.serial import serial_commas
from workbench.splitting.clauses.words.weighing import in_context
from workbench.splitting.clauses.words.words import Word

_DASHES = frozenset("-–—―")
_WAY = 2
"""Words from the noun of a way to the dash behind its first end."""
_PAUSE = re.compile(r"[،,;؛:()\[\]!?؟…]|[–—―]|(?<=\s)-+(?=\s)|(?<=\s)-+$|^-+(?=\s)|\.(?=\s|$)|\n")
"""Punctuation at which a clause may end; a hyphen inside a word is none."""
_INITIAL = ". "
_IN_FIGURES = frozenset(":.")
"""Stand between hours and minutes, in a score, or in a figure."""
_EN_DASH = "–"
"""Without blanks, it parts the two ends of a way or of a span."""
_DAY, _YEAR = 2, 4
"""Digits of a day of the month, at most, and of a year."""
_SHORTENED = 4
_INFINITIVE = 3
"""Words of an infinitive with its object and what describes that, at least."""
_WORD = 24
"""Letters back within which two words stand before a stretch."""


def read_words(text: str, tokens: Sequence[Token], rules: Grammar) -> list[Word]:
    """The words of a stretch of ``text`` with the verbs told by their neighbours."""
    words: list[Word] = []
    plain = _written(text, tokens, rules)
    end = tokens[0].span.start if tokens else 0
    aside, named = -1, False
    for index, (token, lexeme) in enumerate(zip(tokens, plain, strict=True)):
        gap, glued = text[end : token.span.start], 0
        if lexeme.glue:
            lexeme = _joined(token, lexeme, gap, words, rules)  # noqa: PLW2901
            glued = _glue_width(token.text, len(lexeme.glue)) if lexeme.glue else 0
        elif (
            lexeme.core.endswith(rules.data.joined_dual_verbs) and lexeme.verb == Verb.NO and words
        ):
            lexeme = of_those_two(words[-1], token, lexeme, rules)  # noqa: PLW2901
        pause = gap != " " and _PAUSE.search(gap) is not None
        if pause and words and _holds_together(words[-1], gap, token):
            pause = False
        pause = pause and not _ends_way(words, gap, token, rules)
        if pause and "(" in gap:
            named = not _QUOTES.isdisjoint(gap)
            aside = _short_aside(text, tokens, index, _NAME if named else _ASIDE)
        if pause and (index == aside or (aside > index and "(" in gap)):
            pause = gap.strip(_MONEY) not in _BRACKETS
        verb = in_context(lexeme, gap, pause, words, rules)
        verb = Verb.NO if named and index < aside else verb
        start, raw, core = token.span.start + glued, token.text, lexeme.core
        capital, number = raw[0].isupper(), core[:1].isdigit()
        word = Word(start, token.span.end, lexeme, core, gap, verb, raw, pause, capital, number)
        words.append(word)
        end = token.span.end
    _read_again(words, rules)
    for at in serial_commas(words, rules):
        words[at] = replace(words[at], pause=False)
    return words


def _read_again(words: list[Word], rules: Grammar) -> None:
    """Mend what the words behind a word show of it."""
    for at in range(1, len(words)):
        if _counted_act(words, at, rules):
            words[at] = replace(words[at], verb=words[at].lexeme.verb)
    for at in range(1, len(words) - 2) if rules.possessives else ():
        if _has_done(words, at, rules):
            words[at] = replace(words[at], verb=Verb.FINITE)
    _read_apart(words, rules)
    for at in range(2, len(words) - 1):
        if _counts_of(words, at, rules) or _is_ranked_by(words, at, rules):
            words[at] = replace(words[at], verb=Verb.NO)
            continue
        bare = words[at - 1].core in rules.after_noun and _is_inflected(words, at, rules)
        bare = bare or _is_told(words, at, rules)
        if bare or (words[at].comma and acts_behind_aside(words, at, rules)):
            words[at] = replace(words[at], verb=Verb.FINITE)


def _read_apart(words: list[Word], rules: Grammar) -> None:
    """Tell nouns from verbs by what stands beside them, be it some words away."""
    for at in range(1, len(words)):
        other = _only_seems(words, at, rules) or is_noun_there(words, at, rules)
        if other or (words[at].verb == Verb.PAST and describes_counted(words, at, rules)):
            words[at] = replace(words[at], verb=Verb.NO)
        for acting in acting_twice(words, at, rules):
            words[acting] = replace(words[acting], verb=Verb.FINITE)


def _only_seems(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether a verb only closes how sure a clause is: ليس إرهابيا *على ما يبدو*، وأفرج عنه."""
    closes = at + 1 == len(words) or words[at + 1].pause
    if words[at].verb == Verb.NO or not (rules.seeming and closes):
        return False
    near = " ".join(word.core for word in words[max(0, at - 2) : at + 1])
    return near.endswith(rules.seeming)


def _is_ranked_by(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether a participle only says among what a noun is first: "the world's oldest *known*
    wombat, …", "the deadliest *recorded* storm"."""
    word, best, behind = words[at], words[at - 1], words[at + 1]
    if word.verb != Verb.PAST or word.pause or word.core not in rules.describing:
        return False
    ranked = best.core in rules.superlatives and words[at - 2].core in rules.articles
    noun = behind.verb in {Verb.NO, Verb.WEAK} and behind.core not in rules.small_words
    return ranked and noun and not behind.pause and not behind.number


def _is_told(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether "who" or "which" is the subject of a form that may be a noun: "rebels, who *control*
    Goma", not "which *sources* say was hit", "of which *reports* are few"."""
    word, who, noun = words[at], words[at - 1], words[at - 2]
    if word.lexeme.verb != Verb.WEAK or word.pause or word.capital:
        return False
    opens = who.core in rules.relatives and who.core in rules.pronouns
    opens = opens and rules.data.subject_first
    opens = opens and (who.pause or noun.core not in rules.prepositions)
    return opens and words[at + 1].verb < Verb.PAST and not words[at + 1].pause


def _has_done(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether the mark of the genitive is a short form of "has", a participle and its object behind
    it: "snow*'s* closed the road", not "the firm's closed plant"."""
    word, verb, behind = words[at], words[at + 1], words[at + 2]
    if word.core not in rules.possessives or word.gap or word.verb != Verb.NO or verb.pause:
        return False
    object_ = behind.core in rules.definite_articles | rules.indefinite_articles | rules.owning
    done = verb.lexeme.verb in {Verb.PAST, Verb.FINITE} and rules.is_past(verb.core)
    return done and object_ and not behind.pause and not verb.capital


def _written(text: str, tokens: Sequence[Token], rules: Grammar) -> list[Lexeme]:
    """What each word is by its letters and the tokens beside it."""
    shouted = all(token.text.isupper() for token in tokens)
    titled = is_titled(tokens)
    found = list(map(rules.lexeme if shouted else rules.as_written, tokens))
    if tokens and _is_named_that(text, tokens[0], found[0], rules):
        found[0] = Lexeme("", tokens[0].folded, Verb.NO, "")
    if _describes_object(text, tokens, found, rules):
        found[1] = Lexeme("", tokens[1].folded, Verb.NO, "")
    for index, lexeme in enumerate(found):
        if lexeme.glue or lexeme.verb != Verb.NO:
            found[index] = beside_others(text, tokens, index, lexeme, rules, titled=titled)
    return found


def _describes_object(
    text: str, tokens: Sequence[Token], read: Sequence[Lexeme], rules: Grammar
) -> bool:
    """Whether a participle describes the object of an infinitive that opens what is said: promised
    to | help *injured* workers."""
    if len(tokens) < _INFINITIVE or read[1].verb != Verb.PAST or read[2].verb != Verb.NO:
        return False
    start = tokens[0].span.start
    led = fold_text(text[max(0, start - _WORD) : start]).split()[-1:]
    object_ = rules.language.is_plural(tokens[2].folded) and text[tokens[1].span.end :][:1] == " "
    return object_ and bool(led) and led[0] in rules.infinitives


def _joined(
    token: Token, lexeme: Lexeme, gap: str, before: Sequence[Word], rules: Grammar
) -> Lexeme:
    """A word with a conjunction written on to it, where the words before it say what it is."""
    if before and _is_whole(before[-1], gap, lexeme, rules):
        lexeme = Lexeme("", token.folded, Verb.NO, "")
    if lexeme.glue and lexeme.verb <= Verb.GERUND:
        return of_two(before, lexeme, gap, rules)
    return lexeme


def _is_named_that(text: str, token: Token, lexeme: Lexeme, rules: Grammar) -> bool:
    """Whether "that" stands before a past form, which is a noun there: إن *عقد* الصيانة."""
    prefixes = rules.data.subordinated_prefixes
    if lexeme.verb < Verb.WEAK or not prefixes or lexeme.core.startswith(prefixes):
        return False
    before = fold_text(text[max(0, token.span.start - _WORD) : token.span.start]).split()
    if len(before) < 2 or before[-1] not in rules.before_nouns or lexeme.glue:
        return False
    return before[-2] not in rules.sequels and rules.open(lexeme)


def _holds_together(last: Word, gap: str, token: Token) -> bool:
    """Whether a mark parts nothing: "J. Smith", "5:40", "Sh3.8 billion", "March 31, 2026", "the
    Lokoja–Okene highway"."""
    initial = gap == _INITIAL and _is_initial(last.raw)
    digits = token.text[0].isdigit() and last.raw[-1:].isdigit()
    letters = gap == "." and len(last.raw) == 1 and not digits  # "4 a.m."
    dated = digits and gap.strip() == "," and len(last.raw) <= _DAY and len(token.text) == _YEAR
    ends = gap == _EN_DASH and (digits or (last.capital and token.text[0].isupper()))
    # "from 6 *p.m. today*"
    shortened = gap == _INITIAL and last.gap == "." and token.text[:1].islower()
    parts_none = initial or dated or letters or ends or shortened
    return parts_none or (gap in _IN_FIGURES and digits)


def _ends_way(words: Sequence[Word], gap: str, token: Token, rules: Grammar) -> bool:
    """Whether a dash only parts the two ends of a way (طريق حلب – اللاذقية), or two adjectives of
    one noun (بعثة إماراتية – بريطانية), where the noun comes first."""
    if len(words) < _WAY or gap.strip() not in _DASHES or words[-1].pause:
        return False
    relational = next((one for one in rules.relational if token.text.endswith(one)), "\0")
    alike = words[-1].raw.endswith(relational) and words[-1].raw != token.text
    alike = alike and rules.has_article(words[-1].raw) == rules.has_article(token.text)
    return words[-_WAY].core in rules.ways or alike


def _is_whole(last: Word, gap: str, lexeme: Lexeme, rules: Grammar) -> bool:
    """Whether no conjunction is written on to a word: straight behind a preposition (على فيتنام),
    or behind a first name what only looks like a verb (ستيف ويتكوف) or begins as with the rarer
    conjunction (نادية فتاح)."""
    if gap != " ":
        return False
    surname = last.core in rules.given and lexeme.verb != Verb.NO
    rarer = lexeme.glue.startswith(rules.data.glued_conjunctions[1:] or "\0")
    surname = surname and (rarer or rules.only_looks(lexeme.core))
    return last.core in rules.governing or surname


def _is_inflected(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether a form in -s behind a noun and "that" is a verb by the object behind it: "a law that
    *bars* the firm", "a pipeline that *carries* oil"; behind a verb, or a noun of what is said,
    "that" opens a clause with a subject."""
    word, behind, noun = words[at], words[at + 1], words[at - 2]
    ended = word.core.endswith(rules.data.inflected_endings or ("\0",))
    may_act = word.lexeme.verb in {Verb.WEAK, Verb.FINITE} and ended and not word.pause
    if not may_act or noun.verb >= Verb.PAST:
        return False
    if word.lexeme.verb == Verb.FINITE:
        return True  # "that" stands before no noun in the plural.
    sure = behind.number or behind.core in rules.articles or behind.capital
    single = rules.language.singular(noun.core)
    plain = behind.verb == Verb.NO and not rules.prepositional(behind)
    plain = plain and rules.language.singular(word.core) == rules.base(word.core)
    said = {noun.core, single} & rules.said_nouns
    return not behind.pause and (sure or (plain and not said and noun.core == single))


def _counted_act(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether those whom a number word counts stand before what they did or what befell them, as
    they may in digits: "and four *wounded*", "two *died* in hospital", not "four *wounded* men"."""
    word = words[at]
    told = word.lexeme.verb in {Verb.PAST, Verb.FINITE} and word.verb == Verb.NO and not word.pause
    if not told or words[at - 1].core not in rules.numerals:
        return False
    behind = words[at + 1] if at + 1 < len(words) else None
    return (
        behind is None
        or behind.pause
        or behind.core in rules.small_words | rules.tolls
        or rules.is_adverb(behind.core)
    )


def _counts_of(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether a form in -s that "of" follows is a noun in a list: "£650 and *costs of* £1,100",
    not "and warns of delays"."""
    word, behind = words[at], words[at + 1]
    owned = word.verb == Verb.WEAK and any(
        one.pause and one.core in rules.partner_joints for one in words[max(0, at - _OWNED) : at]
    )
    if owned and behind.core in rules.parting and at + 2 < len(words) and words[at + 2].number:
        return True  # "…, with a street *value of* 180 million"
    listed = words[at - 1].core in rules.conjunctions and behind.core in rules.parting
    ended = word.core.endswith(rules.data.inflected_endings or ("\0",)) and not behind.pause
    return listed and ended and rules.base(word.core) not in rules.with_of


def _is_initial(raw: str) -> bool:
    """Whether a word is the first letter of a name or a short form: "J. Smith", "Sept. 28"."""
    short = len(raw) == 1 or (raw[0].isupper() and len(raw) <= _SHORTENED)
    return short and raw.isalpha() and not raw.islower()


_OWNED = 3
"""Words before a noun among which "with" stands that governs it."""
_BRACKETS = frozenset("()")
_QUOTES = frozenset('"“”«»„')
_MONEY = ' $£€¥₹"“”«»„'
"""Blanks, and signs that may stand behind a bracket: "71 trillion rupiah ($4.3bn)", ("…")."""
_ASIDE, _NAME = 3, 6


def _short_aside(text: str, tokens: Sequence[Token], index: int, longest: int) -> int:
    """Behind which word a bracket of a few words closes ("(HDP)"), which parts no clause."""
    for last in range(index, min(index + longest, len(tokens) - 1)):
        if ")" in text[tokens[last].span.end : tokens[last + 1].span.start]:
            return last + 1
    return -1


def _glue_width(raw: str, letters: int) -> int:
    """Characters of the particles written on to a word, with the marks that stand on them."""
    width = 0
    while width < len(raw) - 1 and letters:
        letters -= len(fold_text(raw[width]))
        width += 1
    while width < len(raw) - 1 and not fold_text(raw[width]):
        width += 1
    return width
