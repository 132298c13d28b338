"""A language model as a splitting back-end: it proposes, the article's own readers decide."""
