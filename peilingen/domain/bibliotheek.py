"""The question library: what the organisation asked before, and the questions that come with Grondvlak.

A question that is taken from here keeps its stam, so that its answers can be laid beside those of before.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from organisaties.models import Gebruiker, Organisatie
from peilingen.domain.sjablonen import SJABLONEN, Sjabloonvraag
from peilingen.domain.vragen import add_vraag
from peilingen.enums import ZONDER_ANTWOORD, Herkomst
from peilingen.models import Vraag, Vraagstam, Vragenlijst
from peilingen.refusals import VraagNietInBibliotheek

# More than this nobody reads; searching finds the rest.
MEESTE_STAMMEN = 40


@dataclass(frozen=True, slots=True)
class Stamgebruik:
    """A question as it was asked before: its last words, how often they changed, where, and how many answered."""

    stam_id: UUID
    laatste: Vraag
    versies: int
    rondes: tuple[str, ...]
    antwoorden: int
    staat_al: bool


@dataclass(frozen=True, slots=True)
class Voorbeeldvraag:
    """A question that comes with Grondvlak; `sleutel` finds it again."""

    sleutel: str
    vraag: Sjabloonvraag
    uit: str
    staat_al: bool


def list_stammen(lijst: Vragenlijst, zoek: str = "") -> list[Stamgebruik]:
    """Give what the organisation asked in other questionnaires, last asked first.

    `staat_al` says that `lijst` has it already.
    """
    per_stam: dict[UUID, list[_Gesteld]] = {}
    for gesteld in _list_gesteld(lijst.ronde.organisatie):
        per_stam.setdefault(gesteld.stam, []).append(gesteld)
    gevonden = [
        groep
        for groep in per_stam.values()
        if any(rij.lijst != lijst.pk for rij in groep) and _matches(zoek, *(rij.tekst for rij in groep))
    ][:MEESTE_STAMMEN]
    laatste = Vraag.objects.filter(pk__in=[groep[0].pk for groep in gevonden])
    op_pk = {vraag.pk: vraag for vraag in laatste.prefetch_related("keuzes", "stellingen")}
    return [
        Stamgebruik(
            stam_id=groep[0].stam,
            laatste=op_pk[groep[0].pk],
            versies=len({rij.versie for rij in groep}),
            rondes=tuple(dict.fromkeys(rij.ronde for rij in groep)),
            antwoorden=sum(rij.antwoorden for rij in groep),
            staat_al=any(rij.lijst == lijst.pk for rij in groep),
        )
        for groep in gevonden
    ]


class _Gesteld(NamedTuple):
    """A question as it stands in one questionnaire."""

    pk: UUID
    stam: UUID
    versie: int
    tekst: str
    lijst: UUID
    ronde: str
    antwoorden: int


def _list_gesteld(organisatie: Organisatie) -> list[_Gesteld]:
    rijen = _asked(organisatie).order_by("-vragenlijst__gemaakt_op", "-versie", "volgorde")
    velden = ("pk", "stam_id", "versie", "tekst", "vragenlijst_id", "vragenlijst__ronde__naam", "aantal")
    return [_Gesteld(*rij) for rij in rijen.annotate(aantal=Count("antwoorden")).values_list(*velden)]


def list_voorbeelden(lijst: Vragenlijst, zoek: str = "") -> list[Voorbeeldvraag]:
    """Give the questions of the templates, each once; one that the organisation asked before is among its own."""
    hier = set(Vraag.objects.filter(vragenlijst=lijst).values_list("tekst", flat=True))
    gesteld = set(_asked(lijst.ronde.organisatie).exclude(vragenlijst=lijst).values_list("tekst", flat=True))
    return [
        Voorbeeldvraag(sleutel, vraag, titel, vraag.tekst in hier)
        for sleutel, vraag, titel in _iter_sjabloonvragen()
        if vraag.tekst not in gesteld and _matches(zoek, vraag.tekst, *vraag.keuzes, *vraag.stellingen)
    ]


def add_uit_stam(*, lijst: Vragenlijst, wie: Gebruiker, stam: Vraagstam) -> Vraag:
    """Add a question as it was asked last, with its stam.

    Raises VraagNietInBibliotheek, and what `add_vraag` raises.
    """
    vragen = _asked(lijst.ronde.organisatie).filter(stam=stam)
    laatste = vragen.order_by("-vragenlijst__gemaakt_op", "-versie", "volgorde").first()
    if laatste is None:
        raise VraagNietInBibliotheek
    return add_vraag(
        vragenlijst=lijst,
        wie=wie,
        soort=laatste.soort,
        tekst=laatste.tekst,
        uitleg=laatste.uitleg,
        verplicht=laatste.verplicht,
        keuzes=[keuze.tekst for keuze in laatste.keuzes.all()],
        stellingen=[stelling.tekst for stelling in laatste.stellingen.all()],
        instellingen=laatste.instellingen,
        stam=stam,
    )


def add_voorbeeld(*, lijst: Vragenlijst, wie: Gebruiker, sleutel: str) -> Vraag:
    """Add a question that comes with Grondvlak; raises VraagNietInBibliotheek, and what `add_vraag` raises."""
    for eigen, vraag, _titel in _iter_sjabloonvragen():
        if eigen == sleutel:
            return add_vraag(
                vragenlijst=lijst,
                wie=wie,
                soort=vraag.soort,
                tekst=vraag.tekst,
                uitleg=vraag.uitleg,
                verplicht=vraag.verplicht,
                keuzes=vraag.keuzes,
                stellingen=vraag.stellingen,
                instellingen=vraag.instellingen,
            )
    raise VraagNietInBibliotheek


def describe_gebruik(vraag: Vraag) -> str:
    """Say where a question was asked besides here, and what other words would do; "" when nobody answered it."""
    anderen = _asked(vraag.vragenlijst.ronde.organisatie).filter(stam_id=vraag.stam_id)
    anderen = anderen.exclude(vragenlijst_id=vraag.vragenlijst_id).order_by("vragenlijst__ronde__gemaakt_op")
    rijen = list(
        anderen.annotate(aantal=Count("antwoorden")).values_list("vragenlijst__ronde__naam", "aantal")
    )
    antwoorden = sum(aantal for _naam, aantal in rijen)
    if not antwoorden:
        return ""
    rondes = list(dict.fromkeys(naam for naam, _aantal in rijen))
    hoeveel = ngettext("%(n)s antwoord", "%(n)s antwoorden", antwoorden) % {"n": antwoorden}
    return _(
        "Deze vraag is ook gesteld in %(rondes)s (%(hoeveel)s). Verandert u de woorden of de keuzes, dan wordt het een "
        "nieuwe versie. De antwoorden van toen en nu kunt u dan niet meer zomaar naast elkaar leggen."
    ) % {"rondes": join_namen(rondes), "hoeveel": hoeveel}


def join_namen(namen: Sequence[str]) -> str:
    """Give names as they stand in a sentence: "A", "A en B", "A, B en C"."""
    if len(namen) < 2:
        return "".join(namen)
    return _("%(eerste)s en %(laatste)s") % {"eerste": ", ".join(namen[:-1]), "laatste": namen[-1]}


def _asked(organisatie: Organisatie) -> QuerySet[Vraag]:
    """Questions that were made here and take an answer."""
    eigen = Vraag.objects.van(organisatie).filter(vragenlijst__herkomst=Herkomst.EIGEN)
    return eigen.exclude(soort__in=ZONDER_ANTWOORD)


def _iter_sjabloonvragen() -> Iterator[tuple[str, Sjabloonvraag, str]]:
    """Each question of the templates once, with a key and the title of the first template that has it."""
    gezien: set[str] = set()
    for sjabloon in SJABLONEN.values():
        for nummer, vraag in enumerate(sjabloon.vragen, start=1):
            if vraag.tekst not in gezien:
                gezien.add(vraag.tekst)
                yield f"{sjabloon.sleutel}-{nummer}", vraag, sjabloon.titel


def _matches(zoek: str, *teksten: str) -> bool:
    """Tell whether every word that is looked for is in one of the texts."""
    alles = " ".join(teksten).casefold()
    return all(woord in alles for woord in zoek.casefold().split())
