"""Files that volunteers may bring: refused in one line at the field, or read in as they are."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from peilingen.models import Antwoord, Invoerbestand
from tests.basis.tabel.maken import xlsx, xrij, xtekst, zip_of

BESTANDEN = Path(__file__).parents[1] / "basis" / "tabel" / "bestanden"


@pytest.mark.parametrize(
    ("inhoud", "naam", "tekst"),
    [
        (b"", "leeg.csv", "leeg"),
        (b"\xef\xbb\xbf \n", "wit.csv", "leeg"),
        (b"id,tekst\n", "kop.csv", "kop.csv"),
        (bytes(range(256)) * 8, "foto.csv", "foto.csv"),
        (b"\x89PNG\r\n\x1a\n", "foto.png", "een afbeelding (PNG)"),
        (b"%PDF-1.7\n", "brief.pdf", "een PDF"),
        (b"\x1f\x8b\x08\0", "in.gz", "een ingepakt bestand"),
        (zip_of({"word/document.xml": "<x/>"}), "brief.docx", "een tekstdocument"),
        (zip_of({"a.csv": "id,tekst\n1,a\n"}), "pak.zip", "Pak het uit"),
        (xlsx(xrij(xtekst("tekst"))), "kop.xlsx", "alleen een rij met kolomnamen"),
        (xlsx(xrij(xtekst("tekst")), xrij(xtekst("a")))[:-30], "stuk.xlsx", "beschadigd"),
        ((BESTANDEN / "wachtwoord.xlsx").read_bytes(), "geheim.xlsx", "wachtwoord"),
        ((BESTANDEN / "wachtwoord.ods").read_bytes(), "geheim.ods", "wachtwoord"),
        (b"a,b\n1,2,3,4\n", "scheef.csv", "rij 2"),
        (b"a,a\n1,2\n", "dubbel.csv", "meer dan één keer"),
        (b"tekst\n" + b"a b" * 40_000, "lang.csv", "120.000 tekens"),
        (b'{"tekst": "goed"}\n{tekst}\n', "stuk.jsonl", "regel 2"),
    ],
)
def test_a_file_that_cannot_be_read_is_said_at_the_field(mensen, inloggen, inhoud, naam, tekst):
    client = inloggen(mensen.organisator)
    antwoord = client.post(
        f"/rondes/{mensen.ronde.pk}/invoer/", {"bestand": SimpleUploadedFile(naam, inhoud)}
    )
    assert antwoord.status_code == 400
    assert tekst in antwoord.content.decode()
    assert not Invoerbestand.objects.exists()


def test_a_file_that_is_too_large_is_refused(mensen, inloggen, settings):
    settings.UPLOAD_MAX_BYTES = 100
    antwoord = inloggen(mensen.organisator).post(
        f"/rondes/{mensen.ronde.pk}/invoer/", {"bestand": SimpleUploadedFile("in.csv", b"x" * 101)}
    )
    assert antwoord.status_code == 400
    assert "groter dan 25 MB" in antwoord.content.decode()
    assert not Invoerbestand.objects.exists()


def test_without_a_file_the_page_asks_for_one(mensen, inloggen):
    antwoord = inloggen(mensen.organisator).post(f"/rondes/{mensen.ronde.pk}/invoer/", {})
    assert antwoord.status_code == 400
    assert "Kies eerst een bestand" in antwoord.content.decode()


@pytest.mark.parametrize(
    ("inhoud", "teksten"),
    [
        (b"tekst\nEen bankje op het plein\n", ["Een bankje op het plein"]),
        (b"id,tekst\n1,weet niet\n2,weet niet\n", ["weet niet", "weet niet"]),
        ("id;tekst\n1;caf\u00e9\n".encode() + b"2;caf\xe9\n", ["caf\u00e9", "caf\u00e9"]),
        ("id\ttekst\n1\tcaf\u00e9 €5\n".encode("utf-16"), ["caf\u00e9 €5"]),
        (b"id,tekst\n1,=1+1\n2,'@SUM(A1)\n", ["=1+1", "@SUM(A1)"]),
        (xlsx(xrij(xtekst("tekst")) + xrij("<c><f>A9&amp;B9</f></c>")), ["=A9&B9"]),
        (
            xlsx(xrij(xtekst("tekst")) + xrij('<c t="str"><f>A9</f><v>een bankje</v></c>')),
            ["een bankje"],
        ),
        (b"id,tekst\n1," + b"bankje " * 7_000 + b"\n", [("bankje " * 7_000).strip()]),
        ('id,tekst\n"a\nb",\U0001f600 \x07fijn\n'.encode(), ["\U0001f600 fijn"]),
        (b"id,tekst\n" + b"x" * 9_999 + b",Een bankje\n", ["Een bankje"]),
    ],
    ids=[
        "one row", "only non-answers", "mixed encodings", "UTF-16", "formulas in CSV", "formula without value",
        "formula with value", "49,000 characters", "line break and control characters", "very long id",
    ],
)  # fmt: skip
def test_odd_but_sensible_files_are_read_in(mensen, inloggen, inhoud, teksten):
    client = inloggen(mensen.organisator)
    pagina = client.post(
        f"/rondes/{mensen.ronde.pk}/invoer/", {"bestand": SimpleUploadedFile("in.csv", inhoud)}, follow=True
    )
    invoer = Invoerbestand.objects.get()
    velden = {
        f"kolom_{nummer}": "antwoord" if kolom == "tekst" else "nummer"
        for nummer, kolom in enumerate(invoer.kolommen)
    }
    keuzes = {**velden, "kanaal": "tafel", "werving": "open", "inlezen": "1"}
    assert client.post(pagina.request["PATH_INFO"], keuzes, follow=True).status_code == 200
    assert sorted(Antwoord.objects.values_list("tekst", flat=True)) == sorted(teksten)
