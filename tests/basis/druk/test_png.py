from io import BytesIO

from PIL import Image

from basis.druk.figuren import layout_staafdiagram
from basis.druk.png import DPI, render_png
from basis.druk.stijlen import BREEDTE
from tests.basis.druk.brief import DIAGRAM


def test_het_plaatje_is_scherp_en_altijd_hetzelfde():
    tekening = layout_staafdiagram(DIAGRAM, BREEDTE, 9.5)
    data = render_png(tekening)
    assert data == render_png(tekening)
    with Image.open(BytesIO(data)) as beeld:
        assert beeld.size == (round(BREEDTE * DPI / 72), round(tekening.hoogte * DPI / 72))
        assert round(beeld.info["dpi"][0]) == DPI
        assert "Software" not in beeld.info


def test_inkt_en_staven_staan_op_wit_papier():
    tekening = layout_staafdiagram(DIAGRAM, BREEDTE, 9.5)
    with Image.open(BytesIO(render_png(tekening))) as beeld:
        kleuren = {kleur: aantal for aantal, kleur in beeld.convert("RGB").getcolors(100_000)}
    wit = kleuren[(255, 255, 255)] / sum(kleuren.values())
    assert 0.5 < wit < 0.95
    assert (15, 91, 76) in kleuren
