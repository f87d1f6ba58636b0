"""What is wrong with a file is said in one Dutch line with status 2, and nothing is left behind."""

import io
import zipfile

import pytest
from django.core.management import call_command

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
        "kolom 'tekst' staat niet in antwoorden.csv. Wel: nummer, antwoord."
    )


@pytest.mark.parametrize("optie", ["--kolom", "--id", "--groep", "--vraag"])
def test_a_column_that_was_asked_for_must_be_there(weiger, optie):
    assert "kolom 'bestaatniet' staat niet in" in weiger(GOED, optie, "bestaatniet")


@pytest.mark.parametrize(
    "inhoud",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3",
        bytes(range(256)) * 20,
        b"\x7fELF" + b"\0" * 99,
    ],
)
def test_binary(weiger, inhoud):
    assert "antwoorden.csv" in weiger(inhoud)


def test_encrypted_xlsx(weiger):
    ole = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + b"\0" * 600
        + "EncryptedPackage".encode("utf-16-le")
        + b"\0" * 600
    )
    assert "wachtwoord" in weiger(ole, naam="antwoorden.xlsx")


def test_broken_zip(weiger):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as pakket:
        pakket.writestr("iets.txt", "geen werkblad")
    assert "antwoorden.xlsx" in weiger(buffer.getvalue(), naam="antwoorden.xlsx")


def test_double_ids(weiger):
    regel = weiger("id,tekst\na,eerste\nb,tweede\na,derde\n")
    assert "rij 4: id 'a' staat ook in rij 2" in regel


def test_empty_id(weiger):
    assert "rij 3: het id ontbreekt" in weiger("id,tekst\na,eerste\n,tweede\n")


def test_codebook_that_is_not_there(weiger):
    assert "dit codeboek is er niet" in weiger(GOED, "--codeboek", "nergens.tsv")


def test_codebook_without_themes(weiger, tmp_path_factory):
    leeg = tmp_path_factory.mktemp("codeboek") / "eigen.tsv"
    leeg.write_text("code\tnaam\tdefinitie\twel\tniet\n", encoding="utf-8")
    assert "eigen.tsv" in weiger(GOED, "--codeboek", str(leeg))


def test_examples_that_are_no_json(weiger, tmp_path_factory):
    stuk = tmp_path_factory.mktemp("voorbeelden") / "eigen.jsonl"
    stuk.write_text("{niet goed\n", encoding="utf-8")
    assert "regel 1" in weiger(GOED, "--voorbeelden", str(stuk))


def test_codebook_and_no_codebook_exclude_each_other(weiger):
    assert "maar niet allebei" in weiger(GOED, "--zonder-codeboek", "--codeboek", "x.tsv")


def test_output_that_is_a_file(tmp_path, capsys):
    bestand = tmp_path / "antwoorden.csv"
    bestand.write_text(GOED, encoding="utf-8")
    with pytest.raises(SystemExit) as stop:
        call_command("codeer", str(bestand), "--uit", str(bestand))
    assert stop.value.code == 2
    assert "is een bestand en geen map" in capsys.readouterr().err
    assert bestand.read_text(encoding="utf-8") == GOED


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
