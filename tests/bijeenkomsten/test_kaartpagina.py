"""The idea card as a resident meets it: no script, no cookie, in their language, once."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from bijeenkomsten.domain.bijeenkomsten import close_bijeenkomst
from bijeenkomsten.models import Ideekaart
from organisaties.domain.bonnen import make_bon, make_token
from tests.bijeenkomsten.makers import maak_avond, maak_kaart
from tests.fabrieken import maak_gebied

pytestmark = pytest.mark.django_db


@pytest.fixture
def avond(mensen):
    maak_gebied(mensen.organisatie, "Voorhof")
    return maak_avond(mensen)


def url(avond, naam="ideekaart"):
    return reverse(f"bijeenkomsten:{naam}", args=[avond.code])


def read_token(client, avond):
    return client.get(url(avond)).context["form"]["token"].value()


def post(client, avond, **velden):
    return client.post(url(avond), {"token": read_token(client, avond), "tekst": "Een bankje"} | velden)


def test_before_the_idea_is_said_who_asks_and_how_long_it_is_kept(client, avond, mensen):
    mensen.organisatie.contact = "info@voorbeeld.test"
    mensen.organisatie.save()
    pagina = client.get(url(avond)).content.decode()
    dag = timezone.localdate() + timedelta(days=mensen.organisatie.bewaardagen + 1)
    for woorden in (avond.vraag, "Noem geen namen", "Adviesraad Test", str(dag.year), "info@voorbeeld.test"):
        assert woorden in pagina


def test_a_card_is_taken_once_with_area_and_permission(client, avond):
    velden = {"token": read_token(client, avond), "groep": " voorhof ", "mag_citeren": "on"}
    codes = {
        client.post(url(avond), velden | {"tekst": "Een bankje"}).context["bon"].code for _keer in range(3)
    }
    kaart = Ideekaart.objects.get()
    assert codes == {make_bon(velden["token"])}
    assert (kaart.gebied.naam, kaart.groep, kaart.mag_citeren) == ("Voorhof", "voorhof", True)


def test_permission_may_be_refused(client, avond):
    post(client, avond)
    assert Ideekaart.objects.get().mag_citeren is False


def test_another_idea_is_another_card(client, avond):
    post(client, avond)
    post(client, avond, tekst="Meer licht")
    assert Ideekaart.objects.count() == 2


@pytest.mark.parametrize(
    "velden", [{"tekst": ""}, {"tekst": "a" * 3001}, {"groep": "a" * 201}, {"token": "x"}]
)
def test_what_cannot_be_taken_stays_on_the_screen(client, avond, velden):
    antwoord = post(client, avond, **velden)
    getypt = velden.get("tekst", "Een bankje")
    assert (antwoord.status_code, getypt in antwoord.content.decode()) == (400, True)
    assert not Ideekaart.objects.exists()


def test_choosing_a_language_keeps_what_was_typed_and_sends_nothing(client, avond):
    antwoord = post(client, avond, taal="nl", groep="Voorhof", mag_citeren="on")
    pagina = antwoord.content.decode()
    assert antwoord.status_code == 200
    assert ("Een bankje" in pagina, 'value="Voorhof"' in pagina, "checked" in pagina) == (True, True, True)
    assert not Ideekaart.objects.exists()


def test_the_code_shows_the_card_and_withdraws_it(client, avond):
    code = post(client, avond).context["bon"].code
    assert "Een bankje" in client.post(url(avond, "ideekaart_bon"), {"code": code}).content.decode()
    weg = client.post(url(avond, "ideekaart_bon"), {"code": code, "intrekken": "1"})
    assert not Ideekaart.objects.exists()
    opnieuw = {naam: weg.context["form"][naam].value() for naam in ("token", "tekst", "groep")}
    client.post(url(avond), opnieuw)
    assert Ideekaart.objects.get().tekst == "Een bankje"
    assert client.post(url(avond, "ideekaart_bon"), {"code": code}).status_code == 404


def test_loading_the_page_again_does_not_bring_a_withdrawn_card_back(client, avond):
    velden = {"token": read_token(client, avond), "tekst": "Een bankje"}
    code = client.post(url(avond), velden).context["bon"].code
    client.post(url(avond, "ideekaart_bon"), {"code": code, "intrekken": "1"})
    antwoord = client.post(url(avond), velden)
    assert (antwoord.status_code, Ideekaart.objects.count()) == (400, 0)
    assert ("hebt u ingetrokken" in antwoord.content.decode(), "Een bankje" in antwoord.content.decode()) == (
        True,
        True,
    )
    client.post(url(avond), velden | {"token": antwoord.context["form"]["token"].value()})
    assert Ideekaart.objects.count() == 1


@pytest.mark.parametrize(("code", "status"), [("", 400), ("abcde-fghjk", 404), ("a" * 41, 400)])
def test_a_code_that_opens_nothing_is_told(client, avond, code, status):
    antwoord = client.post(url(avond, "ideekaart_bon"), {"code": code})
    assert (antwoord.status_code, code in antwoord.content.decode()) == (status, True)


def test_the_code_of_a_card_does_not_open_one_of_another_meeting(client, avond, mensen):
    token = make_token()
    maak_kaart(avond, token=token)
    ander = maak_avond(mensen, titel="Een andere")
    assert client.post(url(ander, "ideekaart_bon"), {"code": make_bon(token)}).status_code == 404


def test_before_and_after_the_meeting_there_is_no_box(client, mensen, avond):
    straks = maak_avond(mensen, titel="Straks", dicht=True)
    assert "nog niet begonnen" in client.get(url(straks)).content.decode()
    close_bijeenkomst(bijeenkomst=avond, wie=mensen.organisator.gebruiker)
    pagina = client.get(url(avond)).content.decode()
    assert ("is afgelopen" in pagina, "<textarea" in pagina) == (True, False)


def test_who_was_still_typing_when_it_closed_is_heard(client, mensen, avond):
    token = read_token(client, avond)
    close_bijeenkomst(bijeenkomst=avond, wie=mensen.organisator.gebruiker)
    assert client.post(url(avond), {"token": token, "tekst": "Een bankje"}).status_code == 200
    assert Ideekaart.objects.count() == 1


def test_much_later_it_is_refused_with_the_words_on_the_screen(client, mensen, avond):
    token = read_token(client, avond)
    toen = timezone.now() - timedelta(hours=25)
    close_bijeenkomst(bijeenkomst=avond, wie=mensen.organisator.gebruiker, nu=toen)
    antwoord = client.post(url(avond), {"token": token, "tekst": "Een bankje"})
    assert (antwoord.status_code, "Een bankje" in antwoord.content.decode()) == (400, True)


def test_no_cookie_no_script_and_few_queries(client, avond, django_assert_num_queries):
    with django_assert_num_queries(2):
        antwoord = client.get(url(avond))
    assert client.cookies == {}
    assert "<script" not in antwoord.content.decode()
    assert "Deze code kennen wij niet" in client.get("/b/bestaatniet/").content.decode()
