"""Names of several words are looked for where they may begin, and found as in the whole text."""

from __future__ import annotations

from functools import cache

from hypothesis import example, given
from hypothesis import strategies as st

from benchmarks.statements import statement
from workbench.facets.types import Facets
from workbench.language.lexicon import scan
from workbench.language.packs import load
from workbench.language.schema import LexiconData
from workbench.language.tokens import tokenize
from workbench.matching.candidates.terms import index_terms, terms_across
from workbench.matching.types import Statement


@cache
def names(code: str) -> list[str]:
    lexicon = load(code).section(LexiconData)
    groups = (lexicon.places, lexicon.demonyms, lexicon.actors)
    return [form for group in groups for forms in group.values() for form in forms]


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, str]:
    code = draw(st.sampled_from(("en", "ar")))
    name = st.sampled_from(names(code))
    part = name.flatmap(lambda each: st.sampled_from([each, *each.split()]))
    other = st.sampled_from(("the", "said,", "6", "في", "على"))
    return code, " ".join(draw(st.lists(part | part | other, min_size=1, max_size=14)))


@given(texts())
@example(("ar", "بعلبك - الهرمل"))
def test_every_name_of_the_whole_text_is_filed_and_no_other(made: tuple[str, str]) -> None:
    code, text = made
    filed = {each for each in index_terms(Statement(text, code, Facets())) if "|name:" in each}
    hits = scan(text, tokenize(text), load(code))
    whole = {f"{code}|name:{entry.name}" for hit in hits for entry in hit.entries if entry.name}
    alone = {
        each
        for word in text.split()
        for each in index_terms(Statement(word, code, Facets()))
        if "|name:" in each
    }
    if not any(word[0].isdecimal() for word in text.split()):
        assert filed >= whole
    assert filed <= whole | alone


def test_a_person_whom_no_lexicon_knows_is_looked_for_in_the_other_script() -> None:
    asked = statement("Karim Trabelsi received five years.", "en")
    filed = statement("حكم على كريم الطرابلسي بالسجن ست سنوات.", "ar")
    (across,) = terms_across(asked)
    assert {"ar|sound:krm", "ar|sound:trbls"} <= across.keys() & set(index_terms(filed))
