"""Places in a text, under names that all languages share."""
