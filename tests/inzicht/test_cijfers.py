import pytest

from codering.domain.coderen import code_uitspraak, undo_codering
from codering.domain.kandidaten import adopt_kandidaat, reopen_kandidaat
from codering.enums import Kwaliteit, Uitkomststatus, Wijze
from codering.models import Kandidaatthema, Runuitkomst, Thema, Themavoorstel, Uitspraak
from inzicht.domain.cijfers import (
    cached_telling,
    count_ronde,
    current_run,
    find_wijken,
    freeze_cijfers,
    hash_telling,
    read_themanamen,
)
from inzicht.domain.tellen import OVERIG, read_telling
from inzicht.domain.uitspraken import describe_uitspraken, find_uitspraken, read_kernwoorden
from organisaties.enums import Gebiedsoort, Kanaal
from organisaties.models import Auditregel, Gebied
from peilingen.enums import Werving
from peilingen.models import Vragenlijst
from tests.codering.makers import maak_run, maak_uitspraken
from tests.fabrieken import maak_gebied
from tests.inzicht.makers import maak_bronnen

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
    maak_bronnen(ronde, tafels=1, kaarten=1, telefoon=1)
    assert set(cached_telling(ronde, run).kanalen) == {"enquete", "tafel", "idee", "telefoon"}
    Vragenlijst.objects.filter(ronde=ronde).update(werving=Werving.STEEKPROEF)
    assert cached_telling(ronde, run).delen["enquete"].marges
    Gebied.objects.create(organisatie=cijfers.mensen.organisatie, naam="Voorhof", soort=Gebiedsoort.WIJK)
    assert cached_telling(ronde, run) == count_ronde(ronde)


def test_the_kept_count_notices_one_statement_in_the_place_of_another(cijfers):
    """Someone corrects an answer: as many statements as before, in the same place, but another theme."""
    ronde, run = cijfers.mensen.ronde, cijfers.run
    assert cached_telling(ronde, run).find("groen").aantal == 10
    cijfers.uitspraken[25].delete()
    [nieuw] = maak_uitspraken(ronde, ["Ik voel mij niet veilig"], groep="Voorhof")
    uitkomst = Runuitkomst.objects.create(run=run, uitspraak=nieuw, status=Uitkomststatus.THEMA)
    Themavoorstel.objects.create(uitkomst=uitkomst, thema=cijfers.thema("veilig"), zekerheid=0.9)
    assert cached_telling(ronde, run) == count_ronde(ronde)
    assert cached_telling(ronde, run).find("veilig").aantal == 3


def test_the_kept_count_notices_a_group_that_became_a_theme(cijfers):
    ronde, run, wie = cijfers.mensen.ronde, cijfers.run, cijfers.mensen.organisator.gebruiker
    cached_telling(ronde, run)
    kandidaat = Kandidaatthema.objects.create(run=run, nummer=0, naam="koffie", grootte=8, stabiliteit=0.8)
    Runuitkomst.objects.filter(uitspraak__in=cijfers.uitspraken[12:20]).update(kandidaat=kandidaat)
    thema = adopt_kandidaat(kandidaat=kandidaat, wie=wie, naam="Koffie in de zaal")
    assert cached_telling(ronde, run).find(thema.code).aantal == 8
    assert read_themanamen(run)[thema.code] == "Koffie in de zaal"
    kandidaat.refresh_from_db()
    reopen_kandidaat(kandidaat=kandidaat, wie=wie)
    assert cached_telling(ronde, run).find(thema.code) is None
    assert cached_telling(ronde, run) == count_ronde(ronde)


def test_a_kept_count_is_read_without_counting(cijfers, django_assert_num_queries):
    ronde = cijfers.mensen.ronde
    run = current_run(ronde)
    cached_telling(ronde, run)
    with django_assert_num_queries(6):
        cached_telling(ronde, run)


def marges(telling):
    return {kanaal: deel.marges for kanaal, deel in telling.delen.items()} or telling.marges


def test_margins_only_when_all_was_drawn(cijfers):
    ronde = cijfers.mensen.ronde
    assert marges(count_ronde(ronde)) is False
    eerste, *_rest = lijsten = list(Vragenlijst.objects.filter(ronde=ronde))
    Vragenlijst.objects.filter(pk=eerste.pk).update(werving=Werving.STEEKPROEF)
    assert len(lijsten) == 2
    assert marges(count_ronde(ronde)) is False
    Vragenlijst.objects.filter(ronde=ronde).update(werving=Werving.STEEKPROEF)
    assert marges(count_ronde(ronde)) is True


def test_a_drawn_sample_keeps_its_margins_beside_other_kanalen(cijfers):
    """Paper went to a sample; an open questionnaire, tables, cards and calls did not."""
    ronde = cijfers.mensen.ronde
    maak_uitspraken(ronde, ["Meer groen", "Een bankje"], kanaal=Kanaal.PAPIER)
    lijst = Vragenlijst.objects.get(
        inzendingen__kanaal=Kanaal.PAPIER, inzendingen__antwoorden__tekst="Meer groen"
    )
    Vragenlijst.objects.filter(pk=lijst.pk).update(werving=Werving.STEEKPROEF)
    maak_bronnen(ronde, tafels=2, kaarten=3, telefoon=1)
    assert marges(count_ronde(ronde)) == {
        "enquete": False,
        "papier": True,
        "tafel": False,
        "idee": False,
        "telefoon": False,
    }


def test_cards_and_calls_never_get_margins(cijfers):
    """Also when every questionnaire went to a sample."""
    ronde = cijfers.mensen.ronde
    Vragenlijst.objects.filter(ronde=ronde).update(werving=Werving.STEEKPROEF)
    maak_bronnen(ronde, tafels=1, kaarten=2, telefoon=1)
    telling = count_ronde(ronde)
    assert marges(telling) == {"enquete": True, "tafel": False, "idee": False, "telefoon": False}
    assert telling.marges is False


def test_every_source_counts_its_own_units(cijfers):
    """A table once however many notes, each card and each call once."""
    ronde = cijfers.mensen.ronde
    maak_bronnen(ronde, tafels=2, kaarten=3, telefoon=4, notities=5)
    assert count_ronde(ronde).kanalen == {"enquete": 50, "tafel": 2, "idee": 3, "telefoon": 4}


def test_areas_know_their_wijk(cijfers):
    organisatie = cijfers.mensen.organisatie
    wijk = maak_gebied(organisatie, "Voorhof", Gebiedsoort.WIJK)
    buurt = Gebied.objects.create(
        organisatie=organisatie, naam="Poptahof", soort=Gebiedsoort.BUURT, boven=wijk
    )
    flat = Gebied.objects.create(organisatie=organisatie, naam="Flat 3", soort=Gebiedsoort.FLAT, boven=buurt)
    los = maak_gebied(organisatie, "Langs de spoorlijn", Gebiedsoort.ANDERS)
    assert find_wijken(cijfers.mensen.ronde) == {
        wijk.pk: ("Voorhof", "Voorhof"),
        buurt.pk: ("Poptahof", "Voorhof"),
        flat.pk: ("Flat 3", "Voorhof"),
        los.pk: ("Langs de spoorlijn", OVERIG),
    }


def test_areas_that_contain_each_other_end(cijfers):
    een = maak_gebied(cijfers.mensen.organisatie, "Een")
    ander = maak_gebied(cijfers.mensen.organisatie, "Ander")
    Gebied.objects.filter(pk=een.pk).update(boven=ander)
    Gebied.objects.filter(pk=ander.pk).update(boven=een)
    assert set(find_wijken(cijfers.mensen.ronde).values()) == {("Een", OVERIG), ("Ander", OVERIG)}


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
    with django_assert_num_queries(1):
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
