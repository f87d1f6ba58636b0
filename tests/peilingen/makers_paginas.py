"""A questionnaire in each state that a page can show: for the walk along every page."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import uuid4

from organisaties.domain.kaarten import read_kaart
from organisaties.models import Gebruiker, Plek
from peilingen.domain.bewonerlijst import forget_gelezen
from peilingen.domain.invoer import upload_invoer
from peilingen.domain.invoer_lijst import upload_antwoorden
from peilingen.domain.proef import make_proeflink
from peilingen.domain.stapels import check_formulier, create_stapel, save_formulier
from peilingen.domain.tussenstand import set_toont_resultaten
from peilingen.domain.vertalen import Vertaalplek
from peilingen.domain.vragen import add_vraag
from peilingen.domain.vragenlijsten import (
    close_vragenlijst,
    copy_vragenlijst,
    create_vragenlijst,
    open_vragenlijst,
)
from peilingen.enums import Grondslag, Vraagsoort
from peilingen.models import Papierformulier, Vraag, Vragenlijst
from tests.fabrieken import maak_gebied
from tests.kaarten import maak_geojson
from tests.mensen import Mensen
from tests.peilingen.makers import stuur_in
from tests.peilingen.makers_cijfers import als_bestand
from tests.peilingen.makers_vertalen import ALLE_SOORTEN, vertaal
from tests.peilingen.makers_vertrouwen import nodig_uit

CODE = "paginas2"
WOORDEN = {
    "en": "Some words in English",
    "tr": "Türkçe birkaç söz",
    "ar": "بعض الكلمات بالعربية",
    "pl": "Kilka słów po polsku",
    "uk": "Кілька слів українською",
}
GEBIEDEN = ("Buurt West", "Buurt Oost", "Wijk aan het Water")
ANTWOORDEN = 12  # enough for the counts that residents may see


@dataclass(frozen=True)
class Paginawereld:
    """`lijst` is open and translated; the others are its copies."""

    mensen: Mensen
    lijst: Vragenlijst
    concept: Vragenlijst
    gesloten: Vragenlijst
    besloten: Vragenlijst
    link: str

    def vraag(self, soort: str) -> Vraag:
        return self.concept.vragen.filter(soort=soort)[0]


def maak_paginawereld(mensen: Mensen, talen: tuple[str, ...] = ()) -> Paginawereld:
    """Every kind of question, each way to point out an area, a section, a condition, and the languages asked for."""
    forget_gelezen()
    wie = mensen.organisator.gebruiker
    mensen.organisatie.contact = "raad@voorbeeld.test"
    mensen.organisatie.save()
    for naam in GEBIEDEN:
        maak_gebied(mensen.organisatie, naam)
    data = maak_geojson(*({"naam": naam} for naam in GEBIEDEN))
    read_kaart(organisatie=mensen.organisatie, wie=wie, data=data)
    Plek.objects.create(organisatie=mensen.organisatie, naam="Buurthuis De Wending")
    concept = _maak_concept(mensen)
    for taal in talen:
        vertaal(concept, wie, taal, _speak(taal))
    concept.refresh_from_db()
    lijst = _open_kopie(concept, wie, "kaart", CODE)
    gesloten = _open_kopie(concept, wie, "")
    besloten = _open_kopie(concept, wie, "zoeken")
    Vragenlijst.objects.filter(pk=besloten.pk).update(alleen_genodigden=True)
    set_toont_resultaten(vragenlijst=lijst, wie=wie, aan=True)
    for nummer in range(ANTWOORDEN):
        stuur_in(lijst, f"Een bankje bij nummer {nummer}", stap=nummer % 2 + 3)
    return Paginawereld(
        mensen=mensen,
        lijst=lijst,
        concept=make_proeflink(vragenlijst=concept, wie=wie),
        gesloten=close_vragenlijst(vragenlijst=gesloten, wie=wie),
        besloten=besloten,
        link=nodig_uit(besloten, wie, "A. Jansen")[0],
    )


def _speak(taal: str) -> Callable[[Vertaalplek], str]:
    """Words in a language, with a number: no two questions are alike."""
    return lambda plek: f"{WOORDEN[taal]} {sum(plek.plek.encode())}"


def _maak_concept(mensen: Mensen) -> Vragenlijst:
    wie = mensen.organisator.gebruiker
    lijst = create_vragenlijst(ronde=mensen.ronde, wie=wie, titel="Alle bladzijden")
    lijst.inleiding, lijst.grondslag, lijst.ook_onder_16 = (
        "Wij horen graag hoe het gaat.",
        Grondslag.TOESTEMMING,
        True,
    )
    lijst.save()
    add_vraag(vragenlijst=lijst, wie=wie, soort=Vraagsoort.ONDERDEEL, tekst="Over uw buurt")
    for soort, tekst, velden in ALLE_SOORTEN:
        add_vraag(vragenlijst=lijst, wie=wie, soort=soort, tekst=tekst, **velden)
    kent = lijst.vragen.get(tekst="Komt u in het buurthuis?")
    add_vraag(
        vragenlijst=lijst,
        wie=wie,
        soort=Vraagsoort.OPEN,
        tekst="Wat doet u in het buurthuis?",
        voorwaarde={"alle": True, "regels": [{"vraag": kent.sleutel, "is": "een_van", "keuzes": ["k1"]}]},
    )
    return lijst


def _open_kopie(concept: Vragenlijst, wie: Gebruiker, weergave: str, code: str | None = None) -> Vragenlijst:
    """An open copy that points out the buurt in one of the ways."""
    kopie = copy_vragenlijst(vragenlijst=concept, naar=concept.ronde, wie=wie)
    kopie.vragen.filter(soort=Vraagsoort.BUURT).update(instellingen={"weergave": weergave})
    return open_vragenlijst(vragenlijst=kopie, wie=wie, code=code)


def maak_formulieren(wereld: Paginawereld) -> dict[str, Papierformulier]:
    """A paper form typed in once, and one typed in twice in different words."""
    wie = wereld.mensen.organisator.gebruiker
    open_vraag = wereld.lijst.vragen.get(tekst="Wat mist u in uw buurt?")
    velden = {open_vraag.sleutel: "Een bankje", "-toestemming": "1"}
    dubbel = create_stapel(vragenlijst=wereld.lijst, wie=wie, naam="Bibliotheek", dubbel=True)
    eenmaal = save_formulier(stapel=dubbel, formulier_id=uuid4(), wie=wie, velden=velden).formulier
    verschil = save_formulier(stapel=dubbel, formulier_id=uuid4(), wie=wie, velden=velden).formulier
    check_formulier(formulier=verschil, wie=wie, velden={**velden, open_vraag.sleutel: "Een bank"})
    return {"eenmaal": eenmaal, "verschil": verschil}


def maak_bestanden(wereld: Paginawereld) -> tuple[str, str]:
    """A file that waits in the ronde, and one that waits for the questionnaire; gives their keys."""
    wie = wereld.mensen.organisator.gebruiker
    inhoud = b"nummer;buurt;Wat mist u in uw buurt?\n1;Buurt West;Een bankje\n2;Buurt Oost;Een winkel\n"
    los = upload_invoer(ronde=wereld.mensen.ronde, wie=wie, bestand=als_bestand(inhoud))
    voor = upload_antwoorden(
        lijst=wereld.lijst, wie=wie, bestand=als_bestand(inhoud + b"3;Oost;Groen\n", "markt.csv")
    )
    return str(los.pk), str(voor.pk)
