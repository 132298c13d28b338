"""What the desk asks of the record, one module a kind of record; rows out, no views."""
