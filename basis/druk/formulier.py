"""A form on paper: what is asked, and what is left open to fill in. How it looks stands in `opmaak/invullen`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Vak:
    """A box to tick. `code` is the number by which it is typed over; `lijn` leaves room to write behind the words.

    `gezicht` draws a face above the words, from 1 (sad) to 5 (glad).
    """

    code: str
    tekst: str
    rond: bool = False
    lijn: bool = False
    gezicht: int = 0


@dataclass(frozen=True, slots=True)
class Invulveld:
    """A short line to write on, so many millimetres long, with words before and after it."""

    breedte: float
    voor: str = ""
    na: str = ""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Statements below each other, with the same boxes behind each."""

    kolommen: tuple[Vak, ...]
    rijen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Invulvraag:
    """One question: its number, words and help, and what of these it has to fill in, in this order.

    `regels` are full lines to write on; `rang` are choices with a box for their place; `stappen` stand beside each
    other where they fit; `los` are the answers that are none ("weet ik niet").
    """

    nummer: str
    tekst: str
    taal: str = ""
    voorwaarde: str = ""
    uitleg: tuple[str, ...] = ()
    vakken: tuple[Vak, ...] = ()
    stappen: tuple[Vak, ...] = ()
    rang: tuple[str, ...] = ()
    matrix: Matrix | None = None
    velden: tuple[Invulveld, ...] = ()
    regels: int = 0
    los: tuple[Vak, ...] = ()


@dataclass(frozen=True, slots=True)
class Invulkop:
    """A heading: `niveau` 1 is the title, 2 a section."""

    niveau: int
    tekst: str
    taal: str = ""


@dataclass(frozen=True, slots=True)
class Invultekst:
    """A paragraph."""

    tekst: str
    nadruk: bool = False
    taal: str = ""


@dataclass(frozen=True, slots=True)
class Invulpunten:
    """Short sentences with bullets."""

    punten: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Invulcode:
    """A QR code with the same address in words beside it; `alt` says so for who does not see it."""

    adres: str
    alt: str
    regels: tuple[str, ...]


Invulstuk = Invulvraag | Invulkop | Invultekst | Invulpunten | Invulcode


@dataclass(frozen=True, slots=True)
class Formulier:
    """A whole form. `groot` prints all letters half as large again."""

    titel: str
    stukken: tuple[Invulstuk, ...]
    taal: str = "nl"
    auteur: str = ""
    voettekst: str = ""
    groot: bool = False
