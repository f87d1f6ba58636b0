"""What a coder sees of why and of what kind, and that every statement is accounted for."""

import json
import re

import pytest

from codering.domain import analyse as analysedomein
from codering.domain import toetsen
from codering.domain.coderen import code_uitspraak, current_codering
from codering.domain.lijst import Herkomst, Zoekvraag, find_uitspraken
from codering.domain.nakijken import read_blad
from codering.domain.overzicht import count_redenen, count_uitkomsten, read_overzicht
from codering.domain.soorten import count_soorten
from codering.domain.toelichten import refer_voorbeelden
from codering.domain.toetsen import toets_woorden
from codering.domain.uitkomsten import read_drempel, store_analyse
from codering.enums import Kwaliteit, Uitspraaksoort
from codering.models import Analyserun, Themavoorstel, Uitspraak
from codering.nlp import types as nlp
from tests.codering.makers import maak_run, maak_uitspraken
from tests.codering.test_nakijken import beslis
from tests.codering.test_paginas import tekst
from tests.fabrieken import maak_ronde

EIGEN = "Een boom voor elke deur"


def store(stel, uitkomsten, parameters=()):
    """Store an analysis of the statements of the ronde with these outcomes."""
    run = Analyserun.objects.create(ronde=stel.mensen.ronde, nummer=9, codeboek=stel.codeboek)
    fragmenten = tuple(
        nlp.Fragmentuitkomst(
            fragment=nlp.Fragment(
                str(u.pk), 0, u.begin, u.eind, u.tekst, u.tekst, "nl", nlp.Kwaliteit(u.kwaliteit)
            ),
            **velden,
        )
        for u, velden in uitkomsten
    )
    herkomst = nlp.Herkomst((), "nep", "Klein", 0, "", "", parameters, 0)
    store_analyse(
        run=run,
        uitspraken=[u for u, _velden in uitkomsten],
        analyse=nlp.Analyse(fragmenten, (), herkomst),
    )
    run.refresh_from_db()
    return run


def themed(code="groen", **velden):
    voorstel = nlp.Voorstel(code, 0.9, ("bomen",), ("Geplant door ons", EIGEN))
    scores = (0.1, 0.9, 0.2)
    return {"status": nlp.Status.THEMA, "reden": "", "voorstellen": (voorstel,), "scores": scores, **velden}


@pytest.fixture
def gemengd(stel):
    """A run with a statement of each kind: themed, no theme, no answer, failed."""
    eerste, tweede, derde = stel.uitspraken
    (leeg,) = maak_uitspraken(stel.mensen.ronde, ["geen idee"], kwaliteit=Kwaliteit.WEET_NIET)
    return store(
        stel,
        [
            (eerste, {"status": nlp.Status.MISLUKT, "reden": "Deze tekst kon niet worden gelezen."}),
            (tweede, themed(soort="wens", soort_zekerheid=0.8)),
            (derde, {"status": nlp.Status.GEEN_THEMA, "reden": "Geen thema past.", "soort": "feit"}),
            (leeg, {"status": nlp.Status.GEEN_ANTWOORD, "reden": "De inwoner zegt het niet te weten."}),
        ],
        (("drempel_bulk", "0.7"),),
    )


def test_counts_add_up_on_every_page(stel, gemengd, inloggen):
    maak_uitspraken(stel.mensen.ronde, ["kwam later"])
    overzicht = read_overzicht(stel.mensen.ronde)
    telling = count_uitkomsten(gemengd)
    assert (telling.thema, telling.geen_thema, telling.geen_antwoord, telling.mislukt) == (1, 1, 1, 1)
    assert telling.totaal + overzicht.nieuw == overzicht.uitspraken == 5
    assert count_redenen(gemengd) == [("Deze tekst kon niet worden gelezen.", 1)]
    client = inloggen(stel.mensen.codeur)
    ronde = (
        tekst(client.get(f"/codering/rondes/{stel.mensen.ronde.pk}/")).replace(" ,", ",").replace(" .", ".")
    )
    zin = "Van 5 uitspraken: 1 met een thema, 1 zonder, 1 geen antwoord, 1 niet gelukt, 1 nog niet bekeken."
    assert zin in ronde
    run = tekst(client.get(f"/codering/runs/{gemengd.pk}/"))
    assert "Deze tekst kon niet worden gelezen. (1)" in run


def test_what_failed_is_looked_at_first_and_can_be_found(stel, gemengd, inloggen):
    client = inloggen(stel.mensen.codeur)
    blad = client.get(stel.adres).context["blad"]
    assert blad.uitspraak == stel.uitspraken[0]
    vraag = Zoekvraag(herkomst=Herkomst.MISLUKT)
    assert list(find_uitspraken(stel.mensen.ronde, gemengd, vraag)) == [stel.uitspraken[0].pk]
    lijst = tekst(client.get(f"/codering/rondes/{stel.mensen.ronde.pk}/uitspraken/?herkomst=mislukt"))
    assert "niet gelukt: Deze tekst kon niet worden gelezen." in lijst
    beslis(client, stel, stel.uitspraken[0], "groen")
    assert not find_uitspraken(stel.mensen.ronde, gemengd, vraag).exists()


def test_words_and_examples_are_shown_with_a_proposal(stel, gemengd, inloggen):
    antwoord = inloggen(stel.mensen.codeur).get(f"{stel.adres}?uitspraak={stel.uitspraken[1].pk}")
    pagina, html = tekst(antwoord), antwoord.content.decode()
    assert "Telde mee: bomen" in pagina
    assert "Lijkt op: Geplant door ons en Een boom voor elke deur" in pagina
    assert "Meer <mark>bomen</mark> graag" in html


def test_words_of_an_own_statement_go_when_it_is_deleted(stel):
    (eigen,) = maak_uitspraken(stel.mensen.ronde, [EIGEN])
    run = store(stel, [(stel.uitspraken[1], themed())])
    voorstel = Themavoorstel.objects.get(uitkomst__run=run)
    assert voorstel.voorbeelden == [{"tekst": "Geplant door ons"}, {"uitspraak": str(eigen.pk)}]
    assert EIGEN not in json.dumps(voorstel.voorbeelden)
    uitspraak = Uitspraak.objects.select_related("ronde__organisatie").get(pk=stel.uitspraken[1].pk)
    assert read_blad(run=run, uitspraak=uitspraak).voorbeelden[voorstel.pk] == ("Geplant door ons", EIGEN)
    eigen.delete()
    assert read_blad(run=run, uitspraak=uitspraak).voorbeelden[voorstel.pk] == ("Geplant door ons",)


def test_a_statement_elsewhere_with_the_same_words_is_not_ours(stel):
    maak_uitspraken(maak_ronde(stel.mensen.elders.organisatie), [EIGEN])
    assert refer_voorbeelden(stel.mensen.organisatie, [EIGEN]) == {EIGEN: {"tekst": EIGEN}}


def test_in_a_blind_round_nothing_of_the_machine_is_shown(stel, gemengd):
    uitspraak = Uitspraak.objects.select_related("ronde__organisatie").get(pk=stel.uitspraken[1].pk)
    blad = read_blad(run=gemengd, uitspraak=uitspraak, blind=True)
    assert (blad.soort, blad.voorstellen, blad.voorbeelden) == ("", (), {})


def test_soort_is_proposed_taken_over_and_corrected(stel, gemengd, inloggen):
    client = inloggen(stel.mensen.codeur)
    uitspraak = stel.uitspraken[1]
    pagina = client.get(f"{stel.adres}?uitspraak={uitspraak.pk}")
    assert "De computer denkt: wens voorstel, 80 % zeker" in tekst(pagina)
    assert not re.search(r'name="soort"[^>]*checked', pagina.content.decode())
    beslis(client, stel, uitspraak, actie="overnemen")
    assert current_codering(uitspraak).soort == "wens"
    beslis(client, stel, uitspraak, "groen", soort="knelpunt", gezien=str(current_codering(uitspraak).pk))
    assert current_codering(uitspraak).soort == "knelpunt"


def test_saving_without_a_soort_leaves_it_to_the_proposal(stel, gemengd, inloggen):
    beslis(inloggen(stel.mensen.codeur), stel, stel.uitspraken[1], "groen")
    assert current_codering(stel.uitspraken[1]).soort == ""
    assert [regel.aantallen for regel in count_soorten(gemengd)] == [(0, 0, 1, 0, 0)]


def test_the_list_is_narrowed_down_to_what_speakers_do(stel, gemengd, inloggen):
    def vind(soort):
        return set(find_uitspraken(stel.mensen.ronde, gemengd, Zoekvraag(soort=soort)))

    assert (vind("wens"), vind("feit"), vind("aanbod")) == (
        {stel.uitspraken[1].pk},
        {stel.uitspraken[2].pk},
        set(),
    )
    code_uitspraak(
        uitspraak=stel.uitspraken[1], wie=stel.mensen.codeur.gebruiker, codeboek=stel.codeboek,
        themas=[stel.thema("groen")], soort=Uitspraaksoort.KNELPUNT,
    )  # fmt: skip
    assert (vind("wens"), vind("knelpunt")) == (set(), {stel.uitspraken[1].pk})
    lijst = tekst(
        inloggen(stel.mensen.lezer).get(f"/codering/rondes/{stel.mensen.ronde.pk}/uitspraken/?soort=feit")
    )
    assert "1 uitspraak gevonden" in lijst
    assert "feit (voorstel)" in lijst


def test_counts_per_theme_are_split_by_what_speakers_do(stel, gemengd, inloggen):
    (regel,) = count_soorten(gemengd)
    assert (regel.thema.code, regel.aantallen, regel.onbekend, regel.totaal) == (
        "groen",
        (0, 0, 1, 0, 0),
        0,
        1,
    )
    pagina = tekst(inloggen(stel.mensen.lezer).get(f"/codering/runs/{gemengd.pk}/"))
    assert "Wat sprekers doen, per thema" in pagina
    assert count_soorten(stel.run) == []


def test_certainty_of_the_whole_and_the_threshold_are_stored(gemengd, stel):
    rij = gemengd.uitkomsten.get(uitspraak=stel.uitspraken[1])
    assert (round(rij.zekerheid, 4), rij.soort, rij.soort_zekerheid) == (0.648, "wens", 0.8)
    assert gemengd.uitkomsten.get(uitspraak=stel.uitspraken[0]).zekerheid == 0
    assert gemengd.drempel_bulk == 0.7


@pytest.mark.parametrize("waarde", ["", "nan", "0", "1.5", "hoog"])
def test_a_threshold_that_cannot_be_is_none(waarde):
    assert read_drempel({"parameters": [["drempel_bulk", waarde]]}) is None


@pytest.fixture
def beoordeel(monkeypatch):
    """A model that knows one word per theme of the small codebook."""

    def judge(teksten, vragen):
        import numpy as np

        return np.array([[0.1, 0.9 if "bomen" in tekst else 0.2, 0.1] for tekst in teksten])

    monkeypatch.setattr(toetsen, "_open_beoordelaar", lambda run: judge)


def test_words_are_tried_afterwards_and_kept_by_the_next_run(stel, beoordeel):
    voorstel = nlp.Voorstel("groen", 0.9, ("graag", "bomen"))
    run = store(stel, [(stel.uitspraken[1], themed(voorstellen=(voorstel,)))])
    assert not Themavoorstel.objects.get(uitkomst__run=run).getoetst
    assert toets_woorden(run=run) is False
    rij = Themavoorstel.objects.get(uitkomst__run=run)
    assert (rij.vormen, rij.getoetst) == (["bomen"], True)
    Analyserun.objects.filter(pk=run.pk).update(nummer=8)
    tweede = store(stel, [(stel.uitspraken[1], themed(voorstellen=(voorstel,)))])
    rij = Themavoorstel.objects.get(uitkomst__run=tweede)
    assert (rij.vormen, rij.getoetst) == (["bomen"], True)


def test_trying_stops_when_asked_and_goes_on_later(stel, beoordeel):
    run = store(stel, [(stel.uitspraken[1], themed())])
    assert toets_woorden(run=run, gestopt=lambda: True) is True
    assert not Themavoorstel.objects.filter(uitkomst__run=run, getoetst=True).exists()
    assert toets_woorden(run=run) is False
    assert Themavoorstel.objects.filter(uitkomst__run=run, getoetst=True).count() == 1


def test_a_run_over_a_text_that_the_model_cannot_take_ends_well(mensen, monkeypatch):
    from codering.nlp import registry
    from tests.codering.makers import maak_codeboek
    from tests.codering.nlp.test_veilig import SLECHT, Kieskeurig

    monkeypatch.setattr(registry, "default_embedder", Kieskeurig)
    maak_uitspraken(mensen.ronde, ["meer bomen op het plein", SLECHT, "licht in de tunnel"])
    run = Analyserun.objects.create(ronde=mensen.ronde, nummer=1, codeboek=maak_codeboek(mensen.organisatie))
    assert analysedomein.continue_run(run=run) is False
    run.refresh_from_db()
    telling = count_uitkomsten(run)
    assert (run.status, telling.totaal, telling.mislukt) == ("klaar", 3, 1)
    assert run.uitkomsten.get(status="mislukt").uitspraak.tekst == SLECHT


def test_only_a_run_of_now_is_tried(stel, beoordeel):
    from codering.tasks import toets_uitleg

    run = store(stel, [(stel.uitspraken[1], themed())])
    maak_run(stel.mensen.ronde, stel.codeboek, {})
    Analyserun.objects.exclude(pk=run.pk).filter(nummer__gt=1).update(nummer=10)
    toets_uitleg.call(str(run.pk))
    assert not Themavoorstel.objects.filter(uitkomst__run=run, getoetst=True).exists()
