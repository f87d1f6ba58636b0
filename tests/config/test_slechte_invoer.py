"""What is wrong with a file is said in one Dutch line with status 2, and nothing is left behind."""

from pathlib import Path

import pytest
from django.core.management import call_command

from tests.basis.tabel.maken import without_rights, xlsx, xrij, xtekst, zip_of

BESTANDEN = Path(__file__).parents[1] / "basis" / "tabel" / "bestanden"
GOED = "id,tekst\n1,De lift is al weken kapot\n2,Ik mis een plek om koffie te drinken\n"


@pytest.fixture
def weiger(tmp_path, capsys):
    """Run `codeer` on bytes and give the one line it refuses with."""

    def run(inhoud, *opties, naam="antwoorden.csv"):
        bestand = tmp_path / naam
        if inhoud is not None:
            bestand.write_bytes(inhoud if isinstance(inhoud, bytes) else inhoud.encode())
        with pytest.raises(SystemExit) as stop:
            call_command("codeer", str(bestand), "--uit", str(tmp_path / "uit"), *opties)
        assert stop.value.code == 2
        regels = capsys.readouterr().err.splitlines()
        assert len(regels) == 1, regels
        assert not (tmp_path / "uit").exists()
        assert [pad.name for pad in tmp_path.iterdir()] == ([naam] if inhoud is not None else [])
        return regels[0]

    return run


def test_missing_file(weiger):
    assert "antwoorden.csv" in weiger(None)


@pytest.mark.parametrize("inhoud", ["", "\ufeff", "\n\n\n"])
def test_empty_file(weiger, inhoud):
    assert "leeg" in weiger(inhoud)


def test_only_a_header(weiger):
    regel = weiger("id,tekst\n")
    assert "antwoorden.csv" in regel
    assert "rij" in regel


def test_missing_column_names_those_there_are(weiger):
    assert weiger("nummer,antwoord\n1,goed\n") == (
        "kolom 'tekst' staat niet in antwoorden.csv. Wel: nummer, antwoord. Kies er een met --kolom."
    )


@pytest.mark.parametrize("optie", ["--kolom", "--id", "--groep", "--vraag"])
def test_a_column_that_was_asked_for_must_be_there(weiger, optie):
    assert "kolom 'bestaatniet' staat niet in" in weiger(GOED, optie, "bestaatniet")


@pytest.mark.parametrize(
    ("inhoud", "wat"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "PNG"),
        (b"\xff\xd8\xff\xe0" + bytes(range(256)), "JPEG"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "PDF"),
        (b"\x1f\x8b\x08\0" + bytes(99), "gzip"),
        (b"SQLite format 3\0" + bytes(99), "SQLite"),
        (bytes(range(256)) * 20, "binair"),
        (b"\x7fELF" + b"\0" * 99, "binair"),
        (b"id,tekst\n1,De \0lift\n", "binair"),
        ("id,tekst\n1,De lift\n".encode("utf-16-le"), "binair"),
        (b"<!doctype html><p>", "webpagina"),
        (b'[{"tekst": "a"}]', "JSON-lijst"),
        (zip_of({"word/document.xml": "<x/>"}), "Word"),
        (zip_of({"iets.txt": "geen werkblad"}), "zip-bestand"),
    ],
)
def test_binary(weiger, inhoud, wat):
    regel = weiger(inhoud)
    assert "antwoorden.csv kan niet als tabel worden gelezen" in regel
    assert wat in regel


@pytest.mark.parametrize("naam", ["wachtwoord.xlsx", "wachtwoord.ods"])
def test_encrypted(weiger, naam):
    assert "wachtwoord beveiligd" in weiger((BESTANDEN / naam).read_bytes(), naam=naam)


def test_broken_zip(weiger):
    heel = xlsx(xrij(xtekst("tekst")) + xrij(xtekst("De lift")))
    assert "beschadigd" in weiger(heel[:-40], naam="antwoorden.xlsx")


def test_answers_below_a_million_empty_rows(weiger):
    blad = xrij(xtekst("tekst")) + xrij(xtekst("De lift")) + "<row/>" * 1_000_000 + xrij(xtekst("laatste"))
    assert "meer dan 10.000 lege rijen" in weiger(xlsx(blad), naam="antwoorden.xlsx")


def test_too_large(weiger):
    assert "groter dan 25 MB" in weiger(b"tekst\n" + b"De lift is kapot\n" * (26 * 1024 * 1024 // 17))


def test_too_long_an_answer(weiger):
    assert "120.000 tekens in één cel" in weiger("id,tekst\n1," + "a b" * 40_000)


@pytest.mark.parametrize(
    ("inhoud", "waar"),
    [
        ('id,tekst\n1,"De lift\n2,Koffie\n', "rij 2, kolom 'tekst'"),
        ("id,tekst\n1,De lift, en de bus\n", "rij 2: 3 waarden waar 2 kolommen staan"),
        ("id,tekst,tekst\n1,a,b\n", "meer dan één keer: tekst"),
        ('{"id": 1, "tekst": "a"}\n{"id": 2, tekst}\n', "regel 2"),
    ],
)
def test_the_place_is_said(weiger, inhoud, waar):
    assert waar in weiger(inhoud)


def test_a_folder(weiger, tmp_path):
    (tmp_path / "antwoorden.csv").mkdir()
    with pytest.raises(SystemExit):
        call_command("codeer", str(tmp_path / "antwoorden.csv"), "--uit", str(tmp_path / "uit"))
    assert [pad.name for pad in tmp_path.iterdir()] == ["antwoorden.csv"]


def test_no_right_to_read(tmp_path, capsys):
    bestand = tmp_path / "antwoorden.csv"
    bestand.write_text(GOED, encoding="utf-8")
    bestand.chmod(0)
    tmp_path.chmod(0o777)
    with without_rights(), pytest.raises(SystemExit):
        call_command("codeer", str(bestand), "--uit", str(tmp_path / "uit"))
    assert "mag niet worden gelezen" in capsys.readouterr().err


def test_double_ids(weiger):
    regel = weiger("id,tekst\na,eerste\nb,tweede\na,derde\n")
    assert "rij 4: id 'a' staat ook in rij 2" in regel


def test_empty_id(weiger):
    assert "rij 3: het id ontbreekt" in weiger("id,tekst\na,eerste\n,tweede\n")


@pytest.mark.parametrize("opdracht", [["maskeer", "--uit", "x.csv"], ["evalueer", "--codes", "codes"]])
def test_other_commands_refuse_alike(opdracht, tmp_path, capsys):
    with pytest.raises(SystemExit) as stop:
        call_command(opdracht[0], str(tmp_path / "weg.csv"), *opdracht[1:])
    assert stop.value.code == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_codes_outside_the_codebook(tmp_path, capsys):
    bestand = tmp_path / "gecodeerd.csv"
    bestand.write_text("tekst,codes\nDe lift is stuk,wonen|liften\n", encoding="utf-8")
    with pytest.raises(SystemExit) as stop:
        call_command("evalueer", str(bestand), "--codes", "codes")
    assert stop.value.code == 2
    assert "rij 2: code 'liften' staat niet in het codeboek" in capsys.readouterr().err
