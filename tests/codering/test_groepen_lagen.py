"""Wide groups with fine ones in them, second groups, and a next run that goes on from them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from codering.domain.bewaren import delete_lege_kandidaten
from codering.domain.groepen import count_open, describe_groepen
from codering.domain.groepsvoorstellen import carry_besluiten
from codering.domain.kandidaten import adopt_kandidaat
from codering.domain.vorige_groepen import read_eerder
from codering.enums import Kandidaatbesluit
from codering.models import Kandidaatthema, Runuitkomst
from codering.nlp.types import Oudegroep
from tests.codering.makers import maak_codeboek, maak_kandidaat, maak_run, maak_uitspraken
from tests.codering.test_paginas import tekst

ETEN = [f"Warm eten kan ik niet betalen in maand {n}" for n in range(4)]
KOKEN = [f"Samen koken in het buurthuis op dag {n}" for n in range(3)]
BUS = [f"De bus komt niet meer bij halte {n}" for n in range(3)]


def maak_lagen(ronde, codeboek, uitspraken):
    """A run that found two wide groups, two fine ones in the first, and one statement between both."""
    run = maak_run(ronde, codeboek, {uitspraak: {} for uitspraak in uitspraken})
    breed = maak_kandidaat(run, uitspraken[:7], naam="eten, koken")
    bus = maak_kandidaat(run, uitspraken[7:], naam="bus, halte", nummer=1)
    delen = [
        Kandidaatthema.objects.create(
            run=run, nummer=nummer, naam=naam, kernwoorden=[], grootte=len(eigen), stabiliteit=0.6,
            voorbeeld=eigen[0], ouder=breed,
        )
        for nummer, naam, eigen in ((2, "betalen", uitspraken[:4]), (3, "koken", uitspraken[4:7]))
    ]  # fmt: skip
    for deel, eigen in zip(delen, (uitspraken[:4], uitspraken[4:7]), strict=True):
        run.uitkomsten.filter(uitspraak__in=eigen).update(deel=deel)
    run.uitkomsten.filter(uitspraak=uitspraken[0]).update(tweede=bus, tweede_gewicht=0.45)
    run.groepen_sinds = 10
    run.save()
    return run


@pytest.fixture
def lagen(mensen):
    uitspraken = maak_uitspraken(mensen.ronde, [*ETEN, *KOKEN, *BUS])
    return maak_lagen(mensen.ronde, maak_codeboek(mensen.organisatie), uitspraken)


def pagina(inloggen, wie, run):
    return inloggen(wie).get(f"/codering/rondes/{run.ronde_id}/kandidaten/")


def test_fine_groups_stand_within_wide_ones_and_do_not_count_as_open(lagen, mensen):
    kaarten = describe_groepen(lagen)
    assert [kaart.kandidaat.naam for kaart in kaarten] == ["eten, koken", "bus, halte"]
    assert [(deel.kandidaat.naam, deel.aantal) for deel in kaarten[0].delen] == [("betalen", 4), ("koken", 3)]
    assert [kaart.ook for kaart in kaarten] == [1, 0]
    assert count_open(mensen.ronde) == 2


def test_the_page_tells_of_fine_groups_and_of_a_second_group(lagen, mensen, inloggen):
    gelezen = tekst(pagina(inloggen, mensen.codeur, lagen))
    assert "Binnen deze groep: 2 kleinere groepen" in gelezen
    assert "Hoort ook bij de groep “bus, halte” (voor 45 %)." in gelezen
    assert "1 uitspraak hoort ook bij een andere groep." in gelezen
    lezer = pagina(inloggen, mensen.lezer, lagen)
    assert "betalen 4 uitspraken van betalen" in tekst(lezer)
    assert "Maak er een thema van" not in tekst(lezer)


def test_the_statements_of_a_fine_group_can_be_read(lagen, mensen, inloggen):
    deel = lagen.kandidaten.get(naam="koken")
    antwoord = inloggen(mensen.lezer).get(
        f"/codering/rondes/{lagen.ronde_id}/uitspraken/", {"groep": str(deel.pk)}
    )
    assert sorted(regel.uitspraak.tekst for regel in antwoord.context["regels"]) == KOKEN


def test_a_fine_group_becomes_a_theme_for_its_own_statements(lagen, mensen, inloggen):
    deel = lagen.kandidaten.get(naam="koken")
    thema = adopt_kandidaat(kandidaat=deel, wie=mensen.codeur.gebruiker, naam="Samen koken")
    voorgesteld = Runuitkomst.objects.filter(voorstellen__thema=thema)
    assert sorted(voorgesteld.values_list("uitspraak__tekst", flat=True)) == KOKEN
    gelezen = tekst(pagina(inloggen, mensen.codeur, lagen))
    assert "Hier is het thema Samen koken van gemaakt." in gelezen


def test_a_decision_stays_within_its_layer(lagen, mensen):
    """The next run's fine group is the same as the refused one; the wide one around it is not asked less for it."""
    deel = lagen.kandidaten.get(naam="betalen")
    adopt_kandidaat(kandidaat=deel, wie=mensen.codeur.gebruiker, naam="Eten betalen")
    uitspraken = [lagen.uitkomsten.get(uitspraak__tekst=t).uitspraak for t in (*ETEN, *KOKEN, *BUS)]
    later = maak_lagen(mensen.ronde, lagen.codeboek, uitspraken)
    carry_besluiten(later)
    besluiten = dict(later.kandidaten.values_list("naam", "besluit"))
    assert besluiten == {
        "eten, koken": Kandidaatbesluit.OPEN,
        "bus, halte": Kandidaatbesluit.OPEN,
        "betalen": Kandidaatbesluit.OVERGENOMEN,
        "koken": Kandidaatbesluit.OPEN,
    }


def test_a_name_that_is_wrong_opens_the_fine_groups(lagen, mensen, inloggen):
    deel = lagen.kandidaten.get(naam="koken")
    antwoord = inloggen(mensen.codeur).post(
        f"/codering/rondes/{lagen.ronde_id}/kandidaten/{deel.pk}/overnemen/", {"naam": ""}
    )
    assert antwoord.status_code == 422
    assert "Geef het thema een naam." in tekst(antwoord)
    assert [aanbod.delen_open for aanbod in antwoord.context["open"]] == [True, False]


def test_a_fine_group_without_statements_goes(lagen):
    lagen.uitkomsten.filter(uitspraak__tekst__in=KOKEN).delete()
    assert delete_lege_kandidaten() == 1
    assert not lagen.kandidaten.filter(naam="koken").exists()


def test_a_next_run_knows_where_each_statement_was(lagen, mensen):
    nieuw = maak_uitspraken(mensen.ronde, ["Een heel nieuw onderwerp"])
    oud = [lagen.uitkomsten.get(uitspraak__tekst=t).uitspraak for t in (ETEN[0], BUS[0])]
    eerder = read_eerder(mensen.ronde.pk, [*oud, *nieuw])
    assert eerder is not None
    assert eerder.groepen[2] == Oudegroep(2, "betalen", 0.6, 0)
    assert (eerder.breed, eerder.fijn, eerder.sinds) == ((0, 1, None), (2, None, None), 10)


def test_without_a_run_there_is_nothing_to_go_on_from(mensen):
    assert read_eerder(mensen.ronde.pk, []) is None


def test_more_fine_groups_take_no_more_queries(lagen, mensen, inloggen):
    def count():
        with CaptureQueriesContext(connection) as vragen:
            assert pagina(inloggen, mensen.codeur, lagen).status_code == 200
        return len(vragen)

    count()
    eerst = count()
    bus = lagen.kandidaten.get(naam="bus, halte")
    deel = Kandidaatthema.objects.create(
        run=lagen, nummer=9, naam="halte", grootte=3, stabiliteit=0.7, ouder=bus
    )
    lagen.uitkomsten.filter(kandidaat=bus).update(deel=deel)
    assert count() == eerst
