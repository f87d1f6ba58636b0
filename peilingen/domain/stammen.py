"""Which words are the same question as in an earlier ronde.

A stam is the question; a version is how it was put: its words, its kind and its choices. Identical words find the
stam that they had before, wherever in the organisation that was. Other words for a question that was asked
elsewhere make a new version of its stam.
"""

from dataclasses import dataclass

from django.db.models import Max, QuerySet

from organisaties.models import Organisatie
from peilingen.models import Vraag, Vraagstam


@dataclass(frozen=True, slots=True)
class Bewoording:
    """How a question is put; two that are equal may be compared across rondes."""

    tekst: str
    soort: str
    keuzes: tuple[str, ...]
    stellingen: tuple[str, ...] = ()


def read_bewoording(vraag: Vraag) -> Bewoording:
    """Give how a stored question is put."""
    return Bewoording(
        vraag.tekst,
        vraag.soort,
        tuple(keuze.tekst for keuze in vraag.keuzes.all()),
        tuple(stelling.tekst for stelling in vraag.stellingen.all()),
    )


def find_stam(
    organisatie: Organisatie, zo: Bewoording, *, eigen: Vraag | None = None, stam: Vraagstam | None = None
) -> tuple[Vraagstam, int]:
    """Give stam and version for a question put like this.

    `eigen` is the question whose words change; `stam` is the stam it had, or must have. A stam that no other
    question has takes over the new words, so that a typing error leaves no trace.
    """
    anderen = Vraag.objects.van(organisatie)
    if eigen is not None:
        anderen = anderen.exclude(pk=eigen.pk)
    zelfde = anderen.filter(tekst=zo.tekst).select_related("stam").first()
    stammen = Vraagstam.objects.van(organisatie)
    if stam is not None and (eigen is None or anderen.filter(stam=stam, tekst=zo.tekst).exists()):
        gekozen = stam
    elif zelfde is not None:
        gekozen = zelfde.stam
    elif (op_naam := stammen.filter(naam=zo.tekst).first()) is not None:
        gekozen = op_naam
    elif stam is None:
        return Vraagstam.objects.create(organisatie=organisatie, naam=zo.tekst), 1
    else:
        gekozen = stam
    vragen = anderen.filter(stam=gekozen)
    if gekozen.naam != zo.tekst and not vragen.exists():
        gekozen.naam = zo.tekst
        gekozen.save(update_fields=["naam"])
    return gekozen, _find_versie(vragen, zo)


def _find_versie(vragen: QuerySet[Vraag], zo: Bewoording) -> int:
    """Give the version of the question that is put just so, else the next one."""
    for vraag in vragen.filter(tekst=zo.tekst, soort=zo.soort).prefetch_related("keuzes", "stellingen"):
        if read_bewoording(vraag) == zo:
            return vraag.versie
    hoogste: int | None = vragen.aggregate(m=Max("versie"))["m"]
    return (hoogste or 0) + 1


def delete_losse_stammen(organisatie: Organisatie) -> None:
    """Delete the stammen that no question has any more."""
    Vraagstam.objects.van(organisatie).filter(vragen__isnull=True).delete()
