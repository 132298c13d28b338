"""Puts one number together from the words and digits that stand side by side."""

from __future__ import annotations

import re
from decimal import Decimal

import msgspec
from msgspec.structs import replace

from workbench.facets.numbers.digits import value_of_digits
from workbench.facets.numbers.lexicon import NumberLexicon, Part, Piece
from workbench.facets.numbers.tokens import DASHES, VULGAR_FRACTIONS, Kind, Tokens

_GROUP = re.compile(r"[0-9]{3}(?:[.,][0-9]{1,2})?")


class Number(msgspec.Struct, frozen=True):
    """A number at the tokens ``first`` to ``last - 1``."""

    first: int
    last: int
    value: Decimal
    digits: str = ""
    """The run where it is digits without separators and scale ("2012", "05"), or nothing."""
    grouped: Decimal | None = None
    """The value if the dot of 12.500 means thousands."""
    scale: Decimal = Decimal(1)
    """The scale word by which it ends, which an earlier figure of a range may share."""
    worded: bool = False
    """It is in words alone."""
    rounded: bool = False
    """"half a million": a figure of speech, and so an approximation."""
    share: bool = False
    """A fraction of something: "two thirds"."""
    ordinal: bool = False
    vague: str = ""


class _State(msgspec.Struct):
    """What has been read of a number; ``floor`` is the last scale, which the next is below."""

    last: int
    total: Decimal = Decimal(0)
    group: Decimal | None = None
    floor: Decimal | None = None
    scale: Decimal = Decimal(1)
    digits: str = ""
    grouped: Decimal | None = None
    in_digits: bool = False
    worded: bool = True
    rounded: bool = False
    share: bool = False

    @property
    def value(self) -> Decimal:
        return self.total + (self.group or 0)

    @property
    def empty(self) -> bool:
        return self.group is None and self.floor is None


class Sum:
    """Puts one number together, piece by piece."""

    def __init__(self, tokens: Tokens, first: int, lexicon: NumberLexicon) -> None:
        self._tokens = tokens
        self._lexicon = lexicon
        self._first = first
        self._state = _State(first)
        self._before_join: _State | None = None

    def read(self) -> Number | None:
        """The number that begins here, or nothing."""
        while True:
            index, joined = self._next_index()
            found = self._piece_at(index) or self._decimals_at(self._state.last)
            if found is None:
                break
            last, piece = found
            before = self._state
            state = self._add(piece, index, last, joined=joined)
            if state is None:
                if piece.part is Part.SCALE and not joined and self._before_join:
                    self._state = self._before_join
                break
            if joined:
                self._before_join = before
            self._state = state
        return self._result()

    def _result(self) -> Number | None:
        state = self._state
        if state.empty:
            return None
        return Number(
            self._first,
            state.last,
            state.value,
            digits=state.digits,
            grouped=state.grouped,
            scale=state.scale,
            worded=state.worded,
            rounded=state.rounded,
            share=state.share,
        )

    def _next_index(self) -> tuple[int, bool]:
        """Where the next piece would begin, and whether "and" stands before it."""
        index = self._state.last
        token = self._tokens[index]
        if self._state.empty:
            return index, False
        if token.line:
            return len(self._tokens), False
        if self._lexicon.joins(token):
            return index, True
        if self._is_hyphen(index) and self._tokens[index + 1].word in self._lexicon.conjunctions:
            return self._past_join(index + 1), True
        if token.word in self._lexicon.conjunctions:
            return self._past_join(index), True
        tied = self._is_hyphen(index) and (self._tens_before() or self._scaled(index + 1))
        return index + tied, False

    def _past_join(self, index: int) -> int:
        """Behind "and", "and a", "-and-a-"."""
        index += 1
        index += self._is_hyphen(index)
        if self._tokens[index].word in self._lexicon.articles:
            index += 1
            index += self._is_hyphen(index)
        return index

    def _is_hyphen(self, index: int) -> bool:
        """Whether a dash joins what stands around it."""
        dash, after = self._tokens[index], self._tokens[index + 1]
        return dash.word in DASHES and not dash.spaced and not after.spaced

    def _scaled(self, index: int) -> bool:
        """Whether a scale stands there: "a 3-million-euro deal"."""
        piece = self._lexicon.pieces.at(self._tokens, index)
        return piece is not None and piece[1].part is Part.SCALE

    def _tens_before(self) -> bool:
        group = self._state.group
        return group is not None and not self._state.in_digits and group % 100 >= 20

    def _piece_at(self, index: int) -> tuple[int, Piece] | None:
        token = self._tokens[index]
        if token.kind is Kind.NUMBER:
            return self._digits_at(index)
        if token.core in VULGAR_FRACTIONS:
            ratio = VULGAR_FRACTIONS[token.core]
            share = Decimal(ratio.numerator) / Decimal(ratio.denominator)
            return index + 1, Piece(Part.FRACTION, share)
        # "10.5 bn": a word of letters that is only written small may stand apart.
        apart = token.spaced and (len(token.word) == 1 or token.capital or token.line)
        if self._state.in_digits and not apart and index == self._state.last:
            scale = self._lexicon.suffixes.get(token.word)
            if scale is not None and self._is_suffix(index):
                return index + 1, Piece(Part.SCALE, scale)
        # مليونا is "two million" where it begins a number, "million" after a figure, as مليوناً, or
        # where nothing is counted by it (بلغت الخسائر مليونا.) or more of the number is joined
        # (مليونا و300 ألف).
        marks = self._lexicon.data.single_marks
        single = bool(marks) and any(mark in self._tokens.raw(index) for mark in marks)
        behind = self._tokens[index + 1]
        alone = behind.kind is Kind.SIGN or behind.word in self._lexicon.stops
        alone = alone or self._lexicon.joins(behind) or behind.word in self._lexicon.conjunctions
        single = single or (alone and token.word in self._lexicon.scale_words)
        first = self._state.empty and not single
        ready = self._lexicon.ready.at(self._tokens, index) if first else None
        return ready or self._lexicon.pieces.at(self._tokens, index)

    def _decimals_at(self, index: int) -> tuple[int, Piece] | None:
        """A spoken decimal point and the digits after it: "two point five", 7 فاصلة 1."""
        tokens, state = self._tokens, self._state
        if state.group is None or state.group % 1 or state.floor is not None:
            return None
        if tokens[index].word not in self._lexicon.points or tokens[index].line:
            return None
        digits, last = "", index + 1
        while len(digits) < 4:
            piece = self._lexicon.pieces.at(tokens, last)
            if tokens[last].core.isdecimal() and not digits:
                digits, last = tokens[last].core, last + 1
                break
            if piece is None or piece[1].part is not Part.UNIT or piece[1].value > 9:
                break
            digits, last = digits + str(piece[1].value), piece[0]
        if not digits or len(digits) > 6:
            return None
        return last, Piece(Part.DECIMALS, Decimal(f"0.{digits}"))

    def _is_suffix(self, index: int) -> bool:
        """Most single letters are scales only after a currency: £5m, DKK 5m, but 5m is metres."""
        word = self._tokens[index].word
        if len(word) > 1 or word in self._lexicon.strong_suffixes:
            return True
        before, raw = self._tokens[self._first - 1], self._tokens.raw(self._first - 1)
        return (before.word,) in self._lexicon.currency_signs or raw in self._lexicon.currency_codes

    def _digits_at(self, index: int) -> tuple[int, Piece] | None:
        tokens = self._tokens
        swapped = tokens[index + 1], tokens[index + 2]
        point = self._lexicon.reversed_point
        if point and swapped[0].word == point and swapped[1].kind is Kind.NUMBER:
            run, last = f"{swapped[1].core}.{tokens[index].core}", index + 3
            if swapped[0].spaced or swapped[1].spaced:
                run, last = tokens[index].core, index + 1
        else:
            run, last = _spaced_groups(tokens, index)
        try:
            value, _ = value_of_digits(run, decimal_point="٫" in tokens.raw(index))
        except ValueError:
            return None
        return last, Piece(Part.DIGITS, value)

    def _add(self, piece: Piece, index: int, last: int, *, joined: bool) -> _State | None:
        """The state with one more piece, or nothing where it does not belong."""
        if piece.part is Part.DIGITS:
            return self._add_digits(piece, index, last, joined=joined)
        if piece.part is Part.FRACTION:
            return self._add_fraction(piece, last, joined=joined)
        if piece.part in {Part.SCALE, Part.READY}:
            scaled = piece.part is Part.SCALE
            return (
                self._scale(piece.value, last, joined=joined)
                if scaled
                else self._ready(piece, last)
            )
        decimals = piece.part is Part.DECIMALS
        if not decimals and not self._takes(piece, joined=joined):
            return None
        group = (self._state.group or Decimal(0)) + piece.value
        after = replace(self._state, last=last, group=group, scale=Decimal(1), digits="")
        return replace(after, in_digits=True) if decimals else after

    def _takes(self, piece: Piece, *, joined: bool) -> bool:
        """Whether a word below a thousand can be added to the group being read."""
        state = self._state
        # "2.2 million *and seven* years", "$112 million *two* years ago"
        apart = not state.worded and not self._lexicon.data.tens_last
        if (state.in_digits and state.group is not None) or (apart and state.group is None):
            return False
        if state.group is None:
            return state.floor is None or (piece.value < state.floor and self._may_go_on(joined))
        rest = state.group % 100
        if piece.part is Part.HUNDREDS:
            return False
        if rest == 0 and state.group:
            return self._may_go_on(joined)
        if self._lexicon.data.tens_last:
            return joined and piece.part is Part.TENS and 1 <= rest <= 9
        return not joined and rest >= 20 and rest % 10 == 0 and 1 <= piece.value <= 9

    def _may_go_on(self, joined: bool) -> bool:
        return joined or not self._lexicon.data.tens_last

    def _add_digits(self, piece: Piece, index: int, last: int, *, joined: bool) -> _State | None:
        state = self._state
        run = self._tokens[index].core
        if state.empty:
            digits = run if run.isdecimal() and last == index + 1 else ""
            grouped = None
            if last == index + 1 and "٫" not in self._tokens.raw(index):
                grouped = value_of_digits(run)[1]
            return replace(
                state,
                last=last,
                group=piece.value,
                digits=digits,
                grouped=grouped,
                in_digits=True,
                worded=False,
            )
        if state.group is None and joined and state.floor and piece.value < state.floor:
            return replace(
                state, last=last, group=piece.value, scale=Decimal(1), in_digits=True, worded=False
            )
        return None

    def _add_fraction(self, piece: Piece, last: int, *, joined: bool) -> _State | None:
        """ "half a million", "two and a half", مليار ونصف المليار."""
        state = self._state
        if state.empty:
            return self._leading_fraction(piece, last)
        if state.group is not None:
            if not joined and self._tokens[last - 1].core not in VULGAR_FRACTIONS:
                return None
            if state.grouped is not None or state.group % 1:
                return None
            return replace(state, last=last, group=state.group + piece.value, digits="")
        if not joined or state.floor is None:
            return None
        repeated = self._lexicon.pieces.at(self._tokens, last)
        if repeated and repeated[1] == Piece(Part.SCALE, state.floor):
            last = repeated[0]
        return replace(state, last=last, total=state.total + piece.value * state.floor)

    def _leading_fraction(self, piece: Piece, last: int) -> _State:
        after = last
        while (
            self._tokens[after].word in self._lexicon.of
            or self._tokens[after].word in self._lexicon.articles
            or (self._is_hyphen(after) and self._scaled(after + 1))
        ):
            after += 1
        scale = self._lexicon.pieces.at(self._tokens, after)
        if scale and scale[1].part is Part.SCALE and not self._lexicon.joins(self._tokens[after]):
            value, total = scale[1].value, piece.value * scale[1].value
            return replace(
                self._state, last=scale[0], total=total, floor=value, scale=value, rounded=True
            )
        return replace(self._state, last=last, group=piece.value, share=True)

    def _scale(self, value: Decimal, last: int, *, joined: bool) -> _State | None:
        state = self._state
        if state.share or (joined and state.group is not None):
            return None
        if value < 1000:
            return self._small_scale(value, last)
        multiplies = state.group is None and state.floor is not None and not joined
        if state.floor is not None and (value > state.floor) != multiplies:
            return None
        if value == state.floor:
            return None
        if multiplies:  # ألف مليون: the second scale multiplies the first.
            total = state.total * value
        else:
            total = state.total + (Decimal(1) if state.group is None else state.group) * value
        return replace(
            state,
            last=last,
            total=total,
            group=None,
            floor=value,
            scale=value,
            digits="",
            grouped=None,
        )

    def _small_scale(self, value: Decimal, last: int) -> _State | None:
        """ "hundred", "dozen"."""
        state = self._state
        if state.group is None:
            group = value
        elif state.group < 100 and state.group:
            group = state.group * value
        else:
            return None
        return replace(state, last=last, group=group, scale=value, digits="", grouped=None)

    def _ready(self, piece: Piece, last: int) -> _State | None:
        state = self._state
        if state.group is not None or (state.floor is not None and piece.value >= state.floor):
            return None
        total = state.total + piece.value * piece.times
        return replace(state, last=last, total=total, floor=piece.value)


def _spaced_groups(tokens: Tokens, index: int) -> tuple[str, int]:
    """The digit run at ``index`` with the groups of three that thin spaces set apart."""
    run, last = tokens[index].core, index + 1
    if not 1 <= len(run) <= 3 or run[0] == "0":
        return run, last
    groups: list[str] = []
    while len(groups) < 4 and _is_group(tokens, last, more=bool(groups)):
        groups.append(tokens[last].core)
        last += 1
        if len(groups[-1]) > 3:
            break
    return ",".join([run, *groups]), last


def _is_group(tokens: Tokens, index: int, *, more: bool) -> bool:
    """Whether three digits go on with a figure; behind a plain space only where groups stand on
    both sides ("1 414 021 100") or no figure can begin so ("12 000")."""
    token = tokens[index]
    if token.kind is not Kind.NUMBER or token.prefix or not _GROUP.fullmatch(token.core):
        return False
    gap = tokens.gap(index)
    if gap in {"\u00a0", "\u2009", "\u202f"}:
        return True
    if gap != " " or token.line:
        return False
    behind = tokens[index + 1]
    goes_on = behind.kind is Kind.NUMBER and not behind.line and _GROUP.fullmatch(behind.core)
    return token.core[0] == "0" or more or bool(goes_on and tokens.gap(index + 1) == " ")
