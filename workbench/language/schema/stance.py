"""Section ``[stance]``: how a language denies, excepts, foretells, promises, opines and asks.

A phrase is words parted by blanks; a word that ends in ``*`` stands for all words that begin so.
All are folded when read, and match behind proclitics.
"""

from __future__ import annotations

from typing import Literal

import msgspec


class Stance(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Cues of polarity and modality."""

    verbless: bool = False
    """Sentences need no verb: الطريق مغلقة."""
    verb_first: bool = False
    """Verbs stand before their subjects, and each form is one of one tense."""
    negators: tuple[str, ...] = ()
    """Phrases that deny the clause they stand in."""
    predicate_negators: tuple[str, ...] = ()
    """Words that deny where they stand before the predicate of a clause without a verb (غير)."""
    denials: tuple[str, ...] = ()
    """Verbs, by their first principal part, that deny what follows them."""
    not_negations: tuple[str, ...] = ()
    """Phrases with a negator in them that deny nothing ("no less than", لا يزال)."""
    exceptions: tuple[str, ...] = ()
    """Phrases that open an exception, which runs to the end of its clause."""
    subordinators: tuple[str, ...] = ()
    """Words that open a clause whose polarity and tense are not the statement's."""
    comparing: tuple[str, ...] = ()
    """Words behind which a participle only compares ("as expected", "worse than feared")."""
    conditions: tuple[str, ...] = ()
    """Words that open a condition before the clause that hangs on it ("if")."""
    conditional: tuple[str, ...] = ()
    """Phrases behind which only a condition stands, which tells nothing of a mere noun before it
    ("a famine *unless* trucks are let in")."""
    leading_times: tuple[str, ...] = ()
    """Conjunctions of time whose clause only bounds the one behind it (*قبل أن* يتولى الوزارة)."""
    answering: tuple[str, ...] = ()
    """Letters that begin what a condition leads to, written on to its first word (ف)."""
    complementisers: tuple[str, ...] = ()
    """Words that open what somebody says or thinks."""
    before_nouns: tuple[str, ...] = ()
    """Those of them that no past form follows at once (أن)."""
    conjunctions: tuple[str, ...] = ()
    """Words after which a new clause may begin."""

    clause_negators: tuple[str, ...] = ()
    """Negators that may stand in a clause which describes an indefinite noun (موعد لم يحدد)."""
    act_negators: tuple[str, ...] = ()
    """Negators of the noun of an action, which somebody may be asked for (عدم)."""
    written_shapes: dict[str, str] = {}
    """The tense of a verb by its vowel marks as they are written, as regular expressions: أُحيل is
    past, يُحال present."""
    questions: tuple[str, ...] = ()
    """Words that open a question."""
    question_marks: str = "?؟"
    future: tuple[str, ...] = ()
    """Phrases that foretell: "is likely", "is set to", من المتوقع."""
    foretelling: tuple[str, ...] = ()
    """Verbs that foretell what follows."""
    possible_before_present: tuple[str, ...] = ()
    """Particles that make a present form a mere possibility (قد)."""
    pledges: tuple[str, ...] = ()
    """Verbs that promise what follows."""
    pledge_phrases: tuple[str, ...] = ()
    first_person: tuple[str, ...] = ()
    """Subjects whose future is a promise ("we")."""
    first_person_future: tuple[str, ...] = ()
    """Beginnings of future forms that promise (سن)."""
    first_person_present: tuple[str, ...] = ()
    """Beginnings of present forms that promise behind a word of the future (ن in لن نتخلى)."""
    believing: tuple[str, ...] = ()
    """Verbs of holding likely what was or is: of the past behind them nothing is foretold."""
    opposing: tuple[str, ...] = ()
    """Phrases that end in "that" and set a statement of its own against the one before (إلا أن)."""
    stipulations: tuple[str, ...] = ()
    """Behind a pause, what opens a clause on what is still to be done (على أن, "provided that")."""
    allegations: tuple[str, ...] = ()
    """Things that are denied and tell nothing themselves: "denied the allegations"."""
    regarded: tuple[str, ...] = ()
    """Verbs of opinion whose present says what a thing is where nobody judges: تعتبر أكبر بحيرة."""
    supposing: tuple[str, ...] = ()
    """Verbs whose participle before an infinitive only tells what is held true: "*believed to*"."""
    opinions: tuple[str, ...] = ()
    """Verbs that opine."""
    opinion_phrases: tuple[str, ...] = ()
    judgements: tuple[str, ...] = ()
    """Phrases that opine behind a word of being ("was wrong", "were far too passive")."""
    wishes: tuple[str, ...] = ()
    """Words of duty and wish ("should", يجب): what follows is a demand, counted as opinion."""
    speech: tuple[str, ...] = ()
    """Verbs of speech: the statement is what follows them."""
    past_phrases: tuple[str, ...] = ()
    """Phrases that put a clause without a verb in the past ("up", "ago")."""
    past_auxiliaries: tuple[str, ...] = ()
    """Words that put the verb form after them in the past: كان, لم, "had"."""
    future_auxiliaries: tuple[str, ...] = ()
    """Words that put it in the future: "will", سوف, لن."""
    present_phrases: tuple[str, ...] = ()
    """Phrases that put a clause in the present: "no longer", لا يزال, حاليا."""
    temporal: tuple[str, ...] = ()
    """Subordinators behind which a verb comes, though it may look like a noun (حين *قصف*)."""
    relatives: tuple[str, ...] = ()
    """Those of the subordinators that are relative pronouns."""
    resultative: tuple[str, ...] = ()
    """Letters before a present form that make it follow from the past before it (ل)."""
    hedges: tuple[str, ...] = ()
    """Phrases that weaken a statement ("reportedly", نحو)."""
    adverbs: tuple[str, ...] = ()
    """Words that may stand between an auxiliary and its verb."""
    record_links: tuple[str, ...] = ()
    """Words behind a superlative before how far back it holds ("the worst drought *in* …")…"""
    record_spans: tuple[str, ...] = ()
    """…and words of such spans ("decades", "record")."""
    unwilling: tuple[str, ...] = ()
    """Words that tell, where they are denied, what somebody did not do who was asked ("would")…"""
    withholding: tuple[str, ...] = ()
    """…and the verbs of that ("would not *comment*")."""
    unable: tuple[str, ...] = ()
    """Words that tell, where they are denied, what was not possible: "could not be verified"."""
    unreal: tuple[str, ...] = ()
    """Auxiliaries that speak of the past before a perfect ("could *have won*")."""
    bounds: tuple[str, ...] = ()
    """Phrases with a verb in them that only bind a figure (ما يزيد على)."""
    awaited: tuple[str, ...] = ()
    """Adjectives that say of a noun that it is still to come (متوقعة)."""
    hopes: tuple[str, ...] = ()
    """Nouns of hope and belief that govern what follows "that" (أمله)."""
    fears: tuple[str, ...] = ()
    """Nouns of expectation and fear that do (توقعات, "fears")."""
    habits: tuple[str, ...] = ()
    """Phrases that make of a present what is done again and again ("every year")."""
    adverb_phrases: tuple[str, ...] = ()
    """Phrases that may do so ("so far")."""
    plural_auxiliaries: tuple[str, ...] = ()
    """Finite forms that only a plural subject has ("were"): what looks like a verb in the singular
    before one ("lights", "shares") is that subject."""
    noun_links: tuple[str, ...] = ()
    """Prepositions that may stand between such a subject and its verb."""
    perfect_infinitives: tuple[str, ...] = ()
    """What makes a thing of the past of what is thought today: "is believed *to have* fled"."""
    passive_auxiliaries: tuple[str, ...] = ()
    """Forms before a past form that make it passive ("was")."""
    perfect_auxiliaries: tuple[str, ...] = ()
    """Present forms that make the participle after them a past ("has")."""
    unchanging: tuple[str, ...] = ()
    """Verbs whose participle looks like their base ("cut")."""
    determiners: tuple[str, ...] = ()
    """Words behind which a form is a noun or an adjective ("the planned visit")."""
    future_times: tuple[str, ...] = ()
    """Times that make a present form foretell: "tomorrow", المقبل."""
    verb_shapes: dict[str, Literal["past", "present", "future"]] = {}
    """Beginning of a word that no table knows → the tense it then has (سي: future)."""
    sentential: tuple[str, ...] = ()
    """Words that open what follows from the whole sentence before them (ما, مما)."""
    stative: tuple[str, ...] = ()
    """Verbs whose participle tells a state: "based in", "known as"."""
    feminine_endings: tuple[str, ...] = ()
    """Endings that show that a subject is feminine (ة)."""
    feminine_prefixes: tuple[str, ...] = ()
    """First letters of present forms that a feminine subject takes (ت)."""
    opening_negators: tuple[str, ...] = ()
    """Phrases that deny a statement only where it begins with them ("without", من دون أن)."""
    demands: tuple[str, ...] = ()
    """Verbs that ask for what follows them: a demand is an opinion."""
    threats: tuple[str, ...] = ()
    """Verbs that threaten what follows, which is a promise."""
    governing: tuple[str, ...] = ()
    """Small words between such a verb and what it governs ("for", ب)."""
    praises: tuple[str, ...] = ()
    """Phrases of praise and blame that make a judgement of whatever tense: أفضل ما لديه."""
    becoming: tuple[str, ...] = ()
    """Verbs whose past before a present verb tells what has come to be and is: باتت تشتري."""
    staying: tuple[str, ...] = ()
    """Those of them that tell what is so now before a noun as well: بات."""
    undone: tuple[str, ...] = ()
    """Words behind "has" that tell what was not done so far ("yet to")."""
    enduring: tuple[str, ...] = ()
    """Verbs whose perfect tells what still is ("has *worked* there since May")…"""
    enduring_marks: tuple[str, ...] = ()
    """…behind one of these…"""
    enduring_lengths: tuple[str, ...] = ()
    """…or one of these with a number ("for 20 years")."""
    lasting: tuple[str, ...] = ()
    """Verbs whose present form in a headline tells what is and not what happened."""
    verb_endings: dict[str, Literal["past"]] = {}
    """Ending of a word that no table knows → the tense it has behind its subject (-ed: past)."""
    pronouns: tuple[str, ...] = ()
    """Pronouns that open a sentence without a verb, which is present (هو, هي)."""
    state_nouns: tuple[str, ...] = ()
    """Nouns at the head of a text that tell of a state (وجود), not of an event."""
    duties: tuple[str, ...] = ()
    """Words that lay a duty on who follows, where a complementiser comes behind (على … أن)."""
    accusatives: tuple[str, ...] = ()
    """Endings, as written, of a word that is no subject and no predicate by itself."""
    owners: tuple[str, ...] = ()
    """Pronouns written on to a noun, which make it definite."""
    predicate_shapes: tuple[str, ...] = ()
    """Regular expressions of the adjectives and participles that say what a noun before is."""
    present_negators: tuple[str, ...] = ()
    """Negators before a verb of the present only: لا تسلم, "does not hand over"."""
    following: tuple[str, ...] = ()
    """Phrases behind which a present form has the time of the verb before (قبل أن)."""
    warnings: tuple[str, ...] = ()
    """Verbs of warning: the event they govern is still to come."""
    postponing: tuple[str, ...] = ()
    """Verbs of another time for something, which has been set already ("postponed to May")."""
    participle_shapes: dict[str, str] = {}
    """Regular expressions of active participles as objects (قاطعاً, مرتفعاً) → the form of their verb
    that their letters make, as a format."""
    finite_auxiliaries: tuple[str, ...] = ()
    """Forms that are always the verb of a clause ("is", "has"): a past form before one, with no
    conjunction between, only describes the subject."""
    being: tuple[str, ...] = ()
    """Words of being that join a judgement to what it is about ("is", "'s")."""
    verdict_subjects: tuple[str, ...] = ()
    """Pronouns about which direct speech judges ("that", "it")."""
    feelings: tuple[str, ...] = ()
    """How somebody says of themselves that they feel ("tired", "excited")."""
    pointing: tuple[str, ...] = ()
    """Those of `verdict_subjects` that only point: what they are said to be is a verdict."""
    verdict_openers: tuple[str, ...] = ()
    """Both in one word ("it's")."""
    also: tuple[str, ...] = ()
    """Words of judgement that mean "as well" where nothing follows ("too")."""
    concerning: tuple[str, ...] = ()
    """Verbs that in the present tell what a thing is about, be a day named that is to come."""
    refusals: tuple[str, ...] = ()
    """What denies a present verb behind it: "do not"; what is not expected is foretold as well."""
    bars: tuple[str, ...] = ()
    """What says that something is impossible ("cannot")…"""
    barred_until: tuple[str, ...] = ()
    """…and before what it stands up to a day to come ("*before* October")."""
    naming: tuple[str, ...] = ()
    """Verbs behind whose participle stands what somebody is called or held to be, no object."""
    would_or_had: tuple[str, ...] = ()
    """Short forms that tell of the past only before a participle: "he'd left", "he'd leave"."""
    worths: tuple[str, ...] = ()
    """Participles that alone tell what a thing is worth now: "the cost, *estimated at* 5m"."""
    asking_clauses: tuple[str, ...] = ()
    """Words that open a clause that is the subject of the rest ("*What* it was is unclear")."""
    aims: tuple[str, ...] = ()
    """Verbs that in the present tell what their subject means to do (سعى)."""
    masculine: tuple[str, ...] = ()
    """Words with a feminine ending, and names of places, that a masculine verb agrees with
    (العشرات, العراق)."""
    feminine_words: tuple[str, ...] = ()
    """Words without a feminine ending that a feminine verb agrees with (البلاد)."""
    of_now: tuple[str, ...] = ()
    """Words beside which a verb is no past: *حاليا*."""
