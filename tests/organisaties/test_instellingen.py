"""What holds for all of an organisation: changed by a beheerder, and a shorter term of retention asked twice."""

import pytest

from organisaties.domain.instellingen import change_organisatie, found_organisatie
from organisaties.enums import Rol
from organisaties.models import Auditregel, Organisatie
from organisaties.refusals import OrganisatieBestaat
from tests.fabrieken import maak_organisatie

ADRES = "/organisatie/instellingen/"


@pytest.fixture
def velden(mensen):
    return {
        "naam": mensen.organisatie.naam,
        "plaats": "Delft",
        "contact": "06-12345678",
        "ondertekenaar": "J. de Boer, voorzitter",
        "adres": "Straat 1\n2611 AA Delft",
        "drempel": 5,
        "bewaardagen": 730,
    }


def read(mensen):
    return Organisatie.objects.get(pk=mensen.organisatie.pk)


def test_settings_are_kept(mensen, inloggen, velden):
    antwoord = inloggen(mensen.beheerder).post(ADRES, velden, follow=True)
    assert "De instellingen zijn bewaard." in antwoord.content.decode()
    organisatie = read(mensen)
    assert {naam: getattr(organisatie, naam) for naam in velden} == velden
    regel = Auditregel.objects.van(mensen.organisatie).get(handeling="instellingen_veranderd")
    assert regel.omschrijving == "plaats, contact, ondertekenaar, adres"


def test_a_shorter_term_asks_once_more_and_says_what_goes(mensen, inloggen, velden):
    client = inloggen(mensen.beheerder)
    tekst = client.post(ADRES, velden | {"bewaardagen": 90}).content.decode()
    assert "wordt dan binnen een uur verwijderd" in tekst
    assert 'value="90"' in tekst
    assert 'value="06-12345678"' in tekst
    assert read(mensen).bewaardagen == 730
    client.post(ADRES, velden | {"bewaardagen": 90, "akkoord": "on"})
    assert read(mensen).bewaardagen == 90
    regel = Auditregel.objects.van(mensen.organisatie).get(handeling="instellingen_veranderd")
    assert "bewaardagen (was 730)" in regel.omschrijving


def test_a_longer_term_needs_no_second_yes(mensen, inloggen, velden):
    inloggen(mensen.beheerder).post(ADRES, velden | {"bewaardagen": 1000})
    assert read(mensen).bewaardagen == 1000


@pytest.mark.parametrize(
    "fout",
    [
        {"drempel": 2},
        {"drempel": 51},
        {"drempel": "vijf"},
        {"bewaardagen": 29},
        {"bewaardagen": 3651},
        {"bewaardagen": ""},
        {"bewaardagen": "٣"},
        {"naam": ""},
        {"naam": "x" * 201},
        {"contact": "x" * 201},
    ],
)
def test_what_cannot_be_is_refused_and_stays_typed(mensen, inloggen, velden, fout):
    antwoord = inloggen(mensen.beheerder).post(ADRES, velden | fout)
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 200
    assert "Dit klopt nog niet" in tekst
    assert "J. de Boer, voorzitter" in tekst
    assert read(mensen).plaats == ""


def test_nothing_changed_leaves_no_trace(mensen):
    change_organisatie(
        organisatie=mensen.organisatie, wie=mensen.beheerder.gebruiker, naam=mensen.organisatie.naam
    )
    assert not Auditregel.objects.exists()


@pytest.mark.django_db
def test_founding_gives_an_organisation_with_a_beheerder():
    lid = found_organisatie(naam=" Buurtraad Zuid ", email="Bea@zuid.test", beheerder="Bea")
    assert (lid.organisatie.naam, lid.organisatie.slug, lid.rol) == (
        "Buurtraad Zuid",
        "buurtraad-zuid",
        Rol.BEHEERDER,
    )
    assert (lid.gebruiker.email, lid.gebruiker.naam) == ("bea@zuid.test", "Bea")
    assert not lid.gebruiker.has_usable_password()
    with pytest.raises(OrganisatieBestaat):
        found_organisatie(naam="BUURTRAAD ZUID", email="x@zuid.test")


@pytest.mark.django_db
def test_addresses_of_organisations_do_not_collide():
    Organisatie.objects.create(naam="Buurtraad, Zuid", slug="buurtraad-zuid")
    assert (
        found_organisatie(naam="Buurtraad Zuid", email="a@zuid.test").organisatie.slug == "buurtraad-zuid-2"
    )
    assert found_organisatie(naam="北", email="b@zuid.test").organisatie.slug == "organisatie"


def test_the_menu_holds_what_a_role_may(mensen, inloggen):
    namen = {"Leden": "/organisatie/leden/", "Instellingen": ADRES, "Gebieden": "/organisatie/gebieden/"}
    gezien = {}
    for rol in Rol:
        tekst = inloggen(mensen.lid(rol)).get("/rondes/").content.decode()
        gezien[rol] = [naam for naam, adres in namen.items() if f'href="{adres}"' in tekst]
    assert gezien == {
        Rol.BEHEERDER: ["Leden", "Instellingen", "Gebieden"],
        Rol.ORGANISATOR: ["Gebieden"],
        Rol.CODEUR: [],
        Rol.NOTULIST: [],
        Rol.LEZER: [],
    }


def test_another_organisation_is_not_touched(mensen, inloggen, velden):
    ander = maak_organisatie("Zeebuurt")
    inloggen(mensen.elders).post(ADRES, velden | {"naam": "Anders"})
    assert read(mensen).naam == "Adviesraad Test"
    assert Organisatie.objects.get(pk=ander.pk).naam == "Zeebuurt"
