"""The organiser's pages: making, opening, sharing and counting."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import escape

from organisaties.domain.bonnen import make_token
from organisaties.enums import Rol
from organisaties.models import Bronwijziging
from peilingen.domain.inzenden import Antwoordwaarde, submit_inzending
from peilingen.domain.vragen import add_vraag
from peilingen.domain.vragenlijsten import close_vragenlijst, create_vragenlijst, open_vragenlijst
from peilingen.enums import Herkomst, Vragenlijststatus
from peilingen.models import Inzending, Inzendingconcept, Vraag, Vragenlijst
from tests.fabrieken import maak_antwoorden, maak_ronde
from tests.peilingen.makers import OPEN_VRAAG, maak_concept, maak_open, stuur_in

VRAAG = {"soort": "een_keuze", "tekst": "Komt u ook?", "keuzes": "ja\nnee", "uitleg": "", "verplicht": ""}


@pytest.fixture
def wie(mensen):
    return mensen.organisator.gebruiker


@pytest.fixture
def anna(mensen, inloggen):
    return inloggen(mensen.organisator)


@pytest.fixture
def lijst(mensen, wie):
    return maak_concept(mensen.ronde, wie)


def adres(naam, *wat):
    return reverse(f"peilingen:{naam}", args=[rij.pk for rij in wat])


def lees(antwoord):
    return " ".join(antwoord.content.decode().split())


def test_an_empty_ronde_offers_three_templates_and_an_empty_one(mensen, anna):
    tekst = lees(anna.get(adres("ronde", mensen.ronde)))
    for woorden in (
        "Hoe is het in uw buurt?",
        "Stadsbijeenkomst: vooraf",
        "Wat heeft u nodig om mee te doen?",
    ):
        assert woorden in tekst
    assert "Leeg beginnen" in tekst
    assert adres("upload", mensen.ronde) in tekst


def test_a_reader_sees_the_list_and_can_start_nothing(mensen, inloggen, wie):
    lezer = inloggen(mensen.lezer)
    tekst = lees(lezer.get(adres("ronde", mensen.ronde)))
    assert "Nog geen vragenlijst" in tekst
    assert "Hiermee beginnen" not in tekst
    lijst = maak_open(mensen.ronde, wie)
    tekst = lees(lezer.get(adres("vragenlijst", lijst)))
    assert "Wat gaat er goed in uw buurt?" in tekst
    assert "Vragenlijst sluiten" not in tekst
    assert "verwijderen" not in tekst


def count_queries(client, pad):
    client.get(pad)  # what is remembered after a first visit
    with CaptureQueriesContext(connection) as queries:
        antwoord = client.get(pad)
    assert antwoord.status_code == 200
    return len(queries), lees(antwoord)


def test_a_list_takes_as_many_queries_with_one_as_with_three(mensen, anna, wie):
    stuur_in(maak_open(mensen.ronde, wie))
    een, _tekst = count_queries(anna, adres("ronde", mensen.ronde))
    for _keer in range(2):
        stuur_in(maak_open(mensen.ronde, wie))
    drie, tekst = count_queries(anna, adres("ronde", mensen.ronde))
    assert tekst.count("1 inzending<") == 3
    assert een == drie


def test_a_questionnaire_takes_as_many_queries_with_one_question_as_with_three(lijst, wie, anna):
    add_vraag(vragenlijst=lijst, wie=wie, soort="een_keuze", tekst="Vraag?", keuzes=["a", "b"])
    een, _tekst = count_queries(anna, adres("vragenlijst", lijst))
    for nummer in range(2):
        add_vraag(vragenlijst=lijst, wie=wie, soort="een_keuze", tekst=f"Vraag {nummer}?", keuzes=["a", "b"])
    assert count_queries(anna, adres("vragenlijst", lijst))[0] == een


def test_starting_from_a_template_leads_to_the_questions(mensen, anna):
    antwoord = anna.post(adres("nieuw", mensen.ronde), {"sjabloon": "buurt"}, follow=True)
    assert "Klaar om te openen" in lees(antwoord)
    assert Vragenlijst.objects.get().vragen.count() == 5
    assert anna.post(adres("nieuw", mensen.ronde), {"sjabloon": "bestaat-niet"}).status_code == 404


def test_starting_empty_first_asks_for_title_and_introduction(mensen, anna):
    antwoord = anna.post(adres("nieuw", mensen.ronde))
    lijst = Vragenlijst.objects.get()
    assert antwoord.url == adres("gegevens", lijst)
    antwoord = anna.post(
        antwoord.url, {"titel": " Wonen ", "inleiding": "Daarom.", "werving": "panel"}, follow=True
    )
    assert "Voeg minstens één vraag toe" in lees(antwoord)
    lijst.refresh_from_db()
    assert (lijst.titel, lijst.inleiding, lijst.werving, lijst.vraag_citaat) == (
        "Wonen",
        "Daarom.",
        "panel",
        False,
    )


@pytest.mark.parametrize(
    ("velden", "melding"),
    [
        ({"titel": ""}, "Geef de vragenlijst een titel"),
        ({"titel": "x" * 201}, "De titel telt 201 tekens"),
        ({"inleiding": "  "}, "Vertel mensen waarom u dit vraagt"),
        ({"inleiding": "y" * 3001}, "Maak haar korter dan 3000"),
    ],
)
def test_nothing_typed_in_the_introduction_is_lost(lijst, anna, velden, melding):
    getypt = {"titel": "Een titel", "inleiding": "Een <b>inleiding</b>", "werving": "open", **velden}
    antwoord = anna.post(adres("gegevens", lijst), getypt)
    assert melding in lees(antwoord)
    for waarde in getypt.values():
        assert escape(waarde) in antwoord.content.decode()


def test_with_answers_only_title_and_werving_can_change(lijst, wie, anna):
    open_vragenlijst(vragenlijst=lijst, wie=wie)
    stuur_in(lijst)
    tekst = lees(anna.get(adres("gegevens", lijst)))
    assert "Er zijn al antwoorden" in tekst
    assert 'name="inleiding"' not in tekst
    anna.post(adres("gegevens", lijst), {"titel": "Beter", "werving": "open"})
    lijst.refresh_from_db()
    assert (lijst.titel, lijst.inleiding) == ("Beter", "Wij willen weten wat er mist.")


def test_an_introduction_typed_while_the_first_answer_came_in_stays_on_the_page(lijst, wie, anna):
    open_vragenlijst(vragenlijst=lijst, wie=wie)
    stuur_in(lijst)
    getypt = {"titel": "Beter", "werving": "open", "inleiding": "Net getypt"}
    tekst = lees(anna.post(adres("gegevens", lijst), getypt))
    assert "Er zijn al antwoorden" in tekst
    assert "Net getypt" in tekst
    lijst.refresh_from_db()
    assert lijst.titel == "Buurtvragen"


def test_adding_a_question_and_one_more(lijst, anna):
    antwoord = anna.post(adres("vraag_nieuw", lijst), VRAAG)
    nieuw = lijst.vragen.last()
    assert antwoord.url == f"{adres('vragenlijst', lijst)}#vraag-{nieuw.pk}"
    assert [keuze.tekst for keuze in nieuw.keuzes.all()] == ["ja", "nee"]
    antwoord = anna.post(
        adres("vraag_nieuw", lijst), {**VRAAG, "tekst": "Nog iets?", "nog_een": "1"}, follow=True
    )
    assert "Bewaard: “Nog iets?”" in lees(antwoord)
    assert antwoord.redirect_chain[0][0] == adres("vraag_nieuw", lijst)


@pytest.mark.parametrize(
    ("velden", "melding"),
    [
        ({"tekst": ""}, "Schrijf de vraag op"),
        ({"tekst": "w" * 501}, "telt 501 tekens"),
        ({"soort": ""}, "Kies wat voor vraag dit is"),
        ({"soort": "raar"}, "raar"),
        ({"keuzes": "maar een"}, "Geef minstens twee keuzes"),
        ({"keuzes": "Ja\nja"}, "“ja” staat er twee keer"),
        ({"soort": "schaal", "keuzes": "a\nb"}, "vijf stappen"),
        ({"uitleg": "u" * 1001}, "1 teken te lang"),
    ],
)
def test_nothing_typed_in_a_question_is_lost(lijst, anna, velden, melding):
    getypt = {**VRAAG, "uitleg": "Een 'uitleg'", **velden}
    for pad in (adres("vraag_nieuw", lijst), adres("vraag", lijst, lijst.vragen.get())):
        antwoord = anna.post(pad, getypt)
        assert melding in lees(antwoord)
        for naam in ("tekst", "keuzes", "uitleg"):
            assert escape(getypt[naam]) in antwoord.content.decode()
    assert lijst.vragen.get().tekst == OPEN_VRAAG


def test_a_question_that_may_not_change_any_more_is_refused_with_its_words(lijst, wie, anna):
    vraag = lijst.vragen.get()
    open_vragenlijst(vragenlijst=lijst, wie=wie)
    antwoord = anna.post(adres("vraag", lijst, vraag), {**VRAAG, "tekst": "Anders gevraagd?"})
    assert "De vragenlijst staat open" in lees(antwoord)
    assert "Anders gevraagd?" in lees(antwoord)


def test_changing_a_question(lijst, anna):
    vraag = lijst.vragen.get()
    tekst = anna.get(adres("vraag", lijst, vraag)).content.decode()
    assert OPEN_VRAAG in tekst
    anna.post(adres("vraag", lijst, vraag), {**VRAAG, "verplicht": "on"})
    vraag.refresh_from_db()
    assert (vraag.tekst, vraag.soort, vraag.verplicht) == ("Komt u ook?", "een_keuze", True)


def test_moving_works_with_and_without_a_script(lijst, wie, anna):
    tweede = add_vraag(vragenlijst=lijst, wie=wie, soort="open", tekst="Tweede?")
    antwoord = anna.post(adres("verplaatsen", lijst, tweede), {"naar": "omhoog"})
    assert antwoord.url.endswith(f"#vraag-{tweede.pk}")
    assert [vraag.tekst for vraag in lijst.vragen.all()] == ["Tweede?", OPEN_VRAAG]
    antwoord = anna.post(
        adres("verplaatsen", lijst, tweede), {"naar": "omlaag"}, headers={"HX-Request": "true"}
    )
    tekst = lees(antwoord)
    assert tekst.startswith("<section")
    assert tekst.index(OPEN_VRAAG) < tekst.index("Tweede?")
    assert tekst.count("data-focus") == 1
    # The first cannot go up and the last cannot go down; who moved one to the end goes on with the way back.
    assert [tekst.count(f'value="{naar}"') for naar in ("omhoog", "omlaag")] == [1, 1]
    assert tekst.index('value="omlaag"') < tekst.index("Tweede?") < tekst.index("data-focus")


def test_a_question_that_was_taken_out_can_be_put_back(lijst, wie, anna):
    add_vraag(vragenlijst=lijst, wie=wie, soort="open", tekst="Tweede?")
    tekst = lees(anna.post(adres("weghalen", lijst, lijst.vragen.first()), follow=True))
    assert f"Weggehaald: “{OPEN_VRAAG}”" in tekst
    assert [vraag.tekst for vraag in lijst.vragen.all()] == ["Tweede?"]
    tekst = lees(anna.post(adres("terugzetten", lijst), follow=True))
    assert "Weggehaald" not in tekst
    assert [vraag.tekst for vraag in lijst.vragen.all()] == [OPEN_VRAAG, "Tweede?"]
    anna.post(adres("terugzetten", lijst))
    assert lijst.vragen.count() == 2


def test_opening_tells_what_is_missing_and_else_leads_to_sharing(mensen, lijst, wie, anna):
    leeg = create_vragenlijst(ronde=mensen.ronde, wie=wie)
    assert "minstens één vraag" in lees(anna.post(adres("openen", leeg), follow=True))
    antwoord = anna.post(adres("openen", lijst), follow=True)
    lijst.refresh_from_db()
    assert antwoord.redirect_chain[0][0] == adres("delen", lijst)
    assert f"/v/{lijst.code}/" in lees(antwoord)


def test_closing_and_opening_again(lijst, wie, anna):
    open_vragenlijst(vragenlijst=lijst, wie=wie)
    assert "Deze vragenlijst is gesloten" in lees(anna.post(adres("sluiten", lijst), follow=True))
    assert "staat weer open" in lees(anna.post(adres("heropenen", lijst), follow=True))
    lijst.refresh_from_db()
    assert lijst.status == Vragenlijststatus.OPEN


def test_reopening_what_has_become_unfit_tells_why(lijst, wie, anna):
    open_vragenlijst(vragenlijst=lijst, wie=wie)
    close_vragenlijst(vragenlijst=lijst, wie=wie)
    lijst.vragen.all().delete()
    assert "minstens één vraag" in lees(anna.post(adres("heropenen", lijst), follow=True))


def test_closing_and_going_on_with_a_copy(mensen, wie, anna):
    lijst = maak_open(mensen.ronde, wie)
    stuur_in(lijst)
    antwoord = anna.post(adres("kopieren", lijst), {"sluiten": "1"}, follow=True)
    assert "Dit is de kopie" in lees(antwoord)
    lijst.refresh_from_db()
    assert lijst.status == Vragenlijststatus.GESLOTEN
    kopie = Vragenlijst.objects.exclude(pk=lijst.pk).get()
    assert (kopie.titel, kopie.status) == ("Hoe is het in uw buurt? (kopie)", Vragenlijststatus.CONCEPT)


def test_before_deleting_the_page_says_what_goes(mensen, wie, anna):
    lijst = maak_open(mensen.ronde, wie)
    for _keer in range(3):
        stuur_in(lijst)
    tekst = lees(anna.get(adres("verwijderen", lijst)))
    for woorden in ("5 vragen", "3 inzendingen", "12 antwoorden", "waarvan 3 in eigen woorden", "nog open"):
        assert woorden in tekst
    assert Vragenlijst.objects.exists()
    antwoord = anna.post(adres("verwijderen", lijst), follow=True)
    assert "is verwijderd, met alle antwoorden" in lees(antwoord)
    assert not Inzending.objects.exists()
    assert Bronwijziging.objects.filter(soort="verwijderd").count() == 3


def test_the_qr_code_and_the_poster_hold_the_address(mensen, wie, anna):
    lijst = maak_open(mensen.ronde, wie)
    antwoord = anna.get(adres("qr", lijst))
    assert antwoord["Content-Type"] == "image/svg+xml"
    assert antwoord.content.startswith(b"<svg")
    assert "style=" not in antwoord.content.decode()
    assert "attachment" in anna.get(f"{adres('qr', lijst)}?download=1")["Content-Disposition"]
    poster = lees(anna.get(adres("poster", lijst)))
    assert f"QR-code naar http://testserver/v/{lijst.code}/" in poster
    assert lijst.leescode in poster
    assert "ongeveer 3 minuten" in poster


def test_what_has_no_code_yet_cannot_be_shared(lijst, anna):
    assert "Open de vragenlijst eerst" in lees(anna.get(adres("delen", lijst), follow=True))
    for naam in ("qr", "poster", "scherm"):
        assert anna.get(adres(naam, lijst)).status_code == 404


def test_sharing_warns_for_an_address_that_works_here_only(mensen, wie, anna):
    lijst = maak_open(mensen.ronde, wie)
    zin = "Dit adres werkt alleen op deze computer"
    assert zin not in lees(anna.get(adres("delen", lijst)))
    for host in ("127.0.0.1:8000", "localhost"):
        assert zin in lees(anna.get(adres("delen", lijst), headers={"host": host}))
    close_vragenlijst(vragenlijst=lijst, wie=wie)
    assert "De vragenlijst is gesloten" in lees(anna.get(adres("delen", lijst)))


def test_the_screen_counts_along_with_and_without_a_script(mensen, wie, anna):
    lijst = maak_open(mensen.ronde, wie)
    assert "U kunt beginnen" in lees(anna.get(adres("scherm", lijst)))
    stuur_in(lijst)
    heel = lees(anna.get(adres("scherm", lijst)))
    assert '<noscript> <meta http-equiv="refresh" content="10"> </noscript>' in heel
    assert 'hx-trigger="every 5s"' in heel
    deel = lees(anna.get(adres("scherm", lijst), headers={"HX-Request": "true"}))
    assert deel.startswith("<p")
    assert "1 persoon deed al mee" in deel
    close_vragenlijst(vragenlijst=lijst, wie=wie)
    dicht = lees(anna.get(adres("scherm", lijst), headers={"HX-Request": "true"}))
    assert "hx-get" not in dicht


def test_answers_are_counted_and_never_shown_one_by_one(mensen, wie, inloggen):
    lijst = maak_open(mensen.ronde, wie)
    stuur_in(lijst, "Een bankje bij de vijver", stap=4)
    stuur_in(lijst, "", stap=5)
    tekst = lees(inloggen(mensen.lezer).get(adres("antwoorden", lijst)))
    assert "2 inzendingen" in tekst
    assert "Beantwoord door 1 van 2 inzenders" in tekst
    assert "1 van 2" in tekst
    assert "bankje" not in tekst
    assert not re.search(r"\d{1,2}:\d\d", tekst)
    assert reverse("inzicht:ronde", args=[mensen.ronde.pk]) in tekst


def test_a_question_that_nobody_answered_has_no_bars(mensen, wie, anna):
    lijst = maak_open(mensen.ronde, wie)
    vraag = lijst.vragen.filter(soort="open")[0]
    waarden = {vraag.pk: Antwoordwaarde(tekst="Een bankje")}
    submit_inzending(vragenlijst=lijst, token=make_token(), antwoorden=waarden, mag_citeren=None)
    tekst = lees(anna.get(adres("antwoorden", lijst)))
    assert "Beantwoord door 0 van 1 inzender" in tekst
    assert "van 0" not in tekst


def test_without_answers_the_page_says_what_will_be_there(mensen, wie, anna):
    lijst = maak_open(mensen.ronde, wie)
    tekst = lees(anna.get(adres("antwoorden", lijst)))
    assert "Nog geen antwoorden" in tekst
    assert adres("delen", lijst) in tekst


def test_answers_from_a_file_can_be_looked_at_and_deleted_only(mensen, anna):
    maak_antwoorden(mensen.ronde, ["Een bankje"])
    Vragenlijst.objects.update(herkomst=Herkomst.BESTAND, status=Vragenlijststatus.GESLOTEN)
    lijst = Vragenlijst.objects.get()
    tekst = lees(anna.get(adres("vragenlijst", lijst)))
    assert "Uit een bestand" in tekst
    assert adres("verwijderen", lijst) in tekst
    for naam in ("kopieren", "heropenen", "voorbeeld", "gegevens"):
        assert adres(naam, lijst) not in tekst
    assert anna.post(adres("kopieren", lijst)).status_code == 409


def test_a_preview_goes_through_all_pages_and_keeps_nothing(mensen, wie, anna):
    lijst = create_vragenlijst(ronde=mensen.ronde, wie=wie, sjabloon="buurt")
    pad = adres("voorbeeld", lijst)
    start = lees(anna.get(pad))
    assert "wordt niet bewaard en telt niet mee" in start
    assert "Wij willen weten hoe het is om in uw buurt te wonen." in start
    assert "<script" not in start
    stappen = [str(vraag.pk) for vraag in lijst.vragen.all()]
    tekst = lees(anna.post(pad, {"w-current_step": "start", "toestemming": "zelf"}))
    for nummer, stap in enumerate(stappen, start=1):
        assert f"Vraag {nummer} van 5" in tekst
        assert "wordt niet bewaard" in tekst
        tekst = lees(anna.post(pad, {"w-current_step": stap, "tekst": "Iets"}))
    assert "Klopt alles?" in tekst
    assert "Uw bewijscode" in lees(anna.post(pad, {"w-current_step": "controle"}))
    terug = lees(anna.post(pad, {"w-current_step": stappen[1], "wizard_goto_step": stappen[0]}))
    assert "Vraag 1 van 5" in terug
    assert "Beginnen" in lees(anna.post(pad, {"w-current_step": stappen[0], "wizard_goto_step": "start"}))
    assert not Inzending.objects.exists()
    assert not Inzendingconcept.objects.exists()
    assert anna.get(adres("voorbeeld_bon", lijst)).url == pad


def test_a_preview_shows_what_a_refused_answer_looks_like(lijst, wie, anna):
    Vraag.objects.update(verplicht=True)
    stap = str(lijst.vragen.get().pk)
    tekst = lees(anna.post(adres("voorbeeld", lijst), {"w-current_step": stap, "tekst": ""}))
    assert "Deze vraag mag u niet overslaan" in tekst


def test_a_preview_can_be_seen_in_another_language(lijst, anna):
    antwoord = anna.get(f"{adres('voorbeeld', lijst)}?taal=ar")
    assert antwoord.status_code == 200
    assert "Wij willen weten wat er mist." in lees(antwoord)


@pytest.mark.parametrize("naam", ["nieuw", "openen", "sluiten", "heropenen", "kopieren", "weghalen"])
def test_acts_are_posts(mensen, lijst, anna, naam):
    wat = {"nieuw": (mensen.ronde,), "weghalen": (lijst, lijst.vragen.get())}.get(naam, (lijst,))
    assert anna.get(adres(naam, *wat)).status_code == 405


def test_a_question_of_another_questionnaire_is_not_there(mensen, lijst, wie, anna):
    andere = maak_concept(maak_ronde(mensen.organisatie, "Najaar"), wie)
    for naam in ("vraag", "verplaatsen", "weghalen"):
        assert anna.post(adres(naam, andere, lijst.vragen.get())).status_code == 404


@pytest.mark.parametrize("rol", [Rol.CODEUR, Rol.LEZER])
def test_who_may_read_cannot_change(mensen, lijst, inloggen, rol):
    client = inloggen(mensen.lid(rol))
    for naam in ("openen", "sluiten", "kopieren", "verwijderen", "gegevens", "vraag_nieuw"):
        assert client.post(adres(naam, lijst)).status_code == 403


@pytest.mark.parametrize(("adres", "begin"), [("qr_png", b"\x89PNG"), ("poster_pdf", b"%PDF-1.7")])
def test_a_member_downloads_qr_code_and_poster(lijst, wie, anna, adres, begin):
    open_vragenlijst(vragenlijst=lijst, wie=wie, code="buurt234")
    antwoord = anna.get(reverse(f"peilingen:{adres}", args=[lijst.pk]))
    assert antwoord.content.startswith(begin)
    assert "buurt234" in antwoord["Content-Disposition"]


def test_there_is_no_poster_before_opening_nor_on_another_paper(lijst, wie, anna):
    adres = reverse("peilingen:poster_pdf", args=[lijst.pk])
    assert anna.get(adres).status_code == 404
    open_vragenlijst(vragenlijst=lijst, wie=wie)
    assert anna.get(adres, {"maat": "a0"}).status_code == 404
