"""Parts of a sentence that have no modality of their own but that of the clause they are added to.

"Profit rose, *beating* estimates": a participle has no tense.
"""

from __future__ import annotations

from collections.abc import Sequence

from workbench.facets.types import Facets, Modality
from workbench.splitting.clauses.clause import Clause
from workbench.splitting.clauses.cutting.additions import behind_pause
from workbench.splitting.clauses.cutting.predication import lacks_subject, predicates
from workbench.splitting.clauses.pieces import APPENDED, Kind
from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import Word

_DEED = 12
"""Words of a clause behind "before" with which another goes on, at most."""
_AHEAD = {Modality.PREDICTION, Modality.PLEDGE}


def shares_modality(
    clause: Clause, words: Sequence[Word], rules: Grammar, facets: Facets, host: Facets
) -> bool:
    """Whether a part is meant as the clause ``host`` is that it is added to."""
    if clause.kind == Kind.EXCEPTION or _is_added(clause, words, rules):
        return not _stands_before_verb(clause, words, rules)
    first = words[clause.own[0][0]]
    ahead = facets.modality is Modality.PRESENT_FACT
    ahead = ahead and _goes_on_ahead(clause, words, rules, facets, host)
    then = facets.modality is Modality.PRESENT_FACT and _came_then(clause, words, rules, host)
    if ahead or then or first.core in rules.surpassing:
        return True
    if clause.kind == Kind.ABSOLUTE:  # "… will be held, with envoys taking part"
        ahead = host.modality is Modality.PREDICTION and not facets.times
        # بعد *فوزه على*: what came before a thing of the past is no present.
        back = host.modality is Modality.PAST_FACT and facets.modality is Modality.PRESENT_FACT
        ahead = ahead if not rules.data.subject_first else host.modality is Modality.PREDICTION
        back = back and not rules.data.subject_first
        return (_is_verbless(clause, words) or _only_aims(clause, words, rules)) and (ahead or back)
    told = first.core in rules.of_speaker and host.modality in _AHEAD
    if clause.kind != Kind.PARTICIPLE or told:
        return False  # "… would close it, *accusing* the operator"
    # "… would raise £3bn, *taking* the total to £9bn", but not "having lost".
    led = host.modality is Modality.PREDICTION and first.verb == Verb.GERUND
    if led and facets.modality is Modality.PAST_FACT:
        return first.core not in rules.perfect_participles
    # Likewise "…, calling for", but not "…, leading the table".
    calling = first.core in rules.of_speaker and host.modality is Modality.PAST_FACT
    acting = facets.modality is Modality.PRESENT_FACT
    # أغلقت البورصة على تراجع، *متأثرة بهبوط* الأسهم: in what state its subject acted.
    state = host.modality is Modality.PAST_FACT and rules.is_circumstantial(first)
    state = acting and state and first.core not in rules.describing
    # متهمة الحكم باحتساب ركلة «من نسج الخيال»: what is quoted judges, not who accuses.
    acting = acting or (calling and facets.modality is Modality.OPINION)
    # "The firm, *based in* Oslo, closed": what is so by its participle is no deed of then.
    doing = rules.data.subject_first and first.verb != Verb.PAST
    return state or (acting and (calling or doing))


def _stands_before_verb(clause: Clause, words: Sequence[Word], rules: Grammar) -> bool:
    """Whether an aside stands between a subject and its verb, and says what that is: "Velda, *the
    port's biggest user*, closed", where the subject comes first."""
    first, stop = clause.own[0][0], clause.own[-1][1]
    opens = words[first].core in rules.definite_articles | rules.indefinite_articles | rules.owning
    opens = opens and rules.data.subject_first
    named = opens and clause.kind in APPENDED and stop < len(words)
    return named and words[stop].pause and words[stop].verb in {Verb.PAST, Verb.FINITE}


def _came_then(clause: Clause, words: Sequence[Word], rules: Grammar, host: Facets) -> bool:
    """Whether a present form only says what came behind a thing of the past, or comes behind one
    that is foretold: تقدم الضيوف بهدفين، *قبل أن يقلب* الفريق الطاولة."""
    told = host.modality in {Modality.PAST_FACT, Modality.PREDICTION}
    return told and (
        _comes_behind(clause.own[0][0], words, rules) or _joins_deed(clause, words, rules)
    )


def _comes_behind(first: int, words: Sequence[Word], rules: Grammar) -> bool:
    """Whether "before" stands right before a word: *قبل أن* يقلب."""
    return " ".join(word.core for word in words[:first][-2:]) in rules.data.before_deeds


def _joins_deed(clause: Clause, words: Sequence[Word], rules: Grammar) -> bool:
    """Whether a verb of the present goes on with one behind "before": قبل أن يقلص البديل الفارق
    *ويدرك* المدافع التعادل."""
    first = words[clause.own[0][0]]
    joined = clause.kind == Kind.JOIN and bool(first.lexeme.glue) and not first.pause
    if not joined or not first.core.startswith(rules.data.subordinated_prefixes or ("\0",)):
        return False
    start = clause.own[0][0]
    for at in range(start - 1, max(start - _DEED, 0), -1):
        if words[at].verb == Verb.PAST or words[at].stop:
            return False
        if _comes_behind(at, words, rules):
            return True
    return False


def _goes_on_ahead(
    clause: Clause, words: Sequence[Word], rules: Grammar, facets: Facets, host: Facets
) -> bool:
    """Whether a joined verb goes on with what its subject will do, where only the first verb shows
    the future (*ستنطلق* الحملة غدا *وتتواصل* شهرا), or with a change of its own."""
    first, last = clause.own[0]
    verb = words[first]
    joined = clause.kind == Kind.JOIN and bool(verb.lexeme.glue)
    if rules.data.subject_first or not joined or host.modality not in _AHEAD:
        return False
    if not verb.core.startswith(rules.data.subordinated_prefixes):
        return False
    if not facets.times and not rules.goal_verbs.isdisjoint((verb.core, verb.core[1:])):
        return host.modality is Modality.PREDICTION  # ترتفع الحرارة غدا *وتبلغ* 40 درجة
    ahead = next((w.core for w in words[first - 1 :: -1] if rules.is_future(w.core)), "")
    same = ahead in rules.verb_next or ahead[1:2] == verb.core[:1]  # ستنطلق, وتتواصل
    acts = rules.unpromised.isdisjoint((verb.core, verb.core[1:]))
    left_out = acts and lacks_subject(words, first, last, rules)
    return bool(ahead) and same and (bool(clause.borrowed) or left_out)


def goes_on_promising(clause: Clause, words: Sequence[Word], rules: Grammar) -> bool:
    """Whether a bare form goes on with the infinitive of a promise: "promised to create jobs *and
    cut* taxes"."""
    first = words[clause.own[0][0]]
    bare = first.verb == Verb.WEAK and not first.core.endswith(rules.data.inflected_endings)
    joined = clause.kind == Kind.JOIN and not clause.borrowed
    return rules.data.subject_first and joined and bare


def states_duty(clause: Clause, words: Sequence[Word], rules: Grammar) -> bool:
    """Whether a clause says by its first verb what somebody is bound to do ("*must* pay a fine"):
    what nobody is quoted with is a rule or a ruling, and no opinion."""
    own = [words[at].core for first, last in clause.own for at in range(first, last)]
    joined = f" {' '.join(own)} "
    return any(f" {phrase} " in joined for phrase in rules.data.obliging)


def demands(clause: Clause, words: Sequence[Word], rules: Grammar) -> bool:
    """Whether a participle tells what a speaker demands besides what he says, which the paper tells
    as it tells of a verb: قال إن الخطة فشلت، *داعيا* إلى مراجعتها."""
    return words[clause.own[0][0]].core in rules.demanding and not rules.data.subject_first


def _is_added(clause: Clause, words: Sequence[Word], rules: Grammar) -> bool:
    """Whether a part only adds to the clause before it how much that is, without a verb."""
    first, last = clause.own[0]
    if not rules.data.subject_first:
        shares = rules.added_changes | rules.firsts | rules.seconds
        return clause.kind == Kind.PART and words[first].core in shares
    if words[first + 1 : first + 2] and words[first + 1].core in rules.comparisons:
        return clause.kind in {Kind.PART, *APPENDED}  # "slower *than* a forecast of 3%"
    that = any(words[at].core in rules.complementisers for at in range(first, last))
    compared = (
        that and words[first].core in rules.comparing_openers
    )  # "up on all *that* was forecast"
    verbs = predicates(words, first + 1, last, rules) if compared else range(first + 1, last)
    if any(words[at].verb >= Verb.PAST for at in verbs):
        return False
    if clause.kind == Kind.PART:
        return behind_pause(words, first, rules, opens=False) is Kind.PART
    return clause.kind in {Kind.ADDED, Kind.RECORD}


def _only_aims(clause: Clause, words: Sequence[Word], rules: Grammar) -> bool:
    """Whether the first verb of a clause is an infinitive: "with Smith *to lead* the side"."""
    own = (at for first, last in clause.own for at in range(first + 1, last))
    verb = next((at for at in own if words[at].verb >= Verb.PAST), 0)
    return verb > 0 and words[verb - 1].core in rules.infinitives


def _is_verbless(clause: Clause, words: Sequence[Word]) -> bool:
    """Whether no sure verb stands in a clause's own words."""
    own = (words[at] for first, last in clause.own for at in range(first, last))
    return all(word.verb < Verb.PAST for word in own)
