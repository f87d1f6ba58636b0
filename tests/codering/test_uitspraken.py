from dataclasses import replace

import pytest

from codering.domain.coderen import code_uitspraak
from codering.domain.snijden import hash_tekst
from codering.domain.uitspraken import process_wijzigingen
from codering.models import Codering, Inbedding, Uitspraak
from organisaties.domain import bronnen
from organisaties.domain.bronnen import report_bronwijziging
from organisaties.enums import Kanaal, Wijzigingsoort
from organisaties.models import Bronwijziging
from peilingen.domain.bron import BRONSOORT, Antwoordadapter
from tests.codering.makers import maak_codeboek
from tests.fabrieken import maak_antwoorden, maak_gebied

EEN, ANDER = "De buurtkamer is altijd dicht in het weekend.", "Er staan veel te weinig bomen in onze straat."
TWEE = f"{EEN}\n{ANDER}"


def meld(ronde, antwoorden, soort=Wijzigingsoort.GEWIJZIGD):
    report_bronwijziging(ronde=ronde, bronsoort=BRONSOORT, ids=[a.pk for a in antwoorden], soort=soort)


def teksten():
    return sorted(Uitspraak.objects.values_list("tekst", flat=True))


@pytest.fixture
def antwoord(mensen):
    (rij,) = maak_antwoorden(mensen.ronde, [TWEE])
    assert process_wijzigingen() is False
    return rij


def test_an_answer_becomes_statements_and_leaves_no_trace_of_arrival(mensen, antwoord):
    assert teksten() == [EEN, ANDER]
    assert not Bronwijziging.objects.exists()
    eerste = Uitspraak.objects.get(volgnummer=0)
    assert (antwoord.tekst[eerste.begin : eerste.eind], eerste.eenheid) == (EEN, antwoord.inzending_id)
    assert "buurtkamer" in eerste.zoektekst


def test_names_and_numbers_are_masked_before_anything_is_stored(mensen):
    maak_antwoorden(mensen.ronde, ["Bel mij gerust op 06-12345678 over het plein bij de flat."])
    process_wijzigingen()
    assert "12345678" not in "".join(teksten())
    assert not Uitspraak.objects.filter(zoektekst__contains="12345678").exists()


def test_the_same_change_twice_makes_nothing_twice(mensen, antwoord):
    voor = set(Uitspraak.objects.values_list("pk", flat=True))
    meld(mensen.ronde, [antwoord], Wijzigingsoort.AANGEMAAKT)
    meld(mensen.ronde, [antwoord])
    process_wijzigingen()
    assert set(Uitspraak.objects.values_list("pk", flat=True)) == voor


def test_a_changed_sentence_replaces_its_statement_and_its_vector_only(mensen, antwoord):
    blijft, weg = Uitspraak.objects.get(tekst=EEN), Uitspraak.objects.get(tekst=ANDER)
    for uitspraak in (blijft, weg):
        Inbedding.objects.create(
            sleutel=str(uitspraak.pk), model="m", inhoudhash=uitspraak.inhoudhash, vector=b""
        )
    antwoord.tekst = TWEE.replace("bomen", "banken")
    antwoord.save()
    meld(mensen.ronde, [antwoord])
    process_wijzigingen()
    assert teksten() == [EEN, ANDER.replace("bomen", "banken")]
    assert Uitspraak.objects.get(tekst=EEN).pk == blijft.pk
    assert list(Inbedding.objects.values_list("sleutel", flat=True)) == [str(blijft.pk)]


def test_a_decision_stays_when_the_sentence_stays_though_it_moves(mensen, antwoord):
    codeboek = maak_codeboek(mensen.organisatie)
    uitspraak = Uitspraak.objects.get(tekst=ANDER)
    code_uitspraak(uitspraak=uitspraak, wie=mensen.codeur.gebruiker, codeboek=codeboek, themas=[])
    antwoord.tekst = f"{ANDER}\n{EEN}"
    antwoord.save()
    meld(mensen.ronde, [antwoord])
    process_wijzigingen()
    verplaatst = Uitspraak.objects.get(tekst=ANDER)
    assert (verplaatst.pk, verplaatst.begin, verplaatst.volgnummer) == (uitspraak.pk, 0, 0)
    assert Codering.objects.get().uitspraak == uitspraak


def test_a_deleted_source_takes_all_that_came_of_it_along(mensen, antwoord):
    for tekst in (EEN, ANDER, "van een ander"):
        Inbedding.objects.create(sleutel=tekst[:8], model="m", inhoudhash=hash_tekst(tekst), vector=b"")
    antwoord.inzending.delete()
    meld(mensen.ronde, [antwoord], Wijzigingsoort.VERWIJDERD)
    process_wijzigingen()
    assert not Uitspraak.objects.exists()
    assert not Inbedding.objects.exists()
    assert not Bronwijziging.objects.exists()


def test_an_area_can_change_without_a_new_statement(mensen, antwoord):
    voor = set(Uitspraak.objects.values_list("pk", flat=True))
    antwoord.inzending.gebied = maak_gebied(mensen.organisatie, "Poptahof-Noord")
    antwoord.inzending.kanaal = Kanaal.PAPIER
    antwoord.inzending.save()
    meld(mensen.ronde, [antwoord])
    process_wijzigingen()
    assert set(Uitspraak.objects.values_list("pk", flat=True)) == voor
    assert set(Uitspraak.objects.values_list("gebied__naam", "kanaal")) == {("Poptahof-Noord", "papier")}


def test_changes_are_done_in_parts(mensen):
    maak_antwoorden(mensen.ronde, [f"In straat {n} staat een bank" for n in range(5)])
    assert [process_wijzigingen(hoogstens=2) for _keer in range(3)] == [True, True, False]
    assert Uitspraak.objects.count() == 5


class Wispelturig(Antwoordadapter):
    """Gives another text the second time, as when someone changes an answer just then."""

    keer = 0

    def read(self, ids):
        self.keer += 1
        return [replace(tekst, tekst=f"Keer {self.keer} was het donker") for tekst in super().read(ids)]


def test_a_text_that_changes_while_it_is_cut_is_done_again(mensen, monkeypatch):
    maak_antwoorden(mensen.ronde, ["Het is donker op het plein"])
    monkeypatch.setitem(bronnen._ADAPTERS, BRONSOORT, Wispelturig())
    assert process_wijzigingen() is True
    assert not Uitspraak.objects.exists()
    assert Bronwijziging.objects.count() == 1
    monkeypatch.undo()
    assert process_wijzigingen() is False
    assert teksten() == ["Het is donker op het plein"]
