"""Adding, changing, moving and taking out the questions of a questionnaire."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from organisaties.domain.audit import log_handeling
from organisaties.models import Gebruiker
from peilingen.domain.stammen import Bewoording, delete_losse_stammen, find_stam
from peilingen.enums import Herkomst, Vraagsoort, Vragenlijststatus
from peilingen.models import Inzending, Keuze, Vraag, Vraagstam, Vragenlijst
from peilingen.refusals import OnjuisteVraag, UitBestand, VragenlijstStaatOpen, VragenStaanVast

MAX_VRAGEN = 40
MAX_KEUZES = 25
MAX_TEKST = 500
MAX_UITLEG = 1000
MAX_KEUZE = 200
SCHAALSTAPPEN = 5
SCHAALWOORDEN = (
    gettext_lazy("heel slecht"),
    gettext_lazy("slecht"),
    gettext_lazy("tussenin"),
    gettext_lazy("goed"),
    gettext_lazy("heel goed"),
)
KEUZEVRAGEN = (Vraagsoort.EEN_KEUZE, Vraagsoort.MEER_KEUZES)
# Out of the way of every real place while places are given anew; a place is used once per questionnaire.
_OPZIJ = 10_000


def lock_te_veranderen(vragenlijst: Vragenlijst) -> Vragenlijst:
    """Hold a questionnaire whose questions may change.

    Raises UitBestand, VragenlijstStaatOpen, or VragenStaanVast once there are answers.
    """
    vast = Vragenlijst.objects.select_for_update(of=("self",)).select_related("ronde").get(pk=vragenlijst.pk)
    if vast.herkomst == Herkomst.BESTAND:
        raise UitBestand
    if Inzending.objects.filter(vragenlijst=vast).exists():
        raise VragenStaanVast
    if vast.status == Vragenlijststatus.OPEN:
        raise VragenlijstStaatOpen
    return vast


@transaction.atomic
def add_vraag(
    *,
    vragenlijst: Vragenlijst,
    wie: Gebruiker,
    soort: Vraagsoort | str,
    tekst: str,
    uitleg: str = "",
    verplicht: bool = False,
    keuzes: Sequence[str] = (),
    stam: Vraagstam | None = None,
) -> Vraag:
    """Add a question at the end; a scale without `keuzes` gets five common words.

    `keuzes` are the choices in order, or the five words of a scale from low to high. Raises OnjuisteVraag, and what
    `lock_te_veranderen` raises.
    """
    vast = lock_te_veranderen(vragenlijst)
    zo = clean_bewoording(tekst, soort, keuzes)
    vraag = store_vraag(vast, zo, uitleg=uitleg, verplicht=verplicht, stam=stam)
    _log(vast, wie, "vraag_toegevoegd", vraag)
    return vraag


def store_vraag(
    vragenlijst: Vragenlijst, zo: Bewoording, *, uitleg: str, verplicht: bool, stam: Vraagstam | None = None
) -> Vraag:
    """Write a question at the end, as part of an act; raises OnjuisteVraag when there are too many."""
    bezet = list(Vraag.objects.filter(vragenlijst=vragenlijst).values_list("volgorde", flat=True))
    if len(bezet) >= MAX_VRAGEN:
        raise OnjuisteVraag(_("Een vragenlijst heeft hoogstens %(n)s vragen.") % {"n": MAX_VRAGEN})
    gevonden, versie = find_stam(vragenlijst.ronde.organisatie, zo, stam=stam)
    vraag = Vraag.objects.create(
        vragenlijst=vragenlijst,
        stam=gevonden,
        versie=versie,
        volgorde=max(bezet, default=0) + 1,
        soort=zo.soort,
        tekst=zo.tekst,
        uitleg=_clean_uitleg(uitleg),
        verplicht=verplicht,
    )
    _store_keuzes(vraag, zo.keuzes)
    return vraag


@transaction.atomic
def change_vraag(
    *,
    vraag: Vraag,
    wie: Gebruiker,
    soort: Vraagsoort | str,
    tekst: str,
    uitleg: str = "",
    verplicht: bool = False,
    keuzes: Sequence[str] = (),
) -> Vraag:
    """Change a question; other words for a question that was asked elsewhere make a new version of its stam.

    Raises OnjuisteVraag, and what `lock_te_veranderen` raises.
    """
    vast = lock_te_veranderen(vraag.vragenlijst)
    rij = Vraag.objects.select_related("stam").get(pk=vraag.pk)
    zo = clean_bewoording(tekst, soort, keuzes)
    rij.stam, rij.versie = find_stam(vast.ronde.organisatie, zo, eigen=rij, stam=rij.stam)
    rij.soort, rij.tekst, rij.uitleg, rij.verplicht = zo.soort, zo.tekst, _clean_uitleg(uitleg), verplicht
    rij.save()
    _store_keuzes(rij, zo.keuzes)
    delete_losse_stammen(vast.ronde.organisatie)
    _log(vast, wie, "vraag_veranderd", rij)
    return rij


@transaction.atomic
def move_vraag(*, vraag: Vraag, wie: Gebruiker, plaatsen: int) -> None:
    """Move a question so many places (negative is up); at an end it stays. Raises as `lock_te_veranderen` does."""
    vast = lock_te_veranderen(vraag.vragenlijst)
    volgorde = _in_volgorde(vast)
    nieuw = min(max(0, volgorde.index(vraag.pk) + plaatsen), len(volgorde) - 1)
    volgorde.remove(vraag.pk)
    volgorde.insert(nieuw, vraag.pk)
    _place(volgorde)


@transaction.atomic
def delete_vraag(*, vraag: Vraag, wie: Gebruiker) -> dict[str, Any]:
    """Take a question out; gives what `restore_vraag` needs to put it back. Raises as `lock_te_veranderen` does."""
    vast = lock_te_veranderen(vraag.vragenlijst)
    rij = Vraag.objects.prefetch_related("keuzes").get(pk=vraag.pk)
    weg = {
        "plaats": _in_volgorde(vast).index(rij.pk),
        "stam": str(rij.stam_id),
        "soort": rij.soort,
        "tekst": rij.tekst,
        "uitleg": rij.uitleg,
        "verplicht": rij.verplicht,
        "keuzes": [keuze.tekst for keuze in rij.keuzes.all()],
    }
    _log(vast, wie, "vraag_weggehaald", rij)
    rij.delete()
    _place(_in_volgorde(vast))
    return weg


@transaction.atomic
def restore_vraag(*, vragenlijst: Vragenlijst, wie: Gebruiker, weg: dict[str, Any]) -> Vraag:
    """Put a question back where it was; raises as `add_vraag` does."""
    vast = lock_te_veranderen(vragenlijst)
    organisatie = vast.ronde.organisatie
    vraag = add_vraag(
        vragenlijst=vast,
        wie=wie,
        soort=weg["soort"],
        tekst=weg["tekst"],
        uitleg=weg["uitleg"],
        verplicht=weg["verplicht"],
        keuzes=weg["keuzes"],
        stam=Vraagstam.objects.van(organisatie).filter(pk=UUID(weg["stam"])).first(),
    )
    volgorde = [pk for pk in _in_volgorde(vast) if pk != vraag.pk]
    volgorde.insert(weg["plaats"], vraag.pk)
    _place(volgorde)
    vraag.refresh_from_db(fields=["volgorde"])
    return vraag


def clean_bewoording(tekst: str, soort: Vraagsoort | str, keuzes: Sequence[str]) -> Bewoording:
    """Give the words of a question as they are stored; raises OnjuisteVraag, which names the field."""
    schoon = " ".join(tekst.split())
    if not schoon:
        raise OnjuisteVraag
    if len(schoon) > MAX_TEKST:
        raise OnjuisteVraag(
            _("Deze vraag telt %(n)s tekens. Er passen er %(max)s in: zet de rest bij de uitleg.")
            % {"n": len(schoon), "max": MAX_TEKST}
        )
    if soort not in Vraagsoort.values:
        raise OnjuisteVraag(_("Kies wat voor vraag dit is."), "soort")
    if soort in (Vraagsoort.OPEN, Vraagsoort.BUURT):
        return Bewoording(schoon, str(soort), ())
    woorden = [" ".join(keuze.split()) for keuze in keuzes]
    return Bewoording(
        schoon, str(soort), _clean_keuzes(Vraagsoort(soort), [woord for woord in woorden if woord])
    )


def _clean_keuzes(soort: Vraagsoort, woorden: list[str]) -> tuple[str, ...]:
    if soort == Vraagsoort.SCHAAL and not woorden:
        return tuple(str(woord) for woord in SCHAALWOORDEN)
    if soort == Vraagsoort.SCHAAL and len(woorden) != SCHAALSTAPPEN:
        raise OnjuisteVraag(
            _("Een schaal heeft vijf stappen, van laag naar hoog. U hebt er %(n)s.") % {"n": len(woorden)},
            "keuzes",
        )
    if len(woorden) > MAX_KEUZES:
        raise OnjuisteVraag(_("Geef hoogstens %(n)s keuzes.") % {"n": MAX_KEUZES}, "keuzes")
    gezien: set[str] = set()
    for woord in woorden:
        if len(woord) > MAX_KEUZE:
            raise OnjuisteVraag(
                _("“%(begin)s…” is te lang. Een keuze telt hoogstens %(n)s tekens.")
                % {"begin": woord[:40], "n": MAX_KEUZE},
                "keuzes",
            )
        if woord.lower() in gezien:
            raise OnjuisteVraag(_("“%(keuze)s” staat er twee keer.") % {"keuze": woord}, "keuzes")
        gezien.add(woord.lower())
    return tuple(woorden)


def _clean_uitleg(uitleg: str) -> str:
    schoon = uitleg.strip()
    if len(schoon) > MAX_UITLEG:
        raise OnjuisteVraag(
            ngettext(
                "De uitleg is %(n)s teken te lang.",
                "De uitleg is %(n)s tekens te lang.",
                len(schoon) - MAX_UITLEG,
            )
            % {"n": len(schoon) - MAX_UITLEG},
            "uitleg",
        )
    return schoon


def _store_keuzes(vraag: Vraag, woorden: Sequence[str]) -> None:
    """Bring the choices in line; one whose words stay keeps its row, so that a draft still means the same."""
    oud = {keuze.tekst: keuze for keuze in Keuze.objects.filter(vraag=vraag)}
    Keuze.objects.filter(pk__in=[keuze.pk for tekst, keuze in oud.items() if tekst not in woorden]).delete()
    for volgorde, woord in enumerate(woorden, start=1):
        keuze = oud.get(woord) or Keuze(vraag=vraag, tekst=woord)
        keuze.volgorde = volgorde
        keuze.save()


def _in_volgorde(vragenlijst: Vragenlijst) -> list[UUID]:
    return list(
        Vraag.objects.filter(vragenlijst=vragenlijst).order_by("volgorde").values_list("pk", flat=True)
    )


def _place(volgorde: Sequence[UUID]) -> None:
    """Number the questions from 1, by way of numbers that nobody has."""
    for begin in (_OPZIJ, 1):
        for plaats, pk in enumerate(volgorde):
            Vraag.objects.filter(pk=pk).update(volgorde=begin + plaats)


def _log(vragenlijst: Vragenlijst, wie: Gebruiker, handeling: str, vraag: Vraag) -> None:
    log_handeling(
        organisatie=vragenlijst.ronde.organisatie,
        wie=wie,
        handeling=handeling,
        op=vraag,
        omschrijving=vraag.tekst,
    )
