"""Over-splitting: where a clause may begin, and which words are predicates."""
