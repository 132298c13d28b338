"""Language packs: what Workbench knows of a language, as data with a validated schema.

A pack is one file ``<code>.toml`` or one folder ``<code>/`` of TOML files, and JSON files where a
section is large and generated (JSON is read some twenty times as fast), each holding one or
more sections; a section that has a file of its own name stands there and nowhere else. Every
section has a schema in `workbench.language.schema`; a key that the schema
does not know is an error, so that nothing falls under the wrong table unseen.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, cached_property
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from workbench.errors import InvalidInputError
from workbench.language.packs.kept import Kept
from workbench.language.schema import SECTIONS, Language

Section = TypeVar("Section", bound=msgspec.Struct)
Made = TypeVar("Made")
_HERE = Path(__file__).parent
_SUFFIXES = {".toml", ".json"}
_ITSELF = "pack"
_NAME = re.compile(r"[A-Za-z0-9_-]{1,40}")
"""How a pack may be called."""


class LanguagePack:
    """One language's data; a section is read and checked when it is first asked for.

    What is made of the packs of the program itself is kept for the next run (`kept`).
    """

    def __init__(self, code: str, folder: Path = _HERE) -> None:
        self.code = code
        self._files = _pack_files(code, folder)
        self._kept = Kept(code) if folder == _HERE else None
        self._made: dict[object, object] = {}
        self._names: dict[int, str] = {id(self): _ITSELF}
        """Of what was made, by identity: things refer to one another by these names."""

    @cached_property
    def _tables(self) -> dict[str, Any]:
        tables: dict[str, Any] = {}
        for file in self._files:
            for name, table in _sections(file).items():
                if name in tables:
                    raise InvalidInputError(
                        "{name}: section [{section}] stands twice", name=file.name, section=name
                    )
                tables[name] = table
        return tables

    def _table(self, name: str) -> Any:
        """The section as it is written; only its own file is read where it has one."""
        own = next((file for file in self._files if file.stem == name != self.code), None)
        if own is None:
            return self._tables.get(name, {})
        return _sections(own).get(name, {})

    @cached_property
    def language(self) -> Language:
        """The section that says what language this is and how it is written."""
        return self.section(Language)

    def section(self, schema: type[Section]) -> Section:
        """The section of that schema; a pack without it gives the schema's defaults.

        Raises:
            InvalidInputError: a key is unknown, missing or of the wrong type.
        """
        found = self._made.get(schema)
        if found is None:
            name = next(key for key, known in SECTIONS.items() if known is schema)
            found = self._once(schema, name, lambda: self._convert(name, schema))
        return found  # type: ignore[return-value]

    def _convert(self, name: str, schema: type[msgspec.Struct]) -> msgspec.Struct:
        try:
            return msgspec.convert(self._table(name), schema)
        except msgspec.ValidationError as error:
            raise InvalidInputError(
                "language pack {code}, section [{name}]: {reason}",
                code=self.code,
                name=name,
                reason=error,
            ) from error

    def derived(self, make: Callable[[LanguagePack], Made]) -> Made:
        """What ``make`` makes of this pack (an index, a compiled pattern), made only once.

        ``make`` is a function or class of a module, and what it makes does not change.
        """
        found = self._made.get(make)
        if found is None:
            name = f"{make.__module__}:{make.__qualname__}"
            found = self._once(make, name, lambda: make(self))
        return found  # type: ignore[return-value]

    def _once(self, key: object, name: str, make: Callable[[], object]) -> object:
        thing = self._kept.load(name, self._named) if self._kept else None
        new = thing is None
        if new:
            thing = make()
        if self._kept and new:
            self._kept.keep(name, thing, lambda other: self._names.get(id(other)))
        self._made[key] = thing
        self._names[id(thing)] = name
        return thing

    def _named(self, name: str) -> object:
        """What another thing of the pack refers to by its name."""
        if name == _ITSELF:
            return self
        if name in SECTIONS:
            return self.section(SECTIONS[name])
        module, _, function = name.partition(":")
        return self.derived(getattr(import_module(module), function))

    def check(self) -> None:
        """Read every file and every section, so that an error in any of them is raised now."""
        _ = self._tables
        for schema in SECTIONS.values():
            self.section(schema)


def _pack_files(code: str, folder: Path) -> list[Path]:
    is_name = _NAME.fullmatch(code) is not None  # it may come with a record, from anywhere
    single = folder / f"{code}.toml"
    if is_name and single.is_file():
        return [single]
    found = (folder / code).glob("*.*") if is_name else ()
    files = sorted(file for file in found if file.suffix in _SUFFIXES)
    if not files:
        raise InvalidInputError(
            "there is no language pack {code!r}",
            hint="Packs on file: {known}.",
            code=code,
            known=", ".join(available(folder)),
        )
    return files


def _sections(file: Path) -> dict[str, Any]:
    tables = _read(file)
    unknown = next((name for name in tables if name not in SECTIONS), None)
    if unknown is not None:
        raise InvalidInputError(
            "{name}: there is no section [{unknown}] in a language pack",
            hint="The sections are: {known}.",
            name=file.name,
            unknown=unknown,
            known=", ".join(sorted(SECTIONS)),
        )
    return tables


def _read(file: Path) -> dict[str, Any]:
    if file.suffix == ".json":
        return _read_json(file)
    import tomllib  # noqa: PLC0415 (not needed where the packs are kept)

    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise InvalidInputError("{name}: {reason}", name=file.name, reason=error) from error


def _read_json(file: Path) -> dict[str, Any]:
    try:
        return msgspec.json.decode(file.read_bytes(), type=dict[str, Any])
    except msgspec.DecodeError as error:
        raise InvalidInputError("{name}: {reason}", name=file.name, reason=error) from error


def of_no_language(make: Callable[[], Made]) -> Made:
    """What ``make`` makes of tables that all languages share, kept for the next run as well.

    ``make`` is a function of a module; whoever asks remembers what it gave.
    """
    kept, name = _of_all(), f"{make.__module__}:{make.__qualname__}"
    found: Made | None = kept.load(name, _named_none)
    if found is None:
        found = make()
        kept.keep(name, found, lambda _: None)
    return found


@cache
def _of_all() -> Kept:
    return Kept("all")


def _named_none(name: str) -> object:
    raise LookupError(name)  # What belongs to no pack refers to nothing in one.


def available(folder: Path = _HERE) -> list[str]:
    """The codes of the packs on file, in order; those of the program are looked for once."""
    return list(_own()) if folder == _HERE else _found(folder)


@cache
def _own() -> tuple[str, ...]:
    return tuple(_found(_HERE))


def _found(folder: Path) -> list[str]:
    single = {path.stem for path in folder.glob("*.toml")}
    several = {path.parent.name for path in folder.glob("*/*.toml")}
    return sorted(single | several)


@cache
def load(code: str) -> LanguagePack:
    """The pack of a language, by its code (``ar``, ``en``), or of its variety (``ar-EG``).

    Raises:
        InvalidInputError: there is no such pack.
    """
    try:
        return LanguagePack(code)
    except InvalidInputError:
        language, variety, _ = code.partition("-")
        if not variety:
            raise
        return load(language.lower())
