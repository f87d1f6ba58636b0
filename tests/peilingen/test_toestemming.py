"""Before the first question: what people are told, and the consent without which nothing is taken."""

import pytest

from peilingen.domain.concepten import save_stap, send_concept
from peilingen.enums import Grondslag, Toestemming
from peilingen.models import Inzending, Inzendingconcept
from peilingen.refusals import ToestemmingOntbreekt
from tests.peilingen.makers_bewoner import CODE
from tests.peilingen.makers_vertrouwen import bezoek, maak_kort, stuur, vul_kort_in

ADRES = f"/v/{CODE}/"


@pytest.fixture
def lijst(mensen):
    return maak_kort(mensen.ronde)


def test_who_says_yes_is_recorded_with_the_answers(lijst):
    assert vul_kort_in(bezoek(ADRES)).kop == "Uw antwoorden zijn aangekomen"
    inzending = Inzending.objects.get()
    assert (inzending.toestemming, inzending.hulp, inzending.taal) == (Toestemming.ZELF, False, "nl")


def test_nothing_is_ticked_beforehand(lijst):
    assert bezoek(ADRES).boom.xpath("//input[@name='toestemming'][@checked]") == []


def test_without_a_yes_nobody_begins_and_is_told_kindly_what_to_do(lijst):
    telefoon = bezoek(ADRES).druk("Beginnen")
    assert telefoon.kop == "Prettig wonen"
    assert "Wij mogen uw antwoorden alleen gebruiken als u hier ja op zegt" in telefoon.tekst
    assert "Dat is ook goed" in telefoon.tekst
    assert telefoon.boom.xpath("//div[@class='fouten']//a/@href") == ["#id_toestemming"]
    assert telefoon.druk("Beginnen", toestemming="zelf").kop == "Kent u het buurthuis?"


def test_a_yes_stays_when_someone_goes_back_to_the_first_page(lijst):
    telefoon = bezoek(ADRES).druk("Beginnen", toestemming="zelf").druk("Vorige")
    assert telefoon.boom.xpath("//input[@name='toestemming'][@checked]/@value") == ["zelf"]


def test_a_yes_that_was_never_offered_is_none(lijst):
    assert bezoek(ADRES).druk("Beginnen", toestemming="ouder").kop == "Prettig wonen"


def test_under_sixteen_a_parent_may_say_yes(mensen):
    maak_kort(mensen.ronde, ook_onder_16=True)
    telefoon = bezoek(ADRES)
    assert "mijn ouder of voogd vindt het goed" in telefoon.tekst
    assert telefoon.druk("Beginnen").kop == "Prettig wonen"
    telefoon.druk("Beginnen", toestemming="ouder").druk("Volgende").druk("Antwoorden versturen")
    assert Inzending.objects.get().toestemming == Toestemming.OUDER


@pytest.mark.parametrize(
    ("grondslag", "woorden"),
    [
        (Grondslag.TOESTEMMING, "alleen als u daar ja op zegt"),
        (Grondslag.ALGEMEEN_BELANG, "een taak van algemeen belang"),
        (Grondslag.GERECHTVAARDIGD, "een goede reden"),
    ],
)
def test_the_ground_is_told_and_only_consent_asks_for_a_yes(mensen, grondslag, woorden):
    maak_kort(mensen.ronde, grondslag=grondslag)
    telefoon = bezoek(ADRES)
    assert woorden in telefoon.tekst
    assert bool(telefoon.boom.xpath("//input[@name='toestemming']")) is (grondslag == Grondslag.TOESTEMMING)


def test_the_controller_is_named(mensen):
    lijst = maak_kort(mensen.ronde)
    assert "Verantwoordelijk voor uw gegevens: Adviesraad Test" in bezoek(ADRES).tekst
    lijst.verantwoordelijke = "Gemeente Ergens"
    lijst.save()
    assert "Verantwoordelijk voor uw gegevens: Gemeente Ergens" in bezoek(ADRES).tekst


def test_who_skips_the_first_page_is_brought_back_and_loses_no_answer(lijst):
    telefoon = bezoek(ADRES)
    ja = str(lijst.vragen.get().keuzes.get(tekst="Ja").pk)
    save_stap(vragenlijst=lijst, token=telefoon.token)
    telefoon.druk("Beginnen", **{"w-current_step": str(lijst.vragen.get().pk), "keuzes": ja})
    telefoon.druk("Antwoorden versturen")
    assert telefoon.kop == "Prettig wonen"
    assert not Inzending.objects.exists()
    telefoon.druk("Beginnen", toestemming="zelf")
    assert (telefoon.kop, "Ja" in telefoon.tekst) == ("Klopt alles?", True)
    telefoon.druk("Antwoorden versturen")
    assert Inzending.objects.get().antwoorden.get().keuzes.get().tekst == "Ja"


def test_the_act_itself_refuses_and_keeps_the_draft(lijst):
    token = "a" * 32
    save_stap(vragenlijst=lijst, token=token)
    with pytest.raises(ToestemmingOntbreekt):
        send_concept(vragenlijst=lijst, token=token, antwoorden={}, mag_citeren=None)
    with pytest.raises(ToestemmingOntbreekt):
        send_concept(vragenlijst=lijst, token="b" * 32, antwoorden={}, mag_citeren=None)
    assert (Inzending.objects.count(), Inzendingconcept.objects.count()) == (0, 1)


def test_a_correction_needs_no_second_yes_and_keeps_the_first(lijst):
    code = vul_kort_in(bezoek(ADRES)).bon
    telefoon = bezoek(f"{ADRES}bon/").druk("Antwoorden laten zien", bon=code).druk("Antwoorden veranderen")
    assert telefoon.druk("Antwoorden versturen").kop == "Uw nieuwe antwoorden zijn aangekomen"
    assert Inzending.objects.get().toestemming == Toestemming.ZELF


def test_entry_by_others_records_what_they_say(lijst):
    stuur(lijst, {}, toestemming=Toestemming.OUDER, hulp=True, taal="pl")
    inzending = Inzending.objects.get()
    assert (inzending.toestemming, inzending.hulp, inzending.taal) == ("ouder", True, "pl")


# Helping someone, and quoting


def test_who_helps_is_told_how_and_reminded_at_each_question(lijst):
    telefoon = bezoek(ADRES)
    assert "Vraag eerst of de ander het goed vindt." in telefoon.tekst
    assert "U vult in voor iemand anders" not in telefoon.druk("Beginnen", toestemming="zelf").tekst
    telefoon.druk("Vorige").druk("Beginnen", toestemming="zelf", hulp="1")
    assert "U vult in voor iemand anders." in telefoon.tekst
    assert "U vult in voor iemand anders." in telefoon.druk("Volgende").tekst
    telefoon.druk("Antwoorden versturen")
    assert "Geef deze code aan de persoon voor wie u dit invulde." in telefoon.tekst
    assert Inzending.objects.get().hulp is True


@pytest.mark.parametrize(
    ("gezegd", "mag"), [({"mag_citeren": "ja"}, True), ({"mag_citeren": "nee"}, False), ({}, False)]
)
def test_quoting_is_asked_apart_and_silence_is_no_permission(lijst, gezegd, mag):
    telefoon = bezoek(ADRES).druk("Beginnen", toestemming="zelf").druk("Volgende")
    assert telefoon.boom.xpath("//input[@name='mag_citeren'][@checked]") == []
    telefoon.druk("Antwoorden versturen", **gezegd)
    assert Inzending.objects.get().mag_citeren is mag


def test_a_no_is_read_back_as_no(lijst):
    code = vul_kort_in(bezoek(ADRES), mag_citeren="nee").bon
    telefoon = bezoek(f"{ADRES}bon/").druk("Antwoorden laten zien", bon=code).druk("Antwoorden veranderen")
    assert telefoon.boom.xpath("//input[@name='mag_citeren'][@checked]/@value") == ["nee"]


# The last page


def test_the_receipt_can_be_copied_with_the_address_to_come_back(lijst):
    telefoon = vul_kort_in(bezoek(ADRES))
    tekst = telefoon.boom.xpath("//textarea[@readonly]")[0].text_content()
    assert tekst.split("\n")[-3:] == ["Prettig wonen", telefoon.bon, f"http://testserver{ADRES}bon/"]


def test_the_last_page_tells_where_counts_can_be_seen_only_when_they_can(mensen):
    lijst = maak_kort(mensen.ronde)
    assert "wat anderen tot nu toe antwoordden" not in vul_kort_in(bezoek(ADRES)).tekst
    lijst.toont_resultaten = True
    lijst.save()
    assert f"{ADRES}resultaten/?taal=nl" in vul_kort_in(bezoek(ADRES)).boom.xpath("//a/@href")


# Reading


def test_large_letters_and_reading_aloud_travel_along_without_cookie_or_script(lijst):
    telefoon = bezoek(f"{ADRES}?taal=tr&groot=1&lees=1").druk("Başla", toestemming="zelf")
    for _pagina in range(2):
        assert telefoon.boom.get("class") == "groot"
        assert telefoon.boom.xpath("//script[contains(@src, 'voorlezen.js')]")
        assert telefoon.boom.get("lang") == "tr"
        telefoon.druk(
            "İleri"
            if telefoon.boom.xpath("//form//fieldset[.//input[@name='keuzes']]")
            else "Cevapları gönder"
        )
    assert telefoon.boom.get("class") == "groot"


def test_nothing_of_it_is_loaded_unasked(lijst):
    telefoon = bezoek(ADRES)
    assert telefoon.boom.get("class") is None
    assert not telefoon.boom.xpath("//script[contains(@src, 'voorlezen.js')]")


def test_the_choice_of_letters_keeps_what_was_typed(lijst):
    telefoon = bezoek(ADRES).druk("Beginnen", toestemming="zelf")
    [knop] = telefoon.boom.xpath("//button[normalize-space()='Grote letters']")
    ja = str(lijst.vragen.get().keuzes.get(tekst="Ja").pk)
    _formulier, gegevens = telefoon.lees_formulier("Volgende")
    antwoord = telefoon.client.post(
        f"{ADRES}{knop.get('formaction')}", {**gegevens, "keuzes": ja, "taal": "nl"}
    )
    telefoon.antwoord = antwoord
    assert telefoon.boom.get("class") == "groot"
    assert telefoon.boom.xpath("//input[@checked]/@value") == [ja]
