"""Who speaks in each frame, and what he is called in full."""
