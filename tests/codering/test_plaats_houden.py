"""A newer analysis comes in while someone is reviewing: nothing moves under their hands, nothing is lost."""

from urllib.parse import parse_qs, urlsplit

import pytest

from codering.models import Analyserun, Codering
from tests.codering.makers import maak_run, maak_uitspraken
from tests.codering.test_nakijken import besloten, getoond, ongedaan
from tests.codering.test_paginas import tekst


@pytest.fixture
def nieuwer(stel):
    """Makes a newer run that turns everything around, with one more statement that is now the most doubtful."""

    def maak():
        (erbij,) = maak_uitspraken(stel.mensen.ronde, ["Later gekomen"])
        eerste, tweede, derde = stel.uitspraken
        voorstellen = {erbij: {"groen": 0.5}, derde: {"veilig": 0.6}, tweede: {}, eerste: {"groen": 0.9}}
        return erbij, maak_run(stel.mensen.ronde, stel.codeboek, voorstellen)

    return maak


def beslis(client, pagina, *codes, actie="opslaan"):
    """Decide on the statement of a page, as its form does."""
    gegevens = {"themas": codes, "actie": actie, "gezien": pagina.context["blad"].laatste or ""}
    return client.post(pagina.context["hier_url"], gegevens, follow=True)


def test_who_is_half_way_keeps_order_and_proposals(stel, inloggen, nieuwer):
    client = inloggen(stel.mensen.codeur)
    eerste, tweede, derde = stel.uitspraken
    pagina = client.get(stel.adres)
    nieuwer()
    pagina = beslis(client, pagina, actie="overnemen")
    assert besloten(eerste) == [
        "ontmoeten",
        "veilig",
    ]  # what the page showed, not what the newer run proposes
    assert getoond(pagina) == tweede
    assert "Groen: vrijwel zeker (90 %)" in tekst(pagina)
    assert "Er zijn intussen nieuwere voorstellen." in tekst(pagina)
    assert getoond(beslis(client, pagina, "groen")) == derde


def test_skipping_and_looking_back_stay_in_the_same_order(stel, inloggen, nieuwer):
    client = inloggen(stel.mensen.codeur)
    pagina = client.get(stel.adres)
    nieuwer()
    pagina = client.get(pagina.context["volgende_url"])
    assert getoond(pagina) == stel.uitspraken[1]
    assert getoond(client.get(pagina.context["vorige_url"])) == stel.uitspraken[0]


def test_undo_stays_in_the_same_order(stel, inloggen, nieuwer):
    client = inloggen(stel.mensen.codeur)
    pagina = beslis(client, client.get(stel.adres), "groen")
    nieuwer()
    pagina = ongedaan(
        client, stel.uitspraken[0], run=parse_qs(urlsplit(pagina.context["hier_url"]).query)["run"]
    )
    assert getoond(pagina) == stel.uitspraken[0]
    assert "Ontmoeten: misschien (60 %)" in tekst(pagina)


def test_at_the_end_of_the_pile_the_new_ones_follow(stel, inloggen, nieuwer):
    client = inloggen(stel.mensen.codeur)
    pagina = client.get(stel.adres)
    erbij, _run = nieuwer()
    for _keer in range(3):
        pagina = beslis(client, pagina, "groen")
    assert getoond(pagina) == erbij
    assert "nieuwere voorstellen" not in tekst(pagina)
    assert "U hebt alles nagekeken." in tekst(beslis(client, pagina, "groen"))
    assert Codering.objects.count() == 4


def test_one_can_go_to_the_newest_at_once(stel, inloggen, nieuwer):
    client = inloggen(stel.mensen.codeur)
    oud = client.get(stel.adres).context["hier_url"]
    erbij, _run = nieuwer()
    pagina = client.get(client.get(oud).context["verder_url"])
    assert getoond(pagina) == erbij


def test_when_the_older_run_is_gone_nothing_is_taken_over_unseen(stel, inloggen, nieuwer):
    client = inloggen(stel.mensen.codeur)
    pagina = client.get(stel.adres)
    nieuwer()
    stel.run.delete()
    antwoord = beslis(client, pagina, "veilig", actie="overnemen")
    assert antwoord.status_code == 409
    assert "De voorstellen zijn intussen vernieuwd" in tekst(antwoord)
    assert not Codering.objects.exists()
    beslis(client, pagina, "veilig")
    assert besloten(stel.uitspraken[0]) == ["veilig"]


@pytest.mark.parametrize("nummer", ["99", "-1", "abc", "9" * 40, "٣", ""])
def test_a_number_that_is_no_run_gives_the_newest(stel, inloggen, nummer):
    pagina = inloggen(stel.mensen.codeur).get(stel.adres, {"run": nummer})
    assert pagina.context["stapel"].run == stel.run


def test_a_run_with_another_codebook_gives_the_newest(stel, inloggen):
    los = maak_run(stel.mensen.ronde, None, {})
    pagina = inloggen(stel.mensen.codeur).get(stel.adres, {"run": los.nummer})
    assert pagina.context["stapel"].run == stel.run


def test_deciding_on_a_statement_that_was_withdrawn_goes_on_with_the_pile(stel, inloggen):
    client = inloggen(stel.mensen.codeur)
    pagina = client.get(stel.adres)
    stel.uitspraken[0].antwoord.inzending.delete()
    pagina = beslis(client, pagina, "groen")
    assert "Die uitspraak is er niet meer" in tekst(pagina)
    assert getoond(pagina) == stel.uitspraken[1]
    assert Analyserun.objects.count() == 1
