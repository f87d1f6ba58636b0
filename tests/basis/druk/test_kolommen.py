import pytest
from hypothesis import given
from hypothesis import strategies as st

from basis.druk.document import Gegevenstabel
from basis.druk.kolommen import align_kolommen, measure_kolommen
from basis.druk.stijlen import BREEDTE, CEL_ZIJ
from basis.druk.zetten import measure_langste_woord


@given(
    st.integers(1, 12).flatmap(
        lambda n: st.lists(st.tuples(*[st.text(max_size=60)] * n), min_size=1, max_size=5)
    )
)
def test_kolommen_passen_altijd(rijen):
    tabel = Gegevenstabel(rijen[0], tuple(rijen))
    kolommen = measure_kolommen(tabel, BREEDTE)
    assert sum(kolommen.breedtes) <= BREEDTE + 0.01
    assert all(breedte > 2 * CEL_ZIJ for breedte in kolommen.breedtes)


def test_een_lange_kolom_laat_de_korte_heel():
    tabel = Gegevenstabel(("Thema", "n", "Toelichting"), (("Groen en spelen", "14", "lange uitleg " * 40),))
    smal, getal, breed = measure_kolommen(tabel, BREEDTE).breedtes
    assert smal > 80
    assert getal < 40
    assert breed == pytest.approx(BREEDTE - smal - getal)


def test_bij_veel_kolommen_wordt_de_letter_kleiner_voor_woorden_breken():
    namen = tuple(f"kolomkop {nummer}" for nummer in range(8))
    tabel = Gegevenstabel(namen, (namen,))
    kolommen = measure_kolommen(tabel, BREEDTE)
    assert 7 <= kolommen.cel.grootte < 9.5
    woord = measure_langste_woord("kolomkop", kolommen.kop)
    assert all(breedte - 2 * CEL_ZIJ >= woord for breedte in kolommen.breedtes)


def test_getallen_gaan_naar_rechts_en_woorden_naar_links():
    rijen = (
        ("Groen", "14", "< 5", "12,5 %", "€ 500.000", "3 wijken", "14 van 61", ""),
        ("2 bomen", "–", "7", "100 %", "€ 3", "4", "3 van 61", ""),
    )
    tabel = Gegevenstabel(tuple("abcdefgh"), rijen)
    rechts, links = "rechts", "links"
    assert align_kolommen(tabel) == (links, rechts, rechts, rechts, rechts, links, rechts, links)


def test_een_gevraagde_uitlijning_gaat_voor():
    tabel = Gegevenstabel(("a", "b"), (("1", "2"),), uitlijning=("midden", ""))
    assert align_kolommen(tabel) == ("midden", "rechts")
