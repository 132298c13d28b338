"""The day, month or year in which something was said, from its EDTF notation."""

from __future__ import annotations

import calendar
import re
from datetime import date

from workbench.facets.interval import Interval, Precision

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?[~?%]?")


def parse(edtf: str) -> Interval | None:
    """The days that a simple EDTF date means; ``None`` for nothing or another form."""
    match = _DATE.fullmatch(edtf.strip())
    if match is None:
        return None
    year, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        if day:
            return Interval(date(year, month, day), date(year, month, day), Precision.DAY, edtf)
        if month:
            last = calendar.monthrange(year, month)[1]
            first = date(year, month, 1)
            return Interval(first, date(year, month, last), Precision.MONTH, edtf)
        return Interval(date(year, 1, 1), date(year, 12, 31), Precision.YEAR, edtf)
    except (ValueError, calendar.IllegalMonthError):
        return None
