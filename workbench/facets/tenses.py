"""The tense of the finite verbs in a text."""

from __future__ import annotations

from workbench.facets.agreement import has_feminine
from workbench.facets.cues import Stances, pauses, stances
from workbench.facets.perfects import has_done, is_adverb, of_perfect
from workbench.facets.reading import Reading
from workbench.language.lexicon import is_known
from workbench.language.verbs import VerbForm

_HYPHENS = frozenset("-\u2010\u2011")
_SHORT_CLAUSE = 3
"""Words before a form in -s that ends a clause, up to which it is its verb: "disease spreads"."""
_CLAUSE = 60
"""Words of a clause within which its verb is looked for, so that time stays linear."""
_SUBJECT = 3
"""Words of such a phrase, at most."""
_NOW = 8
"""Words behind a verb within which one of the present stands."""
_SHORT_PAST = 5
"""Letters of a past form that is known by its ending, at least."""


def finite_tense(reading: Reading, cues: Stances, at: int) -> str | None:
    """The tense of a finite verb at a token, or nothing where it is none."""
    form = reading.verb(at) if at not in reading.in_hit else None
    if form is None:
        return None
    if (sure := _sure_tense(reading, cues, at, form)) is not None:
        return sure
    tied = at > 0 and reading.gap(at) in _HYPHENS  # "state-*owned* firms"
    # لا *تنكر* الوزارة is no denial of what was.
    negated = form.present and reading.word(at - 1) in cues.present_negators
    if tied or not (negated or _is_finite(reading, cues, at, form)):
        return None
    if form.tense == "present" and reading.word(at) in cues.perfect_auxiliaries:
        return of_perfect(reading, cues, at)
    if not cues.verb_first:
        opens = at == 0 and form.tense == "past" and reading.capital(at)
        return None if opens else _by_place(reading, cues, at, form.tense)  # "United", "Born in"
    written = "present" if negated else written_tense(reading, cues, at)
    now = is_either(reading, cues, at, form) and (
        has_feminine(reading, cues, at) or _is_of_now(reading, cues, at)
    )
    return written or ("present" if now else form.tense)


def _sure_tense(reading: Reading, cues: Stances, at: int, form: VerbForm) -> str | None:
    """The tense of what has been done, or of a helping verb without an ending before what denies
    another: "they *do not* add up"."""
    if has_done(reading, cues, at, form):
        return "past"
    word = reading.word(at)
    helps = form.tense == "base" and word in cues.finite_auxiliaries - cues.perfect_auxiliaries
    return "present" if helps and cues.negators.width(reading, at + 1) else None


def _is_of_now(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether a word of the present stands behind a verb: تزود إيطاليا بالغاز *حاليا*."""
    behind = range(at + 1, min(at + 1 + _NOW, len(reading.tokens)))
    return any(reading.word(place) in cues.of_now for place in behind)


def written_tense(reading: Reading, cues: Stances, at: int) -> str | None:
    """The tense that the vowel marks of a word tell, where it has any: أُحيلوا, رشّت."""
    raw = reading.raw(at)
    if raw.isalpha() or at in reading.in_hit or reading.is_definite(at):
        return None
    return next((tense for shape, tense in cues.written_shapes if shape.fullmatch(raw)), None)


def is_either(reading: Reading, cues: Stances, at: int, form: VerbForm) -> bool:
    """Whether a past form is, letter by letter, a present one of a feminine subject as well."""
    if not form.present or form.tense != "past" or reading.is_definite(at):
        return False
    return any(rest.startswith(cues.feminine_prefixes) for rest in reading.clitics(at))


def _is_finite(reading: Reading, cues: Stances, at: int, form: VerbForm) -> bool:
    """Whether a verb form may be finite where it stands: no noun, no participle of a state."""
    if form.tense in {"base", "gerund", "noun", "participle"} or is_infinitive(reading, cues, at):
        return False
    behind = at > 0 and reading.word(at - 1) in cues.determiners
    if behind and form.tense != "future" and form.verb not in cues.auxiliaries:
        return False
    opened = _opens_clause(reading, cues, at) and not _is_subject(reading, cues, at, form)
    if form.noun and not (opened or _has_subject(reading, cues, at)):
        return False
    if form.tense == "past" and _is_counted(reading, cues, at):
        return False
    if form.verb in cues.unchanging and reading.word(at + 1) in cues.finite_auxiliaries:
        return False  # "the growth *forecast* was lowered"
    return not (form.tense == "past" and form.verb in cues.stative)


def _is_subject(reading: Reading, cues: Stances, at: int, form: VerbForm) -> bool:
    """Whether a form that may be a noun stands right before a verb of the present, which tells of
    it: *أسر* تنتظر; not one that takes another verb (بات يتحسن)."""
    behind = reading.verb(at + 1) if cues.verb_first and form.tense == "past" else None
    if behind is None or not reading.joined(at + 1):
        return False
    taking = form.verb in cues.auxiliaries or form.verb in cues.becoming
    return behind.tense == "present" and behind.is_only_verb and not taking


def is_infinitive(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether a verb with no other past stands behind what governs its base form: "to *cut*"."""
    form = reading.verb(at)
    base = form is not None and form.verb in cues.unchanging and form.verb == reading.word(at)
    return base and reading.word(at - 1) in cues.governing


def _is_counted(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether a word is what a number counts, where the verb comes first: 720 ألف *طالب*."""
    if not cues.verb_first or at == 0:
        return False
    figure = reading.tokens[at - 1].is_number and reading.word(at) in cues.counted
    if not (figure or reading.word(at - 1) in cues.scales):
        return False
    ended = reading.word(at).endswith(cues.verb_endings)
    return not ended and not reading.raw(at - 1).endswith(cues.accusatives)


def _by_place(reading: Reading, cues: Stances, at: int, tense: str) -> str | None:
    """The tense of a form that may be something else where it stands.

    Behind a determiner it is a noun or an adjective ("the planned visits"), behind "is" a past
    form is a participle, before another finite verb a form in -s is a plural ("profits were").
    """
    if reading.word(at) in reading.pack.language.stop_words:
        return tense
    if tense == "present":
        return None if _is_plural(reading, cues, at) else tense
    back = at - 1
    while back >= 0 and reading.word(back) in cues.adverbs:
        back -= 1
    if back >= 0 and reading.word(back) in cues.passive_auxiliaries:
        return None
    return None if _is_reduced(reading, cues, at) else tense


def _is_reduced(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether a past form only describes the noun before it, whose verb is still to come: "a
    landscape kept in its storeroom is a forgery"."""
    if at == 0 or reading.word(at + 1) not in cues.determiners or reading.is_article(at + 1):
        return False
    before = reading.verb(at - 1)  # "A *review* led by": no verb stands right before a past one.
    noun = (before is None or before.tense == "base") and not reading.is_small(at - 1)
    if not noun or reading.verb(at + 1) is not None:
        return False
    for after in range(at + 2, len(reading.tokens)):
        word = reading.word(after)
        ends = word in cues.conjunctions or word in cues.complementisers
        if pauses(reading, after) or ends or cues.subordinators.width(reading, after):
            return False
        if word in cues.finite_auxiliaries and word not in cues.past_auxiliaries:
            return True
    return False


def _is_plural(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether a form in -s is a plural noun: "profits were", "four matches"."""
    told = at > 0 and reading.word(at - 1) in cues.pronouns and reading.joined(at)
    if told or reading.word(at) in cues.passive_auxiliaries:
        return False  # "it *amounts* to a cut"
    following = at + 1
    while reading.word(following) in cues.adverbs:
        following += 1
    after = reading.verb(following)
    subject = after is not None and after.tense in {"past", "present"}
    if after is not None and after.tense == "gerund" and not reading.joined(following):
        return True  # "Flash floods … killing nine"
    if subject or reading.word(at + 1) in cues.future_auxiliaries:
        return True
    if reading.word(following) in cues.plural_auxiliaries or _has_plural_verb(reading, cues, at):
        return True
    # "a state *appeals* court threw out the conviction", "a French *appeals* court"
    named = reading.word(at + 1) in cues.named
    if named and (_sure_past_behind(reading, cues, at + 2) or _is_articled(reading, at)):
        return True
    beside = reading.joined(at) and (
        reading.tokens[at - 1].is_number or _is_acted_on(reading, cues, at)
    )
    last = len(reading.tokens) - 1
    return beside or at == 0 or (at == last and last >= _SHORT_CLAUSE)


def _is_articled(reading: Reading, at: int) -> bool:
    """Whether an article stands before a word, or before the adjective of a nation with it."""
    back = at - 1 - (at - 1 in reading.in_hit)
    return reading.is_article(back) and reading.joined(at)


def _is_acted_on(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether a noun stands behind a past verb that no table knows: "they booked *profits*"."""
    unknown = reading.verb(at - 1) is None
    return unknown and has_past_ending(reading, cues, at - 1, alone=True)


def _has_plural_verb(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether a preposition follows a noun and, in the same clause, a verb that it is the subject
    of: "lights on the main road *were* destroyed"."""
    if reading.word(at + 1) not in cues.noun_links:
        return False
    return _sure_past_behind(reading, cues, at + 2)


def _sure_past_behind(reading: Reading, cues: Stances, start: int) -> bool:
    """Whether a finite verb that can be nothing else follows in the same clause."""
    for after in range(start, min(start + _CLAUSE, len(reading.tokens))):
        word = reading.word(after)
        if word in cues.plural_auxiliaries or _is_sure_past(reading, cues, after):
            return True
        ends = word in cues.conjunctions or word in cues.complementisers
        named = reading.capital(after - 1) and reading.capital(after + 1)
        ends = ends and not named  # "gains for August *and* September were revised"
        if ends or pauses(reading, after) or cues.relatives.width(reading, after):
            return False
    return False


def _is_sure_past(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether a past form is no participle, by its letters ("fell") or by the object or figure
    behind it ("found a gun", "dropped 12%")."""
    form = reading.verb(at)
    unknown = form is None and bool(cues.verb_endings)
    ended = unknown and reading.word(at).endswith(cues.verb_endings)
    if at in reading.in_hit or not (ended or (form is not None and form.tense == "past")):
        return False
    behind = at + 1
    number = behind < len(reading.tokens) and reading.tokens[behind].is_number
    either = form is None or form.participle or reading.word(at).endswith(cues.verb_endings)
    return not either or number or reading.is_article(behind)


def verb_behind(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether another finite verb follows in the same clause."""
    for after in range(at + 1, min(at + _CLAUSE, len(reading.tokens))):
        word = reading.word(after)
        ends = word in cues.conjunctions or word in cues.complementisers or word in cues.pronouns
        if ends or pauses(reading, after) or cues.subordinators.width(reading, after):
            return False
        if finite_tense(reading, cues, after) is not None:
            return True
    return False


def _opens_clause(reading: Reading, cues: Stances, at: int) -> bool:
    return (
        at == 0
        or pauses(reading, at)
        or reading.word(at - 1) in cues.conjunctions
        or reading.word(at - 1) in cues.complementisers
    )


def _has_subject(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether a past form that is the noun of its action as well is surely the verb: behind "had"
    (قد *توقع*), before "that" (كان البنك *توقع* أن), or behind "that" and a definite noun or a
    phrase that one closes, whose verb it is (إن النمو *تسارع*)."""
    if not cues.verb_first or at == 0 or not reading.joined(at):
        return False
    if reading.word(at - 1) in cues.possible or reading.word(at + 1) in cues.complementisers:
        return True
    if at > _SUBJECT or reading.is_definite(at) or not reading.is_definite(at - 1):
        return False
    # إن عجز الموازنة *تراجع* إلى …
    behind = reading.tokens[at + 1 : at + 2]
    ends = at == 1 or not behind or behind[0].is_number or reading.is_small(at + 1)
    return ends and all(reading.verb(before) is None for before in range(1, at))


def last_tense(before: Reading, cues: Stances, *, acting: bool = False) -> str | None:
    """The tense of the last finite verb of a frame; a verb of speech tells none.

    ``acting``: what follows tells what else was done ("…, police said, forcing many to flee"), so
    that a frame of speech in between is passed over.
    """
    for at in range(len(before.tokens) - 1, -1, -1):
        if opens_speech(before, cues, at):
            return None
        if not cues.verb_first and is_modal(before, cues, at):
            return "future"
        form = before.verb(at)
        tense = finite_tense(before, cues, at)
        if form is not None and tense is not None:
            if form.verb not in cues.speech:
                return tense
            if not (acting and _closes(before)):
                return None
        if form is None and has_past_ending(before, cues, at):
            return "past"
    return None


def is_modal(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether "will", "may" stand at a token, and no name that looks so: "rose in *May*"."""
    named = at > 0 and reading.capital(at)
    return reading.word(at) in cues.future_auxiliaries and not named


def _closes(before: Reading) -> bool:
    """Whether a frame of speech closes what was said before it, where subjects come first: "…, the
    ministry said,"."""
    return not stances(before.pack).verb_first and before.tail.rstrip().endswith(",")


def opens_speech(before: Reading, cues: Stances, at: int) -> bool:
    """Whether what somebody says begins behind a token: the frame before it tells no tense."""
    quoted = at + 1 < len(before.tokens) and before.gap(at + 1).strip(" \u00a0") in {'"', "«", "“"}
    return before.is_in(at, cues.complementisers) or quoted


def has_past_ending(reading: Reading, cues: Stances, at: int, *, alone: bool = False) -> bool:
    """Whether an unknown word is a past verb by its ending and by its subject ("who pocketed").

    ``alone``: no other verb is there, so that any noun may be the subject ("the country counted").
    """
    word = reading.word(at)
    if not cues.verb_endings or not word.endswith(cues.verb_endings):
        return False
    if reading.capital(at) or at in reading.in_hit or at == 0 or pauses(reading, at):
        return False
    if cues.verb_first:
        return _is_behind_subject(reading, cues, at)
    before = reading.word(at - 1)
    if len(word) < _SHORT_PAST or before in cues.determiners | cues.passive_auxiliaries:
        return False
    if alone:
        return not reading.is_small(at - 1) or before in cues.pronouns
    subject = (
        before in cues.relatives_words
        or before in cues.pronouns
        or at - 1 in reading.in_hit
        or reading.capital(at - 1)
        or reading.is_plural(at - 1)
    )
    after = reading.word(at + 1)
    # "The council gutted the plan."
    subject = subject or {after, reading.word(at - 2)} <= cues.determiners
    number = at + 1 < len(reading.tokens) and reading.tokens[at + 1].is_number
    goes_on = after in reading.pack.language.stop_words or number or not after
    return subject and (goes_on or reading.capital(at + 1) or after.endswith(cues.adverb_endings))


def _is_behind_subject(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether a word that nothing knows stands behind a definite noun: الفرق رشّت المبيدات."""
    plain = len(reading.clitics(at)) == 1 and not reading.is_small(at)
    word = reading.word(at)
    known = is_known(word, reading.pack) or word.endswith(cues.feminine)
    definite = reading.is_definite(at - 1) or at - 1 in reading.in_hit
    return plain and definite and not known


def compares(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether a participle only compares: "as expected", "worse than initially feared"."""
    if cues.comparing.isdisjoint(reading.places):
        return False
    form = reading.verb(at)
    if form is None or form.tense not in {"past", "participle"}:
        return False
    back = at - 1
    while back > 0 and is_adverb(reading, cues, back):
        back -= 1
    return back >= 0 and reading.word(back) in cues.comparing


def is_plural_present(reading: Reading, cues: Stances, at: int, form: VerbForm) -> bool:
    """Whether a base form is finite ("experts doubt"): no particle or auxiliary before it, and no
    auxiliary behind it, whose subject it would be ("the dam *project* was launched")."""
    before, after = reading.word(at - 1), reading.word(at + 1)
    return (
        form.tense == "base"
        and at > 0
        and after not in cues.finite_auxiliaries | cues.future_auxiliaries
        and before not in cues.determiners
        and before not in cues.future_auxiliaries
        and before not in cues.past_auxiliaries
        and before not in cues.conjunctions
    )


def base_tense(reading: Reading, cues: Stances, at: int, form: VerbForm) -> str | None:
    """The tense of a base form behind a plural subject: "Rovers have 31", "farms produce milk"."""
    if form.tense != "base" or form.verb in cues.unchanging:
        return None
    if reading.word(at) in cues.perfect_auxiliaries:
        return of_perfect(reading, cues, at)
    if form.verb in cues.auxiliaries or form.verb == "do":
        return None
    before, after = reading.word(at - 1), reading.word(at + 1)
    plural = reading.is_plural(at - 1) and reading.joined(at)
    subject = plural or before in cues.pronouns
    opened = after in cues.determiners or after in cues.adverbs or not after
    if after in cues.noun_links and verb_behind(reading, cues, at):
        return None  # "the Garments plant in Valenzuela broke out"
    number = at + 1 < len(reading.tokens) and reading.tokens[at + 1].is_number
    lasts = plural and form.verb in cues.lasting and form.verb not in cues.threats
    lasts = lasts and after not in cues.noun_links  # "residents *want* speed humps built"
    return "present" if subject and (opened or number or lasts) else None
