"""ODS: values as a person sees them, repetitions kept small."""

import pytest

from basis.tabel import Limieten

from .maken import lees, ocel, ods, ods_parts, orij, weiger, zip_of

KOP = orij(ocel("id"), ocel("waarde"))


def waarde(cel: str) -> str:
    """Return what one cell gives."""
    return lees(ods(KOP, orij(ocel("1"), cel))).rijen[0][1]


@pytest.mark.parametrize(
    ("extra", "alineas", "tekst"),
    [
        ('office:value-type="string"', ("een", "twee", "", "vier"), "een\ntwee\n\nvier"),
        ('office:value-type="string" office:string-value="kaal"', (), "kaal"),
        (
            'office:value-type="string" office:string-value="een&#10;twee  drie"',
            ("een twee drie",),
            "een\ntwee  drie",
        ),
        ('office:value-type="float" office:value="3"', ("3,00",), "3"),
        ('office:value-type="float" office:value="0.30000000000000004"', ("0,3",), "0.3"),
        ('office:value-type="float" office:value="503"', ("0503",), "0503"),
        ('office:value-type="float" office:value="504"', ("0503",), "504"),
        ('office:value-type="currency" office:value="12.5"', ("€ 12,50",), "12.5"),
        ('office:value-type="percentage" office:value="0.07"', ("7%",), "7%"),
        ('office:value-type="boolean" office:boolean-value="true"', ("WAAR",), "ja"),
        ('office:value-type="boolean" office:boolean-value="false"', ("ONWAAR",), "nee"),
        ('office:value-type="date" office:date-value="2026-03-15"', ("15 maart",), "2026-03-15"),
        ('office:value-type="date" office:date-value="2026-03-15T14:30:00.5"', ("x",), "2026-03-15T14:30:00"),
        ('office:value-type="date" office:date-value="2026-03-15T00:00:00"', ("x",), "2026-03-15"),
        ('office:value-type="date" office:date-value="-0044-03-15"', ("x",), "-0044-03-15"),
        ('office:value-type="time" office:time-value="PT09H05M00S"', ("9:05",), "09:05:00"),
        ('office:value-type="time" office:time-value="P1DT2H3M4.5S"', ("x",), "26:03:04"),
        ('office:value-type="time" office:time-value="raar"', ("x",), "raar"),
        ('table:formula="of:=1+2" office:value-type="float" office:value="3"', ("3",), "3"),
        ('table:formula="of:=[.A1]+2"', (), "=[.A1]+2"),
        ('table:formula="of:=&quot;&quot;"', ("",), ""),
        (
            'table:formula="of:=1/0" office:value-type="string" office:string-value=""',
            ("#DIV/0!",),
            "#DIV/0!",
        ),
        ('table:formula="raar"', (), ""),
        ("", (), ""),
        ("", ("los",), "los"),
        ('office:value-type="string"', ("=1+1",), "=1+1"),
    ],
)
def test_kinds_of_cells(extra: str, alineas: tuple[str, ...], tekst: str) -> None:
    assert waarde(ocel(*alineas, extra=extra)) == tekst


@pytest.mark.parametrize(
    ("alinea", "tekst"),
    [
        ("  a \n  b ", "a b "),
        ('a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d', "a   b\tc\nd"),
        ("<text:span>a </text:span><text:span> b</text:span>", "a b"),
        ("<text:a>koppeling</text:a><text:s/><text:span/> x", "koppeling  x"),
        ("a<text:note><text:p>voetnoot</text:p></text:note>b", "ab"),
        ("a<draw:frame><text:p>plaatje</text:p></draw:frame>b", "ab"),
    ],
)
def test_whitespace_and_what_stands_in_a_paragraph(alinea: str, tekst: str) -> None:
    assert waarde(ocel(alinea)) == tekst


def test_comments_and_tables_inside_a_cell_are_not_read() -> None:
    cel = (
        "<table:table-cell><office:annotation><text:p>opmerking</text:p></office:annotation><text:p>zelf</text:p>"
        f'<table:table table:name="binnen">{orij(ocel("x"))}</table:table></table:table-cell>'
    )
    assert waarde(cel) == "zelf"


def test_what_lies_under_a_merged_cell_is_not_read() -> None:
    bedekt = "<table:covered-table-cell><text:p>onzichtbaar</text:p></table:covered-table-cell>"
    tabel = lees(ods(KOP, orij(ocel("1"), bedekt, ocel("3"))))
    assert tabel.rijen == (("1", "", "3"),)


def test_repeated_cells_and_rows() -> None:
    leeg = '<table:table-cell table:number-columns-repeated="16000"/>'
    tabel = lees(
        ods(KOP, orij(ocel("a", keren=2), leeg, keren=3), orij(leeg, keren=1_000_000), orij(ocel("b")))
    )
    assert tabel.rijen == (("a", "a"),) * 3 + (("b", ""),)
    assert tabel.rijnummers == (2, 3, 4, 1_000_005)


def test_a_bomb_of_repeated_rows_stops_at_the_limit() -> None:
    assert "meer dan 100.000 rijen" in str(weiger(ods(KOP, orij(ocel("a"), keren=2_000_000_000))))


def test_a_bomb_of_repeated_columns_stops_at_the_limit() -> None:
    assert "meer dan 500 kolommen" in str(weiger(ods(KOP, orij(ocel("a", keren=2_000_000_000)))))


def test_a_bomb_of_spaces_stops_at_the_limit() -> None:
    fout = weiger(ods(KOP, orij(ocel('<text:s text:c="2000000000"/>'))))
    assert "tekens in één cel" in str(fout)
    assert fout.rij == 2


def test_header_rows_and_groups() -> None:
    rijen = f"<table:table-header-rows>{KOP}</table:table-header-rows>"
    rijen += f"<table:table-row-group>{orij(ocel('1'), ocel('ja'))}</table:table-row-group>"
    assert lees(ods(rijen)).rijen == (("1", "ja"),)


def test_hidden_empty_and_other_sheets() -> None:
    stijlen = (
        '<style:style style:name="ta1" style:family="table"><style:table-properties table:display="false"/>'
        '</style:style><style:style style:name="ta2" style:family="table">'
        '<style:table-properties table:display="true"/></style:style>'
    )
    tabellen = (
        "<table:tracked-changes><table:deletion><table:table-cell><text:p>oud</text:p></table:table-cell>"
        "</table:deletion></table:tracked-changes>"
        f'<table:table table:style-name="ta1">{KOP}{KOP}</table:table>'
        f'<table:table table:style-name="ta2"><table:shapes><text:p>x</text:p></table:shapes>{orij(ocel())}'
        f"</table:table><table:table>{orij(ocel('Uitslag'))}</table:table>"
        f'<table:table table:style-name="ta2">{KOP}{orij(ocel("1"), ocel("ja"))}</table:table>'
        f"<table:table>{KOP}{orij(ocel('2'), ocel('nee'))}</table:table>"
    )
    tabel = lees(zip_of(ods_parts(tabellen, stijlen)))
    assert tabel.rijen == (("1", "ja"),)
    assert tabel.rijnummers == (2,)


def test_empty_and_only_a_header() -> None:
    assert "is leeg" in str(weiger(ods()))
    assert "alleen een rij met kolomnamen" in str(weiger(ods(KOP)))


def test_entities_are_refused() -> None:
    delen = ods_parts("") | {
        "content.xml": '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
    }
    assert "is beschadigd" in str(weiger(zip_of(delen)))


def test_without_content() -> None:
    delen = ods_parts("")
    del delen["content.xml"]
    assert "is beschadigd" in str(weiger(zip_of(delen)))


def test_empty_row_elements_without_end() -> None:
    leeg = "<table:table-row><table:table-cell/></table:table-row>" * 200_000
    tabel = lees(ods(KOP, orij(ocel("1")), leeg))
    assert tabel.rijen == (("1", ""),)


def test_a_value_below_a_long_run_of_empty_row_elements() -> None:
    leeg = "<table:table-row><table:table-cell/></table:table-row>" * 20_000
    fout = weiger(ods(KOP, orij(ocel("1")), leeg, orij(ocel("2"))))
    assert "meer dan 10.000 lege rijen en daarna weer gegevens" in str(fout)
    assert fout.rij == 2
    tabel = lees(ods(KOP, orij(ocel("1")), leeg, orij(ocel("2"))), Limieten(max_lege_rijen=30_000))
    assert tabel.rijnummers == (2, 20_003)
