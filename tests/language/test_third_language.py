"""A third language is one file of data: `fr.toml` beside this file."""

from pathlib import Path

import pytest

from workbench.facets.actors.actors import main_action, read_actors
from workbench.facets.modality import read_modality
from workbench.facets.places.places import read_places
from workbench.facets.polarity import read_polarity
from workbench.facets.types import Modality, Role
from workbench.language.lexicon import concepts
from workbench.language.packs import LanguagePack, load
from workbench.language.schema.clauses import Clauses
from workbench.language.schema.speech import Speech
from workbench.language.spans import Span
from workbench.language.stems import terms
from workbench.language.tokens import tokenize
from workbench.splitting.attribution.finding.finding import find_frames
from workbench.splitting.attribution.frames import Reader
from workbench.splitting.attribution.scope.scope import Layout
from workbench.splitting.attribution.scope.trimming import spans_of
from workbench.splitting.attribution.voices.mention import mention_at
from workbench.splitting.attribution.words.tokens import tokens_of
from workbench.splitting.attribution.words.words import Lexicon
from workbench.splitting.clauses.joining.clauses import clauses
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.reading import read_words
from workbench.splitting.sentences.quotes import find_quotes

FR = LanguagePack("fr", Path(__file__).parent)


def roles(text: str) -> dict[str, Role]:
    return {actor.name: actor.role for actor in read_actors(text, FR)}


def test_the_pack_keeps_the_schema() -> None:
    FR.check()


def test_places_and_demonyms() -> None:
    found = read_places("Les forces irakiennes quittent Bagdad, en Irak", FR)
    assert [(place.name, place.demonym) for place in found] == [
        ("IQ", True),
        ("Baghdad", False),
        ("IQ", False),
    ]


def test_who_does_what_to_whom() -> None:
    assert roles("L'Iran a attaqué l'Irak") == {"IR": Role.AGENT, "IQ": Role.PATIENT}
    assert roles("L'Irak a été attaqué par l'Iran") == {"IQ": Role.PATIENT, "IR": Role.AGENT}
    assert main_action("L'Iran a attaqué l'Irak", FR) == "attaquer"


@pytest.mark.parametrize(
    ("text", "negated", "modality"),
    [
        ("L'Iran a attaqué l'Irak", False, Modality.PAST_FACT),
        ("L'armée ne retirera pas ses troupes", True, Modality.PREDICTION),
        ("Pas moins de 12 personnes tuées", False, Modality.PAST_FACT),
    ],
)
def test_polarity_and_modality(text: str, negated: bool, modality: Modality) -> None:
    assert read_polarity(text, FR).negated is negated
    assert read_modality(text, FR)[0] is modality


def test_a_claim_finds_its_twins_in_the_other_languages() -> None:
    french = set(concepts("Des soldats français attaquent en Irak", FR))
    english = set(concepts("French troops attack in Iraq", load("en")))
    arabic = set(concepts("جنود فرنسيون يشنون هجوماً في العراق", load("ar")))
    assert {"country:FR", "country:IQ", "idea:troops"} <= french & english & arabic


def test_terms() -> None:
    assert terms("Environ 2,500 soldats en Irak", FR) == ["environ", "2500", "soldat", "irak"]


def said(text: str) -> list[tuple[str, str]]:
    """Who says what in a sentence, clause by clause, by the pack alone."""
    grammar = Grammar(FR.section(Clauses), FR)
    quotes = find_quotes(text, [Span(0, len(text))])
    lexicon = Lexicon(FR.section(Speech), grammar)
    reader = Reader(tokens_of(text, 0, len(text), quotes), lexicon)
    found = []
    for piece in Layout(reader).lay(find_frames(reader)):
        subject = piece.frames[0].subject if piece.frames else None
        speaker = mention_at(text, reader, subject) if subject else None
        for span in spans_of(reader, piece, quotes):
            words = read_words(text[: span.end], tokenize(text[: span.end]), grammar)
            first = next(k for k, word in enumerate(words) if word.start >= span.start)
            for clause in clauses(words[first:], grammar):
                start, end = clause.own[0]
                own = text[words[first + start].start : words[first + end - 1].end]
                found.append((speaker.name if speaker else "", own))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le pont est fermé.", [("", "Le pont est fermé")]),
        (
            "Le pont est fermé et deux écoles sont touchées.",
            [("", "Le pont est fermé"), ("", "deux écoles sont touchées")],
        ),
        (
            "Le ministre a déclaré lundi que le pont était fermé, tandis que la rue reste ouverte.",
            [("ministre", "le pont était fermé"), ("ministre", "la rue reste ouverte")],
        ),
        ("La police affirme qu'il a quitté Bagdad.", [("police", "a quitté Bagdad")]),
        ("Selon le maire, trois soldats sont tombés.", [("maire", "trois soldats sont tombés")]),
        ("« Le pont est fermé », a dit Jean Dupont.", [("Jean Dupont", "Le pont est fermé")]),
        (
            "Le maire dément que le pont soit fermé.",
            [("maire", "le pont soit fermé")],
        ),
    ],
)
def test_sentences_are_attributed_and_cut(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected
