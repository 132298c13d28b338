"""Which words a frame of speech covers."""
