"""Input that no person types and no program of ours writes, and what a file to share must not give away."""

import csv
import io
import json

import pytest
from django.test import Client
from django.urls import reverse

from peilingen.domain.inzenden import list_vragen
from peilingen.domain.proef import make_proeflink
from peilingen.domain.voorwaarden import list_afhankelijk
from peilingen.domain.vorm.json_lezen import read_json
from peilingen.domain.vorm.json_schrijven import write_json
from peilingen.domain.waarden import Antwoordwaarde
from peilingen.models import Proefinzending
from peilingen.refusals import OnleesbaarFormulier
from tests.peilingen.makers import maak_concept
from tests.peilingen.makers_cijfers import maak_alles, schrijf, stuur
from tests.peilingen.makers_vorm import maak_vorm

pytestmark = pytest.mark.django_db
HALF = "\ud800"


@pytest.fixture
def proef(mensen):
    """A draft with its test link, and the address of that link."""
    wie = mensen.organisator.gebruiker
    lijst = make_proeflink(vragenlijst=maak_concept(mensen.ronde, wie), wie=wie)
    return lijst, reverse("peilingen:proef_invullen", args=[lijst.proefcode])


@pytest.mark.parametrize("stand", ["[" * 100_000, '{"a":' * 50_000, "NaN", '{"v": {"tekst": [1e999]}}'])
def test_what_travels_along_in_a_test_may_be_anything(proef, stand):
    antwoord = Client().post(proef[1], {"w-current_step": "start", "stand": stand, "toestemming": "zelf"})
    assert antwoord.status_code == 200


def test_half_a_character_in_a_test_breaks_no_page(proef, mensen, inloggen):
    lijst, pad = proef
    vraag = lijst.vragen.get()
    stand = json.dumps({str(vraag.pk): {"tekst": [f"Bank{HALF}je"]}, "start": {"toestemming": ["zelf"]}})
    velden = {"w-current_step": "controle", "stand": stand, "mag_citeren": "nee"}
    assert Client().post(pad, velden).status_code == 200
    assert Proefinzending.objects.get().gegevens["antwoorden"][0]["woorden"] == ["Bank?je"]
    assert inloggen(mensen.organisator).get(reverse("peilingen:proef", args=[lijst.pk])).status_code == 200


def change(pad: tuple, waarde: object) -> bytes:
    """A good form file with something else in one place."""
    inhoud = json.loads(write_json(maak_vorm()))
    deel = inhoud
    for stap in pad[:-1]:
        deel = deel[stap]
    deel[pad[-1]] = waarde
    return json.dumps(inhoud).encode()


@pytest.mark.parametrize(
    "pad", [("titel",), ("onbekend",), ("vragen", 0, HALF), ("vragen", 6, "instellingen", "eenheid")]
)
def test_half_a_character_in_a_form_file_can_be_shown_and_written(pad):
    gelezen = read_json(change(pad, f"uur{HALF}"))
    assert HALF not in "".join(map(str, gelezen.meldingen))
    write_json(gelezen.vorm)


def test_a_refusal_never_holds_half_a_character():
    with pytest.raises(OnleesbaarFormulier) as fout:
        read_json(change(("versie",), HALF))
    assert HALF not in str(fout.value)


def ask_by_age(alles) -> None:
    """ "Kent u het buurthuis?" comes after the age group now, and only for one of them."""
    vragen = {vraag.sleutel: vraag for vraag in list_vragen(alles.lijst).values()}
    vragen["leeftijd"].volgorde, vragen["leeftijd"].voorwaarde = 0, {}
    vragen["leeftijd"].save()
    groep = vragen["leeftijd"].keuzes.get(pk=alles.keuze("leeftijd", 6)).sleutel
    regel = {"vraag": "leeftijd", "is": "een_van", "keuzes": [groep]}
    vragen["kent"].voorwaarde = {"alle": True, "regels": [regel]}
    vragen["kent"].save()
    volgende = {"vraag": "kent", "is": "beantwoord"}
    vragen["schaal"].voorwaarde = {"alle": True, "regels": [volgende]}
    vragen["schaal"].save()


def test_a_question_that_hangs_on_the_age_group_does_not_tell_a_withheld_one(alles):
    ask_by_age(alles)
    ja = Antwoordwaarde(keuzes=(alles.keuze("kent", 1),))
    for groep, aantal in ((2, 7), (3, 6), (6, 1)):
        for _nummer in range(aantal):
            leeftijd = Antwoordwaarde(keuzes=(alles.keuze("leeftijd", groep),))
            velden = {"kent": ja, "schaal": Antwoordwaarde(getal=3)} if groep == 6 else {}
            stuur(alles.lijst, alles.antwoorden(leeftijd=leeftijd, **velden))
    data = schrijf(alles.lijst, "csv", delen=True).decode("utf-8-sig")
    rijen = list(csv.DictReader(io.StringIO(data), delimiter=";"))
    naam = {
        deel: next(kop for kop in rijen[0] if kop.endswith(f"[{deel}]"))
        for deel in ("leeftijd", "kent", "schaal")
    }
    weg = [rij for rij in rijen if rij[naam["leeftijd"]] == "(weggelaten)"]
    assert len(weg) == 7
    assert {(rij[naam["kent"]], rij[naam["schaal"]]) for rij in weg} == {("(weggelaten)", "(weggelaten)")}


def test_what_hangs_on_a_question_is_found_by_way_of_others_too(alles):
    ask_by_age(alles)
    vragen = list_vragen(alles.lijst)
    assert {vragen[pk].sleutel for pk in list_afhankelijk(vragen, "leeftijd")} == {"kent", "schaal"}


@pytest.fixture
def alles(mensen):
    return maak_alles(mensen)
