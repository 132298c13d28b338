"""Whether what a speaker says of the future is a promise of their own and no forecast.

"We will build ten schools" from the mouth of a minister commits somebody; "prices will rise" does
not. A promise is what a verb of promising introduces, an act whose subject is the speaker or the
body the speaker stands for, and an act that an official rules out ("no teachers would be laid
off").
"""

from __future__ import annotations

from collections.abc import Sequence

from workbench.language.fold import fold_text
from workbench.splitting.clauses.cutting.predication import lacks_subject
from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import Word
from workbench.splitting.types import Attribution, SpeechStance

_MARKS = '«»"“”'
_QUOTES = frozenset(_MARKS)
_LONGEST_BODY = 4
"""Words of the subject that names the speaker's own body, at most."""


def is_promise(
    words: Sequence[Word],
    said_by: Attribution,
    rules: Grammar,
    *,
    opened_by: str,
    opens: bool,
    negated: bool,
) -> bool:
    """Whether a clause that tells of the future promises it.

    Args:
        words: of the clause.
        said_by: whose clause it is; the outlet promises nothing, but tells what a body has decided.
        rules: of its language.
        opened_by: the word right before the clause (إنها).
        opens: whether the clause opens what is said.
        negated: whether the clause is denied.
    """
    if not said_by.chain or not words:
        return bool(words) and _is_told(words, rules)
    if said_by.stance is SpeechStance.PLEDGED:
        return True
    if opens and not _is_nobody(opened_by, said_by, rules) and is_own_act(words, rules, opened_by):
        return True
    speaker = fold_text(said_by.chain[0].name).split()
    outsider = not rules.outsiders.isdisjoint(speaker)
    if said_by.stance is SpeechStance.WARNED:  # "warned that *the union would resume* its strike"
        return not outsider and _is_threat(words, rules) and _by_own_body(words, rules)
    if outsider:
        # "*His client* would appeal", says a lawyer.
        own = rules.data.subject_first and words[0].core in rules.owning
        return own and _by_own_body(words, rules)
    done = _is_done_to(words, rules) and (negated or _may_arrange(speaker, rules))
    done = done or _is_settled(words, rules, rules.modals - rules.possible)
    done = done or _is_to_be_done(words, speaker, rules)
    ruled_out = _is_ruled_out(words, speaker, rules) or done
    return ruled_out or _by_own_body(words, rules) or _by_name(words, speaker, rules)


def _is_told(words: Sequence[Word], rules: Grammar) -> bool:
    """Whether the outlet itself tells what a body has decided: ستوزع *الهيئة* المساعدات."""
    if not rules.data.subject_first:
        return _by_own_body(words, rules)
    return _is_settled(words, rules, rules.will)


def _is_settled(words: Sequence[Word], rules: Grammar, modals: frozenset[str]) -> bool:
    """Whether a clause tells what a body has decided to do, or to have done."""
    return _decides(words, rules, modals) or _is_decided(words, rules, modals)


def _decides(words: Sequence[Word], rules: Grammar, modals: frozenset[str]) -> bool:
    """Whether a body will do what is its own to decide: "*Norvik will fly* them home on Tuesday",
    "*The bank will pay* a dividend", where the subject comes first."""
    at = next((k for k, word in enumerate(words) if word.core in modals), 0)
    at = at or _infinitive_of_headline(words, rules)
    verb = _past_modals(words, at, rules) if words[at].core in modals else at + 1
    if not at or verb >= len(words) or words[verb].core not in rules.own_decisions:
        return False
    effect = words[verb].core in rules.effects
    if at == 1 and words[0].core in rules.third_persons:
        return not effect  # "It *will hire* 900", not "It will cut costs"
    last, before = words[at - 1], {word.core for word in words[: at - 1]}
    named = last.capital and (at > 1 or not rules.names_thing(last.core))
    named = named and last.core not in rules.personal
    named = named and before.isdisjoint(rules.prepositions - rules.name_joints)
    # "Foli would *start against* Wa United"
    named = named and not (effect and _lacks_object(words, verb, rules))
    return named or (last.core in rules.own_bodies and before.isdisjoint(rules.prepositions))


def _lacks_object(words: Sequence[Word], verb: int, rules: Grammar) -> bool:
    behind = verb + 1
    while behind < len(words) and words[behind].core in rules.verb_particles:
        behind += 1  # "switch *off* two units"
    return behind == len(words) or words[behind].core in rules.prepositions


def _infinitive_of_headline(words: Sequence[Word], rules: Grammar) -> int:
    """Where a headline says what is to be done: "Chipmaker Lumenta *to shed* 1,100 jobs"."""
    at = next((k for k, word in enumerate(words) if word.core in rules.infinitives), 0)
    verbs = any(word.verb >= Verb.PAST for word in words[: at + 1])
    return 0 if verbs or not rules.data.subject_first else at


def _is_threat(words: Sequence[Word], rules: Grammar) -> bool:
    """Whether the verb behind "will" is one of what bodies decide."""
    at = next((k for k, word in enumerate(words) if word.core in rules.modals), len(words))
    verb = _past_modals(words, at, rules)
    return verb < len(words) and words[verb].core in rules.own_decisions


def _is_nobody(opened_by: str, said_by: Attribution, rules: Grammar) -> bool:
    """Whether "that he" (أنه) cannot mean the speaker, a body with a feminine name."""
    noun = said_by.chain[0].name.split(maxsplit=1)[0]
    return fold_text(opened_by) in rules.masculine_that and noun.endswith(rules.feminine_nouns)


def is_own_act(words: Sequence[Word], rules: Grammar, opened_by: str) -> bool:
    """Whether reported speech opens with what the speaker will do: "it would decide", سنبني.

    A state or a change is no act of anybody's.
    """
    if rules.data.subject_first:
        return _is_own_act_behind(words, rules)
    verb, stop = 0, len(words)
    while verb < stop and words[verb].core in rules.verb_next:
        verb += 1
    if verb >= stop or words[verb].core in rules.auxiliaries or _is_change(words[verb], rules):
        return False
    named = fold_text(opened_by) in rules.third_persons
    # توقعت أن *تتحول*: behind "that" alone a present form is only foretold.
    future = verb > 0 or _tells_future(words[verb], rules)
    return named or (future and lacks_subject(words, 0, stop, rules))


def _is_own_act_behind(words: Sequence[Word], rules: Grammar) -> bool:
    """`is_own_act` where the subject comes first: "it *would decide*"."""
    subject, written_on, _ = words[0].core.partition("'")  # "he'll", "she'd"
    if subject not in rules.third_persons or words[1:2] == []:
        return False
    unsure = words[1].core in rules.before_pledges and words[1].core not in rules.modals
    verb = _past_modals(words, 1, rules)
    if (unsure and not written_on) or any(each.core in rules.possible for each in words[1:verb]):
        return False  # "expect it to stay", "it *may* cut rates"
    if not 2 - bool(written_on) <= verb < len(words):
        return False
    act, doing = words[verb].core, words[verb + 1 : verb + 2]
    if act in rules.bare_being and doing and doing[0].verb == Verb.GERUND:
        act = rules.base(doing[0].core)  # "he would not *be appealing*"
    return act not in rules.states


def _is_change(word: Word, rules: Grammar) -> bool:
    """Whether a verb tells of a change, or of what befalls its subject."""
    return not rules.unpromised.isdisjoint(_stems(word))


def _stems(word: Word) -> tuple[str, str, str]:
    """A verb's stem, and what may be it without the letters of the future and the person: ستضطر."""
    stem = word.lexeme.stem or word.core
    return stem, stem[1:], stem[2:]


def _past_modals(words: Sequence[Word], start: int, rules: Grammar) -> int:
    at = start
    while at < len(words) and words[at].core in rules.before_pledges:
        at += 1
    return at


def _by_own_body(words: Sequence[Word], rules: Grammar) -> bool:
    """Whether the subject is "the company", الوزارة, and the verb an act of its own."""
    if not rules.data.subject_first:
        return _by_body_beside(words, rules)
    if words[0].core not in rules.articles and words[0].core not in rules.owning:
        return False
    at = next((k for k, word in enumerate(words[:_LONGEST_BODY]) if word.core in rules.modals), 0)
    if at < 2 or words[at - 1].core not in rules.own_bodies:
        return False
    verb = _past_modals(words, at, rules)
    return verb < len(words) and words[verb].core not in rules.states


def _by_body_beside(words: Sequence[Word], rules: Grammar) -> bool:
    """The same where the verb may come first: ستوزع *الوزارة*, and *وزارة الصحة*."""
    for at, word in enumerate(words[:_LONGEST_BODY]):
        behind = at > 0 and words[at - 1].core in rules.prepositions  # سيُحال إلى *النيابة*
        named = word.core in rules.own_bodies or _is_called(words, at, rules)
        if named and not behind:
            near = [*words[:at], *words[at + 1 : at + 4]]
            future = [k for k, each in enumerate(near) if _tells_future(each, rules)]
            return bool(future) and not _is_change(near[future[0]], rules)
    return False


def _is_called(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether a body right behind the verb has its name behind it: ستوزع *منظمة «سنابل»*; not an
    object, which has none (ستنشأ شركة جديدة)."""
    name = words[at + 1] if 0 < at < len(words) - 1 else None
    if name is None or words[at].core not in rules.bare_bodies:
        return False
    named = rules.without_article(name.core) != name.core or not _QUOTES.isdisjoint(name.gap)
    return named and _tells_future(words[at - 1], rules)


def _by_name(words: Sequence[Word], speaker: Sequence[str], rules: Grammar) -> bool:
    """Whether the subject is the speaker by name: "*Velda Motors will* cut jobs, it said"."""
    if not rules.data.subject_first:
        return _by_named_body(words, speaker, rules)
    first = int(words[0].core in rules.articles)
    at = first + len(speaker)
    named = [word.core for word in words[first:at]] == list(speaker)
    if not named or at >= len(words) or words[at].core not in rules.modals:
        return False
    verb = _past_modals(words, at, rules)
    return verb < len(words) and words[verb].core not in rules.states


def _by_named_body(words: Sequence[Word], speaker: Sequence[str], rules: Grammar) -> bool:
    """Whether the subject is named in the office of whoever speaks for it, where the verb comes
    first: المدير التنفيذي لشركة *المدار* … «*المدار* ستدشن»."""
    near = range(1, min(_LONGEST_BODY, len(words)))
    verb = next((k for k in near if _tells_future(words[k], rules)), None)
    if verb is None or _is_change(words[verb], rules):
        return False
    title = {word.strip(_MARKS) for word in speaker}
    return all(word.core in title for word in words[:verb])


def _tells_future(word: Word, rules: Grammar) -> bool:
    """Whether a word is a future form, be it one that no table knows (ستوسع)."""
    return rules.is_future(word.core) or word.core.startswith(rules.future_beginnings)


def _is_ruled_out(words: Sequence[Word], speaker: Sequence[str], rules: Grammar) -> bool:
    """Whether nobody and nothing is to do or to suffer it: "no child will have to walk", and, if it
    is for the speaker to arrange, whether it is not to be: "there would be no redundancies"."""
    if not rules.data.subject_first:
        return False
    if words[0].core in rules.existential and _may_arrange(speaker, rules):
        be = _past_modals(words, 1, rules)
        told = 1 < be < len(words) - 1 and words[be].core in rules.bare_being
        acts = {word.core for word in words[be + 2 : be + 2 + _LONGEST_BODY]}
        told = told and words[be + 1].core in rules.none
        return told and not rules.excluded_acts.isdisjoint(acts)
    if words[0].core not in rules.none:
        return False
    at = next((k for k, word in enumerate(words) if word.core in rules.modals), 0)
    return 0 < at <= _LONGEST_BODY + 1


def _may_arrange(speaker: Sequence[str], rules: Grammar) -> bool:
    """Whether what is to be done is for the speaker to do: a minister, a company."""
    return rules.data.subject_first and not rules.arranging.isdisjoint(speaker)


def _is_to_be_done(words: Sequence[Word], speaker: Sequence[str], rules: Grammar) -> bool:
    """Whether those who arrange such things say that they are to be done, where a vowel sign tells:
    قال الوزير إن الرواتب *ستُحوّل* غدا."""
    title = {*speaker, *map(rules.without_article, speaker)}
    if rules.data.subject_first or rules.officials.isdisjoint(title):
        return False
    passive = (
        word.raw.partition(opening)[2].startswith(rules.data.passive_marks)
        for word in words
        for opening in rules.future_beginnings
        if word.core.startswith(opening) and rules.not_promised.isdisjoint(_stems(word))
    )
    return any(passive)


def _is_decided(words: Sequence[Word], rules: Grammar, modals: frozenset[str]) -> bool:
    """Whether somebody has to decide what is to be done: "the orders will be *lifted*", not "homes
    will be flooded", where the subject comes first."""
    at = next((k for k, word in enumerate(words) if word.core in modals), 0)
    at = at or _infinitive_behind_being(words, rules)
    verb = _past_modals(words, at, rules) + 1
    if not at or verb >= len(words) or words[verb - 1].core not in rules.bare_being:
        return False
    conditional = any(marker.subordinate for _, marker in rules.markers.get(words[0].core, ()))
    if conditional or any(word.core in rules.possible for word in words[:verb]):
        return False
    return rules.base(words[verb].core) in rules.own_decisions


def _infinitive_behind_being(words: Sequence[Word], rules: Grammar) -> int:
    """Where the infinitive of what is arranged begins: "the pool *is to* be handed over"."""
    near = range(1, len(words))
    return next((k for k in near if _is_arranged(words[k - 1], words[k], rules)), 0)


def _is_arranged(being: Word, word: Word, rules: Grammar) -> bool:
    return word.core in rules.infinitives and being.core in rules.auxiliaries - rules.past_being


def _is_done_to(words: Sequence[Word], rules: Grammar) -> bool:
    """Whether a thing is to be done, and does not befall: "would be raised", لن تُرفع."""
    if not rules.data.subject_first:
        return any(rules.is_passive(word) for word in words if word.verb != Verb.NO)
    for at, word in enumerate(words):
        if word.core in rules.modals:
            verb = _past_modals(words, at, rules)
            passive = verb + 1 < len(words) and words[verb].core in rules.states
            if not passive or words[verb].core in rules.having:  # "would *have cost* more"
                return False
            return rules.is_participle(words[verb + 1].core)
    return False


def is_forecast(words: Sequence[Word], said_by: Attribution, rules: Grammar) -> bool:
    """Whether those who foretell the weather say it without a verb of the past: *تتساقط* الثلوج على
    المرتفعات."""
    if not said_by.chain or rules.forecasters.isdisjoint(fold_text(said_by.chain[0].name).split()):
        return False
    told = (word.core in rules.adverbs or word.core in rules.past_negators for word in words)
    return not any(told) and not any(rules.is_past(word.core) for word in words)
