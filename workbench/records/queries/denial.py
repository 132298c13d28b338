"""Whether a claim's claimant denies what its wording says."""

from __future__ import annotations


def denied(claim: str) -> str:
    """SQL of 1 or 0 for a row of ``claim``, under that name.

    The frame of speech denies ("the ministry denied that …") where the stance of the first
    appearance says so, or where it is negated by no word of its own. Somebody who rewords the
    claim may put the denial into the wording: then the frame is used up. What a person says of the
    polarity comes before all of that.
    """
    # SQLite may work a side out that it does not need, and nothing is no JSON.
    wordless = "nullif({0}.facets, '') ->> '$.polarity.cue' IS NULL"
    framed = f"(nullif({{0}}.facets, '') ->> '$.polarity.negated' IS 1 AND {wordless})"
    by_hand = "nullif({0}.corrections, '') ->> '$.polarity.negated' IS NOT NULL"
    place, own = "place_of_denial", claim
    stance = f"({place}.attribution ->> '$.stance' IS 'denied' AND NOT {by_hand.format(place)})"
    return f"""CASE WHEN {by_hand.format(own)} THEN {framed.format(own)} ELSE coalesce((
      SELECT ({stance} OR {framed.format(place)})
        AND ({own}.facets = '' OR ({wordless.format(own)}) = ({wordless.format(place)}))
      FROM appearance {place} WHERE {place}.claim_id = {own}.id
      ORDER BY {place}.position, {place}.id LIMIT 1),
      {framed.format(own)}) END"""
