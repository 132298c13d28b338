"""Lists in a clause: one claim for each name, date or figure that is told of alike."""
