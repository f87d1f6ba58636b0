import pytest
from hypothesis import given
from hypothesis import strategies as st

from basis.druk.bidi import is_rtl, order_visually, shape
from basis.druk.stijlen import BROOD
from basis.druk.tekst import clean_regel, clean_tekst, strip_onzichtbaar
from basis.druk.zetten import cut_tekst, measure_stijl, set_regel, set_tekst

TEKST = st.text(st.sampled_from("abc defg hij-klm/nop ßéğіщ مرحبا بكم (12)\n\u00a0-–'"), max_size=300)


@given(TEKST, st.floats(min_value=40, max_value=500))
def test_geen_regel_te_breed_en_geen_teken_kwijt(tekst, breedte):
    regels = set_tekst(tekst, BROOD, breedte)
    assert all(regel.breedte <= breedte + 0.1 for regel in regels)
    samen = "".join(regel.logisch for regel in regels)
    assert samen.split() == clean_tekst(tekst).split()


@given(TEKST)
def test_delen_staan_in_leesvolgorde_en_vullen_de_regel(tekst):
    regel = set_regel(clean_regel(tekst), BROOD)
    assert "".join(deel.origineel or deel.tekst for deel in regel.delen) == shape(regel.logisch)
    assert all(-5 < deel.x <= regel.breedte + 0.1 for deel in regel.delen)


def test_regels_breken_op_woorden_en_na_een_koppelteken():
    regels = [regel.logisch for regel in set_tekst("de Bosboom-Toussaintplein en verder", BROOD, 85)]
    assert regels[0] == "de Bosboom-"
    assert "".join(regels).split() == ["de", "Bosboom-Toussaintplein", "en", "verder"]


@pytest.mark.parametrize("lidwoord", ["’s", "'t", "‘n"])
def test_een_lidwoord_blijft_bij_zijn_woord(lidwoord):
    regels = set_tekst(
        f"Dat gebeurt {lidwoord} avonds", BROOD, measure_stijl(f"Dat gebeurt {lidwoord}", BROOD) + 1
    )
    assert [regel.logisch.split() for regel in regels] == [["Dat", "gebeurt"], [lidwoord, "avonds"]]


def test_een_woord_van_vijftigduizend_tekens_wordt_geknipt():
    regels = set_tekst("w" * 50_000, BROOD, 400)
    assert "".join(regel.logisch for regel in regels).strip() == "w" * 50_000
    assert all(regel.breedte <= 400 for regel in regels)


def test_harde_regeleinden_blijven():
    assert [regel.logisch.strip() for regel in set_tekst("een\n\ntwee", BROOD, 400)] == ["een", "", "twee"]


def test_te_lange_tekst_krijgt_een_beletselteken_na_een_heel_woord():
    regels, gekort = cut_tekst("veiligheid en verkeer rond de scholen in de ochtend", BROOD, 120, 2)
    assert gekort
    assert len(regels) == 2
    assert regels[1].logisch.endswith("…")
    assert regels[1].logisch.removesuffix("…").split()[-1] in ("rond", "de", "scholen")
    assert cut_tekst("kort", BROOD, 120, 2)[1] is False


@pytest.mark.parametrize(
    ("tekst", "rtl"),
    [("koffie", False), ("قهوة", True), ("12 قهوة koffie", True), ("koffie قهوة", False), ("2026", False)],
)
def test_richting_naar_het_eerste_echte_teken(tekst, rtl):
    assert is_rtl(tekst) is rtl


def test_een_tekst_zonder_richting_volgt_het_document():
    assert is_rtl("2026", standaard=True)
    assert not is_rtl("koffie", standaard=True)


@given(st.text(), st.booleans())
def test_elk_teken_krijgt_een_eigen_plaats(tekst, rtl):
    gevormd = strip_onzichtbaar(shape(clean_regel(tekst)))
    volgorde = [plek for plek, _ in order_visually(gevormd, rtl=rtl)]
    assert sorted(volgorde) == list(range(len(gevormd)))


def test_arabisch_wordt_verbonden_omgekeerd_en_gespiegeld():
    zichtbaar = "".join(teken for _, teken in order_visually(shape("سلام (x)"), rtl=True))
    assert zichtbaar == "(x) " + "".join(reversed("\ufeb3\ufefc\ufee1"))


def test_cijfers_en_latijn_houden_in_arabisch_hun_volgorde():
    zichtbaar = "".join(teken for _, teken in order_visually(shape("في Voorhof om 17:00 كل"), rtl=True))
    assert "Voorhof om 17:00" in zichtbaar
    assert zichtbaar.index("Voorhof") > 0


@pytest.mark.parametrize("nummer", ["0800-2000", "015-123 45 67", "+31 15 123 45 67", "112"])
def test_een_telefoonnummer_blijft_in_arabisch_te_bellen(nummer):
    zichtbaar = "".join(
        teken for _, teken in order_visually(shape(f"اتصلوا بالرقم {nummer} عند الخطر"), rtl=True)
    )
    assert nummer in zichtbaar


def test_een_reeks_van_getallen_loopt_in_arabisch_van_rechts_naar_links():
    zichtbaar = "".join(teken for _, teken in order_visually(shape("من 16-26 سنة"), rtl=True))
    assert "26-16" in zichtbaar


def test_arabische_letters_worden_van_rechts_naar_links_gezet():
    regel = set_regel("مرحبا", BROOD, rtl=True)
    plaatsen = [deel.x for deel in regel.delen]
    assert plaatsen == sorted(plaatsen, reverse=True)
    assert len(plaatsen) == 5


def test_klinkertekens_breken_het_woord_niet():
    assert set_regel("مَرْحَبًا", BROOD, rtl=True).breedte == set_regel("مرحبا", BROOD, rtl=True).breedte
