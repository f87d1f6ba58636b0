"""The styles, numbering and settings of a Word letter, as WordprocessingML.

Sizes in the XML: half points for type, twentieths of a point for lengths
(ISO/IEC 29500-1, 17.3 and 17.7).  Calibri is on every machine with Word; LibreOffice
puts Carlito in its place, which is as wide.
"""

from __future__ import annotations

from basis.druk.stijlen import BREEDTE, CEL_BOVEN, CEL_ZIJ, GROND, INKT, INSPRONG, LIJN, ZACHT

LETTER = "Calibri"
BREEDTE_TWIPS = round(BREEDTE * 20)
OPSOMMING = 1
GENUMMERD = 2

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def compose_stijlen(taalcode: str) -> str:
    """The style sheet; names of Word's own styles are kept, so that Word shows them translated."""
    delen = [
        _standaard(taalcode),
        _stijl("Normal", "Normal", "", kenmerken='w:default="1"', basis=""),
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style>',
        '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:qFormat/>'
        "<w:rPr><w:b/><w:bCs/></w:rPr></w:style>",
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/></w:style>',
        *_koppen(),
        *_alineas(),
        *_tabellen(),
    ]
    return _wrap("styles", "".join(delen))


def compose_nummering() -> str:
    """Two kinds of list; every numbered list gets a number (w:num) of its own to start again."""
    inspringing = round(INSPRONG * 20)

    def soort(nummer: int, vorm: str, tekst: str) -> str:
        return (
            f'<w:abstractNum w:abstractNumId="{nummer}"><w:multiLevelType w:val="singleLevel"/>'
            f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{vorm}"/><w:lvlText w:val="{tekst}"/>'
            f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{inspringing}" w:hanging="{inspringing}"/></w:pPr>'
            "</w:lvl></w:abstractNum>"
        )

    nummers = "".join(
        f'<w:num w:numId="{nummer}"><w:abstractNumId w:val="{nummer}"/></w:num>' for nummer in (OPSOMMING, GENUMMERD)
    )
    return _wrap("numbering", soort(OPSOMMING, "bullet", "•") + soort(GENUMMERD, "decimal", "%1.") + nummers)


def compose_instellingen(taalcode: str) -> str:
    """Settings: layout as Word 2013 and later do it, Dutch separators."""
    return _wrap(
        "settings",
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode"'
        ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{taalcode}"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>',
    )


def _wrap(naam: str, inhoud: str) -> str:
    return f'<w:{naam} xmlns:w="{_W}">{inhoud}</w:{naam}>'


def _standaard(taalcode: str) -> str:
    return (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{LETTER}" w:hAnsi="{LETTER}" w:eastAsia="{LETTER}" w:cs="{LETTER}"/>'
        f'<w:color w:val="{_kleur(INKT)}"/><w:sz w:val="22"/><w:szCs w:val="22"/>'
        f'<w:lang w:val="{taalcode}" w:eastAsia="{taalcode}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:after="160" w:line="290" w:lineRule="auto"/></w:pPr>'
        "</w:pPrDefault></w:docDefaults>"
    )


def _koppen() -> list[str]:
    maten = ((1, 36, 480, 160, GROND), (2, 26, 400, 80, GROND), (3, 22, 280, 40, INKT))
    return [
        _stijl(
            f"Heading{niveau}",
            f"heading {niveau}",
            f'<w:keepNext/><w:keepLines/><w:spacing w:before="{voor}" w:after="{na}" w:line="252" w:lineRule="auto"/>'
            f'<w:outlineLvl w:val="{niveau - 1}"/>',
            f'<w:b/><w:bCs/><w:color w:val="{_kleur(kleur)}"/><w:sz w:val="{maat}"/><w:szCs w:val="{maat}"/>',
            volgende="Normal",
        )
        for niveau, maat, voor, na, kleur in maten
    ]


def _alineas() -> list[str]:
    onderrand = f'<w:pBdr><w:bottom w:val="single" w:sz="10" w:space="4" w:color="{_kleur(GROND)}"/></w:pBdr>'
    bovenrand = f'<w:pBdr><w:top w:val="single" w:sz="4" w:space="6" w:color="{_kleur(LIJN)}"/></w:pBdr>'
    einde = f'<w:tabs><w:tab w:val="right" w:pos="{BREEDTE_TWIPS}"/></w:tabs>'
    klein = f'<w:color w:val="{_kleur(ZACHT)}"/><w:sz w:val="16"/><w:szCs w:val="16"/>'
    lijst = '<w:numPr><w:numId w:val="{}"/></w:numPr><w:spacing w:after="60"/>'
    return [
        _stijl("Briefhoofd", "Briefhoofd", f'{onderrand}<w:spacing w:after="560"/>', _groot(26), eigen=True),
        _stijl("Adres", "Adres", '<w:keepLines/><w:spacing w:before="160" w:after="400"/>', eigen=True),
        _stijl("ListBullet", "List Bullet", lijst.format(OPSOMMING)),
        _stijl("ListNumber", "List Number", lijst.format(GENUMMERD)),
        *_citaten(),
        _stijl("Caption", "caption", '<w:keepNext/><w:spacing w:before="240" w:after="40"/>', "<w:b/><w:bCs/>"),
        _stijl("Figuur", "Figuur", '<w:spacing w:before="80" w:after="320"/>', eigen=True),
        _stijl("Toelichting", "Toelichting", '<w:keepNext/><w:spacing w:after="40"/>', _maat(20), eigen=True),
        _stijl("Header", "header", einde + '<w:spacing w:after="0"/>', klein),
        _stijl("Footer", "footer", bovenrand + einde + '<w:spacing w:after="0"/>', klein),
    ]


def _citaten() -> list[str]:
    """Quotes and who said them, with the rule left, or right for Arabic (which has no italics)."""

    def vorm(kant: str) -> str:
        streep = f'<w:{kant} w:val="single" w:sz="16" w:space="12" w:color="{_kleur(GROND)}"/>'
        return (
            f'<w:keepLines/><w:pBdr>{streep}</w:pBdr><w:spacing w:before="200" w:after="240"/>'
            f'<w:ind w:left="{round(INSPRONG * 20)}"/><w:contextualSpacing/>'
        )

    bron = f'<w:i w:val="0"/><w:iCs w:val="0"/><w:color w:val="{_kleur(ZACHT)}"/>{_maat(18)}'
    wit = '<w:spacing w:before="0" w:after="240"/>'
    return [
        _stijl("Quote", "Quote", vorm("left"), "<w:i/><w:iCs/>"),
        _stijl("Citaatbron", "Citaatbron", wit, bron, basis="Quote", eigen=True),
        _stijl("Citaatrechts", "Citaat rechts", vorm("right"), eigen=True),
        _stijl("Citaatbronrechts", "Citaatbron rechts", wit, bron, basis="Citaatrechts", eigen=True),
    ]


def _tabellen() -> list[str]:
    cel = '<w:spacing w:after="0" w:line="259" w:lineRule="auto"/>'
    marge = (
        f'<w:tblCellMar><w:top w:w="{round(CEL_BOVEN * 20)}" w:type="dxa"/><w:left w:w="{round(CEL_ZIJ * 20)}" w:type="dxa"/>'
        f'<w:bottom w:w="{round(CEL_BOVEN * 20)}" w:type="dxa"/><w:right w:w="{round(CEL_ZIJ * 20)}" w:type="dxa"/>'
        "</w:tblCellMar>"
    )
    randen = "".join(
        f'<w:{plek} w:val="single" w:sz="4" w:space="0" w:color="{_kleur(LIJN)}"/>' for plek in ("bottom", "insideH")
    )
    kop = f'<w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="{_kleur(GROND)}"/></w:tcBorders>'
    return [
        _stijl("Tabeltekst", "Tabeltekst", cel, _maat(19), eigen=True),
        _stijl("Tabelkop", "Tabelkop", "<w:keepNext/>", _groot(19), basis="Tabeltekst", eigen=True),
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style>',
        '<w:style w:type="table" w:customStyle="1" w:styleId="Gegevens"><w:name w:val="Gegevens"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{randen}</w:tblBorders>{marge}</w:tblPr>'
        f'<w:tblStylePr w:type="firstRow"><w:tcPr>{kop}</w:tcPr></w:tblStylePr></w:style>',
    ]


def _stijl(
    sleutel: str,
    naam: str,
    alinea: str,
    letter: str = "",
    *,
    basis: str = "Normal",
    volgende: str = "",
    eigen: bool = False,
    kenmerken: str = "",
) -> str:
    kop = f'<w:name w:val="{naam}"/>'
    kop += f'<w:basedOn w:val="{basis}"/>' if basis else ""
    kop += f'<w:next w:val="{volgende}"/>' if volgende else ""
    soort = f'{kenmerken} w:customStyle="1"' if eigen else kenmerken
    return (
        f'<w:style w:type="paragraph" {soort} w:styleId="{sleutel}">{kop}<w:qFormat/>'
        f"<w:pPr>{alinea}</w:pPr><w:rPr>{letter}</w:rPr></w:style>"
    )


def _maat(halve_punten: int) -> str:
    return f'<w:sz w:val="{halve_punten}"/><w:szCs w:val="{halve_punten}"/>'


def _groot(halve_punten: int) -> str:
    return f'<w:b/><w:bCs/><w:color w:val="{_kleur(GROND)}"/>{_maat(halve_punten)}'


def _kleur(kleur: str) -> str:
    return kleur.removeprefix("#").upper()
