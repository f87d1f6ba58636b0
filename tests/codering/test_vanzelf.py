"""Analyses that begin by themselves when statements came in."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from codering.domain.coderen import code_uitspraak
from codering.domain.uitspraken import process_wijzigingen
from codering.domain.vanzelf import forget_oude, plan_gemiste, start_vanzelf
from codering.enums import Runstatus
from codering.models import Analyserun, Kandidaatthema, Themavoorstel, Uitspraak
from codering.rondeblok import build
from codering.tasks import WACHT_OP_MEER, analyseer_vanzelf, list_gepland, plan_analyse
from config import taakzorg
from inzicht.domain.cijfers import freeze_cijfers
from organisaties.blokken import find_volgende, iter_blokken
from organisaties.domain.bronnen import report_bronwijziging
from organisaties.enums import Fase, Wijzigingsoort
from organisaties.models import Auditregel
from peilingen.domain.bron import BRONSOORT
from tests.codering.makers import maak_codeboek, maak_kandidaat, maak_run, maak_uitspraken
from tests.codering.test_paginas import rondepad, tekst
from tests.fabrieken import maak_antwoorden


def verstrijk():
    """Let the wait of planned analyses be over."""
    DBTaskResult.objects.update(run_after=timezone.now() - timedelta(seconds=1))


def zet_fase(ronde, fase):
    ronde.fase = fase
    ronde.save()


def test_new_answers_plan_one_analysis_a_little_ahead(mensen):
    voor = timezone.now()
    for teksten in (["Meer bomen"], ["Een bankje", "Licht in de tunnel"]):
        maak_antwoorden(mensen.ronde, teksten)
        process_wijzigingen()
    (taak,) = list_gepland(mensen.ronde.pk)
    assert voor + WACHT_OP_MEER <= taak.run_after <= timezone.now() + WACHT_OP_MEER
    assert not DBTaskResult.objects.ready().filter(pk=taak.pk).exists()
    assert taak.args_kwargs == {"args": [str(mensen.ronde.pk)], "kwargs": {}}


def test_what_changes_no_words_plans_nothing(mensen):
    (antwoord,) = maak_antwoorden(mensen.ronde, ["Meer bomen"])
    process_wijzigingen()
    DBTaskResult.objects.all().delete()
    for soort in (Wijzigingsoort.GEWIJZIGD, Wijzigingsoort.VERWIJDERD):
        report_bronwijziging(ronde=mensen.ronde, bronsoort=BRONSOORT, ids=[antwoord.pk], soort=soort)
        process_wijzigingen()
    assert not list_gepland(mensen.ronde.pk).exists()


def test_a_waiting_analysis_is_not_done_early_nor_taken_for_lost(werk, mensen):
    maak_antwoorden(mensen.ronde, ["Meer bomen"])
    werk()
    taakzorg.rescue_taken(zonder_teken_sinds=None)
    taakzorg.purge_taken()
    taakzorg.check_runs()
    assert list_gepland(mensen.ronde.pk).count() == 1
    assert not Analyserun.objects.exists()


def test_proposals_come_without_anyone_asking(werk, mensen):
    maak_codeboek(mensen.organisatie)
    maak_antwoorden(mensen.ronde, ["Alles over groen", "weet niet"])
    werk()
    verstrijk()
    werk()
    run = Analyserun.objects.get()
    assert (run.status, run.vanzelf, run.wie, run.codeboek.naam) == ("klaar", True, None, "Klein")
    assert run.uitkomsten.count() == 2
    assert Themavoorstel.objects.filter(uitkomst__run=run).exists()
    assert not Auditregel.objects.filter(handeling="analyse_gestart").exists()
    assert not list_gepland(mensen.ronde.pk).exists()


def test_the_first_takes_the_shipped_codebook(mensen):
    maak_uitspraken(mensen.ronde, ["Meer bomen"])
    start_vanzelf(ronde=mensen.ronde)
    assert Analyserun.objects.get().codeboek.naam == "Sociale basis"


def test_it_takes_the_codebook_that_people_look_at(stel):
    maak_codeboek(stel.mensen.organisatie, naam="Nieuwer")
    maak_uitspraken(stel.mensen.ronde, ["Later gekomen"])
    assert start_vanzelf(ronde=stel.mensen.ronde) is True
    assert Analyserun.objects.get(vanzelf=True).codeboek == stel.codeboek


def test_without_new_statements_nothing_begins(stel):
    assert start_vanzelf(ronde=stel.mensen.ronde) is True
    assert Analyserun.objects.count() == 1


@pytest.mark.parametrize("fase", list(Fase))
def test_up_to_duiden_it_goes_by_itself(mensen, fase):
    maak_uitspraken(mensen.ronde, ["Meer bomen"])
    zet_fase(mensen.ronde, fase)
    start_vanzelf(ronde=mensen.ronde)
    vanzelf = fase in (Fase.VOORBEREIDEN, Fase.OPHALEN, Fase.CODEREN, Fase.DUIDEN)
    assert Analyserun.objects.exists() is vanzelf


def test_what_comes_in_during_an_analysis_gets_one_after_it(mensen):
    maak_uitspraken(mensen.ronde, ["Meer bomen"])
    loopt = maak_run(mensen.ronde, maak_codeboek(mensen.organisatie), {}, status=Runstatus.BEZIG)
    analyseer_vanzelf.func(str(mensen.ronde.pk))
    assert Analyserun.objects.count() == 1
    assert list_gepland(mensen.ronde.pk).count() == 1
    Analyserun.objects.filter(pk=loopt.pk).update(status=Runstatus.KLAAR)
    DBTaskResult.objects.all().delete()
    analyseer_vanzelf.func(str(mensen.ronde.pk))
    assert Analyserun.objects.count() == 2
    assert not list_gepland(mensen.ronde.pk).exists()


def test_a_ronde_that_is_gone_is_no_trouble(mensen):
    sleutel = str(mensen.ronde.pk)
    mensen.ronde.delete()
    analyseer_vanzelf.func(sleutel)
    assert not DBTaskResult.objects.exists()


def test_statements_that_were_left_without_are_found_again(stel):
    assert plan_gemiste() == 0
    maak_uitspraken(stel.mensen.ronde, ["Vergeten"])
    assert plan_gemiste() == 1
    assert plan_gemiste() == 0
    DBTaskResult.objects.all().delete()
    maak_run(stel.mensen.ronde, stel.codeboek, {}, status=Runstatus.MISLUKT)
    assert plan_gemiste() == 0


class TestForgetting:
    """Analyses that began by themselves do not pile up."""

    @pytest.fixture
    def runs(self, stel):
        """Three that began by themselves two hours ago, and a newer one."""
        drie = [
            maak_run(stel.mensen.ronde, stel.codeboek, {u: {} for u in stel.uitspraken}) for _keer in range(3)
        ]
        Analyserun.objects.filter(pk__in=[run.pk for run in drie]).update(
            vanzelf=True, gemaakt_op=timezone.now() - timedelta(hours=2), klaar_op=timezone.now()
        )
        nieuwste = maak_run(stel.mensen.ronde, stel.codeboek, {u: {} for u in stel.uitspraken})
        return [*drie, nieuwste]

    def over(self):
        return set(Analyserun.objects.filter(vanzelf=True).values_list("nummer", flat=True))

    def test_older_ones_go_when_a_newer_is_done(self, runs, stel):
        assert forget_oude(runs[3]) == 3
        assert Analyserun.objects.filter(pk=stel.run.pk).exists()

    def test_those_of_the_last_hour_stay_for_pages_that_are_open(self, runs):
        Analyserun.objects.filter(pk=runs[1].pk).update(gemaakt_op=timezone.now() - timedelta(minutes=50))
        forget_oude(runs[3])
        assert self.over() == {runs[1].nummer}

    def test_one_in_which_someone_decided_about_a_group_stays(self, runs, stel):
        kandidaat = maak_kandidaat(runs[0], stel.uitspraken)
        Kandidaatthema.objects.filter(pk=kandidaat.pk).update(
            besluit="afgewezen", besloten_op=timezone.now() + timedelta(minutes=1)
        )
        forget_oude(runs[3])
        assert self.over() == {runs[0].nummer}

    def test_one_whose_figures_a_letter_cites_stays(self, runs, mensen):
        Analyserun.objects.filter(nummer__gt=runs[1].nummer).update(status=Runstatus.BEZIG)
        opname = freeze_cijfers(ronde=mensen.ronde, wie=mensen.organisator.gebruiker)
        assert opname.run == runs[1]
        Analyserun.objects.update(status=Runstatus.KLAAR)
        forget_oude(runs[3])
        assert self.over() == {runs[1].nummer}


class TestPagina:
    """What the organiser sees of it."""

    def lees(self, client, mensen):
        return tekst(client.get(rondepad(mensen)))

    def test_the_first_proposals_are_announced(self, mensen, inloggen):
        maak_antwoorden(mensen.ronde, ["Meer bomen"])
        process_wijzigingen()
        pagina = self.lees(inloggen(mensen.organisator), mensen)
        assert "De eerste voorstellen komen vanzelf" in pagina
        assert "Analyse starten" in pagina
        blok = build(mensen.ronde, mensen.organisator)
        assert blok.actie == "Naar het coderen"

    def test_new_statements_follow_by_themselves(self, stel, inloggen):
        Analyserun.objects.filter(pk=stel.run.pk).update(klaar_op=timezone.now())
        maak_uitspraken(stel.mensen.ronde, ["Later gekomen"])
        plan_analyse(stel.mensen.ronde.pk)
        pagina = self.lees(inloggen(stel.mensen.organisator), stel.mensen)
        assert f"Voorstellen bijgewerkt om {timezone.localtime():%H:}" in pagina
        assert "1 nieuwe uitspraak volgt vanzelf, binnen een paar minuten." in pagina
        assert "Start de analyse opnieuw" not in pagina

    def test_past_duiden_a_person_starts(self, stel, inloggen):
        zet_fase(stel.mensen.ronde, Fase.ADVISEREN)
        maak_uitspraken(stel.mensen.ronde, ["Later gekomen"])
        plan_analyse(stel.mensen.ronde.pk)
        pagina = self.lees(inloggen(stel.mensen.organisator), stel.mensen)
        assert "volgt vanzelf" not in pagina
        assert "Na de laatste analyse is er 1 uitspraak bij gekomen." in pagina
        assert "In deze fase begint de computer niet uit zichzelf" in pagina

    def test_while_it_works_the_rest_of_the_page_stays(self, stel, inloggen):
        run = maak_run(stel.mensen.ronde, stel.codeboek, {}, status=Runstatus.BEZIG)
        client = inloggen(stel.mensen.organisator)
        assert "Naar de bladzijde van deze analyse" in self.lees(client, stel.mensen)
        Analyserun.objects.filter(pk=run.pk).update(vanzelf=True)
        pagina = self.lees(client, stel.mensen)
        assert "De computer werkt de voorstellen bij. U kunt gewoon doorwerken." in pagina
        assert "Uitspraken nakijken" in pagina

    def test_a_page_that_asks_again_is_left_alone_until_something_changed(self, stel, inloggen):
        client = inloggen(stel.mensen.organisator)
        vraag = {"gezien": client.get(rondepad(stel.mensen)).context["overzicht"].merk}
        htmx = {"HX-Request": "true"}
        assert client.get(rondepad(stel.mensen), vraag, headers=htmx).status_code == 204
        assert client.get(rondepad(stel.mensen), vraag).status_code == 200
        maak_uitspraken(stel.mensen.ronde, ["Later gekomen"])
        assert client.get(rondepad(stel.mensen), vraag, headers=htmx).status_code == 200

    def test_a_run_says_that_it_began_by_itself(self, stel, inloggen):
        Analyserun.objects.filter(pk=stel.run.pk).update(vanzelf=True)
        pagina = tekst(inloggen(stel.mensen.lezer).get(f"/codering/runs/{stel.run.pk}/"))
        assert ", vanzelf, omdat er uitspraken bij kwamen" in pagina


def test_statements_of_a_stopped_stream_all_get_an_outcome(werk, mensen):
    maak_codeboek(mensen.organisatie)
    maak_antwoorden(mensen.ronde, ["Meer bomen in de straat"])
    werk()
    verstrijk()
    werk()
    maak_antwoorden(mensen.ronde, ["Een bankje bij het plein"])
    werk()
    verstrijk()
    werk()
    run = Analyserun.objects.order_by("-nummer").first()
    assert run is not None
    assert (run.nummer, run.uitkomsten.count(), Uitspraak.objects.count()) == (2, 2, 2)


class TestElders:
    """Other pages do not jump each time that an analysis begins by itself."""

    def test_the_block_of_the_ronde_keeps_its_way_to_the_review(self, stel):
        run = maak_run(stel.mensen.ronde, stel.codeboek, {}, status=Runstatus.BEZIG)
        blok = build(stel.mensen.ronde, stel.mensen.codeur)
        assert (blok.actie, blok.bezig) == ("Voortgang bekijken", True)
        Analyserun.objects.filter(pk=run.pk).update(vanzelf=True)
        blok = build(stel.mensen.ronde, stel.mensen.codeur)
        assert (blok.actie, blok.klaar, blok.bezig) == ("Nakijken", False, True)

    def test_the_letter_waits_until_somebody_looked(self, stel):
        ronde, lid = stel.mensen.ronde, stel.mensen.organisator
        assert find_volgende(ronde.fase, lambda delen: iter_blokken(ronde, lid, delen)).onderdeel == "coderen"
        code_uitspraak(uitspraak=stel.uitspraken[0], wie=lid.gebruiker, codeboek=stel.codeboek, themas=[])
        blok = build(ronde, lid)
        assert (blok.klaar, blok.bezig) == (True, True)
        assert "1 van 3 nagekeken" in blok.regels

    def test_the_block_announces_the_first_proposals(self, mensen):
        maak_antwoorden(mensen.ronde, ["Meer bomen"])
        process_wijzigingen()
        blok = build(mensen.ronde, mensen.codeur)
        assert blok.regels[-1] == "De eerste voorstellen komen vanzelf, binnen een paar minuten."

    def test_the_figures_say_that_new_statements_follow(self, stel, inloggen):
        maak_uitspraken(stel.mensen.ronde, ["Later gekomen"])
        plan_analyse(stel.mensen.ronde.pk)
        pad = f"/inzicht/rondes/{stel.mensen.ronde.pk}/"
        client = inloggen(stel.mensen.lezer)
        assert "1 nieuwe uitspraak volgt vanzelf" in tekst(client.get(pad))
        run = maak_run(stel.mensen.ronde, stel.codeboek, {}, status=Runstatus.BEZIG)
        Analyserun.objects.filter(pk=run.pk).update(vanzelf=True)
        pagina = tekst(client.get(pad))
        assert "1 nieuwe uitspraak volgt vanzelf" in pagina
        assert "De computer leest de antwoorden nu" not in pagina
