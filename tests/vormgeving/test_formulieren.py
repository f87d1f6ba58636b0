"""Every form is accessible by itself: label, help, error and a summary that leads to the fields."""

import pytest
from django import forms

from config.stijlgids import Voorbeeldformulier
from tests.vormgeving.pagina import Pagina


@pytest.fixture
def leeg():
    return Pagina.read(str(Voorbeeldformulier()))


@pytest.fixture
def fout():
    return Pagina.read(str(Voorbeeldformulier({"naam": ""})))


@pytest.mark.parametrize("welk", ["leeg", "fout"])
def test_every_control_has_a_name_and_every_reference_leads_somewhere(welk, request):
    pagina = request.getfixturevalue(welk)
    assert pagina.list_naamloos() == []
    assert pagina.list_verwijzingen() - set(pagina.ids) == set()
    assert len(pagina.ids) == len(set(pagina.ids))


def test_help_describes_the_control(leeg):
    assert leeg.select("//input[@name='naam']").get("aria-describedby") == "id_naam_helptext"
    assert leeg.text("//*[@id='id_naam_helptext']") == "Zoals bewoners hem kennen."


def test_an_error_describes_the_control_and_stands_before_it(fout):
    veld = fout.select("//input[@name='naam']")
    assert veld.get("aria-invalid") == "true"
    assert veld.get("aria-describedby") == "id_naam_helptext id_naam_error"
    assert veld.xpath("preceding::*[@id='id_naam_error']")


def test_a_group_of_choices_is_described_as_a_group(fout):
    groep = fout.select("//fieldset[.//input[@name='kanaal']]")
    assert groep.get("aria-describedby") == "id_kanaal_error"
    assert fout.text("//fieldset[.//input[@name='kanaal']]/legend") == "Hoe kwamen de antwoorden binnen?"


def test_the_summary_links_to_each_field_with_an_error(fout):
    links = fout.boom.xpath("//*[@data-fouten]//a")
    assert [link.get("href") for link in links] == ["#id_naam", "#id_kolom", "#id_kanaal_0", "#id_akkoord"]
    assert links[0].text_content() == "Naam van de ronde – Dit veld is verplicht."


def test_no_summary_without_errors(leeg):
    assert leeg.boom.xpath("//*[@data-fouten]") == []


def test_fields_that_may_stay_empty_say_so_unless_the_form_hides_it(leeg):
    assert leeg.text("//fieldset[.//input[@name='buurten']]/legend") == "Buurten (niet verplicht)"

    class Zoekformulier(Voorbeeldformulier):
        verberg_optioneel = True

    assert "niet verplicht" not in str(Zoekformulier())


def test_the_label_can_be_the_heading_of_the_page():
    formulier = Voorbeeldformulier()
    sjabloon = formulier.renderer.get_template("componenten/veld.html")
    tekst = Pagina.read(sjabloon.render({"field": formulier["naam"], "als_kop": True}))
    assert tekst.text("//h1/label[@for='id_naam']") == "Naam van de ronde"
    groep = Pagina.read(sjabloon.render({"field": formulier["kanaal"], "als_kop": True}))
    assert groep.text("//legend/h1") == "Hoe kwamen de antwoorden binnen?"


def test_a_placeholder_never_takes_the_place_of_a_label():
    class Formulier(forms.Form):
        naam = forms.CharField(label="Naam", widget=forms.TextInput(attrs={"placeholder": "Naam"}))

    assert "placeholder" not in str(Formulier())


def test_errors_of_the_whole_form_and_hidden_fields_are_told_too():
    class Formulier(forms.Form):
        bron = forms.CharField(widget=forms.HiddenInput)

        def clean(self):
            raise forms.ValidationError("Kies eerst een ronde.")

    pagina = Pagina.read(str(Formulier({})))
    regels = [regel.text_content().strip() for regel in pagina.boom.xpath("//*[@data-fouten]//li")]
    assert regels == ["Kies eerst een ronde.", "Dit veld is verplicht."]
    assert pagina.select("//input[@name='bron']").get("type") == "hidden"
