"""What of a questionnaire is deleted when, in words for the organiser, and what was deleted of it already."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Max, Min
from django.utils import timezone
from django.utils.translation import gettext as _

from organisaties.domain.bewaren import find_verwijderdatum
from organisaties.models import Auditregel
from peilingen.domain.bewaren import CONCEPT_BEWAREN
from peilingen.domain.uitnodigen import LIJST_BEWAREN
from peilingen.enums import Vragenlijststatus
from peilingen.models import Inzending, Inzendingconcept, Proefinzending, Vragenlijst

# What of this questionnaire was deleted, and is still told in the audit log.
HANDELINGEN = ("antwoorden_ingetrokken",)


@dataclass(frozen=True, slots=True)
class Bewaarpost:
    """One kind of thing that is kept: how many there are, when the first and the last of them go, and by which rule.

    Without dates there is nothing to delete, or it goes when someone does something.
    """

    naam: str
    aantal: int
    regel: str
    eerst: date | None = None
    laatst: date | None = None


@dataclass(frozen=True, slots=True)
class Bewaarplan:
    """All of it; `gebeurd` are the lines of the audit log about deletions, newest first."""

    posten: tuple[Bewaarpost, ...]
    gebeurd: tuple[Auditregel, ...]
    bewaardagen: int


def describe_bewaarplan(vragenlijst: Vragenlijst) -> Bewaarplan:
    """Tell what is kept of a questionnaire, until when, and what was deleted."""
    organisatie = vragenlijst.ronde.organisatie
    regels = Auditregel.objects.van(organisatie).select_related("wie")
    hier = regels.filter(object_id=vragenlijst.pk, handeling__in=HANDELINGEN)
    termijn = regels.filter(handeling="bewaartermijn", tijd__gte=vragenlijst.gemaakt_op)
    gebeurd = sorted([*hier[:20], *termijn[:20]], key=lambda regel: regel.tijd, reverse=True)
    posten = (
        _describe_antwoorden(vragenlijst),
        _describe_concepten(vragenlijst),
        _describe_proef(vragenlijst),
        *_describe_genodigden(vragenlijst),
    )
    return Bewaarplan(posten, tuple(gebeurd), organisatie.bewaardagen)


def _describe_antwoorden(vragenlijst: Vragenlijst) -> Bewaarpost:
    rijen = Inzending.objects.filter(vragenlijst=vragenlijst)
    uur = rijen.aggregate(eerst=Min("ingediend_op"), laatst=Max("ingediend_op"))
    organisatie = vragenlijst.ronde.organisatie

    def day(moment: datetime | None) -> date | None:
        return find_verwijderdatum(organisatie, moment) if moment else None

    return Bewaarpost(
        _("Antwoorden"),
        rijen.count(),
        _(
            "Elke inzending gaat na de bewaartermijn weg, met de uitspraken en de indeling die eruit gemaakt zijn."
        ),
        day(uur["eerst"]),
        day(uur["laatst"]),
    )


def _describe_concepten(vragenlijst: Vragenlijst) -> Bewaarpost:
    rijen = Inzendingconcept.objects.filter(vragenlijst=vragenlijst)
    laatst = rijen.aggregate(m=Max("bijgewerkt_op"))["m"]
    weg = timezone.localdate(laatst + CONCEPT_BEWAREN + timedelta(hours=1)) if laatst else None
    return Bewaarpost(
        _("Half ingevuld en niet verstuurd"),
        rijen.count(),
        _("Dit gaat een dag na de laatste verandering weg, of een dag na het sluiten."),
        None,
        weg,
    )


def _describe_proef(vragenlijst: Vragenlijst) -> Bewaarpost:
    return Bewaarpost(
        _("Proefantwoorden"),
        Proefinzending.objects.filter(vragenlijst=vragenlijst).count(),
        _("Ze tellen nooit mee. Ze gaan weg zodra u de vragenlijst opent."),
    )


def _describe_genodigden(vragenlijst: Vragenlijst) -> tuple[Bewaarpost, ...]:
    """Tell of the address list where there is one; it goes apart from the answers."""
    if not (aantal := vragenlijst.genodigden.count()):
        return ()
    dicht = vragenlijst.gesloten_op if vragenlijst.status == Vragenlijststatus.GESLOTEN else None
    weg = timezone.localdate(dicht + LIJST_BEWAREN) if dicht else None
    regel = _("De namen en adressen gaan 30 dagen na het sluiten weg. De antwoorden blijven dan staan.")
    return (Bewaarpost(_("Genodigden met een persoonlijke link"), aantal, regel, None, weg),)
