"""The parts of a workbook around its sheets (ECMA-376: the least that Excel accepts)."""

from collections.abc import Sequence
from xml.sax.saxutils import quoteattr

DECLARATIE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_BASIS = "http://schemas.openxmlformats.org"
_PAKKET = f"{_BASIS}/package/2006"
_REL = f"{_BASIS}/officeDocument/2006/relationships"
_PAKKETTYPE = "application/vnd.openxmlformats-package"
_BLADTYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
SHEETML = f"{_BASIS}/spreadsheetml/2006/main"

_HIDDEN = ' state="hidden"'

_XF = 'fillId="0" borderId="0" xfId="0"'
_LETTER = '<sz val="11"/><name val="Calibri"/>'
_STIJLEN = (
    f'<styleSheet xmlns="{SHEETML}">'
    f'<fonts count="2"><font>{_LETTER}</font><font><b/>{_LETTER}</font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="4">'
    f'<xf numFmtId="0" fontId="0" {_XF}/>'
    f'<xf numFmtId="49" fontId="1" {_XF} applyNumberFormat="1" applyFont="1"/>'
    f'<xf numFmtId="49" fontId="0" {_XF} applyNumberFormat="1"/>'
    f'<xf numFmtId="49" fontId="0" {_XF} applyNumberFormat="1" applyAlignment="1">'
    '<alignment wrapText="1"/></xf>'
    "</cellXfs>"
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    "</styleSheet>"
)

_WORTEL = (
    f'<Relationships xmlns="{_PAKKET}/relationships">'
    f'<Relationship Id="rId1" Type="{_REL}/officeDocument" Target="xl/workbook.xml"/>'
    "</Relationships>"
)


def build_delen(bladen: Sequence[tuple[str, bool]]) -> dict[str, str]:
    """Give part name → XML without declaration, in the order they are written; a sheet is (name, hidden)."""
    return {
        "[Content_Types].xml": _content_types(len(bladen)),
        "_rels/.rels": _WORTEL,
        "xl/workbook.xml": _workbook(bladen),
        "xl/_rels/workbook.xml.rels": _workbook_relations(len(bladen)),
        "xl/styles.xml": _STIJLEN,
    }


def sheet_part(nummer: int) -> str:
    """Give the name of the part of a sheet, counted from 1."""
    return f"xl/worksheets/sheet{nummer}.xml"


def _content_types(aantal: int) -> str:
    bladen = "".join(
        f'<Override PartName="/{sheet_part(nummer)}" ContentType="{_BLADTYPE}.worksheet+xml"/>'
        for nummer in range(1, aantal + 1)
    )
    return (
        f'<Types xmlns="{_PAKKET}/content-types">'
        f'<Default Extension="rels" ContentType="{_PAKKETTYPE}.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_BLADTYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_BLADTYPE}.styles+xml"/>'
        f"{bladen}</Types>"
    )


def _workbook(bladen: Sequence[tuple[str, bool]]) -> str:
    regels = "".join(
        f'<sheet name={quoteattr(naam)} sheetId="{nummer}"{_HIDDEN if verborgen else ""} r:id="rId{nummer}"/>'
        for nummer, (naam, verborgen) in enumerate(bladen, start=1)
    )
    return f'<workbook xmlns="{SHEETML}" xmlns:r="{_REL}"><sheets>{regels}</sheets></workbook>'


def _workbook_relations(aantal: int) -> str:
    bladen = "".join(
        f'<Relationship Id="rId{nummer}" Type="{_REL}/worksheet" Target="worksheets/sheet{nummer}.xml"/>'
        for nummer in range(1, aantal + 1)
    )
    return (
        f'<Relationships xmlns="{_PAKKET}/relationships">{bladen}'
        f'<Relationship Id="rId{aantal + 1}" Type="{_REL}/styles" Target="styles.xml"/></Relationships>'
    )
