"""The plain types."""

import copy

import pytest

from basis.tabel import Tabel, Tabelfout


def test_an_error_can_be_copied_and_pickled() -> None:
    fout = Tabelfout.at("a.csv", "dit\nmag niet.", rij=14_000, kolom="lange\nnaam")
    kopie = copy.copy(fout)
    assert str(kopie) == "a.csv, rij 14.000, kolom 'lange naam': dit mag niet."
    assert (kopie.bestand, kopie.rij, kopie.kolom) == ("a.csv", 14_000, "lange\nnaam")
    assert isinstance(kopie, ValueError)


def test_a_very_wide_table_names_part_of_its_columns() -> None:
    kolommen = tuple(f"vraag {nummer} " + "x" * 100 for nummer in range(100))
    tabel = Tabel("a.csv", kolommen, (("",) * 100,), (2,))
    with pytest.raises(Tabelfout) as fout:
        tabel.kolom("tekst")
    assert str(fout.value).endswith("… en nog 60.")
    assert len(str(fout.value)) < 3_000


def test_a_table_is_a_value() -> None:
    een = Tabel("a", ("id",), (("1",),), (2,))
    assert een == Tabel("a", ("id",), (("1",),), (2,))
    assert hash(een)
