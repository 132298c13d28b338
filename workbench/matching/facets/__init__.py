"""What each facet says of two statements: figures, times, places, polarity, certainty, claimant."""
