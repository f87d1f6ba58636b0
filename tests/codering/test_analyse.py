import pytest
from django_tasks_db.models import DBTaskResult

from codering.domain import analyse as domein
from codering.domain.analyse import continue_run, fail_run, start_run
from codering.domain.codeboeken import ensure_sociale_basis
from codering.domain.overzicht import count_uitkomsten, read_overzicht
from codering.domain.uitkomsten import store_analyse
from codering.enums import Kwaliteit, Runstatus
from codering.models import (
    Analyserun,
    Codeboek,
    Inbedding,
    Kandidaatthema,
    Runuitkomst,
    Themavoorstel,
    Uitspraak,
)
from codering.refusals import AnalyseLoopt, NietsTeAnalyseren
from codering.tasks import lees_vooruit
from organisaties.models import Auditregel
from tests.codering.makers import maak_codeboek, maak_uitspraken
from tests.fabrieken import maak_antwoorden

ONDERWERPEN = (
    "meer bomen in de straat",
    "een bankje bij het plein",
    "licht in de tunnel",
    "koffie in de buurtkamer",
)


def maak_vraag(ronde, aantal=90):
    teksten = [f"Ik wil {ONDERWERPEN[n % 4]}, zeg ik voor keer {n}" for n in range(aantal)]
    maak_antwoorden(ronde, [*teksten, "weet niet", "geen idee"])


def tel():
    modellen = (Uitspraak, Inbedding, Runuitkomst, Kandidaatthema, Themavoorstel)
    return {model.__name__: model.objects.count() for model in modellen}


def start(mensen, codeboek=None) -> Analyserun:
    return start_run(ronde=mensen.ronde, wie=mensen.codeur.gebruiker, codeboek=codeboek)


def test_a_run_goes_on_where_it_stopped_and_writes_nothing_twice(mensen):
    maak_vraag(mensen.ronde)
    run = start(mensen, maak_codeboek(mensen.organisatie))
    stappen = []
    while continue_run(run=run, seconden=0):
        run.refresh_from_db()
        stappen.append((run.status, tel()["Uitspraak"], tel()["Inbedding"], tel()["Runuitkomst"]))
        assert len(stappen) < 10
    assert stappen == [("bezig", 92, 0, 0), ("bezig", 92, 64, 0)]
    klaar = tel()
    assert (klaar["Inbedding"], klaar["Runuitkomst"]) == (90, 92)
    assert continue_run(run=run) is False
    assert tel() == klaar
    run.refresh_from_db()
    telling = count_uitkomsten(run)
    assert (run.status, run.gedaan, telling.totaal, telling.geen_antwoord) == ("klaar", 92, 92, 2)
    assert continue_run(run=run) is False
    assert tel() == klaar
    assert run.herkomst["codeboek"].startswith("Klein")
    assert run.klaar_op is not None


def test_a_second_run_computes_no_vector_again_and_numbers_on(mensen, monkeypatch):
    maak_vraag(mensen.ronde, 20)
    eerste = start(mensen)
    continue_run(run=eerste)
    voor = tel()
    tweede = start(mensen)
    continue_run(run=tweede)
    assert (eerste.nummer, tweede.nummer) == (1, 2)
    assert tel() == voor | {"Runuitkomst": 44, "Kandidaatthema": 2 * voor["Kandidaatthema"]}
    eigen = [set(run.uitkomsten.values_list("uitspraak_id", "status", "twijfel")) for run in (eerste, tweede)]
    assert eigen[0] == eigen[1]


def test_a_source_deleted_while_the_machine_works_gets_no_outcome(mensen):
    maak_vraag(mensen.ronde, 20)
    run = start(mensen)
    continue_run(run=run, seconden=0)
    uitspraken = list(Uitspraak.objects.filter(ronde=mensen.ronde).order_by("inhoudhash", "pk"))
    analyse = analyse_met_tfidf(uitspraken)
    weg = uitspraken[3]
    weg.antwoord.inzending.delete()
    store_analyse(run=run, uitspraken=uitspraken, analyse=analyse)
    run.refresh_from_db()
    assert (run.status, run.gedaan, run.uitkomsten.count()) == ("klaar", 21, 21)


def analyse_met_tfidf(uitspraken):
    from codering.nlp.cache import Geheugencache
    from codering.nlp.embed_tfidf import TfidfEmbedder
    from codering.nlp.pipeline import analyse

    fragmenten = [domein.to_fragment(uitspraak) for uitspraak in uitspraken]
    embedder = TfidfEmbedder([uitspraak.tekst for uitspraak in uitspraken])
    return analyse(fragmenten, {}, None, (), embedder=embedder, cache=Geheugencache())


def test_only_one_run_at_a_time(mensen):
    maak_vraag(mensen.ronde, 3)
    run = start(mensen)
    with pytest.raises(AnalyseLoopt):
        start(mensen)
    fail_run(run=run, reden="Er ging iets mis.")
    assert start(mensen).nummer == 2
    run.refresh_from_db()
    assert (run.status, run.fout, continue_run(run=run)) == ("mislukt", "Er ging iets mis.", False)


def test_a_ronde_without_answers_is_refused(mensen):
    with pytest.raises(NietsTeAnalyseren):
        start(mensen)
    assert not DBTaskResult.objects.exists()


def test_the_run_its_task_and_its_line_in_the_log_are_there_together(mensen):
    maak_uitspraken(mensen.ronde, ["Meer bomen"])
    DBTaskResult.objects.all().delete()
    run = start(mensen)
    taak = DBTaskResult.objects.get()
    assert (taak.task_path, taak.args_kwargs["args"]) == ("codering.tasks.werk_run_bij", [str(run.pk)])
    regel = Auditregel.objects.get(handeling="analyse_gestart")
    assert (regel.wie, regel.object_id) == (mensen.codeur.gebruiker, run.pk)


def test_trouble_in_the_machine_fails_the_run_with_a_text(mensen, caplog):
    maak_uitspraken(mensen.ronde, ["Meer bomen"])
    run = start(mensen)
    Uitspraak.objects.update(kwaliteit="bestaat niet")
    assert continue_run(run=run) is False
    run.refresh_from_db()
    assert (run.status, run.fout) == (Runstatus.MISLUKT, "Er ging iets mis bij het analyseren.")
    assert "is mislukt" in caplog.text


def test_only_non_answers_make_a_run_that_adds_up(mensen):
    maak_uitspraken(mensen.ronde, ["weet niet", "geen idee"], kwaliteit=Kwaliteit.WEET_NIET)
    run = start(mensen, maak_codeboek(mensen.organisatie))
    continue_run(run=run)
    telling = count_uitkomsten(run)
    assert (telling.totaal, telling.geen_antwoord) == (2, 2)


def test_the_overview_adds_up_and_tells_what_is_new(stel):
    maak_uitspraken(stel.mensen.ronde, ["weet niet"], kwaliteit=Kwaliteit.WEET_NIET)
    maak_antwoorden(stel.mensen.ronde, ["nog te lezen"])
    overzicht = read_overzicht(stel.mensen.ronde)
    assert [(regel.kanaal, regel.aantallen) for regel in overzicht.kanalen] == [
        ("online vragenlijst", (3, 0, 1, 0))
    ]
    assert (overzicht.uitspraken, overzicht.te_lezen, overzicht.nieuw, overzicht.loopt) == (4, 1, 1, False)
    assert (overzicht.voortgang.nagekeken, overzicht.voortgang.totaal) == (0, 3)


def test_the_worker_does_a_whole_analysis(werk, mensen):
    maak_vraag(mensen.ronde, 20)
    run = start(mensen, maak_codeboek(mensen.organisatie))
    werk()
    run.refresh_from_db()
    assert (run.status, run.uitkomsten.count()) == ("klaar", 22)
    later = DBTaskResult.objects.exclude(status="SUCCESSFUL")
    # Whether there was time to read ahead depends on the machine.
    later = later.exclude(task_path=lees_vooruit.module_path)
    assert [taak.task_path for taak in later] == ["codering.tasks.analyseer_vanzelf"]


def test_the_shipped_codebook_is_copied_once(mensen):
    eerste = ensure_sociale_basis(organisatie=mensen.organisatie, wie=mensen.codeur.gebruiker)
    assert ensure_sociale_basis(organisatie=mensen.organisatie, wie=None) == eerste
    assert (eerste.themas.count(), Codeboek.objects.count()) == (15, 1)
    assert [thema.kleur for thema in eerste.themas.all()] == list(range(1, 16))
