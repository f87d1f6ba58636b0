"""The parts of a workbook that are the same for every table (ECMA-376: the least that Excel accepts)."""

DECLARATIE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_BASIS = "http://schemas.openxmlformats.org"
_PAKKET = f"{_BASIS}/package/2006"
_REL = f"{_BASIS}/officeDocument/2006/relationships"
_PAKKETTYPE = "application/vnd.openxmlformats-package"
_BLADTYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
SHEETML = f"{_BASIS}/spreadsheetml/2006/main"

_SOORTEN = (
    f'<Types xmlns="{_PAKKET}/content-types">'
    f'<Default Extension="rels" ContentType="{_PAKKETTYPE}.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_BLADTYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_BLADTYPE}.styles+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_BLADTYPE}.worksheet+xml"/>'
    "</Types>"
)

_WORTEL = (
    f'<Relationships xmlns="{_PAKKET}/relationships">'
    f'<Relationship Id="rId1" Type="{_REL}/officeDocument" Target="xl/workbook.xml"/>'
    "</Relationships>"
)

_WERKMAP = (
    f'<workbook xmlns="{SHEETML}" xmlns:r="{_REL}">'
    '<sheets><sheet name="Tabel" sheetId="1" r:id="rId1"/></sheets>'
    "</workbook>"
)

_WERKMAPRELATIES = (
    f'<Relationships xmlns="{_PAKKET}/relationships">'
    f'<Relationship Id="rId1" Type="{_REL}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{_REL}/styles" Target="styles.xml"/>'
    "</Relationships>"
)

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

DELEN = {
    "[Content_Types].xml": _SOORTEN,
    "_rels/.rels": _WORTEL,
    "xl/workbook.xml": _WERKMAP,
    "xl/_rels/workbook.xml.rels": _WERKMAPRELATIES,
    "xl/styles.xml": _STIJLEN,
}
"""Part name → XML without declaration, in the order they are written."""
