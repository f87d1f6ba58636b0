"""`codeer` from file to folder, with a small codebook so that it is quick; the words are the real pipeline's."""

import csv
import json

import pytest
from django.core.management import call_command
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from basis.tabel import read_tabel, write_csv, write_ods, write_xlsx
from codering.nlp.cache import Geheugencache
from codering.nlp.fragment import ignore_voortgang
from codering.nlp.types import Antwoordrij
from config.opdrachten.codeer import analyse_rijen
from config.opdrachten.invoer import clean_vraag
from tests.basis.tabel.maken import xlsx, xrij, xtekst
from tests.codering.nlp.nep import CODEBOEK as NEP
from tests.codering.nlp.nep import Nepembedder, build_voorbeelden

KOP = ("nr", "antwoord", "buurt")
LIFT = [
    "De lift is kapot en niemand maakt hem",
    "lift weer stuk, zeven hoog met boodschappen",
    "Schimmel in de badkamer",
]
KOFFIE = [
    "Ik mis een plek om koffie te drinken",
    "koffie met de buren in het buurthuis",
    "Het buurthuis is altijd dicht",
]
RIJEN = [
    *((f"w{i}", tekst, "Noord") for i, tekst in enumerate(LIFT)),
    *((f"o{i}", tekst, "Zuid") for i, tekst in enumerate(KOFFIE)),
    ("n1", "geen idee", "Zuid"),
    ("n2", "", "Noord"),
]
CODEBOEK = (
    "code\tnaam\tdefinitie\twel\tniet\n"
    "wonen\tWonen\tDe woning, lift en schimmel.\tlift kapot, schimmel, huur\t\n"
    "ontmoeting\tOntmoeting\tElkaar ontmoeten.\tbuurthuis, koffie drinken\t\n"
)
VOORBEELDEN = [
    *(
        {"tekst": f"de lift in portiek {i} is kapot en er zit schimmel", "codes": ["wonen"]}
        for i in range(12)
    ),
    *({"tekst": f"koffie drinken in buurthuis {i} met buren", "codes": ["ontmoeting"]} for i in range(12)),
    *({"tekst": f"bus {i} komt te laat", "codes": []} for i in range(6)),
]


@pytest.fixture(scope="module")
def bronnen(tmp_path_factory):
    map_ = tmp_path_factory.mktemp("bronnen")
    (map_ / "codeboek.tsv").write_text(CODEBOEK, encoding="utf-8")
    regels = "\n".join(json.dumps(voorbeeld) for voorbeeld in VOORBEELDEN)
    (map_ / "voorbeelden.jsonl").write_text(regels, encoding="utf-8")
    (map_ / "a.csv").write_bytes("\r\n".join(";".join(rij) for rij in (KOP, *RIJEN)).encode("cp1252"))
    write_csv(map_ / "b.csv", KOP, RIJEN)
    write_xlsx(map_ / "a.xlsx", KOP, RIJEN)
    write_ods(map_ / "a.ods", KOP, RIJEN)
    return map_


@pytest.fixture(scope="module")
def codeer(bronnen):
    def run(naam, uit, *opties):
        call_command(
            "codeer", str(bronnen / naam), "--uit", str(uit), "--kolom", "antwoord", "--id", "nr",
            "--codeboek", str(bronnen / "codeboek.tsv"), "--voorbeelden", str(bronnen / "voorbeelden.jsonl"), *opties,
            verbosity=0,
        )  # fmt: skip
        return uit

    return run


@pytest.fixture(scope="module")
def uitkomst(codeer, tmp_path_factory):
    return codeer("a.csv", tmp_path_factory.mktemp("uit") / "map")


def lees(pad):
    with pad.open(encoding="utf-8", newline="") as bestand:
        return list(csv.DictReader(bestand))


def test_all_files_are_there(uitkomst):
    assert sorted(pad.name for pad in uitkomst.iterdir()) == [
        "adviesconcept.docx", "adviesconcept.pdf", "clusters.csv", "codering.csv", "herkomst.json",
        "kruistabel.csv", "status.csv", "themas.csv",
    ]  # fmt: skip


def test_every_row_has_one_status(uitkomst):
    statussen = lees(uitkomst / "status.csv")
    assert [rij["id"] for rij in statussen] == [rij[0] for rij in RIJEN]
    assert {rij["id"]: rij["status"] for rij in statussen}["n1"] == "geen_antwoord"
    assert {rij["id"]: rij["status"] for rij in statussen}["n2"] == "geen_antwoord"
    assert sum(json.loads((uitkomst / "herkomst.json").read_text())["statussen"].values()) == len(RIJEN)


def test_themes_are_proposed_with_confidence(uitkomst):
    codering = {(rij["id"], rij["thema"]): float(rij["zekerheid"]) for rij in lees(uitkomst / "codering.csv")}
    assert ("w0", "wonen") in codering
    assert ("o1", "ontmoeting") in codering
    assert all(0 <= zekerheid <= 1 for zekerheid in codering.values())
    assert not {sleutel for sleutel in codering if sleutel[0].startswith("n")}


def test_theme_counts_agree_with_the_codings(uitkomst):
    codering = lees(uitkomst / "codering.csv")
    for thema in lees(uitkomst / "themas.csv"):
        aantal = sum(rij["thema"] == thema["thema"] for rij in codering)
        assert int(thema["aantal"]) == aantal
        assert float(thema["aandeel"]) == pytest.approx(aantal / 6, abs=1e-4)


def test_every_row_is_in_the_groups_file_once(uitkomst):
    assert [rij["id"] for rij in lees(uitkomst / "clusters.csv")] == [rij[0] for rij in RIJEN]


def test_small_counts_are_hidden_per_buurt(uitkomst):
    for rij in lees(uitkomst / "kruistabel.csv"):
        assert {"Noord", "Zuid"} <= set(rij)
        assert not {"1", "2", "3", "4"} & {rij["Noord"], rij["Zuid"]}


def test_the_letter_holds_the_figures(uitkomst):
    tekst = "\n".join(blad.extract_text() for blad in PdfReader(uitkomst / "adviesconcept.pdf").pages)
    assert "Betreft:" in tekst
    assert "van de 6 inzenders" in tekst
    assert "Wonen" in tekst


TABELLEN = ("codering.csv", "status.csv", "clusters.csv", "themas.csv", "kruistabel.csv")


@pytest.mark.parametrize("naam", ["a.csv", "b.csv", "a.xlsx", "a.ods"])
def test_any_kind_of_file_gives_the_same_bytes(naam, codeer, uitkomst, tmp_path):
    anders = codeer(naam, tmp_path / "uit")
    for tabel in TABELLEN:
        assert (anders / tabel).read_bytes() == (uitkomst / tabel).read_bytes(), tabel


def test_the_order_of_the_rows_does_not_matter(bronnen, codeer, uitkomst, tmp_path):
    write_csv(bronnen / "om.csv", KOP, list(reversed(RIJEN)))
    om = codeer("om.csv", tmp_path / "uit")
    for tabel in TABELLEN:
        assert sorted((om / tabel).read_text().splitlines()) == sorted(
            (uitkomst / tabel).read_text().splitlines()
        )


def test_again_into_the_same_folder(codeer, bronnen, tmp_path):
    uit = codeer("a.csv", tmp_path / "uit")
    (uit / "eigen-aantekening.txt").write_text("blijft", encoding="utf-8")
    codeer("a.csv", uit)
    assert (uit / "eigen-aantekening.txt").read_text(encoding="utf-8") == "blijft"


def test_intervals_only_when_asked(codeer, tmp_path):
    kop = (codeer("a.csv", tmp_path / "uit", "--steekproef") / "themas.csv").read_text().splitlines()[0]
    assert kop.endswith(",laag,hoog")


def test_without_ids_the_row_numbers_count(bronnen, tmp_path):
    write_csv(bronnen / "kaal.csv", ("tekst",), [("De lift is stuk",), ("Koffie met buren",)])
    call_command(
        "codeer", str(bronnen / "kaal.csv"), "--uit", str(tmp_path / "uit"), "--zonder-codeboek", verbosity=0
    )
    assert [rij["id"] for rij in lees(tmp_path / "uit" / "status.csv")] == ["2", "3"]
    assert lees(tmp_path / "uit" / "codering.csv") == []


@pytest.mark.parametrize(
    "teksten",
    [
        ["Eén rij"],
        ["weet niet"] * 4,
        ["=1+1", "@SUM(A1)", "-2+3"],
        ["lang " * 10_000],
        ["zelfde"] * 30,
        ["😀", "…", "?"],
    ],
    ids=["one row", "only non-answers", "formulas", "50,000 characters", "all the same", "signs"],
)
def test_odd_but_sensible_input(teksten, bronnen, tmp_path):
    write_csv(bronnen / "vreemd.csv", ("tekst",), [(tekst,) for tekst in teksten])
    call_command(
        "codeer", str(bronnen / "vreemd.csv"), "--uit", str(tmp_path / "uit"),
        "--codeboek", str(bronnen / "codeboek.tsv"), "--voorbeelden", str(bronnen / "voorbeelden.jsonl"), verbosity=0,
    )  # fmt: skip
    assert len(lees(tmp_path / "uit" / "status.csv")) == len(teksten)


LIFT_FORMULE = '<c t="str"><f>B9</f><v>De lift is weer kapot</v></c>'


@pytest.mark.parametrize(
    ("inhoud", "ids"),
    [
        ("id;tekst\na;café dicht\n".encode() + b"b;caf\xe9 open\n", ["a", "b"]),
        ("id\ttekst\na\tcafé dicht\n".encode("utf-16"), ["a"]),
        (xlsx(xrij(xtekst("tekst")) + xrij(LIFT_FORMULE) + xrij("<c><f>B9</f></c>")), ["2", "3"]),
        (xlsx(xrij(xtekst("tekst")) + xrij(xtekst("De lift")) + "<row/>" * 1_000_000), ["2"]),
        ('id,tekst\n"a\nb",De \x07\u200blift \U0001f600\n'.encode(), ["a\nb"]),
        (f"id,tekst\n{'x' * 10_000},De lift is kapot\n".encode(), ["x" * 10_000]),
        (b'{"id": 1, "tekst": "De lift \\u0000\\ud800"}\n', ["1"]),
    ],
    ids=["mixed", "UTF-16", "formula cells", "empty rows", "control characters", "long id", "surrogates"],
)
def test_odd_files_give_every_row_a_status(inhoud, ids, bronnen, tmp_path):
    (bronnen / "raar").write_bytes(inhoud)
    call_command(
        "codeer", str(bronnen / "raar"), "--uit", str(tmp_path / "uit"), "--zonder-codeboek", verbosity=0
    )
    assert [rij["id"] for rij in lees(tmp_path / "uit" / "status.csv")] == ids


def test_names_of_groups_are_no_formulas(bronnen, tmp_path):
    buurten = ["=1+1", "@SUM(A1)", "+31", "Noord"]
    rijen = [("De lift is kapot en er is schimmel", buurt) for buurt in buurten for _keer in range(8)]
    write_xlsx(bronnen / "buurten.xlsx", ("tekst", "buurt"), rijen)
    call_command(
        "codeer", str(bronnen / "buurten.xlsx"), "--uit", str(tmp_path / "uit"),
        "--codeboek", str(bronnen / "codeboek.tsv"), "--voorbeelden", str(bronnen / "voorbeelden.jsonl"), verbosity=0,
    )  # fmt: skip
    kop = (tmp_path / "uit" / "kruistabel.csv").read_text(encoding="utf-8").splitlines()[0]
    assert {"'=1+1", "'@SUM(A1)", "'+31", "Noord"} <= set(kop.split(","))
    assert set(buurten) <= set(read_tabel(tmp_path / "uit" / "kruistabel.csv").kolommen)


GRONDVRAAG = "Hoe komt u rond?"


@pytest.mark.parametrize(
    ("cel", "vraag"),
    [
        ("  Hoe komt u\n rond? ", GRONDVRAAG),
        ("3. Hoe komt u rond?", GRONDVRAAG),
        ("Vraag 12b: Hoe komt u rond?", GRONDVRAAG),
        ("<p class='v'><b>Hoe komt&nbsp;u rond?</b></p>", GRONDVRAAG),
        ("Hoe komt u\x1f rond?", GRONDVRAAG),
        ("V12", ""),
        ("q3_anders", ""),
        ("12", ""),
        ("?", ""),
        ("Opmerkingen", "Opmerkingen"),
        ("24 uur per dag open, wat vindt u daarvan?", "24 uur per dag open, wat vindt u daarvan?"),
        ("Bu mahallede neyi özlüyorsunuz?", "Bu mahallede neyi özlüyorsunuz?"),
        ("ماذا ينقصك في الحي؟", "ماذا ينقصك في الحي؟"),
    ],
)
def test_questions_come_in_many_forms(cel, vraag):
    assert clean_vraag(cel) == vraag


@given(st.text(max_size=200))
def test_any_cell_can_be_a_question(cel):
    vraag = clean_vraag(cel)
    assert vraag.isprintable()
    assert vraag == vraag.strip()


def analyse_met_vraag(rijen):
    resultaat = analyse_rijen(
        [Antwoordrij(id_, tekst, vraag=clean_vraag(vraag)) for id_, tekst, vraag in rijen],
        NEP,
        build_voorbeelden(12),
        embedder=Nepembedder(),
        cache=Geheugencache(),
        steekproef=False,
        progress=ignore_voortgang,
    )
    return {u.rij.id: (u.status, u.themas, u.groep, u.uitkomsten[0].scores) for u in resultaat.rijen}


def test_the_same_words_after_another_question_are_another_answer():
    kort = "dat is te duur"
    rijen = [
        ("1", kort, "Hoe staat het met de bomen en planten?"),
        ("2", kort, "Hoe lang is de wachtlijst bij de huisarts?"),
        ("3", kort, "2. Hoe lang is de wachtlijst bij de huisarts?"),
        ("4", kort, ""),
        *((f"v{n}", f"de auto rijdt te hard in straat {n}", "Wat mist u?") for n in range(16)),
    ]
    uitkomst = analyse_met_vraag(rijen)
    scores = {id_: uitkomst[id_][3] for id_ in "1234"}
    assert len({scores["1"], scores["2"], scores["4"]}) == 3
    assert uitkomst["2"] == uitkomst["3"]
    assert analyse_met_vraag(rijen[::-1]) == uitkomst


def test_mask_writes_places_and_a_masked_copy(tmp_path):
    bestand = tmp_path / "in.csv"
    write_csv(bestand, ("id", "tekst"), [("a", "Bel mevrouw Jansen op 06-12345678"), ("b", "Niets hier")])
    call_command("maskeer", str(bestand), "--uit", str(tmp_path / "uit.csv"), verbosity=0)
    plekken = lees(tmp_path / "uit.csv")
    assert [(rij["id"], rij["soort"]) for rij in plekken] == [("a", "naam"), ("a", "telefoon")]
    tekst = "Bel mevrouw Jansen op 06-12345678"
    assert tekst[int(plekken[1]["begin"]) : int(plekken[1]["eind"])] == "06-12345678"
    assert "12345678" not in (tmp_path / "uit.gemaskeerd.csv").read_text(encoding="utf-8")


def test_mask_keeps_the_names_of_places_that_are_given(tmp_path):
    bestand = tmp_path / "in.csv"
    write_csv(bestand, ("id", "tekst"), [("a", "In huiskamer Jan de Wit hielp Jan de Wit mij")])
    namen = ("--vrij", "Huiskamer Jan de Wit", "--vrij", "De Boei")
    call_command("maskeer", str(bestand), "--uit", str(tmp_path / "uit.csv"), *namen, verbosity=0)
    schoon = lees(tmp_path / "uit.gemaskeerd.csv")
    assert [rij["tekst"] for rij in schoon] == ["In huiskamer Jan de Wit hielp [naam] mij"]


def test_mask_never_writes_over_its_input(tmp_path, capsys):
    bestand = tmp_path / "in.gemaskeerd.csv"
    write_csv(bestand, ("id", "tekst"), [("a", "Bel mevrouw Jansen")])
    inhoud = bestand.read_bytes()
    for uit in (bestand, tmp_path / "in.csv", tmp_path / "weg" / "uit.csv", tmp_path):
        with pytest.raises(SystemExit) as stop:
            call_command("maskeer", str(bestand), "--uit", str(uit))
        assert stop.value.code == 2
        assert len(capsys.readouterr().err.splitlines()) == 1
    assert [pad.name for pad in tmp_path.iterdir()] == [bestand.name]
    assert bestand.read_bytes() == inhoud


def test_evaluate_prints_both_beside_each_other(tmp_path, capsys):
    bestand = tmp_path / "gecodeerd.csv"
    write_csv(
        bestand,
        ("tekst", "codes", "vraag"),
        [
            ("De lift is weer stuk", "wonen", "Uw woning?"),
            ("Koffie in het buurthuis", "ontmoeting", "Wat mist u?"),
        ],
    )
    call_command(
        "evalueer", str(bestand), "--codes", "codes", "--vraag", "vraag", "--json", str(tmp_path / "m.json")
    )
    uit = capsys.readouterr().out
    assert all(
        woord in uit
        for woord in ("macro-F1", "micro-F1", "mAP", "TF-IDF", "met de vraag erbij", "ontmoeting")
    )
    cijfers = json.loads((tmp_path / "m.json").read_text(encoding="utf-8"))
    assert set(cijfers) >= {"pijplijn", "tfidf"}
