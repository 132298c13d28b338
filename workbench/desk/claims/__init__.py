"""Claims and the articles that they stand in: filed, read, changed, split and merged."""
