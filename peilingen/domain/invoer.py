"""Bringing in a file of answers: keep it, choose columns, read it in whole or not at all."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import uuid4

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from basis.tabel import spell_out
from organisaties.domain.audit import log_handeling
from organisaties.domain.bronnen import report_bronwijziging
from organisaties.enums import Kanaal, Wijzigingsoort
from organisaties.models import Gebied, Gebruiker, Ronde
from peilingen.domain.bron import BRONSOORT
from peilingen.domain.invoer_bewaren import find_respondent, store_antwoorden
from peilingen.domain.koppeling import Invoerantwoord, check_koppeling, guess_koppeling, read_antwoorden
from peilingen.domain.koppeling_gesloten import read_gesloten
from peilingen.enums import Herkomst, Invoerstatus, Vragenlijststatus, Werving
from peilingen.models import Invoerbestand, Vragenlijst
from peilingen.refusals import AlIngelezen, OnjuisteKoppeling, OnleesbaarBestand

if TYPE_CHECKING:
    from basis.tabel import Tabel

VOORBEELDRIJEN = 5
# As many as a file may have columns; a column with more is no column of questions.
MAX_VRAGEN = 500


@dataclass(frozen=True, slots=True)
class Voorbeeld:
    """What a file would bring, before anything is read in."""

    antwoorden: int
    respondenten: int
    lege_rijen: int
    eerste: tuple[Invoerantwoord, ...]
    onbekende_buurten: tuple[str, ...] = field(default=())


@transaction.atomic
def upload_invoer(*, ronde: Ronde, wie: Gebruiker, bestand: UploadedFile) -> Invoerbestand:
    """Keep an uploaded file until its columns are chosen; raises OnleesbaarBestand or AlIngelezen."""
    inhoud = bestand.read()
    naam = (bestand.name or "bestand")[-200:]
    tabel = spell_out(read_bestand(inhoud, naam))
    koppeling = guess_koppeling(tabel.kolommen, tabel.rijen)
    return keep_bestand(ronde=ronde, wie=wie, naam=naam, inhoud=inhoud, tabel=tabel, koppeling=koppeling)


def keep_bestand(
    *,
    ronde: Ronde,
    wie: Gebruiker,
    naam: str,
    inhoud: bytes,
    tabel: "Tabel",
    koppeling: Mapping[str, str],
    naar: Vragenlijst | None = None,
) -> Invoerbestand:
    """Keep a file that can be read, once per ronde, or once per questionnaire that it goes to; raises AlIngelezen."""
    sha256 = hashlib.sha256(inhoud).hexdigest()
    eerder = Invoerbestand.objects.filter(ronde=ronde, naar=naar, sha256=sha256)
    if eerder.filter(status=Invoerstatus.INGELEZEN).exists():
        raise AlIngelezen
    if (wachtend := eerder.first()) is not None:
        if not wachtend.bestand.storage.exists(wachtend.bestand.name):
            wachtend.bestand.save(f"{uuid4().hex}.bin", ContentFile(inhoud))
        return wachtend
    invoer = Invoerbestand(
        ronde=ronde,
        wie=wie,
        naar=naar,
        bestandsnaam=naam,
        sha256=sha256,
        kolommen=list(tabel.kolommen),
        koppeling=dict(koppeling),
        aantal_rijen=len(tabel.rijen),
    )
    invoer.bestand.save(f"{uuid4().hex}.bin", ContentFile(inhoud), save=False)
    invoer.save()
    return invoer


def release_bestand(invoer: Invoerbestand) -> None:
    """Save an upload without its file, which is deleted once all is committed."""
    opgeslagen, invoer.bestand.name = invoer.bestand.name, ""
    invoer.save()
    opslag = invoer.bestand.storage
    transaction.on_commit(lambda: opslag.delete(opgeslagen))


def read_bestand(inhoud: bytes, naam: str) -> "Tabel":
    """Read a file as a table; raises OnleesbaarBestand with a line that says what and where."""
    from basis.tabel import Tabelfout, read_tabel

    try:
        return read_tabel(inhoud, naam=naam)
    except Tabelfout as fout:
        raise OnleesbaarBestand(str(fout)) from fout


def open_tabel(invoer: Invoerbestand) -> "Tabel":
    """Read the kept file again; raises OnleesbaarBestand, also where it is gone."""
    try:
        with invoer.bestand.open("rb") as bestand:
            inhoud = bestand.read()
    except OSError as fout:
        raise OnleesbaarBestand(
            _("Het bestand staat er niet meer. Lees het opnieuw in vanaf uw eigen computer.")
        ) from fout
    return read_bestand(inhoud, invoer.bestandsnaam)


def open_woorden(invoer: Invoerbestand) -> "Tabel":
    """Read the kept file again, a statistics file in words; raises as `open_tabel`."""
    return spell_out(open_tabel(invoer))


def preview_invoer(*, invoer: Invoerbestand, tabel: "Tabel", rollen: Mapping[str, str]) -> Voorbeeld:
    """Tell what the file would bring with these columns; raises OnjuisteKoppeling."""
    antwoorden = collect_antwoorden(tabel, rollen)
    bekend = {g.lower() for g in Gebied.objects.van(invoer.ronde.organisatie).values_list("naam", flat=True)}
    buurten = sorted({a.buurt for a in antwoorden if a.buurt and a.buurt.lower() not in bekend})
    return Voorbeeld(
        antwoorden=len(antwoorden),
        respondenten=len({find_respondent(a) for a in antwoorden}),
        lege_rijen=len(tabel.rijen) - len({a.rij for a in antwoorden}),
        eerste=tuple(antwoorden[:VOORBEELDRIJEN]),
        onbekende_buurten=tuple(buurten),
    )


def collect_antwoorden(tabel: "Tabel", rollen: Mapping[str, str]) -> list[Invoerantwoord]:
    """Give the answers of a table; raises OnjuisteKoppeling, also where a respondent answers one question twice."""
    check_koppeling(tabel.kolommen, rollen)
    read_gesloten(tabel, rollen)
    antwoorden = list(read_antwoorden(tabel.kolommen, tabel.rijen, tabel.rijnummers, rollen))
    _check_nummers(antwoorden)
    if not antwoorden:
        raise OnjuisteKoppeling(_("In de gekozen kolommen staat geen enkel antwoord. Kies andere kolommen."))
    if (aantal := len({antwoord.vraag for antwoord in antwoorden})) > MAX_VRAGEN:
        raise OnjuisteKoppeling(
            _("In de kolom met de vraag staan %(aantal)s verschillende vragen. Kies een andere kolom.")
            % {"aantal": aantal}
        )
    return antwoorden


def _check_nummers(antwoorden: Sequence[Invoerantwoord]) -> None:
    gezien: dict[tuple[str, str], int] = {}
    for antwoord in antwoorden:
        if not antwoord.respondent:
            continue
        sleutel = (antwoord.respondent, antwoord.vraag)
        if sleutel in gezien and gezien[sleutel] != antwoord.rij:
            raise OnjuisteKoppeling(
                _(
                    "Rij %(rij)s: nummer “%(nummer)s” staat ook in rij %(eerder)s, bij dezelfde vraag. "
                    "Maak de nummers uniek of kies geen kolom met nummers."
                )
                % {"rij": antwoord.rij, "nummer": antwoord.respondent[:60], "eerder": gezien[sleutel]}
            )
        gezien.setdefault(sleutel, antwoord.rij)


@transaction.atomic
def read_invoer(
    *,
    invoer: Invoerbestand,
    wie: Gebruiker,
    rollen: Mapping[str, str],
    kanaal: Kanaal = Kanaal.ENQUETE,
    werving: Werving = Werving.OPEN,
) -> Vragenlijst:
    """Read the file in: a questionnaire with its respondents and answers, or nothing at all.

    The uploaded file is deleted once its answers are committed.
    """
    vast = Invoerbestand.objects.select_for_update().select_related("ronde__organisatie").get(pk=invoer.pk)
    if vast.status == Invoerstatus.INGELEZEN:
        raise AlIngelezen
    tabel = open_woorden(vast)
    antwoorden = collect_antwoorden(tabel, rollen)
    lijst = Vragenlijst.objects.create(
        ronde=vast.ronde,
        titel=vast.bestandsnaam,
        werving=werving,
        status=Vragenlijststatus.GESLOTEN,
        herkomst=Herkomst.BESTAND,
    )
    ids = store_antwoorden(lijst, antwoorden, read_gesloten(tabel, rollen), kanaal)
    report_bronwijziging(ronde=vast.ronde, bronsoort=BRONSOORT, ids=ids, soort=Wijzigingsoort.AANGEMAAKT)
    vast.vragenlijst, vast.status, vast.koppeling = lijst, Invoerstatus.INGELEZEN, dict(rollen)
    vast.overgeslagen = len(tabel.rijen) - len({a.rij for a in antwoorden})
    release_bestand(vast)
    log_handeling(
        organisatie=vast.ronde.organisatie,
        wie=wie,
        handeling="bestand_ingelezen",
        op=vast,
        omschrijving=f"{vast.bestandsnaam}: {len(antwoorden)}",
    )
    return lijst


@transaction.atomic
def discard_invoer(*, invoer: Invoerbestand, wie: Gebruiker) -> None:
    """Throw away an uploaded file; one that was read in stays as a record, raises AlIngelezen."""
    if invoer.status == Invoerstatus.INGELEZEN:
        raise AlIngelezen
    naam, opslag = invoer.bestand.name, invoer.bestand.storage
    log_handeling(
        organisatie=invoer.ronde.organisatie,
        wie=wie,
        handeling="bestand_weggegooid",
        op=invoer,
        omschrijving=invoer.bestandsnaam,
    )
    invoer.delete()
    transaction.on_commit(lambda: opslag.delete(naam))
