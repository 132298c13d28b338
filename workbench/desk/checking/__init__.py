"""From evidence to a published verdict: steps, the gate, people, corrections, staleness."""
