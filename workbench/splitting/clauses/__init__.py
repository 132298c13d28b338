"""From a stretch of asserted words to clauses of one predicate each, and lists distributed.

The way a stretch goes, and where a rule belongs; each folder uses only those before it:

1. `words`: `vocabulary`, `nouns`, `grammar` say what a word is by itself; `reading` (with
   `weighing`, `named`, `awaited`) weighs it by the words beside it and gives a `words.words.Word`.
2. `phrases`: where noun phrases (`phrases`, `titled`) and times (`when`) begin and end, and what
   stands behind a conjunction that joins no clauses (`openers`).
3. `cutting`: `boundaries` cuts at every candidate, by `markers` (which conjunction counts) and,
   where the verb comes first, `boundaries_verb_first`; what is cut is a `pieces.Piece`.
   `predication` and `weak_forms` say which words are predicates; `embedded` puts pieces together
   again that are one clause inside another.
4. `joining`: `clauses` merges pieces from left to right into `opened.Open` ones. Each class it is
   made of answers one question: `standing` whether a piece says something by itself (`hanging`,
   `only_nouns`, `verbless`), `added` and `described` of what it tells (`agreeing`: by its gender),
   `sharing` and `heads` what it shares with those before (`acting`: who acts in it; `told_on`:
   what goes on with a relative clause), `going_on` whether it goes on with one, `waiting` what
   stands between a subject and its verb. `finishing` does what can only be done when all pieces
   are in; `exceptions` adds what is excepted.
5. `lists` tells each item of a clause apart, one module a kind of list (`counted`, `names`,
   `pairs`, …), by `listed` and the `marks` of the facets.
"""
