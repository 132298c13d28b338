"""One statement read as words: names and phrases found, and the part each thing plays."""
