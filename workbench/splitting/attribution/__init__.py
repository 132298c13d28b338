"""Who asserts what: frames of speech, the words each covers, and who the speakers are.

1. `words`: `tokens` reads a sentence, `words` (a `Lexicon` over `speech_tables`) what a word may be
   around a verb of speech. `names`: where the name of a speaker begins and ends.
2. `finding` looks for frames ("the minister said that"): `sources` for phrases ("according to"),
   the folders `subject_first` and `verb_first` for verbs (`speech` in either begins, the modules
   beside it hold one question each), `labels` and `turns` for interviews.
3. `scope` says which words a frame covers (`asides`, `answers` and the like for what only some
   frames have) and `trimming` cuts them; `stretches` goes through the article and gives the
   contents.
4. `voices` says who speaks in each frame, by `mention` (a name as it stands), `full_names` and
   `speakers` (all who have spoken so far).
"""
