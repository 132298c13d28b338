"""The lossless archive: one ZIP of named parts, each with its size and SHA-256 in a manifest.

``tables/*.jsonl`` hold rows (the first line names the columns), ``texts/*.txt`` and
``snapshots/*`` hold frozen texts and bytes under their own hashes, so that any ZIP program and
`sha256sum` can read and check it. Nothing is ever unpacked to a place that the archive names.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import msgspec

from workbench.digests import digest
from workbench.errors import InvalidInputError, Said, Tellable, as_said, system_reason

SUFFIX = ".wbz"
MANIFEST = "manifest.json"
KIND = "workbench archive"
_VERSION = 1
_NAME = re.compile(r"tables/[a-z_]{1,40}\.jsonl|texts/[0-9a-f]{64}\.txt|snapshots/[0-9a-f]{64}")
_EPOCH = (1980, 1, 1, 0, 0, 0)
_BLOCK = 1 << 20
_LARGEST_MANIFEST = 512_000_000
_LONGEST_LINE = 256_000_000
_LARGEST_RATIO = 300
"""Times that a part may be larger than it is packed, from `_SUSPECT` bytes on."""
_SUSPECT = 20_000_000
_BROKEN = (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, RuntimeError, ValueError)


class Piece(msgspec.Struct, frozen=True, array_like=True):
    """What the manifest says of a part."""

    size: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the archive says of itself."""

    kind: str = KIND
    version: int = _VERSION
    schema: str
    """Revision of the store's schema."""
    entry: int
    """Number of the last journal entry."""
    hash: str
    """Its hash."""
    sequences: dict[str, int] = {}
    """Table → the highest number that was ever given in it."""
    parts: dict[str, Piece] = {}


class Packer:
    """Writes an archive part by part; the same parts give the same bytes."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._zip = zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED)
        self._parts: dict[str, Piece] = {}

    def add(self, name: str, blocks: Iterable[bytes]) -> None:
        """Add a part, block by block."""
        content, size = digest(), 0
        with self._zip.open(_entry(name), "w", force_zip64=True) as part:
            for block in blocks:
                part.write(block)
                content.update(block)
                size += len(block)
        self._parts[name] = Piece(size, content.hexdigest())

    def close(self, manifest: Manifest) -> None:
        """Write the manifest, with the parts that were added, and the archive's end."""
        told = msgspec.structs.replace(manifest, parts=dict(sorted(self._parts.items())))
        data = msgspec.json.format(msgspec.json.encode(told), indent=1)
        with self._zip.open(_entry(MANIFEST), "w") as part:
            part.write(data)
        self._zip.close()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry


class Package:
    """An archive that was checked as far as its table of contents; parts are checked as read."""

    def __init__(self, file: str, archive: zipfile.ZipFile, size: int) -> None:
        self.file = file
        self._zip = archive
        self.manifest = self._manifest()
        self._check_contents(size)

    def names(self, folder: str) -> list[str]:
        """The parts of a folder, in order."""
        return [name for name in self.manifest.parts if name.startswith(f"{folder}/")]

    def data(self, name: str) -> bytes:
        """A whole part.

        Raises:
            InvalidInputError: it is not what the manifest says.
        """
        return b"".join(self._blocks(name))

    def lines(self, name: str) -> Iterator[tuple[int, Any]]:
        """The lines of a part with their numbers, each read as JSON.

        Raises:
            InvalidInputError: a line is no JSON, or the part is not what the manifest says.
        """
        rest, number = b"", 0
        for block in self._blocks(name):
            *whole, rest = (rest + block).split(b"\n")
            for number, line in enumerate(whole, number + 1):  # noqa: B020
                yield number, self._json(name, number, line)
            if len(rest) > _LONGEST_LINE:
                raise self._wrong(
                    Said("{name}, line {number}", name=name, number=number + 1),
                    "is longer than any that is written",
                )
        if rest:
            raise self._wrong(name, "its last line is cut off")

    def _json(self, name: str, number: int, line: bytes) -> Any:
        try:
            return msgspec.json.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            raise self._wrong(
                Said("{name}, line {number}", name=name, number=number),
                Said("is not JSON: {reason}", reason=error),
            ) from error

    def _blocks(self, name: str) -> Iterator[bytes]:
        told = self.manifest.parts[name]
        content, size = digest(), 0
        try:
            with self._zip.open(name) as part:
                while block := part.read(_BLOCK):
                    size += len(block)
                    if size > told.size:
                        break
                    content.update(block)
                    yield block
        except (*_BROKEN, zipfile.LargeZipFile) as error:
            if isinstance(error, InvalidInputError):
                raise
            raise self._wrong(name, Said("cannot be unpacked: {reason}", reason=error)) from error
        if (size, content.hexdigest()) != (told.size, told.sha256):
            raise self._wrong(name, "was altered: its hash is not that of the manifest")

    def _manifest(self) -> Manifest:
        try:
            entry = self._zip.getinfo(MANIFEST)
        except KeyError:
            raise InvalidInputError(
                "{file} is a ZIP, but no archive of a desk",
                hint="`workbench export desk.wbz` writes one.",
                file=self.file,
            ) from None
        if entry.file_size > _LARGEST_MANIFEST:
            raise self._wrong(MANIFEST, "is larger than any that is written")
        try:
            read = msgspec.json.decode(self._zip.read(entry), type=Manifest)
        except (msgspec.MsgspecError, *_BROKEN) as error:
            raise self._wrong(MANIFEST, str(error)) from error
        if read.kind != KIND or read.version != _VERSION:
            raise self._wrong(
                MANIFEST,
                Said("is of {kind!r}, version {version}", kind=read.kind, version=read.version),
            )
        return read

    def _check_contents(self, size: int) -> None:
        """Names that no part has, parts twice or missing, overlaps and bombs."""
        entries = [entry for entry in self._zip.infolist() if entry.filename != MANIFEST]
        names = [entry.filename for entry in entries]
        for entry in entries:
            if not _NAME.fullmatch(entry.filename):
                raise self._wrong(entry.filename, "no part of an archive is called so")
            if entry.flag_bits & 1:
                raise self._wrong(entry.filename, "is encrypted")
            large = entry.file_size > _SUSPECT
            if large and entry.file_size > _LARGEST_RATIO * max(entry.compress_size, 1):
                raise self._wrong(
                    entry.filename,
                    Said("{size:,} bytes are packed into a suspicious few", size=entry.file_size),
                )
        if len(set(names)) != len(names):
            raise self._wrong(Said("the table of contents"), "names a part twice")
        if sum(entry.compress_size for entry in self._zip.infolist()) > size:
            raise self._wrong(Said("the table of contents"), "its parts overlap")
        for name in sorted(set(names) ^ set(self.manifest.parts)):
            missing = name in self.manifest.parts
            raise self._wrong(
                name, "is not in the archive" if missing else "is not in the manifest"
            )

    def _wrong(self, name: Tellable, what: Tellable) -> InvalidInputError:
        return InvalidInputError(
            "{file}, {name}: {what}",
            hint="Nothing was written. Get the archive again, as it was exported.",
            file=self.file,
            name=name,
            what=as_said(what),
        )


@contextmanager
def unpacked(file: str) -> Iterator[Package]:
    """An archive, open.

    Raises:
        InvalidInputError: it cannot be read, or is not sound.
    """
    try:
        with Path(file).open("rb") as stream:
            size = stream.seek(0, 2)
            try:
                archive = zipfile.ZipFile(stream)
            except _BROKEN as error:
                raise InvalidInputError(
                    "{file} is no sound archive: {reason}",
                    hint="Nothing was written. Get it again, as it was exported.",
                    file=file,
                    reason=error,
                ) from error
            with archive:
                yield Package(file, archive, size)
    except OSError as error:
        raise InvalidInputError(
            "{file} cannot be read: {reason}",
            hint="Check the name and the permissions.",
            file=file,
            reason=system_reason(error),
        ) from error


def is_named(name: str, format_name: str) -> bool:
    """Whether a file that is to be written shall be an archive, by its format or else its name."""
    return format_name == "archive" or (not format_name and name.lower().endswith(SUFFIX))


def is_archive(file: str | Path) -> bool:
    """Whether a file is an archive: a ZIP with a manifest in it, whatever it is called."""
    try:
        with zipfile.ZipFile(file) as archive:
            return MANIFEST in archive.NameToInfo
    except _BROKEN:
        return str(file).lower().endswith(SUFFIX)
