"""What the documents say is there: links, commands, options, files, settings."""

import hashlib
import re
from functools import cache
from pathlib import Path

import pytest
from django.core.management import BaseCommand, get_commands, load_command_class

from tests.project.bestanden import PROJECTMAP, list_bestanden

DOCUMENTEN = [pad.relative_to(PROJECTMAP).as_posix() for pad in list_bestanden() if pad.suffix == ".md"]
LEESMIJ = ("README.md", "README.nl.md")
OPDRACHTEN = ("codeer", "evalueer", "maskeer")
BESLUITEN = PROJECTMAP / "docs" / "adr"
CODEBOEK = PROJECTMAP / "codering" / "codeboeken" / "sociale_basis"
KAMERS = (
    "advies|basis|bijeenkomsten|codering|config|docs|inzicht|organisaties|peilingen|scripts|templates|tests"
)
GEMAAKT = {"docs/metingen.md"}  # by `make bench`
ONDERDELEN = ("Context", "Options", "Decision", "Price")


@cache
def read_document(naam: str) -> str:
    return (PROJECTMAP / naam).read_text(encoding="utf-8")


def read_proza(naam: str) -> str:
    """Give a document without its fenced blocks."""
    return re.sub(r"^```.*?^```", "", read_document(naam), flags=re.MULTILINE | re.DOTALL)


def list_ankers(pad: Path) -> set[str]:
    """Give the anchors that the headings of a document make, as code hosts do."""
    koppen = re.findall(r"^#+ (.+)$", read_proza(pad.relative_to(PROJECTMAP).as_posix()), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", kop.lower()).replace(" ", "-") for kop in koppen}


def is_good_link(van: Path, doel: str) -> bool:
    pad, _, anker = doel.partition("#")
    bestand = (van.parent / pad).resolve() if pad else van
    if not bestand.exists() or not bestand.is_relative_to(PROJECTMAP):
        return False
    return not anker or anker in list_ankers(bestand)


@pytest.mark.parametrize("naam", DOCUMENTEN)
def test_links_lead_somewhere(naam):
    doelen = re.findall(r"\]\(([^)\s]+)\)", read_proza(naam))
    weg = [d for d in doelen if "://" not in d and not is_good_link(PROJECTMAP / naam, d)]
    assert weg == []


@pytest.mark.parametrize("naam", DOCUMENTEN)
def test_files_that_are_named_exist(naam):
    genoemd = re.findall(rf"`((?:{KAMERS})/[\w./-]*)`", read_document(naam))
    # A name with a wildcard or a placeholder is not matched.
    assert [pad for pad in genoemd if pad not in GEMAAKT and not (PROJECTMAP / pad).exists()] == []


@pytest.mark.parametrize("naam", DOCUMENTEN)
def test_commands_that_are_named_exist(naam):
    # A line may break between "manage.py" and the command.
    genoemd = set(re.findall(r"manage\.py\s+([a-z_]+)", read_document(naam)))
    assert genoemd <= set(get_commands())


@pytest.mark.parametrize("naam", DOCUMENTEN)
def test_make_targets_that_are_named_exist(naam):
    doelen = set(
        re.findall(r"^([a-z-]+):", (PROJECTMAP / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert set(re.findall(r"`make ([a-z]+)[` ]", read_document(naam))) <= doelen


@pytest.mark.parametrize("naam", DOCUMENTEN)
def test_settings_that_are_named_exist(naam):
    mappen = (PROJECTMAP / "config" / "settings", PROJECTMAP / "scripts")
    code = "".join(pad.read_text(encoding="utf-8") for map_ in mappen for pad in sorted(map_.glob("*.py")))
    genoemd = set(re.findall(r"GRONDVLAK_[A-Z_]+", read_document(naam)))
    assert {variabele for variabele in genoemd if f'"{variabele}"' not in code} == set()


def read_deel(tekst: str, kop: str) -> str:
    """Give what stands under a heading, until the next one."""
    return re.split(r"^#+ ", tekst.split(f"\n### {kop}\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]


def list_opties(opdracht: str) -> set[str]:
    """Give a command's own options, with their value as the help shows it."""
    gewoon = {
        optie for actie in BaseCommand().create_parser("", "")._actions for optie in actie.option_strings
    }
    acties = load_command_class("config", opdracht).create_parser("manage.py", opdracht)._actions
    return {
        f"{optie} {actie.metavar}".removesuffix(" None")
        for actie in acties
        for optie in actie.option_strings
        if optie not in gewoon
    }


@pytest.mark.parametrize("naam", LEESMIJ)
@pytest.mark.parametrize("opdracht", OPDRACHTEN)
def test_the_readme_has_exactly_the_options_of_a_command(naam, opdracht):
    genoemd = re.findall(r"^\| `(--[^`]+)` \|", read_deel(read_document(naam), opdracht), re.MULTILINE)
    assert set(genoemd) == list_opties(opdracht)
    assert len(genoemd) == len(set(genoemd))


@pytest.mark.parametrize("naam", LEESMIJ)
def test_the_first_example_runs_on_a_shipped_file(naam):
    regel = re.search(r"manage\.py codeer (\S+) (.+)", read_document(naam))
    assert regel is not None
    kolommen = (PROJECTMAP / regel[1]).read_text(encoding="utf-8").splitlines()[0].split(";")
    gekozen = re.findall(r"--(?:kolom|id|groep|vraag) (\S+)", regel[2])
    assert gekozen
    assert set(gekozen) <= set(kolommen)


def test_the_picture_of_the_letter_is_small_enough_to_load():
    assert (PROJECTMAP / "docs" / "beelden" / "adviesconcept.png").stat().st_size <= 120_000


def test_pictures_that_are_drawn_have_words_for_who_does_not_see_them():
    for pad in sorted((PROJECTMAP / "docs" / "beelden").glob("*.svg")):
        tekst = pad.read_text(encoding="utf-8")
        assert "<title " in tekst, pad.name
        assert "<desc " in tekst, pad.name
        assert "prefers-color-scheme: dark" in tekst, pad.name


def test_the_decisions_are_numbered_listed_and_complete():
    besluiten = sorted(pad.name for pad in BESLUITEN.glob("[0-9]*.md"))
    assert [naam[:4] for naam in besluiten] == [f"{nummer:04}" for nummer in range(1, len(besluiten) + 1)]
    assert re.findall(r"\]\((\d{4}-[^)]+)\)", read_document("docs/adr/README.md")) == besluiten
    for naam in [*besluiten, "template.md"]:
        tekst = (BESLUITEN / naam).read_text(encoding="utf-8")
        assert tuple(re.findall(r"^## (.+)$", tekst, re.MULTILINE)) == ONDERDELEN, naam


def test_the_fingerprints_of_the_codebook_are_right():
    tekst = (CODEBOEK / "README.md").read_text(encoding="utf-8")
    genoemd = dict(re.findall(r"^\| `([\w.]+)` \| `([0-9a-f]{64})` \|$", tekst, re.MULTILINE))
    echt = {
        pad.name: hashlib.sha256(pad.read_bytes()).hexdigest()
        for pad in CODEBOEK.iterdir()
        if pad.suffix in (".jsonl", ".tsv")
    }
    assert genoemd == echt


def test_the_counts_of_the_examples_are_right():
    tekst = (CODEBOEK / "README.md").read_text(encoding="utf-8")
    for naam, aantal in re.findall(r"^\| `(voorbeelden\w*\.jsonl)` \| (\d+) texts", tekst, re.MULTILINE):
        assert len((CODEBOEK / naam).read_text(encoding="utf-8").splitlines()) == int(aantal), naam
    assert len(re.findall(r"^\| `voorbeelden\w*\.jsonl` \| \d+ texts", tekst, re.MULTILINE)) == len(
        list(CODEBOEK.glob("voorbeelden*.jsonl"))
    )


@cache
def read_schermteksten() -> str:
    """Give all words that pages can show, with plain apostrophes and single spaces."""
    bronnen = [pad for pad in list_bestanden() if pad.suffix in (".html", ".py") and "tests" not in pad.parts]
    tekst = " ".join(pad.read_text(encoding="utf-8") for pad in bronnen)
    return re.sub(r"\s+", " ", tekst.replace("’", "'"))


@pytest.mark.parametrize("naam", [naam for naam in DOCUMENTEN if naam.startswith("docs/gids/")])
def test_what_a_guide_quotes_from_the_screen_is_there(naam):
    vet = {
        re.sub(r"\s+", " ", woorden.replace("’", "'"))
        for woorden in re.findall(r"\*\*(.+?)\*\*", read_document(naam), re.DOTALL)
    }
    aangehaald = {woorden for woorden in vet if not woorden.endswith(".")}
    assert sorted(woorden for woorden in aangehaald if woorden not in read_schermteksten()) == []
    assert aangehaald
