import subprocess
import sys

import pytest

ZWAAR = ("reportlab", "pikepdf", "docx", "PIL", "numpy", "bidi", "arabic_reshaper", "lxml")


@pytest.mark.parametrize(
    "module",
    [
        "basis.druk",
        "basis.druk.document",
        "basis.druk.pdf",
        "basis.druk.docx",
        "basis.druk.svg",
        "basis.druk.ontbrekend",
    ],
)
def test_importeren_haalt_niets_zwaars_binnen(module):
    opdracht = f"import sys, {module}; print([naam for naam in {ZWAAR!r} if naam in sys.modules])"
    uit = subprocess.run([sys.executable, "-c", opdracht], capture_output=True, text=True, check=True)
    assert uit.stdout.strip() == "[]"


def test_een_svg_van_latijnse_tekst_vraagt_geen_drukpakket():
    opdracht = (
        "import sys\nfrom basis.druk.document import Staaf, Staafdiagram\n"
        "from basis.druk.svg import render_staafdiagram_svg\n"
        "render_staafdiagram_svg(Staafdiagram('t', 'b', (Staaf('a', 3),)))\n"
        f"print([naam for naam in {ZWAAR!r} if naam in sys.modules])"
    )
    uit = subprocess.run([sys.executable, "-c", opdracht], capture_output=True, text=True, check=True)
    assert uit.stdout.strip() == "[]"
