"""Text in Word: runs, line breaks, direction and language."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from basis.druk.bidi import has_rtl, is_rtl
from basis.druk.tekst import clean_tekst
from basis.druk.word.sjabloon import TALEN

_BIJNA_GROND = "0F5B4D"

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph


def add_tekst(
    alinea: Paragraph,
    tekst: str,
    *,
    taal: str = "",
    rtl: bool = False,
    nadruk: bool = False,
    grootte: float = 0.0,
) -> None:
    """Plain text in a paragraph; `rtl` is the direction of a text that has none of its own.

    A newline becomes a line break.  Runs of Arabic are marked as such, so that Word
    takes the right font, order and spelling.  `grootte` is a size in points, where the
    paragraph's own will not do.
    """
    schoon = clean_tekst(tekst).strip("\n")
    richting = is_rtl(schoon, standaard=rtl)
    if richting:
        _insert_eigenschap(alinea, _element("w:bidi"))
    for nummer, regel in enumerate(schoon.split("\n")):
        if nummer:
            alinea.add_run().add_break()
        for stuk, arabisch in _split_richting(regel, rtl=richting):
            run = alinea.add_run(stuk)
            if nadruk:
                run._r.style = "Strong"
            _mark_run(run, taal, rtl=arabisch, grootte=grootte)


def set_stijl(alinea: Paragraph, stijl: str) -> Paragraph:
    """Puts a paragraph in the style with this id; python-docx's own way reads the whole sheet each time."""
    alinea._p.style = stijl
    return alinea


def add_veld(alinea: Paragraph, naam: str) -> None:
    """A field that Word fills in, such as PAGE."""
    for soort in ("begin", "separate", "end"):
        if soort == "separate":
            opdracht = _element("w:instrText")
            opdracht.set(_qn("xml:space"), "preserve")
            opdracht.text = f" {naam} "
            alinea.add_run()._r.append(opdracht)
        teken = _element("w:fldChar")
        teken.set(_qn("w:fldCharType"), soort)
        alinea.add_run()._r.append(teken)
        if soort == "separate":
            alinea.add_run("1")


def set_nummer(alinea: Paragraph, nummer: int) -> None:
    """Makes the paragraph an item of the list with this number."""
    eigenschappen = alinea._p.get_or_add_pPr().get_or_add_numPr()
    eigenschappen.get_or_add_ilvl().val = 0
    eigenschappen.get_or_add_numId().val = nummer


def set_streep(alinea: Paragraph, kant: str) -> None:
    """The rule of a quote once more, in a colour that differs too little to be seen."""
    rand = _element("w:pBdr")
    streep = _element(f"w:{kant}")
    for naam, waarde in (("val", "single"), ("sz", "16"), ("space", "12"), ("color", _BIJNA_GROND)):
        streep.set(_qn(f"w:{naam}"), waarde)
    rand.append(streep)
    _insert_eigenschap(alinea, rand)


def _split_richting(tekst: str, *, rtl: bool) -> Iterator[tuple[str, bool]]:
    """Pieces of one direction; spaces and signs go with the letters before them."""
    if not (rtl or has_rtl(tekst)):
        yield tekst, False
        return
    stuk, huidig = "", rtl
    for teken in tekst:
        soort = unicodedata.bidirectional(teken)
        nieuw = {"L": False, "EN": False, "R": True, "AL": True, "AN": True}.get(soort, huidig)
        if nieuw != huidig and stuk:
            yield stuk, huidig
            stuk = ""
        huidig = nieuw
        stuk += teken
    yield stuk, huidig


def _mark_run(run: Any, taal: str, *, rtl: bool, grootte: float) -> None:
    eigenschappen = run._r.get_or_add_rPr()
    for naam in ("w:sz", "w:szCs") if grootte else ():
        element = _element(naam)
        element.set(_qn("w:val"), str(round(grootte * 2)))
        eigenschappen.append(element)
    if rtl:
        eigenschappen.append(_element("w:rtl"))
    if taal:
        element = _element("w:lang")
        element.set(_qn("w:bidi" if rtl else "w:val"), TALEN.get(taal, taal))
        eigenschappen.append(element)


def _insert_eigenschap(alinea: Paragraph, element: Any) -> None:
    """Adds w:pBdr or w:bidi to a paragraph at the place that the schema gives it."""
    opvolgers: tuple[str, ...] = (
        "w:spacing",
        "w:ind",
        "w:contextualSpacing",
        "w:jc",
        "w:outlineLvl",
        "w:rPr",
        "w:sectPr",
    )
    if element.tag == _qn("w:pBdr"):
        opvolgers = ("w:bidi", *opvolgers)
    alinea._p.get_or_add_pPr().insert_element_before(element, *opvolgers)


def _element(naam: str) -> Any:
    from docx.oxml import OxmlElement

    return OxmlElement(naam)


def _qn(naam: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(naam))
