"""Verification reports: a view of the record and templates, one module per format."""
