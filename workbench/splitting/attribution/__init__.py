"""Who asserts what: frames of speech, the words each covers, and who the speakers are."""
