"""The pages with which a questionnaire goes out as a file and comes in as one."""

import re
from html import unescape
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from peilingen.domain.vorm.json_schrijven import write_json
from peilingen.domain.vorm.rijen import create_from_vorm, read_vorm
from peilingen.models import Vragenlijst
from tests.peilingen.makers_vorm import maak_vorm

LSS = Path(__file__).parent / "bestanden" / "prettig_wonen.lss"


@pytest.fixture
def lijst(mensen):
    return create_from_vorm(ronde=mensen.ronde, wie=mensen.organisator.gebruiker, vorm=maak_vorm())


def test_the_page_says_what_does_not_go_along(inloggen, mensen, lijst):
    antwoord = inloggen(mensen.organisator).get(reverse("peilingen:formulierbestand", args=[lijst.pk]))
    assert "vraag 10: wordt een tekstvraag" in antwoord.text


def test_both_files_can_be_downloaded(inloggen, mensen, lijst):
    client, pad = inloggen(mensen.lezer), reverse("peilingen:formulierbestand", args=[lijst.pk])
    json = client.get(pad, {"soort": "json"})
    assert json.content == write_json(maak_vorm())
    assert json.headers["Content-Disposition"] == 'attachment; filename="hoe-is-het-in-uw-buurt.json"'
    assert client.get(pad, {"soort": "xlsform"}).content.startswith(b"PK")


def upload(client, mensen, naam, data):
    pad = reverse("peilingen:formulier_inlezen", args=[mensen.ronde.pk])
    return client.post(pad, {"bestand": SimpleUploadedFile(naam, data)})


def test_a_file_is_looked_at_first_and_then_becomes_a_draft(inloggen, mensen):
    client = inloggen(mensen.organisator)
    gezien = upload(client, mensen, "enquete.lss", LSS.read_bytes())
    assert "vraag FOTO: een vraag van de soort" in gezien.text
    assert not Vragenlijst.objects.exists()
    (veld,) = re.findall(r'name="vorm" value="([^"]*)"', gezien.text)
    vorm = unescape(veld)
    pad = reverse("peilingen:formulier_inlezen", args=[mensen.ronde.pk])
    klaar = client.post(pad, {"vorm": vorm.replace("\n", "\r\n")})
    lijst = Vragenlijst.objects.get()
    assert klaar.url == reverse("peilingen:vragenlijst", args=[lijst.pk])
    assert (lijst.titel, lijst.status) == ("Prettig wonen", "concept")
    assert write_json(read_vorm(lijst)).decode() == vorm


def test_our_own_file_comes_in_whole(inloggen, mensen):
    gezien = upload(inloggen(mensen.organisator), mensen, "x.json", write_json(maak_vorm()))
    assert "Alles uit het bestand komt mee." in gezien.text
    assert "Hoe is het in uw buurt?" in gezien.text


@pytest.mark.parametrize(
    ("naam", "data", "zin"),
    [
        ("x.json", b"{", "Dit bestand is geen leesbare JSON"),
        ("x.xlsx", b"PK\x03\x04", "Dit is geen leesbaar Excel-bestand"),
        ("x.lss", b"<a>", "Dit .lss-bestand is niet te lezen"),
        ("x.pdf", b"%PDF-1.7", "Dit bestand is geen leesbare JSON"),
        ("leeg.json", b"", "Dit bestand is leeg."),
    ],
)
def test_a_bad_file_gets_one_clear_line(inloggen, mensen, naam, data, zin):
    antwoord = upload(inloggen(mensen.organisator), mensen, naam, data)
    assert antwoord.status_code == 400
    assert zin in antwoord.text
    assert not Vragenlijst.objects.exists()


def test_a_changed_page_is_refused_before_anything_is_written(inloggen, mensen):
    pad = reverse("peilingen:formulier_inlezen", args=[mensen.ronde.pk])
    antwoord = inloggen(mensen.organisator).post(pad, {"vorm": "{}"})
    assert antwoord.status_code == 400
    assert not Vragenlijst.objects.exists()


def test_an_export_opens_in_a_spreadsheet(inloggen, mensen, lijst):
    from openpyxl import load_workbook

    pad = reverse("peilingen:formulierbestand", args=[lijst.pk])
    data = inloggen(mensen.organisator).get(pad, {"soort": "xlsform"}).content
    assert load_workbook(BytesIO(data)).sheetnames == ["survey", "choices", "settings"]
