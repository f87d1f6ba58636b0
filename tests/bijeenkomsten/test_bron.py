"""Notes and signals become statements by the same way as answers."""

from datetime import date

import pytest

from bijeenkomsten.models import Bijeenkomst, Gesprekstafel, Notitie, Signaal
from codering.domain.uitspraken import process_wijzigingen
from codering.models import Uitspraak
from organisaties.domain.bronnen import report_bronwijziging
from organisaties.enums import Kanaal, Wijzigingsoort
from tests.fabrieken import UUR, maak_gebied

pytestmark = pytest.mark.django_db


def report(ronde, soort, rij, wat=Wijzigingsoort.AANGEMAAKT):
    report_bronwijziging(ronde=ronde, bronsoort=soort, ids=[rij.pk], soort=wat)
    process_wijzigingen()


@pytest.fixture
def notitie(mensen):
    bijeenkomst = Bijeenkomst.objects.create(ronde=mensen.ronde, titel="Avond", datum=date(2026, 3, 15))
    gebied = maak_gebied(mensen.organisatie, "Voorhof")
    tafel = Gesprekstafel.objects.create(
        bijeenkomst=bijeenkomst, nummer=4, onderwerp="Ontmoeten", gebied=gebied
    )
    return Notitie.objects.create(tafel=tafel, tekst="Mevrouw Jansen mist het buurthuis", genoteerd_op=UUR)


def test_a_note_counts_for_its_table(mensen, notitie):
    report(mensen.ronde, "notitie", notitie)
    uitspraak = Uitspraak.objects.van(mensen.organisatie).get()
    assert (uitspraak.kanaal, uitspraak.vraag, uitspraak.eenheid) == (
        Kanaal.TAFEL,
        "Ontmoeten",
        notitie.tafel_id,
    )
    assert uitspraak.gebied.naam == "Voorhof"
    assert "Jansen" not in uitspraak.tekst
    assert "buurthuis" in uitspraak.tekst


def test_a_changed_note_is_cut_anew(mensen, notitie):
    report(mensen.ronde, "notitie", notitie)
    notitie.tekst = "Er is geen buurthuis meer"
    notitie.save()
    report(mensen.ronde, "notitie", notitie, Wijzigingsoort.GEWIJZIGD)
    assert Uitspraak.objects.get().tekst == "Er is geen buurthuis meer"


def test_a_deleted_note_takes_its_statements_along(mensen, notitie):
    report(mensen.ronde, "notitie", notitie)
    notitie.delete()
    assert not Uitspraak.objects.exists()


def test_a_signal_counts_for_itself(mensen):
    signaal = Signaal.objects.create(
        ronde=mensen.ronde,
        kanaal=Kanaal.TELEFOON,
        tekst="De bus stopt niet meer",
        ontvangen_op=date(2026, 3, 1),
    )
    report(mensen.ronde, "signaal", signaal)
    uitspraak = Uitspraak.objects.get()
    assert (uitspraak.kanaal, uitspraak.eenheid) == (Kanaal.TELEFOON, signaal.pk)
