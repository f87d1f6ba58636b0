"""Deletion at the end of a term: from the top room down, and told in the audit log."""

from datetime import timedelta

import pytest
from django.utils import timezone

from bijeenkomsten.models import Signaal
from codering.domain.uitspraken import process_wijzigingen
from codering.models import Inbedding, Uitspraak
from organisaties.domain.bewaren import bewaarregels, delete_verlopen
from organisaties.enums import Kanaal
from organisaties.models import Auditregel
from peilingen.models import Antwoord, Inzending
from tests.fabrieken import UUR, maak_antwoorden, maak_ronde

pytestmark = pytest.mark.django_db


def na(dagen):
    return UUR + timedelta(days=dagen)


def test_rooms_delete_from_the_top_down():
    hoogten = [regel.hoogte for regel in bewaarregels()]
    assert hoogten == sorted(hoogten, reverse=True)
    assert {"inzendingen", "notities en signalen", "uitspraken"} <= {regel.naam for regel in bewaarregels()}


def test_past_the_term_everything_of_an_answer_goes(mensen):
    maak_antwoorden(mensen.ronde, ["De lift is kapot", "Meer bankjes"])
    process_wijzigingen()
    hashes = list(Uitspraak.objects.values_list("inhoudhash", flat=True))
    for inhoudhash in hashes:
        Inbedding.objects.create(sleutel=inhoudhash, model="m", inhoudhash=inhoudhash, vector=b"\0")
    weg = delete_verlopen(organisatie=mensen.organisatie, nu=na(mensen.organisatie.bewaardagen + 1))
    assert (weg["inzendingen"], weg["uitspraken"], weg["inbeddingen"]) == (2, 2, 2)
    for model in (Inzending, Antwoord, Uitspraak, Inbedding):
        assert not model.objects.exists()
    regel = Auditregel.objects.van(mensen.organisatie).get(handeling="bewaartermijn")
    assert "2 inzendingen" in regel.omschrijving
    assert regel.wie is None


def test_within_the_term_all_stays(mensen):
    maak_antwoorden(mensen.ronde, ["De lift is kapot"])
    weg = delete_verlopen(organisatie=mensen.organisatie, nu=na(mensen.organisatie.bewaardagen - 1))
    assert not any(weg.values())
    assert Inzending.objects.count() == 1
    assert not Auditregel.objects.exists()


def test_another_organisation_keeps_its_own(mensen):
    maak_antwoorden(maak_ronde(mensen.elders.organisatie), ["Blijft staan"])
    delete_verlopen(organisatie=mensen.organisatie, nu=na(5000))
    assert Antwoord.objects.count() == 1


def test_a_vector_stays_while_another_statement_has_the_text(mensen):
    maak_antwoorden(mensen.ronde, ["Meer groen"])
    maak_antwoorden(maak_ronde(mensen.elders.organisatie), ["Meer groen"])
    process_wijzigingen()
    inhoudhash = Uitspraak.objects.values_list("inhoudhash", flat=True).distinct().get()
    Inbedding.objects.create(sleutel="a", model="m", inhoudhash=inhoudhash, vector=b"\0")
    delete_verlopen(organisatie=mensen.organisatie, nu=na(5000))
    assert Inbedding.objects.count() == 1


def test_signals_go_by_their_day(mensen):
    vandaag = timezone.localdate()
    for dagen in (0, 731):
        Signaal.objects.create(
            ronde=mensen.ronde, kanaal=Kanaal.MAIL, tekst="x", ontvangen_op=vandaag - timedelta(days=dagen)
        )
    assert delete_verlopen(organisatie=mensen.organisatie)["signalen"] == 1
    assert Signaal.objects.get().ontvangen_op == vandaag
