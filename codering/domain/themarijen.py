"""The themes of a codebook as a coder chooses from them: with key, colour and what the machine proposes."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from codering.domain.nakijken import Blad
from codering.models import Thema

TOETSEN = "123456789abcdef"
KLEUREN = 15
# From which confidence a proposal is called so; under the last it is a guess.
ZEKER, WAARSCHIJNLIJK, MOGELIJK = 0.85, 0.65, 0.45


@dataclass(frozen=True, slots=True)
class Themarij:
    """One theme to tick; `zekerheid` is a percentage when the machine proposes it."""

    thema: Thema
    nummer: int
    toets: str
    gekozen: bool
    zekerheid: int | None


@dataclass(frozen=True, slots=True)
class Voorstelregel:
    """One proposal in words."""

    thema: Thema
    nummer: int
    zekerheid: int
    woord: str
    woorden: tuple[str, ...]


def number_themas(themas: Sequence[Thema]) -> dict[str, int]:
    """Give each theme its colour: its place in the codebook, and around again after fifteen."""
    return {thema.code: plaats % KLEUREN + 1 for plaats, thema in enumerate(themas)}


def build_themarijen(themas: Sequence[Thema], blad: Blad, gekozen: Collection[str]) -> list[Themarij]:
    """Give the themes in the order of the codebook."""
    zekerheid = {voorstel.thema_id: round(100 * voorstel.zekerheid) for voorstel in blad.voorstellen}
    nummers = number_themas(themas)
    return [
        Themarij(
            thema=thema,
            nummer=nummers[thema.code],
            toets=TOETSEN[plaats] if plaats < len(TOETSEN) else "",
            gekozen=thema.code in gekozen,
            zekerheid=zekerheid.get(thema.pk),
        )
        for plaats, thema in enumerate(themas)
    ]


def describe_voorstellen(blad: Blad, themas: Sequence[Thema]) -> list[Voorstelregel]:
    """Give the proposals, the most certain first."""
    nummers = number_themas(themas)
    return [
        Voorstelregel(
            thema=voorstel.thema,
            nummer=nummers.get(voorstel.thema.code, 1),
            zekerheid=round(100 * voorstel.zekerheid),
            woord=name_zekerheid(voorstel.zekerheid),
            woorden=tuple(voorstel.vormen),
        )
        for voorstel in blad.voorstellen
    ]


def name_zekerheid(waarde: float) -> str:
    """Put a confidence into words."""
    if waarde >= ZEKER:
        return _("vrijwel zeker")
    if waarde >= WAARSCHIJNLIJK:
        return _("waarschijnlijk")
    return _("misschien") if waarde >= MOGELIJK else _("een gok")
