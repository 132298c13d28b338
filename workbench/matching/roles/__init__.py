"""Who did what to whom: the parts of two statements held together, turned round or exchanged."""
