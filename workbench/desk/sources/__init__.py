"""Sources: what is retrieved for them, kept of them, and quoted from them."""
