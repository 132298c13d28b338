"""A sentence's tokens, and which of them may be words of speech."""
