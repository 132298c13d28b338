"""Words for two, where nouns and verbs have a form for it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from workbench.language.tokens import Token
from workbench.splitting.clauses.clause import Range
from workbench.splitting.clauses.words.forms import Lexeme, Verb
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import Word

_BACK = 30
"""Words back within which the two stand of whom a joined verb tells."""


def is_two(word: Word, rules: Grammar) -> bool:
    """Whether a word may name two things: البلدين, ناقلتان, but البرلمان."""
    one = rules.without_article(word.core)
    if one in rules.bodies_and_persons or one in rules.known_nouns:
        return False
    return word.core.endswith(rules.data.dual_endings or "\0") and word.verb == Verb.NO


def names_two(word: Word, rules: Grammar) -> bool:
    """Whether a word names two that are known: البلدين."""
    return is_two(word, rules) and rules.definite(word.core)


def two_act(words: Sequence[Word], did: str, rules: Grammar) -> bool:
    """Whether two stand behind a verb in the form of those who act, and are persons (هاجم *مسلحان*)
    where what they ``did`` may be a noun as well: وحكما, but وهربا."""
    endings = rules.data.acting_duals or "\0"
    named = [at for at, word in enumerate(words) if at and word.core.endswith(endings)]
    behind = [words[at] for at in named if words[at - 1].verb >= Verb.WEAK]
    only = not rules.is_event(did) and rules.is_past(did)
    return any(only or _are_persons(two, rules) for two in behind if not two.pause)


def _are_persons(two: Word, rules: Grammar) -> bool:
    ending = next(end for end in rules.data.acting_duals if two.core.endswith(end))
    one = rules.without_article(two.core).removesuffix(ending)
    women = (one.removesuffix(end) for end in rules.feminine_verbs)  # وزيرتان
    several = (one + end for end in rules.data.plural_endings)  # مسلحون
    return not rules.persons.isdisjoint((one, *women, *several))


def of_two(words: Sequence[Word], lexeme: Lexeme, gap: str, rules: Grammar) -> Lexeme:
    """A joined word that goes on with what two did of whom the words before tell: والتقى *الوزيران*
    في عمان *واتفقا* على لجنة."""
    endings = rules.data.joined_dual_verbs
    ending = next((one for one in endings if lexeme.core.endswith(one)), "")
    if not ending:
        return lexeme
    did, near = lexeme.core.removesuffix(ending), words[-_BACK:]
    least = Verb.FINITE if gap == " " else Verb.WEAK  # …، ووقعا; but اتفاقا وحكما
    known = lexeme.verb == Verb.NO and rules.as_listed(did) >= least
    acts = known and any(names_two(word, rules) for word in near)
    if not acts:
        ends = (ending, *rules.data.accusative_endings)
        listed = not words or words[-1].raw.endswith(ends)  # قرارا وحكما, but عناصرها وفرا
        listed = listed and not (words and rules.owned(words[-1].core))
        acts = not listed and rules.is_past(did) and two_act(near, did, rules)
    return replace(lexeme, verb=Verb.FINITE) if acts else lexeme


def of_those_two(last: Word, token: Token, lexeme: Lexeme, rules: Grammar) -> Lexeme:
    """A word straight behind two that says what they did: أن *جنديين قتلا*."""
    endings, duals = rules.data.joined_dual_verbs, rules.data.dual_endings
    ending = next((one for one in endings if lexeme.core.endswith(one)), "")
    beside = token.span.start == last.end + 1 and not token.text.endswith(rules.data.noun_endings)
    if not ending or not beside or not last.core.endswith(duals):
        return lexeme
    one = last.core.removesuffix(next(dual for dual in duals if last.core.endswith(dual)))
    # كيلومترين *شرقا*, but طفلين *غرقا*
    articles = ("", *rules.written_articles)
    person = any(one.removeprefix(article) in rules.persons for article in articles)
    least = Verb.WEAK if person else Verb.FINITE
    acts = rules.as_listed(lexeme.core.removesuffix(ending)) >= least
    named = last.verb in {Verb.NO, Verb.GERUND}  # هجومين *منفصلين* استهدفا
    two = named and last.core not in rules.numerals
    return replace(lexeme, verb=Verb.FINITE) if acts and two else lexeme


def acts_for_two(word: Word, rules: Grammar) -> bool:
    """Whether a form tells of two (تقومان, قاما)."""
    present = word.core.startswith(rules.data.subordinated_prefixes or "\0")
    dual = present and word.core.endswith(rules.data.dual_verbs or "\0")
    ending = next((one for one in rules.data.joined_dual_verbs if word.core.endswith(one)), "")
    dual = dual or (bool(ending) and rules.is_past(word.core.removesuffix(ending)))
    return word.verb == Verb.FINITE and dual


def did_both(word: Word, rules: Grammar) -> bool:
    """Whether a past form names by itself the two who acted (قتلا), so that no noun behind it is
    its subject."""
    return acts_for_two(word, rules) and rules.base(word.core) != word.core


def two_acting(words: Sequence[Word], clause: range, rules: Grammar) -> list[Range]:
    """The two who stand behind the verb of a clause as those who act, with what describes them
    (مسلحان *ملثمان*), or nothing."""
    endings = rules.data.acting_duals or "\0"
    for k in clause[1:]:
        if words[k].core.endswith(endings) and words[k - 1].verb >= Verb.WEAK:
            alike = (at for at in range(k + 1, clause.stop) if not is_two(words[at], rules))
            return [(k, next(alike, clause.stop))]
    return []


def acts_one_of_two(words: Sequence[Word], verb: int, stop: int, rules: Grammar) -> bool:
    """Whether one of two is the subject behind a verb: يتحدث *أحدهما*."""
    ends = rules.data.dual_pronoun_endings or "\0"
    behind = words[verb + 1] if verb + 1 < stop else None
    return behind is not None and behind.core.endswith(ends) and behind.verb == Verb.NO


def two_before(words: Sequence[Word], end: int, floor: int, rules: Grammar) -> list[Range]:
    """The last two that are named before a word, without what describes them (*نقشين* صفويين), or
    nothing."""
    near = (k for k in range(end - 1, floor, -1) if is_two(words[k], rules))
    at = next((k for k in near if not rules.is_place(words[k].core)), -1)
    if at < 0:
        return []
    at -= at - 1 > floor and is_two(words[at - 1], rules)
    return [(at, at + 1)]


def two_told(
    words: Sequence[Word],
    opened: Sequence[Word],
    shared: Sequence[Range],
    before: range,
    rules: Grammar,
) -> list[Range] | None:
    """The two ``before`` that "that they" (وأنهما) stands for where it opens a clause and the
    subject shared with it is but one: حجم التبادل بين *البلدين*."""
    dual = rules.data.dual_pronoun_endings or "\0"
    if not before or not any(word.core.endswith(dual) for word in opened):
        return None
    endings = rules.data.dual_endings or "\0"
    if shared and words[shared[0][0]].core.endswith(endings):
        return None
    two = (k for k in before if names_two(words[k], rules))
    return [(k, k + 1) for k in two][:1]
