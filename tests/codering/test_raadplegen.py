"""A second opinion of a language model: asked for by a person, beside everything else, gone with its statement."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django_tasks_db.models import DBTaskResult

from codering.domain.bewaren import erase_antwoorden
from codering.domain.coderen import code_uitspraak
from codering.domain.kandidaten import reopen_kandidaat
from codering.domain.meningen import list_standen, read_mening, read_stand
from codering.domain.nakijken import read_blad
from codering.domain.raadplegen import continue_raadpleging, start_raadpleging
from codering.domain.taalserver import read_taalserver
from codering.enums import Raadpleegdoel, Runstatus
from codering.models import (
    Codering,
    Modelvraag,
    Naamvoorstel,
    Raadpleging,
    Themavoorstel,
    Uitspraak,
    Voorgelegd,
)
from codering.refusals import GeenTaalserver, NietsTeRaadplegen, RaadplegingLoopt
from organisaties.models import Auditregel
from tests.codering.makers import maak_codeboek, maak_kandidaat, maak_run, maak_uitspraken
from tests.codering.nlp.neptaalserver import agree, give, serve
from tests.codering.test_paginas import tekst


@pytest.fixture
def server(settings):
    """A language server that sees "groen" or "ontmoeten" (the first code) in everything."""
    with serve(agree) as boek:
        settings.TAALSERVER = {"adres": boek.adres, "model": "proef", "wachttijd": 5.0}
        yield boek


@pytest.fixture
def groep(stel):
    return maak_kandidaat(stel.run, stel.uitspraken[:2])


def vraag(stel):
    raadpleging = start_raadpleging(run=stel.run, wie=stel.mensen.codeur.gebruiker)
    while continue_raadpleging(raadpleging=raadpleging):
        pass
    raadpleging.refresh_from_db()
    return raadpleging


def pad(stel, deel=""):
    return f"/codering/runs/{stel.run.pk}/taalmodel/{deel}"


def test_it_is_off_by_default(stel, inloggen):
    assert read_taalserver() is None
    with pytest.raises(GeenTaalserver):
        start_raadpleging(run=stel.run, wie=stel.mensen.codeur.gebruiker)
    assert "taalmodel" not in tekst(inloggen(stel.mensen.codeur).get(f"/codering/runs/{stel.run.pk}/"))


def test_nothing_is_asked_until_a_person_presses(server, stel, groep, inloggen):
    client = inloggen(stel.mensen.codeur)
    assert "Een tweede mening vragen" in tekst(client.get(f"/codering/runs/{stel.run.pk}/"))
    client.get(pad(stel))
    assert (server.binnen, Raadpleging.objects.count()) == ([], 0)
    client.post(pad(stel, "vragen/"))
    assert Raadpleging.objects.get().wie == stel.mensen.codeur.gebruiker
    assert DBTaskResult.objects.filter(task_path="codering.tasks.raadpleeg_taalmodel").count() == 1
    assert Auditregel.objects.filter(handeling="taalmodel_geraadpleegd").count() == 1


def test_names_and_opinions_stand_beside_what_is_there(server, stel, groep):
    voor = set(Themavoorstel.objects.values_list("uitkomst__uitspraak", "thema__code"))
    raadpleging = vraag(stel)
    assert raadpleging.status == Runstatus.KLAAR
    stand = read_stand(stel.run)
    assert (stand.gelijk, stand.anders, stand.zonder, stand.groepen) == (0, 3, 0, 1)
    assert read_mening(stel.uitspraken[2], stel.codeboek.pk).themas == (stel.thema("ontmoeten"),)
    groep.refresh_from_db()
    assert (groep.naam, Naamvoorstel.objects.get().naam) == ("eten, betalen", "Bankjes in het park")
    assert set(Themavoorstel.objects.values_list("uitkomst__uitspraak", "thema__code")) == voor
    assert Codering.objects.count() == 0


def test_what_was_asked_and_answered_is_kept(server, stel, groep):
    vraag(stel)
    namen, mening = Modelvraag.objects.order_by("nummer")
    assert (namen.doel, mening.doel) == (Raadpleegdoel.NAMEN, Raadpleegdoel.MENING)
    assert (mening.model, mening.gehoord, mening.aantal) == ("proefmodel-7b", True, 3)
    assert mening.instructie == server.binnen[1].verzoek["messages"][0]["content"]
    assert mening.antwoord.startswith('{"oordelen"')
    assert len({namen.opdrachthash, mening.opdrachthash}) == 2
    assert list(mening.voorgelegd.values_list("nummer", "codes")) == [(n, ["ontmoeten"]) for n in (1, 2, 3)]


def test_the_same_question_has_the_same_fingerprint(server, stel):
    vraag(stel)
    vraag(stel)
    een, ander = Modelvraag.objects.all()
    assert een.opdrachthash == ander.opdrachthash
    assert server.binnen[0].lijf == server.binnen[1].lijf


def test_a_statement_with_something_left_to_mask_is_not_laid_before_it(server, stel):
    Uitspraak.objects.filter(pk=stel.uitspraken[1].pk).update(tekst="Bel Fatima Yildiz op 06-12345678")
    raadpleging = vraag(stel)
    assert raadpleging.niet_afgeschermd == 1
    assert Voorgelegd.objects.count() == 2
    verstuurd = b"".join(post.lijf for post in server.binnen).decode()
    assert "De buurtkamer is dicht" in verstuurd
    assert not any(woord in verstuurd for woord in ("Fatima", "Yildiz", "06-1"))


def test_what_a_person_decided_on_is_not_asked(server, stel):
    eerste = stel.uitspraken[0]
    code_uitspraak(uitspraak=eerste, wie=stel.mensen.codeur.gebruiker, codeboek=stel.codeboek, themas=[])
    assert vraag(stel).totaal == 2


@pytest.mark.parametrize(
    ("antwoorder", "reden"),
    [
        (lambda pen, _v: pen.send(b"oeps", 500), "foutmelding (500)"),
        (lambda pen, _v: pen.server.boek.klaar.wait(), "niet op tijd"),
        (lambda pen, _v: pen.connection.close(), "niet te bereiken"),
    ],
)
def test_a_server_that_fails_changes_nothing_and_the_page_says_so(
    settings, mensen, inloggen, antwoorder, reden
):
    codeboek = maak_codeboek(mensen.organisatie)
    uitspraken = maak_uitspraken(mensen.ronde, [f"uitspraak over groen {n}" for n in range(22)])
    run = maak_run(mensen.ronde, codeboek, {uitspraak: {"groen": 0.5} for uitspraak in uitspraken})
    with serve(antwoorder) as boek:
        settings.TAALSERVER = {"adres": boek.adres, "model": "proef", "wachttijd": 0.2}
        raadpleging = start_raadpleging(run=run, wie=mensen.codeur.gebruiker)
        assert not continue_raadpleging(raadpleging=raadpleging)
        assert len(boek.binnen) == 2
    client = inloggen(mensen.codeur)
    for adres in (f"/codering/runs/{run.pk}/", f"/codering/runs/{run.pk}/taalmodel/"):
        pagina = tekst(client.get(adres))
        assert reden in pagina
        assert "De namen en voorstellen van de computer zelf zijn niet veranderd." in pagina
    assert Themavoorstel.objects.count() == 22


def test_a_useless_answer_is_counted_and_the_rest_is_asked(settings, stel, groep):
    with serve(give("Dat weet ik niet.")) as boek:
        settings.TAALSERVER = {"adres": boek.adres, "model": "proef", "wachttijd": 5.0}
        assert vraag(stel).status == Runstatus.KLAAR
    stand = read_stand(stel.run)
    assert (stand.gelijk, stand.anders, stand.zonder, stand.groepen) == (0, 0, 3, 0)
    assert read_mening(stel.uitspraken[0], stel.codeboek.pk) is None
    assert set(Modelvraag.objects.values_list("antwoord", flat=True)) == {"Dat weet ik niet."}


def test_it_goes_on_where_it_stopped(server, mensen):
    codeboek = maak_codeboek(mensen.organisatie)
    uitspraken = maak_uitspraken(mensen.ronde, [f"uitspraak over groen {n}" for n in range(12)])
    run = maak_run(mensen.ronde, codeboek, {uitspraak: {} for uitspraak in uitspraken})
    raadpleging = start_raadpleging(run=run, wie=mensen.codeur.gebruiker)
    assert continue_raadpleging(raadpleging=raadpleging, gestopt=lambda: True)
    assert read_stand(run).gedaan == 5
    with pytest.raises(RaadplegingLoopt):
        start_raadpleging(run=run, wie=mensen.codeur.gebruiker)
    assert not continue_raadpleging(raadpleging=raadpleging)
    assert not continue_raadpleging(raadpleging=raadpleging)
    assert len({rij.uitspraak_id for rij in Voorgelegd.objects.all()}) == Voorgelegd.objects.count() == 12


def test_a_consultation_that_fell_silent_does_not_block_a_new_one(server, stel):
    oud = start_raadpleging(run=stel.run, wie=stel.mensen.codeur.gebruiker)
    Raadpleging.objects.filter(pk=oud.pk).update(gezien_op="2026-01-01T12:00Z")
    start_raadpleging(run=stel.run, wie=stel.mensen.codeur.gebruiker)
    oud.refresh_from_db()
    assert (oud.status, oud.open_uitspraken) == (Runstatus.MISLUKT, [])


def test_there_must_be_something_to_ask(server, stel):
    for uitspraak in stel.uitspraken:
        code_uitspraak(
            uitspraak=uitspraak, wie=stel.mensen.codeur.gebruiker, codeboek=stel.codeboek, themas=[]
        )
    with pytest.raises(NietsTeRaadplegen):
        start_raadpleging(run=stel.run, wie=stel.mensen.codeur.gebruiker)


def test_a_run_without_codebook_has_its_groups_named(server, mensen):
    uitspraken = maak_uitspraken(mensen.ronde, ["meer bankjes", "nergens bankjes"])
    run = maak_run(mensen.ronde, None, {uitspraak: {} for uitspraak in uitspraken})
    maak_kandidaat(run, uitspraken)
    start = start_raadpleging(run=run, wie=mensen.codeur.gebruiker)
    assert not continue_raadpleging(raadpleging=start)
    assert (Naamvoorstel.objects.count(), read_stand(run).gedaan) == (1, 0)


def test_the_coder_finds_it_out_of_sight_and_blind_not_at_all(server, stel, inloggen):
    vraag(stel)
    html = inloggen(stel.mensen.codeur).get(stel.adres).content.decode()
    deel = html[html.index("wat een ander taalmodel ziet") :]
    assert "<details" in html[: html.index("wat een ander taalmodel ziet")][-60:]
    assert "Dit is geen besluit en telt nergens mee." in deel
    assert read_blad(run=stel.run, uitspraak=stel.uitspraken[0]).mening is not None
    assert read_blad(run=stel.run, uitspraak=stel.uitspraken[0], blind=True).mening is None


def test_the_name_is_what_making_a_theme_begins_with(server, stel, groep, inloggen):
    vraag(stel)
    html = (
        inloggen(stel.mensen.codeur)
        .get(f"/codering/rondes/{stel.mensen.ronde.pk}/kandidaten/")
        .content.decode()
    )
    assert 'value="Bankjes in het park"' in html
    assert "Naam volgens het taalmodel proefmodel-7b" in html
    assert "eten, betalen" in html


def test_it_does_not_keep_a_theme_from_being_taken_back(server, stel, groep, inloggen):
    vraag(stel)
    adres = f"/codering/rondes/{stel.mensen.ronde.pk}/kandidaten/{groep.pk}/overnemen/"
    inloggen(stel.mensen.codeur).post(adres, {"naam": "Bankjes", "definitie": ""})
    groep.refresh_from_db()
    assert groep.thema is not None
    vraag(stel)
    assert reopen_kandidaat(kandidaat=groep, wie=stel.mensen.codeur.gebruiker).thema is None


def test_answers_go_with_a_statement_and_opinions_on_others_stay(server, stel):
    vraag(stel)
    stel.uitspraken[0].delete()
    assert (erase_antwoorden(), erase_antwoorden()) == (1, 0)
    assert Modelvraag.objects.get().antwoord == ""
    assert Voorgelegd.objects.count() == 2
    assert read_mening(stel.uitspraken[1], stel.codeboek.pk) is not None


def test_a_statement_that_went_before_its_turn_is_not_asked_about(server, stel):
    raadpleging = start_raadpleging(run=stel.run, wie=stel.mensen.codeur.gebruiker)
    stel.uitspraken[0].delete()
    assert not continue_raadpleging(raadpleging=raadpleging)
    assert Voorgelegd.objects.count() == 2
    assert b"buurtkamer" not in b"".join(post.lijf for post in server.binnen)


def test_the_page_asks_as_much_of_the_database_for_many_questions(server, mensen, inloggen):
    codeboek = maak_codeboek(mensen.organisatie)
    client, aantallen = inloggen(mensen.codeur), []
    for hoeveel in (3, 30):
        uitspraken = maak_uitspraken(mensen.ronde, [f"groen {hoeveel} {n}" for n in range(hoeveel)])
        run = maak_run(mensen.ronde, codeboek, {uitspraak: {"groen": 0.5} for uitspraak in uitspraken})
        start = start_raadpleging(run=run, wie=mensen.codeur.gebruiker)
        assert not continue_raadpleging(raadpleging=start)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(f"/codering/runs/{run.pk}/taalmodel/").status_code == 200
        aantallen.append(len(queries))
    assert aantallen[0] == aantallen[1]
    assert len(list_standen(run)) == 1


def test_others_see_and_start_nothing(server, stel, client, inloggen):
    assert client.get(pad(stel)).status_code == 302
    assert inloggen(stel.mensen.lezer).get(pad(stel)).status_code == 403
    assert inloggen(stel.mensen.lezer).post(pad(stel, "vragen/")).status_code == 403
    assert "taalmodel" not in tekst(inloggen(stel.mensen.lezer).get(f"/codering/runs/{stel.run.pk}/"))
    assert inloggen(stel.mensen.elders).get(pad(stel)).status_code == 404
    assert inloggen(stel.mensen.elders).post(pad(stel, "vragen/")).status_code == 404


@pytest.mark.django_db(transaction=True)
def test_the_worker_does_it(server, stel, groep, werk, inloggen):
    inloggen(stel.mensen.codeur).post(pad(stel, "vragen/"))
    werk()
    assert Raadpleging.objects.get().status == Runstatus.KLAAR
