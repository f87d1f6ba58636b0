"""Themes that an organisation makes itself, and what the machine learns them from."""

from datetime import timedelta

import pytest
from django.utils import timezone

from codering.domain.codeboeken import read_voorbeelden
from codering.domain.coderen import code_uitspraak, read_eigen_voorbeelden
from codering.domain.leerstand import describe_leren, is_refused
from codering.domain.themas import (
    Themainhoud,
    add_thema,
    change_thema,
    list_themas,
    read_themavoorbeelden,
    remove_thema,
)
from codering.models import Codeboek, Thema, Themavoorstel
from codering.refusals import ThemaBestaat, ThemaGecodeerd, ThemaVast, ThemaZonderNaam
from organisaties.enums import Rol
from organisaties.models import Auditregel

HITTE = Themainhoud(
    "Hitte",
    "Het is in de zomer te warm.",
    "schaduw, koelte",
    "bomen planten",
    "Binnen is het dertig graden\nGeen schaduw",
)


@pytest.fixture
def wie(stel):
    return stel.mensen.organisator.gebruiker


@pytest.fixture
def thema(stel, wie):
    return add_thema(codeboek=stel.codeboek, wie=wie, inhoud=HITTE)


def adres(stel, rest=""):
    return f"/codering/rondes/{stel.mensen.ronde.pk}/themas/{rest}"


def test_a_theme_comes_last_in_the_same_version_of_the_codebook(stel, thema):
    assert (thema.code, thema.volgorde, stel.codeboek.versie) == ("hitte", 4, 1)
    assert Auditregel.objects.filter(handeling="thema_gemaakt", omschrijving="Hitte").exists()


def test_examples_are_masked_and_stand_once_on_a_line(stel, wie):
    dubbel = "Bel mevrouw De Vries op 06 12345678\n\nte warm\n te  warm "
    gemaakt = add_thema(
        codeboek=stel.codeboek, wie=wie, inhoud=Themainhoud("Hitte", "Warm.", voorbeelden=dubbel)
    )
    assert len(gemaakt.voorbeeldregels) == 2
    assert "Vries" not in gemaakt.voorbeelden
    assert "12345678" not in gemaakt.voorbeelden


def test_a_theme_needs_a_name_that_is_not_there_yet(stel, wie):
    with pytest.raises(ThemaBestaat):
        add_thema(codeboek=stel.codeboek, wie=wie, inhoud=Themainhoud("GROEN", "Bomen."))
    with pytest.raises(ThemaZonderNaam):
        add_thema(codeboek=stel.codeboek, wie=wie, inhoud=Themainhoud("…", "Bomen."))


def test_examples_of_a_theme_say_nothing_about_other_themes(stel, thema):
    eerste, tweede = read_themavoorbeelden(stel.codeboek)
    assert (eerste.tekst, eerste.codes, eerste.onbekend) == (
        "Binnen is het dertig graden",
        ("hitte",),
        ("ontmoeten", "groen", "veilig"),
    )
    assert tweede.tekst == "Geen schaduw"
    assert set(read_voorbeelden(stel.codeboek)) == {eerste, tweede}


def test_a_decision_from_before_a_theme_says_nothing_about_it(stel, wie):
    def decide(nummer):
        code_uitspraak(
            uitspraak=stel.uitspraken[nummer], wie=wie, codeboek=stel.codeboek, themas=[stel.thema("groen")]
        )

    decide(0)
    nieuw = add_thema(codeboek=stel.codeboek, wie=wie, inhoud=HITTE)
    decide(1)
    per_tekst = {v.tekst: v.onbekend for v in read_eigen_voorbeelden(stel.codeboek)}
    assert per_tekst == {stel.uitspraken[0].tekst: ("hitte",), stel.uitspraken[1].tekst: ()}
    Thema.objects.filter(pk=nieuw.pk).update(gemaakt_op=timezone.now() - timedelta(days=1))
    assert all(v.onbekend == () for v in read_eigen_voorbeelden(stel.codeboek))


def test_statements_of_one_person_belong_together(stel, wie):
    for uitspraak in stel.uitspraken:
        code_uitspraak(uitspraak=uitspraak, wie=wie, codeboek=stel.codeboek, themas=[])
    bronnen = {v.bron for v in read_eigen_voorbeelden(stel.codeboek)}
    assert bronnen == {str(uitspraak.eenheid) for uitspraak in stel.uitspraken}


def test_once_decided_with_a_theme_keeps_its_name_and_takes_examples(stel, wie, thema):
    change_thema(thema=thema, wie=wie, inhoud=Themainhoud("Hitte en droogte", "Te warm of te droog."))
    code_uitspraak(uitspraak=stel.uitspraken[0], wie=wie, codeboek=stel.codeboek, themas=[thema])
    with pytest.raises(ThemaVast):
        change_thema(thema=thema, wie=wie, inhoud=Themainhoud("Droogte", "Te warm of te droog."))
    zelfde = Themainhoud("Hitte en droogte", "Te warm of te droog.", "koelte", "", "Alles is dor")
    assert change_thema(thema=thema, wie=wie, inhoud=zelfde).voorbeeldregels == ("Alles is dor",)
    with pytest.raises(ThemaGecodeerd):
        remove_thema(thema=thema, wie=wie)


def test_a_shipped_theme_takes_examples_only(mensen, stel):
    from codering.domain.codeboeken import SOCIALE_BASIS

    wie = mensen.organisator.gebruiker
    codeboek = Codeboek.objects.create(
        organisatie=mensen.organisatie, naam="Sociale basis", bron=SOCIALE_BASIS
    )
    zorg = Thema.objects.create(codeboek=codeboek, code="zorg", naam="Zorg", definitie="Hulp.", volgorde=1)
    with pytest.raises(ThemaVast):
        change_thema(thema=zorg, wie=wie, inhoud=Themainhoud("Zorg", "Hulp.", wel="huisarts"))
    with pytest.raises(ThemaVast):
        remove_thema(thema=zorg, wie=wie)
    change_thema(
        thema=zorg, wie=wie, inhoud=Themainhoud("Zorg", "Hulp.", voorbeelden="De wijkzuster komt niet")
    )
    assert [(rij.eigen, rij.leert) for rij in list_themas(codeboek)] == [(False, 1)]


def test_a_theme_that_is_removed_takes_its_proposals_along(stel, wie, thema):
    uitkomst = stel.run.uitkomsten.get(uitspraak=stel.uitspraken[2])
    Themavoorstel.objects.create(uitkomst=uitkomst, thema=thema, zekerheid=0.5)
    remove_thema(thema=thema, wie=wie)
    assert not Themavoorstel.objects.filter(thema_id=thema.pk).exists()
    assert not Thema.objects.filter(pk=thema.pk).exists()


def test_a_theme_is_added_on_the_page(client, stel):
    client.force_login(stel.mensen.organisator.gebruiker)
    assert client.post(adres(stel, "nieuw/"), {"naam": "", "definitie": ""}).status_code == 422
    velden = {"naam": "Hitte", "definitie": "Te warm.", "voorbeelden": "Binnen is het snikheet"}
    antwoord = client.post(adres(stel, "nieuw/"), velden, follow=True)
    assert "“Hitte” is opgeslagen." in antwoord.content.decode()
    assert "1 eigen voorbeeld" in antwoord.content.decode()
    dubbel = client.post(adres(stel, "nieuw/"), velden)
    assert (dubbel.status_code, "Er is al een thema met deze naam" in dubbel.content.decode()) == (422, True)


def test_a_theme_is_changed_and_removed_on_the_page(client, stel, thema):
    client.force_login(stel.mensen.organisator.gebruiker)
    pagina = adres(stel, f"{thema.pk}/")
    assert "Geen schaduw" in client.get(pagina).content.decode()
    antwoord = client.post(
        pagina,
        {"naam": "Warmte", "definitie": "Te warm.", "voorbeelden": "Mail jan@voorbeeld.nl"},
        follow=True,
    )
    assert "persoonsgegevens afgeschermd" in antwoord.content.decode()
    antwoord = client.post(pagina + "weg/", follow=True)
    assert "Het thema “Warmte” is verwijderd." in antwoord.content.decode()


@pytest.mark.parametrize(("rol", "mag"), [(Rol.CODEUR, False), (Rol.LEZER, False), (Rol.ORGANISATOR, True)])
def test_who_may_add_a_theme(client, stel, thema, rol, mag):
    client.force_login(stel.mensen.lid(rol).gebruiker)
    lijst = client.get(adres(stel))
    assert ("Thema toevoegen" in lijst.content.decode()) is mag
    assert client.get(adres(stel, "nieuw/")).status_code == (200 if mag else 403)
    assert client.post(adres(stel, f"{thema.pk}/weg/")).status_code == (302 if mag else 403)


def test_themes_of_others_are_not_there(client, stel, thema):
    client.force_login(stel.mensen.elders.gebruiker)
    assert client.get(adres(stel)).status_code == 404
    assert client.get(adres(stel, f"{thema.pk}/")).status_code == 404


def test_the_list_asks_as_much_for_many_themes(client, stel, thema, wie, django_assert_max_num_queries):
    client.force_login(stel.mensen.organisator.gebruiker)
    for nummer in range(12):
        add_thema(codeboek=stel.codeboek, wie=wie, inhoud=Themainhoud(f"Thema {nummer}", "Iets."))
    with django_assert_max_num_queries(20):
        client.get(adres(stel))


@pytest.mark.parametrize(
    ("stand", "zin", "geweigerd"),
    [
        ("los", "nog niet meegenomen, want de computer ziet geen verband", True),
        ("slechter", "nog niet meegenomen, want de voorstellen werden er slechter van", True),
        ("gelijk", "De voorstellen pasten er al even goed bij", False),
        ("weinig", "Van uw 20 besluiten leerde de computer een beetje", False),
        ("meegenomen", "De computer leerde ook van uw 20 besluiten. Niet voor Groen:", False),
    ],
)
def test_the_run_says_what_became_of_decisions(client, stel, stand, zin, geweigerd):
    stel.run.herkomst = {
        "parameters": [["besluiten", "20"], ["besluiten_stand", stand], ["besluiten_zonder", "groen"]]
    }
    stel.run.save()
    assert zin in describe_leren(stel.run)
    assert is_refused(stel.run) is geweigerd
    client.force_login(stel.mensen.lezer.gebruiker)
    assert zin in client.get(f"/codering/runs/{stel.run.pk}/").content.decode()


def test_without_decisions_nothing_is_said(stel):
    assert describe_leren(stel.run) == ""
