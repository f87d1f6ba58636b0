"""What goes wrong is told in the look of who is asking, with a way on."""

import pytest
from django.test import RequestFactory

from config import fouten
from organisaties.domain import codes

pytestmark = pytest.mark.django_db
BEWONER = "css/bewoner.css"
STAF = "css/staf.css"


@pytest.fixture
def codezoeker(monkeypatch):
    monkeypatch.setattr(codes, "_ZOEKERS", {10: lambda code: "/v/abcd3467/" if code == "abcd3467" else None})


@pytest.mark.parametrize(
    "pad",
    ["/v/xyzz/", "/t/xyzz/", "/b/xyzz", "/v/een/twee/drie/", "/terugkoppeling/", "/xyzz", "/weg/er/mee/"],
)
def test_a_stranger_who_mistypes_gets_a_field_for_the_code(client, pad):
    antwoord = client.get(pad, follow=True)
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 404
    assert BEWONER in tekst
    assert STAF not in tekst
    assert "Code van het scherm of de poster" in tekst
    assert not client.cookies


def test_the_code_in_a_wrong_address_is_filled_in(client):
    assert 'value="xyzz"' in client.get("/xyzz/").content.decode()
    assert 'value="nul"' not in client.get("/v/een/twee/nul/").content.decode()


def test_a_code_without_its_letter_leads_to_its_page(client, codezoeker):
    tekst = client.get("/abcd-3467").content.decode()
    assert 'href="/v/abcd3467/"' in tekst
    assert "Misschien zocht u dit" in tekst


def test_members_get_their_own_page_and_residents_pages_stay_residents(mensen, inloggen):
    client = inloggen(mensen.lezer)
    tekst = client.get("/bestaat-niet/").content.decode()
    assert STAF in tekst
    assert "Code van het scherm" not in tekst
    assert STAF in client.get(f"/rondes/{mensen.elders.organisatie_id}/").content.decode()
    assert BEWONER in client.get("/v/xyzz/").content.decode()


@pytest.mark.parametrize(("pad", "look"), [("/v/x/", BEWONER), ("/t/x/", BEWONER), ("/rondes/", STAF)])
def test_our_fault_is_told_without_database_or_session(pad, look, django_assert_num_queries):
    with django_assert_num_queries(0):
        antwoord = fouten.server_error(RequestFactory().get(pad))
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 500
    assert look in tekst
    assert "Dat ligt niet aan u" in tekst


def test_our_fault_is_told_in_plain_words_when_nothing_works(monkeypatch):
    monkeypatch.setattr(fouten, "get_template", None)
    antwoord = fouten.server_error(RequestFactory().get("/v/x/"))
    assert (antwoord.status_code, antwoord["Content-Type"]) == (500, "text/plain; charset=utf-8")
    assert "Dat ligt niet aan u" in antwoord.content.decode()


@pytest.mark.parametrize(("pad", "look"), [("/v/x/", BEWONER), ("/rondes/", STAF)])
def test_what_is_forbidden_is_told_in_the_same_look(pad, look):
    antwoord = fouten.forbidden(RequestFactory().get(pad), PermissionError())
    assert antwoord.status_code == 403
    assert look in antwoord.content.decode()


def test_what_cannot_be_read_is_told_without_looking_at_it():
    antwoord = fouten.bad_request(RequestFactory().get("/"), ValueError())
    assert antwoord.status_code == 400
    assert "Dit verzoek begrijpen we niet" in antwoord.content.decode()


def test_a_refusal_leads_back_to_where_it_was_tried(mensen, inloggen):
    client = inloggen(mensen.beheerder)
    adres = f"/organisatie/leden/{mensen.beheerder.pk}/"
    vandaan = f"http://testserver{adres}"
    assert f'href="{vandaan}"' in client.post(f"{adres}weghalen/", HTTP_REFERER=vandaan).content.decode()


@pytest.mark.parametrize("vandaan", ["", "https://elders.test/x", "javascript:alert(1)", "//elders.test/"])
def test_a_refusal_leads_nowhere_else(mensen, inloggen, vandaan):
    client = inloggen(mensen.beheerder)
    adres = f"/organisatie/leden/{mensen.beheerder.pk}/weghalen/"
    tekst = client.post(adres, HTTP_REFERER=vandaan).content.decode()
    assert 'class="knop" href="/"' in tekst
    assert "elders.test" not in tekst
