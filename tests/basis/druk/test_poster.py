import io

import page
import pikepdf
import pytest
from PIL import Image
from pypdf import PdfReader

from basis.druk.poster import Papiermaat, Poster, render_poster
from basis.druk.qr import list_qr_vlakken, render_qr_png

ADRES = "https://delft.voorbeeld.test/v/buurt234/"


def maak_poster(**velden: str) -> Poster:
    return Poster(
        **{
            "wie": "Adviesraad",
            "titel": "Hoe is het in uw buurt?",
            "uitnodiging": "Vertel het ons, op uw telefoon.",
            "qr": ADRES,
            "alt": f"QR-code naar {ADRES}",
            "voor_adres": "Ga naar",
            "adres": "delft.voorbeeld.test",
            "voor_code": "en typ de code",
            "code": "BUUR T234",
            **velden,
        }
    )


@pytest.mark.parametrize(("maat", "breedte"), [(Papiermaat.A4, 595), (Papiermaat.A3, 842)])
def test_a_poster_is_one_sheet_with_code_and_address_as_text(maat, breedte):
    lezer = PdfReader(io.BytesIO(render_poster(maak_poster(), maat)))
    assert len(lezer.pages) == 1
    assert round(float(lezer.pages[0].mediabox.width)) == breedte
    tekst = lezer.pages[0].extract_text()
    assert "BUUR T234" in tekst
    assert "delft.voorbeeld.test" in tekst


@pytest.mark.parametrize("maat", list(Papiermaat))
@pytest.mark.parametrize(
    "titel", ["Kort", "Wat hebt u nodig om mee te doen in uw buurt? " * 5, "كيف حال الحي؟"]
)
def test_a_poster_passes_the_rules_of_accessible_pdf(maat, titel):
    verslag = page.validate_pdf_bytes(render_poster(maak_poster(titel=titel), maat))
    assert [fout.message for fout in verslag.failures] == []


def test_the_same_poster_gives_the_same_bytes():
    assert render_poster(maak_poster()) == render_poster(maak_poster())


def test_the_picture_says_where_it_leads():
    with pikepdf.open(io.BytesIO(render_poster(maak_poster()))) as pdf:
        alts = [str(obj.Alt) for obj in pdf.objects if isinstance(obj, pikepdf.Dictionary) and "/Alt" in obj]
    assert alts == [f"QR-code naar {ADRES}"]


def test_the_bars_of_a_qr_code_fill_exactly_its_dark_modules():
    import segno

    matrix = [list(rij) for rij in segno.make(ADRES, error="q", micro=False).matrix]
    donker = sum(sum(rij) for rij in matrix)
    vlakken = list_qr_vlakken(ADRES, float(len(matrix)))
    assert sum(round(vlak.breedte) for vlak in vlakken) == donker


def test_the_png_is_large_enough_to_print():
    beeld = Image.open(io.BytesIO(render_qr_png(ADRES)))
    assert min(beeld.size) >= 600
