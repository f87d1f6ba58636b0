import pytest

from codering.domain.coderen import code_uitspraak, undo_codering
from codering.enums import Kwaliteit, Wijze
from codering.models import Thema, Uitspraak
from inzicht.domain.cijfers import (
    cached_telling,
    count_ronde,
    current_run,
    freeze_cijfers,
    hash_telling,
    is_steekproef,
)
from inzicht.domain.tellen import read_telling
from inzicht.domain.uitspraken import describe_uitspraken, find_uitspraken, read_kernwoorden
from organisaties.models import Auditregel
from peilingen.enums import Werving
from peilingen.models import Vragenlijst
from tests.codering.makers import maak_run, maak_uitspraken

pytestmark = pytest.mark.django_db


def aantallen(telling):
    return {cijfer.code: cijfer.aantal for cijfer in telling.themas}


def besluit(cijfers, plaats, *codes, wijze=Wijze.ENKEL):
    return code_uitspraak(
        uitspraak=cijfers.uitspraken[plaats],
        wie=cijfers.mensen.codeur.gebruiker,
        codeboek=cijfers.codeboek,
        themas=list(Thema.objects.filter(codeboek=cijfers.codeboek, code__in=codes)),
        wijze=wijze,
    )


def test_proposals_count_until_a_person_decides(cijfers):
    ronde = cijfers.mensen.ronde
    assert aantallen(count_ronde(ronde)) == {"ontmoeten": 15, "groen": 10, "veilig": 2}
    besluit(cijfers, 0, "groen")
    telling = count_ronde(ronde)
    assert aantallen(telling) == {"ontmoeten": 14, "groen": 11, "veilig": 2}
    assert telling.find("groen").bevestigd == 1
    undo_codering(uitspraak=cijfers.uitspraken[0], wie=cijfers.mensen.codeur.gebruiker)
    assert aantallen(count_ronde(ronde)) == {"ontmoeten": 15, "groen": 10, "veilig": 2}


def test_a_blind_coding_does_not_count_and_no_theme_is_a_decision_too(cijfers):
    besluit(cijfers, 0, "groen", wijze=Wijze.BLIND)
    besluit(cijfers, 1)
    assert aantallen(count_ronde(cijfers.mensen.ronde)) == {"ontmoeten": 14, "groen": 10, "veilig": 2}


def test_who_has_an_area_is_counted_there(cijfers):
    from tests.fabrieken import maak_gebied

    gebied = maak_gebied(cijfers.mensen.organisatie, "Bosrand")
    Uitspraak.objects.filter(pk=cijfers.uitspraken[0].pk).update(gebied=gebied)
    tabel = count_ronde(cijfers.mensen.ronde).per_groep
    assert dict(zip(tabel.kolommen, tabel.omvang, strict=True)) == {
        "Bosrand": 1,
        "Poptahof": 19,
        "Voorhof": 30,
    }


def test_the_kept_count_follows_every_change(cijfers):
    ronde = cijfers.mensen.ronde
    run = current_run(ronde)
    assert cached_telling(ronde, run) == cached_telling(ronde, run) == count_ronde(ronde)
    besluit(cijfers, 0, "groen")
    assert cached_telling(ronde, run) == count_ronde(ronde)
    Uitspraak.objects.filter(pk=cijfers.uitspraken[3].pk).update(groep="Elders")
    assert cached_telling(ronde, run) == count_ronde(ronde)
    maak_uitspraken(ronde, ["Nog iets"], groep="Poptahof")
    assert cached_telling(ronde, run).eenheden == 51
    Thema.objects.filter(codeboek=cijfers.codeboek, code="groen").update(naam="Bomen")
    assert cached_telling(ronde, run).find("groen").naam == "Bomen"


def test_a_kept_count_is_read_without_counting(cijfers, django_assert_num_queries):
    ronde = cijfers.mensen.ronde
    run = current_run(ronde)
    cached_telling(ronde, run)
    with django_assert_num_queries(4):
        cached_telling(ronde, run)


def test_margins_only_when_all_was_drawn(cijfers):
    ronde = cijfers.mensen.ronde
    assert not is_steekproef(ronde)
    Vragenlijst.objects.filter(ronde=ronde).update(werving=Werving.STEEKPROEF)
    assert count_ronde(ronde).find("groen").laag is not None


def test_frozen_figures_are_the_same_figures(cijfers):
    ronde, wie = cijfers.mensen.ronde, cijfers.mensen.organisator.gebruiker
    opname = freeze_cijfers(ronde=ronde, wie=wie)
    assert read_telling(opname.cijfers) == count_ronde(ronde)
    assert opname.bronhash == hash_telling(count_ronde(ronde))
    assert freeze_cijfers(ronde=ronde, wie=wie) == opname
    besluit(cijfers, 0, "groen")
    assert freeze_cijfers(ronde=ronde, wie=wie) != opname
    assert Auditregel.objects.filter(handeling="cijfers_vastgelegd").count() == 2


def test_the_statements_of_a_theme_are_those_that_were_counted(cijfers):
    ronde = cijfers.mensen.ronde
    run = current_run(ronde)
    besluit(cijfers, 0, "groen")
    besluit(cijfers, 15, "ontmoeten", "veilig")
    besluit(cijfers, 20)
    besluit(cijfers, 21, "groen", wijze=Wijze.BLIND)
    for cijfer in count_ronde(ronde).themas:
        eenheden = {uitspraak.eenheid for uitspraak in find_uitspraken(ronde, run, [cijfer.code])}
        assert len(eenheden) == cijfer.aantal


def test_a_decision_after_comparing_goes_before_a_later_one(cijfers):
    ronde = cijfers.mensen.ronde
    vast = besluit(cijfers, 0, "groen", wijze=Wijze.BESLUIT)
    los = besluit(cijfers, 0, "veilig")
    type(los)._base_manager.filter(pk=los.pk).update(vervangt=None)
    assert vast.vervangt is None
    assert aantallen(count_ronde(ronde)) == {"ontmoeten": 14, "groen": 11, "veilig": 2}
    assert cijfers.uitspraken[0] in find_uitspraken(ronde, current_run(ronde), ["groen"])


def test_statements_can_be_narrowed_down(cijfers):
    ronde, run = cijfers.mensen.ronde, current_run(cijfers.mensen.ronde)
    assert find_uitspraken(ronde, run, ["ontmoeten"], plek="Poptahof").count() == 12
    assert find_uitspraken(ronde, run, ["ontmoeten"], kanaal="tafel").count() == 0
    assert find_uitspraken(ronde, run, ["ontmoeten"], zoek="koffie").count() == 12
    assert find_uitspraken(ronde, run, None).count() == 50


def test_a_statement_comes_with_what_stands_beside_it(cijfers, django_assert_num_queries):
    ronde, run = cijfers.mensen.ronde, current_run(cijfers.mensen.ronde)
    besluit(cijfers, 0, "ontmoeten")
    for hoogstens in (1, 3):
        with django_assert_num_queries(3):
            rijen = describe_uitspraken(
                find_uitspraken(ronde, run, ["ontmoeten"])[:hoogstens], run, ["ontmoeten"]
            )
        assert (rijen[0].bevestigd, rijen[0].zekerheid, rijen[0].plek) == (True, 90, "Poptahof")


def test_words_of_a_run_are_worked_out_once(cijfers, django_assert_num_queries):
    assert read_kernwoorden(cijfers.run)["ontmoeten"][0] == "koffie"
    with django_assert_num_queries(0):
        read_kernwoorden(cijfers.run)


def test_the_newest_finished_run_with_a_codebook_counts(cijfers):
    ronde = cijfers.mensen.ronde
    maak_run(ronde, None, {})
    assert current_run(ronde) == cijfers.run
    leeg = maak_run(ronde, cijfers.codeboek, {cijfers.uitspraken[0]: {"veilig": 0.8}})
    assert current_run(ronde) == leeg
    assert aantallen(count_ronde(ronde)) == {"ontmoeten": 0, "groen": 0, "veilig": 1}


def test_non_answers_are_heard_but_not_counted(cijfers):
    maak_uitspraken(cijfers.mensen.ronde, ["weet niet"], kwaliteit=Kwaliteit.WEET_NIET, groep="Voorhof")
    telling = count_ronde(cijfers.mensen.ronde)
    assert (telling.eenheden, telling.zonder_inhoud, telling.find("groen").van) == (51, 1, 50)
