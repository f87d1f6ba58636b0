import re
from dataclasses import replace
from io import BytesIO

import page
import pikepdf
import pytest
from pypdf import PdfReader

from basis.druk.document import (
    Adresblok,
    Alinea,
    Citaat,
    Document,
    Gegevenstabel,
    Kop,
    Lijst,
    Pagina_einde,
    Staaf,
    Staafdiagram,
    Witruimte,
)
from basis.druk.pdf import render_pdf
from tests.basis.druk.boom import extract_tekst, read_boom, read_merken
from tests.basis.druk.brief import ARABISCH, OEKRAIENS, POOLS, TURKS, maak_brief

# Findings of page-validation that are accepted, each with its reason.  None are left.
AANVAARD: dict[str, str] = {}


@pytest.fixture(scope="module")
def brief():
    return render_pdf(maak_brief())


@pytest.fixture(scope="module")
def boom(brief):
    return read_boom(brief)


def valideer(data):
    verslag = page.validate_pdf_bytes(data)
    assert verslag.rules.total >= 104
    return {fout.rule_id: fout.message for fout in verslag.failures if fout.rule_id not in AANVAARD}


def test_de_brief_doorstaat_alle_regels_van_pdf_ua(brief):
    assert valideer(brief) == {}


@pytest.mark.parametrize("taal", ["en", "tr", "ar", "uk"])
def test_ook_in_een_andere_taal(taal):
    data = render_pdf(maak_brief(taal))
    assert valideer(data) == {}
    assert PdfReader(BytesIO(data)).root_object["/Lang"] == taal


def test_zelfde_document_zelfde_bytes(brief):
    assert render_pdf(maak_brief()) == brief


def test_de_datum_van_het_document_is_de_enige(brief):
    with pikepdf.open(BytesIO(brief)) as pdf:
        assert str(pdf.docinfo.CreationDate) == "D:20260315"
        assert "/ModDate" not in pdf.docinfo
    zonder = render_pdf(replace(maak_brief(), datum=None))
    with pikepdf.open(BytesIO(zonder)) as pdf:
        assert "/CreationDate" not in pdf.docinfo
        assert not re.search(rb"\d{4}-\d\d-\d\d", pdf.Root.Metadata.read_bytes())


def test_titel_taal_en_kenmerk(brief):
    with pikepdf.open(BytesIO(brief)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert str(pdf.Root.Lang) == "nl"
        assert str(pdf.docinfo.Title) == "Advies over ontmoeting"
        assert str(pdf.docinfo.Author) == "Adviesraad Sociaal Domein"
        xmp = pdf.Root.Metadata.read_bytes().decode()
        assert "<pdfuaid:part>1</pdfuaid:part>" in xmp
        assert "Advies over ontmoeting" in xmp


def test_alle_lettertypen_zitten_er_als_deel_in(brief):
    namen = set()
    with pikepdf.open(BytesIO(brief)) as pdf:
        for obj in pdf.objects:
            if isinstance(obj, pikepdf.Dictionary) and obj.get("/Type") == "/Font":
                assert "/FontFile2" in obj.FontDescriptor
                assert b"<0000>" not in obj.ToUnicode.read_bytes()
                namen.add(str(obj.BaseFont).split("+")[1])
    assert {"NotoSans-Regular", "NotoSans-Bold", "NotoSans-Italic", "NotoSansArabic-Regular"} <= namen
    assert not any("Helvetica" in naam for naam in namen)


def test_koppen_in_volgorde_zonder_sprong(boom):
    koppen = [kind.soort for kind in boom.kinderen if re.fullmatch(r"H\d", kind.soort)]
    assert koppen == ["H1", "H2", "H2", "H1", "H2"]


def test_lijsten_hebben_nummers_en_inhoud(boom):
    lijsten = list(boom.find("L"))
    assert [len(lijst.kinderen) for lijst in lijsten] == [3, 3, 2]
    assert [lijst.kenmerken["ListNumbering"] for lijst in lijsten] == ["Decimal", "Disc", "Decimal"]
    for punt in boom.find("LI"):
        assert [kind.soort for kind in punt.kinderen] == ["Lbl", "LBody"]
        assert all(kind.inhoud for kind in punt.kinderen)


def test_de_tabel_heeft_koppen_en_loopt_door(boom, brief):
    (tabel,) = boom.find("Table")
    assert [kind.soort for kind in tabel.kinderen] == ["Caption", "THead", "TBody"]
    assert [cel.kenmerken["Scope"] for cel in tabel.find("TH")] == ["Column"] * 3
    rijen = tabel.kinderen[2].kinderen
    assert len(rijen) == 40
    assert all([cel.soort for cel in rij.kinderen] == ["TD"] * 3 for rij in rijen)
    paginas = {plek for cel in tabel.find("TD") for plek, _ in cel.inhoud}
    assert len(paginas) >= 2
    # The repeated header row is no second header to a screen reader.
    for nummer in sorted(paginas)[1:]:
        tekst = PdfReader(BytesIO(brief)).pages[nummer].extract_text()
        assert "Toelichting" in tekst
        assert "/TH" not in read_merken(brief)[nummer]


def test_een_lange_rij_loopt_over_paginas_in_dezelfde_cel():
    tabel = Gegevenstabel(("Wat", "n"), (("woord " * 3000, "1"),))
    data = render_pdf(Document("t", (tabel,)))
    cel = next(read_boom(data).find("TD"))
    assert len({plek for plek, _ in cel.inhoud}) > 2
    assert valideer(data) == {}


def test_de_figuur_heeft_tekst_en_plaats(boom):
    (figuur,) = boom.find("Figure")
    for deel in ("Ontmoeting: 31 van 61 (tussen 24 en 38)", "Geldzorgen: < 5", "Niets: 0"):
        assert deel in figuur.alt
    links, onder, rechts, boven = figuur.kenmerken["BBox"]
    assert 0 < links < rechts < 596
    assert 0 < onder < boven < 842


def test_citaten_dragen_hun_taal(boom):
    citaten = list(boom.find("BlockQuote"))
    assert [citaat.taal for citaat in citaten] == ["", "ar", "tr", "pl", "uk"]
    assert [len(citaat.kinderen) for citaat in citaten] == [2] * 5


def test_kop_en_voet_zijn_geen_inhoud(brief):
    paginas = read_merken(brief)
    assert len(paginas) >= 6
    assert "/Artifact:/Header" not in paginas[0]
    assert all("/Artifact:/Header" in merken for merken in paginas[1:])
    assert all(merken.count("/Artifact:/Footer") >= 1 for merken in paginas)


def test_alle_inhoud_is_gemerkt_en_elk_merk_heeft_een_ouder(brief):
    with pikepdf.open(BytesIO(brief)) as pdf:
        nummers = pdf.Root.StructTreeRoot.ParentTree.Nums
        ouders = {int(nummers[plek]): nummers[plek + 1] for plek in range(0, len(nummers), 2)}
        for pagina in pdf.pages:
            diepte, gemerkt = 0, 0
            for instructie in pikepdf.parse_content_stream(pagina):
                operator = str(instructie.operator)
                diepte += (operator == "BDC") - (operator == "EMC")
                gemerkt += operator == "BDC" and "/MCID" in instructie.operands[1]
                assert operator not in ("Tj", "TJ", "re", "S", "f", "f*") or diepte == 1
            assert diepte == 0
            assert len(ouders[int(pagina.obj.StructParents)]) == gemerkt


def test_de_tekst_is_te_lezen_in_de_goede_volgorde(brief):
    tekst = extract_tekst(brief)
    volgorde = ["Postbus 78", "Betreft: advies", "Geacht college", "Wat bewoners vertelden", "Ons advies"]
    volgorde += ["vijfde punt", "Tabel 1.", "Thema 40", "Met vriendelijke groet", "voorzitter", "Bijlage"]
    plekken = [tekst.index(deel) for deel in volgorde]
    assert plekken == sorted(plekken)
    assert "fietsen, koffie, afstand en effect" in tekst
    assert "Pagina 1 van " in tekst


def test_opmaak_in_een_antwoord_wordt_letterlijk_gedrukt(brief):
    assert "<b>dit</b> & dat" in extract_tekst(brief)


@pytest.mark.parametrize("citaat", [TURKS, POOLS, OEKRAIENS])
def test_andere_alfabetten_zijn_te_lezen(brief, citaat):
    assert citaat.split(" ")[-1] in extract_tekst(brief)


def test_arabisch_is_te_lezen_in_leesvolgorde():
    letters = re.sub(r"\s", "", extract_tekst(render_pdf(Document("t", (Citaat(ARABISCH),)))))
    assert "نحتاجإلىمكاننلتقيفيهمعالجيران" in letters
    assert letters.index("Voorhof") > letters.index("المساء")


def test_gespiegelde_haken_en_ontbrekende_tekens_houden_hun_betekenis():
    boom = read_boom(render_pdf(Document("t", (Alinea(ARABISCH), Alinea("teken 漢 hier")))))
    assert [span.vervangend for span in boom.find("Span")] == ["(", ")", "漢"]
    assert "teken \ufffd hier" in extract_tekst(render_pdf(Document("t", (Alinea("teken 漢 hier"),))))


def test_arabische_regels_staan_rechts():
    def x_van(document):
        with pikepdf.open(BytesIO(render_pdf(document))) as pdf:
            plekken = [
                float(instructie.operands[4])
                for instructie in pikepdf.parse_content_stream(pdf.pages[0])
                if str(instructie.operator) == "Tm"
            ]
        return plekken[0]

    assert x_van(Document("t", (Alinea("مرحبا"),))) > 450
    assert x_van(Document("t", (Alinea("hallo"),))) < 100


def test_een_kop_staat_nooit_onderaan():
    for regels in range(20, 50):
        blokken = (Alinea("\n".join(["regel"] * regels)), Kop(2, "De kop"), Alinea("Een alinea. " * 40))
        kop, alinea = read_boom(render_pdf(Document("t", blokken))).kinderen[1:]
        assert kop.inhoud[-1][0] == alinea.inhoud[0][0]


def test_een_ondertekening_blijft_bij_de_groet():
    for regels in range(30, 45):
        slot = (Alinea("Met vriendelijke groet,"), Witruimte(12), Adresblok(("A. de Vries", "voorzitter")))
        boom = read_boom(render_pdf(Document("t", (Alinea("\n".join(["regel"] * regels)), *slot))))
        groet, naam = boom.kinderen[1], boom.kinderen[2].kinderen[-1]
        assert groet.inhoud[0][0] == naam.inhoud[0][0]


def test_lange_alineas_en_lange_woorden_lopen_door():
    blokken = (Alinea("buurt en wijk " * 3600), Alinea("w" * 50_000))
    data = render_pdf(Document("t", blokken))
    assert valideer(data) == {}
    letters = re.sub(r"\s|Pagina\d+van\d+", "", extract_tekst(data))
    assert letters.count("w" * 60) > 700
    assert len(read_boom(data).kinderen) == 2


def test_een_diagram_dat_niet_past_wordt_verdeeld_met_dezelfde_schaal():
    staven = tuple(Staaf(f"Thema {nummer}", nummer, f"{nummer} keer") for nummer in range(1, 91))
    data = render_pdf(Document("t", (Staafdiagram("Veel", "Alles.", staven),)))
    alts = [figuur.alt for figuur in read_boom(data).find("Figure")]
    assert len(alts) > 1
    assert sum(alt.count(" keer") for alt in alts) == 90
    assert valideer(data) == {}


@pytest.mark.parametrize(
    "blokken",
    [
        (),
        (Alinea(""), Kop(1, " "), Citaat(""), Lijst(()), Staafdiagram("", "", ()), Pagina_einde()),
        (Alinea("a\x00b\x1f\ufffe\ud800"), Lijst(("", "\x07")), Citaat("\u202eom"), Kop(3, "k\x0bop")),
        (Staafdiagram("\x00", "\x01", (Staaf("\x02", 1, "\x03"), Staaf("", None))),),
    ],
)
def test_lege_en_vreemde_teksten_breken_niets(blokken):
    data = render_pdf(Document("", blokken, auteur="\x00", voettekst="\x1f"))
    assert valideer(data) == {}


def test_een_leeg_diagram_wordt_een_zin():
    data = render_pdf(Document("t", (Staafdiagram("Waar gaat het over?", "", ()),)))
    assert "Er zijn nog geen gegevens om te tonen." in extract_tekst(data)
    assert not list(read_boom(data).find("Figure"))


def test_de_inhoudsopgave_leidt_naar_de_koppen(brief):
    def vlak(lijst):
        for deel in lijst:
            yield from vlak(deel) if isinstance(deel, list) else [deel.title]

    koppen = list(vlak(PdfReader(BytesIO(brief)).outline))
    assert koppen[0] == "Wat bewoners vertelden"
    assert len(koppen) == 5
