"""Which claims on file may answer a new one: the terms they are filed under, and their index."""
