"""SPSS files: what is written comes back, labels and missing codes apart, and no file takes the process along."""

import io
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from basis.tabel import (
    Celwaarde,
    Kolominfo,
    Limieten,
    Meting,
    Savkolom,
    Savsoort,
    Tabelfout,
    make_savnaam,
    read_tabel,
    spell_out,
    write_sav,
)
from basis.tabel.cells import clean, show
from basis.tabel.spss_reader import _show

from .maken import weiger

BESTANDEN = Path(__file__).parent / "bestanden"
GEMIST = (-9, -8, -7, -6)
KOLOMMEN = (
    Savkolom(
        "v1", "Woont u hier graag?", waarden=((1, "ja"), (2, "nee"), (-9, "niet gevraagd")), gemist=GEMIST
    ),
    Savkolom("v2", "Wat mist u?", Savsoort.TEKST),
    Savkolom("v3", "Hoe lang?", meting=Meting.SCHAAL, decimalen=1, gemist=(-9, -8)),
    Savkolom("v4", "Sinds wanneer?", Savsoort.DATUM, meting=Meting.SCHAAL, gemist=(-9,)),
)
RIJEN = ((1, "Een bankje\nop het plein", 2.5, "2024-05-01"), (-9, "", None, -9), (2, "é" * 300, -8, None))


def schrijf(kolommen=KOLOMMEN, rijen=RIJEN, **velden) -> bytes:
    stroom = io.BytesIO()
    write_sav(stroom, kolommen, rijen, **velden)
    return stroom.getvalue()


def test_what_was_written_comes_back() -> None:
    tabel = read_tabel(schrijf(), naam="uit.sav")
    assert tabel.kolommen == ("v1", "v2", "v3", "v4")
    assert tabel.rijen == (
        ("1", "Een bankje\nop het plein", "2.5", "2024-05-01"),
        ("-9", "", "", "-9"),
        ("2", "é" * 300, "-8", ""),
    )
    assert tabel.rijnummers == (1, 2, 3)
    assert tabel.info == (
        Kolominfo(
            "Woont u hier graag?", (("1", "ja"), ("2", "nee"), ("-9", "niet gevraagd")), (("-9", "-6"),), "nominaal"
        ),
        Kolominfo("Wat mist u?", meting="nominaal"),
        Kolominfo("Hoe lang?", gemist=(("-9", "-9"), ("-8", "-8")), meting="schaal"),
        Kolominfo("Sinds wanneer?", gemist=(("-9", "-9"),), meting="schaal"),
    )  # fmt: skip


def test_in_words_labels_stand_for_values_and_missing_is_empty() -> None:
    tabel = spell_out(read_tabel(schrijf()))
    assert tabel.kolommen == ("Woont u hier graag?", "Wat mist u?", "Hoe lang?", "Sinds wanneer?")
    assert tabel.rijen[:2] == (("ja", "Een bankje\nop het plein", "2.5", "2024-05-01"), ("", "", "", ""))
    assert tabel.info[0] == Kolominfo(
        "Woont u hier graag?", (("ja", "ja"), ("nee", "nee")), meting="nominaal"
    )
    assert spell_out(tabel) == tabel
    los = read_tabel(b"id,tekst\n1,ja\n")
    assert spell_out(los) is los


def test_columns_with_the_same_label_keep_their_names() -> None:
    kolommen = [Savkolom("a", "b"), Savkolom("b", "Vraag"), Savkolom("c", "Vraag"), Savkolom("d")]
    assert spell_out(read_tabel(schrijf(kolommen, [(1, 2, 3, 4)]))).kolommen == ("a", "b", "c", "d")


def test_the_same_rows_give_the_same_bytes_and_no_time() -> None:
    een = schrijf(titel="Buurtvragen")
    assert een == schrijf(titel="Buurtvragen")
    assert een[92:109] == b"01 Jan 8000:00:00"


def test_nothing_is_left_in_the_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    read_tabel(schrijf())
    with pytest.raises(Tabelfout):
        schrijf(KOLOMMEN[1:2], [("x" * 32_768,)])
    assert list(tmp_path.iterdir()) == []


def test_to_a_path(tmp_path: Path) -> None:
    write_sav(tmp_path / "a.sav", KOLOMMEN, RIJEN)
    assert [pad.name for pad in tmp_path.iterdir()] == ["a.sav"]
    assert read_tabel(tmp_path / "a.sav").naam == "a.sav"


def test_a_text_that_does_not_fit_is_refused_and_a_label_is_shortened() -> None:
    with pytest.raises(Tabelfout, match=r"rij 2, kolom 'v2': SPSS bewaart niet meer dan 32\.767 bytes"):
        schrijf(KOLOMMEN[1:2], [("kort",), ("x" * 32_768,)])
    lang = read_tabel(schrijf([Savkolom("a", "é" * 300, waarden=((1, "ö" * 200),))], [(1,)])).info[0]
    assert lang.label == "é" * 126 + "…"
    assert lang.waarden == (("1", "ö" * 58 + "…"),)


@pytest.mark.parametrize(
    ("naam", "bezet", "goed"),
    [
        ("v1", (), "v1"),
        ("v1", ("V1",), "v1_2"),
        ("1a", (), "v_1a"),
        ("with", (), "v_with"),
        ("hoe lang?", (), "hoe_lang"),
        ("", (), "v"),
        ("é", (), "v"),
        ("x" * 80, (), "x" * 64),
        ("x" * 80, ("x" * 64,), "x" * 62 + "_2"),
    ],
)  # fmt: skip
def test_names_of_variables(naam: str, bezet: tuple[str, ...], goed: str) -> None:
    assert make_savnaam(naam, bezet) == goed


@pytest.mark.parametrize(
    "kolommen",
    [
        [Savkolom("1a")],
        [Savkolom("a"), Savkolom("A")],
        [Savkolom("a", soort=Savsoort.TEKST, gemist=(-9,))],
        [Savkolom("a", gemist=(-9, -7, -5, -3))],
        [],
    ],
)
def test_faults_of_the_caller(kolommen: list[Savkolom]) -> None:
    with pytest.raises(ValueError, match=r"name|missing|columns"):
        schrijf(kolommen, [(1,) * len(kolommen)])


tekens = st.characters(exclude_categories=["Cs"])
tekst = st.text(tekens, max_size=30) | st.sampled_from(["=1+1", "-9", "  x  ", "🏡", "عربي", "x" * 600])
getal = st.integers(-(10**9), 10**9) | st.integers(-999, 999).map(lambda n: n / 8)
datum = st.dates(date(1600, 1, 1), date(2200, 1, 1)).map(date.isoformat)
CELLEN = {
    Savsoort.GETAL: st.none() | getal,
    Savsoort.TEKST: tekst,
    Savsoort.DATUM: st.none() | datum,
}


@st.composite
def bestanden(draw: st.DrawFn) -> tuple[list[Savkolom], list[tuple[Celwaarde, ...]]]:
    kolommen: list[Savkolom] = []
    for ruw in draw(st.lists(st.text(max_size=12), min_size=1, max_size=4)):
        soort = draw(st.sampled_from(Savsoort))
        label = draw(st.text(tekens, max_size=40))
        waarden = draw(
            st.dictionaries(st.integers(-99, 99), st.text(tekens, min_size=1, max_size=20), max_size=3)
        )
        met = soort != Savsoort.TEKST
        kolommen.append(
            Savkolom(
                make_savnaam(ruw, [kolom.naam for kolom in kolommen]),
                label,
                soort,
                tuple((n, w) for n, w in sorted(waarden.items()) if clean(w).split()) if met else (),
                draw(st.sampled_from([(), (-9,), (-9, -8, -7), GEMIST])) if met else (),
                draw(st.sampled_from(Meting)),
            )
        )
    rijen = draw(st.lists(st.tuples(*(CELLEN[kolom.soort] for kolom in kolommen)), min_size=1, max_size=4))
    return kolommen, rijen


@given(bestanden())
@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
def test_any_file_that_is_written_reads_back(
    bestand: tuple[list[Savkolom], list[tuple[Celwaarde, ...]]],
) -> None:
    kolommen, rijen = bestand
    rijen = [*rijen, tuple("x" if kolom.soort == Savsoort.TEKST else 1 for kolom in kolommen)]
    tabel = read_tabel(schrijf(kolommen, rijen))
    verwacht = [tuple(clean(show(cel)).rstrip(" ") for cel in rij) for rij in rijen]
    verwacht[-1] = tuple(
        "1582-10-14" if k.soort == Savsoort.DATUM else c for k, c in zip(kolommen, verwacht[-1], strict=True)
    )
    assert tabel.kolommen == tuple(kolom.naam for kolom in kolommen)
    assert list(tabel.rijen) == [rij for rij in verwacht if any(cel.strip() for cel in rij)]
    for kolom, info in zip(kolommen, tabel.info, strict=True):
        assert info.label == " ".join(clean(kolom.label).split())
        assert all(info.is_gemist(show(code)) for code in kolom.gemist)
        assert not info.is_gemist("17")
        assert [n for _n, n in info.waarden] == [" ".join(clean(w).split()) for _n, w in kolom.waarden]


@pytest.mark.parametrize("knip", [100, 300, 900, -10])
def test_a_file_that_breaks_off(knip: int) -> None:
    assert "is beschadigd" in str(weiger(schrijf()[:knip]))


@pytest.mark.parametrize("rest", [b"", b" SPSS DATA FILE", b"\xff" * 500, b"\0" * 500])
def test_a_beginning_alone_is_no_file(rest: bytes) -> None:
    assert "is beschadigd" in str(weiger(b"$FL2@(#)" + rest))


def test_a_file_on_which_the_library_stumbles() -> None:
    """Found by changing bytes at random: it ends the process that reads it."""
    assert "is beschadigd" in str(weiger((BESTANDEN / "struikel.sav").read_bytes()))


@pytest.mark.parametrize(
    ("begin", "tekst"),
    [
        (b"\x1c\0\0\0\0\0\0\0ENCRYPTEDSAV\x15\0\0\0" + b"x" * 80, "met een wachtwoord beveiligd"),
        (b"$FL3@(#) SPSS DATA FILE", "een samengeperst SPSS-bestand (ZSAV). Bewaar het"),
        (b"0" * 80 + b"\r\n" + b"0" * 376 + b"SPSSPORTA8/202611226", "een overdraagbaar SPSS-bestand (POR)"),
    ],
)
def test_other_files_of_spss(begin: bytes, tekst: str) -> None:
    assert tekst in str(weiger(begin))


@pytest.mark.parametrize(
    ("limieten", "tekst"),
    [
        (Limieten(max_kolommen=3), "meer dan 3 kolommen"),
        (Limieten(max_rijen=2), "meer dan 2 rijen"),
        (Limieten(max_cellen=8), "meer dan 8 cellen"),
        (Limieten(max_cel=100), "rij 3, kolom 'v2': 300 tekens"),
        (Limieten(max_bytes=400), "is groter dan 0 MB"),
    ],
)
def test_limits(limieten: Limieten, tekst: str) -> None:
    assert tekst in str(weiger(schrijf(), limieten))


def test_without_cases() -> None:
    assert "alleen een rij met kolomnamen" in str(weiger(schrijf(rijen=[(None, "", None, None)])))


@pytest.mark.parametrize(
    ("waarde", "soort", "tekst"),
    [
        (13801017600.0, "DATE", "2020-02-14"),
        (13801061700.0, "DATETIME", "2020-02-14T12:15:00"),
        (90061.0, "TIME", "25:01:01"),
        (-9.0, "DATE", "-9"),
        (1e290, "DATE", show(1e290)),
        (float("nan"), "F", ""),
        (-1.8e308, "F", ""),
        ("x  ", "A", "x"),
    ],
)
def test_values(waarde: float | str, soort: str, tekst: str) -> None:
    assert _show(waarde, soort) == tekst


def test_the_range_from_the_lowest_value_is_understood() -> None:
    info = Kolominfo(gemist=(("-1.7976931348623155e+308", "-1"), ("99", "99"), ("-inf", "-100")))
    assert [info.is_gemist(waarde) for waarde in ("-9", "0", "99", "-1e9", "x", "")] == [
        True, False, True, True, False, False,
    ]  # fmt: skip


def test_reading_loads_nothing_heavy_here() -> None:
    code = (
        "import sys\nfrom basis.tabel import read_tabel\n"
        "read_tabel(sys.stdin.buffer.read())\n"
        "print(sorted({'pandas', 'numpy', 'pyreadstat'} & set(sys.modules)))"
    )
    uit = subprocess.run([sys.executable, "-c", code], input=schrijf(), capture_output=True, check=True)
    assert uit.stdout == b"[]\n"
