"""Typed meaning inside text: quantities, times, places, actors, polarity, modality."""
