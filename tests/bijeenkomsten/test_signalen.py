"""The logbook: no BSN is ever kept, other personal data are proposed, deleting can be undone."""

from datetime import timedelta

import pytest
from django.utils import timezone

from bijeenkomsten.domain.signalen import change_signaal, delete_signaal, record_signaal, restore_signaal
from bijeenkomsten.domain.voorstellen import apply_voorstellen, erase_bsns, propose_maskers
from bijeenkomsten.models import Signaal
from bijeenkomsten.refusals import LegeTekst, Onherstelbaar, OnjuisteInvoer
from codering.domain.uitspraken import process_wijzigingen
from codering.models import Uitspraak
from organisaties.enums import Kanaal
from organisaties.models import Auditregel
from tests.bijeenkomsten.makers import DATUM, maak_signaal
from tests.fabrieken import maak_gebied, maak_organisatie

pytestmark = pytest.mark.django_db
MET_NAAM = "Mevrouw Jansen belde over de lift, terugbellen op 06-12345678"


def test_a_bsn_is_never_kept(mensen):
    assert maak_signaal(mensen, "Haar bsn is 111222333 en de lift is stuk").tekst == (
        "Haar bsn is [bsn] en de lift is stuk"
    )
    signaal = change_signaal(
        signaal=Signaal.objects.get(), wie=mensen.notulist.gebruiker, tekst="BSN: 123456782, de lift is stuk"
    )
    assert signaal.tekst == "BSN: [bsn], de lift is stuk"
    assert not Auditregel.objects.filter(omschrijving__contains="1").exists()


def test_a_signal_sent_twice_is_there_once(mensen):
    assert maak_signaal(mensen, sleutel="s") == maak_signaal(mensen, sleutel="s")
    assert Signaal.objects.count() == 1


def test_a_signal_is_recorded_with_who_and_becomes_a_statement(mensen):
    signaal = maak_signaal(mensen, gebied=maak_gebied(mensen.organisatie, "Voorhof"))
    process_wijzigingen()
    uitspraak = Uitspraak.objects.get()
    assert (uitspraak.kanaal, uitspraak.gebied.naam) == (Kanaal.TELEFOON, "Voorhof")
    assert signaal.wie == mensen.notulist.gebruiker
    assert Auditregel.objects.get().handeling == "signaal_genoteerd"


@pytest.mark.parametrize(
    ("velden", "fout"),
    [
        ({"tekst": " "}, LegeTekst),
        ({"kanaal": "duif"}, OnjuisteInvoer),
        ({"kanaal": ""}, OnjuisteInvoer),
        ({"sleutel": "a" * 65}, OnjuisteInvoer),
    ],
)
def test_what_cannot_be_kept_is_refused(mensen, velden, fout):
    goed = {"kanaal": Kanaal.BRIEF, "tekst": "De lift", "ontvangen_op": DATUM}
    with pytest.raises(fout):
        record_signaal(ronde=mensen.ronde, wie=mensen.notulist.gebruiker, **(goed | velden))
    assert not Signaal.objects.exists()


def test_an_area_of_another_organisation_is_refused(mensen):
    with pytest.raises(OnjuisteInvoer):
        maak_signaal(mensen, gebied=maak_gebied(maak_organisatie("Elders"), "Ver"))


def test_deleting_can_be_undone_within_the_hour(mensen):
    nu, wie = timezone.now(), mensen.notulist.gebruiker
    signaal = maak_signaal(mensen)
    process_wijzigingen()
    for _keer in range(2):
        delete_signaal(signaal=signaal, wie=wie, nu=nu)
    process_wijzigingen()
    assert (Signaal.objects.levend().count(), Uitspraak.objects.count()) == (0, 0)
    restore_signaal(signaal=signaal, wie=wie, nu=nu + timedelta(minutes=59))
    process_wijzigingen()
    assert (Signaal.objects.levend().count(), Uitspraak.objects.count()) == (1, 1)
    delete_signaal(signaal=signaal, wie=wie, nu=nu)
    with pytest.raises(Onherstelbaar):
        restore_signaal(signaal=signaal, wie=wie, nu=nu + timedelta(minutes=61))


def test_proposals_join_to_the_text_and_mask_what_is_not_kept():
    stukken = propose_maskers(MET_NAAM)
    assert "".join(stuk.tekst for stuk in stukken) == MET_NAAM
    nummers = {stuk.masker: stuk.nummer for stuk in stukken if stuk.masker}
    assert set(nummers) == {"[naam]", "[telefoon]"}
    half = apply_voorstellen(MET_NAAM, laten_staan=[nummers["[naam]"]])
    assert "Jansen" in half
    assert "06-12345678" not in half
    assert "Jansen" not in apply_voorstellen(MET_NAAM, laten_staan=[])


def test_a_text_without_numbers_stays_as_it_is():
    assert erase_bsns("De lift van 12 hoog is stuk") == "De lift van 12 hoog is stuk"
