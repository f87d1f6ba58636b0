"""The document model: what a letter says, without how it looks.

All texts are plain: markup in them is printed literally, a newline is a hard
line break and characters that no file format allows are left out.  `Document.titel`
names the file (title bar, running header, metadata) and is not printed on the
page itself; use a `Kop` for a title that has to stand there.  `Document.datum` is
the only date that ends up in a file.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

UITLIJNINGEN = ("", "links", "midden", "rechts")


class Documentfout(ValueError):
    """A block that cannot be printed as it was given; the message says why, in Dutch."""


class Patroon(StrEnum):
    """How a bar is filled, so that series stay apart in black and white."""

    VOL = "vol"
    SCHUIN = "schuin"
    STIPPEN = "stippen"
    LEEG = "leeg"


@dataclass(frozen=True, slots=True)
class Kop:
    """A heading; `niveau` 1 to 3.  `taal` only where it differs from the document's."""

    niveau: int
    tekst: str
    taal: str = ""

    def __post_init__(self) -> None:
        if self.niveau not in (1, 2, 3):
            raise Documentfout(f"Een kop heeft niveau 1, 2 of 3, niet {self.niveau}.")


@dataclass(frozen=True, slots=True)
class Alinea:
    """A paragraph; with `nadruk` in bold, with `vast` on the page of what comes after it."""

    tekst: str
    nadruk: bool = False
    taal: str = ""
    vast: bool = False


@dataclass(frozen=True, slots=True)
class Lijst:
    """A list with bullets, or numbered from `begin`."""

    punten: tuple[str, ...]
    genummerd: bool = False
    begin: int = 1
    taal: str = ""


@dataclass(frozen=True, slots=True)
class Gegevenstabel:
    """A table with one header row.

    `uitlijning` gives per column "links", "midden" or "rechts"; an empty string,
    or no tuple at all, lets columns of figures go right and the others left.
    """

    kolommen: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]
    bijschrift: str = ""
    uitlijning: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        aantal = len(self.kolommen)
        if not aantal:
            raise Documentfout("Een tabel heeft ten minste één kolom nodig.")
        for nummer, rij in enumerate(self.rijen, start=1):
            if len(rij) != aantal:
                raise Documentfout(f"Rij {nummer} van de tabel heeft {len(rij)} cellen, geen {aantal}.")
        if len(self.uitlijning) not in (0, aantal):
            raise Documentfout(f"De uitlijning noemt {len(self.uitlijning)} kolommen in plaats van {aantal}.")
        if onbekend := [naam for naam in self.uitlijning if naam not in UITLIJNINGEN]:
            raise Documentfout(f"Uitlijning '{onbekend[0]}' bestaat niet; kies links, midden of rechts.")


@dataclass(frozen=True, slots=True)
class Staaf:
    """One bar.  `waarde` None means suppressed: hatched, without a length that says anything.

    `bijschrift` stands beside the bar ("14 van 61"); left empty it is the value
    itself, or "< 5" for a suppressed bar.  `laag` and `hoog` draw an interval.
    """

    label: str
    waarde: float | None
    bijschrift: str = ""
    laag: float | None = None
    hoog: float | None = None
    patroon: Patroon = Patroon.VOL

    def __post_init__(self) -> None:
        for getal in (self.waarde, self.laag, self.hoog):
            if getal is not None and not (math.isfinite(getal) and getal >= 0):
                raise Documentfout(f"Staaf '{self.label}' heeft een waarde die niet te tekenen is: {getal}.")
        if (self.laag is None) != (self.hoog is None):
            raise Documentfout(f"Staaf '{self.label}' heeft maar één grens; geef laag en hoog.")
        if self.laag is not None and self.hoog is not None and self.laag > self.hoog:
            raise Documentfout(f"Bij staaf '{self.label}' is laag groter dan hoog.")


@dataclass(frozen=True, slots=True)
class Staafdiagram:
    """Horizontal bars.  `beschrijving` is the sentence that says what one sees."""

    titel: str
    beschrijving: str
    staven: tuple[Staaf, ...]


@dataclass(frozen=True, slots=True)
class Citaat:
    """Someone's words, with `bron` ("bewoner, Voorhof") on a line of its own."""

    tekst: str
    bron: str = ""
    taal: str = ""


@dataclass(frozen=True, slots=True)
class Adresblok:
    """Lines that stay together: addressee, signature."""

    regels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Witruimte:
    """Empty height in millimetres; falls away at the top of a page."""

    mm: float

    def __post_init__(self) -> None:
        if not (math.isfinite(self.mm) and self.mm >= 0):
            raise Documentfout(f"Witruimte van {self.mm} mm kan niet.")


@dataclass(frozen=True, slots=True)
class Pagina_einde:  # noqa: N801 - the other room names in Dutch read as one word; this one would not
    """What follows starts on a new page; never makes an empty page."""


Blok = Kop | Alinea | Lijst | Gegevenstabel | Staafdiagram | Citaat | Adresblok | Witruimte | Pagina_einde


@dataclass(frozen=True, slots=True)
class Document:
    """A whole letter.  `auteur` is the sender (letterhead), `taal` a code as "nl" or "ar"."""

    titel: str
    blokken: tuple[Blok, ...]
    taal: str = "nl"
    auteur: str = ""
    onderwerp: str = ""
    voettekst: str = ""
    datum: date | None = field(default=None)


def iter_teksten(document: Document) -> Iterator[str]:
    """Every text that is printed, in the order of the document."""
    yield from (document.auteur, document.titel, document.voettekst)
    for blok in document.blokken:
        match blok:
            case Kop() | Alinea():
                yield blok.tekst
            case Citaat():
                yield from (blok.tekst, blok.bron)
            case Lijst():
                yield from blok.punten
            case Adresblok():
                yield from blok.regels
            case Gegevenstabel():
                yield from (blok.bijschrift, *blok.kolommen)
                yield from (cel for rij in blok.rijen for cel in rij)
            case Staafdiagram():
                yield from (blok.titel, blok.beschrijving)
                yield from (tekst for staaf in blok.staven for tekst in (staaf.label, staaf.bijschrift))
