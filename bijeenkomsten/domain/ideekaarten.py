"""Idea cards: one idea of one person, sent once, read back and withdrawn with the receipt code."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from bijeenkomsten.domain.bron import IDEEKAART
from bijeenkomsten.domain.invoer import (
    check_gebied,
    check_schrijfbaar,
    clean_regel,
    clean_tekst,
)
from bijeenkomsten.domain.melden import report_bron
from bijeenkomsten.models import Bijeenkomst, Ideekaart, Intrekking
from bijeenkomsten.refusals import Ingetrokken, OnjuisteInvoer
from organisaties.domain.bonnen import hash_bon, hash_token, is_token, make_bon
from organisaties.domain.tijd import round_hour
from organisaties.enums import Gebiedsoort, Wijzigingsoort
from organisaties.models import Gebied, Organisatie

TEKST_MAX = 3_000


@dataclass(frozen=True, slots=True)
class Kaartbon:
    """What someone who sent a card gets: the code to come back with."""

    ideekaart_id: UUID
    code: str


@transaction.atomic
def submit_ideekaart(
    *,
    bijeenkomst: Bijeenkomst,
    token: str,
    tekst: str,
    gebied: Gebied | None = None,
    groep: str = "",
    mag_citeren: bool | None = None,
    nu: datetime | None = None,
) -> Kaartbon:
    """Take a card. The same token is the same card: sent twice it is there once, with other words it is changed.

    After a withdrawal the same token is refused: a page that is loaded again must not bring the words back.
    """
    if not is_token(token):
        raise OnjuisteInvoer
    vast = _lock(bijeenkomst)
    moment = nu or timezone.now()
    velden = {
        "tekst": clean_tekst(tekst, hoogstens=TEKST_MAX),
        "gebied": check_gebied(gebied, vast.ronde.organisatie),
        "groep": clean_regel(groep or (gebied.naam if gebied else ""), Ideekaart, "groep"),
        "mag_citeren": mag_citeren,
    }
    code = make_bon(token)
    kaart = vast.ideekaarten.filter(sleutel=hash_token(token)).first()
    if kaart is not None and all(getattr(kaart, naam) == waarde for naam, waarde in velden.items()):
        return Kaartbon(kaart.pk, code)
    check_schrijfbaar(vast, moment)
    if vast.intrekkingen.filter(sleutel=hash_token(token)).exists():
        raise Ingetrokken
    kaart, nieuw = Ideekaart.objects.update_or_create(
        bijeenkomst=vast,
        sleutel=hash_token(token),
        defaults=velden,
        create_defaults={
            **velden,
            "bonhash": hash_bon(vast.pk, code),
            "ingediend_op": round_hour(moment),
        },
    )
    _report(vast, kaart, Wijzigingsoort.AANGEMAAKT if nieuw else Wijzigingsoort.GEWIJZIGD)
    return Kaartbon(kaart.pk, code)


@transaction.atomic
def withdraw_ideekaart(*, ideekaart: Ideekaart) -> None:
    """Delete a card for good, at any time: whoever has the code is the one who wrote it."""
    vast = _lock(ideekaart.bijeenkomst)
    if vast.ideekaarten.filter(pk=ideekaart.pk).exists():
        _report(vast, ideekaart, Wijzigingsoort.VERWIJDERD)
        Intrekking.objects.get_or_create(bijeenkomst=vast, sleutel=ideekaart.sleutel)
        vast.ideekaarten.filter(pk=ideekaart.pk).delete()


def find_bijeenkomst(code: str) -> Bijeenkomst | None:
    """Give the meeting whose idea cards this code opens."""
    rijen = Bijeenkomst.objects.select_related("ronde__organisatie", "plek")
    bijeenkomst: Bijeenkomst | None = rijen.filter(code=code).first() if code else None
    return bijeenkomst


def find_ideekaart(*, bijeenkomst: Bijeenkomst, code: str) -> Ideekaart | None:
    """Give the card that this receipt code belongs to, however the code was typed."""
    rijen = bijeenkomst.ideekaarten.select_related("gebied", "bijeenkomst__ronde__organisatie")
    kaart: Ideekaart | None = rijen.filter(bonhash=hash_bon(bijeenkomst.pk, code)).first()
    return kaart


def find_gebied(organisatie: Organisatie, naam: str) -> Gebied | None:
    """Give the area that someone means by a name: the smallest kind when several have it; None when unknown."""
    maten = {soort: plaats for plaats, soort in enumerate(Gebiedsoort.values)}
    gevonden = Gebied.objects.van(organisatie).op_naam(naam) if naam.strip() else ()
    return max(gevonden, key=lambda gebied: maten[gebied.soort], default=None)


def list_buurten(organisatie: Organisatie) -> list[str]:
    """Name the areas that people may mean today, from the wijk down, to help typing."""
    groot = (Gebiedsoort.GEMEENTE, Gebiedsoort.ANDERS)
    weg = Q(geldig_tot__lt=timezone.localdate())
    return sorted(
        set(
            Gebied.objects.van(organisatie)
            .exclude(weg)
            .exclude(soort__in=groot)
            .values_list("naam", flat=True)
        )
    )


def _lock(bijeenkomst: Bijeenkomst) -> Bijeenkomst:
    rijen = Bijeenkomst.objects.select_for_update(of=("self",)).select_related("ronde__organisatie")
    vast: Bijeenkomst = rijen.get(pk=bijeenkomst.pk)
    return vast


def _report(bijeenkomst: Bijeenkomst, kaart: Ideekaart, soort: Wijzigingsoort) -> None:
    report_bron(ronde=bijeenkomst.ronde, bronsoort=IDEEKAART, bron_id=kaart.pk, soort=soort)
