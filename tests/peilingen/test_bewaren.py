"""Drafts that nobody came back for go within a day, answers at the end of their term."""

from datetime import timedelta

import pytest
from django.utils import timezone

from config.taakzorg import delete_verlopen_overal
from organisaties.domain.bewaren import delete_verlopen
from organisaties.models import Auditregel
from peilingen.domain.vragenlijsten import close_vragenlijst
from peilingen.models import Inzending, Inzendingconcept, Vragenlijst
from tests.fabrieken import UUR
from tests.peilingen.makers import maak_open, stuur_in


@pytest.fixture
def lijst(mensen):
    return maak_open(mensen.ronde, mensen.organisator.gebruiker)


def maak_halve(lijst, bijgewerkt_op):
    return Inzendingconcept.objects.create(
        vragenlijst=lijst, sleutel=f"{bijgewerkt_op.timestamp()}", bijgewerkt_op=bijgewerkt_op
    )


@pytest.mark.parametrize(
    ("verstreken", "weg"),
    [
        (timedelta(hours=23, minutes=59), False),
        (timedelta(hours=24, minutes=59), False),  # last typed in at 19:59, it is a day old at 19:59
        (timedelta(hours=25), True),
        (timedelta(days=9), True),
    ],
)
def test_a_draft_stays_a_whole_day(mensen, lijst, verstreken, weg):
    maak_halve(lijst, UUR)
    delete_verlopen(organisatie=mensen.organisatie, nu=UUR + verstreken)
    assert Inzendingconcept.objects.exists() is not weg


def test_drafts_go_a_day_after_closing(mensen, lijst):
    close_vragenlijst(vragenlijst=lijst, wie=mensen.organisator.gebruiker)
    dicht = Vragenlijst.objects.values_list("gesloten_op", flat=True).get()
    assert dicht is not None
    maak_halve(lijst, dicht + timedelta(hours=20))
    delete_verlopen(organisatie=mensen.organisatie, nu=dicht + timedelta(hours=23))
    assert Inzendingconcept.objects.exists()
    delete_verlopen(organisatie=mensen.organisatie, nu=dicht + timedelta(hours=25))
    assert not Inzendingconcept.objects.exists()


def test_deletion_says_what_went_and_spares_another_organisation(mensen, lijst):
    elders = Vragenlijst.objects.create(
        ronde=mensen.elders.organisatie.rondes.create(naam="Elders"), titel="Elders"
    )
    for vragenlijst in (lijst, elders):
        maak_halve(vragenlijst, UUR + timedelta(hours=vragenlijst is elders))
    stuur_in(lijst)
    Inzending.objects.update(ingediend_op=UUR)
    delete_verlopen(
        organisatie=mensen.organisatie, nu=UUR + timedelta(days=mensen.organisatie.bewaardagen, hours=1)
    )
    assert not Inzending.objects.exists()
    assert [concept.vragenlijst for concept in Inzendingconcept.objects.all()] == [elders]
    regel = Auditregel.objects.get(handeling="bewaartermijn")
    assert regel.omschrijving == "1 concepten, 1 inzendingen"


def test_the_worker_runs_it(mensen, lijst):
    maak_halve(lijst, timezone.now() - timedelta(days=2))
    delete_verlopen_overal()
    assert not Inzendingconcept.objects.exists()
