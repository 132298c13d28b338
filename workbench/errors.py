"""What can go wrong for a person, in words that person understands.

The words are English here, with the values in them kept apart, so that a face of the program can
say the same in the language of its reader without this room knowing any language.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

Translate = Callable[[str], str]
"""An English template → the template in another language; itself where that has none."""


@dataclass(frozen=True, init=False)
class Said:
    """A sentence or word of the program: an English template and the values in it.

    Args:
        template: a literal string, so that templates can be collected; ``{path}`` stands for a
            value, as in `str.format`. Without values it is taken as it stands.
        values: what stands there. A value that is itself `Said` is translated too.
    """

    template: str
    values: dict[str, str | int | float | Said]

    def __init__(self, template: str, /, **values: object) -> None:
        kept = {
            name: value if isinstance(value, str | int | float | Said) else str(value)
            for name, value in values.items()
        }
        object.__setattr__(self, "template", template)
        object.__setattr__(self, "values", kept)

    def __str__(self) -> str:
        return self.told(_as_it_is)

    def told(self, translate: Translate) -> str:
        """The same in another language; in English where its template is no good."""
        if not self.values:
            return translate(self.template)
        values = {
            name: value.told(translate) if isinstance(value, Said) else value
            for name, value in self.values.items()
        }
        for template in (translate(self.template), self.template):
            # A slip in a template must not hide what went wrong.
            with suppress(LookupError, ValueError, AttributeError):
                return template.format(**values)
        return self.template


def _as_it_is(template: str) -> str:
    return template


Tellable = str | Said
"""Words for a person; bare ones stand for themselves and are looked up as they are."""


def as_said(words: Tellable, **values: object) -> Said:
    """Words as `Said`, the values put into a bare template."""
    return words if isinstance(words, Said) else Said(words, **values)


def system_reason(error: OSError) -> Said:
    """Why the operating system refused, in its own words."""
    return Said(error.strerror or str(error))


class WorkbenchError(Exception):
    """An error that a user can cause or cure: what is wrong, where, and what to do.

    Args:
        message: template of what is wrong, naming the file, line or field where there is one.
        hint: template of what to do about it, as an instruction.
        values: the values of both; see `Said`.
    """

    def __init__(self, message: Tellable, /, *, hint: Tellable = "", **values: object) -> None:
        self.said = as_said(message, **values)
        self.advice = as_said(hint, **values)
        super().__init__(self.message)

    @property
    def message(self) -> str:
        """What is wrong, in English."""
        return str(self.said)

    @property
    def hint(self) -> str:
        """What to do about it, in English."""
        return str(self.advice)

    def __str__(self) -> str:
        return "\n".join(filter(None, (self.message, self.hint)))

    def told(self, translate: Translate) -> str:
        """What is wrong and what to do, in another language."""
        return "\n".join(filter(None, (self.said.told(translate), self.advice.told(translate))))


class NotFoundError(WorkbenchError):
    """What was asked for is not on file."""


_LISTED = {
    "claim": Said("`workbench claims` lists those that are."),
    "article": Said("`workbench articles` lists those that are."),
    "source": Said("`workbench source list` lists those that are."),
    "match": Said("`workbench matches list` lists those that wait."),
    "evidence": Said("`workbench show CLAIM` lists that of a claim."),
}
"""Record → where its numbers stand."""


def not_on_file(record: str, row_id: int) -> NotFoundError:
    """The error that no ``record`` ("claim", "article") has that number."""
    return NotFoundError(
        "there is no {record} {row_id} on file",
        hint=_LISTED.get(record, ""),
        record=Said(record),
        row_id=row_id,
    )


class InvalidInputError(WorkbenchError):
    """A value or a file that cannot be taken as it is."""


class ChangedMeanwhileError(WorkbenchError):
    """Somebody else changed the record after it was read; nothing was overwritten."""


class StoreError(WorkbenchError):
    """The claim store cannot be opened, read or written (locked, corrupt, newer, full)."""
