"""The themes of a codebook as a coder chooses from them: with key, colour and what the machine proposes."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from codering.domain.nakijken import Blad
from codering.enums import Uitspraaksoort, Voorstelbron
from codering.models import Thema, Themavoorstel

TOETSEN = "123456789abcdef"
# From which confidence a proposal is called so; under the last it is a guess.
ZEKER, WAARSCHIJNLIJK, MOGELIJK = 0.85, 0.65, 0.45


@dataclass(frozen=True, slots=True)
class Themarij:
    """One theme to tick; `zekerheid` is a percentage when the machine proposes it."""

    thema: Thema
    toets: str
    gekozen: bool
    zekerheid: int | None


@dataclass(frozen=True, slots=True)
class Voorstelregel:
    """One proposal in words."""

    thema: Thema
    zekerheid: int
    woord: str
    woorden: tuple[str, ...]
    voorbeelden: tuple[str, ...]
    uit_groep: bool


def build_themarijen(themas: Sequence[Thema], blad: Blad, gekozen: Collection[str]) -> list[Themarij]:
    """Give the themes in the order of the codebook."""
    zekerheid = {voorstel.thema_id: to_procent(voorstel.zekerheid) for voorstel in blad.voorstellen}
    return [
        Themarij(
            thema=thema,
            toets=TOETSEN[plaats] if plaats < len(TOETSEN) else "",
            gekozen=thema.code in gekozen,
            zekerheid=zekerheid.get(thema.pk),
        )
        for plaats, thema in enumerate(themas)
    ]


def describe_voorstellen(blad: Blad) -> list[Voorstelregel]:
    """Give the proposals, the most certain first."""
    return [describe_voorstel(v, blad.voorbeelden.get(v.pk, ())) for v in blad.voorstellen]


def describe_voorstel(voorstel: Themavoorstel, voorbeelden: tuple[str, ...]) -> Voorstelregel:
    """Put one proposal into words."""
    return Voorstelregel(
        thema=voorstel.thema,
        zekerheid=to_procent(voorstel.zekerheid),
        woord=name_zekerheid(voorstel.zekerheid),
        woorden=tuple(voorstel.vormen),
        voorbeelden=voorbeelden,
        uit_groep=voorstel.bron == Voorstelbron.GROEP,
    )


def judge_besluit(besloten: Iterable[Thema], voorgesteld: Iterable[Thema]) -> str:
    """Say what a person's decision did with the proposal: bevestigd, gewijzigd or afgewezen."""
    eigen, machine = set(besloten), set(voorgesteld)
    if eigen == machine:
        return "bevestigd"
    return "gewijzigd" if eigen else "afgewezen"


def to_procent(waarde: float) -> int:
    """Round a confidence to a percentage; never to 100, for the machine is never that sure."""
    return min(99, round(100 * waarde))


def name_zekerheid(waarde: float) -> str:
    """Put a confidence into words."""
    if waarde >= ZEKER:
        return _("vrijwel zeker")
    if waarde >= WAARSCHIJNLIJK:
        return _("waarschijnlijk")
    return _("misschien") if waarde >= MOGELIJK else _("een gok")


def name_soort(soort: str) -> str:
    """Name what a speaker does; "" where it is not known."""
    return str(Uitspraaksoort(soort).label) if soort in Uitspraaksoort.values else ""
