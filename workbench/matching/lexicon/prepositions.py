"""What the prepositions of a language say, made ready for all rules that ask."""

from __future__ import annotations

from workbench.language.fold import fold_text
from workbench.language.packs import LanguagePack
from workbench.language.schema import Actors


class Prepositions:
    """The prepositions of a language, folded, by what they say."""

    def __init__(self, pack: LanguagePack) -> None:
        actors = pack.section(Actors)
        self.genitives = frozenset(map(fold_text, actors.genitives))
        self.locatives = frozenset(map(fold_text, actors.locatives))
        self.causes = frozenset(map(fold_text, actors.causes))
        scenes = (*actors.locatives, *actors.venues, *actors.causes)
        self.scenes = frozenset(map(fold_text, scenes))
        self.adversatives = frozenset(map(fold_text, actors.adversatives))
        self.objective = frozenset(map(fold_text, actors.objective_nouns))
        self.patients = frozenset(map(fold_text, actors.patient_prepositions))
        others = (*actors.prepositions, *actors.venues, *actors.patient_prepositions)
        self.means = frozenset(map(fold_text, (*actors.locatives, *actors.agent_prepositions)))
        self.goals = frozenset(map(fold_text, actors.goal_prepositions))
        self.sources = frozenset(map(fold_text, actors.source_prepositions))
        self.owners = frozenset(map(fold_text, actors.determiners))
        self.own_endings = tuple({ending[1:] for ending in pack.language.restored})
        self.owning = frozenset(map(fold_text, actors.owning_prepositions))
        self.joint = frozenset(map(fold_text, actors.joint_prepositions))
        self.moments = frozenset(map(fold_text, actors.moments))
        self.head_first = bool(pack.language.article)
        self.all = self.genitives | frozenset(map(fold_text, (*actors.locatives, *others)))
        self.aims = self.all - self.genitives - self.adversatives
        self.opposite: dict[str, frozenset[str]] = {}
        for pair in (*actors.opposite_prepositions, *actors.opposite_particles):
            for one, other in (pair, pair[::-1]):
                self.opposite[one] = self.opposite.get(one, frozenset()) | {other}
