"""The tables of the method page and of the codebook's page follow what was measured and counted."""

import re

import pytest

from codering.nlp.codeboek import load_codeboek
from scripts.bench.evaluatie import describe
from scripts.codeboek import DOCUMENT as CODEBOEKDOCUMENT
from scripts.codeboek import Rij, compare, read_rijen
from scripts.codeboek import render as render_codeboek
from scripts.methode import DOCUMENT, number, render

PUNT = {"drempel": 0.8, "aandeel": 0.34, "exact": 0.975, "laag": 0.95, "hoog": 0.99, "aantal": 200}
BAK = {"zekerheid": 0.8, "juist": 0.78, "laag": 0.7, "hoog": 0.85, "aantal": 90}
KLASSE = {"code": "wens", "aantal": 9, "precisie": 1.0, "vangst": 0.5, "f1": 0.667}
GROEP = {
    "waarde": "mail_of_telefoon", "aantal": 60, "themas": 7, "macro_f1": 0.7, "micro_f1": 0.71, "exact": 0.5,
    "verschil": -0.08, "laag": -0.12, "hoog": -0.01,
}  # fmt: skip
KLEIN = {**GROEP, "waarde": "", "macro_f1": None, "verschil": None, "laag": None, "hoog": None}


def build_cijfers(naam: str, **rest):
    thema = {"code": "wonen", "aantal": 40, "precisie": 0.8, "vangst": 0.7, "f1": 0.747}
    basis = {
        "macro_f1": 0.55,
        "micro_f1": 0.56,
        "map": 0.6,
        "exact": 0.3,
        "per_thema": [thema],
        "aantal": 700,
    }
    eigen = {
        **basis, "macro_f1": 0.812, "macro_f1_laag": 0.79, "macro_f1_hoog": 0.83, "soort": None, "kwaliteit": None,
        "ijking": {"ece": 0.041, "aantal": 900, "bakken": [BAK]},
        "stapel": {"meegeleverd": PUNT, "gekruist": None, "kromme": [PUNT]},
        "per": [{"kolom": "kanaal", "groepen": [GROEP, KLEIN]}],
    }  # fmt: skip
    return {
        "bestand": {"naam": naam, "rijen": 700, "door": "twee taalmodellen"}, "overlap": 2, "voorbeelden": 11368,
        "herkomst": {"embedder": "grondvlak-1"}, "tfidf": basis, "zonder_vraag": basis, "pijplijn": {**eigen, **rest},
    }  # fmt: skip


@pytest.fixture
def tekst():
    return render(
        DOCUMENT.read_text(encoding="utf-8"), [build_cijfers("proef.jsonl"), build_cijfers("ander.csv")]
    )


def test_the_figures_come_with_who_wrote_and_who_coded(tekst):
    assert "- **proef.jsonl**: twee taalmodellen. Van 2 van de 700 uitspraken" in tekst
    assert "| ander.csv | 700 | 0,81 | 0,79 tot 0,83 | 0,56 |" in tekst
    assert "| wonen | 40 | 0,80 | 0,70 | 0,75 | 0,75 |" in tekst


def test_confidence_and_accepting_together_are_told(tekst):
    assert "wijkt gemiddeld 0,04 af" in tekst
    assert "| ander.csv | van het programma | 0,80 | 34 % | 98 % | 95 % tot 99 % |" in tekst


def test_a_group_that_fares_worse_is_named_and_a_small_one_is_not_judged(tekst):
    assert "| mail of telefoon | 60 | 0,70 | −0,08 | −0,12 tot −0,01 | 0,71 | 50 % |" in tekst
    assert "| niet bekend | 60 | te weinig | - | - |" in tekst
    assert "Duidelijk minder goed bij: mail of telefoon." in tekst


def test_what_a_file_does_not_have_gets_no_figure(tekst):
    assert "In proef.jsonl staat niet de soort, dus daarover is hier geen cijfer." in tekst
    soort = {"juist": 0.8, "macro_f1": 0.7, "aantal": 9, "per_klasse": [KLASSE]}
    met = render(DOCUMENT.read_text(encoding="utf-8"), [build_cijfers("proef.jsonl", soort=soort)])
    assert "| wens | 9 | 1,00 | 0,50 | 0,67 |" in met


def test_filling_twice_is_the_same_as_once(tekst):
    assert render(tekst, [build_cijfers("proef.jsonl"), build_cijfers("ander.csv")]) == tekst


def test_figures_are_written_the_dutch_way():
    assert [number(0.8), number(-0.001, teken=True), number(-0.08, teken=True)] == ["0,80", "+0,00", "−0,08"]


def test_the_page_of_the_codebook_counts_the_shipped_files():
    tekst = CODEBOEKDOCUMENT.read_text(encoding="utf-8")
    assert render_codeboek(tekst, read_rijen(), load_codeboek().codes) == tekst, (
        "run python -m scripts.codeboek"
    )


def test_agreement_of_two_coders_worked_by_hand():
    def rij(eerste: str, tweede: str) -> Rij:
        return Rij("x", frozenset(eerste), frozenset(tweede), tuple(eerste), False, ("", "", ""))

    gelijk = compare([rij("a", "a"), rij("a", "b"), rij("b", "b"), rij("", "")], "a")
    assert (gelijk.eerste, gelijk.tweede) == (2, 1)
    assert gelijk.f1 == pytest.approx(2 / 3)
    assert gelijk.kappa == pytest.approx((0.75 - 0.5) / 0.5)


def test_the_bench_names_the_weakest_theme_and_what_can_be_accepted():
    namen = {meting.naam: meting.waarde for meting in describe(build_cijfers("proef.jsonl"))}
    assert namen["proef.jsonl: laagste F1 van een thema (wonen)"] == 0.747
    assert namen["proef.jsonl: samen over te nemen, drempel van het programma"] == 0.34
    assert not [naam for naam in namen if re.search("gekruist|soort", naam)]
