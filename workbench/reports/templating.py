"""Templates: ours, or a newsroom's own in a folder; and text cut where claims stand in it."""

from __future__ import annotations

import itertools
import re
import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.errors import InvalidInputError, system_reason
from workbench.reports import plot
from workbench.reports.shown import RANGE, shown
from workbench.reports.view import ReportClaim, ReportView
from workbench.reports.words import words

if TYPE_CHECKING:
    import jinja2

_OURS = Path(__file__).parent / "templates"
_RANGE = re.compile(RANGE)
_ISOLATED = re.compile("(\u2066[\\dQWX,.:/–-]+\u2069)|[^\u2066]+|\u2066")
"""What `dated` has set apart, or anything else."""
_HINT = "Mend it, or take it out of the folder: what is not in it is taken from the originals."


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of an article and the ids of the claims that stand in it."""

    text: str
    claims: tuple[int, ...]


def stretches(text: str, number: int, claims: Iterable[ReportClaim]) -> list[Stretch]:
    """Article ``number``'s text, cut wherever a claim's segment starts or ends."""
    starts: dict[int, list[int]] = {}
    ends: dict[int, list[int]] = {}
    for claim in claims:
        for appearance in claim.appearances:
            if appearance.article == number:
                for segment in appearance.segments:
                    starts.setdefault(segment.start, []).append(claim.id)
                    ends.setdefault(segment.end, []).append(claim.id)
    cuts = sorted({0, len(text), *starts, *ends})
    found, open_claims = [], list[int]()
    for start, end in itertools.pairwise(cuts):
        for claim_id in ends.get(start, ()):
            open_claims.remove(claim_id)
        open_claims += starts.get(start, ())
        found.append(Stretch(text[start:end], tuple(dict.fromkeys(open_claims))))
    return found


def write_originals(folder: Path) -> list[Path]:
    """Write our templates into a folder, to be changed there; what is there already stays.

    Raises:
        InvalidInputError: the folder cannot be written, or holds one of the files.
    """
    names = sorted(path.name for path in _OURS.iterdir() if path.is_file())
    there = [name for name in names if (folder / name).exists()]
    if there:
        raise InvalidInputError(
            "{folder} already holds {there}",
            hint="Give an empty folder.",
            folder=folder,
            there=", ".join(there),
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in names:
            (folder / name).write_bytes((_OURS / name).read_bytes())
    except OSError as error:
        raise InvalidInputError(
            "{folder} cannot be written: {reason}",
            hint="Check the folder and its permissions.",
            folder=folder,
            reason=system_reason(error),
        ) from error
    return [folder / name for name in names]


class Templates:
    """Our templates, or those of the same names in a newsroom's folder, which come first.

    Args:
        folder: the newsroom's; it need not hold all of them.
        written: makes markup of every value that is none yet; HTML's escapes where it is not given.

    Raises:
        InvalidInputError: there is no such folder.
    """

    def __init__(
        self, folder: Path | None = None, written: Callable[[Any], Any] | None = None
    ) -> None:
        self._written = written or _shown
        if folder is not None and not folder.is_dir():
            raise InvalidInputError(
                "there is no folder {folder} with templates",
                hint="`workbench report --show-templates DIR` writes the originals to begin from.",
                folder=folder,
            )
        self._folders = [folder, _OURS] if folder else [_OURS]

    def path(self, name: str) -> Path:
        """The file of a template."""
        return next(each / name for each in self._folders if (each / name).is_file())

    def source(self, name: str) -> str:
        """A template's text, for a format that fills it by other means than Jinja.

        Raises:
            InvalidInputError: it cannot be read.
        """
        path = self.path(name)
        try:
            return path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise InvalidInputError(
                "{path} cannot be read: {reason}", hint=_HINT, path=path, reason=error
            ) from error

    def fill(self, name: str, view: ReportView, **helpers: Callable[..., object]) -> str:
        """The Jinja template of that name, filled; no text of the record becomes markup.

        Raises:
            InvalidInputError: the template is broken: file, line and reason.
        """
        return self.filled(name, report=view, w=words(view.language), **helpers)

    def filled(self, name: str, **values: object) -> str:
        """A Jinja template filled with any values.

        Raises:
            InvalidInputError: as for `fill`.
        """
        import jinja2  # noqa: PLC0415 (only reports need it)

        try:
            text = self._environment.get_template(name).render(**values)
        except jinja2.TemplateSyntaxError as error:
            where = error.filename or self.path(name)
            raise self._broken(Path(where), error.lineno, error.message) from error
        except (jinja2.TemplateError, UnicodeDecodeError) as error:
            raise self._broken(*self._place(error, name), str(error)) from error
        except (TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as error:
            if self.path(name).parent == _OURS:
                raise  # our own mistake
            raise self._broken(*self._place(error, name), str(error)) from error
        return text.strip() + "\n"

    @cached_property
    def _environment(self) -> jinja2.Environment:
        ours = self._folders == [_OURS]
        return _ours(self._written) if ours else _environment(self._folders, self._written)

    def _place(self, error: BaseException, name: str) -> tuple[Path, int]:
        """Where in the templates an error came from; the first line where that is not known."""
        for frame, line in reversed(list(traceback.walk_tb(error.__traceback__))):
            path = Path(frame.f_code.co_filename)
            if path.parent in self._folders:
                return path, line
        return self.path(name), 1

    @staticmethod
    def _broken(path: Path, line: int, reason: str | None) -> InvalidInputError:
        return InvalidInputError(
            "{path}, line {line}: {reason}", hint=_HINT, path=path, line=line, reason=reason
        )


@cache
def _ours(written: Callable[[Any], Any]) -> jinja2.Environment:
    """For our own templates, which do not change: each is compiled once, not for every report."""
    return _environment([_OURS], written)


def _environment(folders: list[Path], written: Callable[[Any], Any]) -> jinja2.Environment:
    import jinja2  # noqa: PLC0415
    from jinja2.sandbox import ImmutableSandboxedEnvironment  # noqa: PLC0415

    environment = ImmutableSandboxedEnvironment(
        loader=jinja2.FileSystemLoader(folders),
        autoescape=True,
        finalize=written,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.globals.update(stretches=stretches, plot=_plot)
    environment.filters["dated"] = dated
    return environment


def dated(text: str) -> str:
    """``text`` with its dates and ranges of numbers kept from left to right, in Arabic words too.

    For what the program says; a quote stays as it is.
    """
    return _RANGE.sub("\u2066\\g<0>\u2069", shown(text))


def _shown(value: Any) -> Any:
    """Every value on its way into a template: text cannot reorder what is around it."""
    return _ISOLATED.sub(_shown_outside, value) if type(value) is str else value


def _shown_outside(found: re.Match[str]) -> str:
    return found[1] or shown(found[0])


def _plot(series: Any, label: str = "") -> object:
    from markupsafe import Markup  # noqa: PLC0415 (comes with Jinja)

    return Markup(plot.svg(series.figures, shown(label)))  # noqa: S704 (drawn from numbers)
