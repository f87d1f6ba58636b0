"""The styles, numbering and settings of a Word letter: WordprocessingML with our colours filled in.

The XML is in `onderdelen/`.  Sizes there: half points for type, twentieths of a
point for lengths, eighths for rules (ISO/IEC 29500-1, 17.3 and 17.7).  Calibri is on
every machine with Word; LibreOffice puts Carlito in its place, which is as wide.
Names of Word's own styles are kept, so that Word shows them translated.
"""

from __future__ import annotations

from pathlib import Path
from string import Template

from basis.druk.stijlen import BREEDTE, GROND, INKT, INSPRONG, LIJN, ZACHT

MAP = Path(__file__).parent / "onderdelen"
# Numbers of the two kinds of list in nummering.xml.
OPSOMMING = 1
GENUMMERD = 2


def compose_onderdeel(naam: str, taalcode: str) -> str:
    """The XML of "stijlen", "nummering" or "instellingen"."""
    kleuren = {"grond": GROND, "inkt": INKT, "zacht": ZACHT, "lijn": LIJN}
    sjabloon = Template((MAP / f"{naam}.xml").read_text(encoding="utf-8"))
    return sjabloon.substitute(
        {sleutel: kleur.removeprefix("#").upper() for sleutel, kleur in kleuren.items()},
        letter="Calibri",
        taal=taalcode,
        breedte=round(BREEDTE * 20),
        inspring=round(INSPRONG * 20),
    )
