"""A codebook or examples that cannot be used: one line, and no long wait before it."""

import json

import pytest
from django.core.management import call_command

GOED = "id,tekst\n1,De lift is al weken kapot\n2,Ik mis een plek om koffie te drinken\n"
CODEBOEK = "code\tnaam\tdefinitie\twel\tniet\nwonen\tWonen\tDe woning.\tlift, huur\t\nzorg\tZorg\tDe dokter.\tarts\t\n"


@pytest.fixture
def weiger(tmp_path, capsys):
    """Run `codeer` with files of these contents and give the one line it refuses with."""

    def run(**inhoud):
        antwoorden = tmp_path / "antwoorden.csv"
        antwoorden.write_text(GOED, encoding="utf-8")
        opties = []
        for optie, tekst in inhoud.items():
            bestand = tmp_path / f"{optie}.txt"
            bestand.write_bytes(tekst if isinstance(tekst, bytes) else tekst.encode())
            opties += [f"--{optie}", str(bestand)]
        with pytest.raises(SystemExit) as stop:
            call_command("codeer", str(antwoorden), "--uit", str(tmp_path / "uit"), *opties)
        assert stop.value.code == 2
        regels = capsys.readouterr().err.splitlines()
        assert len(regels) == 1, regels
        assert not (tmp_path / "uit").exists()
        return regels[0]

    return run


@pytest.mark.parametrize(
    ("inhoud", "wat"),
    [
        ("", "geen thema's"),
        ("code\tnaam\tdefinitie\twel\tniet\n", "geen thema's"),
        ("naam\tdefinitie\nWonen\tDe woning.\n", "kolom code ontbreekt"),
        (CODEBOEK + "wonen\tNog eens\t\t\t\n", "wonen staat er meer dan eens in"),
        (CODEBOEK + "\tZonder code\t\t\t\n", "geen code"),
        (CODEBOEK + 'q\t"Open aanhaling\t\t\t\n', "aanhalingsteken"),
        (CODEBOEK.rsplit("\n", 2)[0], "maar één thema"),
        ("code\tcode\tnaam\na\tb\tWonen\n", "kolomnaam staat er twee keer"),
        (CODEBOEK + "x\t" + "n" * 200_000 + "\t\t\t\n", "veel te lang"),
        (bytes(range(256)), "codeboek.txt"),
    ],
)
def test_codebook(weiger, inhoud, wat):
    assert wat in weiger(codeboek=inhoud)


@pytest.mark.parametrize("optie", ["--codeboek", "--voorbeelden"])
@pytest.mark.parametrize("pad", ["nergens.txt", "", "x" * 400])
def test_a_file_that_is_not_there(optie, pad, tmp_path, capsys):
    (tmp_path / "antwoorden.csv").write_text(GOED, encoding="utf-8")
    with pytest.raises(SystemExit) as stop:
        call_command(
            "codeer", str(tmp_path / "antwoorden.csv"), "--uit", str(tmp_path / "uit"), optie, pad
        )  # fmt: skip
    assert stop.value.code == 2
    assert "is er niet" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("inhoud", "wat"),
    [
        ("", "leeg"),
        ("{niet goed\n", "regel 1"),
        ('{"tekst": "De lift"}\n', "regel 1"),
        ('["De lift", "wonen"]\n', "regel 1"),
        ('{"tekst": 3, "codes": ["wonen"]}\n', "regel 1"),
        ('{"tekst": NaN, "codes": ["wonen"]}\n', "regel 1"),
        ('{"tekst": "De lift", "codes": [3]}\n', "regel 1"),
        ('{"tekst": "De lift", "codes": ["wonen"], "vraag": 3}\n', "regel 1"),
        ("[" * 100_000, "regel 1"),
        ('{"tekst": "caf\u00e9", "codes": ["wonen"]}'.encode("cp1252"), "UTF-8"),
        (json.dumps({"tekst": "De lift", "codes": ["vervoer"]}), "geen enkele code staat in het codeboek"),
    ],
)
def test_examples(weiger, inhoud, wat):
    regel = weiger(codeboek=CODEBOEK, voorbeelden=inhoud)
    assert wat in regel
    assert "voorbeelden.txt" in regel


def test_codes_of_examples_outside_the_codebook_are_named(tmp_path, capsys):
    (tmp_path / "antwoorden.csv").write_text(GOED, encoding="utf-8")
    (tmp_path / "codeboek.tsv").write_text(CODEBOEK, encoding="utf-8")
    regels = [
        {"tekst": "De lift is stuk", "codes": ["wonen"]},
        {"tekst": "De dokter luistert niet", "codes": ["zorg"]},
        {"tekst": "De bus rijdt niet meer", "codes": ["vervoer"]},
    ]
    voorbeelden = tmp_path / "voorbeelden.jsonl"
    voorbeelden.write_text("\n".join(json.dumps(regel) for regel in regels), encoding="utf-8")
    call_command(
        "codeer", str(tmp_path / "antwoorden.csv"), "--uit", str(tmp_path / "uit"),
        "--codeboek", str(tmp_path / "codeboek.tsv"), "--voorbeelden", str(voorbeelden),
    )  # fmt: skip
    assert "staan niet in het codeboek en tellen niet mee: vervoer." in capsys.readouterr().out


def test_codebook_and_no_codebook_exclude_each_other(tmp_path, capsys):
    (tmp_path / "antwoorden.csv").write_text(GOED, encoding="utf-8")
    with pytest.raises(SystemExit):
        call_command(
            "codeer", str(tmp_path / "antwoorden.csv"), "--uit", str(tmp_path / "uit"),
            "--zonder-codeboek", "--codeboek", "x.tsv",
        )  # fmt: skip
    assert "maar niet allebei" in capsys.readouterr().err
