"""Whether a stretch states anything at all: more than a name, an announcement or a question."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.article import Article
from workbench.splitting.clauses.joining.verbless import may_say_what_is, says_what_is
from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import Word
from workbench.splitting.types import Content, SpeechKind

_QUESTION = "?؟"
_COMMAS = frozenset(",،")
_STOPS = frozenset(".!")
_CLOSERS = "\"'”’»)] \n"
_SHORTEST, _SHORTEST_VERBLESS = 3, 5
"""Words that a statement of the outlet has at least, with a verb and without."""


def states(words: Sequence[Word], content: Content, article: Article, rules: Grammar) -> bool:
    """Whether a stretch may be a claim at all: more than a name."""
    if not words or _only_asks(words[0], rules) or _only_announces(words, content, article, rules):
        return False
    about = content.about
    told_of = about is not None and about.end <= words[0].start
    behind = article.text[words[-1].end : words[-1].end + 1]
    # *الأسعار مستقرة*، وقال الوزير إن …
    whole = behind in _COMMAS and says_what_is(words, 0, len(words), rules)
    if told_of or whole or content.attribution.kind is not SpeechKind.OUTLET:
        return True
    least = Verb.PAST if rules.data.subject_first else Verb.GERUND
    if any(word.verb >= least for word in words):
        return len(words) >= _SHORTEST or _tells_deed(words, behind, rules)
    if words[0].verb == Verb.GERUND and rules.data.subject_first:
        return False  # "Speaking to reporters, …", cut off from what he said
    if behind in _STOPS and may_say_what_is(words, rules):
        return True
    opens = not rules.data.subject_first and rules.is_event(words[0].core)  # موت الرئيس في الحلقة
    return len(words) >= _SHORTEST_VERBLESS - opens and _tells_more(words, behind, rules)


def _tells_deed(words: Sequence[Word], behind: str, rules: Grammar) -> bool:
    """Whether two words tell what something definite or somebody did: انهار الجسر, أصيب ثلاثة;
    where the subject comes first, before a comma ("*Turkey protested*, saying …")."""
    first, last = words[0], words[-1]
    if rules.data.subject_first and len(words) > 1 and behind in _COMMAS:
        past = rules.is_past(last.core) and last.verb in {Verb.PAST, Verb.FINITE}
        plain = first.verb == Verb.NO and not first.number and first.core not in rules.articles
        return past and plain and not last.pause and last.core not in rules.auxiliaries
    acts = first.verb == Verb.FINITE and not rules.data.subject_first
    somebody = last.core in rules.persons | rules.bare_counts or last.core.endswith(
        rules.data.acting_duals or "\0"
    )
    told = rules.definite(last.core) or somebody
    return acts and len(words) == 2 and told and not last.pause


def _only_asks(word: Word, rules: Grammar) -> bool:
    """Whether a participle leads to what is asked and not said: …، *سائلا* عن دور الوزارة."""
    kept = (marker.kind == "keep" for _, marker in rules.markers.get(word.core, ()))
    return word.verb == Verb.GERUND and any(kept) and not rules.data.subject_first


def _tells_more(words: Sequence[Word], behind: str, rules: Grammar) -> bool:
    """Whether words without a verb are more than nouns in a row, the menu of a page: a
    headline says where, of what or how many."""
    event = rules.is_event(words[0].core)  # لقاء is a preposition as well
    opens = rules.prepositional(words[0]) and not event
    hangs = opens and behind in _COMMAS  # وفي رده على الانتقادات، | أكد المدير …
    related = any(map(rules.prepositional, words)) and not opens
    judged = not rules.data.subject_first and any(
        word.core in rules.complementisers for word in words[1:]
    )  # ليس صحيحا *أن* الحكومة رفعت الأسعار
    return (related or judged) or any(
        word.number or word.pause or (rules.is_event(word.core) and not hangs) for word in words[1:]
    )


def _only_announces(
    words: Sequence[Word], content: Content, article: Article, rules: Grammar
) -> bool:
    """Whether a line that ends in a colon stops at its verb or preposition ("The fund will
    provide:"), or has no verb at all ("Prices on Thursday:"): the items below say it."""
    end = article.sentences[content.sentence].span.end
    last, rest = words[-1], article.text[words[-1].end : end]
    open_ended = last.verb > Verb.GERUND or last.core in rules.prepositions
    verbless = all(word.verb < Verb.PAST for word in words)
    return rest.strip() == ":" and (open_ended or verbless)


def is_asked(words: Sequence[Word], content: Content, text: str) -> bool:
    """Whether a question mark stands behind a stretch, or at its end."""
    end = content.parts[-1].end
    mark = text[words[-1].end : end + 1].strip(_CLOSERS)[:1]
    return bool(mark) and mark in _QUESTION


def ends_in_question(sentence: str) -> bool:
    """Whether a sentence ends in a question mark, whatever closes behind it."""
    return sentence.rstrip(_CLOSERS)[-1:] in _QUESTION
