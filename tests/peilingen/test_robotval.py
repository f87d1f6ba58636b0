"""Machines that fill in forms are slowed down; people always get through, and nothing they typed is lost."""

import pytest

from peilingen.domain.robotval import asks_nogmaals, read_begin, sign_begin, sign_nogmaals
from peilingen.models import Inzending
from tests.peilingen.makers_bewoner import CODE
from tests.peilingen.makers_vertrouwen import bezoek, maak_kort, vul_kort_in

ADRES = f"/v/{CODE}/"
TOKEN = "a" * 32
NU = 1_000_000.0


@pytest.fixture
def lijst(mensen, settings):
    settings.MINSTE_INVULTIJD = 3
    return maak_kort(mensen.ronde)


def rustig(telefoon):
    """A phone on which the first page was opened a while ago."""
    return telefoon.druk("Beginnen", toestemming="zelf", begin=sign_begin(0))


def vraagt(**anders) -> bool:
    gegeven = {"token": TOKEN, "honing": "", "begin": sign_begin(NU - 60), "nogmaals": "", "nu": NU, **anders}
    return asks_nogmaals(**gegeven)


def test_a_person_at_an_ordinary_pace_notices_nothing(lijst):
    telefoon = rustig(bezoek(ADRES)).druk("Volgende").druk("Antwoorden versturen")
    assert telefoon.kop == "Uw antwoorden zijn aangekomen"


def test_the_moment_of_the_first_page_travels_along_and_nothing_of_it_is_kept(lijst):
    telefoon = rustig(bezoek(ADRES)).druk("Volgende")
    assert telefoon.boom.xpath("//input[@name='begin']/@value") == [sign_begin(0)]


def test_who_is_very_fast_presses_once_more_and_loses_nothing(lijst):
    ja = str(lijst.vragen.get().keuzes.get(tekst="Ja").pk)
    telefoon = bezoek(ADRES).druk("Beginnen", toestemming="zelf").druk("Volgende", keuzes=ja)
    telefoon.druk("Antwoorden versturen", mag_citeren="ja")
    assert telefoon.kop == "Klopt alles?"
    assert "Druk nog één keer op “Antwoorden versturen”" in telefoon.tekst
    assert telefoon.boom.xpath("//input[@name='mag_citeren'][@checked]/@value") == ["ja"]
    assert not Inzending.objects.exists()
    assert telefoon.druk("Antwoorden versturen").kop == "Uw antwoorden zijn aangekomen"
    inzending = Inzending.objects.get()
    assert (inzending.mag_citeren, inzending.antwoorden.get().keuzes.get().tekst) == (True, "Ja")


def test_a_password_manager_that_fills_in_the_hidden_field_costs_one_press(lijst):
    telefoon = (
        rustig(bezoek(ADRES)).druk("Volgende").druk("Antwoorden versturen", website="anna@voorbeeld.test")
    )
    assert "Druk nog één keer" in telefoon.tekst
    telefoon.druk("Antwoorden versturen", website="anna@voorbeeld.test")
    assert telefoon.kop == "Uw antwoorden zijn aangekomen"
    assert "anna@voorbeeld.test" not in str(Inzending.objects.get().__dict__)


def test_people_and_screen_readers_do_not_meet_the_hidden_field(lijst):
    telefoon = rustig(bezoek(ADRES)).druk("Volgende")
    [veld] = telefoon.boom.xpath("//input[@name='website']")
    assert (veld.get("tabindex"), veld.get("autocomplete"), veld.get("value")) == ("-1", "off", None)
    assert veld.getparent().get("aria-hidden") == "true"


def test_a_correction_is_never_slowed_down(lijst):
    code = rustig(bezoek(ADRES)).druk("Volgende").druk("Antwoorden versturen").bon
    telefoon = bezoek(f"{ADRES}bon/").druk("Antwoorden laten zien", bon=code).druk("Antwoorden veranderen")
    assert telefoon.druk("Antwoorden versturen").kop == "Uw nieuwe antwoorden zijn aangekomen"


def test_it_can_be_turned_off(mensen, settings):
    settings.MINSTE_INVULTIJD = 0
    maak_kort(mensen.ronde)
    assert vul_kort_in(bezoek(ADRES)).kop == "Uw antwoorden zijn aangekomen"


@pytest.mark.parametrize(
    ("anders", "uitkomst"),
    [
        ({}, False),
        ({"begin": sign_begin(NU - 2)}, True),
        ({"begin": sign_begin(NU - 3)}, False),
        ({"begin": sign_begin(NU + 9)}, True),
        ({"begin": ""}, True),
        ({"begin": "999999-0000000000000000"}, True),
        ({"begin": f"0{sign_begin(NU - 60)}"}, True),
        ({"begin": "é-ü"}, True),
        ({"honing": "x"}, True),
        ({"honing": "x", "nogmaals": sign_nogmaals(TOKEN)}, False),
        ({"honing": "x", "nogmaals": sign_nogmaals("b" * 32)}, True),
        ({"honing": "x", "nogmaals": "é"}, True),
    ],
)
def test_when_one_more_press_is_asked(settings, anders, uitkomst):
    settings.MINSTE_INVULTIJD = 3
    assert vraagt(**anders) is uitkomst


def test_a_moment_is_read_back_only_as_it_was_signed():
    assert read_begin(sign_begin(NU)) == 1_000_000
    assert read_begin("1000001" + sign_begin(NU)[7:]) is None
