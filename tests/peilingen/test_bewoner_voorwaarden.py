"""Questions that are asked only after certain answers, on a phone without scripts."""

import pytest

from peilingen.domain.bewonerlijst import forget_gelezen
from peilingen.domain.inzenden import correct_inzending, submit_inzending
from peilingen.domain.waarden import Antwoordwaarde, read_waarden
from peilingen.enums import Vraagsoort
from peilingen.models import Inzending, Inzendingconcept, Vraag
from tests.peilingen.makers_bewoner import maak_vraag
from tests.peilingen.makers_soorten import CODE, maak_leeg
from tests.peilingen.telefoon import Telefoon

JA = {"alle": True, "regels": [{"vraag": "v1", "is": "een_van", "keuzes": ["k1"]}]}
VER = {"alle": True, "regels": [{"vraag": "v4", "is": "minstens", "getal": "5"}]}


@pytest.fixture
def vragen(mensen) -> dict[str, Vraag]:
    """Komt u in het park? (ja: 2 wat, 3 section, 4 how far, 5 why if 5 or more); then a section with one more."""
    lijst = maak_leeg(mensen.ronde)
    rijen = [
        maak_vraag(lijst, 1, Vraagsoort.EEN_KEUZE, "Komt u in het park?", "Ja", "Nee"),
        maak_vraag(lijst, 2, Vraagsoort.OPEN, "Wat doet u daar?", voorwaarde=JA, verplicht=True),
        maak_vraag(lijst, 3, Vraagsoort.ONDERDEEL, "De weg", uitleg="Over hoe u er komt.", voorwaarde=JA),
        maak_vraag(lijst, 4, Vraagsoort.GETAL, "Hoeveel minuten is het lopen?"),
        maak_vraag(lijst, 5, Vraagsoort.KORT, "Waarom is het ver?", voorwaarde=VER),
        maak_vraag(lijst, 6, Vraagsoort.ONDERDEEL, "Tot slot"),
        maak_vraag(lijst, 7, Vraagsoort.KORT, "Wilt u nog iets zeggen?"),
    ]
    return {vraag.sleutel: vraag for vraag in rijen}


@pytest.fixture
def telefoon(vragen) -> Telefoon:
    forget_gelezen()
    return Telefoon(f"/v/{CODE}/").open()


def keuze(vragen, nummer: int) -> str:
    return str(vragen["v1"].keuzes.get(volgorde=nummer).pk)


def loop(telefoon: Telefoon, vragen) -> Telefoon:
    """From the start to the check, with everything asked."""
    telefoon.druk("Beginnen").druk("Volgende", keuzes=keuze(vragen, 1)).druk("Volgende", tekst="Lezen")
    return (
        telefoon.druk("Volgende", getal="9").druk("Volgende", tekst="Geen brug").druk("Volgende", tekst="Nee")
    )


def test_what_is_not_asked_is_passed_over_forward_and_back(telefoon, vragen):
    telefoon.druk("Beginnen").druk("Volgende", keuzes=keuze(vragen, 2))
    assert telefoon.kop == "Wilt u nog iets zeggen?"
    assert "Vraag 5 van 5" in telefoon.tekst
    assert telefoon.druk("Vorige").kop == "Komt u in het park?"


def test_what_is_asked_has_the_number_that_it_has_on_paper(telefoon, vragen):
    telefoon.druk("Beginnen").druk("Volgende", keuzes=keuze(vragen, 1))
    assert (telefoon.kop, "Vraag 2 van 5" in telefoon.tekst) == ("Wat doet u daar?", True)
    telefoon.druk("Volgende", tekst="Lezen")
    assert (telefoon.kop, "Vraag 3 van 5" in telefoon.tekst) == ("Hoeveel minuten is het lopen?", True)
    assert "De weg Over hoe u er komt." in telefoon.tekst
    telefoon.druk("Volgende", getal="9")
    assert telefoon.kop == "Waarom is het ver?"
    assert "De weg" in telefoon.tekst
    assert "Over hoe u er komt." not in telefoon.tekst
    assert telefoon.druk("Vorige").druk("Volgende", getal="4").kop == "Wilt u nog iets zeggen?"


def test_an_answer_that_is_not_asked_any_more_is_kept_and_not_sent(telefoon, vragen):
    loop(telefoon, vragen)
    assert "Geen brug" in telefoon.tekst
    telefoon.druk("Veranderen: Komt u in").druk("Klaar met veranderen", keuzes=keuze(vragen, 2))
    assert "Geen brug" not in telefoon.tekst
    assert "Hoeveel minuten" not in telefoon.tekst
    assert Inzendingconcept.objects.get().gegevens[str(vragen["v5"].pk)]["velden"]["tekst"] == ["Geen brug"]
    telefoon.druk("Antwoorden versturen")
    assert {rij.vraag.sleutel for rij in Inzending.objects.get().antwoorden.all()} == {"v1", "v7"}


def test_who_changes_back_finds_the_answers_again(telefoon, vragen):
    loop(telefoon, vragen)
    for nummer in (2, 1):
        telefoon.druk("Veranderen: Komt u in").druk("Klaar met veranderen", keuzes=keuze(vragen, nummer))
    telefoon.druk("Antwoorden versturen")
    assert {rij.vraag.sleutel for rij in Inzending.objects.get().antwoorden.all()} == {
        "v1",
        "v2",
        "v4",
        "v5",
        "v7",
    }


def test_what_becomes_asked_at_the_check_and_must_be_answered_is_shown_first(telefoon, vragen):
    telefoon.druk("Beginnen").druk("Volgende", keuzes=keuze(vragen, 2)).druk("Volgende")
    telefoon.druk("Veranderen: Komt u in").druk("Klaar met veranderen", keuzes=keuze(vragen, 1))
    telefoon.druk("Antwoorden versturen")
    assert telefoon.kop == "Wat doet u daar?"
    telefoon.druk("Klaar met veranderen", tekst="Lezen").druk("Antwoorden versturen")
    assert telefoon.kop == "Uw antwoorden zijn aangekomen"


def test_a_page_of_a_question_that_is_not_asked_any_more_leads_on_and_keeps_its_words(telefoon, vragen):
    ander = Telefoon(telefoon.adres)
    telefoon.druk("Beginnen").druk("Volgende", keuzes=keuze(vragen, 1))
    ander.antwoord = telefoon.antwoord
    telefoon.druk("Vorige").druk("Volgende", keuzes=keuze(vragen, 2))
    ander.druk("Volgende", tekst="Lezen")
    assert ander.kop == "Wilt u nog iets zeggen?"
    assert "Lezen" in str(Inzendingconcept.objects.get().gegevens)


def test_the_receipt_shows_what_was_asked(telefoon, vragen):
    telefoon.druk("Beginnen").druk("Volgende", keuzes=keuze(vragen, 2)).druk("Volgende", tekst="Dank u")
    bon = telefoon.druk("Antwoorden versturen").bon
    terug = Telefoon(f"/v/{CODE}/bon/").open().druk("Antwoorden laten zien", bon=bon)
    assert "Dank u" in terug.tekst
    assert "Hoeveel minuten" not in terug.tekst


def test_what_is_not_asked_is_dropped_wherever_answers_come_from(vragen):
    ja, nee = vragen["v1"].keuzes.all()
    lijst = vragen["v1"].vragenlijst
    antwoorden = {
        vragen["v1"].pk: Antwoordwaarde(keuzes=(nee.pk,)),
        vragen["v5"].pk: Antwoordwaarde(tekst="Geen brug"),
        vragen["v7"].pk: Antwoordwaarde(tekst="Dank u"),
    }
    submit_inzending(vragenlijst=lijst, token="ab" * 16, antwoorden=antwoorden, mag_citeren=None)
    inzending = Inzending.objects.get()
    assert set(read_waarden(inzending)) == {vragen["v1"].pk, vragen["v7"].pk}
    antwoorden[vragen["v1"].pk] = Antwoordwaarde(keuzes=(ja.pk,))
    antwoorden[vragen["v4"].pk] = Antwoordwaarde(waarde="9")
    correct_inzending(inzending=inzending, antwoorden=antwoorden, mag_citeren=None)
    assert set(read_waarden(inzending)) == {vragen[sleutel].pk for sleutel in ("v1", "v4", "v5", "v7")}


def test_without_conditions_nothing_more_is_read(telefoon, vragen, django_assert_max_num_queries):
    telefoon.druk("Beginnen")
    with django_assert_max_num_queries(6):
        telefoon.druk("Volgende", keuzes=keuze(vragen, 1))
