"""Languages: folding with an offset map, tokens, and language packs as data."""
