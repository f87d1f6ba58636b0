"""Counts for residents: only when the organiser says so, and never so that one person shows."""

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from organisaties.enums import Kanaal
from organisaties.models import Auditregel
from peilingen.domain.bewonerlijst import forget_gelezen
from peilingen.domain.inzenden import Antwoordwaarde
from peilingen.domain.tussenstand import STAP, count_gesloten, merge, read_stand, set_toont_resultaten
from peilingen.enums import Vraagsoort, Werving
from peilingen.models import Inzending, Tussenstand
from peilingen.standwoorden import WIE
from tests.peilingen.makers_bewoner import CODE
from tests.peilingen.makers_vertrouwen import antwoord, bezoek, maak_gesloten_vragen, stuur

ADRES = f"/v/{CODE}/resultaten/"


@pytest.fixture
def vragen(mensen):
    forget_gelezen()
    return maak_gesloten_vragen(mensen.ronde)


@pytest.fixture
def lijst(vragen):
    return vragen[Vraagsoort.SCHAAL].vragenlijst


def stuur_keuzes(vraag, *keuzes, **velden) -> None:
    """One person for each choice."""
    for keuze in keuzes:
        stuur(vraag.vragenlijst, antwoord(vraag, keuze), **velden)


def lees_rijen(vraag) -> list:
    stand = read_stand(vraag.vragenlijst, {vraag.pk: vraag})
    return list(stand.vragen[0].rijen) if stand and stand.vragen else []


# Whether there is anything to see


def test_nothing_is_shown_unless_the_organiser_says_so(vragen, lijst):
    lijst.toont_resultaten = False
    lijst.save()
    stuur_keuzes(vragen[Vraagsoort.EEN_KEUZE], *[1] * 12)
    telefoon = bezoek(ADRES)
    assert telefoon.antwoord.status_code == 404
    assert "laat bij deze vragenlijst geen tussenstand zien" in telefoon.tekst
    assert not Tussenstand.objects.exists()


def test_below_ten_answers_it_says_so(vragen):
    stuur_keuzes(vragen[Vraagsoort.EEN_KEUZE], *[1] * 9)
    assert "Er zijn nog te weinig antwoorden" in bezoek(ADRES).tekst


def test_an_unknown_code_opens_nothing(db):
    assert bezoek("/v/bestaatniet/resultaten/").antwoord.status_code == 404


def test_counts_are_shown_with_whose_they_are(vragen, lijst):
    stuur_keuzes(vragen[Vraagsoort.EEN_KEUZE], *[1] * 7, *[2] * 6)
    telefoon = bezoek(ADRES)
    assert "Ja 7 mensen" in telefoon.tekst
    assert "Nee 6 mensen" in telefoon.tekst
    assert "Minstens 10 mensen" in telefoon.tekst
    assert str(WIE[Werving.OPEN]) in telefoon.tekst


@pytest.mark.parametrize("werving", list(Werving))
def test_every_way_of_reaching_people_has_its_sentence(vragen, lijst, werving):
    lijst.werving = werving
    lijst.save()
    stuur_keuzes(vragen[Vraagsoort.EEN_KEUZE], *[1] * 7, *[2] * 6)
    assert str(WIE[werving]) in bezoek(ADRES).tekst


def test_words_buurt_and_age_are_never_counted(vragen, lijst):
    leeftijd = vragen[Vraagsoort.LEEFTIJD]
    stuur_keuzes(leeftijd, *[1] * 7, *[2] * 6)
    telefoon = bezoek(ADRES)
    assert "Hoe oud bent u?" not in telefoon.tekst
    assert "In welke buurt woont u?" not in telefoon.tekst
    assert "Wat mist u in de buurt?" not in telefoon.tekst


def test_answers_on_paper_are_not_added(vragen):
    vraag = vragen[Vraagsoort.EEN_KEUZE]
    stuur_keuzes(vraag, *[1] * 7, *[2] * 6)
    stuur_keuzes(vraag, *[1] * 9, kanaal=Kanaal.PAPIER)
    assert lees_rijen(vraag) == [(("k1",), 7), (("k2",), 6)]


# Small counts


def test_a_zero_is_shown(vragen):
    vraag = vragen[Vraagsoort.SCHAAL]
    stuur_keuzes(vraag, *[4] * 6, *[5] * 7)
    assert lees_rijen(vraag) == [(("k1",), 0), (("k2",), 0), (("k3",), 0), (("k4",), 6), (("k5",), 7)]


def test_a_small_step_of_a_scale_is_put_with_the_step_beside_it(vragen):
    vraag = vragen[Vraagsoort.SCHAAL]
    stuur_keuzes(vraag, 1, *[2] * 6, *[5] * 8)
    assert lees_rijen(vraag) == [(("k1", "k2"), 7), (("k3",), 0), (("k4",), 0), (("k5",), 8)]
    assert "zeer onprettig tot en met onprettig 7 mensen" in bezoek(ADRES).tekst


def test_a_question_that_would_be_one_row_is_left_out(vragen):
    vraag = vragen[Vraagsoort.EEN_KEUZE]
    stuur_keuzes(vraag, *[1] * 12, 2)
    assert lees_rijen(vraag) == []
    assert "Nog te weinig antwoorden op deze vraag." in bezoek(ADRES).tekst


def test_of_several_choices_small_counts_and_almost_all_are_hidden(vragen):
    vraag = vragen[Vraagsoort.MEER_KEUZES]
    for keuzes in ([1, 2], *[[1]] * 9, [3, 1], [3], *[[1, 3]] * 4):
        stuur(vraag.vragenlijst, antwoord(vraag, *keuzes))
    assert lees_rijen(vraag) == [(("k1",), None), (("k2",), None), (("k3",), 6)]
    assert "dit aantal tonen wij niet" in bezoek(ADRES).tekst


def test_who_did_not_know_stands_on_no_step(vragen):
    schaal, keuze = vragen[Vraagsoort.SCHAAL], vragen[Vraagsoort.EEN_KEUZE]

    for vraag in (schaal, keuze):
        stuur(vraag.vragenlijst, {vraag.pk: Antwoordwaarde(bijzonder="weet_niet")})
    stuur(keuze.vragenlijst, {keuze.pk: Antwoordwaarde(tekst="Iets heel eigens")})
    geteld = {
        vraag.soort: (n, rijen) for vraag, n, rijen in count_gesloten(schaal.vragenlijst, [schaal, keuze])
    }
    assert geteld[Vraagsoort.SCHAAL] == (0, {f"k{stap}": 0 for stap in range(1, 6)})
    assert geteld[Vraagsoort.EEN_KEUZE] == (2, {"k1": 0, "k2": 0, "*weet_niet": 1, "*anders": 1})


def test_own_words_behind_anders_never_stand_on_the_page(vragen):

    vraag = vragen[Vraagsoort.EEN_KEUZE]
    for _keer in range(6):
        stuur(vraag.vragenlijst, {vraag.pk: Antwoordwaarde(tekst="Iets heel eigens")})
    stuur_keuzes(vraag, *[1] * 7)
    telefoon = bezoek(ADRES)
    assert "iets anders 6 mensen" in telefoon.tekst
    assert "eigens" not in telefoon.antwoord.content.decode()


@given(
    aantallen=st.lists(st.integers(0, 30), min_size=1, max_size=9),
    klein=st.integers(3, 9),
    op_volgorde=st.booleans(),
)
def test_no_row_is_small_and_nobody_is_lost(aantallen, klein, op_volgorde):
    rijen: list[tuple[tuple[str, ...], int]] = [
        ((f"k{plek}",), aantal) for plek, aantal in enumerate(aantallen)
    ]
    samen = merge(rijen, klein, op_volgorde=op_volgorde)
    assert all(aantal is None or aantal == 0 or aantal >= klein for _wie, aantal in samen)
    assert sorted(sleutel for wie, _aantal in samen for sleutel in wie) == sorted(
        sleutel for (sleutel, *_), _aantal in rijen
    )
    if all(aantal is not None for _wie, aantal in samen):
        assert sum(aantal or 0 for _wie, aantal in samen) == sum(aantallen)
    if op_volgorde:
        assert [sleutel for wie, _aantal in samen for sleutel in wie] == [s for (s, *_), _aantal in rijen]


# Two looks


def test_two_looks_differ_by_five_people_at_least(vragen):
    vraag = vragen[Vraagsoort.EEN_KEUZE]
    stuur_keuzes(vraag, *[1] * 7, *[2] * 6)
    eerste = lees_rijen(vraag)
    for _meer in range(STAP - 1):
        stuur_keuzes(vraag, 1)
        assert lees_rijen(vraag) == eerste
    stuur_keuzes(vraag, 1)
    assert lees_rijen(vraag) == [(("k1",), 12), (("k2",), 6)]


def test_what_is_kept_holds_no_small_count(vragen):
    vraag = vragen[Vraagsoort.SCHAAL]
    stuur_keuzes(vraag, 1, *[2] * 6, *[5] * 8)
    read_stand(vraag.vragenlijst, {vraag.pk: vraag})
    rij = Tussenstand.objects.get()
    assert rij.cijfers == {
        vraag.sleutel: {
            "beantwoord": 15,
            "rijen": [[["k1", "k2"], 7], [["k3"], 0], [["k4"], 0], [["k5"], 8]],
        }
    }


def test_turning_it_off_and_on_counts_nothing_anew(vragen, lijst, mensen):
    vraag, anna = vragen[Vraagsoort.EEN_KEUZE], mensen.organisator.gebruiker
    stuur_keuzes(vraag, *[1] * 7, *[2] * 6)
    eerste = lees_rijen(vraag)
    set_toont_resultaten(vragenlijst=lijst, wie=anna, aan=False)
    stuur_keuzes(vraag, 1)
    set_toont_resultaten(vragenlijst=lijst, wie=anna, aan=True)
    assert lees_rijen(vraag) == eerste


def test_after_withdrawals_below_ten_nothing_is_shown(vragen):
    vraag = vragen[Vraagsoort.EEN_KEUZE]
    stuur_keuzes(vraag, *[1] * 7, *[2] * 6)
    assert lees_rijen(vraag)
    for inzending in list(Inzending.objects.all())[:4]:
        inzending.delete()
    assert lees_rijen(vraag) == []


# The organiser


def test_showing_it_is_an_act_with_a_line_in_the_log(lijst, mensen, inloggen):
    lijst.toont_resultaten = False
    lijst.save()
    client, delen = inloggen(mensen.organisator), reverse("peilingen:delen", args=[lijst.pk])
    assert "Tussenstand laten zien" in client.get(delen).content.decode()
    adres = reverse("peilingen:tussenstand", args=[lijst.pk])
    assert client.post(adres, {"aan": "1"}).status_code == 302
    lijst.refresh_from_db()
    assert lijst.toont_resultaten
    assert ADRES in client.get(delen).content.decode()
    client.post(adres, {"aan": "1"})
    client.post(adres, {"uit": "1"})
    lijst.refresh_from_db()
    assert not lijst.toont_resultaten
    regels = Auditregel.objects.filter(object_id=lijst.pk).values_list("handeling", flat=True)
    assert sorted(regels) == ["tussenstand_niet_openbaar", "tussenstand_openbaar"]


def test_a_reader_sees_the_choice_and_cannot_make_it(lijst, mensen, inloggen):
    client = inloggen(mensen.lezer)
    assert (
        "Tussenstand niet meer"
        not in client.get(reverse("peilingen:delen", args=[lijst.pk])).content.decode()
    )
    assert client.post(reverse("peilingen:tussenstand", args=[lijst.pk]), {"aan": "1"}).status_code == 403


def test_a_look_asks_little_of_the_database(vragen, django_assert_max_num_queries):
    stuur_keuzes(vragen[Vraagsoort.EEN_KEUZE], *[1] * 7, *[2] * 6)
    bezoek(ADRES)
    with django_assert_max_num_queries(4):
        bezoek(ADRES)


def test_a_question_that_only_some_get_is_left_out(vragen):
    keuze, schaal = vragen[Vraagsoort.EEN_KEUZE], vragen[Vraagsoort.SCHAAL]
    schaal.voorwaarde = {
        "alle": True,
        "regels": [{"vraag": keuze.sleutel, "is": "een_van", "keuzes": ["k1"]}],
    }
    schaal.save()
    for _persoon in range(12):
        stuur(keuze.vragenlijst, antwoord(keuze, 1) | antwoord(schaal, 4))
    stand = read_stand(keuze.vragenlijst, {rij.pk: rij for rij in keuze.vragenlijst.vragen.all()})
    getoond = {rij.vraag.pk for rij in stand.vragen}
    assert keuze.pk in getoond
    assert schaal.pk not in getoond
