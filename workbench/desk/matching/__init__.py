"""What is on file already: matches found, decided by a person, and gathered into families."""
