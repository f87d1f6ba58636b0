"""An empty Word document with our own styles, numbering and settings.

python-docx's template carries hundreds of styles and a few parts that a letter does
not need; they are replaced, so that a reader who opens the style list finds the
dozen that are used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from basis.druk.stijlen import MARGE_BOVEN, MARGE_ONDER, MARGE_ZIJ, PAGINA_BREEDTE, PAGINA_HOOGTE, VOETREGEL
from basis.druk.word.stijlblad import compose_onderdeel

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_OVERBODIG = (
    "customXml",
    "stylesWithEffects",
    "fontTable",
    "webSettings",
    "thumbnail",
    "extended-properties",
)

TALEN = {"nl": "nl-NL", "en": "en-GB", "tr": "tr-TR", "ar": "ar-SA", "pl": "pl-PL", "uk": "uk-UA"}


def open_sjabloon(taal: str) -> WordDocument:
    """A document without content, on A4, in the given language."""
    import docx

    word = docx.Document()
    code = TALEN.get(taal, taal)
    _replace_children(word.styles.element, compose_onderdeel("stijlen", code))
    _replace_children(word.part.numbering_part.element, compose_onderdeel("nummering", code))
    _replace_children(word.settings.element, compose_onderdeel("instellingen", code))
    _drop_onderdelen(word)
    _set_papier(word)
    return word


def _replace_children(element: Any, xml: str) -> None:
    from docx.oxml import parse_xml

    for kind in list(element):
        element.remove(kind)
    for kind in list(parse_xml(xml)):
        element.append(kind)


def _drop_onderdelen(word: WordDocument) -> None:
    for relaties in (word.part.package.rels, word.part.rels):
        overbodig = [sleutel for sleutel, relatie in relaties.items() if relatie.reltype.endswith(_OVERBODIG)]
        for sleutel in overbodig:
            del relaties[sleutel]


def _set_papier(word: WordDocument) -> None:
    from docx.shared import Pt

    sectie = word.sections[0]
    sectie.page_width, sectie.page_height = Pt(PAGINA_BREEDTE), Pt(PAGINA_HOOGTE)
    sectie.left_margin = sectie.right_margin = Pt(MARGE_ZIJ)
    sectie.top_margin, sectie.bottom_margin = Pt(MARGE_BOVEN), Pt(MARGE_ONDER)
    sectie.header_distance = sectie.footer_distance = Pt(VOETREGEL - 6)
    sectie.different_first_page_header_footer = True
