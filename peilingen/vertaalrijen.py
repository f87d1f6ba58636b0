"""The page on which a questionnaire is translated: its rows, what was typed in them, and the file for a translator."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peilingen.domain.nummeren import number_vragen
from peilingen.domain.vertaalwerk import (
    MEER_REGELS,
    RUIMTE,
    clean_vertaling,
    find_te_lang,
)
from peilingen.domain.vertalen import (
    Pleksoort,
    Taalstand,
    Vertaalplek,
    is_current,
    list_plekken,
    rate_taal,
    read_woorden,
)
from peilingen.domain.voorstellen import find_voorstellen
from peilingen.enums import ZONDER_ANTWOORD, Vraagsoort
from peilingen.models import Vraag, Vragenlijst

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

VELD, KLOPT, WAS = "t-", "klopt-", "was"
KOLOMMEN = ("plek", "nederlands", "vertaling")
SOORTNAMEN: "dict[Pleksoort, StrOrPromise]" = {
    Pleksoort.TITEL: gettext_lazy("Titel"),
    Pleksoort.INLEIDING: gettext_lazy("Inleiding"),
    Pleksoort.TEKST: gettext_lazy("Vraag"),
    Pleksoort.UITLEG: gettext_lazy("Uitleg"),
    Pleksoort.EENHEID: gettext_lazy("Eenheid"),
    Pleksoort.KEUZE: gettext_lazy("Antwoord"),
    Pleksoort.STELLING: gettext_lazy("Stelling"),
}
# Rows of text that a field begins with.
HOOGTE: dict[Pleksoort, int] = {Pleksoort.INLEIDING: 6, Pleksoort.UITLEG: 3, Pleksoort.TEKST: 2}


@dataclass(frozen=True, slots=True)
class Vertaalrij:
    """One place on the page: the Dutch words, the field, and how it stands: "klaar", "ontbreekt", "verouderd"."""

    plek: str
    naam: str
    nederlands: str
    waarde: str
    stand: str
    voorstel: bool
    hoogte: int
    ruimte: int
    meer_regels: bool
    fout: str = ""

    @property
    def id(self) -> str:
        """The id of the field."""
        return "id_" + self.plek.replace(".", "-")


@dataclass(frozen=True, slots=True)
class Vertaalgroep:
    """The rows of one question, or of title and introduction."""

    kop: str
    rijen: list[Vertaalrij] = field(default_factory=list)


class Vertaalblad:
    """What there is to translate into one language, as it stands and as it was typed."""

    def __init__(self, lijst: Vragenlijst, taal: str) -> None:
        self.lijst, self.taal = lijst, taal
        self.vragen: list[Vraag] = list(lijst.vragen.prefetch_related("keuzes", "stellingen"))
        self.plekken = list_plekken(lijst, self.vragen)
        self.woorden = read_woorden(lijst, taal)

    def rate(self) -> Taalstand:
        """Say how far it is."""
        return rate_taal(self.taal, self.plekken, self.woorden)

    def stored(self, plek: str) -> str:
        """Give the translation as it is kept."""
        return self.woorden.get(plek, ("", ""))[0]

    def read_post(self, gegevens: QueryDict) -> dict[str, str]:
        """Give what was typed, by place."""
        return {
            plek.plek: str(gegevens[VELD + plek.plek])
            for plek in self.plekken
            if VELD + plek.plek in gegevens
        }

    def pick_changed(self, gegevens: QueryDict) -> dict[str, str]:
        """Give what someone changed on the page that they saw, cleaned.

        What a colleague changed in the meantime in other places is left as they made it.
        """
        was = dict(deel.partition("=")[::2] for deel in gegevens.get(WAS, "").split())
        op_naam = {plek.plek: plek for plek in self.plekken}
        schoon = {plek: clean_vertaling(op_naam[plek], t) for plek, t in self.read_post(gegevens).items()}
        return {
            plek: tekst
            for plek, tekst in schoon.items()
            if was.get(plek) != _mark(tekst) or KLOPT + plek in gegevens
        }

    def find_fouten(self, teksten: Mapping[str, str]) -> dict[str, str]:
        """Say by place what does not fit."""
        return find_te_lang(self.plekken, teksten)

    def was(self) -> str:
        """Give the marks of what is kept now, for the page to send along."""
        return " ".join(f"{plek.plek}={_mark(self.stored(plek.plek))}" for plek in self.plekken)

    def build_groepen(
        self, getypt: Mapping[str, str] | None = None, fouten: Mapping[str, str] | None = None
    ) -> list[Vertaalgroep]:
        """Give the rows by question. An empty field of a page that was not sent yet may hold a proposal."""
        leeg = [plek for plek in self.plekken if getypt is None and not self.stored(plek.plek)]
        voorstellen = find_voorstellen(self.lijst, self.taal, leeg)
        nummers, groepen = number_vragen(self.vragen), dict[object, Vertaalgroep]()
        tellers: dict[tuple[object, Pleksoort], int] = {}
        for plek in self.plekken:
            sleutel = plek.vraag.pk if plek.vraag else None
            groep = groepen.setdefault(sleutel, Vertaalgroep(_name_groep(plek.vraag, nummers)))
            nummer = tellers[sleutel, plek.soort] = tellers.get((sleutel, plek.soort), 0) + 1
            groep.rijen.append(self._build_rij(plek, nummer, getypt, fouten or {}, voorstellen))
        return list(groepen.values())

    def _build_rij(
        self,
        plek: Vertaalplek,
        nummer: int,
        getypt: Mapping[str, str] | None,
        fouten: Mapping[str, str],
        voorstellen: Mapping[str, str],
    ) -> Vertaalrij:
        naam = str(SOORTNAMEN[plek.soort])
        if plek.soort is Pleksoort.TEKST and plek.vraag and plek.vraag.soort in ZONDER_ANTWOORD:
            naam = _("Tekst")
        bewaard, voorstel = self.stored(plek.plek), voorstellen.get(plek.plek, "")
        return Vertaalrij(
            plek=plek.plek,
            naam=f"{naam} {nummer}" if plek.soort in (Pleksoort.KEUZE, Pleksoort.STELLING) else naam,
            nederlands=plek.tekst,
            waarde=(getypt or {}).get(plek.plek, bewaard or voorstel),
            stand="ontbreekt" if not bewaard else "klaar" if is_current(plek, self.woorden) else "verouderd",
            voorstel=bool(voorstel),
            hoogte=HOOGTE.get(plek.soort, 1),
            ruimte=RUIMTE[plek.soort],
            meer_regels=plek.soort in MEER_REGELS,
            fout=fouten.get(plek.plek, ""),
        )

    def list_rijen(self) -> list[tuple[str, str, str]]:
        """Give the rows of the file for a translator; outdated translations are left out."""
        return [
            (plek.plek, plek.tekst, self.stored(plek.plek) if is_current(plek, self.woorden) else "")
            for plek in self.plekken
        ]

    def read_rijen(self, rijen: list[dict[str, str]]) -> tuple[dict[str, str], int]:
        """Give what a translator filled in, by place, and how many translate other words than there are now."""
        op_naam = {plek.plek: plek for plek in self.plekken}
        gevonden, anders = {}, 0
        for rij in rijen:
            plek, tekst = op_naam.get(rij["plek"].strip()), rij["vertaling"].strip()
            if plek is None or _squeeze(rij["nederlands"]) != _squeeze(plek.tekst):
                anders += bool(tekst)
            elif tekst:
                gevonden[plek.plek] = tekst
        return gevonden, anders


def _name_groep(vraag: Vraag | None, nummers: Mapping[UUID, int]) -> str:
    if vraag is None:
        return _("Titel en inleiding")
    if vraag.pk in nummers:
        return _("Vraag %(n)s") % {"n": nummers[vraag.pk]}
    return _("Kop van een onderdeel") if vraag.soort == Vraagsoort.ONDERDEEL else _("Uitleg tussendoor")


def _mark(tekst: str) -> str:
    return sha256(tekst.encode()).hexdigest()[:8]


def _squeeze(tekst: str) -> str:
    return " ".join(tekst.split())
