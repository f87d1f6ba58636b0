import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from basis.druk.document import Patroon, Staaf, Staafdiagram
from basis.druk.figuren import LEGE_ZIN, describe_staafdiagram, layout_staafdiagram
from basis.druk.svg import render_staafdiagram_svg
from basis.druk.vormen import Vlak
from tests.basis.druk.brief import DIAGRAM

NS = "{http://www.w3.org/2000/svg}"
STAAF = st.builds(
    Staaf,
    st.text(max_size=80),
    st.one_of(st.none(), st.floats(min_value=0, max_value=1e9)),
    st.text(max_size=40),
    patroon=st.sampled_from(Patroon),
)


def lees(diagram, **rest):
    return etree.fromstring(render_staafdiagram_svg(diagram, **rest))


def teksten(wortel):
    return ["".join(element.itertext()) for element in wortel.iter(f"{NS}text")]


def test_rol_titel_en_beschrijving():
    wortel = lees(DIAGRAM)
    assert wortel.get("role") == "img"
    assert [kind.tag for kind in wortel][:2] == [f"{NS}title", f"{NS}desc"]
    assert wortel[0].text == wortel.get("aria-label") == DIAGRAM.titel
    assert wortel[1].text == describe_staafdiagram(DIAGRAM)
    assert "Geldzorgen: < 5" in wortel[1].text


def test_niets_wat_botst_of_door_de_csp_wordt_geweigerd():
    wortel = lees(DIAGRAM)
    soorten = {etree.QName(element).localname for element in wortel.iter()}
    assert soorten <= {"svg", "title", "desc", "text", "rect", "path"}
    kenmerken = {naam for element in wortel.iter() for naam in element.attrib}
    assert not {"id", "style", "onload", "href"} & kenmerken


def test_kleuren_volgen_de_pagina_en_hebben_een_terugval():
    kleuren = {element.get(naam) for element in lees(DIAGRAM).iter() for naam in ("fill", "stroke")} - {
        None,
        "none",
    }
    assert "currentColor" in kleuren
    assert all(
        kleur == "currentColor" or re.fullmatch(r"var\(--[a-z]+, #[0-9a-f]{6}\)", kleur) for kleur in kleuren
    )


@pytest.mark.parametrize(
    ("kleur", "minimaal"), [("#1d2522", 4.5), ("#0f5b4c", 3), ("#59635d", 4.5), ("#6f7973", 3)]
)
def test_contrast_op_papier(kleur, minimaal):
    def helder(hex_):
        delen = [int(hex_[plek : plek + 2], 16) / 255 for plek in (1, 3, 5)]
        rood, groen, blauw = (
            deel / 12.92 if deel <= 0.04045 else ((deel + 0.055) / 1.055) ** 2.4 for deel in delen
        )
        return 0.2126 * rood + 0.7152 * groen + 0.0722 * blauw

    assert (helder("#fbfaf6") + 0.05) / (helder(kleur) + 0.05) >= minimaal


def test_staven_beginnen_bij_nul_en_zijn_naar_verhouding():
    diagram = Staafdiagram("t", "", (Staaf("a", 30), Staaf("b", 15), Staaf("c", 0), Staaf("d", None)))
    vlakken = [vorm for vorm in layout_staafdiagram(diagram, 640, 15).vormen if isinstance(vorm, Vlak)]
    assert len(vlakken) == 2
    assert vlakken[0].x == vlakken[1].x
    assert vlakken[0].breedte == pytest.approx(2 * vlakken[1].breedte)


def test_elke_staaf_heeft_zijn_bijschrift():
    alle = teksten(lees(DIAGRAM))
    for deel in ("31 van 61", "< 5", "0", "Ontmoeting"):
        assert deel in alle


def test_een_lang_label_wordt_gekort_met_de_hele_tekst_als_titel():
    label = "Een heel lang label over veiligheid en verkeer rond de scholen in de ochtend en in de middag"
    wortel = lees(Staafdiagram("t", "", (Staaf(label, 3),)))
    (titel,) = {element.findtext(f"{NS}title") for element in wortel.iter(f"{NS}text")} - {None}
    assert titel == label
    assert any(tekst.endswith("…") for tekst in teksten(wortel))


def test_smal_komt_het_label_boven_de_staaf():
    breed, smal = lees(DIAGRAM), lees(DIAGRAM, breedte=340)
    assert float(smal.get("height")) > float(breed.get("height"))
    assert all(float(element.get("x")) < 340 for element in smal.iter(f"{NS}text"))


def test_zonder_staven_een_zin():
    assert teksten(lees(Staafdiagram("t", "", ()))) == [LEGE_ZIN]


def test_tekst_wordt_niet_als_opmaak_gelezen():
    kwaad = '"><script>alert(1)</script>&amp;'
    wortel = lees(Staafdiagram(kwaad, kwaad, (Staaf(kwaad, 1, kwaad),)))
    assert not list(wortel.iter(f"{NS}script"))
    assert wortel[0].text == kwaad


def test_arabisch_staat_er_zoals_men_het_leest():
    (label, _) = teksten(lees(Staafdiagram("t", "", (Staaf("مكان للقاء", 3, "3"),))))
    assert label == "\u2067مكان للقاء\u2069"


@given(st.lists(STAAF, max_size=12), st.floats(min_value=260, max_value=1000))
def test_elk_diagram_is_goede_svg_binnen_zijn_kader(staven, breedte):
    diagram = Staafdiagram("t", "b", tuple(staven))
    assert render_staafdiagram_svg(diagram, breedte=breedte) == render_staafdiagram_svg(
        diagram, breedte=breedte
    )
    hoogte = float(lees(diagram, breedte=breedte).get("height"))
    for vorm in layout_staafdiagram(diagram, breedte, 15).vormen:
        if isinstance(vorm, Vlak):
            assert vorm.x >= 0
            assert vorm.x + vorm.breedte <= breedte + 0.01
            assert 0 <= vorm.y <= vorm.y + vorm.hoogte <= hoogte + 0.01
