"""Tables of text: their headings, columns and rows, read as people write them."""
