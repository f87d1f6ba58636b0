"""Personal links: one answer each, and nothing that ties an answer to who gave it."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from organisaties.domain.bewaren import delete_verlopen
from organisaties.models import Auditregel
from peilingen.domain.concepten import save_stap, send_concept
from peilingen.domain.inzenden import withdraw_inzending
from peilingen.domain.uitnodigen import (
    LIJST_BEWAREN,
    MAX_GENODIGDEN,
    Lijstregel,
    add_genodigden,
    delete_genodigden,
    make_link,
    read_regels,
    remove_genodigde,
    set_alleen_genodigden,
)
from peilingen.domain.vragenlijsten import close_vragenlijst
from peilingen.enums import Grondslag, Herkomst
from peilingen.models import Genodigde, Inzending, Inzendingconcept
from peilingen.refusals import AlleenGenodigden, LinkGebruikt, OnjuisteGenodigden, UitBestand
from tests.peilingen.makers_bewoner import CODE
from tests.peilingen.makers_vertrouwen import bezoek, maak_kort, nodig_uit, vul_kort_in

ADRES = f"/v/{CODE}/"


@pytest.fixture
def lijst(mensen):
    return maak_kort(mensen.ronde)


@pytest.fixture
def anna(mensen):
    return mensen.organisator.gebruiker


@pytest.fixture
def link(lijst, anna):
    return nodig_uit(lijst, anna, "A. Jansen")[0]


def test_the_whole_way_by_a_personal_link(link, lijst):
    telefoon = bezoek(link)
    assert "Met deze link kunt u één keer antwoorden." in telefoon.tekst
    assert vul_kort_in(telefoon).kop == "Uw antwoorden zijn aangekomen"
    assert (Inzending.objects.count(), Genodigde.objects.get().gebruikt) == (1, True)


def test_the_same_phone_sends_twice_and_gets_the_same_receipt(link):
    telefoon = vul_kort_in(bezoek(link))
    code = telefoon.bon
    assert telefoon.opnieuw().bon == code
    assert Inzending.objects.count() == 1


def test_a_second_answer_by_one_link_is_refused_and_its_words_are_given_back(link, lijst):
    ja = str(lijst.vragen.get().keuzes.get(tekst="Ja").pk)
    eerste, tweede = bezoek(link), bezoek(link)
    vul_kort_in(eerste)
    tweede.druk("Beginnen", toestemming="zelf").druk("Volgende", keuzes=ja).druk("Antwoorden versturen")
    assert tweede.kop == "Met deze link is al geantwoord"
    assert "Kent u het buurthuis? Ja" in tweede.tekst
    assert Inzending.objects.count() == 1
    adres = tweede.boom.xpath("//main//a/@href")[-1]
    assert tweede.open(adres).druk("Antwoorden laten zien", bon=eerste.bon).kop == "Uw antwoorden"


def test_opening_a_link_does_not_tell_whether_it_was_used(link):
    voor = bezoek(link)
    vul_kort_in(bezoek(link))
    assert voor.tekst == bezoek(link).tekst
    assert bezoek(link).druk("Beginnen", toestemming="zelf").kop == "Kent u het buurthuis?"


def test_withdrawing_does_not_free_the_link(link):
    vul_kort_in(bezoek(link))
    withdraw_inzending(inzending=Inzending.objects.get())
    assert vul_kort_in(bezoek(link)).kop == "Met deze link is al geantwoord"


def test_nothing_of_an_entry_stands_with_an_answer_or_a_draft(link, lijst):
    telefoon = bezoek(link).druk("Beginnen", toestemming="zelf")
    genodigde = Genodigde.objects.get()
    sporen = (str(genodigde.pk), genodigde.codehash, make_link(genodigde), "Jansen")
    assert not [spoor for spoor in sporen if spoor in str(Inzendingconcept.objects.get().__dict__)]
    telefoon.druk("Volgende").druk("Antwoorden versturen")
    assert not [spoor for spoor in sporen if spoor in str(Inzending.objects.get().__dict__)]
    assert {veld.name for veld in Genodigde._meta.get_fields()} == {
        "id",
        "vragenlijst",
        "naam",
        "adres",
        "codehash",
        "gebruikt",
    }


def test_only_a_hash_of_the_link_is_kept_and_the_link_can_be_made_again(link):
    genodigde = Genodigde.objects.get()
    assert make_link(genodigde) in link
    assert make_link(genodigde) not in str(genodigde.__dict__)


@pytest.mark.parametrize("fout", ["aaaaa-aaaaa", "x", "0" * 60])
def test_a_link_of_nobody_opens_nothing(link, fout):
    assert bezoek(f"{ADRES}u/{fout}/").antwoord.status_code == 404


def test_a_link_of_one_questionnaire_opens_no_other(link, mensen):
    maak_kort(mensen.ronde, code="tweede34", gebied="Buurt Oost")
    assert bezoek(link.replace(CODE, "tweede34")).antwoord.status_code == 404


def test_a_closed_questionnaire_is_closed_by_link_too(link, lijst, anna):
    close_vragenlijst(vragenlijst=lijst, wie=anna)
    assert bezoek(link).kop == "Deze vragenlijst is gesloten"
    assert Genodigde.objects.get().gebruikt is False


def test_a_refused_answer_leaves_the_link_unused(link, lijst, anna):
    lijst.max_per_uur = 0
    lijst.save()
    token = "a" * 32
    Inzendingconcept.objects.all().delete()
    with pytest.raises(Exception, match="ja op zegt"):
        send_concept(
            vragenlijst=lijst, token=token, antwoorden={}, mag_citeren=None, link=link.split("/")[-2]
        )
    assert Genodigde.objects.get().gebruikt is False


# Only by link


def test_the_open_address_tells_how_to_get_a_link(link, lijst, mensen, anna):
    mensen.organisatie.contact = "raad@voorbeeld.test"
    mensen.organisatie.save()
    set_alleen_genodigden(vragenlijst=lijst, wie=anna, aan=True)
    telefoon = bezoek(ADRES)
    assert telefoon.kop == "U hebt een persoonlijke link nodig"
    assert "raad@voorbeeld.test" in telefoon.tekst
    assert vul_kort_in(bezoek(link)).kop == "Uw antwoorden zijn aangekomen"


def test_who_had_begun_by_the_open_address_gets_the_words_back(lijst, anna):
    ja = str(lijst.vragen.get().keuzes.get(tekst="Ja").pk)
    telefoon = bezoek(ADRES).druk("Beginnen", toestemming="zelf").druk("Volgende", keuzes=ja)
    set_alleen_genodigden(vragenlijst=lijst, wie=anna, aan=True)
    telefoon.druk("Antwoorden versturen")
    assert telefoon.kop == "U hebt een persoonlijke link nodig"
    assert "Kent u het buurthuis? Ja" in telefoon.tekst
    assert not Inzending.objects.exists()


def test_the_act_refuses_whatever_page_sends(link, lijst, anna):
    lijst.grondslag = Grondslag.ALGEMEEN_BELANG
    lijst.save()
    lijst = set_alleen_genodigden(vragenlijst=lijst, wie=anna, aan=True)
    for nummer, (gegeven, fout) in enumerate(
        [
            ("", AlleenGenodigden),
            ("aaaaa-aaaaa", AlleenGenodigden),
            (link.split("/")[-2], None),
            (link.split("/")[-2], LinkGebruikt),
        ]
    ):
        token = f"{nummer:032x}"
        save_stap(vragenlijst=lijst, token=token)
        if fout is None:
            send_concept(vragenlijst=lijst, token=token, antwoorden={}, mag_citeren=None, link=gegeven)
            continue
        with pytest.raises(fout):
            send_concept(vragenlijst=lijst, token=token, antwoorden={}, mag_citeren=None, link=gegeven)
    assert Inzending.objects.count() == 1


# The list


def test_a_list_is_read_however_it_was_pasted():
    tekst = "A. Jansen; Kerkpad 3\n\n  B. Smit \t b@voorbeeld.test\nalleen een naam\n; Adres zonder naam"
    assert read_regels(tekst) == [
        Lijstregel("A. Jansen", "Kerkpad 3"),
        Lijstregel("B. Smit", "b@voorbeeld.test"),
        Lijstregel("alleen een naam", ""),
        Lijstregel("", "Adres zonder naam"),
    ]


def test_a_line_that_is_too_long_is_named():
    with pytest.raises(OnjuisteGenodigden, match="Regel 2"):
        read_regels("kort\n" + "x" * 201)


def test_who_is_on_the_list_already_keeps_the_same_link(lijst, anna, link):
    erbij = add_genodigden(
        vragenlijst=lijst,
        wie=anna,
        regels=[Lijstregel("A. Jansen"), Lijstregel("B. Smit"), Lijstregel("B. Smit")],
    )
    assert (erbij.nieuw, erbij.dubbel, Genodigde.objects.count()) == (1, 2, 2)
    assert bezoek(link).antwoord.status_code == 200


def test_a_list_has_an_end_and_belongs_to_a_questionnaire_made_here(lijst, anna):
    with pytest.raises(OnjuisteGenodigden, match="hoogstens"):
        add_genodigden(
            vragenlijst=lijst,
            wie=anna,
            regels=[Lijstregel(str(nummer)) for nummer in range(MAX_GENODIGDEN + 1)],
        )
    lijst.herkomst = Herkomst.BESTAND
    lijst.save()
    with pytest.raises(UitBestand):
        add_genodigden(vragenlijst=lijst, wie=anna, regels=[Lijstregel("A")])


def test_taking_someone_off_kills_the_link_and_keeps_the_answer(link, lijst, anna):
    vul_kort_in(bezoek(link))
    remove_genodigde(genodigde=Genodigde.objects.get(), wie=anna)
    assert bezoek(link).antwoord.status_code == 404
    assert Inzending.objects.count() == 1


def test_the_list_goes_apart_from_the_answers_with_a_line_in_the_log(link, lijst, anna):
    vul_kort_in(bezoek(link))
    assert delete_genodigden(vragenlijst=lijst, wie=anna) == 1
    assert (Genodigde.objects.count(), Inzending.objects.count()) == (0, 1)
    regels = Auditregel.objects.filter(object_id=lijst.pk).values_list("handeling", flat=True)
    assert {"genodigden_toegevoegd", "genodigden_verwijderd"} <= set(regels)
    assert not Auditregel.objects.filter(omschrijving__contains="Jansen").exists()


def test_a_list_is_deleted_a_month_after_closing_and_not_before(link, lijst, mensen, anna):
    nu = timezone.now()
    close_vragenlijst(vragenlijst=lijst, wie=anna)
    delete_verlopen(organisatie=mensen.organisatie, nu=nu + LIJST_BEWAREN - timedelta(hours=1))
    assert Genodigde.objects.count() == 1
    delete_verlopen(organisatie=mensen.organisatie, nu=nu + LIJST_BEWAREN + timedelta(hours=1))
    assert Genodigde.objects.count() == 0


def test_a_list_of_a_questionnaire_that_was_never_closed_goes_at_the_end_of_the_term(link, lijst, mensen):
    termijn = timedelta(days=mensen.organisatie.bewaardagen)
    delete_verlopen(organisatie=mensen.organisatie, nu=timezone.now() + termijn + timedelta(hours=1))
    assert Genodigde.objects.count() == 0


# The page of the organiser


@pytest.fixture
def pagina(lijst):
    return reverse("peilingen:genodigden", args=[lijst.pk])


@pytest.fixture
def organisator(inloggen, mensen):
    return inloggen(mensen.organisator)


def lees(antwoord) -> str:
    return " ".join(antwoord.content.decode().split())


def test_a_pasted_list_and_a_file_come_together(organisator, pagina, lijst, tmp_path):
    bestand = tmp_path / "lijst.csv"
    bestand.write_text("naam;adres;telefoon\nC. de Wit;Dorpsstraat 1;06\n", encoding="utf-8")
    with bestand.open("rb") as stroom:
        antwoord = organisator.post(
            pagina, {"toevoegen": "1", "lijst": "A. Jansen; Kerkpad 3", "bestand": stroom}, follow=True
        )
    assert "2 genodigden toegevoegd." in lees(antwoord)
    assert set(Genodigde.objects.values_list("naam", "adres")) == {
        ("A. Jansen", "Kerkpad 3"),
        ("C. de Wit", "Dorpsstraat 1"),
    }


@pytest.mark.parametrize(
    ("gegeven", "woorden"),
    [
        ({"lijst": ""}, "Plak hier de lijst, of kies een bestand."),
        ({"lijst": "goed\n" + "x" * 500}, "Regel 2 is te lang"),
        ({"lijst": " ;\n;"}, "Plak hier de lijst"),
    ],
)
def test_what_was_typed_stays_when_it_is_refused(organisator, pagina, gegeven, woorden):
    antwoord = organisator.post(pagina, {"toevoegen": "1", **gegeven})
    assert antwoord.status_code == 400
    assert woorden in lees(antwoord)
    assert antwoord.context["form"]["lijst"].value() == gegeven["lijst"]


def test_a_file_that_is_no_table_is_refused(organisator, pagina, tmp_path):
    bestand = tmp_path / "foto.xlsx"
    bestand.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    with bestand.open("rb") as stroom:
        antwoord = organisator.post(pagina, {"toevoegen": "1", "bestand": stroom})
    assert antwoord.status_code == 400


def test_the_page_never_tells_who_answered(organisator, pagina, lijst, anna):
    links = nodig_uit(lijst, anna, "A. Jansen", "B. Smit")
    voor = zonder_csrf(organisator.get(pagina))
    vul_kort_in(bezoek(links[0]))
    assert zonder_csrf(organisator.get(pagina)) == voor


def zonder_csrf(antwoord) -> str:
    return re.sub(r'(csrfmiddlewaretoken" value=|X-CSRFToken[^:]*:)\s*\S+', "", lees(antwoord))


def test_links_come_as_a_list_and_as_slips(organisator, lijst, anna, link):
    csv = organisator.get(reverse("peilingen:genodigden_csv", args=[lijst.pk]))
    assert csv.headers["Cache-Control"] == "no-store"
    assert csv.content.decode("utf-8-sig").splitlines() == [
        "naam;adres;link",
        f"A. Jansen;;http://testserver{link}",
    ]
    tekst = lees(organisator.get(reverse("peilingen:genodigden_strookjes", args=[lijst.pk])))
    assert f"http://testserver{link}" in tekst
    assert tekst.count("<svg") == 1


def test_a_list_of_names_cannot_run_as_a_formula(organisator, lijst, anna):
    nodig_uit(lijst, anna, "=1+1")
    csv = organisator.get(reverse("peilingen:genodigden_csv", args=[lijst.pk])).content.decode("utf-8-sig")
    assert not csv.splitlines()[1].startswith("=")


def test_there_are_no_links_before_there_is_a_code(organisator, mensen, lijst):
    lijst.code = None
    lijst.save()
    for naam in ("genodigden_csv", "genodigden_strookjes"):
        assert organisator.get(reverse(f"peilingen:{naam}", args=[lijst.pk])).status_code == 404


def test_buttons_of_the_page_do_what_they_say(organisator, pagina, lijst, anna, link):
    assert "Antwoorden kan nu alleen" in lees(organisator.post(pagina, {"alleen": "aan"}, follow=True))
    lijst.refresh_from_db()
    assert lijst.alleen_genodigden
    assert "ook zonder persoonlijke link" in lees(organisator.post(pagina, {"alleen": "uit"}, follow=True))
    assert organisator.post(pagina, {"weg": "geen-sleutel"}).status_code == 404
    nodig_uit(lijst, anna, "B. Smit")
    weg = Genodigde.objects.get(naam="B. Smit")
    assert "Die link werkt niet meer" in lees(organisator.post(pagina, {"weg": str(weg.pk)}, follow=True))
    assert "De lijst met 1 naam is weg." in lees(organisator.post(pagina, {"alles": "1"}, follow=True))
    assert organisator.post(pagina, {}).status_code == 302


def test_an_entry_of_another_list_cannot_be_taken_off_here(organisator, pagina, lijst, mensen, anna):
    ander = maak_kort(mensen.ronde, code="tweede34", gebied="Buurt Oost")
    nodig_uit(ander, anna, "B. Smit")
    assert organisator.post(pagina, {"weg": str(Genodigde.objects.get().pk)}).status_code == 404


@pytest.mark.parametrize("aantal", [1, 3])
def test_a_longer_list_asks_no_more_of_the_database(
    organisator, pagina, lijst, anna, aantal, django_assert_max_num_queries
):
    nodig_uit(lijst, anna, *[f"Naam {nummer}" for nummer in range(aantal)])
    with django_assert_max_num_queries(14):
        organisator.get(pagina)


def test_a_reader_sees_no_names(inloggen, mensen, pagina, link):
    assert inloggen(mensen.lezer).get(pagina).status_code == 403
