"""Views whose content grows or shrinks inside a place that stays as large as it is."""

from __future__ import annotations

from textual.geometry import Size
from textual.scroll_view import ScrollView


def grow(view: ScrollView, size: Size) -> None:
    """Tell a view how large its content is.

    Textual lays the whole screen out again when that changes; but only a view whose own height
    follows its content needs it. For the others the scroll bar is enough.
    """
    if size == view.virtual_size:
        return
    if view.styles.auto_dimensions or not view.container_size:
        view.virtual_size = size
        return
    view.set_reactive(ScrollView.virtual_size, size)
    view._scroll_update(size)
    if view.scroll_offset.y > view.max_scroll_y:
        view.scroll_to(y=view.max_scroll_y, animate=False, force=True)
