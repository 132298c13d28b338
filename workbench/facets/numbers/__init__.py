"""Numbers in a text: digits, number words, scales, fractions."""
