"""What a language pack may hold: one schema a section, one file a schema."""

from __future__ import annotations

import msgspec

from workbench.language.schema.actors import Actors
from workbench.language.schema.clauses import Clauses
from workbench.language.schema.furniture import Furniture
from workbench.language.schema.language import Language
from workbench.language.schema.lexicon import LexiconData
from workbench.language.schema.numbers import Numbers
from workbench.language.schema.places import Places
from workbench.language.schema.sounds import Sounds
from workbench.language.schema.speech import Speech
from workbench.language.schema.stance import Stance
from workbench.language.schema.times import Times
from workbench.language.schema.verbs import Verbs
from workbench.language.schema.worth import Worth

SECTIONS: dict[str, type[msgspec.Struct]] = {
    "language": Language,
    "lexicon": LexiconData,
    "verbs": Verbs,
    "numbers": Numbers,
    "times": Times,
    "places": Places,
    "actors": Actors,
    "stance": Stance,
    "speech": Speech,
    "clauses": Clauses,
    "worth": Worth,
    "furniture": Furniture,
    "sounds": Sounds,
}
"""Section name in a pack → its schema. `stance` holds polarity and modality."""

__all__ = [
    "SECTIONS",
    "Actors",
    "Clauses",
    "Furniture",
    "Language",
    "LexiconData",
    "Numbers",
    "Places",
    "Sounds",
    "Speech",
    "Stance",
    "Times",
    "Verbs",
    "Worth",
]
