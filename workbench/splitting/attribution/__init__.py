"""Who asserts what: frames of speech, the words each covers, and who the speakers are.

1. `tokens` reads a sentence, `words` (a `Lexicon` over `speech_tables`) what a word may be around a
   verb of speech.
2. `finding` looks for frames ("the minister said that"): `sources` for phrases ("according to"),
   `subject_first` and `verb_first` for verbs, each with modules beside it that begin with its name
   and hold one question each; `labels` and `turns` for interviews, `asides`, `answers` and the
   like for what only some frames have.
3. `scope` says which words a frame covers and `trimming` cuts them; `stretches` goes through the
   article and gives the contents.
4. `voices` says who speaks in each frame, by `mention` (a name as it stands: `given_names`,
   `personal_names`, `full_names`, `name_ends`, and `whole_names` that everybody knows) and
   `speakers` (all who have spoken so far).
"""
