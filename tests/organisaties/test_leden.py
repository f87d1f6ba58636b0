"""Members: who manages them, how they get in, and that nobody can lock everyone out or walk in elsewhere."""

import re
from datetime import datetime, timedelta

import pytest
from django.contrib.auth.tokens import PasswordResetTokenGenerator

from organisaties.domain.leden import add_lid, change_rol, make_wachtwoordlink, remove_lid
from organisaties.enums import Rol
from organisaties.models import Auditregel, Gebruiker, Lidmaatschap
from organisaties.refusals import GeenWachtwoordlink, LaatsteBeheerder
from tests.fabrieken import maak_lid

LEDEN = "/organisatie/leden/"
WACHTWOORD = "een-nieuw-wachtwoord"


def add(mensen, email="nieuw@voorbeeld.test", rol=Rol.LEZER, organisatie=None):
    return add_lid(
        organisatie=organisatie or mensen.organisatie,
        wie=mensen.beheerder.gebruiker,
        email=email,
        naam="Nieuw",
        rol=rol,
    )


def use_link(client, pad, wachtwoord=WACHTWOORD):
    """Open a link as the person who got it, and choose a password; gives the page or None when it was refused."""
    formulier = client.get(pad, follow=True)
    if "Deze link werkt niet meer" in formulier.content.decode():
        return None
    waar = formulier.redirect_chain[-1][0]
    return client.post(waar, {"password1": wachtwoord, "password2": wachtwoord}, follow=True)


def test_a_member_is_added_and_gets_a_link_to_choose_a_password(mensen, inloggen, client):
    beheer = inloggen(mensen.beheerder)
    velden = {"naam": "Fatima", "email": "Fatima@Voorbeeld.test", "rol": "codeur"}
    antwoord = beheer.post(LEDEN, velden, follow=True)
    lid = Lidmaatschap.objects.van(mensen.organisatie).get(gebruiker__email="fatima@voorbeeld.test")
    assert antwoord.redirect_chain == [(f"{LEDEN}{lid.pk}/", 302)]
    assert "Heeft nog geen wachtwoord" in antwoord.content.decode()
    antwoord = beheer.post(f"{LEDEN}{lid.pk}/link/")
    assert "no-store" in antwoord["Cache-Control"]
    adres = re.search(r'value="http://testserver(/account/[^"]+)"', antwoord.content.decode())
    assert adres
    beheer.logout()
    assert use_link(client, adres[1]).status_code == 200
    assert (
        client.post("/account/login/", {"login": "fatima@voorbeeld.test", "password": WACHTWOORD}).url == "/"
    )
    assert client.get("/rondes/").status_code == 200


def test_a_link_works_once(mensen, client):
    pad = make_wachtwoordlink(lid=add(mensen), wie=mensen.beheerder.gebruiker)
    assert use_link(client, pad) is not None
    assert use_link(client, pad, "nog-een-wachtwoord") is None


def test_a_link_works_for_three_days(mensen, client, monkeypatch):
    pad = make_wachtwoordlink(lid=add(mensen), wie=mensen.beheerder.gebruiker)
    straks = datetime.now() + timedelta(days=3, hours=1)  # noqa: DTZ005 -- as Django counts here
    monkeypatch.setattr(PasswordResetTokenGenerator, "_now", lambda self: straks)
    assert use_link(client, pad) is None


def test_making_a_link_is_in_the_audit_log(mensen):
    lid = add(mensen)
    make_wachtwoordlink(lid=lid, wie=mensen.beheerder.gebruiker)
    regel = Auditregel.objects.van(mensen.organisatie).get(handeling="wachtwoordlink_gemaakt")
    assert (regel.wie, regel.object_id) == (mensen.beheerder.gebruiker, lid.pk)


def test_no_link_for_who_belongs_elsewhere_too(mensen, inloggen):
    lid = add(mensen, email=mensen.elders.gebruiker.email)
    with pytest.raises(GeenWachtwoordlink):
        make_wachtwoordlink(lid=lid, wie=mensen.beheerder.gebruiker)
    client = inloggen(mensen.beheerder)
    assert client.post(f"{LEDEN}{lid.pk}/link/").status_code == 403
    assert "Link maken" not in client.get(f"{LEDEN}{lid.pk}/").content.decode()


def test_no_link_for_who_runs_the_server(mensen):
    lid = add(mensen)
    lid.gebruiker.is_staff = True
    with pytest.raises(GeenWachtwoordlink):
        make_wachtwoordlink(lid=lid, wie=mensen.beheerder.gebruiker)


def test_an_open_link_dies_when_another_organisation_adds_the_person(mensen, client):
    pad = make_wachtwoordlink(lid=add(mensen), wie=mensen.beheerder.gebruiker)
    add(mensen, organisatie=mensen.elders.organisatie)
    assert use_link(client, pad) is None


def test_who_has_a_password_keeps_it_when_added_elsewhere(mensen):
    voor = mensen.lezer.gebruiker.password
    add(mensen, email=mensen.lezer.gebruiker.email, organisatie=mensen.elders.organisatie)
    assert Gebruiker.objects.get(pk=mensen.lezer.gebruiker_id).password == voor


def test_the_last_beheerder_stays(mensen, inloggen):
    with pytest.raises(LaatsteBeheerder):
        change_rol(lid=mensen.beheerder, wie=mensen.beheerder.gebruiker, rol=Rol.LEZER)
    with pytest.raises(LaatsteBeheerder):
        remove_lid(lid=mensen.beheerder, wie=mensen.beheerder.gebruiker)
    with pytest.raises(LaatsteBeheerder):
        add(mensen, email=mensen.beheerder.gebruiker.email, rol=Rol.LEZER)
    antwoord = inloggen(mensen.beheerder).post(f"{LEDEN}{mensen.beheerder.pk}/weghalen/")
    assert antwoord.status_code == 409
    assert "Maak eerst iemand anders beheerder" in antwoord.content.decode()
    assert Lidmaatschap.objects.get(pk=mensen.beheerder.pk).rol == Rol.BEHEERDER


def test_with_a_second_beheerder_the_first_may_go(mensen):
    maak_lid(mensen.organisatie, Rol.BEHEERDER)
    remove_lid(lid=mensen.beheerder, wie=mensen.beheerder.gebruiker)
    assert not Lidmaatschap.objects.filter(pk=mensen.beheerder.pk).exists()


def test_a_role_is_changed_on_the_page_of_the_member(mensen, inloggen):
    client = inloggen(mensen.beheerder)
    tekst = client.post(f"{LEDEN}{mensen.lezer.pk}/", {"rol": "codeur"}, follow=True).content.decode()
    assert "Lezer is nu codeur." in tekst
    assert Lidmaatschap.objects.get(pk=mensen.lezer.pk).rol == Rol.CODEUR
    antwoord = client.post(f"{LEDEN}{mensen.lezer.pk}/", {"rol": "baas"})
    assert antwoord.status_code == 200
    assert "veld-fout" in antwoord.content.decode()


def test_taking_out_can_be_undone(mensen, inloggen):
    client = inloggen(mensen.beheerder)
    tekst = client.post(f"{LEDEN}{mensen.lezer.pk}/weghalen/", follow=True).content.decode()
    assert "“Lezer” is weggehaald." in tekst
    assert not Lidmaatschap.objects.filter(pk=mensen.lezer.pk).exists()
    assert "Lezer is weer lid." in client.post(f"{LEDEN}terugzetten/", follow=True).content.decode()
    terug = Lidmaatschap.objects.van(mensen.organisatie).get(gebruiker=mensen.lezer.gebruiker)
    assert terug.rol == Rol.LEZER
    assert client.post(f"{LEDEN}terugzetten/").status_code == 404


def test_who_was_taken_out_sees_nothing_any_more(mensen, inloggen, client):
    remove_lid(lid=mensen.lezer, wie=mensen.beheerder.gebruiker)
    client = inloggen(mensen.lezer)
    assert client.get(f"/rondes/{mensen.ronde.pk}/").url == "/organisatie/geen/"
    assert Gebruiker.objects.filter(pk=mensen.lezer.gebruiker_id).exists()


@pytest.mark.parametrize(
    "velden",
    [
        {"naam": "", "email": "a@b.nl", "rol": "lezer"},
        {"naam": "x" * 121, "email": "a@b.nl", "rol": "lezer"},
        {"naam": "Noor", "email": "geen adres", "rol": "lezer"},
        {"naam": "Noor", "email": "a@b.nl", "rol": "baas"},
        {"naam": "Noor", "email": f"{'x' * 250}@b.nl", "rol": ""},
    ],
)
def test_what_was_typed_stays(mensen, inloggen, velden):
    tekst = inloggen(mensen.beheerder).post(LEDEN, velden).content.decode()
    assert "Dit klopt nog niet" in tekst
    assert f'value="{velden["email"]}"' in tekst
    assert Lidmaatschap.objects.van(mensen.organisatie).count() == len(Rol)


def test_a_name_with_markup_is_shown_as_it_is(mensen, inloggen):
    velden = {"naam": '<b>Noor</b> "x"', "email": "noor@voorbeeld.test", "rol": "lezer"}
    tekst = inloggen(mensen.beheerder).post(LEDEN, velden, follow=True).content.decode()
    assert "&lt;b&gt;Noor&lt;/b&gt;" in tekst
    assert "<b>Noor" not in tekst


@pytest.mark.parametrize("deel", ["", "link/", "weghalen/"])
def test_members_elsewhere_are_out_of_reach(mensen, inloggen, deel):
    client = inloggen(mensen.elders)
    assert client.post(f"{LEDEN}{mensen.lezer.pk}/{deel}").status_code == 404
    assert Lidmaatschap.objects.filter(pk=mensen.lezer.pk).exists()


@pytest.mark.parametrize("rol", [Rol.ORGANISATOR, Rol.CODEUR, Rol.NOTULIST, Rol.LEZER])
def test_only_a_beheerder_manages_members(mensen, inloggen, rol):
    client = inloggen(mensen.lid(rol))
    for adres in (LEDEN, f"{LEDEN}{mensen.lezer.pk}/", "/organisatie/instellingen/"):
        assert client.get(adres).status_code == 403
    assert LEDEN not in client.get("/rondes/").content.decode()


def test_the_list_asks_as_much_for_few_as_for_many(mensen, inloggen, django_assert_num_queries):
    client = inloggen(mensen.beheerder)
    for aantal in (0, 3):
        for _nummer in range(aantal):
            maak_lid(mensen.organisatie, Rol.LEZER)
        with django_assert_num_queries(5):
            client.get(LEDEN)
