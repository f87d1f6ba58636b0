"""Sending, reading back, correcting and withdrawing, apart from any page."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from organisaties.domain.bonnen import hash_token, make_bon, make_token
from organisaties.enums import Gebiedsoort, Kanaal, Wijzigingsoort
from organisaties.models import Auditregel, Bronwijziging
from peilingen.domain.inzenden import (
    Antwoordwaarde,
    correct_inzending,
    find_inzending,
    submit_inzending,
    withdraw_inzending,
)
from peilingen.domain.waarden import read_waarden
from peilingen.enums import Vragenlijststatus
from peilingen.models import Antwoord, Inzending
from peilingen.refusals import OnjuistAntwoord, VragenlijstGesloten
from tests.fabrieken import maak_gebied
from tests.peilingen.makers_bewoner import maak_vragenlijst

NU = datetime(2026, 3, 15, 19, 42, 7, tzinfo=UTC)


@pytest.fixture
def lijst(mensen):
    return maak_vragenlijst(mensen.ronde)


def waarden(lijst, **anders):
    volledig = {
        lijst.open.pk: Antwoordwaarde(tekst=" Een bankje. "),
        lijst.schaal.pk: Antwoordwaarde(getal=4),
        lijst.een.pk: Antwoordwaarde(keuzes=(lijst.een.keuzes.get(tekst="Ja").pk,)),
        lijst.meer.pk: Antwoordwaarde(
            keuzes=tuple(lijst.meer.keuzes.exclude(tekst="Markt").values_list("pk", flat=True))
        ),
        lijst.buurt.pk: Antwoordwaarde(gebied=lijst.gebied.pk, tekst="Kerkpad 12"),
    }
    return {**volledig, **{getattr(lijst, soort).pk: waarde for soort, waarde in anders.items()}}


def verstuur(lijst, token=None, mag_citeren=True, **anders):
    return submit_inzending(
        vragenlijst=lijst.vragenlijst,
        token=token or make_token(),
        antwoorden=waarden(lijst, **anders),
        mag_citeren=mag_citeren,
        nu=NU,
    )


def zoek(lijst, code) -> Inzending:
    gevonden = find_inzending(vragenlijst=lijst.vragenlijst, code=code)
    assert gevonden is not None
    return gevonden


def wijzigingen():
    return sorted(Bronwijziging.objects.values_list("bron_id", "soort"), key=lambda paar: paar[1])


def test_answers_are_kept_as_given(lijst):
    token = make_token()
    bon = verstuur(lijst, token)
    inzending = Inzending.objects.get()
    assert bon.code == make_bon(token)
    assert bon.inzending_id == inzending.pk
    assert (inzending.kanaal, inzending.gebied, inzending.groep, inzending.mag_citeren) == (
        Kanaal.ENQUETE,
        lijst.gebied,
        "Buurt West",
        True,
    )
    assert inzending.ingediend_op == NU.replace(minute=0, second=0)
    assert inzending.sleutel == hash_token(token)
    assert token not in str(inzending.__dict__)
    assert bon.code not in str(inzending.__dict__)
    rijen = {rij.vraag_id: rij for rij in Antwoord.objects.all()}
    assert rijen[lijst.open.pk].tekst == "Een bankje."
    assert rijen[lijst.schaal.pk].getal == 4
    assert [k.tekst for k in rijen[lijst.een.pk].keuzes.all()] == ["Ja"]
    assert [k.tekst for k in rijen[lijst.meer.pk].keuzes.all()] == ["Park", "Bibliotheek"]
    assert rijen[lijst.buurt.pk].tekst == "Buurt West (Kerkpad 12)"


def test_only_people_s_own_words_are_reported_to_the_rooms_above(lijst):
    verstuur(lijst)
    assert wijzigingen() == [(Antwoord.objects.get(vraag=lijst.open).pk, Wijzigingsoort.AANGEMAAKT)]


def test_the_same_token_again_counts_once_also_after_closing(lijst):
    token = make_token()
    eerste = verstuur(lijst, token)
    lijst.vragenlijst.status = Vragenlijststatus.GESLOTEN
    assert verstuur(lijst, token, open=Antwoordwaarde(tekst="Iets anders")) == eerste
    assert Antwoord.objects.get(vraag=lijst.open).tekst == "Een bankje."
    assert (Inzending.objects.count(), Bronwijziging.objects.count()) == (1, 1)


def test_a_closed_questionnaire_takes_nothing_and_leaves_nothing(lijst):
    lijst.vragenlijst.status = Vragenlijststatus.GESLOTEN
    lijst.vragenlijst.gesloten_op = NU - timedelta(minutes=59)
    with pytest.raises(VragenlijstGesloten):
        verstuur(lijst)
    assert not Inzending.objects.exists()


@pytest.mark.parametrize(("minuten", "mag"), [(59, True), (60, False)])
def test_who_was_typing_gets_an_hour_after_closing(lijst, minuten, mag):
    lijst.vragenlijst.status = Vragenlijststatus.GESLOTEN
    lijst.vragenlijst.gesloten_op = NU - timedelta(minutes=minuten)
    gegeven = {
        "vragenlijst": lijst.vragenlijst,
        "token": make_token(),
        "antwoorden": waarden(lijst),
        "mag_citeren": None,
    }
    if mag:
        submit_inzending(**gegeven, uitloop=True, nu=NU)
        return
    with pytest.raises(VragenlijstGesloten):
        submit_inzending(**gegeven, uitloop=True, nu=NU)


def test_answers_to_other_questions_are_refused(lijst):
    vreemd = lijst.meer.keuzes.first().pk
    for fout in ({"een": Antwoordwaarde(keuzes=(vreemd,))}, {"schaal": Antwoordwaarde(getal=6)}):
        with pytest.raises(OnjuistAntwoord):
            verstuur(lijst, **fout)
    assert not Inzending.objects.exists()


@pytest.mark.parametrize(
    ("woorden", "groep", "gevonden"),
    [
        ("buurt west", "Buurt West", True),
        ("Kerkpad 12", "Kerkpad", False),
        ("Kerkpad 12b, 1234 AB", "Kerkpad", False),
        ("", "", False),
    ],
)
def test_own_words_for_a_place_lose_their_house_number(lijst, woorden, groep, gevonden):
    verstuur(lijst, buurt=Antwoordwaarde(tekst=woorden))
    inzending = Inzending.objects.get()
    assert inzending.groep == groep
    assert (inzending.gebied == lijst.gebied) is gevonden


def test_an_area_of_another_organisation_is_not_taken(lijst, mensen):
    vreemd = maak_gebied(mensen.elders.organisatie, "Elders", Gebiedsoort.BUURT)
    verstuur(lijst, buurt=Antwoordwaarde(gebied=vreemd.pk))
    assert Inzending.objects.get().gebied is None


def test_the_receipt_code_finds_the_answers_however_it_is_typed(lijst):
    bon = verstuur(lijst)
    for getypt in (bon.code, bon.code.upper(), bon.code.replace("-", " "), f" {bon.code} "):
        assert find_inzending(vragenlijst=lijst.vragenlijst, code=getypt).pk == bon.inzending_id
    for fout in ("", "x", "aaaaa-aaaaa", bon.code[:-1], "\x00", "ç" * 500):
        assert find_inzending(vragenlijst=lijst.vragenlijst, code=fout) is None


def test_what_is_read_back_can_be_sent_again(lijst):
    bon = verstuur(lijst)
    gelezen = read_waarden(Inzending.objects.get(pk=bon.inzending_id))
    assert gelezen == {**waarden(lijst), lijst.open.pk: Antwoordwaarde(tekst="Een bankje.")}


def test_correcting_keeps_rows_code_and_hour_and_reports_what_changed(lijst):
    bon = verstuur(lijst)
    open_id = Antwoord.objects.get(vraag=lijst.open).pk
    Bronwijziging.objects.all().delete()
    anders = {
        lijst.open.pk: Antwoordwaarde(tekst="Twee bankjes"),
        lijst.een.pk: Antwoordwaarde(keuzes=(lijst.een.keuzes.get(tekst="Nee").pk,)),
    }
    for _keer in range(2):
        correct_inzending(
            inzending=zoek(lijst, bon.code),
            antwoorden=anders,
            mag_citeren=False,
        )
    inzending = Inzending.objects.get()
    assert read_waarden(inzending) == anders
    assert (inzending.gebied, inzending.groep, inzending.mag_citeren) == (None, "", False)
    assert inzending.ingediend_op == NU.replace(minute=0, second=0)
    assert set(wijzigingen()) == {(open_id, Wijzigingsoort.GEWIJZIGD)}


def test_an_emptied_answer_goes_and_is_reported_gone(lijst):
    bon = verstuur(lijst)
    open_id = Antwoord.objects.get(vraag=lijst.open).pk
    Bronwijziging.objects.all().delete()
    correct_inzending(
        inzending=Inzending.objects.get(pk=bon.inzending_id),
        antwoorden=waarden(lijst, open=Antwoordwaarde(tekst="  ")),
        mag_citeren=None,
    )
    assert not Antwoord.objects.filter(vraag=lijst.open).exists()
    assert wijzigingen() == [(open_id, Wijzigingsoort.VERWIJDERD)]


def test_correcting_stops_at_closing(lijst):
    bon = verstuur(lijst)
    lijst.vragenlijst.status = Vragenlijststatus.GESLOTEN
    lijst.vragenlijst.save()
    with pytest.raises(VragenlijstGesloten):
        correct_inzending(
            inzending=Inzending.objects.get(pk=bon.inzending_id), antwoorden={}, mag_citeren=None
        )
    assert Antwoord.objects.count() == 5


def test_withdrawing_leaves_nothing_of_the_person(lijst):
    bon = verstuur(lijst)
    verstuur(lijst, open=Antwoordwaarde(tekst="Van iemand anders"))
    open_id = Antwoord.objects.get(inzending_id=bon.inzending_id, vraag=lijst.open).pk
    Bronwijziging.objects.all().delete()
    lijst.vragenlijst.status = Vragenlijststatus.GESLOTEN
    lijst.vragenlijst.save()
    withdraw_inzending(inzending=zoek(lijst, bon.code))
    assert find_inzending(vragenlijst=lijst.vragenlijst, code=bon.code) is None
    assert Antwoord.objects.filter(inzending_id=bon.inzending_id).count() == 0
    assert Antwoord.objects.get(vraag=lijst.open).tekst == "Van iemand anders"
    assert wijzigingen() == [(open_id, Wijzigingsoort.VERWIJDERD)]
    regel = Auditregel.objects.get(handeling="antwoorden_ingetrokken")
    assert (regel.wie, regel.object_id, regel.tijd.minute) == (None, lijst.vragenlijst.pk, 0)
    assert regel.tijd <= timezone.now()
