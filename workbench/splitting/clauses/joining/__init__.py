"""What was cut is put together again until each clause has one predicate and what is its own."""
