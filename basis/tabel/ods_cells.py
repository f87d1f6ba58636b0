"""What one cell of an ODS holds: its paragraphs, and its value as text."""

from __future__ import annotations

import re
from datetime import datetime

from basis.tabel.build import cell_too_long
from basis.tabel.cells import show_boolean, show_number
from basis.tabel.types import Limieten, Tabelfout
from basis.tabel.xlsx_formats import show_duration, show_moment

_WIT = re.compile("[ \t\r\n]+")
_TIJDSDUUR = re.compile(r"P(?:(\d+)D)?T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,]\d*)?S)?")
_CODE = re.compile("0[0-9]{1,30}")


class Alineas:
    """The paragraphs of a cell, with whitespace as OpenDocument 1.3 §6.1.2 prescribes.

    Whitespace in the XML is one space, and none at the start of a paragraph; spaces that count are elements.
    """

    def __init__(self, naam: str, limieten: Limieten) -> None:
        self._naam = naam
        self._limieten = limieten
        self._rij = 0
        self._delen: list[str] = []
        self._aantal = 0
        self._diepte = 0
        self._na_spatie = True
        self._lengte = 0

    def clear(self, rij: int) -> None:
        """Begin a new cell, in row ``rij``."""
        self._rij = rij
        self._delen, self._aantal, self._diepte, self._lengte = [], 0, 0, 0

    def join(self) -> str | None:
        """Return the text of the cell, a line a paragraph; ``None`` if it has no paragraph at all."""
        return "".join(self._delen) if self._aantal else None

    def start(self, deel: str, attributen: dict[str, str]) -> None:
        """An element in the cell begins."""
        if deel in ("text:p", "text:h"):
            if self._aantal:
                self._append("\n")
            self._aantal += 1
            self._diepte += 1
            self._na_spatie = True
        elif deel == "text:s":
            self._append(" " * min(int(attributen.get("text:c", "1")), self._limieten.max_cel + 1))
        elif deel == "text:tab":
            self._append("\t")
        elif deel == "text:line-break":
            self._append("\n")

    def end(self, deel: str) -> None:
        """An element in the cell ends."""
        if deel in ("text:p", "text:h"):
            self._diepte -= 1

    def add(self, tekst: str) -> None:
        """Take a piece of character data; outside a paragraph it is only layout of the XML."""
        if not self._diepte:
            return
        tekst = _WIT.sub(" ", tekst)
        if self._na_spatie:
            tekst = tekst.removeprefix(" ")
        if tekst:
            self._append(tekst)
            self._na_spatie = tekst.endswith(" ")

    def _append(self, tekst: str) -> None:
        self._delen.append(tekst)
        self._na_spatie = False
        self._lengte += len(tekst)
        if self._lengte > self._limieten.max_cel:
            raise Tabelfout.at(self._naam, cell_too_long(self._lengte, self._limieten), rij=self._rij)


def show_cell(attributen: dict[str, str], alineas: str | None) -> str:
    """Return the value of a cell as text; ``alineas`` is what its paragraphs say, ``None`` without any.

    A formula without a value type and without a paragraph was never computed; with an empty paragraph its
    value is "". A text beside the paragraphs goes before them (§19.389): some programs write line breaks and
    spaces only there.
    """
    soort = attributen.get("office:value-type", "")
    if soort == "" and alineas is None:
        return _show_formula(attributen.get("table:formula", ""))
    tekst = alineas or attributen.get("office:string-value", "")
    waarde = attributen.get(_WAARDE.get(soort, "office:value"), "")
    if soort == "string":
        return attributen.get("office:string-value") or tekst
    if waarde == "":
        return tekst
    if soort == "date":
        return _show_date(waarde)
    if soort == "time":
        return _show_time(waarde)
    if soort == "boolean":
        return show_boolean(waarde == "true")
    getal = float(waarde)
    if soort == "percentage":
        return show_number(getal * 100) + "%"
    return tekst if _CODE.fullmatch(tekst) and int(tekst) == getal else show_number(getal)


_WAARDE = {"date": "office:date-value", "time": "office:time-value", "boolean": "office:boolean-value"}


def _show_formula(formule: str) -> str:
    """Return a formula without its namespace: ``of:=SUM([.A1])`` → ``=SUM([.A1])``."""
    begin = formule.find("=")
    return formule[begin:] if begin >= 0 else ""


def _show_date(waarde: str) -> str:
    try:
        moment = datetime.fromisoformat(waarde)
    except ValueError:
        return waarde
    return show_moment(moment.date(), (moment.hour * 60 + moment.minute) * 60 + moment.second)


def _show_time(waarde: str) -> str:
    duur = _TIJDSDUUR.fullmatch(waarde)
    if duur is None:
        return waarde
    dagen, uren, minuten, seconden = (int(deel or 0) for deel in duur.groups())
    return show_duration(((dagen * 24 + uren) * 60 + minuten) * 60 + seconden)
