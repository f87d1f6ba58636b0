"""All questions on one page: the same draft, the same answers, the same care; and drafts that stay long enough."""

import gzip
from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from django.utils import timezone
from django.utils.http import urlencode

from peilingen.domain.bewaren import delete_oude_concepten
from peilingen.domain.concepten import Stapinvoer, save_stap, save_stappen, wipe_concept
from peilingen.enums import Grondslag, Vraagsoort, Vragenlijststatus
from peilingen.models import Antwoord, Inzending, Inzendingconcept
from tests.peilingen.makers_bewoner import CODE, maak_vraag, maak_vragenlijst
from tests.peilingen.makers_vertrouwen import nodig_uit
from tests.peilingen.telefoon import Telefoon

ADRES = f"/v/{CODE}/alles/"
TERUG = {"Grondvlak-Terug": "1"}


@pytest.fixture
def lijst(mensen):
    return maak_vragenlijst(mensen.ronde)


@pytest.fixture
def telefoon(lijst):
    return Telefoon(ADRES).open()


def antwoorden(lijst) -> dict[str, str]:
    return {
        f"{lijst.open.pk}-tekst": "Een bankje",
        f"{lijst.schaal.pk}-getal": "4",
        f"{lijst.een.pk}-keuzes": str(lijst.een.keuzes.get(tekst="Ja").pk),
        f"{lijst.buurt.pk}-gebied": str(lijst.gebied.pk),
    }


def van_toestel(lijst, token: str, **velden: str) -> dict[str, object]:
    """What the script sends: all that the device knows."""
    gegeven = antwoorden(lijst)
    stappen = {naam.rpartition("-")[0] for naam in gegeven}
    return {
        "token": token,
        "w-current_step": "alles",
        "kende": " toestel",
        "stap": [*stappen],
        **gegeven,
        **velden,
    }


# The page


def test_all_questions_then_the_check_then_the_receipt(telefoon, lijst):
    assert [kop.text_content().strip() for kop in telefoon.boom.xpath("//form[@id='vragen']//h2")][:5] == [
        vraag.tekst for vraag in lijst.vragen
    ]
    telefoon.druk("Antwoorden nakijken", **antwoorden(lijst))
    assert telefoon.kop == "Klopt alles?"
    assert "Een bankje" in telefoon.tekst
    telefoon.druk("Antwoorden versturen")
    assert telefoon.kop == "Uw antwoorden zijn aangekomen"
    assert Antwoord.objects.count() == 4
    assert Inzending.objects.get().gebied == lijst.gebied


def test_looking_writes_nothing_and_shows_nobodys_answers(telefoon):
    assert not Inzendingconcept.objects.exists()
    assert telefoon.antwoord["Cache-Control"] == "private, max-age=0"
    assert not telefoon.boom.xpath("//*[@data-bekend]")


def test_from_one_question_a_page_to_all_and_back_keeps_every_word(lijst):
    telefoon = Telefoon(f"/v/{CODE}/").open().druk("Beginnen").druk("Volgende", tekst="Een bankje")
    telefoon.druk("Vorige", getal="2").druk("Vorige", tekst="Twee bankjes")
    gegevens = telefoon.lees_formulier("Alle vragen")[1]
    telefoon.adres = ADRES
    telefoon._show(telefoon.client.post(ADRES, gegevens))
    assert telefoon.boom.xpath("//textarea")[0].text.strip() == "Twee bankjes"
    assert telefoon.boom.xpath("//input[@checked]/@value") == ["2"]
    telefoon.druk("Liever één vraag", **{f"{lijst.open.pk}-tekst": "Drie bankjes"})
    assert telefoon.boom.xpath("//textarea")[0].text.strip() == "Drie bankjes"


def test_what_is_missing_is_named_with_its_number_and_everything_stays(telefoon, lijst):
    telefoon.druk("Antwoorden nakijken", **{f"{lijst.schaal.pk}-getal": "2"})
    [verwijzing] = telefoon.boom.xpath("//div[@class='fouten']//a")
    assert verwijzing.text_content().startswith("Vraag 1: Deze vraag mag u niet overslaan")
    assert telefoon.boom.xpath(f"//*[@id='{verwijzing.get('href')[1:]}']")
    assert telefoon.boom.xpath("//input[@checked]/@value") == ["2"]


def test_no_two_elements_share_an_id_and_every_label_finds_its_field(telefoon):
    ankers = telefoon.boom.xpath("//@id")
    assert len(ankers) == len(set(ankers))
    for doel in telefoon.boom.xpath("//main//@for") + telefoon.boom.xpath("//main//@aria-labelledby"):
        assert doel in ankers
    for lijstje in telefoon.boom.xpath("//main//@aria-describedby"):
        assert set(lijstje.split()) <= set(ankers)


def test_another_language_keeps_what_was_typed(telefoon, lijst):
    telefoon.druk("English", **{f"{lijst.open.pk}-tekst": "Half"})
    assert telefoon.boom.get("lang") == "en"
    assert telefoon.boom.xpath("//textarea")[0].text.strip() == "Half"


def test_a_question_that_turns_out_not_to_be_asked_is_shown_with_its_condition_and_dropped(lijst):
    ja = lijst.een.keuzes.get(tekst="Ja")
    lijst.meer.voorwaarde = {
        "alle": True,
        "regels": [{"vraag": lijst.een.sleutel, "is": "een_van", "keuzes": [ja.sleutel]}],
    }
    lijst.meer.verplicht = True
    lijst.meer.save()
    telefoon = Telefoon(ADRES).open()
    assert "Alleen als u bij vraag 3 “Ja” koos" in telefoon.tekst
    nee = str(lijst.een.keuzes.get(tekst="Nee").pk)
    park = str(lijst.meer.keuzes.get(tekst="Park").pk)
    gegeven = {**antwoorden(lijst), f"{lijst.een.pk}-keuzes": nee, f"{lijst.meer.pk}-keuzes": park}
    telefoon.druk("Antwoorden nakijken", **gegeven)
    assert "Park" not in telefoon.tekst
    telefoon.druk("Antwoorden versturen")
    assert not Antwoord.objects.filter(vraag=lijst.meer).exists()
    assert Antwoord.objects.count() == 4


@pytest.mark.parametrize("soort", [soort for soort in Vraagsoort if soort != Vraagsoort.BUURT])
def test_every_kind_of_question_can_be_on_the_page(mensen, soort):
    lijst = maak_vragenlijst(mensen.ronde)
    maak_vraag(lijst.vragenlijst, 6, soort, "Nog een vraag", "een", "twee", verplicht=False)
    telefoon = Telefoon(ADRES).open()
    assert "Nog een vraag" in telefoon.tekst
    ankers = telefoon.boom.xpath("//@id")
    assert len(ankers) == len(set(ankers))
    assert telefoon.druk("Antwoorden nakijken", **antwoorden(lijst)).kop == "Klopt alles?"


def test_without_the_consent_that_is_needed_nothing_is_sent_and_nothing_is_lost(mensen):
    lijst = maak_vragenlijst(mensen.ronde, grondslag=Grondslag.TOESTEMMING)
    telefoon = Telefoon(ADRES).open().druk("Antwoorden nakijken", **antwoorden(lijst))
    telefoon.druk("Antwoorden versturen")
    assert not Inzending.objects.exists()
    telefoon.druk("Beginnen", toestemming="zelf")
    assert telefoon.kop == "Klopt alles?"
    telefoon.druk("Antwoorden versturen")
    assert Inzending.objects.get().toestemming == "zelf"


def test_a_personal_link_has_its_own_page_with_all_questions(lijst, mensen):
    lijst.vragenlijst.alleen_genodigden = True
    lijst.vragenlijst.save()
    [adres] = nodig_uit(lijst.vragenlijst, mensen.organisator.gebruiker, "Kerkpad 1")
    assert "nakijken" not in Telefoon(ADRES).open().tekst
    telefoon = Telefoon(f"{adres}alles/").open().druk("Antwoorden nakijken", **antwoorden(lijst))
    telefoon.druk("Antwoorden versturen")
    assert telefoon.kop == "Uw antwoorden zijn aangekomen"
    assert Inzending.objects.count() == 1


# What a device sends by itself


def test_the_same_words_sent_again_and_again_are_one_inzending_with_one_code(lijst):
    token, codes = uuid4().hex, set()
    for _keer in range(3):
        telefoon = Telefoon(ADRES)
        telefoon._show(telefoon.client.post(ADRES, van_toestel(lijst, token, verstuur="1")))
        codes.add(telefoon.bon)
        assert telefoon.kop == "Uw antwoorden zijn aangekomen"
    assert (len(codes), Inzending.objects.count(), Inzendingconcept.objects.count()) == (1, 1, 0)


def test_other_words_under_the_same_token_correct_what_was_sent(lijst):
    token = uuid4().hex
    for tekst in ("Een bankje", "Een bankje en licht"):
        velden = van_toestel(lijst, token, verstuur="1") | {f"{lijst.open.pk}-tekst": tekst}
        Client().post(ADRES, velden)
    assert Inzending.objects.count() == 1
    assert Antwoord.objects.get(vraag=lijst.open).tekst == "Een bankje en licht"


def test_what_a_device_does_not_name_stays_as_the_server_has_it(lijst):
    token = uuid4().hex
    save_stap(
        vragenlijst=lijst.vragenlijst,
        token=token,
        invoer=Stapinvoer(str(lijst.meer.pk), {"keuzes": [str(lijst.meer.keuzes.first().pk)]}, "b1"),
    )
    Client().post(ADRES, van_toestel(lijst, token, verstuur="1"))
    assert Antwoord.objects.filter(vraag=lijst.meer).count() == 1


def test_words_that_the_device_knew_are_replaced_and_others_are_put_beside_it(lijst):
    stap, token = str(lijst.open.pk), uuid4().hex

    def schrijf(tekst: str, blad: str, kende: str = "") -> tuple[str, bool]:
        invoer = [Stapinvoer(stap, {"tekst": [tekst]}, blad, kende)]
        concept, dubbel = save_stappen(vragenlijst=lijst.vragenlijst, token=token, invoer=invoer)
        return concept.gegevens[stap]["velden"]["tekst"][0], stap in dubbel

    assert schrijf("Bankje", "b1") == ("Bankje", False)
    assert schrijf("Licht", "toestel", "b0 b1 toestel") == ("Licht", False)
    assert schrijf("Bomen", "b3", "b1") == ("Licht\n\nBomen", True)


def test_a_join_of_two_texts_is_shown_before_it_is_sent(lijst):
    token = uuid4().hex
    invoer = Stapinvoer(str(lijst.open.pk), {"tekst": ["Bomen"]}, "b9")
    save_stap(vragenlijst=lijst.vragenlijst, token=token, invoer=invoer)
    antwoord = Client().post(ADRES, van_toestel(lijst, token, verstuur="1"))
    assert "Beide teksten staan hieronder" in antwoord.content.decode()
    assert not Inzending.objects.exists()


def test_after_closing_all_words_are_given_back(lijst):
    lijst.vragenlijst.status = Vragenlijststatus.GESLOTEN
    lijst.vragenlijst.gesloten_op = timezone.now() - timedelta(hours=3)
    lijst.vragenlijst.save()
    telefoon = Telefoon(ADRES)
    telefoon._show(telefoon.client.post(ADRES, van_toestel(lijst, uuid4().hex, verstuur="1")))
    assert telefoon.kop == "Deze vragenlijst is gesloten"
    for woord in ("Een bankje", "prettig", "Ja", "Buurt West"):
        assert woord in telefoon.tekst
    assert not Inzending.objects.exists()
    assert not Inzendingconcept.objects.exists()


# Going back, asked for by the service worker


def test_asking_for_a_page_again_writes_nothing_and_sends_nothing(lijst):
    token = uuid4().hex
    Client().post(ADRES, van_toestel(lijst, token))
    voor = Inzendingconcept.objects.get().gegevens
    for extra in ({}, {"verstuur": "1"}):
        velden = van_toestel(lijst, token, **extra) | {f"{lijst.open.pk}-tekst": "Oud"}
        assert "Klopt alles?" in Client(headers=TERUG).post(ADRES, velden).content.decode()
    stap = {"token": token, "w-current_step": str(lijst.open.pk), "tekst": "Oud"}
    assert "Hoe prettig" in Client(headers=TERUG).post(f"/v/{CODE}/", stap).content.decode()
    stap = {"token": token, "w-current_step": "controle"}
    assert "Klopt alles?" in Client(headers=TERUG).post(f"/v/{CODE}/", stap).content.decode()
    assert Inzendingconcept.objects.get().gegevens == voor
    assert not Inzending.objects.exists()


# The script


def test_the_service_worker_is_one_script_with_a_version_and_is_never_kept(client, db):
    antwoord = client.get("/v/dienst.js")
    assert antwoord["Content-Type"].startswith("text/javascript")
    assert "no-cache" in antwoord["Cache-Control"]
    assert antwoord.content.decode().startswith('const VERSIE = "grondvlak-')


def test_the_page_and_the_service_worker_name_the_same_drawer(client, telefoon):
    [doos] = telefoon.boom.xpath("//script/@data-doos")
    assert f'"{doos}"' in client.get("/v/dienst.js").content.decode()


def test_script_and_service_worker_together_stay_light(db):
    paden = [str(finders.find(f"grondvlak/js/{naam}.js")) for naam in ("bewoner", "dienst")]
    assert sum(len(gzip.compress(Path(pad).read_bytes(), 9)) for pad in paden) <= 5_000


# Drafts stay long enough, and not longer


def test_a_draft_outlives_twelve_hours_and_goes_after_a_day(lijst, mensen):
    organisatie, token = mensen.organisatie, uuid4().hex
    toen = datetime(2026, 3, 1, 10, 59, tzinfo=ZoneInfo("Europe/Amsterdam"))
    invoer = Stapinvoer(str(lijst.open.pk), {"tekst": ["Een bankje"]})
    save_stap(vragenlijst=lijst.vragenlijst, token=token, invoer=invoer, nu=toen)
    over = []
    for uren in (12, 23, 25):
        nu = toen + timedelta(hours=uren, minutes=2)
        delete_oude_concepten(organisatie, nu - timedelta(days=organisatie.bewaardagen))
        over.append(Inzendingconcept.objects.count())
    assert over == [1, 1, 0]


def test_a_draft_is_gone_a_day_after_closing(lijst, mensen):
    save_stap(vragenlijst=lijst.vragenlijst, token=uuid4().hex)
    nu = timezone.now() + timedelta(hours=24)
    lijst.vragenlijst.status = Vragenlijststatus.GESLOTEN
    lijst.vragenlijst.gesloten_op = timezone.now() - timedelta(minutes=1)
    lijst.vragenlijst.save()
    delete_oude_concepten(mensen.organisatie, nu - timedelta(days=mensen.organisatie.bewaardagen))
    assert not Inzendingconcept.objects.exists()


# A shared device


def test_what_was_left_on_a_shared_device_does_not_come_back(lijst):
    zaal = f"/v/{CODE}/?toestel=gedeeld"
    telefoon = Telefoon(zaal).open().druk("Beginnen").druk("Volgende", tekst="Een geheim")
    velden = {"token": telefoon.token, "wissen": "1"}
    assert "Beginnen" in telefoon.client.post(zaal, velden).content.decode()
    assert Inzendingconcept.objects.get().gegevens == {}
    telefoon.opnieuw()
    assert telefoon.kop == "Prettig wonen"
    assert telefoon.token != velden["token"]
    assert not Inzending.objects.exists()


def test_wiping_leaves_what_was_sent_alone(lijst):
    token = uuid4().hex
    Client().post(ADRES, van_toestel(lijst, token, verstuur="1"))
    wipe_concept(vragenlijst=lijst.vragenlijst, token=token)
    assert Inzending.objects.count() == 1


def test_every_page_of_a_shared_device_says_so_and_is_kept_nowhere(lijst):
    telefoon = Telefoon(f"/v/{CODE}/?{urlencode({'toestel': 'gedeeld'})}").open()
    for _pagina in range(3):
        assert "no-store" in telefoon.antwoord["Cache-Control"]
        assert all("toestel=gedeeld" in actie for actie in telefoon.boom.xpath("//form/@action"))
        telefoon.druk("Beginnen" if _pagina == 0 else "Volgende", tekst="Iets")
