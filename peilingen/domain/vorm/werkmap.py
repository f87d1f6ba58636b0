"""Workbooks of a few sheets: written with fixed bytes, read within limits."""

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _

from basis.tabel import Blad
from basis.tabel import write_werkmap as write_bladen
from basis.tabel.sniff import BESCHADIGD
from peilingen.refusals import OnleesbaarFormulier

MAX_BYTES = 5 * 1024 * 1024
MAX_UITGEPAKT = 40 * 1024 * 1024
MAX_DELEN = 200


@dataclass(slots=True)
class Formulierblad:
    """The rows of a sheet by column; `kolommen` come first and always, the others as they turn up."""

    rijen: list[dict[str, str]]
    kolommen: tuple[str, ...] = ()

    def list_koppen(self) -> list[str]:
        """Give the columns that any row fills, those of `kolommen` in their order."""
        gevuld = dict.fromkeys(naam for rij in self.rijen for naam in rij)
        return [*self.kolommen, *(naam for naam in gevuld if naam not in self.kolommen)]

    def list_rijen(self) -> list[list[str]]:
        """Give the cells of each row in the order of the columns."""
        koppen = self.list_koppen()
        return [[rij.get(kop, "") for kop in koppen] for rij in self.rijen]


def write_werkmap(bladen: Mapping[str, Formulierblad]) -> bytes:
    """Give an .xlsx in which every cell is text, also one that looks like a formula."""
    uit = BytesIO()
    write_bladen(uit, [Blad(naam, blad.list_koppen(), blad.list_rijen()) for naam, blad in bladen.items()])
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
