"""JSON as it comes: one document, one a line, or inside a web page."""
