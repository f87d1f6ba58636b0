"""The pages on which an organiser translates: what is typed stays, and what others did stays too."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from peilingen.domain.bewonerlijst import forget_gelezen
from peilingen.domain.vertaalwerk import choose_talen, save_vertalingen
from peilingen.domain.vertalen import read_woorden
from peilingen.domain.vragen import add_vraag
from peilingen.domain.vragenlijsten import change_vragenlijst
from peilingen.enums import Herkomst
from tests.peilingen.makers import maak_concept, maak_open
from tests.peilingen.makers_bewoner import CODE, maak_vragenlijst
from tests.peilingen.makers_vertalen import vertaal


@pytest.fixture
def wie(mensen):
    return mensen.organisator.gebruiker


@pytest.fixture
def lijst(mensen, wie):
    lijst = maak_concept(mensen.ronde, wie)
    add_vraag(vragenlijst=lijst, wie=wie, soort="een_keuze", tekst="Komt u hier?", keuzes=["Ja", "Soms"])
    return choose_talen(vragenlijst=lijst, wie=wie, talen=["ar"])


@pytest.fixture
def anna(mensen, inloggen):
    return inloggen(mensen.organisator)


@pytest.fixture(autouse=True)
def _vers():
    forget_gelezen()


def adres(lijst, taal="ar"):
    return reverse("peilingen:vertaling", args=[lijst.pk, taal])


def bestandsadres(lijst, taal="ar"):
    return reverse("peilingen:vertaalbestand", args=[lijst.pk, taal])


def kept(lijst, taal="ar"):
    return {plek: tekst for plek, (tekst, _bron) in read_woorden(lijst, taal).items()}


def was(pagina):
    return pagina.context["was"]


def test_languages_are_chosen_and_each_says_how_far_it_is(anna, lijst):
    pagina = anna.post(reverse("peilingen:vertalingen", args=[lijst.pk]), {"talen": ["pl", "uk", "xx"]})
    assert pagina.status_code == 302
    tekst = anna.get(pagina.url).content.decode()
    assert "Vertalen: Pools" in tekst
    assert "Vertalen: Arabisch" not in tekst
    assert "0 van 6 teksten klaar" in tekst


def test_what_was_typed_is_kept_and_shown_again(anna, lijst):
    pagina = anna.get(adres(lijst))
    anna.post(adres(lijst), {"was": was(pagina), "t-titel": " أسئلة  الحي ", "t-v1.tekst": "ماذا ينقصكم؟"})
    assert kept(lijst) == {"titel": "أسئلة الحي", "v1.tekst": "ماذا ينقصكم؟"}
    tekst = anna.get(adres(lijst)).content.decode()
    assert "أسئلة الحي" in tekst
    assert 'dir="rtl"' in tekst


def test_one_that_is_too_long_stays_on_the_page_and_the_others_are_kept(anna, lijst):
    lang = "س" * 301
    pagina = anna.post(adres(lijst), {"was": "", "t-titel": lang, "t-v2.k1": "نعم"})
    assert lang in pagina.content.decode()
    assert "telt 301 tekens" in pagina.content.decode()
    assert kept(lijst) == {"v2.k1": "نعم"}


def test_what_a_colleague_did_meanwhile_elsewhere_on_the_page_stays(anna, lijst, wie):
    gezien = was(anna.get(adres(lijst)))
    save_vertalingen(vragenlijst=lijst, wie=wie, taal="ar", teksten={"titel": "من زميل"})
    anna.post(adres(lijst), {"was": gezien, "t-titel": "", "t-v2.k2": "أحيانًا"})
    assert kept(lijst) == {"titel": "من زميل", "v2.k2": "أحيانًا"}


def test_a_usual_answer_is_proposed_and_counts_once_it_is_kept(anna, lijst):
    pagina = anna.get(adres(lijst))
    assert "voorstel: kijk het na" in pagina.content.decode()
    assert "1 voorstel staat al ingevuld" in pagina.content.decode()
    assert kept(lijst) == {}
    anna.post(adres(lijst), {"was": was(pagina), "t-v2.k1": "نعم"})
    assert kept(lijst) == {"v2.k1": "نعم"}


def test_an_outdated_one_is_marked_until_someone_says_it_is_right(anna, lijst, wie):
    vertaal(lijst, wie)
    change_vragenlijst(vragenlijst=lijst, wie=wie, titel="Nieuwe titel")
    pagina = anna.get(adres(lijst))
    assert "verouderd: het Nederlands is veranderd" in pagina.content.decode()
    velden = {"was": was(pagina), "t-titel": "«Buurtvragen»"}
    anna.post(adres(lijst), velden)
    assert "verouderd: het" in anna.get(adres(lijst)).content.decode()
    anna.post(adres(lijst), {**velden, "klopt-titel": "1"})
    assert "verouderd: het" not in anna.get(adres(lijst)).content.decode()


def test_a_missing_translation_can_be_added_while_it_is_open(mensen, anna, wie):
    lijst = maak_open(mensen.ronde, wie)
    choose_talen(vragenlijst=lijst, wie=wie, talen=["pl"])
    anna.post(adres(lijst, "pl"), {"was": "", "t-titel": "Jak jest w okolicy?"})
    assert kept(lijst, "pl") == {"titel": "Jak jest w okolicy?"}


def test_a_language_that_was_not_chosen_has_no_page(anna, lijst):
    assert anna.get(adres(lijst, "pl")).status_code == 404
    assert anna.get(adres(lijst, "nl")).status_code == 404


def test_answers_from_a_file_have_no_translations(anna, lijst):
    lijst.herkomst = Herkomst.BESTAND
    lijst.save()
    assert anna.get(reverse("peilingen:vertalingen", args=[lijst.pk])).status_code == 409
    assert anna.get(adres(lijst)).status_code == 409


@pytest.mark.parametrize("soort", ["csv", "xlsx"])
def test_a_translator_fills_in_a_file_and_the_organiser_keeps_it(anna, lijst, wie, soort):
    from basis.tabel import read_tabel

    save_vertalingen(vragenlijst=lijst, wie=wie, taal="ar", teksten={"titel": "أسئلة الحي"})
    bestand = anna.get(bestandsadres(lijst), {"soort": soort})
    assert bestand["Content-Disposition"] == f'attachment; filename="buurtvragen-ar.{soort}"'
    rijen = read_tabel(bestand.content).rijen
    assert rijen[0] == ("titel", "Buurtvragen", "أسئلة الحي")
    assert [rij[0] for rij in rijen] == ["titel", "inleiding", "v1.tekst", "v2.tekst", "v2.k1", "v2.k2"]
    ingevuld = (
        "plek;nederlands;vertaling\nv2.tekst;Komt u hier?;هل تأتون إلى هنا؟\nv2.k1;Nooit;أبدًا\nv2.k2;Soms;\n"
    )
    terug = SimpleUploadedFile("vertaald.csv", ingevuld.encode())
    pagina = anna.post(bestandsadres(lijst), {"bestand": terug})
    tekst = pagina.content.decode()
    assert "هل تأتون إلى هنا؟" in tekst
    assert "1 vertaling hoort bij een andere Nederlandse tekst" in tekst
    assert kept(lijst) == {"titel": "أسئلة الحي"}


@pytest.mark.parametrize("inhoud", [b"", b"\x00\x01", b"a;b\n1;2\n"])
def test_another_file_is_refused_in_words(anna, lijst, inhoud):
    pagina = anna.post(bestandsadres(lijst), {"bestand": SimpleUploadedFile("x.csv", inhoud)})
    assert pagina.status_code == 400


def test_the_page_of_translations_asks_as_much_for_many_questions(
    anna, lijst, wie, django_assert_max_num_queries
):
    def tel() -> int:
        with django_assert_max_num_queries(100) as gevraagd:
            anna.get(adres(lijst))
        return len(gevraagd)

    een = tel()
    for nummer in range(3):
        add_vraag(vragenlijst=lijst, wie=wie, soort="een_keuze", tekst=f"V{nummer}?", keuzes=["a", "b"])
    assert tel() == een


# What residents see of it


def test_the_first_page_says_which_questions_are_in_dutch(client, mensen, wie):
    lijst = maak_vragenlijst(mensen.ronde).vragenlijst
    adres = f"/v/{CODE}/?taal=en"
    assert "The questions are in Dutch." in client.get(adres).content.decode()
    vertaal(lijst, wie, "en", v1_tekst="")
    forget_gelezen()
    tekst = client.get(adres).content.decode()
    assert '<h1 lang="en" dir="auto">«Prettig wonen»</h1>' in tekst
    assert "Not all questions have been translated." in tekst
    save_vertalingen(vragenlijst=lijst, wie=wie, taal="en", teksten={"v1.tekst": "What is missing?"})
    forget_gelezen()
    tekst = client.get(adres).content.decode()
    assert "in Dutch." not in tekst
    assert "You may answer in your own language." in tekst


def test_a_question_says_which_language_it_is_in(client, mensen, wie):
    lijst = maak_vragenlijst(mensen.ronde).vragenlijst
    vertaal(lijst, wie, "ar", v2_k1="")
    adres = f"/v/{CODE}/?taal=ar"
    stap = {"token": "t" * 32, "w-current_step": "start"}
    eerste = client.post(adres, stap).content.decode()
    assert 'lang="ar" dir="auto">«Wat mist u in de buurt?»' in eerste
    vragen = [str(vraag.pk) for vraag in lijst.vragen.all()]
    tweede = client.post(adres, {**stap, "wizard_goto_step": vragen[1]}).content.decode()
    assert 'lang="nl" dir="auto">Hoe prettig woont u hier?' in tweede
    assert 'lang="nl" dir="auto">onprettig</span>' in tweede


def test_the_preview_speaks_the_chosen_language(anna, lijst, wie):
    vertaal(lijst, wie)
    pagina = anna.get(reverse("peilingen:voorbeeld", args=[lijst.pk]), {"taal": "ar"})
    assert "«Buurtvragen»" in pagina.content.decode()


def test_odd_words_in_a_translation_stay_words(client, mensen, wie):
    lijst = maak_vragenlijst(mensen.ronde).vragenlijst
    vertaal(lijst, wie, "en", titel='<b>"Neighbourhood" & more</b>\x00', v1_tekst="<script>alert(1)</script>")
    adres = f"/v/{CODE}/?taal=en"
    assert "&lt;b&gt;&quot;Neighbourhood&quot; &amp; more&lt;/b&gt;" in client.get(adres).content.decode()
    eerste = client.post(adres, {"token": "t" * 32, "w-current_step": "start"}).content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in eerste
    assert "<script>alert(1)" not in eerste
