"""The style guide in a real browser: what axe has against it, and what the keys, tables and forms do."""

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.urls("tests.vormgeving.adressen"), pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("schema", ["light", "dark"])
def test_everything_is_accessible(bezoek, pagina, toegankelijk, schema):
    pagina.emulate_media(color_scheme=schema, reduced_motion="reduce")
    toegankelijk(bezoek("/stijlgids/"))


def test_nothing_sticks_out_on_the_smallest_screen(bezoek, pagina, toegankelijk):
    pagina.set_viewport_size({"width": 320, "height": 640})
    toegankelijk(bezoek("/stijlgids/"))


def test_the_summary_of_errors_takes_focus(bezoek):
    pagina = bezoek("/stijlgids/")
    expect(pagina.locator("[data-fouten]")).to_be_focused()


def test_keys_click_and_can_be_turned_off(bezoek):
    pagina = bezoek("/stijlgids/")
    keuze = pagina.get_by_label("Taal en digitale vaardigheden")
    pagina.keyboard.press("2")
    expect(keuze).to_be_checked()
    pagina.keyboard.press("?")
    dialoog = pagina.get_by_role("dialog", name="Sneltoetsen op deze bladzijde")
    expect(dialoog).to_contain_text("Bestand inlezen")
    dialoog.get_by_label("Sneltoetsen gebruiken").uncheck()
    dialoog.get_by_role("button", name="Sluiten").click()
    pagina.keyboard.press("2")
    expect(keuze).to_be_checked()


def test_keys_are_letters_while_typing(bezoek):
    pagina = bezoek("/stijlgids/")
    veld = pagina.locator("#id_naam")
    veld.press_sequentially("b2")
    expect(veld).to_have_value("b2")
    expect(pagina.get_by_label("Taal en digitale vaardigheden")).not_to_be_checked()


def test_tables_sort_numbers_as_numbers(bezoek):
    pagina = bezoek("/stijlgids/")
    pagina.get_by_role("button", name="Uitspraken").click()
    tabel = pagina.get_by_role("table", name="Thema’s per buurt")
    expect(tabel.locator("tbody th")).to_have_text(
        ["Ontmoeten en eenzaamheid", "Mantelzorgondersteuningsvoorzieningen", "Groen en water"]
    )
    expect(tabel.get_by_role("columnheader", name="Uitspraken")).to_have_attribute("aria-sort", "descending")
    pagina.get_by_role("button", name="Thema").click()
    expect(tabel.locator("tbody th").first).to_have_text("Groen en water")


def test_the_menu_of_keys_is_only_there_with_a_script(bezoek):
    knop = bezoek("/stijlgids/").get_by_role("button", name="Sneltoetsen")
    expect(knop).to_be_visible()
    knop.click()
