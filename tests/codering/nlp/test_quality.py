import pytest

from codering.nlp.quality import judge_kwaliteit
from codering.nlp.types import Kwaliteit


@pytest.mark.parametrize(
    "tekst",
    ["-", "geen", "Geen.", "n.v.t.", "NVT", "zie vorige antwoord", "Zie boven", "nee", "niets", "Nee hoor, niks",
     "succes ermee", "Houdoe en bedankt!", "geen opmerkingen verder", "", "  ", "...", "👍", "none", "yok"],
)  # fmt: skip
def test_no_answer(tekst: str):
    assert judge_kwaliteit(tekst) is Kwaliteit.GEEN_ANTWOORD


@pytest.mark.parametrize(
    "tekst", ["geen idee", "Geen flauw idee", "weet niet", "weet ik eigenlijk niet", "geen mening", "zou ik niet weten",
              "Moet ik nog over nadenken", "Weet ik zo niet hoor", "bilmiyorum"]
)  # fmt: skip
def test_does_not_know(tekst: str):
    assert judge_kwaliteit(tekst) is Kwaliteit.WEET_NIET


@pytest.mark.parametrize("tekst", ["???", "(onleesbaar)", "ja.", "Mwah. 6,5", "8", "soms", "goed", "x"])
def test_unclear(tekst: str):
    assert judge_kwaliteit(tekst) is Kwaliteit.ONDUIDELIJK


@pytest.mark.parametrize(
    "tekst",
    ["eenzaamheid", "werk, maakt niet uit wat", "Iedereen op zichzelf.", "Met niemand.", "Niks te doen hier voor ons",
     "geen bus", "nee, want de lift is kapot", "We worden niet gehoord", "more trees please", "Daha fazla yeşil alan",
     "المزيد من الأشجار", "Geen idee waar ik moet zijn met mijn formulier", "[naam] helpt iedereen"],
)  # fmt: skip
def test_an_answer(tekst: str):
    assert judge_kwaliteit(tekst) is Kwaliteit.INHOUDELIJK
