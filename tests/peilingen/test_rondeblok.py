"""What the page of a ronde says about questionnaires."""

import pytest
from django.core.files.base import ContentFile

from peilingen.domain.vragenlijsten import close_vragenlijst
from peilingen.models import Invoerbestand
from peilingen.rondeblok import build
from tests.peilingen.makers import maak_concept, maak_open, stuur_in


@pytest.fixture
def wie(mensen):
    return mensen.organisator.gebruiker


def test_nothing_yet_leads_to_the_questionnaires(mensen):
    blok = build(mensen.ronde, mensen.organisator)
    assert blok.actie == "Antwoorden ophalen"
    assert blok.url == f"/peilingen/rondes/{mensen.ronde.pk}/"
    assert not blok.klaar


def test_a_draft_is_what_one_goes_on_with(mensen, wie):
    lijst = maak_concept(mensen.ronde, wie)
    blok = build(mensen.ronde, mensen.organisator)
    assert blok.regels == ("“Buurtvragen” is nog een concept: bewoners zien het niet.",)
    assert (blok.url, blok.klaar, blok.bezig) == (f"/peilingen/{lijst.pk}/", False, True)


def test_what_is_open_is_to_be_shared(mensen, wie):
    lijst = maak_open(mensen.ronde, wie)
    blok = build(mensen.ronde, mensen.organisator)
    assert lijst.leescode in blok.regels[0]
    assert blok.regels[1] == "Nog niemand heeft geantwoord."
    assert (blok.url, blok.klaar, blok.bezig) == (f"/peilingen/{lijst.pk}/delen/", False, True)
    stuur_in(lijst)
    blok = build(mensen.ronde, mensen.organisator)
    assert (blok.regels[1], blok.klaar) == ("1 inzender", True)


def test_more_that_are_open_are_counted(mensen, wie):
    for titel in ("Eén", "Twee"):
        maak_open(mensen.ronde, wie, titel=titel)
    blok = build(mensen.ronde, mensen.organisator)
    assert blok.regels[0] == "2 vragenlijsten staan open."
    assert blok.url == f"/peilingen/rondes/{mensen.ronde.pk}/"


def test_after_closing_the_answers_are_there(mensen, wie):
    lijst = maak_open(mensen.ronde, wie)
    stuur_in(lijst)
    close_vragenlijst(vragenlijst=lijst, wie=wie)
    blok = build(mensen.ronde, mensen.organisator)
    assert (blok.regels, blok.klaar, blok.bezig) == (("1 inzender",), True, False)


def test_a_file_that_waits_comes_first(mensen, wie):
    maak_concept(mensen.ronde, wie)
    invoer = Invoerbestand(ronde=mensen.ronde, wie=wie, bestandsnaam="a.csv", sha256="x")
    invoer.bestand.save("a.bin", ContentFile(b"a"))
    blok = build(mensen.ronde, mensen.organisator)
    assert blok.actie == "Kolommen kiezen"


def test_a_reader_gets_no_act_and_a_note_taker_no_block(mensen):
    assert build(mensen.ronde, mensen.lezer).url == ""
    assert build(mensen.ronde, mensen.notulist) is None
