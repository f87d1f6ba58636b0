import pytest

from codering.domain.coderen import code_uitspraak, current_codering, read_eigen_voorbeelden, undo_codering
from codering.enums import Wijze
from codering.models import Codering, OnveranderlijkFout, Themavoorstel
from codering.nlp.types import Voorbeeld
from codering.refusals import AndersBeslist, NietsOngedaanTeMaken, VreemdThema
from organisaties.enums import Rol
from tests.codering.makers import maak_codeboek
from tests.fabrieken import maak_lid


def codeer(stel, *codes, wie=None, **opties):
    return code_uitspraak(
        uitspraak=stel.uitspraken[0],
        wie=wie or stel.mensen.codeur.gebruiker,
        codeboek=stel.codeboek,
        themas=[stel.thema(code) for code in codes],
        **opties,
    )


def ongedaan(stel, *, wie=None, gezien=None):
    return undo_codering(uitspraak=stel.uitspraken[0], wie=wie or stel.mensen.codeur.gebruiker, gezien=gezien)


def geldt(stel):
    """The themes that a person put on the first statement; None when nobody did."""
    besluit = current_codering(stel.uitspraken[0])
    return besluit and [thema.code for thema in besluit.themas.all()]


def test_a_decision_is_written_once_and_never_changed(stel):
    eerste = codeer(stel, "groen", soort="wens")
    with pytest.raises(OnveranderlijkFout):
        eerste.save()
    with pytest.raises(OnveranderlijkFout):
        Codering.objects.update(soort="feit")
    tweede = codeer(stel, "veilig", "groen")
    assert tweede.vervangt == eerste
    assert geldt(stel) == ["groen", "veilig"]
    assert Codering.objects.count() == 2


def test_no_theme_is_a_decision_too(stel):
    codeer(stel)
    assert geldt(stel) == []


def test_the_same_decision_again_is_not_written_twice(stel):
    eerste = codeer(stel, "groen", gezien=None)
    assert codeer(stel, "groen", gezien=None) == eerste
    assert Codering.objects.count() == 1


def test_another_person_confirms_by_a_row_of_their_own(stel):
    codeer(stel, "groen")
    ander = codeer(stel, "groen", wie=stel.mensen.organisator.gebruiker)
    assert ander.wie == stel.mensen.organisator.gebruiker
    assert Codering.objects.count() == 2


def test_who_did_not_see_the_last_decision_cannot_replace_it(stel):
    eerste = codeer(stel, "groen", gezien=None)
    with pytest.raises(AndersBeslist):
        codeer(stel, "veilig", wie=stel.mensen.organisator.gebruiker, gezien=None)
    assert geldt(stel) == ["groen"]
    codeer(stel, "veilig", wie=stel.mensen.organisator.gebruiker, gezien=eerste.pk)
    assert geldt(stel) == ["veilig"]


def test_a_theme_of_another_codebook_is_refused(stel):
    vreemd = maak_codeboek(stel.mensen.organisatie, {"ander": "Ander"}, naam="Tweede").themas.get()
    with pytest.raises(VreemdThema):
        code_uitspraak(
            uitspraak=stel.uitspraken[0],
            wie=stel.mensen.codeur.gebruiker,
            codeboek=stel.codeboek,
            themas=[vreemd],
        )
    assert not Codering.objects.exists()


def test_undo_brings_back_the_proposal(stel):
    codeer(stel, "groen")
    terug = ongedaan(stel)
    assert terug.ingetrokken
    assert geldt(stel) is None


def test_undo_brings_back_the_decision_before(stel):
    codeer(stel, "groen", soort="wens")
    codeer(stel, "veilig", soort="knelpunt")
    ongedaan(stel)
    assert geldt(stel) == ["groen"]
    assert current_codering(stel.uitspraken[0]).soort == "wens"


def test_undo_of_undo_brings_the_decision_back(stel):
    codeer(stel, "groen")
    ongedaan(stel)
    ongedaan(stel)
    assert geldt(stel) == ["groen"]
    assert Codering.objects.count() == 3


def test_undo_pressed_twice_at_once_undoes_once(stel):
    besluit = codeer(stel, "groen")
    ongedaan(stel, gezien=besluit.pk)
    with pytest.raises(NietsOngedaanTeMaken):
        ongedaan(stel, gezien=besluit.pk)
    assert geldt(stel) is None


def test_only_ones_own_last_decision_can_be_undone(stel):
    with pytest.raises(NietsOngedaanTeMaken):
        ongedaan(stel)
    codeer(stel, "groen")
    with pytest.raises(NietsOngedaanTeMaken):
        ongedaan(stel, wie=stel.mensen.organisator.gebruiker)
    codeer(stel, "veilig", wie=stel.mensen.organisator.gebruiker)
    with pytest.raises(NietsOngedaanTeMaken):
        ongedaan(stel)
    assert geldt(stel) == ["veilig"]


def test_the_machines_proposals_stay_as_they_were(stel):
    voor = list(Themavoorstel.objects.order_by("pk").values_list("pk", "zekerheid"))
    codeer(stel, "groen")
    ongedaan(stel)
    assert list(Themavoorstel.objects.order_by("pk").values_list("pk", "zekerheid")) == voor


def test_blind_decisions_count_for_nothing_and_replace_nothing(stel):
    codeer(stel, "groen")
    blind = codeer(stel, "veilig", wie=stel.mensen.organisator.gebruiker, wijze=Wijze.BLIND, gezien=None)
    assert blind.vervangt is None
    assert geldt(stel) == ["groen"]


def test_a_codeur_who_leaves_leaves_their_decisions(stel):
    lid = maak_lid(stel.mensen.organisatie, Rol.CODEUR, "Weg")
    codeer(stel, "groen", wie=lid.gebruiker)
    lid.gebruiker.delete()
    besluit = current_codering(stel.uitspraken[0])
    assert (besluit.wie, geldt(stel)) == (None, ["groen"])
    assert "iemand die weg is" in str(besluit)


def test_decisions_become_examples_and_undone_ones_do_not(stel):
    codeer(stel, "groen", "veilig")
    bron = str(stel.uitspraken[0].eenheid)
    voorbeeld = Voorbeeld("De buurtkamer is dicht", ("groen", "veilig"), "Wat mist u?", 3.0, bron=bron)
    assert read_eigen_voorbeelden(stel.codeboek) == (voorbeeld,)
    ongedaan(stel)
    assert read_eigen_voorbeelden(stel.codeboek) == ()
