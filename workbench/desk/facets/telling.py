"""Typed values said in words: facets of a claim, and why two claims stand as they do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.desk.facets import unit_words
from workbench.desk.types import Offer
from workbench.desk.views import ClaimView, MatchView
from workbench.desk.words import languages, say
from workbench.facets.corrections import Value
from workbench.facets.types import Actor, Facets, Place, Polarity, Quantity, Time
from workbench.matching.reasons import Key
from workbench.matching.reasons import turned as turned_key
from workbench.matching.types import Facet, Reason
from workbench.splitting.types import Attribution, SpeechStance

_DOT = " · "
_OWN_PROVENANCES = ("front matter", "JSON-LD datePublished", "dateline")
"""What the program says of how it knows a date, beside what holds a name."""
_DURATION = re.compile(r"P(?P<clock>T?)(?P<count>[\d.]+)(?P<unit>[A-Z])")


def wording(text: str, language: str, *, denied: bool) -> str:
    """A claim's wording as it may be shown: what its claimant denies never reads as asserted.

    Args:
        text: the wording as it is on file; it stands at the end of what is given.
        language: the wording's own, so that sign, word and wording run in one direction.
        denied: as the views have it.
    """
    return say("wording.denied", language, text=text) if denied else text


def offered(offer: Offer, language: str) -> str:
    """A verdict that may serve another claim: what it says, since when, and for what time."""
    verdict = offer.verdict
    held = say("offer.holds", language, holds=verdict.holds) if verdict.holds else ""
    label = verdict_label(verdict.label, verdict.rating, language)
    rated = say("offer.rated", language, claim=offer.claim_id, label=label, by=verdict.by)
    age = say("offer.days", language, n=offer.days)
    return _DOT.join(filter(None, (rated, age, held, say("offer.look", language))))


def verdict_label(label: str, rating: str, language: str) -> str:
    """The label a verdict was given under; one that is the rating's own word in any language is
    said in the reader's."""
    own = {say(f"rating.{rating}", code) for code in languages()}
    return label if label and label not in own else say(f"rating.{rating}", language)


def provenance(stored: str, language: str) -> str:
    """How a date is known, as it is on file: what the program wrote is told in the reader's
    language, whatever language the desk had that wrote it; what people wrote stays as it is."""
    for key in ("provenance.given by", "provenance.meta"):
        begins = say(key, what="")
        if stored.startswith(begins):
            return say(key, language, what=stored.removeprefix(begins))
    keys = (f"provenance.{name}" for name in _OWN_PROVENANCES)
    own = (key for key in keys if stored in {say(key, code) for code in languages()})
    return next((say(key, language) for key in own), stored)


def denial(language: str) -> str:
    """What stands before the wording of a claim that its claimant denies: sign and word."""
    return say("wording.denied", language, text="").strip()


def denies(attribution: Attribution, facets: Facets) -> bool:
    """Whether the frame of speech denies the words it holds, and not a word among them."""
    framed = facets.polarity.negated and facets.polarity.cue is None
    return framed or attribution.stance is SpeechStance.DENIED


def facets(view: ClaimView, language: str) -> Iterator[tuple[str, str]]:
    """What a claim says, a line a facet: label and text."""
    if view.appearances or view.facets != Facets():
        yield from facet_lines(view.facets, language)


def facet_lines(read: Facets, language: str) -> Iterator[tuple[str, str]]:
    """The typed meaning of a statement, a line a facet: label and text."""
    kind = [say(f"modality.{read.modality}", language)]
    if read.polarity.negated:
        kind.append(say("polarity.denied", language))
    yield say("label.kind", language), _DOT.join(kind)
    for quantity in read.quantities:
        yield say("label.figure", language), figure(quantity, language)
    for time in read.times:
        yield say("label.time", language), time_said(time, language)
    comma = say("list.comma", language)
    places = comma.join(dict.fromkeys(place.surface for place in read.places if not place.demonym))
    if places:
        yield say("label.places", language), places
    actors = comma.join(
        f"{actor.surface} ({say(f'role.{actor.role}', language)})" for actor in read.actors
    )
    if actors:
        yield say("label.actors", language), actors


def value(given: Value, language: str) -> tuple[str, str]:
    """One value of a facet: label and text."""
    if isinstance(given, Quantity):
        return say("label.figure", language), figure(given, language)
    if isinstance(given, Time):
        return say("label.time", language), time_said(given, language)
    if isinstance(given, Place):
        name = given.name if given.name != given.surface else ""
        return say("label.places", language), _DOT.join(filter(None, (given.surface, name)))
    if isinstance(given, Actor):
        role = say(f"role.{given.role}", language)
        return say("label.actors", language), f"{given.surface} ({role})"
    if isinstance(given, Polarity):
        key = "polarity.denied" if given.negated else "polarity.asserted"
        return say("label.polarity", language), say(key, language)
    return say("label.kind", language), say(f"modality.{given}", language)


def figure(quantity: Quantity, language: str) -> str:
    """A figure as the text has it and as it was read: "نحو 2500 عسكري · about 2,500 person"."""
    bounds = [f"{bound:,f}" for bound in (quantity.low, quantity.high) if bound is not None]
    value = "–".join(dict.fromkeys(bounds)) or say(f"vague.{quantity.vague}", language)
    comparator = say(f"comparator.{quantity.comparator}", language)
    unit = unit_words.said(quantity.unit, language)
    return quantity.surface + _DOT + " ".join(filter(None, (comparator, value, unit)))


def amount(low: float | None, high: float | None) -> str:
    """A value or a range in digits that can be read: "2,500", "10–15"; nothing for a vague one."""
    ends = dict.fromkeys(end for end in (low, high) if end is not None)
    return "–".join(f"{end:,.15g}" for end in ends)


def time_said(time: Time, language: str) -> str:
    """A time as the text has it and what it means: "شباط الماضي · 2024-02"."""
    read = time.interval.edtf if time.interval else duration_said(time.duration, language)
    at_once = time.relation == "at" or not read
    relation = "" if at_once else say(f"time_relation.{time.relation}", language)
    read = read or say("time.unresolved", language)
    return time.surface + _DOT + " ".join(filter(None, (relation, read)))


def duration_said(duration: str, language: str) -> str:
    """A length of time in words: ``P3D`` is "3 days"; what is no single length stays as it is."""
    found = _DURATION.fullmatch(duration)
    if found is None:
        return duration
    count = found["count"]
    number = int(count) if count.isdigit() else count
    return say(f"duration.{found['clock'] + found['unit']}", language, n=number)


def quotes(given: Reason) -> bool:
    """Whether what a reason has of both claims are their words, and no keys of ours."""
    return given.key != Key.MODALITY_DIFFERS


def reason(given: Reason, language: str, *, turned: bool = False) -> str:
    """A reason in words; ``turned`` tells it from the side of the claim on file."""
    here, there = given.here, given.there
    if not quotes(given):
        here, there = (say(f"modality.{each}", language) for each in (here, there))
    if turned:
        return say(f"reason.{turned_key(given.key)}", language, here=there, there=here)
    return say(f"reason.{given.key}", language, here=here, there=there)


def why(match: MatchView, language: str, *, turned: bool = False) -> str:
    """Why a pair stands as it does: the deciding reason, then what else agrees."""
    if not match.reasons:
        return ""
    deciding = match.reasons[0]
    said = reason(deciding, language, turned=turned)
    facets_alike = [name for name in Facet if name in deciding.shared]
    comma, semicolon = say("list.comma", language), say("list.semicolon", language)
    agreeing = comma.join(say(f"facet.{name}", language) for name in facets_alike)
    beside = [say("label.agree", language, what=agreeing)] if agreeing else []
    if Key.CLAIMANTS_DIFFER in deciding.shared:
        beside.append(say("label.other_claimant", language))
    return f"{said} ({semicolon.join(beside)})" if beside else said
