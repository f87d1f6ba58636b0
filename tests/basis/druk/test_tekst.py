import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from basis.druk.tekst import clean_regel, clean_tekst, format_getal, strip_onzichtbaar

WILLEKEURIG = st.text(st.characters(codec=None, exclude_categories=()))


@pytest.mark.parametrize(
    ("ruw", "schoon"),
    [
        ("a\x00b\x07c", "abc"),
        ("regel\r\nregel\rregel\u2028einde", "regel\nregel\nregel\neinde"),
        ("een\ttab", "een tab"),
        ("cafe\u0301", "café"),
        ("\ud83d alleen", "\ufffd alleen"),
        ("\u202eomgedraaid\u202c", "omgedraaid"),
        ("👍🏽 blijft", "👍🏽 blijft"),
    ],
)
def test_clean_tekst(ruw, schoon):
    assert clean_tekst(ruw) == schoon


@given(WILLEKEURIG)
def test_schone_tekst_past_in_xml_en_verandert_niet_meer(tekst):
    schoon = clean_tekst(tekst)
    element = etree.Element("a")
    element.text = schoon
    assert etree.fromstring(etree.tostring(element)).text == (schoon or None)
    assert clean_tekst(schoon) == schoon
    assert "\n" not in clean_regel(tekst)


def test_wat_geen_beeld_heeft_valt_weg():
    assert strip_onzichtbaar("zacht\u00adkoppel\u200bteken ❤\ufe0f") == "zachtkoppelteken ❤"


@pytest.mark.parametrize(
    ("getal", "tekst"), [(3, "3"), (3.25, "3,2"), (1234.5, "1.234,5"), (0, "0"), (1e6, "1.000.000")]
)
def test_getallen_op_zijn_nederlands(getal, tekst):
    assert format_getal(getal) == tekst
