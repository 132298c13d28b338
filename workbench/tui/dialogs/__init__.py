"""Questions that the desk asks, one dialog a file."""
