"""A resident answers, without scripts and without cookies: exactly one inzending, and nothing typed is lost."""

import gzip
import threading
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.utils import timezone

from organisaties.models import Bronwijziging
from peilingen.bewonerformulieren import MAX_TEKENS
from peilingen.domain.bewonerlijst import forget_gelezen
from peilingen.domain.concepten import Stapinvoer, save_stap, send_concept
from peilingen.domain.inzenden import Antwoordwaarde
from peilingen.enums import Vraagsoort, Vragenlijststatus
from peilingen.models import Antwoord, Inzending, Inzendingconcept
from tests.mensen import maak_mensen
from tests.peilingen.makers_bewoner import CODE, maak_vraag, maak_vragenlijst
from tests.peilingen.telefoon import Telefoon

VERTALINGEN = {
    "nl": ("Volgende", "Vraag 1 van 5"),
    "en": ("Next", "Question 1 of 5"),
    "tr": ("İleri", "Soru 1 / 5"),
}


@pytest.fixture
def lijst(mensen):
    return maak_vragenlijst(mensen.ronde)


@pytest.fixture
def telefoon(lijst):
    return Telefoon(f"/v/{CODE}/").open()


def vul_in(telefoon: Telefoon, lijst, tekst: str = "Een bankje") -> Telefoon:
    """From the start page to the check page."""
    telefoon.druk("Beginnen")
    telefoon.druk("Volgende", tekst=tekst)
    telefoon.druk("Volgende", getal="4")
    telefoon.druk("Volgende", keuzes=str(lijst.een.keuzes.get(tekst="Ja").pk))
    telefoon.druk("Volgende", keuzes=[str(k.pk) for k in lijst.meer.keuzes.exclude(tekst="Markt")])
    return telefoon.druk("Volgende", gebied=str(lijst.gebied.pk))


def sluit(lijst, minuten: int) -> None:
    lijst.vragenlijst.status = Vragenlijststatus.GESLOTEN
    lijst.vragenlijst.gesloten_op = timezone.now() - timedelta(minutes=minuten)
    lijst.vragenlijst.save()


def tel() -> tuple[int, int, int, int]:
    return (
        Inzending.objects.count(),
        Antwoord.objects.count(),
        Bronwijziging.objects.count(),
        Inzendingconcept.objects.count(),
    )


# From the first page to the last


def test_the_whole_way(telefoon, lijst):
    assert telefoon.kop == "Prettig wonen"
    vul_in(telefoon, lijst)
    assert telefoon.kop == "Klopt alles?"
    for woord in ("Een bankje", "prettig", "Ja", "Park", "Bibliotheek", "Buurt West"):
        assert woord in telefoon.tekst
    assert "Markt" not in telefoon.tekst
    telefoon.druk("Antwoorden versturen", mag_citeren="ja")
    assert telefoon.kop == "Uw antwoorden zijn aangekomen"
    inzending = Inzending.objects.get()
    assert (inzending.mag_citeren, inzending.gebied) == (True, lijst.gebied)
    assert tel() == (1, 5, 1, 0)


def test_before_the_first_question_everything_is_told(telefoon, lijst):
    for woorden in (
        "Adviesraad Test stelt u deze vragen",
        "Wij horen graag hoe het gaat",
        "5 vragen, ongeveer 2 minuten",
        "vrijwillig",
        "Noem geen namen",
        "Niemand leest nu mee",
        "112",
        "113",
        "0800-2000",
        "bezwaar maken",
        "Wij bewaren uw antwoorden tot uiterlijk",
    ):
        assert woorden in telefoon.tekst, woorden


def test_who_runs_it_can_be_reached(lijst, mensen):
    mensen.organisatie.contact = "raad@voorbeeld.test"
    mensen.organisatie.save()
    telefoon = Telefoon(f"/v/{CODE}/").open()
    assert "raad@voorbeeld.test" in telefoon.tekst
    vul_in(telefoon, lijst).druk("Antwoorden versturen")
    assert "raad@voorbeeld.test" in telefoon.tekst


def test_looking_writes_nothing(telefoon, lijst):
    telefoon.open()
    telefoon.open(f"/v/{CODE}/?taal=tr")
    telefoon.open(f"/v/{CODE}/bon/")
    assert tel() == (0, 0, 0, 0)


def test_the_draft_holds_no_token_and_no_exact_time(telefoon):
    telefoon.druk("Beginnen")
    concept = Inzendingconcept.objects.get()
    assert telefoon.token not in str(concept.__dict__)
    assert (concept.bijgewerkt_op.minute, concept.bijgewerkt_op.second) == (0, 0)


def test_only_what_must_be_answered_must_be_answered(telefoon, lijst):
    telefoon.druk("Beginnen").druk("Volgende", tekst="  ")
    assert "Deze vraag mag u niet overslaan. Schrijf uw antwoord op." in telefoon.tekst
    assert telefoon.boom.xpath("//div[@class='fouten']//a/@href") == ["#id_tekst"]
    assert telefoon.boom.xpath("//textarea/@aria-invalid") == ["true"]
    assert telefoon.boom.xpath("//title")[0].text_content().split()[0] == "Fout:"
    telefoon.druk("Volgende", tekst="Iets")
    for _vraag in range(4):
        telefoon.druk("Volgende")
    telefoon.druk("Antwoorden versturen")
    assert telefoon.kop == "Uw antwoorden zijn aangekomen"
    assert Inzending.objects.get().mag_citeren is False
    assert tel() == (1, 1, 1, 0)


@pytest.mark.parametrize(
    "soort", [Vraagsoort.EEN_KEUZE, Vraagsoort.MEER_KEUZES, Vraagsoort.SCHAAL, Vraagsoort.BUURT]
)
def test_each_kind_of_question_can_be_required(mensen, soort):
    lijst = maak_vragenlijst(mensen.ronde)
    lijst.vragenlijst.vragen.all().delete()
    keuzes = [] if soort == Vraagsoort.BUURT else ["een", "twee"]
    maak_vraag(lijst.vragenlijst, 1, soort, "Wat kiest u?", *keuzes, verplicht=True)
    telefoon = Telefoon(f"/v/{CODE}/").open().druk("Beginnen").druk("Volgende")
    assert "Dit klopt nog niet" in telefoon.tekst
    [doel] = telefoon.boom.xpath("//div[@class='fouten']//a/@href")
    assert telefoon.boom.xpath(f"//*[@id='{doel[1:]}']")
    assert "U mag deze vraag overslaan" not in telefoon.tekst


def test_an_answer_that_was_not_offered_is_refused(telefoon, lijst):
    telefoon.druk("Beginnen").druk("Volgende", tekst="Iets").druk("Volgende", getal="9")
    assert "Dit antwoord hoort niet bij deze vraag" in telefoon.tekst
    telefoon.druk("Volgende", getal="").druk("Volgende").druk("Volgende")
    telefoon.druk("Volgende", gebied="00000000-0000-4000-8000-000000000000")
    assert "Dit antwoord hoort niet bij deze vraag" in telefoon.tekst


def test_not_knowing_the_buurt_is_an_answer(telefoon, lijst):
    vul_in(telefoon, lijst).druk("Veranderen: In welke").druk("Klaar", gebied="geen")
    assert "Weet ik niet, of zeg ik liever niet" in telefoon.tekst
    telefoon.druk("Antwoorden versturen")
    assert Inzending.objects.get().groep == ""
    assert Antwoord.objects.get(vraag=lijst.buurt).tekst == ""


def test_permission_to_quote_is_not_asked_where_the_organisation_does_not_want_it(telefoon, lijst):
    lijst.vragenlijst.vraag_citaat = False
    lijst.vragenlijst.save()
    vul_in(telefoon, lijst)
    assert "aanhalen" not in telefoon.tekst
    telefoon.druk("Antwoorden versturen")
    assert Inzending.objects.get().mag_citeren is None


# Nothing typed is lost


def test_back_by_the_button_keeps_what_was_typed_on_both_pages(telefoon, lijst):
    telefoon.druk("Beginnen").druk("Volgende", tekst="Een bankje").druk("Vorige", getal="2")
    assert telefoon.boom.xpath("//textarea")[0].text.strip() == "Een bankje"
    telefoon.druk("Volgende")
    assert telefoon.boom.xpath("//input[@checked]/@value") == ["2"]
    telefoon.druk("Vorige").druk("Vorige", tekst="Half ge")
    assert telefoon.kop == "Prettig wonen"
    telefoon.druk("Beginnen")
    assert telefoon.boom.xpath("//textarea")[0].text.strip() == "Half ge"


def test_an_answer_that_is_refused_stays_on_the_page_and_in_the_draft(telefoon):
    lang = "woord " * (MAX_TEKENS // 6) + "é" * 40
    telefoon.druk("Beginnen").druk("Volgende", tekst=lang)
    assert "te lang" in telefoon.tekst
    assert telefoon.boom.xpath("//textarea")[0].text.strip() == lang
    assert Inzendingconcept.objects.get().gegevens
    assert telefoon.druk("Vorige").druk("Beginnen").boom.xpath("//textarea")[0].text.strip() == lang


def test_odd_words_arrive_as_they_were_typed(telefoon, lijst):
    vreemd = "<b>&amp;</b> “Ünïcode” \U0001f333\r\n\r\n  ingesprongen \x00 {{ 7 }} %(x)s"
    vul_in(telefoon, lijst, vreemd).druk("Antwoorden versturen")
    assert Antwoord.objects.get(vraag=lijst.open).tekst == vreemd.replace("\r\n", "\n").replace("\x00", "")


def test_from_the_check_one_comes_back_to_the_check(telefoon, lijst):
    vul_in(telefoon, lijst).druk("Veranderen: Wat mist u", mag_citeren="ja")
    telefoon.druk("Klaar met veranderen", tekst="")
    assert "Dit klopt nog niet" in telefoon.tekst
    telefoon.druk("Klaar met veranderen", tekst="Twee bankjes")
    assert telefoon.kop == "Klopt alles?"
    assert "Twee bankjes" in telefoon.tekst
    assert telefoon.boom.xpath("//input[@name='mag_citeren'][@checked]/@value") == ["ja"]
    telefoon.druk("Antwoorden versturen")
    assert Antwoord.objects.get(vraag=lijst.open).tekst == "Twee bankjes"


def test_whoever_skips_ahead_is_shown_what_is_still_needed(telefoon):
    telefoon.druk("Beginnen").druk("Volgende", wizard_goto_step="controle")
    assert "Niet ingevuld" in telefoon.tekst
    telefoon.druk("Antwoorden versturen")
    assert telefoon.kop == "Wat mist u in de buurt?"
    assert "Deze vraag mag u niet overslaan" in telefoon.tekst
    telefoon.druk("Klaar met veranderen", tekst="Iets").druk("Antwoorden versturen")
    assert tel() == (1, 1, 1, 0)


@pytest.mark.parametrize("taal", ["en", "tr", "nl"])
def test_another_language_keeps_what_was_typed_even_if_it_is_not_right_yet(telefoon, lijst, taal):
    telefoon.druk("Beginnen").druk("Türkçe", tekst="Half")
    telefoon.druk({"en": "English", "tr": "Türkçe", "nl": "Nederlands"}[taal], tekst="Half getypt")
    knop, voortgang = VERTALINGEN[taal]
    assert voortgang in telefoon.tekst
    assert telefoon.boom.get("lang") == taal
    assert telefoon.boom.xpath("//h1//*[@lang='nl']")
    assert telefoon.boom.xpath("//textarea")[0].text.strip() == "Half getypt"
    telefoon.druk(knop)
    assert telefoon.boom.get("lang") == taal


def test_enter_goes_on_and_does_not_change_the_language(telefoon):
    """The first submit button of the form, wherever it stands on the page, is the one that Enter presses."""
    telefoon.druk("Beginnen")
    knop = telefoon.boom.xpath("//button")[0]
    assert (knop.get("form"), knop.get("name")) == ("vragen", None)


# Exactly one inzending, whatever the network does


def test_a_double_tap_on_every_page_counts_once(telefoon, lijst):
    telefoon.druk("Beginnen").opnieuw()
    telefoon.druk("Volgende", tekst="Een bankje").opnieuw()
    for _vraag in range(4):
        telefoon.druk("Volgende").opnieuw()
    eerste = telefoon.druk("Antwoorden versturen").bon
    assert telefoon.opnieuw().bon == eerste
    assert tel() == (1, 1, 1, 0)


def test_going_back_in_history_and_sending_again_changes_only_what_was_changed(telefoon, lijst):
    telefoon.druk("Beginnen")
    eerste_vraag = telefoon.antwoord
    telefoon.druk("Volgende", tekst="Een bankje").druk("Volgende", getal="4")
    telefoon.antwoord = eerste_vraag
    telefoon.druk("Volgende", tekst="Eén bankje")
    assert telefoon.boom.xpath("//input[@checked]/@value") == ["4"]
    telefoon.druk("Volgende").druk("Volgende").druk("Volgende").druk("Volgende").druk("Antwoorden versturen")
    assert Antwoord.objects.get(vraag=lijst.open).tekst == "Eén bankje"
    assert tel() == (1, 2, 1, 0)


def test_an_old_page_that_is_sent_again_does_not_wipe_out_newer_words(telefoon, lijst):
    telefoon.druk("Beginnen").druk("Volgende", tekst="Een bankje").druk("Vorige")
    telefoon.druk("Volgende", tekst="Een bankje en licht").opnieuw(1)
    assert telefoon.kop == "Hoe prettig woont u hier?"
    assert "Een bankje en licht" in telefoon.druk("Vorige").tekst


def test_two_windows_on_one_draft_keep_each_other_s_questions(telefoon, lijst):
    ander = Telefoon(telefoon.adres)
    telefoon.druk("Beginnen")
    ander.adres, ander.antwoord = telefoon.adres, telefoon.antwoord
    telefoon.druk("Volgende", tekst="Een bankje").druk("Volgende", getal="4")
    ander.druk("Volgende", tekst="Een bankje").druk("Volgende").druk("Volgende")
    ander.druk("Volgende", keuzes=str(lijst.meer.keuzes.get(tekst="Markt").pk))
    telefoon.druk("Volgende").druk("Volgende", keuzes=[]).druk("Volgende")
    telefoon.druk("Antwoorden versturen")
    assert tel()[0] == 1
    assert Antwoord.objects.get(vraag=lijst.open).tekst == "Een bankje"
    assert Antwoord.objects.get(vraag=lijst.schaal).getal == 4


def test_two_windows_with_other_words_for_one_question_lose_neither(telefoon, lijst):
    ander = Telefoon(telefoon.adres)
    telefoon.druk("Beginnen")
    ander.adres, ander.antwoord = telefoon.adres, telefoon.opnieuw().antwoord
    telefoon.opnieuw().druk("Volgende", tekst="Een bankje")
    ander.druk("Volgende", tekst="Minder auto's")
    assert "U vulde deze vraag twee keer in" in ander.tekst
    assert ander.boom.xpath("//textarea")[0].text.strip() == "Een bankje\n\nMinder auto's"
    ander.druk("Volgende", tekst="Een bankje, minder auto's")
    assert ander.kop == "Hoe prettig woont u hier?"
    assert Inzendingconcept.objects.get().gegevens[str(lijst.open.pk)]["velden"]["tekst"] == [
        "Een bankje, minder auto's"
    ]


def test_two_windows_that_both_send_make_one_inzending_with_one_code(telefoon, lijst):
    vul_in(telefoon, lijst)
    ander = Telefoon(telefoon.adres)
    ander.antwoord = telefoon.antwoord
    assert telefoon.druk("Antwoorden versturen").bon == ander.druk("Antwoorden versturen").bon
    assert tel() == (1, 5, 1, 0)


def test_what_changes_after_sending_is_a_correction_under_the_same_code(telefoon, lijst):
    code = vul_in(telefoon, lijst).druk("Antwoorden versturen").bon
    telefoon.opnieuw(1)
    telefoon.druk("Vorige").druk("Volgende", tekst="Twee bankjes")
    for _vraag in range(4):
        telefoon.druk("Volgende")
    telefoon.druk("Antwoorden versturen")
    assert telefoon.kop == "Uw nieuwe antwoorden zijn aangekomen"
    assert telefoon.bon == code
    assert telefoon.opnieuw().bon == code
    assert Antwoord.objects.get(vraag=lijst.open).tekst == "Twee bankjes"
    assert tel()[:2] == (1, 5)


def test_a_token_of_another_questionnaire_opens_nothing_there(telefoon, lijst, mensen):
    tweede = maak_vragenlijst(mensen.ronde, code="tweede34", gebied="Buurt Oost")
    vul_in(telefoon, lijst)
    ander = Telefoon("/v/tweede34/").open()
    ander.druk("Beginnen", token=telefoon.token)
    assert "Een bankje" not in ander.tekst
    assert Inzendingconcept.objects.filter(vragenlijst=tweede.vragenlijst).count() == 1


@pytest.mark.parametrize("token", ["", "x", "g" * 32, "0" * 31, "\x00", "é" * 32])
def test_a_token_that_is_none_becomes_a_new_one(telefoon, token):
    telefoon.druk("Beginnen", token=token)
    assert telefoon.kop == "Wat mist u in de buurt?"
    assert telefoon.token != token


@pytest.mark.parametrize(
    "gegevens", [{}, {"w-current_step": "x"}, {"wizard_goto_step": "y"}, {"w-current_step": "controle"}]
)
def test_a_post_that_makes_no_sense_is_a_beginning(lijst, gegevens):
    antwoord = Client().post(f"/v/{CODE}/", gegevens)
    assert antwoord.status_code == 200
    assert not Inzending.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_sending_twice_in_the_same_moment_counts_once():
    lijst, token = maak_vragenlijst(maak_mensen().ronde).vragenlijst, "ab" * 16
    vraag = lijst.vragen.first()
    save_stap(vragenlijst=lijst, token=token, invoer=Stapinvoer(str(vraag.pk), {"tekst": ["Iets"]}))
    samen, codes = threading.Barrier(4), []

    def verstuur():
        samen.wait()
        waarden = {vraag.pk: Antwoordwaarde(tekst="Iets")}
        codes.append(send_concept(vragenlijst=lijst, token=token, antwoorden=waarden, mag_citeren=None).code)
        connection.close()

    draden = [threading.Thread(target=verstuur) for _ in range(4)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    assert len(codes) == 4
    assert len(set(codes)) == 1
    assert tel() == (1, 1, 1, 0)


@pytest.mark.django_db(transaction=True)
def test_beginning_twice_in_the_same_moment_makes_one_draft():
    lijst, token = maak_vragenlijst(maak_mensen().ronde).vragenlijst, "cd" * 16
    samen = threading.Barrier(4)

    def begin(vraag):
        samen.wait()
        save_stap(vragenlijst=lijst, token=token, invoer=Stapinvoer(str(vraag.pk), {"tekst": [vraag.tekst]}))
        connection.close()

    draden = [threading.Thread(target=begin, args=[vraag]) for vraag in lijst.vragen.all()[:4]]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    assert len(Inzendingconcept.objects.get().gegevens) == 4


# Closing, and codes that open nothing


def test_a_closed_questionnaire_says_so(telefoon, lijst):
    sluit(lijst, 1)
    telefoon.open()
    assert telefoon.kop == "Deze vragenlijst is gesloten"
    assert telefoon.boom.xpath("//a[contains(@href, 'bon/')]")


def test_who_was_typing_at_closing_may_finish_within_the_hour(telefoon, lijst):
    telefoon.druk("Beginnen").druk("Volgende", tekst="Een bankje")
    sluit(lijst, 30)
    for _vraag in range(4):
        telefoon.druk("Volgende")
    telefoon.druk("Antwoorden versturen")
    assert telefoon.kop == "Uw antwoorden zijn aangekomen"


def test_nobody_begins_after_closing(telefoon, lijst):
    sluit(lijst, 1)
    telefoon.druk("Beginnen")
    assert telefoon.kop == "Deze vragenlijst is gesloten"
    assert tel() == (0, 0, 0, 0)


def test_what_was_typed_too_late_is_given_back_in_every_language(telefoon, lijst):
    telefoon.druk("Beginnen").druk("Volgende", tekst="Een bankje").druk("Vorige")
    sluit(lijst, 61)
    telefoon.druk("Volgende", tekst="Een bankje en licht")
    assert telefoon.kop == "Deze vragenlijst is gesloten"
    assert "Wat u invulde is niet verstuurd" in telefoon.tekst
    assert "Een bankje en licht" in telefoon.druk("Türkçe").tekst
    assert not Inzending.objects.exists()


@pytest.mark.parametrize("adres", ["/v/bestaatniet/", "/v/bestaatniet/bon/", "/v/1/"])
def test_an_unknown_code_can_be_typed_again(db, adres):
    for antwoord in (Client().get(adres), Client().post(adres, {"token": "ab" * 16})):
        assert antwoord.status_code == 404
        assert "Deze code kennen wij niet" in antwoord.content.decode()
        assert 'name="code"' in antwoord.content.decode()


def test_a_questionnaire_that_was_never_opened_is_unknown(lijst):
    lijst.vragenlijst.status = Vragenlijststatus.CONCEPT
    lijst.vragenlijst.save()
    assert Client().get(f"/v/{CODE}/").status_code == 404


def test_capitals_and_dashes_in_the_code_do_not_matter(lijst):
    assert Telefoon("/v/KAART-346/").open().kop == "Prettig wonen"


# What travels and what it asks of the server


def test_pages_stay_in_the_browser_only_and_touch_no_session(telefoon, lijst):
    telefoon.druk("Beginnen")
    for antwoord in (Client().get(f"/v/{CODE}/"), telefoon.antwoord):
        assert antwoord.headers["Cache-Control"] == "private, max-age=0"
        assert antwoord.headers["Referrer-Policy"] == "no-referrer"
        assert "Cookie" not in antwoord.headers.get("Vary", "")
        assert not antwoord.cookies


def test_pages_are_compressed(lijst):
    antwoord = Client().get(f"/v/{CODE}/", headers={"Accept-Encoding": "gzip"})
    assert antwoord.headers["Content-Encoding"] == "gzip"


def test_a_page_asks_little_of_the_database(telefoon, lijst, django_assert_max_num_queries):
    telefoon.druk("Beginnen")
    with django_assert_max_num_queries(6):
        telefoon.druk("Volgende", tekst="Iets")
    forget_gelezen()
    with django_assert_max_num_queries(10):
        telefoon.druk("Volgende")


def test_a_change_of_the_questions_is_seen_when_memory_ends(telefoon, lijst):
    lijst.open.tekst = "Een andere vraag?"
    lijst.open.save()
    forget_gelezen()
    assert telefoon.druk("Beginnen").kop == "Een andere vraag?"


def test_the_first_page_with_all_it_loads_is_light(lijst):
    antwoord = Client().get(f"/v/{CODE}/", headers={"Accept-Encoding": "gzip"})
    statisch = Path(settings.BASE_DIR, "config", "static", "grondvlak")
    script = gzip.compress((statisch / "js" / "bewoner.js").read_bytes(), 9)
    stijl = gzip.compress((statisch / "css" / "bewoner.css").read_bytes(), 9)
    pictogram = gzip.compress((statisch / "favicon.svg").read_bytes(), 9)
    assert len(script) <= 5_000
    assert len(antwoord.content) + len(script) + len(stijl) + len(pictogram) <= 12_000
