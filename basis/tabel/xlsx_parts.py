"""The small parts of an XLSX: which sheets there are, what the styles mean, the shared texts."""

from __future__ import annotations

import posixpath
import re
import zipfile
from dataclasses import dataclass, field

from basis.tabel.types import Limieten, Tabelfout, show_count
from basis.tabel.xlsx_formats import Notatie, classify
from basis.tabel.xml_stream import local, parse_part

_HEX = re.compile("_x([0-9A-Fa-f]{4})_")


def unescape(tekst: str) -> str:
    """Replace Excel's ``_x000D_`` by the character meant (ECMA-376 part 1, 22.9.2.19)."""
    return _HEX.sub(lambda teken: chr(int(teken[1], 16)), tekst) if "_x" in tekst else tekst


@dataclass(slots=True)
class Werkmap:
    """What ``workbook.xml`` says: the paths of the visible sheets in order, and the date system."""

    bladen: list[str] = field(default_factory=list)
    vanaf_1904: bool = False
    teksten: str | None = None
    stijlen: str | None = None


def read_werkmap(archief: zipfile.ZipFile, namen: dict[str, str]) -> Werkmap:
    """Read the workbook. ``namen`` maps normalised lower-case part names to the names in the archive."""
    wortel = _read_relaties(archief, namen, "")
    paden = [pad for soort, pad in wortel.values() if soort == "officeDocument"]
    pad = paden[0] if paden else "xl/workbook.xml"
    relaties = _read_relaties(archief, namen, pad)
    lezer = _Werkmaplezer()
    parse_part(archief, namen[pad.lower()], lezer)
    werkmap = Werkmap(vanaf_1904=lezer.vanaf_1904)
    for sleutel in lezer.zichtbaar:
        soort, blad = relaties.get(sleutel, ("", ""))
        if soort == "worksheet" and blad.lower() in namen:
            werkmap.bladen.append(namen[blad.lower()])
    delen = {soort: namen.get(deel.lower()) for soort, deel in relaties.values()}
    werkmap.teksten = delen.get("sharedStrings")
    werkmap.stijlen = delen.get("styles")
    return werkmap


def read_teksten(archief: zipfile.ZipFile, deel: str | None, naam: str, limieten: Limieten) -> list[str]:
    """Return the shared texts, plain: without fonts and without phonetic hints."""
    lezer = _Tekstenlezer(naam, limieten)
    if deel is not None:
        parse_part(archief, deel, lezer)
    return lezer.teksten


def read_notaties(archief: zipfile.ZipFile, deel: str | None) -> list[Notatie]:
    """Return for each cell style what it makes of a number."""
    lezer = _Stijlenlezer()
    if deel is not None:
        parse_part(archief, deel, lezer)
    return [classify(nummer, lezer.codes.get(nummer)) for nummer in lezer.nummers]


def _read_relaties(archief: zipfile.ZipFile, namen: dict[str, str], pad: str) -> dict[str, tuple[str, str]]:
    """Return the relations of a part: id → (last word of the type, path)."""
    map_, _, bestand = pad.rpartition("/")
    deel = namen.get(posixpath.join(map_, "_rels", bestand + ".rels").lower())
    lezer = _Relatielezer(map_)
    if deel is not None:
        parse_part(archief, deel, lezer)
    return lezer.relaties


class _Relatielezer:
    def __init__(self, map_: str) -> None:
        self._map = map_
        self.relaties: dict[str, tuple[str, str]] = {}

    def start(self, naam: str, attributen: dict[str, str]) -> None:
        if local(naam) == "Relationship":
            doel = attributen.get("Target", "").replace("\\", "/")
            pad = posixpath.normpath(posixpath.join("/", self._map, doel)).lstrip("/")
            soort = attributen.get("Type", "").rpartition("/")[2]
            self.relaties[attributen.get("Id", "")] = (soort, pad)

    def end(self, naam: str) -> None:
        pass

    def text(self, tekst: str) -> None:
        pass


class _Werkmaplezer:
    def __init__(self) -> None:
        self.zichtbaar: list[str] = []
        self.vanaf_1904 = False

    def start(self, naam: str, attributen: dict[str, str]) -> None:
        deel = local(naam)
        if deel == "workbookPr":
            self.vanaf_1904 = attributen.get("date1904") in ("1", "true", "on")
        elif deel == "sheet" and attributen.get("state", "visible") == "visible":
            sleutels = (waarde for sleutel, waarde in attributen.items() if sleutel.endswith(" id"))
            self.zichtbaar.append(next(sleutels, ""))

    def end(self, naam: str) -> None:
        pass

    def text(self, tekst: str) -> None:
        pass


class _Stijlenlezer:
    def __init__(self) -> None:
        self.codes: dict[int, str] = {}
        self.nummers: list[int] = []
        self._in_celstijlen = False

    def start(self, naam: str, attributen: dict[str, str]) -> None:
        deel = local(naam)
        if deel == "numFmt":
            self.codes.setdefault(int(attributen["numFmtId"]), attributen.get("formatCode", ""))
        elif deel == "cellXfs":
            self._in_celstijlen = True
        elif deel == "xf" and self._in_celstijlen:
            self.nummers.append(int(attributen.get("numFmtId", "0")))

    def end(self, naam: str) -> None:
        if local(naam) == "cellXfs":
            self._in_celstijlen = False

    def text(self, tekst: str) -> None:
        pass


class _Tekstenlezer:
    def __init__(self, naam: str, limieten: Limieten) -> None:
        self.teksten: list[str] = []
        self._naam = naam
        self._limieten = limieten
        self._delen: list[str] = []
        self._luistert = False
        self._klank = False
        self._tekens = 0

    def start(self, naam: str, attributen: dict[str, str]) -> None:
        deel = local(naam)
        if deel == "t":
            self._luistert = not self._klank
        elif deel == "rPh":
            self._klank = True

    def end(self, naam: str) -> None:
        deel = local(naam)
        if deel == "t":
            self._luistert = False
        elif deel == "rPh":
            self._klank = False
        elif deel == "si":
            self.teksten.append(unescape("".join(self._delen)))
            self._delen.clear()
            self._check(len(self.teksten), self._limieten.max_cellen, "verschillende teksten")

    def text(self, tekst: str) -> None:
        if self._luistert:
            self._delen.append(tekst)
            self._tekens += len(tekst)
            self._check(self._tekens, self._limieten.max_tekens, "tekens")

    def _check(self, aantal: int, grens: int, wat: str) -> None:
        if aantal > grens:
            melding = f"{self._naam} heeft meer dan {show_count(grens)} {wat}."
            raise Tabelfout(f"{melding} Verdeel het over meer bestanden.", bestand=self._naam)
