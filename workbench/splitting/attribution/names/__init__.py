"""Where the names of speakers and of those who were told begin and end."""
