"""Self-contained wording: short forms and pronouns replaced by words of the article."""
