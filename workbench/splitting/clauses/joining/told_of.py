"""What an addition without a verb of its own tells of, where the subject comes first.

It is those that were counted, the subject, or the event: "…, *up 31%*", "…, *most of them
children*", "Liverpool, *the champions*, …".
"""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.clauses.clause import SHORT_HEAD, Range
from workbench.splitting.clauses.cutting.additions import takes_part
from workbench.splitting.clauses.phrases.phrases import noun_phrase
from workbench.splitting.clauses.pieces import Piece
from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import Word

_LONGEST_APPOSITION = 14
_LONGEST_EVENT = 20
"""Words of a clause that a record is told of, at most."""
_SHORTEST = 2
_DIGITS_OF_AGE = 2


def part_of(words: Sequence[Word], main: Range, piece: Piece, rules: Grammar) -> Range | None:
    """Those counted last in the clause ``main``, if a piece without a verb behind it names a part
    of them."""
    part = takes_part(words, piece.body, rules) or words[piece.body].core in rules.including
    return counted_last(words, main, rules) if part else None


def tallied(words: Sequence[Word], main: Range, rules: Grammar) -> Range | None:
    """Those whose number a clause gives, where no figure stands before them: ارتفع عدد *الضحايا*
    إلى 41، بينهم 14 طفلا."""
    near = range(main[1] - 2, main[0] - 1, -1)
    at = next((k for k in near if words[k].core in rules.counting_nouns), -1)
    if at < 0 or words[at + 1].pause or rules.prepositional(words[at + 1]):
        return None
    return noun_phrase(words, at + 1, main[1], rules)


def counted_done_to(
    words: Sequence[Word], main: Range, piece: Piece, rules: Grammar
) -> Range | None:
    """Those counted before an aside on some of them, of whom a participle or "who" goes on
    telling: "rescued *27 people*, including nine children, *kidnapped* by gunmen"."""
    opens, behind = words[piece.body], words[min(piece.body + 1, piece.stop - 1)]
    done = opens.verb == Verb.PAST and behind.core in rules.prepositions
    if not done and opens.core not in rules.personal_relatives:
        return None
    first, stop = main
    aside = next((k for k in range(stop - 1, first, -1) if words[k].pause), first)
    told = piece.paused and stop == piece.start and rules.data.subject_first
    if not told or words[aside].core not in rules.including:
        return None
    return counted_last(words, (first, aside), rules)


def is_event(main: Range) -> bool:
    """Whether a clause is short enough to be repeated before what tells of it as a whole."""
    return main[1] - main[0] <= _LONGEST_EVENT


def compares(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether a figure follows that is set beside that of the clause before."""
    return words[at].core in rules.comparing_openers


def counted_last(words: Sequence[Word], main: Range, rules: Grammar) -> Range | None:
    """The last figure of a clause with the things or people it counts."""
    for at in range(main[1] - 2, main[0] - 1, -1):
        counts = words[at].number or words[at].core in rules.numerals
        behind = words[at + 1]
        if not counts or behind.pause or behind.core in rules.dated_words:
            continue
        of = behind.core in rules.name_joints and words[at].core in rules.numerals
        joined = behind.number or behind.core in rules.conjunctions  # بين 14 و60 عاما
        if joined or (behind.core in rules.prepositions and not of):
            continue
        found = noun_phrase(words, at + 2 * of, main[1], rules)
        return (_figure_start(words, main[0], at, rules), found[1]) if found else None
    return None


def _figure_start(words: Sequence[Word], floor: int, at: int, rules: Grammar) -> int:
    """Where the figure begins whose last word is ``at``: of "38 thousand" the 38."""
    while at > floor and not words[at].pause:
        if not (words[at - 1].number or words[at - 1].core in rules.numerals):
            break
        at -= 1
    return at


def without_share(words: Sequence[Word], subject: Range, rules: Grammar) -> Range:
    """A subject without the share of it that is told: of "only 23% of the $4.2bn" the sum."""
    first, last = subject
    near = range(first + 1, min(first + 4, last - 1))
    of = next((k for k in near if words[k].core in rules.name_joints), None)
    share = of is not None and any(word.number for word in words[first:of])
    return (of + 1, last) if share and of is not None else subject


def is_apposition(words: Sequence[Word], subject: Range, piece: Piece, rules: Grammar) -> bool:
    """Whether a piece without a verb says what the subject before it is: "The building, *a former
    mill*, …", "one of its largest", "India's largest market"."""
    first, length = piece.start, piece.stop - piece.start
    if words[first].core in rules.former and length > _SHORTEST:
        first += 1
    if not _SHORTEST <= length <= _LONGEST_APPOSITION:
        return False
    opener, behind = words[first], words[min(first + 1, piece.stop - 1)]
    one = opener.core in rules.one_of and behind.core in rules.name_joints
    owned = opener.capital and behind.core in rules.possessives
    leads = words[subject[0]].core in rules.prepositions  # "In Paris, France's finance minister"
    return opener.core in rules.articles or ((one or owned) and not leads)


def tells_age(words: Sequence[Word], piece: Piece, rules: Grammar) -> bool:
    """Whether a piece between commas is no more than the age of whom it follows: "Ann Lee, *47*,
    …", "Ann Lee, *now 47*, …"."""
    first, named = piece.start, words[max(0, piece.start - 1)].capital
    first += words[first].core in rules.former and piece.stop - first > 1
    age = words[first].core
    alone = piece.stop - first == 1 and age.isdecimal() and len(age) <= _DIGITS_OF_AGE
    return named and alone and rules.data.subject_first


def whom_aged(words: Sequence[Word], subject: Range, piece: Piece, rules: Grammar) -> Range:
    """Who is of an age: the subject, or the name right before it where that is long or another's
    ("a third, identified as *Marta Ruiz*, 38, died"), and no place ("a farmer from *Bath*, 61")."""
    if subject[1] == piece.start and subject[1] - subject[0] <= SHORT_HEAD:
        return subject
    first = piece.start - 1
    while first > subject[0] and words[first - 1].capital and not words[first].pause:
        first -= 1
    return subject if words[first - 1].core in rules.locative else (first, piece.start)


def apposed_to(words: Sequence[Word], subject: Range, piece: Piece, rules: Grammar) -> Range:
    """Whom or what an apposition tells of: the subject, or a place named at its end ("61,000
    people in *Tawila*, a town west of El Fasher")."""
    subject = (_past_scene(words, subject, rules), subject[1])
    ground = any(word.core in rules.grounds for word in words[piece.start : piece.stop])
    first = subject[1] - 1
    while first > subject[0] and words[first].capital and not words[first].pause:
        first -= 1
    inner = words[first].core in rules.prepositions and first + 1 < subject[1]
    own = any(word.core in rules.grounds for word in words[subject[0] : first])
    return (first + 1, subject[1]) if ground and inner and not own else subject


def _past_scene(words: Sequence[Word], subject: Range, rules: Grammar) -> int:
    """Where a subject begins behind what only leads up to it: "On Friday, when *Dunn*, …"."""
    first, last = subject
    if words[first].core not in rules.prepositions:
        return first
    first = next((k for k in range(last - 1, first, -1) if words[k].pause), first)
    opens = words[first].core in rules.markers and first + 1 < last
    return first + 1 if opens else first


def is_of_several(
    words: Sequence[Word], subject: Range, nearest: Range, piece: Piece, rules: Grammar
) -> bool:
    """Whether a plural verb tells of the whole subject and not of the one name at its end: "*Shares
    in Samsung*, which *have* doubled"."""
    last, verb = words[nearest[1] - 1], words[min(piece.body + 1, piece.stop - 1)].core
    endings = rules.data.inflected_endings or ("\0",)
    several = words[subject[0]].core.endswith(endings)
    one = nearest[1] - nearest[0] == 1 and last.capital and not last.core.endswith(endings)
    return several and one and verb in rules.plural_auxiliaries
