"""Groups that the machine found: adopted as a theme, refused, taken back, and found again by a later run."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from codering.domain.analyse import continue_run, start_run
from codering.domain.bewaren import delete_lege_kandidaten
from codering.domain.coderen import code_uitspraak, undo_codering
from codering.domain.groepsvoorstellen import carry_besluiten, measure_overlap
from codering.domain.kandidaten import adopt_kandidaat, refuse_kandidaat, reopen_kandidaat
from codering.enums import Kandidaatbesluit, Runstatus
from codering.models import Analyserun, Kandidaatthema, Memo, Runuitkomst, Thema, Themavoorstel
from codering.refusals import (
    KandidaatBesloten,
    ThemaBestaat,
    ThemaGecodeerd,
    ThemaInGebruik,
    ThemaZonderNaam,
)
from inzicht.domain.cijfers import cached_telling, current_run
from organisaties.enums import Rol
from organisaties.models import Auditregel
from tests.codering.makers import maak_codeboek, maak_kandidaat, maak_run, maak_uitspraken
from tests.codering.test_analyse import maak_vraag
from tests.codering.test_paginas import tekst
from tests.fabrieken import maak_ronde

ETEN = [f"Warm eten kan ik niet betalen in maand {n}" for n in range(6)]


@pytest.fixture
def groep(stel):
    """Six statements about food that stand under no theme, and one under Ontmoeten; the run found them."""
    erbij = maak_uitspraken(stel.mensen.ronde, ETEN)
    run = maak_run(
        stel.mensen.ronde,
        stel.codeboek,
        {
            **{u: {} for u in erbij},
            stel.uitspraken[0]: {"ontmoeten": 0.6},
            stel.uitspraken[1]: {},
            stel.uitspraken[2]: {},
        },
    )
    return maak_kandidaat(run, [*erbij, stel.uitspraken[0]], naam="eten, betalen", stabiliteit=0.62)


@pytest.fixture
def wie(stel):
    return stel.mensen.codeur.gebruiker


def volgende_run(groep, leden, **velden):
    """A later run over the same statements that finds a group of these."""
    uitspraken = [u.uitspraak for u in groep.run.uitkomsten.select_related("uitspraak")]
    Analyserun.objects.filter(pk=groep.run.pk).update(klaar_op=timezone.now() - timedelta(minutes=5))
    run = maak_run(groep.run.ronde, groep.run.codeboek, {uitspraak: {} for uitspraak in uitspraken})
    Analyserun.objects.filter(pk=run.pk).update(klaar_op=timezone.now() + timedelta(minutes=5))
    kandidaat = maak_kandidaat(run, leden, **velden)
    carry_besluiten(run)
    kandidaat.refresh_from_db()
    return kandidaat


def leden(kandidaat):
    return [u.uitspraak for u in kandidaat.uitkomsten.select_related("uitspraak").order_by("uitspraak_id")]


def voorgesteld(thema, run):
    rijen = Themavoorstel.objects.filter(thema=thema, uitkomst__run=run)
    return {rij.uitkomst.uitspraak for rij in rijen.select_related("uitkomst__uitspraak")}


def test_adopting_makes_a_theme_and_proposes_it_for_the_group(groep, wie, stel):
    thema = adopt_kandidaat(kandidaat=groep, wie=wie, naam=" Warm  eten ", definitie="")
    assert (thema.code, thema.naam, thema.codeboek, thema.volgorde) == (
        "warm-eten",
        "Warm eten",
        stel.codeboek,
        4,
    )
    assert thema.definitie == "Uitspraken over eten, betalen."
    assert [ander.kleur for ander in stel.codeboek.themas.all()] == [1, 2, 3, 4]
    assert voorgesteld(thema, groep.run) == set(leden(groep))
    voorstel = Themavoorstel.objects.get(thema=thema, uitkomst__uitspraak__tekst=ETEN[0])
    assert (voorstel.bron, voorstel.zekerheid, voorstel.vormen) == ("groep", 0.62, ["eten", "betalen"])
    assert not thema.coderingen.exists()
    assert set(groep.run.uitkomsten.filter(kandidaat=groep).values_list("status", flat=True)) == {"thema"}
    regel = Auditregel.objects.get(handeling="groep_overgenomen")
    assert (regel.wie, regel.object_id, regel.omschrijving) == (wie, thema.pk, "Warm eten")


def test_figures_know_the_new_theme_at_once(groep, wie):
    ronde = groep.run.ronde
    voor = cached_telling(ronde, current_run(ronde)).deel()
    adopt_kandidaat(kandidaat=groep, wie=wie, naam="Eten")
    deel = cached_telling(ronde, current_run(ronde)).deel()
    assert voor.find("eten") is None
    assert deel.find("eten").aantal == 7


def test_where_a_person_decided_nothing_is_proposed(groep, wie, stel):
    besloten = leden(groep)[0]
    code_uitspraak(uitspraak=besloten, wie=wie, codeboek=stel.codeboek, themas=[stel.thema("groen")])
    thema = adopt_kandidaat(kandidaat=groep, wie=wie, naam="Eten")
    assert voorgesteld(thema, groep.run) == set(leden(groep)) - {besloten}


def test_a_double_press_makes_one_theme(groep, wie):
    eerste, tweede = (adopt_kandidaat(kandidaat=groep, wie=wie, naam="Eten") for _keer in range(2))
    assert eerste == tweede
    with pytest.raises(KandidaatBesloten):
        adopt_kandidaat(kandidaat=groep, wie=wie, naam="Anders")
    with pytest.raises(KandidaatBesloten):
        refuse_kandidaat(kandidaat=groep, wie=wie)


@pytest.mark.parametrize(
    ("naam", "fout"), [("", ThemaZonderNaam), (" ?! ", ThemaZonderNaam), ("groen", ThemaBestaat)]
)
def test_a_name_must_say_something_and_be_free(groep, wie, naam, fout):
    with pytest.raises(fout):
        adopt_kandidaat(kandidaat=groep, wie=wie, naam=naam)
    assert Thema.objects.count() == 3


def test_a_code_that_is_taken_gets_a_number(groep, wie, stel):
    stel.codeboek.themas.create(code="eten-drinken", naam="Anders", definitie="", volgorde=9)
    thema = adopt_kandidaat(kandidaat=groep, wie=wie, naam="Eten & drinken")
    assert (thema.code, thema.volgorde, thema.kleur) == ("eten-drinken-2", 10, 10)


def test_undo_takes_theme_and_proposals_away(groep, wie):
    voor = list(groep.run.uitkomsten.order_by("pk").values_list("pk", "status"))
    adopt_kandidaat(kandidaat=groep, wie=wie, naam="Eten")
    terug = reopen_kandidaat(kandidaat=groep, wie=wie)
    assert (terug.besluit, terug.thema, terug.besloten_door) == (Kandidaatbesluit.OPEN, None, None)
    assert not Thema.objects.filter(naam="Eten").exists()
    assert list(groep.run.uitkomsten.order_by("pk").values_list("pk", "status")) == voor
    assert adopt_kandidaat(kandidaat=groep, wie=wie, naam="Eten").code == "eten"


def test_a_theme_that_someone_decided_with_stays(groep, wie, stel):
    thema = adopt_kandidaat(kandidaat=groep, wie=wie, naam="Eten")
    uitspraak = leden(groep)[0]
    code_uitspraak(uitspraak=uitspraak, wie=wie, codeboek=stel.codeboek, themas=[thema])
    undo_codering(uitspraak=uitspraak, wie=wie)
    with pytest.raises(ThemaGecodeerd):
        reopen_kandidaat(kandidaat=groep, wie=wie)
    assert Thema.objects.filter(pk=thema.pk).exists()


def test_a_theme_that_stands_elsewhere_stays(groep, wie):
    thema = adopt_kandidaat(kandidaat=groep, wie=wie, naam="Eten")
    memo = Memo.objects.create(ronde=groep.run.ronde, thema=thema, wie=wie, tekst="hoort dit bij armoede?")
    with pytest.raises(ThemaInGebruik):
        reopen_kandidaat(kandidaat=groep, wie=wie)
    memo.delete()
    assert reopen_kandidaat(kandidaat=groep, wie=wie).besluit == Kandidaatbesluit.OPEN


def test_a_refused_group_stays_refused_when_it_is_found_again(groep, wie):
    refuse_kandidaat(kandidaat=groep, wie=wie)
    refuse_kandidaat(kandidaat=groep, wie=wie)
    assert Auditregel.objects.filter(handeling="groep_afgewezen").count() == 1
    later = volgende_run(groep, leden(groep)[:5])
    assert (later.besluit, later.besloten_door) == (Kandidaatbesluit.AFGEWEZEN, wie)
    reopen_kandidaat(kandidaat=later, wie=wie)
    groep.refresh_from_db()
    assert groep.besluit == Kandidaatbesluit.OPEN


def test_another_group_is_asked_about(groep, wie):
    refuse_kandidaat(kandidaat=groep, wie=wie)
    assert volgende_run(groep, leden(groep)[:3]).besluit == Kandidaatbesluit.OPEN


def test_an_adopted_group_is_proposed_in_the_next_run_with_who_joined_it(groep, wie, stel):
    thema = adopt_kandidaat(kandidaat=groep, wie=wie, naam="Eten")
    nieuw = stel.uitspraken[2]
    later = volgende_run(groep, [*leden(groep)[:5], nieuw])
    assert (later.besluit, later.thema) == (Kandidaatbesluit.OVERGENOMEN, thema)
    assert voorgesteld(thema, later.run) == {*leden(groep), nieuw}


def test_an_adopted_group_is_proposed_also_when_it_is_not_found_any_more(groep, wie):
    thema = adopt_kandidaat(kandidaat=groep, wie=wie, naam="Eten")
    later = volgende_run(groep, [])
    assert voorgesteld(thema, later.run) == set(leden(groep))


def test_undo_reaches_every_run_that_carries_the_decision(groep, wie):
    adopt_kandidaat(kandidaat=groep, wie=wie, naam="Eten")
    later = volgende_run(groep, leden(groep))
    reopen_kandidaat(kandidaat=later, wie=wie)
    assert not Kandidaatthema.objects.exclude(besluit=Kandidaatbesluit.OPEN, thema=None).exists()
    assert not Themavoorstel.objects.filter(bron="groep").exists()


def test_a_decision_on_a_page_that_is_not_the_newest_any_more_reaches_the_newest(groep, wie):
    later = volgende_run(groep, leden(groep))
    assert later.besluit == Kandidaatbesluit.OPEN
    thema = adopt_kandidaat(kandidaat=groep, wie=wie, naam="Eten")
    later.refresh_from_db()
    assert later.thema == thema
    assert voorgesteld(thema, later.run) == set(leden(groep))


def test_groups_are_compared_by_the_statements_that_both_runs_saw():
    een, twee, drie, vier, later = (uuid4() for _keer in range(5))
    assert measure_overlap({een, twee, drie}, {twee, drie, later}, {een, twee, drie, vier}) == 2 / 3
    assert measure_overlap({een}, {twee}, {drie}) == 0.0


def test_a_group_found_without_codebook_goes_into_the_codebook_of_the_review(groep, wie, stel):
    los = maak_run(groep.run.ronde, None, {uitspraak: {} for uitspraak in leden(groep)})
    kandidaat = maak_kandidaat(los, leden(groep))
    thema = adopt_kandidaat(kandidaat=kandidaat, wie=wie, naam="Eten")
    assert thema.codeboek == stel.codeboek
    assert voorgesteld(thema, groep.run) == set(leden(groep))
    assert not voorgesteld(thema, los)


def test_a_group_goes_with_its_last_statement_and_its_theme_stays(groep, wie):
    thema = adopt_kandidaat(kandidaat=groep, wie=wie, naam="Eten")
    for uitspraak in leden(groep):
        uitspraak.antwoord.inzending.delete()
    assert delete_lege_kandidaten() == 1
    assert Thema.objects.filter(pk=thema.pk).exists()
    assert Runuitkomst.objects.filter(run=groep.run).count() == 2


def pad(ronde, deel=""):
    return f"/codering/rondes/{ronde.pk}/kandidaten/{deel}"


def test_the_page_shows_what_a_person_needs_to_decide(groep, inloggen, stel):
    pagina = tekst(inloggen(stel.mensen.codeur).get(pad(groep.run.ronde)))
    assert "1 groep zonder besluit" in pagina
    assert "eten, betalen 7 uitspraken" in pagina
    assert "Samenhang: redelijk (62 %)." in pagina
    assert "Staat nu onder: Ontmoeten (1)." in pagina
    assert "6 uitspraken hebben nog geen thema." in pagina
    assert "Alle 7 uitspraken van eten, betalen" in pagina
    assert ETEN[0] in pagina
    assert "Maak er een thema van" in pagina


def test_groups_that_hold_together_best_come_first(groep, inloggen, stel):
    alle = leden(groep)
    for nummer, (stabiliteit, lid) in enumerate(((0.3, alle[0]), (0.9, alle[1]), (0.52, alle[2])), start=1):
        maak_kandidaat(groep.run, [lid], naam=f"groep {nummer}", nummer=nummer, stabiliteit=stabiliteit)
    antwoord = inloggen(stel.mensen.codeur).get(pad(groep.run.ronde))
    namen = [kaart.kandidaat.naam for kaart in (aanbod.kaart for aanbod in antwoord.context["open"])]
    assert namen == ["groep 2", "eten, betalen", "groep 3", "groep 1"]


@pytest.mark.parametrize("rol", [Rol.CODEUR, Rol.LEZER])
def test_readers_see_groups_and_coders_decide(groep, inloggen, stel, rol):
    client = inloggen(stel.mensen.lid(rol))
    mag = rol == Rol.CODEUR
    assert ("Maak er een thema van" in tekst(client.get(pad(groep.run.ronde)))) is mag
    antwoord = client.post(pad(groep.run.ronde, f"{groep.pk}/overnemen/"), {"naam": "Eten", "definitie": ""})
    assert antwoord.status_code == (302 if mag else 403)
    assert Thema.objects.filter(naam="Eten").exists() is mag


def test_adopting_and_taking_back_on_the_page(groep, inloggen, stel):
    client = inloggen(stel.mensen.codeur)
    ronde = groep.run.ronde
    gegevens = {"naam": "Eten", "definitie": "Of mensen genoeg te eten hebben."}
    pagina = tekst(client.post(pad(ronde, f"{groep.pk}/overnemen/"), gegevens, follow=True))
    assert "“Eten” is nu een thema. De computer stelt het voor bij 7 uitspraken." in pagina
    assert "Thema gemaakt: Eten Ongedaan maken" in pagina
    assert "Of mensen genoeg te eten hebben. Besloten door Codeur op" in pagina
    pagina = tekst(client.post(pad(ronde, f"{groep.pk}/terug/"), follow=True))
    assert "Het besluit over de groep is ongedaan gemaakt." in pagina
    assert "1 groep zonder besluit" in pagina


def test_refusing_and_taking_back_on_the_page(groep, inloggen, stel):
    client = inloggen(stel.mensen.codeur)
    pagina = tekst(client.post(pad(groep.run.ronde, f"{groep.pk}/afwijzen/"), follow=True))
    assert "Geen thema: eten, betalen Ongedaan maken" in pagina
    assert "Dit wordt geen thema eten, betalen (7 uitspraken)" in pagina
    client.post(pad(groep.run.ronde, f"{groep.pk}/terug/"))
    groep.refresh_from_db()
    assert groep.besluit == Kandidaatbesluit.OPEN


def test_a_theme_that_is_used_says_why_it_stays(groep, inloggen, stel, wie):
    thema = adopt_kandidaat(kandidaat=groep, wie=wie, naam="Eten")
    code_uitspraak(uitspraak=leden(groep)[0], wie=wie, codeboek=stel.codeboek, themas=[thema])
    pagina = tekst(inloggen(stel.mensen.codeur).post(pad(groep.run.ronde, f"{groep.pk}/terug/"), follow=True))
    assert "Iemand heeft al een uitspraak bij dit thema gezet." in pagina


@pytest.mark.parametrize(
    ("naam", "zin"),
    [
        ("", "Geef het thema een naam."),
        ("?!", "Geef het thema een naam."),
        ("Groen", "Er is al een thema met deze naam."),
        ("x" * 121, "Zorg dat deze waarde"),
    ],
)
def test_a_name_that_cannot_be_is_asked_again_and_nothing_is_lost(groep, inloggen, stel, naam, zin):
    gegevens = {"naam": naam, "definitie": "Wat ik <b>typte</b>"}
    antwoord = inloggen(stel.mensen.codeur).post(pad(groep.run.ronde, f"{groep.pk}/overnemen/"), gegevens)
    html = antwoord.content.decode()
    assert antwoord.status_code == 422
    assert zin in tekst(antwoord)
    assert "Wat ik &lt;b&gt;typte&lt;/b&gt;</textarea>" in html
    assert f'value="{naam}"' in html or not naam
    assert "<details open" in html.replace('class="meer" ', "")


@pytest.mark.parametrize("geval", ["weg", "besloten"])
def test_what_was_typed_for_a_group_that_is_no_longer_open_stays_on_the_page(
    groep, inloggen, stel, wie, geval
):
    ronde, sleutel = groep.run.ronde, groep.pk
    if geval == "weg":
        groep.delete()
    else:
        refuse_kandidaat(kandidaat=groep, wie=wie)
    gegevens = {"naam": "Warm eten", "definitie": "Mijn zin"}
    antwoord = inloggen(stel.mensen.codeur).post(pad(ronde, f"{sleutel}/overnemen/"), gegevens)
    assert antwoord.status_code == 422
    assert "Dit typte u, en het is niet opgeslagen: Warm eten Mijn zin" in tekst(antwoord)


def test_all_statements_of_a_group_can_be_read(groep, inloggen, stel):
    client = inloggen(stel.mensen.lezer)
    antwoord = client.get(f"/codering/rondes/{groep.run.ronde.pk}/uitspraken/?groep={groep.pk}")
    assert {regel.uitspraak for regel in antwoord.context["regels"]} == set(leden(groep))
    assert "alleen de uitspraken van de groep eten, betalen" in tekst(antwoord)
    antwoord = client.get(f"/codering/rondes/{groep.run.ronde.pk}/uitspraken/?groep=onzin")
    assert len(antwoord.context["regels"]) == 9


def test_a_ronde_without_an_analysis_says_what_comes(mensen, inloggen):
    assert "Nog geen groepen" in tekst(inloggen(mensen.lezer).get(pad(mensen.ronde)))


@pytest.mark.parametrize("deel", ["overnemen/", "afwijzen/", "terug/"])
def test_a_group_of_another_ronde_is_not_found(groep, inloggen, stel, deel):
    ander = maak_ronde(stel.mensen.organisatie, "Ander")
    antwoord = inloggen(stel.mensen.codeur).post(pad(ander, f"{groep.pk}/{deel}"), {"naam": "Eten"})
    assert antwoord.status_code in (302, 422)
    groep.refresh_from_db()
    assert groep.besluit == Kandidaatbesluit.OPEN


def test_the_number_of_queries_does_not_grow(groep, inloggen, stel):
    client = inloggen(stel.mensen.codeur)

    def count():
        with CaptureQueriesContext(connection) as vragen:
            assert client.get(pad(groep.run.ronde)).status_code == 200
        return len(vragen)

    count()  # the figures of the ronde's next step are counted once and kept
    weinig = count()
    alle = leden(groep)
    for nummer in (1, 2):
        ander = maak_kandidaat(groep.run, alle[nummer : nummer + 1], naam=f"groep {nummer}", nummer=nummer)
        assert ander.uitkomsten.exists()
    assert count() == weinig


def test_the_real_machine_goes_on_with_a_theme_that_has_hardly_an_example(mensen):
    """Adopted, analysed again, decided on once, analysed again: the group keeps its theme, nothing breaks."""
    wie, codeboek = mensen.codeur.gebruiker, maak_codeboek(mensen.organisatie)
    maak_vraag(mensen.ronde, 24)
    eerste = start_run(ronde=mensen.ronde, wie=wie, codeboek=codeboek)
    continue_run(run=eerste)
    kandidaat = eerste.kandidaten.order_by("-grootte", "nummer")[0]
    thema = adopt_kandidaat(kandidaat=kandidaat, wie=wie, naam="Nieuw thema")
    groep = set(leden(kandidaat))
    for keer in range(2):
        run = start_run(ronde=mensen.ronde, wie=wie, codeboek=codeboek)
        continue_run(run=run)
        run.refresh_from_db()
        assert run.status == Runstatus.KLAAR, run.fout
        assert voorgesteld(thema, run) >= groep
        assert run.kandidaten.get(thema=thema).besluit == Kandidaatbesluit.OVERGENOMEN
        if keer == 0:
            code_uitspraak(uitspraak=leden(kandidaat)[0], wie=wie, codeboek=codeboek, themas=[thema])
