"""The names of the fields in residents' forms, as drafts keep them, and an answer as its form would send it."""

from peilingen.domain.waarden import Antwoordwaarde
from peilingen.enums import Vraagsoort
from peilingen.models import Vraag

Velden = dict[str, list[str]]

# People's own words; in the other fields the last choice counts.
WOORDEN, STRAAT = "tekst", "straat"
WOORDVELDEN = (WOORDEN, STRAAT)
KEUZES, GETAL, GEBIED, PLEK = "keuzes", "getal", "gebied", "plek"
DATUMDELEN = ("dag", "maand", "jaar")
# "Weet ik niet" and "wil ik niet zeggen", where they are not among the choices of one field.
BIJZONDER = "bijzonder"
# What a choice question sends for "anders, namelijk", and a buurt question for "weet ik niet".
ANDERS, GEEN = "anders", "geen"
# Behind these stands the key of a choice or statement.
RANG, STELLING = "r_", "s_"


def build_velden(vraag: Vraag, waarde: Antwoordwaarde) -> Velden:
    """Give an answer as its form would send it (`peilingen.bewonerformulieren`)."""
    match vraag.soort:
        case Vraagsoort.EEN_KEUZE | Vraagsoort.LEEFTIJD:
            keuzes = [*_chosen(waarde), waarde.bijzonder]
            return {KEUZES: [keuze for keuze in keuzes if keuze], WOORDEN: [waarde.tekst]}
        case Vraagsoort.MEER_KEUZES:
            return {KEUZES: _chosen(waarde), WOORDEN: [waarde.tekst], **_bijzonder(waarde)}
        case Vraagsoort.SCHAAL:
            return {GETAL: [waarde.bijzonder if waarde.getal is None else str(waarde.getal)]}
        case Vraagsoort.BUURT:
            gebied = str(waarde.gebied) if waarde.gebied else "" if waarde.tekst else waarde.bijzonder or GEEN
            return {GEBIED: [gebied], STRAAT: [waarde.tekst]}
        case Vraagsoort.PLEK:
            return {PLEK: [str(waarde.plek or "")], WOORDEN: [waarde.tekst], **_bijzonder(waarde)}
    return {**_spell(vraag, waarde), **_bijzonder(waarde)}


def _spell(vraag: Vraag, waarde: Antwoordwaarde) -> Velden:
    """Give what stands in `waarde` as fields, and people's own words."""
    match vraag.soort:
        case Vraagsoort.GETAL:
            return {GETAL: [str(waarde.waarde or "").replace(".", ",")]}
        case Vraagsoort.DATUM:
            jaar, _, rest = str(waarde.waarde or "").partition("-")
            maand, _, dag = rest.partition("-")
            return {
                naam: [deel.lstrip("0")] for naam, deel in zip(DATUMDELEN, (dag, maand, jaar), strict=True)
            }
        case Vraagsoort.RANGORDE:
            return {
                f"{RANG}{sleutel}": [str(plaats)] for plaats, sleutel in enumerate(waarde.waarde or (), 1)
            }
        case Vraagsoort.MATRIX:
            return {f"{STELLING}{rij}": [keuze] for rij, keuze in (waarde.waarde or {}).items()}
    return {WOORDEN: [waarde.tekst]}


def _chosen(waarde: Antwoordwaarde) -> list[str]:
    return [*(str(keuze) for keuze in waarde.keuzes), *([ANDERS] if waarde.tekst else [])]


def _bijzonder(waarde: Antwoordwaarde) -> Velden:
    return {BIJZONDER: [waarde.bijzonder]} if waarde.bijzonder else {}
