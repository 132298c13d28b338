"""Two statements' words side by side, and how each text is laid out around them.

Which words are one, by stem, sense, spelling or sound, and which are left over.
"""
