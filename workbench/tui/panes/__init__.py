"""What the panes beside the text show: pure functions from a record to blocks."""
