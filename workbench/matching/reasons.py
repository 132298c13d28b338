"""Why a comparison came out as it did: the closed set of message keys.

A key names what was seen; the desk says it in the reader's language from `Reason.here` (the
new claim's words) and `Reason.there` (the words on file). Below, "here" is the new claim and
"there" the claim on file. A face needs one sentence for every key and no more.
"""

from __future__ import annotations

from enum import StrEnum


class Key(StrEnum):
    """What was seen. Values are stable: they are stored with matches."""

    SAME_WORDING = "same wording"
    """The content words are the same."""
    SAME_CONTENT = "same content"
    """Other words, nothing left over and no facet apart."""
    WORDS_ONLY_HERE = "words only here"
    """The new claim says more: ``here`` holds the words."""
    WORDS_ONLY_THERE = "words only there"
    """The claim on file says more: ``there`` holds the words."""
    WORDS_DIFFER = "words differ"
    """Each has words that the other has not."""
    OPPOSITE_WORDS = "opposite words"
    """A word here is the contrary of a word there: rises, falls."""
    ONLY_HERE = "only here restricts"
    """The new claim leaves out everything else ("only"), the one on file does not."""
    ONLY_THERE = "only there restricts"
    LITTLE_SHARED = "little shared"
    """Too little in common to be about one thing."""
    RARE_SHARED = "rare words shared"
    """Little in common, but what is common is so rare that it may well be the same matter."""
    MEANING_ALIKE = "meaning alike"
    """Few words in common, but a re-ranker finds them close in meaning."""
    NOTHING_SAID = "nothing said"
    """One of the two has no content to compare."""

    SAME_FIGURE = "same figure"
    """The figures are equal."""
    FIGURES_AGREE = "figures agree"
    """The figures differ by no more than their rounding."""
    FIGURES_CLOSE = "figures close"
    """Near, but not within their rounding: neither the same nor surely apart."""
    FIGURES_DIFFER = "figures differ"
    """Same thing counted, same unit, same time: both figures cannot hold."""
    LATER_FIGURE = "later figure"
    """The new claim's figure is of a later time than the one on file."""
    EARLIER_FIGURE = "earlier figure"
    """The new claim's figure is of an earlier time than the one on file."""
    FIGURE_NARROWER = "figure narrower"
    """The figure on file lies inside what the new claim allows: 3,000 in "more than 2,500"."""
    FIGURE_BROADER = "figure broader"
    """The new figure lies inside what the claim on file allows."""
    FIGURE_ONLY_HERE = "figure only here"
    FIGURE_ONLY_THERE = "figure only there"
    UNITS_DIFFER = "units differ"
    """Figures of different units or things counted: they cannot be held together."""
    ONE_OR_SEVERAL = "one or several"
    """One thing here, several of its kind there."""
    CHANGES_DIFFER = "changes differ"
    """A rise here, a fall there; or "rose by" here, "rose to" there."""

    SAME_DATE = "same date"
    DATES_DIFFER = "dates differ"
    """Times that cannot both be meant, of something that happens once."""
    LATER_DATE = "later date"
    """The same statement of a later time."""
    EARLIER_DATE = "earlier date"
    DATE_NARROWER = "date narrower"
    """The date on file lies inside the new claim's: 12 February in February."""
    DATE_BROADER = "date broader"
    DATE_ONLY_HERE = "date only here"
    DATE_ONLY_THERE = "date only there"
    DATES_UNCLEAR = "dates unclear"
    """One of the times cannot be resolved, or they overlap without one holding the other."""

    SAME_PLACE = "same place"
    PLACES_DIFFER = "places differ"
    PLACE_NARROWER = "place narrower"
    """The place on file lies inside the new claim's: Baghdad in Iraq."""
    PLACE_BROADER = "place broader"
    PLACE_ONLY_HERE = "place only here"
    PLACE_ONLY_THERE = "place only there"

    POLARITY_DIFFERS = "polarity differs"
    """One says it, the other denies it."""
    DENIED_HERE = "denied here"
    """The new claim denies that there is any of what the claim on file counts or names."""
    DENIED_THERE = "denied there"
    """The claim on file denies that there is any of what the new claim counts or names."""
    EXCEPTION_DIFFERS = "exception differs"
    """Both deny, but except different things."""
    EXCEPTION_COVERS = "exception covers"
    """What one denies with an exception, the other asserts of the excepted alone."""

    ROLES_REVERSED = "roles reversed"
    """Who did it here had it done to them there."""
    ROLES_DIFFER = "roles differ"
    """The same names stand in other roles, or it cannot be told that they do not."""
    ACTORS_DIFFER = "actors differ"
    """Other people, organisations or countries."""

    MODALITY_DIFFERS = "modality differs"
    """A fact here, a forecast, pledge, question or opinion there."""

    CLAIMANTS_DIFFER = "claimants differ"
    """The same content from another claimant: noted, never deciding."""


_TURNED = {
    one.value: other.value
    for first, second in (
        (Key.WORDS_ONLY_HERE, Key.WORDS_ONLY_THERE),
        (Key.LATER_FIGURE, Key.EARLIER_FIGURE),
        (Key.FIGURE_NARROWER, Key.FIGURE_BROADER),
        (Key.FIGURE_ONLY_HERE, Key.FIGURE_ONLY_THERE),
        (Key.LATER_DATE, Key.EARLIER_DATE),
        (Key.DATE_NARROWER, Key.DATE_BROADER),
        (Key.DATE_ONLY_HERE, Key.DATE_ONLY_THERE),
        (Key.PLACE_NARROWER, Key.PLACE_BROADER),
        (Key.PLACE_ONLY_HERE, Key.PLACE_ONLY_THERE),
        (Key.DENIED_HERE, Key.DENIED_THERE),
        (Key.ONLY_HERE, Key.ONLY_THERE),
    )
    for one, other in ((first, second), (second, first))
}


def turned(key: str) -> str:
    """The key of the same reason, seen from the other claim."""
    return _TURNED.get(key, key)
