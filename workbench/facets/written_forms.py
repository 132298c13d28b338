"""What written words are by their letters and signs: verb forms, and whether they are definite."""

from __future__ import annotations

from workbench.language.fold import fold_text
from workbench.language.packs import LanguagePack
from workbench.language.schema import Actors, Verbs
from workbench.language.stems import bare, known
from workbench.language.tokens import Token
from workbench.language.verbs import VerbForm, verb_form

_MEMO = 65_536
"""Words whose forms are remembered; then remembering begins anew."""


class Forms:
    """The verb forms that written words are, remembered since words recur."""

    def __init__(self, pack: LanguagePack) -> None:
        self._pack = pack
        verbs = pack.section(Verbs)
        self._marks = verbs.nominal_marks
        self._pasts = verbs.past_marks or ("\0",)
        self._written = {fold_text(one): one for one in verbs.written_futures}
        self._memo: dict[str, VerbForm | None] = {}
        self._definite: dict[str, bool] = {}
        self._prepositions = frozenset(map(fold_text, pack.section(Actors).prepositions))

    def of(self, token: Token) -> VerbForm | None:
        """The verb form that a word is, or nothing."""
        found = self._memo.get(token.text, ...)
        if found is ...:
            if len(self._memo) >= _MEMO:
                self._memo.clear()
            found = self._memo[token.text] = self._form(token.text, token.folded)
        return found

    def is_definite(self, token: Token) -> bool:
        """Whether the article is written on to a word, which is no preposition (الى) and does not
        only fold like one that has it (إلى, إلغاء)."""
        found = self._definite.get(token.text)
        if found is None:
            if len(self._definite) >= _MEMO:
                self._definite.clear()
            found = self._definite[token.text] = self._has_article(token.text, token.folded)
        return found

    def _has_article(self, raw: str, word: str) -> bool:
        language = self._pack.language
        letters = (language.article, *language.assimilated)
        if not language.article or (raw.isalpha() and not any(one in raw for one in letters)):
            return False
        return any(
            rest.startswith(language.article) and rest not in self._prepositions
            for rest in bare(word, self._pack)
        )

    def _is_unwritten(self, raw: str, word: str) -> bool:
        """Whether a word only folds like a future form that has a sign of its own (سأ)."""
        begun = (one for start, one in self._written.items() if word.startswith(start))
        return any(one not in raw for one in begun)

    def _form(self, raw: str, word: str) -> VerbForm | None:
        language = self._pack.language
        marked = any(mark in raw for mark in self._marks)
        definite = marked
        for rest in bare(word, self._pack):
            form = verb_form(rest, self._pack)
            if form is not None and raw.endswith(self._pasts) and rest == fold_text(form.verb):
                form = VerbForm(form.verb, "past")
            if form is not None and form.tense == "future" and self._is_unwritten(raw, rest):
                form = None
            if form is not None and definite:
                return _as_noun(form)
            if form is not None and form.tense == "past" and not form.noun:
                # "بأحدث": behind a preposition written on to it there is no past form.
                before = word[: len(word) - len(rest)][-1:] if word.endswith(rest) else ""
                if before and before in language.cases:
                    continue
            if form is not None or rest in language.stop_words or known(rest, self._pack):
                return form
            # What an article left, though it begin like a clitic, is behind it: الكواري.
            definite |= bool(language.article) and rest.startswith(language.article)
        return None


def _as_noun(form: VerbForm) -> VerbForm | None:
    """A form where no finite verb can stand: the verbal noun of the same letters, if there is."""
    if form.tense == "noun":
        return form
    return VerbForm(form.verb, "noun", noun=True) if form.noun else None
