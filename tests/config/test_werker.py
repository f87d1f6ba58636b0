"""The worker as it runs: a process of its own that is stopped, killed and started again."""

import os
import signal

import pytest

from codering.domain.analyse import start_run
from codering.models import Codeboek, Thema
from tests.config.taken import gaat_mis, meteen, wacht_op_pijp
from tests.config.werkproces import Werkproces
from tests.fabrieken import maak_antwoorden

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.sqlite]


@pytest.fixture
def pijp(tmp_path):
    """A named pipe: who reads it waits for who writes."""
    os.mkfifo(tmp_path / "pijp")
    return tmp_path / "pijp"


@pytest.fixture
def maak_werkproces(tmp_path):
    """Copy the database as it is now, for workers to work on."""
    gemaakt = []

    def maak() -> Werkproces:
        (tmp_path / "data").mkdir()
        gemaakt.append(Werkproces(tmp_path / "data"))
        return gemaakt[0]

    yield maak
    for werk in gemaakt:
        werk.end()


def test_a_short_task_does_not_wait_for_a_long_one_and_the_end_does(maak_werkproces, pijp):
    wacht_op_pijp.enqueue(str(pijp))
    meteen.enqueue()
    gaat_mis.enqueue()
    werk = maak_werkproces()
    proces = werk.start()
    verwacht = [("wacht_op_pijp", "RUNNING", 1), ("meteen", "SUCCESSFUL", 1), ("gaat_mis", "FAILED", 1)]
    werk.wait_for(lambda: werk.tasks() == verwacht, "de snelle baan is klaar, de lange bezig")
    werk.read_until(proces, "ValueError: bedoeld")
    proces.send_signal(signal.SIGTERM)
    with pytest.raises(Exception, match="timed out"):
        proces.wait(1)
    pijp.write_text("klaar", encoding="ascii")
    assert proces.wait(60) == 0
    assert werk.tasks()[0] == ("wacht_op_pijp", "SUCCESSFUL", 1)


def test_a_second_signal_ends_at_once_and_the_task_is_done_again(maak_werkproces, pijp):
    wacht_op_pijp.enqueue(str(pijp))
    werk = maak_werkproces()
    proces = werk.start()
    werk.wait_for(lambda: werk.tasks() == [("wacht_op_pijp", "RUNNING", 1)], "de taak is bezig")
    werk.read_until(proces, "de werker is begonnen")
    proces.send_signal(signal.SIGINT)
    proces.send_signal(signal.SIGTERM)
    assert proces.wait(60) == 128 + signal.SIGTERM
    werk.start()
    werk.wait_for(lambda: werk.tasks() == [("wacht_op_pijp", "RUNNING", 2)], "de taak is opnieuw begonnen")
    pijp.write_text("klaar", encoding="ascii")
    werk.wait_for(lambda: werk.tasks() == [("wacht_op_pijp", "SUCCESSFUL", 2)], "de taak is klaar")


def test_a_second_worker_leaves_the_tasks_of_the_first_alone(maak_werkproces, pijp):
    wacht_op_pijp.enqueue(str(pijp))
    werk = maak_werkproces()
    werk.start()
    werk.wait_for(lambda: werk.tasks() == [("wacht_op_pijp", "RUNNING", 1)], "de taak is bezig")
    tweede = werk.start()
    werk.read_until(tweede, "de werker is begonnen")
    assert werk.tasks() == [("wacht_op_pijp", "RUNNING", 1)]
    pijp.write_text("klaar", encoding="ascii")
    werk.wait_for(lambda: werk.tasks() == [("wacht_op_pijp", "SUCCESSFUL", 1)], "de taak is één keer gedaan")


@pytest.fixture
def run(mensen):
    """An analysis that waits: 150 answers and a codebook of two themes."""
    codeboek = Codeboek.objects.create(organisatie=mensen.organisatie, naam="Klein")
    for nummer, (code, woorden) in enumerate(
        [("groen", "bomen, gras, tuin"), ("licht", "lampen, donker")], 1
    ):
        Thema.objects.create(
            codeboek=codeboek, code=code, naam=code, definitie=woorden, wel=woorden, volgorde=nummer
        )
    teksten = [
        f"In straat {n} willen wij meer {'bomen' if n % 2 else 'lampen'} voor nummer {n}" for n in range(150)
    ]
    maak_antwoorden(mensen.ronde, teksten)
    return start_run(ronde=mensen.ronde, wie=mensen.codeur.gebruiker, codeboek=codeboek)


def test_a_killed_worker_loses_nothing_and_does_nothing_twice(maak_werkproces, run):
    werk = maak_werkproces()
    proces = werk.start()
    werk.wait_for(
        lambda: werk.ask("SELECT count(*) FROM codering_inbedding") >= [(64,)], "een deel is berekend"
    )
    proces.kill()
    proces.wait()
    assert werk.ask("SELECT status FROM codering_analyserun") == [("bezig",)]
    werk.start()
    werk.wait_for(
        lambda: werk.ask("SELECT status FROM codering_analyserun") == [("klaar",)], "de analyse is klaar"
    )
    assert werk.ask("SELECT count(*), count(DISTINCT antwoord_id) FROM codering_uitspraak") == [(150, 150)]
    assert werk.ask("SELECT count(*), count(DISTINCT uitspraak_id) FROM codering_runuitkomst") == [(150, 150)]
    assert werk.ask("SELECT count(*), count(DISTINCT inhoudhash) FROM codering_inbedding") == [(150, 150)]
    assert werk.ask("SELECT count(*) FROM organisaties_bronwijziging") == [(0,)]
    assert werk.ask("SELECT gedaan, totaal, fout FROM codering_analyserun") == [(150, 150, "")]
