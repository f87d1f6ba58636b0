"""An answer as it would be typed over from paper: for correcting a form that was typed before."""

from collections.abc import Mapping
from uuid import UUID

from organisaties.models import Gebied
from peilingen.domain.overtypen import ANDERS, CITAAT, TOESTEMMING
from peilingen.domain.papiervragen import CODES
from peilingen.domain.toestemming import list_toestemmingen
from peilingen.domain.waarden import Antwoordwaarde, read_waarden
from peilingen.enums import Vraagsoort
from peilingen.models import Inzending, Vraag


def spell_overgetypt(inzending: Inzending, vragen: Mapping[UUID, Vraag]) -> dict[str, str]:
    """Give the fields of a form of which the answers were counted."""
    velden: dict[str, str] = {}
    for pk, waarde in read_waarden(inzending).items():
        if (vraag := vragen.get(pk)) is not None:
            velden[vraag.sleutel], velden[vraag.sleutel + ANDERS] = spell_invoer(vraag, waarde)
    wie = list_toestemmingen(inzending.vragenlijst)
    if inzending.toestemming in wie:
        velden[TOESTEMMING] = str(wie.index(inzending.toestemming) + 1)
    velden[CITAAT] = {True: "1", False: "2", None: ""}[inzending.mag_citeren]
    return velden


def spell_invoer(vraag: Vraag, waarde: Antwoordwaarde) -> tuple[str, str]:
    """Give what is typed for an answer, and what for "anders, namelijk"."""
    if waarde.bijzonder:
        return CODES[waarde.bijzonder], ""
    keuzes = list(vraag.keuzes.all())
    match vraag.soort:
        case Vraagsoort.EEN_KEUZE | Vraagsoort.MEER_KEUZES | Vraagsoort.LEEFTIJD:
            nummers = [str(nr) for nr, keuze in enumerate(keuzes, start=1) if keuze.pk in waarde.keuzes]
            return " ".join([*nummers, *([str(len(keuzes) + 1)] if waarde.tekst else [])]), waarde.tekst
        case Vraagsoort.SCHAAL:
            return str(waarde.getal or ""), ""
        case Vraagsoort.GETAL:
            return str(waarde.waarde or "").replace(".", ","), ""
        case Vraagsoort.DATUM:
            return "-".join(deel.lstrip("0") for deel in reversed(str(waarde.waarde or "").split("-"))), ""
        case Vraagsoort.RANGORDE:
            volgorde = list(waarde.waarde or ())
            plaatsen = (
                volgorde.index(keuze.sleutel) + 1 if keuze.sleutel in volgorde else 0 for keuze in keuzes
            )
            return " ".join(str(plaats) for plaats in plaatsen), ""
        case Vraagsoort.MATRIX:
            nummers_ = {keuze.sleutel: nr for nr, keuze in enumerate(keuzes, start=1)}
            gekozen = waarde.waarde or {}
            rijen = (nummers_.get(gekozen.get(rij.sleutel, ""), 0) for rij in vraag.stellingen.all())
            return " ".join(str(nummer) for nummer in rijen), ""
        case Vraagsoort.BUURT:
            return _spell_buurt(waarde), ""
    return waarde.tekst, ""


def _spell_buurt(waarde: Antwoordwaarde) -> str:
    if waarde.gebied is None:
        return waarde.tekst or "?"
    naam = Gebied.objects.filter(pk=waarde.gebied).values_list("naam", flat=True).first() or ""
    return waarde.tekst or naam
