"""Where the outlet tells what others hold against what somebody said, behind his own words."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.attribution.frames import Frame, Reader, Scope
from workbench.splitting.attribution.words.tokens import COMMAS
from workbench.splitting.types import SpeechKind

_THING = "n"
"""The agreement of a pronoun that is no person's."""
_SEMICOLONS = frozenset(";؛")
_GOVERNED = 4
"""Letters of a word with a preposition written on to it, at least."""
_SUBJECT = 6
"""Words within which whoever denies it has his verb."""


def answered(reader: Reader, start: int, end: int, owner: Sequence[Frame]) -> int | None:
    """Where the outlet speaks again behind what somebody said: "Unions say inspections have fallen;
    *the government disputes this*"."""
    if not owner or owner[0].scope is not Scope.AFTER:
        return None
    for at in range(start + 1, end - 2):
        comma = reader.is_sign(at - 1, COMMAS)
        if comma and (
            _meanwhile(reader, at, end)
            or _set_against_noun(reader, at, owner[0])
            or _unanswered(reader, at)
            or _goes_on_behind(reader, at, owner[0])
            or acts_beside(reader, at, owner[0])
            or calls_besides(reader, at, owner[0])
            or (owner[0].denied and against_denial(reader, at))
            or names_charge(reader, at)
            or _speaker_acts(reader, start, at)
            or _denied_by(reader, at, end, joined=True)
        ):
            return at
        before = owner[0].denied and _was_said_before(reader, at)
        if before or _leaves_out(reader, at) or _judges_claim(reader, at, owner[0]):
            return at
        acts = not comma and _speaker_acts(reader, start, at)
        acts = acts and _tells_of_thing(reader, start, at, owner[0])
        if acts or _rules_on(reader, at, owner[0]) or acts_on(reader, at, owner[0]):
            return at
        if reader.is_sign(at - 1, _SEMICOLONS) and _denied_by(reader, at, end, joined=False):
            return at
    return None


def _judges_claim(reader: Reader, at: int, owner: Frame) -> bool:
    """Whether the outlet judges what was claimed, or the picture: …، *لكن الادعاء* ليس صحيحا."""
    lexicon, size = reader.lexicon, reader.connective_size(at)
    thing = reader.key(at + size)
    if not size or not lexicon.speech.verb_first or not lexicon.is_definite(thing):
        return False
    frame = reader.tokens[owner.start : owner.end]
    named = thing in {token.key for token in frame}
    # نشرت حسابات مقطعا *مدعية* أنه …
    forms = (form for token in frame for form in lexicon.verb(token))
    claimed = named or any(form.group.stance == "claimed" for form in forms)
    return claimed and (thing in lexicon.denied_things or thing in lexicon.depicting)


def names_charge(reader: Reader, at: int) -> bool:
    """Whether an apposition says what became of what was said: "…, *a charge* it rejects"."""
    lexicon = reader.lexicon
    while at < reader.size and reader.is_sign(at, COMMAS):
        at += 1
    if lexicon.speech.verb_first or reader.key(at) not in lexicon.articles - lexicon.definite:
        return False
    told = at + 2 < reader.size and not reader.tokens[at + 2].sign
    told = told and reader.key(at + 2) not in lexicon.adjuncts
    return told and (reader.key(at + 1) in lexicon.denied_things or _is_judged(reader, at + 1))


_JUDGED = 8
"""Words within which somebody judges what an apposition takes up."""


def _is_judged(reader: Reader, noun: int) -> bool:
    """Whether somebody denies or judges what was said: "a figure *ministers called* absurd"."""
    lexicon, grammar = reader.lexicon, reader.lexicon.grammar
    if grammar is None or reader.key(noun) not in grammar.taken_up:
        return False
    done = reader.key(noun + 2) in lexicon.doers  # "a version *disputed by* witnesses"
    for verb in range(noun + 2 - done, min(noun + _JUDGED, reader.size)):
        if reader.tokens[verb].sign:
            return False
        for form in lexicon.verb(reader.tokens[verb]):
            if form.group.stance == "denied" or "verdict" in form.group.takes or form.group.as_:
                return True
    return False


def against_denial(reader: Reader, at: int) -> bool:
    """Whether the outlet sets something against a denial ("denied that it was open, *but* …") or
    tells what led to it ("…, *after* engineers found cracks") or what else he did (*متهما*…)."""
    lexicon, key = reader.lexicon, reader.key(at)
    phrases = lexicon.adversatives, lexicon.occasions
    outside = reader.tokens[at].quote < 0
    spoken = lexicon.verb(reader.tokens[at]) if lexicon.speech.verb_first else ()
    manner = [form for form in spoken if form.participle and reader.is_sign(at - 1, COMMAS)]
    if outside and manner:  # what a thing is looks like it: الطائرة، …، *محملة* فوق طاقتها
        hers = not any(form.group.strict for form in manner)
        return key.endswith((*lexicon.case_endings, *lexicon.feminine_endings * hers))
    return outside and any(each.at(reader.tokens, at, key) is not None for each in phrases)


def _was_said_before(reader: Reader, at: int) -> bool:
    """Whether a denial goes on, without a comma, with who had said it, where the verb comes first:
    نفت سقوط ضحايا *بعد أن أفادت* وسائل إعلام بمقتل خمسة."""
    lexicon = reader.lexicon
    phrase = lexicon.occasions.at(reader.tokens, at, reader.key(at))
    if phrase is None or not lexicon.speech.verb_first:
        return False
    verb = at + len(phrase.words)
    return verb < reader.size and bool(lexicon.verb(reader.tokens[verb]))


def _leaves_out(reader: Reader, at: int) -> bool:
    """Whether the outlet tells what the speaker did not say: …، *دون أن يذكر* أرقاما, "… *but would
    not elaborate*"."""
    lexicon = reader.lexicon
    phrase = lexicon.leaving_out.at(reader.tokens, at, reader.key(at))
    verb = at + len(phrase.words) if phrase is not None else reader.size
    if verb >= reader.size or reader.tokens[at].quote >= 0:
        return False
    spoken = lexicon.speech.verb_first and bool(lexicon.verb(reader.tokens[verb]))
    return spoken or reader.key(verb) in lexicon.left_out


def _meanwhile(reader: Reader, at: int, end: int) -> bool:
    """Whether the outlet tells how somebody else spoke or answered meanwhile: "the minister said
    exports had risen, *while* the opposition demanded an inquiry"."""
    lexicon = reader.lexicon
    phrase = lexicon.meanwhile.at(reader.tokens, at, reader.key(at))
    if phrase is None:
        return False
    verb = at + len(phrase.words)
    forms = lexicon.verb(reader.tokens[verb]) if verb < end else ()
    plain = (f for f in forms if not (f.participle or f.group.strict or f.group.relays))
    spoke = any(plain) or reader.key(verb) in lexicon.calls
    return spoke and not reader.is_complementiser(verb + 1)


def _set_against_noun(reader: Reader, at: int, frame: Frame) -> bool:
    """Whether a whole clause is set against what was said by a mere noun, to which it cannot be
    joined, or by nobody: أعلن البنك خفض الفائدة، | *لكن* الأسواق تراجعت, يعتقد أن القائد قتل، |
    *إلا أن* السيارة احترقت."""
    lexicon = reader.lexicon
    if not lexicon.speech.verb_first or reader.tokens[at].quote >= 0:
        return False
    key = reader.key(at)
    grammar, opened = lexicon.grammar, lexicon.bare(reader.tokens[frame.start])
    if frame.kind is SpeechKind.PASSIVE and grammar is not None and opened in grammar.hearsay:
        return lexicon.adversatives.at(reader.tokens, at, key) is not None
    if _is_clause(reader, frame):
        return False
    phrases = lexicon.adversatives, lexicon.meanwhile
    return any(each.at(reader.tokens, at, key) is not None for each in phrases)


def _unanswered(reader: Reader, at: int) -> bool:
    """Whether somebody else has not answered: قالوا إن …، *فيما لم يصدر* أي تعليق من الوزارة."""
    lexicon = reader.lexicon
    phrase = lexicon.meanwhile.at(reader.tokens, at, reader.key(at))
    verb = at + len(phrase.words) if phrase is not None else at
    joined = phrase is not None or lexicon.is_joined(reader.tokens[at])
    if not joined or verb + 1 >= reader.size or reader.tokens[at].quote >= 0:
        return False
    denied = lexicon.bare(reader.tokens[verb]) in lexicon.negations
    return denied and reader.key(verb + 1) in lexicon.unanswered


def _is_clause(reader: Reader, frame: Frame) -> bool:
    """Whether a clause or a quotation follows a frame, and no mere noun."""
    before = reader.key(frame.end - 1)
    clause = reader.is_complementiser(frame.end - 1) or before in reader.lexicon.complementisers
    return clause or reader.tokens[frame.end - 1].sign or reader.opens_quote(frame.end)


def acts_beside(reader: Reader, at: int, frame: Frame) -> bool:
    """Whether the speaker does something else behind what he asked for or promised by a mere noun:
    طالبت النقابة بصرف الأجور، | وأعلنت الإضراب."""
    lexicon, token = reader.lexicon, reader.tokens[at]
    if not lexicon.speech.verb_first or not lexicon.is_joined(token) or token.quote >= 0:
        return False
    forms = (form for form in lexicon.verb(token) if not form.participle)
    agree = any(form.agree == frame.agree and form.part == 0 for form in forms)
    agree = agree or lexicon.bare(token) in lexicon.acts or _acts_alone(reader, at, frame)
    agree = agree or _left_unsaid(reader, at)
    return agree and not _is_clause(reader, frame)


def acts_on(reader: Reader, at: int, frame: Frame) -> bool:
    """Whether the speaker does something else right behind what he told by a mere noun, where the
    verb comes first: اعترف بارتكاب الجريمة | *وأرشد* عن السلاح."""
    lexicon, token = reader.lexicon, reader.tokens[at]
    if not lexicon.speech.verb_first or not lexicon.is_joined(token) or token.quote >= 0:
        return False
    if _is_clause(reader, frame) or frame.agree not in ("m", "f"):
        return False
    if not lexicon.is_event(token) and not _acts_with(reader, at):
        return False
    feminine = lexicon.bare(token).endswith(lexicon.speech.past_endings or "\0")
    if feminine != (frame.agree == "f") or reader.has_event(frame.end, at):
        return False
    return not _has_subject(reader, at)


def _acts_with(reader: Reader, at: int) -> bool:
    """Whether a word that is as often a noun has its object behind it: *وتقدم* بشكوى."""
    grammar, behind = reader.lexicon.grammar, reader.key(at + 1)
    weak = grammar is not None and grammar.may_be_verb(reader.lexicon.bare(reader.tokens[at]))
    phrase = weak and behind.startswith(reader.lexicon.speech.attached)
    return phrase and not _has_subject(reader, at)


def _has_subject(reader: Reader, verb: int) -> bool:
    """Whether more stands right behind a verb than an object in figures or a phrase."""
    lexicon = reader.lexicon
    behind = reader.tokens[verb + 1] if verb + 1 < reader.size else None
    if behind is None or behind.key[:1].isdecimal() or lexicon.is_adjunct(behind):
        return False
    grammar, key = lexicon.grammar, behind.key
    if grammar is None or key[:1] not in lexicon.speech.attached or len(key) < _GOVERNED:
        return True
    return key in grammar.whole or key in grammar.given


def _left_unsaid(reader: Reader, at: int) -> bool:
    """Whether a joined verb with nobody behind it says what was not done: أعلن الوزير إغلاق المعبر،
    | *ولم يحدد* موعد إعادة فتحه."""
    lexicon, grammar = reader.lexicon, reader.lexicon.grammar
    denied = lexicon.bare(reader.tokens[at]) in lexicon.negations
    if not denied or grammar is None or at + 2 >= reader.size:
        return False
    subject = lexicon.without_article(reader.key(at + 2))
    return grammar.may_be_verb(reader.key(at + 1)) and subject not in lexicon.bare_bodies


def _acts_alone(reader: Reader, at: int, frame: Frame) -> bool:
    """Whether only the speaker can be the subject of a joined verb, by its gender or number: كشفت
    الشرطة عن تفكيك شبكة، | *وحجزت* سيارات."""
    lexicon = reader.lexicon
    if _act_together(reader, at, frame):
        return True
    feminine = lexicon.feminine_endings or "\0"
    said = reader.key(frame.end)[frame.attached :]
    if frame.agree != "f" or said.endswith(feminine) or not lexicon.is_verbal_noun(said):
        return False
    key, token = lexicon.bare(reader.tokens[at]), reader.tokens[at]
    past = key.endswith(lexicon.speech.past_endings or "\0") and lexicon.is_event(token)
    # Behind it stands an object or a phrase, and no subject of its own.
    behind = reader.tokens[at + 1] if at + 1 < reader.size else None
    phrase = behind is not None and (lexicon.is_adjunct(behind) or behind.key[:1].isdecimal())
    return past and (phrase or reader.key(at + 1) in lexicon.joints | lexicon.bearers)


def _act_together(reader: Reader, at: int, frame: Frame) -> bool:
    """Whether several who spoke, of whom the verb alone tells, do something else: اعترفوا بارتكاب
    الجريمة، | *وأرشدوا* عن السلاح."""
    grammar = reader.lexicon.grammar
    endings = grammar.data.dropped_subject_endings if grammar is not None else ()
    verbs = reader.tokens[frame.start].key, reader.key(at)
    return frame.subject is None and all(verb.endswith(endings or "\0") for verb in verbs)


def calls_besides(reader: Reader, at: int, frame: Frame) -> bool:
    """Whether the speaker calls for something behind what he said: أكد أن …، | ودعا إلى …، said
    by a verb that agrees with the one of speech."""
    lexicon, token = reader.lexicon, reader.tokens[at]
    if not lexicon.calls or token.quote >= 0 or frame.agree not in ("m", "f"):
        return False
    verb = at + (0 if lexicon.is_joined(token) else reader.connective_size(at))
    if verb == at and not lexicon.is_joined(token):
        return False
    key = lexicon.bare(reader.tokens[verb]) if verb < reader.size else ""
    feminine = key.endswith(lexicon.speech.past_endings or "\0")
    return key in lexicon.calls and feminine == (frame.agree == "f")


def _is_one_of_many(reader: Reader, start: int, at: int) -> bool:
    """Whether a joined verb is of one, and several stand before the verb of what was said: "told us
    *40 households* had to leave, *and has* asked for help"."""
    grammar = reader.lexicon.grammar
    if grammar is None or reader.key(at + 1) not in grammar.singular_auxiliaries:
        return False
    verb = next((k for k in range(start, at) if reader.has_finite(k, k + 1)), start)
    head = next((k for k in range(start, verb) if reader.key(k) in reader.lexicon.joints), verb) - 1
    return head >= start and grammar.language.is_plural(reader.key(head))


def _speaker_acts(reader: Reader, start: int, at: int) -> bool:
    """Whether the speaker does something else behind what was said, where the subject comes first:
    "The agency said homes had flooded, *and urged* people to stay away"."""
    lexicon, verb = reader.lexicon, at + 1
    joined = reader.key(at) in lexicon.additive | lexicon.plain_joints
    if lexicon.speech.verb_first or not joined or reader.tokens[at].quote >= 0:
        return False
    verb += verb < reader.size and lexicon.is_adverb(reader.tokens[verb])
    called = reader.key(verb) in lexicon.phrasal_acts and reader.key(verb + 1) in lexicon.adjuncts
    acts = called or reader.key(verb) in lexicon.acts or _is_one_of_many(reader, start, at)
    done = reader.key(verb + 1) in lexicon.doers or reader.is_end(verb + 1)  # "… and rejected by"
    return acts and not done and not reader.is_complementiser(verb + 1)


def _rules_on(reader: Reader, at: int, owner: Frame) -> bool:
    """Whether a court does behind what it said what only a court does: "The judge told him he had
    shown no remorse *and jailed him*", not "said he had been tried *and fined* £900"."""
    lexicon, verb = reader.lexicon, at + 1
    joints = lexicon.additive | lexicon.plain_joints
    joined = reader.key(at) in joints and reader.tokens[at].quote < 0
    if not joined or owner.subject is None or reader.key(verb) not in lexicon.rulings:
        return False
    ruled = lexicon.pronouns.keys() | lexicon.articles | lexicon.possessives | lexicon.definite
    named = verb + 1 < reader.size and reader.tokens[verb + 1].is_capital
    heads = {reader.key(k) for k in range(*owner.subject)}
    return (named or reader.key(verb + 1) in ruled) and not heads.isdisjoint(lexicon.courts)


def _tells_of_thing(reader: Reader, start: int, end: int, owner: Frame) -> bool:
    """Whether what was said is about nobody who could do something: "said *the offer was* low",
    and of somebody "said *it was* a shame"."""
    lexicon = reader.lexicon
    verb = next((at for at in range(start, end) if reader.has_finite(at, at + 1)), start)
    subject = reader.tokens[start:verb]
    heads = {reader.key(k) for k in range(*owner.subject or (0, 0))}
    body = not heads.isdisjoint(lexicon.organisations)
    pronouns = {key for key, agree in lexicon.pronouns.items() if body or agree != _THING}
    able = lexicon.bare_bodies | lexicon.plurals | pronouns
    named = any(token.is_capital or token.key in able for token in subject)
    ended = any(lexicon.language.singular(token.key) in able for token in subject)
    return verb > start and not (named or ended)


def _goes_on_behind(reader: Reader, at: int, frame: Frame) -> bool:
    """Whether the sentence opened with how somebody spoke meanwhile, and its own verb stands at
    ``at``: وفيما رأى الحزب أن …، | رحبت الكتلة."""
    lexicon, first = reader.lexicon, reader.begin
    if not lexicon.speech.verb_first or lexicon.is_joined(reader.tokens[at]):
        return False
    phrase = lexicon.meanwhile.at(reader.tokens, first, reader.key(first))
    opens = phrase is not None and first + len(phrase.words) == frame.start
    return opens and lexicon.is_event(reader.tokens[at])


def _denied_by(reader: Reader, at: int, end: int, *, joined: bool) -> bool:
    """Whether a clause says who denies it, behind a conjunction if it is ``joined``."""
    lexicon = reader.lexicon
    if reader.tokens[at].quote >= 0:
        return False
    if joined and lexicon.adversatives.at(reader.tokens, at, reader.key(at)) is None:
        return False
    first = at + joined
    if reader.key(first) in lexicon.pronouns:
        return False
    for verb in range(first + 1, min(first + _SUBJECT, end)):
        if reader.tokens[verb].sign:
            return False
        if _denies_it(reader, verb):
            return True
    return False


def _denies_it(reader: Reader, verb: int) -> bool:
    """Whether a verb denies what was said, or says that nobody would answer: لكن المكتب *نفى ذلك*,
    لكن متحدثة باسمه *امتنعت عن التعليق*."""
    lexicon, behind = reader.lexicon, reader.key(verb + 1)
    forms = lexicon.verb(reader.tokens[verb])
    if any(form.group.stance == "denied" and not form.participle for form in forms):
        return not lexicon.speech.verb_first or behind in lexicon.pointing
    refused = not lexicon.commenting.isdisjoint((behind, reader.key(verb + 2)))
    return refused and reader.key(verb) in lexicon.acts
