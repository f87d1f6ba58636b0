"""Plain-language help under the fields of the builder."""

import pytest
from django.urls import reverse

from peilingen.domain.taalhulp import MEESTE_HINTS, build_taalhulp, find_misleidend
from peilingen.enums import Vraagsoort


@pytest.fixture
def vraag_na(inloggen, mensen):
    client = inloggen(mensen.organisator)

    def post(htmx=True, **velden):
        kop = {"HX-Request": "true"} if htmx else {}
        return client.post(reverse("peilingen:taalhulp"), velden, headers=kop)

    return post


def test_typing_gets_a_fragment_with_hints_and_a_line_to_read_out(vraag_na):
    antwoord = vraag_na(veld="tekst", tekst="Vindt u ook dat de participatie beter moet?")
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 200
    assert "<html" not in tekst
    assert "Sturend" in tekst
    assert "Vakwoord" in tekst
    assert "Schrijf bijvoorbeeld: meedoen." in tekst
    assert 'id="taalhulp-tekst"' in tekst
    assert "2 tips" in tekst


def test_a_good_question_gets_no_hints(vraag_na):
    tekst = vraag_na(veld="tekst", tekst="Wat mist u in uw buurt?").content.decode()
    assert "<li>" not in tekst
    assert "tip" not in tekst


def test_without_a_script_it_is_a_page_of_its_own(vraag_na):
    antwoord = vraag_na(htmx=False, veld="uitleg", uitleg="Dit is <b>in het kader van</b> ons werk.")
    assert "in het kader van" in antwoord.content.decode()
    assert "<b>in het kader" not in antwoord.content.decode()
    assert b"<h1>" in antwoord.content


@pytest.mark.parametrize("velden", [{}, {"veld": "zomaar"}, {"veld": "tekst", "tekst": "é " * 20_000}])
def test_odd_input_is_no_error(vraag_na, velden):
    assert vraag_na(**velden).status_code == 200


def test_an_introduction_gets_no_advice_about_questions():
    assert build_taalhulp("Wat vindt u? Wat kan beter?", "inleiding").hints == ()
    assert build_taalhulp("Wat vindt u? Wat kan beter?", "tekst").hints != ()
    assert build_taalhulp("Wat vindt u? Wat kan er?", "tekst", soort=Vraagsoort.TEKSTBLOK).hints == ()


def test_a_level_is_called_an_estimate_and_names_its_method():
    hulp = build_taalhulp("Wat mist u in uw buurt?")
    assert hulp.niveau in {"A2", "B1"}
    assert "schatting" in hulp.niveau_uitleg
    assert "Flesch-Douma" in hulp.niveau_uitleg
    assert "alleen een aanwijzing" in hulp.niveau_uitleg
    assert build_taalhulp("").niveau == ""


def test_more_hints_than_anyone_reads_are_counted():
    tekst = "In het kader van participatie, zelfredzaamheid, inclusie, preventie, veerkracht en zingeving."
    hulp = build_taalhulp(tekst, "uitleg")
    assert len(hulp.hints) == MEESTE_HINTS
    assert hulp.aantal == MEESTE_HINTS + hulp.meer == 7


def test_what_misleads_is_named():
    assert find_misleidend("Wat mist u? Wat kan beter?") == "twee vragen in één"
    assert find_misleidend("Wat mist u in de participatie?") == ""


def test_the_question_form_checks_what_is_stored(inloggen, mensen):
    from peilingen.domain.vragen import add_vraag
    from tests.peilingen.makers import maak_concept

    lijst = maak_concept(mensen.ronde, mensen.organisator.gebruiker)
    vraag = add_vraag(
        vragenlijst=lijst, wie=mensen.organisator.gebruiker, soort="open", tekst="Wat mist u? Wat kan beter?"
    )
    pagina = inloggen(mensen.organisator).get(reverse("peilingen:vraag", args=[lijst.pk, vraag.pk]))
    assert "Twee vragen in één" in pagina.content.decode()
    assert "Taal nakijken" in pagina.content.decode()
