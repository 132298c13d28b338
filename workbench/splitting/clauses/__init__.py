"""From a stretch of asserted words to clauses of one predicate each, and lists distributed."""
