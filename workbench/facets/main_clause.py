"""Which words of a text stand in its main clause."""

from __future__ import annotations

from workbench.facets.cues import pauses, stances
from workbench.facets.reading import Reading
from workbench.facets.tenses import is_modal

_SUBJECT = 2
"""Words of a conjunction and its verb, before the subject."""


def main_clause(reading: Reading) -> tuple[bool, ...]:
    """For each token, whether it stands in the main clause (see `_main_clause`)."""
    return reading.once(_main_clause)


def _main_clause(reading: Reading) -> tuple[bool, ...]:
    """For each token, whether it stands in the main clause.

    A subordinate clause runs from its opening word to the next pause, or to the second finite
    verb after a relative pronoun ("the man who did not pay *was* arrested"). A text that is
    itself such a clause has it for its main clause; one that opens with a condition has what
    follows its pause ("If nothing changes, *prices will rise*").
    """
    cues = stances(reading.pack)
    main: list[bool] = []
    condition, restricting = _condition_end(reading), reading.once(_restricting)
    inside, verbs, relative, plural = condition > 0, 0, False, False
    subordinate = reading.once(cues.subordinators)
    if not (inside or restricting or subordinate):
        return (True,) * len(reading.tokens)
    for at in range(len(reading.tokens)):
        if inside and (at == condition or pauses(reading, at)):
            inside = False
        restricts = at in restricting
        opened = at > 0 and at in subordinate and _opens(reading, at)
        if opened or restricts:
            inside, verbs = True, 0
            relative = restricts or bool(cues.relatives.width(reading, at))
            plural = relative and _is_plural_verb(reading, at + 1)
        elif (
            inside
            and relative
            and (
                _is_finite(reading, at)
                or (plural and _is_plural_verb(reading, at))
                or _negates_verb(reading, at)
                or _acts_behind_relative(reading, at)
            )
        ):
            verbs += not _goes_with_verb(reading, at)
            inside = verbs < 2
        main.append(not inside)
    return tuple(main) if _says_something(reading, main) else (True,) * len(main)


def _restricting(reading: Reading) -> frozenset[int]:
    """Where "that" stands for the noun before it, with its verb behind it: "a drug *that did* not
    work"."""
    words = stances(reading.pack).complementisers
    if stances(reading.pack).verb_first or words.isdisjoint(reading.places):
        return frozenset()
    found = (at for word in words.intersection(reading.places) for at in reading.places[word])
    return frozenset(at for at in found if _restricts(reading, at))


def _restricts(reading: Reading, at: int) -> bool:
    if _tells_allegation(reading, at):
        return True
    if at < 1 or pauses(reading, at) or reading.verb(at - 1) is not None:
        return False
    relative = stances(reading.pack).relatives.width(reading, at)
    form = reading.verb(at + 1)
    plural = form is not None and form.tense == "base" and reading.is_plural(at - 1)
    return (plural or _is_finite(reading, at + 1)) and not relative


def _tells_allegation(reading: Reading, at: int) -> bool:
    """Whether "that" tells what is alleged, behind the verb of the clause: "will pay to settle
    claims *that* it failed"."""
    alleged = at > 1 and stances(reading.pack).allegations.width(reading, at - 1) == 1
    return alleged and any(_is_finite(reading, before) for before in range(at - 1))


def _goes_with_verb(reading: Reading, at: int) -> bool:
    """Whether the verb at a token is one with the one before it: "had not lost", "has been"."""
    cues, back = stances(reading.pack), at - 1
    if not cues.verb_first:
        while back > 0 and (
            reading.word(back) in cues.adverbs
            or cues.negators.width(reading, back)
            or _measures(reading, back)
        ):
            back -= 1
    elif back > 0 and reading.word(back) in cues.possible:
        back -= 1  # كانت *قد توقعت*
    if back >= 0 and _negates_verb(reading, back):
        return True
    if back < 0 or not _is_finite(reading, back):
        return False
    return cues.verb_first or _is_auxiliary(reading, back)  # "who have not voted | *can* register"


def _acts_behind_relative(reading: Reading, at: int) -> bool:
    """Whether a word straight behind a relative pronoun is its verb, be it in no table: الذين
    *غرقوا* | لم يرتدوا."""
    cues = stances(reading.pack)
    related = cues.verb_first and at > 0 and bool(cues.relatives.width(reading, at - 1))
    return related and not (reading.is_small(at) or reading.is_definite(at) or at in reading.in_hit)


def _negates_verb(reading: Reading, at: int) -> bool:
    """Whether a word that negates a clause stands before its verb, joined to none before it: الذين
    حضروا | *لم* يصوتوا."""
    cues = stances(reading.pack)
    negates = cues.verb_first and reading.word(at) in cues.clause_negators
    if not negates or len(reading.clitics(at)) > 1 or at + 1 >= len(reading.tokens):
        return False
    begins = tuple(prefix[-1] for prefix, _ in cues.verb_shapes)  # ست, without its future
    return reading.verb(at + 1) is not None or reading.word(at + 1).startswith(begins)


def _is_plural_verb(reading: Reading, at: int) -> bool:
    """Whether a form without an ending is finite, as it is of several: "firms that *fail* to comply
    *face* fines"."""
    form, before = reading.verb(at), reading.word(at - 1)
    cues = stances(reading.pack)
    led = before in cues.infinitives or before in cues.determiners
    led = led or bool(cues.negators.width(reading, at - 1)) or _is_auxiliary(reading, at - 1)
    return form is not None and form.tense == "base" and not led


def _is_auxiliary(reading: Reading, at: int) -> bool:
    """Whether the verb at a token leads another in: "*have* voted", "*will* be"."""
    cues, word, form = stances(reading.pack), reading.word(at), reading.verb(at)
    led = is_modal(reading, cues, at) or word in cues.finite_auxiliaries
    return led or (form is not None and form.verb in cues.auxiliaries)


def _measures(reading: Reading, at: int) -> bool:
    """Whether a figure stands there, or its unit right behind it: "is *60 percent* owned"."""
    return reading.tokens[at].is_number or (at > 0 and reading.tokens[at - 1].is_number)


def _says_something(reading: Reading, main: list[bool]) -> bool:
    """Whether the main clause has a verb: "United, who had not lost" has none but its relative's.

    Where sentences need no verb, it always says something.
    """
    cues = stances(reading.pack)
    if all(main):
        return True
    if cues.verbless:
        return not _only_relates(reading, main)
    relative = any(
        cues.relatives.width(reading, at) or at in reading.once(_restricting)
        for at, inside in enumerate(main)
        if not inside
    )
    finite = any(
        inside and _is_finite(reading, at) and not reading.capital(at)
        for at, inside in enumerate(main)
    )
    return finite or not relative


def _only_relates(reading: Reading, main: list[bool]) -> bool:
    """Whether nothing but a relative clause follows a name: إدريس، الذي لم يشارك في الدراسة."""
    first = main.index(False)
    relative = stances(reading.pack).relatives.width(reading, first)
    apart = pauses(reading, first) or "\u2026" in reading.gap(first)
    told = any(_is_finite(reading, at) for at in range(first))
    return bool(relative) and apart and not told and not any(main[first:])


def _is_second_modal(reading: Reading, at: int) -> bool:
    """Whether a modal follows the verb of a condition, as that of what it leads to, where no comma
    parts the two: "if the truce holds the crossing *will* open"."""
    cues = stances(reading.pack)
    if cues.verb_first or not is_modal(reading, cues, at):
        return False
    return any(_is_finite(reading, before) for before in range(1, at - 1))


def _condition_end(reading: Reading) -> int:
    """The token behind the condition, or what somebody was asked, that a text opens with, if its
    clause follows; else 0."""
    cues = stances(reading.pack)
    opens = bool(reading.tokens) and reading.is_in(0, cues.conditions)
    leads = (cues.conditional, cues.leading_times) if reading.tokens else ()
    opens = opens or any(each.width(reading, 0) for each in leads)
    first = reading.verb(0)
    asked = first is not None and first.tense == "past" and reading.word(1) in cues.asking_clauses
    if not opens and not asked:
        return 0
    size = len(reading.tokens)
    ends = (
        at
        for at in range(1, size)
        if pauses(reading, at)
        or not reading.joined(at)
        or _answers(reading, at)
        or _acts_next(reading, at)
        or _is_second_modal(reading, at)
    )
    end = next(ends, size)
    return end if any(_is_finite(reading, at) for at in range(end, size)) else 0


def _answers(reading: Reading, at: int) -> bool:
    """Whether a letter written on to a word begins what a condition leads to: إذا فشلت المحادثات
    *فسيضربون*."""
    cues = stances(reading.pack)
    if not cues.answering or reading.word(at)[:1] not in cues.answering:
        return False
    future = reading.verb(at)
    told = future is not None and future.tense == "future"
    opened = cues.complementisers | cues.future_auxiliaries
    return told or any(rest in opened for rest in reading.clitics(at)[1:])


def _acts_next(reading: Reading, at: int) -> bool:
    """Whether a second verb behind a definite noun is that of what a condition or a time leads to,
    where the verb comes first: عندما تنتهي الحرب *سنعود*."""
    led = at > _SUBJECT and stances(reading.pack).verb_first and reading.is_definite(at - 1)
    acts = led and not stances(reading.pack).relatives.width(reading, at - 1)
    return acts and _is_finite(reading, at) and any(_is_finite(reading, k) for k in range(at - 1))


def _opens(reading: Reading, at: int) -> bool:
    """Whether a subordinator opens a clause here: a verb follows before the next pause."""
    cues = stances(reading.pack)
    if cues.negators.width(reading, at + 1) or cues.openers.width(reading, at):
        return True
    for after in range(at + 1, min(at + 9, len(reading.tokens))):
        if pauses(reading, after):
            return False
        if _is_finite(reading, after):
            return True
    return False


def _is_finite(reading: Reading, at: int) -> bool:
    form, cues, word = reading.verb(at), stances(reading.pack), reading.word(at)
    if is_modal(reading, cues, at) or word in cues.finite_auxiliaries:
        return True
    return form is not None and form.is_only_verb
