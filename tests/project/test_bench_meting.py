"""docs/metingen.md: sections have a place of their own, and what people write beside them stays."""

from scripts.bench.keten import Klok
from scripts.bench.meting import Meting, Sectie, Tabel, merge_secties
from scripts.bench.stof import build_antwoorden
from scripts.bench.taal import describe

SECTIE = Sectie(
    "Snelheid",
    "Op één machine.",
    (Meting("lezen", 2.0, "s", doel=3.0, basis=1.0),),
    (Tabel("Per stap", ("stap", "seconden"), (("lezen", "2,00"),)),),
)


def test_a_section_is_written_with_its_tables():
    assert SECTIE.render("2 kernen").splitlines() == [
        "## Snelheid", "", "Op één machine.", "", "Gemeten op 2 kernen.", "",
        "| meting | uitkomst | doel | tegen de eenvoudige manier |", "|---|---:|---|---|",
        "| lezen | 2,00 s | ≤ 3,00 gehaald | 2,00 × 1,00 |", "",
        "### Per stap", "", "| stap | seconden |", "|---|---:|", "| lezen | 2,00 |",
    ]  # fmt: skip


def test_sections_leave_each_other_and_what_people_wrote():
    tekst = merge_secties("", {"een": "## Een\n\noud", "twee": "## Twee"})
    tekst = tekst.replace("<!-- begin twee -->", "Door een mens geschreven.\n\n<!-- begin twee -->")
    nieuw = merge_secties(tekst, {"een": "## Een\n\nnieuw"})
    assert nieuw == tekst.replace("oud", "nieuw")
    assert merge_secties(nieuw, {"een": "## Een\n\nnieuw"}) == nieuw
    assert nieuw.startswith("# Metingen\n")


def test_answers_to_measure_on_differ_and_are_always_the_same():
    antwoorden = build_antwoorden(300)
    assert len({tekst for _vraag, tekst in antwoorden}) == 300
    assert build_antwoorden(200) == antwoorden[:200]


def test_a_step_within_a_step_is_counted_once():
    klok = Klok()
    klok("Zinnen splitsen", 0, 2)
    assert klok.time("kwaliteit", lambda: "ja") == "ja"
    klok("Zinnen splitsen", 2, 2)
    klok("Groepen zoeken", 0, 2)
    klok.stop()
    assert list(klok.duur) == ["kwaliteit", "splitsen", "groeperen"]
    assert all(regel["seconden"] >= 0 for regel in klok.duur.values())


def test_the_section_tells_each_step_and_the_ratio_to_the_simple_way():
    stap = {"seconden": 2.0, "cpu": 3.0, "piek": 100.0}
    stappen = ("afschermen", "splitsen", "kwaliteit", "inbedden", "voorstellen", "groeperen", "namen")
    keten = {
        "uitspraken": 1_200,
        "koud": dict.fromkeys(stappen, stap),
        "warm": {"namen": stap},
        "piek": 100.0,
    }
    eenvoudig = {"koud": {"groeperen": {"seconden": 0.5}}, "piek": 50.0}
    opslag = {"koud": {"analyse na de avond": stap, "opslaan": stap}, "uitspraken": 1_200, "piek": 120.0}
    metingen, (koud, warm, database) = describe(10_000, keten, eenvoudig, opslag, None)
    assert metingen[0] == Meting("10.000: van antwoord tot groep, koud", 14.0, "s", doel=60.0)
    assert [rij[0] for rij in koud.rijen] == list(stappen)
    assert koud.rijen[5] == ("groeperen", "2,00", "600", "3,00", "100", "4,00 × 0,50 s")
    assert [rij[0] for rij in (*warm.rijen, *database.rijen)] == ["namen", "analyse na de avond", "opslaan"]
    bertopic = {"seconden": 8.0, "piek": 900.0, "groepen": 12}
    metingen, _tabellen = describe(10_000, keten, eenvoudig, opslag, bertopic)
    assert metingen[-2].basis == 8.0
