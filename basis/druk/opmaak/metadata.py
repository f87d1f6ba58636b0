"""The last step of a PDF: tags, title, language, XMP and readable text, by pikepdf."""

from __future__ import annotations

import io
import re
import unicodedata
from html import escape
from typing import TYPE_CHECKING

from basis.druk.document import Document
from basis.druk.opmaak.tags import Knoop, Merken, write_structuur
from basis.druk.tekst import clean_regel

if TYPE_CHECKING:
    import pikepdf

_CMAP_PAAR = re.compile(rb"^<([0-9A-F]{2})> <([0-9A-F]+)>$", re.MULTILINE)
_PER_BLOK = 100

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>
{velden}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


def finish_pdf(data: bytes, document: Document, wortel: Knoop, merken: Merken) -> bytes:
    """The finished file; `document.datum` is the only date in it."""
    import pikepdf

    uit = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        write_structuur(pdf, wortel, merken)
        _write_gegevens(pdf, document)
        _rewrite_tekens(pdf)
        pdf.save(
            uit,
            deterministic_id=True,
            min_version="1.7",
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return uit.getvalue()


def get_titel(document: Document) -> str:
    """The title of the file; never empty, PDF/UA wants one."""
    return clean_regel(document.titel) or clean_regel(document.onderwerp) or "Document"


def _write_gegevens(pdf: pikepdf.Pdf, document: Document) -> None:
    from pikepdf import Dictionary, Name, String

    pdf.Root.Lang = String(document.taal)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    info = pdf.docinfo
    for sleutel in list(info.keys()):
        del info[sleutel]
    info[Name.Title] = String(get_titel(document))
    info[Name.Producer] = String("Grondvlak")
    if auteur := clean_regel(document.auteur):
        info[Name.Author] = String(auteur)
    if onderwerp := clean_regel(document.onderwerp):
        info[Name.Subject] = String(onderwerp)
    if document.datum:
        info[Name.CreationDate] = String(f"D:{document.datum:%Y%m%d}")
    xmp = pdf.make_stream(_compose_xmp(document).encode(), Type=Name.Metadata, Subtype=Name.XML)
    pdf.Root.Metadata = xmp


def _compose_xmp(document: Document) -> str:
    def wrap(naam: str, soort: str, inhoud: str) -> str:
        taal = ' xml:lang="x-default"' if soort == "Alt" else ""
        return f"<dc:{naam}><rdf:{soort}><rdf:li{taal}>{escape(inhoud)}</rdf:li></rdf:{soort}></dc:{naam}>"

    velden = [wrap("title", "Alt", get_titel(document)), wrap("language", "Bag", document.taal)]
    if auteur := clean_regel(document.auteur):
        velden.append(wrap("creator", "Seq", auteur))
    if onderwerp := clean_regel(document.onderwerp):
        velden.append(wrap("description", "Alt", onderwerp))
    if document.datum:
        velden.append(f"<xmp:CreateDate>{document.datum.isoformat()}</xmp:CreateDate>")
    return _XMP.replace("{velden}", "\n".join(velden))


def _rewrite_tekens(pdf: pikepdf.Pdf) -> None:
    """Makes every ToUnicode map right.

    reportlab maps unused codes to U+0000 and writes code points above U+FFFF as they
    are; the standard wants UTF-16 and at most a hundred lines a block.  Joined Arabic
    letters are mapped back to the letters one types.
    """
    for obj in pdf.objects:
        if _is_lettertype(obj):
            stroom = obj.ToUnicode
            tekst = stroom.read_bytes()
            paren = [
                (code, _encode_utf16(int(punt, 16)))
                for code, punt in _CMAP_PAAR.findall(tekst)
                if int(punt, 16)
            ]
            begin = tekst[: tekst.index(b"endcodespacerange") + len(b"endcodespacerange\n")]
            begin = re.sub(rb"<00> <[0-9A-F]{2}>", b"<00> <FF>", begin)
            einde = tekst[tekst.rindex(b"endbfchar") + len(b"endbfchar\n") :]
            stroom.write(begin + _compose_blokken(paren) + einde)


def _is_lettertype(obj: pikepdf.Object) -> bool:
    import pikepdf

    return isinstance(obj, pikepdf.Dictionary) and obj.get("/Type") == "/Font" and "/ToUnicode" in obj


def _compose_blokken(paren: list[tuple[bytes, bytes]]) -> bytes:
    delen = []
    for begin in range(0, len(paren), _PER_BLOK):
        blok = paren[begin : begin + _PER_BLOK]
        regels = b"".join(b"<%s> <%s>\n" % paar for paar in blok)
        delen.append(b"%d beginbfchar\n%sendbfchar\n" % (len(blok), regels))
    return b"".join(delen)


def _encode_utf16(punt: int) -> bytes:
    teken = chr(punt)
    if "\ufb50" <= teken <= "\ufefc":
        teken = unicodedata.normalize("NFKC", teken)
    return teken.encode("utf-16-be").hex().upper().encode("ascii")
