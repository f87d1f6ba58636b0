import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn

from basis.druk.document import (
    Alinea,
    Document,
    Gegevenstabel,
    Kop,
    Lijst,
    Pagina_einde,
    Staaf,
    Staafdiagram,
    Witruimte,
)
from basis.druk.docx import render_docx
from tests.basis.druk.brief import ARABISCH, maak_brief


@pytest.fixture(scope="module")
def data():
    return render_docx(maak_brief())


@pytest.fixture(scope="module")
def word(data):
    return docx.Document(BytesIO(data))


def lees(*blokken, **rest):
    return docx.Document(BytesIO(render_docx(Document("t", blokken, **rest))))


def stijlen(word):
    return [(alinea.style.name, alinea.text) for alinea in word.paragraphs]


def test_zelfde_document_zelfde_bytes(data):
    assert render_docx(maak_brief()) == data
    with zipfile.ZipFile(BytesIO(data)) as pakket:
        assert {deel.date_time for deel in pakket.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert pakket.namelist()[0] == "[Content_Types].xml"


def test_het_pakket_bevat_alleen_wat_nodig_is(data):
    with zipfile.ZipFile(BytesIO(data)) as pakket:
        namen = pakket.namelist()
    assert not [naam for naam in namen if "thumbnail" in naam or "customXml" in naam or "Effects" in naam]
    assert len(data) < 60_000


def test_gegevens_en_taal(word):
    gegevens = word.core_properties
    assert gegevens.title == "Advies over ontmoeting"
    assert gegevens.author == gegevens.last_modified_by == "Adviesraad Sociaal Domein"
    assert gegevens.language == "nl"
    assert gegevens.created == gegevens.modified == datetime(2026, 3, 15, tzinfo=UTC)
    taal = word.styles.element.find(f".//{qn('w:lang')}")
    assert taal.get(qn("w:val")) == "nl-NL"


def test_zonder_datum_geen_datum():
    data = render_docx(replace(maak_brief(), datum=None))
    with zipfile.ZipFile(BytesIO(data)) as pakket:
        assert b"dcterms:" not in pakket.read("docProps/core.xml").replace(b"xmlns:dcterms", b"")


def test_elk_blok_in_zijn_stijl(word):
    lijst = stijlen(word)
    assert ("Briefhoofd", "Adviesraad Sociaal Domein") in lijst
    assert ("Heading 1", "Wat bewoners vertelden") in lijst
    assert ("Heading 2", "Een kop die een niveau overslaat") in lijst
    assert ("Citaatbron", "bewoner, Voorhof") in lijst
    assert ("Caption", "Waar gaan de antwoorden over?") in lijst
    assert ("List Number", "Open het buurthuis ook in de avond.") in lijst
    assert ("List Bullet", "de sleutelgroep;") in lijst
    (adres,) = [tekst for stijl, tekst in lijst if stijl == "Adres" and "Postbus" in tekst]
    assert adres.split("\n") == [
        "Gemeente Delft",
        "College van burgemeester en wethouders",
        "Postbus 78",
        "2600 ME Delft",
    ]


def test_nadruk_is_een_stijl_en_opmaak_blijft_letterlijk(word):
    (betreft,) = [alinea for alinea in word.paragraphs if alinea.text.startswith("Betreft")]
    assert [run.style.name for run in betreft.runs] == ["Strong"]
    assert any("<b>dit</b> & dat" in alinea.text for alinea in word.paragraphs)


def test_genummerde_lijsten_beginnen_opnieuw():
    word = lees(
        Lijst(("a", "b"), genummerd=True),
        Lijst(("c",), genummerd=True),
        Lijst(("d",), genummerd=True, begin=4),
    )
    nummers = [alinea._p.pPr.numPr.numId.val for alinea in word.paragraphs]
    assert nummers[0] == nummers[1]
    assert len(set(nummers)) == 3
    nummering = word.part.numbering_part.element
    begin = {
        num.numId: num.lvlOverride_lst[0].startOverride.val
        for num in nummering.num_lst
        if num.lvlOverride_lst
    }
    assert [begin[nummer] for nummer in (nummers[0], nummers[2], nummers[3])] == [1, 1, 4]


def test_de_tabel_heeft_een_kopregel_die_herhaald_wordt(word):
    (tabel,) = word.tables
    assert tabel.style.name == "Gegevens"
    kop, eerste, *rest = tabel.rows
    assert [cel.text for cel in kop.cells] == ["Thema", "Voorhof", "Toelichting"]
    assert kop._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all(rij._tr.trPr.find(qn("w:tblHeader")) is None for rij in (eerste, *rest))
    assert all(rij._tr.trPr.find(qn("w:cantSplit")) is not None for rij in tabel.rows)
    assert len(rest) == 39
    assert eerste.cells[1].paragraphs[0].alignment is not None
    assert tabel._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")).startswith("Tabel 1.")


def test_de_figuur_heeft_een_alternatieve_tekst(word):
    (vorm,) = word.inline_shapes
    eigenschappen = vorm._inline.docPr
    assert "Ontmoeting: 31 van 61" in eigenschappen.get("descr")
    assert eigenschappen.get("title") == "Waar gaan de antwoorden over?"
    assert vorm.width.mm == pytest.approx(152, abs=1)


def test_kop_en_voet(word):
    sectie = word.sections[0]
    assert sectie.header.paragraphs[0].text == "Advies over ontmoeting"
    assert sectie.first_page_header.paragraphs[0].text == ""
    for voet in (sectie.footer, sectie.first_page_footer):
        xml = voet.paragraphs[0]._p.xml
        assert "PAGE" in xml
        assert "NUMPAGES" in xml
        assert voet.paragraphs[0].text.startswith("Adviesraad Sociaal Domein")


def test_arabisch_loopt_van_rechts_naar_links():
    word = lees(Alinea(ARABISCH), Alinea("Nederlands"))
    arabisch, nederlands = word.paragraphs
    assert arabisch._p.pPr.find(qn("w:bidi")) is not None
    richtingen = {run.text.strip(): run._r.rPr.find(qn("w:rtl")) is not None for run in arabisch.runs}
    assert richtingen["Voorhof."] is False
    assert sum(richtingen.values()) >= 1
    assert nederlands._p.pPr is None or nederlands._p.pPr.find(qn("w:bidi")) is None
    assert arabisch.text == ARABISCH


def test_een_arabische_tabel_begint_rechts():
    word = lees(Gegevenstabel(("الموضوع", "العدد"), (("لقاء", "12"),)), taal="ar")
    assert word.tables[0]._tbl.tblPr.find(qn("w:bidiVisual")) is not None


def test_citaten_na_elkaar_houden_hun_eigen_streep(word):
    randen = []
    for alinea in word.paragraphs:
        if alinea.style.name in ("Quote", "Citaat rechts"):
            rand = alinea._p.pPr.find(qn("w:pBdr"))
            randen.append(rand is not None)
    assert randen == [False, False, True, False, True]


@pytest.mark.parametrize("tekst", ["a\x00b\x1f", "\ufffe\ud800", "</w:t><w:br/>", "{{ 1 }}", "x" * 50_000])
def test_vreemde_tekst_breekt_het_bestand_niet(tekst):
    diagram = Staafdiagram(tekst, tekst, (Staaf(tekst, 1, tekst),))
    tabel = Gegevenstabel((tekst,), ((tekst,),), tekst)
    word = lees(Alinea(tekst), Kop(1, tekst), Lijst((tekst,)), tabel, diagram, auteur=tekst, voettekst=tekst)
    assert word.paragraphs
    assert len(word.inline_shapes) == 1


def test_lege_blokken_laten_niets_na():
    word = lees(Alinea(""), Kop(1, ""), Lijst(()), Pagina_einde())
    assert not word.paragraphs


@pytest.mark.parametrize(
    "blok",
    [Kop(2, "Bijlage"), Gegevenstabel(("a",), (("1",),)), Gegevenstabel(("a",), (("1",),), "Bijschrift")],
)
def test_een_nieuwe_pagina_begint_zonder_lege_regel_of_pagina(blok):
    word = lees(Alinea("voor"), Pagina_einde(), Pagina_einde(), Witruimte(9), Alinea(""), blok, Alinea("na"))
    gebroken = [alinea for alinea in word.paragraphs if alinea.paragraph_format.page_break_before]
    assert len(gebroken) == 1
    assert word.paragraphs[1]._p is gebroken[0]._p
    assert "w:br" not in word.element.xml.replace("w:break", "")


def test_een_brede_tabel_krijgt_kleine_letters_in_plaats_van_gebroken_woorden():
    kolommen = ("Thema", *(f"Voorhof-Hoogbouw{nummer} (42)" for nummer in range(6)))
    breed, smal = (
        lees(Gegevenstabel(kolommen, (("Ontmoetingsplekken", *"123456"),))),
        lees(Gegevenstabel(("Thema", "Aantal"), (("Ontmoetingsplekken", "1"),))),
    )
    for word, klein in ((breed, True), (smal, False)):
        cellen = [cel.paragraphs[0].runs[0] for rij in word.tables[0].rows for cel in rij.cells]
        assert all((run.font.size is not None) == klein for run in cellen)
