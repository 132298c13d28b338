"""What a written word is: by a language's grammar, and by the words beside it."""
