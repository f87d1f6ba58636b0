import random

import numpy as np

from codering.nlp.suggest import Themamodel, merge_voorbeelden, split_codeboek
from codering.nlp.types import Codeboek, Themadefinitie, Trefwoord, Voorbeeld
from tests.codering.nlp.nep import CODEBOEK, Nepembedder, build_voorbeelden

PROEF = (
    "te weinig bomen en struiken hier",
    "de huisarts heeft een wachtlijst",
    "auto en fiets in de straat",
    "koffie",
)


def embed_paren(teksten, vragen):
    return Nepembedder().embed([f"{vraag} {tekst}" for tekst, vraag in zip(teksten, vragen, strict=True)])


def suggest(model: Themamodel, *teksten: str, vraag: str = ""):
    vragen = [vraag] * len(teksten)
    return model.suggest(teksten, vragen, embed_paren(teksten, vragen))


def test_learns_from_examples():
    _, voorstellen = suggest(Themamodel(CODEBOEK, build_voorbeelden(), embed_paren), *PROEF)
    assert [[v.code for v in per_tekst] for per_tekst in voorstellen] == [
        ["groen"],
        ["zorg"],
        ["verkeer"],
        [],
    ]


def test_two_themes_in_one_statement_are_both_proposed():
    model = Themamodel(CODEBOEK, build_voorbeelden(), embed_paren)
    _, (voorstellen,) = suggest(model, "te weinig bomen en struiken en te weinig huisarts en wachtlijst")
    assert {v.code for v in voorstellen} == {"groen", "zorg"}


def test_says_which_words_weighed_as_they_were_written():
    model = Themamodel(CODEBOEK, build_voorbeelden(), embed_paren)
    _, (voorstellen,) = suggest(model, "Te weinig BOMEN en struiken in 2024")
    assert set(voorstellen[0].woorden) >= {"bomen", "struiken"}
    assert "2024" not in voorstellen[0].woorden


def test_every_theme_gets_a_score_and_proposals_are_sorted():
    scores, voorstellen = suggest(Themamodel(CODEBOEK, build_voorbeelden(), embed_paren), *PROEF)
    assert scores.shape == (4, 3)
    assert ((scores >= 0) & (scores <= 1)).all()
    for rij, per_tekst in zip(scores, voorstellen, strict=True):
        zekerheden = [v.zekerheid for v in per_tekst]
        assert zekerheden == sorted(zekerheden, reverse=True)
        assert all(v.zekerheid == rij[CODEBOEK.codes.index(v.code)] for v in per_tekst)


def test_order_of_examples_and_company_make_no_difference():
    voorbeelden = list(build_voorbeelden())
    scores, _ = suggest(Themamodel(CODEBOEK, voorbeelden, embed_paren), *PROEF)
    random.Random(5).shuffle(voorbeelden)
    anders, _ = suggest(Themamodel(CODEBOEK, [*voorbeelden, voorbeelden[3]], embed_paren), PROEF[1])
    assert (scores[1] == anders[0]).all()


def test_works_with_a_codebook_alone():
    _, voorstellen = suggest(Themamodel(CODEBOEK, (), embed_paren), "meer bomen", "de huisarts")
    assert [per_tekst[0].code for per_tekst in voorstellen] == ["groen", "zorg"]


def test_telling_words_count_as_examples():
    met = Codeboek("w", "1", CODEBOEK.themas, (Trefwoord("zorg", "rollator", 3),))
    assert Voorbeeld("rollator", ("zorg",), gewicht=0.8) in split_codeboek(met)
    zonder, _ = suggest(Themamodel(CODEBOEK, build_voorbeelden(), embed_paren), "rollator")
    scores, _ = suggest(Themamodel(met, build_voorbeelden(), embed_paren), "rollator")
    assert scores[0][2] > zonder[0][2] + 0.2


def test_a_decision_of_their_own_outweighs_the_shipped_example():
    ooit = Voorbeeld("Een  bankje", ("groen",))
    eigen = Voorbeeld("een bankje", ("zorg",), gewicht=3.0)
    assert merge_voorbeelden([eigen, ooit], 10) == [eigen]
    assert merge_voorbeelden([ooit, Voorbeeld("een bankje", ())], 10) == [Voorbeeld("een bankje", ())]


def test_of_too_many_examples_the_heaviest_stay():
    voorbeelden = [Voorbeeld(str(nummer), ("groen",), gewicht=1.0 + nummer % 2) for nummer in range(10)]
    assert [v.tekst for v in merge_voorbeelden(voorbeelden, 5)] == ["1", "3", "5", "7", "9"]


def test_the_question_weighs_where_it_is_known():
    def ask(code: str) -> str:
        return "wat mist u op straat" if code == "verkeer" else "hoe gaat het met u"

    voorbeelden = [Voorbeeld(v.tekst, v.codes, ask("".join(v.codes))) for v in build_voorbeelden()]
    model = Themamodel(CODEBOEK, voorbeelden, embed_paren)
    met, _ = suggest(model, "te weinig", vraag="wat mist u op straat")
    anders, _ = suggest(model, "te weinig", vraag="hoe gaat het met u")
    onbekend, _ = suggest(model, "te weinig")
    assert met[0][1] > anders[0][1]
    assert np.isfinite(onbekend).all()


def test_no_texts_no_proposals():
    scores, voorstellen = suggest(Themamodel(CODEBOEK, (), embed_paren))
    assert (scores.shape, voorstellen) == ((0, 3), ())


def test_examples_with_codes_of_another_codebook_do_no_harm():
    vreemd = [Voorbeeld(v.tekst, ("iets_anders",)) for v in build_voorbeelden()]
    scores, _ = suggest(Themamodel(CODEBOEK, vreemd, embed_paren), *PROEF)
    assert np.isfinite(scores).all()


def test_a_codebook_of_names_only_works():
    kaal = Codeboek("kaal", "1", (Themadefinitie("a", "Bomen", ""), Themadefinitie("b", "Huisarts", "")))
    scores, _ = suggest(Themamodel(kaal, (), embed_paren), "bomen", "huisarts")
    assert scores[0][0] > scores[0][1]
    assert scores[1][1] > scores[1][0]


def test_a_codebook_of_one_theme_works():
    een = Codeboek("een", "1", CODEBOEK.themas[:1])
    wereld = [v.tekst for v in build_voorbeelden()]
    model = Themamodel(een, (), embed_paren, achtergrond=wereld)
    scores, _ = suggest(model, "meer bomen en een park", "de huisarts")
    assert scores[0][0] > scores[1][0]
