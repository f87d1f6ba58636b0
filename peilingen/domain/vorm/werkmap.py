"""Workbooks of a few sheets: written with fixed bytes, read within limits."""

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _

from basis.tabel.cells import clean
from basis.tabel.package import add_part, open_package
from basis.tabel.sniff import BESCHADIGD
from peilingen.refusals import OnleesbaarFormulier

MAX_BYTES = 5 * 1024 * 1024
MAX_UITGEPAKT = 40 * 1024 * 1024
MAX_DELEN = 200
# openpyxl writes the hour here; without it the same questionnaire gives the same bytes.
_KENMERKEN = "docProps/core.xml"
_LEEG = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
)


@dataclass(slots=True)
class Blad:
    """The rows of a sheet by column; `kolommen` come first and always, the others as they turn up."""

    rijen: list[dict[str, str]]
    kolommen: tuple[str, ...] = ()

    def list_koppen(self) -> list[str]:
        """Give the columns that any row fills, those of `kolommen` in their order."""
        gevuld = dict.fromkeys(naam for rij in self.rijen for naam in rij)
        return [*self.kolommen, *(naam for naam in gevuld if naam not in self.kolommen)]


def write_werkmap(bladen: Mapping[str, Blad]) -> bytes:
    """Give an .xlsx in which every cell is text, also one that looks like a formula."""
    from openpyxl import Workbook

    werkmap = Workbook()
    for leeg in werkmap.worksheets:
        werkmap.remove(leeg)
    for naam, blad in bladen.items():
        vel = werkmap.create_sheet(naam)
        koppen = blad.list_koppen()
        for nummer, rij in enumerate([dict(zip(koppen, koppen, strict=True)), *blad.rijen], start=1):
            for plek, kop in enumerate(koppen, start=1):
                if kop in rij:
                    vel.cell(nummer, plek, clean(rij[kop])).data_type = "s"
    ruw = BytesIO()
    werkmap.save(ruw)
    return _repack(ruw.getvalue())


def _repack(data: bytes) -> bytes:
    uit = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as bron, open_package(uit) as doel:
        for deel in bron.namelist():
            add_part(doel, deel, _LEEG if deel == _KENMERKEN else bron.read(deel).decode())
    return uit.getvalue()


def read_werkmap(data: bytes) -> dict[str, Any]:
    """Give the sheets of an XLSForm as pyxform reads them: rows by header; raises OnleesbaarFormulier."""
    from pyxform.errors import PyXFormError
    from pyxform.xls2json_backends import xlsx_to_dict

    _check_pakket(data)
    try:
        return dict(xlsx_to_dict(BytesIO(data)))
    except (PyXFormError, *BESCHADIGD, SyntaxError, TypeError, AttributeError) as fout:
        tekst = _(
            "Dit Excel-bestand is niet te lezen. Open het, bewaar het als .xlsx en probeer het opnieuw."
        )
        raise OnleesbaarFormulier(tekst) from fout


def _check_pakket(data: bytes) -> None:
    """Refuse what is no workbook, or unpacks to more than a questionnaire needs."""
    groot = _("Dit Excel-bestand is te groot voor een vragenlijst.")
    if len(data) > MAX_BYTES:
        raise OnleesbaarFormulier(groot)
    try:
        with zipfile.ZipFile(BytesIO(data)) as pakket:
            delen = pakket.infolist()
            namen = set(pakket.namelist())
            if len(delen) > MAX_DELEN or sum(deel.file_size for deel in delen) > MAX_UITGEPAKT:
                raise OnleesbaarFormulier(groot)
            for deel in delen:
                if deel.filename.endswith((".xml", ".rels")) and b"<!DOCTYPE" in pakket.read(deel)[:4096]:
                    raise OnleesbaarFormulier(_("Dit Excel-bestand bevat iets dat er niet in hoort."))
    except BESCHADIGD as fout:
        raise OnleesbaarFormulier(_("Dit is geen leesbaar Excel-bestand (.xlsx).")) from fout
    if "xl/workbook.xml" not in namen:
        raise OnleesbaarFormulier(_("Dit is geen leesbaar Excel-bestand (.xlsx)."))
