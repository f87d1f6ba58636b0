import hashlib

import pytest

from basis.druk.document import Alinea, Document
from basis.druk.lettertypen import (
    MAP,
    NAMEN,
    Snede,
    find_ontbrekend,
    find_teken,
    get_lettertype,
    measure_tekst,
)
from basis.druk.ontbrekend import find_ontbrekende_tekens
from tests.basis.druk.brief import ARABISCH, OEKRAIENS, POOLS, TURKS, maak_brief

TALEN = {
    "nl": "De oude cafés in ’s-Gravenhage: „één” – ‘geïnd’ – IJsland, ĳ, € 3,50 …",
    "tr": TURKS + " ÇĞİÖŞÜ çğıöşü",
    "pl": POOLS + " ĄĆĘŁŃÓŚŹŻ ąćęłńóśźż",
    "uk": OEKRAIENS + " АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯ ʼ №",
    "ar": ARABISCH + " ؟ ، ؛ ٠١٢٣ لا الله",
    "tekens": "→ ✓ ☐ • ≥ ≤ ± × ½ ★ ❤ 😊 👍 🌳",
}


@pytest.mark.parametrize("taal", TALEN)
@pytest.mark.parametrize("snede", Snede)
def test_elke_taal_is_gedekt(taal, snede):
    from basis.druk.bidi import shape

    assert not find_ontbrekend(shape(TALEN[taal]))
    assert all(find_teken(teken, snede)[1] == teken for teken in shape(TALEN[taal]))


def test_de_bestanden_zijn_die_van_de_lijst_en_samen_klein():
    regels = (MAP / "SHA256SUMS").read_text().splitlines()
    sommen = {naam: som for som, naam in (regel.split("  ") for regel in regels)}
    bestanden = {pad.name: pad.read_bytes() for pad in MAP.glob("*.ttf")}
    assert sommen == {naam: hashlib.sha256(data).hexdigest() for naam, data in bestanden.items()}
    assert {f"{naam}.ttf" for naam in NAMEN} == set(bestanden)
    assert sum(map(len, bestanden.values())) < 2_500_000
    assert "SIL OPEN FONT LICENSE" in (MAP / "OFL.txt").read_text()


@pytest.mark.parametrize("naam", NAMEN)
def test_onze_maten_zijn_die_van_reportlab(naam):
    from reportlab.pdfbase.ttfonts import TTFontFile

    anders = TTFontFile(str(MAP / f"{naam}.ttf"))
    breedtes = get_lettertype(naam).breedtes
    # reportlab makes a hard space where a font has none.
    assert set(breedtes) | {0xA0} == {punt for punt, glyph in anders.charToGlyph.items() if glyph} | {0xA0}
    assert all(abs(breedte - anders.charWidths[punt]) < 0.01 for punt, breedte in breedtes.items())


def test_een_onbekend_teken_wordt_zichtbaar_vervangen_en_gemeld():
    assert find_teken("漢", Snede.VET)[:2] == ("NotoSans-Bold", "\ufffd")
    assert measure_tekst("漢", Snede.GEWOON, 10) == measure_tekst("\ufffd", Snede.GEWOON, 10) > 0
    document = Document("字", (Alinea("gewoon"), Alinea("漢 en nog een 漢, en ᚠ")))
    assert find_ontbrekende_tekens(document) == ("ᚠ", "字", "漢")
    assert find_ontbrekende_tekens(maak_brief()) == ()
