"""One organisation never sees another's rows: held for every model, view function and address."""

import ast
import re
from pathlib import Path
from uuid import uuid4

import pytest
from django.apps import apps
from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver

from organisaties.enums import RECHTEN, Recht, Rol
from organisaties.models import Gebonden, GebondenQuerySet

KAMERS = ("organisaties", "peilingen", "bijeenkomsten", "codering", "inzicht", "advies")
# Rows that belong to nobody in particular, with the reason.
ONGEBONDEN = {
    "Gebruiker": "a person may belong to several organisations",
    "Organisatie": "is the organisation itself",
    "Inbedding": "belongs to a text; holds no words and no source",
}
# Addresses that need no membership, with the reason.
OPENBAAR = {
    "organisaties:voordeur": "the front door",
    "organisaties:code": "opens what a code from a screen or a poster is for; asks only that code",
    "organisaties:geen": "tells a user without organisation what to do",
    "organisaties:kiezen": "shows only the user's own organisations",
    "terugkoppeling:pagina": "what was done with what residents said, made public by a member",
    "peilingen:bewoner": "residents answer; the token in the form is what proves who is sending",
    "peilingen:alles": "the same questions on one page; the token in the form is what proves who is sending",
    "peilingen:uitgenodigd_alles": "the same by a personal link",
    "peilingen:dienst": "the script that lets a phone go on without a connection; holds no data",
    "peilingen:kaart": "outlines of the areas that residents choose from; no answers and no people",
    "peilingen:bon": "residents come back with their receipt code",
    "peilingen:proef_invullen": "colleagues try a questionnaire out; the secret link is what opens it",
    "peilingen:proef_kaart": "the map of areas for who tries it out; the secret link is what opens it",
    "peilingen:proef_bon": "brings who tries it out back to the beginning",
    "peilingen:resultaten": "counts that a member made public, small ones left out",
    "peilingen:uitgenodigd": "residents answer by a personal link, which is what opens it",
    "bijeenkomsten:tafel": "the note-taker of a table; the code on the card is what opens it",
    "bijeenkomsten:tafel_bewaar": "the same page saving at a pause",
    "bijeenkomsten:tafel_lijst": "the notes of the same page alone",
    "bijeenkomsten:tafel_wijzig": "one note of the same table",
    "bijeenkomsten:tafel_verwijder": "deletes a note of the same table, or brings it back",
    "bijeenkomsten:tafel_teruglezen": "reading back at the same table",
    "bijeenkomsten:ideekaart": "residents send an idea; the token in the form is what proves who is sending",
    "bijeenkomsten:ideekaart_bon": "residents come back with their receipt code",
    "stijlgids": "shows components without data, in tests and debug only",
}


def eigen_modellen():
    return [model for kamer in KAMERS for model in apps.get_app_config(kamer).get_models()]


@pytest.mark.parametrize("model", eigen_modellen(), ids=lambda m: m.__name__)
def test_every_model_belongs_to_an_organisation(model):
    if model.__name__ in ONGEBONDEN:
        return
    assert issubclass(model, Gebonden)
    assert isinstance(model.objects.all(), GebondenQuerySet)
    organisatie = apps.get_model("organisaties", "Organisatie")(naam="x", slug="x")
    str(model.objects.van(organisatie).query)  # a path that does not exist would raise


def views_van_kamers():
    return [pad for kamer in KAMERS for pad in (Path(settings.BASE_DIR) / kamer / "views").glob("*.py")]


@pytest.mark.parametrize("pad", views_van_kamers(), ids=lambda p: f"{p.parent.parent.name}/{p.name}")
def test_views_reach_rows_only_through_the_gate(pad):
    """`Model.objects` in a view is followed by `.van(...)`, or by a filter on the user's own memberships."""
    bron = pad.read_text(encoding="utf-8")
    for treffer in re.finditer(r"\b\w+\.objects\.(\w+)\(([^)]*)", bron):
        eigen = treffer[1] == "filter" and "gebruiker_id=str(request.user.pk" in treffer[2]
        assert treffer[1] == "van" or eigen, f"{pad.name}: {treffer[0]}"
    for knoop in ast.walk(ast.parse(bron)):
        if isinstance(knoop, ast.Call) and getattr(knoop.func, "id", "") in {
            "get_object_or_404",
            "get_list_or_404",
        }:
            raise AssertionError(f"{pad.name}: use get_eigen")


def walk(patronen=None, ruimte=""):
    for deel in patronen if patronen is not None else get_resolver().url_patterns:
        if isinstance(deel, URLResolver):
            if deel.app_name == "admin" or "allauth" in str(getattr(deel, "urlconf_name", "")):
                continue
            yield from walk(deel.url_patterns, f"{deel.namespace}:" if deel.namespace else ruimte)
        elif isinstance(deel, URLPattern) and deel.name:
            yield f"{ruimte}{deel.name}", deel


ADRESSEN = sorted(walk(), key=lambda paar: paar[0])


def fill(naam, deel, waarden):
    from django.urls import reverse

    vragen = {
        sleutel: waarden.get(sleutel, uuid4())
        if "uuid" in type(soort).__name__.lower()
        else waarden.get(sleutel, 1)
        for sleutel, soort in deel.pattern.converters.items()
    }
    return reverse(naam, kwargs=vragen)


@pytest.mark.parametrize(("naam", "deel"), ADRESSEN, ids=[naam for naam, _ in ADRESSEN])
def test_every_staff_address_is_guarded(naam, deel):
    if naam in OPENBAAR:
        return
    if getattr(deel.callback, "is_bewonerpagina", False):
        raise AssertionError(f"{naam} is open to all: say why in OPENBAAR")
    assert isinstance(getattr(deel.callback, "vereist_recht", None), Recht), naam


@pytest.mark.django_db
@pytest.mark.parametrize(("naam", "deel"), ADRESSEN, ids=[naam for naam, _ in ADRESSEN])
def test_strangers_are_asked_to_sign_in(naam, deel, client, mensen):
    if naam in OPENBAAR:
        return
    adres = fill(naam, deel, {"ronde_id": mensen.ronde.pk})
    for antwoord in (client.get(adres), client.post(adres)):
        assert antwoord.status_code == 302
        assert antwoord.url.startswith("/account/login/")


@pytest.mark.django_db
@pytest.mark.parametrize(("naam", "deel"), ADRESSEN, ids=[naam for naam, _ in ADRESSEN])
def test_members_elsewhere_find_nothing(naam, deel, mensen, inloggen):
    if naam in OPENBAAR or not deel.pattern.converters:
        return
    client = inloggen(mensen.elders)
    adres = fill(naam, deel, {"ronde_id": mensen.ronde.pk})
    assert {client.get(adres).status_code, client.post(adres).status_code} <= {404, 405}


@pytest.mark.django_db
@pytest.mark.parametrize("rol", list(Rol))
@pytest.mark.parametrize(("naam", "deel"), ADRESSEN, ids=[naam for naam, _ in ADRESSEN])
def test_each_role_may_what_its_rights_say(naam, deel, rol, mensen, inloggen):
    recht = getattr(deel.callback, "vereist_recht", None)
    if recht is None:
        return
    client = inloggen(mensen.lid(rol))
    antwoord = client.get(fill(naam, deel, {"ronde_id": mensen.ronde.pk}))
    mag = recht in RECHTEN[rol]
    assert (antwoord.status_code == 403) is not mag
    assert antwoord.status_code < 500
