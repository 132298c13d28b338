"""Candidates by an index, scores by RapidFuzz, relation by the facets."""
