import pytest

from organisaties.domain.leden import add_lid
from organisaties.enums import Rol
from organisaties.models import Auditregel, Gebruiker, Lidmaatschap
from tests.fabrieken import WACHTWOORD, maak_gebruiker, maak_organisatie


def test_the_front_door_tells_strangers_what_this_is(client, db):
    assert "Inloggen" in client.get("/").content.decode()


def test_signing_in_by_address_and_password(client, mensen):
    adres = mensen.organisator.gebruiker.email
    antwoord = client.post("/account/login/", {"login": adres.upper(), "password": WACHTWOORD}, follow=True)
    assert antwoord.status_code == 200
    assert "Voorjaar 2026" in antwoord.content.decode()


def test_nobody_signs_up_by_themselves(client, db):
    assert Gebruiker.objects.count() == 0
    velden = {"email": "a@b.nl", "password1": WACHTWOORD, "password2": WACHTWOORD}
    client.post("/account/signup/", velden)
    assert Gebruiker.objects.count() == 0


def test_without_organisation_one_is_told_what_to_do(client, db):
    client.force_login(maak_gebruiker(), backend="django.contrib.auth.backends.ModelBackend")
    antwoord = client.get("/rondes/", follow=True)
    assert "U hoort nog bij geen organisatie" in antwoord.content.decode()


def test_a_member_of_two_changes_between_them(mensen, inloggen):
    ander = maak_organisatie("Zeebuurt")
    Lidmaatschap.objects.create(organisatie=ander, gebruiker=mensen.lezer.gebruiker, rol=Rol.BEHEERDER)
    client = inloggen(mensen.lezer)
    assert mensen.organisatie.naam in client.get("/rondes/").content.decode()
    assert (
        "Zeebuurt"
        in client.post("/organisatie/kiezen/", {"organisatie": ander.pk}, follow=True).content.decode()
    )
    assert client.get(f"/rondes/{mensen.ronde.pk}/").status_code == 404


@pytest.mark.parametrize("keuze", ["", "geen-uuid"])
def test_choosing_nonsense_or_anothers_is_not_found(mensen, inloggen, keuze):
    client = inloggen(mensen.lezer)
    assert client.post("/organisatie/kiezen/", {"organisatie": keuze}).status_code == 404
    assert (
        client.post("/organisatie/kiezen/", {"organisatie": mensen.elders.organisatie_id}).status_code == 404
    )


def test_adding_a_member_twice_changes_the_role(mensen):
    for rol in (Rol.LEZER, Rol.CODEUR):
        add_lid(
            organisatie=mensen.organisatie,
            wie=mensen.beheerder.gebruiker,
            email="Nieuw@voorbeeld.test",
            naam="Nieuw",
            rol=rol,
        )
    lid = Lidmaatschap.objects.van(mensen.organisatie).get(gebruiker__email="nieuw@voorbeeld.test")
    assert lid.rol == Rol.CODEUR
    assert not lid.gebruiker.has_usable_password()
    regels = (
        Auditregel.objects.van(mensen.organisatie).order_by("tijd").values_list("handeling", "omschrijving")
    )
    assert list(regels) == [("lid_toegevoegd", "lezer"), ("rol_veranderd", "codeur")]
