"""Which re-ranker the settings name: a folder with a sentence encoder, or a plug-in's own."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from workbench.errors import InvalidInputError
from workbench.matching.rerank import Reranker
from workbench.plugins import plugged

GROUP = "workbench.rerankers"
"""Entry points: functions from what stands behind the name to a `Reranker`."""


@cache
def load_reranker(name: str) -> Reranker:
    """The re-ranker of a setting: a folder's path, or ``name:rest`` of a plug-in.

    Raises:
        InvalidInputError: there is no such folder or plug-in, or it cannot be loaded.
    """
    plugin, colon, rest = name.partition(":")
    for entry in plugged(GROUP):
        if colon and entry.name == plugin:
            made: Reranker = entry.load()(rest)
            return made
    folder = Path(name).expanduser()
    if not folder.is_dir():
        known = ", ".join(entry.name for entry in plugged(GROUP)) or "none installed"
        raise InvalidInputError(
            "{name} is neither a folder with a sentence model nor a re-ranker",
            hint="Name a folder saved by sentence-transformers. Plug-ins: {known}.",
            name=name,
            known=known,
        )
    from workbench.models.encoder import SentenceEncoder  # noqa: PLC0415 (an extra)

    return SentenceEncoder(folder)
