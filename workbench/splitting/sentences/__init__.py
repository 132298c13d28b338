"""An article's sentences, with exact offsets, and the quotations in them."""
