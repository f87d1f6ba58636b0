"""A coder meets groups that the machine found, and statements of every source, on a phone and on a screen."""

import pytest
from playwright.sync_api import Page, expect

from codering.domain.lijst import name_bron
from codering.domain.uitspraken import process_wijzigingen
from codering.models import Codering, Kandidaatthema, Thema, Uitspraak
from organisaties.enums import Kanaal
from tests.bijeenkomsten.makers import maak_avond, maak_kaart, maak_notitie, maak_signaal
from tests.codering.makers import maak_codeboek, maak_kandidaat, maak_run
from tests.fabrieken import WACHTWOORD
from tests.mensen import Mensen, maak_mensen

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def avond(transactional_db) -> Mensen:
    """Notes, a card and a phone call, with proposals and two groups."""
    mensen = maak_mensen()
    bijeenkomst = maak_avond(mensen, tafels=4)
    for nummer in range(3):
        maak_notitie(bijeenkomst.tafels.get(nummer=4), f"Warm eten kan ik niet betalen, zegt nummer {nummer}")
    maak_kaart(bijeenkomst, "Zet meer bomen op het plein", mag_citeren=False)
    maak_signaal(mensen, "De lift is al weken kapot", kanaal=Kanaal.TELEFOON)
    process_wijzigingen()
    uitspraken = list(Uitspraak.objects.order_by("kanaal", "tekst"))
    codeboek = maak_codeboek(mensen.organisatie)
    run = maak_run(mensen.ronde, codeboek, {uitspraak: {"groen": 0.6} for uitspraak in uitspraken})
    maak_kandidaat(run, [u for u in uitspraken if "eten" in u.tekst], naam="eten, betalen")
    maak_kandidaat(run, uitspraken[:1], naam="bomen, plein", nummer=1, stabiliteit=0.3)
    return mensen


def enter(bezoek, mensen: Mensen, pad: str) -> Page:
    """Sign in as the coder and open a page of the ronde."""
    adres = f"/codering/rondes/{mensen.ronde.pk}/{pad}"
    pagina = bezoek(f"/account/login/?next={adres}")
    pagina.get_by_label("E-mailadres").fill(mensen.codeur.gebruiker.email)
    pagina.get_by_label("Wachtwoord", exact=True).fill(WACHTWOORD)
    pagina.get_by_role("button", name="Inloggen").click()
    pagina.wait_for_url(f"**{adres}")
    return pagina


def test_a_group_becomes_a_theme_and_back(bezoek, toegankelijk, avond):
    pagina = enter(bezoek, avond, "kandidaten/")
    toegankelijk(pagina)
    eerste = pagina.get_by_role("article").first
    expect(eerste).to_contain_text("eten, betalen")
    expect(eerste).to_contain_text("tafel 4")
    eerste.get_by_text("Maak er een thema van").click()
    eerste.get_by_label("Naam van het thema").fill("Genoeg te eten")
    toegankelijk(pagina)
    eerste.get_by_role("button", name="Thema maken").click()
    expect(pagina.get_by_text("De computer stelt het voor bij 3 uitspraken.")).to_be_visible()
    pagina.get_by_role("button", name="Geen thema").click()
    expect(pagina.get_by_role("heading", name="Dit wordt geen thema")).to_be_visible()
    toegankelijk(pagina)
    pagina.keyboard.press("z")
    expect(pagina.get_by_role("heading", name="1 groep zonder besluit")).to_be_visible()
    pagina.get_by_role("button", name="Ongedaan maken").last.click()
    expect(pagina.get_by_role("heading", name="2 groepen zonder besluit")).to_be_visible()
    assert not Thema.objects.filter(naam="Genoeg te eten").exists()


def test_fine_groups_open_by_keyboard_and_one_becomes_a_theme(bezoek, toegankelijk, avond):
    breed = Kandidaatthema.objects.get(naam="eten, betalen")
    deel = Kandidaatthema.objects.create(
        run=breed.run,
        nummer=2,
        naam="eten",
        grootte=2,
        stabiliteit=0.6,
        ouder=breed,
        voorbeeld=breed.voorbeeld,
    )
    leden = breed.uitkomsten.order_by("pk")[:2]
    breed.run.uitkomsten.filter(pk__in=[rij.pk for rij in leden]).update(
        deel=deel, tweede=Kandidaatthema.objects.get(naam="bomen, plein"), tweede_gewicht=0.4
    )
    pagina = enter(bezoek, avond, "kandidaten/")
    vouw = pagina.get_by_text("Binnen deze groep: 1 kleinere groep")
    expect(pagina.get_by_role("link", name="2 uitspraken van eten", exact=True)).to_be_hidden()
    expect(pagina.get_by_text("Hoort ook bij de groep “bomen, plein” (voor 40 %).").first).to_be_visible()
    vouw.focus()
    pagina.keyboard.press("Enter")
    expect(pagina.get_by_role("link", name="2 uitspraken van eten", exact=True)).to_be_visible()
    toegankelijk(pagina)
    fijn = pagina.locator(".deelgroepen > li").first
    fijn.get_by_text("Maak er een thema van").click()
    toegankelijk(pagina)
    fijn.get_by_label("Naam van het thema").fill("Eten kunnen betalen")
    fijn.get_by_role("button", name="Thema maken").click()
    expect(pagina.get_by_text("De computer stelt het voor bij 2 uitspraken.")).to_be_visible()


def test_every_source_is_reviewed_by_keyboard(bezoek, toegankelijk, avond):
    pagina = enter(bezoek, avond, "nakijken/")
    gezien = []
    for toets in ("v", "g", "2"):
        kaart = pagina.locator(".nakijken .kaart")
        gezien.append(kaart.inner_text())
        toegankelijk(pagina)
        for deel in (toets, "Enter") if toets == "2" else (toets,):
            pagina.keyboard.press(deel)
        expect(pagina.locator(".laatste")).to_be_visible()
        expect(kaart).not_to_have_text(gezien[-1], use_inner_text=True)
    assert "ideekaart" in gezien[0]
    assert all("tafel 4" in tekst for tekst in gezien[1:])
    assert Codering.objects.count() == 3
    pagina.keyboard.press("z")
    expect(pagina.get_by_text("Uw besluit is ongedaan gemaakt.")).to_be_visible()
    assert Codering.objects.besluiten().count() == 2
    telefoon = Uitspraak.objects.select_related("gebied", "notitie").get(kanaal=Kanaal.TELEFOON)
    assert name_bron(telefoon) == "telefoon"


def test_the_page_of_coding_and_the_list_are_readable(bezoek, toegankelijk, avond):
    pagina = enter(bezoek, avond, "")
    expect(pagina.get_by_text("2 groepen wachten op uw besluit")).to_be_visible()
    toegankelijk(pagina)
    pagina.get_by_role("link", name="Alle uitspraken").click()
    expect(pagina.get_by_text("mag niet worden aangehaald")).to_be_visible()
    toegankelijk(pagina)
