"""What nearly the same words may say that is not the same.

Another form, kind, verb or preposition; one or several; he or she.
"""
