"""What an act is done to: the claim under the cursor, or the marked ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.desk.views import ClaimView
from workbench.tui import wording
from workbench.tui.words import Words

if TYPE_CHECKING:
    from workbench.desk import Desk

NAMED = 3
"""Claims that are named where a question is about several."""


class ClaimInHand:
    """The claim as it was read, whose version goes back with an edit; with others, where the act
    is done to all that are marked."""

    def __init__(self, desk: Desk, claim: ClaimView, *others: ClaimView) -> None:
        self._desk = desk
        self.claim = claim
        self.claims = (claim, *others)

    @property
    def version(self) -> int:
        """The version that an edit is an edit of."""
        return self.claim.version

    @property
    def versions(self) -> dict[int, int]:
        """Each claim, and the version that an act on all is done to."""
        return {one.id: one.version for one in self.claims}

    def about(self, words: Words) -> str:
        """The claim; of several, how many they are and the first of them."""
        texts = [wording.of_claim(one) for one in self.claims]
        if len(texts) == 1:
            return texts[0]
        more = ["…"] if len(texts) > NAMED else []
        return "\n".join((words("count.claims", n=len(texts)), *texts[:NAMED], *more))

    def renew(self) -> str:
        """Read the claims again after a lost race; the wording of those that are others now."""
        before = self.claims
        self.claims = tuple(self._desk.claims.get(one.id) for one in before)
        self.claim = self.claims[0]
        pairs = zip(before, self.claims, strict=True)
        return "\n".join(now.text for then, now in pairs if now.version != then.version)
