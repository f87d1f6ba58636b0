"""Vectors computed as answers come in, and tasks that wait for each other instead of piling up."""

import threading
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from codering.domain.analyse import continue_run, start_run
from codering.domain.coderen import code_uitspraak
from codering.domain.uitspraken import process_wijzigingen
from codering.domain.vooruit import read_ahead
from codering.enums import Kwaliteit, Runstatus
from codering.models import Analyserun, Inbedding, Uitspraak
from codering.tasks import lees_vooruit, list_wachtend, verwerk_wijzigingen, wake_uitspraken
from tests.codering.makers import maak_codeboek, maak_run, maak_uitspraken
from tests.codering.nlp.nep import Nepembedder
from tests.fabrieken import maak_antwoorden

TEKSTEN = [f"Ik wil een bankje bij nummer {nummer}" for nummer in range(90)]


@pytest.fixture
def embedder(monkeypatch):
    """A small model, that remembers what it was asked."""
    nep = Nepembedder()
    monkeypatch.setattr("codering.nlp.registry.default_embedder", lambda: nep)
    return nep


def wachtend(soort):
    return list_wachtend(soort).count()


def lees_alles(ronde):
    while read_ahead(ronde=ronde, seconden=0):
        pass


def test_after_arrival_an_analysis_has_nothing_left_to_read(mensen, embedder):
    maak_antwoorden(mensen.ronde, [*TEKSTEN, "weet niet"])
    process_wijzigingen()
    lees_alles(mensen.ronde)
    assert Inbedding.objects.count() == len(TEKSTEN)
    gelezen = set(embedder.gezien)
    embedder.gezien.clear()
    run = start_run(ronde=mensen.ronde, wie=None, codeboek=None)
    assert continue_run(run=run, seconden=0) is False
    run.refresh_from_db()
    assert (run.status, run.gedaan) == (Runstatus.KLAAR, 91)
    assert not gelezen & set(embedder.gezien)


def test_it_goes_on_where_it_stopped(mensen, embedder):
    maak_uitspraken(mensen.ronde, TEKSTEN)
    standen = []
    while True:
        meer = read_ahead(ronde=mensen.ronde, seconden=0)
        standen.append((meer, Inbedding.objects.count()))
        if not meer:
            break
    assert standen == [(True, 64), (False, 90)]
    embedder.gezien.clear()
    assert read_ahead(ronde=mensen.ronde) is False
    assert embedder.gezien == []


def test_the_same_words_after_another_question_are_read_too(mensen, embedder):
    maak_uitspraken(mensen.ronde, ["Meer bankjes"])
    lees_alles(mensen.ronde)
    anders = maak_uitspraken(mensen.ronde, ["Meer bankjes"])
    Uitspraak.objects.filter(pk=anders[0].pk).update(vraag="Wat gaat er goed?")
    lees_alles(mensen.ronde)
    assert Inbedding.objects.count() == 2
    assert len(set(Inbedding.objects.values_list("inhoudhash", flat=True))) == 1


def test_decisions_elsewhere_that_are_learnt_from_are_read_too(stel, embedder):
    from tests.fabrieken import maak_ronde

    eerder = maak_uitspraken(maak_ronde(stel.mensen.organisatie, "Najaar"), ["Een ander bankje"])
    code_uitspraak(
        uitspraak=eerder[0],
        wie=stel.mensen.codeur.gebruiker,
        codeboek=stel.codeboek,
        themas=[stel.thema("groen")],
    )
    lees_alles(stel.mensen.ronde)
    assert Inbedding.objects.filter(inhoudhash=eerder[0].inhoudhash).exists()


def test_what_says_nothing_is_not_read(mensen, embedder):
    maak_uitspraken(mensen.ronde, ["weet niet", "geen idee"], kwaliteit=Kwaliteit.WEET_NIET)
    lees_alles(mensen.ronde)
    assert embedder.gezien == []


def test_beside_an_analysis_it_waits(mensen, embedder):
    maak_uitspraken(mensen.ronde, TEKSTEN[:3])
    DBTaskResult.objects.all().delete()
    run = maak_run(mensen.ronde, maak_codeboek(mensen.organisatie), {}, status=Runstatus.BEZIG)
    lees_vooruit.func(str(mensen.ronde.pk))
    assert (embedder.gezien, wachtend(lees_vooruit)) == ([], 1)
    Analyserun.objects.filter(pk=run.pk).update(status=Runstatus.KLAAR)
    lees_vooruit.func(str(mensen.ronde.pk))
    assert len(embedder.gezien) == 3


def test_a_ronde_that_is_gone_is_no_trouble(mensen):
    sleutel = str(mensen.ronde.pk)
    mensen.ronde.delete()
    lees_vooruit.func(sleutel)
    assert not DBTaskResult.objects.exists()


def test_an_analysis_goes_first(mensen):
    maak_antwoorden(mensen.ronde, ["Meer bomen"])
    process_wijzigingen()
    start_run(ronde=mensen.ronde, wie=None, codeboek=None)
    DBTaskResult.objects.update(run_after=timezone.now() - timedelta(seconds=1))
    lang = DBTaskResult.objects.ready().filter(queue_name="lang")
    assert [taak.task_path.rpartition(".")[2] for taak in lang] == ["werk_run_bij", "lees_vooruit"]


class TestSamen:
    """Hundreds of answers at once need no hundreds of tasks, and none is forgotten."""

    def test_many_answers_wait_for_one_task(self, mensen):
        for nummer in range(20):
            maak_antwoorden(mensen.ronde, [f"Meer bomen {nummer}"])
        assert wachtend(verwerk_wijzigingen) == 1
        process_wijzigingen()
        assert Uitspraak.objects.count() == 20
        assert wachtend(lees_vooruit) == 1

    def test_what_comes_in_while_the_task_works_gets_another(self, mensen):
        maak_antwoorden(mensen.ronde, ["Meer bomen"])
        list_wachtend(verwerk_wijzigingen).update(status="RUNNING")
        maak_antwoorden(mensen.ronde, ["Een bankje"])
        maak_antwoorden(mensen.ronde, ["Licht in de tunnel"])
        assert wachtend(verwerk_wijzigingen) == 1

    @pytest.mark.postgres
    @pytest.mark.django_db(transaction=True)
    def test_no_worker_begins_before_the_change_can_be_seen(self):
        wake_uitspraken()
        gezien: list[bool] = []

        def look():
            try:
                with transaction.atomic():
                    gezien.append(DBTaskResult.objects.ready().get_locked() is not None)
            finally:
                connection.close()

        def let_worker_look():
            werker = threading.Thread(target=look)
            werker.start()
            werker.join()

        with transaction.atomic():
            wake_uitspraken()
            let_worker_look()
        let_worker_look()
        assert gezien == [False, True]
        assert DBTaskResult.objects.count() == 1
