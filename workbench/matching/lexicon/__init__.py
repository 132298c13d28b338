"""What words mean, for all languages: senses, contraries, kinds, phrases and prepositions."""
