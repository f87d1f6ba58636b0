from hypothesis import given
from hypothesis import strategies as st

from inzicht.domain.buurten import find_uitschieter
from inzicht.domain.onderdrukken import publish
from inzicht.domain.tellen import OVERIG, Telrij, count_rijen, read_telling, roll_up

NAMEN = {"groen": "Groen", "zorg": "Zorg"}


def maak(omvang, groen=0, *, groep, wijk="", kanaal="enquete"):
    return [
        Telrij(f"{groep}-{kanaal}-{n}", groep, kanaal, ("groen",) if n < groen else (), wijk=wijk)
        for n in range(omvang)
    ]


def kolommen(telling):
    return dict(zip(telling.publiek.kolommen, telling.publiek.omvang, strict=True))


def test_a_wijk_with_a_small_buurt_stands_as_one():
    rijen = [
        *maak(25, 5, groep="Poptahof", wijk="Voorhof"),
        *maak(6, 2, groep="Bosrand", wijk="Voorhof"),
        *maak(30, 9, groep="Centrum", wijk="Binnenstad"),
        *maak(22, 1, groep="Hof", wijk="Binnenstad"),
    ]
    telling = count_rijen(rijen, NAMEN)
    assert kolommen(telling) == {"Centrum": 30, "Hof": 22, "Voorhof": 31}
    assert telling.publiek.rij("groen") == (9, 1, 7)
    assert telling.per_groep.kolommen == ("Bosrand", "Centrum", "Hof", "Poptahof")


def test_what_is_small_even_then_goes_together():
    rijen = [
        *maak(40, groep="Centrum", wijk="Binnenstad"),
        *maak(6, groep="Bosrand", wijk="Voorhof"),
        *maak(8, groep="Tanthof-West", wijk="Tanthof"),
        *maak(3, groep="bij het café", wijk=OVERIG),
        *maak(24, groep="Overzij", wijk=OVERIG),
        *maak(4, groep=""),
    ]
    telling = count_rijen(rijen, NAMEN)
    assert kolommen(telling) == {"Centrum": 40, "Overzij": 24, OVERIG: 21}


def test_without_small_areas_who_named_none_stays_apart():
    rijen = [
        *maak(40, groep="Centrum", wijk="W"),
        *maak(12, groep="A", wijk="V"),
        *maak(9, groep="B", wijk="V"),
    ]
    assert kolommen(count_rijen([*rijen, *maak(4, groep="")], NAMEN)) == {"Centrum": 40, "V": 21, "": 4}


def test_who_spoke_in_two_buurten_of_a_wijk_counts_once_there():
    rijen = [
        *maak(30, groep="Centrum", wijk="Binnenstad"),
        Telrij("tafel", "Noord", "enquete", ("groen",), wijk="Wijk"),
        Telrij("tafel", "Zuid", "enquete", ("groen",), wijk="Wijk"),
        *maak(25, groep="Noord", wijk="Wijk"),
    ]
    telling = count_rijen(rijen, NAMEN)
    assert kolommen(telling) == {"Centrum": 30, "Wijk": 26}
    assert telling.publiek.rij("groen") == (0, 1)


def test_large_areas_and_areas_nobody_knows_the_wijk_of_stay_as_they_are():
    telling = count_rijen([*maak(20, groep="A", wijk="W"), *maak(3, groep="B")], NAMEN)
    assert telling.per_wijk is None
    assert telling.publiek is telling.per_groep


def test_each_kanaal_is_rolled_up_by_itself():
    """Forty answers per buurt may stand; eight tables may not."""
    rijen = [
        *maak(40, groep="Noord", wijk="Wijk"),
        *maak(30, groep="Zuid", wijk="Wijk"),
        *maak(5, groep="Noord", wijk="Wijk", kanaal="tafel"),
        *maak(3, groep="Zuid", wijk="Wijk", kanaal="tafel"),
    ]
    telling = count_rijen(rijen, NAMEN)
    assert kolommen(telling.delen["enquete"]) == {"Noord": 40, "Zuid": 30}
    assert kolommen(telling.delen["tafel"]) == {OVERIG: 8}


def test_the_text_says_that_areas_were_put_together():
    rijen = [*maak(40, 20, groep="Centrum", wijk="Binnenstad"), *maak(6, 2, groep="Bosrand", wijk="Voorhof")]
    telling = count_rijen(rijen, NAMEN)
    assert publish(telling, 5, "idee").toelichting.startswith(
        "Op hoeveel ideekaarten elk thema is genoemd, per buurt of wijk. Buurten met weinig antwoorden staan bij hun "
        f"wijk; wat dan nog klein is, bij “{OVERIG}”."
    )
    assert "per buurt." in publish(count_rijen(maak(20, 6, groep="A"), NAMEN), 5).toelichting


def test_what_was_put_together_is_not_named_as_the_buurt_that_stands_out():
    rijen = [
        *maak(60, 3, groep="Centrum", wijk="Binnenstad"),
        *maak(15, 14, groep="Bosrand", wijk="Voorhof"),
        *maak(15, 14, groep="west", wijk=OVERIG),
    ]
    telling = count_rijen(rijen, NAMEN)
    assert kolommen(telling) == {"Centrum": 60, OVERIG: 30}
    publicatie = publish(telling, 5)
    assert find_uitschieter(telling.themas[0], telling.publiek, 5, publicatie) is None
    voorhof = count_rijen([*rijen, *maak(10, 9, groep="Hof", wijk="Voorhof")], NAMEN)
    gevonden = find_uitschieter(voorhof.themas[0], voorhof.publiek, 5, publish(voorhof, 5))
    assert (gevonden.groep, gevonden.aantal, gevonden.omvang) == ("Voorhof", 23, 25)


def test_a_rolled_up_count_survives_a_stay_in_the_database():
    telling = count_rijen([*maak(40, groep="A", wijk="W"), *maak(2, 1, groep="B", wijk="V")], NAMEN)
    assert telling.per_wijk is not None
    assert read_telling(telling.to_json()) == telling


gebieden = st.sampled_from(["A", "B", "C", "D", "E", ""])
WIJKEN = {"A": "W", "B": "W", "C": "V", "D": OVERIG, "E": "W2", "": ""}


@given(st.lists(st.tuples(st.integers(0, 40), gebieden), max_size=150))
def test_everyone_stays_in_the_table_and_no_known_area_is_small(paren):
    rijen = [Telrij(str(wie), groep, "enquete", (), wijk=WIJKEN[groep]) for wie, groep in paren]
    grof = roll_up(rijen)
    assert [rij.eenheid for rij in grof] == [rij.eenheid for rij in rijen]
    per = {rij.groep: {r.eenheid for r in grof if r.groep == rij.groep} for rij in grof}
    assert all(len(wie) >= 20 for groep, wie in per.items() if groep not in ("", OVERIG))
    # A wijk stands as a whole or not at all.
    samen = [
        {rij.groep for rij, oud in zip(grof, rijen, strict=True) if oud.wijk == wijk} for wijk in ("W", "V")
    ]
    assert all(groepen <= {"A", "B", "C"} or len(groepen) == 1 for groepen in samen)
