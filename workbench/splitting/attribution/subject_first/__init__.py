"""Speech where the subject stands before its verb: "the ministry said…"."""
