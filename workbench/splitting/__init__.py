"""Text to claims: sentences, attribution, clauses, lists, context, worth."""
