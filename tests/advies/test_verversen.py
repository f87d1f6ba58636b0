import pytest

from advies.domain.afdruk import list_bevindingen
from advies.domain.verversen import find_verouderd, refresh_alles, refresh_zin
from advies.models import Adviesconcept, Bevinding
from inzicht.domain.cijfers import count_ronde
from inzicht.domain.tellen import read_telling
from tests.advies.makers import maak_brief, verplaats_uitspraak

pytestmark = pytest.mark.django_db


def zien(advies):
    vers = Adviesconcept.objects.get(pk=advies.pk)
    return find_verouderd(vers, list_bevindingen(vers))


def schoon(tekst):
    return tekst.replace("\u00a0", " ")


@pytest.fixture
def brief(cijfers):
    return maak_brief(cijfers)


@pytest.fixture
def wie(cijfers):
    return cijfers.mensen.organisator.gebruiker


def test_the_same_figures_are_not_out_of_date(brief):
    assert not zien(brief).iets


def test_a_changed_figure_marks_its_sentence_and_changes_nothing(brief, cijfers):
    verplaats_uitspraak(cijfers, 23, "veilig", "groen")
    verplaats_uitspraak(cijfers, 0, "groen")
    stand = zien(brief)
    assert [(zin.nummer, schoon(zin.oud), schoon(zin.nieuw), zin.eigen) for zin in stand.zinnen] == [
        (
            1,
            "Dit noemden 15 van de 50 inzenders (30 %).",
            "Dit noemden 14 van de 50 inzenders (28 %).",
            False,
        ),
        (
            2,
            "Dit noemden 10 van de 50 inzenders (20 %).",
            "Dit noemden 11 van de 50 inzenders (22 %).",
            False,
        ),
    ]
    assert stand.brief
    assert "15 van de 50" in brief.bevindingen.first().cijferzin


def test_taking_all_keeps_what_people_wrote_and_points_it_out(brief, wie, cijfers):
    eigen, ander = brief.bevindingen.all()
    Bevinding.objects.filter(pk=eigen.pk).update(cijferzin="Vijftien mensen vertelden dit.")
    Adviesconcept.objects.filter(pk=brief.pk).update(slot="Eigen slot")
    verplaats_uitspraak(cijfers, 0, "groen")
    assert refresh_alles(advies=brief, wie=wie) == [eigen.pk]
    eigen.refresh_from_db()
    ander.refresh_from_db()
    brief.refresh_from_db()
    assert eigen.cijferzin == "Vijftien mensen vertelden dit."
    assert "11 van de 50" in ander.cijferzin
    assert brief.slot == "Eigen slot"
    assert read_telling(brief.momentopname.cijfers) == count_ronde(cijfers.mensen.ronde)
    stand = zien(brief)
    assert [(zin.bevinding.pk, zin.eigen) for zin in stand.zinnen] == [(eigen.pk, True)]
    assert not stand.brief


@pytest.mark.parametrize(("overnemen", "zin"), [(True, "14 van de 50"), (False, "Vijftien mensen")])
def test_a_person_decides_on_a_sentence_of_ones_own(overnemen, zin, brief, wie, cijfers):
    eigen = brief.bevindingen.first()
    Bevinding.objects.filter(pk=eigen.pk).update(cijferzin="Vijftien mensen vertelden dit.")
    verplaats_uitspraak(cijfers, 0, "groen")
    eigen.refresh_from_db()
    refresh_zin(bevinding=eigen, wie=wie, overnemen=overnemen)
    eigen.refresh_from_db()
    assert zin in eigen.cijferzin
    assert [z.nummer for z in zien(brief).zinnen] == [2]


def test_the_opening_follows_only_when_nobody_rewrote_it(brief, wie, cijfers):
    verplaats_uitspraak(cijfers, 0, "groen")
    for plaats in range(30, 50):
        verplaats_uitspraak(cijfers, plaats, "groen")
    assert zien(brief).aanleiding == ""
    refresh_alles(advies=brief, wie=wie)
    brief.refresh_from_db()
    assert "Zij hadden het het vaakst over “groen”" in brief.aanleiding
    Adviesconcept.objects.filter(pk=brief.pk).update(aanleiding="Wij schrijven u uit zorg.")
    for plaats in range(30, 50):
        verplaats_uitspraak(cijfers, plaats, "veilig")
    assert "Zij hadden het het vaakst over “veiligheid”" in zien(brief).aanleiding
    refresh_alles(advies=brief, wie=wie)
    brief.refresh_from_db()
    assert brief.aanleiding == "Wij schrijven u uit zorg."


def test_a_sentence_that_someone_left_out_stays_out(brief, wie, cijfers):
    Bevinding.objects.filter(advies=brief).update(cijferzin="")
    verplaats_uitspraak(cijfers, 0, "groen")
    assert zien(brief).zinnen == ()
    assert refresh_alles(advies=brief, wie=wie) == []
    assert {b.cijferzin for b in brief.bevindingen.all()} == {""}
