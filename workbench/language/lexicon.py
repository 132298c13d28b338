"""What words mean across languages: canonical concepts shared by all packs."""

from __future__ import annotations

from workbench.language.packs import LanguagePack


def concepts(text: str, pack: LanguagePack) -> list[str]:
    """Canonical concept terms of ``text`` ("country:IQ", "org:NATO", "attack"), in order."""
    return []
