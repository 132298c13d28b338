"""Widgets that draw right-to-left and untrusted text, and what makes a whole app safe for it.

The app inherits `app.BidiApp`; corpus text goes through `render`, `reading` and `line_input`.
"""
