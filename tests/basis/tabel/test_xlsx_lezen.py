"""XLSX: values as a person sees them, from any program, however odd the file."""

import pytest

from basis.tabel import Limieten, Tabelfout, read_tabel

from .maken import lees, weiger, xlsx, xlsx_parts, xrij, xtekst, zip_of

KOP = xrij(xtekst("id"), xtekst("waarde"))


def waarde(cel: str, stijlen: str = "", teksten: str = "", werkmap: str = "") -> str:
    """Return what one cell gives."""
    blad = KOP + xrij('<c t="n"><v>1</v></c>', cel)
    return lees(xlsx(blad, stijlen=stijlen, teksten=teksten, werkmap=werkmap)).rijen[0][1]


def opmaak(code: str) -> str:
    """Return a style sheet whose style 1 has this number format."""
    return (
        f'<numFmts><numFmt numFmtId="170" formatCode="{code}"/></numFmts>'
        '<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs>'
    )


@pytest.mark.parametrize(
    ("cel", "tekst"),
    [
        ("<c><v>3</v></c>", "3"),
        ("<c><v>3.0</v></c>", "3"),
        ("<c><v>0.10000000000000001</v></c>", "0.1"),
        ("<c><v>3.1612345678E10</v></c>", "31612345678"),
        ("<c><v>-2.50</v></c>", "-2.5"),
        ('<c t="b"><v>1</v></c>', "ja"),
        ('<c t="b"><v>0</v></c>', "nee"),
        ('<c t="e"><v>#N/A</v></c>', "#N/A"),
        ('<c t="d"><v>2026-03-15</v></c>', "2026-03-15"),
        ('<c t="str"><f>A1&amp;"b"</f><v>ab</v></c>', "ab"),
        ("<c><f>1+2</f><v>3</v></c>", "3"),
        ("<c><f>SUM(A1:A9)</f></c>", "=SUM(A1:A9)"),
        ("<c><f>1+1</f><v/></c>", "=1+1"),
        ('<c t="str"><f>""</f><v></v></c>', ""),
        ('<c><f t="shared" si="0"/></c>', ""),
        ('<c t="inlineStr"><is><r><t>vet </t></r><r><t>en niet</t></r></is></c>', "vet en niet"),
        ('<c t="inlineStr"><is><t xml:space="preserve"> a &lt;b&gt;\n c </t></is></c>', " a <b>\n c "),
        ('<c t="inlineStr"><is><t>een_x000D_\ntwee_x005F_x0041_</t></is></c>', "een\ntwee_x0041_"),
        ('<c t="inlineStr"><is><t>=1+1</t></is></c>', "=1+1"),
        ('<c s="1"/>', ""),
    ],
)
def test_kinds_of_cells(cel: str, tekst: str) -> None:
    assert waarde(cel) == tekst


def test_shared_texts_without_fonts_and_phonetic_hints() -> None:
    teksten = "<si><t>plat</t></si><si><r><t>vet</t></r><rPh><t>klank</t></rPh><r><t> dun</t></r></si>"
    assert waarde('<c t="s"><v>1</v></c>', teksten=teksten) == "vet dun"


def test_a_shared_text_that_is_not_there() -> None:
    blad = KOP + xrij('<c t="s"><v>7</v></c>')
    assert "is beschadigd" in str(weiger(xlsx(blad)))


@pytest.mark.parametrize(
    ("code", "getal", "tekst"),
    [
        ("d-m-yyyy", "46096", "2026-03-15"),
        ("d-m-yyyy", "46096.75", "2026-03-15"),
        ("[$-413]d mmmm yyyy;@", "46096", "2026-03-15"),
        ("mmm-yy", "46096", "2026-03-15"),
        ("yyyy\\-mm\\-dd hh:mm", "46096.604166666664", "2026-03-15T14:30:00"),
        ("yyyy-mm-dd hh:mm", "46096", "2026-03-15"),
        ("hh:mm", "0.604166666666667", "14:30:00"),
        ("hh:mm", "46096.5", "12:00:00"),
        ("[h]:mm", "1.5", "36:00:00"),
        ("d-m-yyyy", "1", "1900-01-01"),
        ("d-m-yyyy", "59", "1900-02-28"),
        ("d-m-yyyy", "60", "60"),
        ("d-m-yyyy", "61", "1900-03-01"),
        ("d-m-yyyy", "0", "0"),
        ("d-m-yyyy", "-1", "-1"),
        ("d-m-yyyy", "2958465", "9999-12-31"),
        ("d-m-yyyy", "2958466", "2958466"),
        ("0%", "0.07", "7%"),
        ("0.0%", "0.125", "12.5%"),
        ("0000", "503", "0503"),
        ("0000", "503.5", "503.5"),
        ("0000", "-3", "-3"),
        ("0.00", "3", "3"),
        ("0 &quot;dagen&quot;", "3", "3"),
        ("#,##0.00_-[$€-413]", "3.5", "3.5"),
        ("[Red]0", "3", "3"),
        ("General", "3", "3"),
        ("@", "3", "3"),
    ],
)
def test_number_formats(code: str, getal: str, tekst: str) -> None:
    assert waarde(f'<c s="1"><v>{getal}</v></c>', opmaak(code)) == tekst


@pytest.mark.parametrize(
    ("nummer", "tekst"),
    [
        (14, "2026-03-15"),
        (22, "2026-03-15T12:00:00"),
        (20, "12:00:00"),
        (46, "1106316:00:00"),
        (9, "4609650%"),
    ],
)
def test_built_in_formats(nummer: int, tekst: str) -> None:
    stijlen = f'<cellXfs><xf/><xf numFmtId="{nummer}"/></cellXfs>'
    assert waarde('<c s="1"><v>46096.5</v></c>', stijlen) == tekst


def test_dates_from_1904() -> None:
    werkmap = '<workbookPr date1904="1"/><sheets><sheet name="a" sheetId="1" r:id="b1"/></sheets>'
    assert waarde('<c s="1"><v>0</v></c>', opmaak("d-m-yyyy"), werkmap=werkmap) == "1904-01-01"


def test_cells_stand_where_their_address_says() -> None:
    rij = '<row r="5"><c r="C5"><v>3</v></c><c r="A5"><v>1</v></c></row>'
    tabel = lees(xlsx('<row r="2"><c r="A2"><v>7</v></c><c r="C2"><v>9</v></c></row>' + rij))
    assert tabel.kolommen == ("7", "9")
    assert tabel.rijen == (("1", "3"),)
    assert tabel.rijnummers == (5,)


def test_a_note_beside_the_table_stands_in_a_column_without_a_name() -> None:
    tabel = lees(xlsx(KOP + xrij(xtekst("1"), xtekst("a"), "<c/>", xtekst("nabellen"))))
    assert tabel.kolommen == ("id", "waarde", "kolom 4")
    assert tabel.rijen == (("1", "a", "nabellen"),)


def test_the_first_visible_sheet_with_a_header_and_a_row() -> None:
    werkmap = (
        '<sheets><sheet name="verborgen" sheetId="1" state="hidden" r:id="b1"/>'
        '<sheet name="heel" sheetId="2" state="veryHidden" r:id="b1"/>'
        '<sheet name="leeg" sheetId="3" r:id="b2"/><sheet name="titel" sheetId="4" r:id="b3"/>'
        '<sheet name="weg" sheetId="5" r:id="b9"/><sheet name="data" sheetId="6" r:id="b4"/></sheets>'
    )
    bladen = (KOP + KOP, "", xrij(xtekst("Uitslag")), KOP + xrij(xtekst("1"), xtekst("ja")))
    assert lees(xlsx(*bladen, werkmap=werkmap)).rijen == (("1", "ja"),)


def test_empty_and_only_a_header() -> None:
    assert "is leeg" in str(weiger(xlsx("")))
    assert "alleen een rij met kolomnamen" in str(weiger(xlsx(KOP)))


def test_strict_office_xml_and_prefixes() -> None:
    delen = xlsx_parts(KOP + xrij(xtekst("1"), xtekst("ja")))
    delen["xl/worksheets/sheet1.xml"] = (
        '<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row>'
        "<x:c><x:v>7</x:v></x:c></x:row><x:row><x:c><x:v>8</x:v></x:c></x:row></x:sheetData></x:worksheet>"
    )
    assert lees(zip_of(delen)).rijen == (("8",),)


def test_backslashes_in_the_names_of_parts() -> None:
    delen = xlsx_parts(KOP + xrij(xtekst("1"), xtekst("ja")))
    data = zip_of({naam.replace("/", "\\"): inhoud for naam, inhoud in delen.items()})
    assert lees(data).rijen == (("1", "ja"),)


@pytest.mark.parametrize("deel", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml"])
def test_a_part_that_is_no_xml(deel: str) -> None:
    delen = xlsx_parts(KOP + KOP) | {deel: "<niet heel"}
    assert "is beschadigd" in str(weiger(zip_of(delen)))


@pytest.mark.parametrize("deel", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"])
def test_entities_and_document_types_are_refused(deel: str) -> None:
    bom = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'
    assert "is beschadigd" in str(weiger(zip_of(xlsx_parts(KOP + KOP) | {deel: bom})))


def test_a_workbook_without_its_workbook() -> None:
    delen = xlsx_parts(KOP)
    del delen["xl/workbook.xml"]
    assert "is beschadigd" in str(weiger(zip_of(delen)))


def test_a_cell_too_long_is_stopped_while_reading() -> None:
    fout = weiger(xlsx(KOP + xrij(xtekst("x" * 300))), Limieten(max_cel=100))
    assert "tekens in één cel" in str(fout)
    assert fout.rij == 2


def test_shared_texts_are_limited_too() -> None:
    data = xlsx(KOP, teksten="<si><t>abc</t></si>" * 5)
    assert "meer dan 4 verschillende teksten" in str(weiger(data, Limieten(max_cellen=4)))
    assert "meer dan 10 tekens" in str(weiger(data, Limieten(max_tekens=10)))


def test_a_value_far_to_the_right() -> None:
    assert "meer dan 500 kolommen" in str(weiger(xlsx(KOP + '<row r="2"><c r="XFD2"><v>1</v></c></row>')))


def test_bytes_without_a_name() -> None:
    with pytest.raises(Tabelfout, match=r"^Het bestand is leeg\."):
        read_tabel(xlsx(""))
