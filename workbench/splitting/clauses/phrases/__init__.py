"""Where noun phrases, times and openers of a clause begin and end."""
