"""Meetings and tables: making, changing, opening, closing, reading back."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from bijeenkomsten.domain.bijeenkomsten import (
    change_bijeenkomst,
    close_bijeenkomst,
    create_bijeenkomst,
    delete_bijeenkomst,
    open_bijeenkomst,
)
from bijeenkomsten.domain.tafels import (
    add_tafel,
    change_tafel,
    delete_tafel,
    find_tafel,
    finish_tafel,
    reopen_tafel,
    save_betekenis,
)
from bijeenkomsten.enums import Bijeenkomststatus
from bijeenkomsten.models import Bijeenkomst, Gesprekstafel
from bijeenkomsten.refusals import AlGesloten, CodeBezet, LegeTekst, NietLeeg, OngeldigeStap, OnjuisteInvoer
from codering.domain.uitspraken import process_wijzigingen
from codering.models import Uitspraak
from organisaties.models import Auditregel, Plek
from tests.bijeenkomsten.makers import DATUM, maak_avond, maak_kaart, maak_notitie
from tests.fabrieken import maak_gebied, maak_organisatie

pytestmark = pytest.mark.django_db


@pytest.fixture
def anna(mensen):
    return mensen.organisator.gebruiker


def test_a_meeting_comes_with_numbered_tables_and_codes_of_their_own(mensen):
    avond = maak_avond(mensen, tafels=3, dicht=True)
    codes = [avond.code, *avond.tafels.values_list("code", flat=True)]
    assert [tafel.nummer for tafel in avond.tafels.all()] == [1, 2, 3]
    assert len({code for code in codes if len(str(code)) == 8}) == 4


def test_a_fixed_code_is_kept_as_it_is_typed_later(mensen, anna):
    avond = maak_avond(mensen, code="Avond-1", tafels=0)
    tafel = add_tafel(bijeenkomst=avond, wie=anna, onderwerp=" De  buurt ", code="tafel4")
    assert (avond.code, tafel.code, tafel.onderwerp, tafel.nummer) == ("avond1", "tafel4", "De buurt", 1)
    assert find_tafel("tafel4") == tafel
    assert find_tafel("") is None


@pytest.mark.parametrize("code", ["avond1", "ab", "a" * 13, "été12", ""])
def test_a_code_that_is_taken_or_cannot_be_typed_is_refused(mensen, anna, code):
    maak_avond(mensen, code="avond1")
    with pytest.raises(CodeBezet):
        create_bijeenkomst(ronde=mensen.ronde, wie=anna, titel="Nog een", datum=DATUM, code=code)


@pytest.mark.parametrize(
    ("velden", "fout"),
    [
        ({"titel": " "}, LegeTekst),
        ({"titel": "a" * 201}, OnjuisteInvoer),
        ({"vraag": "a" * 301}, OnjuisteInvoer),
        ({"tafels": 61}, OnjuisteInvoer),
        ({"tafels": -1}, OnjuisteInvoer),
    ],
)
def test_what_does_not_fit_is_refused_before_anything_is_written(mensen, velden, fout):
    with pytest.raises(fout):
        maak_avond(mensen, **velden)
    assert not Bijeenkomst.objects.exists()


def test_a_place_of_another_organisation_is_refused(mensen):
    vreemd = Plek.objects.create(organisatie=maak_organisatie("Elders"), naam="Zaal")
    with pytest.raises(OnjuisteInvoer):
        maak_avond(mensen, plek=vreemd)


def test_opening_closing_and_opening_again_leave_a_trace(mensen, anna):
    avond = maak_avond(mensen, dicht=True)
    with pytest.raises(OngeldigeStap):
        close_bijeenkomst(bijeenkomst=avond, wie=anna)
    open_bijeenkomst(bijeenkomst=avond, wie=anna)
    with pytest.raises(OngeldigeStap):
        open_bijeenkomst(bijeenkomst=avond, wie=anna)
    assert close_bijeenkomst(bijeenkomst=avond, wie=anna).gesloten_op is not None
    weer = open_bijeenkomst(bijeenkomst=avond, wie=anna)
    assert (weer.status, weer.gesloten_op) == (Bijeenkomststatus.OPEN, None)
    handelingen = (
        Auditregel.objects.van(mensen.organisatie).order_by("tijd").values_list("handeling", flat=True)
    )
    assert list(handelingen) == [
        "bijeenkomst_gemaakt",
        "bijeenkomst_geopend",
        "bijeenkomst_gesloten",
        "bijeenkomst_geopend",
    ]


def test_a_changed_question_reaches_the_cards_that_answer_it(mensen, anna):
    avond = maak_avond(mensen)
    maak_kaart(avond)
    process_wijzigingen()
    change_bijeenkomst(bijeenkomst=avond, wie=anna, vraag="Wat wilt u behouden?")
    process_wijzigingen()
    assert Uitspraak.objects.get().vraag == "Wat wilt u behouden?"


def test_a_changed_table_reaches_its_notes(mensen, anna):
    tafel = maak_avond(mensen).tafels.get()
    maak_notitie(tafel)
    process_wijzigingen()
    change_tafel(
        tafel=tafel, wie=anna, onderwerp="Ontmoeten", gebied=maak_gebied(mensen.organisatie, "Voorhof")
    )
    process_wijzigingen()
    uitspraak = Uitspraak.objects.get()
    assert (uitspraak.vraag, uitspraak.gebied.naam) == ("Ontmoeten", "Voorhof")


def test_only_what_is_empty_can_be_thrown_away(mensen, anna):
    avond = maak_avond(mensen, tafels=2)
    maak_notitie(avond.tafels.all()[0])
    with pytest.raises(NietLeeg):
        delete_tafel(tafel=avond.tafels.all()[0], wie=anna)
    with pytest.raises(NietLeeg):
        delete_bijeenkomst(bijeenkomst=avond, wie=anna)
    delete_tafel(tafel=avond.tafels.all()[1], wie=anna)
    delete_bijeenkomst(bijeenkomst=maak_avond(mensen, titel="Leeg"), wie=anna)
    assert (Bijeenkomst.objects.count(), Gesprekstafel.objects.count()) == (1, 1)


def test_a_meeting_with_only_cards_is_not_empty(mensen, anna):
    avond = maak_avond(mensen)
    maak_kaart(avond)
    with pytest.raises(NietLeeg):
        delete_bijeenkomst(bijeenkomst=avond, wie=anna)


def test_two_devices_keep_both_meanings(mensen):
    tafel = maak_avond(mensen).tafels.get()
    save_betekenis(tafel=tafel, betekenis="Samen koffie drinken", was="")
    save_betekenis(tafel=tafel, betekenis="Samen koffie drinken", was="")
    vast = save_betekenis(tafel=tafel, betekenis="Elkaar kennen", was="")
    assert vast.betekenis == "Samen koffie drinken\nElkaar kennen"
    assert save_betekenis(tafel=tafel, betekenis="", was=vast.betekenis).betekenis == ""


def test_a_table_is_finished_and_reopened_until_a_day_after_closing(mensen, anna):
    avond = maak_avond(mensen)
    tafel = avond.tafels.get()
    nu = timezone.now()
    assert finish_tafel(tafel=tafel, nu=nu).afgerond_op == nu
    assert finish_tafel(tafel=tafel, nu=nu + timedelta(hours=1)).afgerond_op == nu
    assert reopen_tafel(tafel=tafel).afgerond_op is None
    close_bijeenkomst(bijeenkomst=avond, wie=anna, nu=nu)
    with pytest.raises(AlGesloten):
        finish_tafel(tafel=tafel, nu=nu + timedelta(hours=25))


def test_lists_count_in_one_query_without_multiplying(mensen, django_assert_num_queries):
    avond = maak_avond(mensen, tafels=2)
    for tafel in avond.tafels.all():
        maak_notitie(tafel)
        maak_notitie(tafel)
    maak_kaart(avond)
    with django_assert_num_queries(1):
        rij: Any = Bijeenkomst.objects.van(mensen.organisatie).met_aantallen().get()
    assert (rij.aantal_tafels, rij.aantal_notities, rij.aantal_kaarten) == (2, 4, 1)
    tafels: Any = Gesprekstafel.objects.met_aantallen()
    assert {tafel.aantal_notities for tafel in tafels} == {2}
