"""What is asked in one text, and what was answered."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, in keys of the desk's words."""

    heading: str
    label: str
    long: bool = False
    required: bool = True
    why: bool = False
    """Whether a reason is asked for as well."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The text, and why."""

    text: str
    why: str = ""
