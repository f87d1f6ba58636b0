"""The pages of a ronde, of a run and of all statements."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django_tasks_db.models import DBTaskResult

from codering.domain.coderen import code_uitspraak
from codering.enums import Kwaliteit, Runstatus
from codering.models import Analyserun, Kandidaatthema
from organisaties.enums import Kanaal, Rol
from tests.codering.makers import maak_codeboek, maak_run, maak_uitspraken
from tests.fabrieken import maak_antwoorden


def tekst(antwoord):
    """The words of a page, without markup."""
    kaal = re.sub(
        r"<(script|style|noscript)\b.*?</\1>|<[^>]+>", " ", antwoord.content.decode(), flags=re.DOTALL
    )
    return " ".join(kaal.split())


def rondepad(mensen, deel=""):
    return f"/codering/rondes/{mensen.ronde.pk}/{deel}"


def test_an_empty_ronde_says_what_comes(mensen, inloggen):
    antwoord = inloggen(mensen.organisator).get(rondepad(mensen))
    assert "Hier komen de uitspraken van bewoners" in tekst(antwoord)
    assert f"/rondes/{mensen.ronde.pk}/invoer/" in antwoord.content.decode()
    assert "Analyse starten" not in tekst(antwoord)


def test_a_ronde_shows_what_there_is_and_what_is_still_to_be_read(mensen, inloggen):
    maak_uitspraken(mensen.ronde, ["Meer bomen", "Een bankje"])
    maak_uitspraken(mensen.ronde, ["weet niet"], kwaliteit=Kwaliteit.WEET_NIET, kanaal=Kanaal.PAPIER)
    maak_antwoorden(mensen.ronde, ["nog niet gelezen"])
    pagina = tekst(inloggen(mensen.codeur).get(rondepad(mensen)))
    assert "online vragenlijst 2 0 0 0 2" in pagina
    assert "papieren vragenlijst 0 0 1 0 1" in pagina
    assert "Er wordt nog 1 tekst gelezen." in pagina
    assert "Analyse starten" in pagina
    assert "Alleen groepen zoeken" in pagina


def test_a_reader_sees_but_starts_nothing(mensen, inloggen):
    maak_uitspraken(mensen.ronde, ["Meer bomen"])
    client = inloggen(mensen.lezer)
    assert "Analyse starten" not in tekst(client.get(rondepad(mensen)))
    assert client.post(rondepad(mensen, "starten/")).status_code == 403
    assert not Analyserun.objects.exists()


@pytest.mark.parametrize("rol", [Rol.ORGANISATOR, Rol.CODEUR, Rol.BEHEERDER])
def test_starting_leads_to_the_progress(mensen, inloggen, rol):
    maak_uitspraken(mensen.ronde, ["Meer bomen"])
    antwoord = inloggen(mensen.lid(rol)).post(rondepad(mensen, "starten/"), follow=True)
    run = Analyserun.objects.get()
    assert antwoord.redirect_chain == [(f"/codering/runs/{run.pk}/", 302)]
    assert (run.wie, run.codeboek.naam) == (mensen.lid(rol).gebruiker, "Sociale basis")
    html = antwoord.content.decode()
    assert "wacht op zijn beurt" in html
    assert f'hx-get="/codering/runs/{run.pk}/"' in html
    assert '<meta http-equiv="refresh" content="5">' in html


def test_starting_while_answers_are_still_being_read_works(mensen, inloggen):
    maak_antwoorden(mensen.ronde, ["nog niet gelezen"])
    assert inloggen(mensen.codeur).post(rondepad(mensen, "starten/")).status_code == 302


def test_starting_without_codebook_seeks_groups_only(mensen, inloggen):
    maak_uitspraken(mensen.ronde, ["Meer bomen"])
    inloggen(mensen.codeur).post(rondepad(mensen, "starten/"), {"zonder_codeboek": "1"})
    assert Analyserun.objects.get().codeboek is None


def test_starting_twice_leads_to_the_run_that_is_under_way(mensen, inloggen):
    maak_uitspraken(mensen.ronde, ["Meer bomen"])
    client = inloggen(mensen.codeur)
    eerste = client.post(rondepad(mensen, "starten/"))
    antwoord = client.post(rondepad(mensen, "starten/"), follow=True)
    assert antwoord.redirect_chain == [(eerste.url, 302)]
    assert "Er loopt al een analyse van deze ronde." in tekst(antwoord)
    assert DBTaskResult.objects.filter(queue_name="lang").count() == 1


def test_the_progress_part_is_only_the_part(mensen, inloggen):
    run = maak_run(mensen.ronde, None, {}, status=Runstatus.BEZIG)
    Analyserun.objects.filter(pk=run.pk).update(
        stap="Nagaan waar de uitspraken over gaan", gedaan=64, totaal=1200
    )
    client = inloggen(mensen.lezer)
    html = client.get(f"/codering/runs/{run.pk}/", headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in html
    assert 'hx-trigger="every 1s"' in html
    assert 'value="64" max="1200"' in " ".join(html.split())
    assert "64 van 1.200" in html
    assert "<html" in client.get(f"/codering/runs/{run.pk}/").content.decode()


def test_a_run_under_way_is_found_again_on_the_page_of_coding(mensen, inloggen):
    maak_uitspraken(mensen.ronde, ["Meer bomen"])
    run = maak_run(mensen.ronde, None, {}, status=Runstatus.BEZIG)
    client = inloggen(mensen.lezer)
    html = client.get(rondepad(mensen)).content.decode()
    assert f"/codering/runs/{run.pk}/" in html
    deel = client.get(rondepad(mensen), headers={"HX-Request": "true"}).content.decode()
    assert 'id="stand"' in deel
    assert "<html" not in deel


def test_a_finished_run_shows_figures_that_add_up_groups_and_provenance(stel, inloggen):
    voorbeeld = stel.uitspraken[0]
    Kandidaatthema.objects.create(
        run=stel.run, nummer=0, naam="dicht, weekend", kernwoorden=["dicht", "weekend"], grootte=12,
        stabiliteit=0.62, voorbeeld=voorbeeld,
    )  # fmt: skip
    Analyserun.objects.filter(pk=stel.run.pk).update(herkomst={"embedder": "een model", "voorbeelden": 7})
    antwoord = inloggen(stel.mensen.codeur).get(f"/codering/runs/{stel.run.pk}/")
    pagina = tekst(antwoord)
    assert "uitspraken 3 met een thema 2 geen thema gevonden 1 geen antwoord 0" in pagina
    assert "Samenhang: redelijk (62 %)" in pagina
    assert voorbeeld.tekst in pagina
    assert "Klein (versie 1)" in pagina
    assert "een model" in pagina
    assert "hx-trigger" not in antwoord.content.decode()
    assert f"/inzicht/rondes/{stel.mensen.ronde.pk}/" in antwoord.content.decode()


def test_a_failed_run_says_why_and_can_be_tried_again(mensen, inloggen):
    maak_uitspraken(mensen.ronde, ["Meer bomen"])
    codeboek = maak_codeboek(mensen.organisatie)
    run = maak_run(mensen.ronde, codeboek, {}, status=Runstatus.MISLUKT)
    Analyserun.objects.filter(pk=run.pk).update(fout="De schijf is vol.")
    client = inloggen(mensen.codeur)
    for pad in (f"/codering/runs/{run.pk}/", rondepad(mensen)):
        assert "De schijf is vol." in tekst(client.get(pad))
    antwoord = client.post(f"/codering/runs/{run.pk}/opnieuw/")
    nieuw = Analyserun.objects.get(nummer=2)
    assert antwoord.url == f"/codering/runs/{nieuw.pk}/"
    assert nieuw.codeboek == codeboek


def zoek(client, mensen, **vraag):
    pagina = client.get(rondepad(mensen, "uitspraken/"), vraag)
    assert pagina.status_code == 200
    return [regel.uitspraak.tekst for regel in pagina.context["regels"]]


def test_all_statements_can_be_searched_and_narrowed_down(stel, inloggen):
    client = inloggen(stel.mensen.lezer)
    dicht, bomen, donker = (uitspraak.tekst for uitspraak in stel.uitspraken)
    maak_uitspraken(stel.mensen.ronde, ["Papier"], kanaal=Kanaal.PAPIER)
    code_uitspraak(
        uitspraak=stel.uitspraken[1], wie=stel.mensen.codeur.gebruiker, codeboek=stel.codeboek,
        themas=[stel.thema("veilig")],
    )  # fmt: skip
    assert set(zoek(client, stel.mensen)) == {dicht, bomen, donker, "Papier"}
    assert zoek(client, stel.mensen, zoek="Bomen") == [bomen]
    assert set(zoek(client, stel.mensen, thema="veilig")) == {dicht, bomen}
    assert zoek(client, stel.mensen, thema="groen") == []
    assert zoek(client, stel.mensen, kanaal="papier") == ["Papier"]
    assert set(zoek(client, stel.mensen, plek="Poptahof-Noord")) == {dicht, bomen, donker}
    assert zoek(client, stel.mensen, plek="-") == ["Papier"]
    assert zoek(client, stel.mensen, herkomst="besluit") == [bomen]
    assert zoek(client, stel.mensen, herkomst="voorstel") == [dicht]
    assert set(zoek(client, stel.mensen, herkomst="zonder")) == {donker, "Papier"}
    assert set(zoek(client, stel.mensen, thema="bestaat-niet")) == {dicht, bomen, donker, "Papier"}


def test_a_decision_and_a_proposal_look_different(stel, inloggen):
    code_uitspraak(
        uitspraak=stel.uitspraken[1], wie=stel.mensen.codeur.gebruiker, codeboek=stel.codeboek, themas=[]
    )
    pagina = tekst(inloggen(stel.mensen.lezer).get(rondepad(stel.mensen, "uitspraken/")))
    assert "afgewezen door Codeur" in pagina
    assert "voorstel, 60 % zeker" in pagina


@pytest.mark.parametrize("deel", ["", "uitspraken/", "nakijken/"])
def test_the_number_of_queries_does_not_grow(stel, inloggen, deel):
    client = inloggen(stel.mensen.codeur)

    def count():
        with CaptureQueriesContext(
            connection,
        ) as vragen:
            assert client.get(rondepad(stel.mensen, deel)).status_code == 200
        return len(vragen)

    for uitspraak in stel.uitspraken[:2]:
        code_uitspraak(
            uitspraak=uitspraak, wie=stel.mensen.codeur.gebruiker, codeboek=stel.codeboek,
            themas=[stel.thema("groen")],
        )  # fmt: skip
    weinig = count()
    erbij = maak_uitspraken(stel.mensen.ronde, [f"Extra {n}" for n in range(9)], groep="Poptahof-Zuid")
    maak_run(
        stel.mensen.ronde,
        stel.codeboek,
        {u: {"groen": 0.9, "veilig": 0.4} for u in (*erbij, *stel.uitspraken)},
    )
    assert count() == weinig


@pytest.mark.parametrize("deel", ["", "uitspraken/", "nakijken/"])
def test_members_elsewhere_find_nothing(stel, inloggen, deel):
    assert inloggen(stel.mensen.elders).get(rondepad(stel.mensen, deel)).status_code == 404


def test_members_elsewhere_find_no_run(stel, inloggen):
    client = inloggen(stel.mensen.elders)
    assert client.get(f"/codering/runs/{stel.run.pk}/").status_code == 404
    assert client.post(f"/codering/runs/{stel.run.pk}/opnieuw/").status_code == 404
    assert client.post(f"/codering/uitspraken/{stel.uitspraken[0].pk}/ongedaan/").status_code == 404
