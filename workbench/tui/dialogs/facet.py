"""One value of a claim's facets is described, or corrected."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual.app import ComposeResult

from workbench.desk.facets.facet_inputs import Field, fields_of
from workbench.facets.corrections import Value
from workbench.tui.dialogs.base import Dialog, label, line_field
from workbench.tui.widgets.choice_list import Choice, ChoiceList
from workbench.tui.widgets.paragraph import Paragraph

WORDS = {
    ("quantity", "comparator"): "comparator",
    ("time", "relation"): "time_relation",
    ("place", "kind"): "place_kind",
    ("actor", "kind"): "actor_kind",
    ("actor", "role"): "role",
    ("polarity", "polarity"): "polarity",
    ("modality", "modality"): "modality",
}
"""Facet and field → the kind of words that its choices are said in."""


class FacetDialog(Dialog[Mapping[str, str]]):
    """The fields of a facet, holding what was read; and why it is corrected."""

    def __init__(
        self,
        facet: str,
        *,
        about: str,
        value: Value | None = None,
        commit: Callable[[Mapping[str, str]], object] | None = None,
    ) -> None:
        super().__init__(commit=commit)
        self._facet = facet
        self._about = about
        self._adding = value is None
        self._fields = fields_of(facet, value)

    def title_text(self) -> str:
        """Which facet, and whether it is new."""
        key = "facets.adding" if self._adding else "facets.heading"
        return self.words(key, facet=self.words.record(f"facet.{self._facet}"))

    def fields(self) -> ComposeResult:
        """The text, the fields, and why."""
        yield Paragraph(self._about, classes="about")
        for field in self._fields:
            if field.choices:
                yield label(self.words(f"facets.{field.name}"))
                yield ChoiceList(self._choices(field), chosen=field.value, id=f"in-{field.name}")
            else:
                said = self.words(f"facets.{field.name}")
                yield from line_field(said, f"in-{field.name}", field.value)
        yield from line_field(self.words("dialog.why"), "why")

    def _choices(self, field: Field) -> list[Choice]:
        kind = WORDS[self._facet, field.name]
        return [Choice(one, self.words.record(f"{kind}.{one}")) for one in field.choices]

    def result(self) -> Mapping[str, str]:
        """Field → what it holds; the reason is `why`."""
        return {
            field.name: self.query_one(f"#in-{field.name}", ChoiceList).chosen
            if field.choices
            else self.line(f"in-{field.name}")
            for field in self._fields
        }

    @property
    def why(self) -> str:
        """The reason, for the journal."""
        return self.line("why")
