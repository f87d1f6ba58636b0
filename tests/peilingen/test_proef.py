"""Trying a questionnaire out: whatever is sent by the test link, nothing of it ever counts."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.apps import apps
from django.urls import reverse
from django.utils import timezone

from organisaties.domain.bewaren import delete_verlopen
from organisaties.models import Bronwijziging
from peilingen.domain.proef import MAX_PROEVEN, MAX_TEKENS, PROEF_BEWAREN, keep_proef, make_proeflink
from peilingen.domain.tellen import count_antwoorden
from peilingen.domain.vragen import add_vraag
from peilingen.domain.vragenlijsten import close_vragenlijst, create_vragenlijst, open_vragenlijst
from peilingen.models import Inzending, Proefinzending
from peilingen.refusals import NietTeProberen, ProefVol, VragenlijstStaatOpen
from tests.fabrieken import maak_gebied
from tests.peilingen.makers import OPEN_VRAAG, maak_concept

pytestmark = pytest.mark.django_db


@pytest.fixture
def wie(mensen):
    return mensen.organisator.gebruiker


@pytest.fixture
def anna(mensen, inloggen):
    return inloggen(mensen.organisator)


@pytest.fixture
def lijst(mensen, wie):
    """A draft with a condition: who does not come is asked why."""
    lijst = maak_concept(mensen.ronde, wie)
    komt = add_vraag(vragenlijst=lijst, wie=wie, soort="een_keuze", tekst="Komt u?", keuzes=["ja", "nee"])
    regels = [{"vraag": komt.sleutel, "is": "een_van", "keuzes": ["k2"]}]
    add_vraag(vragenlijst=lijst, wie=wie, soort="kort", tekst="Waarom niet?", voorwaarde={"regels": regels})
    return lijst


def lees(antwoord):
    return " ".join(unescape(antwoord.content.decode()).split())


def velden_van(antwoord):
    """What the page would send: its hidden fields, and those that stand elsewhere but belong to the form."""
    tekst = antwoord.content.decode()
    velden = {}
    for invoer in re.findall(r"<input[^>]*type=\"hidden\"[^>]*>", tekst):
        naam, waarde = (re.findall(rf'{deel}="([^"]*)"', invoer) for deel in ("name", "value"))
        velden[naam[0]] = unescape(waarde[0]) if waarde else ""
    return velden


def begin(client, pad):
    velden = velden_van(client.get(pad))
    return client.post(pad, {**velden, "toestemming": "zelf"})


def vul_in(client, pad, keuze, *, waarom=None):
    """Go through the pages with a lost question and a choice; gives the last page."""
    antwoord = client.post(pad, {**velden_van(begin(client, pad)), "tekst": "Een bankje"})
    gekozen = re.findall(rf'value="([^"]+)"[^>]*>\s*<span[^>]*>{keuze}<', antwoord.content.decode())[0]
    antwoord = client.post(pad, {**velden_van(antwoord), "keuzes": gekozen})
    if waarom is not None:
        assert "Waarom niet?" in lees(antwoord)
        antwoord = client.post(pad, {**velden_van(antwoord), "tekst": waarom})
    assert "Klopt alles?" in lees(antwoord)
    assert "Een bankje" in lees(antwoord)
    return client.post(pad, velden_van(antwoord))


def test_who_has_the_link_tries_it_out_and_nothing_counts(mensen, lijst, wie, client):
    lijst = make_proeflink(vragenlijst=lijst, wie=wie)
    pad = reverse("peilingen:proef_invullen", args=[lijst.proefcode])
    voor = {model: model._default_manager.count() for model in apps.get_models()}
    assert "Proef: dit telt niet mee." in lees(client.get(pad))
    antwoord = vul_in(client, pad, "nee", waarom="Te ver weg")
    assert "Proef: dit telt niet mee." in lees(antwoord)
    assert Proefinzending.objects.get().gegevens == {
        "antwoorden": [
            {"vraag": OPEN_VRAAG, "woorden": ["Een bankje"]},
            {"vraag": "Komt u?", "woorden": ["nee"]},
            {"vraag": "Waarom niet?", "woorden": ["Te ver weg"]},
        ]
    }
    na = {model: model._default_manager.count() for model in apps.get_models()}
    assert {model.__name__: na[model] - voor[model] for model in na if na[model] != voor[model]} == {
        "Proefinzending": 1
    }
    assert not Bronwijziging.objects.filter(ronde=mensen.ronde).exists()
    assert {telling.beantwoord for telling in count_antwoorden(lijst)} == {0}


def test_a_question_that_is_not_asked_stays_out(lijst, wie, client):
    lijst = make_proeflink(vragenlijst=lijst, wie=wie)
    vul_in(client, reverse("peilingen:proef_invullen", args=[lijst.proefcode]), "ja")
    vragen = [regel["vraag"] for regel in Proefinzending.objects.get().gegevens["antwoorden"]]
    assert vragen == [OPEN_VRAAG, "Komt u?"]


def test_the_preview_walks_the_same_way_and_keeps_nothing(lijst, anna):
    pad = reverse("peilingen:voorbeeld", args=[lijst.pk])
    vul_in(anna, pad, "nee", waarom="Te ver weg")
    assert not Proefinzending.objects.exists()
    assert not Inzending.objects.exists()


@pytest.mark.parametrize("stand", ["", "{", "[]", '{"controle": 3}', '{"x": {"tekst": [1, null]}}', '"a"'])
def test_what_a_page_says_was_filled_in_may_be_anything(lijst, anna, stand):
    pad = reverse("peilingen:voorbeeld", args=[lijst.pk])
    velden = {**velden_van(begin(anna, pad)), "stand": stand, "tekst": "Een bankje"}
    assert "Komt u?" in lees(anna.post(pad, velden))


def test_opening_ends_the_link_and_deletes_every_test(lijst, wie, client):
    lijst = make_proeflink(vragenlijst=lijst, wie=wie)
    pad = reverse("peilingen:proef_invullen", args=[lijst.proefcode])
    keep_proef(vragenlijst=lijst, antwoorden=[("Vraag", ["Antwoord"])], taal="nl")
    open_vragenlijst(vragenlijst=lijst, wie=wie)
    lijst.refresh_from_db()
    assert (lijst.proefcode, Proefinzending.objects.count(), Inzending.objects.count()) == (None, 0, 0)
    for weg in (client.get(pad), client.post(pad, {}), client.get(f"{pad}bon/")):
        assert weg.status_code == 404
        assert "Deze proef is voorbij" in lees(weg)
    with pytest.raises(VragenlijstStaatOpen):
        make_proeflink(vragenlijst=lijst, wie=wie)
    close_vragenlijst(vragenlijst=lijst, wie=wie)
    assert make_proeflink(vragenlijst=lijst, wie=wie).proefcode


def test_the_page_makes_renews_and_withdraws_the_link(lijst, anna, client):
    pad = reverse("peilingen:proef", args=[lijst.pk])
    assert "Proeflink maken" in lees(anna.get(pad))
    anna.post(pad, {"wat": "maken"})
    lijst.refresh_from_db()
    eerste = lijst.proefcode
    tekst = lees(anna.get(pad))
    assert f"/v/proef/{eerste}/" in tekst
    assert "<svg" in tekst
    anna.post(pad, {"wat": "maken"})
    lijst.refresh_from_db()
    assert lijst.proefcode != eerste
    assert client.get(reverse("peilingen:proef_invullen", args=[eerste])).status_code == 404
    bon = client.get(reverse("peilingen:proef_bon", args=[lijst.proefcode]))
    assert bon.url == reverse("peilingen:proef_invullen", args=[lijst.proefcode])
    anna.post(pad, {"wat": "intrekken"})
    lijst.refresh_from_db()
    assert lijst.proefcode is None


def test_tests_are_read_in_words_and_deleted_one_by_one_or_all(lijst, anna):
    pad = reverse("peilingen:proef", args=[lijst.pk])
    eerste, *_rest = [
        keep_proef(vragenlijst=lijst, antwoorden=[("Wat mist u?", [f"Woord {n}"]), ("Leeg?", [])], taal="tr")
        for n in range(3)
    ]
    tekst = lees(anna.get(pad))
    assert all(f"Woord {n}" in tekst for n in range(3))
    assert "Niet ingevuld" in tekst
    assert "1 proef is gewist." in lees(anna.post(pad, {"wat": "wissen", "proef": eerste.pk}, follow=True))
    assert anna.post(pad, {"wat": "wissen", "proef": "x"}).status_code == 404
    assert "2 proeven zijn gewist." in lees(anna.post(pad, {"wat": "wissen"}, follow=True))
    assert not Proefinzending.objects.exists()


def test_a_link_needs_a_question_and_a_test_has_limits(mensen, lijst, wie):
    with pytest.raises(NietTeProberen):
        make_proeflink(vragenlijst=create_vragenlijst(ronde=mensen.ronde, wie=wie), wie=wie)
    with pytest.raises(ProefVol):
        keep_proef(vragenlijst=lijst, antwoorden=[("Vraag", ["x" * (MAX_TEKENS + 1)])], taal="nl")
    Proefinzending.objects.bulk_create(Proefinzending(vragenlijst=lijst) for _n in range(MAX_PROEVEN))
    with pytest.raises(ProefVol):
        keep_proef(vragenlijst=lijst, antwoorden=[("Vraag", ["x"])], taal="nl")


def test_the_map_opens_with_the_link(mensen, lijst, wie, client):
    gebied = maak_gebied(mensen.organisatie, "Buurt West")
    gebied.vorm = [[430_000, 5_200_000, 440_000, 5_200_000, 440_000, 5_210_000]]
    gebied.save()
    add_vraag(
        vragenlijst=lijst, wie=wie, soort="buurt", tekst="Waar woont u?", instellingen={"weergave": "kaart"}
    )
    lijst = make_proeflink(vragenlijst=lijst, wie=wie)
    kaart = reverse("peilingen:proef_kaart", args=[lijst.proefcode])
    assert client.get(kaart).headers["Content-Type"] == "image/svg+xml"
    pad = reverse("peilingen:proef_invullen", args=[lijst.proefcode])
    stap = str(lijst.vragen.get(soort="buurt").pk)
    velden = {**velden_van(begin(client, pad)), "wizard_goto_step": stap}
    assert kaart in lees(client.post(pad, velden))
    assert client.get(reverse("peilingen:proef_kaart", args=["weg"])).status_code == 404


def test_tests_have_a_short_term_of_their_own(mensen, lijst):
    oud, jong = (keep_proef(vragenlijst=lijst, antwoorden=[("Vraag", ["x"])], taal="nl") for _n in range(2))
    lang = timezone.now() - PROEF_BEWAREN - timedelta(hours=1)
    Proefinzending.objects.filter(pk=oud.pk).update(gemaakt_op=lang)
    delete_verlopen(organisatie=mensen.organisatie)
    assert [rij.pk for rij in Proefinzending.objects.all()] == [jong.pk]
