"""What claims say in typed values: read, corrected by a person, and followed through time."""
