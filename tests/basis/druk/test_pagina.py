from hypothesis import given
from hypothesis import strategies as st

from basis.druk.opmaak.pagina import Breuk, Doos, Wit, paginate


def niets(vel, y):
    """Draws nothing."""


HOOGTE = 100.0
DOOS = st.builds(Doos, st.floats(min_value=1, max_value=60), st.just(niets), st.booleans())
ITEMS = st.lists(
    st.one_of(DOOS, st.builds(Wit, st.floats(min_value=0, max_value=30), st.booleans()), st.just(Breuk()))
)


def verdeel(items):
    return paginate(items, boven_eerste=0.0, boven=0.0, onder=HOOGTE)


@given(ITEMS)
def test_alle_dozen_komen_op_volgorde_en_binnen_de_pagina(items):
    paginas = verdeel(items)
    dozen = [doos for pagina in paginas for _, doos in pagina.dozen]
    assert [id(doos) for doos in dozen] == [id(item) for item in items if isinstance(item, Doos)]
    for pagina in paginas:
        assert all(y + doos.hoogte <= HOOGTE + 0.1 for y, doos in pagina.dozen)
        eerste_y = [y for y, _ in pagina.dozen][:1]
        assert eerste_y in ([], [0.0])
    assert all(pagina.dozen for pagina in paginas) or len(paginas) == 1


def test_een_kop_gaat_mee_met_wat_volgt():
    vulling, kop, tekst = Doos(85, niets), Doos(10, niets, vast=True), Doos(10, niets)
    paginas = verdeel([vulling, Wit(2), kop, Wit(2, vast=True), tekst])
    assert [[doos for _, doos in pagina.dozen] for pagina in paginas] == [[vulling], [kop, tekst]]


def test_een_te_hoge_groep_wordt_toch_verdeeld():
    dozen = [Doos(40, niets, vast=True) for _ in range(6)]
    assert [len(pagina.dozen) for pagina in verdeel(dozen)] == [2, 2, 2]


def test_wat_herhaald_wordt_staat_boven_elke_vervolgpagina():
    kop = Doos(10, niets)
    rijen = [Doos(40, niets, herhaal=kop) for _ in range(5)]
    eerste, tweede, derde = verdeel([Doos(10, niets), *rijen])
    assert [doos is kop for _, doos in eerste.dozen] == [False, False, False]
    assert [doos is kop for _, doos in tweede.dozen] == [True, False, False]
    assert derde.dozen[0][1] is kop


def test_breuken_maken_geen_lege_paginas():
    doos = Doos(10, niets)
    assert len(verdeel([Breuk(), doos, Breuk(), Breuk(), Wit(5), Breuk(), doos, Breuk()])) == 2
    assert len(verdeel([])) == 1
