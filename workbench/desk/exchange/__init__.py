"""Records in from files and out to files, by the thousand, and the lossless archive."""
