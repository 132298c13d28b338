"""What is on file: tables, store, transactions, journal, migrations. Only this room speaks SQL."""
