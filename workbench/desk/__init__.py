"""The desk: everything a checker can do, one module per activity."""
