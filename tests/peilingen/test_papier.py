"""Paper: the form to print, and typing it over so that each form counts once."""

import re
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import page
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from basis.druk.formulierpdf import render_formulier
from organisaties.enums import Kanaal
from peilingen.domain.bewaren import delete_oud
from peilingen.domain.instellingen import Instellingen
from peilingen.domain.inzenden import list_vragen
from peilingen.domain.overtypen import ANDERS, CITAAT, TOESTEMMING, Invoerfout, read_invoer
from peilingen.domain.papier import Afspraken, build_formulier
from peilingen.domain.stapels import create_stapel, list_verschillen, save_formulier
from peilingen.domain.terugtypen import spell_overgetypt
from peilingen.domain.vorm.rijen import create_from_vorm
from peilingen.domain.vorm.typen import Woorden
from peilingen.domain.vragenlijsten import close_vragenlijst
from peilingen.enums import Vragenlijststatus
from peilingen.models import Inzending, Papierformulier, Stapel
from peilingen.refusals import OnjuistFormulier, PapierNietOpen
from tests.basis.druk.boom import extract_tekst, read_boom
from tests.peilingen.makers_vorm import maak_vorm

GETYPT = {
    TOESTEMMING: "1",
    "v2": "1",
    "v3": "12",
    "v4": "2",
    "v5": "Een bankje\nen licht",
    "v7": "12",
    "v8": "Fietsen",
    "v9": "1984",
    "v10": "2 1 3",
    "v11": "30",
    "v12": "?",
    "v13": "De hoek",
    "v14": "2",
    CITAAT: "1",
}


@pytest.fixture
def lijst(mensen):
    """An open questionnaire with one of each kind."""
    rij = create_from_vorm(ronde=mensen.ronde, wie=mensen.organisator.gebruiker, vorm=maak_vorm())
    rij.status, rij.code, rij.geopend_op = Vragenlijststatus.OPEN, "kaart346", timezone.now()
    rij.save()
    return rij


@pytest.fixture
def stapel(lijst, mensen):
    return create_stapel(vragenlijst=lijst, wie=mensen.organisator.gebruiker, naam="Bibliotheek")


def typ(stapel, mensen, pk=None, **anders):
    velden = {**GETYPT, **anders}
    return save_formulier(
        stapel=stapel, formulier_id=pk or uuid4(), wie=mensen.organisator.gebruiker, velden=velden
    )


# The print


@pytest.mark.parametrize("taal", ["nl", "ar", "uk"])
@pytest.mark.parametrize("groot", [False, True])
def test_the_print_passes_all_rules_of_pdf_ua(lijst, taal, groot):
    afspraken = Afspraken("Buurthuis", "12 mei 2027", "https://voorbeeld.nl/v/kaart346/", "voorbeeld.nl")
    data = render_formulier(build_formulier(lijst, taal=taal, groot=groot, afspraken=afspraken))
    assert {fout.rule_id: fout.message for fout in page.validate_pdf_bytes(data).failures} == {}
    assert render_formulier(build_formulier(lijst, taal=taal, groot=groot, afspraken=afspraken)) == data


def test_the_print_has_the_numbers_of_the_screen_and_all_that_people_need(lijst):
    data = render_formulier(
        build_formulier(lijst, afspraken=Afspraken("de balie", "", "https://x.nl/v/k/", "x.nl"))
    )
    tekst = extract_tekst(data)
    for deel in (
        "Hoe is het in uw buurt?",
        "Adviesraad",
        "Noem geen namen en adressen",
        "1. Kent u het buurthuis?",
        "Alleen als u bij vraag 1 “Ja” koos",
        "12. Hoe oud bent u?",
        "Anders, namelijk",
        "Weet ik niet",
        "Mogen wij uw woorden aanhalen?",
        "Lever dit formulier in bij: de balie",
        "typ de code kaar t346",
    ):
        assert deel in tekst
    boom = read_boom(data)
    assert [re.sub(r"\D", "", kind.soort) for kind in boom.kinderen if kind.soort[0] == "H"][:2] == ["1", "2"]
    assert len(list(boom.find("Table"))) == 1
    assert len(list(boom.find("Figure"))) == 1


def test_a_form_in_arabic_runs_from_the_right(mensen, lijst):
    vorm = maak_vorm()
    woorden = {
        "titel": Woorden("كيف هو حيك؟"),
        "inleiding": Woorden("نريد أن نعرف."),
        **vorm.vertalingen["ar"],
    }
    woorden["v2.k2"] = Woorden("لا")
    rij = create_from_vorm(
        ronde=mensen.ronde,
        wie=mensen.organisator.gebruiker,
        vorm=replace(vorm, vertalingen={"ar": woorden}),
    )
    formulier = build_formulier(rij, taal="ar")
    assert formulier.titel == "كيف هو حيك؟"
    assert [stuk.tekst for stuk in formulier.stukken if getattr(stuk, "nummer", "") == "1"] == [
        "هل تعرف مركز الحي؟"
    ]
    assert "هل" in extract_tekst(render_formulier(formulier))


@pytest.mark.parametrize("regels", range(1, 60, 7))
def test_no_question_is_cut_and_no_heading_stands_alone(mensen, lijst, regels):
    lijst.inleiding = "\n".join(["Een regel."] * regels)
    kinderen = read_boom(render_formulier(build_formulier(lijst, groot=True))).kinderen
    for plek, kind in enumerate(kinderen):
        volgende = kinderen[plek + 1].soort if plek + 1 < len(kinderen) else ""
        if kind.soort == "H2" or (kind.soort == "H3" and volgende[:1] not in ("", "H")):
            eerste = next((deel for deel in _all(kinderen[plek + 1]) if deel.inhoud), None)
            assert eerste is None or eerste.inhoud[0][0] == kind.inhoud[-1][0]


def _all(element):
    yield element
    for kind in element.kinderen:
        yield from _all(kind)


# What is typed


@pytest.mark.parametrize(
    ("sleutel", "getypt", "anders"),
    [
        ("v2", "1", ""),
        ("v2", "?", ""),
        ("v2", "3", "Soms"),
        ("v3", "1 3", ""),
        ("v4", "5", ""),
        ("v7", "12", ""),
        ("v7", "-", ""),
        ("v9", "1984", ""),
        ("v10", "2 1 0", ""),
        ("v11", "3 0", ""),
        ("v12", "?", ""),
        ("v13", "De hoek", ""),
    ],
)
def test_what_was_typed_comes_back_for_correcting(stapel, mensen, sleutel, getypt, anders):
    velden = {TOESTEMMING: "1", "v2": "1", sleutel: getypt, sleutel + ANDERS: anders}
    uitslag = save_formulier(
        stapel=stapel, formulier_id=uuid4(), wie=mensen.organisator.gebruiker, velden=velden
    )
    assert uitslag.formulier.inzending is not None
    terug = spell_overgetypt(uitslag.formulier.inzending, list_vragen(stapel.vragenlijst))
    assert (terug[sleutel], terug[sleutel + ANDERS]) == (getypt, anders)


@pytest.mark.parametrize(
    ("sleutel", "getypt", "zin"),
    [
        ("v2", "4", "Typ een nummer van 1 tot en met 3."),
        ("v2", "ja", "Typ de nummers die bij de vakjes staan, van 1 tot en met 3."),
        ("v2", "12", "Bij deze vraag telt één antwoord. Staan er meer op het papier, laat hem dan leeg."),
        ("v2", "3", "Typ ook wat er bij “anders, namelijk” staat."),
        ("v3", "123", "Hier tellen hoogstens 2 antwoorden."),
        ("v4", "6", "Typ een nummer van 1 tot en met 5."),
        ("v4", "-", "Typ de nummers die bij de vakjes staan, van 1 tot en met 5."),
        ("v7", "veel", "“veel” is geen getal."),
        ("v7", "1,5", "Dit getal heeft te veel cijfers achter de komma."),
        ("v7", "101", "Dit getal past niet bij de vraag. Klopt het? Laat de vraag anders leeg."),
        ("v9", "12-5-1984", "Typ een jaar, zoals 1984."),
        ("v9", "84", "Typ een jaar, zoals 1984."),
        ("v10", "21", "Er zijn 3 vakjes. Typ bij elk het cijfer, en 0 voor een leeg vakje."),
        ("v10", "113", "De cijfers moeten 1, 2, 3 zijn, elk één keer. Laat de vraag anders leeg."),
        (
            "v11",
            "34",
            "Er zijn 2 regels. Typ bij elke regel een nummer tot en met 3, en 0 voor een lege regel.",
        ),
        ("v8", "a" * 301, "Dit is te lang: er passen 300 tekens in."),
    ],
)
def test_what_is_no_answer_is_refused_with_what_would_be(lijst, sleutel, getypt, zin):
    vraag = next(vraag for vraag in list_vragen(lijst).values() if vraag.sleutel == sleutel)
    with pytest.raises(Invoerfout) as fout:
        read_invoer(vraag, getypt)
    assert str(fout.value) == zin


def test_a_date_is_read_as_people_write_it(lijst):
    vraag = next(vraag for vraag in list_vragen(lijst).values() if vraag.sleutel == "v9")
    vraag.instellingen = Instellingen().as_json()
    assert read_invoer(vraag, "3-5-1984").waarde == "1984-05-03"
    with pytest.raises(Invoerfout):
        read_invoer(vraag, "30-2-1984")


# Piles


def test_a_form_counts_once_with_its_kanaal(stapel, mensen):
    pk = uuid4()
    eerst = typ(stapel, mensen, pk)
    weer = typ(stapel, mensen, pk)
    inzending = Inzending.objects.get(vragenlijst=stapel.vragenlijst)
    assert (eerst.telt, weer.telt) == (True, True)
    assert inzending.kanaal == Kanaal.PAPIER
    assert inzending.toestemming == "zelf"
    assert inzending.mag_citeren is True
    assert inzending.antwoorden.get(vraag__sleutel="v5").tekst == "Een bankje\nen licht"
    assert inzending.antwoorden.get(vraag__sleutel="v10").waarde == ["k2", "k1", "k3"]
    assert inzending.antwoorden.get(vraag__sleutel="v11").waarde == {"s1": "k3"}
    assert Papierformulier.objects.get(pk=pk).gegevens == {}


def test_an_answer_to_a_question_that_was_not_asked_does_not_count_and_is_told(stapel, mensen):
    uitslag = typ(stapel, mensen, v2="2", v4="5")
    assert uitslag.niet_gevraagd == (2, 4)
    sleutels = set(uitslag.formulier.inzending.antwoorden.values_list("vraag__sleutel", flat=True))
    assert not sleutels & {"v3", "v5"}


def test_a_form_of_another_pile_cannot_be_taken_over(stapel, lijst, mensen):
    ander = create_stapel(vragenlijst=lijst, wie=mensen.organisator.gebruiker, naam="")
    pk = typ(stapel, mensen).formulier.pk
    with pytest.raises(OnjuistFormulier):
        typ(ander, mensen, pk)


def test_nothing_comes_in_while_the_questionnaire_is_not_open(stapel, mensen):
    close_vragenlijst(vragenlijst=stapel.vragenlijst, wie=mensen.organisator.gebruiker)
    with pytest.raises(PapierNietOpen):
        typ(stapel, mensen)
    with pytest.raises(PapierNietOpen):
        create_stapel(vragenlijst=stapel.vragenlijst, wie=mensen.organisator.gebruiker, naam="")
    assert not Inzending.objects.exists()


def test_piles_go_with_the_answers_when_their_term_ends(stapel, mensen):
    typ(stapel, mensen)
    morgen = timezone.now() + timedelta(days=1)
    weg = delete_oud(mensen.organisatie, morgen)
    assert weg["inzendingen"] == 1
    assert weg["stapels"] == 1
    assert not Stapel.objects.exists()
    assert not Papierformulier.objects.exists()


# The pages


def adres(stapel, pk):
    return reverse("peilingen:papierformulier", args=[stapel.pk, pk])


def test_typing_forms_one_after_the_other(inloggen, mensen, stapel):
    client, pk = inloggen(mensen.organisator), uuid4()
    leeg = client.get(adres(stapel, pk))
    assert "Formulier 1" in leeg.text
    antwoord = client.post(adres(stapel, pk), {**GETYPT, "bewaar": "1"}, follow=True)
    assert "Formulier 1 telt mee." in antwoord.text
    assert "Formulier 2" in antwoord.text
    assert Inzending.objects.count() == 1


def test_a_wrong_form_keeps_everything_that_was_typed(inloggen, mensen, stapel):
    client, pk = inloggen(mensen.organisator), uuid4()
    antwoord = client.post(adres(stapel, pk), {**GETYPT, "v4": "9", TOESTEMMING: "", "bewaar": "1"})
    assert "Typ een nummer van 1 tot en met 5." in antwoord.text
    assert "Staat er geen ja op het papier?" in antwoord.text
    assert "Een bankje\nen licht" in antwoord.text
    assert not Papierformulier.objects.exists()


def test_enter_without_a_script_saves_nothing(inloggen, mensen, stapel):
    client = inloggen(mensen.organisator)
    antwoord = client.post(adres(stapel, uuid4()), {**GETYPT, "nakijken": "1"})
    assert "Dit klopt. Het is nog niet bewaard." in antwoord.text
    assert not Papierformulier.objects.exists()


def test_a_counted_form_can_be_corrected_and_taken_out(inloggen, mensen, stapel):
    client = inloggen(mensen.organisator)
    pk = typ(stapel, mensen).formulier.pk
    assert 'value="1984"' in client.get(adres(stapel, pk)).text
    client.post(adres(stapel, pk), {**GETYPT, "v9": "1985", "bewaar": "1"})
    inzending = Inzending.objects.get()
    assert inzending.antwoorden.get(vraag__sleutel="v9").waarde == "1985"
    client.post(adres(stapel, pk), {"weg": "1"})
    assert not Inzending.objects.exists()
    assert not Papierformulier.objects.exists()


def test_twice_typed_counts_when_both_agree(inloggen, mensen, lijst):
    client = inloggen(mensen.organisator)
    stapel = create_stapel(vragenlijst=lijst, wie=mensen.organisator.gebruiker, naam="", dubbel=True)
    pk = uuid4()
    client.post(adres(stapel, pk), {**GETYPT, "bewaar": "1"})
    assert not Inzending.objects.exists()
    tweede = client.get(adres(stapel, pk), {"keer": "tweede"})
    assert "Een bankje" not in tweede.text
    client.post(adres(stapel, pk), {**GETYPT, "v5": "een bankje  en licht", "keer": "tweede", "bewaar": "1"})
    assert Inzending.objects.count() == 1
    assert Papierformulier.objects.get().controle is None


def test_twice_typed_and_different_counts_after_a_decision(inloggen, mensen, lijst):
    client = inloggen(mensen.organisator)
    stapel = create_stapel(vragenlijst=lijst, wie=mensen.organisator.gebruiker, naam="", dubbel=True)
    pk = uuid4()
    client.post(adres(stapel, pk), {**GETYPT, "bewaar": "1"})
    andere = {**GETYPT, "v7": "21", "v8": "Lezen", "keer": "tweede", "bewaar": "1"}
    verschil = client.post(adres(stapel, pk), andere, follow=True)
    assert list_verschillen(Papierformulier.objects.get()) == ["v7", "v8"]
    assert "Hoe lang woont u hier?" in verschil.text
    assert "Kent u het buurthuis?" not in verschil.text
    half = client.post(adres(stapel, pk), {"besluit": "1", "kiesv7": "tweede"})
    assert "Kies bij elk verschil" in half.text
    client.post(adres(stapel, pk), {"besluit": "1", "kiesv7": "tweede", "kiesv8": "eerste"})
    antwoorden = Inzending.objects.get().antwoorden
    assert antwoorden.get(vraag__sleutel="v7").waarde == "21"
    assert antwoorden.get(vraag__sleutel="v8").tekst == "Fietsen"


def test_the_page_of_paper_prints_and_begins_a_pile(inloggen, mensen, lijst):
    client = inloggen(mensen.organisator)
    blad = client.get(reverse("peilingen:stapels", args=[lijst.pk]))
    assert "Formulier openen (PDF)" in blad.text
    begonnen = client.post(reverse("peilingen:stapels", args=[lijst.pk]), {"naam": "", "kanaal": "markt"})
    assert begonnen.status_code == 302
    stapel = Stapel.objects.get()
    assert (stapel.naam, stapel.kanaal) == ("Stapel 1", Kanaal.MARKT)
    pdf = client.get(reverse("peilingen:papier", args=[lijst.pk]), {"taal": "en", "tot": "2027-05-12"})
    assert pdf.headers["Content-Type"] == "application/pdf"
    assert pdf.content.startswith(b"%PDF")
    assert client.get(reverse("peilingen:papier", args=[lijst.pk]), {"taal": "tr"}).status_code == 404


def test_a_concept_can_be_printed_and_not_typed_over(inloggen, mensen, lijst):
    type(lijst).objects.filter(pk=lijst.pk).update(status=Vragenlijststatus.CONCEPT, code=None)
    client = inloggen(mensen.organisator)
    assert client.get(reverse("peilingen:papier", args=[lijst.pk])).status_code == 200
    assert "zolang de vragenlijst openstaat" in client.get(reverse("peilingen:stapels", args=[lijst.pk])).text
    assert client.post(reverse("peilingen:stapels", args=[lijst.pk]), {"kanaal": "papier"}).status_code == 409


def test_lists_of_piles_and_forms_take_the_same_number_of_queries(inloggen, mensen, lijst):
    client = inloggen(mensen.organisator)

    def tel(url):
        with CaptureQueriesContext(connection) as vragen:
            client.get(url)
        return len(vragen)

    stapel = create_stapel(vragenlijst=lijst, wie=mensen.organisator.gebruiker, naam="")
    typ(stapel, mensen)
    paden = [reverse("peilingen:stapels", args=[lijst.pk]), reverse("peilingen:stapel", args=[stapel.pk])]
    een = [tel(pad) for pad in paden]
    for _keer in range(2):
        create_stapel(vragenlijst=lijst, wie=mensen.organisator.gebruiker, naam="")
        typ(stapel, mensen)
    assert [tel(pad) for pad in paden] == een
