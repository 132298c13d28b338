"""One typed settings object: TOML in the platform's config folder, overridden by the environment.

# config.toml
db = "/home/amal/desk/claims.db"
actor = "Amal"
bidi = "auto"
language = "ar"

[newsroom]
name = "Example Times"
url = "https://example.org"
templates = "/home/amal/desk/templates"

[web]
allow = ["intranet.example"]

[model]
url = "http://localhost:11434/v1"
name = "qwen3:8b"
"""

from __future__ import annotations

import getpass
import os
import re
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec

from workbench.errors import InvalidInputError

_ENVIRONMENT = {
    "db": "WORKBENCH_DB",
    "actor": "WORKBENCH_USER",
    "bidi": "WORKBENCH_BIDI",
    "language": "WORKBENCH_LANGUAGE",
    "semantic": "WORKBENCH_SEMANTIC",
}
_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")
"""Where a POSIX system says in which language programs shall speak; the first that is set."""


class ModelSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The optional model back-end (``--splitter model``); without ``url`` and ``name`` it is off.

    The key itself is never a setting: it stands in an environment variable.
    """

    url: str = ""
    """Of an OpenAI-compatible server, mostly ending in ``/v1``."""
    name: str = ""
    """Of the model, as the server calls it."""
    key_variable: str = "WORKBENCH_MODEL_KEY"
    """The environment variable that holds the key; local servers need none."""
    timeout_seconds: Annotated[float, msgspec.Meta(gt=0, le=3600)] = 60.0
    """For one answer."""
    retries: Annotated[int, msgspec.Meta(ge=0, le=10)] = 2
    """Further tries where the server is unreachable, busy or too slow."""
    max_tokens: Annotated[int, msgspec.Meta(ge=100, le=100_000)] = 2_000
    """Of one answer."""
    tokens_per_article: Annotated[int, msgspec.Meta(ge=0)] = 60_000
    """Cost cap: sent and received for one article; beyond it the rules split the rest."""


class NewsroomSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Who publishes: what reports, ClaimReviews, feeds and the site say of it."""

    name: str = ""
    url: str = ""
    """Of its own site."""
    templates: str = ""
    """Folder of report templates that come before ours."""


class WebSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What may be visited on the web."""

    allow: tuple[str, ...] = ()
    """Names of hosts that may be visited although their addresses are private."""


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a user can set once and forget."""

    db: str = "claims.db"
    """File or SQLAlchemy URL of the claim store; a bare name is in the current folder."""
    actor: str = ""
    """The name that every change carries; the login name where it is not set."""
    bidi: Literal["auto", "app", "terminal", "off"] = "auto"
    """``auto``, ``app``, ``terminal`` or ``off``: who orders right-to-left text."""
    language: str = ""
    """Of the program's own words: ``en`` or ``ar``; that of the system where it is not set."""
    theme: str = ""
    """Of the terminal desk: ``desk-dark``, ``desk-light`` or ``desk-contrast``."""
    keys: dict[str, str] = {}
    """Action name → keys, in place of the desk's own: ``{"claim.verdict" = "f5,V"}``."""
    newsroom: NewsroomSettings = NewsroomSettings()
    web: WebSettings = WebSettings()
    scales: str = ""
    """A folder with rating scales of the team's own; ``scales`` beside this file otherwise."""
    model: ModelSettings = ModelSettings()
    semantic: str = ""
    """A folder with a sentence model that re-ranks matches, or ``name:…`` of a plug-in; off
    where it is empty."""

    @property
    def scales_folder(self) -> Path:
        """Where the team's own rating scales are, if there are any."""
        return Path(self.scales).expanduser() if self.scales else config_folder() / "scales"

    @classmethod
    def load(cls, file: Path | None = None) -> Settings:
        """Settings of this user.

        Raises:
            InvalidInputError: the file holds a key that is not a setting, or a wrong value.
        """
        file = file or config_folder() / "config.toml"
        try:
            table = _toml(file.read_text(encoding="utf-8"))
        except FileNotFoundError:
            table = {}
        except (OSError, ValueError) as error:  # unreadable, no UTF-8, no TOML
            raise InvalidInputError(
                "{file}: {reason}",
                hint="Mend the settings file or move it away.",
                file=file,
                reason=error,
            ) from error
        table |= {key: os.environ[name] for key, name in _ENVIRONMENT.items() if name in os.environ}
        try:
            settings = msgspec.convert(table, cls)
        except msgspec.ValidationError as error:
            raise InvalidInputError(
                "settings, from {file} and the environment: {reason}",
                hint="Settings are: {known}. In the environment: {environment}.",
                file=file,
                reason=error,
                known=", ".join(cls.__struct_fields__),
                environment=", ".join(_ENVIRONMENT.values()),
            ) from error
        return settings.override(
            actor=settings.actor or _login(), language=_language(settings.language)
        )

    def override(self, **values: str | None) -> Settings:
        """The same with those values that are given."""
        given = {key: value for key, value in values.items() if value is not None}
        return msgspec.structs.replace(self, **given)


def _language(code: str) -> str:
    """The language that is set, or the system's where the program has words in it, or English.

    Raises:
        InvalidInputError: the program has no words in it: a catalogue is all that one needs.
    """
    known = sorted(file.stem for file in (Path(__file__).parent / "desk/words").glob("*.toml"))
    if not code:
        locale = next(filter(None, map(os.environ.get, _LOCALE)), "")
        systems = re.split(r"[_.@]", locale)[0].lower()
        return systems if systems in known else "en"
    if code not in known:
        raise InvalidInputError(
            "settings: the program has no words in the language {code!r}",
            hint="Set language, or WORKBENCH_LANGUAGE, to one of: {known}.",
            code=code,
            known=", ".join(known),
        )
    return code


def _toml(text: str) -> dict[str, Any]:
    import tomllib  # noqa: PLC0415 (not needed where there is no file)

    return tomllib.loads(text)


def config_folder() -> Path:
    """Where the settings file lies."""
    import platformdirs  # noqa: PLC0415 (only needed here and for data)

    return platformdirs.user_config_path("workbench")


def data_folder() -> Path:
    """Where the program keeps what is not the user's own file: the example's working copy, logs."""
    import platformdirs  # noqa: PLC0415

    return platformdirs.user_data_path("workbench")


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "somebody"
