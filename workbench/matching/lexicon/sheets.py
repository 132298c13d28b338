"""What a sheet of senses may say (``data/senses.<code>.toml``), and how a sheet is read."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, TypeVar

import msgspec

from workbench.errors import InvalidInputError

FOLDER = Path(__file__).parent / "data"
"""Where the sheets are."""
Sheet = TypeVar("Sheet", bound=msgspec.Struct)
_Written = Annotated[str, msgspec.Meta(pattern=r"^[^\s?]+\??( [^\s?]+\??)+$")]
"""A phrase as `workbench.matching.lexicon.phrases` reads it: two words at least."""


class Support(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs that say no more than the noun they carry: "launch an attack", عقد اجتماعا."""

    verbs: str
    nouns: str


class Implied(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that go without saying beside others: the court that acquits, the Ebola virus."""

    words: str
    beside: str


class ToldByRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """In which of its senses a word is meant, by what stands near it: رفع, he lifted sanctions and
    raised prices."""

    others: str
    """The senses that it then has not."""
    words: str = ""
    phrases: tuple[str, ...] = ()
    """Phrases as they stand; what is said of the first word of another applies to it as well."""
    near: str = ""
    """Senses of what it is done to, and…"""
    behind: str = ""
    """…small words behind it: رفع … *عن*."""
    named: str = ""
    """Names, in no language, of whom it is told beside: the *US* secretary of state."""


class SensesSheet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``senses.<code>.toml``."""

    senses: dict[str, str]
    """Sense → its words, separated by blanks."""
    phrases: dict[str, tuple[_Written, ...]] = {}
    """Sense → its phrases of several words."""
    light_phrases: tuple[_Written, ...] = ()
    """Phrases that change nothing in what is stated: "it is worth noting that", أقدم على."""
    denying_phrases: tuple[_Written, ...] = ()
    """Phrases that deny what follows and say nothing else: "failed to"."""
    support: tuple[Support, ...] = ()
    """Rows of verbs and of the nouns beside which they change nothing in what is stated."""
    implied: tuple[Implied, ...] = ()
    """Rows of words and of those beside which they go without saying."""
    told_by: tuple[ToldByRow, ...] = ()
    """Rows of words of several senses, the first that applies first."""
    measuring: str = ""
    """Words that say nothing of their own before a figure: "jewels *worth* two million"."""
    generic: str = ""
    """Words that say nothing of their own behind what they are of: "the pension *system*"."""
    linking: str = ""
    """Senses whose phrases only join what is stated: "as a result of"."""
    light: str = ""
    """Words too common to tell two statements apart."""
    denying: str = ""
    """Words that turn what they stand before into its contrary: "without", "fails", دون."""
    absence: str = ""
    """Words for what is not there: خلو البلاد من الإصابات."""
    denying_pronouns: tuple[str, ...] = ()
    """Those that stand for whom it is denied of: "killed *nobody*". One word or two."""
    affirming: str = ""
    """Words that undo a denying word before them: "not only", لا تزال."""
    doers: tuple[str, ...] = ()
    """What stands before the doer of a passive: "by", من قبل. One word or two."""
    standards: tuple[str, ...] = ()
    """What stands before the thing compared with: "than", أكبر من. One word or two."""
    possible: str = ""
    """Words with which a forecast is only possible: "may", قد."""
    unfinished: str = ""
    """Words before a deed that is still being done: "*being* built", *يجري* بناء."""
    telling: dict[str, str] = {}
    """What a small word says, by a name of all languages → the words: that it only *can* be, that
    it is one *or* the other, that *each* gets as much."""
    including: str = ""
    """Words before some of those that a figure counts: "18 people, *including* five children"."""
    restricting: str = ""
    """Words that leave out everything else: "only", فقط."""
    partitive: str = ""
    """Words that leave one of several: أحد الطرفين. Denied they leave none."""
    doubling: str = ""
    """The mark that doubles a letter, and…"""
    doubled: str = ""
    """…words that say another thing with it: حضر, he attended, is he prepared."""
    vowels: str = ""
    """The marks of vowels, which part two words that have others on one letter."""
    collective: str = ""
    """Words for many of what they are of, who are no part of it: "a *group* of students"."""
    causing: tuple[tuple[str, str], ...] = ()
    """By what a verb begins, and by what one that makes somebody do it: توقف, أوقف."""
    getting: tuple[str, ...] = ()
    """Verbs with which somebody gets what another does: "got an apology", "came under attack"."""
    ranking: str = ""
    """Small words that before a noun say that it is the last: آخر مستشفى; behind one, another."""
    joining: str = ""
    """Words between the members of a list: "and", "or"."""
    joining_prefix: str = ""
    """What is written on to the next member of a list: و."""
    first: str = ""
    """The letter with which listed verbs of the present begin (ي)…"""
    variants: str = ""
    """…and what stands in its place in other persons and the future (ت ن سي ست)."""
    endings: str = ""
    """Endings of person and case that any listed word may take (ت وا ا)."""


def read_sheet(path: Path, schema: type[Sheet]) -> Sheet:
    """A sheet of the folder.

    Raises:
        InvalidInputError: it is not as its schema says.
    """
    import tomllib  # noqa: PLC0415 (not needed where the sheets are kept)

    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), schema)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise InvalidInputError("{name}: {reason}", name=path.name, reason=error) from error
