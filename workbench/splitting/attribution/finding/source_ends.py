"""What stands behind a source that only says who it is: its name, whom it told, what it does."""

from __future__ import annotations

from workbench.splitting.attribution.frames import FAR, Range, Reader
from workbench.splitting.attribution.verb_first.speech import VerbFirst
from workbench.splitting.attribution.words.tokens import COMMAS
from workbench.splitting.attribution.words.verb_forms import VerbForm
from workbench.splitting.clauses.words.forms import Verb

_SHORT_VERB = 3
"""Letters of a word of which the last may as well be its own and no ending."""


def name_behind(reader: Reader, subject: Range | None, comma: int) -> Range | None:
    """The name behind a description that closes a sentence: "according to its owner, *Kyklades
    Lines*"."""
    lexicon = reader.lexicon
    if subject is None or lexicon.speech.verb_first or not reader.is_sign(comma, COMMAS):
        return None
    if reader.is_time(comma + 1):
        return None
    described = subject[1] == comma and reader.tokens[comma - 1].raw.islower()
    name = (comma + 1, reader.next_break(comma + 1))
    words = reader.tokens[slice(*name)]
    named = bool(words) and all(word.is_capital or word.key in lexicon.joints for word in words)
    return name if described and named and words[0].is_capital else None


def past_told(reader: Reader, comma: int) -> int:
    """Behind the paper that was told, behind a comma: وفق ما أكده القاضي، لإذاعة…"""
    if not (reader.is_sign(comma, COMMAS) and reader.lexicon.speech.verb_first):
        return comma
    last = reader.next_break(comma + 1)
    told = VerbFirst(reader).is_told(comma + 1) and not reader.has_event(comma + 1, last)
    return last if told else comma


def past_apposition(reader: Reader, at: int) -> int:
    """Behind what only says who the source is: "According to X, a monitor, …"."""
    lexicon = reader.lexicon
    end = reader.next_break(at)
    if not reader.is_sign(end, COMMAS) or end - at > 8 or reader.has_finite(at, end):
        return at
    joined = at < reader.size and lexicon.is_joined(reader.tokens[at])
    indefinite = reader.key(at) in lexicon.articles - lexicon.definite
    return end + 1 if joined or indefinite or reader.key(at) in lexicon.relatives else at


def named_from(reader: Reader, verb: int, form: VerbForm) -> int:
    """Where a source stands behind its verb (كما أعلنت | الوزارة, وفق ما علم لدى | أسرته, ما ورد
    في | بيان), or the verb itself where that only says from where a thing came (كما ورد من…)."""
    lexicon = reader.lexicon
    if not lexicon.speech.verb_first:
        return verb + 2
    behind = VerbFirst(reader).past_small(verb + 1)
    key, written = reader.key(behind), reader.is_document(behind + 1)
    led = key in lexicon.folded_relays(form.group)
    if led or (written and key in lexicon.folded_sources(form.group)):
        return behind + 1
    return verb if form.group.sources and key in lexicon.joints else behind


def past_what(reader: Reader, first: int) -> int:
    """Where whoever found it out stands, behind "what" and a verb that is none of speech: وفق ما
    رصدته | منصة الليرة."""
    lexicon = reader.lexicon
    while reader.key(first) in lexicon.possessives and lexicon.speech.verb_first:
        first += 1  # ما أفاد *به*
    verb = first + 1
    if not lexicon.speech.verb_first or reader.key(first) not in lexicon.pointing:
        return first
    held = verb < reader.size and reader.is_owned(verb)
    grammar = lexicon.grammar
    acts = held and grammar is not None and grammar.as_listed(reader.key(verb)) >= Verb.WEAK
    return verb + 1 if acts else first


def is_object(reader: Reader, at: int) -> bool:
    """Whether a verb of its clause takes what somebody said for its object: لم تعلق القيادة *على ما
    أوردته* القناة."""
    lexicon = reader.lexicon
    for verb in range(at - 1, max(reader.previous_break(at), at - FAR), -1):
        if reader.is_complementiser(verb):
            return False
        groups = (form.group for form in lexicon.verb(reader.tokens[verb]))
        if any(reader.key(at) in lexicon.folded_through(group) for group in groups):
            return True
    return False


def clause_after(reader: Reader, first: int, limit: int) -> int:
    """Where a clause begins behind a source without a comma: ووفق الوزارة | تم تسجيل…"""
    lexicon = reader.lexicon
    for at in range(first + 1, limit):
        if reader.tokens[at].sign:
            break
        closed = lexicon.is_definite(reader.key(at - 1)) and is_sure_verb(reader, at)
        if closed or is_present_verb(reader, first, at):
            return at
    return limit


def is_present_verb(reader: Reader, first: int, at: int) -> bool:
    """Whether a present form stands there that is no name (يشبه, no يوسف), and tells of no
    indefinite source (مصدر *يعمل* في المرفأ)."""
    lexicon, grammar, key = reader.lexicon, reader.lexicon.grammar, reader.key(at)
    if grammar is None or key in lexicon.given or key in lexicon.not_finite:
        return False
    if lexicon.is_definite(key):
        return False  # وفقا لمفوض *العون* الإنساني
    known = lexicon.bare(reader.tokens[first]) in lexicon.bare_speakers
    named = not known or lexicon.is_definite(reader.key(at - 1))
    return named and grammar.is_present(key) and grammar.is_only_verb(key)


def is_sure_verb(reader: Reader, at: int) -> bool:
    """Whether a verb stands there that no name is written like: تم, نفذت."""
    lexicon, key = reader.lexicon, reader.key(at)
    if key in lexicon.finite:
        return True
    titled = lexicon.without_article(reader.key(at - 1)) in lexicon.bare_persons
    past = key.endswith(lexicon.speech.past_endings or "\0") and len(key) > _SHORT_VERB
    plain = past and not lexicon.is_definite(key) and not titled
    return plain and lexicon.is_event(reader.tokens[at])
