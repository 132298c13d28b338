"""Keys that have nothing to do at the moment: the person is told, and why."""

from __future__ import annotations

from textual.app import App

from workbench.tui.context import context_of
from workbench.tui.keys import DEFAULT_KEYS
from workbench.tui.notices import tell


class IdleKeys(App[None]):
    """An app that answers a key whose act cannot be done here, where it would only be silent."""

    async def _check_bindings(self, key: str, priority: bool = False) -> bool:
        """Do what the key is bound to; where nothing was done, say what cannot be."""
        done = await super()._check_bindings(key, priority)
        name = "" if done or priority else self._idle(key)
        if name:
            words = context_of(self).words
            said = words("idle.said", what=words(f"key.{name}"))
            why = [words(f"idle.{name}")] if words.has(f"idle.{name}") else []
            tell(self, " ".join((said, *why)), severity="warning")
        return done

    def _idle(self, key: str) -> str:
        """The action that the key has here but that cannot be done now."""
        for node, bindings in self.screen._modal_binding_chain:
            for binding in bindings.key_to_bindings.get(key, ()):
                target, act, given = self._parse_action(binding.action, node)
                if binding.id in DEFAULT_KEYS and target.check_action(act, given) is False:
                    return str(binding.id)
        return ""
