"""Properties: what is written comes back, all formats say the same, any bytes give a table or a line."""

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from basis.tabel import Tabelfout, read_tabel, write_csv, write_jsonl, write_ods, write_xlsx
from basis.tabel.build import clean_name
from basis.tabel.cells import clean

from .maken import ocel, ods_parts, orij, xlsx_parts, xrij, xtekst, zip_of

BESTANDEN = Path(__file__).parent / "bestanden"

LASTIG = [
    *"= + - @ ' '' ; , | \\ / < > & ]]> # % { } [ sep=; sep=, {\\rtf %PDF- <html <?xml ID3 $FL2@(#)".split(),
    *"-3 -0,5 +31 =1+1 '=1 _x0041_ _x005F_ 0012 1e5 TRUE NULL 🏡 👩‍👧 ş ı Ł ї عربي é ＝1 'sep".split(),
    *('"', '""', "e\u0301", "\n", "\r", "\r\n", "\t", " ", "  "),
    *("\x00", "\x0b", "\x1f", "\x85", "\u2028", "\ufeff", "\u200b", "\ufffe", "\ud83d"),
]

teken = st.characters(categories=("L", "M", "N", "P", "S", "Z", "C"))
tekst = st.lists(st.sampled_from(LASTIG) | st.text(teken, max_size=3), max_size=6).map("".join)
kolommen = st.lists(tekst.filter(clean_name), min_size=1, max_size=4, unique_by=clean_name)


@st.composite
def tabellen(draw: st.DrawFn) -> tuple[list[str], list[list[str]]]:
    kop = draw(kolommen)
    rij = st.lists(tekst, min_size=len(kop), max_size=len(kop))
    gevuld = rij.filter(lambda cellen: any(clean(cel).strip() for cel in cellen))
    return kop, draw(st.lists(gevuld, min_size=1, max_size=5))


def via_csv(kop: list[str], rijen: list[list[str]], scheiding: str, codering: str, bom: bool) -> bytes:
    stroom = io.StringIO()
    write_csv(stroom, kop, rijen, scheiding=scheiding, bom=bom)
    return stroom.getvalue().encode(codering)


def schrijf_alles(kop: list[str], rijen: list[list[str]]) -> list[bytes]:
    """Return the table in every form we write."""
    vormen = [via_csv(kop, rijen, scheiding, "utf-8", bom) for scheiding in ",;\t" for bom in (False, True)]
    vormen.append(via_csv(kop, rijen, ";", "utf-16", False))
    werkmap, rekenblad, regels = io.BytesIO(), io.BytesIO(), io.StringIO()
    write_xlsx(werkmap, kop, rijen)
    write_ods(rekenblad, kop, rijen)
    write_jsonl(regels, kop, rijen)
    return [*vormen, werkmap.getvalue(), rekenblad.getvalue(), regels.getvalue().encode()]


@given(tabellen())
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_every_format_gives_back_what_was_written(tabel: tuple[list[str], list[list[str]]]) -> None:
    kop, rijen = tabel
    for data in schrijf_alles(kop, rijen):
        gelezen = read_tabel(data)
        assert gelezen.kolommen == tuple(clean_name(naam) for naam in kop)
        assert gelezen.rijen == tuple(tuple(clean(cel) for cel in rij) for rij in rijen)


@given(
    st.lists(
        st.lists(st.sampled_from("één tweeë € ‘drie’ =4 -5 6;7 8,9 x\ny".split(" ")), min_size=3, max_size=3),
        min_size=1,
    )
)
def test_the_same_rows_from_csv_xlsx_and_ods(rijen: list[list[str]]) -> None:
    kop = ["id", "antwoord", "buurt"]
    csv = via_csv(kop, rijen, ";", "cp1252", False)
    werkmap, rekenblad = io.BytesIO(), io.BytesIO()
    write_xlsx(werkmap, kop, rijen)
    write_ods(rekenblad, kop, rijen)
    een, twee, drie = (read_tabel(data, naam="x") for data in (csv, werkmap.getvalue(), rekenblad.getvalue()))
    assert een == twee == drie


xml_tekst = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Cn")) | st.sampled_from("\n\t="), min_size=1
)


@given(st.lists(xml_tekst.filter(lambda t: bool(t.strip()) and "_x" not in t), min_size=1, max_size=5))
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_texts_of_openpyxl(teksten: list[str]) -> None:
    werkmap = openpyxl.Workbook()
    blad = werkmap.active
    assert blad is not None
    for nummer, waarde in enumerate(["antwoord", *teksten], start=1):
        cel = blad.cell(nummer, 1)
        cel.value = waarde
        cel.data_type = "s"
    stroom = io.BytesIO()
    werkmap.save(stroom)
    assert read_tabel(stroom.getvalue()).kolom("antwoord") == tuple(teksten)


def try_reading(data: bytes) -> None:
    """Read; only a table or a line of text may come of it."""
    try:
        tabel = read_tabel(data)
    except Tabelfout as fout:
        melding = str(fout)
    else:
        assert all(len(rij) == len(tabel.kolommen) for rij in tabel.rijen)
        assert len(tabel.rijen) == len(tabel.rijnummers) > 0
        return
    assert melding
    assert "\n" not in melding


@given(st.binary(max_size=200))
def test_any_bytes_give_a_table_or_a_line(data: bytes) -> None:
    try_reading(data)


@given(tekst)
def test_any_text_gives_a_table_or_a_line(inhoud: str) -> None:
    try_reading(inhoud.encode("utf-8", errors="surrogatepass"))


@pytest.mark.parametrize(
    "bestand", ["libreoffice.xlsx", "libreoffice.ods", "wachtwoord.xlsx", "wachtwoord.ods", "oud.xls"]
)
@given(st.lists(st.tuples(st.integers(0, 20_000), st.integers(0, 255)), min_size=1, max_size=8))
def test_damaged_files_give_a_table_or_a_line(bestand: str, wijzigingen: list[tuple[int, int]]) -> None:
    data = bytearray((BESTANDEN / bestand).read_bytes())
    for plek, waarde in wijzigingen:
        data[plek % len(data)] = waarde
    try_reading(bytes(data))


HEEL_XLSX = xlsx_parts(
    xrij(xtekst("id"), xtekst("a")) + '<row r="2"><c r="A2" s="0" t="s"><v>0</v></c></row>',
    teksten="<si><t>x</t></si>",
)
HEEL_ODS = ods_parts(f"<table:table>{orij(ocel('id'))}{orij(ocel('1', keren=2), keren=2)}</table:table>")


@pytest.mark.parametrize("delen", [HEEL_XLSX, HEEL_ODS])
@given(st.data())
def test_damaged_xml_gives_a_table_or_a_line(delen: dict[str, str | bytes], data: st.DataObject) -> None:
    deel = data.draw(st.sampled_from(sorted(delen)))
    inhoud = str(delen[deel])
    plek = data.draw(st.integers(0, len(inhoud)))
    stuk = data.draw(
        st.sampled_from(["", "9", "-", "<", ">", '"', "&x;", "\0", "r=", "<v>", "e", "99999999999999999999"])
    )
    weg = data.draw(st.integers(0, 3))
    try_reading(zip_of(delen | {deel: inhoud[:plek] + stuk + inhoud[plek + weg :]}))


def test_a_zip_that_holds_a_part_twice() -> None:
    stroom = io.BytesIO(zip_of(HEEL_XLSX))
    with zipfile.ZipFile(stroom, "a") as archief, pytest.warns(UserWarning, match="Duplicate name"):
        archief.writestr("xl/sharedStrings.xml", str(HEEL_XLSX["xl/sharedStrings.xml"]).replace("x<", "y<"))
    assert read_tabel(stroom.getvalue()).rijen == (("y", ""),)
