"""Conditions of other programs: what ours can say is read, anything else is refused, never half."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peilingen.domain.voorwaarden import Regel, Vergelijking, Voorwaarde
from peilingen.domain.vorm.uitdrukking import NietUitTeDrukkenError, parse_uitdrukking
from peilingen.domain.vorm.vergelijken import Bron, read_voorwaarde
from peilingen.enums import Vraagsoort

BRONNEN = {
    "een": Bron("v1", Vraagsoort.EEN_KEUZE, {"a": "k1", "b": "k2"}),
    "getal": Bron("v2", Vraagsoort.GETAL),
    "maat": Bron("v3", Vraagsoort.GETAL, heel=False),
    "een_Q": Bron("v4", Vraagsoort.MEER_KEUZES, vinkje="k1"),
    "dag": Bron("v5", Vraagsoort.DATUM),
}
EEN, GEEN, MINST, HOOGST, JA, NEE = Vergelijking


def lees(tekst):
    return read_voorwaarde(tekst, BRONNEN)[0]


@pytest.mark.parametrize(
    ("tekst", "regels", "alle"),
    [
        ("${een} = 'a'", [Regel("v1", EEN, ("k1",))], True),
        ("'a' = ${een}", [Regel("v1", EEN, ("k1",))], True),
        ("selected(${een}, 'a') or ${een}='b'", [Regel("v1", EEN, ("k1", "k2"))], True),
        ("not(selected(${een}, 'a'))", [Regel("v1", GEEN, ("k1",))], True),
        ("${een} != 'a' and ${een} != 'b'", [Regel("v1", GEEN, ("k1", "k2"))], True),
        ("not(${een} = 'a' or ${een} = 'b')", [Regel("v1", GEEN, ("k1", "k2"))], True),
        (
            "${getal} >= 3 and ${getal} <= 9.5",
            [Regel("v2", MINST, getal="3"), Regel("v2", HOOGST, getal="9.5")],
            True,
        ),
        ("${getal} > 3", [Regel("v2", MINST, getal="4")], True),
        ("3 > ${getal}", [Regel("v2", HOOGST, getal="2")], True),
        ("${getal} = 3", [Regel("v2", MINST, getal="3"), Regel("v2", HOOGST, getal="3")], True),
        ("${een} != ''", [Regel("v1", JA)], True),
        ("${een} = '' or ${getal} = ''", [Regel("v1", NEE), Regel("v2", NEE)], False),
        ("number(format-date(${dag}, '%Y')) >= 1980", [Regel("v5", MINST, getal="1980")], True),
        ('((een.NAOK == "a"))', [Regel("v1", EEN, ("k1",))], True),
        ('een_Q.NAOK == "Y" && !is_empty(getal)', [Regel("v4", EEN, ("k1",)), Regel("v2", JA)], True),
        ("getal ge 3 || een eq 'b'", [Regel("v2", MINST, getal="3"), Regel("v1", EEN, ("k2",))], False),
        (
            "(een = 'a' and getal > 1) and (dag >= 2000)",
            [Regel("v1", EEN, ("k1",)), Regel("v2", MINST, getal="2"), Regel("v5", MINST, getal="2000")],
            True,
        ),
    ],
)
def test_what_ours_can_say_is_read(tekst, regels, alle):
    assert lees(tekst) == Voorwaarde(tuple(regels), alle)


@pytest.mark.parametrize("tekst", ["", "1", "true()"])
def test_always_is_no_condition(tekst):
    assert lees(tekst) is None


@pytest.mark.parametrize(
    "tekst",
    [
        "${onbekend} = 'a'",
        "${een} = 'c'",
        "${een} = ${getal}",
        "${maat} > 3",
        "${een} = 'a' and (${een} = 'b' or ${getal} > 1)",
        "not(${getal} > 1)",
        "today() > '2020-01-01'",
        "count(${een}) > 1",
        "${getal} + 1 > 2",
        "${een} = 'a' or",
        "(" * 500,
        "!" * 500 + "een",
        "${een} = 'a",
        "a" * 5000,
        "2 = 2",
    ],
)
def test_anything_else_is_refused(tekst):
    with pytest.raises(NietUitTeDrukkenError):
        lees(tekst)


@given(st.text(alphabet="een${}()'a=!<>&|, 3.andor", max_size=40))
def test_any_text_is_read_or_refused(tekst):
    try:
        lees(tekst)
        parse_uitdrukking(tekst or "1")
    except NietUitTeDrukkenError:
        pass
