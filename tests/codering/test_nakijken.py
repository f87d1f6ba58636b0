"""Looking at statements one by one."""

import re
from uuid import uuid4

import pytest

from codering.domain.coderen import code_uitspraak, current_codering
from codering.domain.nakijken import Stapel, count_voortgang, read_blad
from codering.enums import Kwaliteit
from codering.models import Codering
from tests.codering.makers import maak_run, maak_uitspraken
from tests.codering.test_paginas import tekst
from tests.fabrieken import maak_ronde

ANDER = "3f8a2b90-1111-4222-8333-abcdefabcdef"


def getoond(antwoord):
    """The statement that a page shows; None when the pile is empty."""
    blad = antwoord.context.get("blad")
    return blad and blad.uitspraak


def beslis(client, stel, uitspraak, *codes, actie="opslaan", gezien="", vraag="", **velden):
    adres = f"{stel.adres}?uitspraak={uitspraak.pk}{vraag}"
    gegevens = {"themas": codes, "actie": actie, "gezien": gezien, **velden}
    return client.post(adres, gegevens, follow=True)


def lees_gezien(html):
    """The decision that a page says it shows."""
    (gezien,) = re.findall(r'name="gezien" value="([^"]+)"', html)
    return gezien


def besloten(uitspraak):
    besluit = current_codering(uitspraak)
    return besluit and [thema.code for thema in besluit.themas.all()]


def test_the_most_doubtful_comes_first_with_all_a_coder_needs(stel, inloggen):
    antwoord = inloggen(stel.mensen.codeur).get(stel.adres)
    pagina, html = tekst(antwoord), antwoord.content.decode()
    assert getoond(antwoord) == stel.uitspraken[0]
    assert "Wat mist u?" in pagina
    assert "Poptahof-Noord, online vragenlijst" in pagina
    assert "De buurtkamer is <mark>dicht</mark>" in html
    assert "Ontmoeten: misschien (60 %)" in pagina
    assert "0 van 3 uitspraken nagekeken" in pagina
    assert re.findall(r'name="themas"\s+value="(\w+)"\s+data-toets="(\w)"', html) == [
        ("ontmoeten", "1"),
        ("groen", "2"),
        ("veilig", "3"),
    ]
    assert "Alles over groen." in pagina
    assert "checked" not in html.split("<fieldset")[1]


def test_saving_goes_on_to_the_next_and_counts(stel, inloggen):
    client = inloggen(stel.mensen.codeur)
    eerste, tweede, derde = stel.uitspraken
    antwoord = beslis(client, stel, eerste, "groen", "veilig", soort="wens")
    assert getoond(antwoord) == tweede
    assert (besloten(eerste), current_codering(eerste).soort) == (["groen", "veilig"], "wens")
    assert "Opgeslagen: ‘De buurtkamer is dicht’ Groen, Veiligheid Ongedaan maken" in tekst(antwoord)
    assert "1 van 3 uitspraken nagekeken" in tekst(antwoord)
    antwoord = beslis(client, stel, tweede, actie="geen")
    assert (getoond(antwoord), besloten(tweede)) == (derde, [])
    antwoord = beslis(client, stel, derde, "groen")
    assert getoond(antwoord) is None
    assert "U hebt alles nagekeken." in tekst(antwoord)


def test_taking_over_adds_the_proposals_to_what_was_ticked(stel, inloggen):
    beslis(inloggen(stel.mensen.codeur), stel, stel.uitspraken[0], "groen", actie="overnemen")
    assert besloten(stel.uitspraken[0]) == ["ontmoeten", "groen", "veilig"]


def test_nothing_ticked_is_asked_about_and_nothing_is_lost(stel, inloggen):
    antwoord = beslis(inloggen(stel.mensen.codeur), stel, stel.uitspraken[0], soort="wens")
    assert antwoord.status_code == 400
    assert "Kies minstens één thema. Past er geen, kies dan “Geen thema past”." in tekst(antwoord)
    assert re.search(r'value="wens"[^>]*checked', antwoord.content.decode())
    assert not Codering.objects.exists()


@pytest.mark.parametrize(
    "velden", [{"themas": "bestaat-niet"}, {"soort": "bestaat-niet"}, {"gezien": "geen-uuid"}]
)
def test_values_that_cannot_be_are_refused(stel, inloggen, velden):
    gegevens = {"themas": "groen", "actie": "opslaan", **velden}
    antwoord = inloggen(stel.mensen.codeur).post(f"{stel.adres}?uitspraak={stel.uitspraken[0].pk}", gegevens)
    assert antwoord.status_code == 400
    assert not Codering.objects.exists()


def test_an_own_decision_is_shown_as_such_and_can_be_changed(stel, inloggen):
    client = inloggen(stel.mensen.codeur)
    beslis(client, stel, stel.uitspraken[0], "groen", soort="wens")
    antwoord = client.get(f"{stel.adres}?toon=alle&uitspraak={stel.uitspraken[0].pk}")
    html = antwoord.content.decode()
    assert "gewijzigd door Codeur Groen wens" in re.sub(r" \d+ Groen", " Groen", tekst(antwoord))
    assert re.search(r'value="groen"[^>]*checked', html)
    gezien = lees_gezien(html)
    beslis(client, stel, stel.uitspraken[0], "veilig", gezien=gezien)
    assert besloten(stel.uitspraken[0]) == ["veilig"]


def test_a_double_press_saves_once(stel, inloggen):
    client = inloggen(stel.mensen.codeur)
    for _keer in range(2):
        assert beslis(client, stel, stel.uitspraken[0], "groen").status_code == 200
    assert Codering.objects.count() == 1


def test_who_comes_second_sees_what_the_first_decided_and_keeps_what_they_chose(stel, inloggen):
    code_uitspraak(
        uitspraak=stel.uitspraken[0], wie=stel.mensen.organisator.gebruiker, codeboek=stel.codeboek,
        themas=[stel.thema("groen")], soort="wens",
    )  # fmt: skip
    client = inloggen(stel.mensen.codeur)
    antwoord = beslis(client, stel, stel.uitspraken[0], "veilig", soort="feit")
    html = antwoord.content.decode()
    assert antwoord.status_code == 409
    assert "Organisator heeft deze uitspraak intussen nagekeken: Groen (wens)." in tekst(antwoord)
    assert re.search(r'value="veilig"[^>]*checked', html)
    assert not re.search(r'value="groen"[^>]*checked', html)
    assert besloten(stel.uitspraken[0]) == ["groen"]
    gezien = lees_gezien(html)
    beslis(client, stel, stel.uitspraken[0], "veilig", gezien=gezien)
    assert besloten(stel.uitspraken[0]) == ["veilig"]


def ongedaan(client, uitspraak, **gegevens):
    laatste = Codering.objects.geldend().get(uitspraak=uitspraak)
    gegevens = {"besluit": laatste.pk, "toon": "open", **gegevens}
    return client.post(f"/codering/uitspraken/{uitspraak.pk}/ongedaan/", gegevens, follow=True)


def test_the_last_decision_is_undone_and_shown_again(stel, inloggen):
    client = inloggen(stel.mensen.codeur)
    beslis(client, stel, stel.uitspraken[0], "groen")
    antwoord = ongedaan(client, stel.uitspraken[0])
    assert getoond(antwoord) == stel.uitspraken[0]
    assert besloten(stel.uitspraken[0]) is None
    assert "Uw besluit is ongedaan gemaakt." in tekst(antwoord)
    assert "0 van 3 uitspraken nagekeken" in tekst(antwoord)
    antwoord = ongedaan(client, stel.uitspraken[0])
    assert "Het vorige besluit staat er weer." in tekst(antwoord)
    assert besloten(stel.uitspraken[0]) == ["groen"]


@pytest.mark.parametrize(("besluit", "status"), [("", 404), ("geen-uuid", 404), (ANDER, 200)])
def test_undo_says_which_decision_it_is_about(stel, inloggen, besluit, status):
    client = inloggen(stel.mensen.codeur)
    beslis(client, stel, stel.uitspraken[0], "groen")
    antwoord = ongedaan(client, stel.uitspraken[0], besluit=besluit)
    assert antwoord.status_code == status
    assert ("Er is geen besluit van u om ongedaan te maken." in tekst(antwoord)) is (status == 200)
    assert besloten(stel.uitspraken[0]) == ["groen"]


def test_a_decision_of_a_colleague_is_not_undone(stel, inloggen):
    beslis(inloggen(stel.mensen.codeur), stel, stel.uitspraken[0], "groen")
    antwoord = ongedaan(inloggen(stel.mensen.organisator), stel.uitspraken[0])
    assert "Er is geen besluit van u om ongedaan te maken." in tekst(antwoord)
    assert besloten(stel.uitspraken[0]) == ["groen"]


def test_one_can_walk_through_all_and_back(stel):
    stapel = Stapel(run=stel.run, open=False)
    uitkomsten = list(stapel.rijen())
    volgorde = [uitspraak.pk for uitspraak in stel.uitspraken]
    assert [uitkomst.uitspraak_id for uitkomst in uitkomsten] == volgorde
    assert [stapel.next(uitkomst) for uitkomst in uitkomsten] == [*volgorde[1:], None]
    assert [stapel.previous(uitkomst) for uitkomst in uitkomsten] == [None, *volgorde[:-1]]
    assert (stapel.next(None), stapel.previous(None)) == (volgorde[0], None)


def test_looking_back_also_finds_what_is_decided(stel, inloggen):
    antwoord = beslis(inloggen(stel.mensen.codeur), stel, stel.uitspraken[0], "groen")
    assert antwoord.context["vorige_url"].endswith(f"uitspraak={stel.uitspraken[0].pk}")


def test_equal_doubt_has_a_fixed_order(mensen, stel):
    uitspraken = maak_uitspraken(mensen.ronde, [f"Even twijfelachtig {n}" for n in range(6)])
    run = maak_run(mensen.ronde, stel.codeboek, {uitspraak: {} for uitspraak in uitspraken})
    run.uitkomsten.update(twijfel=0.25)
    stapel, gezien = Stapel(run=run), []
    uitkomst = None
    while (volgende := stapel.next(uitkomst)) is not None:
        gezien.append(volgende)
        uitkomst = run.uitkomsten.get(uitspraak_id=volgende)
    assert gezien == sorted(uitspraak.pk for uitspraak in uitspraken)


def test_a_theme_gathers_decisions_and_proposals(stel, inloggen):
    client = inloggen(stel.mensen.codeur)
    beslis(client, stel, stel.uitspraken[2], "groen")
    alle = Stapel(run=stel.run, open=False, thema=stel.thema("groen"))
    assert [u.uitspraak for u in alle.rijen()] == [stel.uitspraken[1], stel.uitspraken[2]]
    antwoord = beslis(client, stel, stel.uitspraken[1], "veilig", vraag="&thema=groen")
    assert "Bij “Groen” hoeft u niets meer na te kijken." in tekst(antwoord)


def test_non_answers_are_not_in_the_pile_but_can_be_opened(stel, inloggen):
    (leeg,) = maak_uitspraken(stel.mensen.ronde, ["weet niet"], kwaliteit=Kwaliteit.WEET_NIET)
    run = maak_run(stel.mensen.ronde, stel.codeboek, {leeg: {}, stel.uitspraken[0]: {}})
    assert count_voortgang(run).totaal == 1
    antwoord = inloggen(stel.mensen.codeur).get(f"{stel.adres}?uitspraak={leeg.pk}")
    assert getoond(antwoord) == leeg


def test_a_statement_from_after_the_run_can_be_decided_on_too(stel, inloggen):
    (nieuw,) = maak_uitspraken(stel.mensen.ronde, ["Pas binnen"])
    client = inloggen(stel.mensen.codeur)
    antwoord = client.get(f"{stel.adres}?uitspraak={nieuw.pk}")
    assert "kwam binnen na de laatste analyse" in tekst(antwoord)
    beslis(client, stel, nieuw, "groen")
    assert besloten(nieuw) == ["groen"]


def test_without_a_run_the_page_says_what_to_do_first(mensen, inloggen):
    maak_run(mensen.ronde, None, {})
    antwoord = inloggen(mensen.codeur).get(f"/codering/rondes/{mensen.ronde.pk}/nakijken/")
    assert "Er zijn nog geen voorstellen" in tekst(antwoord)


def test_a_statement_that_is_gone_or_of_another_ronde_is_not_shown(stel, inloggen):
    client = inloggen(stel.mensen.codeur)
    (vreemd,) = maak_uitspraken(maak_ronde(stel.mensen.organisatie, "Ander"), ["Van een andere ronde"])
    for sleutel in (uuid4(), vreemd.pk):
        antwoord = client.get(f"{stel.adres}?uitspraak={sleutel}", follow=True)
        assert getoond(antwoord) == stel.uitspraken[0]
        assert "Die uitspraak is er niet meer" in tekst(antwoord)
    assert client.get(f"{stel.adres}?uitspraak=onzin").status_code == 404


def test_readers_may_not_decide(stel, inloggen):
    client = inloggen(stel.mensen.lezer)
    assert beslis(client, stel, stel.uitspraken[0], "groen").status_code == 403
    assert not Codering.objects.exists()


def test_a_blind_sheet_holds_nothing_of_machine_or_colleagues(stel):
    code_uitspraak(
        uitspraak=stel.uitspraken[0], wie=stel.mensen.organisator.gebruiker, codeboek=stel.codeboek,
        themas=[stel.thema("groen")],
    )  # fmt: skip
    blad = read_blad(run=stel.run, uitspraak=stel.uitspraken[0], blind=True)
    assert (blad.besluit, blad.voorstellen, blad.woorden, blad.besloten_themas) == (None, (), [], [])
