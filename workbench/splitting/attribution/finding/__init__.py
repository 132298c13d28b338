"""The frames of speech of a sentence: of verbs, of sources, of labels and turns."""
