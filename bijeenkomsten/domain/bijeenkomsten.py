"""Making meetings, opening and closing them."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from bijeenkomsten.domain.bron import IDEEKAART
from bijeenkomsten.domain.invoer import claim_code, clean_regel
from bijeenkomsten.domain.tafels import make_tafels
from bijeenkomsten.enums import Bijeenkomststatus
from bijeenkomsten.models import Bijeenkomst, Ideekaart, Notitie
from bijeenkomsten.refusals import LegeTekst, NietLeeg, OngeldigeStap, OnjuisteInvoer
from organisaties.domain.audit import log_handeling
from organisaties.domain.bronnen import report_bronwijziging
from organisaties.enums import Wijzigingsoort
from organisaties.models import Gebruiker, Plek, Ronde

TAFELS_MAX = 60
VELDEN = ("titel", "datum", "vraag", "plek")


@transaction.atomic
def create_bijeenkomst(
    *,
    ronde: Ronde,
    wie: Gebruiker,
    titel: str,
    datum: date,
    vraag: str = "",
    tafels: int = 0,
    plek: Plek | None = None,
    code: str | None = None,
) -> Bijeenkomst:
    """Make a meeting with this many tables, each with a code of its own."""
    if not 0 <= tafels <= TAFELS_MAX:
        raise OnjuisteInvoer
    bijeenkomst = Bijeenkomst.objects.create(
        ronde=ronde,
        code=claim_code(Bijeenkomst, code),
        **_clean(ronde, {"titel": titel, "datum": datum, "vraag": vraag, "plek": plek}),
    )
    make_tafels(bijeenkomst, tafels)
    _log(bijeenkomst, wie, "bijeenkomst_gemaakt")
    return bijeenkomst


@transaction.atomic
def change_bijeenkomst(*, bijeenkomst: Bijeenkomst, wie: Gebruiker, **velden: Any) -> Bijeenkomst:
    """Change titel, datum, vraag or plek. Idea cards answer the vraag, so they are read again when it changes."""
    if set(velden) - set(VELDEN):
        raise TypeError(f"geen velden van een bijeenkomst: {sorted(set(velden) - set(VELDEN))}")
    vast = _lock(bijeenkomst)
    nieuw = _clean(vast.ronde, velden)
    oud = vast.vraag
    for naam, waarde in nieuw.items():
        setattr(vast, naam, waarde)
    vast.save(update_fields=list(nieuw))
    if vast.vraag != oud:
        ids = list(Ideekaart.objects.filter(bijeenkomst=vast).values_list("pk", flat=True))
        report_bronwijziging(ronde=vast.ronde, bronsoort=IDEEKAART, ids=ids, soort=Wijzigingsoort.GEWIJZIGD)
    _log(vast, wie, "bijeenkomst_veranderd")
    return vast


@transaction.atomic
def open_bijeenkomst(*, bijeenkomst: Bijeenkomst, wie: Gebruiker) -> Bijeenkomst:
    """Let tables and cards be written, for the first time or once more."""
    vast = _lock(bijeenkomst)
    if vast.status == Bijeenkomststatus.OPEN:
        raise OngeldigeStap
    vast.status, vast.gesloten_op = Bijeenkomststatus.OPEN, None
    vast.save(update_fields=["status", "gesloten_op"])
    _log(vast, wie, "bijeenkomst_geopend")
    return vast


@transaction.atomic
def close_bijeenkomst(*, bijeenkomst: Bijeenkomst, wie: Gebruiker, nu: datetime | None = None) -> Bijeenkomst:
    """End the writing; what is still on someone's device is taken for a day more."""
    vast = _lock(bijeenkomst)
    if vast.status != Bijeenkomststatus.OPEN:
        raise OngeldigeStap
    vast.status, vast.gesloten_op = Bijeenkomststatus.GESLOTEN, nu or timezone.now()
    vast.save(update_fields=["status", "gesloten_op"])
    _log(vast, wie, "bijeenkomst_gesloten")
    return vast


@transaction.atomic
def delete_bijeenkomst(*, bijeenkomst: Bijeenkomst, wie: Gebruiker) -> None:
    """Throw away a meeting in which nothing was written."""
    vast = _lock(bijeenkomst)
    if Notitie.objects.filter(tafel__bijeenkomst=vast).exists() or vast.ideekaarten.exists():
        raise NietLeeg
    _log(vast, wie, "bijeenkomst_weggegooid")
    vast.delete()


def _lock(bijeenkomst: Bijeenkomst) -> Bijeenkomst:
    rijen = Bijeenkomst.objects.select_for_update(of=("self",)).select_related("ronde__organisatie")
    vast: Bijeenkomst = rijen.get(pk=bijeenkomst.pk)
    return vast


def _clean(ronde: Ronde, velden: dict[str, Any]) -> dict[str, Any]:
    schoon = dict(velden)
    for naam in {"titel", "vraag"} & set(velden):
        schoon[naam] = clean_regel(velden[naam], Bijeenkomst, naam)
    if schoon.get("titel") == "":
        raise LegeTekst
    plek = velden.get("plek")
    if plek is not None and plek.organisatie_id != ronde.organisatie_id:
        raise OnjuisteInvoer
    return schoon


def _log(bijeenkomst: Bijeenkomst, wie: Gebruiker, handeling: str) -> None:
    log_handeling(
        organisatie=bijeenkomst.ronde.organisatie,
        wie=wie,
        handeling=handeling,
        op=bijeenkomst,
        omschrijving=bijeenkomst.titel,
    )
