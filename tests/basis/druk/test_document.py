import pytest
from hypothesis import given
from hypothesis import strategies as st

from basis.druk.document import (
    Document,
    Documentfout,
    Gegevenstabel,
    Kop,
    Staaf,
    Staafdiagram,
    Witruimte,
    iter_teksten,
)
from tests.basis.druk.brief import maak_brief


@pytest.mark.parametrize(
    ("maak", "melding"),
    [
        (lambda: Kop(4, "te diep"), "niveau 1, 2 of 3"),
        (lambda: Gegevenstabel((), ()), "ten minste één kolom"),
        (lambda: Gegevenstabel(("a", "b"), (("1", "2"), ("3",))), "Rij 2 van de tabel heeft 1 cellen"),
        (lambda: Gegevenstabel(("a",), (), uitlijning=("links", "rechts")), "noemt 2 kolommen"),
        (lambda: Gegevenstabel(("a",), (), uitlijning=("scheef",)), "'scheef' bestaat niet"),
        (lambda: Staaf("a", -1), "niet te tekenen"),
        (lambda: Staaf("a", float("nan")), "niet te tekenen"),
        (lambda: Staaf("a", 3, laag=1), "maar één grens"),
        (lambda: Staaf("a", 3, laag=4, hoog=2), "laag groter dan hoog"),
        (lambda: Witruimte(-1), "kan niet"),
    ],
)
def test_wat_niet_te_drukken_is_wordt_geweigerd_met_een_reden(maak, melding):
    with pytest.raises(Documentfout, match=melding):
        maak()


def test_elke_tekst_van_een_document_komt_langs():
    teksten = list(iter_teksten(maak_brief()))
    for verwacht in (
        "Postbus 78",
        "Geldzorgen",
        "vijfde punt",
        "Toelichting",
        "Thema 40",
        "bewoner, Tanthof",
    ):
        assert verwacht in teksten


@given(st.floats(min_value=0, allow_nan=False, allow_infinity=False))
def test_een_gewone_waarde_wordt_aanvaard(waarde):
    diagram = Staafdiagram("", "", (Staaf("a", waarde),))
    assert Document("t", (diagram,)).blokken == (diagram,)
