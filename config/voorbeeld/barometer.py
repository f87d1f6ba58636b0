"""A questionnaire that shows what one can do: from a template, in three languages, on the screen and on paper.

Answers are written down as a volunteer types them over from paper: the number of a choice, "?" for "weet ik niet".
"""

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from config.voorbeeld.terugdateren import set_back
from config.voorbeeld.verhaal import Verhaal
from organisaties.domain.bonnen import make_token
from organisaties.enums import Kanaal
from organisaties.models import Gebruiker, Ronde
from peilingen.domain.inzenden import list_vragen, submit_inzending
from peilingen.domain.overtypen import CITAAT, TOESTEMMING, read_overgetypt
from peilingen.domain.stapels import create_stapel, save_formulier
from peilingen.domain.tussenstand import set_toont_resultaten
from peilingen.domain.vertaalwerk import choose_talen, save_vertalingen
from peilingen.domain.vertalen import list_plekken
from peilingen.domain.voorstellen import find_voorstellen
from peilingen.domain.vragen import add_vraag, delete_vraag
from peilingen.domain.vragenlijsten import create_vragenlijst, open_vragenlijst
from peilingen.models import Vragenlijst

# What a volunteer types for a yes and a no; nothing where it was not said.
CITAATCODES = {"ja": "1", "nee": "2", "": ""}
GAF_TOESTEMMING = "1"


def make_barometer(ronde: Ronde, wie: Gebruiker, verhaal: Verhaal) -> None:
    """Build it from its template, translate it, open it, let people answer, and show them the counts."""
    kop = verhaal.kop.get("barometer")
    if kop is None:
        return
    lijst = _build(ronde, wie, kop)
    _translate(lijst, wie, kop)
    lijst = open_vragenlijst(vragenlijst=lijst, wie=wie, code=kop["code"])
    _answer_on_screen(lijst, verhaal)
    _type_paper(lijst, wie, verhaal)
    set_toont_resultaten(vragenlijst=lijst, wie=wie, aan=True)
    set_back(lijst, geopend_op=verhaal.kalender.moment(kop["geopend"]))


def _build(ronde: Ronde, wie: Gebruiker, kop: Mapping[str, Any]) -> Vragenlijst:
    """Take the template, leave out some questions, and add the own ones."""
    lijst = create_vragenlijst(ronde=ronde, wie=wie, sjabloon=kop["sjabloon"])
    for sleutel in kop["zonder"]:
        delete_vraag(vraag=lijst.vragen.get(sleutel=sleutel), wie=wie)
    for vraag in kop["vraag"]:
        add_vraag(vragenlijst=lijst, wie=wie, **vraag)
    return lijst


def _translate(lijst: Vragenlijst, wie: Gebruiker, kop: Mapping[str, Any]) -> None:
    """Take the translations that come with the template, and those written down for the own words."""
    lijst = choose_talen(vragenlijst=lijst, wie=wie, talen=kop["vertaling"])
    plekken = list_plekken(lijst, lijst.vragen.prefetch_related("keuzes", "stellingen"))
    for taal, eigen in kop["vertaling"].items():
        teksten = find_voorstellen(lijst, taal, plekken)
        teksten |= {plek.plek: eigen[plek.tekst] for plek in plekken if plek.tekst in eigen}
        save_vertalingen(vragenlijst=lijst, wie=wie, taal=taal, teksten=teksten)


def _answer_on_screen(lijst: Vragenlijst, verhaal: Verhaal) -> None:
    vragen = list_vragen(lijst)
    for nummer, rij in enumerate(verhaal.barometer):
        if rij["taal"] == Kanaal.PAPIER:
            continue
        gelezen = read_overgetypt(lijst, vragen, _to_velden(rij))
        submit_inzending(
            vragenlijst=lijst,
            token=make_token(),
            antwoorden=gelezen.antwoorden,
            mag_citeren=gelezen.mag_citeren,
            vragen=vragen,
            toestemming=gelezen.toestemming,
            hulp=rij["hulp"] == "ja",
            taal=rij["taal"],
            nu=verhaal.kalender.moment(int(rij["dag"]), nummer),
        )


def _type_paper(lijst: Vragenlijst, wie: Gebruiker, verhaal: Verhaal) -> None:
    """Type over the forms that were filled in on paper, as one pile."""
    stapel = create_stapel(vragenlijst=lijst, wie=wie, naam=verhaal.kop["barometer"]["stapel"])
    for rij in verhaal.barometer:
        if rij["taal"] != Kanaal.PAPIER:
            continue
        uitslag = save_formulier(stapel=stapel, formulier_id=uuid4(), wie=wie, velden=_to_velden(rij))
        moment = verhaal.kalender.moment(int(rij["dag"]))
        set_back(stapel, gemaakt_op=moment)
        if uitslag.formulier.inzending is not None:
            set_back(uitslag.formulier.inzending, ingediend_op=moment)


def _to_velden(rij: Mapping[str, str]) -> dict[str, str]:
    """Give a row as the fields of the form from which paper is typed over."""
    return {**rij, TOESTEMMING: GAF_TOESTEMMING, CITAAT: CITAATCODES[rij["citeren"]]}
