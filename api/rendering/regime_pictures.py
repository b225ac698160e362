"""What the pictures of regimes show, remembered until the store changes, and the drawings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy.orm import Session

from api.questions.chronicle import chronicle
from api.questions.correspondence import Corresponding, corresponding
from api.services import Services
from api.words.interface import Interface
from api.words.regimes import band_captions, phase_read, provision_names
from corpus.bundled import own_correspondences, own_regimes, own_watchlist
from corpus.law import Language
from diffing.chronicle import Chronicle
from diffing.correspondence.bands import Band, Drawn, Measure, Shape, draw_bands, standalone


@dataclass(frozen=True)
class Pictured:
    """A correspondence that is drawn in the words of one language."""

    found: Corresponding
    words: Interface

    @property
    def titles(self) -> tuple[str, str]:
        """What the two sides are called."""
        left, right = self.found.left.phase, self.found.right.phase
        return phase_read(self.words, left), phase_read(self.words, right)

    def drawn(
        self,
        name: str,
        shape: Shape,
        measure: Measure = Measure.PROVISIONS,
        link: Callable[[Band], str] | None = None,
    ) -> Drawn:
        """The drawing for a page."""
        return draw_bands(
            self.found.bands,
            self.titles,
            band_captions(self.words),
            provision_names(self.words),
            name=name,
            shape=shape,
            measure=measure,
            link=link,
        )

    def document(self, measure: Measure = Measure.PROVISIONS) -> str:
        """The picture that stands alone."""
        return standalone(
            self.found.bands,
            self.titles,
            band_captions(self.words),
            provision_names(self.words),
            measure=measure,
            sample=self.found.sample,
        )


def phases_corresponding(
    services: Services,
    session: Session,
    a: str,
    b: str,
    asked: Language | None,
    preferred: Language,
) -> Corresponding:
    """The correspondence of two regimes or phases, in the language asked for, else the preferred.

    Without a language asked for, another one in which both are held will do. Raises UnknownRegime,
    NothingHeld.
    """
    left, right = own_regimes().phase(a), own_regimes().phase(b)
    order = (preferred, Language.RU, *Language)
    languages = (asked,) if asked else tuple(dict.fromkeys(order))
    question = ("correspondence", left.key, right.key, languages)
    return services.correspondences.body(
        session,
        question,
        lambda: corresponding(
            session, left, right, languages, own_correspondences(), services.analyser
        ),
    )


def chronicle_now(services: Services, session: Session, language: Language) -> Chronicle:
    """The chronicle as of today, with titles in a language."""
    today = services.today
    return services.chronicles.body(
        session,
        ("chronicle", language, today),
        lambda: chronicle(session, own_regimes(), own_watchlist(), language, today),
    )
