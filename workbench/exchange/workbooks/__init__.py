"""Workbooks (XLSX), in and out."""
