"""QR codes as SVG."""

import re

from basis.druk.qr import render_qr_svg

ADRES = "https://grondvlak.voorbeeld.test/v/cr7k43yh/"


def test_the_same_address_gives_the_same_picture_without_style_or_size():
    svg = render_qr_svg(ADRES)
    assert svg == render_qr_svg(ADRES)
    assert svg.startswith("<svg ")
    assert svg.endswith("</svg>")
    assert "style=" not in svg
    assert "width=" not in svg


def test_there_is_white_around_it():
    """Readers need four modules on each side; the squares at the corners are seven wide."""
    svg = render_qr_svg(ADRES)
    [maat] = re.findall(r'viewBox="0 0 (\d+) \1"', svg)
    zijde = int(maat)
    assert (zijde - 8 - 21) % 4 == 0
    assert re.search(r'd="M4 4\.5h7', svg)
    assert "#fff" in svg
