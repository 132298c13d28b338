"""One module per activity; each command is a thin call of the desk."""
