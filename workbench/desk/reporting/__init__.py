"""Reports, the static site of published verdicts, and reports held against the record."""
