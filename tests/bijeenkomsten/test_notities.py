"""A note is there once, never overwritten by another device, and never lost."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone

from bijeenkomsten.domain.bijeenkomsten import close_bijeenkomst
from bijeenkomsten.domain.notities import delete_notitie, restore_notitie, save_notitie
from bijeenkomsten.domain.tafels import finish_tafel
from bijeenkomsten.enums import Grond, Instemming, Sprekersrol
from bijeenkomsten.models import Notitie
from bijeenkomsten.refusals import AlGesloten, LegeTekst, NietOpen, Onherstelbaar, OnjuisteInvoer, TeLang
from codering.domain.uitspraken import process_wijzigingen
from codering.models import Uitspraak
from organisaties.models import Bronwijziging
from tests.bijeenkomsten.makers import maak_avond, maak_notitie
from tests.fabrieken import maak_gebied, maak_organisatie

pytestmark = pytest.mark.django_db
A, B = "apparaat-a", "apparaat-b"


@pytest.fixture
def avond(mensen):
    return maak_avond(mensen)


@pytest.fixture
def tafel(avond):
    return avond.tafels.get()


def teksten(tafel):
    return list(tafel.notities.levend().values_list("tekst", flat=True))


def test_a_note_sent_twice_is_there_once(tafel):
    eerste = save_notitie(tafel=tafel, sleutel="s", tekst="De lift is stuk")
    tweede = save_notitie(tafel=tafel, sleutel="s", tekst="De lift is stuk\r\n")
    assert (tweede.pk, tweede.versie) == (eerste.pk, 1)
    assert teksten(tafel) == ["De lift is stuk"]


def test_a_save_at_each_pause_is_one_note(tafel):
    versie = 0
    for tekst in ("De", "De lift", "De lift is stuk"):
        versie = save_notitie(tafel=tafel, sleutel="s", tekst=tekst, versie=versie).versie
    assert (versie, teksten(tafel)) == (3, ["De lift is stuk"])


def test_a_box_goes_on_with_its_own_words_when_the_answer_was_lost(tafel):
    save_notitie(tafel=tafel, sleutel="s", tekst="De lift", versie=0, schrijver=A, beurt=1)
    save_notitie(tafel=tafel, sleutel="s", tekst="De lift is stuk", versie=0, schrijver=A, beurt=2)
    assert teksten(tafel) == ["De lift is stuk"]


def test_an_older_text_that_was_late_on_its_way_changes_nothing(tafel):
    save_notitie(tafel=tafel, sleutel="s", tekst="De lift is stuk", versie=0, schrijver=A, beurt=2)
    save_notitie(tafel=tafel, sleutel="s", tekst="De lift", versie=0, schrijver=A, beurt=1)
    assert teksten(tafel) == ["De lift is stuk"]


def test_two_devices_keep_both_texts(tafel):
    eerste = save_notitie(tafel=tafel, sleutel="s", tekst="De lift", schrijver=A, beurt=1)
    ander = save_notitie(tafel=tafel, sleutel="s", tekst="De lift piept", versie=1, schrijver=B, beurt=1)
    laat = save_notitie(tafel=tafel, sleutel="s", tekst="De lift is stuk", versie=1, schrijver=A, beurt=2)
    assert ander.pk == eerste.pk
    assert (laat.naast_id, laat.sleutel != "s") == (eerste.pk, True)
    assert teksten(tafel) == ["De lift piept", "De lift is stuk"]


def test_the_late_device_goes_on_with_its_own_copy_also_when_it_did_not_hear_of_it(tafel):
    save_notitie(tafel=tafel, sleutel="s", tekst="een", schrijver=A, beurt=1)
    save_notitie(tafel=tafel, sleutel="s", tekst="twee", versie=1, schrijver=B, beurt=1)
    laat = save_notitie(tafel=tafel, sleutel="s", tekst="een en", versie=1, schrijver=A, beurt=2)
    weer = save_notitie(tafel=tafel, sleutel="s", tekst="een en meer", versie=1, schrijver=A, beurt=3)
    verder = save_notitie(tafel=tafel, sleutel=laat.sleutel, tekst="een en nog meer", versie=2)
    assert laat.pk == weer.pk == verder.pk
    assert teksten(tafel) == ["twee", "een en nog meer"]


def test_without_a_mark_of_the_box_a_late_text_is_kept_once_too(tafel):
    save_notitie(tafel=tafel, sleutel="s", tekst="een")
    for _keer in range(2):
        save_notitie(tafel=tafel, sleutel="s", tekst="twee")
    assert teksten(tafel) == ["een", "twee"]


def test_the_parts_behind_more_are_kept_and_stay_when_not_given(mensen, tafel):
    gebied = maak_gebied(mensen.organisatie, "Voorhof")
    velden: dict[str, Any] = {
        "onderwerp": "Lift",
        "gebied": gebied,
        "rol": Sprekersrol.BEWONER,
        "instemming": Instemming.GEEN_CONSENSUS,
        "grond": Grond.ERVARING,
        "kernpunt": True,
    }
    notitie = save_notitie(tafel=tafel, sleutel="s", tekst="De lift", **velden)
    notitie = save_notitie(tafel=tafel, sleutel="s", tekst="De lift is stuk", versie=notitie.versie)
    assert {naam: getattr(notitie, naam) for naam in velden} == velden


@pytest.mark.parametrize(
    ("velden", "fout"),
    [
        ({"tekst": " \n"}, LegeTekst),
        ({"tekst": "a" * 10_001}, TeLang),
        ({"onderwerp": "a" * 201}, OnjuisteInvoer),
        ({"rol": "burgemeester"}, OnjuisteInvoer),
        ({"sleutel": "a" * 65}, OnjuisteInvoer),
        ({"versie": -1}, OnjuisteInvoer),
        ({"bestaat_niet": 1}, TypeError),
    ],
)
def test_what_cannot_be_kept_is_refused_and_nothing_is_written(tafel, velden, fout):
    with pytest.raises(fout):
        save_notitie(**({"tafel": tafel, "sleutel": "s", "tekst": "De lift"} | velden))
    assert not Notitie.objects.exists()


def test_an_area_of_another_organisation_is_refused(tafel):
    vreemd = maak_gebied(maak_organisatie("Elders"), "Ver weg")
    with pytest.raises(OnjuisteInvoer):
        save_notitie(tafel=tafel, sleutel="s", tekst="De lift", gebied=vreemd)


def test_notes_wait_for_the_meeting_to_open(mensen):
    tafel = maak_avond(mensen, dicht=True).tafels.get()
    with pytest.raises(NietOpen):
        maak_notitie(tafel)


def test_after_closing_a_late_text_is_taken_for_a_day(mensen, avond, tafel):
    nu = timezone.now()
    close_bijeenkomst(bijeenkomst=avond, wie=mensen.organisator.gebruiker, nu=nu)
    maak_notitie(tafel, "te laat", nu=nu + timedelta(hours=23))
    with pytest.raises(AlGesloten):
        maak_notitie(tafel, "veel te laat", nu=nu + timedelta(hours=25))
    assert teksten(tafel) == ["te laat"]


def test_sending_again_what_is_there_is_never_refused(mensen, avond, tafel):
    nu = timezone.now()
    maak_notitie(tafel, "De lift", sleutel="s")
    close_bijeenkomst(bijeenkomst=avond, wie=mensen.organisator.gebruiker, nu=nu)
    assert maak_notitie(tafel, "De lift", sleutel="s", nu=nu + timedelta(days=9)).versie == 1


def test_a_new_text_undoes_that_the_table_was_read_back(tafel):
    notitie = maak_notitie(tafel, sleutel="s")
    finish_tafel(tafel=tafel)
    save_notitie(tafel=tafel, sleutel="s", tekst=notitie.tekst)
    tafel.refresh_from_db()
    assert tafel.afgerond_op is not None
    maak_notitie(tafel, "nog iets")
    tafel.refresh_from_db()
    assert tafel.afgerond_op is None


def test_deleting_can_be_undone_within_the_hour(tafel):
    nu = timezone.now()
    notitie = maak_notitie(tafel)
    assert delete_notitie(notitie=delete_notitie(notitie=notitie, nu=nu)).verwijderd_op == nu
    assert teksten(tafel) == []
    restore_notitie(notitie=notitie, nu=nu + timedelta(minutes=59))
    assert teksten(tafel) == [notitie.tekst]
    delete_notitie(notitie=notitie, nu=nu)
    with pytest.raises(Onherstelbaar):
        restore_notitie(notitie=notitie, nu=nu + timedelta(minutes=61))


def test_a_text_that_was_on_its_way_does_not_bring_a_deleted_note_back(tafel):
    notitie = save_notitie(tafel=tafel, sleutel="s", tekst="De lift", schrijver=A, beurt=2)
    delete_notitie(notitie=notitie)
    for tekst, beurt in (("De lift", 2), ("De", 1)):
        save_notitie(tafel=tafel, sleutel="s", tekst=tekst, versie=1, schrijver=A, beurt=beurt)
    assert teksten(tafel) == []


def test_a_new_text_for_a_deleted_note_becomes_its_own_note(tafel):
    notitie = save_notitie(tafel=tafel, sleutel="s", tekst="De lift", schrijver=A, beurt=1)
    delete_notitie(notitie=notitie)
    laat = save_notitie(tafel=tafel, sleutel="s", tekst="De lift is stuk", versie=1, schrijver=B, beurt=1)
    delete_notitie(notitie=laat)
    save_notitie(tafel=tafel, sleutel="s", tekst="De lift piept", versie=1, schrijver=B, beurt=2)
    assert teksten(tafel) == ["De lift piept"]


def test_no_exact_time_of_a_note_is_kept(tafel):
    moment = maak_notitie(tafel).genoteerd_op
    assert (moment.minute, moment.second, moment.microsecond) == (0, 0, 0)


def test_many_pauses_make_one_change_row(tafel):
    for tekst in ("De", "De lift", "De lift is stuk"):
        save_notitie(tafel=tafel, sleutel="s", tekst=tekst, schrijver=A)
    assert Bronwijziging.objects.open().count() == 1
    process_wijzigingen()
    assert Uitspraak.objects.get().tekst == "De lift is stuk"


def test_statements_follow_a_note_through_change_deletion_and_undo(tafel):
    notitie = save_notitie(tafel=tafel, sleutel="s", tekst="De lift is stuk", schrijver=A)
    process_wijzigingen()
    save_notitie(tafel=tafel, sleutel="s", tekst="De lift piept", schrijver=A)
    process_wijzigingen()
    assert Uitspraak.objects.get().tekst == "De lift piept"
    delete_notitie(notitie=notitie)
    process_wijzigingen()
    assert not Uitspraak.objects.exists()
    restore_notitie(notitie=notitie)
    process_wijzigingen()
    assert Uitspraak.objects.get().tekst == "De lift piept"


def test_deleted_and_brought_back_before_anyone_read_it_is_there(tafel):
    notitie = maak_notitie(tafel, sleutel=uuid4().hex)
    delete_notitie(notitie=notitie)
    restore_notitie(notitie=notitie)
    process_wijzigingen()
    assert Uitspraak.objects.count() == 1
