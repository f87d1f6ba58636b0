"""Accepting the surest proposals together: only what was shown, one's own decision, back in one press."""

import re

import pytest

from codering.domain.coderen import code_uitspraak, current_codering, undo_codering
from codering.domain.overzicht import read_overzicht
from codering.domain.samen import accept_samen, count_samen, find_zekere, list_stapels, undo_samen
from codering.enums import Voorstelbron, Wijze
from codering.models import Analyserun, Codering, Stapelbesluit, Themavoorstel
from codering.refusals import AndersBeslist, NietsOngedaanTeMaken, NietsOverTeNemen
from organisaties.models import Auditregel
from tests.codering.makers import maak_run, maak_uitspraken
from tests.codering.test_paginas import tekst

DREMPEL = 0.9


@pytest.fixture
def zeker(stel):
    """A run that is sure of six statements: four green ones, one of two themes, one of none; and unsure of one."""
    teksten = [f"Meer bomen in straat {nummer}" for nummer in range(4)]
    uitspraken = maak_uitspraken(stel.mensen.ronde, [*teksten, "Bomen en veilig", "Mijn kat", "Tja, groen"])
    codes = [*({"groen": 0.99} for _ in teksten), {"groen": 0.98, "veilig": 0.97}, {}, {"groen": 0.6}]
    run = maak_run(stel.mensen.ronde, stel.codeboek, dict(zip(uitspraken, codes, strict=True)))
    run.uitkomsten.filter(uitspraak__in=uitspraken[:6]).update(zekerheid=0.95)
    run.uitkomsten.filter(uitspraak=uitspraken[6]).update(zekerheid=0.6)
    Analyserun.objects.filter(pk=run.pk).update(drempel_bulk=DREMPEL)
    run.refresh_from_db()
    return run


def keys(run, thema="groen"):
    from codering.domain.samen import find_stapel

    eigen = run.codeboek.themas.get(code=thema) if thema else None
    return [rij.uitspraak_id for rij in find_stapel(run, eigen)]


def accept(stel, run, uitspraken, thema="groen"):
    return accept_samen(
        run=run,
        thema=stel.thema(thema) if thema else None,
        uitspraken=uitspraken,
        wie=stel.mensen.codeur.gebruiker,
    )


def adres(stel, vraag=""):
    return f"/codering/rondes/{stel.mensen.ronde.pk}/samen/{vraag}"


def test_each_sure_statement_is_in_one_pile_by_its_surest_theme(zeker):
    assert [(s.code, s.aantal) for s in list_stapels(zeker)] == [("groen", 5), ("-", 1)]
    assert find_zekere(zeker).count() == 6


def test_without_a_threshold_nothing_can_be_accepted_together(stel, inloggen):
    assert not find_zekere(stel.run).exists()
    pagina = tekst(inloggen(stel.mensen.codeur).get(adres(stel)))
    assert "Er zijn geen uitspraken om samen na te kijken." in pagina
    with pytest.raises(NietsOverTeNemen):
        accept(stel, stel.run, [stel.uitspraken[1].pk])


def test_accepting_writes_an_own_decision_per_statement_and_says_how(stel, zeker):
    besluit = accept(stel, zeker, keys(zeker))
    rijen = Codering.objects.besluiten().filter(stapelbesluit=besluit)
    codeur = stel.mensen.codeur.gebruiker
    assert {(rij.wijze, rij.wie, rij.codeboek) for rij in rijen} == {(Wijze.ENKEL, codeur, stel.codeboek)}
    gekozen = sorted(sorted(thema.code for thema in rij.themas.all()) for rij in rijen)
    assert gekozen == [*(["groen"] for _ in range(4)), ["groen", "veilig"]]
    assert (besluit.aantal, besluit.drempel, besluit.runnummer) == (5, DREMPEL, zeker.nummer)
    regel = Auditregel.objects.get(handeling="samen_overgenomen")
    assert (regel.wie, regel.object_id) == (codeur, besluit.pk)
    assert "5 samen overgenomen: Groen, analyse 2, zekerheid vanaf 0.90" in regel.omschrijving
    assert count_samen(stel.mensen.ronde) == 5
    assert [s.code for s in list_stapels(zeker)] == ["-"]


def test_no_theme_is_a_decision_too(stel, zeker):
    (uitspraak,) = keys(zeker, "")
    accept(stel, zeker, [uitspraak], thema="")
    besluit = Codering.objects.besluiten().get(uitspraak_id=uitspraak)
    assert not besluit.themas.exists()


def test_one_press_takes_all_back_but_what_was_decided_anew(stel, zeker):
    besluit = accept(stel, zeker, keys(zeker))
    codeur = stel.mensen.codeur.gebruiker
    anders, *rest = [rij.uitspraak for rij in Codering.objects.filter(stapelbesluit=besluit)]
    code_uitspraak(uitspraak=anders, wie=codeur, codeboek=stel.codeboek, themas=[stel.thema("veilig")])
    assert undo_samen(besluit=besluit, wie=codeur) == 4
    assert [current_codering(uitspraak) for uitspraak in rest] == [None] * 4
    nu = current_codering(anders)
    assert nu is not None
    assert list(nu.themas.values_list("code", flat=True)) == ["veilig"]
    assert Auditregel.objects.get(handeling="samen_teruggezet").omschrijving == "4 van 5 teruggezet"
    with pytest.raises(NietsOngedaanTeMaken):
        undo_samen(besluit=besluit, wie=codeur)
    opnieuw = accept(stel, zeker, [uitspraak.pk for uitspraak in rest])
    assert opnieuw.aantal == 4


def test_another_persons_pile_is_not_ours_to_take_back(stel, zeker):
    besluit = accept(stel, zeker, keys(zeker)[:2])
    with pytest.raises(NietsOngedaanTeMaken):
        undo_samen(besluit=besluit, wie=stel.mensen.organisator.gebruiker)


def test_a_single_decision_of_a_pile_can_be_taken_back_alone(stel, zeker):
    besluit = accept(stel, zeker, keys(zeker)[:2])
    een = Codering.objects.filter(stapelbesluit=besluit).first()
    undo_codering(uitspraak=een.uitspraak, wie=stel.mensen.codeur.gebruiker)
    assert count_samen(stel.mensen.ronde) == 1
    assert undo_samen(besluit=besluit, wie=stel.mensen.codeur.gebruiker) == 1


def test_what_someone_decided_meanwhile_stops_the_whole_press(stel, zeker):
    gezien = keys(zeker)
    uitspraak = zeker.uitkomsten.get(uitspraak_id=gezien[0]).uitspraak
    code_uitspraak(
        uitspraak=uitspraak, wie=stel.mensen.organisator.gebruiker, codeboek=stel.codeboek, themas=[]
    )
    with pytest.raises(AndersBeslist):
        accept(stel, zeker, gezien)
    assert not Stapelbesluit.objects.exists()


def test_blind_rounds_groups_and_unsure_ones_are_left_out(stel, zeker):
    blind, groep, *rest = keys(zeker)
    Codering.objects.create(
        uitspraak_id=blind, wie=stel.mensen.codeur.gebruiker, codeboek=stel.codeboek, wijze=Wijze.BLIND
    )
    Themavoorstel.objects.filter(uitkomst__run=zeker, uitkomst__uitspraak_id=groep).update(
        bron=Voorstelbron.GROEP
    )
    assert keys(zeker) == rest
    with pytest.raises(AndersBeslist):
        accept(stel, zeker, [blind])


def test_a_newer_analysis_means_looking_again(stel, zeker):
    gezien = keys(zeker)
    maak_run(stel.mensen.ronde, stel.codeboek, {})
    with pytest.raises(AndersBeslist):
        accept(stel, zeker, gezien)


def test_from_the_page_of_the_ronde_to_a_pile_and_back(stel, zeker, inloggen):
    client = inloggen(stel.mensen.codeur)
    ronde = tekst(client.get(f"/codering/rondes/{stel.mensen.ronde.pk}/"))
    assert "Bij 6 uitspraken is de computer vrijwel zeker van zijn voorstel." in ronde
    assert "5 uitspraken doorlezen" in tekst(client.get(adres(stel)))
    html = client.get(adres(stel, "?thema=groen")).content.decode()
    sleutels = re.findall(r'name="uitspraken"\s+value="([^"]+)"\s+checked', html)
    assert len(sleutels) == 5
    assert "<mark>veilig</mark>" in html
    gegevens = {"run": zeker.nummer, "uitspraken": sleutels[1:]}
    antwoord = client.post(adres(stel, "?thema=groen"), gegevens, follow=True)
    assert "4 uitspraken overgenomen." in tekst(antwoord)
    assert "Samen overgenomen: 4 uitspraken bij Groen" in tekst(antwoord)
    assert "1 uitspraak doorlezen" in tekst(antwoord)
    (terug,) = re.findall(r'action="([^"]+/terug/)"', antwoord.content.decode())
    antwoord = client.post(terug, follow=True)
    assert "4 besluiten zijn ongedaan gemaakt." in tekst(antwoord)
    assert not Codering.objects.besluiten().exists()


@pytest.mark.parametrize("gegevens", [{"run": 1}, {"run": "x"}, {}, {"run": 2, "uitspraken": "geen-sleutel"}])
def test_a_page_that_is_no_longer_true_writes_nothing(stel, zeker, inloggen, gegevens):
    antwoord = inloggen(stel.mensen.codeur).post(adres(stel, "?thema=groen"), gegevens, follow=True)
    assert "Er is niets opgeslagen." in tekst(antwoord)
    assert not Codering.objects.exists()


def test_nothing_ticked_is_refused_in_words(stel, zeker, inloggen):
    antwoord = inloggen(stel.mensen.codeur).post(adres(stel, "?thema=groen"), {"run": zeker.nummer})
    assert antwoord.status_code == 400
    assert "Er is geen uitspraak gekozen om over te nemen." in tekst(antwoord)


def test_who_may_not_code_sees_no_piles(stel, zeker, inloggen):
    assert inloggen(stel.mensen.lezer).get(adres(stel)).status_code == 403
    besluit = accept(stel, zeker, keys(zeker)[:1])
    assert inloggen(stel.mensen.lezer).post(adres(stel, f"{besluit.pk}/terug/")).status_code == 403


def test_a_list_takes_the_same_number_of_queries_however_long(
    stel, zeker, inloggen, django_assert_num_queries, django_assert_max_num_queries
):
    client = inloggen(stel.mensen.codeur)
    with django_assert_max_num_queries(60) as alle:
        client.get(adres(stel, "?thema=groen"))
    zeker.uitkomsten.filter(uitspraak_id__in=keys(zeker)[:4]).update(zekerheid=0.1)
    with django_assert_num_queries(len(alle)):
        client.get(adres(stel, "?thema=groen"))


def test_the_overview_changes_its_mark_when_piles_do(stel, zeker):
    voor = read_overzicht(stel.mensen.ronde)
    accept(stel, zeker, keys(zeker))
    na = read_overzicht(stel.mensen.ronde)
    assert (voor.samen, na.samen) == (6, 1)
    assert voor.merk != na.merk
