"""`manage.py nieuwe_organisatie`: how the first beheerder of a fresh Grondvlak gets in."""

import io

import pytest
from django.core.management import call_command

from config.management.commands import nieuwe_organisatie
from organisaties.enums import Rol
from organisaties.models import Lidmaatschap, Organisatie

pytestmark = pytest.mark.django_db
ADRES = "https://grondvlak.test"


def run(*argumenten, **opties):
    uit, fout = io.StringIO(), io.StringIO()
    status: object = 0
    try:
        call_command("nieuwe_organisatie", *argumenten, stdout=uit, stderr=fout, adres=f"{ADRES}/", **opties)
    except SystemExit as einde:
        status = einde.code
    return status, uit.getvalue(), fout.getvalue()


def test_the_first_beheerder_gets_in(client):
    status, uit, fout = run("Buurtraad Zuid", "Bea@zuid.test", beheerder="Bea Bakker")
    assert (status, fout) == (0, "")
    lid = Lidmaatschap.objects.get()
    assert (lid.organisatie.naam, lid.rol, str(lid.gebruiker)) == (
        "Buurtraad Zuid",
        Rol.BEHEERDER,
        "Bea Bakker",
    )
    [link] = [regel for regel in uit.splitlines() if regel.startswith(ADRES)]
    waar = client.get(link.removeprefix(ADRES)).url
    velden = {"password1": "lang-genoeg-hiervoor", "password2": "lang-genoeg-hiervoor"}
    client.post(waar, velden)
    client.post("/account/login/", {"login": "bea@zuid.test", "password": "lang-genoeg-hiervoor"})
    assert "Nog geen rondes" in client.get("/rondes/").content.decode()


def test_who_has_a_password_uses_that(mensen):
    status, uit, _fout = run("Buurtraad Zuid", mensen.lezer.gebruiker.email)
    assert status == 0
    assert "kan daarmee inloggen" in uit
    assert ADRES not in uit


@pytest.mark.parametrize(
    ("argumenten", "zin"),
    [
        (("Adviesraad Test", "a@b.nl"), "Er is al een organisatie met deze naam."),
        (("Nieuw", "geen adres"), "geen adres is geen e-mailadres."),
    ],
)
def test_what_cannot_be_is_said_in_one_line(mensen, argumenten, zin):
    status, uit, fout = run(*argumenten)
    assert (status, uit) == (2, "")
    assert fout.startswith(zin)
    assert fout.count("\n") == 1
    assert Organisatie.objects.count() == 2


def test_without_a_shared_secret_the_link_could_not_work(monkeypatch):
    monkeypatch.setattr(nieuwe_organisatie, "SLEUTEL_GEDEELD", False)
    status, _uit, fout = run("Buurtraad Zuid", "bea@zuid.test")
    assert status == 2
    assert "make run" in fout
    assert not Organisatie.objects.exists()
