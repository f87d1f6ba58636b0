"""Coming back with the receipt code: read, change until closing, withdraw as long as the answers are kept."""

import pytest
from django.test import Client
from django.utils import timezone

from organisaties.models import Bronwijziging
from peilingen.enums import Vragenlijststatus
from peilingen.models import Antwoord, Inzending, Inzendingconcept
from tests.peilingen.makers_bewoner import CODE, maak_vragenlijst
from tests.peilingen.telefoon import Telefoon

BON = f"/v/{CODE}/bon/"


@pytest.fixture
def lijst(mensen):
    return maak_vragenlijst(mensen.ronde)


@pytest.fixture
def code(lijst):
    telefoon = Telefoon(f"/v/{CODE}/").open().druk("Beginnen").druk("Volgende", tekst="Een bankje")
    telefoon.druk("Volgende", getal="4").druk("Volgende").druk("Volgende")
    telefoon.druk("Volgende", gebied=str(lijst.gebied.pk), straat="Kerkpad 3")
    return telefoon.druk("Antwoorden versturen", mag_citeren="ja").bon


@pytest.fixture
def telefoon(code):
    """Another phone, another day."""
    return Telefoon(BON).open()


def sluit(lijst) -> None:
    lijst.vragenlijst.status, lijst.vragenlijst.gesloten_op = Vragenlijststatus.GESLOTEN, timezone.now()
    lijst.vragenlijst.save()


@pytest.mark.parametrize(
    "vorm", [str, str.upper, lambda code: code.replace("-", " "), lambda code: f"  {code} "]
)
def test_the_answers_are_read_back_however_the_code_is_typed(telefoon, code, vorm):
    telefoon.druk("Antwoorden laten zien", bon=vorm(code))
    assert telefoon.kop == "Uw antwoorden"
    for woorden in ("Een bankje", "prettig", "Buurt West (Kerkpad 3)", "Niet ingevuld", "aanhalen? Ja"):
        assert woorden in telefoon.tekst


@pytest.mark.parametrize("fout", ["aaaaa-aaaaa", "x", "é" * 300, "kort", "'; drop table", "\x00"])
def test_wrong_and_impossible_codes_get_the_same_answer(telefoon, fout):
    telefoon.druk("Antwoorden laten zien", bon=fout)
    assert "Bij deze code vinden wij geen antwoorden" in telefoon.tekst
    assert telefoon.boom.xpath("//input[@name='bon']/@value")[0] == fout.strip()[:40].replace("\x00", "")


def test_a_code_of_one_questionnaire_opens_no_other(telefoon, code, mensen):
    maak_vragenlijst(mensen.ronde, code="tweede34", gebied="Buurt Oost")
    ander = Telefoon("/v/tweede34/bon/").open().druk("Antwoorden laten zien", bon=code)
    assert "Bij deze code vinden wij geen antwoorden" in ander.tekst


def test_correcting_changes_the_answers_and_not_the_code(telefoon, code, lijst):
    telefoon.druk("Antwoorden laten zien", bon=code).druk("Antwoorden veranderen")
    assert telefoon.kop == "Klopt alles?"
    assert telefoon.boom.xpath("//input[@name='mag_citeren'][@checked]/@value") == ["ja"]
    telefoon.druk("Veranderen: Wat mist u").druk("Klaar met veranderen", tekst="Twee bankjes")
    telefoon.druk("Veranderen: In welke")
    assert telefoon.boom.xpath("//option[@selected]")[0].text == "Buurt West"
    assert telefoon.boom.xpath("//input[@name='straat']/@value") == ["Kerkpad 3"]
    telefoon.druk("Klaar met veranderen", gebied="geen", straat="").druk(
        "Antwoorden versturen", mag_citeren=[]
    )
    assert telefoon.kop == "Uw nieuwe antwoorden zijn aangekomen"
    assert "Uw code is niet veranderd" in telefoon.tekst
    inzending = Inzending.objects.get()
    assert (inzending.mag_citeren, inzending.gebied, inzending.groep) == (False, None, "")
    assert Antwoord.objects.get(vraag=lijst.open).tekst == "Twee bankjes"
    assert "Twee bankjes" in Telefoon(BON).open().druk("Antwoorden laten zien", bon=code).tekst


def test_sending_a_correction_again_changes_nothing_more(telefoon, code):
    telefoon.druk("Antwoorden laten zien", bon=code).druk("Antwoorden veranderen").opnieuw()
    telefoon.druk("Antwoorden versturen")
    wijzigingen = Bronwijziging.objects.count()
    assert telefoon.opnieuw().kop == "Uw nieuwe antwoorden zijn aangekomen"
    assert Bronwijziging.objects.count() == wijzigingen
    assert Inzending.objects.count() == 1


def test_until_a_correction_is_sent_the_answers_stay(telefoon, code, lijst):
    telefoon.druk("Antwoorden laten zien", bon=code).druk("Antwoorden veranderen")
    telefoon.druk("Veranderen: Wat mist u").druk("Klaar met veranderen", tekst="Iets anders")
    assert Antwoord.objects.get(vraag=lijst.open).tekst == "Een bankje"


def test_nothing_goes_before_someone_says_yes(telefoon, code):
    telefoon.druk("Antwoorden laten zien", bon=code).druk("Antwoorden intrekken")
    assert "Dit kunt u niet terugdraaien" in telefoon.tekst
    telefoon.druk("Türkçe").druk("Nederlands")
    assert "Dit kunt u niet terugdraaien" in telefoon.tekst
    telefoon.druk("Nee, laat ze staan")
    assert telefoon.kop == "Uw antwoorden"
    assert Inzending.objects.count() == 1


def test_withdrawing_deletes_also_the_draft_of_a_correction(telefoon, code):
    telefoon.druk("Antwoorden laten zien", bon=code)
    Telefoon(BON).open().druk("Antwoorden laten zien", bon=code).druk("Antwoorden veranderen")
    telefoon.druk("Antwoorden intrekken").druk("Ja, antwoorden intrekken")
    assert telefoon.kop == "Uw antwoorden zijn weg"
    assert not Inzending.objects.exists()
    assert not Inzendingconcept.objects.exists()
    assert "Bij deze code vinden wij geen antwoorden" in telefoon.opnieuw().tekst


def test_what_was_withdrawn_does_not_come_back_by_sending_again(lijst):
    telefoon = Telefoon(f"/v/{CODE}/").open().druk("Beginnen").druk("Volgende", tekst="Een bankje")
    for _vraag in range(4):
        telefoon.druk("Volgende")
    code = telefoon.druk("Antwoorden versturen").bon
    bon = Telefoon(BON).open().druk("Antwoorden laten zien", bon=code)
    bon.druk("Antwoorden intrekken").druk("Ja, antwoorden intrekken")
    telefoon.opnieuw()
    assert "Wij vinden uw antwoorden niet meer" in telefoon.tekst
    assert not Inzending.objects.exists()


def test_after_closing_one_may_read_and_withdraw_but_not_change(telefoon, code, lijst):
    sluit(lijst)
    telefoon.druk("Antwoorden laten zien", bon=code)
    assert "Veranderen kan niet meer, intrekken wel" in telefoon.tekst
    assert "Antwoorden veranderen" not in telefoon.tekst
    antwoord = Client().post(f"/v/{CODE}/", {"bon": code, "token": "ab" * 16, "wizard_goto_step": "controle"})
    assert "Deze vragenlijst is gesloten" in antwoord.content.decode()
    telefoon.druk("Antwoorden intrekken").druk("Ja, antwoorden intrekken")
    assert not Inzending.objects.exists()


def test_a_correction_with_a_wrong_code_starts_nothing(lijst):
    antwoord = Client().post(
        f"/v/{CODE}/", {"bon": "aaaaa-aaaaa", "token": "ab" * 16, "wizard_goto_step": "controle"}
    )
    assert "Wij vinden uw antwoorden niet meer" in antwoord.content.decode()
    assert not Inzendingconcept.objects.exists()
