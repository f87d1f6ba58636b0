"""What the worker does for tasks that were cut off, that failed, and that are done."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from codering.enums import Runstatus
from codering.models import Analyserun, Uitspraak
from codering.tasks import verwerk_wijzigingen, werk_run_bij
from config import taakzorg
from organisaties.domain import bewaren
from organisaties.domain.bewaren import Bewaarregel
from organisaties.models import Auditregel, Bronwijziging
from peilingen.models import Inzending
from tests.codering.makers import maak_run, maak_uitspraken
from tests.config.taken import meteen
from tests.fabrieken import maak_antwoorden

pytestmark = pytest.mark.django_db


def taak(status="RUNNING", keren=1, geleden=timedelta(0), soort=meteen, args=()):
    """A task in a certain state, begun so many times and last heard of so long ago."""
    rij = DBTaskResult.objects.get(pk=soort.enqueue(*args).id)
    velden = {
        "status": status,
        "started_at": timezone.now() - geleden,
        "worker_ids": [f"w{n}" for n in range(keren)],
    }
    DBTaskResult.objects.filter(pk=rij.pk).update(finished_at=timezone.now() - geleden, **velden)
    return rij


def stand(rij):
    rij.refresh_from_db()
    return rij.status


def test_a_task_without_a_sign_of_life_is_planned_again():
    verloren, bezig = taak(geleden=timedelta(minutes=5)), taak(geleden=timedelta(minutes=1))
    assert taakzorg.rescue_taken(zonder_teken_sinds=timedelta(minutes=3)) == 1
    assert (stand(verloren), stand(bezig)) == ("READY", "RUNNING")


def test_a_sign_of_life_keeps_a_long_task():
    lang = taak(geleden=timedelta(minutes=5))
    taakzorg.show_life([lang.pk])
    assert taakzorg.rescue_taken(zonder_teken_sinds=timedelta(minutes=3)) == 0
    assert stand(lang) == "RUNNING"


def test_at_the_start_all_that_seems_to_run_was_cut_off():
    rijen = [taak(), taak(keren=3), taak("SUCCESSFUL"), taak("FAILED"), taak("READY", keren=0)]
    assert taakzorg.rescue_taken(zonder_teken_sinds=None) == 1
    assert [stand(rij) for rij in rijen] == ["READY", "FAILED", "SUCCESSFUL", "FAILED", "READY"]


def test_rows_of_finished_tasks_do_not_stay():
    blijft = [
        taak("SUCCESSFUL", geleden=timedelta(minutes=50)),
        taak("FAILED", geleden=timedelta(days=6)),
        taak(),
    ]
    taak("SUCCESSFUL", geleden=timedelta(minutes=70))
    taak("FAILED", geleden=timedelta(days=8))
    taakzorg.purge_taken()
    assert set(DBTaskResult.objects.values_list("pk", flat=True)) == {rij.pk for rij in blijft}


@pytest.fixture
def run(mensen):
    maak_uitspraken(mensen.ronde, ["Meer bomen"])
    DBTaskResult.objects.all().delete()
    return maak_run(mensen.ronde, None, {}, status=Runstatus.BEZIG)


def runtaken(run):
    return DBTaskResult.objects.filter(
        task_path="codering.tasks.werk_run_bij", args_kwargs__args=[str(run.pk)]
    )


@pytest.mark.parametrize("status", ["READY", "RUNNING"])
def test_a_run_with_a_task_is_left_alone(run, status):
    taak(status, soort=werk_run_bij, args=(str(run.pk),))
    taakzorg.check_runs()
    assert runtaken(run).count() == 1


def test_a_run_without_a_task_gets_one(run):
    taakzorg.check_runs()
    taakzorg.check_runs()
    assert list(runtaken(run).values_list("status", flat=True)) == ["READY"]


def test_a_finished_run_gets_none(run):
    Analyserun.objects.update(status=Runstatus.KLAAR)
    taakzorg.check_runs()
    assert not runtaken(run).exists()


@pytest.mark.parametrize(("keren", "mislukt"), [((1, 1), False), ((1, 1, 1), True), ((3,), True)])
def test_a_run_whose_tasks_keep_failing_is_given_up(run, keren, mislukt):
    for aantal in keren:
        taak("FAILED", keren=aantal, soort=werk_run_bij, args=(str(run.pk),))
    taakzorg.check_runs()
    run.refresh_from_db()
    assert (run.status == Runstatus.MISLUKT) is mislukt
    assert ("Probeer het opnieuw." in run.fout) is mislukt
    assert runtaken(run).filter(status="READY").exists() is not mislukt


def test_changes_that_nobody_reads_get_a_task(mensen):
    taakzorg.check_wijzigingen()
    assert not DBTaskResult.objects.exists()
    maak_antwoorden(mensen.ronde, ["Meer bomen"])
    DBTaskResult.objects.all().delete()
    taakzorg.check_wijzigingen()
    taakzorg.check_wijzigingen()
    assert DBTaskResult.objects.count() == 1
    assert Bronwijziging.objects.count() == 1


def test_changes_that_cannot_be_read_are_tried_again_after_a_while(mensen):
    maak_antwoorden(mensen.ronde, ["Meer bomen"])
    DBTaskResult.objects.all().delete()
    taak("FAILED", geleden=timedelta(minutes=1), soort=verwerk_wijzigingen)
    taakzorg.check_wijzigingen()
    assert DBTaskResult.objects.count() == 1
    DBTaskResult.objects.update(finished_at=timezone.now() - timedelta(minutes=6))
    taakzorg.check_wijzigingen()
    assert DBTaskResult.objects.count() == 2


def test_what_is_past_its_term_goes_and_trouble_elsewhere_does_not_keep_it(mensen, monkeypatch, caplog):
    maak_uitspraken(mensen.ronde, ["Oud"])
    Inzending.objects.update(ingediend_op=timezone.now() - timedelta(days=mensen.organisatie.bewaardagen + 1))

    def breek(organisatie, _grens):
        if organisatie == mensen.elders.organisatie:
            raise OSError("schijf")
        return {}

    monkeypatch.setitem(bewaren._REGELS, "proef", Bewaarregel(naam="proef", hoogte=99, delete=breek))
    taakzorg.delete_verlopen_overal()
    assert not Uitspraak.objects.exists()
    assert not Inzending.objects.exists()
    assert Auditregel.objects.get(handeling="bewaartermijn").omschrijving == "1 inzendingen, 1 uitspraken"
    assert "lukte niet voor organisatie" in caplog.text
