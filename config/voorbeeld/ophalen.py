"""What people said: questionnaires, tables, cards, signals and a file, each through its own act."""

import csv
import io
from collections.abc import Mapping
from uuid import UUID

from django.core.files.uploadedfile import SimpleUploadedFile

from bijeenkomsten.domain.bijeenkomsten import close_bijeenkomst, create_bijeenkomst, open_bijeenkomst
from bijeenkomsten.domain.ideekaarten import find_gebied, submit_ideekaart
from bijeenkomsten.domain.notities import save_notitie
from bijeenkomsten.domain.signalen import record_signaal
from bijeenkomsten.domain.tafels import add_tafel, finish_tafel, save_betekenis
from bijeenkomsten.models import Bijeenkomst, Gesprekstafel
from config.voorbeeld.terugdateren import set_back
from config.voorbeeld.verhaal import MAP, Verhaal, read_rows
from organisaties.domain.bonnen import make_token
from organisaties.enums import Kanaal
from organisaties.models import Gebruiker, Ronde
from peilingen.domain.invoer import read_invoer, upload_invoer
from peilingen.domain.inzenden import Antwoordwaarde, submit_inzending
from peilingen.domain.proef import make_proeflink
from peilingen.domain.vragen import add_vraag
from peilingen.domain.vragenlijsten import (
    change_vragenlijst,
    close_vragenlijst,
    create_vragenlijst,
    open_vragenlijst,
)
from peilingen.enums import Vraagsoort, Werving
from peilingen.models import Inzending, Vraag, Vragenlijst

CITEREN = {"ja": True, "nee": False, "": None}


def make_vragenlijst(ronde: Ronde, wie: Gebruiker, verhaal: Verhaal) -> None:
    """Make or take over the questionnaire, open it, let people answer, and close it when its time is past.

    A draft gets a link to try it out.
    """
    kop = verhaal.kop.get("vragenlijst")
    if kop is None:
        return
    lijst = Vragenlijst.objects.filter(ronde=ronde).first() or _build_vragenlijst(ronde, wie, verhaal)
    if "geopend" not in kop:
        make_proeflink(vragenlijst=lijst, wie=wie)
        return
    lijst = open_vragenlijst(vragenlijst=lijst, wie=wie, code=kop.get("code"))
    _answer(lijst, verhaal)
    set_back(lijst, geopend_op=verhaal.kalender.moment(kop["geopend"]))
    if "gesloten" in kop:
        lijst = close_vragenlijst(vragenlijst=lijst, wie=wie)
        set_back(lijst, gesloten_op=verhaal.kalender.moment(kop["gesloten"]))


def _build_vragenlijst(ronde: Ronde, wie: Gebruiker, verhaal: Verhaal) -> Vragenlijst:
    kop = verhaal.kop["vragenlijst"]
    lijst = create_vragenlijst(ronde=ronde, wie=wie, titel=kop["titel"])
    werving = Werving(kop.get("werving", Werving.OPEN))
    change_vragenlijst(vragenlijst=lijst, wie=wie, inleiding=kop["inleiding"].strip(), werving=werving)
    for vraag in kop["vraag"]:
        add_vraag(
            vragenlijst=lijst,
            wie=wie,
            soort=vraag["soort"],
            tekst=vraag["tekst"],
            uitleg=vraag.get("uitleg", ""),
            keuzes=vraag.get("keuzes", ()),
        )
    return lijst


def _answer(lijst: Vragenlijst, verhaal: Verhaal) -> None:
    vragen = dict(zip(_sleutels(verhaal), lijst.vragen.prefetch_related("keuzes"), strict=True))
    for nummer, rij in enumerate(verhaal.inzendingen):
        submit_inzending(
            vragenlijst=lijst,
            token=make_token(),
            antwoorden={
                vraag.pk: _to_waarde(vraag, rij[sleutel])
                for sleutel, vraag in vragen.items()
                if rij[sleutel] or vraag.soort == Vraagsoort.BUURT
            },
            mag_citeren=CITEREN[rij["citeren"]],
            kanaal=Kanaal(rij["kanaal"]),
            nu=verhaal.kalender.moment(int(rij["dag"]), nummer),
        )


def _sleutels(verhaal: Verhaal) -> list[str]:
    """Name the columns that hold the answers, in the order of the questions."""
    kop = verhaal.kop["vragenlijst"]
    if "vraag" in kop:
        return [vraag["sleutel"] for vraag in kop["vraag"]]
    return ["buurt", "tevreden", "plek", "mist", "advies"]


def _to_waarde(vraag: Vraag, tekst: str) -> Antwoordwaarde:
    if vraag.soort == Vraagsoort.SCHAAL:
        return Antwoordwaarde(getal=int(tekst))
    if vraag.soort == Vraagsoort.EEN_KEUZE:
        keuzes: Mapping[int, UUID] = {keuze.volgorde: keuze.pk for keuze in vraag.keuzes.all()}
        return Antwoordwaarde(keuzes=(keuzes[int(tekst)],))
    return Antwoordwaarde(tekst=tekst)


def read_bestand(ronde: Ronde, wie: Gebruiker, verhaal: Verhaal) -> None:
    """Bring in a file: those rows of the shipped answers that came from a few buurten along one kanaal."""
    kop = verhaal.kop.get("bestand")
    if kop is None:
        return
    rijen = [
        rij
        for rij in read_rows(MAP / kop["bron"])
        if rij["buurt"] in kop["buurten"] and rij["kanaal"] == kop["kanaal"]
    ]
    tekst = io.StringIO()
    schrijver = csv.DictWriter(tekst, list(rijen[0]), delimiter=";")
    schrijver.writeheader()
    schrijver.writerows(rijen)
    invoer = upload_invoer(
        ronde=ronde, wie=wie, bestand=SimpleUploadedFile(kop["naam"], tekst.getvalue().encode())
    )
    lijst = read_invoer(invoer=invoer, wie=wie, rollen=invoer.koppeling)
    Inzending.objects.filter(vragenlijst=lijst).update(ingediend_op=verhaal.kalender.moment(kop["dag"]))


def make_bijeenkomst(ronde: Ronde, wie: Gebruiker, verhaal: Verhaal) -> None:
    """Plan the meeting and, where it has begun, let the tables and the cards be written."""
    kop = verhaal.kop.get("bijeenkomst")
    if kop is None:
        return
    avond = create_bijeenkomst(
        ronde=ronde,
        wie=wie,
        titel=kop["titel"],
        datum=verhaal.kalender.dag(kop["dag"]),
        vraag=kop["vraag"],
        tafels=kop.get("tafels", 0),
        code=kop.get("code"),
    )
    tafels = [_add_tafel(avond, wie, tafel) for tafel in kop.get("tafel", ())]
    if kop["dag"] > 0:
        return
    avond = open_bijeenkomst(bijeenkomst=avond, wie=wie)
    _write_tafels(tafels, verhaal)
    _write_kaarten(avond, verhaal)
    if kop.get("gesloten"):
        close_bijeenkomst(bijeenkomst=avond, wie=wie, nu=verhaal.kalender.avond(kop["dag"]))


def _add_tafel(avond: Bijeenkomst, wie: Gebruiker, tafel: Mapping[str, str]) -> Gesprekstafel:
    gebied = find_gebied(avond.ronde.organisatie, tafel.get("gebied", ""))
    return add_tafel(
        bijeenkomst=avond, wie=wie, onderwerp=tafel["onderwerp"], gebied=gebied, code=tafel.get("code")
    )


def _write_tafels(tafels: list[Gesprekstafel], verhaal: Verhaal) -> None:
    kop = verhaal.kop["bijeenkomst"]
    for tafel, tekst in zip(tafels, kop.get("tafel", ()), strict=True):
        save_betekenis(tafel=tafel, betekenis=tekst.get("betekenis", ""), was="")
    for rij in verhaal.notities:
        tafel = tafels[int(rij["tafel"]) - 1]
        save_notitie(
            tafel=tafel,
            sleutel=make_token(),
            tekst=rij["tekst"],
            nu=verhaal.kalender.avond(kop["dag"]),
            rol=rij["rol"],
            grond=rij["grond"],
            instemming=rij["instemming"],
            kernpunt=rij["kernpunt"] == "ja",
            gebied=find_gebied(tafel.bijeenkomst.ronde.organisatie, rij["buurt"]),
        )
    for tafel, tekst in zip(tafels, kop.get("tafel", ()), strict=True):
        if tekst.get("afgerond") or kop.get("gesloten"):
            finish_tafel(tafel=tafel, nu=verhaal.kalender.avond(kop["dag"]))


def _write_kaarten(avond: Bijeenkomst, verhaal: Verhaal) -> None:
    for rij in verhaal.ideekaarten:
        gebied = find_gebied(avond.ronde.organisatie, rij["buurt"])
        submit_ideekaart(
            bijeenkomst=avond,
            token=make_token(),
            tekst=rij["tekst"],
            gebied=gebied,
            groep="" if gebied else rij["buurt"],
            mag_citeren=CITEREN[rij["citeren"]],
            nu=verhaal.kalender.avond(verhaal.kop["bijeenkomst"]["dag"]),
        )


def make_signalen(ronde: Ronde, wie: Gebruiker, verhaal: Verhaal) -> None:
    """Write down what came in by phone, letter, mail, market and consulting hour."""
    for rij in verhaal.signalen:
        record_signaal(
            ronde=ronde,
            wie=wie,
            kanaal=rij["kanaal"],
            tekst=rij["tekst"],
            gebied=find_gebied(ronde.organisatie, rij["buurt"]),
            ontvangen_op=verhaal.kalender.dag(int(rij["dag"])),
        )
