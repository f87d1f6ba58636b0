"""`evalueer`: which figures a file gives, in words, as JSON and as a picture."""

import json
from dataclasses import replace

import pytest
from django.core.management import call_command
from lxml import etree

from codering.nlp.cache import Geheugencache
from codering.nlp.fragment import ignore_voortgang
from codering.nlp.types import Antwoordrij
from config.opdrachten.evaluatietekst import draw_ijkplaat, to_lines
from config.opdrachten.evalueer import Gereedschap, measure, to_json
from config.opdrachten.leercurve import split_helften, take_deel
from config.opdrachten.proefset import Kenmerk, Proefset
from tests.codering.nlp.nep import CODEBOEK, Nepembedder, build_voorbeelden

ZINNEN = (
    ("er zijn te weinig bomen en planten in het park", "groen", "Wat mist u?"),
    ("de auto rijdt te hard door de straat", "verkeer", "Wat mist u?"),
    ("de wachtlijst bij de huisarts", "zorg", "Waar loopt u tegenaan?"),
    ("geen idee", "", "Waar loopt u tegenaan?"),
)


def build_proefset(keer: int = 12) -> Proefset:
    rijen = [
        Antwoordrij(f"{nummer}-{plek}", f"{tekst} {nummer}" if code else tekst, vraag=vraag)
        for nummer in range(keer)
        for plek, (tekst, code, vraag) in enumerate(ZINNEN)
    ]
    return Proefset(
        naam="proef.csv",
        sha256="00",
        door="twee mensen",
        rijen=tuple(rijen),
        waar=tuple((code,) if code else () for _nummer in range(keer) for _tekst, code, _vraag in ZINNEN),
        soort=("knelpunt", "knelpunt", "wens", "") * keer,
        kwaliteit=("inhoudelijk", "inhoudelijk", "inhoudelijk", "weet_niet") * keer,
        per=(Kenmerk("kanaal", ("web", "web", "telefoon", "telefoon") * keer),),
    )


CACHE = Geheugencache()


def build_gereedschap() -> Gereedschap:
    return Gereedschap(CODEBOEK, build_voorbeelden(12), Nepembedder(), CACHE, ignore_voortgang)


@pytest.fixture(scope="module")
def evaluatie():
    return measure(build_proefset(), build_gereedschap())


def test_figures_with_and_without_the_question_stand_beside_tfidf(evaluatie):
    cijfers = json.loads(to_json(evaluatie))
    for naam in ("pijplijn", "zonder_vraag", "tfidf"):
        assert cijfers[naam]["macro_f1"] > 0.8, naam
        assert 0 <= cijfers[naam]["exact"] <= 1
    assert cijfers["pijplijn"]["macro_f1_laag"] <= cijfers["pijplijn"]["macro_f1"]
    assert cijfers["met_vraag"] is True
    assert cijfers["bestand"] == {"naam": "proef.csv", "sha256": "00", "rijen": 48, "door": "twee mensen"}


def test_a_file_without_questions_is_measured_once():
    proefset = build_proefset(2)
    kaal = replace(proefset, rijen=tuple(replace(rij, vraag="") for rij in proefset.rijen))
    evaluatie = measure(kaal, build_gereedschap())
    assert (evaluatie.zonder_vraag, evaluatie.leercurve) == (None, None)
    assert "zonder de vraag" in next(to_lines(evaluatie))


def test_confidence_bulk_quality_and_groups_are_told(evaluatie):
    uitslag = evaluatie.pijplijn
    assert uitslag.ijking.aantal == sum(bak.aantal for bak in uitslag.ijking.bakken) > 0
    assert uitslag.stapel.aantal == 48
    assert uitslag.stapel.kromme[-1].aantal == 36, "non-answers are not accepted"
    assert uitslag.kwaliteit is not None
    assert (uitslag.kwaliteit.juist, uitslag.kwaliteit.aantal) == (1.0, 48)
    assert [tabel.kolom for tabel in uitslag.per][:2] == ["kanaal", "lengte"]
    assert {groep.waarde: groep.aantal for groep in uitslag.per[0].groepen} == {"web": 24, "telefoon": 24}


def test_columns_that_are_not_there_are_not_told_about():
    proefset = replace(build_proefset(2), soort=(), kwaliteit=(), per=(), door="")
    tekst = "\n".join(to_lines(measure(proefset, build_gereedschap())))
    assert "soort:" not in tekst
    assert "kwaliteit:" not in tekst
    assert "is niet opgegeven" in tekst


def test_the_learning_curve_grows_on_both_sides():
    evaluatie = measure(build_proefset(3), build_gereedschap(), leercurve=True)
    curve = evaluatie.leercurve
    assert curve is not None
    assert [punt.deel for punt in curve.tfidf] == [0.25, 0.5, 0.75, 1.0]
    assert [punt.deel for punt in curve.eigen] == [0.0, 0.25, 0.5, 0.75, 1.0]
    assert curve.tfidf[-1].voorbeelden == len(build_voorbeelden(12))
    assert curve.eigen[0].voorbeelden == 0
    tekst = "\n".join(to_lines(evaluatie))
    assert "Leercurve van TF-IDF" in tekst
    assert "Leercurve van eigen besluiten" in tekst


def test_a_smaller_part_is_within_a_larger_one_and_halves_share_no_text():
    voorbeelden = build_voorbeelden(12)
    teksten = [v.tekst for v in voorbeelden]
    kwart, helft = (set(take_deel(voorbeelden, teksten, deel)) for deel in (0.25, 0.5))
    assert kwart < helft
    een, twee = split_helften([*teksten, teksten[0].upper()])
    assert sorted([*een, *twee]) == list(range(len(teksten) + 1))
    assert (0 in een) == (len(teksten) in een)


def test_rows_that_the_program_learnt_from_are_named():
    proefset = build_proefset(2)
    bekend = build_voorbeelden(12)[0].tekst.upper()
    met = replace(proefset, rijen=(replace(proefset.rijen[0], tekst=bekend), *proefset.rijen[1:]))
    evaluatie = measure(met, build_gereedschap())
    assert evaluatie.overlap == 1
    assert "Van 1 rijen staat de tekst ook in de voorbeelden" in "\n".join(to_lines(evaluatie))


def test_the_same_rows_in_another_order_give_the_same_figures(evaluatie):
    proefset = build_proefset()
    om = replace(
        proefset,
        rijen=proefset.rijen[::-1],
        waar=proefset.waar[::-1],
        soort=proefset.soort[::-1],
        kwaliteit=proefset.kwaliteit[::-1],
        per=(Kenmerk("kanaal", proefset.per[0].waarden[::-1]),),
    )
    assert to_json(measure(om, build_gereedschap())) == to_json(evaluatie)


def test_the_picture_says_in_words_what_it_shows(evaluatie):
    wortel = etree.fromstring(draw_ijkplaat(evaluatie))
    titel, uitleg = wortel[0], wortel[1]
    assert wortel.get("aria-labelledby").split() == [titel.get("id"), uitleg.get("id")]
    assert "twee mensen" in uitleg.text
    for bak in evaluatie.pijplijn.ijking.bakken:
        assert f"{bak.aantal} voorstellen" in uitleg.text


@pytest.mark.parametrize(
    ("opties", "wat"),
    [
        (["--soort", "s"], "rij 2: 'boos' in kolom 's' is niet bekend. Wel: knelpunt, "),
        (["--kwaliteit", "s"], "rij 2: 'boos' in kolom 's' is niet bekend. Wel: inhoudelijk, "),
        (["--soort", "leeg"], "kolom 'leeg' is leeg"),
        (["--per", "nr"], "kolom 'nr' heeft 41 verschillende waarden"),
        (["--per", "weg"], "kolom 'weg' staat niet in"),
        (["--ijkplaat", "."], "is geen bestand in een map die er is"),
        (["--codes", "leeg"], "staat geen enkele code"),
    ],
)
def test_a_column_that_cannot_be_used_is_refused_in_one_line(opties, wat, tmp_path, capsys):
    bestand = tmp_path / "in.csv"
    rijen = "".join(f"De lift is stuk,wonen,boos,{nummer},\n" for nummer in range(41))
    bestand.write_text(f"tekst,codes,s,nr,leeg\n{rijen}", encoding="utf-8")
    with pytest.raises(SystemExit) as stop:
        call_command("evalueer", str(bestand), *(["--codes", "codes", *opties]))
    assert stop.value.code == 2
    (regel,) = capsys.readouterr().err.splitlines()
    assert wat in regel
