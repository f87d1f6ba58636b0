"""The blocks of a document as paragraphs, tables and pictures of Word."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from basis.druk.bidi import is_rtl
from basis.druk.document import (
    Adresblok,
    Alinea,
    Blok,
    Citaat,
    Gegevenstabel,
    Kop,
    Lijst,
    Pagina_einde,
    Staafdiagram,
    Witruimte,
)
from basis.druk.figuren import describe_staafdiagram, get_maximum, layout_staafdiagram, split_staafdiagram
from basis.druk.png import render_png
from basis.druk.stijlen import BREEDTE, DIAGRAM, DIAGRAM_HOOGTE, MM
from basis.druk.tekst import clean_regel, clean_tekst
from basis.druk.word.stijlblad import GENUMMERD, OPSOMMING
from basis.druk.word.tabel import add_tabel
from basis.druk.word.tekst import add_tekst, set_nummer, set_stijl, set_streep

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph


@dataclass(slots=True)
class Schrijver:
    """The Word document being written, the level of the last heading, and whether a new page is to begin."""

    word: WordDocument
    rtl: bool
    niveau: int = 0
    citaten: int = 0
    breek: bool = False

    def write_blok(self, blok: Blok) -> None:
        """Adds one block at the end."""
        self.citaten = self.citaten + 1 if isinstance(blok, Citaat) else 0
        if isinstance(blok, Pagina_einde):
            self.breek = True
        elif not (self.breek and isinstance(blok, Witruimte)):
            inhoud = self.word.element.body
            plek = len(inhoud) - 1  # before the section's properties, which stay last
            self._write(blok)
            if self.breek and len(inhoud) - 1 > plek:
                self._break_before(inhoud[plek])

    def _write(self, blok: Blok) -> None:
        match blok:
            case Kop():
                self._write_kop(blok)
            case Alinea():
                self._write_alinea(blok)
            case Lijst():
                self._write_lijst(blok)
            case Gegevenstabel():
                add_tabel(self.word, blok, rtl=self.rtl)
            case Staafdiagram():
                self._write_diagram(blok)
            case Citaat():
                self._write_citaat(blok)
            case Adresblok():
                self._write_adresblok(blok)
            case Witruimte():
                self._write_witruimte(blok)

    def add_alinea(
        self, tekst: str, stijl: str, *, taal: str = "", nadruk: bool = False, rtl: bool | None = None
    ) -> Paragraph:
        """One paragraph in the style with this id."""
        alinea = set_stijl(self.word.add_paragraph(), stijl)
        add_tekst(alinea, tekst, taal=taal, rtl=self.rtl if rtl is None else rtl, nadruk=nadruk)
        return alinea

    def _write_kop(self, kop: Kop) -> None:
        if tekst := clean_regel(kop.tekst):
            # No skipped levels, as in the PDF.
            self.niveau = min(kop.niveau, self.niveau + 1)
            self.add_alinea(tekst, f"Heading{self.niveau}", taal=kop.taal)

    def _write_alinea(self, alinea: Alinea) -> None:
        if clean_tekst(alinea.tekst).strip():
            geschreven = self.add_alinea(alinea.tekst, "Normal", taal=alinea.taal, nadruk=alinea.nadruk)
            if alinea.vast or alinea.tekst.rstrip().endswith((":", ",")):
                geschreven.paragraph_format.keep_with_next = True

    def _write_lijst(self, lijst: Lijst) -> None:
        from docx.shared import Pt

        nummer = OPSOMMING
        if lijst.genummerd:
            nummering = self.word.part.numbering_part.element
            reeks = nummering.add_num(GENUMMERD)
            reeks.add_lvlOverride(ilvl=0).add_startOverride(lijst.begin)
            nummer = reeks.numId
        stijl = "ListNumber" if lijst.genummerd else "ListBullet"
        for volgnummer, punt in enumerate(lijst.punten, start=1):
            alinea = self.add_alinea(punt, stijl, taal=lijst.taal)
            set_nummer(alinea, nummer)
            if volgnummer == len(lijst.punten):
                alinea.paragraph_format.space_after = Pt(8)

    def _write_citaat(self, citaat: Citaat) -> None:
        if not clean_tekst(citaat.tekst).strip():
            return
        rtl = is_rtl(clean_tekst(citaat.tekst), standaard=self.rtl)
        alinea = self.add_alinea(citaat.tekst, "Citaatrechts" if rtl else "Quote", taal=citaat.taal)
        self._separate(alinea, rtl=rtl)
        if bron := clean_regel(citaat.bron):
            alinea.paragraph_format.keep_with_next = True
            alinea.paragraph_format.space_after = 0
            self._separate(
                self.add_alinea(bron, "Citaatbronrechts" if rtl else "Citaatbron", rtl=rtl), rtl=rtl
            )

    def _separate(self, alinea: Paragraph, *, rtl: bool) -> None:
        """Keeps the rules of quotes that follow each other apart: Word joins equal borders."""
        if self.citaten % 2 == 0:
            set_streep(alinea, "right" if rtl else "left")

    def _write_adresblok(self, blok: Adresblok) -> None:
        if regels := [regel for regel in map(clean_regel, blok.regels) if regel]:
            self.add_alinea("\n".join(regels), "Adres")

    def _write_witruimte(self, wit: Witruimte) -> None:
        """White as an empty line of that height; Word has no other."""
        from docx.enum.text import WD_LINE_SPACING
        from docx.shared import Pt

        vorm = self.word.add_paragraph().paragraph_format
        vorm.space_after = Pt(0)
        vorm.keep_with_next = True
        vorm.line_spacing_rule = WD_LINE_SPACING.EXACTLY
        vorm.line_spacing = Pt(max(1.0, wit.mm * MM))

    def _break_before(self, element: Any) -> None:
        """Starts a page at what was written: a break in the paragraph itself makes no empty line or page."""
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn
        from docx.text.paragraph import Paragraph

        if element.tag != qn("w:p"):
            alinea = OxmlElement("w:p")
            element.addprevious(alinea)
            element = alinea
        Paragraph(element, self.word._body).paragraph_format.page_break_before = True
        self.breek = False

    def _write_diagram(self, diagram: Staafdiagram) -> None:
        if titel := clean_regel(diagram.titel):
            self.add_alinea(titel, "Caption")
        zin = diagram.beschrijving if diagram.staven else describe_staafdiagram(replace(diagram, titel=""))
        if clean_tekst(zin).strip():
            self.add_alinea(zin, "Toelichting" if diagram.staven else "Normal")
        if diagram.staven:
            for deel in split_staafdiagram(diagram, BREEDTE, DIAGRAM.grootte, DIAGRAM_HOOGTE):
                self._write_figuur(deel, get_maximum(diagram))

    def _write_figuur(self, diagram: Staafdiagram, maximum: float) -> None:
        from docx.shared import Pt

        tekening = layout_staafdiagram(diagram, BREEDTE, DIAGRAM.grootte, maximum=maximum)
        run = set_stijl(self.word.add_paragraph(), "Figuur").add_run()
        plaatje = run.add_picture(io.BytesIO(render_png(tekening)), width=Pt(BREEDTE))
        for kant in ("distT", "distB", "distL", "distR"):
            # LibreOffice takes an eighth of an inch where these are left out.
            plaatje._inline.set(kant, "0")
        eigenschappen = plaatje._inline.docPr
        eigenschappen.set("descr", describe_staafdiagram(diagram))
        eigenschappen.set("title", clean_regel(diagram.titel))
