"""What an organisation adds to the shipped model: own themes, decisions, and the guard over those."""

import random
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from codering.nlp.bewaking import Leerstand, Leerstatus, judge
from codering.nlp.leerstof import VAN_THEMA, draw_achtergrond
from codering.nlp.suggest import Themamodel
from codering.nlp.types import Codeboek, Themadefinitie, Voorbeeld
from tests.codering.nlp.nep import CODEBOEK, Nepembedder, build_voorbeelden

HITTE = Themadefinitie("hitte", "Hitte", "Te warm in de zomer", "schaduw, koelte, zon", "bloemen planten")
RUIM = Codeboek("ruim", "1", (*CODEBOEK.themas, HITTE))
WERELD = tuple(v.tekst for v in build_voorbeelden())
WARM = (
    "zomer schaduw binnen",
    "zon schaduw plein",
    "warm zomer slapen",
    "zon warm kamer",
    "koelte zomer nacht",
)


class Nepbasis:
    """Knows three themes by one word each."""

    codes = CODEBOEK.codes
    drempels = (0.5, 0.5, 0.5)
    woorden = ("bomen", "auto", "huisarts")

    def logits(self, teksten, vectoren):
        return np.array([[3.0 if woord in tekst else -3.0 for woord in self.woorden] for tekst in teksten])


def embed(teksten, vragen):
    return Nepembedder().embed([f"{vraag} {tekst}" for tekst, vraag in zip(teksten, vragen, strict=True)])


def fit(voorbeelden=(), codeboek=CODEBOEK, basis=True):
    return Themamodel(codeboek, voorbeelden, embed, Nepbasis() if basis else None, WERELD)


def ask(model, *teksten, vraag=""):
    vragen = [vraag] * len(teksten)
    return model.suggest(teksten, vragen, embed(teksten, vragen))


def decide(voorbeelden, **velden):
    return [replace(v, gewicht=3.0, **velden) for v in voorbeelden]


def shuffle_codes(voorbeelden):
    codes = [v.codes for v in voorbeelden]
    random.Random(1).shuffle(codes)
    return [replace(v, codes=c) for v, c in zip(voorbeelden, codes, strict=True)]


def test_without_decisions_the_shipped_model_is_what_counts():
    scores, voorstellen = ask(fit(), "meer bomen", "de huisarts", "koffie")
    assert [[v.code for v in per_tekst] for per_tekst in voorstellen] == [["groen"], ["zorg"], []]
    assert scores[0].tolist() == [0.9526, 0.0474, 0.0474]
    assert fit().stand == Leerstand()


def test_decisions_teach_what_the_shipped_model_does_not_know():
    besluiten = decide(build_voorbeelden())
    zonder, _ = ask(fit(), "er is te weinig struiken en bloemen hier")
    model = fit(besluiten)
    met, (voorstellen,) = ask(model, "er is te weinig struiken en bloemen hier")
    assert zonder[0][0] < 0.1
    assert met[0][0] > 0.5
    assert [v.code for v in voorstellen] == ["groen"]
    assert (model.stand.status, model.stand.besluiten) == (Leerstatus.MEEGENOMEN, len(besluiten))
    assert model.stand.winst > 0


def test_shuffled_decisions_are_refused_and_the_shipped_model_stays():
    model = fit(decide(shuffle_codes(build_voorbeelden())))
    assert model.stand.status in (Leerstatus.LOS, Leerstatus.SLECHTER)
    scores, _ = ask(model, "meer bomen graag")
    assert scores[0].tolist() == [0.9526, 0.0474, 0.0474]


def test_ten_decisions_move_a_proposal_a_little_at_most():
    tegen = decide([Voorbeeld(f"bomen en struiken {n}", ("zorg",)) for n in range(10)])
    model = fit(tegen)
    assert model.stand.status is Leerstatus.WEINIG
    scores, _ = ask(model, "bomen en struiken overal")
    logodds = np.log(scores[0] / (1 - scores[0]))
    assert np.abs(logodds - [3.0, -3.0, -3.0]).max() <= 1.01
    assert logodds[2] > -2.9


def test_exactly_this_text_follows_the_decision():
    besluit = decide([Voorbeeld("De  bomen", ("zorg",), "Wat mist u?")])
    scores, (voorstellen,) = ask(fit(besluit), "de bomen", vraag="Wat mist u?")
    assert [v.code for v in voorstellen] == ["zorg"]
    assert scores[0].tolist() == [0.02, 0.02, 0.98]
    _, (anders,) = ask(fit(besluit), "de bomen", vraag="Hoe gaat het?")
    assert [v.code for v in anders] == ["groen"]


def test_a_refused_decision_still_holds_for_its_own_text():
    geschud = decide(shuffle_codes(build_voorbeelden()))
    _, (voorstellen,) = ask(fit(geschud), geschud[4].tekst)
    assert {v.code for v in voorstellen} == set(geschud[4].codes)


def test_a_decision_says_nothing_about_a_theme_that_was_not_there():
    besluit = decide([Voorbeeld("zon en schaduw", ("groen",))], onbekend=("hitte",))
    met, _ = ask(fit(besluit, RUIM), "zon en schaduw")
    zonder, _ = ask(fit((), RUIM), "zon en schaduw")
    assert met[0][3] == pytest.approx(zonder[0][3], abs=0.1)
    assert met[0][0] == 0.98


def test_an_own_theme_is_proposed_from_its_definition():
    _, voorstellen = ask(fit((), RUIM), "in de zomer is het te warm, geen schaduw", "de huisarts is dicht")
    assert [v.code for v in voorstellen[0]] == ["hitte"]
    assert [v.code for v in voorstellen[1]] == ["zorg"]


def test_examples_of_an_own_theme_help():
    typt = [Voorbeeld(t, ("hitte",), gewicht=3.0, bron=VAN_THEMA, onbekend=CODEBOEK.codes) for t in WARM[:3]]
    zonder, _ = ask(fit((), RUIM), "slapen lukt niet, de kamer is binnen warm")
    model = fit(typt, RUIM)
    met, _ = ask(model, "slapen lukt niet, de kamer is binnen warm")
    assert met[0][3] > zonder[0][3]
    assert model.stand == Leerstand()


def test_an_own_theme_leaves_the_shipped_themes_as_they_were():
    oud, _ = ask(fit(), "meer bomen", "auto")
    ruim, _ = ask(fit((), RUIM), "meer bomen", "auto")
    assert (ruim[:, :3] == oud).all()


def test_what_does_not_belong_to_a_theme_lowers_it():
    kaal = Codeboek("kaal", "1", (*CODEBOEK.themas, replace(HITTE, niet="")))
    met, _ = ask(fit((), RUIM), "bloemen planten")
    zonder, _ = ask(fit((), kaal), "bloemen planten")
    assert met[0][3] <= zonder[0][3]


def test_decisions_that_make_one_own_theme_worse_are_left_out_for_that_theme():
    kans = random.Random(3)
    goed = [*build_voorbeelden(), *(Voorbeeld(f"{t} dag {n}", ("hitte",)) for n in range(6) for t in WARM)]
    fout = [
        replace(
            v, codes=tuple(c for c in v.codes if c != "hitte") + (("hitte",) if kans.random() < 0.2 else ())
        )
        for v in goed
    ]
    assert "hitte" not in fit(decide(goed), RUIM).stand.zonder
    assert "hitte" in fit(decide(fout), RUIM).stand.zonder


def test_statements_that_came_in_together_are_judged_together():
    dezelfde = [Voorbeeld(f"{woord} graag", ("zorg",)) for woord in "abcdefghijklmnop"]
    samen = fit(decide(dezelfde, bron="tafel 4")).stand
    apart = fit(decide(dezelfde)).stand
    assert samen.winst < apart.winst


def test_the_order_of_decisions_makes_no_difference():
    besluiten = decide(build_voorbeelden(20))
    een, _ = ask(fit(besluiten, RUIM), *WARM)
    random.Random(2).shuffle(besluiten)
    ander, _ = ask(fit(besluiten, RUIM), *WARM)
    assert (een == ander).all()


def test_the_background_is_the_same_sample_in_any_order():
    teksten = [f"tekst {n}" for n in range(50)]
    assert draw_achtergrond(teksten, 10) == draw_achtergrond([*reversed(teksten), "tekst 3"], 10)
    assert len(set(draw_achtergrond([*teksten, "nieuw"], 10)) & set(draw_achtergrond(teksten, 10))) >= 9


def test_the_provenance_tells_how_decisions_were_used():
    stand = Leerstand(20, Leerstatus.MEEGENOMEN, ("zorg", "groen"), 0.12345)
    assert stand.to_parameters() == {
        "besluiten": "20",
        "besluiten_stand": "meegenomen",
        "besluiten_winst": "0.1235",
        "besluiten_zonder": "zorg groen",
    }
    assert Leerstand().to_parameters() == {}


def test_decisions_are_judged_as_the_names_say():
    doel = np.array([[1.0, 0.0]] * 20 + [[0.0, 1.0]] * 20)
    goed, half = np.where(doel == 1, 2.0, -2.0), np.where(doel == 1, 0.5, -0.5)
    drempels = np.array([0.5, 0.5])
    assert judge(half, goed, doel, drempels) is Leerstatus.MEEGENOMEN
    assert judge(goed, half, doel, drempels) is Leerstatus.SLECHTER
    assert judge(half, -goed, doel, drempels) is Leerstatus.LOS
    assert judge(goed, goed * 0.999, doel, drempels) is Leerstatus.SLECHTER
    wisselend = half * np.where(np.arange(40) % 2, 1.3, 0.65)[:, None]
    assert judge(half, wisselend, doel, drempels) is Leerstatus.GELIJK
    assert judge(half[:14], goed[:14], doel[:14], drempels) is Leerstatus.WEINIG


@settings(max_examples=15, deadline=None)
@given(
    st.lists(
        st.tuples(st.text(max_size=60), st.sampled_from([(), ("groen",), ("hitte", "zorg"), ("x",)])),
        max_size=25,
    )
)
def test_any_decisions_give_finite_confidences(paren):
    scores, _ = ask(fit(decide([Voorbeeld(t, c) for t, c in paren]), RUIM), "bomen", "", "\x00\ud800")
    assert np.isfinite(scores).all()
    assert ((scores >= 0) & (scores <= 1)).all()
